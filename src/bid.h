/* bid.h - what bytes cost if they are text in an encoding: the bids of the codecs.
 *
 * Characters cost what price.h says, in the script in which they cost less. The figures need not be exact: 20 bits, a
 * chance of one in a million, are gathered by two or three characters.
 */
#ifndef BID_H
#define BID_H
#include "codec.h"
#include "price.h"

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

/* The bid of a codec for in[0..n) (codec.h): prior, in bits, and what the text costs that decode() finds; given up
   where it reaches most. No bid (UINT64_MAX) where decode() leaves more than half as many bytes beyond ASCII as it
   finds characters. */
uint64_t bid_text(codec_decode *decode, const unsigned char *in, size_t n, bool damaged, unsigned prior,
		  enum bid_use use, uint64_t most);

/* The same for an encoding in seven bits, whose bytes would all be read as ASCII otherwise: no bid where any of them
   says nothing, or where not three in four of its characters beyond ASCII are Chinese. They are not what English and
   markup cost, but letters in no order; that is taken off. */
uint64_t bid_shifted(codec_decode *decode, const unsigned char *in, size_t n, unsigned prior);

/* The cost in bits of p[0..n), read in one go. */
uint64_t bid_cost(const cp *p, size_t n, enum bid_use use);

#endif
