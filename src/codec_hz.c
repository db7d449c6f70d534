/* HZ (RFC 1843): GB 2312 in seven bits, between "~{" and "~}". "~~" is a tilde, and a tilde at the end of a line joins
   that with the next. A line ends in ASCII, whatever it says. */
#include "bid.h"
#include "codec_table.h"
#include "mem.h"
#include <stdlib.h>

enum { HIGH = 0x80, ROW_FIRST = 0x21, ROW_LAST = 0x77, COLUMN_LAST = 0x7e };

/* The character of two bytes of GB 2312 in seven bits, or 0. */
static cp two(unsigned row, unsigned column)
{
	if (row < ROW_FIRST || row > ROW_LAST || column < ROW_FIRST || column > COLUMN_LAST)
		return 0;
	cp c = gb18030_two[(row | HIGH) - CODEC_LEAD][(column | HIGH) - CODEC_TRAIL];

	return c < 0xe000 || c > 0xf8ff ? c : 0; /* no private use: those are code page 936's own */
}

/* What begins with a tilde at p[0..2): the bytes it takes; a tilde that means nothing is one. */
static size_t tilde(const unsigned char *p, bool *gb, cp **w)
{
	if (p[1] == '{' || (p[1] == '}' && *gb)) {
		*gb = p[1] == '{';
		return 2;
	}
	if (p[1] == '\n')
		return 2;
	*(*w)++ = '~';
	return p[1] == '~' ? 2 : 1;
}

/* Two bytes between the shifts. What is no character is not ASCII, either. */
static void pair(const unsigned char *p, cp **w)
{
	cp c = two(p[0], p[1]);

	if (c) {
		*(*w)++ = c;
		return;
	}
	*(*w)++ = CP_RAW | p[0];
	*(*w)++ = CP_RAW | p[1];
}

static bool is_half(unsigned char b) { return b >= ROW_FIRST && b <= COLUMN_LAST; }

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	bool none = false, *gb = state ? state : &none;
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	while (i < n) {
		bool half = *gb && is_half(in[i]);

		if (n - i < 2 && !end && (in[i] == '~' || half))
			break;
		if (n - i > 1 && in[i] == '~') {
			i += tilde(in + i, gb, &w);
		} else if (n - i > 1 && half && is_half(in[i + 1])) {
			pair(in + i, &w);
			i += 2;
		} else {
			*gb = *gb && in[i] != '\n';
			*w++ = in[i] < HIGH ? in[i] : CP_RAW | in[i];
			i++;
		}
	}
	out->n += (size_t)(w - w0);
	return i;
}

/* Whether in[0..n) has GB, and is as an encoder writes it: no tilde that means nothing, and no line that ends in GB. */
static bool strict(const unsigned char *in, size_t n)
{
	bool gb = false, any = false;

	for (size_t i = 0; i < n; i++) {
		if (in[i] == '\n' && gb)
			return false;
		if (gb && is_half(in[i]) && in[i] != '~') {
			i++;
			any = true;
			continue;
		}
		if (in[i] != '~' || i + 1 == n)
			continue;
		i++;
		if (in[i] != '\n' && in[i] != '~' && in[i] != (gb ? '}' : '{'))
			return false;
		gb = in[i] == '{' || (gb && in[i] != '}');
	}
	return any;
}

static uint64_t bid(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	(void)damaged;
	(void)most;
	return strict(in, n) ? bid_shifted(decode, in, n, BID_PRIOR_HZ) : UINT64_MAX;
}

static void *begin(const struct codec *codec)
{
	(void)codec;
	return mem_zalloc(sizeof(bool));
}

static const char *const labels[] = { "hz-gb-2312", "hz-gb2312", "hzgb2312", NULL };

const struct codec codec_hz = {
	.name = "hz", .labels = labels, .bid = bid, .decode = decode, .open = begin, .close = free
};
