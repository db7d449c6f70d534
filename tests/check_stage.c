/* What every stage must hold to, asked of each in one loop. */
#include <string.h>
#include "convert.h"
#include "stages.h"
#include "suite.h"
#include "utf8.h"

/* Longer than any stage holds back. */
#define FOUR(s)    s s s s
#define SIXTEEN(s) FOUR(FOUR(s))

static const char *const text[] = {
	"",
	"\xef\xbb\xbf漢字\r\n中文\r\xc2\x85行\xe2\x80\xa8行\xe2\x80\xa9",
	"\r",
	"\r\r\n\n\xff\xfe",
	"这U盘里面的鼠标文件，头发\n发现头\xff发；皇后后来SQL注入PN结",
	/* lines of one width, and a blank line in mid-sentence; with more blanks than are looked through */
	"　　河边的小屋修好以后，每天都有许多人来，后来又开\n了一家茶馆，门口挂着两盏灯笼，每天从早上到晚上都 \n"
	"坐满了人。有的看书 report-\ning in time，有的看河，很是热闹，太阳落山以后才慢\n\n慢地散去，第二天又来。\n"
	"　　到了冬天，河面结了冰，孩子们在上面滑冰，大人们\n站在岸上看着，生怕冰不够厚，不过从来没有出过事。  "
	"                                        \n冰化了以后，春天就来了。\n\n\n\n　　春天来了。- \n-",
	/* pages with numbers and heads, and a sentence's end before one */
	FOUR("河边的小屋修好以后，每天都有许多人来，后来又开了一家茶\n\n- 12 -\n\n老桥的故事\n\n馆，很是热闹。\n\n"
	     "很是热闹。\n12\n\n馆里的人，每天都来。\n \n13\n\n14\n15\n\n\n16\n\n\n\n17\n第一百二十三页\n"),
	/* stray pinyin: aligned, splitting pairs, control junk, a tag, what only looks so at the end */
	"我們?yōu)檫M(jìn)一步提高質(zhì)量,這款B(wán)版,F(xiàn)盤\n正當(dāng)測(cè)量?jī)x器時(shí)",
	"一切都恢復(fù)正?;\xee\x87\x96?/p>\n他說(shuō):“春天到了?！?/p>\n開會(huì)時(shí)?，?，好???，????，?yōu)",
	"會(huì)會(huì)(huì",
	/* read by the wrong encoding, in lines of their own and within others, and longer than a stretch is */
	"这是：ÐÂÎÅÖÐÐÄ£¬ÁªÏµÎÒÃÇ。完\n" SIXTEEN("ºÓ±ßµÄÐ¡ÎÝÐÞºÃÒÔºó£¬Ã¿Ìì¶¼ÓÐÐí¶àÈËÀ´¡£") SIXTEEN("æ˜¥å¤©") "\n"
	"鎵撳紑鏂囦欢澶?\r\n鍗曚綅?px锛岀粨鏋?\nワ跪弇肮悝蛁砩ㄛ隴毞悝苺溫樑珨毞﹝\n",
	SIXTEEN("CafÃ©â€™s ðŸ˜€â€œ好â€ ãƒ†Ã¢â‚¬â„¢\u200bÂ·\u200b") SIXTEEN("ðŸ˜€ðŸ˜€ðŸ˜€") "ï¼Œ",
	"十分搞笑??臻e時(shí)間，開會(huì )時(shí )說(shuō )：會（huì）議時( shí )間",
	SIXTEEN("天气天(tian)很(hen)好，我（wo）们( men )一起(qi)去公园(yuan)玩(wan"),
	/* controls, invisible characters, overrides */
	SIXTEEN("中\x01文\x1b[31m红\x1b[0m字a\ba_\bb中\b\b中\u200b文\u202e)好(\u202c是\u2066的\u2069 "
		"\u202e开\n\xc3\xa4\xc2\xb8\xc2\xad👨\u200d👩"),
	SIXTEEN("\x1b[\u202e\u200b\x08"),
	/* punctuation */
	SIXTEEN("中文,英文(English);10:30分,占93%,好!?(见http://a.b/c?d:e,f)谢谢:) 1)甲 (2)乙 “丙:”,\n"),
	SIXTEEN("((((((((((((,,,,,,,,,,,,,,,,,,!?"),
	SIXTEEN("选(a)、(b)和(cd) ,(e),见x.cn/中文?名=值,(甲[乙)丙]") "(f)\n" FOUR("姓名,年龄,地址\n张三,28,北京\n李四,31,上海\n")
		"王五,二,北京\n\n春天来,百花开\n",
	/* references and units */
	SIXTEEN("甲&amp;nbsp;乙&#35828;&Ouml;&ETH;&Icirc;&Auml;\\u4f60\\u597d\\u4f60 %E4%BD%A0%E5%A5%BD，&nb&#115;p;&#13;\n"),
	SIXTEEN("&auml;&cedil;&shy;") SIXTEEN("&Ouml;&ETH;"),
	SIXTEEN("%E4%BD%A0%E5%A5%BD") "中文" SIXTEEN("\\u4f60\\ud83d"),
	SIXTEEN("\\n\\u4eca5\\n\\u5929 3, &copy; 2020\\ud83d\\ude00&nbsp;\\u597d") "中文\\u4eca",
	SIXTEEN("&amp;") "nbsp;中文" SIXTEEN("&#0000"),
	/* other forms of characters */
	SIXTEEN("１．９％，ＡＢＣ－３│⼀⼁天\ufa19&#１２;．"),
	/* tags, marks, titles, words */
	"关心社区环境年度工作总结\n" SIXTEEN(
		"<p class=\"a\">对10家关心社区环境年度工作总结A级</p> <br/>的`企业 and 个人，在3。15日</p>\n"),
	SIXTEEN("用 and 连接，目标 of 责任，共3。5人，长1。5米，12。5%，用 <br> 换行 and 表示\n"),
	SIXTEEN("目标 of 责任，共3。5人，长1。5米，12。5%，换 and 表示，<b>标签：</b>股票代码\n"),
	SIXTEEN("企業的髮展製度在中國小校裡<b <a <<b>字\n"),
	"中文\n20112011年年1010月月\n天天\n关关于于的的通通知知很很好好\n" SIXTEEN("山山水水") "的的年年\n字字字字的的字字字字",
	SIXTEEN("這是傳統的文章，說的是對于計划的髮展，十分鍾情于中國小校的最后一頁，中國小校最高階別，关联络数\n"),
};

static struct settings everything = { .steps = ~0u, .probable = true };

static size_t stages(void)
{
	size_t n = 0;

	while (chain_stages[n])
		n++;
	return n;
}

/* The loop index names a stage and a text. Pieces of 1, 2, 3, ... code points give what the whole gives, and so do lines. */
START_TEST(any_cut)
{
	const struct stage *stage = chain_stages[(size_t)_i / ROWS(text)];
	struct buf in = stages_text(text[_i % ROWS(text)]);
	struct buf want = stages_run(stage, &everything, &in, 0, NULL);

	for (size_t k = 0; k < 20 && k < in.n; k++) {
		size_t step = k ? k : STAGES_LINES;
		struct buf got = stages_run(stage, &everything, &in, step, NULL);

		if (got.n != want.n || memcmp(got.p, want.p, got.n * sizeof *got.p))
			ck_abort_msg("stage %s, text %d: another result in pieces of %zu", stage->name, _i % ROWS(text),
				     step);
		buf_free(&got);
	}
	buf_free(&in);
	buf_free(&want);
}
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, any_cut, 0, (int)stages() * ROWS(text)); }

int main(void)
{
	everything.to = conversion_find("s2twp");
	return suite_run("stage", add);
}
