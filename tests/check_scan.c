/* Every place of a code point that matters, in texts of every length around the steps of the search. */
#include "scan.h"
#include "suite.h"
#include <stdbool.h>

enum { MOST = 100 };

static inline int matters(cp c) { return scan_is(c, '<') | scan_within(c, 0x2028, 0x2029) | scan_within(c, CP_RAW, ~0u); }

static const struct {
	cp c;
	bool found;
} row[] = {
	{ 0, false },      { '<' - 1, false }, { '<', true },      { '<' + 1, false }, { 0x2027, false },
	{ 0x2028, true },  { 0x2029, true },   { 0x202a, false },  { 0x4e2d, false },  { CP_MAX, false },
	{ CP_RAW, true },  { 0x7fffffff, true }, { 0x80000000, true }, { 0xffffffff, true },
};

START_TEST(places)
{
	cp in[MOST];

	for (size_t n = 1; n < MOST; n++)
		for (size_t at = 0; at < n; at++) {
			for (size_t i = 0; i < n; i++)
				in[i] = 0x4e00 + (cp)i;
			in[at] = row[_i].c;
			ck_assert_uint_eq(scan_count(in, n, matters), row[_i].found);
			for (size_t from = 0; from <= n; from++)
				ck_assert_uint_eq(scan(in, from, n, matters), row[_i].found && from <= at ? at : n);
		}
}
END_TEST

/* The first of several, and how many there are. */
START_TEST(first)
{
	cp in[MOST] = { 0 };

	in[40] = in[41] = in[90] = '<';
	ck_assert_uint_eq(scan(in, 0, MOST, matters), 40);
	ck_assert_uint_eq(scan(in, 41, MOST, matters), 41);
	ck_assert_uint_eq(scan(in, 42, MOST, matters), 90);
	ck_assert_uint_eq(scan(in, 91, MOST, matters), MOST);
	ck_assert_uint_eq(scan(in, 0, 40, matters), 40);
	ck_assert_uint_eq(scan_count(in, MOST, matters), 3);
	ck_assert_uint_eq(scan_count(in, 41, matters), 1);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, places, 0, ROWS(row));
	tcase_add_test(t, first);
}

int main(void) { return suite_run("scan", add); }
