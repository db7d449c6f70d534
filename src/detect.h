/* detect.h - which encoding a document is in: byte order marks first, then an auction (codec.h).
 *
 * The result depends on the bytes alone. What is more likely in none of our encodings, or no text, is refused.
 */
#ifndef DETECT_H
#define DETECT_H
#include "codec.h"

enum { DETECT_CLEAR = 256 }; /* no chance is as small: what else bid is not asked how much worse it is */

struct detection {
	const struct codec *codec;  /* the winner of ours; UTF-8 where it is foreign */
	size_t late;                /* bytes at the start that are the rest of a character that was cut */
	const char *second;         /* the runner-up's name, or NULL where there was no auction (a mark, or only ASCII); one
				       of them where all are clearly worse */
	unsigned margin;            /* by how many bits the winner was better, DETECT_CLEAR at most; 0: no auction */
	bool mark;                  /* a byte order mark told it */
	const char *foreign;        /* what the bytes are more likely than anything of ours (foreign.h), or NULL */
};

/* Looks at in[0..n), the window at the start of a document. */
struct detection detect(const unsigned char *in, size_t n);

/* The encoding to read in[0..n) in where given was asked for: given, but a byte order mark decides between the byte
   orders of UTF-16 and of UTF-32 (the Encoding Standard, section 6; in the wrong one it would be U+FFFE, which is no character). */
const struct codec *detect_given(const struct codec *given, const unsigned char *in, size_t n);

#endif
