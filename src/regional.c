/* Regional words that a conversion table put for characters that belong to two words: 中小學校 has no 小學 in it, and
   does not become 中國小校. They are found by their simplified forms, in both scripts. */
#include "prose.h"
#include "repair.h"
#include "residue_table.h"
#include "scan.h"
#include "stage.h"
#include "survey.h"

_Static_assert((int)RESIDUE_WORD <= (int)REPAIR_OUT, "a word is a repair");

enum { HOLD = 2 * RESIDUE_WORD };

struct regional {
	struct past past;
};

/* Whether c is among the characters that make a word with the guarded one. */
static bool guarded(const struct residue_guard *guard, size_t n, cp character, cp c)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (guard[middle].c < character)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == n || guard[low].c != character)
		return false;
	const uint16_t *set = residue_beside + guard[low].at;
	for (size_t i = 0; i < guard[low].n && set[i] <= c; i++)
		if (set[i] == c)
			return true;
	return false;
}

static size_t length(const uint16_t *word)
{
	size_t n = 0;

	while (n < RESIDUE_WORD && word[n])
		n++;
	return n;
}

/* The first row whose word begins with c. */
static size_t first_row(cp c)
{
	size_t low = 0, high = residue_words_n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (residue_words[middle].wrong[0] < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The longest wrong word at in[i], or NULL; its length goes to n. */
static const struct residue_word *literal(const struct around *a, ptrdiff_t i, ptrdiff_t *n)
{
	cp c = around_at(a, i);

	if (c > 0xffff || !(residue_first[c / 32] >> c % 32 & 1))
		return NULL;
	c = survey_simplify(c);
	for (const struct residue_word *w = residue_words + first_row(c); w < residue_words + residue_words_n; w++) {
		ptrdiff_t len = (ptrdiff_t)length(w->wrong), k = 1;

		if (w->wrong[0] != c)
			break;
		while (k < len && survey_simplify(around_at(a, i + k)) == w->wrong[k])
			k++;
		*n = len;
		if (k == len)
			return w;
	}
	return NULL;
}

/* Whether another wrong word touches in[i..i+n), or is partly in it. What is meant cannot be told then. */
static bool crowded(const struct around *a, ptrdiff_t i, ptrdiff_t n)
{
	ptrdiff_t len;

	for (ptrdiff_t k = i - RESIDUE_WORD; k <= i + n; k++)
		if (k != i && literal(a, k, &len) && k + len >= i && !(k > i && k + len <= i + n))
			return true;
	return false;
}

/* Whether right, in the place of in[i..i+n), would have a part in a wrong word. */
static bool worse(const struct around *a, ptrdiff_t i, ptrdiff_t n, const uint16_t *right)
{
	cp text[3 * RESIDUE_WORD];
	struct around b = { text, 0, NULL };
	ptrdiff_t len;

	for (ptrdiff_t k = i - RESIDUE_WORD; k < i; k++)
		text[b.n++] = around_at(a, k);
	for (size_t k = 0; k < length(right); k++)
		text[b.n++] = right[k];
	for (ptrdiff_t k = i + n; k < i + n + RESIDUE_WORD; k++)
		text[b.n++] = around_at(a, k);
	for (ptrdiff_t k = 0; k < RESIDUE_WORD + (ptrdiff_t)length(right); k++)
		if (literal(&b, k, &len) && k + len > RESIDUE_WORD)
			return true;
	return false;
}

static struct repair rule(void *state, const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_MISCONVERTED };
	ptrdiff_t n;
	const struct residue_word *w = literal(a, i, &n);

	(void)state;
	if (!w || guarded(residue_before, residue_before_n, w->wrong[0], survey_simplify(around_at(a, i - 1)))
	    || guarded(residue_behind, residue_behind_n, w->wrong[n - 1], survey_simplify(around_at(a, i + n)))
	    || crowded(a, i, n))
		return r;
	const uint16_t *right = w->right;
	for (ptrdiff_t k = 0; k < n; k++)
		if (around_at(a, i + k) != w->wrong[k])
			right = w->traditional;
	if (worse(a, i, n, right))
		return r;
	r.len = (size_t)n;
	r.outlen = length(right);
	for (size_t k = 0; k < r.outlen; k++)
		r.out[k] = right[k];
	return r;
}

static size_t find(void *state, const cp *in, size_t i, size_t n)
{
	(void)state;
	while ((i = scan_set(in, i, n, residue_first)) < n) {
		cp second = i + 1 < n ? survey_simplify(in[i + 1]) : 0;

		if (i + 1 == n || residue_second[second / 32 % (65536 / 32)] >> second % 32 & 1)
			break;
		i++;
	}
	return i;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	(void)state, (void)end;
	return set->probable && prose_chinese(in, n);
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct regional *s = state;

	return repair_run(find, rule, s, &s->past, HOLD, in, n, end, out, notes);
}

const struct stage stage_regional = {
	.name = "regional",
	.step = STEP_NOISE,
	.hold = HOLD,
	.state = sizeof(struct regional),
	.begin = begin,
	.run = run,
};
