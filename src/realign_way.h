/* realign_way.h - one way to read a stretch of text that was decoded out of step (realign.h): what the text is made of, seen
 * as damage, and what it says if it is read so.
 */
#ifndef REALIGN_WAY_H
#define REALIGN_WAY_H
#include "realign.h"

enum kind { CHARACTER, ANNOTATION, SPLIT, UNKNOWN };

/* What the text is made of, seen as damage: the same for all ways to read it. */
struct token {
	enum kind kind;
	size_t len;
	int reading;  /* ANNOTATION, SPLIT: which */
	cp swallowed; /* UNKNOWN: what went with the lost byte: "<", "?" for what cannot be known, 0 for nothing */
	bool mark;    /* UNKNOWN: punctuation follows that control bytes may stand before */
};

/* One way to read the text so far. */
struct way {
	const struct realign_page *page;
	unsigned cost;         /* in 1/LM_BIT bits */
	cp last;               /* the last whole character */
	unsigned char lead;    /* the first byte of the next one; 0: in step with the text as it stands */
	unsigned char byte[2]; /* the last two bytes, the newest second */
	bool sure, plain;      /* plain: nothing is lost so far */
	bool full;             /* control bytes stood here, which stand before full-width punctuation only */
	unsigned char asked;   /* "?" in a row, taken as themselves */
	cp quote;              /* what would close the quotation that is open, or 0 */
	unsigned char choice;  /* the lost byte in the last token, or LITERAL or WIDE */
	unsigned short from;   /* the way that it goes on from */
};

enum { LITERAL = 0, WIDE = 1 }; /* "?" is itself; "?" is A3 BF made narrow */

/* Where a way's text goes, if it is wanted. */
struct sink {
	size_t n;
	cp out[2 * REALIGN_SPAN];
};

/* What stands at in[0]. */
struct token realign_token(const cp *in, size_t n);

/* A way that begins behind the two code points in last, in step. */
struct way realign_start(const struct realign_page *page, const cp last[2], cp quote);

/* The way that w becomes by t, which stands at in, where the lost byte is choice. False: it leads nowhere. sink: or
   NULL. */
bool realign_take(struct way *w, const struct token *t, const cp *in, unsigned choice, struct sink *sink);

/* The second byte of narrow punctuation that is full width in row A3, or 0. */
unsigned realign_row_a3(cp c);

#endif
