/* How a line is measured whose half-width marks stage width will make full width. */
#include "line.h"
#include "rows.h"

/* Columns of a line as stage width will write it, and its two ends. */
static const struct {
	const char *line, *wide;
} widened[] = {
	{ "甲,乙;丙:丁?戊!(己)", "甲，乙；丙：丁？戊！（己）" },
	{ "A,甲:B?!乙(1)C", "A，甲：B？！乙（1)C" },
	{ "甲, 乙, C 12:30,a", "甲，乙， C 12:30,a" },
	{ "A, 甲", NULL },
	{ "「乙」,甲!?", "「乙」，甲！？" },
	{ "一二三四五六七八九十一二A,二三A,四", "一二三四五六七八九十一二A，二三A，四" },
	{ "甲乙丙丁戊己庚辛壬癸子B,C,丑寅,", "甲乙丙丁戊己庚辛壬癸子B,C，丑寅，" },
};

START_TEST(as_widened)
{
	struct buf raw = stages_text(widened[_i].line),
		   wide = stages_text(widened[_i].wide ? widened[_i].wide : widened[_i].line);
	struct line want = { .columns = 0 };

	ck_assert(line_widens(raw.p, raw.n) == (widened[_i].wide != NULL));
	line_read(&want, wide.p, wide.n);
	for (size_t at = 0; at <= raw.n; at++) { /* cut anywhere */
		struct line got = { .widened = true };

		line_read(&got, raw.p, at);
		line_read(&got, raw.p + at, raw.n - at);
		ck_assert_uint_eq(got.columns, want.columns);
		ck_assert_uint_eq(got.tail[got.ntail - 1], want.tail[want.ntail - 1]);
		ck_assert(got.nhead == want.nhead && !memcmp(got.head, want.head, got.nhead * sizeof *got.head));
	}
	buf_free(&raw);
	buf_free(&wide);
}
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, as_widened, 0, ROWS(widened)); }

int main(void) { return suite_run("line", add); }
