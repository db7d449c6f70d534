/* detect.h - which encoding a document is in: byte order marks first, then an auction (codec.h).
 *
 * The result depends on the bytes alone. Where nothing fits, it is UTF-8, in which the bytes that do not decode are
 * kept as they are, so that nothing is lost.
 */
#ifndef DETECT_H
#define DETECT_H
#include "codec.h"

struct detection {
	const struct codec *codec;  /* the winner; never NULL */
	const struct codec *second; /* the runner-up, or NULL where there was no auction (a mark, or only ASCII) */
	unsigned margin;            /* by how many bits the winner was better; 0 where there was no auction */
	bool mark;                  /* a byte order mark told it */
	bool stranger;              /* the bytes are more likely in none of our encodings, or binary */
};

/* Looks at in[0..n), the window at the start of a document. */
struct detection detect(const unsigned char *in, size_t n);

/* The encoding to read in[0..n) in where given was asked for: given, but a byte order mark decides between the byte
   orders of UTF-16 (the Encoding Standard, section 6; in the wrong one it would be U+FFFE, which is no character). */
const struct codec *detect_given(const struct codec *given, const unsigned char *in, size_t n);

#endif
