/* Stray pinyin and what it broke: what is undone, and what stays. */
#include "damage.h"
#include "rows.h"

static const struct settings usual = { .steps = STEP_PINYIN };

/* A page that is known to be damaged, by its first line. */
#define DAMAGED "我們?yōu)檫M(jìn)一步提高質(zhì)量\n"
#define REPAIRED "我們為進一步提高質量\n"
#define CHANGED(a, b) { DAMAGED a, REPAIRED b }
#define SAME(a) { DAMAGED a, REPAIRED a }

static const struct text_row row[] = {
	/* alone: an annotation that splits a pair is enough */
	{ "我們?yōu)檫M(jìn)一步提高質(zhì)量", "我們為進一步提高質量" },
	{ "正當(dāng)測(cè)量?jī)x器時(shí)", "正當測量儀器時" },
	{ "最?lèi)?ài)玩", "最愛玩" },
	/* FE84, a private use character in the code page, decoded as GB 18030 has it since */
	{ "以用?xiū)舻卿浿鞣⻊?wù)器並運行", "以用戶登錄主服務器並運行" },
	/* behind characters that are annotated themselves */
	{ "當(dāng)?shù)氐娜硕贾?", "當地的人都知" },
	/* ... aligned */
	CHANGED("開會(huì)時(shí)說(shuō)話(huà)的聲(shēng)音很輕(qīng)", "開會時說話的聲音很輕"),
	CHANGED("顏色是綠(lǜ)的，女人的女是nǚ", "顏色是綠的，女人的女是nǚ"),
	CHANGED("國(ɡuó)家，愛(ài)(ài)", "國家，愛"),
	/* ... annotated itself, where its own bytes are a character of the table (AD 75, 璾, in ōu) */
	CHANGED("下週(zhōu(jì))開會(huì)", "下週開會"),
	CHANGED("下(zhōu(jì))，週(zhōu(yī))", "下(zhōu)，週(zhōu(yī))"),
	/* ... of the second half of a character and an ASCII letter, or of punctuation that has become narrow */
	CHANGED("這款B(wán)版和款A(yù)版", "這款B版和款A版"),
	CHANGED("他買了iPad,F(xiàn)盤也滿了", "他買了iPad，F盤也滿了"),
	/* readings that are none, characters that are not in the table, brackets that are not closed, other letters */
	SAME("解(jiě)讀(bai)一下(hua)，會(hui)議，會(huì、會(Huì)、會（huì）、會( huì)、會(huìì)"),
	SAME("人(rén)，大(dà)小(xiǎo)，(huì)，A(huì)"),
	/* 化, not 会, which the page cannot have: it was made traditional before */
	CHANGED("大量流量正?;?,並提供更大", "大量流量正常化，並提供更大"),
	/* the "?" swallowed an ASCII character with the last byte: what it was cannot be known, but text ended there */
	CHANGED("見“壓縮工具?zhé)?和第 10 節", "見“壓縮工具”?和第 10 節"),
	/* ... a blank, where the page has them in such places; and brackets are no punctuation that control bytes are before */
	CHANGED("用 IP 上網", "用 IP 上網"),
	CHANGED("用 Apple 爲(wèi)了?yì)栏窆芾?App 的", "用 Apple 爲了嚴格管理 App 的"),
	CHANGED("用Apple 爲(wèi)了?yì)栏窆芾?App 的", "用Apple 爲了嚴格管理?App 的"),
	CHANGED("用 IP 爲(wèi)了?yì)栏窆芾?10 的", "用 IP 爲了嚴格管理?10 的"),
	CHANGED("用 80 爲(wèi)了?yì)栏窆芾?10 的", "用 80 爲了嚴格管理 10 的"),
	/* ... nine times of ten */
	CHANGED(TIMES4("用 IP ") TIMES4("用 IP ") "用 IP 用IP爲(wèi)了?yì)栏窆芾?App 的",
		TIMES4("用 IP ") TIMES4("用 IP ") "用 IP 用IP爲了嚴格管理?App 的"),
	CHANGED(TIMES4("用 IP ") TIMES4("用 IP ") "用 IP 用 IP 用IP爲(wèi)了?yì)栏窆芾?App 的",
		TIMES4("用 IP ") TIMES4("用 IP ") "用 IP 用 IP 用IP爲了嚴格管理 App 的"),
	/* control bytes that split a pair: the first unknown byte is that of 常, the second that of 。 */
	CHANGED("一切都恢復(fù)正?;\xee\x87\x96?/p>", "一切都恢復正常化。</p>"),
	CHANGED("他說(shuō):“春天到了?！?/p>", "他說:“春天到了。”</p>"),
	CHANGED("他說(shuō):“春天到了?！?br />", "他說:“春天到了。”<br />"),
	/* questions */
	SAME("這是什麼?，我不知道?”他說?好?!真的?(是)"),
	CHANGED("老師說:“這樣很好??”</p>", "老師說:“這樣很好。”</p>"),
	SAME("真的嗎???，全是????，????????????????????，好"),
	SAME("是嗎?/p 這不是"),
	SAME("天氣晴朗????諝庑迈r,"),
	{ "天氣晴朗??諝庑迈r,", NULL },
	/* without other evidence, the tag that lost its "<" is evidence */
	{ "春天到了?！?/p>", "春天到了。”</p>" },
	{ "春天到了?，我們", NULL },
	/* ... and so is Chinese where there was nonsense, if it is enough of it */
	{ "他高興地笑了?!笨墒堑艿芎兔妹枚疾辉敢饣丶页酝盹?,", "他高興地笑了。”可是弟弟和妹妹都不愿意回家吃晚飯，" },
	{ "大家都來看看?!彼f", NULL },
	{ "他高興地笑了?!笨墒堑艿芎兔妹?,", "他高興地笑了。”可是弟弟和妹妹，" },
	/* ... less of it, where there is an annotation; and none where there are others */
	{ "十分搞笑??臻e時(shí)間", "十分搞笑。空閑時間" },
	{ "十分搞笑??臻e時間", NULL },
	{ "時(shí)候天氣晴朗??諝夂?", NULL },
	{ "時(shí)候正?;?,好", NULL },
	{ "十分搞笑??臻e時(shí)間的人(rén)", NULL },
	/* text that looks a little like it */
	{ "what?a) 是的 b) 不是的", NULL },
	{ "是吗?a)是的?b)不是的", NULL },
	{ "他們?yōu) is not it", NULL },
	{ "他們?yōu)\n為什麼", NULL },
	{ "們?yōu)", NULL },
	{ "?yōu)為", NULL },
	{ "(yōu)", NULL },
	/* what authors annotate */
	{ "怆(chuàng)然而涕下。幽州台:即黄金台,又称蓟(jì)北楼,故址在今北京市大兴,是燕昭王为招纳天下贤士而建。", NULL },
	{ "創 (chuàng) - innovation\n博 (bó) - extensive knowledge\n", NULL },
	{ "中(zhōng)國(guó)是(shì)瓷(cí)器(qì)的(de)故(gù)鄉(xiāng)，我(wǒ)們(men)愛(ài)中(zhōng)國(guó)，中(zhōng)國(guó)", NULL },
	{ "他这样解(bai)读(hua)，国(guo)学，解(bai)读(hua)，国(guo)学，解(bai)读(hua)，国(guo)学", NULL },
	/* blanks in the brackets, and full-width ones: a page of such, by the same evidence */
	{ "開會(huì )時(shí )說(shuō )：會(huì )議時(shí )間，大家（會（huì）員）時( shí )", "開會時說：會議時間，大家（會員）時" },
	{ "開會(huì )時(shí )說(shuō )：議會(huì )，大家(huì )", NULL },
	SAME("會(huì )時(shí )說(shuō )：會(huì )議"),
	/* one character read in two ways */
	{ "將(jiāng)軍，將(jiàng)領，將(jiāng)來，將(jiāng)要，會(huì)議，會(kuài)計，將(jiàng)士，是多音字裏面的兩個例子。"
	  "每個字都有自己的歷史和用法，讀書的人應該多查字典，這樣纔能慢慢明白其中的道理，並且把它們用好。"
	  "老師常常這樣告訴學生，學生也常常這樣去做，日子久了，字就認得多了，書也讀得懂了，心裏也高興了。", NULL },
	/* bytes and characters that code page 936 has not */
	CHANGED("\xff會(huì)\xff(huì)😀(huì)", "\xff會\xff(huì)😀(huì)"),
};

START_TEST(rows) { rows_check(&stage_pinyin, &usual, &row[_i]); }
END_TEST

/* A document of aligned annotations alone: whether they are taken for damage. */
static const struct {
	size_t before;          /* Han in front of the first */
	unsigned right, repeat; /* annotations that are readings, and how often each pair comes */
	unsigned wrong;         /* those of characters that the software cannot know */
	unsigned bare;          /* places where an annotated character has none */
	size_t han;             /* Han in all */
	bool damage;
} evidence[] = {
	/* one character again and again: 1.5 bits, and 4 for each time */
	{ 0, 5, 5, 0, 0, 100, true },
	{ 0, 4, 4, 0, 0, 100, false },
	/* several characters: 1.5 bits for each ... */
	{ 0, 5, 4, 0, 0, 100, true },
	{ 0, 4, 3, 0, 0, 100, false },
	{ 0, 6, 2, 0, 0, 100, true },
	{ 0, 5, 2, 0, 0, 100, false },
	/* ... but for all no more than 10 */
	{ 0, 14, 1, 0, 0, 100, true },
	{ 0, 13, 1, 0, 0, 100, false },
	{ 0, 12, 1, 0, 0, 100, false },
	/* 6 bits against, for what software would not do */
	{ 0, 12, 3, 4, 0, 100, false },
	{ 0, 15, 1, 1, 0, 100, true },
	{ 0, 9, 3, 2, 0, 100, true },
	{ 0, 9, 3, 3, 0, 100, false },
	{ 0, 9, 3, 0, 2, 100, true },
	{ 0, 9, 3, 0, 3, 100, false },
	/* however far apart they are */
	{ 0, 9, 3, 0, 0, 10000, true },
	/* within the first 16,384 code points */
	{ 16384, 900, 100, 0, 0, 17284, false },
};

static struct buf page_of(size_t before, unsigned right, unsigned repeat, unsigned wrong, unsigned bare, size_t han)
{
	static const char *const pair[] = { "會(huì)", "時(shí)", "說(shuō)", "話(huà)", "聲(shēng)", "輕(qīng)",
					    "質(zhì)", "測(cè)", "問(wèn)", "當(dāng)", "馬(mǎ)", "魚(yú)" };
	struct buf page = BUF_INIT;

	for (size_t i = 0; i < before; i++)
		buf_put(&page, 0x7684);
	for (unsigned i = 0; i < right + wrong; i++) {
		struct buf one = stages_text(i < right ? pair[i / repeat % 12] : "人(rén)");

		buf_add(&page, one.p, one.n);
		buf_free(&one);
	}
	for (size_t i = before + right + wrong; i < han; i++)
		buf_put(&page, han - i <= bare ? 0x6703 : 0x7684);
	return page;
}

START_TEST(judged)
{
	struct buf page = page_of(evidence[_i].before, evidence[_i].right, evidence[_i].repeat, evidence[_i].wrong,
				  evidence[_i].bare, evidence[_i].han);
	struct buf got = stages_run(&stage_pinyin, &usual, &page, 0, NULL);

	ck_assert_uint_eq(got.n < page.n, evidence[_i].damage);
	buf_free(&page), buf_free(&got);
}
END_TEST

/* Guessing at bytes stops where it has been in vain too often, and goes on before that. */
START_TEST(patience)
{
	static const size_t times[] = { 4090, 4100 };
	struct buf all = stages_text(DAMAGED), asked = stages_text("什麼?，我們");
	struct buf last = stages_text("天氣晴朗??諝庑迈r,\n"), want = stages_text("天氣晴朗。空氣新鮮,\n");

	for (size_t i = 0; i < times[_i]; i++)
		buf_add(&all, asked.p, asked.n);
	buf_add(&all, last.p, last.n);
	struct buf got = stages_run(&stage_pinyin, &usual, &all, 0, NULL);
	bool repaired = !memcmp(got.p + got.n - want.n, want.p, want.n * sizeof *want.p);
	ck_assert_uint_eq(repaired, _i == 0);
	buf_free(&all), buf_free(&asked), buf_free(&last), buf_free(&want), buf_free(&got);
}
END_TEST

/* Damage that is done by the book, and undone. */
static const struct {
	const char *clean, *words, *marks;
} book[] = {
	{ "我們為進一步提高質量而努力。", "優進質", "" },
	{ "孩子們在院子里踢球，大人們在樹下說話。</p>", "冊樹說話", "，" },
	{ "老師說：“今天的作業要認真寫。”同學們都點點頭。</p>", "師說業認寫鎸兌同學們點頭", "，；！？" },
	{ "早上六點鐘，媽媽就起床做飯了；爸爸還在睡覺。</p>", "點鐘媽飯還覺寢", "，；！？" },
	{ "下載App以后，用手機號登錄，輸入密碼。", "載後機號錄輸碼謾", "，" },
	{ "他買了iPad，F盤也滿了。", "買盤滿現", "" },
	{ "學校的圖書館里有很多書，大家都喜歡去那里看書。</p>", "學圖書館歡矚", "，；！？" },
	{ "天氣十分晴朗。空氣很好，我們都喜歡。", "氣們歡", "，；！？" },
	{ "在科技管理工作中，為了大家的利益，我們為進一步努力。", "優進", "，" },
	/* two unknown bytes with nothing known between them: the first is not settled by what stands before it */
	{ "他家里人多，日子過得並不寬裕。</p>", "過寬", "，；！？" },
	/* a word that the model does not know, and the page has */
	{ "公司的主棧里有主棧，主棧是主棧的。他們都用主棧。</p>", "", "！" },
	/* harder: classics of the package fortunes-zh */
	{ "可謂好學也已。”", "", "，；！？" },
	{ "曰：“吾能爲之足。”</p>", "", "，；！？" },
	{ "其母曰：“女還，顧反爲女殺彘。”</p>", "", "，；！？" },
	{ "對曰：“子夏曰：‘可者與之，其不可者拒之。’”</p>", "", "，；！？" },
	{ "總是難禁，許多魔難，奈好事教人不自由。空追想，念前歡杳杳，後會悠悠。", "", "，；！？" },
};

START_TEST(undone)
{
	static struct damage d;
	struct buf clean = stages_text(book[_i].clean), page, got;

	damage_words(&d, book[_i].words);
	d.marks = book[_i].marks;
	/* the page is known to be damaged by its first line */
	struct buf first = stages_text(DAMAGED), all = BUF_INIT;
	page = damage_do(&d, &clean, NULL);
	buf_add(&all, first.p, first.n);
	buf_add(&all, page.p, page.n);
	got = stages_run(&stage_pinyin, &usual, &all, 0, NULL);
	damage_narrow(&clean);
	damage_narrow(&got);
	ck_assert_uint_ge(got.n, clean.n);
	ck_assert_mem_eq(got.p + got.n - clean.n, clean.p, clean.n * sizeof *clean.p);
	buf_free(&clean), buf_free(&page), buf_free(&got), buf_free(&first), buf_free(&all);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, rows, 0, ROWS(row));
	tcase_add_loop_test(t, judged, 0, ROWS(evidence));
	tcase_add_loop_test(t, patience, 0, 2);
	tcase_add_loop_test(t, undone, 0, ROWS(book));
}

int main(void) { return suite_run("pinyin", add); }
