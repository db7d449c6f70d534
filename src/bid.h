/* bid.h - what decoded text costs, if it is Chinese text with markup and some foreign words: the bids of the codecs.
 *
 * The cost of a character is -log2 of how likely it is: first the change of class from the character before (a Han
 * character after another is nearly free, after a Latin letter dear), then the character within its class. Simplified
 * and traditional text have a frequency table each, and the cheaper wins. A character that repeats the one before it is
 * cheap; rules and full-width spaces come in rows. The figures need not be exact: 20 bits, a chance of one in a
 * million, are gathered by two or three characters.
 */
#ifndef BID_H
#define BID_H
#include "codec.h"

/* How rarely text without a mark comes in an encoding, in bits. */
enum { BID_PRIOR_UTF8 = 0, BID_PRIOR_GB18030 = 2, BID_PRIOR_BIG5 = 3, BID_PRIOR_UTF16 = 14 };

/* What else an encoding is used for: UTF-8 for all the world's text, a Chinese one for hardly any but Chinese, and
   UTF-16 without a mark (where each pair of bytes is some character) for little else. */
enum bid_use { BID_UNICODE, BID_LEGACY, BID_WIDE };

/* The bid of a codec for in[0..n) (codec.h): prior, in bits, and what the text costs that decode() finds. */
uint64_t bid_text(codec_decode *decode, const unsigned char *in, size_t n, bool damaged, unsigned prior,
		  enum bid_use use);

/* The bid that the bytes are text in none of our encodings, or no text at all: the price to beat. */
uint64_t bid_stranger(const unsigned char *in, size_t n);

#endif
