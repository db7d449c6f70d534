#include "codec.h"

const struct codec *const codec_all[] = {
	&codec_utf8, &codec_gb18030, &codec_big5, &codec_utf16le, &codec_utf16be, NULL
};

static char lower(char c) { return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c == '_' ? '-' : c); }

/* name is label, but for case and '_' for '-'. */
static bool same(const char *name, const char *label)
{
	while (*name && lower(*name) == *label)
		name++, label++;
	return !*name && !*label;
}

const struct codec *codec_find(const char *name)
{
	for (const struct codec *const *c = codec_all; *c; c++) {
		if (same(name, (*c)->name))
			return *c;
		for (const char *const *label = (*c)->labels; *label; label++)
			if (same(name, *label))
				return *c;
	}
	return NULL;
}
