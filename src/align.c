#include "align.h"
#include "lm.h"
#include "mem.h"
#include <stdlib.h>

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

/* All steps from way, the one at in. */
static void go_on(struct step *way, codec_decode *decode, const unsigned char *in, size_t n, struct buf *text)
{
	size_t len = codec_first(decode, in, n, text);
	uint32_t cost = way->cost;
	cp last = way->last;

	for (size_t i = 0; i < text->n && text->p[i] < CP_RAW; i++) {
		cost += lm_cost(last, text->p[i]);
		last = text->p[i];
	}
	if (len && text->n && text->p[0] < CP_RAW)
		reach(way + len, cost, last, len, false);
	reach(way + 1, way->cost + lost_cost(in[0]), way->last, 1, true);
}

/* What in[0..n) costs as it is read from its start. */
static uint32_t plain(codec_decode *decode, const unsigned char *in, size_t n, struct buf *text)
{
	uint32_t cost = 0;
	cp last = LM_EDGE;

	text->n = 0;
	decode(NULL, in, n, true, text);
	for (size_t i = 0; i < text->n; i++) {
		if (text->p[i] >= CP_RAW) {
			cost += LOST;
			continue;
		}
		cost += lm_cost(last, text->p[i]);
		last = text->p[i];
	}
	return cost;
}

/* The cheapest ways to all bytes of in[0..n), and behind them. */
static void search(struct step *way, codec_decode *decode, const unsigned char *in, size_t n, struct buf *text)
{
	for (size_t i = 0; i <= n; i++)
		way[i] = (struct step){ i ? NONE : 0, LM_EDGE, 0, false };
	for (size_t i = 0; i < n; i++)
		if (way[i].cost < NONE)
			go_on(&way[i], decode, in + i, n - i, text);
}

/* Whether what the way to n reads is Chinese text. */
static bool is_text(const struct step *way, size_t n)
{
	uint64_t cost = 0, characters = 0;

	for (size_t i = n; i; i -= way[i].len)
		if (!way[i].lost && way[i].last >= WIDE) {
			cost += way[i].cost - way[i - way[i].len].cost;
			characters++;
		}
	return characters && cost <= characters * CHARACTER;
}

size_t align(codec_decode *decode, const unsigned char *in, size_t n, bool more, size_t *lost, size_t *used,
	     unsigned *gain)
{
	struct step *way = mem_zalloc((n + CODEC_LONGEST) * sizeof *way);
	struct buf text = BUF_INIT;
	size_t k = 0, at;

	search(way, decode, in, n, &text);
	if (more && n > 1 && way[n - 1].cost < way[n].cost)
		n--;
	*used = n;
	uint32_t before = plain(decode, in, n, &text);

	*gain = before > way[n].cost && is_text(way, n) ? (before - way[n].cost) / LM_BIT : 0;
	for (size_t i = n; i; i -= way[i].len)
		k += way[i].lost;
	at = k;
	for (size_t i = n; i; i -= way[i].len)
		if (way[i].lost)
			lost[--at] = i - 1;
	buf_free(&text);
	free(way);
	return k;
}
