#include "mixed.h"
#include "han.h"
#include "lm.h"
#include "mem.h"
#include "price.h"
#include <stdlib.h>
#include <string.h>

/* Encodings that a line may be in. */
static const struct codec *const encoding[] = { &codec_utf8, &codec_gb18030, &codec_big5 };
enum { ENCODINGS = sizeof encoding / sizeof *encoding };

enum {
	SWITCH = 40 * LM_BIT,   /* another encoding than the line before has */
	BAD = 16 * LM_BIT,      /* a byte that says nothing: 8 bits to name it, and it is rare */
	BETTER = 5 * LM_BIT,    /* a wide character costs so much less on average than in the document's encoding */
	ORDINARY = 13 * LM_BIT, /* what a character of text costs at most on average: tables of rare ones are no text */
	EXPLAINED = BAD / 2,    /* what each error must make the text likelier by: two bytes of chance do by 6 bits, a
				   letter of Latin-1 hardly */
	WIDE = 0x2e80           /* where Chinese begins */
};

/* A line as an encoding reads it. */
struct weight {
	uint32_t cost;   /* in 1/LM_BIT bits */
	uint32_t wide;   /* code points of Chinese, and what stands with it */
	uint32_t beyond; /* code points beyond ASCII, */
	uint32_t text;   /* and what they cost */
	uint32_t han;    /* Han characters */
	uint32_t errors; /* bytes that say nothing */
};

struct line {
	size_t bytes;
	struct weight in[ENCODINGS];
	unsigned char from[ENCODINGS]; /* the encoding of the line before on the cheapest way to each */
	unsigned char encoding;
};

struct lines {
	struct line *line;
	size_t n, room;
};

static unsigned index_of(const struct codec *codec)
{
	unsigned e = 0;

	while (e < ENCODINGS && encoding[e] != codec)
		e++;
	return e;
}

size_t mixed_line(const unsigned char *in, size_t n, size_t longest)
{
	size_t most = n < longest ? n : longest;
	const unsigned char *end = memchr(in, '\n', most);

	return end ? (size_t)(end - in) + 1 : most;
}

bool mixed_knows(const struct codec *codec) { return index_of(codec) < ENCODINGS; }

/* What c costs after last, in 1/LM_BIT bits, and x in the model of price.h: that knows more of signs, foreign letters,
   and what stands in rows. */
static unsigned cost_of(struct price_context *x, cp last, cp c, enum bid_use use)
{
	unsigned bits[PRICE_SCRIPTS], cost = lm_cost(last, c);

	price(x, c, use, bits);
	for (unsigned i = 0; i < PRICE_SCRIPTS; i++)
		cost = c >= 0x80 && c < WIDE && bits[i] * LM_BIT < cost ? bits[i] * LM_BIT : cost;
	return cost;
}

/* Given up where the cost is above most. */
static struct weight weigh(const struct codec *codec, const unsigned char *in, size_t n, uint32_t most,
			   struct buf *text)
{
	struct weight w = { 0 };
	struct price_context x = PRICE_START;
	cp last = LM_EDGE;

	text->n = 0;
	codec->decode(NULL, in, n, true, text);
	for (size_t i = 1; i < text->n; i++)
		lm_soon(text->p[i - 1], text->p[i]);
	for (size_t i = 0; i < text->n && w.cost <= most; i++) {
		cp c = text->p[i];

		if (c >= CP_RAW) {
			w.errors++;
			w.cost += BAD;
			continue;
		}
		unsigned cost = cost_of(&x, last, c, codec == &codec_utf8 ? BID_UNICODE : BID_LEGACY);

		w.cost += cost;
		w.wide += c >= WIDE;
		w.beyond += c >= 0x80;
		w.text += c >= 0x80 ? cost : 0;
		w.han += han_is(c);
		last = c;
	}
	return w;
}

/* Whether other may be a better reading than own, that of the document: not with more errors, nor where both are but
   signs of Chinese (bopomofo, full-width digits), which stand in lists without any order. */
static bool may_be_better(const struct weight *other, const struct weight *own)
{
	if (other->errors != own->errors)
		return other->errors < own->errors;
	return own->han || other->han || !other->wide;
}

/* What the line in[0..n) costs in each encoding. only_better: exactly only where that is no more than in the
 * document's. */
static void weigh_line(struct line *line, unsigned document, const unsigned char *in, size_t n, bool only_better,
		       struct buf *text)
{
	struct weight own = weigh(encoding[document], in, n, UINT32_MAX, text);

	for (unsigned e = 0; e < ENCODINGS; e++) {
		struct weight other = own;

		if (e != document && own.beyond + own.errors)
			other = weigh(encoding[e], in, n, only_better ? own.cost : UINT32_MAX, text);
		if (other.cost < own.cost && !may_be_better(&other, &own))
			other.cost = own.cost;
		line->in[e] = other;
	}
}

static struct line *add_line(struct lines *l, size_t bytes)
{
	if (l->n == l->room) {
		l->room = l->room ? 2 * l->room : 256;
		l->line = mem_resize(l->line, l->room, sizeof *l->line);
	}
	l->line[l->n].bytes = bytes;
	return &l->line[l->n++];
}

/* The encoding from which the way goes on into e most cheaply: in doubt that of the document, so that what is told by
   nothing is in that. *cost: what it costs so far. */
static unsigned way_into(unsigned e, unsigned document, const uint64_t way[ENCODINGS], uint64_t *cost)
{
	unsigned from = e;

	*cost = way[e];
	for (unsigned f = 0; f < ENCODINGS; f++) {
		uint64_t with = way[f] + (f == e ? 0 : SWITCH);

		if (with < *cost || (with == *cost && f == document)) {
			*cost = with;
			from = f;
		}
	}
	return from;
}

/* The cheapest way through the lines: fills in the encoding of each. */
static void choose(struct lines *l, unsigned document, unsigned before)
{
	uint64_t way[ENCODINGS];
	unsigned best = document;

	for (unsigned e = 0; e < ENCODINGS; e++)
		way[e] = e == before || before == ENCODINGS ? 0 : SWITCH;
	for (size_t i = 0; i < l->n; i++) {
		uint64_t next[ENCODINGS];

		for (unsigned e = 0; e < ENCODINGS; e++) {
			l->line[i].from[e] = (unsigned char)way_into(e, document, way, &next[e]);
			next[e] += l->line[i].in[e].cost;
		}
		memcpy(way, next, sizeof way);
	}
	for (unsigned e = 0; e < ENCODINGS; e++)
		best = way[e] < way[best] ? e : best;
	for (size_t i = l->n; i-- > 0; best = l->line[i].from[best])
		l->line[i].encoding = (unsigned char)best;
}

/* Whether the lines i to j are Chinese text in e rather than damage or rare characters in the document's encoding: so
   much likelier, for each character or, where there are many errors in that, for each error. */
static bool is_text(const struct lines *l, size_t i, size_t j, unsigned e, unsigned document)
{
	uint64_t wide = 0, errors = 0, cost = 0, own = 0, beyond = 0, text = 0;

	for (; i < j; i++) {
		wide += l->line[i].in[e].wide;
		cost += l->line[i].in[e].cost;
		own += l->line[i].in[document].cost;
		errors += l->line[i].in[document].errors;
		beyond += l->line[i].in[e].beyond;
		text += l->line[i].in[e].text;
	}
	if (errors && 2 * errors >= wide)
		return own >= cost + errors * EXPLAINED;
	return wide && own >= cost + wide * BETTER && text <= beyond * ORDINARY;
}

static void add_run(struct mixed *m, const struct codec *codec, size_t n)
{
	if (m->runs && m->run[m->runs - 1].codec == codec)
		m->run[m->runs - 1].n += n;
	else
		m->run[m->runs++] = (struct mixed_run){ codec, n };
}

bool mixed_may(const struct codec *codec, const unsigned char *in, size_t n)
{
	enum { GLANCE = 8 * LM_BIT }; /* by how much less: a line alone need not be worth a change */
	struct buf text = BUF_INIT;
	struct line line;
	unsigned own = index_of(codec), best = own;

	weigh_line(&line, own, in, n, true, &text);
	buf_free(&text);
	for (unsigned e = 0; e < ENCODINGS; e++)
		best = line.in[e].cost < line.in[best].cost ? e : best;
	return line.in[best].cost + GLANCE <= line.in[own].cost;
}

void mixed_find(struct mixed *m, const struct codec *document, const struct codec *before, const unsigned char *in,
		size_t n, size_t longest)
{
	struct lines l = { 0 };
	struct buf text = BUF_INIT;
	unsigned d = index_of(document);

	for (size_t at = 0, len; at < n; at += len) {
		len = mixed_line(in + at, n - at, longest);
		weigh_line(add_line(&l, len), d, in + at, len, false, &text);
	}
	choose(&l, d, index_of(before));
	m->run = mem_resize(NULL, l.n + 1, sizeof *m->run);
	m->runs = 0;
	for (size_t i = 0, j, bytes; i < l.n; i = j) {
		unsigned e = l.line[i].encoding;

		for (j = i, bytes = 0; j < l.n && l.line[j].encoding == e; j++)
			bytes += l.line[j].bytes;
		add_run(m, e == d || is_text(&l, i, j, e, d) ? encoding[e] : document, bytes);
	}
	buf_free(&text);
	free(l.line);
}

void mixed_free(struct mixed *m)
{
	free(m->run);
	*m = (struct mixed){ 0 };
}
