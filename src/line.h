/* line.h - what a line of text looks like, measured as it goes by: nothing of it is kept but its two ends. */
#ifndef LINE_H
#define LINE_H
#include "buf.h"
#include <stdbool.h>

enum { LINE_HEAD = 12, LINE_TAIL = 4 }; /* code points kept of each end */

struct line {               /* all zero: nothing read yet */
	uint64_t columns;   /* from its first mark to its last; ambiguous characters count one (han_columns()) */
	uint64_t ambiguous; /* of them, quotation marks, dashes, dots: wide in Chinese founts, narrow elsewhere */
	uint64_t han;       /* Han characters */
	bool chinese;       /* one of them, or a Chinese mark, was seen */
	uint64_t indent;    /* columns of blanks before the first mark */
	uint64_t blanks;    /* columns of blanks since the last mark */
	bool ideographic;   /* U+3000 is among the indent */
	bool gap;           /* set in columns: blanks or dots in a row between its marks */
	bool pause, stop;   /* a mark inside a sentence, or at its end, was seen: prose */
	unsigned dots;      /* full stops in a row up to here */
	bool widened;       /* set by the caller: half-width marks of Chinese are read as stage width will write them */
	unsigned half;      /* marks at the end that are full width if Chinese follows */
	bool cjk, made;     /* the last one is Chinese; it was made full width */
	unsigned nhead, ntail;
	cp head[LINE_HEAD]; /* its first code points, blanks inside as U+0020 */
	cp tail[LINE_TAIL]; /* its last, without blanks behind; tail[ntail - 1] is the last */
};

/* Reads on: p[0..n) has no line feed. */
void line_read(struct line *l, const cp *p, size_t n);

/* Is there a half-width mark beside Chinese in p[0..n)? Else no line of it is other when its marks are widened. */
bool line_widens(const cp *p, size_t n);

/* A space, tab, no-break or ideographic space. */
static inline bool line_blank(cp c) { return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000; }

enum line_end {
	LINE_ENDS,   /* meant to end here: a colon, a semicolon, a mark of unknown use */
	LINE_STOPS,  /* the sentence ends here */
	LINE_CLOSES, /* a closing bracket or quotation mark, a dash, an ellipsis: it may end or go on */
	LINE_RUNS    /* in mid-sentence: a character, letter or digit, a comma, an opening bracket */
};

/* How a line ends whose last code point is c. */
enum line_end line_end(cp c);

/* Marks that may not begin a line, and such that may not end one. */
bool line_closes(cp c);
bool line_opens(cp c);

/* Prose: a quarter of the line at least is Han characters, as in no code, and it has no gaps, as tables, drawings and
   contents do. */
static inline bool line_prose(const struct line *l) { return l->nhead && l->han * 8 >= l->columns && !l->gap; }

/* Does it end with a colon, or another mark that leads to something on lines of its own? */
bool line_leads(const struct line *l);

/* Does it end at a comma? */
bool line_pauses(const struct line *l);

/* Does it end with a mark that may not begin a line? */
bool line_hangs(const struct line *l);

enum line_mark {
	LINE_PLAIN, /* none */
	LINE_MAYBE, /* a number or sign that a sentence may go on with, too, as in 8 位, 2.7 节, /etc */
	LINE_MARKED /* a list, heading, caption, quotation of mail, table or drawing begins like this */
};

/* The mark that a line begins with whose first n code points are p. */
enum line_mark line_mark(const cp *p, size_t n);

/* Does it begin with a label, as in 联系电话： ? */
bool line_label(const cp *p, size_t n);

/* Columns of what a line that begins with p[0..n) could not give up to the line before when it was broken: a
   character with the marks that may not begin a line (GB/T 15834, section 5), or a word. */
unsigned line_unit(const cp *p, size_t n);

#endif
