#include "msg.h"
#include <stdarg.h>
#include <stdio.h>

static void put_name(const char *s)
{
	for (; *s; s++)
		putc((unsigned char)*s < 0x20 || *s == 0x7f ? '?' : *s, stderr);
}

void msg(const char *file, const char *format, ...)
{
	va_list ap;

	fputs("zhnorm: ", stderr);
	if (file) {
		put_name(file);
		fputs(": ", stderr);
	}
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	putc('\n', stderr);
}
