#include "align.h"
#include "lm.h"
#include "mem.h"
#include <stdlib.h>
#include <string.h>

enum {
	LOST = 16 * LM_BIT,      /* a byte that is passed over: 8 bits to name it, and it is rare */
	ASCII = 10 * LM_BIT,     /* beyond that, if it is ASCII: such a byte is hardly ever lost among others */
	CHARACTER = 11 * LM_BIT, /* what a wide character costs at most on average: 8 bits in text; tables of rare ones
				    are cheaper out of step by chance */
	WIDE = 0x2e80,           /* where Chinese begins */
	NONE = UINT32_MAX        /* no way leads there */
};

/* The cheapest way to a byte. */
struct step {
	uint32_t cost;
	cp last;     /* what it ends with; bytes that say nothing do not part what stands at their sides */
	uint8_t len; /* bytes since the step before */
	bool lost;
};

static uint32_t lost_cost(unsigned char b) { return LOST + (b < 0x80 ? ASCII : 0); }

static void reach(struct step *to, uint32_t cost, cp last, size_t len, bool lost)
{
	if (cost < to->cost)
		*to = (struct step){ cost, last, (uint8_t)len, lost };
}

/* What can be read at a byte. */
struct character {
	cp c[2];          /* a letter and a mark of Big5 are two */
	uint8_t n, len;   /* code points, 0: nothing; bytes, 0: it is cut short */
	cp before;        /* what stands there in most ways, */
	uint32_t cost;    /* and what it costs behind that */
	uint32_t colours; /* what those in its midst cost (colour.h), 0: none */
};

static uint32_t cost_of(const struct character *at, cp before)
{
	uint32_t cost = at->colours;

	before = cost ? 'm' : before;
	for (unsigned i = 0; i < at->n; before = at->c[i++])
		cost += lm_cost(before, at->c[i]);
	return cost;
}

/* Takes the colours, which stand behind before, out of a character's text p[0..*count): what they cost. */
static uint32_t take_colours(cp *p, size_t *count, cp before)
{
	size_t n = 0;
	uint32_t cost = 0;

	while (n < *count && p[n] < 0x80) {
		cost += lm_cost(before, p[n]);
		before = p[n++];
	}
	*count -= n;
	memmove(p, p + n, *count * sizeof *p);
	return cost;
}

/* What can be read at each byte of in[0..n). The costs are asked for at once, without the decisions of the search
   between them, in which the processor would wait for each. */
static void read_all(struct character *at, codec_decode *decode, const unsigned char *in, size_t n)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		const struct character *before = i && at[i - 1].len == 1 ? &at[i - 1] : i > 1 ? &at[i - 2] : NULL;

		at[i].before = before && before->n ? before->c[before->n - 1] : LM_EDGE;
		size_t len = codec_first(decode, in + i, n - i, &text);

		if (!len || text.p[0] >= CP_RAW) { /* more may have been read than what says nothing */
			len = 0;
			while (len < text.n && text.p[len] >= CP_RAW)
				len++;
			at[i].len = (uint8_t)len;
			continue;
		}
		at[i].len = (uint8_t)len;
		if (text.p[0] == COLOUR_ESC && len > 1)
			at[i].colours = take_colours(text.p, &text.n, at[i].before);
		at[i].n = (uint8_t)text.n;
		memcpy(at[i].c, text.p, text.n * sizeof *text.p);
		lm_soon(at[i].before, at[i].c[0]);
	}
	for (size_t i = 0; i < n; i++)
		at[i].cost = cost_of(&at[i], at[i].before);
	buf_free(&text);
}

static uint32_t cost_behind(const struct character *at, cp before)
{
	return before == at->before ? at->cost : cost_of(at, before);
}

/* All steps from way, where b is read or passed over. */
static void go_on(struct step *way, const struct character *at, unsigned char b)
{
	if (at->n)
		reach(way + at->len, way->cost + cost_behind(at, way->last), at->c[at->n - 1], at->len, false);
	reach(way + 1, way->cost + lost_cost(b), way->last, 1, true);
}

/* What n bytes cost as they are read from the start. */
static uint32_t plain(const struct character *at, size_t n)
{
	uint32_t cost = 0;
	cp last = LM_EDGE;

	for (size_t i = 0, len; i < n; i += len) {
		bool whole = at[i].len && at[i].len <= n - i;

		len = whole ? at[i].len : 1;
		if (whole && at[i].n) {
			cost += cost_behind(&at[i], last);
			last = at[i].c[at[i].n - 1];
		} else {
			cost += (uint32_t)len * LOST;
		}
	}
	return cost;
}

/* The cheapest ways to all bytes of in[0..n), and behind them. */
static void search(struct step *way, const struct character *at, const unsigned char *in, size_t n)
{
	for (size_t i = 0; i <= n; i++)
		way[i] = (struct step){ i ? NONE : 0, LM_EDGE, 0, false };
	for (size_t i = 0; i < n; i++)
		go_on(&way[i], &at[i], in[i]);
}

/* Whether what the way to n reads is Chinese text. */
static bool is_text(const struct step *way, const struct character *at, size_t n)
{
	uint64_t cost = 0, characters = 0;

	for (size_t i = n; i; i -= way[i].len)
		if (!way[i].lost && way[i].last >= WIDE) {
			cost += way[i].cost - way[i - way[i].len].cost - at[i - way[i].len].colours;
			characters++;
		}
	return characters && cost <= characters * CHARACTER;
}

size_t align(codec_decode *decode, const unsigned char *in, size_t n, bool more, size_t *lost, size_t *used,
	     unsigned *gain)
{
	struct character *read = mem_zalloc(n * sizeof *read);
	struct step *way = mem_zalloc((n + CODEC_LONGEST) * sizeof *way);
	size_t k = 0, at;

	read_all(read, decode, in, n);
	search(way, read, in, n);
	if (more && n > 1 && way[n - 1].cost < way[n].cost)
		n--;
	*used = n;
	uint32_t before = plain(read, n);

	*gain = before > way[n].cost && is_text(way, read, n) ? (before - way[n].cost) / LM_BIT : 0;
	for (size_t i = n; i; i -= way[i].len)
		k += way[i].lost;
	at = k;
	for (size_t i = n; i; i -= way[i].len)
		if (way[i].lost)
			lost[--at] = i - 1;
	free(way);
	free(read);
	return k;
}
