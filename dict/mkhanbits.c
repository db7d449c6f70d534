/* mkhanbits - compiles hanbits.txt into the arrays of src/hanbits.h and src/rarity.h, on standard output.
 *
 *   mkhanbits HANBITS.TXT
 */
#include "hanbits.h"
#include "rarity.h"
#include "source.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { FIRST = HANBITS_FIRST, LAST = HANBITS_LAST, CHEAPEST = HANBITS_CHEAPEST, NONE = HANBITS_NONE };

static uint8_t bits[2][LAST + 1 - FIRST]; /* 0: not seen yet */

/* A row: script, bits, characters. */
static void read_row(const char *s)
{
	char script;
	unsigned cost;
	int at = 0;

	if (sscanf(s, "%c %u %n", &script, &cost, &at) != 2 || !at || !s[at])
		source_fail("a row is a script, bits and characters");
	if ((script != 's' && script != 't') || cost < CHEAPEST || cost >= NONE)
		source_fail("an unknown script, or bits that do not fit");
	for (s += at; *s;) {
		uint32_t c = source_char(&s);

		if (c < FIRST || c > LAST)
			source_fail("not a Han character");
		if (bits[script == 't'][c - FIRST])
			source_fail("a character in two rows");
		bits[script == 't'][c - FIRST] = (uint8_t)cost;
	}
}

static unsigned bits_of(unsigned script, unsigned i) { return bits[script][i] ? bits[script][i] : NONE; }
static unsigned level(unsigned script, unsigned i) { return bits_of(script, i) - CHEAPEST; }

/* Punctuation, full-width forms, and the lines that tables are drawn with. */
static bool is_mark(uint32_t c)
{
	return (c >= 0x3000 && c <= 0x3011) || (c >= 0xff01 && c <= 0xff5e) || (c >= 0x2014 && c <= 0x2026)
	       || (c >= 0x2500 && c <= 0x257f);
}

/* In the script in which it is commoner. */
static int rarity_of(uint32_t c)
{
	if (c < 0x80)
		return RARITY_ASCII;
	if (c < FIRST || c > LAST)
		return is_mark(c) ? RARITY_MARK : RARITY_OTHER;
	unsigned simplified = bits_of(0, c - FIRST), traditional = bits_of(1, c - FIRST);

	return (int)(simplified < traditional ? simplified : traditional) - RARITY_ORDINARY;
}

int main(int argc, char **argv)
{
	unsigned rows = 0;

	if (argc != 2) {
		fprintf(stderr, "usage: mkhanbits HANBITS.TXT\n");
		return 1;
	}
	source_open(argv[1]);
	for (const char *s; (s = source_line()) != NULL; rows++)
		read_row(s);
	if (!rows)
		source_fail("no rows");
	printf("/* Made by dict/mkhanbits. */\n#include \"hanbits.h\"\n#include \"rarity.h\"\n\nconst uint8_t "
	       "hanbits_table[HANBITS_SIZE] = "
	       "{");
	for (unsigned i = 0; i <= LAST - FIRST; i++)
		printf("%s%u,", i % 16 ? "" : "\n\t", level(0, i) | level(1, i) << 4);
	printf("\n};\n\nconst int8_t rarity_table[0x10000] = {");
	for (uint32_t c = 0; c < 0x10000; c++)
		printf("%s%d,", c % 16 ? "" : "\n\t", rarity_of(c));
	printf("\n};\n");
	return fflush(stdout) || ferror(stdout);
}
