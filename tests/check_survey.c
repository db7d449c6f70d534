#include <string.h>
#include "stages.h"
#include "suite.h"
#include "survey.h"

static struct survey survey_of(const char *text)
{
	struct buf in = stages_text(text);
	struct survey s = survey_document(in.p, in.n);

	buf_free(&in);
	return s;
}

static const struct {
	const char *text;
	size_t simplified, traditional;
	enum survey_script script;
	const char *standard;
} row[] = {
	{ "", 0, 0, SURVEY_UNDECIDED, NULL },
	{ "abc中文", 0, 0, SURVEY_UNDECIDED, NULL },
	{ "后里干著乾群峰", 0, 0, SURVEY_UNDECIDED, NULL }, /* both scripts have them */
	{ "汉字國語", 1, 2, SURVEY_MIXED, NULL },
	{ "汉语", 2, 0, SURVEY_SIMPLIFIED, NULL },
	{ "漢語這裡為什麼", 0, 6, SURVEY_TRADITIONAL, "Taiwan" },
	{ "漢語這裏為什麼説", 0, 7, SURVEY_TRADITIONAL, "Hong Kong" },
	{ "漢語這裏爲什麼", 0, 6, SURVEY_TRADITIONAL, "OpenCC" },
	{ "我們于是在家里等，以后他于此", 0, 1, SURVEY_MIXED, NULL }, /* what is shared is simplified */
	{ "我們於是在家里等，以后他於此", 0, 1, SURVEY_TRADITIONAL, NULL },
	/* four that are always simplified, whatever others say; three */
	{ "我們于家，皇后采筑，萬種極黨確，萬種極黨確，萬種極黨確", 0, 16, SURVEY_MIXED, NULL },
	{ "我們于家，皇后築采，萬種極黨確，萬種極黨確，萬種極黨確", 0, 17, SURVEY_TRADITIONAL, NULL },
};

START_TEST(rows)
{
	struct survey s = survey_of(row[_i].text);

	ck_assert_uint_eq(s.simplified, row[_i].simplified);
	ck_assert_uint_eq(s.traditional, row[_i].traditional);
	ck_assert_int_eq(survey_script(&s), row[_i].script);
	if (row[_i].standard)
		ck_assert_str_eq(survey_standard(&s), row[_i].standard);
	else
		ck_assert_ptr_null(survey_standard(&s));
}
END_TEST

static enum survey_script script(size_t simplified, size_t traditional, long shared)
{
	return survey_script(
		&(struct survey){ .simplified = simplified, .traditional = traditional, .shared = shared });
}

/* One character of the other script in 16 is a quotation; more make the text mixed. */
START_TEST(quoted_or_mixed)
{
	ck_assert_int_eq(script(160, 9, 0), SURVEY_SIMPLIFIED);
	ck_assert_int_eq(script(160, 10, 0), SURVEY_MIXED);
	ck_assert_int_eq(script(10, 160, 0), SURVEY_MIXED);
	ck_assert_int_eq(script(9, 160, 0), SURVEY_TRADITIONAL);
	ck_assert_int_eq(script(9, 160, 23), SURVEY_TRADITIONAL);
	ck_assert_int_eq(script(9, 160, 24), SURVEY_MIXED);
}
END_TEST

/* A run with few characters of one script is what its document is. */
START_TEST(runs)
{
	struct survey simplified = { .simplified = 100 }, traditional = { .traditional = 100 };
	struct survey shared = { .traditional = 100, .shared = 1000 }, both = { .simplified = 100, .traditional = 100 };
	struct survey few = { .simplified = 1 }, enough = { .simplified = 8 }, other = { .traditional = 8 },
		      none = { 0 };

	struct survey quoted = { .simplified = 6, .traditional = 1 };

	ck_assert_int_eq(survey_run(&few, &traditional), SURVEY_SIMPLIFIED);
	ck_assert_int_eq(survey_run(&quoted, &traditional), SURVEY_TRADITIONAL);
	quoted.simplified++;
	ck_assert_int_eq(survey_run(&quoted, &traditional), SURVEY_MIXED);
	ck_assert_int_eq(survey_run(&enough, &traditional), SURVEY_SIMPLIFIED);
	struct survey left = { .traditional = 7, .shared = 24 };

	ck_assert_int_eq(survey_run(&left, &traditional), SURVEY_MIXED);
	left.shared--;
	ck_assert_int_eq(survey_run(&left, &traditional), SURVEY_TRADITIONAL);
	ck_assert_int_eq(survey_run(&other, &simplified), SURVEY_TRADITIONAL);
	ck_assert_int_eq(survey_run(&other, &shared), SURVEY_MIXED);
	ck_assert_int_eq(survey_run(&none, &simplified), SURVEY_SIMPLIFIED);
	ck_assert_int_eq(survey_run(&few, &none), SURVEY_SIMPLIFIED);
	ck_assert_int_eq(survey_run(&few, &both), SURVEY_SIMPLIFIED);
	ck_assert_int_eq(survey_run(&none, &both), SURVEY_UNDECIDED);
	ck_assert_int_eq(survey_run(&none, &shared), SURVEY_MIXED);
	ck_assert_int_eq(survey_run(&none, &none), SURVEY_UNDECIDED);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, rows, 0, ROWS(row));
	tcase_add_test(t, quoted_or_mixed);
	tcase_add_test(t, runs);
}

int main(void) { return suite_run("survey", add); }
