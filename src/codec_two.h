/* codec_two.h - what GB 18030 and Big5 share: ASCII, two-byte codes by a table, and what is rare. */
#ifndef CODEC_TWO_H
#define CODEC_TWO_H
#include "ascii.h"
#include "codec_table.h"
#include "colour.h"
#include <stdbool.h>

/* The bytes that can begin a code. */
static inline bool codec_is_lead(unsigned char b) { return b >= CODEC_LEAD && b < 0xff; }

/* The code at p[0..n), which begins with a byte from 80 up and is none of the common ones: appends what it says to *w,
   moves that on, and returns the bytes it takes; 0 where more must be seen. No more code points than bytes. */
typedef size_t codec_rare(const unsigned char *p, size_t n, bool end, cp **w);

/* Appends what v, which is not 0, of a table says to *w: one code point, or a letter and a mark. */
static inline void codec_put(unsigned v, cp **w)
{
	uint32_t wide = v - CODEC_FAR < CODEC_FAR_MAX ? codec_far[v - CODEC_FAR] : v;

	*(*w)++ = wide & ((UINT32_C(1) << CODEC_MARK_SHIFT) - 1);
	if (wide >> CODEC_MARK_SHIFT)
		*(*w)++ = wide >> CODEC_MARK_SHIFT;
}

/* What the table has for the two bytes p[0], a lead byte, and p[trail]; 0: nothing. */
static inline unsigned codec_pair(const uint16_t table[][CODEC_TRAILS], const unsigned char *p, size_t trail)
{
	return p[trail] >= CODEC_TRAIL ? table[p[0] - CODEC_LEAD][p[trail] - CODEC_TRAIL] : 0;
}

/* A lead byte at p[0..n) with colours behind it, and a byte with which it is a code: appends the colours to *w, and
   what the code says, and returns the bytes they take. 0: no such thing, or, if *more, more must be seen. */
static inline size_t codec_coloured(const uint16_t table[][CODEC_TRAILS], const unsigned char *p, size_t n, bool *more,
				    cp **w)
{
	size_t between = n > 1 && p[1] != COLOUR_ESC ? 0 : colour_between(p, n);
	unsigned v = 0;

	*more = between + 1 == n;
	if (between && !*more)
		v = codec_pair(table, p, between + 1);
	if (!v)
		return 0;
	for (size_t i = 1; i <= between; i++)
		*(*w)++ = p[i];
	codec_put(v, w);
	return between + 2;
}

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
