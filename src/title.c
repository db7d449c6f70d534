/* The title of a page that was spliced into its text, for search engines to find, in the middle of sentences. */
#include "han.h"
#include "lm.h"
#include "prose.h"
#include "repair.h"
#include "stage.h"

enum {
	TITLE_MAX = AROUND_BACK, /* a longer first line is no title */
	HOLD = 2 * TITLE_MAX,
	SAMPLE = 4096, /* code points that tell which characters are rare; which ones changes nothing but time */
	TORN_BITS = 20,  /* a title that is spoken of is never so out of place; ... */
	APART_BITS = 13, /* ... this does where nothing beside it speaks of it */
	TITLE_HAN_MIN = 8 /* a shorter one can be part of a sentence by chance */
};

struct title {
	size_t n; /* 0: none that could be told from other text */
	cp c[TITLE_MAX];
	size_t rare; /* which of them the window has least often */
	struct past past;
};

/* Han that a title is spoken of with, in both scripts: a word before it that takes an object, or one behind it that
   goes on about it. */
static const cp before[] = { 0x7684, 0x4e8e, 0x65bc, 0x636e, 0x64da, 0x6309, 0x7167, 0x4e3a, 0x70ba, 0x7232, 0x4e86,
			     0x662f, 0x5bf9, 0x5c0d, 0x628a, 0x5c06, 0x5c07, 0x7531, 0x4ece, 0x5f9e, 0x5728, 0x4e0e,
			     0x8207, 0x548c, 0x53ca, 0x53d1, 0x767c, 0x5370, 0x5199, 0x5beb, 0x770b, 0x89c1, 0x898b };
static const cp behind[] = { 0x7684, 0x7b49, 0x4e2d, 0x4e00, 0x5982, 0x8303, 0x7bc4, 0x6a21, 0x91cc, 0x88e1,
			     0x88cf, 0x662f, 0x548c, 0x4e0e, 0x8207, 0x53ca, 0x5df2, 0x4f1a, 0x6703, 0x5c06,
			     0x5c07, 0x5728, 0x4e3a, 0x70ba, 0x7232, 0x4e4b, 0x7cbe, 0x8981 };

static bool one_of(cp c, const cp *set, size_t n)
{
	while (n--)
		if (c == set[n])
			return true;
	return false;
}

static bool blank(cp c) { return c == ' ' || c == '\t' || c == '\n' || c == 0x3000; }

static size_t rarest(const struct title *s, const cp *in, size_t n)
{
	size_t best = 0, fewest = SIZE_MAX;

	for (size_t k = 0; k < s->n; k++) {
		size_t times = 0;

		for (size_t i = 0; i < n && i < SAMPLE; i++)
			times += in[i] == s->c[k];
		if (times < fewest) {
			fewest = times;
			best = k;
		}
	}
	return best;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct title *s = state;
	size_t from = 0, to, han = 0;

	(void)end;
	if (!set->probable)
		return false;
	while (from < n && blank(in[from]))
		from++;
	for (to = from; to < n && in[to] != '\n'; to++)
		if (to - from >= TITLE_MAX)
			return false;
	if (to == n)
		return false; /* a single line is no title of anything */
	while (to > from && blank(in[to - 1]))
		to--;
	for (size_t i = from; i < to; i++)
		han += han_is(in[i]);
	if (han < TITLE_HAN_MIN || (han_punct(in[to - 1]) && in[to - 1] != 0xff09) || !prose_chinese(in, n))
		return false;
	s->n = to - from;
	memcpy(s->c, in + from, s->n * sizeof *in);
	s->rare = rarest(s, in, n);
	return true;
}

/* Where the next title can begin: its rarest character is looked for, many places at a time. */
static size_t find(void *state, const cp *in, size_t i, size_t n)
{
	enum { STEP = 32 };
	const struct title *s = state;
	const cp c = s->c[s->rare];
	size_t k = i + s->rare;

	for (; k < n && n - k >= STEP; k += STEP) {
		int any = 0;

		for (size_t j = 0; j < STEP; j++)
			any |= in[k + j] == c;
		if (any)
			break;
	}
	while (k < n && in[k] != c)
		k++;
	/* What would begin so near to the end that this character is not there yet is not known. */
	return k < n ? k - s->rare : n - i > s->rare ? n - s->rare : i;
}

/* Whether the two code points at c stand somewhere in in[from..to). */
static bool holds(const struct around *a, ptrdiff_t from, ptrdiff_t to, const cp *c)
{
	for (; from + 1 < to; from++)
		if (around_at(a, from) == c[0] && around_at(a, from + 1) == c[1])
			return true;
	return false;
}

/* Whether the sentence is likelier without the title by so many bits: it came between two halves of a word. */
static bool torn(const struct title *s, cp left, cp right, unsigned bits)
{
	return lm_cost(left, right) + bits * LM_BIT <= lm_cost(left, s->c[0]) + lm_cost(s->c[s->n - 1], right);
}

static struct repair rule(void *state, const struct around *a, ptrdiff_t i)
{
	const struct title *s = state;
	struct repair r = { .rule = RULE_TITLE };
	ptrdiff_t n = (ptrdiff_t)s->n;
	cp left = around_at(a, i - 1), right = around_at(a, i + n);

	for (ptrdiff_t k = 0; k < n; k++)
		if (around_at(a, i + k) != s->c[k])
			return r;
	if (!(han_is(left) || ascii_alnum(left)) || !(han_is(right) || ascii_alnum(right)))
		return r;
	bool spoken_of = one_of(left, before, sizeof before / sizeof *before)
			 || one_of(right, behind, sizeof behind / sizeof *behind);
	bool apart = !spoken_of && (ascii_alnum(left) || ascii_alnum(right)); /* who speaks of it would leave a space */
	if (!apart && !torn(s, left, right, spoken_of ? TORN_BITS : APART_BITS))
		return r;
	/* Where pieces of it stand beside, deleting it could make another one. */
	if (!holds(a, i - n, i, s->c) && !holds(a, i + n, i + 2 * n, s->c + n - 2))
		r.len = s->n;
	return r;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct title *s = state;

	return repair_run(find, rule, s, &s->past, HOLD, in, n, end, out, notes);
}

const struct stage stage_title = {
	.name = "title",
	.step = STEP_NOISE,
	.hold = HOLD,
	.state = sizeof(struct title),
	.begin = begin,
	.run = run,
};
