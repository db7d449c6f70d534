/* mkhanbits - compiles hanbits.txt into the array of src/hanbits.h, on standard output.
 *
 *   mkhanbits HANBITS.TXT
 */
#include "source.h"
#include <stdint.h>
#include <stdio.h>

enum { FIRST = 0x4e00, LAST = 0x9fff, CHEAPEST = 5, NONE = 20 };

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

static unsigned level(unsigned script, unsigned i) { return (bits[script][i] ? bits[script][i] : NONE) - CHEAPEST; }

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
	printf("/* Made by dict/mkhanbits. */\n#include \"hanbits.h\"\n\nconst uint8_t hanbits_table[HANBITS_SIZE] = "
	       "{");
	for (unsigned i = 0; i <= LAST - FIRST; i++)
		printf("%s%u,", i % 16 ? "" : "\n\t", level(0, i) | level(1, i) << 4);
	printf("\n};\n");
	return fflush(stdout) || ferror(stdout);
}
