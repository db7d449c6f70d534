/* mksubjects - compiles subjects.txt into the arrays of src/subject_table.h, on standard output.
 *
 *   mksubjects SUBJECTS.TXT
 *
 * It runs on the machine that builds, and uses nothing but the C library and that header.
 */
#include "source.h"
#include "subject_table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW(name, id) id,
static const char *const subject_id[] = { SUBJECTS(ROW) }, *const how_id[] = { SUBJECT_WORDS(ROW) };
#undef ROW

enum { WORDS = 1024 };

static struct subject_word words[WORDS];
static size_t nwords;
static uint32_t first[SUBJECT_COUNT][65536 / 32];

/* The place of name among ids, or n. */
static unsigned place(const char *name, const char *const *id, unsigned n)
{
	unsigned i = 0;

	while (i < n && strcmp(id[i], name))
		i++;
	return i;
}

static void begins(unsigned subject, uint32_t c) { first[subject][c / 32] |= (uint32_t)1 << c % 32; }

static void read_word(const char *s, unsigned subject, unsigned how)
{
	struct subject_word *w = &words[nwords];

	if (nwords++ == WORDS)
		source_fail("too many words");
	if (how == SUBJECT_NAME && strspn(s, "abcdefghijklmnopqrstuvwxyz") != strlen(s))
		source_fail("a name is of lower-case letters");
	while (*s) {
		uint32_t c = source_char(&s);

		if (w->n == SUBJECT_WORD || c > 0xffff)
			source_fail("more than %d characters, or one beyond the Basic Multilingual Plane",
				    SUBJECT_WORD);
		w->text[w->n++] = (uint16_t)c;
	}
	if (!w->n || (how != SUBJECT_NAME && w->text[0] < 0x80))
		source_fail("an empty word, or one of ASCII");
	w->subject = (uint8_t)subject;
	w->how = (uint8_t)how;
	if (how > SUBJECT_NOT)
		return;
	begins(subject, w->text[0]);
	if (how == SUBJECT_NAME)
		begins(subject, w->text[0] - 'a' + 'A');
}

/* By subject, by kind where it is told beside a thing, by first character, the longest first. */
static int compare(const void *a, const void *b)
{
	const struct subject_word *v = a, *w = b;
	int how[2] = { v->how > SUBJECT_NOT ? v->how : 0, w->how > SUBJECT_NOT ? w->how : 0 };

	return v->subject != w->subject   ? v->subject - w->subject
	       : how[0] != how[1]         ? how[0] - how[1]
	       : v->text[0] != w->text[0] ? v->text[0] - w->text[0]
	       : v->n != w->n             ? w->n - v->n
					  : memcmp(v->text, w->text, sizeof v->text);
}

static void put_words(void)
{
	qsort(words, nwords, sizeof *words, compare);
	puts("const struct subject_word subject_words[] = {");
	for (size_t i = 0; i < nwords; i++) {
		if (i && !compare(words + i - 1, words + i))
			source_fail("a word is there twice");
		printf("\t{ %u, %u, %u, { ", words[i].subject, words[i].how, words[i].n);
		for (unsigned k = 0; k < words[i].n; k++)
			printf("%u, ", words[i].text[k]);
		puts("} },");
	}
	printf("};\nconst size_t subject_words_n = %zu;\n", nwords);
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return fputs("usage: mksubjects SUBJECTS.TXT\n", stderr), 2;
	source_open(argv[1]);
	for (char *s; (s = source_line());) {
		char *how = strchr(s, '\t'), *word = how ? strchr(how + 1, '\t') : NULL;

		if (!word)
			source_fail("not a subject, how, and a word");
		*how++ = *word++ = 0;
		unsigned a = place(s, subject_id, SUBJECT_COUNT), b = place(how, how_id, SUBJECT_HOW_COUNT);
		if (a == SUBJECT_COUNT)
			source_fail("no such subject: %s", s);
		if (b == SUBJECT_HOW_COUNT)
			source_fail("no such kind of word: %s", how);
		read_word(word, a, b);
	}
	puts("/* Made by mksubjects. */\n#include \"subject_table.h\"");
	put_words();
	puts("const uint32_t subject_first[][65536 / 32] = {");
	for (unsigned k = 0; k < SUBJECT_COUNT; k++) {
		puts("{");
		for (size_t i = 0; i < 65536 / 32; i++)
			printf("%#x,%c", (unsigned)first[k][i], i % 8 == 7 ? '\n' : ' ');
		puts("},");
	}
	puts("};");
	return fflush(stdout) || ferror(stdout);
}
