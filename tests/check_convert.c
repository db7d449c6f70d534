#include <string.h>
#include "convert.h"
#include "random_han.h"
#include "stages.h"
#include "suite.h"
#include "utf8.h"

static const struct {
	const char *name, *in, *out;
} row[] = {
	/* a phrase against single characters, and where no phrase is */
	{ "s2t", "发现头发", "發現頭髮" },
	{ "s2t", "头\n发", "頭\n發" },
	{ "s2t", "头\xff发", "頭\xff發" }, /* what does not decode ends a phrase and stays */
	{ "s2t", "皇后后来", "皇后後來" }, /* a phrase that stays as it is keeps another from matching */
	{ "t2s", "乾隆乾杯", "乾隆干杯" },
	{ "s2tw", "这里面", "這裡面" },
	{ "s2hk", "这里面", "這裏面" },
	{ "tw2s", "這裡面", "这里面" },
	{ "hk2s", "這裏面", "这里面" },
	/* keys with ASCII, and values of another length */
	{ "s2twp", "U盘和PN结", "隨身碟和PN接面" },
	{ "tw2sp", "隨身碟和PN接面", "U盘和PN结" },
	{ "s2twp", "U盘", "隨身碟" },
	/* the second level's words out of the first level's characters */
	{ "s2twp", "鼠标里面的文件", "滑鼠裡面的檔案" },
	{ "tw2sp", "滑鼠裡面的檔案", "鼠标里面的文件" },
	/* outside the basic plane */
	{ "s2t", "一\xf0\xab\xb5\xb7", "一㠣" },
	{ "s2t", "", "" },
	{ "t2jp", "國學", "国学" },
	{ "jp2t", "国学", "國學" },
};

START_TEST(rows)
{
	struct settings set = { .to = conversion_find(row[_i].name), .steps = STEP_CONVERT };

	ck_assert_ptr_nonnull(set.to);
	struct buf in = stages_text(row[_i].in);
	for (size_t step = 0; step < 5; step++) {
		struct buf out = stages_run(&stage_convert, &set, &in, step, NULL);
		char utf8[200];
		size_t n = 0;

		for (size_t i = 0; i < out.n; i++)
			n += utf8_encode(out.p[i], (unsigned char *)utf8 + n);
		utf8[n] = 0;
		ck_assert_str_eq(utf8, row[_i].out);
		buf_free(&out);
	}
	buf_free(&in);
}
END_TEST

static const struct {
	const char *name, *in;
	unsigned long long changes;
} told[] = {
	{ "s2t", "中文", 0 },   { "s2t", "中国", 1 },   { "s2t", "汉语国", 3 }, /* mapped: one each */
	{ "s2t", "头发", 1 }, /* not what mapping gives: the phrase is one change */
	{ "s2t", "皇后", 0 }, /* a phrase that stays */
	{ "s2twp", "鼠标", 1 }, { "tw2sp", "滑鼠", 1 },
};

START_TEST(changes_told)
{
	struct settings set = { .to = conversion_find(told[_i].name), .steps = STEP_CONVERT };
	unsigned long long count[RULE_COUNT] = { 0 };
	struct buf in = stages_text(told[_i].in), out = stages_run(&stage_convert, &set, &in, 0, count);

	ck_assert_uint_eq(count[RULE_CONVERT], told[_i].changes);
	buf_free(&in);
	buf_free(&out);
}
END_TEST

/* Wherever in the blocks that are mapped at once, of 256 code points, a text ends. */
START_TEST(ends_anywhere)
{
	struct settings set = { .to = conversion_find(row[_i].name), .steps = STEP_CONVERT };
	struct buf in = stages_text(row[_i].in), want = stages_text(row[_i].out), before = BUF_INIT;

	for (unsigned marks = 0; marks < 300; marks++) {
		struct buf text = BUF_INIT;

		buf_add(&text, before.p, before.n);
		buf_add(&text, in.p, in.n);
		struct buf got = stages_run(&stage_convert, &set, &text, 0, NULL);

		if (got.n != marks + want.n || memcmp(got.p + marks, want.p, want.n * sizeof *want.p))
			ck_abort_msg("%s: not %s behind %u marks", row[_i].in, row[_i].out, marks);
		buf_free(&text);
		buf_free(&got);
		buf_put(&before, 0x3002);
	}
	buf_free(&in);
	buf_free(&want);
	buf_free(&before);
}
END_TEST

START_TEST(cut_anywhere)
{
	static const char *const name[] = { "s2t", "s2twp", "tw2s", "tw2sp", "hk2s", "jp2t" };
	struct settings set = { .to = conversion_find(name[_i]), .steps = STEP_CONVERT };

	for (unsigned i = 0; i < 2000; i++) {
		struct buf in = random_han(), want = stages_run(&stage_convert, &set, &in, 0, NULL);

		for (size_t step = 1; step < 4; step++) {
			struct buf got = stages_run(&stage_convert, &set, &in, step, NULL);

			if (got.n != want.n || memcmp(got.p, want.p, got.n * sizeof *got.p))
				ck_abort_msg("%s, text %u, pieces of %zu", name[_i], i, step);
			buf_free(&got);
		}
		buf_free(&in);
		buf_free(&want);
	}
}
END_TEST

START_TEST(names)
{
	static const char *const name[] = { "s", "t", "tw", "twp", "hk", "hkp", "s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s" };

	for (size_t i = 0; i < ROWS(name); i++)
		ck_assert_ptr_nonnull(conversion_find(name[i]));
	ck_assert_ptr_null(conversion_find("x2y"));
	ck_assert_ptr_null(conversion_find(""));
	ck_assert_ptr_null(conversion_find("s-keep")); /* ours, not the user's */
	ck_assert_uint_gt(strlen(conversion_data()), 16);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, rows, 0, ROWS(row));
	tcase_add_loop_test(t, changes_told, 0, ROWS(told));
	tcase_add_loop_test(t, ends_anywhere, 0, ROWS(row));
	tcase_add_loop_test(t, cut_anywhere, 0, 6);
	tcase_add_test(t, names);
}

int main(void) { return suite_run("convert", add); }
