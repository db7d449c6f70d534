/* Lines that are written as they come: zhnorm_flush(), and what opens a document then. */
#include <stdio.h>
#include <string.h>
#include "opening.h"
#include "suite.h"
#include "zhnorm.h"

struct text {
	char p[131072];
	size_t n;
};

static bool write_text(void *ctx, const unsigned char *p, size_t n)
{
	struct text *t = ctx;

	ck_assert_uint_le(n, sizeof t->p - 1 - t->n);
	memcpy(t->p + t->n, p, n);
	t->n += n;
	t->p[t->n] = '\0';
	return true;
}

static struct zhnorm *program(const char *steps, const char *target)
{
	struct zhnorm *z = zhnorm_new();

	ck_assert(zhnorm_steps(z, steps));
	ck_assert(!target || zhnorm_target(z, target));
	return z;
}

/* Pushes step bytes after another, each followed by a flush. */
static void push(struct zhnorm *z, const char *in, size_t n, size_t step)
{
	for (size_t i = 0; i < n; i += step) {
		size_t k = step < n - i ? step : n - i;

		ck_assert_int_eq(zhnorm_push(z, (const unsigned char *)in + i, k), ZHNORM_OK);
		ck_assert_int_eq(zhnorm_flush(z), ZHNORM_OK);
	}
}

#define TEXT(s) s, sizeof s - 1

#define S_UTF8 "安装完成以后，请重新启动计算机，再检查网络连接。\n"
#define S_GBK                                                                                                          \
	"\xb0\xb2\xd7\xb0\xcd\xea\xb3\xc9\xd2\xd4\xba\xf3\xa3\xac\xc7\xeb\xd6\xd8\xd0\xc2\xc6\xf4\xb6\xaf\xbc\xc6\xcb" \
	"\xe3\xbb\xfa\xa3\xac\xd4\xd9\xbc\xec\xb2\xe9\xcd\xf8\xc2\xe7\xc1\xac\xbd\xd3\xa1\xa3\n"
#define T_UTF8 "重新啟動系統以後，設定網路。\n"
#define T_BIG5                                                                                                         \
	"\xad\xab\xb7\x73\xb1\xd2\xb0\xca\xa8\x74\xb2\xce\xa5\x48\xab\xe1\xa1\x41\xb3\x5d\xa9\x77\xba\xf4\xb8\xf4\xa1" \
	"\x43\n"
#define ASCII "2024-01-01 12:30:01 INFO started (ok), user_id=3 at 93%\n"

/* What has come out when that has been pushed and flushed, but not ended. */
static const struct {
	const char *steps, *target, *in;
	size_t n;
	const char *out;
} at_once[] = {
	{ "safe", NULL, TEXT(S_UTF8), S_UTF8 },
	{ "safe", NULL, TEXT(S_GBK), S_UTF8 },
	{ "safe", NULL, TEXT(T_BIG5), T_UTF8 },
	{ "safe", NULL, TEXT(ASCII), ASCII },
	{ "none", NULL, TEXT(ASCII), ASCII },
	{ "none", NULL, TEXT(T_BIG5), T_UTF8 },
	{ "none", NULL, TEXT("\xad\xab\xb7\x73\xb1\xd2\xb0\xca"), "" }, /* no whole line */
	{ "none", NULL, TEXT("a\nb"), "a\n" },
	{ "none", NULL, TEXT("\n"), "\n" },
	/* marks whose width is asked of their line alone; a comma of what may be a table is not */
	{ "safe", NULL, TEXT("12:30:01 用户登录失败,请重试。\n"), "12:30:01 用户登录失败，请重试。\n" },
	{ "safe", NULL, TEXT("他说:你好(真的)!什么?\n"), "他说：你好（真的）！什么？\n" },
	{ "safe", NULL, TEXT("姓名,年龄,地址\n张三,28,北京\n"), "姓名" },
	{ "safe", NULL, TEXT("姓名,年龄,地址\n张三,28,北京\n李四,31,上海\n"), "姓名,年龄,地址\n张三" },
	{ "safe", NULL, TEXT("占93%\n用户 user_id 登录 (ok)\n"), "占93%\n用户 user_id 登录 (ok)\n" },
	/* what may be a reference waits */
	{ "safe", NULL, TEXT("占93%\n甲乙丙丁&#35\n"), "占93%\n" },
	{ "safe", "t", TEXT(S_GBK), "安裝完成以後，請重新啓動計算機，再檢查網絡連接。\n" },
	{ "none", "s2t", TEXT(S_GBK), "安裝完成以後，請重新啓動計算機，再檢查網絡連接。\n" },
	/* a later line is in another encoding */
	{ "safe", NULL, TEXT(ASCII T_BIG5 S_GBK), ASCII T_UTF8 S_UTF8 },
	{ "none", NULL, TEXT(S_UTF8 T_BIG5 S_GBK ASCII S_UTF8), S_UTF8 T_UTF8 S_UTF8 ASCII S_UTF8 },
	/* ASCII does not wait for a line that tells too little, which does */
	{ "none", NULL, TEXT("a\nb\n\xc4\xe3\n"), "a\nb\n" },
	{ "none", NULL, TEXT("a ~{VPND~}\n"), "a 中文\n" },
	{ "none", NULL, TEXT("\n+Ti1lhw-\n"), "\n" },
	{ "none", NULL, TEXT("a\n~{VPND~}\n"), "a\n中文\n" },
	/* a line feed of UTF-16 is two bytes; U+4E0A has one of them */
	{ "none", NULL, TEXT("\xff\xfe\x2d\x4e\x0a\x4e\n\0\x0a\x4e"), "\xef\xbb\xbf中上\n" },
	{ "none", NULL, TEXT("\xfe\xff\x4e\x2d\x4e\x0a\0\n\x4e\x0a"), "\xef\xbb\xbf中上\n" },
};

START_TEST(comes_at_once)
{
	struct zhnorm *z = program(at_once[_i].steps, at_once[_i].target);
	struct text out = { .n = 0 };
	const char *line = at_once[_i].in, *stop = line + at_once[_i].n, *end;

	zhnorm_begin(z, write_text, &out);
	for (; line < stop; line = end) {
		end = memchr(line, '\n', (size_t)(stop - line));
		end = end && at_once[_i].in[0] != '\xff' && at_once[_i].in[0] != '\xfe' ? end + 1 : stop;
		push(z, line, (size_t)(end - line), (size_t)(end - line));
	}
	ck_assert_str_eq(out.p, at_once[_i].out);
	zhnorm_free(z);
}
END_TEST

/* Plain documents: wherever they are flushed they come out the same, and as they do without. */
static const struct {
	const char *in;
	size_t n;
} plain[] = {
	{ TEXT(S_UTF8 S_UTF8 ASCII S_UTF8) },
	{ TEXT(S_GBK S_GBK ASCII "\xca\xb2\xc3\xb4?\r\n" S_GBK) },
	{ TEXT(T_BIG5 ASCII T_BIG5 T_BIG5) },
	{ TEXT(ASCII ASCII T_BIG5 S_GBK) },
	{ TEXT("\xef\xbb\xbf" S_UTF8 "他说:你好(真的)!什么?\n" S_UTF8 "93%\n") },
	{ TEXT("\xff\xfe\x2d\x4e\x87\x65\x0d\x00\x0a\x00\x0a\x4e\x2d\x4e\n\0") },
	{ TEXT(ASCII "~{VPND~}\n") },
};
static const struct {
	const char *steps, *target;
} asked[] = { { "safe", NULL }, { "none", NULL }, { "all", NULL }, { "safe", "t" }, { "none", "s2twp" } };

START_TEST(flushes_change_nothing)
{
	const char *in = plain[_i / ROWS(asked)].in;
	size_t n = plain[_i / ROWS(asked)].n;
	struct zhnorm *z = program(asked[_i % ROWS(asked)].steps, asked[_i % ROWS(asked)].target);
	struct text want = { .n = 0 };

	zhnorm_begin(z, write_text, &want);
	ck_assert_int_eq(zhnorm_push(z, (const unsigned char *)in, n), ZHNORM_OK);
	ck_assert_int_eq(zhnorm_end(z), ZHNORM_OK);
	for (size_t step = 1; step <= n; step++) {
		struct text got = { .n = 0 };

		zhnorm_begin(z, write_text, &got);
		push(z, in, n, step);
		ck_assert_int_eq(zhnorm_end(z), ZHNORM_OK);
		ck_assert_str_eq(got.p, want.p);
	}
	zhnorm_free(z);
}
END_TEST

/* A line that begins before the window is decided on, and is longer than a block. */
START_TEST(long_line)
{
	enum { LINE = 60000 };
	static char in[LINE];
	struct zhnorm *z = program("none", NULL);
	struct text first = { .n = 0 };

	memset(in, 'b', sizeof in);
	memcpy(in, "a\n", 2);
	zhnorm_begin(z, write_text, &first);
	push(z, in, sizeof in, sizeof in);
	ck_assert_str_eq(first.p, "a\n");
	push(z, in + 2, sizeof in - 2, sizeof in - 2);
	ck_assert_int_eq(zhnorm_end(z), ZHNORM_OK);
	ck_assert_uint_eq(first.n, 2 * sizeof in - 2);
	zhnorm_free(z);
}
END_TEST

/* What was changed is told of what comes behind lines of ASCII, too. */
static void count(void *ctx, const struct zhnorm_change *c) { *(uint64_t *)ctx = *(uint64_t *)ctx * 1000 + c->at; }

START_TEST(changes_are_told)
{
	static const char in[] = "a b\n中文,中文。\n中文,中文。\n";
	struct zhnorm *z = program("safe", NULL);
	struct text out = { .n = 0 };
	uint64_t at = 0;

	zhnorm_trace(z, count, &at);
	zhnorm_begin(z, write_text, &out);
	push(z, in, 4, 4);
	push(z, in + 4, sizeof in - 5, sizeof in - 5);
	ck_assert_int_eq(zhnorm_end(z), ZHNORM_OK);
	ck_assert_str_eq(out.p, "a b\n中文，中文。\n中文，中文。\n");
	ck_assert_uint_eq(at, 10027);
	zhnorm_free(z);
}
END_TEST

/* Lines are believed from 10 bits on, and those of ASCII alone from 20: all of that shape are asked, and both sides of
   the threshold are among them. */
static const struct {
	const char *form; /* two bytes to vary */
	unsigned enough;
} believed[] = { { "%c%c\n", 10 }, { "~{%c%c~}a\n", 20 } };

START_TEST(margins)
{
	bool below = false, at = false;
	unsigned char high = _i ? 0 : 0x80;

	for (int a = 0x30; a < 0x78; a++)
		for (int b = 0x21; b < 0x7f; b++) {
			unsigned char in[40];
			size_t n = (size_t)snprintf((char *)in, sizeof in, believed[_i].form, a | high, b | high);
			struct opening o = opening_find(NULL, in, n);

			if (o.ascii)
				continue;
			if (o.clear != (o.margin >= believed[_i].enough))
				ck_abort_msg("%x %x: %u bits", a | high, b | high, o.margin);
			below |= o.margin + 1 == believed[_i].enough;
			at |= o.margin == believed[_i].enough;
		}
	ck_assert(below && at);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, comes_at_once, 0, ROWS(at_once));
	tcase_add_loop_test(t, flushes_change_nothing, 0, ROWS(plain) * ROWS(asked));
	tcase_add_test(t, long_line);
	tcase_add_test(t, changes_are_told);
	tcase_add_loop_test(t, margins, 0, ROWS(believed));
}

int main(void) { return suite_run("stream", add); }
