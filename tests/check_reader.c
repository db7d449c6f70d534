/* Lines out of step, and what only looks so: bytes in, text out (src/reader.c, src/align.c). */
#include "suite.h"
#include <stdlib.h>
#include <string.h>
#include "reader.h"
#include "rebuild.h"

/* Bytes that are passed over come out as U+FFFD. */
static const struct {
	const char *encoding, *in, *out;
} row[] = {
	/* two bytes lost, and no error between */
	{ "gb18030",
	  "\xcb\xfb\xc3\xbf\xcc\xec\xd4\xe7\xc9\xcf\xc1\xf9\xe3\xc6\xf0\xb4\xb2\xa3\xac\xcf\xc8\xc8\xa5\xba\xd3\xb1\xdf"
	  "\xdc\xb2\xbd\xa3\xac\xc8\xbb\xba\xf3\xb2\xc5\xb3\xd4\xd4\xe7\xb7\xb9\xa1\xa3\n",
	  "他每天早上六�起床，先去河边�步，然后才吃早饭。\n" },
	/* colours in characters */
	{ "gb18030",
	  "\xcb\xfb\xc3\xbf\xcc\xec\xd4\xe7\xc9\xcf\xc1\xf9\xe3\xc6\xf0\xb4\xb2\xa3\xac\xcf\x1b[1;33m\xc8\xc8\xa5\xba\xd3\xb1\xdf\xc9\xa2\xb2\xbd\xa3\xac\xc8\x1b[1;33m\xbb\xba\xf3\xb2\xc5\xb3\x1b[1;33m\xd4\xd4\xe7\xb7\xb9\xa1\xa3\n",
	  "他每天早上六�起床，\x1b[1;33m先去河边散步，\x1b[1;33m然后才\x1b[1;33m吃早饭。\n" },
	/* ASCII stays */
	{ "gb18030",
	  "\xd3 make \xb1\xe0\xd2\xeb\xd2\xd4\xba\xf3\xac\xb0\xd1\xb3\xcc\xd0\xf2\xb8\xb4\xd6\xc6\xb5\xbd bin "
	  "\xc4\xbf\xc2\xbc\xa3\xbb\n",
	  "� make 编译以后�把程序复制到 bin 目录；\n" },
	/* rare, but text */
	{ "gb18030",
	  "\xd0\xc2\xc5_"
	  "\xd3\xd0\xc8\xf7\xa3\xac\xba\xd3\xcb\xae\xe4\xbc\xe4\xbc\xa3\xac\xd1\xe0\xcd\xf1\xd6\xae\xc7\xf3\xa3\xac\xde"
	  "\xbe\xbaX\xb2\xbb\xe9\xe5\xa1\xa3\n",
	  "新臺有洒，河水浼浼，燕婉之求，蘧篨不殄。\n" },
	/* a table of characters */
	{ "gb18030",
	  "\xd0\xc6\xc2\xd0\xbc\xc0\xf2\xca\xdb\xe5\xcd\xc4\xd2\xba\xcf\xdd\xce\xce\xd4\xbf\xce\xcf\xc2\xd2\xd2\xce\xe1"
	  "\xe5\xf6\xd2\xcd\xd1\xe2\xb5\xd9\xa9\xe4\xd2\xcb\xbd\xcb\xeb\xe6\xc7\xdb\xd1\xdd\xe5\n",
	  "衅滦祭蚴坼湍液陷挝钥蜗乱椅徨鲆脱獾侃湟私穗媲垩蒎\n" },
	/* words of other languages */
	{ "gb18030",
	  "\xa6\xd3\xa6\xc5\xa6\xd6\xa6\xcd\xa6\xcf\xa6\xcb\xa6\xcf\xa6\xc3\x81\x30\xcb\x37\xa6\xc1\x20\xa6\xca\xa6\xc1"
	  "\xa6\xc9\x20\xa6\xd3\xa6\xc5\xa6\xd6\xa6\xcd\xa6\xc9\xa6\xca\x81\x30\xcb\x36\xa3\xac\xbe\xcd\xca\xc7\xbc\xbc"
	  "\xca\xf5\xb5\xc4\xd2\xe2\xcb\xbc\xa3\xac\xbf\xaa\xcd\xb7\xb5\xc4\xbc\xb8\xb8\xf6\xd7\xd6\xc4\xb8\xd4\xda\xd5"
	  "\xe2\xc0\xef\xd0\xb4\xd7\xf7\xb4\xf3\xd0\xb4\xa1\xa3\n",
	  "τεχνολογία και τεχνική，就是技术的意思，开头的几个字母在这里写作大写。\n" },
	/* letters with accents */
	{ "big5", "N\x88us est\x88hvamos pesquisando um rem\x88mdio que curasse a \x88mpoca \x88m s\x88u \xa4\xa4\n",
	  "Nós estávamos pesquisando um remédio que curasse a época é só 中\n" },
	/* what is gained by the repair, in bits: few without an error, fewer with one */
	{ "big5",
	  "\xa6\x62\xa4\xe5\xa6\x72\xc9\xae\xd7\xa4\xa4\xa1\x41\xc5\xe3\xa5\xdc\xb3\xe6\xb5\xfc\xaa\xba\xa4\xa3\xa6\x50"
	  "\x0a",
	  "在文字�案中，顯示單詞的不同\n" },
	{ "gb18030",
	  "\xc6\xf4\xd3\xc3\xbb\xf2\xbd\xfb\xd3\xc3\xbc\xc6\xcb\xe3\xbb\xfa\xd6\xd0\xb5\xc4\xc0\xb6\xd1\xc0\xc9\xe8\xb8"
	  "\xa1\xa3\x0a",
	  "启用或禁用计算机中的蓝牙设�。\n" },
	{ "gb18030",
	  "\x8f\xc4\xe9\x5f\xb7\xc5\xce\xc4\xbc\xfe\xb8\xf1\xca\xbd\xb5\xce\xc4\xd7\xd6\xb8\xf1\xca\xbd\xb5\xc4\xde\x44"
	  "\xbb\xaf\xc6\xf7\x0a",
	  "從開放文件格式�文字格式的轉化器\n" },
	/* another damage */
	{ "gb18030",
	  "\xd2\xd4\xbc\xb0\xcd\xac\xae\x94?sh\xa8\xb4)\xd8\xbe\xd3\xc3\xf1\xbb\xf2\xb9\xab\x88@\xd3\xce\xbf\xcd\n",
	  "以及同當?shù)鼐用窕蚬珗@游客\n" },
};

START_TEST(step)
{
	struct zhnorm *z = zhnorm_new();
	const unsigned char *in = (const unsigned char *)row[_i].in;
	size_t n = strlen(row[_i].in);

	ck_assert(zhnorm_steps(z, "none") && zhnorm_encoding(z, row[_i].encoding));
	for (size_t size = 0; size < 5; size++) {
		struct text got = rebuild_run(z, in, n, size), told = rebuild_from_changes(z, in, n, size);

		ck_assert_uint_eq(got.n, strlen(row[_i].out));
		ck_assert_mem_eq(got.p, row[_i].out, got.n);
		ck_assert_uint_eq(told.n, got.n);
		ck_assert_mem_eq(told.p, got.p, got.n);
		free(got.p);
		free(told.p);
	}
	zhnorm_free(z);
}
END_TEST

/* Where text is looked at more closely: what is rare in it together is above 20 bits. R1 to R4 are 9, X is 6, ASCII
   -2 and a mark -4. */
enum { R1 = 0x9ffc, R2, R3, R4, X = 0xac00, X2, X3, MARK = 0xff0c, FAR = 0x20000, RAW = CP_RAW | 0x81 };
static const struct {
	cp text[12];
	bool doubts;
} glance[] = {
	{ { R1, R2 }, false },
	{ { R1, X, X2 }, true },
	{ { X, X2, X3 }, false },
	{ { R1, FAR, FAR + 1 }, true },
	{ { FAR, FAR + 1, FAR + 2 }, false },
	{ { R1, R2, 'a', X }, true },
	{ { R1, R2, 'a', 'b', X }, false }, /* 20 */
	{ { R1, R2, MARK, R3 }, true },
	{ { R1, R2, MARK, X }, false },
	{ { R1, R2, '\n', X }, true },         /* lines may be short */
	{ { R1, R1, R1, R1, R1, R1 }, false }, /* a row of one */
	{ { MARK, MARK, MARK, RAW }, true },
	{ { '1', '2', '3', '4', '5', '6', '7', '8', 'a', 'b', RAW },
	  true }, /* behind as much ASCII as is passed at once */
};

START_TEST(doubts)
{
	struct reader r = { 0 };
	size_t n = 0;

	while (glance[_i].text[n])
		n++;
	reader_begin(&r, &codec_gb18030, false);
	ck_assert_int_eq(reader_doubts(&r, glance[_i].text, n), glance[_i].doubts);
	reader_free(&r);
}
END_TEST

/* The odd lines are found by their numbers, behind empty ones and others: all that a stretch runs through. */
static const struct {
	cp text[16];
	size_t n, odds, lines[3];
} doubted[] = {
	{ { '\n', 'a', '\n', RAW, 'b', '\n', '\n', MARK, '\n', 'c', RAW, RAW, '\n', RAW }, 14, 3, { 2, 5, 6 } },
	{ { 'a', '\n', R1, '\n', X, 'c', '\n', R2, X2 }, 9, 3, { 1, 2, 3 } },
	{ { R1, X, '\n', 'b', RAW, '\n', X2 }, 7, 1, { 1 } }, /* the shortest */
	{ { R1, '\n', RAW, R1, '\n', R2, R3, X, X2, '\n', 'a' }, 11, 2, { 1, 2 } }, /* one line is in one stretch */
};

START_TEST(doubted_lines)
{
	struct reader r = { 0 };

	reader_begin(&r, &codec_big5, false);
	ck_assert(reader_doubts(&r, doubted[_i].text, doubted[_i].n));
	ck_assert_uint_eq(r.odds, doubted[_i].odds);
	ck_assert_mem_eq(r.odd, doubted[_i].lines, r.odds * sizeof *r.odd);
	reader_free(&r);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, step, 0, ROWS(row));
	tcase_add_loop_test(t, doubts, 0, ROWS(glance));
	tcase_add_loop_test(t, doubted_lines, 0, ROWS(doubted));
}

int main(void) { return suite_run("reader", add); }
