/* Big5 by the decoder of the Encoding Standard (section 12.1): with the Hong Kong supplementary characters, and the
   characters of code page 950. */
#include "bid.h"
#include "codec_two.h"

/* Two bytes that are no code stay together, so that a user-defined or a damaged character does not put those behind it
   out of step; but ASCII is never taken. */
static size_t rare(const unsigned char *p, size_t n, bool end, cp **w)
{
	bool lead = codec_is_lead(p[0]), more = false;
	size_t coloured = lead ? codec_coloured(big5_two, p, n, &more, w) : 0;

	if (coloured)
		return coloured;
	if (more && !end)
		return 0;
	unsigned v = lead && n >= 2 ? codec_pair(big5_two, p, 1) : 0;

	if (!v) {
		*(*w)++ = CP_RAW | p[0];
		if (n < 2 || !lead || p[1] < 0x80)
			return 1;
		*(*w)++ = CP_RAW | p[1];
		return 2;
	}
	codec_put(v, w);
	return 2;
}

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	(void)state;
	return codec_two(big5_two, rare, in, n, end, out);
}

static uint64_t bid(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	return bid_text(decode, in, n, damaged, BID_PRIOR_BIG5, BID_LEGACY, most);
}

static const char *const labels[] = { "big5", "big5hkscs", "cn-big5", "csbig5",      "x-x-big5", "big-5",
				      "big5-eten",  "cp950",     "ms950",   "windows-950", NULL };

const struct codec codec_big5 = { .name = "big5-hkscs", .labels = labels, .bid = bid, .unit = 2, .decode = decode };
