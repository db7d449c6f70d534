/* mkcompat - compiles compat.txt into the arrays of src/compat_table.h, on standard output.
 *
 *   mkcompat COMPAT.TXT
 *
 * It runs on the machine that builds, and uses nothing but the C library and that header.
 */
#include "compat_table.h"
#include "source.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NONE = 0x3013, ROW = 16 }; /* 〓 */

static uint32_t first[COMPAT_BLOCKS], last[COMPAT_BLOCKS];

/* The characters of a row, which goes on where the one before it ended, or begins a block. */
static void read_row(uint32_t c, const char *text, unsigned *blocks)
{
	unsigned n = 0;

	if (!*blocks || c != last[*blocks - 1] + 1) {
		if (*blocks == COMPAT_BLOCKS || (*blocks && c <= last[*blocks - 1]))
			source_fail("more than %d blocks, or out of order", COMPAT_BLOCKS);
		printf("%sstatic const uint32_t block%u[] = {\n", *blocks ? "};\n" : "", *blocks);
		first[*blocks] = c;
		++*blocks;
	}
	for (; *text; n++) {
		uint32_t to = source_char(&text);

		if (n == ROW)
			source_fail("more than %d characters", ROW);
		printf("%s%#lx,", n ? " " : "\t", (unsigned long)(to == NONE ? 0 : to));
	}
	if (!n)
		source_fail("no characters");
	puts("");
	last[*blocks - 1] = c + n - 1;
}

int main(int argc, char **argv)
{
	unsigned blocks = 0;
	char *line;

	if (argc != 2)
		return fputs("usage: mkcompat COMPAT.TXT\n", stderr), 2;
	source_open(argv[1]);
	puts("/* Made by mkcompat. */\n#include \"compat_table.h\"");
	while ((line = source_line())) {
		char *rest;
		unsigned long c = strtoul(line, &rest, 16);

		if (*rest != '\t' || c > 0x10ffff)
			source_fail("not a code point and a tab");
		read_row((uint32_t)c, rest + 1, &blocks);
	}
	if (blocks != COMPAT_BLOCKS)
		source_fail("not %d blocks", COMPAT_BLOCKS);
	printf("};\nconst struct compat_block compat_blocks[COMPAT_BLOCKS] = {\n");
	for (unsigned i = 0; i < blocks; i++)
		printf("\t{ %#lx, %#lx, block%u },\n", (unsigned long)first[i], (unsigned long)last[i], i);
	puts("};");
	return fflush(stdout) || ferror(stdout);
}
