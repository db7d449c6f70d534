/* GB 18030 by the decoder of the Encoding Standard (section 10.2): GBK and GB 2312 are subsets of it, and what is
   called by those names is read with it. 80 is the euro sign, as in code page 936. */
#include "bid.h"
#include "codec_two.h"

enum {
	EURO = 0x20ac,
	BMP_NUMBERS = 39420, /* linear numbers of four-byte codes below U+10000 end here, */
	PLANE_1 = 189000,    /* and those of U+10000 to U+10FFFF begin here */
	NUMBERS = PLANE_1 + 0x100000
};

/* A code has a lead byte, and a trail byte or three bytes more: digit, lead byte, digit. */
static bool is_digit(unsigned char b) { return b >= '0' && b <= '9'; }

/* The character of the four-byte code at p, or 0. */
static cp four(const unsigned char *p)
{
	size_t lo = 0, hi = gb18030_ranges;
	unsigned number = ((p[0] - 0x81u) * 10 + p[1] - '0') * 1260 + (p[2] - 0x81u) * 10 + p[3] - '0';

	if (number >= PLANE_1)
		return number < NUMBERS ? 0x10000 + number - PLANE_1 : 0;
	if (number >= BMP_NUMBERS)
		return 0;
	while (hi - lo > 1) { /* the last range that begins at or before number */
		size_t mid = lo + (hi - lo) / 2;

		if (gb18030_range[mid].number <= number)
			lo = mid;
		else
			hi = mid;
	}
	return gb18030_range[lo].c + (number - gb18030_range[lo].number);
}

/* The code at p[0..n), which begins with a byte from 80 up and is none of the common ones: the bytes it takes, and in
 *c what it says, the first byte where that is nothing; 0 where more bytes must be seen. */
static size_t code(const unsigned char *p, size_t n, bool end, cp *c)
{
	*c = CP_RAW | p[0];
	if (p[0] == 0x80)
		*c = EURO;
	if (!codec_is_lead(p[0]))
		return 1;
	if (n < 2)
		return end;
	if (p[1] >= CODEC_TRAIL) {
		unsigned v = codec_pair(gb18030_two, p, 1);

		if (!v)
			return 1;
		codec_put(v, &c);
		return 2;
	}
	if (!is_digit(p[1]) || (n > 2 && !codec_is_lead(p[2])) || (n > 3 && !is_digit(p[3])))
		return 1;
	if (n < 4)
		return end;
	cp found = four(p);

	if (!found)
		return 1;
	*c = found;
	return 4;
}

static size_t rare(const unsigned char *p, size_t n, bool end, cp **w)
{
	bool more = false;
	size_t len = codec_is_lead(p[0]) ? codec_coloured(gb18030_two, p, n, &more, w) : 0;

	if (len)
		return len;
	if (more && !end)
		return 0;
	len = code(p, n, end, *w);
	*w += len != 0;
	return len;
}

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	(void)state;
	return codec_two(gb18030_two, rare, in, n, end, out);
}

static uint64_t bid(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	return bid_text(decode, in, n, damaged, BID_PRIOR_GB18030, BID_LEGACY, most);
}

static const char *const labels[] = { "gbk",       "gb2312",  "gb-2312",     "gb-2312-80",
				      "gb2312-80", "chinese", "csgb2312",    "csiso58gb231280",
				      "iso-ir-58", "x-gbk",   "euc-cn",      "euccn",
				      "cp936",     "ms936",   "windows-936", NULL };

const struct codec codec_gb18030 = { .name = "gb18030", .labels = labels, .bid = bid, .unit = 2, .decode = decode };
