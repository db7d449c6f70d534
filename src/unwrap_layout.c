#include "unwrap_layout.h"
#include "han.h"
#include "prose.h"
#include "scan.h"
#include <limits.h>
#include <string.h>

enum {
	MOST = 200,       /* lines of more columns are counted as one kind */
	HANG = 2,         /* columns that a mark may stand beyond the edge */
	NEARLY = 2,       /* columns that a line may be short of full: it was broken by hand, or with another font */
	INDENTS_MIN = 2,  /* paragraphs that begin with ideographic spaces: text that is set as prose */
	REQUESTS = 2,     /* lines of a formatter: one may be a name, as .NET */
	SAMPLES = 1024,   /* breaks weighed; more of them tell nothing new */

	ENOUGH = 12 * GAP_BIT,  /* 70 widths are tried, which is worth 6 bits; the rest is 1 in 64 */
	PAGES = 1 * GAP_BIT,    /* more for pages, of which a document has fewer cuts than of lines */
	MISS = 5 * GAP_BIT / 2, /* a line that is too long: one in six is, in text that was cut */
	ALIKE = 6 * GAP_BIT,    /* pieces that are all of one length, as the items of a list */
	USUAL = 3 * GAP_BIT,    /* for nine widths of 70, which half of all such text was cut at */
	ODD = 2 * GAP_BIT,      /* lines are of whole characters, that is of even columns, but for one in four */
	ONE_IN_FIVE = 7 * GAP_BIT / 3
};

struct sample {
	unsigned columns[2]; /* without and with ambiguous characters wide */
	unsigned unit;       /* columns of what would not have fitted on the line */
	unsigned feeds;
	int bits;   /* what the language says */
	enum line_end how;
	bool deeper, even; /* it has a larger indent than the next, or the same one */
	bool heading;      /* what follows looks like one */
	bool pause; /* at a comma, where an author may break it, too */
	bool hangs; /* at a mark that may not begin a line */
};

struct survey {
	size_t npage, nwrap;
	bool wraps;      /* a width is looked for, too */
	bool pages_only; /* only lines that could end a page are looked at */
	unsigned longer[2][MOST + 1]; /* lines of more columns than the index, by ambiguous wide or not */
	unsigned indents;             /* paragraphs that begin with ideographic spaces */
	unsigned ends[3];             /* lines that end with a sentence, by the line feeds behind them */
	int lists;                    /* bits that lists make it less likely that a line in mid-sentence was cut */
	size_t n;                     /* length of the text, where it ends in the window; else 0 */
	unsigned marked;              /* of them, those behind which a paragraph is marked as new */
	struct sample page[SAMPLES], wrap[SAMPLES]; /* the breaks that pages, or a width, may have made */
	bool full[SAMPLES][PIECE_WIDTHS];           /* the last line before each of those, were it of that width */
};

static inline int line_feed(cp c) { return scan_is(c, '\n'); }

static unsigned capped(uint64_t n, unsigned most) { return n < most ? (unsigned)n : most; }

static void sample(struct sample *to, size_t *n, const struct line *l, uint64_t indent, const struct gap *g)
{
	enum line_end how = gap_ending(l);
	unsigned unit = g->next.nhead ? line_unit(g->next.head, g->next.nhead) : 2;

	if (*n == SAMPLES)
		return;
	to[(*n)++] = (struct sample){
		.columns = { capped(indent + l->columns, INT_MAX),
			     capped(indent + l->columns + l->ambiguous, INT_MAX) },
		.unit = unit ? unit : 1, /* one that is invisible has no columns */
		.feeds = g->feeds,
		.bits = how == LINE_STOPS ? 0 : gap_bits(l, g),
		.how = how,
		.deeper = l->indent > g->next.indent,
		.even = l->indent && l->indent == g->next.indent,
		.heading = gap_heading(g),
		.pause = line_pauses(l),
		.hangs = line_hangs(l),
	};
}

/* Could the end of a page be behind the line p[0..n), where the gap leads to? */
static void take_page(struct survey *s, const struct line *l, const struct gap *g, const cp *p, size_t n)
{
	size_t i = s->npage;
	struct piece piece;

	if (i == SAMPLES || !gap_page(l, g) || !gap_plain(l, g) || l->columns < GAP_FULL)
		return;
	sample(s->page, &s->npage, l, 0, g);
	piece_begin(&piece, MIN, MAX, l->widened);
	piece_read(&piece, p, n);
	for (unsigned width = MIN; width <= MAX; width++)
		s->full[i][width - MIN] = piece_full(&piece, width, s->page[i].unit);
}

/* A line of the window, and what follows it. */
static void take(struct survey *s, const struct line *l, const struct gap *g)
{
	bool stops = gap_ending(l) == LINE_STOPS;

	if (!l->nhead || l->gap)
		return;
	if (line_prose(l)) {
		s->longer[0][capped(l->indent + l->columns, MOST)]++;
		s->longer[1][capped(l->indent + l->columns + l->ambiguous, MOST)]++;
	}
	s->indents += l->ideographic;
	s->ends[g->feeds] += stops;
	if (!s->wraps)
		return;
	bool next = g->feeds == 1 && gap_inside(l, g);
	s->marked += stops && !next;
	/* Where the text ends with a line in mid-sentence, it was taken from a longer one. */
	bool last = !g->feeds && g->text == s->n && line_prose(l) && gap_ending(l) == LINE_RUNS;

	if ((next && !gap_label(g)) || last)
		sample(s->wrap, &s->nwrap, l, l->indent, g);
}

/* log2(2^a + 2^b), all in 1/GAP_BIT bits. */
static int either(int a, int b)
{
	static const int more[] = { 16, 9, 5, 3, 1 }; /* by whole bits that they are apart */
	int far = (a > b ? a - b : b - a) / GAP_BIT;

	return (a > b ? a : b) + (far < 5 ? more[far] : 0);
}

/* What it tells for pages of that width, or for cuts at no width (0), that pieces end in mid-sentence. One in five is
   none that was cut, whatever the layout is. One page in ten ends at a comma: where most pieces do, each clause was
   given a line of its own. Pieces that are all of one length may be the items of a list. */
static int page_bits(const struct survey *s, unsigned feeds, unsigned page)
{
	unsigned least = UINT_MAX, most = 0; /* lines of a piece */
	int bits = 0, others = 0;              /* pieces that do not end at a comma, more than do */

	for (size_t i = 0; i < s->npage; i++) {
		const struct sample *p = &s->page[i];
		unsigned columns = p->columns[1], lines = page ? (columns + page / 2) / page : columns;

		if (p->feeds != feeds)
			continue;
		int whole = page ? piece_bits(columns, p->unit, page, s->full[i][page - MIN]) : 0;

		int says = p->bits < TRUSTED ? p->bits : TRUSTED;

		bits += either(says + whole - s->lists - ONE_IN_FIVE / 6, -ONE_IN_FIVE);
		if (p->bits <= 0)
			continue;
		others += p->pause ? -1 : 1;
		least = lines < least ? lines : least;
		most = lines > most ? lines : most;
	}
	return others >= 0 ? bits - (least < most ? 0 : ALIKE) : 0;
}

/* The width of the pages with ends of so many line feeds, where it is told of ENOUGH, or 0. */
static unsigned find_page(const struct survey *s, unsigned feeds)
{
	int most = ENOUGH + PAGES - 1, bound = 0;
	unsigned found = 0;

	for (size_t i = 0; i < s->npage; i++) {
		int says = (s->page[i].bits < TRUSTED ? s->page[i].bits : TRUSTED) - s->lists;

		if (s->page[i].feeds == feeds)
			bound += GAP_BIT + (says + PIECE_MOST > -ONE_IN_FIVE ? says + PIECE_MOST : -ONE_IN_FIVE);
	}
	for (unsigned page = MIN; page <= MAX && bound > most; page++) {
		int bits = page_bits(s, feeds, page) - (page % 2 ? ODD : 0);

		if (bits > most) {
			most = bits;
			found = page;
		}
	}
	return found;
}

static enum fit fit(uint64_t columns, bool hangs, unsigned unit, unsigned wrap)
{
	if (columns > wrap + (hangs ? HANG : 0))
		return FIT_NOT;
	return columns + unit > wrap ? FIT_FULL : columns + unit + NEARLY > wrap ? FIT_NEARLY : FIT_NOT;
}

static enum fit sample_fit(const struct sample *p, unsigned wrap, bool wide)
{
	return fit(p->columns[wide], p->hangs, p->unit, wrap);
}

/* What the breaks tell for each width, as sums of what they tell more there than at the width before. */
struct widths {
	int bits[MAX + 2], others[MAX + 2]; /* others: breaks that are not at a comma, more than are */
};

/* It tells so much for the widths from..to). */
static void add(struct widths *w, unsigned from, unsigned to, int bits, int others)
{
	from = from < MIN ? MIN : from > MAX ? MAX + 1 : from;
	to = to < from ? from : to > MAX ? MAX + 1 : to;
	w->bits[from] += bits;
	w->bits[to] -= bits;
	w->others[from] += others;
	w->others[to] -= others;
}

/* Of lines cut at a width 4 in 5 are full and one in 7 nearly; of others one in 50 is for each column that makes one
   full. One place in five is none that was cut, whatever the layout is. One line in four ends at a comma: where most
   do, they are verses. */
static void find_widths(const struct survey *s, bool wide, struct widths *w)
{
	*w = (struct widths){ .bits = { 0 } };
	for (size_t i = 0; i < s->nwrap; i++) {
		const struct sample *p = &s->wrap[i];
		unsigned columns = p->columns[wide], least = columns - (p->hangs && columns > HANG ? HANG : 0);
		unsigned full = columns + p->unit, nearly = full + NEARLY;
		int says = (p->bits < MISS ? p->bits : MISS) - ONE_IN_FIVE / 6, other = p->pause ? -1 : 1;

		if (p->how != LINE_RUNS)
			continue;
		int stray = either(says - STRAY, -ONE_IN_FIVE);

		add(w, MIN, MAX + 1, stray, 0);
		add(w, least, full, either(says + log2_bits(40) - log2_bits(p->unit), -ONE_IN_FIVE) - stray, other);
		add(w, full, nearly, either(says + log2_bits(50) - log2_bits(7 * NEARLY), -ONE_IN_FIVE) - stray, other);
	}
	for (unsigned i = MIN + 1; i <= MAX; i++) {
		w->bits[i] += w->bits[i - 1];
		w->others[i] += w->others[i - 1];
	}
	for (unsigned i = MIN; i <= MAX; i++)
		w->bits[i] = w->others[i] >= 0 ? w->bits[i] - (int)s->longer[wide][i + HANG] * MISS : 0;
}

/* The widths that mail programs and editors cut lines at are met more often. */
static int usual_bits(unsigned wrap)
{
	return wrap == 70 || wrap == 72 || (wrap >= 74 && wrap <= 80) ? USUAL : wrap % 2 ? -ODD : 0;
}

/* Is a new paragraph marked as such behind each line that ends with its sentence and is not full, but for one in 8? */
static bool settled(const struct survey *s, unsigned wrap, bool wide)
{
	size_t loose = 0;

	for (size_t i = 0; i < s->nwrap; i++)
		loose += s->wrap[i].how == LINE_STOPS && !s->wrap[i].heading && sample_fit(&s->wrap[i], wrap, wide) == FIT_NOT;
	return loose * 8 <= s->marked;
}

/* Do paragraphs begin with an indent? Then the second of their lines has less of it. */
static bool indented(const struct survey *s, unsigned wrap, bool wide)
{
	size_t deeper = 0, even = 0;

	for (size_t i = 0; i < s->nwrap; i++)
		if (s->wrap[i].how == LINE_RUNS && sample_fit(&s->wrap[i], wrap, wide) == FIT_FULL) {
			deeper += s->wrap[i].deeper;
			even += s->wrap[i].even;
		}
	return deeper > even;
}

static struct layout weigh(const struct survey *s, bool wraps, bool probable)
{
	struct layout y = { .feeds = s->ends[2] >= s->ends[1] ? 2 : 1 };
	int most = ENOUGH - 1;

	struct widths w[2];

	for (int wide = 0; wraps && wide < 2; wide++)
		find_widths(s, wide, &w[wide]);
	for (unsigned i = 2 * MIN; wraps && i <= 2 * MAX + 1; i++) {
		int bits = w[i % 2].bits[i / 2] + usual_bits(i / 2);

		if (bits > most) {
			most = bits;
			y.wrap = i / 2;
			y.wide = i % 2;
		}
	}
	if (y.wrap) {
		y.settled = settled(s, y.wrap, y.wide);
		y.indented = indented(s, y.wrap, y.wide);
		return y;
	}

	size_t cuts = 0;

	for (size_t i = 0; i < s->npage; i++)
		cuts += s->page[i].feeds == y.feeds && s->page[i].bits > 0;
	if (s->longer[1][LONG] * 4 < cuts || s->ends[y.feeds] + s->ends[0] < cuts)
		return y; /* lines or items, not paragraphs of which pages cut a few */
	y.page = find_page(s, y.feeds);
	y.torn = !y.page && probable && page_bits(s, y.feeds, 0) >= ENOUGH + PAGES;
	return y;
}

/* Does the text set foreign words apart with spaces? */
static bool is_spaced(const cp *in, size_t n)
{
	size_t apart = 0, together = 0;

	for (size_t i = 2; i < n; i++) {
		bool word = ascii_alnum(in[i]), han = han_is(in[i]);

		apart += in[i - 1] == ' ' && ((word && han_is(in[i - 2])) || (han && ascii_alnum(in[i - 2])));
		together += (word && han_is(in[i - 1])) || (han && ascii_alnum(in[i - 1]));
	}
	return apart > together;
}

/* What requests to roff begin with (.TP, .SH, .B), and the commands of TeX. */
static inline int request_mark(cp c) { return scan_is(c, '.') | scan_is(c, '\\'); }

/* Is there a request at in[i], at the start of a line? One of TeX may be indented; shorter than three letters it may be
   something else, as \n. */
static bool is_request(const cp *in, size_t n, size_t i)
{
	size_t first = i;

	while (in[i] == '\\' && first && line_blank(in[first - 1]))
		first--;
	if (first && in[first - 1] != '\n')
		return false;
	if (in[i] == '.')
		return i + 1 < n && ascii_upper(in[i + 1]);
	return i + 3 < n && ascii_lower(in[i + 1]) && ascii_lower(in[i + 2]) && ascii_lower(in[i + 3]);
}

bool layout_source(const cp *in, size_t n)
{
	size_t requests = 0;

	for (size_t i = 0; (i = scan(in, i, n, request_mark)) < n; i++)
		requests += is_request(in, n, i);
	return requests >= REQUESTS;
}

/* Looks at the lines of in[0..stop); n, end and widened: as layout_find() has them. */
static void survey(struct survey *s, const struct page_heads *heads, const cp *in, size_t stop, size_t n, bool end,
		   bool widened)
{
	struct line l = { .widened = widened };
	struct gap g;
	size_t from = 0, read = 0, nl; /* in[from..read) is read */

	for (; from < stop && (nl = scan(in, from, stop, line_feed)) < stop; from = nl + 1) {
		if (s->pages_only && !glance_may_end_page(in + from, nl - from)) {
			l = (struct line){ .widened = widened };
			read = nl + 1;
			continue;
		}
		if (!gap_look(&g, in, n, end, nl, widened))
			break;
		line_read(&l, in + read, nl > read ? nl - read : 0);
		l.blanks = 0;
		struct page_gap p;
		enum page_look look = heads ? page_look(&p, heads, &g, in, n, end) : PAGE_NONE;

		if (look == PAGE_MORE)
			break;
		take_page(s, &l, look == PAGE_FOUND ? &p.gap : &g, in + from, g.at > from ? g.at - from : 0);
		take(s, &l, &g);
		l = g.feeds ? g.next : (struct line){ .widened = widened };
		read = g.feeds ? g.text + GAP_AHEAD : nl + 1;
		if (g.feeds == 2) /* the next line, the head of which was looked at, is behind the blank one */
			nl += 1 + scan(in + nl + 1, 0, n - nl - 1, line_feed);
	}
	if (end && from < stop) { /* no line feed at the end */
		l = (struct line){ .widened = widened };
		line_read(&l, in + from, stop - from);
		l.blanks = 0;
		take(s, &l, &(struct gap){ .text = n });
	}
	for (int wide = 0; wide < 2; wide++)
		for (size_t i = MOST; i--;)
			s->longer[wide][i] += s->longer[wide][i + 1];
}

/* Could there be pages with ends of so many line feeds? Not in lines or items, with hardly a paragraph among them. */
static bool may_have_pages(const struct glance *seen, unsigned feeds)
{
	return seen->pages[feeds] >= ENOUGH + PAGES && seen->longs * 4 >= seen->cuts[feeds];
}

/* Nothing is looked at yet. That a line in mid-sentence was cut is less likely by as much as others end so, in lists. */
static void survey_clear(struct survey *s, const struct glance *seen)
{
	memset(s, 0, offsetof(struct survey, page));
	s->lists = log2_bits(seen->sentences + seen->items + 1) - log2_bits(seen->sentences + 1);
}

struct layout layout_find(const struct glance *seen, const cp *in, size_t n, bool end, bool probable, bool widened)
{
	struct layout y = { .widened = widened };
	struct survey s;
	size_t stop = seen->stop;

	survey_clear(&s, seen);
	s.wraps = probable || seen->indents >= INDENTS_MIN;
	bool pages = may_have_pages(seen, 1) || may_have_pages(seen, 2);

	if (!seen->cut[widened] || (!s.wraps && !pages) || !prose_chinese(in, stop))
		return y;
	if (!s.wraps) { /* nearly all documents show by the few lines that could end a page that none does */
		s.pages_only = true;
		survey(&s, NULL, in, stop, n, end, widened);
		if (!(may_have_pages(seen, 1) && find_page(&s, 1)) && !(may_have_pages(seen, 2) && find_page(&s, 2)))
			return y;
		survey_clear(&s, seen);
	}
	s.n = end ? n : 0;
	struct page_heads heads = { .n = 0 };

	if (probable)
		heads = page_heads_find(in, stop, widened);
	survey(&s, probable ? &heads : NULL, in, stop, n, end, widened);
	y = weigh(&s, probable || s.indents >= INDENTS_MIN, probable);
	y.heads = heads;
	y.widened = widened;
	y.spaced = (y.wrap || y.page || y.torn || heads.n) && is_spaced(in, stop);
	return y;
}

bool layout_within(const struct layout *after, const struct layout *before)
{
	for (unsigned i = 0; i < after->heads.n; i++) {
		unsigned k = 0;

		while (k < before->heads.n && before->heads.hash[k] != after->heads.hash[i])
			k++;
		if (k == before->heads.n)
			return false;
	}
	if (after->wrap
	    && (after->wrap != before->wrap || after->wide != before->wide || after->settled != before->settled
		|| after->indented != before->indented))
		return false;
	return (!after->page && !after->torn)
	       || (after->page == before->page && after->torn == before->torn && after->feeds == before->feeds);
}

int layout_page_bits(const struct layout *y, const struct piece *piece, uint64_t columns, const struct gap *g)
{
	unsigned unit = line_unit(g->next.head, g->next.nhead);
	int bits = y->page ? piece_bits(capped(columns, INT_MAX), unit, y->page, piece_full(piece, y->page, unit)) : 0;

	return bits + ONE_IN_FIVE * 5 / 6;
}

unsigned layout_off(const struct layout *y, uint64_t columns) { return piece_off(capped(columns, INT_MAX), y->page); }

enum fit layout_fit(const struct layout *y, uint64_t columns, const struct line *l, const struct gap *g)
{
	return fit(columns, line_hangs(l), line_unit(g->next.head, g->next.nhead), y->wrap);
}
