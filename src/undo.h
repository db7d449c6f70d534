/* undo.h - text that was decoded by the wrong encoding, turned back into its bytes and read again.
 *
 * A reading says through which encoding the text goes back to bytes, and what those bytes are. A line may hold
 * stretches of damage of more than one kind between text that is right. All ways to read it are weighed at once by the
 * model of lm.h: to leave a character as it is, or to read it again by one of the readings; to begin with a reading
 * costs its price, so that a stretch is read again only where that makes it so much more likely Chinese. Bytes that got
 * lost on the way (those that an encoding has no character for, and halves of characters at the end of a stretch) are
 * looked for by the model, too.
 */
#ifndef UNDO_H
#define UNDO_H
#include <stdbool.h>
#include "buf.h"

enum reading {
	AS_IS,
	GBK_AS_WESTERN, /* ÎÄ¼þ */
	UTF8_AS_WESTERN,
	UTF8_AS_WESTERN_TWICE,
	BIG5_AS_WESTERN,
	GBK_AS_MACROMAN,
	UTF8_AS_MACROMAN,
	UTF8_AS_GBK, /* 鏂囦欢 */
	BIG5_AS_GBK,
	GBK_AS_BIG5,
	READINGS
};

enum {
	UNDO_SPAN = 512,          /* code points of a stretch that is looked at as one, at most */
	UNDO_RUNS = UNDO_SPAN / 2 /* what is read again in it: between two is a code point, at least */
};

struct undo_run {
	size_t at, len, outlen; /* code points: in[at..at+len) becomes the next outlen of out */
	enum reading reading;
	bool guessed; /* bytes of it were lost */
	int gain;     /* by which it is more likely than as it was, its price taken off, in 1/LM_BIT bits */
};

struct undo {
	size_t len; /* code points that are settled: all, or, where text goes on, up to where nothing is open */
	size_t runs;
	struct undo_run run[UNDO_RUNS];
	size_t outn;
	cp out[2 * UNDO_SPAN + 8];
	enum reading open; /* the reading that goes on behind in[len) */
	cp last;           /* the last code point in front of in[len), as it should be */
};

/* What stands in front of a stretch. */
struct undo_before {
	cp last;             /* the code point in front, as it should be; a line feed at the start */
	enum reading open;   /* the reading that goes on from there, at no price */
	unsigned readings;   /* those that are tried, 1 << reading each */
	bool seen[READINGS]; /* the document has shown that it is damaged so: to begin with it costs next to nothing */
	bool supposed;       /* the question is whether it is: the price is low, and the gains together must tell */
	bool letters;        /* the same, through an encoding of single bytes: letters with marks are none */
	bool nbsp, shy;      /* the damaged text has no-break spaces, soft hyphens: they did not get lost */
	bool swallows;       /* "?" of it stand for half a pair and the ASCII character that went with it */
	bool controls;       /* it has controls from U+0080 on, so that it was read as Latin-1 ... */
	bool specials;       /* ... or what code page 1252 has there, so that its five empty places were lost */
};

/* The readings for which in[0..n) holds what they need: 1 << reading each. Most text that looks odd has none. */
unsigned undo_plausible(const struct undo_before *before, const cp *in, size_t n);

/* Whether a reading goes through an encoding of single bytes. */
bool undo_letters(enum reading reading);

/* What undo_solve() works in, kept from one stretch to the next: 2 MB, touched as far as a text needs it. Given back
   with free(3). */
struct undo_space;
struct undo_space *undo_space_new(void);

/* Reads in[0..n), n <= UNDO_SPAN, which has no line feed. end: the line ends here. */
void undo_solve(struct undo_space *space, const struct undo_before *before, const cp *in, size_t n, bool end,
		struct undo *u);

#endif
