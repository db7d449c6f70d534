/* lm.h - how likely a character is in Chinese, given the one before it.
 *
 * Pairs of characters that are met more often than chance has it, and for all others the character alone. Both
 * scripts share one table: traditional characters are taken as their simplified forms. Takes no memory.
 */
#ifndef LM_H
#define LM_H
#include <stdbool.h>
#include "buf.h"
#include "lm_table.h"

enum {
	LM_BIT = 16,           /* costs are in sixteenths of a bit */
	LM_MOST = 24 * LM_BIT, /* no cost is above */
	LM_EDGE = '\n'         /* stands for the start and for the end of a line */
};

/* What c costs after `before`: -LM_BIT * log2 P(c | before), from 1 to LM_MOST. Any code points may be given, also
   CP_RAW | byte. For each `before` the probabilities sum to 1 over all c (forms that are folded counted once, what is
   cut at LM_MOST left out). ASCII letters, digits, kana, rare Han and other scripts are classes, whose members share
   the probability of their class evenly. */
unsigned lm_cost(cp before, cp c);

/* Says that lm_cost(before, c) will be asked soon: the table is larger than the caches next to the processor. Inline by
   force: gcc 12 drops calls of a function that does nothing else. */
__attribute__((always_inline)) static inline void lm_soon(cp before, cp c)
{
	uint32_t hash = lm_hash(lm_number(before), lm_number(c));
	unsigned first = hash >> LM_TAG_BITS, second = lm_other_bucket(first, hash & (LM_SECOND - 1));

	__builtin_prefetch(lm_tag[first]);
	__builtin_prefetch(lm_tag[second]);
	__builtin_prefetch(lm_pair[first]);
	__builtin_prefetch(lm_pair[second]);
}

/* Whether c is seldom met in Chinese: a Han character that costs LM_RARE or more alone, kana, and letters, controls and
   signs that Chinese has no use for. ASCII and what is above U+FFFF is not. */
static inline bool lm_is_rare(cp c) { return c < 0x10000 && lm_rare[c / 32] >> c % 32 & 1; }

#endif
