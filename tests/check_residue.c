/* What pages and machines leave in a text, and what looks like it and is not. */
#include "rows.h"

/* Between two sentences of Chinese, so that the page is Chinese. */
#define HEAD "这是一页中文，说的是日常的事情。\n"
#define TAIL "\n它在这里结束。\n"
#define CHANGED(a, b)                                                                                                  \
	{                                                                                                              \
		HEAD a TAIL, HEAD b TAIL                                                                               \
	}
#define SAME(a)                                                                                                        \
	{                                                                                                              \
		HEAD a TAIL, NULL                                                                                      \
	}

#define NINETY TIMES64("字") TIMES8("字") TIMES8("字") TIMES8("字") "字字"
static const struct text_row tag[] = {
	CHANGED("好的</p>", "好的"),
	CHANGED("<p>第一段</p><p>第二段</p>", "第一段\n第二段"),
	CHANGED("一行<br/>二行<BR>三行<br />", "一行\n二行\n三行"),
	CHANGED("<tt id=\"1\">等宽</tt>和<font color='red' face=\"宋体\">红字</font>", "等宽和红字"),
	CHANGED("<div class=\"a>b\"><span>字</span></div>", "字"),
	CHANGED("前</td> <td>后", "前 \n后"),
	CHANGED("<a href=\"http://example.com/\">链接</a>", "链接"),
	/* not tags, or not ours */
	SAME("若a<b且c>d，则x<5，10<sup>2</sup>，List<a>b"),
	SAME("<p 数值>和<自定义>和<p\n>，<pp>字</pp>"),
	/* a listing, but not where others are left over */
	SAME("##\t<ul>\n##\t<li>Feature A</li>\n</ul>\n<p>"),
	CHANGED("第一段</p>\n<p>\n第二段\n</p>", "第一段\n\n第二段\n"),
	CHANGED("<b>Linux</b>系统", "Linux系统"),
	CHANGED("<b><font face=\"宋体\">Linux</font></b>系统", "Linux系统"),
	SAME("<br><a文<b>中"),
	/* keys and names to be filled in, which nothing ends */
	SAME("按<Del>键，用<font>作字体，表名<table>，其他<br"),
	CHANGED("按<del >键，删<DEL>去</del>了</font>", "按键，删去了"),
	CHANGED("<p>一<br>二<img>三<wbr>四<font color=\"1\">五", "一\n二三四五"),
	/* what is left must not make a new tag */
	SAME("<<b>p>字，<a <b>href>字"),
	/* limits */
	CHANGED("<a title=\"" NINETY NINETY TIMES64("字") "\">好", "好"),
	SAME("<a title=\"" NINETY NINETY TIMES64("字") "字\">好"),
	CHANGED("<blockquote>好</blockquote>", "好"),
	CHANGED("前</p>" TIMES16(" ") "<br>后", "前" TIMES16(" ") "\n后"),
	CHANGED("前</p>" TIMES16(" ") " <br>后", "前\n" TIMES16(" ") " 后"),
	/* pages about markup, and such that are markup */
	SAME("用“<br>”换行，如一<br>二"),
	SAME("用<br>标签换行"),
	SAME("学HTML的人写<br>"),
	SAME("网页设计里的<br>"),
	SAME("前端的<b>字</b>"),
	SAME("这些标签很常用，<b>粗体</b>，<br><br>"),
	CHANGED("这些标签很常用，<b>粗体</b>，<br><br><br>", "这些标签很常用，粗体，"),
	CHANGED("标签：社会\n股票代码600519的<br>行情", "标签：社会\n股票代码600519的\n行情"),
	/* of which two words beside say what is done with them */
	SAME("用 <br> 换行，<b>粗体</b>"),
	SAME("写在<p>前面，<b>粗体</b>"),
	CHANGED("很好用 <br> 今天在<b>中国</b>，换<br>换行", "很好用 \n 今天在中国，换\n换行"),
	SAME("<br> 元素，<b>粗体</b>"),
	/* Markdown */
	SAME("见[说明](a.md)<br>的<b>字</b>"),
	SAME("```\n<b>代码</b>\n```"),
	CHANGED("见[一]、(二)的<br>`代``码`", "见[一]、(二)的\n`代``码`"),
	{ "<html><body><p>中文的网页</p></body></html>\n", NULL },
	{ "<!-- 注释 --><p>中文的网页</p>\n", NULL },
	CHANGED("见index.html，好<br>", "见index.html，好"),
};

static const struct text_row english[] = {
	CHANGED("目标 and 责任，调整 of 结构", "目标和责任，调整的结构"),
	CHANGED("《甲》 and “乙”", "《甲》和“乙”"),
	SAME("目标 AND 责任，目标  and 责任，目标and责任，目标 or 责任，目标 andy 责任"),
	SAME("我 love 你 and 他，一 of 二，二 with 三"),
	CHANGED("我 Love 你 and 他，一 OF 二，你 and 我", "我 Love 你和他，一 OF 二，你和我"),
	SAME("我 Love 你 and 他"),
	SAME("先写 Page 再写 of 即可"),
	CHANGED("我 love 你 and 他，一 of 二", "我 love 你和他，一的二"),
	SAME("the “Clone” and “Heal” tools"),
	CHANGED("甲 " TIMES16("a") "a 乙 and 丙", "甲 " TIMES16("a") "a 乙和丙"),
	SAME("甲 " TIMES16("a") " 乙 and 丙"),
	SAME("rock and roll，吃 and drink"),
	/* words of the page's own: not between Han, of a subject that has them, spoken of */
	SAME("WHERE a=1 and b=2 的条件，目标 and 责任"),
	SAME("“and”和AND，目标 and 责任"),
	CHANGED("the Ministry of Finance，目标 and 责任", "the Ministry of Finance，目标和责任"),
	CHANGED("“and”，目标 and 责任，调整 of 结构", "“and”，目标和责任，调整的结构"),
	SAME("布尔运算，目标 and 责任"),
	SAME("介词和连词，目标 and 责任，调整 of 结构"),
	CHANGED("介词和连词，目标 and 责任，调整 of 结构，一 and 二", "介词和连词，目标和责任，调整的结构，一和二"),
	SAME("用 and 连接，关键字 of 要写，目标 and 责任"),
	CHANGED("用 and 连接，目标 and 责任，调整 of 结构", "用 and 连接，目标和责任，调整的结构"),
};

#define SIXTY_ONE TIMES32("文") TIMES15("文") TIMES8("文") TIMES3("文") TIMES3("文")
static const struct text_row mark[] = {
	SAME("组织的`清洁，园区的'绿化"),
	CHANGED("组织的`清洁和绿化", "组织的清洁和绿化"),
	CHANGED("园区的'绿化", "园区的绿化"),
	SAME("这是'重点'内容，这是`代码`和`旧式'引号"),
	SAME("的`字" SIXTY_ONE "的`字"),
	CHANGED("的`字" SIXTY_ONE "文的`字", "的字" SIXTY_ONE "文的字"),
	SAME("叫做'变量\"的东西"),
	CHANGED("叫做'变量的东西。\n”在‘这里`有东西", "叫做变量的东西。\n”在‘这里`有东西"),
	CHANGED("“组织”的`清洁。园区的'绿化", "“组织”的清洁。园区的绿化"),
	CHANGED("组织的`清洁\n园区的'绿化", "组织的清洁\n园区的绿化"),
	SAME("科迪'A和8'高，it's"),
};

static const struct text_row decimal[] = {
	CHANGED("在3。15活动，增长12。5%，达到1。2万", "在3.15活动，增长12.5%，达到1.2万"),
	/* what is counted, where nothing else shows that points became this */
	SAME("为25。30人参加，今年5。3岁，有2。5个，在3。15活动"),
	CHANGED("为25。30人参加，增长12。5%", "为25。30人参加，增长12.5%"),
	CHANGED("为2。3人，增长12。5%，提高0。5个百分点", "为2.3人，增长12.5%，提高0.5个百分点"),
	SAME("共有50。3月开始，第100。5项，有5。100个，共1。2。3个，得5。"),
	CHANGED("增长1。5%，增长1。5%，共有50。3月开始，第100。5项，有5。100个，共1。2。3个",
		"增长1.5%，增长1.5%，共有50。3月开始，第100。5项，有5。100个，共1。2。3个"),
	CHANGED("1。准备\n长1。5米", "1。准备\n长1.5米"),
	SAME("1。准备\n2。长1。5米"),
	SAME("共3。\n4个"),
};

#define LONG  TIMES32("总") TIMES32("结")
#define TITLE "关心社区环境年度工作总结"
static const struct text_row doubled[] = {
	CHANGED("20112011年年1010月月", "2011年10月"),
	CHANGED("　20112011年年 1010 月月 ", "　2011年 10 月 "),
	CHANGED("关关于于做做好好工工作作的的通通知知", "关于做好工作的通知"),
	CHANGED("第一章第一章，，总则总则", "第一章，总则"),
	CHANGED("人人平等人人平等的的" TIMES8("字字") "字字", "人人平等的" TIMES4("字") TIMES4("字") "字"),
	/* said twice, of too few pieces, too short, without anything that is never said twice */
	SAME("天天\n人人都说高高兴兴\n高高兴兴平平安安\n开开心心快快乐乐平平安安健健康康"),
	SAME("……人人天天年年月月日日……\n——高高兴兴，平平安安——"),
	SAME("一二三的一二三的四五六四五六"),
	CHANGED("一二三的一二三的四四五五", "一二三的四五"),
	SAME("团团圆圆\tllll\t404000"),
	SAME("11年年22月月\n1122334455\n的的年年月月日日"),
	/* but it is where another line is doubled for certain */
	CHANGED("本本公公司司简简介介\n公公司司天天天天简简介介\n关关于于的的通通知知", "本公司简介\n公司天天简介\n关于的通知"),
	CHANGED("关关于于的的通通知知\n天天\n高高兴兴", "关于的通知\n天天\n高高兴兴"),
	/* and not where all of it is words that are said twice */
	CHANGED("关关于于的的通通知知\n开开心心快快乐乐平平安安健健康康\n爸爸妈妈爷爷奶奶叔叔姑姑\n2020天天快快乐乐",
		"关于的通知\n开开心心快快乐乐平平安安健健康康\n爸爸妈妈爷爷奶奶叔叔姑姑\n2020天天快快乐乐"),
	CHANGED("关关于于的的通通知知\n哈哈哈哈谢谢谢谢许多许多許多許多高高興興天天人人", "关于的通知\n哈哈哈哈谢谢谢谢许多许多許多許多高高興興天天人人"),
	/* nor by numbers that are written so, or words; nor a year */
	SAME("2020公公司司简简介介\n1122公公司司简简介介\nQQQQ公公司司简简介介\nhahahaha公公司司简简介介"),
	CHANGED("121121公公司司简简介介", "121公司简介"),
	SAME("1919年年会会的的通通知知\n2020年年会会的的通通知知"),
	CHANGED("2121年年会会的的通通知知，，20202020", "21年会的通知，2020"),
	/* not all of the line, four times */
	SAME("20112011年年1010月月，好\n好的20112011年年1010月月"),
	SAME("2011201120112011年年年年的的的的月月月月1111"),
	/* the longest piece and the longest line, which has no end at the end of the text */
	CHANGED(TIMES15("山水") "月，" TIMES15("山水") "月，的的好好", TIMES15("山水") "月，的好"),
	SAME(TIMES15("山水") "月，的" TIMES15("山水") "月，的的的好好"),
	{ HEAD "关关于于的的通通知知", HEAD "关于的通知" },
	CHANGED(TIMES64(" ") TIMES32(" ") TIMES16(" ") TIMES4(" ") "关关于于的的通通知知  ",
		TIMES64(" ") TIMES32(" ") TIMES16(" ") TIMES4(" ") "关于的通知  "),
	SAME(TIMES64(" ") TIMES32(" ") TIMES16(" ") TIMES4(" ") "关关于于的的通通知知   "),
};

static const struct text_row title[] = {
	{ TITLE "\n\n对10家" TITLE "A级企业进行公示\n", TITLE "\n\n对10家A级企业进行公示\n" },
	{ "  " TITLE "  \n公示了企业" TITLE "并加以说明。\n", "  " TITLE "  \n公示了企业并加以说明。\n" },
	/* between the halves of a word, though it could be spoken of by its neighbours */
	{ TITLE "\n\n参观了图书" TITLE "馆里的展览\n", TITLE "\n\n参观了图书馆里的展览\n" },
	{ TITLE "\n\n我们的" TITLE "里说的\n", NULL },
	{ TITLE "\n\n大家学习" TITLE "精神\n他写过" TITLE "两篇\n", NULL },
	/* alone, quoted, at the start or end of a sentence, spoken of */
	{ TITLE "\n" TITLE "\n《" TITLE "》说。" TITLE "很好，下面的" TITLE "供参考。\n", NULL },
	{ TITLE "\n阅读" TITLE "一文，学习" TITLE "。\n", NULL },
	/* deleting it must not make another one */
	{ TITLE "\n公示关心社区" TITLE "环境年度工作总结企业。\n", NULL },
	/* the shortest and the longest */
	{ "环境年度工作总结\n公示环境年度工作总结企业\n", "环境年度工作总结\n公示企业\n" },
	{ "境年度工作总结\n公示境年度工作总结企业\n", NULL },
	{ LONG "\n" TIMES64("字") "公示" LONG "企业\n", LONG "\n" TIMES64("字") "公示企业\n" },
	{ LONG "结\n" TIMES64("字") "公示" LONG "结企业\n", NULL },
	/* too short, only a line, not the first line */
	{ "工作总结\n公示了工作总结企业。\n", NULL },
	{ "对10家" TITLE "A级企业进行公示", NULL },
	{ HEAD TITLE "\n对10家" TITLE "A级企业\n", NULL },
};

static const struct text_row regional[] = {
	CHANGED("落實中國小校的規定，保護中国小生的权益", "落實中小學校的規定，保護中小学生的权益"),
	CHANGED("各省，大中國小生，最高阶别", "各省，大中小學生，最高级别"),
	SAME("其中國小校已經開放，台中國小校長，中國小說，中國小學"),
	/* two beside each other: what is meant cannot be told */
	SAME("中國小校最高階別"),
	CHANGED("中國小校的各地方的最高階別", "中小學校的各地方的最高級別"),
};

/* Between two sentences of traditional text, of which the first has 32 characters that only that has, and more. */
#define TRADITIONAL TIMES3("這頁傳統的文章，說的是對這裡的風與歷興們讀書時還會寫給們的東西。\n")
#define WORDS(a)                                                                                                       \
	{                                                                                                              \
		TRADITIONAL a "\n它在這裡結束。\n", NULL                                   \
	}
#define RIGHT(a, b)                                                                                                    \
	{                                                                                                              \
		TRADITIONAL a "\n它在這裡結束。\n",                                        \
			TRADITIONAL b "\n它在這裡結束。\n"                                 \
	}
static const struct text_row word[] = {
	RIGHT("企業的髮展，領導乾部，制度建設", "企業的發展，領導幹部，制度建設"),
	RIGHT("問題麵前，皇後", "問題面前，皇后"),
	RIGHT("對于計划的重視，根据規定，最后進行", "對於計劃的重視，根據規定，最後進行"),
	RIGHT("分鍾，經濟發展製度", "分鐘，經濟發展制度"),
	/* what may be meant, where so many others are wrong */
	RIGHT("企業的髮展，對于，制造", "企業的發展，對於，制造"),
	RIGHT("企業的髮展，對于，最后，制造，控制造成", "企業的發展，對於，最後，製造，控制造成"),
	WORDS("制造，復制的，控制造成的，大家盡管說"),
	/* a list of words has no sentence that says what is meant, unless the page does elsewhere */
	WORDS("弔影\t359\n鍥而不舍\t0\n1\t均系\n\t應采兒\t\n防御倡議\t245"),
	RIGHT("均系\t1\n企業的髮展，領導乾部，制度建設", "均系\t1\n企業的發展，領導幹部，制度建設"),
	RIGHT("均系\t1\n企業的髮展，領導乾部，對于", "均係\t1\n企業的發展，領導幹部，對於"),
	RIGHT("對于\n最后 1\t，對于\t1", "對於\n最後 1\t，對於\t1"),
	WORDS("對于" TIMES15("字") "\t"),
	RIGHT("對于" TIMES16("字") "\t", "對於" TIMES16("字") "\t"),
	/* beside another word that it belongs to, or between two that say different things */
	WORDS("頭髮展開，泡麵前先，皇后來了，乾淨的頭髮，餅乾，茶杯裡，頭上的髮是黑的"),
	WORDS("十分鍾情，吃的是麵包和麵條，白髮蒼蒼"),
	/* of what is read around it, simplified characters are quoted, */
	RIGHT("最后，計划", "最後，計劃"),
	WORDS("最后，网页里说"),
	WORDS("最后，文章文章文章文章文章文章的，网页"),
	RIGHT("最后，文章文章文章文章文章文章文章，网页", "最後，文章文章文章文章文章文章文章，网页"),
	WORDS("网页，文章文章文章文章文章文章的最后"),
	RIGHT("网页，文章文章文章文章文章文章文章的最后", "网页，文章文章文章文章文章文章文章的最後"),
	/* and too many of them make no traditional text */
	{ "這是傳統的文章的繁體字寫的，這頁裡，对最后，門\n", NULL },
	{ "這是傳統的文章的繁體字寫的，這頁裡開門見。对应的，最后\n", NULL },
	{ "简体的网页里没有，最后\n", NULL },
	/* text of another time */
	{ "關關雎鳩，在河之洲，至于海邦，遂荒大東。對于天下，對于萬民。\n", NULL },
};

static const struct settings sure = { .steps = STEP_NOISE }, probable = { .steps = STEP_NOISE, .probable = true };

#define TEST(stage, name)                                                                                              \
	START_TEST(name##_rows) { rows_check(&stage_##stage, &probable, &name[_i]); }                                  \
	END_TEST

TEST(tag, tag)
TEST(residue, english)
TEST(residue, mark)
TEST(residue, decimal)
TEST(doubled, doubled)
TEST(title, title)
TEST(regional, regional)
TEST(misconverted, word)

START_TEST(tags_are_certain) { rows_check(&stage_tag, &sure, &tag[_i]); }
END_TEST

/* What is only probable is not done where it was not asked for. */
START_TEST(others_are_probable)
{
	static const struct text_row *const rows[] = { english, mark, decimal, doubled, title, regional, word };

	rows_check(_i < 3   ? &stage_residue
		   : _i < 4 ? &stage_doubled
		   : _i < 5 ? &stage_title
		   : _i < 6 ? &stage_regional
			    : &stage_misconverted,
		   &sure, &(struct text_row){ rows[_i]->in, NULL });
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, tag_rows, 0, ROWS(tag));
	tcase_add_loop_test(t, english_rows, 0, ROWS(english));
	tcase_add_loop_test(t, mark_rows, 0, ROWS(mark));
	tcase_add_loop_test(t, decimal_rows, 0, ROWS(decimal));
	tcase_add_loop_test(t, doubled_rows, 0, ROWS(doubled));
	tcase_add_loop_test(t, title_rows, 0, ROWS(title));
	tcase_add_loop_test(t, regional_rows, 0, ROWS(regional));
	tcase_add_loop_test(t, word_rows, 0, ROWS(word));
	tcase_add_loop_test(t, tags_are_certain, 0, ROWS(tag));
	tcase_add_loop_test(t, others_are_probable, 0, 7);
}

int main(void) { return suite_run("residue", add); }
