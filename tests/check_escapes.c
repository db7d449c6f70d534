/* References to characters and runs of code units, decoded and left. */
#include "escapes.h"
#include "rows.h"

/* Between two sentences of Chinese, so that the page is Chinese. */
#define PAGE(s) "这是一页中文，说的是日常的事情。\n" s "\n它在这里结束。\n"
#define CHANGED(a, b)                                                                                                  \
	{                                                                                                              \
		PAGE(a), PAGE(b)                                                                                       \
	}
#define SAME(a)                                                                                                        \
	{                                                                                                              \
		PAGE(a), NULL                                                                                          \
	}
#define NI_HAO "\\u4f60\\u597d"

static const struct text_row row[] = {
	/* numbers */
	CHANGED("&#35828;&#x8BF4;&#X8bf4;&#0035828;&#x20000;", "说说说说𠀀"),
	{ "&#20013;&#25991;&#x7F51;&#x9875;\n", "中文网页\n" },
	CHANGED("他说&#8220;好&#8221;。", "他说“好”。"),
	SAME("&#35828 &#;&#x;&#xg;&#12a; &# 3; &35828; &#000035828;&#x000008bf4;"),
	CHANGED("&#00035828;", "说"),
	/* what the standard reads as code page 1252 */
	CHANGED("&#147;好&#148;&#151;&#133;&#x80;", "“好”—…€"),
	SAME("&#129;&#x8d;&#143;&#144;&#157;"),
	/* no control, no half of a pair, nothing without meaning, nothing that is deleted or changed before */
	SAME("&#0;&#1;&#8;&#11;&#12;&#14;&#31;&#127;&#xd800;&#xdfff;&#xe000;&#xf8ff;&#xe600;&#xfdd0;&#xfffd;&#xfffe;"),
	SAME("&#8232;&#8233;&#8234;&#8238;&#8294;&#8303;&#x1ffff;&#xe0001;&#xf0000;&#x110000;&#99999999;"),
	CHANGED("甲&#9;乙&#10;丙", "甲\t乙\n丙"),
	CHANGED("甲&#13;\n乙&#xD;&#xA;丙&#13;丁", "甲\n乙\n丙\n丁"),
	/* names */
	CHANGED("甲&nbsp;乙&#160;丙&ldquo;丁&rdquo;&hellip;&mdash;", "甲 乙 丙“丁”…—"),
	CHANGED("Am&eacute;lie &lt; 3 &gt; &quot;2&quot; &apos;1&apos;", "Amélie < 3 > \"2\" '1'"),
	SAME("&foo; &NBSP; &nbsp &nosuch; &copy &thetasymb; ?a=1&copy=2"),
	/* those that a program has need Han */
	CHANGED("版权&copy;甲公司，3&times;4，α&alpha;乙，&lang;丙&rang;", "版权©甲公司，3×4，αα乙，\u3008丙\u3009"),
	SAME("p = &theta; int *q=&alpha; (T)&deg; x &sum; a &copy; b &amp;copy; c 调用&sub;、&and;"),
	/* with a space between */
	CHANGED("版权所有 &copy; 2020 某某公司，Copyright &copy; 2020 A, B &reg; 商标", "版权所有 © 2020 某某公司，Copyright © 2020 A, B ® 商标"),
	CHANGED("3 &times; 4 x &copy; <b> x, &deg; x <b>甲</b> &deg; x &deg; \\u4f60\\u597d\\u4f60 x\x7f &deg; x &deg; \x7fx",
		"3 × 4 x © <b> x, ° x <b>甲</b> ° x ° 你好你 x\x7f ° x ° \x7fx"),
	SAME("x = &copy; y; (T) &deg; a 3 &theta; b  &copy;  2020\n &copy; \\\n&copy; \\n"),
	/* encoded more than once */
	CHANGED("甲&amp;nbsp;乙&amp;amp;lt;丙&#38;lt;&#x26;#38;#35828;", "甲 乙<丙<说"),
	CHANGED("AT&amp;T &amp;amp; R&amp;D，见http://a.b/?c=1&amp;d=2", "AT&T & R&D，见http://a.b/?c=1&d=2"),
	CHANGED("甲&amp;amp;amp;amp;nbsp;乙", "甲 乙"),
	SAME("甲&amp;amp;amp;amp;amp;nbsp;乙 &amp;#xD800;"),
	/* what would make another escape */
	SAME("&nb&#115;p; &nbsp&#59; &#92;u4f60\\u597d\\u4f60 &#37;E4"),
	CHANGED("50&#37;&nbsp;，a&#92;&nbsp;b", "50% ，a\\ b"),
	CHANGED("&amp;nb&#115;p; &&#35828; C:\\dir&nbsp;a", "&nb&#115;p; &说 C:\\dir a"),
	/* invisible characters are for stage ctrl to judge */
	CHANGED("甲&#8203;乙&shy;丙&zwnj;A&#65279;B&lrm;，", "甲\u200b乙\u00ad丙\u200cA\ufeffB\u200e，"),
	CHANGED("👨&zwj;👩 \\u4f60\\u597d&#8203;", "👨\u200d👩 \\u4f60\\u597d\u200b"),
	CHANGED("&#92;&#8203;u &#37;&#8203;", "\\\u200bu %\u200b"),
	/* what it will delete stands beside nothing */
	CHANGED("甲\u200b&times;\u200b乙 a\x08&times; a&times;\x7f a\x1b[1m&times; a&times;_\b", "甲\u200b×\u200b乙 a\x08× a×\x7f a\x1b[1m× a×_\b"),
	CHANGED("a\u202c&times; a\u2069&times; a\ufeff&times; a\u00ad&times;", "a\u202c× a\u2069× a\ufeff× a\u00ad×"),
	SAME("a[1m&times; a&times;_ a_&times;"),
	CHANGED("\x7f%E4%B8%AD%E6%96%87\x7f a\x1b[1m%E4%B8%AD%E6%96%87 \\u4f60\\u597d\\u4f60_\b<", "\x7f中文\x7f a\x1b[1m中文 你好你_\b<"),
	SAME("\x1b[12345678901234567890123456789012m%E4%B8%AD%E6%96%87"),
	/* what stands beside was read by a wrong encoding */
	CHANGED("Ë&times; &times;Ð", "Ë× ×Ð"),
	{ "ÎÄ¼þ&times; ÐÂÎÅÖÐÐÄ£¬ÁªÏµÎÒÃÇ", "ÎÄ¼þ× ÐÂÎÅÖÐÐÄ£¬ÁªÏµÎÒÃÇ" },
	/* references to bytes */
	/* bytes that code page 1252 has no character for */
	CHANGED("&#230;&#136;&#145;&#228;&#184;&#141;&#229;&#156;&#168;，好", "我不在，好"),
	SAME("数字&#129;和&#157;没有字"),
	CHANGED("&Ouml;&ETH;&Icirc;&Auml;&#214;&#208;，&auml;&cedil;&shy;&aelig;&#150;&#135;", "中文中，中文"),
	CHANGED("&Ouml;&ETH;&Icirc;&Auml;&Ouml;&ETH;&Icirc;&Auml;&Ouml;&ETH;&Icirc;&Auml;&Ouml;&ETH;&Icirc;&Auml;&Ouml;&ETH;",
		"中文中文中文中文中"),
	CHANGED("&auml;&cedil;&shy;&aelig;\xc2\x96\xc2\x87\xc2\xbd", "中文\xc2\xbd"),
	CHANGED(TIMES16("&auml;\xc2\xb8\xc2\xad") "&auml;&cedil;\xc2\x80&auml;&cedil;\xc2\x80&auml;&cedil;\xc2\x80" TIMES8("&aelig;\xc2\x96\xc2\x87"), TIMES16("ä\xc2\xb8\xc2\xad") "一一一" TIMES8("文")),
	CHANGED("&Ouml;&ETH;&eacute; &laquo;&laquo;&laquo;&laquo;", "ÖÐé ««««"),
	SAME("&eacute;&egrave;&eacute;&egrave;"),
	/* units */
	CHANGED("\\u6211\\u4eec\\u5728\\uff0c好 %u6211%u4eec%u5728", "我们在，好 我们在"),
	CHANGED("\\ud83d\\ude00\\u6211\\u4eec", "😀我们"),
	SAME("\\ud83d\\u6211\\u4eec \\u0041\\u0042\\u0043 \\u00e9\\u00e8\\u00e9 \\ue000\\u6211\\u4eec"),
	CHANGED("\\xe4\\xb8\\xad\\xe6\\x96\\x87 %E4%B8%AD%e6%96%87，%D6%D0%CE%C4", "中文 中文，中文"),
	CHANGED("%E4%B8%AD%20%E6%96%87", "中 文"),
	SAME("%E4%B8 %E4%B8%AD%0A %41%42%43 100%e4 %C0%AF%C0 %E4%B8%AD%26 %A9%96%A9%97%A9%98"),
	SAME(NI_HAO " [\\u4e00-\\u9fa5]{3} [\\u4e00\\u4e8c\\u4e09] \\u4f60\\u597d+\\u4f60"),
	/* JSON: what it leaves as it is or has names for, with the units around */
	CHANGED("\\u4eca\\u5929\\u662f5\\u67086\\u65e5\\uff0c25\\u00b0C \\ud83d\\ude00ok\\uff01", "今天是5月6日，25°C 😀ok！"),
	CHANGED("\\u4eca\\u5929\\n\\t\\u660e\\/\\u5929\\r\\n\\\"A\\\"\\r\\u597d\\n", "今天\n\t明/天\n\"A\"\n好\n"),
	CHANGED("\\n\\u4eca\\u5929\\u662f Visual Studio Code \\u7684", "\n今天是 Visual Studio Code 的"),
	CHANGED("\\u7684 Visual Studio Code \\u4eca\\u5929\\u662f, C:\\new", "的 Visual Studio Code 今天是, C:\\new"),
	CHANGED(NI_HAO "&#8203;\\u4f60 " NI_HAO "５\\u4f60 " NI_HAO "\x7f\\u4f60 ", "你好\u200b你 你好５你 你好\x7f你 "),
	CHANGED(TIMES16(NI_HAO NI_HAO "5") "\\u597d\"", TIMES16("你好你好5") "好\""),
	CHANGED(NI_HAO NI_HAO " 12345678901234567890123456789012\\u4f60", "你好你好 12345678901234567890123456789012\\u4f60"),
	CHANGED(NI_HAO NI_HAO " 1234567890123456789012345678901\\u4f60", "你好你好 1234567890123456789012345678901你"),
	CHANGED(NI_HAO NI_HAO "5\\u0000\\u4f60 \\u4f60", "你好你好5\\u0000\\u4f60 \\u4f60"),
	SAME("\\u4f60 for, \\u597d like, \\u554a\n\\u4f60\\u597d\n\\u554a C:\\new\\table \\u00b05\\u00b06\\u00b0"),
	CHANGED("\\n5 " NI_HAO NI_HAO "。" NI_HAO TIMES8("\u200b") "\\u4f60", "\\n5 你好你好。你好" TIMES8("\u200b") "你"),
	SAME("\\u4f60\\u00b0\\u00b1\\u00b2 "),
	SAME(NI_HAO "\r\\u4f60"),
	SAME("\\u4f60 \\u597d\\u0000\\u554a"),
	SAME("\\u4f60-\\u597d\\u3400-\\u4dbf " NI_HAO NI_HAO "5\\u4f60\" \\u4f60\\u202e\\u4f60\\u4f60 \\n5" NI_HAO "5"),
	SAME("\"" NI_HAO NI_HAO "\" '" NI_HAO NI_HAO "' =" NI_HAO NI_HAO " \\" NI_HAO NI_HAO),
	SAME("http://a.b/%E4%B8%AD%E6%96%87 /wiki/中%E6%96%87%E6%96%87 q=%E4%B8%AD%E6%96%87 %E4%B8%AD%E6%96%87.html"),
	CHANGED("a=b，" NI_HAO NI_HAO "，v2.0的" NI_HAO NI_HAO "，主.要" NI_HAO NI_HAO, "a=b，你好你好，v2.0的你好你好，主.要你好你好"),
	CHANGED("http://a.b/\u2028%E4%B8%AD%E6%96%87", "http://a.b/\u2028中文"),
	SAME("a.b?%E4%B8%AD%E6%96%87 x=y？%E4%B8%AD%E6%96%87 a@b%E4%B8%AD%E6%96%87"),
	SAME("%E4%B8%AD%E6%96%87+%E4%B8%AD 三%E4%B8%AD\\u4e2d\\u6587\\u5b57 " NI_HAO NI_HAO "%E4%B8%AD"),
	CHANGED(NI_HAO NI_HAO "&nbsp;好&amp;", "你好你好 好&"),
	SAME(NI_HAO NI_HAO "&quot&#59; "),
	CHANGED(TIMES16(NI_HAO) TIMES16(NI_HAO) "\\u597d", TIMES16("你好") TIMES16("你好") "好"),
	CHANGED(TIMES32("%E4%BD%A0%E5%A5%BD") "%E4%BD%A0", TIMES32("你好") "你"),
	SAME(TIMES32("\\u4f60\\u0001")),
	/* a page about codes has its units, and one about markup all */
	CHANGED("用Unicode写作" NI_HAO NI_HAO "&nbsp;", "用Unicode写作" NI_HAO NI_HAO " "),
	SAME("它的编码是" NI_HAO NI_HAO),
	SAME("它的編碼是" NI_HAO NI_HAO),
	SAME("在HTML里&nbsp;是空格"),
	SAME("空格写作“&nbsp;”，&lt;"),
	SAME("&lt;script&gt;甲&nbsp;"),
	CHANGED("（&nbsp;&nbsp;）(&nbsp;)", "（  ）( )"),
	CHANGED("&lt; <b>甲</b> <", "< <b>甲</b> <"),
	SAME("│&lt;   │< : 小于号\n&quot; 是 \""),
	CHANGED("a &lt; b，12345678901 <\na &lt; b，123456789012 <\n&lt; 甲\n<",
		"a &lt; b，12345678901 <\na < b，123456789012 <\n< 甲\n<"),
	/* nor is anything touched in a page that is not Chinese */
	{ "An English page says &nbsp; and &#35828;.", NULL },
	{ "&#12354;&#12356;&#12358;&#26085;&nbsp;", NULL },
	/* but behind a mark of direction */
	CHANGED("甲\u202e乙&nbsp;丙\n丁&nbsp;", "甲\u202e乙 丙\n丁 "),
};

static const struct settings set = { .steps = STEP_NOISE | STEP_MOJIBAKE };

START_TEST(rows) { rows_check(&stage_escapes, &set, &row[_i]); }
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, rows, 0, ROWS(row)); }

int main(void) { return suite_run("escapes", add); }
