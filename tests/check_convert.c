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
	/* s: variants */
	{ "s", "擡頭的衞兵瞇眼踫壁", "抬头的卫兵眯眼碰壁" },             /* in Unihan */
	{ "s", "揹着行李逕行鎔化", "背着行李径行熔化" },                 /* in our own list */
	{ "s", "曹叡、劉櫂豪、趙昰與凃氏", "曹叡、刘櫂豪、赵昰与凃氏" }, /* names */
	{ "s", "宏碁電腦，鯰魚遭阨", "宏碁电脑，鲶鱼遭阨" },
	{ "s", "佢嘅書；之子不盈一匊", "佢嘅书；之子不盈一匊" }, /* Cantonese; the classics */
	{ "s", "関與処，黒與戸", "関与処，黒与戸" },             /* Japanese */
	{ "s", "書裏甯先生種薹", "书里甯先生种薹" },             /* standard, whatever OpenCC says */
	{ "s", "祇是這牴角之說已瞭", "只是这抵角之说已了" },     /* standard, but not in this sense */
	{ "s", "囘来吧", "回来吧" },                             /* in simplified text too */
	/* s: 著 stays in words, */
	{ "s", "卓著的專著與原著、著佐權", "卓著的专著与原著、著佐权" },
	{ "s", "執著於雜著，比較著重新著力", "执着于杂着，比较着重新着力" },
	{ "s", "這個人著有《論語》，著有聲望", "这个人著有《论语》，著有声望" },
	/* not where one begins by chance, */
	{ "s", "訂著名單，做著作業", "订着名单，做着作业" },
	{ "s", "最著名單位的著作文獻", "最著名单位的著作文献" },
	{ "s", "背著書包忙著錄音，在著作業", "背着书包忙着录音，在着作业" },
	/* or ends, */
	{ "s", "多所著墨，合著眼，在國土著陸", "多所着墨，合着眼，在国土着陆" },
	{ "s", "討論著，討論著作", "讨论着，讨论著作" },
	/* nor behind a verb, but before its object. */
	{ "s", "隨著書裏的沿著者，意味著有", "随着书里的沿着者，意味着有" },
	{ "s", "看著名的電影，依著作權法", "看著名的电影，依著作权法" },
	{ "s", "唸著書，唱著《詩》", "念着书，唱着《诗》" },
	{ "s", "随著書裏", "随着书里" }, /* the word is simplified, the text is not */
	/* s: other characters that are one in some words, another one in the rest */
	{ "s", "藉著書，藉由狼藉，素藉", "借着书，借由狼藉，素藉" },
	{ "s", "瞭哨與瞭解", "瞭哨与了解" },
	{ "s", "今天祇有祇樹與天神地祇", "今天只有祇树与天神地祇" },
	{ "s", "彷徨無依，彷若相彷", "彷徨无依，仿若相仿" },
	{ "s", "覆核、敬覆、覆上、顛覆發展", "复核、敬复、覆上、颠覆发展" },
	{ "s", "調查覆蓋，多重覆蓋", "调查覆盖，多重覆盖" },
	{ "s", "李承乾飲乾紅", "李承乾饮干红" },
	{ "s", "魏徵說北魏徵兵", "魏徵说北魏征兵" },
	{ "s", "沈先生沈默無言，心往下沈", "沈先生沉默无言，心往下沉" },
	{ "s", "洪昇說提昇了", "洪昇说提升了" },
	{ "s", "甯可丁甯說甯采臣", "宁可丁宁说甯采臣" },
	{ "s", "朱鎔基在逕頭鎔鐵", "朱镕基在迳头熔铁" },
	{ "s", "拚命打拚，今宵拚卻醉", "拼命打拼，今宵拚却醉" },
	{ "s", "甚鉅，鉅萬", "甚巨，巨万" },
	{ "s", "鍾馗食萬鍾", "钟馗食万钟" },
	{ "s", "關於倫敦，對於單位，對於戲劇", "关于伦敦，对于单位，对于戏剧" },
	{ "s", "企畫、規畫、刻劃，立刻劃分", "企划、规划、刻画，立刻划分" },
	{ "s", "復讎，校讎", "复仇，校雠" },
	{ "s", "家俱的座標，一座標誌", "家具的坐标，一座标志" },
	{ "s", "老么說，什么兒子", "老幺说，什么儿子" },
	{ "s", "氾勝之獲益甚夥", "氾胜之获益甚夥" },
	{ "s", "白晳的傜族疏濬崐崙，翻觔斗", "白皙的瑶族疏浚昆仑，翻筋斗" },
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
				    0x4e86, 0x7740, 0x56fd, 0x570b, 0x540d, 0x4f5c, 0x5934, 0x982d, 0x958b, 0x6f22,
				    0x8986, 0x6c88, 0x7947, 0x752f, 0x756b, 0x5283, 0x8ad6, 0x96a8, 0x66f8, 0x6709 };
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

/* Few fonts have what is outside of it. */
START_TEST(stays_in_the_basic_plane)
{
	struct settings set = { .to = conversion_find(_i ? "t" : "s"), .steps = STEP_CONVERT };
	struct buf in = BUF_INIT;

	for (cp c = 0x3400; c < 0xa000; c++) {
		buf_put(&in, c);
		buf_put(&in, '\n');
	}
	struct buf out = stages_run(&stage_convert, &set, &in, 0, NULL);
	for (size_t i = 0; i < out.n; i++)
		if (out.p[i] >= 0x10000)
			ck_abort_msg("U+%04X", (unsigned)out.p[i]);
	buf_free(&in);
	buf_free(&out);
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
	{ "", 0, 0 },
	{ "abc中文", 0, 0 },
	{ "汉字國語", 1, 2 },
	{ "后里干著乾群峰", 0, 0 }, /* both scripts have them */
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
	tcase_add_loop_test(t, stays_in_the_basic_plane, 0, 2);
	tcase_add_loop_test(t, cut_anywhere, 0, 8);
	tcase_add_loop_test(t, surveyed, 0, ROWS(survey));
	tcase_add_test(t, quoted_or_mixed);
	tcase_add_test(t, names);
}

int main(void) { return suite_run("convert", add); }
