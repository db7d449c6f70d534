/* rarity.h - by how many bits a character is rarer than most of what Chinese text has; below 0: commoner. */
#ifndef RARITY_H
#define RARITY_H
#include "buf.h"

enum {
	RARITY_ORDINARY = 11, /* bits of a Han character (hanbits.h) that is neither */
	RARITY_ASCII = -2,    /* the ends of lines, too: rare characters in short lines add up */
	RARITY_MARK = -4,     /* punctuation, full-width forms, rules */
	RARITY_OTHER = 6,
	RARITY_RAW = 127 /* a byte that says nothing: beyond all sums */
};

/* The Basic Multilingual Plane; made by dict/mkhanbits.c from dict/hanbits.txt. */
extern const int8_t rarity_table[0x10000];

static inline int rarity(cp c)
{
	if (c < 0x10000) /* a branch that is never taken costs less than a bound */
		return rarity_table[c];
	return c < CP_RAW ? RARITY_OTHER : RARITY_RAW;
}

#endif
