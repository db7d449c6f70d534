/* mkforeign - compiles foreign.txt into the arrays of src/foreign_table.h, on standard output.
 *
 *   mkforeign FOREIGN.TXT
 */
#include "source.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SINGLE_CHEAPEST = 2, DOUBLE_CHEAPEST = 4, CHANGES = 5, HALF = 128, FIRST = 0x21, SIDE = 94, NONE = 255 };

/* What a digit stands for, or NONE. */
static unsigned bits(char digit, unsigned cheapest)
{
	const char *digits = "0123456789abcdef", *at = strchr(digits, digit);

	if (digit == '.')
		return NONE;
	if (!at || !digit)
		source_fail("not a digit of bits");
	return cheapest + (unsigned)(at - digits);
}

static struct set {
	const char *name;
	unsigned change[CHANGES]; /* in tenths of a bit */
	unsigned char cell[SIDE][SIDE];
	int rows;
} set[] = { { .name = "jis" }, { .name = "ksc" } };
enum { SETS = sizeof set / sizeof *set };

/* The five changes of class at *s; *s moves behind them. */
static void read_changes(const char **s, unsigned change[CHANGES])
{
	for (int i = 0; i < CHANGES; i++) {
		char *rest;
		double value = strtod(*s, &rest);

		if (rest == *s || value < 0 || value > 25)
			source_fail("five changes of class, in bits");
		change[i] = (unsigned)(value * 10 + .5);
		*s = rest + (*rest == ' ');
	}
}

static void put_changes(const unsigned change[CHANGES])
{
	printf("{");
	for (int i = 0; i < CHANGES; i++)
		printf(" %u,", change[i]);
	printf(" }");
}

static struct set *find_set(const char *name)
{
	for (int i = 0; i < SETS; i++)
		if (!strcmp(set[i].name, name))
			return &set[i];
	source_fail("no such set");
}

/* "single" NAME, changes, bytes: printed at once. */
static void single(const char *name, const char *s)
{
	unsigned change[CHANGES];

	read_changes(&s, change);
	if (strlen(s) != HALF)
		source_fail("a digit for each of 128 bytes");
	printf("\t{ \"%s\", ", name);
	put_changes(change);
	printf(", {");
	for (int i = 0; i < HALF; i++)
		printf("%s%u,", i % 32 ? "" : "\n\t", bits(s[i], SINGLE_CHEAPEST));
	printf("} },\n");
}

/* NAME, row, columns. */
static void row(struct set *to, const char *s)
{
	char *rest;
	unsigned long number = strtoul(s, &rest, 16);

	if (number < FIRST || number >= FIRST + SIDE || *rest != ' ' || strlen(rest + 1) != SIDE)
		source_fail("a row, and a digit for each of its 94 columns");
	if (!to->rows++)
		memset(to->cell, NONE, sizeof to->cell);
	for (int i = 0; i < SIDE; i++)
		to->cell[number - FIRST][i] = (unsigned char)bits(rest[1 + i], DOUBLE_CHEAPEST);
}

static void read_line(const char *s)
{
	char word[16], name[32];
	int at = 0, behind = 0;

	if (sscanf(s, "%15s %n%31s %n", word, &at, name, &behind) != 2)
		source_fail("a word and a name");
	if (!strcmp(word, "single")) {
		single(name, s + behind);
	} else if (!strcmp(word, "double")) {
		s += behind;
		read_changes(&s, find_set(name)->change);
	} else {
		row(find_set(word), s + at);
	}
}

static void put_set(const struct set *from)
{
	if (!from->rows)
		source_fail("a set without rows");
	printf("\nconst struct foreign_double foreign_%s = { ", from->name);
	put_changes(from->change);
	printf(", {");
	for (int r = 0; r < SIDE; r++) {
		printf("\n{");
		for (int i = 0; i < SIDE; i++)
			printf("%u,", from->cell[r][i]);
		printf("},");
	}
	printf("\n} };\n");
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: mkforeign FOREIGN.TXT\n");
		return 1;
	}
	source_open(argv[1]);
	printf("/* Made by dict/mkforeign. */\n#include \"foreign_table.h\"\n\n");
	printf("const struct foreign_single foreign_single[] = {\n");
	for (const char *s; (s = source_line()) != NULL;)
		read_line(s);
	printf("};\nconst size_t foreign_singles = sizeof foreign_single / sizeof *foreign_single;\n");
	for (int i = 0; i < SETS; i++)
		put_set(&set[i]);
	return fflush(stdout) || ferror(stdout);
}
