/* False line breaks: where pages or lines of a fixed width were cut out of running text.
 *
 * Two kinds, each with its own evidence, weighed over the document's window before anything is touched:
 *
 * Pages. Paragraphs are on one line each, but some sentences are cut by a blank line (or a plain one): the end of a
 * page. A page ends with a full line, so the piece before a false break is a whole number of lines long. Where the
 * pieces of text that stop in mid-sentence are whole numbers of one width, that is the width of the page.
 *
 * Lines. Every line is cut at one width. Then a line that is cut is full: what the next line begins with would not
 * have fitted on it. Such a layout may be meant (a manual on a terminal), so by default it is undone only where
 * paragraphs begin with ideographic spaces, as prose is set; else where the user asks for probable changes.
 *
 * Evidence is in sixteenths of a bit: the sum over all places where text seems cut of log2 of how much likelier its
 * width is if the text was cut at that width than if it was not. */
#include "han.h"
#include "line.h"
#include "stage.h"
#include <limits.h>
#include <string.h>

enum {
	BLANKS = 32, /* blanks behind a line that are looked through; more are a layout */
	SPAN = 64,   /* code points of blanks and line feeds that a false break can be: an indent and a blank line */
	AHEAD = 96,  /* code points of the next line that are looked at */
	HOLD = BLANKS + 1 + SPAN + AHEAD,

	FULL = 50,        /* columns: shorter lines (25 characters) are verse, titles, items, and end where they end */
	PAGE_MIN = 30,    /* widths of lines that are thought of, in columns: 15 characters (a phone or a newspaper */
	PAGE_MAX = 100,   /* column) to 50 (a sheet of A4 in 9 point) */
	SAMPLES = 1024,   /* breaks weighed; more of them tell nothing new */
	BIT = 16,         /* evidence is counted in sixteenths of a bit */
	ENOUGH = 6 * BIT, /* 70 widths are tried (6 bits), but few clean documents have two sentences that look cut */
	WRAPPED = 10 * BIT,           /* three full lines that stop in mid-sentence, and none that is not full */
	PARAGRAPH = 3 * PAGE_MAX / 2, /* columns that no line cut at a width has: a paragraph on one line */
	LONG = 2 * PAGE_MAX,          /* lines of more columns are counted as one kind */
	SENTENCES = 2, /* paragraphs that end with a sentence, at least, for one that does not: pages hold a few */
	REPEATED = 4,  /* characters at most that stand at both sides of the end of a page */
};

struct unwrap {
	unsigned page;    /* columns of the lines that pages were set in; 0: no page breaks */
	unsigned feeds;   /* line feeds at the end of a page: as many as at that of a paragraph */
	unsigned wrap;    /* columns at which lines were cut; 0: they were not */
	bool wide;        /* ambiguous characters take two columns there */
	bool settled;     /* every line that is not full ends its paragraph: then a full one never does */
	struct line line; /* the line that is being read */
};

/* A line feed and what follows it. */
struct gap {
	size_t at, text;  /* in[at..text) are blanks and line feeds between two lines of text */
	unsigned feeds;   /* line feeds; 0: no break that could be false */
	struct line next; /* the next line, as far as it was looked at */
	bool whole;       /* it was seen to its end */
};

/* Looks at the gap at the line feed in[nl]. False: more text is needed to tell. */
static bool look(const cp *in, size_t n, bool end, size_t nl, struct gap *g)
{
	size_t i = nl, line = nl, e;

	*g = (struct gap){ .at = nl };
	while (g->at && nl - g->at <= BLANKS && line_blank(in[g->at - 1]))
		g->at--;
	for (; i < n && i - nl < SPAN && (in[i] == '\n' || line_blank(in[i])); i++)
		if (in[i] == '\n') {
			g->feeds++;
			line = i + 1;
		}
	if (i == n && i - nl < SPAN) {
		g->feeds = 0; /* where nothing follows there is nothing to join */
		return end;
	}
	g->text = i;
	for (e = i; e < n && e - i < AHEAD && in[e] != '\n'; e++)
		;
	if (e == n && e - i < AHEAD && !end)
		return false;
	if (i - nl >= SPAN || nl - g->at > BLANKS || g->feeds > 2)
		g->feeds = 0;
	g->whole = e == n ? end : in[e] == '\n';
	line_read(&g->next, in + line, e - line);
	return true;
}

/* Prose: a quarter of the line at least is Han characters, as in no code, and it has no gaps, as tables, drawings and
   contents do. */
static bool prose(const struct line *l) { return l->nhead && l->han * 8 >= l->columns && !l->gap; }

static enum line_end ending(const struct line *l) { return l->ntail ? line_end(l->tail[l->ntail - 1]) : LINE_ENDS; }

static bool latin(cp c) { return c > ' ' && c < 0x2000; }

static bool hyphen(const struct line *l, const struct line *next)
{
	return l->ntail > 1 && l->tail[l->ntail - 1] == '-' && ascii_alpha(l->tail[l->ntail - 2]) && next->nhead
	       && ascii_lower(next->head[0]);
}

/* Could the line and the one behind the gap be one sentence, by their looks alone? */
static bool goes_on(const struct line *l, const struct gap *g)
{
	return g->feeds && !l->blanks && prose(l) && prose(&g->next)
	       && (l->pause || l->stop || g->next.pause || g->next.stop) && line_continues(g->next.head, g->next.nhead)
	       && (!g->next.indent || g->next.indent == l->indent) && !g->next.ideographic;
}

/* A short last line without a stop. */
static bool heading(const struct gap *g)
{
	enum line_end how = ending(&g->next);

	return g->whole && g->next.columns < FULL && (how == LINE_RUNS || how == LINE_CLOSES);
}

/* So, and in mid-sentence where a page ends? Not a line that is marked and has nothing but commas: a heading. */
static bool page_may_end(const struct line *l, const struct gap *g)
{
	if (!goes_on(l, g) || heading(g) || l->columns < FULL || !(ending(l) == LINE_RUNS || hyphen(l, &g->next)))
		return false;
	return l->stop || (l->pause && (l->columns >= 2 * FULL || !line_marked(l->head, l->nhead)));
}

/* log2(x) in 1/BIT bits, x > 0, with the fraction made straight between powers of two. */
static int log2_bits(unsigned x)
{
	int whole = 0;

	while (x >> (whole + 1))
		whole++;
	return whole * BIT + (int)((x * BIT) >> whole) - BIT;
}

/* How far from a whole number of lines a piece of so many may be: what is set at other than full or half width, and
   the marks that may not begin a line, shift each line's end a little, by chance to this side or that. */
static unsigned drift(uint64_t lines, unsigned page)
{
	unsigned d = 0;

	while (d * d < 4 * lines && 4 * (d + 2) < page)
		d++;
	return d + 2;
}

/* Columns by which so many are more or less than a whole number of lines of a page; *may: how many that may be. */
static unsigned off(uint64_t columns, unsigned page, unsigned *may)
{
	uint64_t lines = (columns + page / 2) / page;
	uint64_t whole = lines * page;

	*may = lines ? drift(lines, page) : 0;
	return (unsigned)(columns > whole ? columns - whole : whole - columns);
}

/* Columns of a line where it stands, from the margin: ambiguous characters are as wide as wide says. */
static uint64_t width(const struct line *l, bool wide) { return l->indent + l->columns + (wide ? l->ambiguous : 0); }

struct sample {
	unsigned columns[2]; /* without and with ambiguous characters wide */
	unsigned unit;       /* columns that did not fit, where the line was cut at a width */
	bool runs;           /* it ends in mid-sentence */
	unsigned feeds;      /* line feeds behind it */
};

struct survey {
	struct sample page[SAMPLES], wrap[SAMPLES]; /* the breaks that pages, or lines of fixed width, may have made */
	size_t npage, nwrap;
	unsigned longer[2][LONG + 1]; /* lines of prose, by ambiguous wide or not, of more columns than the index */
	unsigned indents;             /* paragraphs that begin with ideographic spaces */
	unsigned ends[3];             /* lines that end with their sentence, by the line feeds behind them */
};

static unsigned capped(uint64_t n, unsigned most) { return n < most ? (unsigned)n : most; }

static void sample(struct sample *to, size_t *n, const struct line *l, uint64_t indent, const struct gap *g)
{
	if (*n == SAMPLES)
		return;
	to[(*n)++] = (struct sample){
		.columns = { capped(indent + l->columns, UINT_MAX),
			     capped(indent + l->columns + l->ambiguous, UINT_MAX) },
		.unit = line_unit(g->next.head, g->next.nhead),
		.runs = ending(l) == LINE_RUNS,
		.feeds = g->feeds,
	};
}

/* A line of the window, and what follows it. */
static void take(struct survey *s, const struct line *l, const struct gap *g)
{
	if (prose(l)) {
		for (int wide = 0; wide < 2; wide++)
			s->longer[wide][capped(width(l, wide), LONG)]++;
		s->indents += l->ideographic;
		s->ends[g->feeds] += ending(l) == LINE_STOPS;
	}
	if (page_may_end(l, g) && !latin(l->tail[l->ntail - 1]) && !latin(g->next.head[0]))
		sample(s->page, &s->npage, l, 0, g);
	if (g->feeds == 1 && goes_on(l, g))
		sample(s->wrap, &s->nwrap, l, l->indent, g);
}

/* In half of the cases a page's piece is a whole number of lines to a column, in 7 of 20 it drifts, else it is no such
   piece; text that was not cut has any length. Pieces that are all of one length are the items of a list. */
static int page_bits(const struct survey *s, unsigned feeds, unsigned page)
{
	uint64_t least = UINT64_MAX, most = 0; /* lines of a piece */
	int bits = 0;

	for (size_t i = 0; i < s->npage; i++) {
		unsigned columns = s->page[i].columns[1], may, by = off(columns, page, &may);
		uint64_t lines = (columns + page / 2) / page;

		if (s->page[i].feeds != feeds)
			continue;
		if (by > may) {
			bits -= 5 * BIT / 2;
			continue;
		}
		bits += by <= 1 ? log2_bits(page) - log2_bits(6) : log2_bits(page * 7) - log2_bits(20 * (2 * may - 2));
		least = lines < least ? lines : least;
		most = lines > most ? lines : most;
	}
	return least < most ? bits : 0;
}

static bool full(uint64_t columns, unsigned unit, unsigned wrap)
{
	return columns <= wrap && columns + unit + 1 > wrap;
}

static int wrap_bits(const struct survey *s, unsigned wrap, bool wide)
{
	int bits = (int)s->longer[wide][wrap] * (-5 * BIT / 2);

	for (size_t i = 0; i < s->nwrap; i++) {
		const struct sample *p = &s->wrap[i];

		if (!p->runs)
			continue;
		if (full(p->columns[wide], p->unit, wrap))
			bits += log2_bits(42) - log2_bits(p->unit + 1);
		else
			bits -= 5 * BIT / 2;
	}
	return bits;
}

/* Is every line that ends with its sentence but is not full the last of its paragraph? */
static bool settled(const struct survey *s, unsigned wrap, bool wide)
{
	size_t cut = 0, loose = 0;

	for (size_t i = 0; i < s->nwrap; i++)
		if (full(s->wrap[i].columns[wide], s->wrap[i].unit, wrap))
			cut++;
		else
			loose++;
	return loose * 16 <= cut;
}

static void weigh(struct unwrap *u, const struct survey *s, const struct settings *set)
{
	int most = WRAPPED - 1;

	for (unsigned wrap = PAGE_MIN; wrap <= PAGE_MAX; wrap++) {
		for (int wide = 0; wide < 2; wide++) {
			int bits = set->probable || s->indents > 1 ? wrap_bits(s, wrap, wide) : 0;

			if (bits > most) {
				most = bits;
				u->wrap = wrap;
				u->wide = wide;
			}
		}
	}
	if (u->wrap) {
		u->settled = settled(s, u->wrap, u->wide);
		return;
	}
	most = ENOUGH - 1;
	u->feeds = s->ends[2] > s->ends[1] ? 2 : 1;
	if (s->longer[1][PARAGRAPH] < s->npage || s->ends[u->feeds] < SENTENCES * s->npage)
		return; /* every line was cut */
	for (unsigned page = PAGE_MIN; page <= PAGE_MAX; page++) {
		int bits = page_bits(s, u->feeds, page);

		if (bits > most) {
			most = bits;
			u->page = page;
		}
	}
}

static void begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct unwrap *u = state;
	struct survey s = { .npage = 0 };
	struct line l = { .columns = 0 };
	struct gap g;

	for (size_t i = 0, from = 0; i < n; i++) {
		if (in[i] != '\n')
			continue;
		if (!look(in, n, end, i, &g))
			break;
		line_read(&l, in + from, i - from);
		l.blanks = 0;
		take(&s, &l, &g);
		l = (struct line){ .columns = 0 };
		from = i + 1;
	}
	for (int wide = 0; wide < 2; wide++)
		for (size_t i = LONG; i--;)
			s.longer[wide][i] += s.longer[wide][i + 1];
	weigh(u, &s, set);
}

/* Is the gap behind the line false? */
static bool false_break(const struct unwrap *u, const struct line *l, const struct gap *g)
{
	unsigned may;

	if (u->page)
		return g->feeds == u->feeds && page_may_end(l, g)
		       && off(l->columns + l->ambiguous, u->page, &may) <= may;
	if (!goes_on(l, g) || !full(width(l, u->wide), line_unit(g->next.head, g->next.nhead), u->wrap))
		return false;
	if (g->feeds > 1)
		return page_may_end(l, g);
	enum line_end how = ending(l);

	return how == LINE_RUNS || how == LINE_CLOSES || (how == LINE_STOPS && u->settled && !heading(g))
	       || hyphen(l, &g->next);
}

/* Characters at the start of the next line that repeat the last ones of this. Reduplication is common (人人), so one
   or two must also be what the line has too many. */
static size_t repeated(const struct unwrap *u, const struct line *l, const struct line *next)
{
	unsigned may;

	for (size_t m = REPEATED; u->page && m; m--) {
		if (m > l->ntail || m > next->nhead || memcmp(l->tail + l->ntail - m, next->head, m * sizeof(cp)))
			continue;
		uint64_t columns = l->columns + l->ambiguous;

		if (!han_is(next->head[0]))
			return 0;
		return m > 2 || off(columns - 2 * m, u->page, &may) < off(columns, u->page, &may) ? m : 0;
	}
	return 0;
}

/* Joins the line with the next: in[*from..) is still to be copied. Returns where the next line's text goes on. */
static size_t join(const struct unwrap *u, const struct gap *g, const cp *in, size_t *from, struct buf *out,
		   struct note *notes)
{
	const struct line *l = &u->line;
	bool cut_word = hyphen(l, &g->next);
	size_t at = g->at - cut_word, again = repeated(u, l, &g->next);
	bool space = !cut_word && latin(l->tail[l->ntail - 1]) && latin(g->next.head[0]);

	buf_add(out, in + *from, at - *from);
	if (space)
		buf_put(out, ' ');
	note(notes, g->feeds > 1 ? RULE_PAGE_BREAK : RULE_LINE_BREAK, at, g->text - at, space);
	if (again)
		note(notes, RULE_REPEATED, g->text, again, 0);
	*from = g->text + again;
	return *from;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct unwrap *u = state;
	size_t from = 0, i = 0;

	while ((u->page || u->wrap) && i < n) {
		size_t nl = i, stop;
		struct gap g;

		while (nl < n && in[nl] != '\n')
			nl++;
		stop = nl;
		if (nl < n || !end) { /* blanks and a hyphen at the end of a line may go: not read before it is known */
			while (stop > i && nl - stop < BLANKS && line_blank(in[stop - 1]))
				stop--;
			stop -= stop > i && in[stop - 1] == '-';
		}
		line_read(&u->line, in + i, stop - i);
		i = stop;
		if (nl == n || !look(in, n, end, nl, &g))
			break;
		line_read(&u->line, in + i, g.at > i ? g.at - i : 0);
		if (false_break(u, &u->line, &g)) {
			i = join(u, &g, in, &from, out, notes);
			u->line = (struct line){ .indent = g.next.indent };
		} else {
			i = nl + 1;
			u->line = (struct line){ .columns = 0 };
		}
	}
	if (!u->page && !u->wrap)
		i = n;
	buf_add(out, in + from, i - from);
	return i;
}

const struct stage stage_unwrap = {
	.name = "unwrap",
	.step = STEP_WRAP,
	.hold = HOLD,
	.state = sizeof(struct unwrap),
	.begin = begin,
	.run = run,
};
