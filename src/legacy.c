#include "legacy.h"
#include "codec_table.h"
#include "cp936.h"

/* The byte of c in a table ordered by characters, or -1. */
static int single(const struct codec_single *table, size_t n, cp c)
{
	size_t low = 0;

	while (n) {
		size_t half = n / 2;

		if (table[low + half].c == c)
			return table[low + half].byte;
		if (table[low + half].c < c) {
			low += half + 1;
			n -= half + 1;
		} else {
			n = half;
		}
	}
	return -1;
}

static int one_byte(enum legacy encoding, cp c)
{
	if (encoding == LEGACY_MACROMAN)
		return single(codec_macroman, codec_macromans, c);
	return c < 0x100 ? (int)c : single(codec_western, codec_westerns, c);
}

static int two_bytes(enum legacy encoding, cp c)
{
	if (encoding == LEGACY_GBK)
		return c == 0x80 ? 0x80 : cp936_encode(c);
	if (c > 0xffff)
		return -1;
	int code = big5_code[big5_page[c >> CODEC_PAGE_SHIFT]][c & (CODEC_PAGE - 1)];

	return code ? code : -1;
}

unsigned legacy_bytes(enum legacy encoding, cp c, unsigned char byte[2])
{
	int code = (int)c;

	if (c >= 0x80)
		code = encoding == LEGACY_GBK || encoding == LEGACY_BIG5 ? two_bytes(encoding, c)
									 : one_byte(encoding, c);
	if (code < 0)
		return 0;
	byte[0] = (unsigned char)(code > 0xff ? code >> 8 : code);
	byte[1] = (unsigned char)code;
	return code > 0xff ? 2 : 1;
}

cp legacy_big5(unsigned lead, unsigned trail)
{
	if (lead < 0xa1 || lead > 0xf9 || trail < CODEC_TRAIL || trail == 0x7f || trail == 0xff)
		return 0;
	unsigned c = big5_two[lead - CODEC_LEAD][trail - CODEC_TRAIL];

	return c - CODEC_FAR < CODEC_FAR_MAX ? 0 : c;
}
