/* Pages of clean text, damaged and repaired: with annotation tables of several sizes, and control bytes before several
   sets of punctuation. */
#include "damage.h"
#include "rows.h"

static const char text[] =
	"<p>每天早上六點鐘，媽媽就起床給全家人做早飯；爸爸送我和妹妹去學校，然后再去工廠上班。</p>\n"
	"<p>我們的學校在一條小河旁邊，四周種滿了樹。春天來了，樹上開滿了花，風一吹，花瓣就落在水面上，好看極了！</p>\n"
	"<p>老師說：“大家要愛護花草樹木，不要亂丟垃圾。”同學們都記住了這句話。</p>\n"
	"<p>下課以后，我們有的跳繩，有的踢球，還有的在圖書館里看書。你最喜歡做什么？我最喜歡畫畫；妹妹最喜歡唱歌。</p>\n"
	"<p>為了進一步提高產品質量，這個工廠請來了幾位經驗豐富的工程師，對機器設備進行了全面的檢查和維護。經過三個月的努力，"
	"產量增長了百分之二十，工人們的收入也有了明顯的提高。</p>\n"
	"<p>去年夏天，我們一家人去海邊旅游。大海是藍色的，天空也是藍色的，遠遠望去，分不清哪里是海，哪里是天。</p>\n"
	"<p>爺爺常常對我說：“時間過得很快，要珍惜每一天。”我覺得他說得很對。</p>\n"
	"<p>請下載App以后用手機號碼登錄，輸入驗證碼，就可以查詢、預訂和付款（支持WiFi）。有問題請打電話聯系我們！</p>\n"
	"<p>這個問題很復雜，不是一兩句話能說清楚的；但是，只要大家一起想辦法，總會有辦法的。你說對不對？</p>\n"
	"<p>報告指出，城市的環境衛生有了很大改善，群眾的生活水平不斷提高，各項工作都在正常進行，取得了顯著的成績。</p>\n";

static const size_t size[] = { 20, 60, 100, 400 };
static const char *const marks[] = { "，；！？", "，；", "；！？", "，。；：！？", "，。、；：！？", "" };

START_TEST(undone)
{
	static struct damage d;
	static const struct settings set = { .steps = STEP_PINYIN };
	struct buf clean = stages_text(text);

	damage_choose(&d, &clean, size[_i / ROWS(marks)]);
	d.marks = marks[_i % ROWS(marks)];
	struct buf page = damage_do(&d, &clean, NULL), got = stages_run(&stage_pinyin, &set, &page, 0, NULL);
	damage_narrow(&clean);
	damage_narrow(&got);
	for (size_t i = 0; i < clean.n; i++)
		if (i >= got.n || got.p[i] != clean.p[i])
			ck_abort_msg("%zu words, control bytes before \"%s\": not as it was from code point %zu on",
				     d.words, d.marks, i);
	ck_assert_uint_eq(got.n, clean.n);
	buf_free(&clean), buf_free(&page), buf_free(&got);
}
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, undone, 0, ROWS(size) * ROWS(marks)); }

int main(void) { return suite_run("damage", add); }
