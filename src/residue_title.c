/* The title of a page that was spliced into its text, for search engines to find, in the middle of sentences. */
#include "han.h"
#include "residue.h"

enum {
	TITLE_HAN_MIN = 8 /* a shorter one can be part of a sentence by chance */
};

/* Han that a title is spoken of with, in both scripts: a word before it that takes an object, or one behind it that goes
   on about it. */
static const cp before[] = { 0x7684, 0x4e8e, 0x65bc, 0x636e, 0x64da, 0x6309, 0x7167, 0x4e3a, 0x70ba, 0x7232, 0x4e86,
			     0x662f, 0x5bf9, 0x5c0d, 0x628a, 0x5c06, 0x5c07, 0x7531, 0x4ece, 0x5f9e, 0x5728, 0x4e0e,
			     0x8207, 0x548c, 0x53ca, 0x53d1, 0x767c, 0x5370, 0x5199, 0x5beb, 0x770b, 0x89c1, 0x898b };
static const cp behind[] = { 0x7684, 0x7b49, 0x4e2d, 0x4e00, 0x5982, 0x8303, 0x7bc4, 0x6a21, 0x91cc, 0x88e1, 0x88cf,
			     0x662f, 0x548c, 0x4e0e, 0x8207, 0x53ca, 0x5df2, 0x4f1a, 0x6703, 0x5c06, 0x5c07, 0x5728,
			     0x4e3a, 0x70ba, 0x7232, 0x4e4b, 0x7cbe, 0x8981 };

static bool one_of(cp c, const cp *set, size_t n)
{
	while (n--)
		if (c == set[n])
			return true;
	return false;
}

static bool blank(cp c) { return c == ' ' || c == '\t' || c == '\n' || c == 0x3000; }

void title_begin(struct title *s, const cp *in, size_t n)
{
	size_t from = 0, to, han = 0;

	while (from < n && blank(in[from]))
		from++;
	for (to = from; to < n && in[to] != '\n'; to++)
		if (to - from >= TITLE_MAX)
			return;
	if (to == n)
		return; /* a single line is no title of anything */
	while (to > from && blank(in[to - 1]))
		to--;
	for (size_t i = from; i < to; i++)
		han += han_is(in[i]);
	if (han < TITLE_HAN_MIN || !(han_is(in[to - 1]) || ascii_alnum(in[to - 1]) || in[to - 1] == ')' || in[to - 1] == 0xff09))
		return;
	s->n = to - from;
	memcpy(s->c, in + from, s->n * sizeof *in);
}

struct repair title_at(const struct title *s, const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_TITLE };
	cp left = around_at(a, i - 1), right = around_at(a, i + (ptrdiff_t)s->n);

	if (!(han_is(left) || ascii_alnum(left)) || !(han_is(right) || ascii_alnum(right)))
		return r;
	for (size_t k = 1; k < s->n; k++)
		if (around_at(a, i + (ptrdiff_t)k) != s->c[k])
			return r;
	if (!one_of(left, before, sizeof before / sizeof *before) && !one_of(right, behind, sizeof behind / sizeof *behind))
		r.len = s->n;
	return r;
}
