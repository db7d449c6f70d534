/* escapes_units.h - text spelt in code units, as programs do it: \u8bf4, %u8BF4, \xe8\xaf\xb4, %E8%AF%B4. */
#ifndef ESCAPES_UNITS_H
#define ESCAPES_UNITS_H
#include "around.h"
#include <stdbool.h>

enum {
	UNITS_MIN = 3,     /* fewer are an example, a regular expression, a path */
	UNITS_REACH = 192, /* a run is read in pieces of so many code points, at most */
	UNITS_PIECE = UNITS_REACH / 3,
	UNITS_BETWEEN =
		32 /* code points that JSON leaves as they are, between runs that belong together: a few words */
};

struct units {
	ptrdiff_t len;  /* of the piece, 0 where none begins */
	ptrdiff_t next; /* where the run goes on, from its beginning, maybe with something between; 0: nowhere */
	bool text;      /* it is Chinese text: c[0..n) */
	size_t n;
	cp c[UNITS_PIECE];
};

/* The piece of a run of units that begins at in[i], a '\' or '%', behind the text out. inside: the piece before it was
   text, so that this one may be short. */
void units_at(const struct around *out, const struct around *a, ptrdiff_t i, bool inside, struct units *u);

/* Whether a unit begins at in[i]. */
bool units_begin(const struct around *a, ptrdiff_t i);

/* Whether runs of units in the page are to be decoded, whose window is in[0..n): it does not say that it is about codes
   of characters. end: that is all of it, and where it has no units, the answer is no, too. */
bool units_wanted(const cp *in, size_t n, bool end);

/* Whether bytes b[0..n) are Chinese text in UTF-8, or else in GBK; all of it, or, with more, up to a last character cut
   short. Returns how many bytes were read, 0 where they are not; the text goes to c, which has room for n; *outn: its
   length. */
size_t units_text(const unsigned char *b, size_t n, bool more, cp *c, size_t *outn);

#endif
