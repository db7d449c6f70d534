/* unwrap_glance.h - what is seen of a document's lines at a glance, by their ends alone: of most documents it tells that
 * no break of theirs is false.
 */
#ifndef UNWRAP_GLANCE_H
#define UNWRAP_GLANCE_H
#include "unwrap_gap.h"

enum {
	MIN = 30,   /* widths of lines that are thought of, in columns: 15 characters (a phone or a newspaper column) ... */
	MAX = 100,  /* ... to 50 (a sheet of A4 in 9 point) */
	LONG = 150, /* columns that no line cut at a width has: a paragraph on one line */
	PIECE_MOST = 5 * GAP_BIT, /* more than a piece tells, be it ever so whole: log2(100 / 4) */
	TRUSTED = 8 * GAP_BIT     /* the language is not believed more of one place, as lists repeat what they do */
};

struct glance {
	size_t stop;        /* what is looked at is in[0..stop) */
	bool cut[2];        /* could a line be cut, measured as it is or widened (line.h)? */
	size_t indents;     /* lines that begin with an ideographic space */
	unsigned sentences; /* lines that end as a sentence does */
	unsigned items;     /* short lines in mid-sentence behind one of these, as in lists: headings stand alone or are marked */
	unsigned longs;     /* lines that may be longer than any that is cut at a width: paragraphs */
	unsigned cuts[3];   /* lines that seem to go on behind so many line feeds */
	int pages[3];       /* more than these can tell of pages */
};

struct glance glance(const cp *in, size_t n);

/* Could the end of a page be behind the line p[0..n), by how it ends? */
bool glance_may_end_page(const cp *p, size_t n);

#endif
