/* cut.h - cuts clean text as pages and lines of one width do, for tests: what src/unwrap.c undoes.
 *
 * A paragraph, one line of the clean text, is set in lines of some columns. Either each line becomes a line of the text,
 * or only what the end of a page cuts is cut, as in text that was taken from pages.
 */
#ifndef CUT_H
#define CUT_H
#include <stdbool.h>
#include "buf.h"

enum cut_mark { CUT_BLANK, CUT_IDEOGRAPHIC, CUT_SPACES_3, CUT_SPACES_4 }; /* what tells paragraphs apart */
enum cut_kind { CUT_LINES, CUT_PAGES, CUT_FIRST };                        /* what is cut; the first lines only */
enum cut_rule { CUT_DOWN, CUT_HANG, CUT_ANYHOW }; /* a mark that may not begin a line takes the character before with
						     it, stands beyond the edge, or begins it */
enum cut_between { CUT_NOTHING, CUT_NUMBER, CUT_HEAD, CUT_HEAD_NUMBER }; /* what stands between two pages */

struct cut_how {
	enum cut_kind kind;
	enum cut_mark mark;
	enum cut_rule rule;
	unsigned columns;
	unsigned lines; /* of a page */
	enum cut_between between;
	bool once;   /* one line feed between pages and paragraphs, no blank line */
	bool repeat; /* one page in three begins with the character that the one before ended with */
	bool hyphen; /* Latin words are cut at a hyphen where they do not fit */
};

struct cut_gap {
	size_t at; /* of its first line feed in the text */
	char is;   /* J: a cut; X: a cut by a page at the end of a sentence, which nobody can see; K: the text's own */
};

struct cut {
	struct buf text, clean; /* clean: as it is when all that was cut is joined */
	struct cut_gap *gap;
	size_t n, cap;
};

/* Cuts text, paragraphs that end with line feeds; short ones are headings. Freed by the caller with cut_free(). */
struct cut cut_do(const struct cut_how *how, const struct buf *text, unsigned seed);
void cut_free(struct cut *c);

#endif
