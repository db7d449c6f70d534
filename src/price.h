/* price.h - what a character costs in bits, -log2 of how likely it is, in Chinese text with markup and some foreign
 * words.
 *
 * First the change of class from the character before (a Han character after another is nearly free, after a Latin
 * letter dear), then the character within its class. Simplified and traditional text have a frequency table each. A
 * character that repeats the one before it is cheap; rules and full-width spaces come in rows.
 */
#ifndef PRICE_H
#define PRICE_H
#include "buf.h"
#include <stdbool.h>

/* What every encoding pays, in bits: the same for all ASCII, so that markup is neutral. */
enum {
	BID_ASCII_BITS = 5,         /* that of English and markup, about */
	BID_CONTROL_BITS = 20,      /* a control character that text does not have, */
	BID_ESCAPE_BITS = 10,       /* and those of terminals and printers: BEL to CR, ESC; */
	BID_NULL_BITS = 34,         /* beyond that of a document to be binary data: one of NULs alone is, */
	BID_HOLE_BITS = 1,          /* though more of them cost no more than there */
	BID_REPEAT_BITS = 3,        /* the same character again, of those that stand in rows; */
	BID_REPEAT_LETTER_BITS = 6, /* of others */
};
static inline unsigned bid_ascii(cp c)
{
	if (c >= ' ' || c == '\n' || c == '\r' || c == '\t')
		return BID_ASCII_BITS;
	if (c == 0x1b || (c >= 7 && c <= '\r'))
		return BID_ESCAPE_BITS;
	return c ? BID_CONTROL_BITS : BID_NULL_BITS;
}

/* The same for a character, or a byte of one that is not ASCII, which is as the one before: one of a row. NULs are, of
   a hole in a file. */
static inline unsigned bid_again(cp c)
{
	if (c >= ' ' || c == '\n' || c == '\r' || c == '\t')
		return BID_REPEAT_BITS;
	return c ? bid_ascii(c) : BID_HOLE_BITS;
}

enum { PRICE_BAD = 14 }; /* bits for a byte that does not decode: 6 to say so, 8 to name it */

/* What else an encoding is used for: UTF-8 for all the world's text, a Chinese one for hardly any but Chinese, and
   UTF-16 without a mark (where each pair of bytes is some character) for little else. */
enum bid_use { BID_UNICODE, BID_LEGACY, BID_WIDE };

/* What stands before a character. PRICE_START: nothing. */
struct price_context {
	cp last;
	unsigned class;
	bool stuck; /* to an ASCII letter */
};
#define PRICE_START                                                                                                    \
	{                                                                                                              \
		UINT32_MAX, 0, false                                                                                   \
	}

enum { PRICE_SIMPLIFIED, PRICE_TRADITIONAL, PRICE_SCRIPTS };

/* What c (a code point, or CP_RAW | byte) costs after x in either script, in bits. Moves x on. */
void price(struct price_context *x, cp c, enum bid_use use, unsigned bits[PRICE_SCRIPTS]);

/* Adds to sum what all of p[0..n) costs after x in either script, in bits; given up where both reach most. Moves x on.
 */
void price_text(struct price_context *x, const cp *p, size_t n, enum bid_use use, uint64_t most,
		uint64_t sum[PRICE_SCRIPTS]);

#endif
