/* unwrap_layout.h - the page or the line that a document's text was cut to, found from where it is cut.
 *
 * Evidence is in sixteenths of a bit: log2 of how much likelier a place is if the text was cut there than if it was
 * not, by its width and by the language, summed over all places that look cut.
 */
#ifndef UNWRAP_LAYOUT_H
#define UNWRAP_LAYOUT_H
#include "unwrap_glance.h"
#include "unwrap_page.h"
#include "unwrap_piece.h"

struct layout {
	struct page_heads heads;
	unsigned page;  /* columns of the lines of pages whose ends are in the text; 0: there are none */
	bool spaced;    /* foreign words are set apart with spaces, where there is any of these */
	bool torn;      /* text is cut here and there, at no width that was found */
	unsigned feeds; /* line feeds at the end of a page: as many as at that of a paragraph */
	unsigned wrap;  /* columns at which every line was cut; 0: they were not */
	bool wide;      /* there, ambiguous characters take two columns */
	bool indented;  /* there, paragraphs begin with an indent */
	bool widened;   /* lines are measured as they will be when marks are full width (line.h) */
	bool settled;   /* and every line that is not full ends its paragraph: then a full one never does */
};

/* Is in[0..n) source of roff (manual pages) or TeX? Its lines are for a formatter, which fills them itself. */
bool layout_source(const cp *in, size_t n);

/* Finds the layout of in[0..n), the start of a document, of which seen is seen at a glance; end: that is all of it. probable: lines may also have been
   cut where no paragraph begins with ideographic spaces. widened: as line.h has it. */
struct layout layout_find(const struct glance *seen, const cp *in, size_t n, bool end, bool probable, bool widened);

/* Is that of a text whose breaks were joined no other than the one that they were joined by, or none? */
bool layout_within(const struct layout *after, const struct layout *before);

/* log2, in 1/GAP_BIT bits, of how much likelier a piece of so many columns is cut by a page than not, where that stands
   behind the gap. piece: the same, set in the page's lines where y->page is not 0. */
int layout_page_bits(const struct layout *y, const struct piece *piece, uint64_t columns, const struct gap *g);

/* By how many columns is it not a whole number of lines of the page? */
unsigned layout_off(const struct layout *y, uint64_t columns);

enum fit { FIT_NOT, FIT_NEARLY, FIT_FULL };

/* Is the line, of so many columns from the margin, full: would the start of the line behind the gap not fit on it? */
enum fit layout_fit(const struct layout *y, uint64_t columns, const struct line *l, const struct gap *g);

#endif
