/* lm_cloze FILE... - how well the language model fits texts (UTF-8): bits for each character,
 * and how often it names a deleted character between known neighbours, of all in code page 936 that share its lead
 * byte, and of all that share its trail byte. Not run by `make check`: `make tests/lm_cloze`. */
#include "cp936.h"
#include "han.h"
#include "lm.h"
#include "lm_table.h"
#include "utf8.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct score {
	size_t asked, right;
};

static bool cheapest(cp before, cp c, cp after, bool lead_known)
{
	int code = cp936_encode(c);
	unsigned cost = lm_cost(before, c) + lm_cost(c, after);

	for (unsigned other = lead_known ? 0x40 : 0x81; other < 0xff; other++) {
		cp d = lead_known ? cp936_decode((unsigned)code >> 8, other) : cp936_decode(other, code & 0xff);

		/* two forms of one character are no mistake */
		if (d && lm_number(d) != lm_number(c) && lm_cost(before, d) + lm_cost(d, after) <= cost)
			return false;
	}
	return true;
}

static void print(const char *what, const struct score *s)
{
	printf("  %s %5.2f %%", what, s->asked ? 100.0 * (double)s->right / (double)s->asked : 0.0);
}

static void measure(const char *name, const struct buf *b)
{
	struct score score[2][2] = { 0 }; /* by what is known, and by kind */
	unsigned long long pairs = 0;

	for (size_t i = 1; i + 1 < b->n; i++) {
		pairs += lm_cost(b->p[i - 1], b->p[i]);
		if (cp936_encode(b->p[i]) < 0x8140)
			continue;
		for (unsigned known = 0; known < 2; known++) {
			struct score *s = &score[known][han_is(b->p[i])];

			s->asked++;
			s->right += cheapest(b->p[i - 1], b->p[i], b->p[i + 1], known);
		}
	}
	printf("%s: %zu characters, %.3f bits each;", name, b->n - 2, (double)pairs / LM_BIT / (double)(b->n - 2));
	print("lead byte known: Han", &score[1][1]);
	print("others", &score[1][0]);
	print("; trail byte known: Han", &score[0][1]);
	print("others", &score[0][0]);
	putchar('\n');
}

/* Lines without blank ones and without indentation, an edge at both ends. */
static void read_text(FILE *f, struct buf *b)
{
	static unsigned char bytes[1 << 26];
	size_t n = 1;

	b->n = 0;
	buf_put(b, LM_EDGE);
	utf8_decode(bytes, fread(bytes, 1, sizeof bytes, f), true, b);
	for (size_t i = 1; i < b->n; i++) {
		bool blank = b->p[i] == ' ' || b->p[i] == '\t' || b->p[i] == 0x3000 || b->p[i] == LM_EDGE;

		if (!(blank && b->p[n - 1] == LM_EDGE) && b->p[i] != '\r')
			b->p[n++] = b->p[i];
	}
	b->n = n;
	buf_put(b, LM_EDGE);
}

int main(int argc, char **argv)
{
	struct buf b = BUF_INIT;

	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");

		if (!f) {
			perror(argv[i]);
			return 2;
		}
		read_text(f, &b);
		fclose(f);
		if (b.n > 2)
			measure(argv[i], &b);
	}
	buf_free(&b);
	return 0;
}
