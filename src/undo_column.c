#include "undo_column.h"

/* The bytes of a character that is not whole yet, as one number. */
static uint32_t open_bits(const struct undo_part *part)
{
	return part->need ? part->bits | (uint32_t)part->need << 24 : 0;
}

/* Whether two ways go on in the same way, whatever they have made so far. */
static bool same(const struct undo_way *a, const struct undo_way *b)
{
	return a->last == b->last && a->reading == b->reading && a->bracket == b->bracket
	       && open_bits(&a->part[0]) == open_bits(&b->part[0]) && open_bits(&a->part[1]) == open_bits(&b->part[1]);
}

static uint32_t hash(const struct undo_way *w)
{
	enum { PRIME = 0x01000193 }; /* of FNV-1a */
	uint32_t h = w->last | (uint32_t)w->reading << 24;

	h = h * PRIME ^ open_bits(&w->part[0]);
	h = h * PRIME ^ open_bits(&w->part[1]);
	return h * PRIME ^ w->bracket;
}

void undo_fill(struct undo_filling *f, struct undo_column *c, struct undo_way *way)
{
	*c = (struct undo_column){ .way = way, .best = UINT32_MAX };
	f->to = c;
}

/* The place of a way that is the same as w, from `from` on, or how many there are. */
static size_t find(const struct undo_filling *f, const struct undo_way *w, uint32_t h, size_t from)
{
	const struct undo_column *to = f->to;
	size_t k = from;

	while (k < to->n && !(f->hash[k] == h && same(&to->way[k], w)))
		k++;
	return k;
}

/* Which one would be replaced, and is not the first. */
static void find_dearest(struct undo_filling *f)
{
	const struct undo_way *way = f->to->way;

	f->dearest = 1;
	for (unsigned k = 2; k < UNDO_WAYS; k++)
		if (way[k].cost > way[f->dearest].cost)
			f->dearest = k;
	f->limit = way[f->dearest].cost;
}

/* Whether w is to take the place of the other. Of two that cost the same, one that did not begin just now: damage has
   no holes. */
static bool better(const struct undo_way *w, const struct undo_way *other)
{
	return w->cost < other->cost || (w->cost == other->cost && other->begins && !w->begins);
}

void undo_push(struct undo_filling *f, const struct undo_way *w, size_t from)
{
	struct undo_column *to = f->to;
	bool plain = w->reading == AS_IS;

	if (!plain && undo_hopeless(f, w->cost))
		return;
	uint32_t h = hash(w);
	size_t place = find(f, w, h, !plain);
	if (place == UNDO_WAYS)
		place = f->dearest;
	if (place < to->n && !better(w, &to->way[place]))
		return;
	to->way[place] = *w;
	to->way[place].from = (unsigned short)from;
	f->hash[place] = h;
	to->n += place == to->n;
	to->best = w->cost < to->best ? w->cost : to->best;
	if (to->n == UNDO_WAYS)
		find_dearest(f);
}
