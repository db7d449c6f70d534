/* ascii.h - runs of ASCII, eight bytes at a time: markup and English are most of many pages. */
#ifndef ASCII_H
#define ASCII_H
#include "buf.h"
#include <stdbool.h>
#include <string.h>

enum { ASCII_STEP = 8 };

/* How many of the eight bytes in memory that were loaded as this number come before the first that is not ASCII. */
static inline size_t ascii_before(uint64_t eight)
{
	uint64_t high = eight & UINT64_C(0x8080808080808080);

	if (!high)
		return ASCII_STEP;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return (size_t)__builtin_clzll(high) / 8;
#else
	return (size_t)__builtin_ctzll(high) / 8;
#endif
}

/* Writes the ASCII at the head of in[0..n) to w, which has room for n, and returns how long it is. Something may be
   written behind it. */
static inline size_t ascii_run(const unsigned char *restrict in, size_t n, cp *restrict w)
{
	size_t i = 0;

	while (n - i >= ASCII_STEP) {
		uint64_t eight;

		memcpy(&eight, in + i, sizeof eight);
		for (size_t k = 0; k < ASCII_STEP; k++)
			w[i + k] = in[i + k];
		size_t k = ascii_before(eight);
		i += k;
		if (k < ASCII_STEP)
			return i;
	}
	for (; i < n && in[i] < 0x80; i++)
		w[i] = in[i];
	return i;
}

/* Are the eight code points at in all ASCII? */
static inline bool ascii_all(const cp *in)
{
	cp any = 0;

	for (size_t k = 0; k < ASCII_STEP; k++)
		any |= in[k];
	return any < 0x80;
}

#endif
