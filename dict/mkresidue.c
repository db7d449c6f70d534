/* mkresidue - compiles tags.txt and misconverted.txt into the arrays of src/residue_table.h, on standard output.
 *
 *   mkresidue TAGS.TXT MISCONVERTED.TXT
 *
 * It runs on the machine that builds, and uses nothing but the C library and that header.
 */
#include "residue_table.h"
#include "source.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = 5, WORDS = 8192, GUARDS = 1024, TAGS = 64, BESIDE = 60000, PAIRS_MOST = (3 << RESIDUE_PAIR_BITS) / 4 };

static struct residue_word words[WORDS];
static struct residue_guard guards[2][GUARDS];
static uint16_t beside[BESIDE];
static uint32_t first[65536 / 32], second[65536 / 32], suspect[65536 / 32], filter[(1 << RESIDUE_FILTER_BITS) / 32];
static struct residue_pair pairs[1 << RESIDUE_PAIR_BITS];
static size_t nwords, nguards[2], nbeside, npairs;

/* The characters of s, all of the Basic Multilingual Plane and none in ASCII, to out; at most max. Returns how many. */
static size_t decode(const char *s, uint16_t *out, size_t max)
{
	size_t n = 0;

	for (; *s; n++) {
		uint32_t c = source_char(&s);

		if (c < 0x80 || c > 0xffff)
			source_fail("a character that is not Han of the Basic Multilingual Plane");
		if (n == max)
			source_fail("more than %zu characters", max);
		out[n] = (uint16_t)c;
	}
	return n;
}

/* Reads a line of at most CELLS cells; returns how many, 0 at the end of the file. */
static unsigned row(char *cell[CELLS])
{
	unsigned n = 0;

	for (char *s = source_line(); s; n++) {
		if (n == CELLS)
			source_fail("more than %d cells", CELLS);
		cell[n] = s;
		s = strchr(s, '\t');
		if (s)
			*s++ = 0;
	}
	return n;
}

static void read_tags(const char *name)
{
	static char last[SOURCE_LINE];
	char *cell[CELLS];
	size_t n = 0;

	source_open(name);
	puts("const struct residue_tag residue_tags[] = {");
	for (unsigned cells; (cells = row(cell)); n++) {
		if (cells > 3)
			source_fail("more than 3 cells");
		if (cells != 3 || (strcmp(cell[1], "block") && strcmp(cell[1], "inline")))
			source_fail("not a name, \"block\" or \"inline\", and one more");
		if (strcmp(cell[2], "paired") && strcmp(cell[2], "single"))
			source_fail("neither \"paired\" nor \"single\"");
		if (n == TAGS)
			source_fail("too many tags");
		if (strcmp(last, cell[0]) >= 0
		    || strspn(cell[0], "abcdefghijklmnopqrstuvwxyz0123456789") != strlen(cell[0]))
			source_fail("the names are lower case and in order");
		strcpy(last, cell[0]);
		printf("\t{ \"%s\", %d, %d },\n", cell[0], !strcmp(cell[1], "block"), !strcmp(cell[2], "paired"));
	}
	printf("};\nconst size_t residue_tags_n = %zu;\n", n);
}

static void read_guard(char *cell[CELLS])
{
	size_t side = *cell[0] == '>', n = nguards[side]++;
	struct residue_guard *g = &guards[side][n];

	if (n == GUARDS || decode(cell[1], &g->c, 1) != 1)
		source_fail("too many guards, or one without a character");
	g->at = (uint16_t)nbeside;
	g->n = (uint16_t)decode(cell[2], beside + nbeside, BESIDE - nbeside);
	if (n && g->c <= g[-1].c)
		source_fail("the guards are not in order");
	for (size_t i = 1; i < g->n; i++)
		if (beside[nbeside + i] <= beside[nbeside + i - 1])
			source_fail("the characters of a guard are not in order");
	nbeside += g->n;
}

static void put_pair(uint16_t wrong, uint16_t right, uint16_t beside, bool before, bool weak)
{
	unsigned at = residue_pair_place(wrong, beside, before);

	for (; pairs[at].wrong; at = (at + 1) % (1 << RESIDUE_PAIR_BITS))
		if (pairs[at].wrong == wrong && pairs[at].beside == beside && pairs[at].before == before)
			source_fail("a pair is there twice");
	if (++npairs > PAIRS_MOST)
		source_fail("too many pairs");
	pairs[at] = (struct residue_pair){ wrong, beside, right, before, weak };
	if (wrong != right) {
		uint32_t bit = residue_pair_hash(wrong, beside, before) >> (32 - RESIDUE_FILTER_BITS);
		filter[bit / 32] |= (uint32_t)1 << bit % 32;
	}
}

static void read_pairs(char *cell[CELLS], bool weak)
{
	uint16_t wrong, right, neighbour[BESIDE];

	if (decode(cell[0], &wrong, 1) != 1 || decode(cell[1], &right, 1) != 1)
		source_fail("not two characters");
	suspect[wrong / 32] |= (uint32_t)1 << wrong % 32;
	for (unsigned side = 0; side < 2; side++)
		for (size_t n = decode(cell[2 + side], neighbour, BESIDE); n;)
			put_pair(wrong, right, neighbour[--n], side, weak);
}

static int compare(const void *a, const void *b)
{
	const struct residue_word *v = a, *w = b;

	for (size_t i = 0; i < RESIDUE_WORD; i++)
		if (v->wrong[i] != w->wrong[i])
			return (uint16_t)(v->wrong[i] - 1) < (uint16_t)(w->wrong[i] - 1)
				       ? -1
				       : 1; /* the end is the greatest */
	return 0;
}

static uint16_t last(const uint16_t *word)
{
	size_t n = RESIDUE_WORD;

	while (!word[n - 1])
		n--;
	return word[n - 1];
}

static void read_words(const char *name)
{
	char *cell[CELLS];

	source_open(name);
	for (unsigned cells; (cells = row(cell));) {
		if (cells >= 4) {
			if (cells == 5 && strcmp(cell[4], "?"))
				source_fail("a fifth cell is \"?\"");
			read_pairs(cell, cells == 5);
			continue;
		}
		if (cells != 3)
			source_fail("neither three cells nor four");
		if (*cell[0] == '<' || *cell[0] == '>') {
			read_guard(cell);
			continue;
		}
		struct residue_word *w = &words[nwords++];
		if (nwords == WORDS || !decode(cell[0], w->wrong, RESIDUE_WORD)
		    || !decode(cell[1], w->right, RESIDUE_WORD))
			source_fail("too many words, or an empty one");
		if (!decode(cell[2], w->traditional, RESIDUE_WORD) || w->wrong[0] != w->right[0] || last(w->wrong) != last(w->right))
			source_fail("a word's ends must stay");
		first[w->wrong[0] / 32] |= (uint32_t)1 << w->wrong[0] % 32;
		second[w->wrong[1] / 32] |= (uint32_t)1 << w->wrong[1] % 32;
		first[w->traditional[0] / 32] |= (uint32_t)1 << w->traditional[0] % 32;
	}
	qsort(words, nwords, sizeof *words, compare);
	for (size_t i = 1; i < nwords; i++)
		if (!compare(words + i - 1, words + i))
			source_fail("a word is there twice");
}

static void put(const uint16_t *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		printf("%s%u", i ? i % 20 ? "," : ",\n\t" : "", p[i]);
}

static void put_words(void)
{
	puts("const struct residue_word residue_words[] = {");
	for (size_t i = 0; i < nwords; i++) {
		printf("\t{ { ");
		put(words[i].wrong, RESIDUE_WORD);
		printf(" }, { ");
		put(words[i].right, RESIDUE_WORD);
		printf(" }, { ");
		put(words[i].traditional, RESIDUE_WORD);
		printf(" } },\n");
	}
	printf("};\nconst size_t residue_words_n = %zu;\n", nwords);
}

static void put_pairs(void)
{
	puts("const struct residue_pair residue_pairs[1 << RESIDUE_PAIR_BITS] = {");
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].wrong)
			printf("\t[%zu] = { %u, %u, %u, %d, %d },\n", i, pairs[i].wrong, pairs[i].beside, pairs[i].right,
			       pairs[i].before, pairs[i].weak);
	puts("};");
}

static void put_bits(const char *name, const uint32_t *bits, size_t n)
{
	printf("const uint32_t residue_%s[%zu] = {\n", name, n);
	for (size_t i = 0; i < n; i++)
		printf("%#x,%c", (unsigned)bits[i], i % 8 == 7 ? '\n' : ' ');
	puts("};");
}

static void put_guards(const char *name, size_t side)
{
	printf("const struct residue_guard residue_%s[] = {\n", name);
	for (size_t i = 0; i < nguards[side]; i++)
		printf("\t{ %u, %u, %u },\n", guards[side][i].c, guards[side][i].at, guards[side][i].n);
	printf("};\nconst size_t residue_%s_n = %zu;\n", name, nguards[side]);
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return fputs("usage: mkresidue TAGS.TXT MISCONVERTED.TXT\n", stderr), 2;
	puts("/* Made by mkresidue. */\n#include \"residue_table.h\"");
	read_tags(argv[1]);
	read_words(argv[2]);
	put_words();
	put_guards("before", 0);
	put_guards("behind", 1);
	printf("const uint16_t residue_beside[] = {\n\t");
	put(beside, nbeside);
	puts("\n};");
	put_pairs();
	put_bits("first", first, sizeof first / sizeof *first);
	put_bits("second", second, sizeof second / sizeof *second);
	put_bits("suspect", suspect, sizeof suspect / sizeof *suspect);
	put_bits("filter", filter, sizeof filter / sizeof *filter);
	return fflush(stdout) || ferror(stdout);
}
