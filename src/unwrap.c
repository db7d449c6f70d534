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
 * Where all is asked for, what stands between two pages is dropped (unwrap_page.h), and a break is joined without a
 * layout where the language is sure that a word is cut, or that many are.
 *
 * A layout is believed only if the text that it makes would stay as it is. Outside of the window that holds, too: a line
 * that was joined is longer than any that is cut.
 */
#include "han.h"
#include "mem.h"
#include "prose.h"
#include "scan.h"
#include "stage.h"
#include "unwrap_layout.h"
#include <stdlib.h>
#include <string.h>

enum {
	UNIT = 4,                 /* columns that a full line may lack: a character with a mark behind it */
	REPEATED = 4,             /* characters at most that stand at both sides of the end of a page */
	UNLIKELY = -3 * GAP_BIT,  /* a full line ends there, says the language; it says so of one cut in 50 */
	NEVER = -6 * GAP_BIT,     /* the same where paragraphs are marked */
	LIKELY = GAP_BIT / 2,     /* what language and length must say for the end of a page */
	DOUBTFUL = 4 * GAP_BIT,   /* what they must say more where the line may be a title, or the next no prose */
	HEADING = 12 * GAP_BIT,   /* the same where one has the mark or the shape of a heading: as a cut word says */
	ALONE = 8 * GAP_BIT,      /* the language, for a break in a document that shows no layout, where all is asked */
	ALONE_LINE = 12 * GAP_BIT, /* the same with no blank line */
	NUMBERED = 3 * GAP_BIT,   /* what a number says in between: that a page ends there */
	FURNISHED = 6 * GAP_BIT,  /* a head, or a number that says that it is one of a page */
	NEARER = 5 * GAP_BIT,     /* what goes so much better with the line than what is behind it is no head */
	HEADED = 4 * GAP_BIT      /* what the language must say where heads stand alone: headings come again, too */
};

struct unwrap {
	struct layout layout;
	bool probable;
	struct line line; /* the line that is being read, as it is written: with the lines that were joined to it */
	struct {
		uint64_t columns, ambiguous; /* of what was joined before the piece that is being read */
		uint64_t indent;             /* of that piece, where anything was */
	} joined;
	struct piece piece; /* the piece that is being read, where the layout has pages */
};

static inline int line_feed(cp c) { return scan_is(c, '\n'); }

/* A mark that stage width may make full width. It finds a few others near those. */
static inline int half_mark(cp c) { return scan_is(c, '!') | scan_within(c, '(', ',') | scan_within(c, ':', '?'); }

static void begin_piece(struct unwrap *u)
{
	if (u->layout.page)
		piece_begin(&u->piece, u->layout.page, u->layout.page, u->line.widened);
}

/* Reads on: p[0..n). */
static void read_on(struct unwrap *u, const cp *p, size_t n)
{
	line_read(&u->line, p, n);
	if (u->layout.page)
		piece_read(&u->piece, p, n);
}

/* Columns of the piece that is being read, without its indent. */
static uint64_t piece(const struct unwrap *u, bool wide)
{
	return u->line.columns - u->joined.columns + (wide ? u->line.ambiguous - u->joined.ambiguous : 0);
}

/* Where it ends, from the margin. */
static uint64_t margin(const struct unwrap *u)
{
	return (u->joined.columns ? u->joined.indent : u->line.indent) + piece(u, u->layout.wide);
}

/* Is the next line a heading? One that is as long as a line may be is the first of a paragraph. */
static bool heading(const struct unwrap *u, const struct gap *g)
{
	const struct line *next = &g->next;
	uint64_t columns = next->indent + next->columns + (u->layout.wide ? next->ambiguous : 0);

	return gap_heading(g) && (columns + UNIT < u->layout.wrap || columns > u->layout.wrap);
}

/* What must be said more for the line to go on where it does not look so: it may be a title, or one may follow. */
static int doubt(const struct unwrap *u, const struct gap *g)
{
	if (gap_plain(&u->line, g))
		return 0;
	bool title = heading(u, g) && gap_ending(&g->next) == LINE_RUNS;

	return title || gap_headed(&u->line) ? HEADING : DOUBTFUL;
}

static bool page_ends(const struct unwrap *u, const struct gap *g)
{
	bool layout = (u->layout.page || u->layout.torn) && g->feeds == u->layout.feeds;

	if (!gap_page(&u->line, g) || (!layout && u->line.columns < GAP_FULL))
		return false;
	int less = doubt(u, g);

	if (less && !u->probable)
		return false;
	int bits = gap_bits(&u->line, g);

	if (layout && bits + layout_page_bits(&u->layout, &u->piece, piece(u, true), g) - less > LIKELY)
		return true;
	return u->probable && u->line.columns >= GAP_FULL && bits >= less + (g->feeds > 1 ? ALONE : ALONE_LINE);
}

/* May what looks like the end of a line that runs on be none? Where it is as full as can be, and paragraphs are
   marked, it may not. */
static bool doubtful(const struct unwrap *u, const struct gap *g, enum fit fit)
{
	bool forced = fit == FIT_FULL && u->layout.settled && g->feeds == 1 && !line_pauses(&u->line);

	return !forced && gap_bits(&u->line, g) <= 0;
}

static bool line_ends(const struct unwrap *u, const struct gap *g)
{
	const struct line *l = &u->line;
	enum fit fit = layout_fit(&u->layout, margin(u), l, g);
	enum line_end how = gap_ending(l);

	if (fit == FIT_NOT || !gap_possible(l, g) || (u->layout.indented && g->next.indent))
		return false;
	if ((!gap_inside(l, g) || gap_label(g) || fit == FIT_NEARLY || g->feeds > 1)
	    && (how != LINE_RUNS || doubtful(u, g, fit)))
		return false;
	if (g->feeds > 1 && heading(u, g))
		return false;
	switch (how) {
	case LINE_RUNS: return gap_bits(l, g) > (u->layout.settled ? NEVER : UNLIKELY);
	case LINE_CLOSES: return true;
	case LINE_STOPS: return u->layout.settled && !heading(u, g);
	default: return gap_hyphen(l, g) || (u->layout.settled && !line_leads(l) && !heading(u, g));
	}
}

/* Is the gap behind the line false? */
static bool false_break(const struct unwrap *u, const struct gap *g)
{
	return (u->layout.wrap && line_ends(u, g)) || page_ends(u, g);
}

/* Characters at the start of the next line that repeat the last ones of this. Reduplication is common (人人), so one
   or two must also be what the piece has too many. */
static size_t repeated(const struct unwrap *u, const struct line *next)
{
	const struct line *l = &u->line;

	for (size_t m = u->layout.page && han_is(next->head[0]) ? REPEATED : 0; m; m--) {
		if (m > l->ntail || m > next->nhead || memcmp(l->tail + l->ntail - m, next->head, m * sizeof(cp)))
			continue;
		uint64_t columns = piece(u, true);

		return m > 2 || layout_off(&u->layout, columns - 2 * m) < layout_off(&u->layout, columns) ? m : 0;
	}
	return 0;
}

/* Is there a space between a and b where both are on one line? */
static bool spaced(const struct unwrap *u, cp a, cp b)
{
	bool word = a > ' ' && a < 0x2000, other = b > ' ' && b < 0x2000;

	if (word && other)
		return true;
	return u->layout.spaced && ((han_is(a) && ascii_alnum(b)) || (ascii_alnum(a) && han_is(b)));
}

/* Is what looks like a running head a piece of a paragraph that comes more than once? Then it goes better with the line
   than what is behind it does, or it is as full as the lines of a paragraph. */
static bool is_text(const struct unwrap *u, const struct gap *g, const struct page_gap *p)
{
	if (p->line[0].is != PAGE_HEAD)
		return false;
	if (u->layout.wrap)
		return g->next.indent + g->next.columns + UNIT >= u->layout.wrap;
	return gap_bits(&u->line, g) > gap_bits(&u->line, &p->gap) + NEARER;
}

/* Is a sentence cut by the end of a page, with lines in between that are of the page? Where heads alone are, they must
   be where pages end, or the language must say that the line goes on. */
static bool page_turns(const struct unwrap *u, const struct page_gap *p)
{
	const struct line *l = &u->line;
	int bits = gap_bits(l, &p->gap) + (p->sure ? FURNISHED : NUMBERED);
	int whole = u->layout.page ? layout_page_bits(&u->layout, &u->piece, piece(u, true), &p->gap) : 0;

	if (!gap_page(l, &p->gap))
		return false;
	if (u->layout.wrap)
		return layout_fit(&u->layout, margin(u), l, &p->gap) != FIT_NOT && bits > LIKELY;
	if (whole > LIKELY)
		return bits + whole - doubt(u, &p->gap) > LIKELY;
	return gap_plain(l, &p->gap) && (p->numbered || gap_bits(l, &p->gap) >= HEADED) && bits + whole > LIKELY;
}

/* Joins the line with what stands behind the gap, and drops what is of the page in it, where p is not NULL: in[from..)
   is still to be copied. Returns where the text goes on. */
static size_t join(struct unwrap *u, const struct gap *g, const struct page_gap *p, const cp *in, size_t from,
		   struct buf *out, struct note *notes)
{
	const struct line *l = &u->line;
	bool cut_word = gap_hyphen(l, g);
	size_t at = g->at - cut_word, again = repeated(u, &g->next);
	bool space = !cut_word && !again && spaced(u, l->tail[l->ntail - 1], g->next.head[0]);

	buf_add(out, in + from, at - from);
	if (space)
		buf_put(out, ' ');
	note(notes, g->feeds > 1 || p ? RULE_PAGE_BREAK : RULE_LINE_BREAK, at, (p ? p->line[0].at : g->text) - at, space);
	for (unsigned k = 0; p && k < p->n; k++) {
		size_t next = k + 1 < p->n ? p->line[k + 1].at : g->text;

		note(notes, p->line[k].is == PAGE_HEAD ? RULE_RUNNING_HEAD : RULE_PAGE_NUMBER, p->line[k].at,
		     next - p->line[k].at, 0);
	}
	if (again)
		note(notes, RULE_REPEATED, g->text, again, 0);
	u->joined.columns = l->columns;
	u->joined.ambiguous = l->ambiguous;
	u->joined.indent = g->next.indent;
	begin_piece(u);
	return g->text + again;
}

/* Can the line that ends before the line feed in[nl] be cut there, by its last character, where in[from..nl) shows it?
   Most lines need no more than this look. */
static bool may_run(const struct unwrap *u, const cp *in, size_t from, size_t nl)
{
	size_t i = nl;

	if (!u->line.nhead && !u->layout.wrap && nl - from < GAP_SHORT / 2)
		return false; /* too short for a page's, at two columns a character */
	while (i > from && line_blank(in[i - 1]))
		i--;
	if (i == from)
		return u->line.nhead; /* its end was read before, or it is blank */
	switch (line_end(in[i - 1])) {
	case LINE_RUNS: return true;
	case LINE_ENDS: return in[i - 1] == '-';
	default: return u->layout.wrap;
	}
}

/* How much of in[from..to), the rest of a line or, where open, of the text so far, is read as it is seen: blanks and a
   hyphen at the end of a line may go. */
static size_t sure(const cp *in, size_t from, size_t to)
{
	size_t stop = to;

	while (stop > from && to - stop < GAP_BLANKS && line_blank(in[stop - 1]))
		stop--;
	return stop - (stop > from && in[stop - 1] == '-');
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct unwrap *u = state;
	size_t from = 0, i = 0; /* in[from..i) is read but not yet copied */

	while (i < n) {
		size_t nl = scan(in, i, n, line_feed);
		struct gap g;

		if (nl == n || may_run(u, in, i, nl)) {
			size_t stop = nl == n && end ? n : sure(in, i, nl);

			read_on(u, in + i, stop - i);
			i = stop;
			if (nl == n || !gap_look(&g, in, n, end, nl, u->layout.widened))
				break;
			struct page_gap p;
			enum page_look look = u->probable ? page_look(&p, &u->layout.heads, &g, in, n, end) : PAGE_NONE;

			if (look == PAGE_MORE)
				break;
			read_on(u, in + i, g.at > i ? g.at - i : 0);
			if (look == PAGE_FOUND && is_text(u, &g, &p))
				look = PAGE_NONE;
			if (look == PAGE_FOUND && page_turns(u, &p)) {
				from = i = join(u, &p.gap, &p, in, from, out, notes);
				continue;
			}
			if (look == PAGE_NONE && false_break(u, &g)) {
				from = i = join(u, &g, NULL, in, from, out, notes);
				continue;
			}
		}
		i = nl + 1;
		u->line = (struct line){ .widened = u->layout.widened };
		u->joined.columns = u->joined.ambiguous = 0;
		begin_piece(u);
	}
	buf_add(out, in + from, i - from);
	return i;
}

/* What would become of in[0..n). */
static struct buf rehearse(const struct unwrap *u, const cp *in, size_t n, bool end, unsigned long long *edits)
{
	struct unwrap trial = { .layout = u->layout, .probable = u->probable, .line.widened = u->layout.widened };
	struct note notes = { .keep = false };
	struct buf out = BUF_INIT;

	begin_piece(&trial);
	run(&trial, in, n, end, &out, &notes);
	*edits = 0;
	for (size_t r = 0; r < RULE_COUNT; r++)
		*edits += notes.count[r];
	return out;
}

/* What the width stage, which is the next one, makes of that. */
static void widen(const struct settings *set, struct buf *text, bool end)
{
	void *state = mem_zalloc(stage_width.state);
	struct note notes = { .keep = false };
	struct buf out = BUF_INIT;

	if (!stage_width.begin || stage_width.begin(state, set, text->p, text->n, end)) {
		stage_width.run(state, text->p, text->n, end, &out, &notes);
		buf_free(text);
		*text = out;
	}
	free(state);
}

/* Would in[0..n) stay as it is, measured so, but for what the layout before does? */
static bool stays(const struct layout *before, bool probable, const cp *in, size_t n, bool end, bool widened)
{
	unsigned long long edits;
	struct unwrap u = { .probable = probable };

	struct glance seen = glance(in, n);

	u.layout = layout_find(&seen, in, n, end, probable, widened);
	if (!layout_within(&u.layout, before))
		return false;
	struct buf out = rehearse(&u, in, n, end, &edits);
	buf_free(&out);
	return !edits;
}

/* Would it all stay as it is, were what becomes of it read again? Then so would the rest of the document: a break that
   is kept is kept whatever was joined around it. edits: how many are made. */
static bool lasting(const struct unwrap *u, const struct settings *set, const cp *in, size_t n, bool end,
		    unsigned long long *edits)
{
	struct buf once = rehearse(u, in, n, end, edits);
	bool widens = set->steps & STEP_WIDTH, same = true;

	if (*edits) {
		if (widens)
			widen(set, &once, end);
		same = stays(&u->layout, u->probable, once.p, once.n, end, false)
		       && (!widens || stays(&u->layout, u->probable, once.p, once.n, end, true));
	}
	buf_free(&once);
	return same;
}

/* A document that is looked at. */
struct look {
	const struct settings *set;
	const cp *in;
	size_t n;
	bool end;
	struct glance seen;
};

/* Finds a layout that lasts, with lines measured so. */
static bool find(struct unwrap *u, const struct look *k, bool widened, unsigned long long *edits)
{
	u->layout = layout_find(&k->seen, k->in, k->n, k->end, k->set->probable, widened);
	u->line.widened = widened;
	return (u->layout.page || u->layout.torn || u->layout.wrap || u->layout.heads.n)
	       && lasting(u, k->set, k->in, k->n, k->end, edits);
}

/* Lines are measured as they are and then, where marks will be widened, as they will be: or else the text would show
   when read again what it does not show now. Where all of the document is in the window, the rehearsal tells whether
   there is anything to do. */
static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct unwrap *u = state;
	bool widens = set->steps & STEP_WIDTH && scan(in, 0, n, half_mark) < n;
	unsigned long long edits = 0;

	if (layout_source(in, n))
		return false;
	struct look k = { .set = set, .in = in, .n = n, .end = end, .seen = glance(in, n) };

	u->probable = set->probable && prose_chinese(in, n);
	if (find(u, &k, false, &edits) || (widens && line_widens(in, n) && find(u, &k, true, &edits))) {
		begin_piece(u);
		return edits || !end;
	}
	u->layout = (struct layout){ .widened = widens };
	u->line.widened = widens;
	return u->probable && lasting(u, set, in, n, end, &edits) && (edits || !end);
}

const struct stage stage_unwrap = {
	.name = "unwrap",
	.step = STEP_WRAP,
	.hold = PAGE_HOLD,
	.state = sizeof(struct unwrap),
	.begin = begin,
	.run = run,
};
