/* Words that a conversion table broke: it took the wrong one of several traditional characters, or put a regional word
   for two characters that belong to different words. */
#include "prose.h"
#include "repair.h"
#include "residue_table.h"
#include "stage.h"

_Static_assert((int)RESIDUE_WORD <= (int)REPAIR_OUT, "a word is a repair");

enum { HOLD = 3 * RESIDUE_WORD };

struct misconverted {
	cp left; /* the end of a word put right just before, or 0 */
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
	for (const struct residue_word *w = residue_words + first_row(c); w < residue_words + residue_words_n; w++) {
		ptrdiff_t len = (ptrdiff_t)length(w->wrong), k = 1;

		if (w->wrong[0] != c)
			break;
		while (k < len && around_at(a, i + k) == w->wrong[k])
			k++;
		*n = len;
		if (k == len)
			return w;
	}
	return NULL;
}

/* Whether another wrong word shares a part of in[i..i+n) and goes beyond it. What is meant cannot be told then. */
static bool overlapped(const struct around *a, ptrdiff_t i, ptrdiff_t n)
{
	ptrdiff_t len;

	for (ptrdiff_t k = i - RESIDUE_WORD + 1; k < i; k++)
		if (literal(a, k, &len) && k + len > i)
			return true;
	for (ptrdiff_t k = i + 1; k < i + n; k++)
		if (literal(a, k, &len) && k + len > i + n)
			return true;
	return false;
}

/* Whether the two are a wrong word. */
static bool pair(cp first, cp second)
{
	const cp text[] = { first, second };
	struct around a = { text, 2, NULL };
	ptrdiff_t n;

	return literal(&a, 0, &n) && n == 2;
}

/* Whether right would make a wrong word with what stands beside it in the place of in[i..i+n), or will stand there. One
   that shares a part of the next wrong word would be left alone, and does not count. */
static bool worse(const struct around *a, ptrdiff_t i, ptrdiff_t n, const uint16_t *right, cp left)
{
	ptrdiff_t len;
	const struct residue_word *next = literal(a, i + n, &len);

	return pair(left, right[0]) || pair(right[length(right) - 1], next ? next->right[0] : around_at(a, i + n));
}

static struct repair rule(void *state, const struct around *a, ptrdiff_t i)
{
	struct misconverted *s = state;
	struct repair r = { .rule = RULE_MISCONVERTED };
	cp left = s->left ? s->left : around_at(a, i - 1);
	ptrdiff_t n;
	const struct residue_word *w = literal(a, i, &n);

	s->left = 0;
	if (!w || (w->before && guarded(residue_before, residue_before_n, w->wrong[0], left))
	    || (w->behind && guarded(residue_behind, residue_behind_n, w->wrong[n - 1], around_at(a, i + n)))
	    || overlapped(a, i, n) || worse(a, i, n, w->right, left))
		return r;
	r.len = (size_t)n;
	r.outlen = length(w->right);
	for (size_t k = 0; k < r.outlen; k++)
		r.out[k] = w->right[k];
	s->left = r.out[r.outlen - 1];
	return r;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	(void)state, (void)end;
	return set->probable && prose_chinese(in, n);
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct misconverted *s = state;

	return repair_run(NULL, rule, s, &s->past, HOLD, in, n, end, out, notes);
}

const struct stage stage_misconverted = {
	.name = "misconverted",
	.step = STEP_NOISE,
	.hold = HOLD,
	.state = sizeof(struct misconverted),
	.begin = begin,
	.run = run,
};
