#include "trie.h"
#include <stdlib.h>
#include <string.h>
#include "mem.h"

enum { SYMBOL = 22, FROM = 43, TO = 1, LEAF = 1, FIRST_EDGES = 64 };

static uint32_t target(uint64_t edge) { return (uint32_t)(edge >> TO) & (TRIE_NODES - 1); }

/* The place of the edge from node over c, or the empty place where it would be. */
static size_t place(const uint64_t *edge, size_t edges, uint32_t node, cp c)
{
	uint64_t want = (uint64_t)node << 21 | c;
	size_t at = (size_t)((want * TRIE_HASH >> 32) * edges >> 32);

	while (edge[at] && edge[at] >> SYMBOL != want)
		at = at + 1 < edges ? at + 1 : 0;
	return at;
}

size_t trie_walk(const struct trie *t, const cp *in, size_t n, uint32_t *key, bool *open)
{
	uint32_t node = 0;
	size_t len = 0;

	for (size_t i = 0; i < n; i++) {
		uint64_t edge = t->edge[place(t->edge, t->edges, node, in[i])];

		if (!edge)
			return len;
		node = target(edge);
		if (t->key[node]) {
			len = i + 1;
			*key = t->key[node];
		}
		if (edge & LEAF)
			return len;
	}
	*open = true;
	return len;
}

/* Moves all edges to a table of that many places. */
static void resize(struct trie_build *b, size_t edges)
{
	uint64_t *old = b->edge;
	size_t had = b->trie.edges;

	b->edge = mem_zalloc(edges * sizeof *b->edge);
	b->trie.edges = (uint32_t)edges;
	for (size_t i = 0; i < had; i++)
		if (old[i])
			b->edge[place(b->edge, edges, (uint32_t)(old[i] >> FROM), (cp)(old[i] >> SYMBOL) & 0x1fffff)] =
				old[i];
	free(old);
}

static uint32_t new_node(struct trie_build *b)
{
	if (b->nodes == b->cap) {
		b->cap += b->cap / 2 + FIRST_EDGES;
		b->key = mem_resize(b->key, b->cap, sizeof *b->key);
	}
	b->key[b->nodes] = 0;
	return (uint32_t)b->nodes++;
}

uint32_t *trie_add(struct trie_build *b, const cp *in, size_t n)
{
	uint32_t node = 0;
	size_t last = SIZE_MAX; /* the place of the edge to node */

	if (!b->nodes)
		new_node(b);
	for (size_t i = 0; i < n; i++) {
		if (b->used + 1 > b->trie.edges / 4 * 3) {
			resize(b, b->trie.edges ? b->trie.edges * 2 : FIRST_EDGES);
			last = SIZE_MAX;
			node = 0;
			i = 0; /* places have moved: from the root again */
		}
		size_t at = place(b->edge, b->trie.edges, node, in[i]);

		if (!b->edge[at]) {
			if (b->nodes == TRIE_NODES)
				return NULL;
			uint32_t to = new_node(b);
			b->edge[at] = (uint64_t)node << FROM | (uint64_t)in[i] << SYMBOL | (uint64_t)to << TO | LEAF;
			b->used++;
			if (last != SIZE_MAX)
				b->edge[last] &= ~(uint64_t)LEAF;
		}
		node = target(b->edge[at]);
		last = at;
	}
	return &b->key[node];
}

static void set_pair(struct trie_build *b, cp first, cp second)
{
	uint64_t pair = trie_pair(&b->trie, first, second);

	b->pair[pair >> 6] |= (uint64_t)1 << (pair & 63);
}

void trie_finish(struct trie_build *b)
{
	enum { SPARSE = 16 }; /* bits for each pair: then one in 16 of the others is let pass for nothing */
	size_t pairs = 0;

	if (!b->nodes)
		new_node(b);
	resize(b, b->used + b->used / 2 + 1);             /* at least one place stays empty */
	cp *first = mem_zalloc(b->nodes * sizeof *first); /* of a child of the root: its symbol + 1 */
	for (size_t i = 0; i < b->trie.edges; i++)
		if (b->edge[i] && !(b->edge[i] >> FROM))
			first[target(b->edge[i])] = ((cp)(b->edge[i] >> SYMBOL) & 0x1fffff) + 1;
	for (size_t i = 0; i < b->trie.edges; i++)
		pairs += b->edge[i] && (!(b->edge[i] >> FROM) || first[b->edge[i] >> FROM]);
	b->trie.pair_bits = 6;
	while ((size_t)1 << b->trie.pair_bits < pairs * SPARSE)
		b->trie.pair_bits++;
	free(b->pair);
	b->pair = mem_zalloc((size_t)1 << (b->trie.pair_bits - 3));
	for (size_t i = 0; i < b->trie.edges; i++) {
		uint32_t from = (uint32_t)(b->edge[i] >> FROM);
		cp c = (cp)(b->edge[i] >> SYMBOL) & 0x1fffff;

		if (b->edge[i] && !from && b->key[target(b->edge[i])])
			set_pair(b, c, TRIE_ALONE);
		else if (b->edge[i] && from && first[from])
			set_pair(b, first[from] - 1, c);
	}
	free(first);
	b->trie.edge = b->edge;
	b->trie.key = b->key;
	b->trie.pair = b->pair;
}

void trie_free(struct trie_build *b)
{
	free(b->edge);
	free(b->pair);
	free(b->key);
	*b = (struct trie_build){ 0 };
}
