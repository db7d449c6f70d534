/* familiar.h - the pairs of characters that a text is made of: what is there once is likely to be there again.
 *
 * A page about an airport has 機場 in every paragraph, whatever the model of lm.h holds of it.
 */
#ifndef FAMILIAR_H
#define FAMILIAR_H
#include "buf.h"

enum { FAMILIAR_BITS = 12, FAMILIAR_SLOTS = 1 << FAMILIAR_BITS };

/* All zero: a text of which nothing is known. */
struct familiar {
	unsigned pairs;
	uint32_t slot[FAMILIAR_SLOTS]; /* a pair, and how often it was met; 0: free */
};

/* `before` and c stand side by side. What is beyond the room that there is, is forgotten. */
void familiar_add(struct familiar *f, cp before, cp c);

/* What c costs after `before` (lm.h), in a text in which f is familiar. */
unsigned familiar_cost(const struct familiar *f, cp before, cp c);

#endif
