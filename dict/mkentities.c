/* mkentities - compiles entities.txt into the array of src/entities_table.h, on standard output.
 *
 *   mkentities ENTITIES.TXT
 *
 * It runs on the machine that builds, and uses nothing but the C library and that header.
 */
#include "entities_table.h"
#include "source.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

int main(int argc, char **argv)
{
	char last[ENTITY_NAME + 1] = "", *name;
	size_t n = 0;

	if (argc != 2)
		return fputs("usage: mkentities ENTITIES.TXT\n", stderr), 2;
	source_open(argv[1]);
	puts("/* Made by mkentities. */\n#include \"entities_table.h\"\nconst struct entity entities[] = {");
	for (; (name = source_line()); n++) {
		char *code = strchr(name, '\t'), *how = code ? strchr(code + 1, '\t') : NULL, *rest;

		if (!how)
			source_fail("not a name, a code point, and \"alone\" or \"beside\"");
		*code++ = *how++ = 0;
		unsigned long c = strtoul(code, &rest, 16);
		if (*rest || c < 0x20 || c > 0xffff)
			source_fail("no code point of the Basic Multilingual Plane");
		if (strcmp(how, "alone") && strcmp(how, "beside"))
			source_fail("neither \"alone\" nor \"beside\"");
		if (!*name || strlen(name) > ENTITY_NAME || strspn(name, letters) != strlen(name))
			source_fail("a name is 1 to %d letters and digits", ENTITY_NAME);
		if (strcmp(last, name) >= 0)
			source_fail("the names are in order");
		strcpy(last, name);
		printf("\t{ \"%s\", %#lx, %d },\n", name, c, !strcmp(how, "alone"));
	}
	printf("};\nconst size_t entities_n = %zu;\n", n);
	return fflush(stdout) || ferror(stdout);
}
