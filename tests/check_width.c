/* Punctuation that is made full width, and what is not. */
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

static const struct text_row row[] = {
	/* between Han */
	CHANGED("室内,还有;注意:什么?好!", "室内，还有；注意：什么？好！"),
	CHANGED("太好了!!真的吗?!", "太好了！！真的吗？！"),
	CHANGED("“好”,他说。《书》:一本书", "“好”，他说。《书》：一本书"),
	CHANGED("天气, 很好", "天气，很好"),
	CHANGED("天气,  很好", "天气，  很好"),
	CHANGED("天气 ,很好", "天气 ，很好"),
	CHANGED("最后一行,", "最后一行，"),
	CHANGED("**镇,__年,xx的□,好", "**镇，__年，xx的□，好"),
	/* numbers and words joined to Han */
	CHANGED("占93%,同比增长34%;完成5家,建成", "占93%，同比增长34%；完成5家，建成"),
	CHANGED("时间:2022-07-29 09:10:07", "时间：2022-07-29 09:10:07"),
	CHANGED("下载App,用QQ:很好", "下载App，用QQ：很好"),
	CHANGED("增长93%,24个", "增长93%，24个"),
	CHANGED("去过KTV?", "去过KTV？"),
	CHANGED("来源:Reuters", "来源：Reuters"),
	CHANGED("见http://example.com/a,谢谢", "见http://example.com/a，谢谢"),
	CHANGED("网址:http://example.com:80/?q=1,2", "网址：http://example.com:80/?q=1,2"),
	/* times, numbers, Latin, code */
	SAME("在12:30开会，共1,000元，比分3:1"),
	SAME("支持Java,Python语言"),
	SAME("Tom, Jerry, and Bob: who? They!"),
	SAME("The city of 北京, China (北京) is big."),
	SAME("谢谢:) 好;-) 哈:D"),
	SAME("std::中文，a != 中文，键::值"),
	SAME("{\"名\":\"值\",\"数\":[1,2]}"),
	SAME("http://example.com/中文?a=1&b=2"),
	SAME("乱码????在此，还有??字"),
	SAME("图![字](a.png)和[字](b.html)和[一](二）"),
	SAME("日期 : 日"),
	/* the query of a URL behind Han; behind other Han a sentence may begin with what looks like a name */
	SAME("见x.cn/中文?a=1，http://x.cn/中文?名=值，你说呢?a=1"),
	CHANGED("你说呢?答案=3，和/或?答案=3，a.b?答案=3", "你说呢？答案=3，和/或？答案=3，a.b？答案=3"),
	CHANGED("x.cn/" TIMES32("字") TIMES8("字") TIMES4("字") "?字=a\nx.cn/" TIMES32("字") TIMES8("字") TIMES4("字")
		"字?字=a", "x.cn/" TIMES32("字") TIMES8("字") TIMES4("字") "?字=a\nx.cn/" TIMES32("字") TIMES8("字")
		TIMES4("字") "字？字=a"),
	CHANGED("字?" TIMES16("a") TIMES8("a") "=1，字?" TIMES16("a") TIMES8("a") "a=1",
		"字?" TIMES16("a") TIMES8("a") "=1，字？" TIMES16("a") TIMES8("a") "a=1"),
	/* parentheses */
	CHANGED("总结 (通用5篇)", "总结 （通用5篇）"),
	CHANGED("(1)开展，(a)项，(12) 号", "（1）开展，（a）项，（12） 号"),
	CHANGED("合同(协议)45个,WTO(世贸组织)的GDP(总值)", "合同（协议）45个，WTO（世贸组织）的GDP（总值）"),
	CHANGED("组织(WTO)成立", "组织（WTO）成立"),
	CHANGED("包括:(1)好;(2)坏", "包括：（1）好；（2）坏"),
	/* what stands in a row goes one way; a letter alone is no reading */
	CHANGED("答案(a)和(b)，选(a),(b),(c)三个", "答案（a）和（b），选（a），（b），（c）三个"),
	CHANGED("(a),(b)都对，选(i),(ii)好", "（a），（b）都对，选（i），（ii）好"),
	CHANGED("答案(a) 和 (b)\n选（a)或(b", "答案（a） 和 （b）\n选（a）或(b"),
	SAME("(WTO)和(ITU)组织，in (a),(b)都对"),
	CHANGED(TIMES16("(1)") TIMES4("(1)") TIMES3("(1)") "都\n" TIMES16("(1)") TIMES8("(1)") "都",
		TIMES16("（1）") TIMES4("（1）") TIMES3("（1）") "都\n" TIMES16("(1)") TIMES8("(1)") "都"),
	CHANGED("好(abcdefgh) (b)\n好(abcdefghi) (b)", "好（abcdefgh） （b）\n好（abcdefghi） (b)"),
	/* brackets that cross */
	SAME("数组[(中文]后面)的，乱(了]又)来，(甲[乙)丙]丁，(甲「乙)丙」"),
	CHANGED("(甲「乙」丙[丁]{戊}〔己〕〒)", "（甲「乙」丙[丁]{戊}〔己〕〒）"),
	/* one that the other half of a pair could be */
	SAME("见http://x.cn/(甲 1)好，见http://x.cn/甲(乙 a)好"),
	CHANGED("(见 1)好\n1)甲 2)好", "（见 1）好\n1）甲 2）好"),
	CHANGED("1)开展", "1）开展"),
	CHANGED("价格(元):100，其他（元）:50，共(30):40", "价格（元）：100，其他（元）：50，共（30）：40"),
	SAME("f(3):100，x (in Chinese: 元): 100"),
	CHANGED("中文（半个)和(半个）", "中文（半个）和（半个）"),
	CHANGED("外(内(里)内)外", "外（内（里）内）外"),
	CHANGED("逻辑卷 (LVM) 能用，2.0版 (LTS),好", "逻辑卷 （LVM） 能用，2.0版 （LTS），好"),
	CHANGED("见 lp (在桌面中),可以", "见 lp （在桌面中），可以"),
	SAME("Osamu Aoki (青木修), Yang Hong (杨红) (both)"),
	SAME("introduction to SELinux (discussed in 第 5 章) is"),
	SAME("the “user space”, as “we” say: “is ‘it’ so”?"),
	SAME("查看“Conffiles:”的内容，在 Debian (8) 里"),
	CHANGED("“好!”他说“用App”,再“去KTV?”", "“好！”他说“用App”，再“去KTV？”"),
	SAME("调用printf(3)和f(x)，值为a(b)c"),
	SAME("函数()没有参数"),
	SAME("print('你好')和f(x, \"你好\")和log(`你好`)和VALUES ('你好')和f(g('你好'))"),
	SAME("if (/* 成功 */) {和if (成功) {和(参数) => 值和(参数)->值和{(一)}和文件(&F)和$(一)"),
	CHANGED("形状:('甲', 2)", "形状：（'甲', 2）"),
	CHANGED("他说('你好')和用f(你好'a')", "他说（'你好'）和用f（你好'a'）"),
	SAME("区间(0, 1)和点(x,y)和(-1.5, +2)内"),
	CHANGED("区间(01)和点(xx,y)内", "区间（01）和点（xx,y）内"),
	/* how a word is read; words of a list */
	SAME("创新(chuàngxīn)和创(chuàng)作，北京(Běijīng)，落(la)在，西安(Xī'ān / Cháng-ān)"),
	CHANGED("值(object)和A(la)，（la)", "值（object）和A(la)，（la）"),
	SAME("sustainable;可持续\n“user”:用户\nQQ,很好\n" TIMES32("a") TIMES16("a") ";好"),
	CHANGED("好QQ,很好\n好" TIMES32("a") TIMES16("a") ",好" , "好QQ，很好\n好" TIMES32("a") TIMES16("a") ",好"),
	/* keys of TeX */
	SAME("见\\cite{张三,李四}和\\eqref{式:一}和\\label{图:二}"),
	CHANGED("\\section{甲,乙}\\cite{甲}、乙,丙\\emph{甲:乙}", "\\section{甲，乙}\\cite{甲}、乙，丙\\emph{甲：乙}"),
	/* references to characters; tables drawn with lines */
	CHANGED("甲&lt;乙&#160;丙;丁", "甲&lt;乙&#160;丙；丁"),
	SAME("甲<!乙<?丙"),
	CHANGED("甲&abcdefghi;乙&abcdefghij;丙", "甲&abcdefghi;乙&abcdefghij；丙"),
	CHANGED("│甲,乙(丙) │1)丁│\n甲,乙──(丙)", "│甲,乙(丙) │1)丁│\n甲，乙──（丙）"),
	CHANGED("(甲│乙)", "（甲│乙）"),
	/* fields and roles */
	SAME("\n:作者: 某人\n见:ref:`a`，见，:c:func:`a`"),
	CHANGED("作者:某人的:ref:a", "作者：某人的：ref:a"),
	SAME(":" TIMES15("字") ":好"),
	CHANGED(":" TIMES16("字") ":好", ":" TIMES16("字") "：好"),
	/* dashes and ellipses are of the text beside them */
	CHANGED("他说……,好——,你!", "他说……，好——，你！"),
	SAME("v1, …, vn, a —, b"),
	SAME("只有一半(的，另一行\n的)一半"),
	SAME("see (1) and (中文) here"),
	SAME("x1)开展，f(x1)开展"),
	/* limits */
	CHANGED("(" TIMES16(TIMES15("字")) TIMES15("字") ")", "（" TIMES16(TIMES15("字")) TIMES15("字") "）"),
	SAME("(" TIMES16(TIMES16("字")) ")"),
	CHANGED(TIMES8("(") "字" TIMES8(")"), TIMES8("（") "字" TIMES8("）")),
	CHANGED("(" TIMES8("(") "字" TIMES8(")") ")", "(" TIMES8("（") "字" TIMES8("）") ")"),
	CHANGED("用" TIMES32("a") ",\n用a" TIMES32("a") ",", "用" TIMES32("a") "，\n用a" TIMES32("a") ","),
	CHANGED("好" TIMES16("!") "\n好!" TIMES16("!"), "好" TIMES16("！") "\n好!" TIMES16("!")),
	CHANGED("好" TIMES4("”") ",a\n好”" TIMES4("”") ",a", "好" TIMES4("”") "，a\n好”" TIMES4("”") ",a"),
	CHANGED("(123)号\n(1234)号", "（123）号\n(1234)号"),
	CHANGED("(abcdefgh中国)\n(abcdefghi中国)", "（abcdefgh中国）\n(abcdefghi中国)"),
	{ "你好,世界" TIMES32("a"), "你好，世界" TIMES32("a") },
	{ "你好,世界a" TIMES32("a"), NULL },
	{ "你好,世界の", "你好，世界の" },
	{ "你好,世界のの", NULL },
	{ "你好,新的世界のの", NULL },
	/* pages that are not Chinese, and tables */
	{ "東京は,日本の首都(しゅと)です,よ。カタカナ,ひらがな", NULL },
	{ "A long page in English says that 你好,世界 is a greeting (中文) of the world, no more and no less.", NULL },
	{ "姓名,年龄,城市\n张三,28,北京\n李四,31,上海\n王五,45,广州\n", NULL },
	{ "北京,2154\n上海,2424\n广州,1404\n深圳,1252\n", NULL },
	{ "三亞,三亚,,sānyà\n北海,北海,,běihǎi\n廈門,厦门,,xiàmén\n", NULL },
	{ "姓名,年龄,城市\n张三,28,北京\n", "姓名，年龄，城市\n张三，28，北京\n" },
	{ "人员\n" TIMES8("张三,28,北京\n") TIMES3("李四,31,上海\n"), NULL },
	{ "人员\n" TIMES8("张三,二,北京\n") "李四,三,上海\n", "人员\n" TIMES8("张三，二，北京\n") "李四，三，上海\n" },
	/* a table within a page */
	SAME("姓名,年龄,地址\n张三,28,北京\n李四,31,上海\n王五,二,广州"),
	SAME(TIMES3("甲,1," TIMES64("字") TIMES16("字") "\n")),
	CHANGED(TIMES3("甲,1," TIMES64("字") TIMES16("字") "字\n"), TIMES3("甲，1，" TIMES64("字") TIMES16("字") "字\n")),
	CHANGED("姓名,年龄,地址\n张三,28,北京\n李四,二,上海\n春天来,百花开,好",
		"姓名，年龄，地址\n张三，28，北京\n李四，二，上海\n春天来，百花开，好"),
	CHANGED("姓名,年龄,地址\n张三,28,北京\n李四,31\n", "姓名，年龄，地址\n张三，28，北京\n李四，31\n"),
	CHANGED("姓名,年龄\n张三,28\n李四,31\n他说,好的", "姓名，年龄\n张三，28\n李四，31\n他说，好的"),
	CHANGED("甲,1,二\n乙,1,二\n丙,1,二\n春天来,百花开", "甲,1,二\n乙,1,二\n丙,1,二\n春天来，百花开"),
	CHANGED("甲,1,二;三\n乙,1,二\n丙,1,二\n\n丁,1,二", "甲,1,二;三\n乙,1,二\n丙,1,二\n\n丁，1，二"),
	{ "春天来,百花开\n夏天到,蝉声闹\n秋天里,果满枝\n", "春天来，百花开\n夏天到，蝉声闹\n秋天里，果满枝\n" },
};

static const struct settings set = { .steps = STEP_WIDTH };

START_TEST(rows) { rows_check(&stage_width, &set, &row[_i]); }
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, rows, 0, ROWS(row)); }

int main(void) { return suite_run("width", add); }
