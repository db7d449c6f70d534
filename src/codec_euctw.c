/* EUC-TW: the planes of CNS 11643. Two bytes from A1 up are a character of plane 1; 8E and a byte for the plane, A1 to
   B0, stand before one of any plane. No byte of a character is ASCII. */
#include "ascii.h"
#include "bid.h"
#include "cns_table.h"

enum { HIGH = 0x80, PLANE_MARK = 0x8e, PLANE_0 = 0xa0, LOW_BYTE = 0xa1, HIGH_BYTE = 0xfe };

static bool is_byte(unsigned char b) { return b >= LOW_BYTE && b <= HIGH_BYTE; }

/* The code at p[0..n), which begins with a byte from 80 up: the bytes it takes, and in *c what it says, or 0; 0 where
   more must be seen. Bytes that are no character but have the form of one stay together, which keeps those behind in
   step. */
static size_t code(const unsigned char *p, size_t n, bool end, cp *c)
{
	size_t head = p[0] == PLANE_MARK ? 2 : 0, len = head + 2;
	unsigned plane = 1;

	*c = 0;
	for (size_t i = head != 0; i < len && i < n; i++)
		if (!is_byte(p[i]))
			return 1;
	if (n < len)
		return end ? n : 0;
	if (head)
		plane = p[1] - PLANE_0;
	if (plane < CNS_PLANES)
		*c = cns_char(plane, p[head] - HIGH, p[head + 1] - HIGH);
	return len;
}

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	(void)state;
	while (i < n) {
		if (in[i] < HIGH) {
			size_t k = ascii_run(in + i, n - i, w);

			i += k;
			w += k;
			continue;
		}
		cp c;
		size_t len = code(in + i, n - i, end, &c);

		if (!len)
			break;
		if (c)
			*w++ = c;
		for (size_t k = 0; !c && k < len; k++)
			*w++ = CP_RAW | in[i + k];
		i += len;
	}
	out->n += (size_t)(w - w0);
	return i;
}

static uint64_t bid(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	return bid_text(decode, in, n, damaged, BID_PRIOR_EUCTW, BID_LEGACY, most);
}

static const char *const labels[] = { "euctw", "x-euc-tw", "cns11643", NULL };

const struct codec codec_euctw = { .name = "euc-tw", .labels = labels, .bid = bid, .unit = 2, .decode = decode };
