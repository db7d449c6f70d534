/* opening.h - how a document is opened: what its first bytes are taken for, and whether that is beyond doubt.
 *
 * A document is opened with its window, or, where the user wants its lines as they come, with the lines that there are:
 * then only where these leave little doubt.
 */
#ifndef OPENING_H
#define OPENING_H
#include "codec.h"

struct opening {
	const struct codec *codec; /* to read it in */
	size_t late;               /* bytes at the start that are the rest of a character that was cut */
	const char *foreign;       /* what it is refused for (detect.h), or NULL */
	unsigned margin;           /* in bits, as detect.h has it */
	bool ascii;                /* all of it is ASCII: what follows may be in any encoding that has that */
	bool clear;                /* beyond doubt, though it be the first lines alone */
};

/* What in[0..n) opens, whole lines or all of a document. given: the encoding that the user says it is in, or NULL. */
struct opening opening_find(const struct codec *given, const unsigned char *in, size_t n);

/* Bytes of the lines at the head of in[0..n) that are ASCII. */
size_t opening_ascii(const unsigned char *in, size_t n);

/* Bytes of the whole lines in in[0..n), which begins with a whole character; codec: NULL where it is not known yet. */
size_t opening_lines(const struct codec *codec, const unsigned char *in, size_t n);

#endif
