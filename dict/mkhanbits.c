/* mkhanbits - compiles hanbits.txt into the array of src/hanbits.h, on standard output.
 *
 *   mkhanbits HANBITS.TXT
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = 0x4e00, LAST = 0x9fff, CHEAPEST = 5, NONE = 20 };

static uint8_t bits[2][LAST + 1 - FIRST]; /* 0: not seen yet */

static void fail(const char *path, unsigned line, const char *what)
{
	fprintf(stderr, "%s:%u: %s\n", path, line, what);
	exit(1);
}

/* A row: script, bits, characters, all of which are three bytes of UTF-8. NULL, or what is wrong with it. */
static const char *read_row(const char *s)
{
	char script;
	unsigned cost;
	int at = 0;

	if (sscanf(s, "%c %u %n", &script, &cost, &at) != 2 || !at)
		return "a row is a script, bits and characters";
	if ((script != 's' && script != 't') || cost < CHEAPEST || cost >= NONE)
		return "an unknown script, or bits that do not fit";
	for (const unsigned char *p = (const unsigned char *)s + at; *p != '\n'; p += 3) {
		if ((p[0] & 0xf0) != 0xe0 || (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80)
			return "not a Han character";
		unsigned c = (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);

		if (c < FIRST || c > LAST)
			return "not a Han character";
		if (bits[script == 't'][c - FIRST])
			return "a character in two rows";
		bits[script == 't'][c - FIRST] = (uint8_t)cost;
	}
	return NULL;
}

static unsigned level(unsigned script, unsigned i) { return (bits[script][i] ? bits[script][i] : NONE) - CHEAPEST; }

int main(int argc, char **argv)
{
	char s[4096];
	unsigned line = 1;
	FILE *f = argc == 2 ? fopen(argv[1], "r") : NULL;

	if (!f) {
		fprintf(stderr, "usage: mkhanbits HANBITS.TXT\n");
		return 1;
	}
	for (; fgets(s, sizeof s, f); line++) {
		const char *wrong = strchr(s, '\n') ? *s == '#' ? NULL : read_row(s) : "a line too long, or cut short";

		if (wrong)
			fail(argv[1], line, wrong);
	}
	fclose(f);
	if (line < 3)
		fail(argv[1], line, "no rows");
	printf("/* Made by dict/mkhanbits. */\n#include \"hanbits.h\"\n\nconst uint8_t hanbits_table[HANBITS_SIZE] = "
	       "{");
	for (unsigned i = 0; i <= LAST - FIRST; i++)
		printf("%s%u,", i % 16 ? "" : "\n\t", level(0, i) | level(1, i) << 4);
	printf("\n};\n");
	return fflush(stdout) || ferror(stdout);
}
