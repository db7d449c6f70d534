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

/* A decoder (codec.h) by a table of two-byte codes. Inline, so that each has a loop of its own with its table in it. */
static inline size_t codec_two(const uint16_t table[][CODEC_TRAILS], codec_rare *rare, const unsigned char *in,
			       size_t n, bool end, struct buf *out)
{
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	while (i < n) {
		if (in[i] < 0x80) {
			size_t k = ascii_run(in + i, n - i, w);

			i += k;
			w += k;
			continue;
		}
		if (n - i >= 2 && codec_is_lead(in[i]) && in[i + 1] >= CODEC_TRAIL) {
			unsigned v = table[in[i] - CODEC_LEAD][in[i + 1] - CODEC_TRAIL];

			if (v && v - CODEC_FAR >= CODEC_FAR_MAX) {
				*w++ = v;
				i += 2;
				continue;
			}
		}
		size_t len = rare(in + i, n - i, end, &w);

		if (!len)
			break;
		i += len;
	}
	out->n += (size_t)(w - w0);
	return i;
}

#endif
