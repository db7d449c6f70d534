#include "choose.h"
#include <string.h>
#include "choose_table.h"

enum {
	REACH = 5,  /* characters before and behind a doubtful one that are read as words: more changes nothing */
	SPAN = 128, /* characters that are read at once, at most */
	WORDS = 24, /* words that begin at one place, at most; there are 14 */
	FIXED = 64 * CHOOSE_BIT /* what it costs to be another character than the traditional one that stands there */
};

/* How much contexts count, in sixteenths, against words; measured on texts of other kinds than they were counted in
   (docs/conversion.md). A context on one side says little of a word that has a neighbour of its own on that side. */
enum {
	BOTH_SIDES = 8,       /* the widest context that goes beyond the word on both sides */
	ONE_SIDE = 6,         /* the widest one on each side alone, ... */
	ONE_OF_BOTH = 2,      /* ... where there is one on both sides too */
	ALONE_BOTH_SIDES = 13, /* the same for a word of one character */
	ALONE_ONE_SIDE = 8,
	ALONE_ONE_OF_BOTH = 5,
	MOST = 6 * CHOOSE_BIT /* no more than that, in all */
};

/* What is read at once: in[0..n) of a text, and the best way to read it up to each place. */
struct span {
	const cp *in, *seen; /* of the text */
	size_t from, to, end; /* in[from..to); the text has end code points */
	unsigned stay;
	cp symbol[SPAN + 2 * CONTEXT_MOST]; /* from in[from - CONTEXT_MOST] on */
	uint16_t doubtful[SPAN];            /* by place: of choose_doubtful[], or 0 */
	uint16_t changing[SPAN][CHOOSE_CANDIDATES]; /* what it costs to be that candidate, by what stands there */
	int cost[SPAN + 1];
	uint32_t reading[SPAN + 1]; /* of the last word */
	uint8_t len[SPAN + 1];      /* its length */
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

bool choose_replaces(cp c)
{
	const struct doubtful *d = &choose_doubtful[doubtful_at(c)];

	return doubtful_at(c) && candidate(d, c) == d->n;
}

/* ---- contexts ---- */

static const struct context *find_context(const struct span *s, size_t i, unsigned left, unsigned right)
{
	uint64_t h = choose_hash(s->symbol + CONTEXT_MOST + i - left, left + 1 + right, left);
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
			const struct context *c = l < CONTEXT_MOST && n - l < CONTEXT_MOST ? find_context(s, i, l, n - l)
											    : NULL;
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
	const struct doubtful *d = &choose_doubtful[s->doubtful[i]];
	unsigned left = (unsigned)(i - from), right = (unsigned)(to - 1 - i);
	bool alone = to - from == 1;
	const struct context *word = NULL, *both, *one[2];

	for (unsigned k = 0; k < d->n; k++)
		add[k] = 0;
	if (left + right >= CONTEXT_MOST)
		return;
	if (!alone)
		word = find_context(s, i, left, right);
	both = widest(s, i, left, right, true, true);
	one[0] = widest(s, i, left, right, true, false);
	one[1] = widest(s, i, left, right, false, true);
	int sides = both ? (alone ? ALONE_ONE_OF_BOTH : ONE_OF_BOTH) : (alone ? ALONE_ONE_SIDE : ONE_SIDE);
	for (unsigned k = 0; k < d->n; k++) {
		int known = word ? word->cost[k] * CONTEXT_COST : d->share[k], sum = 0;

		if (both)
			sum += (both->cost[k] * CONTEXT_COST - known) * (alone ? ALONE_BOTH_SIDES : BOTH_SIDES);
		for (unsigned side = 0; side < 2; side++)
			if (one[side])
				sum += (one[side]->cost[k] * CONTEXT_COST - known) * sides;
		sum /= 16;
		add[k] = sum > MOST ? MOST : sum < -MOST ? -MOST : sum;
	}
}

/* ---- words ---- */

/* A word of `cost` leads from place i to i + len. */
static void reach(struct span *s, size_t i, size_t len, int cost, uint32_t reading)
{
	if (s->len[i + len] && s->cost[i + len] <= s->cost[i] + cost)
		return;
	s->cost[i + len] = s->cost[i] + cost;
	s->len[i + len] = (uint8_t)len;
	s->reading[i + len] = reading;
}

/* The character at i as a word. */
static void read_alone(struct span *s, size_t i)
{
	enum { UNKNOWN = 24 * CHOOSE_BIT };
	const struct doubtful *d = &choose_doubtful[s->doubtful[i]];
	int add[CHOOSE_CANDIDATES];

	if (!s->doubtful[i]) {
		int cost = (int)(choose_look(choose_page, s->in[s->from + i]) & CELL_COST);

		reach(s, i, 1, cost ? cost : UNKNOWN, 0);
		return;
	}
	weigh(s, i, i, i + 1, add);
	for (unsigned k = 0; k < d->n; k++)
		reach(s, i, 1, d->alone[k] + s->changing[i][k] + add[k], k);
}

/* The word of `len` at i, with that number. */
static void read_word(struct span *s, size_t i, size_t len, uint32_t number)
{
	int cost = (int)(number >> WORD_COST), add[CHOOSE_CANDIDATES];
	uint32_t reading = number & WORD_READING, rival = number / WORD_RIVAL & 15;

	for (size_t k = 0; k < len; k++) {
		if (!s->doubtful[i + k])
			continue;
		cost += s->changing[i + k][reading & 3];
		if (rival & 1) {
			weigh(s, i + k, i, i + len, add);
			cost += add[reading & 3];
		}
		reading >>= 2;
		rival >>= 1;
	}
	reach(s, i, len, cost, number & WORD_READING);
}

static void read_span(struct span *s)
{
	size_t n = s->to - s->from;
	struct phrase_found found[WORDS];

	memset(s->len, 0, (n + 1) * sizeof *s->len);
	s->cost[0] = 0;
	for (size_t i = 0; i < n; i++) {
		read_alone(s, i);
		if (n - i < 2)
			continue;
		const cp *in = s->in + s->from + i;
		if (!(phrase_may(choose_filter, CHOOSE_SHIFT, in[0], in[1], n - i > 2 ? in[2] : 0) & 1))
			continue;
		size_t words = phrases_all(&choose_words, in, n - i, found, WORDS);
		for (size_t k = 0; k < words; k++)
			read_word(s, i, found[k].len, found[k].number);
	}
}

/* Writes what the best reading makes of the doubtful characters. */
static void write_span(const struct span *s, cp *out)
{
	for (size_t i = s->to - s->from; i;) {
		size_t at = i - s->len[i];
		uint32_t reading = s->reading[i];

		for (size_t k = at; k < i; k++) {
			const struct doubtful *d = &choose_doubtful[s->doubtful[k]];

			if (!s->doubtful[k])
				continue;
			unsigned was = candidate(d, out[s->from + k]);
			if (was < d->n && was != (reading & 3))
				out[s->from + k] = d->written[reading & 3];
			reading >>= 2;
		}
		i = at;
	}
}

/* ---- where to look ---- */

static void prepare(struct span *s)
{
	for (size_t i = 0; i < s->to - s->from + 2 * CONTEXT_MOST; i++) {
		size_t at = s->from + i - CONTEXT_MOST;

		s->symbol[i] = at < s->end ? choose_symbol(s->in[at]) : CONTEXT_OTHER; /* before the text it wraps round */
	}
	for (size_t i = 0; i < s->to - s->from; i++) {
		cp in = s->in[s->from + i], seen = s->seen[s->from + i];

		s->doubtful[i] = (uint16_t)doubtful_at(in);
		if (!s->doubtful[i])
			continue;
		const struct doubtful *d = &choose_doubtful[s->doubtful[i]];
		unsigned is = candidate(d, seen), change = seen != in ? FIXED : s->stay;
		for (unsigned k = 0; k < d->n; k++)
			s->changing[i][k] = (uint16_t)(is < d->n && k != is ? change : 0);
	}
}

/* May the doubtful character at in[i] be something else than the likeliest, by what stands beside it? */
static bool open_at(const cp *in, size_t i, size_t n)
{
	return choose_may(i ? choose_symbol(in[i - 1]) : CONTEXT_OTHER, in[i])
	       || choose_may(in[i], i + 1 < n ? choose_symbol(in[i + 1]) : CONTEXT_OTHER);
}

/* The end of the span that begins at s->from, for a doubtful character at i: REACH behind the last one that is open, or
   where the Han end. *unsaid: does one of them stand there in its simplified form? */
static size_t span_end(const struct span *s, size_t i, bool *unsaid)
{
	size_t to = i, last = i;

	*unsaid = false;
	for (; to < s->end && to - last <= REACH && to - s->from < SPAN && choose_is_han(s->in[to]); to++)
		if (doubtful_at(s->in[to])) {
			*unsaid |= s->in[to] == s->seen[to];
			if (open_at(s->in, to, s->end))
				last = to;
		}
	return to;
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
	struct span s = { .in = in, .seen = seen, .end = n, .stay = stay * CHOOSE_BIT, .to = 0 };
	bool unsaid;

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
