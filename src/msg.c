#include "msg.h"
#include <stdarg.h>
#include <stdio.h>

enum { NAME = 1024, WHAT = 2048 }; /* bytes: more than what is said here; names longer than that are cut */

void msg(const char *file, const char *format, ...)
{
	char what[WHAT], line[sizeof "zhnorm: : \n" + NAME + WHAT];
	va_list ap;

	va_start(ap, format);
	vsnprintf(what, sizeof what, format, ap);
	va_end(ap);
	int n = snprintf(line, sizeof line, "zhnorm: %.*s%s%s", NAME, file ? file : "", file ? ": " : "", what);

	for (int i = 0; i < n; i++)
		if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
			line[i] = '?';
	line[n++] = '\n';
	fwrite(line, 1, (size_t)n, stderr);
}
