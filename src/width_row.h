/* width_row.h - rows of tables whose columns commas keep apart: there a comma stays what it is. */
#ifndef WIDTH_ROW_H
#define WIDTH_ROW_H
#include "around.h"
#include <stdbool.h>

/* Whether the page is such a table: its first lines, and nearly all, have the same number of commas, and end like rows.
   in[0..n) is its window; end: that is all of it. */
bool width_row_page(const cp *in, size_t n, bool end);

/* The last line that was asked about. All zero where a document begins. */
struct width_row {
	size_t commas; /* 0: it is no row */
	ptrdiff_t end; /* its end, from in[0]; may be less than 0 */
};

enum { WIDTH_ROW_AHEAD = 256 }; /* lines are seen this far */

/* Whether in[i] stands in a row of a table within the page: lines below each other with the same number of commas, and
   a column of numbers or Latin words; its head may be of others. Asked in the order of the text. It looks at most
   AROUND_BACK behind and WIDTH_ROW_AHEAD ahead. */
bool width_row(struct width_row *last, const struct around *a, ptrdiff_t i);

/* Whether what width_row() would look at for in[i], whose line ends in what is there, is there: the next lines, too,
   where they have a say. */
bool width_row_seen(const struct width_row *last, const struct around *a, ptrdiff_t i);

#endif
