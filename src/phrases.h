/* phrases.h - longest match over a fixed set of keys, most of them words of two to four Han.
 *
 * In running text few places begin a key, so the question is put first to a filter that answers without a branch: a bit
 * for each pair of code points that is a key, and for each three that a longer key begins with (hashed: a set bit means
 * "perhaps"). One place in 20 passes. All keys whose bits lie in the same word of the filter are one list, the longest
 * first, so that the word's number finds them. dict/mkdict.c writes the arrays.
 */
#ifndef PHRASES_H
#define PHRASES_H
#include <stdbool.h>
#include "buf.h"

struct pairs {
	const uint64_t *word; /* the filter */
	unsigned shift;       /* 64 less the logarithm of its size in bits */
};

struct phrases {
	struct pairs filter;
	const uint32_t *list; /* by word of the filter, and one more: where its keys begin in key[] */
	const uint32_t *key;  /* each PHRASE_HEAD of its length and number, then its code points */
};

/* Numbers are from 1. */
#define PHRASE_LEN(head) ((head) & 0xff)
#define PHRASE_NUMBER(head) ((head) >> 8)
#define PHRASE_HEAD(number, len) ((uint32_t)(number) << 8 | (uint32_t)(len))

/* The heads of keys, as one number. No key holds a NUL, so that each is of one length only. */
static inline uint64_t phrase_two(cp a, cp b) { return (uint64_t)a << 21 | b; }
static inline uint64_t phrase_three(uint64_t two, cp c) { return two << 21 | c; }

/* The place of a head's bit in the filter. */
static inline uint64_t phrase_bit(const struct pairs *f, uint64_t head)
{
	return head * 0x9e3779b97f4a7c15u >> f->shift; /* Knuth, TAOCP 6.4: 2^64 divided by the golden ratio */
}

static inline uint64_t phrase_may(const struct pairs *f, uint64_t head)
{
	uint64_t bit = phrase_bit(f, head);

	return f->word[bit / 64] >> (bit % 64);
}

/* The length of the longest key that in[0..n) begins with, n > 0, and its number in *number; 0 where none does. */
size_t phrases_longest(const struct phrases *p, const cp *in, size_t n, uint32_t *number);

#endif
