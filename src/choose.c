#include "choose.h"
#include <string.h>
#include "choose_table.h"

enum {
	REACH = 4,  /* characters before and behind a doubtful one that are read as words: more changes nothing */
	SPAN = 96,  /* characters that are read at once, at most */
	FOUND = 24, /* words that begin at one place, at most; there are 6 */
	WORDS = SPAN * (CHOOSE_CANDIDATES + FOUND), /* in a span */
	FIXED = 64 * CHOOSE_BIT /* what it costs to be another character than the traditional one that stands there */
};

_Static_assert(SPAN <= UINT8_MAX && FIXED <= UINT16_MAX, "struct word, struct place");

/* How much contexts count against words, in sixteenths: measured on texts of other kinds than they were counted in
   (docs/conversion.md). */
enum {
	BOTH_SIDES = 8,       /* the widest one that goes beyond the word on both sides */
	ONE_SIDE = 3,         /* the widest one that goes beyond it on one side, for each side */
	MOST = 6 * CHOOSE_BIT /* no more than that, in all */
};

/* A word in a span, in one of its readings. */
struct word {
	uint8_t from, len;
	uint16_t reading; /* as in choose_words */
	uint8_t rival;    /* likewise */
	uint8_t open;     /* how many characters have contexts that may add to the cost, or take from it */
	bool weighed;     /* add is known */
	int cost, add;
};

/* A place in a span, before a character. */
struct place {
	uint16_t doubtful;                    /* of choose_doubtful[], or 0 */
	bool open;                            /* its neighbours may have a say */
	uint16_t changing[CHOOSE_CANDIDATES]; /* what it costs to be that candidate, by what stands there */
	int cost;                             /* of the best way to here */
	const struct word *last;              /* on that way */
};

/* What is read at once: in[from..to) of a text. */
struct span {
	const cp *in, *seen;  /* of the text */
	size_t from, to, end; /* the text has end code points */
	unsigned stay;
	struct place place[SPAN + 1];
	struct word word[WORDS];
	size_t words;
};

/* The candidate that c spells, or d->n where it spells none. */
static unsigned candidate(const struct doubtful *d, cp c)
{
	for (unsigned i = 0; i < CHOOSE_FORMS && d->form[i]; i++)
		if (d->form[i] == c)
			return d->of[i];
	return d->n;
}

static inline unsigned doubtful_at(cp c) { return choose_look(choose_page, c) >> CELL_DOUBTFUL; }

const char *choose_made_from(void) { return choose_data; }

bool choose_same(cp a, cp b)
{
	unsigned at = doubtful_at(a ^ (choose_look(script_page, a) & SCRIPT_FOLD));
	const struct doubtful *d = &choose_doubtful[at];

	return a == b || (at && candidate(d, a) < d->n && candidate(d, a) == candidate(d, b));
}

bool choose_replaces(cp c)
{
	const struct doubtful *d = &choose_doubtful[doubtful_at(c)];

	return doubtful_at(c) && candidate(d, c) == d->n;
}

/* ---- contexts ---- */

/* What stands for the character there in contexts; before the text, places wrap round. */
static cp symbol_at(const struct span *s, size_t at) { return at < s->end ? choose_symbol(s->in[at]) : CONTEXT_OTHER; }

static const struct context *find_context(const struct span *s, size_t i, unsigned left, unsigned right)
{
	cp symbol[CONTEXT_MOST + 1];

	for (unsigned k = 0; k <= left + right; k++)
		symbol[k] = symbol_at(s, s->from + i + k - left);
	uint64_t h = choose_hash(symbol, left + 1 + right, left);
	uint32_t tag = (uint32_t)h | 1;

	for (size_t at = (size_t)(h >> (64 - CONTEXT_BITS));; at = (at + 1) % (1 << CONTEXT_BITS)) {
		const struct context *c = &choose_context[at];

		if (c->tag == tag)
			return c;
		if (!c->tag)
			return NULL;
	}
}

/* The first of these contexts that is known and goes beyond the word: `left` and `right` are its characters beside
   the doubtful one; it goes further to the left, to the right, or on both sides. */
static const struct context *widest(const struct span *s, size_t i, unsigned left, unsigned right, bool to_left,
				    bool to_right)
{
	for (unsigned n = CONTEXT_MOST; n > left + right; n--) {
		unsigned least = to_left ? left + 1 : left, most = to_right ? n - right - 1 : n - right;

		if (n < right + to_right + least)
			continue;
		if (!to_left)
			most = left;
		if (!to_right)
			least = most = n - right;
		for (unsigned l = least; l <= most; l++) {
			const struct context *c =
				l < CONTEXT_MOST && n - l < CONTEXT_MOST ? find_context(s, i, l, n - l) : NULL;
			if (c)
				return c;
		}
	}
	return NULL;
}

/* What the contexts of the doubtful character at i, which is in the word [from, to), add to the cost of each candidate:
   that the word alone does not say. */
static void weigh(const struct span *s, size_t i, size_t from, size_t to, int *add)
{
	const struct doubtful *d = &choose_doubtful[s->place[i].doubtful];
	unsigned left = (unsigned)(i - from), right = (unsigned)(to - 1 - i);
	const struct context *word = NULL, *beyond[3];
	static const int weight[] = { BOTH_SIDES, ONE_SIDE, ONE_SIDE };

	for (unsigned k = 0; k < d->n; k++)
		add[k] = 0;
	if (left + right >= CONTEXT_MOST)
		return;
	if (left + right)
		word = find_context(s, i, left, right);
	beyond[0] = widest(s, i, left, right, true, true);
	beyond[1] = widest(s, i, left, right, true, false);
	beyond[2] = widest(s, i, left, right, false, true);
	for (unsigned k = 0; k < d->n; k++) {
		int known = word ? word->cost[k] * CONTEXT_COST : d->share[k], sum = 0;

		for (unsigned b = 0; b < 3; b++)
			if (beyond[b])
				sum += (beyond[b]->cost[k] * CONTEXT_COST - known) * weight[b];
		sum /= 16;
		add[k] = sum > MOST ? MOST : sum < -MOST ? -MOST : sum;
	}
}

/* ---- words ---- */

/* A way on of that cost from place i to i + w->len. */
static void reach(struct span *s, size_t i, const struct word *w, int cost)
{
	struct place *to = &s->place[i + w->len];

	if (to->last && to->cost <= s->place[i].cost + cost)
		return;
	to->cost = s->place[i].cost + cost;
	to->last = w;
}

/* What is added to the cost of a word by its contexts, as far as they are known; else the least that they could add. */
static int added(const struct word *w) { return w->weighed ? w->add : w->open ? -MOST * w->open : 0; }

/* Looks the contexts of a word up. */
static void weigh_word(const struct span *s, struct word *w)
{
	uint32_t reading = w->reading, rival = w->rival;
	int add[CHOOSE_CANDIDATES];

	w->weighed = true;
	w->add = 0;
	for (size_t i = w->from; i < w->from + w->len; i++) {
		if (!s->place[i].doubtful)
			continue;
		if (rival & 1 && s->place[i].open) {
			weigh(s, i, w->from, w->from + w->len, add);
			w->add += add[reading & 3];
		}
		reading >>= 2;
		rival >>= 1;
	}
}

static void add_word(struct span *s, size_t from, size_t len, int cost, uint32_t reading, uint32_t rival)
{
	struct word *w = &s->word[s->words];

	if (s->words == WORDS)
		return;
	*w = (struct word){
		.from = (uint8_t)from, .len = (uint8_t)len, .reading = (uint16_t)reading, .rival = (uint8_t)rival
	};
	for (size_t i = from; i < from + len; i++) {
		const struct place *p = &s->place[i];

		if (!p->doubtful)
			continue;
		cost += p->changing[reading & 3];
		w->open = (uint8_t)(w->open + (rival & 1 && p->open));
		reading >>= 2;
		rival >>= 1;
	}
	w->cost = cost;
	s->words++;
}

/* Adds the character at i as a word, or as one for each candidate. */
static void add_alone(struct span *s, size_t i)
{
	enum { UNKNOWN = 24 * CHOOSE_BIT };
	const struct doubtful *d = &choose_doubtful[s->place[i].doubtful];

	if (!s->place[i].doubtful) {
		int cost = (int)(choose_look(choose_page, s->in[s->from + i]) & CELL_COST);

		add_word(s, i, 1, cost ? cost : UNKNOWN, 0, 0);
	}
	for (unsigned k = 0; k < d->n; k++)
		add_word(s, i, 1, d->alone[k], k, 1);
}

static void find_words(struct span *s)
{
	size_t n = s->to - s->from;
	const cp *in = s->in + s->from;
	struct phrase_found found[FOUND];
	bool may[SPAN];

	/* Several places at once wait for memory here, and none of them below. */
	for (size_t i = 0; i < n; i++) {
		may[i] = n - i > 1
			 && phrase_may(choose_filter, CHOOSE_SHIFT, in[i], in[i + 1], n - i > 2 ? in[i + 2] : 0) & 1;
		if (may[i])
			phrases_fetch(&choose_words, in + i);
	}
	s->words = 0;
	for (size_t i = 0; i < n; i++) {
		add_alone(s, i);
		size_t words = may[i] ? phrases_all(&choose_words, choose_filter, in + i, n - i, found, FOUND) : 0;
		for (size_t k = 0; k < words; k++) {
			uint32_t number = found[k].number;

			add_word(s, i, found[k].len, (int)(number >> WORD_COST), number & WORD_READING,
				 number / WORD_RIVAL & 15);
		}
	}
}

/* The best way through the words, which are in the order of their beginnings. */
static void find_way(struct span *s)
{
	for (size_t i = 0; i <= s->to - s->from; i++)
		s->place[i].last = NULL;
	s->place[0].cost = 0;
	for (const struct word *w = s->word; w < s->word + s->words; w++)
		reach(s, w->from, w, w->cost + added(w));
}

/* Few words need their contexts looked up: while those on the best way are not all weighed, they are, and the best way
   is looked for again. A word that is not weighed is taken to be as cheap as it could be, so what is found is the best.
 */
static void read_span(struct span *s)
{
	bool all = false;

	find_words(s);
	while (!all) {
		all = true;
		find_way(s);
		for (size_t i = s->to - s->from; i;) {
			struct word *w = &s->word[s->place[i].last - s->word];

			if (w->open && !w->weighed) {
				weigh_word(s, w);
				all = false;
			}
			i = w->from;
		}
	}
}

/* Writes what the best way makes of the doubtful characters. */
static void write_span(const struct span *s, cp *out)
{
	for (size_t i = s->to - s->from; i;) {
		const struct word *w = s->place[i].last;
		uint32_t reading = w->reading;

		for (i = w->from; i < (size_t)w->from + w->len; i++) {
			const struct doubtful *d = &choose_doubtful[s->place[i].doubtful];

			if (!s->place[i].doubtful)
				continue;
			unsigned was = candidate(d, out[s->from + i]);
			if (was < d->n && was != (reading & 3))
				out[s->from + i] = d->written[reading & 3];
			reading >>= 2;
		}
		i = w->from;
	}
}

/* ---- where to look ---- */

/* May the doubtful character at in[i] be something else than the likeliest, by what stands beside it? */
static bool open_at(const cp *in, size_t i, size_t n)
{
	return choose_may(i ? choose_symbol(in[i - 1]) : CONTEXT_OTHER, in[i])
	       || choose_may(in[i], i + 1 < n ? choose_symbol(in[i + 1]) : CONTEXT_OTHER);
}

static void prepare(struct span *s)
{
	for (size_t i = 0; i < s->to - s->from; i++) {
		cp in = s->in[s->from + i], seen = s->seen[s->from + i];
		struct place *p = &s->place[i];

		p->doubtful = (uint16_t)doubtful_at(in);
		if (!p->doubtful)
			continue;
		p->open = open_at(s->in, s->from + i, s->end);
		const struct doubtful *d = &choose_doubtful[p->doubtful];
		unsigned is = candidate(d, seen), change = seen != in ? FIXED : s->stay;
		for (unsigned k = 0; k < d->n; k++)
			p->changing[k] = (uint16_t)(is < d->n && k != is ? change : 0);
	}
}

/* The end of the span that begins at s->from, for a doubtful character at i: REACH behind the last one that is open, or
   where the Han end. Two spans would share what is between two of them if that were less than twice REACH: then they
   are one. *unsaid: does one of them stand there in its simplified form? */
static size_t span_end(const struct span *s, size_t i, bool *unsaid)
{
	size_t to = i, last = i;

	*unsaid = false;
	for (; to < s->end && to - last <= 2 * REACH && to - s->from < SPAN && choose_is_han(s->in[to]); to++)
		if (doubtful_at(s->in[to])) {
			*unsaid |= s->in[to] == s->seen[to];
			if (open_at(s->in, to, s->end))
				last = to;
		}
	return to - last > REACH ? last + REACH + 1 : to;
}

/* A doubtful character that is not open: the likeliest, unless what stands there is to stay. */
static void take_likely(const struct doubtful *d, cp in, cp seen, unsigned stay, cp *out)
{
	unsigned is = candidate(d, seen), was = candidate(d, *out), now = d->likely;

	if (is < d->n && (seen != in || d->alone[is] < d->alone[now] + stay))
		now = is;
	if (was < d->n && was != now)
		*out = d->written[now];
}

/* Spans depend on the text in simplified characters alone: what is chosen is chosen once more in the same one. */
void choose(const cp *in, const cp *seen, size_t n, const uint16_t *doubtful, size_t count, unsigned stay, cp *out)
{
	struct span s; /* large: what is not set here is set where it is needed */
	bool unsaid;

	s.in = in;
	s.seen = seen;
	s.end = n;
	s.stay = stay * CHOOSE_BIT;
	s.to = 0;

	for (size_t k = 0; k < count; k++) {
		size_t i = doubtful[k], last = s.to;

		if (i < last)
			continue;
		if (!open_at(in, i, n)) {
			take_likely(&choose_doubtful[doubtful_at(in[i])], in[i], seen[i], s.stay, &out[i]);
			continue;
		}
		for (s.from = i; s.from > last && i - s.from < REACH && choose_is_han(in[s.from - 1]);)
			s.from--;
		s.to = span_end(&s, i, &unsaid);
		if (unsaid) {
			prepare(&s);
			read_span(&s);
			write_span(&s, out);
		}
	}
}
