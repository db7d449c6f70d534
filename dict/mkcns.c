/* mkcns - compiles cns.txt into the arrays of src/cns_table.h, on standard output.
 *
 *   mkcns CNS.TXT
 */
#include "source.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { PLANES = 16, FIRST = 0x21, SIDE = 94, CODES = SIDE * SIDE, QUARTERS = (CODES + 3) / 4 };

static uint16_t low[PLANES][CODES]; /* a character without its plane of Unicode */
static uint8_t high[PLANES][QUARTERS];
static unsigned rows[PLANES];

/* A row: plane, row, characters. */
static void read_row(const char *s)
{
	unsigned plane, row, column = 0;
	int at = 0;

	if (sscanf(s, "%u %x %n", &plane, &row, &at) != 2 || !at)
		source_fail("a row is a plane, a row and characters");
	if (plane >= PLANES || row < FIRST || row >= FIRST + SIDE)
		source_fail("no such plane or row");
	for (s += at; *s; column++) {
		uint32_t c = source_char(&s);
		unsigned i = (row - FIRST) * SIDE + column;

		if (column == SIDE)
			source_fail("characters after column 7E");
		if (c >> 16 > 3)
			source_fail("a character above plane 3 of Unicode");
		if (c == '.')
			continue;
		low[plane][i] = (uint16_t)c;
		high[plane][i / 4] |= (uint8_t)((c >> 16) << i % 4 * 2);
	}
	if (column != SIDE)
		source_fail("the row ends before column 7E");
	rows[plane]++;
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: mkcns CNS.TXT\n");
		return 1;
	}
	source_open(argv[1]);
	for (const char *s; (s = source_line()) != NULL;)
		read_row(s);
	if (!rows[1] || !rows[2])
		source_fail("no planes 1 and 2");
	printf("/* Made by dict/mkcns. */\n#include \"cns_table.h\"\n\nconst struct cns_plane cns_plane[CNS_PLANES] = "
	       "{");
	for (unsigned plane = 0; plane < PLANES; plane++) {
		if (!rows[plane])
			continue;
		printf("\n[%u] = { {", plane);
		for (unsigned i = 0; i < CODES; i++)
			printf("%s%u,", i % 16 ? "" : "\n\t", low[plane][i]);
		printf("}, {");
		for (unsigned i = 0; i < QUARTERS; i++)
			printf("%s%u,", i % 32 ? "" : "\n\t", high[plane][i]);
		printf("} },");
	}
	printf("\n};\n");
	return fflush(stdout) || ferror(stdout);
}
