/* phrases.h - longest match over a fixed set of keys, most of them words of two to four Han.
 *
 * In running text few places begin a key, so the question is put first to a filter that answers without a branch. The
 * first two code points of a text choose a word of 64 bits, in which there is a bit for each key of that length (or for
 * whoever else wants to be asked there), and one for each third code point of longer keys. All is hashed: a set bit
 * means "perhaps", and one place in 20 passes. The keys of a word are one list, the longest first, so that the same
 * number finds them. dict/mkdict.c writes the arrays.
 */
#ifndef PHRASES_H
#define PHRASES_H
#include "buf.h"

struct phrases {
	const uint32_t *list; /* by word of the filter, and one more: where its keys begin in key[] */
	const uint16_t *key;  /* each its length, its number in two, the higher first, and itself in UTF-16 */
	unsigned shift;       /* 64 less the logarithm of the number of words */
};

enum { PHRASE_HEAD = 3 }; /* units before a key */

/* 2^64 and 2^32 divided by the golden ratio (Knuth, TAOCP 6.4). */
#define PHRASE_HASH 0x9e3779b97f4a7c15u
#define PHRASE_THIRD 0x9e3779b9u

/* The first two code points of a text as one number: its word is the number of a word in the filter, its bit the bit of
   a key of that length. b is 0 for a key of one code point. */
static inline uint64_t phrase_two(cp a, cp b) { return ((uint64_t)a << 21 | b) * PHRASE_HASH; }
static inline size_t phrase_word(uint64_t two, unsigned shift) { return (size_t)(two >> shift); }
static inline unsigned phrase_bit(uint64_t two) { return two >> 26 & 63; } /* below all words */
static inline unsigned phrase_third(cp c) { return c * PHRASE_THIRD >> 26; }

/* Bit 0: may a key begin with a, b and c? */
static inline uint64_t phrase_may(const uint64_t *filter, unsigned shift, cp a, cp b, cp c)
{
	uint64_t two = phrase_two(a, b), word = filter[phrase_word(two, shift)];

	return word >> phrase_bit(two) | word >> phrase_third(c);
}

/* The length of the longest key that in[0..n) begins with, n > 0, and its number, from 1, in *number; 0 where none
   does. */
size_t phrases_longest(const struct phrases *p, const cp *in, size_t n, uint32_t *number);

#endif
