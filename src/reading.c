#include "reading.h"
#include <string.h>
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

/* A letter of pinyin without its tone, or 0. */
static char plain_letter(cp c)
{
	static const struct {
		uint16_t letter;
		char plain;
	} toned[] = { { 0x0e0, 'a' },	 { 0x0e1, 'a' }, { 0x0e8, 'e' }, { 0x0e9, 'e' }, { 0x0ea, 'e' },
		      { 0x0ec, 'i' },	 { 0x0ed, 'i' }, { 0x0f2, 'o' }, { 0x0f3, 'o' }, { 0x0f9, 'u' },
		      { 0x0fa, 'u' },	 { 0x0fc, 'v' }, { 0x101, 'a' }, { 0x113, 'e' }, { 0x11b, 'e' },
		      { 0x12b, 'i' },	 { 0x144, 'n' }, { 0x148, 'n' }, { 0x14d, 'o' }, { 0x16b, 'u' },
		      { 0x1ce, 'a' },	 { 0x1d0, 'i' }, { 0x1d2, 'o' }, { 0x1d4, 'u' }, { 0x1d6, 'v' },
		      { 0x1d8, 'v' },	 { 0x1da, 'v' }, { 0x1dc, 'v' }, { 0x1f9, 'n' }, { SCRIPT_A, 'a' },
		      { SCRIPT_G, 'g' } };

	if (c >= 'a' && c <= 'z')
		return (char)c;
	for (size_t i = 0; i < sizeof toned / sizeof *toned; i++)
		if (toned[i].letter == c)
			return toned[i].plain;
	return 0;
}

int reading_plain(const cp *in, size_t n)
{
	char s[PINYIN_LETTERS] = { 0 };
	size_t low = 0, high = pinyin_plains;

	if (!n || n > PINYIN_LETTERS)
		return READING_NONE;
	for (size_t i = 0; i < n; i++)
		if (!(s[i] = plain_letter(in[i])))
			return READING_NONE;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = memcmp(pinyin_plain[middle], s, sizeof s);

		if (!order)
			return (int)middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return READING_NONE;
}

bool reading_is(cp c, int plain)
{
	uint32_t pair = c << 16 | (uint32_t)plain;
	size_t low = 0, high = pinyin_plain_pairs;

	if (c > 0xffff)
		return false;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (pinyin_plain_pair[middle] == pair)
			return true;
		if (pinyin_plain_pair[middle] < pair)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}
