/* mksaid - compiles said.txt into the array of src/said_table.h, on standard output.
 *
 *   mksaid SAID.TXT
 *
 * It runs on the machine that builds, and uses nothing but the C library and that header.
 */
#include "said_table.h"
#include "source.h"
#include <stdio.h>

int main(int argc, char **argv)
{
	uint32_t last = 0;
	size_t n = 0;

	if (argc != 2)
		return fputs("usage: mksaid SAID.TXT\n", stderr), 2;
	source_open(argv[1]);
	puts("/* Made by mksaid. */\n#include \"said_table.h\"\nconst uint32_t said_words[] = {");
	for (const char *s; (s = source_line()); n++) {
		uint32_t a = *s ? source_char(&s) : 0, b = *s ? source_char(&s) : 0;

		if (!a || *s || a > 0xffff || b > 0xffff)
			source_fail("not one or two characters of the Basic Multilingual Plane");
		if (said_word(a, b) <= last)
			source_fail("the words are in order");
		last = said_word(a, b);
		printf("\t%#x,\n", (unsigned)last);
	}
	printf("};\nconst size_t said_words_n = %zu;\n", n);
	return fflush(stdout) || ferror(stdout);
}
