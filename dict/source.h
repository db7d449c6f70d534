/* source.h - the texts that tables are made of, one open at a time: their lines, the characters of those, and what is
 * wrong with them. It needs nothing but the C library.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdint.h>

enum { SOURCE_LINE = 1 << 16 }; /* bytes: a line, its end and a null; the longest of lm.txt has some 23,000 */

/* Opens the text at path, which is kept, not copied; "-" is standard input. Closes the one before. */
void source_open(const char *path);

/* The next line, without its end, that is neither empty nor a comment (# in column 1), or NULL after the last. It may
   be written to, and lasts until the next call. Refused, wherever they are: a read error, a line of SOURCE_LINE bytes
   or more, a last line without an end, a null byte, and what is not UTF-8. */
char *source_line(void);

/* The character at *s, within a line; *s moves on. Refused: the end of the line, and what is not UTF-8 (RFC 3629). */
uint32_t source_char(const char **s);

/* Prints "FILE:LINE: what" (the line that was read last; before the first, "FILE: what"), and exits with status 1. */
_Noreturn void source_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
