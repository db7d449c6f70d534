/* damage_rate - how well the pinyin stage undoes damage, over pages made from text files.
 *
 *   damage_rate [-v] [-n PAGES] [-p CHARACTERS] FILE...
 *
 * The files are clean traditional Chinese in UTF-8, one paragraph a line (as "opencc -c s2t" makes of Debian's Chinese
 * documents). Their paragraphs become pages of 1,500 to 5,000 characters (-p: of so many to three times as many), as
 * many as there are or 300, evenly chosen.
 * Each page is damaged (tests/damage.h) with annotation tables of several sizes and several sets of punctuation that
 * control bytes stand before, repaired, and compared. One row a table and set, and one for all: pages, those that are
 * as they were, characters that are, and of those that lost a byte to an annotation (split), and to a control byte or
 * tag (unknown); false: characters that no damage had touched, and are wrong now, and those too many. Characters of
 * ASCII that were swallowed can't be known: they count as wrong. -v shows the first wrong line of each page.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "cp936.h"
#include "damage.h"
#include "han.h"
#include "mem.h"
#include "stages.h"
#include "utf8.h"

enum { PAGES = 300, PAGE_MIN = 1500, DENSE = 60, SHOWN = 40 };

static const struct {
	size_t size;
	unsigned chance;
} tables[] = { { 100, 0 }, { 400, 0 }, { 400, 1 }, { 1500, 0 } };
static const char *const marks[] = { "，；！？", "，；", "；！？", "，。；：！？", "，。、；：！？“”", "" };

struct score {
	size_t pages, exact, all[HARM_COUNT], wrong[HARM_COUNT], extra, again;
};

static bool verbose;
static size_t page_min = PAGE_MIN;

static void put(const char *what, const cp *s, size_t n)
{
	unsigned char u[4];

	fputs(what, stdout);
	for (size_t i = 0; i < n; i++)
		fwrite(u, 1, utf8_encode(s[i], u), stdout);
	putchar('\n');
}

/* Drops <p> and </p>, as crawlers do; with what is said of each code point in harm, where that is not NULL. */
static void strip(struct buf *b, unsigned char *harm)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		size_t slash = i + 1 < b->n && b->p[i + 1] == '/';

		if (b->p[i] == '<' && i + 2 + slash < b->n && b->p[i + 1 + slash] == 'p' && b->p[i + 2 + slash] == '>') {
			i += 2 + slash;
			continue;
		}
		if (harm)
			harm[n] = harm[i];
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

		utf8_decode((unsigned char *)line, strcspn(line, "\r\n"), true, &b);
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

/* The places of clean[0..n) that are not in got[0..gotn), by the edit distance between them; returns how many of got
   are too many. */
static size_t compare(const cp *clean, size_t n, const cp *got, size_t gotn, bool *wrong)
{
	size_t extra = 0, w = gotn + 1, i, k;
	unsigned *cost = mem_zalloc((n + 1) * w * sizeof *cost);

	for (i = 0; i <= n; i++)
		for (k = 0; k <= gotn; k++) {
			unsigned best = i ? cost[(i - 1) * w + k] + 1 : (unsigned)k;
			unsigned other = k ? cost[i * w + k - 1] + 1 : (unsigned)i;

			best = i && other > best ? best : other;
			if (i && k) {
				other = cost[(i - 1) * w + k - 1] + (clean[i - 1] != got[k - 1]);
				best = other < best ? other : best;
			}
			cost[i * w + k] = best;
		}
	for (i = n, k = gotn; i || k;) {
		unsigned here = cost[i * w + k];

		if (i && k && here == cost[(i - 1) * w + k - 1] + (clean[i - 1] != got[k - 1])) {
			wrong[i - 1] = clean[i - 1] != got[k - 1];
			i--, k--;
		} else if (i && here == cost[(i - 1) * w + k] + 1) {
			wrong[--i] = true;
		} else {
			extra++;
			k--;
		}
	}
	free(cost);
	return extra;
}

static void show(const struct buf *clean, const struct buf *got, size_t head)
{
	size_t k = head < SHOWN / 2 ? 0 : head - SHOWN / 2;

	put("clean: ", clean->p + k, clean->n - k < SHOWN ? clean->n - k : SHOWN);
	put("got:   ", got->p + k, got->n - k < SHOWN ? got->n - k : SHOWN);
}

/* Adds what is wrong in got to the score. */
static void judge(const struct buf *clean, const struct buf *got, const unsigned char *harm, struct score *s)
{
	size_t least = clean->n < got->n ? clean->n : got->n, head = 0, tail = 0;
	bool *wrong = mem_zalloc(clean->n + 1);

	while (head < least && clean->p[head] == got->p[head])
		head++;
	while (tail < least - head && clean->p[clean->n - 1 - tail] == got->p[got->n - 1 - tail])
		tail++;
	s->pages++;
	s->exact += head == clean->n && head == got->n;
	if (verbose && (head < clean->n || head < got->n))
		show(clean, got, head);
	s->extra += compare(clean->p + head, clean->n - head - tail, got->p + head, got->n - head - tail, wrong + head);
	for (size_t i = 0; i < clean->n; i++) {
		s->all[harm[i]]++;
		s->wrong[harm[i]] += wrong[i];
	}
	free(wrong);
}

static void measure_page(const struct damage *d, const cp *text, size_t n, struct score *s)
{
	static const struct settings set = { .steps = ~0u };
	struct buf clean = BUF_INIT;
	unsigned char *harm = mem_zalloc(n);

	buf_add(&clean, text, n);
	struct buf page = damage_do(d, &clean, harm);
	strip(&page, NULL);
	struct buf got = stages_run(&stage_pinyin, &set, &page, 0, NULL);
	struct buf twice = stages_run(&stage_pinyin, &set, &got, 0, NULL);
	s->again += twice.n != got.n || memcmp(twice.p, got.p, got.n * sizeof *got.p);
	strip(&clean, harm);
	strip(&got, NULL);
	damage_narrow(&clean);
	damage_narrow(&got);
	judge(&clean, &got, harm, s);
	buf_free(&page), buf_free(&twice), buf_free(&clean), buf_free(&got);
	free(harm);
}

static struct score measure(const struct buf *text, const struct damage *d, size_t pages)
{
	struct score s = { 0 };
	size_t step = text->n / pages, to;

	for (size_t at = 0, i = 0; at + page_min < text->n && i < pages; i++) {
		size_t size = page_min + i * 7919 % (page_min * 7 / 3);

		for (to = at; to < text->n && (to < at + size || text->p[to - 1] != '\n'); to++)
			;
		measure_page(d, text->p + at, to - at, &s);
		for (at = to > step * (i + 1) ? to : step * (i + 1); at < text->n && text->p[at - 1] != '\n'; at++)
			;
	}
	return s;
}

static double percent(size_t wrong, size_t all) { return all ? 100.0 - 100.0 * (double)wrong / (double)all : 100; }

static void print(const char *what, const struct score *s)
{
	size_t all = 0, wrong = 0;

	for (int h = 0; h < HARM_COUNT; h++) {
		all += s->all[h];
		wrong += s->wrong[h];
	}
	printf("%-26s %5zu  %6.2f %%  %8zu  %7.3f %%  %6zu  %6.2f %%  %5zu  %6.2f %%  %3zu  %3zu\n", what, s->pages,
	       percent(s->pages - s->exact, s->pages), all, percent(wrong, all), s->all[HARM_SPLIT],
	       percent(s->wrong[HARM_SPLIT], s->all[HARM_SPLIT]), s->all[HARM_UNKNOWN],
	       percent(s->wrong[HARM_UNKNOWN], s->all[HARM_UNKNOWN]), s->wrong[HARM_NONE] + s->extra, s->again);
}

static void sum(struct score *all, const struct score *s)
{
	all->pages += s->pages, all->exact += s->exact, all->extra += s->extra, all->again += s->again;
	for (int h = 0; h < HARM_COUNT; h++)
		all->all[h] += s->all[h], all->wrong[h] += s->wrong[h];
}

int main(int argc, char **argv)
{
	struct buf text = BUF_INIT;
	static struct damage d;
	struct score all = { 0 };
	size_t pages = PAGES;

	for (int i = 1; i < argc; i++)
		if (!strcmp(argv[i], "-v"))
			verbose = true;
		else if (!strcmp(argv[i], "-n") && i + 1 < argc)
			pages = strtoul(argv[++i], NULL, 10);
		else if (!strcmp(argv[i], "-p") && i + 1 < argc)
			page_min = strtoul(argv[++i], NULL, 10);
		else
			read_text(argv[i], &text);
	printf("%-26s %5s  %8s  %8s  %9s  %6s  %8s  %5s  %8s  false again\n", "table, control bytes", "pages", "exact",
	       "chars", "right", "split", "right", "unkn.", "right");
	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
		for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
			char what[80];

			if (tables[t].chance)
				damage_choose_some(&d, &text, tables[t].size, tables[t].chance);
			else
				damage_choose(&d, &text, tables[t].size);
			d.marks = marks[m];
			struct score s = measure(&text, &d, pages);
			sum(&all, &s);
			snprintf(what, sizeof what, "%zu%s, %s", d.words, tables[t].chance ? " others" : "",
				 *d.marks ? d.marks : "none");
			print(what, &s);
		}
	print("all", &all);
	buf_free(&text);
	return fflush(stdout) ? 2 : 0;
}
