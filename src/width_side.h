/* width_side.h - what a mark of punctuation stands beside. */
#ifndef WIDTH_SIDE_H
#define WIDTH_SIDE_H
#include "around.h"
#include <stdbool.h>

enum {
	WIDTH_FULL = 0xfee0,  /* from a character of ASCII to its full-width form */
	WIDTH_TOKEN_MAX = 32, /* ASCII attached to Han is looked through this far */
	WIDTH_MARKS_MAX = 16  /* marks in a row that are judged together */
};

/* The half-width form of the seven marks that have a full-width one here: , ; : ? ! ( ). Others are what they are. */
static inline cp width_half(cp c)
{
	cp h = c >= 0xff01 && c <= 0xff5e ? c - WIDTH_FULL : c;

	return h == ',' || h == ';' || h == ':' || h == '?' || h == '!' || h == '(' || h == ')' ? h : c;
}

/* Whether c is one of these in either width, but no parenthesis. */
static inline bool width_mark(cp c)
{
	c = width_half(c);
	return c == ',' || c == ';' || c == ':' || c == '?' || c == '!';
}

static inline bool width_space(cp c) { return c == ' ' || c == '\t' || c == '\n' || c == 0x3000 || c == 0xa0; }

/* Chinese text and what only it is set with: brackets, circled and Roman numbers, the boxes and stars of lists and lost
   characters. Marks that others use, too, in either width, are no sign, nor are “” and ‘’, — and …. */
bool width_chinese(cp c);

/* What can be joined to Han as part of a Chinese sentence: words, numbers and their units. */
bool width_token(cp c);

/* What a mark can stand beside. */
enum width_side {
	WIDTH_NOTHING,  /* an edge, a space */
	WIDTH_LATIN,    /* ASCII and whatever is not Chinese */
	WIDTH_ATTACHED, /* the same, but with Han joined to its other side */
	WIDTH_CHINESE
};

/* What the text is that begins (step 1) or ends (step -1) at i. It looks through some 40 code points. */
enum width_side width_side(const struct around *a, ptrdiff_t i, int step);

/* The code point nearest to i in that direction that is no mark of either width: what stands beside a run of marks. */
ptrdiff_t width_beyond(const struct around *a, ptrdiff_t i, int step);

/* Whether English stands around what is between in[left] and in[right]: "the city of 北京, China". A Han word between
   spaces and Latin letters on the left, a space and a letter on the right. */
bool width_among_latin(const struct around *a, ptrdiff_t left, ptrdiff_t right);

#endif
