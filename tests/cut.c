#include "cut.h"
#include <stdlib.h>
#include <string.h>
#include "han.h"
#include "line.h"
#include "mem.h"

enum {
	HEADING = 30, /* code points: a paragraph that is shorter, and ends with no mark, has no indent */
	LETTERS = 3   /* at least, before and behind a hyphen */
};

struct setter {
	const struct cut_how *how;
	struct cut *c;
	const cp *p; /* the paragraph that is set */
	size_t n;
	bool heading;
	unsigned line, page; /* lines on the page so far; pages */
	unsigned random;
};

static unsigned some(struct setter *s, unsigned below)
{
	s->random = s->random * 1103515245u + 12345u;
	return (s->random >> 16) % below;
}

static bool one_of(cp c, const uint_least32_t *set)
{
	while (*set && *set != c)
		set++;
	return *set != 0;
}

static bool no_head(cp c) { return one_of(c, U"，。、；：！？”’）》〉」』】〕…—,.;:!?)]}%％"); }
static bool no_tail(cp c) { return one_of(c, U"“‘（《〈「『【〔([{"); }
static bool word(cp c) { return c > ' ' && c < 0x2000; }
static unsigned columns(cp c) { return han_punct(c) ? 2 : han_columns(c); }

/* May the paragraph be cut before p[i]? */
static bool may_cut(const struct setter *s, size_t i)
{
	cp a = s->p[i - 1], b = s->p[i];

	if (a == ' ' || b == ' ')
		return a == ' ' && b != ' ';
	if (word(a) && word(b))
		return false;
	return s->how->rule == CUT_ANYHOW || (!no_tail(a) && (s->how->rule == CUT_HANG || !no_head(b)));
}

/* Where the line that begins at p[from], with room columns, ends. */
static size_t line_stop(const struct setter *s, size_t from, unsigned room, bool *hyphen)
{
	size_t i = from, best;
	unsigned used = 0;

	*hyphen = false;
	while (i < s->n && used + columns(s->p[i]) <= room)
		used += columns(s->p[i++]);
	if (s->how->rule == CUT_HANG && i < s->n && no_head(s->p[i]))
		i++;
	if (i == s->n)
		return i;
	while (i < s->n && s->p[i] == ' ')
		i++;
	for (best = i; best > from && !may_cut(s, best); best--)
		;
	if (s->how->hyphen && i > best + LETTERS && i + LETTERS < s->n) {
		size_t k = i - 1, letters = 0;

		while (k - letters > best && ascii_lower(s->p[k - letters - 1]))
			letters++;
		if (letters >= LETTERS && ascii_lower(s->p[k]) && ascii_lower(s->p[k + 1]) && ascii_lower(s->p[k + 2])) {
			*hyphen = true;
			return k;
		}
	}
	return best > from ? best : i > from ? i : from + 1;
}

static void put_string(struct buf *b, const char *s)
{
	while (*s)
		buf_put(b, (unsigned char)*s++);
}

static void put_number(struct buf *b, unsigned n)
{
	char s[12];
	size_t i = sizeof s;

	s[--i] = 0;
	do
		s[--i] = (char)('0' + n % 10);
	while (n /= 10);
	put_string(b, s + i);
}

static void feed(struct setter *s, char is)
{
	struct cut *c = s->c;

	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 64;
		c->gap = mem_resize(c->gap, c->cap, sizeof *c->gap);
	}
	c->gap[c->n++] = (struct cut_gap){ c->text.n, is };
	buf_put(&c->text, '\n');
}

/* What stands between two pages, where anything does. */
static void between(struct setter *s)
{
	static const uint_least32_t head[] = U"系统管理与维护手册";
	struct buf *b = &s->c->text;
	bool blank = !s->how->once;

	if (s->how->between == CUT_NUMBER || s->how->between == CUT_HEAD_NUMBER) {
		if (s->random % 3 == 0) {
			put_string(b, "- ");
			put_number(b, s->page);
			put_string(b, " -");
		} else {
			put_number(b, s->page);
		}
		put_string(b, blank ? "\n\n" : "\n");
	}
	if (s->how->between == CUT_HEAD || s->how->between == CUT_HEAD_NUMBER) {
		for (size_t i = 0; head[i]; i++)
			buf_put(b, head[i]);
		put_string(b, blank ? "\n\n" : "\n");
	}
}

/* A page ends, at p[i] of a paragraph that goes on. */
static void page_end(struct setter *s, size_t i)
{
	cp last = s->p[i - 1];
	enum line_end how = line_end(last);

	s->line = 0;
	s->page++;
	feed(s, how == LINE_STOPS || how == LINE_ENDS || how == LINE_CLOSES ? 'X' : 'J');
	if (!s->how->once)
		buf_put(&s->c->text, '\n');
	between(s);
	if (s->how->repeat && han_is(last) && !some(s, 3))
		buf_put(&s->c->text, last);
}

static void indent(struct setter *s)
{
	static const struct {
		cp c;
		unsigned n;
	} marks[] = { { ' ', 0 }, { 0x3000, 2 }, { ' ', 3 }, { ' ', 4 } };

	for (unsigned k = 0; k < marks[s->how->mark].n && !s->heading; k++) {
		buf_put(&s->c->text, marks[s->how->mark].c);
		buf_put(&s->c->clean, marks[s->how->mark].c);
	}
}

/* The line p[from..to), and a cut behind it where the paragraph goes on and it is one that cuts. */
static void set_line(struct setter *s, size_t from, size_t to, bool hyphen, unsigned number)
{
	struct cut *c = s->c;
	size_t stop = to;
	bool more = to < s->n;
	bool page = s->how->kind == CUT_PAGES && more && ++s->line >= s->how->lines;
	bool cut = page || (more && (s->how->kind == CUT_LINES || (s->how->kind == CUT_FIRST && number < 2)));

	while (cut && stop > from && s->p[stop - 1] == ' ')
		stop--;
	buf_add(&c->text, s->p + from, stop - from);
	buf_add(&c->clean, s->p + from, to - from);
	if (hyphen && cut)
		buf_put(&c->text, '-');
	if (page)
		page_end(s, stop);
	else if (cut)
		feed(s, 'J');
}

static void set_paragraph(struct setter *s)
{
	static const unsigned indents[] = { 0, 4, 3, 4 };
	cp last = s->p[s->n - 1];
	unsigned number = 0;

	s->heading = s->n < HEADING && line_end(last) == LINE_RUNS;
	indent(s);
	/* What is cut behind the first lines was the end of a long paragraph. */
	for (size_t i = 0, to; i < s->n; i = to, number++) {
		bool hyphen, first = !i && !s->heading;
		unsigned room = s->how->columns - (first ? indents[s->how->mark] : 0);

		if (s->how->kind == CUT_FIRST && number < 2)
			room = number ? s->how->columns : (2 + some(s, 4)) * s->how->columns;
		to = line_stop(s, i, room, &hyphen);
		set_line(s, i, to, hyphen, number);
	}
	feed(s, 'K');
	buf_put(&s->c->clean, '\n');
	if (s->how->mark == CUT_BLANK && !s->how->once) {
		buf_put(&s->c->text, '\n');
		buf_put(&s->c->clean, '\n');
	}
	if (s->how->kind == CUT_PAGES && ++s->line >= s->how->lines) { /* the page ends with the paragraph */
		s->line = 0;
		s->page++;
		size_t had = s->c->text.n;
		between(s);
		buf_add(&s->c->clean, s->c->text.p + had, s->c->text.n - had);
	}
}

struct cut cut_do(const struct cut_how *how, const struct buf *text, unsigned seed)
{
	struct cut c = { .text = BUF_INIT, .clean = BUF_INIT };
	struct setter s = { .how = how, .c = &c, .random = seed };

	s.page = some(&s, 200);
	if (how->lines)
		s.line = some(&s, how->lines);

	for (size_t from = 0, to; from < text->n; from = to + 1) {
		for (to = from; to < text->n && text->p[to] != '\n'; to++)
			;
		s.p = text->p + from;
		s.n = to - from;
		if (s.n)
			set_paragraph(&s);
	}
	return c;
}

void cut_free(struct cut *c)
{
	buf_free(&c->text);
	buf_free(&c->clean);
	free(c->gap);
}
