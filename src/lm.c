#include "lm.h"
#include "lm_table.h"
#include <stdbool.h>

static bool holds(const uint16_t slot[LM_SLOTS], uint16_t tag)
{
	uint16_t found = 0; /* no way out of the loop, no wider type in it: it becomes a few vector instructions */

	for (unsigned i = 0; i < LM_SLOTS; i++)
		found = found | (slot[i] == tag ? UINT16_MAX : 0);
	return found;
}

/* The cost of a known pair in steps of LM_PAIR_STEP, or 0. */
static unsigned pair_cost(unsigned before, unsigned id)
{
	uint32_t hash = lm_hash(before, id);
	uint16_t tag = hash & (LM_SECOND - 1);
	unsigned bucket = hash >> LM_TAG_BITS, i = 0;

	if (!holds(lm_tag[bucket], tag)) {
		if (lm_tag[bucket][LM_SLOTS - 1] == LM_EMPTY)
			return 0;
		bucket = lm_other_bucket(bucket, tag);
		tag |= LM_SECOND;
		if (!holds(lm_tag[bucket], tag))
			return 0;
	}
	while (lm_tag[bucket][i] != tag)
		i++;
	return lm_pair[bucket][i];
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
