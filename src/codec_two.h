/* codec_two.h - what GB 18030 and Big5 share: ASCII, two-byte codes by a table, and what is rare. */
#ifndef CODEC_TWO_H
#define CODEC_TWO_H
#include "ascii.h"
#include "codec_table.h"
#include <stdbool.h>

/* The bytes that can begin a code. */
static inline bool codec_is_lead(unsigned char b) { return b >= CODEC_LEAD && b < 0xff; }

/* The code at p[0..n), which begins with a byte from 80 up and is none of the common ones: appends what it says to *w,
   moves that on, and returns the bytes it takes; 0 where more must be seen. No more code points than bytes. */
typedef size_t codec_rare(const unsigned char *p, size_t n, bool end, cp **w);

/* Writes the common two-byte codes at the head of in[0..n) to w, which has room for n, and returns how many. */
static inline size_t codec_pairs(const uint16_t table[][CODEC_TRAILS], const unsigned char *restrict in, size_t n,
				 cp *restrict w)
{
	size_t k = 0;

	for (; n - 2 * k >= 2; k++) {
		unsigned lead = in[2 * k] - (unsigned)CODEC_LEAD, trail = in[2 * k + 1] - (unsigned)CODEC_TRAIL;

		if (lead >= CODEC_LEADS || trail >= CODEC_TRAILS)
			break;
		unsigned v = table[lead][trail];

		if (!v || v - CODEC_FAR < CODEC_FAR_MAX)
			break;
		w[k] = v;
	}
	return k;
}

/* A decoder (codec.h) by a table of two-byte codes. Inline, so that each has a loop of its own with its table in it. */
static inline size_t codec_two(const uint16_t table[][CODEC_TRAILS], codec_rare *rare, const unsigned char *in,
			       size_t n, bool end, struct buf *out)
{
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	while (i < n) {
		size_t k = codec_pairs(table, in + i, n - i, w);

		i += 2 * k;
		w += k;
		if (i == n)
			break;
		if (in[i] < 0x80) {
			k = ascii_run(in + i, n - i, w);
			i += k;
			w += k;
			continue;
		}
		k = rare(in + i, n - i, end, &w);
		if (!k)
			break;
		i += k;
	}
	out->n += (size_t)(w - w0);
	return i;
}

#endif
