/* width_code.h - punctuation among Chinese text that is part of code or markup, and stays half width. */
#ifndef WIDTH_CODE_H
#define WIDTH_CODE_H
#include "around.h"
#include <stdbool.h>

enum { WIDTH_FULL = 0xfee0 }; /* from a character of ASCII to its full-width form */

/* The half-width form of the seven marks that have a full-width one here: , ; : ? ! ( ). Others are what they are. */
static inline cp width_half(cp c)
{
	cp h = c >= 0xff01 && c <= 0xff5e ? c - WIDTH_FULL : c;

	return h == ',' || h == ';' || h == ':' || h == '?' || h == '!' || h == '(' || h == ')' ? h : c;
}

/* Whether the marks in[first..last], which stand in a row, are part of a field or role of reStructuredText, a reference
   to a character or a declaration of HTML, or a key of TeX. Looks at most AROUND_BACK behind and WIDTH_CODE_AHEAD ahead. */
enum { WIDTH_CODE_AHEAD = 32 };
bool width_code_marks(const struct around *a, ptrdiff_t first, ptrdiff_t last);

/* Whether the parentheses at in[open] and in[close] are those of a call, a block, a substitution, a menu key (&F), a
   point or an interval. */
bool width_code_pair(const struct around *a, ptrdiff_t open, ptrdiff_t close);

#endif
