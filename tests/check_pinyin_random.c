/* Annotations of characters that were taken by chance, and those that an author chose. */
#include "pinyin_random.h"
#include "rows.h"

static const struct settings safe = { .steps = STEP_PINYIN }, all = { .steps = STEP_PINYIN, .probable = true };

/* A page of that kind: of 15 readings four are of characters that stood bare before, and in the second copy all. */
#define ANNOTATED                                                                                                      \
	"今天(tian)是星期(qi)一，天气很(hen)好，我(wo)们一起(qi)去公(gong)园里玩。公园(yuan)里有很多人(ren)，有的(de)人"      \
	"在(zai)跑步，有的人在唱(chang)歌，还有(you)人在放(fang)风筝(zheng)。他(ta)们都很高(gao)兴。\n"
#define BARE                                                                                                           \
	"今天是星期一，天气很好，我们一起去公园里玩。公园里有很多人，有的人在跑步，有的人在唱歌，还有人在放风筝。"      \
	"他们都很高兴。\n"
#define CHANCE ANNOTATED ANNOTATED ANNOTATED
#define PLAIN  BARE BARE BARE

static const struct text_row row[] = {
	{ CHANCE, PLAIN },
	/* with tones, blanks and full-width brackets, in traditional characters, ü as v or ü */
	{ CHANCE "绿(lv)色(sè)，女（nǚ）的，女( nü )，樂(le )了", PLAIN "绿色，女的，女，樂了" },
	/* what is no reading stays, or is no annotation */
	{ CHANCE "解(bai)读，白(bai)(bai)，人(man)，人(r e n)，人(   ren)，人(ren，A(ren)",
	  PLAIN "解(bai)读，白，人(man)，人(r e n)，人(   ren)，人(ren，A(ren)" },
	/* every character; words; a joke; what is explained where it is met first */
	{ "今(jīn)天(tiān)是(shì)星(xīng)期(qī)一(yī)，天(tiān)气(qì)很(hěn)好(hǎo)，我(wǒ)们(men)去(qù)公(gōng)园(yuán)", NULL },
	{ "星期 xīngqī；天气(qi)；公园(yuan)；跑步(bu)；唱歌(ge)；风筝(zheng)；今天(tian)；很好(hao)；我们(men)；"
	  "有人(ren)；玩具(ju)；天空(kong)；期望(wang)；气球(qiu)", NULL },
};

START_TEST(rows) { rows_check(&stage_pinyin, &all, &row[_i]); }
END_TEST

/* By default such a page stays. */
START_TEST(only_where_asked)
{
	static const struct text_row stays = { CHANCE, NULL };

	rows_check(&stage_pinyin, &safe, &stays);
}
END_TEST

/* The evidence, at each of its limits. */
static const struct {
	unsigned right, wrong, han; /* annotations; Han in all */
	unsigned inside, again;     /* of the right ones: in front of a Han; of a character that stood bare before */
	bool chance;
} evidence[] = {
	{ 12, 0, 100, 12, 12, true },  { 11, 0, 100, 11, 11, false }, /* enough of them */
	{ 20, 1, 100, 20, 20, true },  { 19, 1, 100, 19, 19, false }, /* readings */
	{ 12, 0, 300, 12, 12, true },  { 12, 0, 301, 12, 12, false }, /* dense */
	{ 60, 0, 100, 40, 60, true },  { 61, 0, 100, 40, 61, false }, /* not all */
	{ 20, 0, 100, 13, 20, true },  { 20, 0, 100, 12, 20, false }, /* inside of sentences */
	{ 16, 0, 100, 16, 2, true },   { 16, 0, 100, 16, 1, false },  /* by chance */
};

START_TEST(judged)
{
	struct buf page = stages_text("人，"), right[2] = { stages_text("的(de)"), stages_text("人(ren)") },
		   wrong = stages_text("人(man)"), end = stages_text("，");
	unsigned han = 1;

	for (unsigned i = 0; i < evidence[_i].right; i++) {
		const struct buf *one = &right[i < evidence[_i].again];

		buf_add(&page, one->p, one->n);
		han++;
		if (i < evidence[_i].inside && i + 1 < evidence[_i].right && han + evidence[_i].right < evidence[_i].han) {
			buf_put(&page, 0x91cc);
			han++;
		} else if (i >= evidence[_i].inside) {
			buf_add(&page, end.p, end.n);
		}
	}
	buf_add(&page, end.p, end.n);
	for (unsigned i = 0; i < evidence[_i].wrong; i++, han++)
		buf_add(&page, wrong.p, wrong.n);
	for (; han < evidence[_i].han; han++)
		buf_put(&page, 0x91cc);
	ck_assert_uint_eq(pinyin_random(page.p, page.n), evidence[_i].chance);
	buf_free(&page), buf_free(&right[0]), buf_free(&right[1]), buf_free(&wrong), buf_free(&end);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, rows, 0, ROWS(row));
	tcase_add_test(t, only_where_asked);
	tcase_add_loop_test(t, judged, 0, ROWS(evidence));
}

int main(void) { return suite_run("pinyin_random", add); }
