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

/* What every encoding pays, in bits: the same for all ASCII, so that markup is neutral (it is that of English and markup,
   about), but for control characters that text does not have; less for the same character again (rules, spaces and dots
   come in rows). */
enum { BID_ASCII_BITS = 5, BID_CONTROL_BITS = 20, BID_NULL_BITS = 30, BID_REPEAT_BITS = 3 };
static inline unsigned bid_ascii(cp c)
{
	if (c >= ' ' || c == '\n' || c == '\r' || c == '\t')
		return BID_ASCII_BITS;
	return c ? BID_CONTROL_BITS : BID_NULL_BITS;
}

/* How rarely text without a mark comes in an encoding, in bits. */
enum {
	BID_PRIOR_UTF8 = 0,
	BID_PRIOR_GB18030 = 2,
	BID_PRIOR_BIG5 = 3,
	BID_PRIOR_ISO2022CN = 6,
	BID_PRIOR_HZ = 7,
	BID_PRIOR_EUCTW = 9,
	BID_PRIOR_UTF16 = 14,
	BID_PRIOR_UTF32 = 15,
	BID_PRIOR_UTF7 = 18
};

/* What else an encoding is used for: UTF-8 for all the world's text, a Chinese one for hardly any but Chinese, and
   UTF-16 without a mark (where each pair of bytes is some character) for little else. */
enum bid_use { BID_UNICODE, BID_LEGACY, BID_WIDE };

/* The bid of a codec for in[0..n) (codec.h): prior, in bits, and what the text costs that decode() finds. No bid
   (UINT64_MAX) where decode() makes less of the bytes beyond ASCII than it leaves. */
uint64_t bid_text(codec_decode *decode, const unsigned char *in, size_t n, bool damaged, unsigned prior,
		  enum bid_use use);

/* The same for an encoding in seven bits, whose bytes would all be read as ASCII otherwise: no bid where none of them is
   anything else. They are not what English and markup cost, but letters in no order; that is taken off. */
uint64_t bid_shifted(codec_decode *decode, const unsigned char *in, size_t n, unsigned prior);

#endif
