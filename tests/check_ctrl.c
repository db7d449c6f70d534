/* Control characters, invisible characters, bidi overrides. */
#include "rows.h"

static const struct text_row row[] = {
	/* controls */
	{ "精度\x08\x07，下一步", "精度，下一步" },
	{ "a\x01\x02"
	  "b\x7f"
	  "c\xc2\x81"
	  "d",
	  "abcd" },
	{ "列\t行\f页\n", NULL },
	{ "行\x0b行", "行行" },
	/* what the sequences of a terminal leave would be junk */
	{ "\x1b[31m红色\x1b[0m字", "红色字" },
	{ "\x1b[1;32;40m绿\x1b[K", "绿" },
	{ "\x1b"
	  "中文",
	  "中文" },
	{ "\x1b[12345678901234567890123456789012345m中", "[12345678901234567890123456789012345m中" },
	/* printers set letters twice */
	{ "N\bNA\bAM\bME\bE _\bn_\ba_\bm_\be 中\b中 文\b\b文", "NAME name 中 文" },
	{ "天\b地", "天地" },
	/* bytes of a text decoded twice are needed to undo that */
	{ "\xc3\xa4\xc2\xb8\xc2\xad\xc3\xa6\xc2\x96\xc2\x87", NULL },
	{ "\xc3\xa5\xc2\x9c\xc2\x8b", NULL },
	{ "\xc2\x81\xc2\x82\xc3\xa9", NULL },
	{ "中\xc2\x81\xc2\x82文", "中文" },
	/* invisible characters beside Han */
	{ "宠\u200b物", "宠物" },
	{ "宠\u200b\u200c\u200d\u2060\ufeff物", "宠物" },
	{ "软\u00ad件", "软件" },
	{ "用\u200bA\u200bpp和\u200e网\u200f站", "用App和网站" },
	{ "一\x01\u200b\x02二", "一二" },
	/* in a Chinese page they have no use at the end of a line or in a number either */
	{ "二零二零年是20\u200b20年\n\u200b\n", "二零二零年是2020年\n\n" },
	{ "a soft\u00adly hyphenated\u200b word", NULL },
	{ "in\ufeffside", "inside" },
	/* but where a script or a symbol needs them */
	{ "表情👨\u200d👩\u200d👧很好", NULL },
	{ "表情👨\u200d很好", "表情👨很好" },
	{ "心❤\ufe0f\u200d🔥火", NULL },
	{ "波斯语می\u200cخواهم是中文", NULL },
	{ "印地语क\u094d\u200dष是中文", NULL },
	{ "阿拉伯语مرحبا 🚀\u200e结束\u200f\n中文🚀\u200e结束", "阿拉伯语مرحبا 🚀\u200e结束\u200f\n中文🚀结束" },
	{ "泰语ภาษา\u200bไทย是中文", NULL },
	{ "葛\U000e0100饰", NULL },
	/* what stands behind is what will, without what goes */
	{ "中\u200d\x1b[1m👩。👩\u200d\x1b[1m中", "中👩。👩中" },
	{ "👩\u202c\b👩中 👩\u200d_\b👩", "👩\u202c👩中 👩\u200d👩" },
	{ "⼀\u200b\u200bA", "⼀A" },
	/* limits */
	{ "\x1b[" TIMES15("1") TIMES15("1") "m中\x1b[" TIMES15("1") TIMES16("1") "m",
	  "中[" TIMES15("1") TIMES16("1") "m" },
	{ "a" TIMES32("\u200b") "b", NULL },
	{ "a\u200b" TIMES32("\u200b") "b", "a" TIMES32("\u200b") "b" },
	{ "\xc2\x81\xc2\x82\xc2\x83\xc3\xa9", NULL },
	{ "\xc2\x81\xc2\x81\xc2\x82\xc2\x83\xc3\xa9", "\xc2\x81\xc2\x82\xc2\x83\xc3\xa9" },
	{ "\u202e" TIMES64("字") TIMES32("文") TIMES16("里") TIMES15("外") "\u202c",
	  TIMES15("外") TIMES16("里") TIMES32("文") TIMES64("字") },
	{ "\u202e" TIMES64("字") TIMES32("文") TIMES16("里") TIMES16("外") "\u202c", NULL },
	/* overrides */
	{ "疫情\u202e致导\u202c停工", "疫情导致停工" },
	{ "电话\u202e8765-4321\u202c", "电话1234-5678" },
	{ "看\u202e（注）文原\u202c吧", "看原文（注）吧" },
	{ "组合\u202ee\u0301a\u202c字", "组合ae\u0301字" },
	{ "字\u202e葛\U000e0100饰\u200b的\u202c", "字的饰葛\U000e0100" },
	{ "方向\u202d不变\u202c的\u2066字\u2069在\u202a此\u202c", "方向不变的字在此" },
	{ "中文\u202e没有结束\n下一\u200b行", "中文\u202e没有结束\n下一行" },
	{ "中文\u202e一\u202e二\u202c三\u202c\u200b行", NULL },
	{ "他说\u202eשלום\u202c再见", NULL },
	{ "hello \u202eolleh\u202c world", NULL },
	/* what would make an escape stays */
	{ "中文的网页，中文的\n&nb\u200b\u200bsp; &nb\x08sp; &\x1b[1mnbsp; %E4\x01%B8 &nbsp_\b; &nb\bbsp;", "中文的网页，中文的\n&nb\u200bsp; &nb\x08sp; &\x1b[1mnbsp; %E4\x01%B8 &nbsp_; &nb\bbsp;" },
	{ "中文AT&T\u200b公司 &nb \u200bsp; &thetasymbols\u200bp", "中文AT&T公司 &nb sp; &thetasymbolsp" },
	{ "中文\u202e;psbn&\u202c字", NULL },
	{ "中文\u202e文中&\u202c字", "中文&中文字" },
	{ "中文&nb\u202eps\u202c;字", NULL },
	{ "中文\u202a&nb\u202csp;字", NULL },
	/* as do bytes among references to bytes */
	{ "中文&aelig;\xc2\x96\xc2\x87;\xc2\x87", "中文&aelig;\xc2\x96\xc2\x87;" },
};

static const struct settings set = { .steps = STEP_NOISE };

START_TEST(rows) { rows_check(&stage_ctrl, &set, &row[_i]); }
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, rows, 0, ROWS(row)); }

int main(void) { return suite_run("ctrl", add); }
