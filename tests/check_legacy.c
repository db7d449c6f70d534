/* Characters back to the bytes of older encodings, against iconv(3). */
#include "legacy.h"
#include "suite.h"
#include <iconv.h>

static const struct {
	const char *name;
	enum legacy encoding;
	unsigned first; /* byte */
} table[] = {
	{ "ISO-8859-1", LEGACY_WESTERN, 0x80 },
	{ "CP1252", LEGACY_WESTERN, 0x80 },
	{ "CP1254", LEGACY_WESTERN, 0x80 },
	{ "MACINTOSH", LEGACY_MACROMAN, 0x80 },
};

/* Every byte that the encoding has a character for comes back. */
START_TEST(single_bytes)
{
	iconv_t cd = iconv_open("UTF-16BE", table[_i].name);

	if (cd == (iconv_t)-1)
		return; /* a C library without it */
	for (unsigned byte = 0x80; byte < 0x100; byte++) {
		char in = (char)byte, *p = &in;
		unsigned char out[4], back[2], *q = out;
		size_t n = 1, room = sizeof out;

		if (iconv(cd, &p, &n, (char **)&q, &room) == (size_t)-1)
			continue;
		cp c = (cp)out[0] << 8 | out[1];
		if (c >= 0xe000)
			continue; /* the place of a trade mark, which libraries map as they like */
		ck_assert_uint_eq(legacy_bytes(table[_i].encoding, c, back), 1);
		if (back[0] != byte)
			ck_abort_msg("%s: %02X came back as %02X", table[_i].name, byte, back[0]);
	}
	iconv_close(cd);
}
END_TEST

/* Every pair of Big5 that has a character comes back, or another pair that has the same. */
START_TEST(big5_pairs)
{
	unsigned pairs = 0;

	for (unsigned lead = 0xa1; lead < 0xfa; lead++)
		for (unsigned trail = 0x40; trail < 0xff; trail++) {
			cp c = legacy_big5(lead, trail);
			unsigned char back[2];

			if (!c)
				continue;
			pairs++;
			ck_assert_uint_eq(legacy_bytes(LEGACY_BIG5, c, back), 2);
			if (legacy_big5(back[0], back[1]) != c)
				ck_abort_msg("%02X%02X: U+%04X came back as %02X%02X", lead, trail, (unsigned)c, back[0],
					     back[1]);
		}
	ck_assert_uint_gt(pairs, 13000);
}
END_TEST

START_TEST(none)
{
	unsigned char back[2];

	ck_assert_uint_eq(legacy_bytes(LEGACY_WESTERN, 0x4e00, back), 0);
	ck_assert_uint_eq(legacy_bytes(LEGACY_MACROMAN, 0x10ffff, back), 0);
	ck_assert_uint_eq(legacy_bytes(LEGACY_GBK, 0x1f600, back), 0);
	ck_assert_uint_eq(legacy_bytes(LEGACY_BIG5, CP_RAW | 0x80, back), 0);
	ck_assert_uint_eq(legacy_big5(0xa0, 0x40), 0);
	ck_assert_uint_eq(legacy_big5(0xa1, 0x7f), 0);
	ck_assert_uint_eq(legacy_big5(0xa1, 0x3f), 0);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, single_bytes, 0, ROWS(table));
	tcase_add_test(t, big5_pairs);
	tcase_add_test(t, none);
}

int main(void) { return suite_run("legacy", add); }
