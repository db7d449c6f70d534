/* stage_cost [-a] [-b BYTES] FILE... - what each stage costs on these texts, in nanoseconds of CPU for a byte of UTF-8.
 *
 * The texts are cut into documents of BYTES (1,000,000) and read once; each stage gets them in blocks, as in the program,
 * seven times: the median counts. What only asks in begin() is in it. -a: also what is only probable. "idle": the share of
 * documents in which the stage had nothing to do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "chain.h"
#include "mem.h"
#include "utf8.h"

enum { RUNS = 7, BLOCK = 32768 / 3, LOOK = WINDOW_BYTES / 3 }; /* code points: a Han has three bytes */

static double cpu(void) { return (double)clock() / CLOCKS_PER_SEC; }

static struct buf *document;
static size_t documents, bytes;

static void read_file(const char *name, size_t most)
{
	unsigned char *piece = mem_resize(NULL, most, 1);
	FILE *f = fopen(name, "rb");
	size_t n;

	if (!f) {
		perror(name);
		exit(2);
	}
	while ((n = fread(piece, 1, most, f)) > 0) {
		document = mem_resize(document, documents + 1, sizeof *document);
		buf_init(&document[documents]);
		utf8_decode(piece, n, true, &document[documents++]);
		bytes += n;
	}
	fclose(f);
	free(piece);
}

/* One pass of a stage over a document. Returns whether it had something to do. */
static bool pass(const struct stage *stage, const struct settings *set, void *state, const struct buf *text)
{
	struct buf in = BUF_INIT, out = BUF_INIT;
	struct note notes = { 0 };
	size_t at = 0, look = text->n < LOOK ? text->n : LOOK;
	bool on;

	memset(state, 0, stage->state);
	on = !stage->begin || stage->begin(state, set, text->p, look, look == text->n);
	while (on && at < text->n) {
		size_t n = at ? BLOCK : look;

		n = n < text->n - at ? n : text->n - at;
		buf_add(&in, text->p + at, n);
		at += n;
		out.n = 0;
		buf_drop(&in, stage->run(state, in.p, in.n, at == text->n, &out, &notes));
	}
	buf_free(&in);
	buf_free(&out);
	return on;
}

static int ascending(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double measure(const struct stage *stage, const struct settings *set, size_t *idle)
{
	void *state = mem_zalloc(stage->state);
	double run[RUNS];

	for (int r = 0; r < RUNS; r++) {
		double start = cpu();

		*idle = 0;
		for (size_t d = 0; d < documents; d++)
			*idle += !pass(stage, set, state, &document[d]);
		run[r] = cpu() - start;
	}
	free(state);
	qsort(run, RUNS, sizeof *run, ascending);
	return run[RUNS / 2] * 1e9 / (double)bytes;
}

int main(int argc, char **argv)
{
	struct settings set = { .steps = ~0u & ~(unsigned)STEP_CONVERT };
	size_t most = 1000000, idle;
	double sum = 0;

	for (int c; (c = getopt(argc, argv, "ab:")) != -1;)
		if (c == 'a')
			set.probable = true;
		else if (c != 'b' || !(most = strtoul(optarg, NULL, 10)))
			return 2;
	for (; optind < argc; optind++)
		read_file(argv[optind], most);
	if (!bytes)
		return 2;
	printf("%-14s ns/byte  idle of %zu\n", "stage", documents);
	for (size_t s = 0; chain_stages[s]; s++) {
		if (!(chain_stages[s]->step & set.steps))
			continue;
		double cost = measure(chain_stages[s], &set, &idle);

		printf("%-14s %7.2f  %zu\n", chain_stages[s]->name, cost, idle);
		sum += cost;
	}
	printf("%-14s %7.2f\n", "all of them", sum);
	return 0;
}
