/* Our own targets: everything simplified or traditional, at its best. */
#include <stdio.h>
#include <string.h>
#include "convert.h"
#include "random_han.h"
#include "stages.h"
#include "suite.h"
#include "survey.h"
#include "target.h"

static const char *const target[] = { "s", "t", "tw", "twp", "hk", "hkp" };

static const struct {
	const char *name, *in, *out;
} row[] = {
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
	/* t: as it is, where it is traditional */
	{ "t", "中國人民", "中國人民" },
	{ "t", "群山的峰頂與床", "群山的峰頂與床" }, /* in Taiwan's spelling */
	{ "t", "這位皇后干政，範先生", "這位皇后干政，範先生" },
	{ "t", "他説「后來」這個詞寫錯了，應該寫「後來」。這裡有許多隻鳥",
	  "他説「后來」這個詞寫錯了，應該寫「後來」。這裡有許多隻鳥" },
	{ "t", "這個問題關系到國家的發展與穩定", "這個問題關系到國家的發展與穩定" }, /* IN_TRADITIONAL: not less */
	/* t: from simplified */
	{ "t", "中国人民", "中國人民" },
	{ "t", "群山的峰顶与头", "羣山的峯頂與頭" },
	{ "t", "头发发现后面", "頭髮發現後面" },
	{ "t", "甯先生说这时东风应当举杯为学业进步欢庆汉语国语", "甯先生說這時東風應當舉杯爲學業進步歡慶漢語國語" },
	{ "t", "皇后干政，范先生的后裔", "皇后干政，范先生的後裔" }, /* may be both: it is asked for */
	/* by what stands around, where no phrase is */
	{ "t", "会计报告之编制", "會計報告之編製" },
	/* our own words */
	{ "t", "揉面做面包，面前有一碗面", "揉麪做麪包，面前有一碗麪" },
	{ "t", "把船系在树干上", "把船繫在樹幹上" },
	/* t: what both scripts have in its simplified form, in traditional text */
	{ "t", "于是我們在后面發現了头发", "於是我們在後面發現了頭髮" },
	{ "t", "我們于是在家里等，后來他于三點到這里，并說：以后系統里沒有",
	  "我們於是在家裏等，後來他於三點到這裏，並說：以後系統裏沒有" },
	{ "t", "漢語這裡為什麼後來發現，漢語這裡為什麼後來發現\n他们在里面，于后面",
	  "漢語這裡為什麼後來發現，漢語這裡為什麼後來發現\n他們在裏面，於後面" },
	/* the standards */
	{ "tw", "这里为什么说着著名的话", "這裡為什麼說著著名的話" },
	{ "hk", "这里为什么说着著名的话", "這裏為什麼説着著名的話" },
	{ "tw", "這裏為什麼説着著名的話", "這裡為什麼說著著名的話" }, /* from Hong Kong's */
	{ "hk", "這裡為什麼說床上的話", "這裏為什麼説牀上的話" },     /* from Taiwan's */
	{ "twp", "用鼠标打开软件里的文件", "用滑鼠開啟軟體裡的檔案" },
	{ "hkp", "坐出租车去吃巧克力", "坐的士去吃朱古力" },
	{ "twp", "軟體、滑鼠與U盘", "軟體、滑鼠與隨身碟" },
};

START_TEST(rows)
{
	struct settings set = { .to = conversion_find(row[_i].name), .steps = STEP_CONVERT };

	ck_assert_ptr_nonnull(set.to);
	ck_assert(target_ours(set.to));
	char *got = stages_string(&stage_convert, &set, row[_i].in);
	ck_assert_str_eq(got, row[_i].out);
	free(got);
}
END_TEST

/* Three texts as code points, for a message. */
static const char *differing(const struct buf *in, const struct buf *once, const struct buf *twice)
{
	static char text[600];
	const struct buf *b[] = { in, once, twice };
	size_t n = 0;

	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < b[i]->n; k++)
			n += (size_t)snprintf(text + n, sizeof text - n, "%s%04X",
					      k   ? " "
					      : i ? " > "
						  : "",
					      b[i]->p[k]);
	return text;
}

/* Each text is a document by itself. */
START_TEST(twice_is_once)
{
	struct settings set = { .to = conversion_find(target[_i]), .steps = STEP_CONVERT };

	for (unsigned i = 0; i < 50000; i++) {
		struct buf in = random_han();
		struct buf once = stages_run(&stage_convert, &set, &in, 0, NULL);
		struct buf twice = stages_run(&stage_convert, &set, &once, 0, NULL);

		if (once.n != twice.n || memcmp(once.p, twice.p, once.n * sizeof *once.p))
			ck_abort_msg("%s: text %u is not stable: %s", target[_i], i, differing(&in, &once, &twice));
		buf_free(&in);
		buf_free(&once);
		buf_free(&twice);
	}
}
END_TEST

/* The survey takes nothing for evidence of a script that conversion to the other one would have written. */
START_TEST(what_is_written_is_no_evidence)
{
	struct settings set = { .to = conversion_find(target[_i]), .steps = STEP_CONVERT };

	for (unsigned i = 0; i < 20000; i++) {
		struct buf in = random_han(), out = stages_run(&stage_convert, &set, &in, 0, NULL);
		struct survey s = { 0 };

		survey_add(&s, out.p, out.n);
		if (_i ? s.simplified : s.traditional)
			ck_abort_msg("%s: text %u", target[_i], i);
		buf_free(&in);
		buf_free(&out);
	}
}
END_TEST

START_TEST(cut_anywhere)
{
	struct settings set = { .to = conversion_find(target[_i]), .steps = STEP_CONVERT };

	for (unsigned i = 0; i < 2000; i++) {
		struct buf in = random_han(), want = stages_run(&stage_convert, &set, &in, 0, NULL);

		for (size_t step = 1; step < 4; step++) {
			struct buf got = stages_run(&stage_convert, &set, &in, step, NULL);

			if (got.n != want.n || memcmp(got.p, want.p, got.n * sizeof *got.p))
				ck_abort_msg("%s, text %u, pieces of %zu", target[_i], i, step);
			buf_free(&got);
		}
		buf_free(&in);
		buf_free(&want);
	}
}
END_TEST

/* Few fonts have what is outside of it. */
START_TEST(stays_in_the_basic_plane)
{
	struct settings set = { .to = conversion_find(target[_i]), .steps = STEP_CONVERT };
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

/* A run ends behind a line, in a long line behind a sentence, else anywhere. */
START_TEST(runs)
{
	cp in[2 * TARGET_RUN];

	for (size_t i = 0; i < 2 * TARGET_RUN; i++)
		in[i] = 0x4e00;
	ck_assert_uint_eq(target_run(in, TARGET_RUN - 1, false), 0);
	ck_assert_uint_eq(target_run(in, TARGET_RUN - 1, true), TARGET_RUN - 1);
	ck_assert_uint_eq(target_run(in, 2 * TARGET_RUN, false), TARGET_RUN);
	in[50] = 0xff0c;
	ck_assert_uint_eq(target_run(in, 2 * TARGET_RUN, false), 51);
	in[100] = 0x3002;
	ck_assert_uint_eq(target_run(in, 2 * TARGET_RUN, false), 101);
	in[200] = '\n';
	ck_assert_uint_eq(target_run(in, 2 * TARGET_RUN, false), 201);
	ck_assert_uint_eq(target_run(in, 150, false), 0);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, rows, 0, ROWS(row));
	tcase_add_loop_test(t, twice_is_once, 0, ROWS(target));
	tcase_add_loop_test(t, what_is_written_is_no_evidence, 0, ROWS(target));
	tcase_add_loop_test(t, cut_anywhere, 0, ROWS(target));
	tcase_add_loop_test(t, stays_in_the_basic_plane, 0, ROWS(target));
	tcase_add_test(t, runs);
}

int main(void) { return suite_run("target", add); }
