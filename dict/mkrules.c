/* mkrules - compiles rules.txt into the array of src/rules_table.h, on standard output.
 *
 *   mkrules RULES.TXT
 *
 * It runs on the machine that builds, and uses nothing but the C library and the rules of src/rule.h.
 */
#include "rule.h"
#include "source.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const id[] = {
#define ROW(name, id, certainty, what) id,
	RULES(ROW)
#undef ROW
};

static char *copy(const char *s)
{
	char *p = malloc(strlen(s) + 1);

	if (!p)
		source_fail("out of memory");
	return strcpy(p, s);
}

/* Refuses what cannot stand in a JSON string (RFC 8259). */
static void check(const char *s)
{
	for (; *s; s++) {
		if (*s == '"' || (unsigned char)*s < 0x20)
			source_fail("\" is written \\\", and a control character \\uXXXX");
		if (*s != '\\')
			continue;
		s++;
		if (*s == 'u' && strspn(s + 1, "0123456789abcdefABCDEF") >= 4)
			s += 4;
		else if (!*s || !strchr("\"\\/bfnrtx", *s))
			source_fail("not an escape of JSON");
	}
}

/* The rule at the head of a row; the row's two cells go to cell. */
static enum rule read_row(char *s, const char *cell[2])
{
	char *first = strchr(s, '\t'), *second = first ? strchr(first + 1, '\t') : NULL;

	if (!second)
		source_fail("a row is a rule, a damaged text and a repaired one");
	*first = *second = '\0';
	cell[0] = first + 1;
	cell[1] = second + 1;
	for (unsigned r = 0; r < RULE_COUNT; r++)
		if (!strcmp(s, id[r]))
			return (enum rule)r;
	source_fail("no such rule: %s", s);
}

/* Adds a line to the document around an example. */
static char *read_around(char *document, const char *line)
{
	size_t had = document ? strlen(document) : 0;
	char *p = realloc(document, had + strlen(line) + sizeof "\\n");

	if (!p)
		source_fail("out of memory");
	strcpy(p + had, line);
	strcat(p, "\\n");
	return p;
}

static void put(const char *s, const char *end)
{
	if (!s) {
		printf("NULL%s", end);
		return;
	}
	putchar('"');
	for (; *s; s++) {
		if (*s == '\\')
			putchar('\\');
		putchar(*s);
	}
	printf("\"%s", end);
}

int main(int argc, char **argv)
{
	static struct {
		char *damaged, *repaired, *around;
	} row[RULE_COUNT];
	enum rule r = RULE_COUNT;
	const char *cell[2];

	if (argc != 2)
		return fputs("usage: mkrules RULES.TXT\n", stderr), 2;
	source_open(argv[1]);
	for (char *s; (s = source_line());) {
		if (*s == '\t') {
			if (r == RULE_COUNT)
				source_fail("a document without an example");
			check(s + 1);
			row[r].around = read_around(row[r].around, s + 1);
			continue;
		}
		r = read_row(s, cell);
		if (row[r].damaged)
			source_fail("a second example of the rule");
		check(cell[0]);
		check(cell[1]);
		row[r].damaged = copy(cell[0]);
		row[r].repaired = copy(cell[1]);
	}
	puts("/* Made by mkrules. */\n#include \"rules_table.h\"\n#include <stddef.h>\n\n"
	     "const struct rules_example rules_example[RULE_COUNT] = {");
	for (r = 0; r < RULE_COUNT; r++) {
		fputs("\t{ ", stdout);
		put(row[r].damaged, ", ");
		put(row[r].repaired, ", ");
		put(row[r].around, " },\n");
	}
	puts("};");
	return fflush(stdout) || ferror(stdout);
}
