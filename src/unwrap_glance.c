#include "unwrap_glance.h"
#include "han.h"
#include "scan.h"

enum { SURVEYED = 12288 /* characters looked at, blanks not counted: a half of a window of Han and more */ };

struct place {
	size_t first, stop; /* in[first..stop) is a line without the blanks around it */
	bool ideographic;   /* among them is an ideographic space before it */
	bool whole;         /* it was seen to its end */
};

static inline int line_feed(cp c) { return scan_is(c, '\n'); }

/* A mark that may be read as a full-width one (line.h). */
static bool half_mark(cp c) { return c < 0x80 && !ascii_alnum(c); }

/* Where to stop to look in in[0..n): behind so many characters, blanks not counted. Joining lines takes blanks out of
   the text and line feeds, so what is looked at stays nearly the same. */
static size_t survey_end(const cp *in, size_t n)
{
	size_t seen = 0, i = n < SURVEYED ? n : 0;

	for (; i < n && seen < SURVEYED; i++)
		seen += in[i] != '\n' && !line_blank(in[i]);
	return i;
}

bool glance_may_end_page(const cp *p, size_t n)
{
	while (n && line_blank(p[n - 1]))
		n--;
	return 2 * n >= GAP_FULL && (line_end(p[n - 1]) == LINE_RUNS || p[n - 1] == '-');
}

/* Could the line p be what goes on with a sentence? What says that it could not is in gap_plain(), too. */
static bool may_go_on(const cp *in, const struct place *p)
{
	size_t n = p->stop - p->first;

	if (p->ideographic)
		return false;
	if (!half_mark(in[p->first]) && line_mark(in + p->first, n < LINE_HEAD ? n : LINE_HEAD) != LINE_PLAIN)
		return false;
	enum line_end how = line_end(in[p->stop - 1]);

	return !p->whole || 2 * n >= GAP_FULL || (how != LINE_RUNS && how != LINE_CLOSES);
}

/* Is the line p an item of a list, or a heading without the mark of one? */
static bool item(const cp *in, const struct place *p)
{
	size_t n = p->stop - p->first;

	return 2 * n < GAP_SHORT && line_end(in[p->stop - 1]) == LINE_RUNS
	       && line_mark(in + p->first, n < LINE_HEAD ? n : LINE_HEAD) != LINE_MARKED;
}

/* A page may end between the code points a and b, with so many line feeds there: more than that tells. */
static void take(struct glance *g, cp a, cp b, size_t feeds)
{
	int says = half_mark(a) || half_mark(b) ? TRUSTED : gap_pair_bits(a, b), most;

	most = GAP_BIT + PIECE_MOST + (says < TRUSTED ? says : TRUSTED);
	g->pages[feeds] += most > 0 ? most : 0;
	g->cuts[feeds] += says > 0;
}

struct glance glance(const cp *in, size_t n)
{
	struct glance g = { .stop = survey_end(in, n) };
	bool items = false;         /* the last line was one */
	size_t last = 0, feeds = 0; /* behind the last line, if it may end a page, else 0; the line feeds since */

	for (size_t from = 0, nl; from < g.stop; from = nl + 1, feeds++) {
		struct place p = { .first = from };

		p.stop = nl = scan(in, from, g.stop, line_feed);
		p.whole = nl < g.stop;
		while (p.stop > from && line_blank(in[p.stop - 1]))
			p.stop--;
		for (; p.first < p.stop && line_blank(in[p.first]); p.first++)
			p.ideographic |= in[p.first] == 0x3000;
		if (p.first == p.stop)
			continue;
		g.indents += p.ideographic;
		cp end = in[p.stop - 1];
		enum line_end how = line_end(end);
		bool runs = how == LINE_RUNS, now = item(in, &p);

		g.longs += 2 * (p.stop - from) > LONG;
		g.sentences += how == LINE_STOPS;
		g.items += items && now;
		items = now;
		if (last && feeds <= 2 && may_go_on(in, &p))
			take(&g, in[last - 1], in[p.first], feeds);
		last = (runs || end == '-') && 2 * (p.stop - p.first) >= GAP_FULL ? p.stop : 0;
		feeds = 0;
		if (runs && p.whole && p.stop - from >= MIN / 2) {
			g.cut[0] |= end >= 0x80;
			g.cut[1] |= end >= 0x80 || end == ',';
		}
	}
	return g;
}
