/* glue SEED LINES < WORDS - lines glued from the words and from pieces of them, for comparing two programs. The same
   SEED gives the same lines everywhere. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 1 << 18, LINE = 256 };

static char *word[WORDS];
static size_t words;
static uint64_t state;

/* xorshift64* (Vigna 2016): below n. */
static size_t below(size_t n)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (size_t)((state * 0x2545f4914f6cdd1du) >> 33) % n;
}

static bool inside(const char *p) { return ((unsigned char)*p & 0xc0) == 0x80; }

/* Prints w, or as often its beginning or its end, cut between two characters. */
static void piece(const char *w)
{
	size_t len = strlen(w), cut = below(len + 1);

	while (inside(w + cut))
		cut--;
	switch (below(4)) {
	case 0: printf("%.*s", (int)cut, w); break;
	case 1: fputs(w + cut, stdout); break;
	default: fputs(w, stdout);
	}
}

int main(int argc, char **argv)
{
	static const char *const mark[] = { " ", "a", "U", "PN", "·", "-", "，", "的", "一", "\xf0\xa0\x80\x80",
					    "B", "1" };
	static char line[LINE];

	if (argc != 3)
		return 99;
	state = strtoul(argv[1], NULL, 10) * 2 + 1;
	while (words < WORDS && fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = 0;
		if (*line && !(word[words++] = strdup(line)))
			return 99;
	}
	if (!words)
		return 99;
	for (unsigned long n = strtoul(argv[2], NULL, 10); n; n--) {
		for (size_t pieces = 1 + below(12); pieces; pieces--) {
			piece(word[below(words)]);
			if (!below(6))
				fputs(mark[below(sizeof mark / sizeof *mark)], stdout);
		}
		putchar('\n');
	}
	return fflush(stdout) ? 99 : 0;
}
