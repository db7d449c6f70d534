#include "lm.h"
#include "lm_table.h"

/* The cost of a known pair in steps of LM_PAIR_STEP, or 0. */
static unsigned pair_cost(unsigned before, unsigned id)
{
	uint32_t hash = lm_hash(before, id);
	unsigned tag = hash & ((1u << LM_TAG_BITS) - 1);
	unsigned bucket = hash >> LM_TAG_BITS;

	for (;; bucket = (bucket + 1) & ((1u << LM_BUCKET_BITS) - 1), tag += 1u << LM_TAG_BITS) {
		const uint16_t *slot = lm_tag[bucket];

		for (unsigned i = 0; i < LM_SLOTS; i++)
			if (slot[i] == tag)
				return lm_pair[bucket][i];
		if (slot[LM_SLOTS - 1] == LM_EMPTY)
			return 0;
	}
}

unsigned lm_cost(cp before, cp c)
{
	unsigned a = lm_number(before), b = lm_number(c);
	int cost = (int)pair_cost(a, b) * LM_PAIR_STEP;

	if (!cost)
		cost = lm_symbol[b].alone + lm_symbol[a].left;
	cost += lm_symbol[b].spread;
	return cost < 1 ? 1 : cost > LM_MOST ? LM_MOST : (unsigned)cost;
}
