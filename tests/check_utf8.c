#include <string.h>
#include "suite.h"
#include "utf8.h"

#define RAW(b) (CP_RAW | (b))

static const struct {
	const char *in;
	size_t n, used; /* used: with end false */
	cp out[6];
	size_t nout;
} row[] = {
	{ "a", 1, 1, { 'a' }, 1 },
	{ "\0", 1, 1, { 0 }, 1 },
	{ "\xc2\x80", 2, 2, { 0x80 }, 1 },
	{ "\xe6\xbc\xa2", 3, 3, { 0x6f22 }, 1 },
	{ "\xf0\xa0\x80\x80", 4, 4, { 0x20000 }, 1 },
	{ "\xf4\x8f\xbf\xbf", 4, 4, { 0x10ffff }, 1 },
	{ "\xee\x80\x80", 3, 3, { 0xe000 }, 1 },
	/* cut short: wait */
	{ "\xe6\xbc", 2, 0, { 0 }, 0 },
	{ "a\xe6", 2, 1, { 'a' }, 1 },
	{ "\xf0\xa0\x80", 3, 0, { 0 }, 0 },
	/* ill-formed, by class */
	{ "\xff", 1, 1, { RAW(0xff) }, 1 },
	{ "\x80", 1, 1, { RAW(0x80) }, 1 },
	{ "\xc0\xaf", 2, 2, { RAW(0xc0), RAW(0xaf) }, 2 },                               /* overlong, 2 bytes */
	{ "\xe0\x9f\xbf", 3, 3, { RAW(0xe0), RAW(0x9f), RAW(0xbf) }, 3 },                /* overlong, 3 bytes */
	{ "\xf0\x8f\xbf\xbf", 4, 4, { RAW(0xf0), RAW(0x8f), RAW(0xbf), RAW(0xbf) }, 4 }, /* overlong, 4 bytes */
	{ "\xed\xa0\x80", 3, 3, { RAW(0xed), RAW(0xa0), RAW(0x80) }, 3 },                /* surrogate */
	{ "\xf4\x90\x80\x80", 4, 4, { RAW(0xf4), RAW(0x90), RAW(0x80), RAW(0x80) }, 4 }, /* above U+10FFFF */
	{ "\xe6\xbc\x41", 3, 3, { RAW(0xe6), RAW(0xbc), 'A' }, 3 },
	{ "\xe6\xe6\xbc\xa2", 4, 4, { RAW(0xe6), 0x6f22 }, 2 },
	{ "12345678\xe6\xbc\xa2", 11, 11, { '1', '2', '3', '4', '5', '6' }, 9 },
};

START_TEST(decode)
{
	struct buf out = BUF_INIT;
	size_t seen = row[_i].nout < 6 ? row[_i].nout : 6;

	ck_assert_uint_eq(utf8_decode((const unsigned char *)row[_i].in, row[_i].n, false, &out), row[_i].used);
	ck_assert_uint_eq(out.n, row[_i].nout);
	ck_assert_mem_eq(out.p, row[_i].out, seen * sizeof(cp));
	buf_free(&out);
}
END_TEST

START_TEST(at_the_end_nothing_is_left)
{
	struct buf out = BUF_INIT;

	ck_assert_uint_eq(utf8_decode((const unsigned char *)row[_i].in, row[_i].n, true, &out), row[_i].n);
	buf_free(&out);
}
END_TEST

START_TEST(round_trip)
{
	unsigned char b[4];
	struct buf out = BUF_INIT;

	for (cp c = 0; c <= CP_MAX; c++, out.n = 0) {
		if (c >= 0xd800 && c < 0xe000)
			continue;
		size_t n = utf8_encode(c, b);

		if (utf8_decode(b, n, true, &out) != n || out.n != 1 || out.p[0] != c)
			ck_abort_msg("U+%04X does not come back", (unsigned)c);
	}
	buf_free(&out);
}
END_TEST

START_TEST(raw_bytes_come_back)
{
	unsigned char b[4];

	ck_assert_uint_eq(utf8_encode(RAW(_i), b), 1);
	ck_assert_uint_eq(b[0], _i);
}
END_TEST

/* A run of ASCII, of each length, before what is not: as one by one. */
START_TEST(runs)
{
	enum { MOST = 40, BEHIND = 20 };
	static const cp other[] = { 0x80, 0x7ff, 0x4e00, 0xffff, 0x1f600, CP_MAX, 'a' };
	cp in[MOST + BEHIND];
	unsigned char out[sizeof in], want[sizeof in];

	for (size_t n = 0; n < MOST; n++) {
		size_t len = 0, outn;

		for (size_t i = 0; i < n + BEHIND; i++) {
			in[i] = i == n ? other[_i] : (cp)('a' + i % 26);
			len += utf8_encode(in[i], want + len);
		}
		ck_assert_uint_eq(utf8_encode_all(in, n + BEHIND, out, &outn), n + BEHIND);
		ck_assert_uint_eq(outn, len);
		ck_assert_mem_eq(out, want, len);
	}
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, decode, 0, ROWS(row));
	tcase_add_loop_test(t, at_the_end_nothing_is_left, 0, ROWS(row));
	tcase_add_test(t, round_trip);
	tcase_add_loop_test(t, runs, 0, 7);
	tcase_add_loop_test(t, raw_bytes_come_back, 0x80, 0x100);
}

int main(void) { return suite_run("utf8", add); }
