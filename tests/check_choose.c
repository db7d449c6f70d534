/* Which of several traditional characters a simplified one stands for. Each row depends on what its comment names: it
   fails where that is moved by half, or doubled. */
#include "convert.h"
#include "stages.h"
#include "suite.h"

static const struct {
	const char *in, *out;
} row[] = {
	/* words: the shorter one in front, the longer one behind; across a border; a phrase against two words */
	{ "这样发展的头发，发现白发", "這樣發展的頭髮，發現白髮" },
	{ "这里面对面地说，面粉里面", "這裏面對面地說，麪粉裏面" },
	{ "他们制造美国制造的机器", "他們製造美國製造的機器" },
	{ "人人参与，吃人参", "人人參與，喫人蔘" },
	/* BOTH_SIDES */
	{ "内存区域。系 统管理员还说", "內存區域。系 統管理員還說" },
	/* ONE_SIDE, PRIOR_ROOT: not less; not more */
	{ "这是一双橡胶制的泳袜", "這是一雙橡膠製的泳襪" },
	{ "到上一个回合并尝试不同的策略", "到上一個回合並嘗試不同的策略" },
	/* REACH */
	{ "疲倦和无精打采。", "疲倦和無精打采。" },
	{ "脊柱都不寒而栗。", "脊柱都不寒而慄。" },
	/* PHRASE_WEIGHS: not less; not more */
	{ "就是汽车后座或家中常见的", "就是汽車後座或家中常見的" },
	{ "分隔帐号于若干硬盘时", "分隔帳號於若干硬盤時" },
	/* FIRST_SHARE: not less; not more */
	{ "棱锥体。要绘制底部为矩形的", "棱錐體。要繪製底部爲矩形的" },
	{ "我可以给你签欠条，这样你", "我可以給你簽欠條，這樣你" },
	/* PRIOR */
	{ "不到来的警局复审，她在这几天", "不到來的警局復審，她在這幾天" },
	/* two spans that would meet are one */
	{ "揉面做面包，面前有一碗面", "揉麪做麪包，面前有一碗麪" },
};

START_TEST(rows)
{
	struct settings set = { .to = conversion_find("t"), .steps = STEP_CONVERT };
	char *got = stages_string(&stage_convert, &set, row[_i].in);

	ck_assert_str_eq(got, row[_i].out);
	free(got);
}
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, rows, 0, ROWS(row)); }

int main(void) { return suite_run("choose", add); }
