#include "codec.h"

const struct codec *const codec_all[] = { &codec_utf8,      &codec_gb18030, &codec_big5,    &codec_euctw,
					  &codec_utf16le,   &codec_utf16be, &codec_utf32le, &codec_utf32be,
					  &codec_iso2022cn, &codec_hz,      &codec_utf7,    NULL };

static char lower(char c) { return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c == '_' ? '-' : c); }

/* name is label, but for case and '_' for '-'. */
static bool same(const char *name, const char *label)
{
	while (*name && lower(*name) == lower(*label))
		name++, label++;
	return !*name && !*label;
}

bool codec_is_called(const char *name, const char *own, const char *const *labels)
{
	bool called = same(name, own);

	for (; *labels && !called; labels++)
		called = same(name, *labels);
	return called;
}

bool codec_is_ascii(const struct codec *codec)
{
	return codec == &codec_utf8 || codec == &codec_gb18030 || codec == &codec_big5 || codec == &codec_euctw;
}

const struct codec *codec_find(const char *name)
{
	for (const struct codec *const *c = codec_all; *c; c++)
		if (codec_is_called(name, (*c)->name, (*c)->labels))
			return *c;
	return NULL;
}

size_t codec_first(codec_decode *decode, const unsigned char *in, size_t n, struct buf *text)
{
	size_t used = 0;

	text->n = 0;
	for (size_t k = 1; !used && k <= n && k <= CODEC_LONGEST; k++)
		used = decode(NULL, in, k, false, text);
	return used;
}
