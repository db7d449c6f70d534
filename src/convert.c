#include "convert.h"
#include <assert.h>
#include <string.h>
#include "convert_table.h"

enum {
	MID = 4 * CONVERT_KEY, /* code points between the two levels that are looked at together */
	LONG = MID / 2         /* a stretch is cut here: behind it there is room for a key and a value */
};

/* Each code point between the levels may come from a whole key; behind it a key of the first level may begin, and in
   that a segment. */
_Static_assert(CONVERT_HOLD >= (MID + 2) * CONVERT_KEY, "CONVERT_HOLD");

/* One call of convert_run(). out->p[copied..out->n) is in[from..] as it was or mapped code point by code point, and its
   changes are not told yet. */
struct job {
	const struct conversion *c;
	const cp *in;
	size_t n;
	bool end;
	struct buf *out;
	struct note *notes;
	size_t from, copied;
};

static const struct conversion *find(const char *name)
{
	for (const struct conversion *c = convert_table; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

const struct conversion *conversion_find(const char *name)
{
	const struct conversion *c = find(name);

	return c && (c->keep || c->from == SCRIPT_NONE) ? c : NULL; /* the rest are for convert_choose() */
}

const char *conversion_data(void) { return convert_data; }

struct script_count convert_survey(const cp *in, size_t n)
{
	size_t count[3] = { 0 };

	for (size_t i = 0; i < n; i++)
		count[convert_look(convert_script, in[i])]++;
	return (struct script_count){ count[SCRIPT_SIMPLIFIED], count[SCRIPT_TRADITIONAL] };
}

bool convert_simplified(cp c) { return convert_look(convert_script, c) == SCRIPT_SIMPLIFIED; }

const struct conversion *convert_choose(const struct conversion *c, struct script_count count)
{
	/* A few words of the other script are quoted in a text. A paragraph of it makes the text mixed, and then each
	   code point that both scripts have may be of either. */
	enum { QUOTED = 16 };
	size_t other = c->from == SCRIPT_SIMPLIFIED ? count.simplified : count.traditional;
	size_t target = c->from == SCRIPT_SIMPLIFIED ? count.traditional : count.simplified;

	if (c->keep && (!other || other * QUOTED < target))
		return find(c->keep);
	if (c->plain && target * QUOTED < other)
		return find(c->plain);
	return c;
}

static cp mapped(const uint16_t *page, cp c)
{
	cp to = convert_look(page, c) & CELL_CHAR;

	return to ? to : c;
}

/* The last outlen code points of out are what in[at..at+len) became: tells that as one change, after what was mapped
   before it. */
static void tell(struct job *j, size_t at, size_t len, size_t outlen)
{
	note_mapped(j->notes, RULE_CONVERT, j->from, j->in, j->out->p + j->copied, at - j->from);
	if (len)
		note(j->notes, RULE_CONVERT, at, len, outlen);
	j->from = at + len;
	j->copied = j->out->n;
}

/* Tells it where it is more than mapping one code point, and changed anything. */
static void tell_phrase(struct job *j, size_t at, size_t len, size_t outlen)
{
	const cp *now = j->out->p + j->out->n - outlen;

	if (len != outlen || (len > 1 && memcmp(now, j->in + at, len * sizeof *now)))
		tell(j, at, len, outlen);
}

/* Appends what the key of that number, which in[0..n) is, becomes on this level. Returns the length. */
static size_t put_value(const struct level *l, uint32_t key, const cp *in, size_t n, cp *out)
{
	const cp *value = convert_text + l->value[key];

	if (l->value[key]) {
		memcpy(out, value + 1, *value * sizeof *out);
		return *value;
	}
	for (size_t i = 0; i < n; i++)
		out[i] = mapped(l->page, in[i]);
	return n;
}

/* Does a segment begin at in[at]? *open: that, or how long it is, depends on what follows in[n). */
static size_t segment(const struct job *j, size_t at, uint32_t *key, bool *open)
{
	const struct level *l = &j->c->whole;

	*open = false;
	if (!(convert_look(l->page, j->in[at]) & CELL_KEY))
		return 0;
	size_t len = trie_longest(l->trie, j->in + at, j->n - at, key, open);
	*open &= !j->end;
	return len;
}

/* A stretch between segments, on both levels: what the first makes of in[at[0]..at[units]). */
struct stretch {
	cp mid[MID];
	size_t n;
	size_t at[MID + 1], mid_at[MID + 1]; /* where the keys of the first level begin, and what became of them */
	size_t units;
	bool over; /* a segment or the end of the text follows */
};

/* The longest key of the first level at in[at] that no segment begins inside of. False where more text is needed. */
static bool first_level(const struct job *j, size_t at, size_t *len, uint32_t *key)
{
	size_t n = j->n;
	bool open = false;
	uint32_t any;

	*len = 0;
	if (!(convert_look(j->c->first.page, j->in[at]) & CELL_KEY))
		return true;
	for (;;) {
		*len = trie_longest(j->c->first.trie, j->in + at, n - at, key, &open);
		if (open && n == j->n && !j->end)
			return false;
		size_t k = 1;
		while (k < *len && !segment(j, at + k, &any, &open) && !open)
			k++;
		if (k >= *len)
			return true;
		if (!segment(j, at + k, &any, &open))
			return false;
		n = at + k;
	}
}

/* Adds one key, or one code point, to the stretch, or finds it over. False where more text is needed. */
static bool lengthen(const struct job *j, struct stretch *s)
{
	const struct level *l = &j->c->first;
	size_t at = s->at[s->units], len;
	uint32_t key;
	bool open = false;

	if (at == j->n) {
		s->over = true;
		return j->end;
	}
	if (s->units && segment(j, at, &key, &open)) {
		s->over = true;
		return true;
	}
	if (open || !first_level(j, at, &len, &key))
		return false;
	assert(s->n + CONVERT_KEY <= MID);
	if (len)
		s->n += put_value(l, key, j->in + at, len, s->mid + s->n);
	else
		s->mid[s->n++] = mapped(l->page, j->in[at]);
	s->units++;
	s->at[s->units] = at + (len ? len : 1);
	s->mid_at[s->units] = s->n;
	return true;
}

/* Converts from in[at] on, between segments, up to where keys of both levels end together (or the stretch is LONG).
   Returns where it stopped; at itself where more text is needed. */
static size_t between(struct job *j, size_t at, unsigned *inside)
{
	const struct level *l = &j->c->second;
	struct stretch s;
	size_t had = j->out->n, q = *inside, unit = 0;

	s.n = s.units = s.mid_at[0] = 0;
	s.at[0] = at;
	s.over = false;
	do {
		uint32_t key;
		size_t len = 0;

		for (bool open = true; open;) {
			open = q >= s.n;
			if (!open)
				len = trie_longest(l->trie, s.mid + q, s.n - q, &key, &open);
			if (s.over)
				break;
			if (open && !lengthen(j, &s)) {
				j->out->n = had;
				return at;
			}
		}
		cp *o = buf_room(j->out, CONVERT_KEY);
		if (len)
			j->out->n += put_value(l, key, s.mid + q, len, o);
		else
			buf_put(j->out, mapped(l->page, s.mid[q]));
		q += len ? len : 1;
		while (unit < s.units && s.mid_at[unit + 1] <= q)
			unit++;
	} while (s.mid_at[unit] != q && q <= LONG);
	*inside = (unsigned)(q - s.mid_at[unit]);
	tell_phrase(j, at, s.at[unit] - at, j->out->n - had);
	return s.at[unit];
}

/* May a code point that has cell and is followed by next be more than mapped? */
static inline bool may_begin(const struct conversion *c, uint32_t cell, cp c1, cp next)
{
	if (cell & CELL_KEY && trie_may(c->whole.trie, c1, next))
		return true;
	if (!(cell & CELL_RUN))
		return false;
	uint32_t a = convert_look(c->first.page, c1), b = convert_look(c->first.page, next);

	if ((a | b) & CELL_KEY)
		return true;
	return trie_may(c->second.trie, a ? a : c1, b ? b : next);
}

/* Maps code points from in[i] on, up to one where a key may begin, or the end. Returns where that is. */
static size_t map_some(struct job *j, size_t i)
{
	const struct conversion *c = j->c;
	const cp *in = j->in;
	cp *out = buf_room(j->out, j->n - i), *o = out;

	for (; i < j->n; i++) {
		uint32_t cell = convert_look(c->whole.page, in[i]);

		if (cell & (CELL_KEY | CELL_RUN)) {
			if (i + 1 == j->n || may_begin(c, cell, in[i], in[i + 1]))
				break;
			cell &= CELL_CHAR;
		}
		*o++ = cell ? cell : in[i];
	}
	j->out->n += (size_t)(o - out);
	return i;
}

size_t convert_run(const struct conversion *c, unsigned *inside, const cp *in, size_t at, size_t n, bool end,
		   struct buf *out, struct note *notes)
{
	struct job j = { c, in, n, end, out, notes, at, out->n };
	size_t i = at;

	for (;;) {
		if (!*inside)
			i = map_some(&j, i);
		if (i == n)
			break;
		uint32_t key;
		bool open = false;
		size_t len = *inside ? 0 : segment(&j, i, &key, &open);

		if (open)
			break;
		if (len) {
			size_t outlen = put_value(&c->whole, key, in + i, len, buf_room(out, CONVERT_KEY));

			out->n += outlen;
			if (c->whole.value[key])
				tell_phrase(&j, i, len, outlen);
			i += len;
		} else if (*inside || convert_look(c->whole.page, in[i]) & CELL_RUN) {
			size_t next = between(&j, i, inside);

			if (next == i)
				break;
			i = next;
		} else {
			buf_put(out, mapped(c->whole.page, in[i++]));
		}
	}
	tell(&j, i, 0, 0);
	return i;
}
