/* Any bytes through the whole program: nothing crashes, the output is UTF-8 where the input is read, does not depend on how the input was cut,
   and is what the changes say; and what was converted once is settled. The first two bytes choose the options and the size of the pieces. */
#include <stdlib.h>
#include <string.h>
#include "../rebuild.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);

static const char *const targets[] = { NULL, "s", "t", "s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s",
				      "tw", "twp", "hk", "hkp" };
static const char *const encodings[] = { "auto", "auto", "utf-8", "gb18030", "big5", "utf-16le" };
static const char *const lists[] = { "safe", "all", "none", "pinyin" };

static void must_be_utf8(const struct text *t)
{
	struct buf b = BUF_INIT;

	utf8_decode(t->p, t->n, true, &b);
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] >= CP_RAW)
			abort();
	buf_free(&b);
}

static void must_be_same(const struct text *a, const struct text *b)
{
	if (a->n != b->n || (a->n && memcmp(a->p, b->p, a->n)))
		abort();
}

enum { T = sizeof targets / sizeof *targets, E = sizeof encodings / sizeof *encodings, L = sizeof lists / sizeof *lists };
enum { UTF8 = 2, NONE = 2 }; /* of encodings[], lists[] */

/* One program for each set of options, made when it is first asked for: making one costs more than a short input. */
static struct zhnorm *program(unsigned i)
{
	static struct zhnorm *made[T * E * L];

	if (!made[i]) {
		const char *target = targets[i % T];

		made[i] = zhnorm_new();
		if (!zhnorm_encoding(made[i], encodings[i / T % E]) || !zhnorm_steps(made[i], lists[i / T / E])
		    || (target && !zhnorm_target(made[i], target)))
			abort();
	}
	return made[i];
}

/* A text that was converted with one of our own targets is not changed by converting it again. */
static void must_be_settled(const struct text *once, unsigned target)
{
	if (!targets[target] || strchr(targets[target], '2'))
		return;
	struct text twice = rebuild_run(program(target + T * (UTF8 + E * NONE)), once->p, once->n, 0);

	must_be_same(once, &twice);
	free(twice.p);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	if (n < 3)
		return 0;
	unsigned options = (data[0] | (data[1] & 0xfu) << 8) % (T * E * L);
	struct zhnorm *z = program(options);
	size_t step = 1 + (data[1] >> 4);

	data += 2;
	n -= 2;
	struct text whole = rebuild_run(z, data, n, 0), cut = rebuild_run(z, data, n, step), told = rebuild_from_changes(z, data, n, step);

	bool refused = zhnorm_report(z).refused;

	if (!refused)
		must_be_utf8(&whole);
	must_be_same(&whole, &cut);
	must_be_same(&whole, &told);
	if (options / T / E == NONE && !refused)
		must_be_settled(&whole, options % T);
	free(whole.p);
	free(cut.p);
	free(told.p);
	return 0;
}
