/* Real pages with stray pinyin: what the stage makes of one, damaged again by tests/damage.c, is the page as it came,
   byte for byte. The pages are not ours to ship: ZHNORM_SEEDS says where they are; without them the test is skipped. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "damage.h"
#include "mem.h"
#include "pinyin_table.h"
#include "realign.h"
#include "stages.h"
#include "utf8.h"

enum { FAILED = 1, SKIPPED = 77 };

static struct buf read_page(const char *dir, const char *name)
{
	char path[4096];
	struct buf text = BUF_INIT;

	snprintf(path, sizeof path, "%s/%s", dir, name);
	FILE *f = fopen(path, "rb");
	unsigned char *p = mem_zalloc(1 << 20);
	size_t n = f ? fread(p, 1, 1 << 20, f) : 0;

	utf8_decode(p, n, true, &text);
	free(p);
	if (f)
		fclose(f);
	return text;
}

/* The annotations that a page shows, each once: the table of the software that made it. */
static void collect(struct damage *d, const struct buf *page)
{
	for (size_t i = 2; i < page->n; i++) {
		bool widen;
		int pair;
		size_t k = 0;

		if (!realign_annotation(page->p + i - 2, page->p + i, page->n - i, &widen, &pair))
			continue;
		unsigned code = (pinyin_pair[pair] >> 16 & 0xff00) | (pinyin_pair[pair] & 0xff);
		while (k < d->words && d->word[k].code != code)
			k++;
		if (k < d->words || k == DAMAGE_WORDS)
			continue;
		d->word[d->words].code = code;
		d->word[d->words++].reading = (int)(pinyin_pair[pair] >> 8 & 0xffff);
	}
}

/* The first code point from which a and b differ; where they do not, that behind the last. */
static size_t same(const struct buf *a, const struct buf *b)
{
	size_t i = 0;

	while (i < a->n && i < b->n && a->p[i] == b->p[i])
		i++;
	return i;
}

static int check_page(const char *name, const struct buf *page)
{
	/* Sites differ in the punctuation that they put control bytes before: one of these sets must fit. */
	static const char *const marks[] = { "，；！？", "，；？", "，；", "；！？", "，" };
	static const struct settings set = { .steps = STEP_PINYIN };
	static struct damage d;
	unsigned long long count[RULE_COUNT] = { 0 };
	struct buf clean = stages_run(&stage_pinyin, &set, page, 0, count);
	size_t most = 0;
	bool exact = clean.n == page->n && same(&clean, page) == page->n;

	d.words = 0;
	collect(&d, page);
	for (size_t m = 0; !exact && m < sizeof marks / sizeof *marks; m++) {
		d.marks = marks[m];
		struct buf again = damage_do(&d, &clean, NULL);
		size_t i = same(&again, page);

		exact = again.n == page->n && i == page->n;
		most = i > most ? i : most;
		buf_free(&again);
	}
	if (exact)
		printf("%s: %llu annotations, %llu straddles, %llu lost bytes: exact\n", name, count[RULE_PINYIN],
		       count[RULE_STRADDLE], count[RULE_LOST_BYTE]);
	else
		printf("%s: another page from code point %zu on\n", name, most);
	buf_free(&clean);
	return exact ? 0 : FAILED;
}

int main(void)
{
	const char *dir = getenv("ZHNORM_SEEDS");
	DIR *d = dir ? opendir(dir) : NULL;
	int status = 0;

	if (!d) {
		printf("no pages in ZHNORM_SEEDS=%s: skipped\n", dir ? dir : "");
		return SKIPPED;
	}
	for (struct dirent *e; (e = readdir(d));) {
		const char *dot = strrchr(e->d_name, '.');
		if (!dot || strcmp(dot, ".txt"))
			continue;
		struct buf page = read_page(dir, e->d_name);

		if (check_page(e->d_name, &page))
			status = FAILED;
		buf_free(&page);
	}
	closedir(d);
	return status;
}
