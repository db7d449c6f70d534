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

/* Short documents in bytes, each of which a price or a rule decides: a character alone is no evidence, nor are bytes of which
   many say nothing, and nothing is said for certain. */
static const struct {
	const char *bytes, *name;
	size_t n, late;
} told[] = {
#define TOLD(bytes, name, late)                                                                                        \
	{                                                                                                              \
		bytes, name, sizeof bytes - 1, late                                                                    \
	}
	TOLD("\xd0\xde\xb4\xc7\xb8\xf1", "gb18030", 0),                 /* 修辞格: UTF-8 with a letter cut */
	TOLD("\xb4\xf2\xb6\xb7", "gb18030", 0),                         /* 打斗: the same, three bytes of four */
	TOLD("\xc7\xab\xb3\xcf", "gb18030", 0),                         /* 谦诚: one letter and two bytes of UTF-8 */
	TOLD("\xce\xaf\xd4\xb1", "gb18030", 0),                         /* 委员: Greek and Armenian */
	TOLD("\xcb\xae\xc6\xbd\xca\xbd", "gb18030", 0),                 /* 水平式: well-formed UTF-8 */
	TOLD("\xc3\xa5\xc2\x8f\xc2\xaf\xc3\xa6\xc2\x81\xc2\xbc", "utf-8", 0), /* 可恼, UTF-8 read as Latin-1 */
	TOLD("\xc3\xa7\xc2\xba\xc2\xb8\xc3\xa6\xc2\x9d\xc2\xaf\xc3\xa6\xc2\x9c\xc2\xba", "utf-8", 0),
	TOLD("\xd1\xa7\xd0\xa3", "gb18030", 0),                         /* 学校: letters that no language has now */
	TOLD("\xa5\xa2\xb1\xd1", "big5-hkscs", 0),                      /* 失敗, as a word */
	TOLD("n\nJesen\xed", "", 0), /* no character of ours that is cut: Czech */
	TOLD("hriftgr\xf6", "", 0),
	TOLD("[\xa3$\xa4]?[0-9]", "", 0), /* none of ours */
	TOLD("\x5b\x72\xae\x76\x63\x76\x20\0", "utf-16le", 0),          /* 牛皮癣 and a space */
	TOLD("\x1c\x4e\x1f\x57\xdc\x8f\x2c\x67\x61\x53", "utf-16le", 0), /* 东土远本卡: controls */
	TOLD("\x6c\xdd\x5d\xbf\x53\x34\x4e\x10\x67\xbf\x53\xda\x59\xfd\x56\x41\x7e", "utf-16le", 1),
	TOLD("\x3d\x7a\x7a\x4e\x66\x57\x3a\x6d\x41\x8a\x00\x98\xde\x65\x87", "utf-16be", 1), /* ASCII in front */
	TOLD("\x4e\0\0\x87\x65\0\0", "utf-32le", 3),
	TOLD("\xd2\xbb\xd0\xa9\xd1\xa7\xd0\xa3", "gb18030", 0), /* 一些学校: well-formed UTF-8, too; */
	/* and 学校系统目录模式 behind the rest of a character */
	TOLD("\xbd\xd1\xa7\xd0\xa3\xcf\xb5\xcd\xb3\xc4\xbf\xc2\xbc\xc4\xa3\xca\xbd", "gb18030", 1),
	/* 查看 and a byte, UTF-8 read as Latin-1, begun late; a dash, UTF-8 read as Latin-1 */
	TOLD("\xa6\xc2\x9f\xc2\xa5\xc3\xa7\xc2\x9c\xc2\x8b\xc3\xa6", "utf-8", 1),
	TOLD("\xc3\xa2\xc2\x80\xc2\x94", "utf-8", 0),
	TOLD("\xa9\x40\xb0\xd8", "big5-hkscs", 0), /* 咖啡: as dear as text may be */
	TOLD("\xb6\x4b", "big5-hkscs", 0),         /* 貼: no ASCII behind the rest of a character */
	/* 说明 behind ASCII, begun late: the other byte order is hardly worse */
	TOLD("\0x\0x\0x\0x\0\xf4\x8b\x0e\x66", "utf-16le", 1),
	TOLD("\xb6\x7d\xb1\xd2\n\xe8\x9e\x83\xe8\x9f\xb9\n", "utf-8", 0), /* 開啟 in Big5, then 螃蟹 in UTF-8 */
	/* 全選、關閉 and ①② in Big5, which may be Han in GB 18030, then 关闭网络 in that */
	TOLD("\xa5\xfe\xbf\xef\xa1\x42\xc3\xf6\xb3\xac\n\xc7\xe9\xc7\xea\n\xb9\xd8\xb1\xd5\xcd\xf8\xc2\xe7\n", "big5-hkscs", 0),
	TOLD("\xb7\xcf\xfa", "gb18030", 0),       /* 废, then half a character; */
	TOLD("xxxxxxx\xc1", "gb18030", 0),        /* and half a character alone, */
	TOLD("a pi\xf9", "", 0),                  /* which may be a letter: Italian */
	TOLD("\x05\x31\x06", "utf-16le", 0),      /* ㄅ and half a character: not three bytes of four */
	TOLD("\xdc" "be", "", 0),                 /* a letter, not a byte lost in UTF-16: German */
	/* 安装完成以后，请重新启动计算机 with a byte lost, and its beginning: the first byte of all is not */
	TOLD("\xb0\xb2\xd7\xb0\xcd\xea\xb3\xc9\xd2\xd4\xba\xf3\xa3\xac\xeb\xd6\xd8\xd0\xc2\xc6\xf4\xb6\xaf\xbc\xc6\xcb\xe3"
	     "\xbb\xfa\n\xb0\xb2\xd7\xb0\xcd\xea\xb3\xc9\xd2\xd4\xba\xf3\xa3\xac\xc7\xeb",
	     "gb18030", 0),
	/* 印表機, 連線：貼上：蜻蜓, 琵琶: neither is that of words */
	TOLD("\xa6\x4c\xaa\xed\xbe\xf7\n\xb3\x73\xbd\x75\xa1\x47\xb6\x4b\xa4\x57\xa1\x47\xbb\x66\xb8\xbb\n\xb5\x5c\xb5\x5d\n",
	     "big5-hkscs", 0),
	TOLD("~{E#F$Q\"~}", "hz", 0),
	/* a declaration is a hint of 6 bits: 檢視 is GB 18030's by it, and 方格 does not become Big5's; one that is further
	   down, or in a comment, is none, and to what is in UTF-16 or all ASCII it says nothing */
	TOLD("\xc0\xcb\xb5\xf8", "big5-hkscs", 0),
	TOLD("<meta charset=gb2312>\xc0\xcb\xb5\xf8", "gb18030", 0),
	TOLD("<meta charset=big5>\xb7\xbd\xb8\xf1", "gb18030", 0),
	TOLD("\xc0\xcb\xb5\xf8<!-- <meta charset=gb2312> -->", "big5-hkscs", 0),
	TOLD("<meta charset=utf-16>\xc0\xcb\xb5\xf8", "big5-hkscs", 0),
	TOLD("<meta charset=big5>~{E#F$Q\"~}", "hz", 0),
	TOLD("<meta charset=big5>\xbb\xb6\xd3\xad\xb9\xe2\xc1\xd9\xb1\xbe\xd5\xbe", "gb18030", 0), /* 欢迎光临本站 */
	TOLD("<meta charset=gbk>\xe6\xac\xa2\xe8\xbf\x8e", "utf-8", 0),
	/* 今天天氣很好, 请大家告诉大家, 我們今天去學校學習: colours in each character, and no cut one before them */
	TOLD("\xa4\x1b[1;33m\xb5\xa4\x1b[1;33m\xd1\xa4\x1b[1;33m\xd1\xae\x1b[1;33m\xf0\xab\x1b[1;33m\xdc\xa6\x1b[1;33mn",
	     "big5-hkscs", 0),
	TOLD("\xc7\x1b[1;33m\xeb\xb4\x1b[1;33m\xf3\xbc\x1b[1;33m\xd2\xb8\x1b[1;33m\xe6\xcb\x1b[1;33m\xdf\xb4\x1b[1;33m\xf3\xbc\x1b[1;33m\xd2",
	     "gb18030", 0),
	TOLD("\x1b[m\xa7\x1b[1;33m\xda\xad\x1b[1;33m\xcc\xa4\x1b[1;33m\xb5\xa4\x1b[1;33m\xd1\xa5\x1b[1;33mh\xbe\x1b[1;33m\xc7\xae\x1b[1;33m\xd5\xbe\x1b[1;33m\xc7\xb2\x1b[1;33m\xdf",
	     "big5-hkscs", 0),
	TOLD("+XwBnqg-", "utf-7", 0),
};

START_TEST(told_by_little)
{
	struct detection d = detect((const unsigned char *)told[_i].bytes, told[_i].n);

	if (*told[_i].name)
		ck_assert_str_eq(d.foreign ? d.foreign : d.codec->name, told[_i].name);
	else
		ck_assert_ptr_nonnull(d.foreign);
	ck_assert_uint_eq(d.late, told[_i].late);
}
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

/* Not ours. */
static const struct {
	const char *name, *in;
	size_t n;
} strange[] = {
#define STRANGE(name, s)                                                                                                     \
	{                                                                                                              \
		name, s, sizeof s - 1                                                                                        \
	}
	/* Latin-1 */
	STRANGE("windows-1252", "d\xe9j\xe0 vu, cr\xe8me br\xfbl\xe9"
		"e, \xe0 bient\xf4t"),
	STRANGE("windows-1252", "Les \xe9l\xe8ves fran\xe7"
		"ais ont \xe9t\xe9 re\xe7us \xe0 l'\xe9"
		"cole"),
	STRANGE("windows-1252", "Stra\xdf"
		"enverkehr, M\xfcller, sch\xf6n, \xdc"
		"bung, \xc4pfel"),
	/* windows-1251 */
	STRANGE("windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0? \xcd\xee\xf0\xec\xe0\xeb\xfc\xed\xee!"),
	/* Shift_JIS, EUC-JP */
	STRANGE("shift_jis", "\x93\xfa\x96{\x8c\xea\x82\xcc\x83"
		"e\x83"
		"L\x83X\x83g\x82\xc5\x82\xb7"),
	STRANGE("euc-jp", "\xa4\xb3\xa4\xec\xa4\xcf\xc6\xfc\xcb\xdc\xb8\xec\xa4\xce\xca\xb8\xbe\xcf\xa4\xc7\xa4\xb9\xa1\xa3"),
	STRANGE("euc-jp", "\xa4\xb3\xa4\xce\xcb\xdc\xa4\xcf\xa4\xc8\xa4\xc6\xa4\xe2\xcc\xcc\xc7\xf2\xa4\xa4\xa4\xce\xa4\xc7\xa1"
		"\xa2\xa4\xdf\xa4\xf3\xa4\xca\xa4\xcb\xc6\xc9\xa4\xf3\xa4\xc7\xa4\xdb\xa4\xb7\xa4\xa4\xa4\xc8\xbb\xd7"
		"\xa4\xa4\xa4\xde\xa4\xb9\xa1\xa3"),
	/* declared: a hint here, too */
	STRANGE("windows-1250", "<meta charset=windows-1250>na\xefve"),
	STRANGE("windows-1252", "<meta charset=windows-1250>gr\xfc\xdf" "e"),
	STRANGE("shift_jis", "<meta charset=shift_jis>\x83\x65"),
	/* a program's numbers */
	STRANGE("binary", "\x7f"
		"ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\xb0\x5a\1\0\0\0\0\0\x40\0\0\0\0\0\0\0\xe8\x1c\2"),
};

START_TEST(stranger)
{
	struct detection d = detect((const unsigned char *)strange[_i].in, strange[_i].n);

	ck_assert_ptr_eq(d.codec, &codec_utf8);
	ck_assert_str_eq(d.foreign, strange[_i].name);
	ck_assert(d.second || d.margin == DETECT_CLEAR); /* nothing else bids */
}
END_TEST

START_TEST(random_bytes)
{
	uint32_t seed = (uint32_t)_i + 1;
	size_t n = 1 + 997 * (size_t)_i;

	for (size_t i = 0; i < n; i++) {
		seed = seed * 1664525 + 1013904223;
		bytes[i] = (unsigned char)(seed >> 24);
	}
	struct detection d = detect(bytes, n);

	if (n > 500) {
		ck_assert_ptr_eq(d.codec, &codec_utf8);
		ck_assert(d.foreign);
	}
}
END_TEST

/* Binary data that begins with numbers of four bytes, as UTF-32 has characters. */
START_TEST(numbers_before)
{
	size_t n = 0;

	for (unsigned i = 0; i < 512; i++, n += 4) {
		bytes[n] = (unsigned char)(0x20 + i);
		bytes[n + 1] = (unsigned char)(i >> 4);
		bytes[n + 2] = bytes[n + 3] = 0;
	}
	for (unsigned i = 0; i < 4096; i++)
		bytes[n++] = (unsigned char)"%s: no such file or directory\0"[i % 31];
	ck_assert(detect(bytes, n).codec != &codec_utf32le);
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
	tcase_add_loop_test(t, told_by_little, 0, ROWS(told));
	tcase_add_test(t, late_evidence);
	tcase_add_test(t, glance);
	tcase_add_test(t, numbers_before);
	tcase_add_test(t, glance_late);
	tcase_add_test(t, junk_before);
	tcase_add_loop_test(t, stranger, 0, ROWS(strange));
	tcase_add_loop_test(t, random_bytes, 0, 20);
}

int main(void) { return suite_run("detect", add); }
