/* detect.h - which encoding a document is in, decided once from its first bytes. */
#ifndef DETECT_H
#define DETECT_H
#include "codec.h"

struct detection {
	const struct codec *codec;  /* never NULL */
	const struct codec *second; /* the next best, or NULL where none other bid */
	unsigned margin;            /* bits by which the winner was better than the second */
};

/* Looks at in[0..n), the first bytes of a document, at most WINDOW_BYTES of them; end: that is all of it. */
struct detection detect(const unsigned char *in, size_t n, bool end);

#endif
