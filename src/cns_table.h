/* cns_table.h - the characters of CNS 11643, which dict/mkcns.c makes from dict/cns.txt. */
#ifndef CNS_TABLE_H
#define CNS_TABLE_H
#include "buf.h"

/* A plane has 94 rows of 94 columns; the high bits, two for each character, say which plane of Unicode it is in. */
enum {
	CNS_IR_165 = 0, /* in the place of plane 0, which there is not: ISO-IR-165 where it is not GB 2312 */
	CNS_PLANES = 16,
	CNS_FIRST = 0x21,
	CNS_SIDE = 94,
	CNS_CODES = CNS_SIDE * CNS_SIDE
};
struct cns_plane {
	uint16_t low[CNS_CODES];
	uint8_t high[(CNS_CODES + 3) / 4];
};
extern const struct cns_plane cns_plane[CNS_PLANES];

/* The character of plane (0 to 15), row and column (21 to 7E), or 0 where there is none. */
static inline cp cns_char(unsigned plane, unsigned row, unsigned column)
{
	unsigned i = (row - CNS_FIRST) * CNS_SIDE + column - CNS_FIRST;

	return cns_plane[plane].low[i] | (cp)(cns_plane[plane].high[i / 4] >> i % 4 * 2 & 3) << 16;
}

#endif
