#include <string.h>
#include "convert.h"
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

	/* s: the target stays, and the whole document decides */
	{ "s", "中国人民", "中国人民" },
	{ "s", "中國人民", "中国人民" },
	{ "s", "狠抓著力點，這是原著和著作的著名論著", "狠抓着力点，这是原著和著作的著名论著" },
	{ "s", "沿著名為長江的河走", "沿着名为长江的河走" },
	{ "s", "顯著、编著、看著書", "显著、编著、看着书" },
	{ "s", "爲羣衆，這裏那裡", "为群众，这里那里" },
	{ "s", "乾隆年間的乾杯與瞭望", "乾隆年间的干杯与瞭望" },
	{ "s", "乾清宫裏", "乾清宫里" }, /* a word that is simplified already, in text that is not */
	{ "s", "显著的著作，狼藉一片", "显著的著作，狼藉一片" }, /* simplified: 著 and 藉 stay */
	{ "s", "趙孟頫", "赵孟頫" },                             /* not outside the basic plane */
	/* t */
	{ "t", "中國人民", "中國人民" },
	{ "t", "中国人民", "中國人民" },
	{ "t", "皇后干政，范先生的后裔", "皇后干政，范先生的后裔" }, /* no evidence of simplified text */
	{ "t", "群山的峰頂與床", "群山的峰頂與床" },                 /* traditional in Taiwan, whatever OpenCC's standard is */
	{ "t", "群山的峰顶与头", "羣山的峯頂與頭" },
	{ "t", "头发发现后面", "頭髮發現後面" },
	{ "t", "于是我們在后面發現了头发", "於是我們在後面發現了頭髮" }, /* mixed */
	{ "t", "甯先生说这时东风应当举杯为学业进步欢庆汉语国语",
	  "甯先生說這時東風應當舉杯爲學業進步歡慶漢語國語" }, /* all simplified: not folded */
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
	{ "s2twp", "鼠标", 1 }, { "tw2sp", "滑鼠", 1 }, { "t", "龍頭", 0 },
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

static uint64_t random_state = 1;

static uint32_t below(uint32_t n)
{
	random_state = random_state * 6364136223846793005u + 1442695040888963407u; /* Knuth, MMIX */
	return (uint32_t)(random_state >> 33) % n;
}

/* Up to 12 code points, most of them such as some conversion changes. */
static struct buf random_text(void)
{
	static const cp often[] = { 0x8457, 0x4e7e, 0x540e, 0x91cc, 0x53d1, 0x4e8e, 0x9762, 0x5e72, 0x85c9, 0x77ad,
				    0x4e86, 0x7740, 0x56fd, 0x570b, 0x540d, 0x4f5c, 0x5934, 0x982d, 0x958b, 0x6f22 };
	struct buf b = BUF_INIT;

	for (uint32_t n = 1 + below(12); n; n--)
		buf_put(&b, below(3) ? often[below(ROWS(often))] : 0x4e00 + below(0x5200));
	return b;
}

/* Each text is a document by itself, so that every choice of convert_choose() comes up. */
START_TEST(twice_is_once)
{
	struct settings set = { .to = conversion_find(_i ? "t" : "s"), .steps = STEP_CONVERT };

	for (unsigned i = 0; i < 50000; i++) {
		struct buf in = random_text();
		struct buf once = stages_run(&stage_convert, &set, &in, 0, NULL);
		struct buf twice = stages_run(&stage_convert, &set, &once, 0, NULL);

		if (once.n != twice.n || memcmp(once.p, twice.p, once.n * sizeof *once.p))
			ck_abort_msg("text %u is not stable", i);
		buf_free(&in);
		buf_free(&once);
		buf_free(&twice);
	}
}
END_TEST

/* The survey counts nothing that the conversion it is made for would have written. */
START_TEST(what_is_written_is_not_counted)
{
	struct settings set = { .to = conversion_find(_i ? "t" : "s"), .steps = STEP_CONVERT };

	for (unsigned i = 0; i < 20000; i++) {
		struct buf in = random_text(), out = stages_run(&stage_convert, &set, &in, 0, NULL);
		struct script_count count = convert_survey(out.p, out.n);

		if (_i ? count.simplified : count.traditional)
			ck_abort_msg("text %u", i);
		buf_free(&in);
		buf_free(&out);
	}
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
	static const char *const name[] = { "s2t", "s2twp", "tw2s", "tw2sp", "hk2s", "t", "s", "jp2t" };
	struct settings set = { .to = conversion_find(name[_i % 8]), .steps = STEP_CONVERT };

	for (unsigned i = 0; i < 2000; i++) {
		struct buf in = random_text(), want = stages_run(&stage_convert, &set, &in, 0, NULL);

		for (size_t step = 1; step < 4; step++) {
			struct buf got = stages_run(&stage_convert, &set, &in, step, NULL);

			if (got.n != want.n || memcmp(got.p, want.p, got.n * sizeof *got.p))
				ck_abort_msg("%s, text %u, pieces of %zu", name[_i % 8], i, step);
			buf_free(&got);
		}
		buf_free(&in);
		buf_free(&want);
	}
}
END_TEST

static const struct {
	const char *text;
	size_t simplified, traditional;
} survey[] = {
	{ "", 0, 0 }, { "abc中文", 0, 0 }, { "汉字國語", 1, 2 }, { "后里干著乾群峰", 0, 0 }, /* both scripts have them */
};

START_TEST(surveyed)
{
	struct buf in = stages_text(survey[_i].text);
	struct script_count count = convert_survey(in.p, in.n);

	ck_assert_uint_eq(count.simplified, survey[_i].simplified);
	ck_assert_uint_eq(count.traditional, survey[_i].traditional);
	buf_free(&in);
}
END_TEST

/* One code point of the other script in 16 is a quotation; more make the text mixed. */
START_TEST(quoted_or_mixed)
{
	const struct conversion *t = conversion_find("t"), *s2t = conversion_find("s2t");
	const struct conversion *keep = convert_choose(t, (struct script_count){ 0, 0 });

	ck_assert_ptr_ne(keep, t);
	ck_assert_ptr_ne(keep, s2t);
	ck_assert_ptr_eq(convert_choose(t, (struct script_count){ 9, 160 }), keep);
	ck_assert_ptr_eq(convert_choose(t, (struct script_count){ 10, 160 }), t);
	ck_assert_ptr_eq(convert_choose(t, (struct script_count){ 160, 10 }), t);
	ck_assert_ptr_eq(convert_choose(t, (struct script_count){ 160, 9 }), s2t);
	ck_assert_ptr_eq(convert_choose(s2t, (struct script_count){ 0, 160 }), s2t);
}
END_TEST

START_TEST(names)
{
	static const char *const name[] = { "s", "t", "s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s" };

	for (size_t i = 0; i < ROWS(name); i++)
		ck_assert_ptr_nonnull(conversion_find(name[i]));
	ck_assert_ptr_null(conversion_find("x2y"));
	ck_assert_ptr_null(conversion_find(""));
	ck_assert_ptr_null(conversion_find("t-keep")); /* ours, not the user's */
	ck_assert_uint_gt(strlen(conversion_data()), 16);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, rows, 0, ROWS(row));
	tcase_add_loop_test(t, changes_told, 0, ROWS(told));
	tcase_add_loop_test(t, twice_is_once, 0, 2);
	tcase_add_loop_test(t, what_is_written_is_not_counted, 0, 2);
	tcase_add_loop_test(t, ends_anywhere, 0, ROWS(row));
	tcase_add_loop_test(t, cut_anywhere, 0, 8);
	tcase_add_loop_test(t, surveyed, 0, ROWS(survey));
	tcase_add_test(t, quoted_or_mixed);
	tcase_add_test(t, names);
}

int main(void) { return suite_run("convert", add); }
