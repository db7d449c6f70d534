#include "han.h"
#include "suite.h"

static const struct {
	cp c;
	bool han, punct, pinyin;
	unsigned columns;
} row[] = {
	/* controls, ASCII, Latin */
	{ 0x0, false, false, false, 0 },
	{ '\t', false, false, false, 0 },
	{ ' ', false, false, false, 1 },
	{ ',', false, false, false, 1 },
	{ 'a', false, false, true, 1 },
	{ 'z', false, false, true, 1 },
	{ 'A', false, false, false, 1 },
	{ '~', false, false, false, 1 },
	{ 0x7f, false, false, false, 0 },
	{ 0xa0, false, false, false, 1 },
	{ 0xb7, false, true, false, 1 },
	{ 0xad, false, false, false, 0 },
	{ 0xe0, false, false, true, 1 },  /* à */
	{ 0xe2, false, false, false, 1 }, /* â: no tone */
	{ 0xea, false, false, true, 1 },  /* ê */
	{ 0xfc, false, false, true, 1 },  /* ü */
	{ 0x12b, false, false, true, 1 },
	{ 0x1dc, false, false, true, 1 },
	{ 0x251, false, false, true, 1 },
	{ 0x1e3f, false, false, true, 1 },
	{ 0x1ec1, false, false, true, 1 },
	{ 0x301, false, false, false, 0 },
	{ 0x200b, false, false, false, 0 },
	/* shared punctuation: ambiguous, so narrow */
	{ 0x2014, false, true, false, 1 },
	{ 0x201c, false, true, false, 1 },
	{ 0x201e, false, false, false, 1 },
	{ 0x2026, false, true, false, 1 },
	/* CJK Symbols and Punctuation */
	{ 0x3000, false, false, false, 2 },
	{ 0x3001, false, true, false, 2 },
	{ 0x3005, false, false, false, 2 }, /* 々 stands for a character */
	{ 0x3007, true, false, false, 2 },  /* 〇 is one */
	{ 0x300b, false, true, false, 2 },
	{ 0x3012, false, false, false, 2 },
	{ 0x303f, false, false, false, 1 },
	{ 0x3042, false, false, false, 2 },
	{ 0x30fb, false, true, false, 2 },
	{ 0x30fc, false, false, false, 2 },
	/* Han */
	{ 0x2eff, false, false, false, 2 },
	{ 0x2f00, true, false, false, 2 },
	{ 0x2fd5, true, false, false, 2 },
	{ 0x2fd6, false, false, false, 2 },
	{ 0x3400, true, false, false, 2 },
	{ 0x4dff, false, false, false, 1 },
	{ 0x4e00, true, false, false, 2 },
	{ 0x9fff, true, false, false, 2 },
	{ 0xac00, false, false, false, 2 },
	{ 0xe000, false, false, false, 1 },
	{ 0xf900, true, false, false, 2 },
	{ 0x20000, true, false, false, 2 },
	{ 0x3fffd, true, false, false, 2 },
	{ 0x40000, false, false, false, 1 },
	/* full- and half-width forms */
	{ 0xff0c, false, true, false, 2 },
	{ 0xff10, false, false, false, 2 },
	{ 0xff21, false, false, false, 2 },
	{ 0xff5e, false, true, false, 2 },
	{ 0xff61, false, true, false, 1 },
	{ 0xff66, false, false, false, 1 },
	{ 0xffe5, false, false, false, 2 },
	{ 0x1f600, false, false, false, 2 },
	/* no character */
	{ CP_RAW | 0x80, false, false, false, 1 },
	{ UINT32_MAX, false, false, false, 1 },
};

START_TEST(classes)
{
	cp c = row[_i].c;

	ck_assert_msg(han_is(c) == row[_i].han, "U+%04X: Han", (unsigned)c);
	ck_assert_msg(han_punct(c) == row[_i].punct, "U+%04X: punctuation", (unsigned)c);
	ck_assert_msg(han_pinyin_letter(c) == row[_i].pinyin, "U+%04X: pinyin", (unsigned)c);
	ck_assert_msg(han_columns(c) == row[_i].columns, "U+%04X: columns", (unsigned)c);
}
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, classes, 0, ROWS(row)); }

int main(void) { return suite_run("han", add); }
