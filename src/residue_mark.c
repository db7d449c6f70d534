/* Single characters and words that something put into Chinese text: English for 和 and 的, stray quotation marks, an
   ideographic full stop for a decimal point. */
#include "han.h"
#include "residue.h"

enum {
	PAIR_MAX = AROUND_BACK, /* a mark has its partner within so many code points, or has none */
	WORD_MAX = 16,          /* letters of an English word, as they stand alone among Han */
	NUMBERS_MIN = 2,        /* lines that begin "1。" make a list from here on */
	STOP = 0x3002
};

/* Text that a word of Chinese can end or begin with: Han, or what encloses them. */
static bool ends_word(cp c) { return han_is(c) || c == 0x300b || c == 0x201d; }
static bool begins_word(cp c) { return han_is(c) || c == 0x300a || c == 0x201c; }

/* A lower-case English word alone between Chinese, with the spaces around it: len code points, 0 where there is none.
   han: what it stands for, or 0. */
struct word {
	ptrdiff_t len;
	cp han;
};

/* The word with its space at in[i]. */
static struct word lone_word(const struct around *a, ptrdiff_t i)
{
	struct word w = { 0, 0 };
	ptrdiff_t n = 1;

	while (n <= WORD_MAX && ascii_lower(around_at(a, i + n)))
		n++;
	if (n == 1 || !ends_word(around_at(a, i - 1)) || around_at(a, i + n) != ' ' || !begins_word(around_at(a, i + n + 1)))
		return w;
	w.len = n + 1;
	if (n == 4 && around_at(a, i + 1) == 'a' && around_at(a, i + 2) == 'n' && around_at(a, i + 3) == 'd')
		w.han = 0x548c; /* 和 */
	else if (n == 3 && around_at(a, i + 1) == 'o' && around_at(a, i + 2) == 'f')
		w.han = 0x7684; /* 的 */
	return w;
}

void marks_begin(struct marks *s, const cp *in, size_t n)
{
	static const struct past before;
	struct around a = { in, (ptrdiff_t)n, &before };
	size_t ours = 0, others = 0, numbers = 0;

	for (ptrdiff_t i = 0; i < a.n; i++) {
		if (in[i] == ' ') {
			struct word w = lone_word(&a, i);

			ours += w.han != 0;
			others += w.len && !w.han;
		} else if (in[i] == STOP && ascii_digit(around_at(&a, i - 1))) {
			ptrdiff_t k = ascii_digit(around_at(&a, i - 2)) ? i - 3 : i - 2;

			numbers += around_at(&a, k) == '\n';
		}
	}
	s->english = !others || others < ours;
	s->decimal = numbers < NUMBERS_MIN;
}

struct repair english_at(const struct marks *s, const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_ENGLISH_WORD };
	struct word w = lone_word(a, i);

	if (!s->english || !w.han)
		return r;
	r.len = (size_t)w.len;
	r.out[r.outlen++] = w.han;
	return r;
}

static bool quote(cp c) { return c == '`' || c == '\'' || c == 0xb4 || c == 0x2018 || c == 0x2019; }

struct repair stray_at(const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_STRAY_MARK };

	if (!han_is(around_at(a, i - 1)) || !han_is(around_at(a, i + 1)))
		return r;
	for (ptrdiff_t k = 1; k <= PAIR_MAX; k++)
		if (quote(around_at(a, i - k)) || quote(around_at(a, i + k)))
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

struct repair decimal_at(const struct marks *s, const struct around *a, ptrdiff_t i)
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
