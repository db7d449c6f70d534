/* UTF-32 (the Unicode Standard, 3.10), either byte order. */
#include "bid.h"

enum { UNIT = 4 };

static cp unit(const unsigned char *p, bool big)
{
	return big ? (cp)p[0] << 24 | (cp)p[1] << 16 | (cp)p[2] << 8 | p[3]
		   : (cp)p[3] << 24 | (cp)p[2] << 16 | (cp)p[1] << 8 | p[0];
}

/* A unit that is no code point, and a part of one at the end, stay bytes. */
static size_t decode(const unsigned char *in, size_t n, bool end, struct buf *out, bool big)
{
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	for (; n - i >= UNIT; i += UNIT) {
		cp c = unit(in + i, big);

		if (c <= CP_MAX && (c < 0xd800 || c > 0xdfff)) {
			*w++ = c;
			continue;
		}
		for (size_t k = 0; k < UNIT; k++)
			*w++ = CP_RAW | in[i + k];
	}
	while (end && i < n)
		*w++ = CP_RAW | in[i++];
	out->n += (size_t)(w - w0);
	return i;
}

static size_t decode_le(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	(void)state;
	return decode(in, n, end, out, false);
}

static size_t decode_be(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	(void)state;
	return decode(in, n, end, out, true);
}

static uint64_t bid_le(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	return bid_text(decode_le, in, n, damaged, BID_PRIOR_UTF32, BID_WIDE, most);
}

static uint64_t bid_be(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	return bid_text(decode_be, in, n, damaged, BID_PRIOR_UTF32, BID_WIDE, most);
}

static const char *const labels_le[] = { "utf-32", "utf32", "utf32le", "ucs-4", "ucs-4le", "ucs4", NULL };
static const char *const labels_be[] = { "utf32be", "ucs-4be", "iso-10646-ucs-4", NULL };

const struct codec codec_utf32le = {
	.name = "utf-32le", .labels = labels_le, .bid = bid_le, .unit = 4, .decode = decode_le
};
const struct codec codec_utf32be = {
	.name = "utf-32be", .labels = labels_be, .bid = bid_be, .unit = 4, .decode = decode_be
};
