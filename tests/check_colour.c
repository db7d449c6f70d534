/* Characters in the midst of which colours are set (src/colour.c): how far they reach, and how many are told. */
#include "colour.h"
#include "input.h"
#include "rule.h"
#include "suite.h"
#include <stdlib.h>
#include <string.h>

/* What stands between a lead byte, "?" here, and what follows. */
static const struct {
	const char *in;
	size_t between;
} row[] = {
	{ "?", 0 },
	{ "?\x1b", 1 }, /* more may follow */
	{ "?\x1b[1;3", 5 },
	{ "?\x1b[m", 3 },
	{ "?\x1b[m\x1b", 4 },
	{ "?\x1b[1;31mx", 7 },
	{ "?\x1b[1m\x1b[mx", 7 },
	{ "?\x1b[1m\x1bx", 4 },
	{ "?\x1b[1m\x1b[2Jx", 4 },
	{ "?x", 0 },
	{ "?\x1bx", 0 },
	{ "?\x1b[2Jx", 0 },
	{ "?\x1b[?1mx", 0 },
	{ "?\x1b[0;1;5;37;44m\x1b[0;1;5;37;44m\x1b[0;1;5;37;44m\x1b[0;1;5;37;44mx", 56 },
	{ "?\x1b[0;1;5;37;44m\x1b[0;1;5;37;44m\x1b[0;1;5;37;44m\x1b[0;1;5;37;044mx", 0 },
	{ "?\x1b[0;1;5;37;44m\x1b[0;1;5;37;44m\x1b[0;1;5;37;44m\x1b[0;1;5;37;044", 0 }, /* whatever follows */
};

START_TEST(between)
{
	ck_assert_uint_eq(colour_between((const unsigned char *)row[_i].in, strlen(row[_i].in)), row[_i].between);
}
END_TEST

static uint32_t seed;
static unsigned roll(unsigned n) /* a linear congruential generator: the same numbers everywhere */
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

/* Pieces of codes, of which some fit together, and colours among them. */
static size_t fill(unsigned char *in, size_t size)
{
	static const char *const piece[] = { "\xa4",   "\xa4\xa4", "\xb5",   "\x9f",     "\x1b[m", "\x1b[1;33m",
					     "\x1b[m", "\x1b[",    "\x1b[H", "\xd6\x30", "A",      "m",
					     "0",      " ",        "\n",     "\xa4\x40", "\xff",   "\x81\x30\x81" };
	size_t n = 0;

	while (n + 10 < size) {
		const char *s = piece[roll(ROWS(piece))];

		memcpy(in + n, s, strlen(s));
		n += strlen(s);
	}
	return n;
}

/* What is counted is what the origins tell, in the document's encoding or in lines of another, in any pieces. */
START_TEST(counted_as_told)
{
	enum { SIZE = 3000 };
	static const struct codec *const codec[] = { &codec_big5, &codec_gb18030, &codec_utf8 };
	unsigned char in[SIZE];
	struct input input = { 0 };
	size_t sum = 0;

	seed = (uint32_t)_i;
	for (int round = 0; round < 20; round++) {
		struct buf text = BUF_INIT;
		struct origins from = { 0 };
		size_t n = fill(in, SIZE), counted = 0, told = 0;
		uint64_t at = 0;

		input_begin(&input, codec[(unsigned)_i % ROWS(codec)], round % 2);
		for (size_t i = 0, k = 0; i < n;) {
			k += 1 + roll(SIZE);
			k = k < n - i ? k : n - i;
			size_t used = input_read(&input, in + i, k, i + k == n, i, &text, &from, &at);

			counted += input.coloured;
			i += used;
			k -= used;
		}
		for (size_t i = 0; i < from.n; i++)
			told += from.p[i].len && from.p[i].rules >> RULE_TWO_COLOUR & 1;
		ck_assert_uint_eq(at, n);
		ck_assert_uint_eq(counted, told);
		sum += counted;
		input_end(&input);
		buf_free(&text);
		trace_free(&from);
	}
	ck_assert(sum > 100 || codec[(unsigned)_i % ROWS(codec)] == &codec_utf8);
	reader_free(&input.reader);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, between, 0, ROWS(row));
	tcase_add_loop_test(t, counted_as_told, 0, 12);
}

int main(void) { return suite_run("colour", add); }
