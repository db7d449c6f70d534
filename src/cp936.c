#include "cp936.h"
#include "codec_table.h"

static int code_of(unsigned c)
{
	unsigned code = cp936_code[cp936_page[c >> CODEC_PAGE_SHIFT]][c & (CODEC_PAGE - 1)];

	return code ? (int)code : -1;
}

int cp936_encode(cp c)
{
	enum { EURO = 0x20ac, FAR = 6 }; /* codec_far begins with the six of GB 18030 */

	if (c < 0x80)
		return (int)c;
	if (c == EURO)
		return 0x80;
	if (c <= 0xffff)
		return c - CODEC_FAR < CODEC_FAR_MAX ? -1 : code_of(c);
	for (unsigned i = 0; i < FAR; i++)
		if (codec_far[i] == c)
			return code_of(CODEC_FAR + i);
	return -1;
}

/* GB 18030 has put characters into places that were private use in the code page: all of them among the symbols, and
   in the last row. */
cp cp936_decode(unsigned lead, unsigned trail)
{
	unsigned code = lead << 8 | trail;

	if (lead < CODEC_LEAD || lead >= CODEC_LEAD + CODEC_LEADS || trail < CODEC_TRAIL)
		return 0;
	if (lead == 0xfe || (lead > 0xa1 && lead < 0xaa))
		for (size_t i = 0; i < cp936_privates && cp936_private[i].first <= code; i++)
			if (code <= cp936_private[i].last)
				return cp936_private[i].c + (code - cp936_private[i].first);
	return gb18030_two[lead - CODEC_LEAD][trail - CODEC_TRAIL];
}
