/* again [-k] [SEED [DOCUMENTS]] - documents glued from damage of all kinds, read twice: what comes out of the program must
 * come out of it again as it is (the first of the things that must always hold).
 *
 * One in four documents is prose that was cut as pages and lines are (tests/cut.h), the others are fragments in any
 * order. The first that fails is made as short as it can be and still fails, and printed with what became of it. -k:
 * goes on, prints all that fail, and says how many did. The same SEED gives the same documents everywhere.
 *
 * By default a seed is taken that no document fails of, so that it tells what becomes worse. Of other seeds some do,
 * mostly where text read by a wrong encoding stands beside controls.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "again_text.h"
#include "cut.h"
#include "mem.h"
#include "rebuild.h"
#include "utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
	SEED = 2,         /* by default */
	DOCUMENTS = 1500, /* by default */
	KINDS = 10,        /* fragments that a document is mostly made of: what is rare meets what is rare, too */
	PIECES = 24,      /* at most, of a document of fragments */
	PARAGRAPHS = 24,  /* of one that is cut */
	SENTENCES = 6,    /* of its paragraphs */
	MOST = 4096       /* pieces, at most */
};

static const struct {
	const char *steps, *target;
} settings[] = { { "safe", NULL }, { "all", NULL }, { "all", "s" }, { "safe", "t" } };

static struct zhnorm *program[COUNT(settings)];
static uint64_t state;

/* xorshift64* (Vigna 2016): below n. */
static unsigned below(size_t n)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (unsigned)(((state * 0x2545f4914f6cdd1du) >> 33) % n);
}

/* A document in pieces, which are left out one by one when it is made short. */
struct document {
	struct {
		char *p;
		size_t n;
	} piece[MOST];
	size_t n;
};

static void add(struct document *d, const char *p, size_t n)
{
	if (d->n == MOST)
		return;
	d->piece[d->n].p = mem_zalloc(n + 1);
	memcpy(d->piece[d->n].p, p, n);
	d->piece[d->n++].n = n;
}

static void add_string(struct document *d, const char *s) { add(d, s, strlen(s)); }

static void clear(struct document *d)
{
	while (d->n)
		free(d->piece[--d->n].p);
}

static struct text glue(const struct document *d)
{
	struct text t = { 0 };

	for (size_t i = 0; i < d->n; i++)
		t.n += d->piece[i].n;
	t.p = mem_zalloc(t.n + 1);
	t.n = 0;
	for (size_t i = 0; i < d->n; i++) {
		memcpy(t.p + t.n, d->piece[i].p, d->piece[i].n);
		t.n += d->piece[i].n;
	}
	return t;
}

/* Does what becomes of the document become something else? */
static bool fails(size_t with, const struct document *d, struct text *once, struct text *twice)
{
	struct text in = glue(d);

	*once = rebuild_run(program[with], in.p, in.n, 0);
	*twice = rebuild_run(program[with], once->p, once->n, 0);
	free(in.p);
	return once->n != twice->n || (once->n && memcmp(once->p, twice->p, once->n) != 0);
}

static bool still_fails(size_t with, const struct document *d)
{
	struct text once, twice;
	bool yes = fails(with, d, &once, &twice);

	free(once.p);
	free(twice.p);
	return yes;
}

/* Leaves out pieces, many at a time and then fewer, as long as it fails without them. */
static void shorten(size_t with, struct document *d)
{
	static struct document less;

	for (size_t many = d->n; many; many = many > 1 ? (many + 1) / 2 : 0)
		for (size_t at = 0; at < d->n;) {
			size_t out = many < d->n - at ? many : d->n - at;

			less = *d;
			memmove(less.piece + at, less.piece + at + out, (d->n - at - out) * sizeof *less.piece);
			less.n -= out;
			if (still_fails(with, &less)) {
				for (size_t i = at; i < at + out; i++)
					free(d->piece[i].p);
				*d = less;
			} else {
				at += out;
			}
		}
}

/* What is not seen is spelt out. */
static void show(const char *what, const struct text *t)
{
	struct buf b = BUF_INIT;

	printf("%s\"", what);
	utf8_decode(t->p, t->n, true, &b);
	for (size_t i = 0; i < b.n; i++) {
		cp c = b.p[i];
		unsigned char u[4];

		if (c == '\n')
			fputs("\\n", stdout);
		else if (c < ' ' || (c >= 0x7f && c <= 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f)
			 || (c >= 0x2028 && c <= 0x202f) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c >= CP_RAW)
			printf("<U+%04X>", (unsigned)c);
		else
			fwrite(u, 1, utf8_encode(c, u), stdout);
	}
	puts("\"");
	buf_free(&b);
}

static void tell(size_t with, struct document *d, unsigned long number)
{
	struct text in, once, twice;

	shorten(with, d);
	in = glue(d);
	fails(with, d, &once, &twice);
	printf("document %lu, -s %s%s%s:\n", number, settings[with].steps, settings[with].target ? " -t " : "",
	       settings[with].target ? settings[with].target : "");
	show("    ", &in);
	show(" -> ", &once);
	show(" -> ", &twice);
	free(in.p);
	free(once.p);
	free(twice.p);
}

static void put(struct buf *b, const char *s) { utf8_decode((const unsigned char *)s, strlen(s), true, b); }

/* A sentence, or a piece of one. */
static void some_prose(struct buf *b)
{
	const char *s = again_prose[below(again_prose_n)];

	put(b, s);
}

/* Prose as a program would spell it, or as it was read by a wrong encoding. */
static void add_spelt(struct document *d, size_t how)
{
	struct buf b = BUF_INIT;
	struct text t = { 0 };
	char s[16];

	some_prose(&b);
	b.n = b.n < 24 ? b.n : 24;
	t.p = mem_zalloc(b.n * 64 + 1);
	for (size_t i = 0; i < b.n; i++) {
		unsigned char u[4];
		size_t n = utf8_encode(b.p[i], u);

		if (how == 0 || how == 1)
			t.n += (size_t)sprintf((char *)t.p + t.n, how ? "\\u%04x" : "&#%u;", (unsigned)b.p[i]);
		else
			for (size_t k = 0; k < n; k++) {
				if (how == 2)
					sprintf(s, "%%%02X", u[k]);
				else if (how == 3 && u[k] >= 0xa0)
					sprintf(s, "&#%u;", u[k]);
				else
					s[utf8_encode(u[k], (unsigned char *)s)] = '\0';
				t.n += (size_t)sprintf((char *)t.p + t.n, "%s", s);
			}
	}
	add(d, (char *)t.p, t.n);
	free(t.p);
	buf_free(&b);
}

static void glued(struct document *d)
{
	size_t kind[KINDS], n = 1 + below(PIECES), wrong = below(again_mojibake_n), row = 0;

	while (row < AGAIN_MOJIBAKE && again_mojibake[wrong][row])
		row++;

	for (size_t i = 0; i < KINDS; i++)
		kind[i] = below(again_fragments_n);
	if (below(4))
		add_string(d, again_prose[below(again_prose_n)]);
	for (; n; n--) {
		size_t by = below(16);

		if (by == 0)
			add_string(d, again_prose[below(again_prose_n)]);
		else if (by == 1)
			add_spelt(d, below(wrong == 1 ? 5 : 3));
		else if (by == 2)
			add_string(d, again_mojibake[wrong][below(row)]);
		else
			add_string(d, again_fragments[by < 12 ? kind[below(KINDS)] : below(again_fragments_n)]);
	}
}

/* Marks in half width, digits in full width, one in so many. */
static void damage_width(struct buf *b, size_t marks, size_t digits)
{
	static const uint_least32_t wide[] = U"，；：！？（）";

	for (size_t i = 0; i < b->n; i++) {
		cp c = b->p[i];

		for (size_t k = 0; marks && k + 1 < COUNT(wide); k++)
			if (c == wide[k] && !below(marks))
				b->p[i] = c - 0xfee0;
		if (digits && c >= '0' && c <= '9' && !below(digits))
			b->p[i] = c + 0xfee0;
	}
}

static void cut_up(struct document *d)
{
	static const unsigned columns[] = { 36, 40, 52, 60, 70, 76, 78 };
	struct cut_how how = {
		.kind = below(3),
		.mark = below(4),
		.rule = below(3),
		.columns = columns[below(COUNT(columns))],
		.lines = 4 + below(30),
		.between = below(4),
		.once = below(2),
		.repeat = !below(3),
		.hyphen = !below(3),
	};
	struct buf text = BUF_INIT, line = BUF_INIT;
	size_t marks = below(4), digits = below(3);
	bool early = below(2);

	for (size_t n = 2 + below(PARAGRAPHS); n; n--) {
		if (!below(5))
			put(&text, again_headings[below(again_headings_n)]);
		else
			for (size_t k = 1 + below(SENTENCES); k; k--)
				some_prose(&text);
		buf_put(&text, '\n');
	}
	if (early)
		damage_width(&text, marks, digits);
	struct cut c = cut_do(&how, &text, below(1u << 31));
	if (!below(4)) { /* and once more */
		struct cut again;

		how.columns = columns[below(COUNT(columns))];
		again = cut_do(&how, &c.text, below(1u << 31));
		cut_free(&c);
		c = again;
	}
	if (!early)
		damage_width(&c.text, marks, digits);
	for (size_t i = 0; i < c.text.n; i++) {
		unsigned char u[4];
		size_t n = utf8_encode(c.text.p[i], u);

		for (size_t k = 0; k < n; k++)
			buf_put(&line, u[k]);
		if (c.text.p[i] == '\n' || i + 1 == c.text.n) {
			char *s = mem_zalloc(line.n + 1);

			for (size_t k = 0; k < line.n; k++)
				s[k] = (char)line.p[k];
			add(d, s, line.n);
			free(s);
			line.n = 0;
			if (!below(60))
				add_string(d, again_fragments[below(again_fragments_n)]);
		}
	}
	cut_free(&c);
	buf_free(&text);
	buf_free(&line);
}

int main(int argc, char **argv)
{
	static struct document d;
	bool all = argc > 1 && !strcmp(argv[1], "-k");
	unsigned long seed = argc > 1 + all ? strtoul(argv[1 + all], NULL, 10) : SEED;
	unsigned long n = argc > 2 + all ? strtoul(argv[2 + all], NULL, 10) : DOCUMENTS, bad[COUNT(settings)] = { 0 }, sum = 0;

	for (size_t i = 0; i < COUNT(settings); i++) {
		program[i] = zhnorm_new();
		if (!zhnorm_steps(program[i], settings[i].steps)
		    || (settings[i].target && !zhnorm_target(program[i], settings[i].target)))
			return 99;
	}
	for (unsigned long k = 0; k < n && (all || !sum); k++) {
		state = (seed * 1000003 + k) * 2 + 1;
		for (int warm = 0; warm < 8; warm++)
			below(2);
		if (k % 4)
			glued(&d);
		else
			cut_up(&d);
		for (size_t i = 0; i < COUNT(settings); i++)
			if (still_fails(i, &d)) {
				bad[i]++;
				sum++;
				tell(i, &d, k);
				break; /* it is short now */
			}
		clear(&d);
	}
	for (size_t i = 0; i < COUNT(settings); i++)
		zhnorm_free(program[i]);
	if (all)
		printf("%lu of %lu: %lu safe, %lu all, %lu all -t s, %lu safe -t t\n", sum, n, bad[0], bad[1], bad[2], bad[3]);
	return sum ? EXIT_FAILURE : fflush(stdout) ? 99 : EXIT_SUCCESS;
}
