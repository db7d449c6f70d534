/* residue.h - the rules of stage residue, each asked about one place of the text.
 *
 * A rule has a look at the whole window first and keeps what it found; then it is asked at each place that begins with
 * one of its characters. It looks at most RESIDUE_HOLD code points ahead, and AROUND_BACK behind.
 */
#ifndef RESIDUE_H
#define RESIDUE_H
#include <stdbool.h>
#include "around.h"
#include "rule.h"

enum {
	RESIDUE_OUT = 8,   /* the longest text that a rule puts in, code points */
	RESIDUE_HOLD = 600
};

/* What is to be done at a place: len code points become out[0..outlen). len 0: nothing. */
struct repair {
	size_t len, outlen;
	cp out[RESIDUE_OUT];
	enum rule rule;
};

/* HTML tags (residue_tag.c). */
struct tags {
	bool off;     /* the page is about markup, or is markup */
	bool open;    /* behind a '<' that begins no tag, in the same line */
	bool text;    /* there is text before, in the line as it goes out */
	bool pending; /* a tag that ends a paragraph was deleted, and more tags follow */
};
void tags_begin(struct tags *s, const cp *in, size_t n);
/* in[i] is '<'. */
struct repair tags_at(struct tags *s, const struct around *a, ptrdiff_t i);
/* in[i] goes out as it is. */
static inline void tags_pass(struct tags *s, cp c)
{
	if (c == '\n')
		s->open = s->text = false;
	else if (c == '>')
		s->open = false;
	if (c > ' ' && c != 0x3000)
		s->text = true;
}

/* The page's title in the middle of a sentence (residue_title.c). */
enum { TITLE_MAX = 64 };
struct title {
	size_t n; /* 0: none that could be told from other text */
	cp c[TITLE_MAX];
};
void title_begin(struct title *s, const cp *in, size_t n);
/* in[i] is s->c[0]. */
struct repair title_at(const struct title *s, const struct around *a, ptrdiff_t i);

/* Single characters and words that something put in (residue_mark.c). */
struct marks {
	bool english; /* "and" and "of" are no words of the page's own */
	bool decimal; /* 。 behind a digit ends no number of a list */
};
void marks_begin(struct marks *s, const cp *in, size_t n);
struct repair english_at(const struct marks *s, const struct around *a, ptrdiff_t i); /* in[i] is a space */
struct repair stray_at(const struct around *a, ptrdiff_t i);                          /* in[i] is ` or ' */
struct repair decimal_at(const struct marks *s, const struct around *a, ptrdiff_t i); /* in[i] is 。 */

/* Words that a conversion table broke (residue_word.c). */
struct repair misconverted_at(const struct around *a, ptrdiff_t i);

#endif
