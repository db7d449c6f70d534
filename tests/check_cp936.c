#include "cp936.h"
#include "suite.h"
#include <iconv.h>

static const struct {
	unsigned code;
	cp c;
} row[] = {
	{ 0x8140, 0x4e02 }, /* the first code, 丂 */
	{ 0xa1a1, 0x3000 },
	{ 0xa1a4, 0x00b7 },
	{ 0xa1aa, 0x2014 },
	{ 0xa3ac, 0xff0c }, /* ， */
	{ 0xa844, 0x2015 },
	{ 0xb0a1, 0x554a },
	{ 0xd6d0, 0x4e2d },
	{ 0x839e, 0x512a }, /* 啊 中 優 */
	{ 0xfe4f, 0xfa29 },
	{ 0xa896, 0xe7bc },
	{ 0xd7fa, 0xe810 },
	/* the user-defined areas, first and last */
	{ 0xaaa1, 0xe000 },
	{ 0xaffe, 0xe233 },
	{ 0xf8a1, 0xe234 },
	{ 0xfefe, 0xe4c5 },
	{ 0xa140, 0xe4c6 },
	{ 0xa17e, 0xe504 },
	{ 0xa180, 0xe505 },
	{ 0xa7a0, 0xe765 },
	/* places that GB 18030 has filled since */
	{ 0xa2ab, 0xe766 },
	{ 0xa2e3, 0xe76c },
	{ 0xa3a0, 0xe5e5 },
	{ 0xa6d9, 0xe78d },
	{ 0xa6df, 0xe793 },
	{ 0xa6ec, 0xe794 },
	{ 0xa6ed, 0xe795 },
	{ 0xa6f3, 0xe796 },
	{ 0xa8bc, 0xe7c7 },
	{ 0xa8bf, 0xe7c8 },
	{ 0xa989, 0xe7e7 },
	{ 0xa995, 0xe7f3 },
	{ 0xa996, 0x3007 },
	{ 0xfe50, 0xe815 },
	{ 0xfe51, 0xe816 },
	{ 0xfe7e, 0xe843 },
	{ 0xfe80, 0xe844 },
	{ 0xfe91, 0xe855 },
	{ 0xfea0, 0xe864 },
	/* none */
	{ 0x8030, 0 },
	{ 0x8040, 0 },
	{ 0x813f, 0 },
	{ 0x817f, 0 },
	{ 0x81ff, 0 },
	{ 0xff40, 0 },
	{ 0xb03c, 0 },
};

START_TEST(code)
{
	ck_assert_uint_eq(cp936_decode(row[_i].code >> 8, row[_i].code & 0xff), row[_i].c);
	if (row[_i].c)
		ck_assert_int_eq(cp936_encode(row[_i].c), (int)row[_i].code);
}
END_TEST

START_TEST(no_code)
{
	static const cp c[] = { 0x81, 0xff, 0xd800, 0xd805, 0xe865, 0xf8ff, 0xffff, 0x20086, 0x10ffff, CP_RAW | 0xb0 };

	for (size_t i = 0; i < sizeof c / sizeof *c; i++)
		ck_assert_int_eq(cp936_encode(c[i]), -1);
	ck_assert_int_eq(cp936_encode(0x20ac), 0x80);
	ck_assert_int_eq(cp936_encode('A'), 'A');
	ck_assert_int_eq(cp936_encode(0), 0);
}
END_TEST

/* Characters of GB 18030 in places where the code page has private use ones: the codes of those places. */
START_TEST(later)
{
	static const struct {
		cp c;
		int code;
	} place[] = {
		{ 0x1e3f, 0xa8bc },  { 0x1f9, 0xa8bf },  { 0x303e, 0xa989 },  { 0x2e81, 0xfe50 }, { 0x2eca, 0xfe84 },
		{ 0x20087, 0xfe51 }, { 0x241fe, 0xfe91 }, { 0xfe10, 0xa6d9 }, { 0x9fb4, 0xfe59 }, { 0x3000, 0xa1a1 },
	};

	for (size_t i = 0; i < sizeof place / sizeof *place; i++)
		ck_assert_int_eq(cp936_encode(place[i].c), place[i].code);
}
END_TEST

START_TEST(round_trip)
{
	unsigned codes = 0;

	for (unsigned lead = 0; lead < 0x100; lead++)
		for (unsigned trail = 0; trail < 0x100; trail++) {
			cp c = cp936_decode(lead, trail);

			codes += c != 0;
			if (c && cp936_encode(c) != (int)(lead << 8 | trail))
				ck_abort_msg("%02X%02X does not come back", lead, trail);
		}
	ck_assert_uint_eq(codes, 126 * 190);
}
END_TEST

/* iconv(3) knows the code page without its private use characters, and agrees everywhere else. */
START_TEST(as_iconv)
{
	iconv_t cd = iconv_open("UTF-16BE", "CP936");
	unsigned refused = 0;

	if (cd == (iconv_t)-1)
		return;
	for (unsigned lead = 0x81; lead < 0xff; lead++)
		for (unsigned trail = 0x40; trail < 0xff; trail++) {
			char in[2] = { (char)lead, (char)trail }, *p = in;
			unsigned char out[4] = { 0 };
			char *q = (char *)out;
			size_t n = 2, room = sizeof out;
			cp c = cp936_decode(lead, trail);

			if (trail == 0x7f)
				continue;
			if (iconv(cd, &p, &n, &q, &room) == (size_t)-1) {
				refused++;
				if (c < 0xe000 || c > 0xe864)
					ck_abort_msg("%02X%02X is U+%04X, and iconv has none", lead, trail,
						     (unsigned)c);
			} else if (c != ((cp)out[0] << 8 | out[1])) {
				ck_abort_msg("%02X%02X is U+%04X", lead, trail, (unsigned)c);
			}
		}
	iconv_close(cd);
	ck_assert_uint_eq(refused, 0xe865 - 0xe000);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, code, 0, ROWS(row));
	tcase_add_test(t, no_code);
	tcase_add_test(t, later);
	tcase_add_test(t, round_trip);
	tcase_add_test(t, as_iconv);
}

int main(void) { return suite_run("cp936", add); }
