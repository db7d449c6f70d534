/* What something put into Chinese text: English for 和 and 的, stray quotation marks, an ideographic full stop for a
   decimal point. All of it is only probable. */
#include "han.h"
#include "prose.h"
#include "repair.h"
#include "scan.h"
#include "stage.h"

enum {
	PAIR_MAX = AROUND_BACK, /* a mark has its partner within so many code points, or has none */
	WORD_MAX = 16,          /* letters of an English word, as they stand alone among Han */
	AMONG_MIN = 2,          /* in a page with foreign names a single "of" can be one of them */
	NUMBERS_MIN = 2,        /* lines that begin "1。" make a list from here on */
	STOP = 0x3002,
	HOLD = PAIR_MAX + 1
};

_Static_assert(WORD_MAX + 4 < HOLD, "a word with its spaces is seen at once");

struct residue {
	bool english; /* "and" and "of" are no words of the page's own */
	bool decimal; /* 。 behind a digit ends no number of a list */
	struct past past;
};

/* Whether a word of Chinese ends (step -1) or begins (step 1) at in[i], or its closing or opening mark does. */
static bool word_edge(const struct around *a, ptrdiff_t i, int step)
{
	cp c = around_at(a, i);

	if (c == (step < 0 ? 0x300b : 0x300a) || c == (step < 0 ? 0x201d : 0x201c))
		c = around_at(a, i + step);
	return han_is(c);
}

/* A word of Latin letters alone between Chinese, with the spaces around it: len code points, 0 where there is none.
   han: what it stands for, or 0. */
struct word {
	ptrdiff_t len;
	cp han;
	bool small; /* no capital in it: not a name */
};

/* The word with its space at in[i]. */
static struct word lone_word(const struct around *a, ptrdiff_t i)
{
	struct word w = { 0, 0, true };
	ptrdiff_t n = 1;

	while (n <= WORD_MAX && ascii_alpha(around_at(a, i + n)))
		w.small &= ascii_lower(around_at(a, i + n++));
	if (n == 1 || !word_edge(a, i - 1, -1) || around_at(a, i + n) != ' ' || !word_edge(a, i + n + 1, 1))
		return w;
	w.len = n + 1;
	if (n == 4 && around_at(a, i + 1) == 'a' && around_at(a, i + 2) == 'n' && around_at(a, i + 3) == 'd')
		w.han = 0x548c; /* 和 */
	else if (n == 3 && around_at(a, i + 1) == 'o' && around_at(a, i + 2) == 'f')
		w.han = 0x7684; /* 的 */
	return w;
}

static inline int telling(cp c) { return scan_is(c, ' ') | scan_is(c, STOP); }

static void evidence(struct residue *s, const cp *in, size_t n)
{
	static const struct past before;
	struct around a = { in, (ptrdiff_t)n, &before };
	size_t ours = 0, others = 0, names = 0, numbers = 0;

	for (size_t at = 0; (at = scan(in, at, n, telling)) < n; at++) {
		ptrdiff_t i = (ptrdiff_t)at;

		if (in[i] == ' ') {
			struct word w = lone_word(&a, i);

			ours += w.han != 0;
			names += w.len && !w.small;
			others += w.len && w.small && !w.han;
		} else if (ascii_digit(around_at(&a, i - 1))) {
			ptrdiff_t k = ascii_digit(around_at(&a, i - 2)) ? i - 3 : i - 2;

			numbers += around_at(&a, k) == '\n';
		}
	}
	s->english = others < ours && (ours >= AMONG_MIN || !names);
	s->decimal = numbers < NUMBERS_MIN;
}

static struct repair english_at(const struct residue *s, const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_ENGLISH_WORD };
	struct word w = lone_word(a, i);

	if (!s->english || !w.han)
		return r;
	r.len = (size_t)w.len;
	r.out[r.outlen++] = w.han;
	return r;
}

/* What a mark may be one half of; “ ” have each other. */
static bool quote(cp c) { return c == '`' || c == '\'' || c == '"' || c == 0xb4 || c == 0x2018 || c == 0x2019; }

/* What is quoted ends before it does: the line, or a sentence. */
static bool quote_ends(cp c) { return c == '\n' || c == STOP; }

static bool partner(const struct around *a, ptrdiff_t i, int step)
{
	for (ptrdiff_t k = 1; k <= PAIR_MAX && !quote_ends(around_at(a, i + k * step)); k++)
		if (quote(around_at(a, i + k * step)))
			return true;
	return false;
}

static struct repair stray_at(const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_STRAY_MARK };

	if (!han_is(around_at(a, i - 1)) || !han_is(around_at(a, i + 1)))
		return r;
	if (partner(a, i, -1) || partner(a, i, 1))
		return r;
	r.len = 1;
	return r;
}

/* How many digits begin (step 1) or end (step -1) at in[i]; 3 for more than two. */
static ptrdiff_t digits(const struct around *a, ptrdiff_t i, int step)
{
	ptrdiff_t n = 0;

	while (n < 3 && ascii_digit(around_at(a, i + n * step)))
		n++;
	return n;
}

/* Han that count the second number as a date, so that it begins a sentence: 月 日 年 时 時 点 點 是. */
static bool counts_time(cp c)
{
	return c == 0x6708 || c == 0x65e5 || c == 0x5e74 || c == 0x65f6 || c == 0x6642 || c == 0x70b9 || c == 0x9ede
	       || c == 0x662f;
}

static struct repair decimal_at(const struct residue *s, const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_DECIMAL };
	ptrdiff_t before = digits(a, i - 1, -1), behind = digits(a, i + 1, 1);
	cp left = around_at(a, i - 1 - before), right = around_at(a, i + 1 + behind);

	if (!s->decimal || !before || before > 2 || !behind || behind > 2)
		return r;
	if (!han_is(left) || !(han_is(right) || right == '%' || right == 0x2030) || counts_time(right))
		return r;
	r.len = 1;
	r.out[r.outlen++] = '.';
	return r;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct residue *s = state;

	(void)end;
	if (!set->probable || !prose_chinese(in, n))
		return false;
	evidence(s, in, n);
	return true;
}

static struct repair rule(void *state, const struct around *a, ptrdiff_t i)
{
	const struct residue *s = state;

	switch (around_at(a, i)) {
	case ' ': return english_at(s, a, i);
	case '`':
	case '\'': return stray_at(a, i);
	case STOP: return decimal_at(s, a, i);
	default: return (struct repair){ .len = 0 };
	}
}

static inline int mark(cp c) { return scan_is(c, '`') | scan_is(c, '\'') | scan_is(c, ' ') | scan_is(c, STOP); }

/* Most spaces stand before no "an" or "of", most full stops behind no digit. */
static bool asked(const cp *in, size_t i, size_t n)
{
	if (in[i] == STOP)
		return !i || ascii_digit(in[i - 1]);
	if (in[i] != ' ' || n - i <= 2)
		return true;
	return (in[i + 1] == 'a' && in[i + 2] == 'n') || (in[i + 1] == 'o' && in[i + 2] == 'f');
}

static size_t find(void *state, const cp *in, size_t i, size_t n)
{
	enum { STEP = 32 };

	(void)state;
	for (; n - i >= STEP; i += STEP) { /* as scan() does it, but what is not asked about is passed by in its block */
		int any = 0;

		for (size_t k = 0; k < STEP; k++)
			any |= mark(in[i + k]);
		for (size_t k = i; any && k < i + STEP; k++)
			if (mark(in[k]) && asked(in, k, n))
				return k;
	}
	while (i < n && !(mark(in[i]) && asked(in, i, n)))
		i++;
	return i;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct residue *s = state;

	return repair_run(find, rule, s, &s->past, HOLD, in, n, end, out, notes);
}

const struct stage stage_residue = {
	.name = "residue",
	.step = STEP_NOISE,
	.hold = HOLD,
	.state = sizeof(struct residue),
	.begin = begin,
	.run = run,
};
