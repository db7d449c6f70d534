#include "unwrap_gap.h"
#include "han.h"
#include "lm.h"

enum {
	EDGE = 9 * GAP_BIT / 2, /* what the edge of a line costs for being rarer than a character: one in 23 */
	SURE = 12 * GAP_BIT,    /* one pair of characters never counts for more */
	FOREIGN = 2 * GAP_BIT,  /* nor one with a foreign letter or digit: any word may stand there */
	INDENT = 4              /* columns: of two characters. What goes on deeper was set so, as on a terminal */
};

bool gap_look(struct gap *g, const cp *in, size_t n, bool end, size_t nl, bool widened)
{
	size_t i = nl, line = nl, stop;

	*g = (struct gap){ .at = nl, .next.widened = widened };
	while (g->at && nl - g->at <= GAP_BLANKS && line_blank(in[g->at - 1]))
		g->at--;
	for (; i < n && i - nl < GAP_SPAN && (in[i] == '\n' || line_blank(in[i])); i++) {
		if (in[i] != '\n')
			continue;
		line = i + 1;
		if (++g->feeds > 2) { /* more than one blank line is meant */
			g->feeds = 0;
			return true;
		}
	}
	if (i == n && i - nl < GAP_SPAN) {
		g->feeds = 0; /* where nothing follows there is nothing to join */
		g->text = n;
		return end;
	}
	for (stop = i; stop < n && stop - i < GAP_AHEAD && in[stop] != '\n'; stop++)
		;
	if (stop == n && stop - i < GAP_AHEAD && !end)
		return false;
	if (i - nl >= GAP_SPAN || nl - g->at > GAP_BLANKS)
		g->feeds = 0;
	g->text = i;
	g->whole = stop == n ? end : in[stop] == '\n';
	line_read(&g->next, in + line, stop - line);
	return true;
}

static cp last(const struct line *l) { return l->ntail ? l->tail[l->ntail - 1] : '\n'; }

enum line_end gap_ending(const struct line *l) { return line_end(last(l)); }

bool gap_hyphen(const struct line *l, const struct gap *g)
{
	return l->ntail > 1 && last(l) == '-' && ascii_alpha(l->tail[l->ntail - 2]) && g->next.nhead
	       && ascii_lower(g->next.head[0]);
}

static enum line_mark mark(const struct line *l) { return line_mark(l->head, l->nhead); }

bool gap_possible(const struct line *l, const struct gap *g)
{
	const struct line *next = &g->next;

	if (!g->feeds || l->blanks || l->gap || next->gap || !l->chinese || !next->chinese)
		return false;
	if (next->ideographic || (next->indent && next->indent != l->indent) || mark(next) == LINE_MARKED)
		return false;
	return !(ascii_digit(last(l)) && ascii_digit(next->head[0])); /* one number or two: nobody knows */
}

bool gap_inside(const struct line *l, const struct gap *g)
{
	const struct line *next = &g->next;

	if (!gap_possible(l, g) || !line_prose(l) || !line_prose(next) || mark(next) != LINE_PLAIN)
		return false;
	return l->pause || l->stop || next->pause || next->stop || next->columns >= GAP_FULL;
}

bool gap_heading(const struct gap *g)
{
	enum line_end how = gap_ending(&g->next);

	return g->whole && g->next.columns < GAP_FULL && (how == LINE_RUNS || how == LINE_CLOSES);
}

bool gap_label(const struct gap *g) { return line_label(g->next.head, g->next.nhead); }

bool gap_page(const struct line *l, const struct gap *g)
{
	return gap_possible(l, g) && l->columns >= GAP_SHORT && g->next.indent <= INDENT
	       && (gap_ending(l) == LINE_RUNS || gap_hyphen(l, g));
}

bool gap_plain(const struct line *l, const struct gap *g)
{
	if (!gap_inside(l, g) || gap_heading(g) || gap_label(g))
		return false;
	/* A title has no marks, a marked heading commas at most. */
	return l->stop || (l->pause && (l->columns >= 2 * GAP_FULL || mark(l) != LINE_MARKED));
}

bool gap_headed(const struct line *l) { return !l->stop && mark(l) == LINE_MARKED; }

static bool chinese(cp c) { return han_is(c) || han_punct(c); }

int gap_pair_bits(cp a, cp b)
{
	bool foreign = !chinese(a) || !chinese(b);
	int most = foreign ? FOREIGN : SURE;

	if (!chinese(a) && !chinese(b))
		return 0;
	unsigned cost = lm_cost(a, b), spaced = foreign ? lm_cost(a, ' ') + lm_cost(' ', b) : cost;

	if (spaced < cost)
		cost = spaced;
	int bits = (int)(lm_cost(a, LM_EDGE) + lm_cost(LM_EDGE, b)) - (int)cost - EDGE;

	return bits > most ? most : bits < -most ? -most : bits;
}

int gap_bits(const struct line *l, const struct gap *g)
{
	return g->next.nhead ? gap_pair_bits(last(l), g->next.head[0]) : 0;
}
