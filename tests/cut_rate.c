/* cut_rate - how well lines and pages are joined, over documents made from text files.
 *
 *   cut_rate [-s] [-v] [-c CLASS] FILE...
 *
 * The files are clean Chinese in UTF-8, one paragraph a line (tests/corpus/make.sh makes some). Each document is some
 * 3,000 characters of one file, or 12,000 where only the ends of pages are cut: 18 pages of 26 lines. It is cut in one way after another, joined by the stage, and compared. -s: as by
 * default, else as where all is asked for. -v shows each place that is not as it should be. -c: only the classes whose
 * names begin so.
 *
 * J: cuts; found: of them joined; false: other breaks joined; X: cuts at the end of a sentence by a page, of which no
 * more is asked than that they do no harm; exact: documents that became what they were; right: characters, by edit
 * distance; again: documents that change when read again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "cut.h"
#include "han.h"
#include "line.h"
#include "mem.h"
#include "stages.h"
#include "utf8.h"

enum { DOCUMENT = 3000, PAGES = 12000, MOST = 300, LONG = 18 };

static const struct class {
	const char *name;
	struct cut_how how;
} classes[] = {
	{ "clean", { .kind = CUT_PAGES, .columns = 52, .lines = 1u << 30 } },
	{ "clean-once", { .kind = CUT_PAGES, .columns = 52, .lines = 1u << 30, .once = true } },
	{ "page-26", { .kind = CUT_PAGES, .columns = 52, .lines = 26 } },
	{ "page-26-hang", { .kind = CUT_PAGES, .columns = 52, .lines = 26, .rule = CUT_HANG } },
	{ "page-26-once", { .kind = CUT_PAGES, .columns = 52, .lines = 26, .once = true } },
	{ "page-26-repeat", { .kind = CUT_PAGES, .columns = 52, .lines = 26, .repeat = true } },
	{ "page-26-number", { .kind = CUT_PAGES, .columns = 52, .lines = 26, .between = CUT_NUMBER } },
	{ "page-26-head", { .kind = CUT_PAGES, .columns = 52, .lines = 26, .between = CUT_HEAD } },
	{ "page-26-both", { .kind = CUT_PAGES, .columns = 52, .lines = 26, .between = CUT_HEAD_NUMBER } },
	{ "page-26-both-once", { .kind = CUT_PAGES, .columns = 52, .lines = 26, .between = CUT_HEAD_NUMBER, .once = true } },
	{ "page-35", { .kind = CUT_PAGES, .columns = 70, .lines = 30 } },
	{ "first-78", { .kind = CUT_FIRST, .columns = 78, .once = true } },
	{ "lines-78-blank", { .columns = 78 } },
	{ "lines-76-hyphen", { .columns = 76, .hyphen = true } },
	{ "lines-72-ideographic", { .columns = 72, .mark = CUT_IDEOGRAPHIC, .rule = CUT_ANYHOW } },
	{ "lines-68-ideographic", { .columns = 68, .mark = CUT_IDEOGRAPHIC, .rule = CUT_HANG } },
	{ "lines-62-spaces-4", { .columns = 62, .mark = CUT_SPACES_4 } },
	{ "lines-58-spaces-3", { .columns = 58, .mark = CUT_SPACES_3, .rule = CUT_ANYHOW } },
	{ "lines-54-blank", { .columns = 54, .rule = CUT_HANG } },
	{ "lines-50-ideographic", { .columns = 50, .mark = CUT_IDEOGRAPHIC } },
	{ "lines-40-spaces-4", { .columns = 40, .mark = CUT_SPACES_4, .rule = CUT_ANYHOW } },
	{ "lines-36-blank", { .columns = 36 } },
};

struct tally {
	size_t documents, cuts, found, wrong, hidden, hidden_joined, exact, characters, errors, again;
};

static bool verbose;
static struct settings set = { .steps = STEP_WRAP, .probable = true };

static void put(const char *what, const cp *s, size_t n)
{
	unsigned char u[4];

	fputs(what, stdout);
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\n')
			fputs("\\n", stdout);
		else
			fwrite(u, 1, utf8_encode(s[i], u), stdout);
	putchar('\n');
}

/* Edit distance, as far as it is below `most`, which is given for all that is farther. */
static size_t distance(const cp *a, size_t an, const cp *b, size_t bn, size_t most)
{
	if (an > bn + most || bn > an + most)
		return most;
	size_t *row = mem_zalloc((bn + 2 * most) * sizeof *row), d;

	for (size_t k = 0; k <= bn; k++)
		row[k] = k;
	for (size_t i = 0; i < an; i++) { /* only what is near the diagonal */
		size_t lo = i > most ? i - most : 0, hi = i + most < bn ? i + most : bn;
		size_t left = lo <= bn ? row[lo] : most, best;

		row[lo] = lo ? most : i + 1;
		for (size_t k = lo; k < hi; k++) {
			best = left + (a[i] != b[k]);
			left = row[k + 1];
			if (k + 1 < i + most) /* else there was nothing above */
				best = left + 1 < best ? left + 1 : best;
			best = row[k] + 1 < best ? row[k] + 1 : best;
			row[k + 1] = best;
		}
	}
	d = row[bn] < most ? row[bn] : most;
	free(row);
	return d;
}

static void show(const char *what, const struct buf *text, size_t at)
{
	size_t from = at < 40 ? 0 : at - 40, to = at + 40 < text->n ? at + 40 : text->n;

	put(what, text->p + from, to - from);
}

/* Was the line feed of the gap deleted? edit: the first that ends behind it. */
static bool deleted(const struct note *notes, size_t *edit, size_t at)
{
	while (*edit < notes->n && notes->edit[*edit].at + notes->edit[*edit].len <= at)
		++*edit;
	return *edit < notes->n && notes->edit[*edit].at <= at;
}

static void count(struct tally *t, const struct cut *c, const struct note *notes)
{
	size_t edit = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct cut_gap *g = &c->gap[i];
		bool joined = deleted(notes, &edit, g->at);

		t->cuts += g->is == 'J';
		t->found += g->is == 'J' && joined;
		t->wrong += g->is == 'K' && joined;
		t->hidden += g->is == 'X';
		t->hidden_joined += g->is == 'X' && joined;
		if (verbose && (g->is == 'J') != joined)
			show(joined ? g->is == 'X' ? "hidden: " : "false:  " : g->is == 'J' ? "missed: " : "", &c->text, g->at);
	}
}

/* The stage over all of the text at once: what becomes of it, and its edits. */
static struct buf joined(const struct buf *text, struct note *notes)
{
	void *state = mem_zalloc(stage_unwrap.state);
	struct buf out = BUF_INIT;

	if (stage_unwrap.begin(state, &set, text->p, text->n, true))
		stage_unwrap.run(state, text->p, text->n, true, &out, notes);
	else
		buf_add(&out, text->p, text->n);
	free(state);
	return out;
}

static void measure(struct tally *t, const struct cut_how *how, const struct buf *text, unsigned seed)
{
	struct cut c = cut_do(how, text, seed);
	struct note notes = { .keep = true }, more = { .keep = true };
	struct buf got = joined(&c.text, &notes), twice = joined(&got, &more);
	bool same = got.n == c.clean.n && !memcmp(got.p, c.clean.p, got.n * sizeof *got.p);

	count(t, &c, &notes);
	t->documents++;
	t->exact += same;
	t->characters += c.clean.n;
	t->errors += same ? 0 : distance(c.clean.p, c.clean.n, got.p, got.n, 400);
	t->again += more.n > 0;
	if (verbose && more.n)
		show("again:  ", &got, more.edit[0].at);
	for (size_t i = 0; verbose && !same && i < got.n && i < c.clean.n; i++)
		if (got.p[i] != c.clean.p[i]) {
			show("clean:  ", &c.clean, i);
			show("got:    ", &got, i);
			break;
		}
	note_free(&notes);
	note_free(&more);
	buf_free(&got);
	buf_free(&twice);
	cut_free(&c);
}

/* Documents of that length, one behind the other, each ended by a NUL. */
static void read_text(const char *name, struct buf *all, size_t length)
{
	FILE *f = fopen(name, "r");
	static char line[1 << 16];
	size_t had = all->n;

	if (!f) {
		perror(name);
		exit(2);
	}
	while (fgets(line, sizeof line, f)) {
		struct buf b = BUF_INIT;
		size_t han = 0, from = 0;

		utf8_decode((unsigned char *)line, strcspn(line, "\n"), true, &b);
		while (b.n && (b.p[b.n - 1] == ' ' || b.p[b.n - 1] == '\t'))
			b.n--;
		while (from < b.n && (b.p[from] == ' ' || b.p[from] == '\t' || b.p[from] == 0x3000))
			from++;
		for (size_t i = from; i < b.n; i++)
			han += han_is(b.p[i]) || han_punct(b.p[i]);
		/* A long line without an end is not clean: what stood behind it was dropped when the text was made. */
		bool whole = b.n - from < LONG || line_end(b.p[b.n - 1]) != LINE_RUNS;

		if (whole && han && han * 2 >= b.n - from) {
			buf_add(all, b.p + from, b.n - from);
			buf_put(all, '\n');
			if (all->n - had >= length) {
				buf_put(all, 0);
				had = all->n;
			}
		}
		buf_free(&b);
	}
	all->n = had;
	fclose(f);
}

static void report(const char *name, const struct tally *t)
{
	double p = t->found + t->wrong ? (double)t->found / (double)(t->found + t->wrong) : 1;
	double r = t->cuts ? (double)t->found / (double)t->cuts : 1;

	printf("%-22s %4zu documents, J %6zu, found %6zu, false %4zu, X %4zu (%zu joined), P %.4f R %.4f F1 %.4f, exact %4zu, "
	       "right %.5f, again %zu\n",
	       name, t->documents, t->cuts, t->found, t->wrong, t->hidden, t->hidden_joined, p, r,
	       p + r > 0 ? 2 * p * r / (p + r) : 0, t->exact, 1 - (double)t->errors / (double)t->characters, t->again);
}

static void measure_class(const struct class *class, const struct buf *all)
{
	struct tally t = { .documents = 0 };
	size_t documents = 0, number = 0;

	for (size_t i = 0; i < all->n; i++)
		documents += !all->p[i];
	size_t step = documents > MOST ? documents / MOST : 1;

	/* Where there are too few documents, they are cut again at other places. */
	for (unsigned round = 0; documents && t.documents < MOST; round++)
		for (size_t from = 0, to; from < all->n; from = to + 1, number++) {
			struct buf text = { .p = all->p + from };

			for (to = from; all->p[to]; to++)
				;
			text.n = to - from;
			if (number % step == 0 && t.documents < MOST)
				measure(&t, &class->how, &text, (unsigned)number * 7919 + round);
		}
	report(class->name, &t);
}

int main(int argc, char **argv)
{
	struct buf pages = BUF_INIT, lines = BUF_INIT;
	const char *only = "";

	for (int i = 1; i < argc; i++)
		if (!strcmp(argv[i], "-v")) {
			verbose = true;
		} else if (!strcmp(argv[i], "-s")) {
			set.probable = false;
		} else if (!strcmp(argv[i], "-c") && i + 1 < argc) {
			only = argv[++i];
		} else {
			read_text(argv[i], &pages, PAGES);
			read_text(argv[i], &lines, DOCUMENT);
		}
	for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
		if (!strncmp(classes[k].name, only, strlen(only)))
			measure_class(&classes[k], classes[k].how.kind == CUT_PAGES ? &pages : &lines);
	buf_free(&pages);
	buf_free(&lines);
	return fflush(stdout) ? 2 : 0;
}
