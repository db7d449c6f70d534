#include "undo.h"
#include <stdlib.h>
#include <string.h>
#include "cp936.h"
#include "han.h"
#include "legacy.h"
#include "lm.h"
#include "mem.h"

enum into { UTF8, GBK, BIG5 };

/* Prices, beside those of the characters by the model. A reading whose bytes must be well-formed proves itself; one
   that makes a character of any two bytes must make much better Chinese. */
enum {
	STRICT = 20 * LM_BIT,   /* to begin to read UTF-8 */
	PAIRS = 36 * LM_BIT,    /* to begin to read pairs of bytes out of Latin letters */
	CROSSED = 48 * LM_BIT,  /* to begin to read pairs of bytes out of pairs: Han out of Han */
	AGAIN = 2 * LM_BIT,     /* to begin where the document has shown such damage ... */
	CROSSED_AGAIN = 12 * LM_BIT, /* ... the same for Han out of Han */
	SUPPOSED = 12 * LM_BIT, /* to begin where a whole document is looked at for damage */
	LEAVE = 12 * LM_BIT,    /* to leave Han as they are beside such as are read again as pairs ... */
	LEAVE_LETTERS = 30 * LM_BIT, /* ... and what is no ASCII in an encoding of single bytes: damage has no holes */
	NBSP = 3 * LM_BIT,      /* a space that was a no-break space */
	MARKED = 4 * LM_BIT,    /* a lost byte that left a mark */
	GONE = 8 * LM_BIT,      /* lost bytes that left none */
	TAIL = 3 * LM_BIT,      /* the same at the end of a line, where half a pair cannot but be lost */
	ODD = 12 * LM_BIT,      /* a character that costs so much may be of bytes between which others were lost */
	MARGIN = 56 * LM_BIT    /* a way so much dearer than the best is given up: lost bytes, and a rare character */
};

enum { WAYS = 64, SETTLE = 64 /* code points behind which a way cannot change any more */ };

static const struct {
	enum legacy through;
	enum into into;
	bool twice;
	unsigned price;
} readings[READINGS] = {
	[AS_IS] = { LEGACY_BIG5, BIG5, false, 0 },
	[GBK_AS_WESTERN] = { LEGACY_WESTERN, GBK, false, PAIRS },
	[UTF8_AS_WESTERN] = { LEGACY_WESTERN, UTF8, false, STRICT },
	[UTF8_AS_WESTERN_TWICE] = { LEGACY_WESTERN, UTF8, true, STRICT },
	[BIG5_AS_WESTERN] = { LEGACY_WESTERN, BIG5, false, PAIRS },
	[GBK_AS_MACROMAN] = { LEGACY_MACROMAN, GBK, false, PAIRS },
	[UTF8_AS_MACROMAN] = { LEGACY_MACROMAN, UTF8, false, STRICT },
	[UTF8_AS_GBK] = { LEGACY_GBK, UTF8, false, STRICT },
	[BIG5_AS_GBK] = { LEGACY_GBK, BIG5, false, CROSSED },
	[GBK_AS_BIG5] = { LEGACY_BIG5, GBK, false, CROSSED },
};

bool undo_letters(enum reading reading)
{
	return readings[reading].through == LEGACY_WESTERN || readings[reading].through == LEGACY_MACROMAN;
}

/* What it costs to begin with a reading. */
static unsigned price(const struct undo_before *before, enum reading reading)
{
	unsigned whole = readings[reading].price;

	return before->supposed ? SUPPOSED : !before->seen[reading] ? whole : whole == CROSSED ? CROSSED_AGAIN : AGAIN;
}

/* A character that is not whole yet: its bytes so far. */
struct part {
	unsigned char need, lead; /* bytes that it still wants; its first byte */
	cp bits;
};

enum { OUT = 4 }; /* characters that one of the input can complete, with lost ones before it */

/* One way to read the text so far. */
struct way {
	unsigned cost;
	cp last;
	struct part part[2]; /* the second where bytes were decoded twice */
	cp out[OUT];         /* what the last code point of the input completed */
	unsigned short from; /* the way that it goes on from, in the column before */
	unsigned char nout;
	unsigned char reading;
	bool begins, guessed;
	unsigned char chain; /* letters and signs that are no ASCII, left as they are, in a row; CHAIN: or more */
	cp bracket; /* what would close the bracket that is open, or 0 */
};

struct column {
	size_t n;
	unsigned best;
	struct way way[WAYS];
};

struct search {
	cp ahead; /* the code point of the text behind the one that is read; a line feed at the end */
	struct column *column; /* UNDO_SPAN + 1 of them */
	const struct undo_before *before;
	struct column *next;
	unsigned short from;
};

/* ---- what characters cost ---- */

static bool letter(cp c) { return (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7) || (c >= 0x370 && c < 0x530); }

/* A character as it stands. The model of Chinese knows no words of other languages: there a letter with a mark costs
   what it does in its own, a kana beside others too, and so does a sign that is repeated, as in a line that is drawn,
   or the next in an alphabet. In a document that is damaged it is no letter. */
static unsigned as_is(bool damaged, cp before, cp c)
{
	enum { REPEATED = 3 * LM_BIT, NO_BREAK = 4 * LM_BIT, KANA = 4 * LM_BIT, IN_WORD = 6 * LM_BIT, BESIDE = 9 * LM_BIT, SIGN = 9 * LM_BIT };
	unsigned cost = lm_cost(before, c), other = LM_MOST;

	if (c == 0xa0)
		other = NO_BREAK;
	else if (han_kana(c) || han_kana(before))
		other = han_kana(c) && han_kana(before) ? KANA : SIGN;
	else if (damaged || c < 0xa0 || c >= 0x3000)
		return cost;
	else if (c == before || c == before + 1)
		other = REPEATED;
	else if (letter(c))
		other = ascii_alpha(before) ? IN_WORD : BESIDE;
	else
		other = SIGN;
	return cost < other ? cost : other;
}

/* A character that was read again. */
static unsigned read_again(cp before, cp c)
{
	enum { IN_SCRIPT = 7 * LM_BIT, DRAWN = 4 * LM_BIT };
	unsigned cost = lm_cost(before, c), other = LM_MOST;

	if (letter(c) && letter(before) && c >> 8 == before >> 8)
		other = IN_SCRIPT;
	else if (c >= 0x2500 && c < 0x2600 && before >= 0x2500 && before < 0x2600)
		other = DRAWN; /* boxes and blocks */
	return cost < other ? cost : other;
}

/* ---- bytes to characters ---- */

/* One more byte of UTF-8 (RFC 3629, section 4). Returns false where it cannot stand there; *c: the character that it
   completes, if part->need is 0 then. */
static bool utf8_byte(struct part *part, unsigned byte, cp *c)
{
	if (!part->need) {
		*part = (struct part){ byte < 0x80 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3, (unsigned char)byte, byte };
		*c = byte;
		part->bits &= part->need == 1 ? 0x1f : part->need == 2 ? 0xf : 7;
		return byte < 0x80 || (byte >= 0xc2 && byte <= 0xf4);
	}
	unsigned low = 0x80, high = 0xbf;

	if (part->need == (part->lead >= 0xf0 ? 3 : 2)) {
		low = part->lead == 0xe0 ? 0xa0 : part->lead == 0xf0 ? 0x90 : low;
		high = part->lead == 0xed ? 0x9f : part->lead == 0xf4 ? 0x8f : high;
	}
	if (byte < low || byte > high)
		return false;
	part->need--;
	part->bits = *c = part->bits << 6 | (byte & 0x3f);
	return true;
}

/* One more byte of an encoding of pairs. */
static bool pair_byte(struct part *part, enum into into, unsigned byte, cp *c)
{
	if (!part->need) {
		*part = (struct part){ byte >= 0x80, (unsigned char)byte, byte };
		*c = byte;
		return byte < 0x80 || (byte > 0x80 && byte < 0xff);
	}
	part->need = 0;
	*c = into == GBK ? cp936_decode(part->lead, byte) : legacy_big5(part->lead, byte);
	return *c && !han_private(*c);
}

/* What closes the bracket or quotation that c opens, or 0. */
static cp closing(cp c)
{
	switch (c) {
	case 0x201c: return 0x201d;
	case 0x3008:
	case 0x300a:
	case 0x300c:
	case 0x300e:
	case 0x3010: return c + 1;
	case 0xff08: return 0xff09;
	default: return 0;
	}
}

static bool closes(cp c) { return c != 0x201c && (closing(c - 1) == c); }

enum { REPLACEMENT = 0xfffd };

static bool emit(struct way *w, cp c)
{
	if (w->nout == OUT || c == REPLACEMENT || han_private(c) || (c >= 0x80 && c < 0xa0))
		return false;
	w->cost += read_again(w->last, c);
	w->out[w->nout++] = w->last = c;
	w->bracket = c == w->bracket ? 0 : closing(c) ? closing(c) : w->bracket;
	return true;
}

/* One more byte for a way that reads again. */
static bool feed(struct way *w, unsigned byte)
{
	enum into into = readings[w->reading].into;
	cp c;

	if (!(into == UTF8 ? utf8_byte(&w->part[0], byte, &c) : pair_byte(&w->part[0], into, byte, &c)))
		return false;
	if (w->part[0].need)
		return true;
	if (readings[w->reading].twice) {
		unsigned char b[2];

		if (legacy_bytes(readings[w->reading].through, c, b) != 1 || !utf8_byte(&w->part[1], *b, &c))
			return false;
		if (w->part[1].need)
			return true;
	}
	return emit(w, c);
}

/* ---- ways ---- */

static bool open(const struct way *w) { return w->part[0].need || w->part[1].need; }

static bool same(const struct way *a, const struct way *b)
{
	return a->reading == b->reading && a->last == b->last && a->part[0].need == b->part[0].need
	       && a->part[0].bits == b->part[0].bits && a->part[1].need == b->part[1].need
	       && a->part[1].bits == b->part[1].bits;
}

/* Whether w is worth to go on from. The text as it is always is: the others may find no end. */
static bool worth(const struct column *c, const struct way *w)
{
	return w->reading == AS_IS || w->cost <= c->best || w->cost - c->best <= MARGIN;
}

/* Puts w into the next column: in the place of a dearer one that goes on in the same way, or of the dearest. The first
   place is kept for the text as it is. */
static void push(struct search *s, struct way w)
{
	struct column *to = s->next;
	size_t place, dearest = 1;

	if (!worth(to, &w))
		return;
	w.from = s->from;
	for (place = w.reading != AS_IS; place < to->n && !same(&to->way[place], &w); place++)
		if (place && to->way[place].cost > to->way[dearest].cost)
			dearest = place;
	if (place == WAYS)
		place = dearest;
	if (place < to->n && to->way[place].cost <= w.cost)
		return;
	to->way[place] = w;
	to->n += place == to->n;
	to->best = w.cost < to->best ? w.cost : to->best;
}

static void feed_all(struct search *s, struct way w, const unsigned char *byte, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (!feed(&w, byte[i]))
			return;
	push(s, w);
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

	if (closes(c) && c != bracket)
		return ALONE;
	if (c > 0xff0f && c < 0xff5b && (c < 0xff1a || c > 0xff20))
		return FULL_WIDTH; /* a letter or a digit */
	return in_gb2312(c) ? 0 : RARE; /* the model takes 彔 for 录 */
}

/* Goes on with byte[0..n) after w has read the lost bytes x and y (0: only x), at a price. */
static void with_lost(struct search *s, struct way w, unsigned x, unsigned y, unsigned price, const unsigned char *byte,
		      unsigned n)
{
	cp bracket = w.bracket;

	w.cost += price;
	w.guessed = true;
	if (!feed(&w, x) || (y && !feed(&w, y)))
		return;
	if (w.nout)
		w.cost += unlikely(w.last, bracket);
	feed_all(s, w, byte, n);
}

/* Half a pair left a mark, "?", and the byte was x. Where a character follows that could not have made a pair with it,
   the one that did is gone: before a word a space, elsewhere nobody knows, and the mark stays. */
static void half_marked(struct search *s, struct way w, unsigned x)
{
	enum { STAYS = 2 * LM_BIT };
	cp bracket = w.bracket;

	w.cost += MARKED;
	w.guessed = true;
	if (!feed(&w, x) || !w.nout)
		return;
	w.cost += unlikely(w.last, bracket);
	if (s->ahead >= 0x40 || (s->before->swallows && ascii_digit(s->ahead))) {
		bool word = ascii_alnum(s->ahead);

		w.cost += STAYS;
		w.out[w.nout++] = word ? ' ' : '?';
		w.last = word ? ' ' : w.last;
	}
	push(s, w);
}

/* Bytes of UTF-8 lost where they went through code page 936: the half of a pair that was cut, or a pair that has no
   character there. w is in the middle of a character. mark: what stands there for them, or 0. */
static void lost_in_gbk(struct search *s, const struct way *w, cp mark, unsigned price, const unsigned char *byte, unsigned n)
{
	for (unsigned x = 0x80; x < 0xc0; x++)
		if (mark == '?' && w->part[0].need == 1)
			half_marked(s, *w, x);
		else if (w->part[0].need == 1 || (mark && x == 0x80)) /* 80 alone is no character to some */
			with_lost(s, *w, x, 0, price, byte, n);
	for (unsigned x = 0x81; x < 0xc0; x++)
		for (unsigned y = w->part[0].need == 1 ? 0xe3 : 0x80; y < (w->part[0].need == 1 ? 0xf0 : 0xc0); y++)
			if (han_private(cp936_decode(x, y)))
				with_lost(s, *w, x, y, price, byte, n);
}

/* Bytes that Latin-1 and code page 1252 lose: the soft hyphen, and those that have no character in the latter. */
static void lost_in_western(struct search *s, const struct way *w, unsigned price, const unsigned char *byte, unsigned n)
{
	static const unsigned char lost[] = { 0xad, 0x81, 0x8d, 0x8f, 0x90, 0x9d };
	size_t from = s->before->shy, to = s->before->controls || !s->before->specials ? 1 : sizeof lost;

	for (size_t i = from; i < to; i++) {
		with_lost(s, *w, lost[i], 0, price, byte, n);
		for (size_t k = from; w->part[0].need == 2 && k < to; k++)
			with_lost(s, *w, lost[i], lost[k], 2 * price, byte, n);
	}
}

static void lost(struct search *s, const struct way *w, cp mark, unsigned price, const unsigned char *byte, unsigned n)
{
	if (!w->part[0].need || w->nout)
		return;
	if (w->reading == UTF8_AS_GBK)
		lost_in_gbk(s, w, mark, price, byte, n);
	else if (readings[w->reading].through == LEGACY_WESTERN)
		lost_in_western(s, w, price, byte, n);
}

/* w, which reads again, goes on with c. */
static void go_on(struct search *s, const struct way *w, cp c)
{
	enum legacy through = readings[w->reading].through;
	unsigned char byte[2];
	unsigned n = legacy_bytes(through, c, byte);
	struct way strict = *w;
	bool fits = n != 0;

	for (unsigned i = 0; fits && i < n; i++)
		fits = feed(&strict, byte[i]);
	if (fits)
		push(s, strict);
	if (!open(w))
		return;
	if (c == ' ' && through == LEGACY_WESTERN && !s->before->nbsp)
		with_lost(s, *w, 0xa0, 0, NBSP, NULL, 0);
	if (c == '?' || c == REPLACEMENT)
		lost(s, w, c, MARKED, NULL, 0);
	if (n && (!fits || strict.cost - w->cost >= ODD || (through == LEGACY_WESTERN && w->part[0].need == 2)))
		lost(s, w, 0, GONE, byte, n);
}

/* What it costs to leave c as it is beside what is read again. */
static unsigned left(unsigned reading, cp c)
{
	unsigned char byte[2];

	if (reading == AS_IS || readings[reading].into == UTF8 || c < 0x80)
		return 0;
	if (!undo_letters((enum reading)reading))
		return LEAVE;
	return legacy_bytes(readings[reading].through, c, byte) ? LEAVE_LETTERS : 0;
}

/* All the ways that go on from w with c. */
static void step(struct search *s, const struct way *w, cp c)
{
	enum { CHAIN = 7, CHAINED = 6 * LM_BIT }; /* no word has so many letters with marks in a row */

	struct way next = *w;
	unsigned char byte[2];

	next.nout = 0;
	next.begins = next.guessed = false;
	if (!open(w)) {
		struct way plain = next;

		plain.reading = AS_IS;
		plain.cost += left(w->reading, c);
		plain.cost += as_is(s->before->letters, w->last, c);
		plain.last = c;
		plain.chain = c < 0xa0 || c >= 0x3000 ? 0 : w->chain < CHAIN ? w->chain + 1 : CHAIN;
		plain.cost += plain.chain == CHAIN && c != w->last && c != w->last + 1 ? CHAINED : 0;
		push(s, plain);
	}
	if (w->reading != AS_IS) {
		go_on(s, &next, c);
		return;
	}
	next.begins = true;
	for (unsigned r = AS_IS + 1; r < READINGS; r++) {
		if (!(s->before->readings >> r & 1))
			continue;
		unsigned n = legacy_bytes(readings[r].through, c, byte);

		if (!n || byte[0] < 0x80)
			continue;
		next.reading = (unsigned char)r;
		next.cost = w->cost + price(s->before, (enum reading)r);
		next.cost += undo_letters((enum reading)r) ? left(r, w->last) : 0;
		feed_all(s, next, byte, n);
	}
}

/* The line ends: ways that are in the middle of a character end it with bytes that were lost, or are none. They are put
   into a column of their own. */
static void finish(struct search *s, struct column *to, const struct column *last)
{
	enum { UNCLOSED = 6 * LM_BIT };

	s->next = to;
	*to = (struct column){ .best = UINT32_MAX };
	for (size_t i = 0; i < last->n; i++) {
		struct way w = last->way[i];

		s->from = (unsigned short)i;
		w.nout = 0;
		w.begins = w.guessed = false;
		if (open(&w))
			lost(s, &w, 0, TAIL, NULL, 0);
		else
			push(s, w);
	}
	for (size_t i = 0; i < to->n; i++)
		if (to->way[i].reading != AS_IS && to->way[i].bracket)
			to->way[i].cost += UNCLOSED;
}

static size_t cheapest(const struct column *c)
{
	size_t best = 0;

	for (size_t i = 1; i < c->n; i++)
		if (c->way[i].cost < c->way[best].cost)
			best = i;
	return best;
}

/* ---- the result ---- */

/* Where ways of text that goes on are settled: before the last SETTLE code points, where the best one is between two
   characters. */
static size_t settled(const struct way *const *path, size_t n, bool end)
{
	size_t k = n;

	if (end)
		return n;
	while (k > 1 && (n - k < SETTLE || open(path[k])))
		k--;
	return k;
}

/* What is the same at the ends of a run, as ASCII is, does not change. */
static void trim(const cp *in, struct undo_run *run, cp *out, size_t *outn)
{
	size_t same = 0;

	while (same < run->len && same < run->outlen && in[run->at + same] == out[same])
		same++;
	memmove(out, out + same, (run->outlen - same) * sizeof *out);
	run->at += same;
	run->len -= same;
	run->outlen -= same;
	*outn -= same;
	while (run->len && run->outlen && in[run->at + run->len - 1] == out[run->outlen - 1]) {
		run->len--;
		run->outlen--;
		--*outn;
	}
}

/* Whether a run that was read again is Chinese, and not only more likely than it was. */
static bool good(const struct undo_before *before, const struct undo_run *run, const cp *out)
{
	enum { GOOD = 15 * LM_BIT }; /* a character costs no more than that on average: 8 in prose, 13 in some old poems */
	cp last = before->last;
	size_t n = 0, cost = 0;

	if (before->seen[run->reading])
		return true;
	for (size_t i = 0; i < run->outlen; last = out[i++])
		if (out[i] >= 0x80) {
			cost += read_again(last, out[i]);
			n++;
		}
	return cost <= n * GOOD;
}

/* The last run has its whole text. */
static void close_run(const struct undo_before *before, const cp *in, struct undo_run *run, struct undo *u)
{
	trim(in, run, u->out + u->outn - run->outlen, &u->outn);
	if (run->len && good(before, run, u->out + u->outn - run->outlen))
		u->runs++;
	else
		u->outn -= run->outlen;
}

/* The runs of the path, which has a way for each place from 0 to n, and (where the line ends) one behind. */
static void collect(const struct undo_before *before, const cp *in, const struct way *const *path, size_t n, size_t places,
		    struct undo *u)
{
	struct undo_run *run = NULL;
	unsigned plain = 0, cost = 0; /* of the run, as it is and read again */

	for (size_t k = 1; k <= places; k++) {
		const struct way *w = path[k];
		bool same = run && w->reading != AS_IS && !w->begins;

		if (run && !same && k <= n) {
			run->gain = (int)plain - (int)cost;
			close_run(before, in, run, u);
			run = NULL;
		}
		if (w->reading == AS_IS)
			continue;
		if (!run) {
			run = &u->run[u->runs];
			*run = (struct undo_run){ .at = k - 1, .reading = (enum reading)w->reading };
			plain = cost = 0;
		}
		if (k <= n) {
			plain += as_is(before->letters, run->len ? in[k - 2] : path[k - 1]->last, in[k - 1]);
			run->len++;
		}
		cost += w->cost - path[k - 1]->cost;
		run->guessed |= w->guessed;
		for (unsigned i = 0; i < w->nout; i++) {
			u->out[u->outn++] = w->out[i];
			run->outlen++;
		}
	}
	if (run) {
		run->gain = (int)plain - (int)cost;
		close_run(before, in, run, u);
	}
}

static struct column *start(const struct undo_before *before)
{
	struct column *c = mem_resize(NULL, UNDO_SPAN + 2, sizeof *c);

	c[0] = (struct column){ .n = 1, .way = { { .last = before->last, .reading = (unsigned char)before->open } } };
	return c;
}

void undo_solve(const struct undo_before *before, const cp *in, size_t n, bool end, struct undo *u)
{
	struct search s = { .column = start(before), .before = before };
	const struct way *path[UNDO_SPAN + 2];
	size_t places = n + end;

	for (size_t i = 0; i < n; i++) {
		const struct column *c = &s.column[i];

		s.next = &s.column[i + 1];
		s.ahead = i + 1 < n ? in[i + 1] : '\n';
		s.next->n = 0;
		s.next->best = UINT32_MAX;
		for (size_t k = 0; k < c->n; k++) {
			s.from = (unsigned short)k;
			if (worth(c, &c->way[k]))
				step(&s, &c->way[k], in[i]);
		}
	}
	if (end)
		finish(&s, &s.column[n + 1], &s.column[n]);
	size_t k = cheapest(&s.column[places]);
	for (size_t i = places + 1; i-- > 0; k = s.column[i].way[k].from)
		path[i] = &s.column[i].way[k];
	u->runs = u->outn = 0;
	u->len = settled(path, n, end);
	u->open = end ? AS_IS : (enum reading)path[u->len]->reading;
	u->last = path[end ? places : u->len]->last;
	collect(before, in, path, u->len, end ? places : u->len, u);
	free(s.column);
}
