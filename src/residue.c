/* What something put into Chinese text: English for 和 and 的, stray quotation marks, an ideographic full stop for a
   decimal point. All of it is only probable. */
#include "han.h"
#include "prose.h"
#include "repair.h"
#include "scan.h"
#include "stage.h"
#include "subject.h"

enum {
	PAIR_MAX = AROUND_BACK, /* a mark has its partner within so many code points, or has none */
	WORD_MAX = 16,          /* letters of an English word, as they stand alone among Han */
	AMONG_MIN = 2,          /* in a page with foreign names a single "of" can be one of them */
	NUMBERS_MIN = 2,        /* lines that begin "1。" make a list from here on */
	POINTS_MIN = 2,         /* of a single "12。5%" the one or the other number can be meant */
	STOP = 0x3002,
	HOLD = PAIR_MAX + 1
};

_Static_assert(WORD_MAX + 4 < HOLD, "a word with its spaces is seen at once");

struct residue {
	bool english; /* "and" and "of" are no words of the page's own */
	bool decimal; /* 。 behind a digit ends no number of a list */
	bool points;  /* it stands for points for certain */
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
	bool small;     /* no capital in it: not a name */
	bool spoken_of; /* "and" or "of", and it stands for nothing */
};

/* The length of the "and" or "of" that begins at in[i], in upper or lower case; 0: another word. */
static ptrdiff_t particle(const struct around *a, ptrdiff_t i)
{
	cp c[3];

	for (ptrdiff_t k = 0; k < 3; k++)
		c[k] = ascii_fold(around_at(a, i + k));
	ptrdiff_t n = c[0] == 'a' && c[1] == 'n' && c[2] == 'd' ? 3 : c[0] == 'o' && c[1] == 'f' ? 2 : 0;
	return n && !ascii_alnum(around_at(a, i - 1)) && !ascii_alnum(around_at(a, i + n)) ? n : 0;
}

/* The word with its space at in[i]. */
static struct word lone_word(const struct around *a, ptrdiff_t i)
{
	struct word w = { 0, 0, true, false };
	ptrdiff_t n = 1;

	while (n <= WORD_MAX && ascii_alpha(around_at(a, i + n)))
		w.small &= ascii_lower(around_at(a, i + n++));
	if (n == 1 || !word_edge(a, i - 1, -1) || around_at(a, i + n) != ' ' || !word_edge(a, i + n + 1, 1))
		return w;
	w.len = n + 1;
	if (!w.small || !particle(a, i + 1))
		return w;
	w.spoken_of = subject_spoken_of(SUBJECT_ENGLISH, a, i, i + n + 1);
	if (!w.spoken_of)
		w.han = n == 4 ? 0x548c : 0x7684; /* 和 的 */
	return w;
}

static inline int telling(cp c) { return scan_is(c, ' ') | scan_is(c, STOP); }

static inline int foreign(cp c) { return scan_is(c | 0x20, 'a') | scan_is(c | 0x20, 'o'); }

/* How often the page has "and" or "of" where they stand neither for Chinese nor before an English word, or speaks of
   English and what is written in it; at most so often. */
static size_t own_words(const struct around *a, size_t most)
{
	size_t n = (size_t)a->n, found = 0;

	for (size_t at = 0; found < most && (at = scan(a->in, at, n, foreign)) < n; at++) {
		ptrdiff_t i = (ptrdiff_t)at, len = particle(a, i);

		found += len && !(around_at(a, i - 1) == ' ' && lone_word(a, i - 1).len)
			 && !(ascii_alpha(around_at(a, i + len + 1)) && ascii_alpha(around_at(a, i + len + 2)));
	}
	return found + subject_count(SUBJECT_ENGLISH, a->in, n, most - found);
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

/* Whether 。 at in[i] could be the point of a decimal number in Chinese; what it counts is at unit. */
static bool point(const struct around *a, ptrdiff_t i, ptrdiff_t *unit)
{
	ptrdiff_t before = digits(a, i - 1, -1), behind = digits(a, i + 1, 1);
	cp right = around_at(a, *unit = i + 1 + behind);

	return before && before <= 2 && behind && behind <= 2 && han_is(around_at(a, i - 1 - before))
	       && (han_is(right) || right == '%' || right == 0x2030) && !counts_time(right);
}

/* Whether a unit begins at in[i] in which something is measured, and not counted. */
static bool measures(const struct around *a, ptrdiff_t i)
{
	return !han_is(around_at(a, i)) || subject_behind(SUBJECT_MEASURE, a, i);
}

static void evidence(struct residue *s, const cp *in, size_t n)
{
	static const struct past before;
	struct around a = { in, (ptrdiff_t)n, &before };
	size_t ours = 0, others = 0, names = 0, numbers = 0, points = 0;

	for (size_t at = 0; (at = scan(in, at, n, telling)) < n; at++) {
		ptrdiff_t i = (ptrdiff_t)at;

		if (in[i] == ' ') {
			struct word w = lone_word(&a, i);

			ours += w.han != 0;
			names += w.len && !w.small;
			others += w.small && (w.spoken_of || (w.len && !w.han));
		} else if (ascii_digit(around_at(&a, i - 1))) {
			ptrdiff_t unit, k = ascii_digit(around_at(&a, i - 2)) ? i - 3 : i - 2;

			numbers += around_at(&a, k) == '\n';
			points += point(&a, i, &unit) && measures(&a, unit);
		}
	}
	if (others < ours)
		others += own_words(&a, ours - others);
	s->english = others < ours && (ours >= AMONG_MIN || !names);
	s->decimal = numbers < NUMBERS_MIN;
	s->points = points >= POINTS_MIN;
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

/* What is counted can be so many at the head of a sentence, too: 25。30人参加. */
static struct repair decimal_at(const struct residue *s, const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_DECIMAL };
	ptrdiff_t unit;

	if (!s->decimal || !point(a, i, &unit) || !(s->points || measures(a, unit)))
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
	for (; n - i >= STEP;
	     i += STEP) { /* as scan() does it, but what is not asked about is passed by in its block */
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
