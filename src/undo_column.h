/* undo_column.h - the ways to read a text that reach one place of it (undo.h): the likeliest, as many as are kept. */
#ifndef UNDO_COLUMN_H
#define UNDO_COLUMN_H
#include "undo_way.h"

enum {
	UNDO_WAYS = 64,           /* kept at each place: what lost bytes make of one another's guesses */
	UNDO_MARGIN = 56 * LM_BIT /* a way so much dearer than the best is given up: lost bytes, and a rare character */
};

struct undo_column {
	struct undo_way *way;
	size_t n;
	unsigned best; /* cost of the cheapest */
};

/* A column that is being filled. */
struct undo_filling {
	struct undo_column *to;   /* its ways have room for UNDO_WAYS */
	unsigned dearest, limit;  /* when there are so many: the one that another would replace, and its cost */
	uint32_t hash[UNDO_WAYS]; /* of what makes ways the same */
};

/* Begins to fill c, whose ways go to way[0..UNDO_WAYS). */
void undo_fill(struct undo_filling *f, struct undo_column *c, struct undo_way *way);

/* Puts w, which goes on from way `from` of the column before, in: in the place of a dearer one that goes on in the same
   way, or of the dearest. The first place is kept for the text as it is, which comes first. */
void undo_push(struct undo_filling *f, const struct undo_way *w, size_t from);

/* Whether a way that costs so much, and reads again, would not be kept. What makes it dearer will not help it. */
static inline bool undo_hopeless(const struct undo_filling *f, unsigned cost)
{
	return (cost > f->to->best && cost - f->to->best > UNDO_MARGIN) || (f->to->n == UNDO_WAYS && cost >= f->limit);
}

#endif
