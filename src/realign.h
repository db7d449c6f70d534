/* realign.h - the true bytes of a stretch of text that was decoded out of step.
 *
 * The pages with stray pinyin were bytes of code page 936 when software put "(pinyin)" and control bytes between any
 * two of them. Where that split a pair, decoding lost a byte and went on with the second half of one character and
 * the first half of the next, until something put it in step again. Of the lost byte one "?" is left, which has also
 * swallowed the ASCII character behind it:
 *
 *   bytes   C2 [F2 28 xx 29]   a byte, "?" for F2 and the bracket, "xx)": the annotation says what the byte was
 *   bytes   B3 [07] A3 BB      "?" for B3 and the control byte, then the punctuation A3 BB whose place this is not
 *   bytes   A3 3C 2F 70 3E     "?" for A3 and "<", "/p>"
 *
 * So the text is turned back into bytes, the annotations are dropped, the lost bytes put in, and all is decoded
 * again. Of all ways to do that (an annotation leaves one to four, a control byte 126) the one wins that is the most
 * likely Chinese by the model of lm.h, from where decoding goes out of step to where it is in step again. To leave
 * everything as it is takes part as one of them.
 */
#ifndef REALIGN_H
#define REALIGN_H
#include <stdbool.h>
#include "buf.h"
#include "rule.h"

enum {
	REALIGN_LOOK = 16,  /* code points behind a position that decide what stands there (a tag's name, a syllable) */
	REALIGN_SPAN = 480, /* a stretch is no longer; the longest seen was 40, a page without punctuation has more */
	REALIGN_EDITS = REALIGN_SPAN / 2 /* a change and what stays between two are a code point each, at least */
};

struct familiar;

struct realign {
	size_t len;       /* code points of the stretch */
	bool sure;        /* an annotation or a tag told a lost byte, or the repair makes Chinese of nonsense */
	size_t unknown;   /* bytes that were guessed at: each costs the time of a thousand characters */
	size_t edits, outn;
	struct {
		size_t at, len, outlen;
		enum rule rule;
	} edit[REALIGN_EDITS]; /* what is to change, in order */
	cp out[2 * REALIGN_SPAN]; /* the text of all edits, one behind the other */
};

/* What is known of the page. */
struct realign_page {
	bool damaged;                    /* it is one of those */
	bool annotated;                  /* it may be: it has annotations that the software could make, and no others */
	bool words_apart, numbers_apart; /* a blank stands between Han and a Latin word, a number */
	const struct familiar *familiar; /* what stands in it (familiar.h) */
};

/* What the text in front of some place tells about it. */
struct realign_before {
	cp last[2]; /* the two code points in front of it, as they should be; 0 where nothing is */
	cp quote;   /* what would close the quotation that is open in this line, or 0 */
};

/* Whether c opens a quotation, which the next code point in Unicode closes: “ 「 『. */
bool realign_opens(cp c);

/* The narrow forms of the punctuation of row A3 that collectors of text make narrow: its full-width form, or c. */
cp realign_wide(cp c);

/* Whether a stretch may begin with the "?" (or, where guess is false, only with the annotation "?xx)") at in[0], where
   the text is in step; last: the two code points in front of it as they should be, 0 where nothing is. in[0..n) has
   REALIGN_LOOK code points, or all that there are. */
bool realign_begins(const cp last[2], const cp *in, size_t n, bool guess);

/* What in[0..n) was before it was damaged: from in[0], where the text is in step, beyond in[at], where damage may be,
   to where it is in step again. end: nothing follows. Returns false when it must see more first; more than
   REALIGN_SPAN + REALIGN_LOOK code points it need not see. */
bool realign_solve(const struct realign_page *page, const struct realign_before *before, const cp *in, size_t at,
		   size_t n, bool end, struct realign *r);

/* The length of an annotation whose "(" is at in[0], where the text is in step, and which belongs to the two bytes
   before it, or 0. last and n: as in realign_begins(). *pair: which (character, reading) it is (reading.h). *widen:
   last[0] was full-width punctuation, now narrow. */
size_t realign_annotation(const cp last[2], const cp *in, size_t n, bool *widen, int *pair);

#endif
