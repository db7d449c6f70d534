#include "detect.h"
#include "suite.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

/* Marks, and texts without a Chinese character. */
static const struct {
	const char *in;
	size_t n;
	const char *name;
	bool mark;
} marked[] = {
	{ "", 0, "utf-8", false },
	{ "plain\n", 6, "utf-8", false },
	{ "\xef\xbb\xbf", 3, "utf-8", true },
	{ "\xef\xbb", 2, "utf-8", false },
	{ "\xff\xfe", 2, "utf-16le", true },
	{ "\xfe\xff\x4e\x2d", 4, "utf-16be", true },
	{ "\x84\x31\x95\x33\xd6\xd0", 6, "gb18030", true },
	{ "a\0b\0c\0\n", 8, "utf-16le", false }, /* ASCII in UTF-16 */
	/* UTF-8 that was UTF-8 or GBK read as Latin-1: no language, but well-formed; less may be UTF-16 */
	{ "\xc3\xa5\xc2\xa4\xc2\xa9\xc3\xa6\xc2\xb0\xc2\x94\xc3\xa5\xc2\xbe\xc2\x88\xc3\xa5\xc2\xa5\xc2\xbd\n", 25, "utf-8", false },
	{ "\xc3\x90\xc3\x82\xc3\x8e\xc3\x85\xc3\x96\xc3\x90\xc3\x90\xc3\x84\n", 17, "utf-8", false },
	{ "\0a\0b\0c\0\n", 8, "utf-16be", false },
};

START_TEST(mark)
{
	struct detection d = detect((const unsigned char *)marked[_i].in, marked[_i].n);

	ck_assert_str_eq(d.codec->name, marked[_i].name);
	ck_assert_int_eq(d.mark, marked[_i].mark);
	ck_assert(!d.foreign);
}
END_TEST

/* What is asked for is used, but that a mark decides the byte order of UTF-16. */
static const struct {
	const char *given, *in, *used;
} asked[] = {
	{ "utf-16", "\xfe\xff\x4e\x2d", "utf-16be" }, { "utf-16be", "\xff\xfe\x2d\x4e", "utf-16le" },
	{ "utf-16", "\x2d\x4e", "utf-16le" },         { "utf-16be", "\xfe\xff\x4e\x2d", "utf-16be" },
	{ "big5", "\xfe\xff\x4e\x2d", "big5-hkscs" },       { "utf-16", "\xef\xbb\xbf", "utf-16le" },
	{ "utf-16be", "\xff", "utf-16be" },
};

START_TEST(given)
{
	const struct codec *codec = codec_find(asked[_i].given);

	ck_assert_str_eq(detect_given(codec, (const unsigned char *)asked[_i].in, strlen(asked[_i].in))->name, asked[_i].used);
}
END_TEST

/* Texts of eight Han or a little more; encoded by looking codes up in the decoders. */
static const char *const simplified[] = {
	"我们今天去学校学习",         "请把门关上，谢谢你。", "经济发展和社会进步", "图书馆里有很多人在看书",
	"明天早上八点开会",           "下载地址请点击这里",   "这本小说写得很好看", "春眠不觉晓，处处闻啼鸟",
	"价格：１２元／斤，量大从优", "乌鲁木齐市天山区",
};
static const char *const traditional[] = {
	"我們今天去學校學習",         "請把門關上，謝謝你。", "經濟發展和社會進步", "圖書館裡有很多人在看書",
	"明天早上八點開會",           "下載網址請按這裡看",   "這本小說寫得很好看", "春眠不覺曉，處處聞啼鳥",
	"價格：１２元／斤，量多優惠", "臺北市大安區復興南路",
};
static const char *const ascii[] = { /* programs and pages in which something could be a shift, or a pair of bytes Chinese */
	"x = [-3.14e+100, -3.14e+100, -3.14e+100, -3.14e+100]\n",
	"a + b, i++, s +Ti1lhw- t\n",                 /* "+" that begins nothing */
	"C:\\dir +Ti1lhw- name\n",                   /* "\\" and "~", which UTF-7 does not have */
	"~/dir +Ti1lhw- name\n",
	"x+abc y\n",                                  /* no whole unit */
	"'~{VPND~}', '~?@_'\n",                       /* "~" that means nothing */
	"~{VPND\nVPND~}\n",                           /* a line that ends in GB */
	"~{!!*!~} ~{*!*!~}\n",                        /* no characters */
	"<b>13.\u00a0BBV</b> <i>x\u00a0y</i> &lt;\u00a0&gt; Copyright \u00a9 2000-2020 <a>end\u00a0</a> z\u00a0()\n",
	"     \u02c5\n     \u02c5\n     \u02c5\n",
	"it\u2019s the dog\u2019s\n",
	"destination\u00a0{number}\n",
};
static const char *const foreign[] = {
	"Привет, как дела?",     "Ελληνικά",   "日本語のテキストです", "한국어 문장입니다",
	"déjà vu, crème brûlée", "Tiếng Việt",
};

/* The two-byte code of every character in codec: its decoder backwards. */
static uint16_t code_of[0x10000];

static void turn_round(const struct codec *codec)
{
	static const struct codec *done;
	struct buf text = BUF_INIT;

	if (codec == done)
		return;
	memset(code_of, 0, sizeof code_of);
	for (unsigned k = 0; k < 0x10000; k++, text.n = 0) {
		unsigned char code[2] = { (unsigned char)(k >> 8), (unsigned char)k };

		codec->decode(NULL, code, 2, true, &text);
		if (text.n == 1 && text.p[0] < 0x10000 && !code_of[text.p[0]])
			code_of[text.p[0]] = (uint16_t)k;
	}
	buf_free(&text);
	done = codec;
}

/* Appends c to out[n..) as codec has it; returns the new length. */
static size_t put(const struct codec *codec, cp c, unsigned char *out, size_t n)
{
	bool wide = codec == &codec_utf16le || codec == &codec_utf16be;

	if (codec == &codec_utf8 || (c < 0x80 && !wide))
		return n + utf8_encode(c, out + n);
	turn_round(codec);
	if (!code_of[c])
		ck_abort_msg("%s has no U+%04X", codec->name, (unsigned)c);
	out[n] = (unsigned char)(code_of[c] >> 8);
	out[n + 1] = (unsigned char)code_of[c];
	return n + 2;
}

static size_t encode(const struct codec *codec, const char *s, unsigned char *out)
{
	struct buf text = BUF_INIT;
	size_t n = 0;

	utf8_decode((const unsigned char *)s, strlen(s), true, &text);
	for (size_t i = 0; i < text.n; i++)
		n = put(codec, text.p[i], out, n);
	buf_free(&text);
	return n;
}

enum { SIZE = 100000 };
static unsigned char bytes[SIZE];

static void expect(const struct codec *codec, const unsigned char *in, size_t n, const char *what)
{
	struct detection d = detect(in, n);

	if (d.codec != codec || d.foreign)
		ck_abort_msg("%s, %s: %s%s by %u bits", codec->name, what, d.codec->name,
			     d.foreign ? d.foreign : "", d.margin);
	if (d.margin && d.margin < UINT32_MAX && (!d.second || !strcmp(d.second, d.codec->name)))
		ck_abort_msg("%s, %s: no runner-up", codec->name, what);
}

static const struct {
	const struct codec *codec;
	const char *const *text;
	size_t n;
} set[] = {
	{ &codec_utf8, simplified, ROWS(simplified) },
	{ &codec_utf8, traditional, ROWS(traditional) },
	{ &codec_utf8, foreign, ROWS(foreign) },
	{ &codec_utf8, ascii, ROWS(ascii) },
	{ &codec_gb18030, simplified, ROWS(simplified) },
	{ &codec_gb18030, traditional, ROWS(traditional) },
	{ &codec_big5, traditional, ROWS(traditional) },
	{ &codec_utf16le, simplified, ROWS(simplified) },
	{ &codec_utf16le, traditional, ROWS(traditional) },
	{ &codec_utf16be, simplified, ROWS(simplified) },
	{ &codec_utf16be, traditional, ROWS(traditional) },
};

START_TEST(short_text)
{
	for (size_t i = 0; i < set[_i].n; i++)
		expect(set[_i].codec, bytes, encode(set[_i].codec, set[_i].text[i], bytes), set[_i].text[i]);
}
END_TEST

/* A page: much markup, then the texts. */
START_TEST(behind_markup)
{
	size_t n = 0;

	for (int k = 0; k < 200; k++)
		n += encode(set[_i].codec, "<div class=\"x\">\n", bytes + n);
	for (size_t i = 0; i < set[_i].n; i++) {
		size_t len = encode(set[_i].codec, set[_i].text[i], bytes + n);

		expect(set[_i].codec, bytes, n + len, set[_i].text[i]);
	}
}
END_TEST

/* All the texts of a set, 16 times. */
static size_t long_text(const struct codec *codec, const char *const *text, size_t n)
{
	size_t len = 0, once;

	for (size_t i = 0; i < n; i++)
		len += encode(codec, text[i], bytes + len);
	for (once = len; len < 16 * once; len += once)
		memcpy(bytes + len, bytes, once);
	return len;
}

/* Cut in mid-character at either end. (UTF-16 that lost its first byte is beyond reading.) */
START_TEST(cut)
{
	size_t n = long_text(set[_i].codec, set[_i].text, set[_i].n);
	size_t from = set[_i].codec != &codec_utf16le && set[_i].codec != &codec_utf16be;

	for (size_t len = 24; len < 200; len++)
		expect(set[_i].codec, bytes + from, len, "cut");
	for (size_t k = 0; k < 3 && from; k++)
		expect(set[_i].codec, bytes + k, n - k, "begun late");
}
END_TEST

enum damage { CHANGED, LOST, ADDED, DAMAGES };

/* Copies good[0..n) to bytes with one byte in a thousand, the one at from first, changed, lost, or added before it. */
static size_t damage(const unsigned char *good, size_t n, size_t from, enum damage what)
{
	static const unsigned char byte[] = { 0, ' ', '?', 'A', 0x80, 0xa1, 0xb5, 0xff };
	size_t len = 0;

	for (size_t i = 0; i < n; i++) {
		bool here = i % 1000 == from;

		if (here && what != LOST)
			bytes[len++] = byte[from % sizeof byte];
		if (!here || what == ADDED)
			bytes[len++] = good[i];
	}
	return len;
}

/* (UTF-16 that lost one is beyond reading.) */
START_TEST(damaged)
{
	static const char *const name[] = { "a byte changed", "a byte lost", "a byte added" };
	static unsigned char good[SIZE];
	const struct codec *codec = set[_i].codec;
	size_t n = long_text(codec, set[_i].text, set[_i].n);
	bool wide = codec == &codec_utf16le || codec == &codec_utf16be;

	memcpy(good, bytes, n);
	for (size_t i = 0; i < 1000 && i < n; i += 7)
		for (enum damage what = CHANGED; what < (wide ? LOST : DAMAGES); what++)
			expect(codec, bytes, damage(good, n, i, what), name[what]);
}
END_TEST

/* Where a price or a threshold of the model decides. */
static const struct {
	const struct codec *codec;
	const char *text;
} hard[] = {
	{ &codec_gb18030, "橡皮铅笔" }, /* not so frequent, but dearer as anything else */
	{ &codec_big5, "橡皮鉛筆" },
	{ &codec_gb18030, "鹦鹉学舌" },
	{ &codec_big5, "鸚鵡學舌" },
	{ &codec_big5, "鍵 盤 配 置 檔 缺 損 ， 螢 幕 閃 爍 ， 請 洽 詢 原 廠 維 修 站 換 貨 。" }, /* set with spaces */
	{ &codec_gb18030,
	  "　　　　　　　　　　　　　　　　　　　　公告　　　　　　　　　　　　　　　　　　　　" }, /* cheap repeats */
	{ &codec_big5, "────────────────────目錄────────────────────" },
	{ &codec_utf8, "é 1 2 3 4 5 6 7 8 9" }, /* U+2031, U+2032 and so on, if it were UTF-16 */
	{ &codec_utf8, "é" },
};

START_TEST(hard_text) { expect(hard[_i].codec, bytes, encode(hard[_i].codec, hard[_i].text, bytes), hard[_i].text); }
END_TEST


/* The first character says Big5 (發), and all that come much later say GB 18030: the first must not do. */
START_TEST(late_evidence)
{
	size_t n = encode(&codec_big5, "發", bytes);

	for (int k = 0; k < 150; k++)
		n += encode(&codec_gb18030, "<div class=\"x\">\n", bytes + n);
	for (size_t i = 0; i < ROWS(simplified); i++)
		n += encode(&codec_gb18030, simplified[i], bytes + n);
	expect(&codec_gb18030, bytes, n, "late evidence");
}
END_TEST

/* Appends the first of texts to bytes[n..to), each with the end of a line. */
static size_t fill(const struct codec *codec, const char *const *text, size_t n, size_t to)
{
	enum { TEXTS = 5 };

	for (size_t i = 0; n < to; i++) {
		n += encode(codec, text[i % TEXTS], bytes + n);
		n = put(codec, '\n', bytes, n);
	}
	return to;
}

/* The first 256 bytes decide, and no fewer: a quotation at the head does not. */
START_TEST(glance)
{
	static const struct {
		size_t head;
		const struct codec *codec;
	} row[] = { { 100, &codec_gb18030 }, { 400, &codec_big5 } };

	for (size_t i = 0; i < ROWS(row); i++) {
		size_t n = fill(&codec_big5, traditional, 0, row[i].head);

		n = fill(&codec_gb18030, simplified, n, 2000);
		ck_assert_ptr_eq(detect(bytes, n).codec, row[i].codec);
	}
}
END_TEST

/* But where they are not plain text, or may be in either byte order, more is looked at: both are begun late. */
START_TEST(glance_late)
{
	static const char *const either[] = { "人们以他今什么", "上下中不一", "个为了事也书", "今人也", "为人" };
	static const char *const rare[] = { "笅笆笈笉", "图书馆里有很多人在看书", "虰蛵虱虳", "经济发展和社会进步", "笌笍" };
	size_t n = fill(&codec_utf16le, either, 0, 300); /* their high bytes are the same */

	n = fill(&codec_utf16le, simplified, n, 2000);
	ck_assert_uint_eq(detect(bytes + 1, n - 1).late, 1);
	n = encode(&codec_gb18030, simplified[0], bytes);
	n = fill(&codec_gb18030, simplified, n, 256);
	n = fill(&codec_gb18030, rare, n, 2000);
	ck_assert_uint_eq(detect(bytes + 1, n - 1).late, 1);
}
END_TEST

/* Bytes of nothing, then text that has lost one: what is weighed again is longer than the first. */
START_TEST(junk_before)
{
	static unsigned char good[SIZE];
	size_t n = long_text(&codec_gb18030, simplified, ROWS(simplified));

	memcpy(good, bytes, n);
	n = damage(good, n, 100, LOST);
	memmove(bytes + 80, bytes, n);
	for (unsigned i = 0; i < 80; i++)
		bytes[i] = (unsigned char)(i * 77);
	expect(&codec_gb18030, bytes, n + 80, "after junk");
}
END_TEST


/* Rows of ASCII, patterns, rows of characters and short tables between a few characters: no characters of UTF-16 or
   another encoding, no other byte order, no binary data. */
START_TEST(rows_between)
{
	static const char *const row[] = { " ",    "-",    "\t",         "\n",          "* ",       ". ",   "ab",
					   "\t\t\n", "一",   "中",         "好 ",          "有\t无\t", "男\n女\n", "\033[1m红色\033[0m\n",
					   "第1页\n\f", "注意\a请看\n", "_\b名_\b称\n" };
	static const char *const text[] = { "价格", "数量" };
	static const struct codec *const codec[] = { &codec_gb18030, &codec_utf8, &codec_utf16le, &codec_utf16be };
	static const unsigned times[] = { 8, 40, 1500 };

	for (size_t i = 0; i < ROWS(codec) * ROWS(times); i++) {
		const struct codec *c = codec[i % ROWS(codec)];
		size_t n = encode(c, text[0], bytes);

		for (unsigned k = 0; k < times[i / ROWS(codec)]; k++)
			n += encode(c, row[_i], bytes + n);
		n += encode(c, text[1], bytes + n);
		expect(c, bytes, n, row[_i]);
	}
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, mark, 0, ROWS(marked));
	tcase_add_loop_test(t, given, 0, ROWS(asked));
	tcase_add_loop_test(t, short_text, 0, ROWS(set));
	tcase_add_loop_test(t, behind_markup, 0, ROWS(set));
	tcase_add_loop_test(t, cut, 0, ROWS(set));
	tcase_add_loop_test(t, damaged, 0, ROWS(set));
	tcase_add_loop_test(t, hard_text, 0, ROWS(hard));
	tcase_add_loop_test(t, rows_between, 0, 17);
	tcase_add_test(t, late_evidence);
	tcase_add_test(t, glance);
	tcase_add_test(t, glance_late);
	tcase_add_test(t, junk_before);
}

int main(void) { return suite_run("detect", add); }
