/* Other forms of a character made the usual one: full-width letters and digits, radicals (which software that
 * takes text from PDF files writes for the characters that look the same), CJK compatibility ideographs.
 *
 * It runs before lines are measured and marks are widened, which go by what text looks like when it is repaired; and
 * behind the stages that undo wrong decoding, which go by bytes.
 */
#include "compat_table.h"
#include "han.h"
#include "lm.h"
#include "prose.h"
#include "repair.h"
#include "scan.h"
#include "stage.h"
#include "width_side.h"

enum {
	HOLD = 1,
	KANGXI = 0x2f00, /* before it are radicals some of which are parts of characters, and none of text */
	ESCAPE_MAX = 12 /* letters so near behind a &, \, % or < could make an escape or a tag: &ｎｂｓｐ; <ｐ> */
};

struct forms {
	bool narrow;   /* letters and digits */
	bool radicals; /* and radicals are made usual */
	bool ideographs;
	bool drawn; /* behind a drawn line of a table in the same line: its columns have widths */
	struct past past;
};

static inline int matters(cp c)
{
	return scan_within(c, 0xff10, 0xff19) | scan_within(c, 0xff21, 0xff5a) | scan_within(c, 0x2e80, 0x2fdf)
	       | scan_within(c, 0xf900, 0xfaff) | scan_within(c, 0x2f800, 0x2fa1f);
}

static inline int draws(cp c) { return scan_within(c, 0x2502, 0x2503) | scan_is(c, 0x2551); } /* │ ┃ ║ */

static bool radical(cp c) { return c >= 0x2e80 && c <= 0x2fdf; }

/* The ASCII of a full-width form; others are what they are. */
static cp half(cp c) { return c >= 0xff01 && c <= 0xff5e ? c - WIDTH_FULL : c; }

static bool wide_alnum(cp c) { return c >= 0xff10 && ascii_alnum(half(c)); }

/* Whether the full-width mark at in[i], between or behind others, goes with them: １．９, ２－３, ９３％. Not the marks of
   Chinese; nor &, which could make a reference. */
static bool joins(const struct around *a, ptrdiff_t i)
{
	cp c = half(around_at(a, i)), left = around_at(a, i - 1), right = half(around_at(a, i + 1));

	if (c == '%')
		return wide_alnum(left) && ascii_digit(half(left)) && !ascii_alnum(right);
	return (c == '.' || c == '-' || c == '/' || c == '+' || c == '_' || c == '@') && wide_alnum(left)
	       && ascii_alnum(right);
}

/* Whether the letter or digit at in[i] could make an escape or a tag, which stages before would go by. */
static bool in_escape(const struct around *a, ptrdiff_t i)
{
	for (ptrdiff_t k = i - 1; k >= i - ESCAPE_MAX; k--) {
		cp c = around_at(a, k);

		if (c == '&' || c == '\\' || c == '%' || c == '<' || (c == '/' && around_at(a, k - 1) == '<'))
			return true;
		if (!ascii_alnum(half(c)) && c != '#')
			return false;
	}
	return false;
}

static cp unified(cp c)
{
	for (size_t k = 0; k < COMPAT_BLOCKS; k++)
		if (c >= compat_blocks[k].first && c <= compat_blocks[k].last)
			return compat_blocks[k].to[c - compat_blocks[k].first];
	return 0;
}

/* Whether c, or what it is the other form of, is a character that texts have. */
static bool met(cp c)
{
	cp u = unified(c);

	return (han_is(c) || u) && !lm_is_rare(u ? u : c);
}

/* What in[i] is to be, or 0. A radical or an ideograph stands in text, and not alone or among rare ones as tables of
   characters have it, which tell the two forms apart. */
static cp usual(const struct forms *s, const struct around *a, ptrdiff_t i)
{
	cp c = around_at(a, i);

	if (c < 0xff00 || c > 0xffff)
		return (radical(c) ? s->radicals && (c >= KANGXI || met(c)) : s->ideographs)
				       && (met(around_at(a, i - 1)) || met(around_at(a, i + 1)))
			       ? unified(c)
			       : 0;
	return s->narrow && !s->drawn && (wide_alnum(c) ? !in_escape(a, i) : joins(a, i)) ? half(c) : 0;
}

static size_t find(void *state, const cp *in, size_t i, size_t n)
{
	struct forms *s = state;
	size_t k = scan(in, i, n, matters);

	if (k > i && wide_alnum(i ? in[i - 1] : s->past.c[AROUND_BACK - 1]) && in[i] != half(in[i]))
		k = i; /* a mark may go with the letter before it */
	s->drawn = scan_line(s->drawn, in, i, k, draws);
	return k;
}

static struct repair rule(void *state, const struct around *a, ptrdiff_t i)
{
	cp c = usual(state, a, i);
	struct repair r = { .len = c != 0, .outlen = c != 0, .out = { c } };

	r.rule = c < 0x80 ? RULE_NARROW : RULE_COMPATIBILITY;
	return r;
}

/* What the words that begin() looks for begin with. */
static inline int width_word(cp c) { return scan_is(c, 0x5168) | scan_is(c, 0x534a); }

static inline int code_word(cp c) { return scan_is(c, 'U'); }

static inline int radical_word(cp c) { return scan_is(c, 0x90e8) | scan_is(c, 0x504f) | scan_is(c, 0x5eb7); }

/* Whether one of the words is there; first: what they begin with. */
__attribute__((always_inline)) static inline bool says(const cp *in, size_t n, scan_test *first, const cp (*word)[2],
						       size_t words)
{
	for (size_t i = 0; (i = scan(in, i, n, first)) + 1 < n; i++)
		for (size_t w = 0; w < words; w++)
			if (in[i] == word[w][0] && in[i + 1] == word[w][1])
				return true;
	return false;
}

/* Whether the radicals of the page stand for characters: most have one beside. A list of radicals has them apart. */
static bool in_words(const cp *in, size_t n)
{
	size_t joined = 0, apart = 0;

	for (size_t i = 0; i < n; i++) {
		cp left = i ? in[i - 1] : '\n', right = i + 1 < n ? in[i + 1] : '\n';

		if (!radical(in[i]))
			continue;
		if ((han_is(left) && !radical(left)) || (han_is(right) && !radical(right)))
			joined++;
		else
			apart++;
	}
	return joined >= apart;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	static const cp widths[][2] = {
		{ 0x5168, 0x89d2 }, { 0x5168, 0x5f62 }, { 0x534a, 0x89d2 }, { 0x534a, 0x5f62 }
	}; /* 全角 全形 半角 半形 */
	static const cp codes[][2] = { { 'U', '+' } };
	static const cp radicals[][2] = {
		{ 0x90e8, 0x9996 }, { 0x504f, 0x65c1 }, { 0x5eb7, 0x7199 }
	}; /* 部首 偏旁 康熙 */
	struct forms *s = state;

	(void)set;
	if ((end && scan(in, 0, n, matters) == n) || !prose_chinese(in, n))
		return false;
	s->narrow = !says(in, n, width_word, widths, sizeof widths / sizeof *widths);
	s->ideographs = !says(in, n, code_word, codes, 1);
	s->radicals = s->ideographs && !says(in, n, radical_word, radicals, sizeof radicals / sizeof *radicals)
		      && in_words(in, n);
	return true;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct forms *s = state;

	return repair_run(find, rule, s, &s->past, HOLD, in, n, end, out, notes);
}

const struct stage stage_forms = {
	.name = "forms",
	.step = STEP_WIDTH,
	.hold = HOLD,
	.state = sizeof(struct forms),
	.begin = begin,
	.run = run,
};
