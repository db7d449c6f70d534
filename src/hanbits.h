/* hanbits.h - how many bits a Han character costs: -log2 of its frequency in Chinese text, from dict/hanbits.txt. */
#ifndef HANBITS_H
#define HANBITS_H
#include "buf.h"

enum { HANBITS_FIRST = 0x4e00, HANBITS_LAST = 0x9fff, HANBITS_SIZE = HANBITS_LAST + 1 - HANBITS_FIRST };
enum { HANBITS_CHEAPEST = 5, HANBITS_NONE = 20 };

/* Simplified text in the low four bits, traditional in the high four: bits - HANBITS_CHEAPEST. */
extern const uint8_t hanbits_table[HANBITS_SIZE];

/* In bits, HANBITS_CHEAPEST to HANBITS_NONE (for characters that are hardly ever seen); c from U+4E00 to U+9FFF. */
static inline unsigned hanbits_simplified(cp c) { return HANBITS_CHEAPEST + (hanbits_table[c - HANBITS_FIRST] & 15u); }

static inline unsigned hanbits_traditional(cp c) { return HANBITS_CHEAPEST + (hanbits_table[c - HANBITS_FIRST] >> 4); }

#endif
