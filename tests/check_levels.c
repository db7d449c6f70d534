/* The engine with dictionaries of its own (tests/levels), in which the levels meet in every way. */
#include <string.h>
#include "convert.h"
#include "stages.h"
#include "suite.h"
#include "utf8.h"

static const struct {
	const char *conversion, *in, *out;
} row[] = {
	{ "tile", "ab", "Cd" },      /* cd on the first level; c becomes C, and d stays */
	{ "tile", "abab", "Ced" },   /* cdcd: dc lies across the border */
	{ "tile", "ababab", "Ceed" },
	{ "tile", "abcab", "CeCd" }, /* cd c cd: each level on its own */
	{ "tile", "d", "d" },
	{ "tile", "xyd", "f" },      /* ddd out of xy and d */
	{ "tile", "xyw", "ddw" },
	{ "tile", "xyz", "xyz" },    /* the segment yz begins inside of xy, and holds neither level's keys */
	{ "tile", "xyyz", "ddyz" },
	{ "tile", "ddyz", "ddyz" },
	{ "tile", "m", "ed" },       /* one code point becomes three, of which two are a key */
	{ "tile", "mm", "eded" },    /* dcd dcd: the second ddc is no key */
	{ "tile", "k", "kk" },       /* one code point becomes two on the second level */
	{ "tile", "dabab", "eed" },  /* a group: the first dictionary with a match wins, be it the shorter one */
	{ "tile", "QQ", "QQ" },
	{ "tile", "aQQQb", "aQQQb" },
	{ "tile", "abQQab", "CdQQCd" },
	{ "tile", "ab\xff" "ab", "Cd\xff" "Cd" },
	{ "tile", "QQab", "QQCd" },
	{ "spelt", "ab", "e" },
	{ "spelt", "dbacdc", "eee" },
	{ "spelt", "b", "C" },
	{ "spelt", "k", "kk" },
	{ "spelt", "aadaaay", "ffy" },
	{ "spelt", "aay", "i" },
	{ "spelt", "ay", "g" },
	{ "spelt", "ayz", "dyz" },    /* a segment begins inside of ay */
	{ "spelt", "aayz", "hyz" },   /* and of aay: aa is left */
	{ "spelt", "aaQQQa", "hQQQd" },
};

START_TEST(levels)
{
	struct settings set = { .to = conversion_find(row[_i].conversion), .steps = STEP_CONVERT };

	ck_assert_ptr_nonnull(set.to);
	struct buf in = stages_text(row[_i].in), want = stages_text(row[_i].out);
	for (size_t step = 0; step < 4; step++) {
		struct buf got = stages_run(&stage_convert, &set, &in, step, NULL);

		if (got.n != want.n || memcmp(got.p, want.p, want.n * sizeof(cp)))
			ck_abort_msg("%s: not %s in pieces of %zu", row[_i].in, row[_i].out, step);
		buf_free(&got);
	}
	buf_free(&in);
	buf_free(&want);
}
END_TEST

/* However long they do not end together: the hold is kept (stages_run looks), and the result is exact. */
START_TEST(never_together)
{
	enum { TIMES = 3000 };
	struct settings set = { .to = conversion_find("tile"), .steps = STEP_CONVERT };
	struct buf in = BUF_INIT;

	for (unsigned i = 0; i < TIMES; i++) {
		buf_put(&in, 'a');
		buf_put(&in, 'b');
	}
	for (size_t step = 0; step < 5; step++) {
		struct buf got = stages_run(&stage_convert, &set, &in, step, NULL);

		ck_assert_uint_eq(got.n, TIMES + 1);
		ck_assert_uint_eq(got.p[0], 'C');
		ck_assert_uint_eq(got.p[TIMES], 'd');
		for (unsigned i = 1; i < TIMES; i++)
			if (got.p[i] != 'e')
				ck_abort_msg("at %u in pieces of %zu", i, step);
		buf_free(&got);
	}
	buf_free(&in);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, levels, 0, ROWS(row));
	tcase_add_test(t, never_together);
}

int main(void) { return suite_run("levels", add); }
