#include "source.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *file;
static const char *name;
static unsigned line; /* 0: none was read yet */

void source_fail(const char *format, ...)
{
	va_list ap;

	fprintf(stderr, "%s:", name);
	if (line)
		fprintf(stderr, "%u:", line);
	putc(' ', stderr);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	putc('\n', stderr);
	exit(1);
}

void source_open(const char *path)
{
	if (file)
		fclose(file);
	name = path;
	line = 0;
	file = strcmp(path, "-") ? fopen(path, "r") : stdin;
	if (!file)
		source_fail("%s", strerror(errno));
}

char *source_line(void)
{
	static char text[SOURCE_LINE];

	while (fgets(text, sizeof text, file)) {
		char *end = strchr(text, '\n');

		line++;
		if (!end)
			source_fail(feof(file) ? "the last line does not end" : "a line too long, or a null byte");
		*end = '\0';
		for (const char *s = text; *s;)
			source_char(&s);
		if (*text && *text != '#')
			return text;
	}
	if (ferror(file))
		source_fail("%s", strerror(errno));
	return NULL;
}

uint32_t source_char(const char **s)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 }; /* of that many bytes */
	const unsigned char *p = (const unsigned char *)*s;
	unsigned len = *p < 0x80 ? 1 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4;
	uint32_t c = len == 1 ? *p : *p & (0x7fu >> len);

	if (!*p)
		source_fail("a character is missing");
	if ((*p >= 0x80 && *p < 0xc0) || *p >= 0xf8)
		source_fail("not UTF-8");
	for (unsigned i = 1; i < len; i++) {
		if ((p[i] & 0xc0) != 0x80)
			source_fail("not UTF-8");
		c = c << 6 | (p[i] & 0x3fu);
	}
	if (c < least[len] || (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff)
		source_fail("not UTF-8");
	*s += len;
	return c;
}
