#include "unwrap_gap.h"
#include "han.h"
#include "lm.h"

enum {
	EDGE = 9 * GAP_BIT / 2, /* what the edge of a line costs for being rarer than a character: one in 23 */
	SURE = 12 * GAP_BIT,    /* one pair of characters never counts for more */
	FOREIGN = 2 * GAP_BIT   /* nor one with a foreign letter or digit: any word may stand there */
};

bool gap_look(struct gap *g, const cp *in, size_t n, bool end, size_t nl)
{
	size_t i = nl, line = nl, stop;

	*g = (struct gap){ .at = nl };
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

/* Prose: a quarter of the line at least is Han characters, as in no code, and it has no gaps, as tables, drawings and
   contents do. */
static bool prose(const struct line *l) { return l->nhead && l->han * 8 >= l->columns && !l->gap; }

static cp last(const struct line *l) { return l->ntail ? l->tail[l->ntail - 1] : '\n'; }

enum line_end gap_ending(const struct line *l) { return line_end(last(l)); }

bool gap_hyphen(const struct line *l, const struct gap *g)
{
	return l->ntail > 1 && last(l) == '-' && ascii_alpha(l->tail[l->ntail - 2]) && g->next.nhead
	       && ascii_lower(g->next.head[0]);
}

bool gap_inside(const struct line *l, const struct gap *g)
{
	const struct line *next = &g->next;

	if (!g->feeds || l->blanks || !prose(l) || next->gap || !next->chinese || line_marked(next->head, next->nhead))
		return false;
	if (next->ideographic || (next->indent && next->indent != l->indent))
		return false;
	if (ascii_digit(last(l)) && ascii_digit(next->head[0]))
		return false; /* one number or two: nobody knows */
	return l->pause || l->stop || next->pause || next->stop || next->columns >= GAP_FULL;
}

bool gap_heading(const struct gap *g)
{
	enum line_end how = gap_ending(&g->next);

	return g->whole && g->next.columns < GAP_FULL && (how == LINE_RUNS || how == LINE_CLOSES);
}

bool gap_label(const struct gap *g) { return !line_continues(g->next.head, g->next.nhead); }

bool gap_page(const struct line *l, const struct gap *g)
{
	return gap_inside(l, g) && l->columns >= GAP_SHORT && (gap_ending(l) == LINE_RUNS || gap_hyphen(l, g));
}

bool gap_plain(const struct line *l, const struct gap *g)
{
	if (gap_heading(g) || gap_label(g) || !prose(&g->next))
		return false;
	/* A title has no marks, a marked heading commas at most. */
	return l->stop || (l->pause && (l->columns >= 2 * GAP_FULL || !line_marked(l->head, l->nhead)));
}

static bool chinese(cp c) { return han_is(c) || han_punct(c); }

int gap_bits(const struct line *l, const struct gap *g)
{
	cp a = last(l), b = g->next.head[0];
	bool foreign = !chinese(a) || !chinese(b);
	int most = foreign ? FOREIGN : SURE;

	if (!g->next.nhead || (!chinese(a) && !chinese(b)))
		return 0;
	unsigned cost = lm_cost(a, b), spaced = lm_cost(a, ' ') + lm_cost(' ', b);

	if (foreign && spaced < cost)
		cost = spaced;
	int bits = (int)(lm_cost(a, LM_EDGE) + lm_cost(LM_EDGE, b)) - (int)cost - EDGE;

	return bits > most ? most : bits < -most ? -most : bits;
}
