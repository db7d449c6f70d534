/* width_code.h - punctuation among Chinese text that is part of code or markup, and stays half width. */
#ifndef WIDTH_CODE_H
#define WIDTH_CODE_H
#include "around.h"
#include <stdbool.h>

/* Whether the marks in[first..last], which stand in a row, are part of a field or role of reStructuredText, a reference
   to a character or a declaration of HTML, the query of a URL, or a key of TeX. Looks at most AROUND_BACK behind and
   WIDTH_CODE_AHEAD ahead. */
enum { WIDTH_CODE_AHEAD = 32 };
bool width_code_marks(const struct around *a, ptrdiff_t first, ptrdiff_t last);

/* Whether the parentheses at in[open] and in[close] are those of a call, a block, a substitution, a menu key (&F), a
   point or an interval. */
bool width_code_pair(const struct around *a, ptrdiff_t open, ptrdiff_t close);

#endif
