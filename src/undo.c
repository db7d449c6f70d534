#include "undo.h"
#include <string.h>
#include "cp936.h"
#include "han.h"
#include "legacy.h"
#include "lm.h"
#include "mem.h"
#include "undo_column.h"
#include "undo_way.h"

/* Prices of what a way does in between, beside those of the characters. */
enum {
	LEAVE = 12 * LM_BIT,         /* to leave Han as they are beside such as are read again as pairs ... */
	LEAVE_LETTERS = 30 * LM_BIT, /* ... and what is no ASCII in an encoding of single bytes: damage has no holes */
	NBSP = 3 * LM_BIT,           /* a space that was a no-break space */
	MARKED = 4 * LM_BIT,         /* a lost byte that left a mark */
	GONE = 8 * LM_BIT,           /* lost bytes that left none */
	NEAR = 8 * LM_BIT, /* so near to the best a way must be for some 300 guesses at what code page 936 lost */
	TAIL = 3 * LM_BIT, /* the same at the end of a line, where half a pair cannot but be lost */
	ODD = 12 * LM_BIT  /* a character that costs so much may be of bytes between which others were lost */
};

enum { SETTLE = 64 }; /* code points behind which a way cannot change any more */

struct undo_space {
	bool paired;                  /* the next two are filled in */
	uint64_t unpaired[0x40];      /* bit y - 80 of x - 80: code page 936 has no character for x y */
	uint64_t unpaired_lead[0x40]; /* bit y - E3, the first byte of another character */
	struct undo_column column[UNDO_SPAN + 2];
	struct undo_way way[(UNDO_SPAN + 2) * UNDO_WAYS]; /* of all columns, one after another */
};

struct bytes {
	unsigned n; /* 0: the encoding does not have the character */
	unsigned char byte[2];
};

struct search {
	cp c, ahead; /* the code point of the text that is read, and the one behind; a line feed at the end */
	struct bytes bytes[LEGACIES]; /* what c was read from */
	unsigned left[READINGS];      /* what it costs to leave c as it is behind what is read again so */
	const struct undo_before *before;
	struct undo_space *space;
	struct undo_filling next;
	size_t from;   /* the way that is gone on from, */
	uint32_t best; /* and the cost of the best of its column */
};

static void push(struct search *s, const struct undo_way *w) { undo_push(&s->next, w, s->from); }

static void feed_all(struct search *s, struct undo_way w, const unsigned char *byte, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (!undo_feed(&w, byte[i]))
			return;
	push(s, &w);
}

/* Whether c is a character of GB 2312. */
static bool in_gb2312(cp c)
{
	int code = cp936_encode(c);

	return code > 0xa1a0 && (code & 0xff) > 0xa0;
}

/* What is to be added for a character that was guessed: what the model does not know about it. */
static unsigned unlikely(cp c, cp bracket)
{
	enum { RARE = 2 * LM_BIT, ALONE = 8 * LM_BIT, FULL_WIDTH = 8 * LM_BIT };

	if (undo_closes(c) && c != bracket)
		return ALONE;
	if (c > 0xff0f && c < 0xff5b && (c < 0xff1a || c > 0xff20))
		return FULL_WIDTH;      /* a letter or a digit */
	return in_gb2312(c) ? 0 : RARE; /* the model takes 彔 for 录 */
}

/* Goes on with byte[0..n) after w has read the lost bytes x and y (0: only x), at a price. */
static void with_lost(struct search *s, struct undo_way w, unsigned x, unsigned y, unsigned price,
		      const unsigned char *byte, unsigned n)
{
	cp bracket = w.bracket;

	w.cost += price;
	w.guessed = true;
	if (undo_hopeless(&s->next, w.cost) || !undo_feed(&w, x) || (y && !undo_feed(&w, y)))
		return;
	if (w.nout)
		w.cost += unlikely(w.last, bracket);
	if (!undo_hopeless(&s->next, w.cost))
		feed_all(s, w, byte, n);
}

/* Half a pair left a mark, "?", and the byte was x. Where a character follows that could not have made a pair with it,
   the one that did is gone: before a word a space, elsewhere nobody knows, and the mark stays. */
static void half_marked(struct search *s, struct undo_way w, unsigned x)
{
	enum { STAYS = 2 * LM_BIT };
	cp bracket = w.bracket;

	w.cost += MARKED;
	w.guessed = true;
	if (!undo_feed(&w, x) || !w.nout)
		return;
	w.cost += unlikely(w.last, bracket);
	if (s->ahead >= 0x40 || (s->before->swallows && ascii_digit(s->ahead))) {
		bool word = ascii_alnum(s->ahead);

		w.cost += STAYS;
		w.out[w.nout++] = word ? ' ' : '?';
		w.last = word ? ' ' : w.last;
	}
	push(s, &w);
}

/* Whether code page 936 has no character for a pair, so that decoders drop or mark it, or its first byte. */
static bool no_pair(unsigned x, unsigned y) { return x == 0x80 || han_private(cp936_decode(x, y)); }

/* Fills in which pairs are lost. Not those that begin with 80, which is a character. */
static void find_unpaired(struct undo_space *space)
{
	if (space->paired)
		return;
	space->paired = true;
	for (unsigned x = 0x81; x < 0xc0; x++) {
		for (unsigned y = 0x80; y < 0xc0; y++)
			space->unpaired[x - 0x80] |= (uint64_t)no_pair(x, y) << (y - 0x80);
		for (unsigned y = 0xe3; y < 0xf0; y++)
			space->unpaired_lead[x - 0x80] |= (uint64_t)no_pair(x, y) << (y - 0xe3);
	}
}

/* Bytes of UTF-8 lost where they went through code page 936: a byte that made no pair with the next one, or a pair that
   has no character there. w is in the middle of a character. mark: what stands there for them, or 0. */
static void lost_in_gbk(struct search *s, const struct undo_way *w, cp mark, unsigned price, const unsigned char *byte,
			unsigned n)
{
	bool last = w->part[0].need == 1;
	unsigned char next[2] = { 0 };
	const uint64_t *unpaired = s->space->unpaired, *unpaired_lead = s->space->unpaired_lead;

	find_unpaired(s->space);
	if (n || legacy_bytes(LEGACY_GBK, s->ahead, next))
		next[0] = n ? byte[0] : next[0];
	for (unsigned x = 0x80; x < 0xc0; x++) {
		if (mark == '?' && last)
			half_marked(s, *w, x);
		else if (next[0] < 0x80 ? last || (mark && (x == 0x80 || s->ahead == mark)) : no_pair(x, next[0]))
			with_lost(s, *w, x, 0, price, byte, n);
		for (uint64_t ones = last ? unpaired_lead[x - 0x80] : unpaired[x - 0x80]; ones; ones &= ones - 1)
			with_lost(s, *w, x, (last ? 0xe3 : 0x80) + (unsigned)__builtin_ctzll(ones), price, byte, n);
	}
	for (unsigned y = 0x80; !last && !n && !mark && y < 0xc0; y++)
		with_lost(s, *w, 0x80, y, price, byte, n);
}

/* Bytes that Latin-1 and code page 1252 lose: the soft hyphen, and those that have no character in the latter. */
static void lost_in_western(struct search *s, const struct undo_way *w, unsigned price, const unsigned char *byte,
			    unsigned n)
{
	static const unsigned char lost[] = { 0xad, 0x81, 0x8d, 0x8f, 0x90, 0x9d };
	size_t from = s->before->shy, to = s->before->controls || !s->before->specials ? 1 : sizeof lost;

	for (size_t i = from; i < to; i++) {
		with_lost(s, *w, lost[i], 0, price, byte, n);
		for (size_t k = from; w->part[0].need == 2 && k < to; k++)
			with_lost(s, *w, lost[i], lost[k], 2 * price, byte, n);
	}
}

static void lost(struct search *s, const struct undo_way *w, cp mark, unsigned price, const unsigned char *byte,
		 unsigned n)
{
	if (!w->part[0].need || w->nout)
		return;
	if (w->reading == UTF8_AS_GBK)
		lost_in_gbk(s, w, mark, price, byte, n);
	else if (undo_readings[w->reading].through == LEGACY_WESTERN)
		lost_in_western(s, w, price, byte, n);
}

/* w, which reads again, goes on. */
static void go_on(struct search *s, const struct undo_way *w)
{
	cp c = s->c;
	enum legacy through = undo_readings[w->reading].through;
	const unsigned char *byte = s->bytes[through].byte;
	unsigned n = s->bytes[through].n;
	struct undo_way strict = *w;
	bool fits = n != 0;

	for (unsigned i = 0; fits && i < n; i++)
		fits = undo_feed(&strict, byte[i]);
	if (fits)
		push(s, &strict);
	if (!undo_open(w))
		return;
	if (c == ' ' && through == LEGACY_WESTERN && !s->before->nbsp)
		with_lost(s, *w, 0xa0, 0, NBSP, NULL, 0);
	if (c == '?' || c == UNDO_REPLACEMENT)
		lost(s, w, c, MARKED, NULL, 0);
	bool asked = w->reading != UTF8_AS_GBK || w->cost - s->best <= NEAR;

	if (n && asked
	    && (!fits || strict.cost - w->cost >= ODD || (through == LEGACY_WESTERN && w->part[0].need == 2)))
		lost(s, w, 0, GONE, byte, n);
}

/* What it costs to leave c as it is beside what is read again. */
static unsigned left(unsigned reading, cp c)
{
	unsigned char byte[2];

	if (reading == AS_IS || undo_readings[reading].into == UNDO_UTF8 || c < 0x80)
		return 0;
	if (!undo_letters((enum reading)reading))
		return LEAVE;
	if (undo_common(c) && undo_readings[reading].through == LEGACY_WESTERN)
		return 0; /* right marks stand around damage; in Macintosh Roman they are too often damage themselves */
	return legacy_bytes(undo_readings[reading].through, c, byte) ? LEAVE_LETTERS : 0;
}

/* All the ways that go on from w. */
static void step(struct search *s, const struct undo_way *w)
{
	enum { CHAIN = 7, CHAINED = 6 * LM_BIT }; /* no word has so many letters with marks in a row */

	struct undo_way next = *w;

	cp c = s->c;

	next.nout = 0;
	next.begins = next.guessed = false;
	if (!undo_open(w)) {
		struct undo_way plain = next;

		plain.reading = AS_IS;
		plain.cost += s->left[w->reading];
		plain.cost += undo_as_is(s->before->letters, w->last, c);
		plain.last = c;
		plain.chain = c < 0xa0 || c >= 0x3000 ? 0 : w->chain < CHAIN ? w->chain + 1 : CHAIN;
		plain.cost += plain.chain == CHAIN && c != w->last && c != w->last + 1 ? CHAINED : 0;
		push(s, &plain);
	}
	if (w->reading != AS_IS) {
		go_on(s, &next);
		return;
	}
	next.begins = true;
	for (unsigned r = AS_IS + 1; r < READINGS; r++) {
		const struct bytes *bytes = &s->bytes[undo_readings[r].through];

		if (!(s->before->readings >> r & 1) || !bytes->n || bytes->byte[0] < 0x80)
			continue;
		next.reading = (unsigned char)r;
		next.cost = w->cost + undo_price(s->before, (enum reading)r);
		next.cost += undo_letters((enum reading)r) ? left(r, w->last) : 0;
		feed_all(s, next, bytes->byte, bytes->n);
	}
}

/* What the steps of all ways with c need. */
static void prepare(struct search *s, cp c)
{
	s->c = c;
	for (unsigned e = 0; e < LEGACIES; e++)
		s->bytes[e].n = legacy_bytes((enum legacy)e, c, s->bytes[e].byte);
	for (unsigned r = 0; r < READINGS; r++)
		s->left[r] = left(r, c);
}

/* The line ends: ways that are in the middle of a character end it with bytes that were lost, or are none. They are put
   into a column of their own. */
static void finish(struct search *s, const struct undo_column *last)
{
	enum { UNCLOSED = 6 * LM_BIT };
	struct undo_column *to = s->next.to;

	for (size_t i = 0; i < last->n; i++) {
		struct undo_way w = last->way[i];

		s->from = i;
		w.nout = 0;
		w.begins = w.guessed = false;
		if (undo_open(&w))
			lost(s, &w, 0, TAIL, NULL, 0);
		else
			push(s, &w);
	}
	for (size_t i = 0; i < to->n; i++)
		if (to->way[i].reading != AS_IS && to->way[i].bracket)
			to->way[i].cost += UNCLOSED;
}

static size_t cheapest(const struct undo_column *c)
{
	size_t best = 0;

	for (size_t i = 1; i < c->n; i++)
		if (c->way[i].cost < c->way[best].cost)
			best = i;
	return best;
}

/* Where ways of text that goes on are settled: before the last SETTLE code points, where the best one is between two
   characters. */
static size_t settled(const struct undo_way *const *path, size_t n, bool end)
{
	size_t k = n;

	if (end)
		return n;
	while (k > 1 && (n - k < SETTLE || undo_open(path[k])))
		k--;
	return k;
}

/* Fills the columns, one for each place from 0 to n, and where the line ends one behind. */
static void search(struct undo_space *space, const struct undo_before *before, const cp *in, size_t n, bool end)
{
	struct search s = { .before = before, .space = space };
	struct undo_column *column = space->column;

	space->way[0] = (struct undo_way){ .last = before->last, .reading = (unsigned char)before->open };
	column[0] = (struct undo_column){ .n = 1, .way = space->way };
	for (size_t i = 0; i < n + end; i++) {
		const struct undo_column *c = &column[i];

		undo_fill(&s.next, &column[i + 1], c->way + c->n);
		if (i == n) {
			finish(&s, c);
			break;
		}
		prepare(&s, in[i]);
		s.ahead = i + 1 < n ? in[i + 1] : '\n';
		s.best = c->best;
		for (s.from = 0; s.from < c->n; s.from++) {
			const struct undo_way *w = &c->way[s.from];

			if (w->reading == AS_IS || w->cost - c->best <= UNDO_MARGIN)
				step(&s, w);
		}
	}
}

void undo_solve(struct undo_space *space, const struct undo_before *before, const cp *in, size_t n, bool end,
		struct undo *u)
{
	const struct undo_way *path[UNDO_SPAN + 2];
	size_t places = n + end;

	search(space, before, in, n, end);
	size_t k = cheapest(&space->column[places]);
	for (size_t i = places + 1; i-- > 0; k = path[i]->from)
		path[i] = &space->column[i].way[k];
	u->runs = u->outn = 0;
	u->len = settled(path, n, end);
	u->open = end ? AS_IS : (enum reading)path[u->len]->reading;
	u->last = path[end ? places : u->len]->last;
	undo_collect(before, in, path, u->len, end ? places : u->len, u);
}

struct undo_space *undo_space_new(void)
{
	struct undo_space *space = mem_resize(NULL, 1, sizeof *space);

	space->paired = false;
	memset(space->unpaired, 0, sizeof space->unpaired);
	memset(space->unpaired_lead, 0, sizeof space->unpaired_lead);
	return space;
}
