/* Full-width letters and digits, radicals, compatibility ideographs. */
#include "rows.h"

/* Between two sentences of Chinese, so that the page is Chinese. */
#define PAGE(s) "这是一页中文，说的是日常的事情。\n" s "\n它在这里结束。\n"
#define CHANGED(a, b)                                                                                                  \
	{                                                                                                              \
		PAGE(a), PAGE(b)                                                                                       \
	}
#define SAME(a)                                                                                                        \
	{                                                                                                              \
		PAGE(a), NULL                                                                                          \
	}

static const struct text_row row[] = {
	/* letters and digits, and the marks that go with them */
	CHANGED("定价１．９元，ＡＢＣ公司，Ａ股，第３版", "定价1.9元，ABC公司，A股，第3版"),
	CHANGED("ａｚＡＺ０９", "azAZ09"),
	CHANGED("增长９３％，（９６１－１０２３），ｗｗｗ．ａ．ｃｏｍ／ｂ＿ｃ，Ａ＋Ｂ，ａ＠ｂ",
		"增长93%，（961-1023），www.a.com/b_c，A+B，a@b"),
	SAME("93％，．，甲．乙，甲－乙，3－4，／甲"),
	CHANGED("３％Ｅ４，甲％，Ａ％", "3％E4，甲％，A％"),
	/* never the marks of Chinese */
	CHANGED("１，０００；１２：３０！（２）？“３”～４＆Ａ", "1，000；12：30！（2）？“3”～4＆A"),
	/* a table drawn with lines has its columns by width */
	CHANGED("│１　│Ａ│\n１", "│１　│Ａ│\n1"),
	CHANGED("─１─ ┃Ｂ┃\n║Ｃ", "─1─ ┃Ｂ┃\n║Ｃ"),
	/* nothing that would be decoded, or deleted as a tag */
	SAME("&ｎｂｓｐ; &#１６０; &abcdefgh１ \\ｕ４ｆ６０ %Ｅ４ <ｐ> </ｐ>"),
	CHANGED("&abcdefghijk１\n&abcdefghijkl１", "&abcdefghijk１\n&abcdefghijkl1"),
	/* radicals and compatibility ideographs */
	CHANGED("⼀天，⼈⺠的⽣活；⿓年，⻓⻋", "一天，人民的生活；龍年，长车"),
	SAME("偏⺅，⺅的"),
	CHANGED("\uf900有此理，\uf901改，\uf926月，奴\ufa2f，\ufa6a率", "豈有此理，更改，臘月，奴隷，頻率"),
	CHANGED("美\U0002f800的，草\U0002f878", "美丽的，草屮"),
	/* alone, or among rare ones, as in a table of characters */
	SAME("兀\tgqv\n\ufa0c\tgqv\n捗\uf967歩"),
	SAME("\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"),
	/* a page about them */
	SAME("全角的Ａ和１"),
	SAME("全形的Ａ和１"),
	SAME("半角的A和Ａ"),
	SAME("半形的A和Ａ"),
	SAME("\uf900的代码是U+F900，⼀"),
	CHANGED("部首⼀，\uf900有", "部首⼀，\u8c48有"),
	SAME("偏旁⼀"),
	SAME("康熙字典⼀"),
	SAME("⼀ ⼁ ⼂ ⼃ ⼄"),
	SAME("⼀⼁⼂⼃⼄"),
	SAME("⼀、⼆、一⼀"),
	CHANGED("⼀、一⼀", "⼀、一一"),
	/* pages that are not Chinese */
	{ "東京は１９６４年に、オリンピックのＡ会場。\ufa19社⼀つのカタカナ", NULL },
	{ "한국어 문장이 여기 있다 ＡＢＣ１２３ \uf95c", NULL },
	{ "An English page with ＡＢＣ and \uf900.", NULL },
};

static const struct settings set = { .steps = STEP_WIDTH };

START_TEST(rows) { rows_check(&stage_forms, &set, &row[_i]); }
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, rows, 0, ROWS(row)); }

int main(void) { return suite_run("forms", add); }
