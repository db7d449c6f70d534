/* Words that a conversion table broke: it took the wrong one of several traditional characters, or put a regional word
   for two characters that belong to different words. */
#include "han.h"
#include "residue.h"
#include "residue_table.h"

_Static_assert((int)RESIDUE_WORD <= (int)RESIDUE_OUT, "a word is a repair");

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

struct repair misconverted_at(const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_MISCONVERTED };
	cp c = around_at(a, i);

	if (c > 0xffff || !(residue_first[c / 32] >> c % 32 & 1))
		return r;
	for (const struct residue_word *w = residue_words + first_row(c); w < residue_words + residue_words_n; w++) {
		size_t n = length(w->wrong), k = 0;

		if (w->wrong[0] != c)
			break;
		while (k < n && around_at(a, i + (ptrdiff_t)k) == w->wrong[k])
			k++;
		if (k < n || (w->before && guarded(residue_before, residue_before_n, c, around_at(a, i - 1)))
		    || (w->behind && guarded(residue_behind, residue_behind_n, w->wrong[n - 1], around_at(a, i + (ptrdiff_t)n))))
			continue;
		r.len = n;
		r.outlen = length(w->right);
		for (k = 0; k < r.outlen; k++)
			r.out[k] = w->right[k];
		break;
	}
	return r;
}
