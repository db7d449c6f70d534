#include "lm.h"
#include "lm_table.h"

/* One more than the place of tag in a bucket, or 0. */
#ifdef __SSE2__
#include <emmintrin.h>

static unsigned place(const uint16_t slot[LM_SLOTS], uint16_t tag)
{
	const __m128i *half = (const __m128i *)slot, tags = _mm_set1_epi16((short)tag);
	__m128i low = _mm_cmpeq_epi16(_mm_loadu_si128(half), tags),
		high = _mm_cmpeq_epi16(_mm_loadu_si128(half + 1), tags);

	return (unsigned)__builtin_ffs(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
}
#else
/* There is no way out of the loop and no wider type in it, so that it can become a few vector instructions. */
static unsigned place(const uint16_t slot[LM_SLOTS], uint16_t tag)
{
	uint16_t at = 0;

	for (uint16_t i = 0; i < LM_SLOTS; i++)
		at = at | (slot[i] == tag ? i + 1 : 0);
	return at;
}
#endif

/* The cost of a known pair in steps of LM_PAIR_STEP, or 0. Both buckets are read at once: to be wrong about where a
   pair is costs more time than to look. */
static unsigned pair_cost(unsigned before, unsigned id)
{
	uint32_t hash = lm_hash(before, id);
	uint16_t tag = hash & (LM_SECOND - 1);
	unsigned first = hash >> LM_TAG_BITS, second = lm_other_bucket(first, tag);
	unsigned at = place(lm_tag[first], tag), other = place(lm_tag[second], tag | LM_SECOND);

	return at ? lm_pair[first][at - 1] : other ? lm_pair[second][other - 1] : 0;
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
