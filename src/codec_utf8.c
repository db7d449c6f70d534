#include "bid.h"
#include "utf8.h"

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	(void)state;
	return utf8_decode(in, n, end, out);
}

static uint64_t bid(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	return bid_text(decode, in, n, damaged, BID_PRIOR_UTF8, BID_UNICODE, most);
}

static const char *const labels[] = { "utf8",          "unicode-1-1-utf-8", "unicode11utf8",
				      "unicode20utf8", "x-unicode20utf8",   NULL };

const struct codec codec_utf8 = { .name = "utf-8", .labels = labels, .bid = bid, .unit = 4, .decode = decode };
