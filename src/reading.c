#include "reading.h"
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

int reading_closed(const cp *in, size_t n, size_t *len)
{
	cp s[PINYIN_LETTERS];
	size_t letters = 0, low = 0, high = pinyin_spellings;

	for (; letters < n && in[letters] != ')'; letters++) {
		cp c = in[letters];

		if (letters == PINYIN_LETTERS || c < 'a')
			return READING_NONE;
		s[letters] = c == SCRIPT_A ? 'a' : c == SCRIPT_G ? 'g' : c;
	}
	if (letters == n)
		return READING_NONE;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(pinyin_spelling[middle], s, letters);

		if (!order) {
			*len = letters + 1;
			return (int)middle;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return READING_NONE;
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
