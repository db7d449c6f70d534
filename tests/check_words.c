#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "convert.h"
#include "stages.h"
#include "suite.h"
#include "words.h"

/* Adds the n bytes of text as a file. */
static bool add_text(struct words *w, const char *text, size_t n, char *error, size_t size)
{
	char name[] = "/tmp/check_words.XXXXXX";
	int fd = mkstemp(name);
	FILE *f = fdopen(fd, "w");

	ck_assert(f && fwrite(text, 1, n, f) == n && !fclose(f));
	bool ok = words_add(w, name, error, size);
	unlink(name);
	return ok;
}

static const struct {
	const char *words, *to, *in, *out;
} row[] = {
	{ "", NULL, "漢字", "漢字" },
	{ "甲\t乙\n", NULL, "甲乙甲", "乙乙乙" },
	{ "甲\t乙", NULL, "甲", "乙" },                           /* no end of the last line */
	{ "甲\t乙 丙\n", NULL, "甲", "乙" },                      /* the first value counts */
	{ "# 甲\t乙\n\n甲\t丁\n", NULL, "甲", "丁" },             /* comments and blank lines */
	{ "甲\t乙\r\n", NULL, "甲", "乙" },                       /* CRLF */
	{ "\xef\xbb\xbf甲\t乙\n", NULL, "甲", "乙" },             /* byte order mark */
	{ "甲\t乙\n甲\t丙\n", NULL, "甲", "丙" },                 /* the later line wins */
	{ "甲\t乙\n甲甲甲\t丙\n", NULL, "甲甲甲甲甲", "丙乙乙" }, /* the longest, from left to right */
	{ "new york\tNY\n", NULL, "in new york.", "in NY." },     /* a key may have a space */
	{ "甲\t長長的長\n", NULL, "一甲二", "一長長的長二" },
	{ "\xf0\xa0\x80\x80\t甲\n", NULL, "\xf0\xa0\x80\x80", "甲" },
	{ "发现\t發現\n", "s2t", "发现头发", "發現頭髮" },
	{ "头发\t头发\n", "s2t", "发现头发", "發現头发" }, /* protected */
	{ "里\t里\n", "s2t", "这里面", "這里面" },         /* what is between stands alone: 里面 is cut */
	{ "头\t首\n", "s2t", "头发白", "首發白" },         /* 头发 is cut: 发 by itself is 發 */
	{ "現\t见\n", "t2s", "發現", "发见" },
	{ "一\t一\n", NULL, "一\xff一", "一\xff一" },
};

START_TEST(words)
{
	struct words *w = words_new();
	struct settings set = { .words = w, .steps = STEP_CONVERT };
	char error[100];

	if (row[_i].to)
		ck_assert_ptr_nonnull(set.to = conversion_find(row[_i].to));
	ck_assert(add_text(w, row[_i].words, strlen(row[_i].words), error, sizeof error));
	struct buf in = stages_text(row[_i].in), want = stages_text(row[_i].out);
	for (size_t step = 0; step < 4; step++) {
		struct buf got = stages_run(&stage_convert, &set, &in, step, NULL);

		ck_assert_uint_eq(got.n, want.n);
		ck_assert_mem_eq(got.p, want.p, want.n * sizeof(cp));
		buf_free(&got);
	}
	buf_free(&in);
	buf_free(&want);
	words_free(w);
}
END_TEST

#define LETTERS_64 "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
#define TEXT(s)    s, sizeof s - 1

static const struct {
	const char *text;
	size_t n;
	const char *error;
} bad[] = {
	{ TEXT("甲\n"), "line 1: no tab between a word and what it becomes" },
	{ TEXT("# 一\n\n甲 乙\n"), "line 3: no tab between a word and what it becomes" },
	{ TEXT("\t乙\n"), "line 1: no word before the tab" },
	{ TEXT("甲\t\n"), "line 1: nothing behind the tab" },
	{ TEXT("甲\t 乙\n"), "line 1: nothing behind the tab" },
	{ TEXT("甲\t乙\t丙\n"), "line 1: more than one tab" },
	{ TEXT("甲\t乙\n\xff\t丙\n"), "line 2: not UTF-8" },
	{ TEXT(LETTERS_64 "e\t1\n"), "line 1: the word is longer than 64 characters" },
};

START_TEST(wrong)
{
	struct words *w = words_new();
	char error[100];

	ck_assert(!add_text(w, bad[_i].text, bad[_i].n, error, sizeof error));
	ck_assert_str_eq(error, bad[_i].error);
	words_free(w);
}
END_TEST

START_TEST(the_longest_word)
{
	struct words *w = words_new();
	struct settings set = { .words = w, .steps = STEP_CONVERT };
	char error[100];

	ck_assert(add_text(w, TEXT(LETTERS_64 "\t1\na\t2\n"), error, sizeof error));
	struct buf in = stages_text("x" LETTERS_64 "a");
	for (size_t step = 0; step < 70; step++) {
		struct buf got = stages_run(&stage_convert, &set, &in, step, NULL);

		ck_assert_uint_eq(got.n, 3);
		ck_assert_uint_eq(got.p[1], '1');
		buf_free(&got);
	}
	buf_free(&in);
	words_free(w);
}
END_TEST

START_TEST(several_files)
{
	struct words *w = words_new();
	struct settings set = { .words = w, .steps = STEP_CONVERT };
	unsigned long long count[RULE_COUNT] = { 0 };
	char error[100];

	ck_assert(add_text(w, TEXT("甲\t乙\n丙\t丁\n"), error, sizeof error));
	ck_assert(add_text(w, TEXT("丙\t戊\n己\t己\n"), error, sizeof error));
	struct buf in = stages_text("甲丙己"), got = stages_run(&stage_convert, &set, &in, 0, count);
	struct buf want = stages_text("乙戊己");
	ck_assert_mem_eq(got.p, want.p, 3 * sizeof(cp));
	ck_assert_uint_eq(count[RULE_OWN_WORD], 2); /* what is protected is no change */
	buf_free(&in);
	buf_free(&got);
	buf_free(&want);
	words_free(w);
}
END_TEST

START_TEST(no_such_file)
{
	struct words *w = words_new();
	char error[100];

	ck_assert(!words_add(w, "/nowhere/at/all", error, sizeof error));
	ck_assert_str_eq(error, "No such file or directory");
	ck_assert(!words_add(w, "/", error, sizeof error));
	ck_assert_str_eq(error, "Is a directory");
	words_free(w);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, words, 0, ROWS(row));
	tcase_add_loop_test(t, wrong, 0, ROWS(bad));
	tcase_add_test(t, the_longest_word);
	tcase_add_test(t, several_files);
	tcase_add_test(t, no_such_file);
}

int main(void) { return suite_run("words", add); }
