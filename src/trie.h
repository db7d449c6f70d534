/* trie.h - longest match: which of many keys does a text begin with?
 *
 * A trie over code points whose edges lie in one open-addressed hash table, so that a step is one look-up however
 * many children a node has, and so that it can be a const array in the program or be grown at run time. Before it a
 * filter: one bit for each pair of code points that some key begins with (hashed: a set bit means "perhaps"). In
 * Chinese text it turns away most places where no key begins, at the price of one load.
 */
#ifndef TRIE_H
#define TRIE_H
#include <stdbool.h>
#include "buf.h"

/* An edge packs from node (21 bits), symbol (21), to node (21) and whether the latter is a leaf (1). Node 0 is the
   root, which no edge goes to: 0 is an empty place. */
enum { TRIE_NODES = 1 << 21 };

struct trie {
	const uint64_t *edge;
	const uint32_t *key;  /* by node: the number of the key that ends there, from 1; 0: none does */
	const uint64_t *pair; /* the filter */
	uint32_t edges;       /* places for edges */
	unsigned pair_bits;   /* the filter has 1 << pair_bits bits, at least 64 */
};

/* The second half of the pair that stands for a key of one code point: no code point. */
#define TRIE_ALONE 0x1fffffu

#define TRIE_HASH 0x9e3779b97f4a7c15u /* 2^64 divided by the golden ratio (Knuth, TAOCP 6.4) */

static inline uint64_t trie_pair(const struct trie *t, cp a, cp b)
{
	return ((uint64_t)a << 21 | b) * TRIE_HASH >> (64 - t->pair_bits);
}

/* May a key begin with a and b, or be a alone? */
static inline bool trie_may(const struct trie *t, cp a, cp b)
{
	uint64_t pair = trie_pair(t, a, b), alone = trie_pair(t, a, TRIE_ALONE);

	return (t->pair[pair >> 6] >> (pair & 63) | t->pair[alone >> 6] >> (alone & 63)) & 1;
}

/* What trie_longest() does where the filter lets a text pass. */
size_t trie_walk(const struct trie *t, const cp *in, size_t n, uint32_t *key, bool *open);

/* The length of the longest key that in[0..n) begins with, and its number in *key; 0 where none does. *open is set
   where more text behind in[n-1] could make the match longer, else left alone. */
static inline size_t trie_longest(const struct trie *t, const cp *in, size_t n, uint32_t *key, bool *open)
{
	return n < 2 || trie_may(t, in[0], in[1]) ? trie_walk(t, in, n, key, open) : 0;
}

/* A trie that grows. Begin with {0}. */
struct trie_build {
	struct trie trie; /* good for look-ups after trie_finish() */
	uint64_t *edge, *pair;
	uint32_t *key;
	size_t used, nodes, cap; /* edges in use; nodes, and room for them */
};

/* Where the number of the key in[0..n) is to be written: 0 if the key is new. n > 0. NULL where there are TRIE_NODES
   nodes already. Good until the next call. */
uint32_t *trie_add(struct trie_build *b, const cp *in, size_t n);

/* b->trie may be used now; keys may be added later, with another call after them. */
void trie_finish(struct trie_build *b);

void trie_free(struct trie_build *b); /* b is {0} again */

#endif
