#include "unwrap_page.h"
#include "han.h"
#include "scan.h"

enum {
	OFTEN = 3,   /* times that a running head comes in what is looked at: two are chance */
	TALLIES = 64 /* lines between pages of which it is counted how often they come */
};

/* How page numbers are written, without blanks; # is the number. */
static const uint_least32_t *const numbers[] = {
	U"-#-",     U"–#–",       U"—#—",         U"―#―",         U"－#－",       U"~#~",          U"～#～",
	U"·#·",     U"•#•",       U"[#]",         U"第#页",       U"第#頁",       U"第#页共#页",   U"第#頁共#頁",
	U"第#页/共#页", U"第#頁/共#頁", U"第#页，共#页", U"第#頁，共#頁", U"共#页第#页",  U"共#頁第#頁",   U"#/#",
	U"#／#",    U"page#",     U"page#of#",    U"p.#",         U"p#",
};

/* p[0..n), a line, without blanks, its letters small, and each number of up to four digits as one #. Returns its length;
   that of a longer number is not given as one. */
static size_t squeeze(const cp *p, size_t n, cp out[PAGE_LINE])
{
	size_t k = 0, digits = 0;

	for (size_t i = 0; i < n && k < PAGE_LINE; i++) {
		if (line_blank(p[i]))
			continue;
		digits = han_digit(p[i]) ? digits + 1 : 0;
		if (digits == 1 || digits > 4)
			out[k++] = '#';
		else if (!digits) /* parentheses will be full width, or not */
			out[k++] = ascii_upper(p[i]) ? p[i] | 0x20 : p[i] == 0xff08 || p[i] == 0xff09 ? p[i] - 0xfee0 : p[i];
	}
	return k;
}

static bool equal(const cp *p, size_t n, const uint_least32_t *s)
{
	size_t i = 0;

	while (i < n && s[i] && p[i] == s[i])
		i++;
	return i == n && !s[i];
}

/* Does p[0..n) begin or end with a number that a blank stands beside? */
static bool number_apart(const cp *p, size_t n)
{
	size_t head = 0, tail = n;

	while (head < n && han_digit(p[head]))
		head++;
	while (tail && han_digit(p[tail - 1]))
		tail--;
	return (head && head < n && line_blank(p[head])) || (tail && tail < n && line_blank(p[tail - 1]));
}

/* The hash of a line without its numbers, for the heads; 0 for one that can be none. One number may stand at an edge of
   it, apart; where there are others it must say that they are of pages, or it is the row of a table or a name. */
static uint32_t page_hash(const cp *p, size_t n)
{
	cp line[PAGE_LINE];
	uint32_t hash = 2166136261u; /* FNV-1a */
	unsigned count = 0;
	bool named = false;

	bool apart = number_apart(p, n);

	n = squeeze(p, n, line);
	for (size_t i = 0; i < n; i++) {
		count += line[i] == '#';
		named |= line[i] == 0x9875 || line[i] == 0x9801; /* 页 */
		hash = line[i] == '#' ? hash : (hash ^ line[i]) * 16777619u;
	}
	return named || !count || (count == 1 && apart) ? hash : 0;
}

enum page_line page_line(const struct page_heads *heads, const cp *p, size_t n)
{
	cp line[PAGE_LINE];
	size_t first = 0;

	while (first < n && !han_digit(p[first]))
		first++;
	if (first == n && (!heads || !heads->n)) /* as most lines */
		return PAGE_TEXT;
	size_t len = squeeze(p, n, line);

	if (len == 1 && line[0] == '#')
		return PAGE_DIGITS;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (equal(line, len, numbers[i]))
			return PAGE_NUMBER;
	for (unsigned i = 0; heads && i < heads->n; i++)
		if (page_hash(p, n) == heads->hash[i])
			return PAGE_HEAD;
	return PAGE_TEXT;
}

/* Skips blanks and line feeds from in[*i], the end of a line. line: where the last line begins that was come to. */
static enum page_look skip(const cp *in, size_t n, bool end, size_t *i, size_t *line)
{
	size_t from = *i;
	unsigned feeds = 0;

	for (; *i < n && *i - from < GAP_SPAN && (in[*i] == '\n' || line_blank(in[*i])); ++*i)
		if (in[*i] == '\n') {
			*line = *i + 1;
			feeds++;
		}
	if (*i == n)
		return end ? PAGE_NONE : PAGE_MORE;
	return *i - from < GAP_SPAN && feeds && feeds <= PAGE_FEEDS ? PAGE_FOUND : PAGE_NONE;
}

/* The end of the line at in[i], which is no farther than most away; n where it is not known. */
static size_t line_stop(const cp *in, size_t i, size_t n, size_t most)
{
	size_t stop = i;

	while (stop < n && stop - i < most && in[stop] != '\n')
		stop++;
	return stop;
}

enum page_look page_look(struct page_gap *p, const struct page_heads *heads, const struct gap *g, const cp *in, size_t n,
			 bool end)
{
	size_t i = g->text, line = i, stop;

	*p = (struct page_gap){ .gap = { .at = g->at, .feeds = g->feeds, .next.widened = g->next.widened } };
	if (!g->feeds)
		return PAGE_NONE;
	for (;;) {
		stop = line_stop(in, i, n, PAGE_LINE + 1);
		if (stop == n && !end && stop - i <= PAGE_LINE)
			return PAGE_MORE;
		enum page_line is = stop - i > PAGE_LINE ? PAGE_TEXT : page_line(heads, in + i, stop - i);

		if (is == PAGE_TEXT)
			break;
		if (p->n == PAGE_LINES)
			return PAGE_NONE;
		p->line[p->n].at = i;
		p->line[p->n++].is = is;
		p->sure |= is != PAGE_DIGITS;
		p->numbered |= is != PAGE_HEAD;
		i = stop;
		enum page_look more = skip(in, n, end, &i, &line);

		if (more != PAGE_FOUND)
			return more;
	}
	if (!p->n)
		return PAGE_NONE;
	stop = line_stop(in, i, n, GAP_AHEAD);
	if (stop == n && stop - i < GAP_AHEAD && !end)
		return PAGE_MORE;
	p->gap.text = i;
	p->gap.whole = stop == n ? end : in[stop] == '\n';
	line_read(&p->gap.next, in + line, stop - line);
	return PAGE_FOUND;
}

static inline int line_feed(cp c) { return scan_is(c, '\n'); }

/* Could the line p[0..n) be a running head? Those are short, and no sentences. */
static bool title(const cp *p, size_t n, bool widened)
{
	struct line l = { .widened = widened };

	if (n > PAGE_LINE || line_end(p[n - 1]) != LINE_RUNS)
		return false;
	line_read(&l, p, n);
	return l.columns < GAP_FULL && !l.pause && !l.stop;
}

struct page_heads page_heads_find(const cp *in, size_t n, bool widened)
{
	struct tally {
		uint32_t hash;
		unsigned n, cut; /* times that it was met since it was first, and those at a cut */
	} tally[TALLIES] = { { 0, 0, 0 } };
	struct page_heads heads = { .n = 0 };
	size_t used = 0;
	bool cut = false; /* the last line that was not blank was one of these */

	for (size_t from = 0, nl; (nl = scan(in, from, n, line_feed)) < n; from = nl + 1) {
		size_t stop = nl, len;

		while (stop > from && line_blank(in[stop - 1]))
			stop--;
		while (from < stop && line_blank(in[from]))
			from++;
		len = stop - from;
		if (!len)
			continue;
		enum page_line is = len <= PAGE_LINE ? page_line(NULL, in + from, len) : PAGE_TEXT;

		if (is == PAGE_TEXT && (cut || used) && title(in + from, len, widened)) {
			uint32_t hash = page_hash(in + from, len);
			size_t k = 0;

			while (k < used && tally[k].hash != hash)
				k++;
			if (k < used || (hash && cut && k < TALLIES)) {
				used += k == used;
				tally[k].hash = hash;
				tally[k].n++;
				tally[k].cut += cut;
			}
		}
		cut = is != PAGE_TEXT || (len >= GAP_SHORT / 2 && line_end(in[stop - 1]) == LINE_RUNS);
	}
	for (size_t k = 0; k < used && heads.n < PAGE_HEADS; k++)
		if (tally[k].cut >= OFTEN && tally[k].cut * 6 >= tally[k].n)
			heads.hash[heads.n++] = tally[k].hash;
	return heads;
}
