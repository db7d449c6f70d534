#include "lm.h"
#include "lm_table.h"
#include "suite.h"
#include "utf8.h"
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* In a context BEFORE_AFTER (a line edge where empty) the first character fits better than every other one. */
static const struct {
	const char *before, *after, *best;
} fit[] = {
	{ "正", "化", "常禅氏镰肠" }, { "中", "人", "国囯蝈帼" }, { "学", "很", "生牲胜升" },
	{ "了", "", "。Ａ，、“a" },   { "的", "", "。，；：" },   { "好", "", "！，好（" },
	{ "吗", "", "？，；" },       { "说", "“", "：，。；" },  { "：", "我", "“”）。，" },
	{ "”", "他", "，《“（" },     { "。", "", "”“（" },       { "", "我", "“”。，）" },
	{ "2", "0", "1年。" },        { "9", "，", "年牛碾" },    { "們", "國", "中鐘終種" }, /* traditional */
	{ "為", "麼", "什叁甚" },
};

static unsigned context(const char *before, cp c, const char *after)
{
	struct buf a = BUF_INIT, b = BUF_INIT;

	utf8_decode((const unsigned char *)before, strlen(before), true, &a);
	utf8_decode((const unsigned char *)after, strlen(after), true, &b);
	unsigned cost = lm_cost(a.n ? a.p[0] : LM_EDGE, c) + lm_cost(c, b.n ? b.p[0] : LM_EDGE);
	buf_free(&a);
	buf_free(&b);
	return cost;
}

START_TEST(the_fitting_character_is_cheapest)
{
	struct buf b = BUF_INIT;

	utf8_decode((const unsigned char *)fit[_i].best, strlen(fit[_i].best), true, &b);
	for (size_t i = 1; i < b.n; i++)
		ck_assert_msg(context(fit[_i].before, b.p[0], fit[_i].after)
				      < context(fit[_i].before, b.p[i], fit[_i].after),
			      "%s_%s: U+%04X is not dearer", fit[_i].before, fit[_i].after, (unsigned)b.p[i]);
	buf_free(&b);
}
END_TEST

static const cp before[] = { LM_EDGE, 0x7684, 0x6b63, 0x56fd, 0x570b, 0x3002, 0xff0c, 0x201c, 0x201d,       'a',
			     '7',     ' ',    0x3000, 0x9f98, 0x3400, 0x30ab, 0x3b1,  0xe000, CP_RAW | 0xff };

/* Each class counts all its members, each other symbol once: the forms that are folded share its cost. What is cut
   at LM_MOST would add up to LM_MOST's own share of all planes. */
START_TEST(probabilities_sum_to_one)
{
	static bool seen[1 << LM_ID_BITS];
	double sum = 0;

	memset(seen, 0, sizeof seen);
	for (cp c = 0; c <= CP_MAX; c++) {
		unsigned id = lm_number(c);

		unsigned cost = lm_cost(before[_i], c);

		if (cost < LM_MOST && (id < LM_CLASSES || !seen[id]))
			sum += exp2(-(double)cost / LM_BIT);
		seen[id] = true;
	}
	ck_assert_msg(sum > 0.97 && sum < 1.03, "after U+%04X: %.4f", (unsigned)before[_i], sum);
}
END_TEST

START_TEST(any_code_point_has_a_cost_in_bounds)
{
	for (cp c = 0; c <= (CP_RAW | 0xff); c++) {
		unsigned after = lm_cost(before[_i], c), first = lm_cost(c, before[_i]);

		if (!after || after > LM_MOST || !first || first > LM_MOST)
			ck_abort_msg("U+%04X and U+%04X: %u, %u", (unsigned)before[_i], (unsigned)c, after, first);
	}
	ck_assert_uint_le(lm_cost(UINT32_MAX, UINT32_MAX), LM_MOST);
}
END_TEST

static const cp same[][2] = {
	{ 0x570b, 0x56fd }, { 0x70ba, 0x4e3a }, { 0x7232, 0x4e3a }, { 0xff11, '1' },
	{ '2', '1' },       { 0xff21, 'A' },    { 'z', 'A' },       { '\t', ' ' },
};

START_TEST(forms_of_one_character_cost_the_same)
{
	for (cp c = 0; c < 0xffff; c++)
		if (lm_cost(c, same[_i][0]) != lm_cost(c, same[_i][1])
		    || lm_cost(same[_i][0], c) != lm_cost(same[_i][1], c))
			ck_abort_msg("beside U+%04X", (unsigned)c);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, the_fitting_character_is_cheapest, 0, ROWS(fit));
	tcase_add_loop_test(t, probabilities_sum_to_one, 0, ROWS(before));
	tcase_add_loop_test(t, any_code_point_has_a_cost_in_bounds, 0, ROWS(before));
	tcase_add_loop_test(t, forms_of_one_character_cost_the_same, 0, ROWS(same));
}

int main(void) { return suite_run("lm", add); }
