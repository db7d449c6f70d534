/* Documents glued together of lines in several encodings (src/mixed.c): bytes in, text out. */
#include "rebuild.h"
#include "rule.h"
#include "suite.h"
#include <iconv.h>
#include <stdio.h>
#include <string.h>

enum { PIECES = 4, SIZE = 4096 };

#define S "第一部分说明怎样安装系统，需要准备哪些文件。\n安装完成以后，请重新启动计算机，再检查网络连接是否正常。\n"
#define T "第二部分說明怎樣設定網路，需要準備哪些檔案。\n設定完成以後，請重新啟動電腦，再檢查網路連線是否正常。\n"

struct piece {
	const char *encoding, *text;
};

/* What each document must come out as: all its pieces. */
static const struct piece row[][PIECES] = {
	{ { "GBK", S }, { "BIG5", T } },
	{ { "BIG5", T }, { "UTF-8", S }, { "BIG5", T } },
	{ { "UTF-8", S }, { "GBK", S }, { "UTF-8", T }, { "BIG5", T } },
	/* a single line, of few characters */
	{ { "UTF-8", S }, { "GBK", "目录和索引\n" }, { "UTF-8", S } },
	{ { "GBK", S }, { "UTF-8", "目錄和索引\n" }, { "GBK", S } },
	{ { "BIG5", T }, { "UTF-8", "系统的安装\n" }, { "BIG5", T } },
	{ { "UTF-8", S S }, { "GBK", S "Ping值\n" S } },
	{ { "BIG5", "錯誤訊息\n" }, { "GBK", S } },
	/* short lines that are rare only together, up to a word of the next, which is where they were told by */
	{ { "GBK", S }, { "BIG5", "電腦\n插入\n剪下\n" }, { "GBK", "玻璃\n" S } },
	/* lists of short words: rarer than text, but not by chance */
	{ { "GBK", S }, { "UTF-8", "小阵雨\n多场小阵雨\n小雪\n小阵雨夹雪\n小阵雪\n多场小阵雪\n" }, { "GBK", S } },
	{ { "BIG5", T }, { "GBK", "辐照菠萝\n辐照李子\n辐照石榴\n辐照马铃薯\n辐照南瓜\n辐照树莓\n" } },
	{ { "GBK", S }, { "BIG5", "滑鼠、網路\nＡ１\n鬱金香-印表機\n" } },
	{ { "UTF-8", S }, { "GBK", "无齿翼龙\n丧尸无齿翼龙\n18b 波浪\n19 纹理-龟裂\n20 纹理-松针\n" }, { "UTF-8", S } },
	/* tables of rare characters, which are rare ones elsewhere, too */
	{ { "GBK", S "笃诚 3 a\n笃近举远 3 v\n笄 57 g\n笅 90 g\n笆 158 n\n笆斗 5 n\n笆篓 3 n\n笆篱 3 n\n笆簍 3 n\n笆籬 3 n\n笇 21 g\n笈 190 g\n" } },
	{ { "GBK", S "猌 9\n猍 9\n猎 9\n猏 9\n猐 9\n猑 9\n猒 9\n猒倦 9\n猒猒 9\n猓 9\n猓猓 9\n猓玀 9\n猔 9\n猕 9\n猖 9\n" } },
	/* lines that say little are read as those beside them: quotation marks, spaces, letters with accents, frames */
	{ { "BIG5", T T T }, { "GBK", "Click “Add Picture…” to use “one” of your own.\n" S } },
	{ { "GBK", S }, { "UTF-8", "\302\240\302\240 $ ls -l\n© Debian\n" S S S S } },
	{ { "BIG5", T }, { "UTF-8", "Bézier curves\nBézier splines\n" S S S S } },
	/* the same characters in another order */
	{ { "UTF-8", "Это простой текст, написанный по-русски.\n" S }, { "UTF-8", "Ελληνικά\n" } },
};

/* Damage, and text that no line of ours can be in: all is read in the encoding of the document. */
static const struct piece other[][PIECES] = {
	{ { "UTF-8", S "caf" }, { "LATIN1", "é, déjà vu\nÜber die Straße größer\n" } },
	{ { "GBK", S }, { "LATIN1", "Le café est fermé à l'été; déjà vu\nÜber die Straße größer, schön\n" } },
	{ { "UTF-8", S }, { "CP1251", "Это простой текст, написанный по-русски.\nЕщё одна строка текста.\n" } },
	{ { "UTF-8", S }, { "KOI8-R", "Это простой текст, написанный по-русски.\nЕщё одна строка текста.\n" } },
	{ { "UTF-8", S T }, { "KOI8-R", "Привет, как дела?\n" } },
	{ { "BIG5", T }, { "KOI8-R", "Привет, как дела?\n" } },
	{ { "BIG5", T T }, { "KOI8-R", "Ещё одна строка текста.\n" } },
	{ { "BIG5", T T }, { "KOI8-R", "Это простой текст, написанный по-русски.\nЕщё одна строка текста.\n" } },
};

/* Appends the text in that encoding to out[0..*n); false where iconv has none. */
static bool encode(const char *text, const char *to, char *out, size_t *n)
{
	iconv_t cd = iconv_open(to, "UTF-8");
	char *p = (char *)text, *q = out + *n;
	size_t left = strlen(text), room = SIZE - *n;

	if (cd == (iconv_t)-1)
		return false;
	ck_assert_uint_ne(iconv(cd, &p, &left, &q, &room), (size_t)-1);
	iconv_close(cd);
	*n = SIZE - room;
	return true;
}

START_TEST(glued)
{
	struct zhnorm *z = zhnorm_new();
	char in[SIZE], want[SIZE];
	size_t n = 0, wanted = 0;

	ck_assert(zhnorm_steps(z, "none"));
	for (const struct piece *p = row[_i]; p < row[_i] + PIECES && p->text; p++)
		if (!encode(p->text, p->encoding, in, &n) || !encode(p->text, "UTF-8", want, &wanted))
			return;
	for (size_t size = 0; size < 5; size++) {
		struct text got = rebuild_run(z, (unsigned char *)in, n, size),
			    told = rebuild_from_changes(z, (unsigned char *)in, n, size);

		if (got.n != wanted || memcmp(got.p, want, wanted))
			ck_abort_msg("%.*s", (int)got.n, (char *)got.p);
		ck_assert_uint_eq(told.n, got.n);
		ck_assert_mem_eq(told.p, got.p, got.n);
		free(got.p);
		free(told.p);
	}
	zhnorm_free(z);
}
END_TEST

START_TEST(alone)
{
	struct zhnorm *z = zhnorm_new();
	char in[SIZE];
	size_t n = 0;

	ck_assert(zhnorm_steps(z, "none"));
	for (const struct piece *p = other[_i]; p < other[_i] + PIECES && p->text; p++)
		if (!encode(p->text, p->encoding, in, &n))
			return;
	struct text got = rebuild_run(z, (unsigned char *)in, n, 0);

	if (zhnorm_report(z).changes[RULE_ENCODING])
		ck_abort_msg("%.*s", (int)got.n, (char *)got.p);
	free(got.p);
	zhnorm_free(z);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, glued, 0, ROWS(row));
	tcase_add_loop_test(t, alone, 0, ROWS(other));
}

int main(void) { return suite_run("mixed", add); }
