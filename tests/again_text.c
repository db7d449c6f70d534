#include "again_text.h"

/* Sentences, of either script. */
const char *const again_prose[] = {
	"河边的小屋修好以后，每天都有许多人来。",
	"后来又开了一家茶馆，门口挂着两盏灯笼，从早上到晚上都坐满了人。",
	"有的人看书，有的人看河，很是热闹；太阳落山以后才慢慢地散去。",
	"到了冬天，河面结了冰，孩子们在上面滑冰，大人们站在岸上看着，生怕冰不够厚。",
	"你知道这座桥是什么时候修的吗？",
	"他说：“桥是1987年修的，花了3个月，用了1200块石头。”",
	"馆里的人每天都来（包括下雨的时候），一坐就是半天。",
	"春天来了，山上的花都开了！",
	"我们打开文件，选择“编辑”，再按Ctrl键，就可以看到结果。",
	"公司在2009年的收入是350万元，比前一年增长了12.5%。",
	"会议讨论了三个问题：人员、经费和时间，但是没有得出结论。",
	"这篇文章介绍如何安装Linux系统，并且说明常见的错误。",
	"老师告诉学生们，学习的目的不是为了考试，而是为了明白道理。",
	"他把信放在桌子上，然后关上门，走到街上去了。",
	"這座城市的歷史很長，從前這裡是一個漁村，後來成為重要的港口。",
	"我們應該瞭解這個問題的原因，然後再決定怎樣處理。",
	"圖書館的開放時間是上午九點到下午五點，週末不開放。",
	"頭髮長了就要剪，面條涼了就不好吃。",
	"經濟發展很快，但是環境保護的工作還需要加強。",
	"他們在樓下等了很久，天黑以後才回家去。",
	"据统计，全国共有学校12,345所，学生3.6万人。",
	"如果用户没有登录，系统会显示提示信息，请用户输入用户名和密码。",
	"关于这个问题，人们有不同的看法：有人赞成，有人反对，也有人不表示意见。",
	"秋天的时候，树叶变黄了，一片一片地落下来，铺满了整条小路。",
};
const size_t again_prose_n = sizeof again_prose / sizeof *again_prose;

/* Lines of their own. */
const char *const again_headings[] = {
	"第一章　总则", "一、工作目标", "（二）主要措施", "1. 安装", "2.3 使用方法", "老桥的故事",
	"联系电话：010-12345678", "- 项目之一", "附件：名单", "图1 系统结构", "目　录",
};
const size_t again_headings_n = sizeof again_headings / sizeof *again_headings;

/* Left out, as what is known to change when read again: radicals and broken numbers beside stray marks, stray pinyin of
   simplified text that -t t makes traditional, text that lost bytes behind a tag, one text decoded once and twice. */
const char *const again_fragments[] = {
	/* references and what may be a part of one */
	"&", "amp;", "&amp;", "&amp;amp;", "#38;", "#", "x26;", "nbsp;", "&nbsp;", "&#160;", "&#8203;", "&#92;", "&#37;", "&lt;",
	"&gt;", "&quot;", "&#20013;", "&#x4e2d;", "&Ouml;", "&ETH;", "&auml;", "&cedil;", "&shy;", "&sum;", "&times;", "&zwj;",
	"&#13;", "&#10;", "&#59;", "&#110;", "&#1588;", "&mdash;", "&ldquo;", "&middot;", "&lt;b&gt;", "&lt;/p&gt;", "&#65292;",
	/* units */
	"\\", "\\u", "4e2d", "\\u4e2d", "\\u4e2d\\u6587\\u5b57", "\\x", "\\xe4\\xb8\\xad", "%", "%E4%B8%AD",
	"%E4%B8%AD%E6%96%87", "%D6%D0%CE%C4", "%u4e2d%u6587%u5b57", "u4f60", "http://a.b/", "?", "=",
	/* tags */
	"<", ">", "p", "/p", "br", "<b>", "</b>", "<p>", "</p>", "<br/>", "<a href=\"x\">", "</a>", "<p class='甲'>", "?/p>",
	/* controls and what is not seen */
	"\u200b", "\u200d", "\u200e", "\u2060", "\ufeff", "\xc2\xad", "\u202e", "\u202c", "\u202a", "\u2067", "\u2069", "\x08",
	"\x07", "_\x08", "\x1b[1m", "\x1b[0m", "\u202e文中\u202c", "\u202e是)中(\u202c", "\x05，", "\xc2\x80", "\x7f", "\f",
	/* line ends and blanks */
	"\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\xc2\x85", "\t", " ", "  ", "　", "　　", "\xc2\xa0",
	/* pinyin */
	"我們?yōu)檫M(jìn)一步", "提高質(zhì)量，", "這款B(wán)版", "恢復(fù)正?;\ue1d6?/p>", "開會(huì)時(shí)", "?，", "會(huì )", "议時( shí )",
	"天气(tian)很(hen)好", "(yōu)", "(de)",
	/* residue */
	" and ", " of ", "`", "20112011年年1010月月", "关关于于的的通通知知很很好好\n", "天天\n", "髮展", "中國小校",
	"麵前", "瞭如何", "对10家", "关心社区环境年度工作总结", "的的", "人人", "老桥的故事", "十分鍾情", "计划的",
	/* widths and forms */
	",", "，", ";", "；", ":", "：", "!", "！", "(", ")", "（", "）", ".", "。", "１", "２．５％", "ＡＢＣ", "Ａ", "％", "＜", "＆", "ｎｂｓｐ",
	"豈", "｛", "│", "||", "……", "——", "“", "”", "\"", "、", "(1)", "1)", "①", "〔", ":)", "10:30", "12,345", "(a,b)",
	"，，", ",,", "??", "？？", "!?", " (", ") ", ", ", " ,",
	/* letters and others */
	"a", "A", "3", "1987", "Linux", "the ", "中", "文", "中文，", "是", "里", "后", "干", "發", "台", "\u0634", "👩", "👨\u200d👩", "あ", "カ",
	"한", "- 12 -\n", "\n13\n", "第3页", "· ", "* ", "- ", "= ", "．", "\ue000", "\ufffd", "\u0301", "𠀀",
};
const size_t again_fragments_n = sizeof again_fragments / sizeof *again_fragments;

/* Of one wrong encoding each, as a page has. */
const char *const again_mojibake[][AGAIN_MOJIBAKE] = {
	{ "ÎÄ¼þ", "ÖÐ¹úÈË", "Ð¡ÎÝ", "ÐÂÎÅÖÐÐÄ£¬" },
	{ "ä¸­æ–‡", "â€œ", "â€\xc2\x9d", "Â·", "Ã©" },
	{ "Ã¤Â¸Â­" },
	{ "鎵撳紑鏂囦欢", "锟斤拷", "锛岀粨" },
	{ "穦い┮", "é", "ü" },
};
const size_t again_mojibake_n = sizeof again_mojibake / sizeof *again_mojibake;
