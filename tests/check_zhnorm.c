/* The program as a whole: bytes in any encoding, cut anywhere, told change by change. */
#include <stdio.h>
#include <string.h>
#include "rebuild.h"
#include "suite.h"

static const struct {
	const char *bytes;
	size_t n;
} text[] = {
#define TEXT(s) { s, sizeof s - 1 }
	TEXT(""),
	TEXT("\xef\xbb\xbf漢字\r\n中文,什麼(時候)\r我們?yōu)檫M(jìn)一步做好工作\n"),
	TEXT("漢\xff字\xe6\xbc\x80\x80漢字\x08，\xe6"),
	TEXT("\xd6\xd0\xb9\xfa\xce\xc4\xd7\xd6\x2c\xd6\xd0\xb9\xfa\xce\xc4\xd7\xd6\r\n\xb0\xa1\xff\x41\x81\x30\x81"), /* GBK */
	TEXT("\xff\xfe\x2d\x4e\x87\x65\x0d\x00\x0a\x00\x00\xd8\x2d\x4e\x2d"),                                        /* UTF-16LE */
	TEXT("\xff\xfe\x2d\x4e\x87\x65\x00\xd8\x41\x00\x0d\x00\x0a\x00\x42\x00\x00\xdc\x0a\x00"), /* lone surrogates */
	TEXT("\xa4\xa4\xa4\xe5\xa6\x72\x2c\xa4\xa4\xa4\xe5\xa6\x72\xb3\x6f\xacO\xa4\xa4\xa4\xe5\r\n"),               /* Big5 */
	TEXT("\xa4\xa4\xa4\xe5\xa6\x1b[1;33m\x72\x1b[m\xa4\xa4\xa4\x1b[33m\x1b[44m\xe5\xa6\x72\xb3\x6f\xac\x1b[mO\xa4\xa4\xa4\r\n\xa4\x1b[31"), /* colours in it */
};

static const char *const targets[] = { NULL, "s", "t", "s2twp" };

static struct zhnorm *program(int i)
{
	struct zhnorm *z = zhnorm_new();
	const char *target = targets[i % ROWS(targets)];

	ck_assert(zhnorm_steps(z, "all"));
	if (target)
		ck_assert(zhnorm_target(z, target));
	return z;
}

START_TEST(cuts_change_nothing)
{
	const unsigned char *in = (const unsigned char *)text[_i / ROWS(targets)].bytes;
	size_t n = text[_i / ROWS(targets)].n;
	struct zhnorm *z = program(_i);
	struct text want = rebuild_run(z, in, n, 0);

	for (size_t step = 1; step < n; step++) {
		struct text got = rebuild_run(z, in, n, step);

		ck_assert_uint_eq(got.n, want.n);
		ck_assert(!got.n || !memcmp(got.p, want.p, got.n));
		free(got.p);
	}
	free(want.p);
	zhnorm_free(z);
}
END_TEST

START_TEST(changes_tell_all)
{
	const unsigned char *in = (const unsigned char *)text[_i / ROWS(targets)].bytes;
	size_t n = text[_i / ROWS(targets)].n;
	struct zhnorm *z = program(_i);
	struct text want = rebuild_run(z, in, n, 0), got = rebuild_from_changes(z, in, n, 0);

	if (got.n != want.n || (got.n && memcmp(got.p, want.p, got.n)))
		ck_abort_msg("text %d: rebuilt \"%.*s\", not \"%.*s\"", _i / ROWS(targets), (int)got.n, (char *)got.p, (int)want.n,
			     (char *)want.p);
	free(want.p);
	free(got.p);
	zhnorm_free(z);
}
END_TEST

/* Changes where bytes and code points are not one to one: what is told, as "OFFSET+LENGTH>TEXT;" one after another. */
static const struct {
	const char *encoding, *words, *bytes, *told;
} told[] = {
	/* one code of Big5 that says two code points changes as a whole */
	{ "big5", "\xc3\x8a\tE\n", "a\x88\x62" "b", "1+2>E\xcc\x84;" },
	{ "big5", "\xcc\x84\tX\n", "a\x88\x62" "b", "1+2>\xc3\x8aX;" },
	{ "big5", "\xcc\x84\tX\n", "a\x88\x62", "1+2>\xc3\x8aX;" },
	{ "big5", "\xc3\x8a\xcc\x84\tE\n", "a\x88\x62\x88\x64" "b", "1+2>E;" },
	/* a colour goes out of the midst of a character, and then is deleted */
	{ "big5", NULL, "a\xa4\xa4\xa4\x1b[m\xa4" "b\xa4\xa4", "3+5>\xe4\xb8\xad;" },
	{ "big5", "\xe4\xb8\xad\tX\n", "a\xa4\x1b[m\xa4", "1+5>X;" },
	{ "gb18030", NULL, "\xd6\x1b[1;31m\x1b[m\xd0\x1b[m", "0+15>\xe4\xb8\xad;" },
	/* a shift belongs to what follows it, and is no change by itself */
	{ "iso-2022-kr", NULL, "\x1b$)C\x0e\x33\x2a\x0f,\r\n\x0e\x33\x2a\x0f", "9+2>\n;" },
	{ "utf-7", NULL, "+Ti1lhw,+Ti1lhw\r\n", "7+1>\xef\xbc\x8c;15+2>\n;" },
};

static void write_told(void *ctx, const struct zhnorm_change *c)
{
	char *s = ctx;

	sprintf(s + strlen(s), "%d+%d>%.*s;", (int)c->at, (int)c->len, (int)c->outlen, (const char *)c->out);
}

START_TEST(bytes_that_are_told)
{
	const char *bytes = told[_i].bytes;
	struct zhnorm *z = zhnorm_new();
	char name[] = "check_zhnorm.XXXXXX", got[200] = "", error[100];

	if (told[_i].words) {
		FILE *f = fdopen(mkstemp(name), "w");

		ck_assert(f && fputs(told[_i].words, f) >= 0 && !fclose(f));
		ck_assert(zhnorm_words(z, name, error, sizeof error));
		remove(name);
	}
	if (zhnorm_encoding(z, told[_i].encoding)) { /* iconv may not know it */
		zhnorm_trace(z, write_told, got);
		for (size_t step = 0; step <= strlen(bytes); step++) {
			got[0] = '\0';
			free(rebuild_run(z, (const unsigned char *)bytes, strlen(bytes), step).p);
			ck_assert_str_eq(got, told[_i].told);
		}
	}
	zhnorm_free(z);
}
END_TEST

/* A document longer than the window, so that blocks are cut where nothing of the text says so. */
START_TEST(long_document)
{
	size_t unit = text[1].n, n = unit * 4000;
	unsigned char *in = malloc(n);
	struct zhnorm *z = program(_i);

	for (size_t i = 0; i < n; i += unit)
		memcpy(in + i, text[1].bytes, unit);
	struct text want = rebuild_run(z, in, n, 0), cut = rebuild_run(z, in, n, 4093), got = rebuild_from_changes(z, in, n, 0);

	ck_assert(want.n == cut.n && !memcmp(want.p, cut.p, cut.n));
	ck_assert(want.n == got.n && !memcmp(want.p, got.p, got.n));
	free(want.p);
	free(cut.p);
	free(got.p);
	free(in);
	zhnorm_free(z);
}
END_TEST

static const struct {
	const char *list;
	bool known;
} steps[] = {
	{ "safe", true },      { "all", true },           { "none", true },   { "pinyin", true },   { "-wrap", true },
	{ "all,-width", true }, { "pinyin,noise", true }, { "", false },      { "all,", false },    { "-", false },
	{ "wrapx", false },    { "-safe", false },
};

START_TEST(steps_are_checked)
{
	struct zhnorm *z = zhnorm_new();

	ck_assert_int_eq(zhnorm_steps(z, steps[_i].list), steps[_i].known);
	zhnorm_free(z);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, cuts_change_nothing, 0, ROWS(text) * ROWS(targets));
	tcase_add_loop_test(t, changes_tell_all, 0, ROWS(text) * ROWS(targets));
	tcase_add_loop_test(t, bytes_that_are_told, 0, ROWS(told));
	tcase_add_loop_test(t, long_document, 0, ROWS(targets));
	tcase_add_loop_test(t, steps_are_checked, 0, ROWS(steps));
}

int main(void) { return suite_run("zhnorm", add); }
