#include "binary.h"
#include "codec.h"
#include "price.h"
#include <string.h>

/* What a byte costs. */
enum {
	PRIOR = 25 * CODEC_BIT,
	BYTE = 8 * CODEC_BIT,
	STRING = 13 * CODEC_BIT / 2,          /* a printable character behind another */
	REPEAT = BID_REPEAT_BITS * CODEC_BIT, /* as text has it: rows are as likely there */
	ROW = 2 * CODEC_BIT,                  /* a byte of a number that is as before, behind another: with a letter of
						 UTF-16 not less than that costs in text */
	HOLE = BID_HOLE_BITS * CODEC_BIT
};

static bool is_printable(unsigned char b) { return b >= ' ' && b < 0x7f; }

/* A byte that numbers are full of: the high one of a small number, or of a negative one. */
static bool fills(unsigned char b) { return b == 0 || b == 0xff; }

/* Whether in[i] is such a byte and as the one in its place in the number of 16 or 32 bits, or the pair of such, before.
   (Others repeat at such distances in text, too: tables do.) */
static bool is_as_before(const unsigned char *in, size_t i)
{
	static const size_t back[] = { 2, 4, 8 };

	for (size_t k = 0; k < sizeof back / sizeof *back && fills(in[i]); k++)
		if (i >= back[k] && in[i] == in[i - back[k]])
			return true;
	return false;
}

uint64_t binary_bid(const unsigned char *in, size_t n)
{
	bool number = false;
	uint64_t sum = PRIOR;

	for (size_t i = 0; i < n; i++) {
		bool was = number, again = i && in[i] == in[i - 1];

		number = (again && fills(in[i])) || is_as_before(in, i);
		if (again && !in[i])
			sum += HOLE;
		else if (number)
			sum += was ? ROW : REPEAT;
		else if (again)
			sum += REPEAT;
		else
			sum += i && is_printable(in[i - 1]) && is_printable(in[i]) ? STRING : BYTE;
	}
	return sum;
}

/* A byte that stands in a number beside its NULs, and in no text. */
static bool is_low(unsigned char b) { return b && b < ' ' && b != '\t' && b != '\n' && b != '\r'; }

bool binary_has_numbers(const unsigned char *in, size_t n)
{
	enum { SHORTEST = 2, LONGEST = 7, ENOUGH = 4, MANY = 32 };
	unsigned runs = 0, low = 0;

	for (size_t i = 0, stop; i < n && low < ENOUGH && runs < MANY; i = stop) {
		const unsigned char *first = memchr(in + i, 0, n - i);

		if (!first)
			break;
		i = (size_t)(first - in);
		for (stop = i; stop < n && !in[stop]; stop++)
			;
		if (stop - i < SHORTEST || stop - i > LONGEST)
			continue;
		runs++;
		low += (i && is_low(in[i - 1])) || (stop < n && is_low(in[stop]));
	}
	return low == ENOUGH || runs == MANY;
}
