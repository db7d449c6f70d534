#include "reading.h"
#include "cp936.h"
#include "pinyin_table.h"

/* Row A8 of code page 936 has two letters of the phonetic alphabet besides the vowels with tone marks. */
enum { SCRIPT_A = 0x251, SCRIPT_G = 0x261 };

static int compare(const uint16_t *spelling, const cp *s, size_t n)
{
	for (size_t i = 0; i < PINYIN_LETTERS; i++) {
		cp c = i < n ? s[i] : 0;

		if (c == spelling[i])
			continue;
		return spelling[i] < c ? -1 : 1;
	}
	return 0;
}

/* The number of the syllable s[0..n), or READING_NONE. */
static int syllable(const cp *s, size_t n)
{
	size_t low = 0, high = pinyin_spellings;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(pinyin_spelling[middle], s, n);

		if (!order)
			return (int)middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return READING_NONE;
}

/* The software annotated its own annotations, too: the second byte of a letter with a tone mark and the letter behind it
   can be a character of its table (ōu holds AD 75, 璾). The length of such an annotation at in[at], a "(", or 0. */
static size_t inner(const cp *in, size_t at, size_t n)
{
	size_t len;

	if (at < 2 || in[at - 2] < 0x80 || in[at - 1] >= 0x80)
		return 0;
	int reading = reading_closed(in + at + 1, n - at - 1, &len);
	int code = reading == READING_NONE ? -1 : cp936_encode(in[at - 2]);

	return code > 0 && reading_pair((code & 0xffu) << 8 | in[at - 1], reading) >= 0 ? 1 + len : 0;
}

int reading_closed(const cp *in, size_t n, size_t *len)
{
	cp s[PINYIN_LETTERS];
	size_t letters = 0, i = 0;

	while (i < n && in[i] != ')') {
		cp c = in[i];
		size_t skip = c == '(' ? inner(in, i, n) : 0;

		i += skip ? skip : 1;
		if (skip)
			continue;
		if (letters == PINYIN_LETTERS || c < 'a')
			return READING_NONE;
		s[letters++] = c == SCRIPT_A ? 'a' : c == SCRIPT_G ? 'g' : c;
	}
	*len = i + 1;
	return i < n ? syllable(s, letters) : READING_NONE;
}

/* The first pair that is not less. */
static size_t at_least(uint32_t pair)
{
	size_t low = 0, high = pinyin_pairs;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (pinyin_pair[middle] < pair)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int reading_pair(unsigned code, int reading)
{
	uint32_t pair = (uint32_t)(code >> 8) << 24 | (uint32_t)reading << 8 | (code & 0xff);
	size_t i = at_least(pair);

	return i < pinyin_pairs && pinyin_pair[i] == pair ? (int)i : -1;
}

unsigned reading_trails(unsigned lead, int reading, unsigned char trail[READING_TRAILS])
{
	uint32_t from = (uint32_t)lead << 24 | (uint32_t)reading << 8;
	unsigned n = 0;

	for (size_t i = at_least(from); i < pinyin_pairs && pinyin_pair[i] >> 8 == from >> 8 && n < READING_TRAILS; i++)
		trail[n++] = (unsigned char)pinyin_pair[i];
	return n;
}
