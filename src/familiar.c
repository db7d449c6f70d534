#include "familiar.h"
#include "lm.h"
#include "lm_table.h"

/* A slot: the numbers of both symbols, and above them how often they were met. */
enum { PAIR = 2 * LM_ID_BITS, OFTEN = 3, FULL = FAMILIAR_SLOTS / 4 * 3 };

/* What a pair that was met once, twice, more often costs less, and what it costs in any case. Between 2 and 6 bits for the
   first it makes no page better or worse. */
static const unsigned less[OFTEN + 1] = { 0, 4 * LM_BIT, 6 * LM_BIT, 8 * LM_BIT };
enum { LEAST = 2 * LM_BIT };

/* The place of the pair, or a free one. */
static unsigned place(const struct familiar *f, uint32_t pair)
{
	unsigned i = (pair * UINT32_C(0xc2b2ae35)) >> (32 - FAMILIAR_BITS); /* any odd number: the high bits depend on all */

	while (f->slot[i] && (f->slot[i] & ((UINT32_C(1) << PAIR) - 1)) != pair)
		i = (i + 1) % FAMILIAR_SLOTS;
	return i;
}

void familiar_add(struct familiar *f, cp before, cp c)
{
	unsigned a = lm_number(before), b = lm_number(c);

	if (a < LM_CLASSES || b < LM_CLASSES) /* a class is not met as one of its members is */
		return;
	uint32_t pair = a << LM_ID_BITS | b, *slot = &f->slot[place(f, pair)];
	if (!*slot) {
		if (f->pairs == FULL)
			return;
		f->pairs++;
		*slot = pair;
	}
	*slot += *slot >> PAIR < OFTEN ? UINT32_C(1) << PAIR : 0;
}

unsigned familiar_cost(const struct familiar *f, cp before, cp c)
{
	unsigned cost = lm_cost(before, c), a = lm_number(before), b = lm_number(c);

	if (!f->pairs || a < LM_CLASSES || b < LM_CLASSES || cost <= LEAST)
		return cost;
	unsigned off = less[f->slot[place(f, a << LM_ID_BITS | b)] >> PAIR];
	return cost > LEAST + off ? cost - off : LEAST;
}
