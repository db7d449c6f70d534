/* phrases.h - longest match over a fixed set of keys, most of them words of two to four Han.
 *
 * In running text few places begin a key, so the question is put first to a filter that answers without a branch. The
 * first two code points of a text choose a word of 64 bits, in which there are two bits for each key of that length (or
 * whoever else wants to be asked there), and two for each third code point of longer keys. All is hashed: a set bit
 * means "perhaps", and one place in 20 passes. The keys of a word are one list, so that the same number finds them:
 * those of two units, which are most, and behind them the longer ones, the longest first, for where a third code point
 * fits. dict/print.c writes the arrays.
 */
#ifndef PHRASES_H
#define PHRASES_H
#include <stdbool.h>
#include "buf.h"

struct phrases {
	const uint32_t *list; /* by word of the filter, and one more: where its keys begin in key[] */
	const uint16_t *key;  /* each its phrase_head(), its number in two, the higher first, and itself in UTF-16 */
	unsigned shift;       /* 64 less the logarithm of the number of words */
	bool alone;           /* there are keys of one code point */
};

enum {
	PHRASE_HEAD = 3, /* units before a key */
	PHRASE_FIRST = 4 /* units that are compared at once; so many may be read behind the last key */
};

/* Before a key stands its length, in units, and how many bits of the first PHRASE_FIRST units lie beyond it: keys of
   all lengths are compared without a branch that would often be guessed wrong. */
static inline uint16_t phrase_head(size_t len)
{
	size_t beyond = len < PHRASE_FIRST ? PHRASE_FIRST - len : 0;

	return (uint16_t)(beyond * 16 << 8 | len);
}
static inline size_t phrase_len(uint16_t head) { return head & 0xff; }
static inline unsigned phrase_beyond(uint16_t head) { return head >> 8; }

/* 2^64 and 2^32 divided by the golden ratio (Knuth, TAOCP 6.4). */
#define PHRASE_HASH  0x9e3779b97f4a7c15u
#define PHRASE_THIRD 0x9e3779b9u

/* The first two code points of a text as one number, which chooses the word. b is 0 for a key of one code point. */
static inline uint64_t phrase_two(cp a, cp b) { return ((uint64_t)a << 21 | b) * PHRASE_HASH; }
static inline size_t phrase_word(uint64_t two, unsigned shift) { return (size_t)(two >> shift); }

/* Bit 0: are the two bits set that stand for a key of that length, or for that third code point of longer ones? */
static inline uint64_t phrase_has_two(uint64_t word, uint64_t two)
{
	return word >> (two >> 26 & 63) & word >> (two >> 20 & 63); /* below what chooses the word */
}
static inline uint64_t phrase_has_third(uint64_t word, cp c)
{
	return word >> (c * PHRASE_THIRD >> 26) & word >> (c * PHRASE_THIRD >> 20 & 63);
}

/* Bit 0: may a key begin with a, b and c? */
static inline uint64_t phrase_may(const uint64_t *filter, unsigned shift, cp a, cp b, cp c)
{
	uint64_t two = phrase_two(a, b), word = filter[phrase_word(two, shift)];

	return phrase_has_two(word, two) | phrase_has_third(word, c);
}

/* Fetches the keys that in[0..2) may begin: of several places at once, while phrases_longest() waits for one at a time.
 */
static inline void phrases_fetch(const struct phrases *p, const cp *in)
{
	__builtin_prefetch(p->key + p->list[phrase_word(phrase_two(in[0], in[1]), p->shift)]);
}

/* The length of the longest key that in[0..n) begins with, n > 0, and its number in *number; 0 where none does. filter:
   one that has these keys, perhaps with others. */
size_t phrases_longest(const struct phrases *p, const uint64_t *filter, const cp *in, size_t n, uint32_t *number);

struct phrase_found {
	size_t len;
	uint32_t number;
};

/* All keys of two code points or more that in[0..n) begins with, n > 1, equal ones one after another: how many of
   them, at most `most`, are in found[]. filter as above. */
size_t phrases_all(const struct phrases *p, const uint64_t *filter, const cp *in, size_t n, struct phrase_found *found,
		   size_t most);

#endif
