/* compat_table.h - the unified ideographs of radicals and compatibility ideographs; made by dict/mkcompat.c of
 * dict/compat.txt. */
#ifndef COMPAT_TABLE_H
#define COMPAT_TABLE_H
#include <stdint.h>

enum { COMPAT_BLOCKS = 4 };

/* first to last; to[c - first] is the unified ideograph of c, or 0. */
struct compat_block {
	uint32_t first, last;
	const uint32_t *to;
};
extern const struct compat_block compat_blocks[COMPAT_BLOCKS];

#endif
