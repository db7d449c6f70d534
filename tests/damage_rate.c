/* damage_rate - how well the pinyin stage undoes damage, over pages made from text files.
 *
 *   damage_rate [-v] FILE...
 *
 * The files are clean traditional Chinese in UTF-8, one paragraph a line (as "opencc -c s2t" makes of Debian's Chinese
 * documents). Each page is some 1,500 characters of them; it is damaged with annotation tables of three sizes and
 * several sets of punctuation that control bytes stand before, repaired, and compared. -v shows each line that is not
 * as it was.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "cp936.h"
#include "damage.h"
#include "han.h"
#include "mem.h"
#include "realign.h"
#include "stages.h"
#include "utf8.h"

enum { PAGES = 200, PAGE = 1500, DENSE = 60 };

static const size_t sizes[] = { 100, 400, 1500 };
static const char *const marks[] = { "，；！？", "，；", "；！？", "，。；：！？", "，。、；：！？“”", "" };

static bool verbose;

static void put(const char *what, const cp *s, size_t n)
{
	unsigned char u[4];

	fputs(what, stdout);
	for (size_t i = 0; i < n; i++)
		fwrite(u, 1, utf8_encode(s[i], u), stdout);
	putchar('\n');
}

/* Edit distance. */
static size_t distance(const cp *a, size_t an, const cp *b, size_t bn)
{
	while (an && bn && *a == *b)
		a++, b++, an--, bn--;
	while (an && bn && a[an - 1] == b[bn - 1])
		an--, bn--;
	size_t *row = mem_zalloc((bn + 1) * sizeof *row);

	for (size_t k = 0; k <= bn; k++)
		row[k] = k;
	for (size_t i = 0; i < an; i++) {
		size_t left = row[0]++, best;

		for (size_t k = 0; k < bn; k++) {
			best = left + (a[i] != b[k]);
			left = row[k + 1];
			best = left + 1 < best ? left + 1 : best;
			best = row[k] + 1 < best ? row[k] + 1 : best;
			row[k + 1] = best;
		}
	}
	size_t d = row[bn];
	free(row);
	return d;
}

/* Drops <p> and </p>, as crawlers do, and all that is no text of code page 936. */
static void strip(struct buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		size_t slash = i + 1 < b->n && b->p[i + 1] == '/';

		if (b->p[i] == '<' && i + 2 + slash < b->n && b->p[i + 1 + slash] == 'p' && b->p[i + 2 + slash] == '>')
			i += 2 + slash;
		else
			b->p[n++] = b->p[i];
	}
	b->n = n;
}

static void read_text(const char *name, struct buf *text)
{
	FILE *f = fopen(name, "r");
	static char line[1 << 16];

	if (!f) {
		perror(name);
		exit(2);
	}
	while (fgets(line, sizeof line, f)) {
		struct buf b = BUF_INIT;
		size_t han = 0, good = 0;

		utf8_decode((unsigned char *)line, strcspn(line, "\n"), true, &b);
		for (size_t i = 0; i < b.n; i++) {
			han += han_is(b.p[i]) || han_punct(b.p[i]);
			good += cp936_encode(b.p[i]) >= 0x20 && !han_private(b.p[i]);
		}
		if (b.n > 8 && good == b.n && han * 100 >= b.n * DENSE) {
			buf_add(text, (const cp[]){ '<', 'p', '>' }, 3);
			buf_add(text, b.p, b.n);
			buf_add(text, (const cp[]){ '<', '/', 'p', '>', '\n' }, 5);
		}
		buf_free(&b);
	}
	fclose(f);
}

static void measure(const struct buf *text, const struct damage *d)
{
	static const struct settings set = { .steps = ~0u };
	unsigned long long count[RULE_COUNT] = { 0 };
	size_t pages = 0, wrong = 0, all = 0, bad = 0, step = text->n / PAGES, again = 0;

	for (size_t at = 0; at + PAGE < text->n && pages<PAGES; at += step> PAGE ? step : PAGE, pages++) {
		struct buf clean = BUF_INIT;
		size_t from = at, to;

		while (from && text->p[from - 1] != '\n')
			from++;
		for (to = from; to < text->n && (to < from + PAGE || text->p[to - 1] != '\n'); to++)
			;
		buf_add(&clean, text->p + from, to - from);
		struct buf page = damage_do(d, &clean);
		strip(&page);
		struct buf got = stages_run(&stage_pinyin, &set, &page, 0, count);
		struct buf twice = stages_run(&stage_pinyin, &set, &got, 0, NULL);
		again += twice.n != got.n || memcmp(twice.p, got.p, got.n * sizeof *got.p);
		struct buf raw = page;
		strip(&clean);
		strip(&got);
		damage_narrow(&clean);
		damage_narrow(&got);
		size_t errors = distance(clean.p, clean.n, got.p, got.n);
		wrong += errors;
		bad += errors > 0;
		all += clean.n;
		for (size_t i = 0; verbose && errors && i < clean.n && i < got.n; i++)
			if (clean.p[i] != got.p[i]) {
				size_t k = i < 20 ? 0 : i - 20, m = i + 40 < clean.n ? i + 40 : clean.n;

				printf("%zu errors\n", errors);
				put("clean: ", clean.p + k, m - k);
				put("got:   ", got.p + k, (m < got.n ? m : got.n) - k);
				break;
			}
		buf_free(&twice);
		buf_free(&clean);
		buf_free(&got);
		buf_free(&raw);
	}
	printf("table %4zu, control before %-24s %zu pages, %zu characters: %zu wrong (%.4f %%) on %zu pages; "
	       "%llu annotations, %llu straddles, %llu lost; %zu change again\n",
	       d->words, *d->marks ? d->marks : "none", pages, all, wrong, 100.0 * (double)wrong / (double)all, bad,
	       count[RULE_PINYIN], count[RULE_STRADDLE], count[RULE_LOST_BYTE], again);
}

int main(int argc, char **argv)
{
	struct buf text = BUF_INIT;
	static struct damage d;

	for (int i = 1; i < argc; i++)
		if (!strcmp(argv[i], "-v"))
			verbose = true;
		else
			read_text(argv[i], &text);
	for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
		for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
			damage_choose(&d, &text, sizes[s]);
			d.marks = marks[m];
			measure(&text, &d);
		}
	buf_free(&text);
	return fflush(stdout) ? 2 : 0;
}
