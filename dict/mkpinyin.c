/* mkpinyin - compiles the annotated characters and their readings into the arrays of src/pinyin_table.h, on standard
 * output.
 *
 *   mkpinyin GB18030.TXT TSCHARACTERS.TXT UNIHAN_READINGS.TXT
 *
 * A character is in the first table where OpenCC's traditional to simplified dictionary changes it and code page 936
 * holds it; its readings are all that Unihan knows, from the fields below. The second has all characters of the code
 * page and their readings of today without tones. "-" is standard input. It runs on the machine that builds, and uses
 * nothing but the C library.
 */
#include "source.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As src/pinyin_table.h has them. */
enum { LETTERS = 6, PAIRS = 1 << 13, READINGS = 1 << 12, PLAIN = 1 << 9, PLAIN_PAIRS = 1 << 15 };

static const char *const field[] = { "kMandarin", "kHanyuPinyin", "kXHC1983", "kTGHZ2013", "kHanyuPinlu" };
enum { ANCIENT = 1 }; /* the field that has also what nobody reads any more */

/* The letters that pinyin is written with in code page 936, row A8 (GB/T 2312), above ASCII; and without a tone, where
   keyboards have v for u with a diaeresis. */
static const struct {
	uint16_t toned;
	char plain;
} letter[] = { { 0x0e0, 'a' }, { 0x0e1, 'a' }, { 0x0e8, 'e' }, { 0x0e9, 'e' }, { 0x0ea, 'e' }, { 0x0ec, 'i' },
	       { 0x0ed, 'i' }, { 0x0f2, 'o' }, { 0x0f3, 'o' }, { 0x0f9, 'u' }, { 0x0fa, 'u' }, { 0x0fc, 'v' },
	       { 0x101, 'a' }, { 0x113, 'e' }, { 0x11b, 'e' }, { 0x12b, 'i' }, { 0x144, 'n' }, { 0x148, 'n' },
	       { 0x14d, 'o' }, { 0x16b, 'u' }, { 0x1ce, 'a' }, { 0x1d0, 'i' }, { 0x1d2, 'o' }, { 0x1d4, 'u' },
	       { 0x1d6, 'v' }, { 0x1d8, 'v' }, { 0x1da, 'v' }, { 0x1dc, 'v' }, { 0x1f9, 'n' } };
enum { LETTERS_TONED = sizeof letter / sizeof *letter };

struct pair {
	uint16_t code, spelling[LETTERS];
};

static uint16_t code[0x10000]; /* code page 936: of the characters in the first table */
static unsigned char changes[0x10000], held[0x10000];
static struct pair pair[PAIRS];
static size_t pairs;

/* The second table. */
struct plain {
	uint16_t c;
	char spelling[LETTERS];
};
static struct plain plain[PLAIN_PAIRS];
static size_t plains;

static void read_file(const char *name, void (*row)(const char *))
{
	source_open(name);
	for (const char *s; (s = source_line()) != NULL;)
		row(s);
}

/* TSCharacters: a character, a tab, and its simplified forms separated by spaces. */
static void read_change(const char *s)
{
	uint32_t c = source_char(&s);

	if (*s != '\t')
		source_fail("a character and a tab expected");
	for (s++; *s;) {
		uint32_t to = source_char(&s);

		if (c < 0x10000 && to != c && to != ' ')
			changes[c] = 1;
	}
}

/* gb18030.txt: a lead byte, a space, and the characters of trail bytes 40 to 7E and 80 to FE. The unified ideographs
   of Unicode 1.1 (U+4E00 to U+9FA5) are those that code page 936 holds too, all with the same codes. */
static void read_codes(const char *row)
{
	char *rest;
	unsigned long lead = strtoul(row, &rest, 16);
	const char *s = rest + 1;

	if (lead < 0x81 || lead > 0xfe || *rest != ' ')
		return;
	for (unsigned trail = 0x40; *s && trail < 0xff; trail += trail == 0x7e ? 2 : 1) {
		uint32_t c = source_char(&s);

		if (c < 0x4e00 || c > 0x9fa5)
			continue;
		held[c] = 1;
		if (changes[c])
			code[c] = (uint16_t)(lead << 8 | trail);
	}
}

/* Accents above a vowel that Unicode also spells as a mark of its own are one character in Unihan, except where there
   is none: such a reading cannot be written in code page 936. */
static int spell(const char *from, const char *to, uint16_t spelling[LETTERS])
{
	unsigned n = 0;

	for (; from < to; n++) {
		uint32_t c = source_char(&from);
		unsigned known = c >= 'a' && c <= 'z';

		for (size_t i = 0; i < LETTERS_TONED; i++)
			known |= c == letter[i].toned;
		if (!known || n == LETTERS)
			return 0;
		spelling[n] = (uint16_t)c;
	}
	return n > 0;
}

static void add_plain(uint32_t c, const uint16_t spelling[LETTERS])
{
	struct plain p = { .c = (uint16_t)c };

	for (int k = 0; k < LETTERS && spelling[k]; k++) {
		p.spelling[k] = (char)spelling[k];
		for (size_t i = 0; i < LETTERS_TONED; i++)
			if (letter[i].toned == spelling[k])
				p.spelling[k] = letter[i].plain;
	}
	for (size_t i = plains; i-- && plain[i].c == c;)
		if (!memcmp(&plain[i], &p, sizeof p))
			return;
	if (plains == PLAIN_PAIRS)
		source_fail("more than %d readings without tones", PLAIN_PAIRS);
	plain[plains++] = p;
}

/* One reading of c, s[0..n): maybe behind "page.position:" lists, maybe with a count in brackets. */
static void add(uint32_t c, const char *s, size_t n, int ancient)
{
	const char *colon = memchr(s, ':', n), *end = memchr(s, '(', n);
	struct pair p = { .code = code[c] };

	if (!spell(colon ? colon + 1 : s, end ? end : s + n, p.spelling))
		return;
	if (!ancient)
		add_plain(c, p.spelling);
	if (!p.code)
		return;
	for (size_t i = pairs; i-- && pair[i].code == p.code;)
		if (!memcmp(&pair[i], &p, sizeof p))
			return;
	if (pairs == PAIRS)
		source_fail("more than %d readings", PAIRS);
	pair[pairs++] = p;
}

/* Unihan_Readings: U+XXXX, a tab, the field, a tab, and readings separated by spaces and commas. The lines of one
   character stand together. */
static void read_reading(const char *row)
{
	unsigned c;
	char name[32];
	int at = 0;
	size_t n = 0, is = 0;

	if (sscanf(row, "U+%x\t%31[A-Za-z0-9_]\t%n", &c, name, &at) != 2 || !at || !row[at])
		source_fail("U+XXXX, a field and a value expected");
	while (is < sizeof field / sizeof *field && strcmp(name, field[is]))
		is++;
	if (is == sizeof field / sizeof *field || c >= 0x10000 || !held[c])
		return;
	for (const char *s = row + at; *s; s += n + (s[n] != 0)) {
		const char *colon = strchr(s, ':');

		n = strcspn(s, " ");
		if (colon && colon < s + n) { /* the commas before a colon separate places in a book */
			n -= (size_t)(colon + 1 - s);
			s = colon + 1;
		}
		n = strcspn(s, " ,");
		add(c, s, n, is == ANCIENT);
	}
}

static int by_spelling(const void *a, const void *b)
{
	const uint16_t *x = a, *y = b;

	for (int i = 0; i < LETTERS; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

static int by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int by_letters(const void *a, const void *b) { return memcmp(a, b, LETTERS); }

static void put_plain(void)
{
	static char spelling[PLAIN_PAIRS][LETTERS];
	static uint32_t packed[PLAIN_PAIRS];
	size_t n = 0;

	for (size_t i = 0; i < plains; i++)
		memcpy(spelling[i], plain[i].spelling, LETTERS);
	qsort(spelling, plains, LETTERS, by_letters);
	for (size_t i = 0; i < plains; i++)
		if (!n || by_letters(spelling[n - 1], spelling[i]))
			memmove(spelling[n++], spelling[i], LETTERS);
	if (n > PLAIN)
		source_fail("more than %d syllables without tones", PLAIN);
	for (size_t i = 0; i < plains; i++) {
		const char(*s)[LETTERS] = bsearch(plain[i].spelling, spelling, n, LETTERS, by_letters);

		packed[i] = (uint32_t)plain[i].c << 16 | (uint32_t)(s - spelling);
	}
	qsort(packed, plains, sizeof *packed, by_number);
	printf("\nconst size_t pinyin_plains = %zu, pinyin_plain_pairs = %zu;\n"
	       "\nconst char pinyin_plain[][PINYIN_LETTERS] = {\n",
	       n, plains);
	for (size_t i = 0; i < n; i++) {
		printf("\t{");
		for (int k = 0; k < LETTERS && spelling[i][k]; k++)
			printf(" '%c',", spelling[i][k]);
		printf(" },\n");
	}
	printf("};\n\nconst uint32_t pinyin_plain_pair[] = {");
	for (size_t i = 0; i < plains; i++)
		printf("%s0x%08x,", i % 10 ? " " : "\n\t", (unsigned)packed[i]);
	printf("\n};\n");
}

static void put(void)
{
	static uint16_t spelling[PAIRS][LETTERS];
	static uint32_t packed[PAIRS];
	size_t n = 0;

	for (size_t i = 0; i < pairs; i++)
		memcpy(spelling[i], pair[i].spelling, sizeof *spelling);
	qsort(spelling, pairs, sizeof *spelling, by_spelling);
	for (size_t i = 0; i < pairs; i++)
		if (!n || by_spelling(spelling[n - 1], spelling[i]))
			memmove(spelling[n++], spelling[i], sizeof *spelling);
	if (n > READINGS)
		source_fail("more than %d syllables", READINGS);
	for (size_t i = 0; i < pairs; i++) {
		const uint16_t(*s)[LETTERS] = bsearch(pair[i].spelling, spelling, n, sizeof *spelling, by_spelling);

		packed[i] = (uint32_t)(pair[i].code >> 8) << 24 | (uint32_t)(s - spelling) << 8 | (pair[i].code & 0xff);
	}
	qsort(packed, pairs, sizeof *packed, by_number);
	printf("/* Made by dict/mkpinyin. */\n#include \"pinyin_table.h\"\n\n"
	       "const size_t pinyin_spellings = %zu, pinyin_pairs = %zu;\n"
	       "\nconst uint16_t pinyin_spelling[][PINYIN_LETTERS] = {\n",
	       n, pairs);
	for (size_t i = 0; i < n; i++) {
		printf("\t{");
		for (int k = 0; k < LETTERS && spelling[i][k]; k++)
			printf(" 0x%x,", spelling[i][k]);
		printf(" },\n");
	}
	printf("};\n\nconst uint32_t pinyin_pair[] = {");
	for (size_t i = 0; i < pairs; i++)
		printf("%s0x%08x,", i % 10 ? " " : "\n\t", (unsigned)packed[i]);
	printf("\n};\n");
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "usage: mkpinyin GB18030.TXT TSCHARACTERS.TXT UNIHAN_READINGS.TXT\n");
		return 1;
	}
	read_file(argv[2], read_change);
	read_file(argv[1], read_codes);
	read_file(argv[3], read_reading);
	if (!pairs)
		source_fail("no reading of any character");
	put();
	put_plain();
	return fflush(stdout) || ferror(stdout);
}
