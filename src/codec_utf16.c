/* UTF-16 (RFC 2781), either byte order. */
#include "bid.h"

static unsigned unit(const unsigned char *p, unsigned big) { return big ? p[0] << 8 | p[1] : p[1] << 8 | p[0]; }
static bool is_high(unsigned u) { return u - 0xd800 < 0x400; }
static bool is_low(unsigned u) { return u - 0xdc00 < 0x400; }

/* A surrogate without its other half, and half a unit at the end, stay bytes. */
static size_t decode(const unsigned char *in, size_t n, bool end, struct buf *out, unsigned big)
{
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	while (n - i >= 2) {
		unsigned u = unit(in + i, big);

		if (!is_high(u) && !is_low(u)) {
			*w++ = u;
			i += 2;
			continue;
		}
		if (is_high(u) && n - i < 4 && !end)
			break;
		unsigned low = is_high(u) && n - i >= 4 ? unit(in + i + 2, big) : 0;

		if (is_low(low)) {
			*w++ = 0x10000 + ((u - 0xd800) << 10) + (low - 0xdc00);
			i += 4;
			continue;
		}
		*w++ = CP_RAW | in[i++];
		*w++ = CP_RAW | in[i++];
	}
	if (end && n - i == 1)
		*w++ = CP_RAW | in[i++];
	out->n += (size_t)(w - w0);
	return i;
}

static size_t decode_le(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	(void)state;
	return decode(in, n, end, out, 0);
}

static size_t decode_be(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	(void)state;
	return decode(in, n, end, out, 1);
}

static uint64_t bid_le(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	return bid_text(decode_le, in, n, damaged, BID_PRIOR_UTF16, BID_WIDE, most);
}

static uint64_t bid_be(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	return bid_text(decode_be, in, n, damaged, BID_PRIOR_UTF16, BID_WIDE, most);
}

static const char *const labels_le[] = { "utf-16",  "utf16",     "utf16le",         "ucs-2",       "ucs-2le", "ucs2",
					 "unicode", "csunicode", "iso-10646-ucs-2", "unicodefeff", NULL };
static const char *const labels_be[] = { "utf16be", "ucs-2be", "unicodefffe", NULL };

const struct codec codec_utf16le = { .name = "utf-16le", .labels = labels_le, .bid = bid_le, .unit = 2, .decode = decode_le };
const struct codec codec_utf16be = { .name = "utf-16be", .labels = labels_be, .bid = bid_be, .unit = 2, .decode = decode_be };
