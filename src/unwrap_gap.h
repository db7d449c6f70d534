/* unwrap_gap.h - a break between two lines of text, and whether it may be false by the looks of the two. */
#ifndef UNWRAP_GAP_H
#define UNWRAP_GAP_H
#include "line.h"

enum {
	GAP_BLANKS = 32, /* blanks behind a line that are looked through; more are a layout */
	GAP_SPAN = 64,  /* code points of blanks and line feeds that a false break can be: an indent and a blank line */
	GAP_AHEAD = 96, /* code points of the next line that are looked at */
	GAP_HOLD = GAP_BLANKS + 1 + GAP_SPAN + GAP_AHEAD,

	GAP_FULL = 50,  /* columns: shorter lines (25 characters) are verse, titles, items, and end where they end */
	GAP_SHORT = 40, /* shorter ones end no page: what a long word left of a line of 25 characters */
	GAP_BIT = 16   /* evidence is in sixteenths of a bit, as lm.h has it */
};

struct gap {
	size_t at, text;  /* in[at..text) are blanks and line feeds between two lines of text */
	unsigned feeds;   /* line feeds: 1, or 2 with a blank line; 0: no break that could be false */
	struct line next; /* the next line, as far as it was looked at */
	bool whole;       /* it was seen to its end */
};

/* Looks at the gap at the line feed in[nl], of in[0..n); widened: as line.h has it. False: more text is needed to tell. */
bool gap_look(struct gap *g, const cp *in, size_t n, bool end, size_t nl, bool widened);

/* How a line ends. */
enum line_end gap_ending(const struct line *l);

/* Is a word cut at a hyphen? */
bool gap_hyphen(const struct line *l, const struct gap *g);

/* Could the line and the one behind the gap be of one paragraph? The next has neither an indent of its own nor a mark of
   a list. */
bool gap_possible(const struct line *l, const struct gap *g);

/* And are both prose, and is the next plain? */
bool gap_inside(const struct line *l, const struct gap *g);

/* Does the next line begin with a label, as in 联系电话： ? */
bool gap_label(const struct gap *g);

/* Is the next line a short one that does not end as a sentence does? */
bool gap_heading(const struct gap *g);

/* Does the line end in mid-sentence, so that the gap could be the end of a page? */
bool gap_page(const struct line *l, const struct gap *g);

/* Does the line look like prose that goes on, and no title or item, and the next one like no heading or label? */
bool gap_plain(const struct line *l, const struct gap *g);

/* Does the line have the mark of a heading or an item, and no sentence that ends in it? */
bool gap_headed(const struct line *l);

/* log2, in 1/GAP_BIT bits, of how much likelier the last character of the line and the first of the next are in the
   midst of a sentence than at the edges of two lines, at most 12 bits to either side; 0 where neither is Chinese. */
int gap_bits(const struct line *l, const struct gap *g);
int gap_pair_bits(cp last, cp first);

#endif
