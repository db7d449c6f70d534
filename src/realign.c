#include "realign.h"
#include <stdlib.h>
#include <string.h>
#include "survey.h"
#include "cp936.h"
#include "han.h"
#include "lm.h"
#include "reading.h"

enum {
	WIDTH = 160,  /* ways kept where a lead byte is unknown: all 126, until the next byte tells them apart */
	FEW = 16,     /* ways kept elsewhere: more make no page better */
	CHOICES = 48, /* lost bytes in a stretch */
	MANY = 4,     /* so many "?" in a row are text that was lost as a whole: damage of this kind leaves 3 at most */
	ALL = WIDTH * (1 + READING_TRAILS) + 2 * 128,
	SLOTS = 512
};

/* Prices, beside those of the characters by the model. */
enum {
	MARGIN = 24 * LM_BIT,  /* a way so much dearer than the best is given up: one very rare character */
	UNCLOSED = 8 * LM_BIT, /* a line that ends inside a quotation */
	SIMPLIFIED = 10 * LM_BIT, /* a simplified character: the software had made the page traditional first */
	AGAIN = 14 * LM_BIT,   /* 。 twice: the model has seen rows of them for an ellipsis, which are no lost bytes */
	TAG = 32 * LM_BIT,     /* "?" as itself before a tag that has no "<", which no author writes */
	LOST = 10 * LM_BIT,    /* control bytes that split a pair, each time: most "?" are questions */
	TELLING = 80 * LM_BIT  /* damage is sure where its repair is so much cheaper than the text as it is */
};

enum kind { CHARACTER, ANNOTATION, SPLIT, UNKNOWN };

/* What the text is made of, seen as damage: the same for all ways to read it. */
struct token {
	enum kind kind;
	size_t len;
	int reading;  /* ANNOTATION, SPLIT: which */
	cp swallowed; /* UNKNOWN: what went with the lost byte: "<", "?" for what cannot be known, 0 for nothing */
	bool mark;    /* UNKNOWN: punctuation follows that control bytes may stand before */
};

/* One way to read the text so far. */
struct way {
	unsigned cost;         /* in 1/LM_BIT bits */
	cp last;               /* the last whole character */
	unsigned char lead;    /* the first byte of the next one; 0: in step with the text as it stands */
	unsigned char byte[2]; /* the last two bytes, the newest second */
	bool sure, plain;      /* plain: nothing is lost so far */
	bool full;             /* control bytes stood here, which stand before full-width punctuation only */
	cp quote;              /* what would close the quotation that is open, or 0 */
	unsigned char choice;  /* the lost byte in the last token, or LITERAL or WIDE */
	unsigned short from;   /* the way that it goes on from */
};

enum {
	FULL_STOP = 0x3002,
	LEFT_QUOTE = 0x201c,
	RIGHT_QUOTE = 0x201d,
	LEFT_CORNER = 0x300c,
	LEFT_WHITE_CORNER = 0x300e
};

enum { PUNCTUATION = 0xa1 }; /* the lead byte of 。 and ”, tried first where all are alike */

enum { LITERAL = 0, WIDE = 1 }; /* "?" is itself; "?" is A3 BF made narrow */

/* Where a way's text goes, if it is wanted. */
struct sink {
	size_t n;
	cp out[2 * REALIGN_SPAN];
};

cp realign_wide(cp c)
{
	switch (c) {
	case '!':
	case '(':
	case ')':
	case ',':
	case ':':
	case ';':
	case '?': return c - '!' + 0xff01;
	default: return c;
	}
}

bool realign_opens(cp c) { return c == LEFT_QUOTE || c == LEFT_CORNER || c == LEFT_WHITE_CORNER; }

static unsigned row_a3(cp c) { return realign_wide(c) != c ? (unsigned)c + 0x80 : 0; }

/* A tag without its "<": "/p>", "br>", "br />". */
static bool tag_follows(const cp *in, size_t n)
{
	static const char *const name[] = { "a",  "b",  "blockquote", "br",   "center", "dd",    "div",
					    "dl", "dt", "em",         "font", "h1",     "h2",    "h3",
					    "h4", "h5", "h6",         "hr",   "i",      "li",    "o:p",
					    "ol", "p",  "section",    "span", "strong", "table", "tbody",
					    "td", "th", "tr",         "u",    "ul" };
	size_t i = n && in[0] == '/', k;

	for (size_t t = 0; t < sizeof name / sizeof *name; t++) {
		for (k = i; name[t][k - i] && k < n && in[k] == (unsigned char)name[t][k - i]; k++)
			;
		if (name[t][k - i])
			continue;
		while (!i && k < n && (in[k] == ' ' || in[k] == '/'))
			k++;
		if (k < n && in[k] == '>')
			return true;
	}
	return false;
}

/* Punctuation of rows A1 and A3, of which sites put control bytes before some. */
static bool is_mark(cp c)
{
	int code = cp936_encode(c);

	return row_a3(c) || (code >= 0xa1a2 && code <= 0xa1bf) || (han_punct(c) && code >> 8 == 0xa3);
}

static struct token next(const cp *in, size_t n)
{
	struct token t = { .kind = CHARACTER, .len = 1 };
	size_t len;

	if (in[0] != '?' && in[0] != '(')
		return t;
	n = n < REALIGN_LOOK ? n : REALIGN_LOOK;
	while (t.len < n && in[0] == '?' && in[t.len] == '?')
		t.len++;
	if (t.len >= MANY)
		return t;
	t.len = 1;
	t.reading = reading_closed(in + 1, n - 1, &len);
	if (t.reading != READING_NONE) {
		t.kind = in[0] == '?' ? SPLIT : ANNOTATION;
		t.len = 1 + len;
	} else if (in[0] == '?') {
		t.kind = UNKNOWN;
		t.mark = n > 1 && is_mark(in[1]);
		t.swallowed = tag_follows(in + 1, n - 1) ? '<' : t.mark || n == 1 || in[1] == '\n' ? 0 : '?';
	}
	return t;
}

/* What c is to the model: text ends where a tag begins, and narrow punctuation is that of the text around it. */
static cp model(cp c) { return c == '<' ? LM_EDGE : realign_wide(c); }

static void put(struct way *w, cp c, struct sink *sink)
{
	bool closes = realign_opens(c - 1), line_ends = model(c) == LM_EDGE;

	w->cost += lm_cost(w->last, model(c));
	if (w->quote && line_ends)
		w->cost += UNCLOSED;
	if (realign_opens(c))
		w->quote = c + 1;
	else if (closes || line_ends)
		w->quote = 0;
	if (c == FULL_STOP && w->last == c)
		w->cost += AGAIN;
	else if (survey_simplified(c))
		w->cost += SIMPLIFIED;
	w->last = model(c);
	if (sink)
		sink->out[sink->n++] = c;
}

static void remember(struct way *w, unsigned byte)
{
	w->byte[0] = w->byte[1];
	w->byte[1] = (unsigned char)byte;
}

/* One more true byte. False where there is no such character. */
static bool feed(struct way *w, unsigned byte, struct sink *sink)
{
	remember(w, byte);
	if (w->lead) {
		cp c = cp936_decode(w->lead, byte);

		w->lead = 0;
		if (c)
			put(w, c, sink);
		return c;
	}
	if (byte > 0x80)
		w->lead = (unsigned char)byte;
	else
		put(w, byte == 0x80 ? 0x20ac : byte, sink);
	return true;
}

static bool take_character(struct way *w, cp c, struct sink *sink)
{
	int code = cp936_encode(c);
	unsigned mark = row_a3(c);

	if (code > 0xff)
		return feed(w, (unsigned)code >> 8, sink) && feed(w, code & 0xff, sink);
	if (w->lead) {
		if (mark)
			return feed(w, 0xa3, sink) && feed(w, mark, sink);
		return code > 0 && feed(w, (unsigned)code, sink);
	}
	/* Itself; but punctuation counts as the bytes that it may have been, for no others can be part of a pair. */
	put(w, w->full ? realign_wide(c) : c, sink);
	w->full = false;
	if (mark)
		remember(w, 0xa3);
	remember(w, mark ? mark : code < 0 ? 0 : (unsigned)code);
	if (code < 0)
		w->byte[0] = 0;
	return true;
}

static bool take_all(struct way *w, const cp *in, size_t n, struct sink *sink)
{
	for (size_t i = 0; i < n; i++)
		if (!take_character(w, in[i], sink))
			return false;
	return true;
}

/* The way that w becomes by t, which stands at in, where the lost byte is choice. False: it leads nowhere. */
static bool take(struct way *w, const struct token *t, const cp *in, unsigned choice, struct sink *sink)
{
	w->choice = (unsigned char)choice;
	if (t->kind == ANNOTATION && reading_pair(w->byte[0] << 8 | w->byte[1], t->reading) >= 0) {
		if (sink && !w->lead && sink->n > 1 && row_a3(sink->out[sink->n - 2]) == w->byte[0])
			sink->out[sink->n - 2] = realign_wide(sink->out[sink->n - 2]);
		return true;
	}
	if (choice == LITERAL) {
		w->cost += t->kind == UNKNOWN && t->swallowed == '<' ? TAG : 0;
		return (!w->lead || (t->kind == CHARACTER && t->len == 1)) && take_all(w, in, t->len, sink);
	}
	if (choice == WIDE)
		return feed(w, 0xa3, sink) && feed(w, 0xbf, sink);
	w->plain = false;
	if (t->mark)
		w->cost += LOST - (choice == PUNCTUATION);
	if (t->kind == SPLIT) {
		w->sure = true;
		if (sink && !w->lead && sink->n && row_a3(sink->out[sink->n - 1]))
			sink->out[sink->n - 1] = realign_wide(sink->out[sink->n - 1]);
		return feed(w, choice, sink);
	}
	if (!feed(w, choice, sink))
		return false;
	w->sure |= t->swallowed == '<';
	w->full = t->mark && !w->lead;
	if (w->lead)
		return t->mark;
	if (t->swallowed != '?')
		return !t->swallowed || take_character(w, t->swallowed, sink);
	put(w, ' ', NULL); /* what cannot be known was a space most often, but is not written as one */
	remember(w, 0);
	if (sink)
		sink->out[sink->n++] = '?';
	return true;
}

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
	if (take(&w, t, in, choice, NULL))
		s->way[s->all++] = w;
}

static void branch(struct search *s, const struct token *t, const cp *in)
{
	unsigned char trail[READING_TRAILS];
	bool tried[2] = { false, false }; /* an unknown byte, on the best way that is in step, and out of step */

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
			if (tried[!w->lead] || (!w->lead && !t->mark))
				continue;
			tried[!w->lead] = true;
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

			best->sure |= w->plain && w->cost >= best->cost + TELLING;
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

static struct way start(const cp last[2], cp quote)
{
	struct way w = { .last = LM_EDGE, .plain = true };

	for (int i = 0; i < 2; i++)
		if (last[i])
			take_character(&w, last[i], NULL);
	w.cost = 0;
	w.quote = quote;
	return w;
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
		struct token t = next(in + i, n - i);
		bool unknown = t.kind == SPLIT || t.kind == UNKNOWN, in_step = !w.lead;
		size_t had = sink.n;

		take(&w, &t, in + i, unknown ? *choice : LITERAL, &sink);
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
	return in[i] == '?' || in[i] == '(' || (in[i - 1] == '?' && row_a3(in[i]))
	       || (row_a3(in[i - 1]) && i + 1 < n && in[i + 1] == '(');
}

bool realign_solve(const struct realign_before *before, const cp *in, size_t at, size_t n, bool end, struct realign *r)
{
	struct search s = { .now = &s.beam[0], .then = &s.beam[1] };
	size_t i = 0;

	r->sure = false;
	r->edits = r->outn = r->unknown = 0;
	s.now->n = 1;
	s.now->way[0] = start(before->last, before->quote);
	while (i < n && i < REALIGN_SPAN - REALIGN_LOOK && s.choices < CHOICES) {
		if (!end && n - i < REALIGN_LOOK)
			return false;
		if (i > at && s.now->n == 1 && !s.now->way[0].lead && !goes_on(in, i, n))
			break;
		struct token t = next(in + i, n - i);
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
		carry_out(start(before->last, before->quote), in, n, s.now->choice[k], r);
		r->sure = s.now->way[k].sure;
		break;
	}
	return true;
}

bool realign_begins(const cp last[2], const cp *in, size_t n, bool guess)
{
	struct token t = next(in, n);
	unsigned char trail[READING_TRAILS];

	if (t.kind == UNKNOWN)
		return guess && t.mark && last[1] != '?' && n > 2 && (cp936_encode(in[2]) >= 0x40 || row_a3(in[2]));
	return t.kind == SPLIT && reading_trails(start(last, 0).byte[1], t.reading, trail);
}

size_t realign_annotation(const cp last[2], const cp *in, size_t n, bool *widen, int *pair)
{
	struct token t = next(in, n);
	unsigned mark = row_a3(last[0]);

	if (t.kind != ANNOTATION)
		return 0;
	struct way w = start(last, 0);
	*pair = reading_pair(w.byte[0] << 8 | w.byte[1], t.reading);
	if (*pair < 0)
		return 0;
	*widen = mark && w.byte[0] == mark;
	return t.len;
}
