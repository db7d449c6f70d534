/* unwrap_page.h - what stands between two pages: page numbers and running heads. */
#ifndef UNWRAP_PAGE_H
#define UNWRAP_PAGE_H
#include "unwrap_gap.h"

enum {
	PAGE_LINES = 3,  /* lines between two pages, at most: a foot, a number, a head */
	PAGE_LINE = 40,  /* code points of such a line */
	PAGE_FEEDS = 3,  /* line feeds around it */
	PAGE_HEADS = 8,  /* running heads of a document that are told apart: one for the left, one for the right, chapters */
	PAGE_HOLD = GAP_BLANKS + 1 + (PAGE_LINES + 1) * GAP_SPAN + PAGE_LINES * PAGE_LINE + GAP_AHEAD
};

/* The running heads of a document, as hashes of their text with its numbers left out. */
struct page_heads {
	unsigned n;
	uint32_t hash[PAGE_HEADS];
};

enum page_line {
	PAGE_TEXT,
	PAGE_NUMBER, /* a number that says of itself that it is one of a page */
	PAGE_DIGITS, /* a bare number */
	PAGE_HEAD
};

/* What p[0..n), a line, is. heads may be NULL: then no line is a head. */
enum page_line page_line(const struct page_heads *heads, const cp *p, size_t n);

/* The lines that stand where pages end in in[0..n), three times each at least, and seldom elsewhere: behind a line in
   mid-sentence, or a page number. */
struct page_heads page_heads_find(const cp *in, size_t n, bool widened);

struct page_gap {
	struct gap gap; /* from the text before to the text behind */
	unsigned n;
	struct {
		size_t at;
		enum page_line is;
	} line[PAGE_LINES];
	bool numbered; /* one of them is a number */
	bool sure;     /* one of them is more than a bare number */
};

enum page_look { PAGE_MORE, PAGE_NONE, PAGE_FOUND };

/* Looks at what stands behind the gap g, of in[0..n), past the lines that are of pages. PAGE_MORE: more text is needed
   to tell. PAGE_NONE: there are none. */
enum page_look page_look(struct page_gap *p, const struct page_heads *heads, const struct gap *g, const cp *in, size_t n,
			 bool end);

#endif
