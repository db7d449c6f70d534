/* Big5 by the decoder of the Encoding Standard (section 12.1): with the Hong Kong supplementary characters, and the
   characters of code page 950. */
#include "ascii.h"
#include "bid.h"
#include "codec_table.h"

static bool is_lead(unsigned char b) { return b >= CODEC_LEAD && b < 0xff; }

/* The code at p[0..n), which is none of the common ones: appends what it says to w, moves it on, and returns the bytes
   it takes; 0 where more must be seen. Two bytes that are no code stay together, so that a user-defined or a damaged
   character does not put those behind it out of step; but ASCII is never taken. */
static size_t rare(const unsigned char *p, size_t n, bool end, cp **w)
{
	unsigned v = 0;

	if (n < 2 && !end && is_lead(p[0]))
		return 0;
	if (n >= 2 && is_lead(p[0]) && p[1] >= CODEC_TRAIL)
		v = big5_two[p[0] - CODEC_LEAD][p[1] - CODEC_TRAIL];
	if (!v) {
		*(*w)++ = CP_RAW | p[0];
		if (n < 2 || !is_lead(p[0]) || p[1] < 0x80)
			return 1;
		*(*w)++ = CP_RAW | p[1];
		return 2;
	}
	uint32_t wide = codec_far[v - CODEC_FAR];

	*(*w)++ = wide & ((UINT32_C(1) << CODEC_MARK_SHIFT) - 1);
	if (wide >> CODEC_MARK_SHIFT)
		*(*w)++ = wide >> CODEC_MARK_SHIFT;
	return 2;
}

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	(void)state;
	while (i < n) {
		if (in[i] < 0x80) {
			size_t k = ascii_run(in + i, n - i, w);

			i += k;
			w += k;
			continue;
		}
		if (n - i >= 2 && is_lead(in[i]) && in[i + 1] >= CODEC_TRAIL) {
			unsigned v = big5_two[in[i] - CODEC_LEAD][in[i + 1] - CODEC_TRAIL];

			if (v && v - CODEC_FAR >= CODEC_FAR_MAX) {
				*w++ = v;
				i += 2;
				continue;
			}
		}
		size_t len = rare(in + i, n - i, end, &w);

		if (!len)
			break;
		i += len;
	}
	out->n += (size_t)(w - w0);
	return i;
}

static uint64_t bid(const unsigned char *in, size_t n, bool damaged)
{
	return bid_text(decode, in, n, damaged, BID_PRIOR_BIG5, BID_LEGACY);
}

static const char *const labels[] = { "big5-hkscs", "big5hkscs", "cn-big5", "csbig5",      "x-x-big5", "big-5",
				      "big5-eten",  "cp950",     "ms950",   "windows-950", NULL };

const struct codec codec_big5 = { .name = "big5", .labels = labels, .bid = bid, .decode = decode };
