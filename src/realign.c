#include "realign.h"
#include <stdlib.h>
#include <string.h>
#include "cp936.h"
#include "familiar.h"
#include "lm.h"
#include "reading.h"
#include "realign_way.h"

enum {
	WIDTH = 160,  /* ways kept where a lead byte is unknown: all 126, until the next byte tells them apart */
	FEW = 32,     /* ways kept elsewhere: more make no page better */
	TRY = 4,      /* of these, an unknown byte is tried on so many: where two are unknown, the first is not certain */
	CHOICES = 48, /* lost bytes in a stretch */
	ALL = WIDTH * (1 + READING_TRAILS) + 2 * TRY * 128,
	SLOTS = 512
};

enum {
	MARGIN = 24 * LM_BIT, /* a way so much dearer than the best is given up: one very rare character */
	TELLING = 80 * LM_BIT, /* damage is sure where its repair is so much cheaper than the text as it is */
	TELLING_MORE = 32 * LM_BIT /* ... in a page that has an annotation, and none that the software could not make */
};

/* A page of which nothing is known. */
static const struct familiar nothing;
static const struct realign_page no_page = { .familiar = &nothing };

/* The ways that there are at one place, the best first. */
struct beam {
	unsigned n;
	struct way way[WIDTH];
	unsigned char choice[WIDTH][CHOICES];
};

struct search {
	unsigned choices, all;
	struct beam beam[2], *now, *then;
	struct way way[ALL];
	unsigned char slot[SLOTS]; /* the ways in *then by what goes on from them: number + 1 */
};

static void try(struct search *s, unsigned from, const struct token *t, const cp *in, unsigned choice)
{
	struct way w = s->now->way[from];

	w.from = (unsigned short)from;
	if (realign_take(&w, t, in, choice, NULL))
		s->way[s->all++] = w;
}

static void branch(struct search *s, const struct token *t, const cp *in)
{
	unsigned char trail[READING_TRAILS];
	unsigned tried[2] = { 0, 0 }; /* an unknown byte, on the best ways that are in step, and out of step */

	s->all = 0;
	for (unsigned i = 0; i < s->now->n; i++) {
		const struct way *w = &s->now->way[i];

		try(s, i, t, in, LITERAL);
		if (t->kind == SPLIT) {
			for (unsigned k = reading_trails(w->byte[1], t->reading, trail); k--;)
				if (trail[k] > 0x80)
					try(s, i, t, in, trail[k]);
		} else if (t->kind == UNKNOWN) {
			if (w->lead)
				try(s, i, t, in, WIDE);
			if (tried[!w->lead] == TRY || (!w->lead && !t->mark))
				continue;
			tried[!w->lead]++;
			for (unsigned byte = 0x81; byte < 0xff; byte++)
				try(s, i, t, in, byte);
		}
	}
}

static int cheaper(const void *a, const void *b)
{
	const struct way *x = a, *y = b;

	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->choice - y->choice;
}

static bool same_from_here(const struct way *a, const struct way *b)
{
	return a->last == b->last && a->lead == b->lead && a->byte[0] == b->byte[0] && a->byte[1] == b->byte[1];
}

/* Where the way is or would be from which all goes on as from w. */
static unsigned char *slot_of(struct search *s, const struct way *w)
{
	unsigned i = (unsigned)w->last * 31 + w->lead * 7u + w->byte[0] * 5u + w->byte[1];

	while (s->slot[i % SLOTS] && !same_from_here(w, &s->then->way[s->slot[i % SLOTS] - 1]))
		i++;
	return &s->slot[i % SLOTS];
}

/* Keeps the best of s->way, width at most, and of those from which all goes on alike the best one; and the plain way,
   so that there is one that cannot end in nothing. chosen: the last token had a lost byte to choose. */
static void prune(struct search *s, unsigned width, bool chosen)
{
	struct beam *to = s->then;

	if (s->all > 1)
		qsort(s->way, s->all, sizeof *s->way, cheaper);
	memset(s->slot, 0, sizeof s->slot);
	to->n = 0;
	for (unsigned i = 0; i < s->all; i++) {
		const struct way *w = &s->way[i];

		if (!w->plain && (to->n >= width - 1 || w->cost > s->way[0].cost + MARGIN))
			continue;
		unsigned char *slot = slot_of(s, w);
		if (*slot) {
			struct way *best = &to->way[*slot - 1];

			best->sure |= w->plain && w->cost >= best->cost + (w->page->annotated ? TELLING_MORE : TELLING);
			continue;
		}
		memcpy(to->choice[to->n], s->now->choice[w->from], s->choices);
		if (chosen)
			to->choice[to->n][s->choices] = w->choice;
		to->way[to->n] = *w;
		*slot = (unsigned char)++to->n;
	}
	s->choices += chosen;
	s->then = s->now;
	s->now = to;
}

/* Carries out one way: what of in[0..r->len) stays, and what becomes of the rest. in[0..n) is there to be seen. */
static void carry_out(struct way w, const cp *in, size_t n, const unsigned char *choice, struct realign *r)
{
	enum { NOTHING, PINYIN, LOST_BYTE, SPLIT_PAIR }; /* the stronger names the change */
	static const enum rule rule[] = { RULE_STRADDLE, RULE_PINYIN, RULE_LOST_BYTE, RULE_STRADDLE };
	struct sink sink = { 0 };
	struct {
		size_t in, out;
	} kept[REALIGN_SPAN + 1];
	unsigned char why[REALIGN_SPAN] = { 0 };
	size_t keep = 0, from = 0, out = 0;

	for (size_t i = 0; i < r->len;) {
		struct token t = realign_token(in + i, n - i);
		bool unknown = t.kind == SPLIT || t.kind == UNKNOWN, in_step = !w.lead;
		size_t had = sink.n;

		realign_take(&w, &t, in + i, unknown ? *choice : LITERAL, &sink);
		for (size_t k = 0; in_step && !w.lead && sink.n == had + t.len && k < t.len; k++) {
			kept[keep].in = i + k;
			kept[keep++].out = had + k;
		}
		why[i] = t.kind == ANNOTATION && sink.n == had ? PINYIN
			 : unknown && *choice > WIDE           ? (t.kind == SPLIT ? SPLIT_PAIR : LOST_BYTE)
							       : NOTHING;
		choice += unknown;
		i += t.len;
	}
	kept[keep].in = r->len;
	kept[keep].out = sink.n;
	for (size_t k = 0; k <= keep; k++) {
		unsigned reason = NOTHING;

		if (k < keep && in[kept[k].in] != sink.out[kept[k].out])
			continue;
		for (size_t i = from; i < kept[k].in; i++)
			reason = why[i] > reason ? why[i] : reason;
		size_t len = kept[k].in - from, outlen = kept[k].out - out;
		if (len != outlen || memcmp(in + from, sink.out + out, len * sizeof *in)) {
			r->edit[r->edits].at = from;
			r->edit[r->edits].len = len;
			r->edit[r->edits].outlen = outlen;
			r->edit[r->edits++].rule = rule[reason];
			memcpy(r->out + r->outn, sink.out + out, outlen * sizeof *in);
			r->outn += outlen;
		}
		from = kept[k].in + 1;
		out = kept[k].out + 1;
	}
}

/* Whether the stretch cannot end before in[i]: punctuation that was full width stands before or behind damage. */
static bool goes_on(const cp *in, size_t i, size_t n)
{
	return in[i] == '?' || in[i] == '(' || (in[i - 1] == '?' && realign_row_a3(in[i]))
	       || (realign_row_a3(in[i - 1]) && i + 1 < n && in[i + 1] == '(');
}

bool realign_solve(const struct realign_page *page, const struct realign_before *before, const cp *in, size_t at,
		   size_t n, bool end, struct realign *r)
{
	struct search s = { .now = &s.beam[0], .then = &s.beam[1] };
	size_t i = 0;

	r->sure = false;
	r->edits = r->outn = r->unknown = 0;
	s.now->n = 1;
	s.now->way[0] = realign_start(page, before->last, before->quote);
	while (i < n && i < REALIGN_SPAN - REALIGN_LOOK && s.choices < CHOICES) {
		if (!end && n - i < REALIGN_LOOK)
			return false;
		if (i > at && s.now->n == 1 && !s.now->way[0].lead && !goes_on(in, i, n))
			break;
		struct token t = realign_token(in + i, n - i);
		branch(&s, &t, in + i);
		prune(&s, t.kind == UNKNOWN && t.mark ? WIDTH : FEW, t.kind == SPLIT || t.kind == UNKNOWN);
		r->unknown += t.kind == UNKNOWN;
		i += t.len;
	}
	if (i == n && !end)
		return false;
	r->len = i;
	for (unsigned k = 0; k < s.now->n; k++) {
		if (s.now->way[k].lead)
			continue;
		carry_out(realign_start(page, before->last, before->quote), in, n, s.now->choice[k], r);
		r->sure = s.now->way[k].sure;
		break;
	}
	return true;
}

bool realign_begins(const cp last[2], const cp *in, size_t n, bool guess)
{
	struct token t = realign_token(in, n);
	unsigned char trail[READING_TRAILS];

	if (t.kind == UNKNOWN)
		return guess && t.mark && last[1] != '?' && n > 2 && (cp936_encode(in[2]) >= 0x40 || realign_row_a3(in[2]));
	return t.kind == SPLIT && reading_trails(realign_start(&no_page, last, 0).byte[1], t.reading, trail);
}

size_t realign_annotation(const cp last[2], const cp *in, size_t n, bool *widen, int *pair)
{
	struct token t = realign_token(in, n);
	unsigned mark = realign_row_a3(last[0]);

	if (t.kind != ANNOTATION)
		return 0;
	struct way w = realign_start(&no_page, last, 0);
	*pair = reading_pair(w.byte[0] << 8 | w.byte[1], t.reading);
	if (*pair < 0)
		return 0;
	*widen = mark && w.byte[0] == mark;
	return t.len;
}
