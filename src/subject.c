#include "subject.h"
#include "han.h"
#include "scan.h"
#include <string.h>

/* Whether w stands at in[i]. */
static bool word_at(const struct subject_word *w, const struct around *a, ptrdiff_t i)
{
	size_t k = 0;

	while (k < w->n && ascii_fold(around_at(a, i + (ptrdiff_t)k)) == w->text[k])
		k++;
	return k == w->n;
}

/* Whether what is between in[i] and in[i+n) is a word of its own, and no part of an address or a tag. */
static bool alone(const struct around *a, ptrdiff_t i, ptrdiff_t n)
{
	cp before = around_at(a, i - 1);

	return !(before < 0x80 && (ascii_alnum(before) || strchr("./:-_@<", (int)before)))
	       && !ascii_alpha(around_at(a, i + n));
}

/* The first row of the subject, of that kind or told by itself, that begins with c or comes behind. */
static const struct subject_word *first_row(enum subject subject, enum subject_how how, cp c)
{
	const struct subject_word *low = subject_words, *high = low + subject_words_n;

	while (low < high) {
		const struct subject_word *w = low + (high - low) / 2;
		unsigned kind = w->how > SUBJECT_NOT ? w->how : SUBJECT_NAME;

		if (w->subject < subject || (w->subject == subject && (kind < how || (kind == how && w->text[0] < c))))
			low = w + 1;
		else
			high = w;
	}
	return low;
}

/* The longest of the words that tell of the subject, or of another, at in[i]; or NULL. */
static const struct subject_word *longest(enum subject subject, const struct around *a, ptrdiff_t i)
{
	const struct subject_word *end = subject_words + subject_words_n;
	cp c = ascii_fold(around_at(a, i));

	for (const struct subject_word *w = first_row(subject, SUBJECT_NAME, c);
	     w < end && w->subject == subject && w->how <= SUBJECT_NOT && w->text[0] == c; w++)
		if (word_at(w, a, i) && (w->how != SUBJECT_NAME || alone(a, i, w->n)))
			return w;
	return NULL;
}

size_t subject_count(enum subject subject, const cp *in, size_t n, size_t most)
{
	static const struct past before;
	const struct around a = { in, (ptrdiff_t)n, &before };
	size_t count = 0;

	for (size_t i = 0; count < most && (i = scan_set(in, i, n, subject_first[subject])) < n;) {
		const struct subject_word *w = longest(subject, &a, (ptrdiff_t)i);

		count += w && w->how != SUBJECT_NOT;
		i += w ? w->n : 1;
	}
	return count;
}

/* Whether one of the words of this kind ends just before in[i] (step -1), or begins there (step 1). */
static bool beside(enum subject subject, enum subject_how how, const struct around *a, ptrdiff_t i, int step)
{
	for (const struct subject_word *w = first_row(subject, how, 0);
	     w < subject_words + subject_words_n && w->subject == subject && w->how == how; w++)
		if (word_at(w, a, step < 0 ? i - w->n : i))
			return true;
	return false;
}

bool subject_spoken_of(enum subject subject, const struct around *a, ptrdiff_t from, ptrdiff_t to)
{
	return beside(subject, SUBJECT_BESIDE, a, from, -1) || beside(subject, SUBJECT_BESIDE, a, to, 1)
	       || (beside(subject, SUBJECT_BEFORE, a, from, -1) && beside(subject, SUBJECT_BEHIND, a, to, 1));
}

bool subject_behind(enum subject subject, const struct around *a, ptrdiff_t i)
{
	return beside(subject, SUBJECT_BEHIND, a, i, 1);
}
