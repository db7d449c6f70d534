/* undo_way.h - one way to read a text of which some is as it came and some is read again (undo.h): what it has read, what
 * that costs, and how bytes become characters in it.
 */
#ifndef UNDO_WAY_H
#define UNDO_WAY_H
#include "legacy.h"
#include "lm.h"
#include "undo.h"

enum undo_into { UNDO_UTF8, UNDO_GBK, UNDO_BIG5 };

/* What a reading does: characters go back to bytes through an encoding, and those are read as another. */
struct undo_reading {
	enum legacy through;
	enum undo_into into;
	bool twice;     /* and the same once more */
	unsigned price; /* to begin with it, in 1/LM_BIT bits */
};
extern const struct undo_reading undo_readings[READINGS];

/* A character that is not whole yet: its bytes so far. */
struct undo_part {
	unsigned char need, lead; /* bytes that it still wants; its first byte */
	cp bits;
};

enum { UNDO_OUT = 4 }; /* characters that one of the text can complete, with lost ones before it */

struct undo_way {
	unsigned cost;
	cp last;                  /* the last character, as this way reads the text */
	struct undo_part part[2]; /* the second where bytes were decoded twice */
	cp out[UNDO_OUT];         /* what the last code point of the text completed */
	unsigned short from;      /* the way that it goes on from */
	unsigned char nout;
	unsigned char reading; /* enum reading */
	unsigned char chain;   /* letters and signs that are no ASCII, left as they are, in a row: as many as count */
	bool begins, guessed;  /* the last code point began a reading; bytes were lost at it */
	cp bracket;            /* what would close the bracket that is open, or 0 */
};

enum { UNDO_REPLACEMENT = 0xfffd };

/* Whether it is in the middle of a character. */
static inline bool undo_open(const struct undo_way *w) { return w->part[0].need || w->part[1].need; }

/* A mark that encodings of single bytes have and Chinese is set with, too: · × and quotation marks, dashes, dots. */
static inline bool undo_common(cp c) { return c == 0xb7 || c == 0xd7 || (c >= 0x2013 && c <= 0x2026); }

/* Whether c closes a bracket or a quotation. */
bool undo_closes(cp c);

/* One more byte for a way that reads again, and what it costs. Returns false where that byte cannot stand there. */
bool undo_feed(struct undo_way *w, unsigned byte);

/* Costs of c behind before, in 1/LM_BIT bits: as it stands in the text (damaged: the document is known to be, so that
   letters with marks are none), and where it was read again. */
unsigned undo_as_is(bool damaged, cp before, cp c);
unsigned undo_read_again(cp before, cp c);

/* What it costs to begin with a reading. */
unsigned undo_price(const struct undo_before *before, enum reading reading);

/* Makes the runs of u out of the ways in path: one for each place from 0 to n, and where places is n + 1 one for the end
   of the line. */
void undo_collect(const struct undo_before *before, const cp *in, const struct undo_way *const *path, size_t n,
		  size_t places, struct undo *u);

#endif
