/* ascii.h - runs of ASCII, eight bytes at a time: markup and English are most of many pages. */
#ifndef ASCII_H
#define ASCII_H
#include "buf.h"
#include <string.h>

/* Writes the ASCII at the head of in[0..n) to w, which has room for n, and returns how long it is. */
static inline size_t ascii_run(const unsigned char *restrict in, size_t n, cp *restrict w)
{
	size_t i = 0;
	uint64_t eight;

	for (; n - i >= 8; i += 8) {
		memcpy(&eight, in + i, 8);
		if (eight & UINT64_C(0x8080808080808080))
			break;
		for (size_t k = 0; k < 8; k++)
			w[i + k] = in[i + k];
	}
	for (; i < n && in[i] < 0x80; i++)
		w[i] = in[i];
	return i;
}

#endif
