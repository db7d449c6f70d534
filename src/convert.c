#include "convert.h"
#include <assert.h>
#include <string.h>
#include "ascii.h"
#include "convert_table.h"

enum {
	MID = 4 * CONVERT_KEY, /* code points between the two levels that are looked at together */
	FEW = 2,               /* code points between the levels before a key is looked for: most keys are no shorter */
	LONG = MID / 2         /* a stretch is cut here: behind it there is room for a key and a value */
};

/* Each code point between the levels may come from a whole key; behind it a key of the first level may begin, and in
   that a segment. */
_Static_assert(CONVERT_HOLD >= (MID + 3) * CONVERT_KEY, "CONVERT_HOLD");

/* One call of convert_run(). out->p[copied..out->n) is in[from..] as it was or mapped code point by code point, and its
   changes are not told yet. */
struct job {
	const struct conversion *c;
	const cp *in, *raw; /* raw: what in came of, code point for code point; changes are told against it, ... */
	size_t base;        /* ... at positions that are so much higher */
	size_t n;
	bool end;
	struct buf *out;
	struct note *notes;
	size_t from, copied;
	bool replaced; /* a segment became more than what mapping makes of it */
};

const struct conversion *conversion_named(const char *name)
{
	for (const struct conversion *c = convert_table; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

const struct conversion *conversion_find(const char *name)
{
	return strchr(name, '-') ? NULL : conversion_named(name); /* those with '-' are parts of others */
}

const char *conversion_data(void) { return convert_data; }

/* in[at..at+len) became the outlen code points at now, in out: tells that as one change, after what was mapped before
   it. */
static void tell(struct job *j, size_t at, size_t len, const cp *now, size_t outlen)
{
	note_mapped(j->notes, RULE_CONVERT, j->base + j->from, j->raw + j->from, j->out->p + j->copied, at - j->from);
	if (len)
		note(j->notes, RULE_CONVERT, j->base + at, len, outlen);
	j->from = at + len;
	j->copied = (size_t)(now - j->out->p) + outlen;
}

/* Tells it where it is more than mapping one code point, and changed anything. */
static void tell_phrase(struct job *j, size_t at, size_t len, const cp *now, size_t outlen)
{
	if (len != outlen || (len > 1 && memcmp(now, j->raw + at, len * sizeof *now)))
		tell(j, at, len, now, outlen);
}

static size_t put_text(uint32_t at, cp *out)
{
	const cp *value = convert_text + at;

	memcpy(out, value + 1, *value * sizeof *out);
	return *value;
}

/* Writes what the key of that number, which in[0..n) is, becomes on a level. Returns the length. */
static size_t put_value(const struct level *l, uint32_t key, const cp *in, size_t n, cp *out)
{
	if (l->value[key])
		return put_text(l->value[key], out);
	for (size_t i = 0; i < n; i++)
		out[i] = convert_mapped(l->page, in[i]);
	return n;
}

/* Does the segment of that number become anything else than what the map makes of it? */
static bool differs(const struct values *v, uint32_t key) { return v->differs[key / 64] >> (key % 64) & 1; }

static uint32_t text_of(const struct values *v, uint32_t key)
{
	uint64_t before = v->differs[key / 64] & (((uint64_t)1 << (key % 64)) - 1);

	return v->text[v->before[key / 64] + (unsigned)__builtin_popcountll(before)];
}

/* The length of the segment that begins at in[at]; 0: none does. */
static size_t segment(const struct job *j, size_t at, uint32_t *key)
{
	return phrases_longest(j->c->segments, j->c->filter, j->in + at, j->n - at, key);
}

/* Bit 0: may a segment, or a key of the levels, begin at in[at]? */
static uint64_t may_any(const struct job *j, size_t at)
{
	const struct conversion *c = j->c;
	const cp *in = j->in + at;
	size_t n = j->n - at;

	return convert_look(c->page, in[0]) / CELL_ALONE
	       | phrase_may(c->filter, c->segments->shift, in[0], n > 1 ? in[1] : 0, n > 2 ? in[2] : 0);
}

/* Does a segment begin at in[at], where most places begin none? */
static bool rare_segment(const struct job *j, size_t at)
{
	uint32_t key;

	return may_any(j, at) & 1 && segment(j, at, &key) && key <= j->c->cuts;
}

/* Is there all that a key which begins at in[at] could be? */
static bool enough(const struct job *j, size_t at) { return j->end || j->n - at >= CONVERT_KEY; }

/* in[at..at+*len) is a key that matches between segments: makes *len and *key those of the longest such that no segment
   begins inside of, 0 where there is none. False where more text is needed. */
static bool uncut(const struct job *j, size_t at, size_t *len, uint32_t *key)
{
	for (size_t k = 1; k < *len; k++) {
		if (!enough(j, at + k))
			return false;
		if (rare_segment(j, at + k))
			*len = phrases_longest(j->c->segments, j->c->filter, j->in + at, k, key);
	}
	return true;
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

	*len = 0;
	if (!(convert_look(j->c->first.page, j->in[at]) & CELL_KEY))
		return true;
	for (;;) {
		*len = trie_longest(j->c->first.trie, j->in + at, n - at, key, &open);
		if (open && n == j->n && !j->end)
			return false;
		size_t k = 1;
		while (k < *len && enough(j, at + k) && !rare_segment(j, at + k))
			k++;
		if (k >= *len)
			return true;
		if (!enough(j, at + k))
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

	if (!enough(j, at))
		return false;
	if (at == j->n || (s->units && rare_segment(j, at))) {
		s->over = true;
		return true;
	}
	if (!first_level(j, at, &len, &key))
		return false;
	assert(s->n + CONVERT_KEY <= MID);
	if (len)
		s->n += put_value(l, key, j->in + at, len, s->mid + s->n);
	else
		s->mid[s->n++] = convert_mapped(l->page, j->in[at]);
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
			open = s.n < q + FEW && !s.over;
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
			buf_put(j->out, convert_mapped(l->page, s.mid[q]));
		q += len ? len : 1;
		while (unit < s.units && s.mid_at[unit + 1] <= q)
			unit++;
	} while (s.mid_at[unit] != q && q <= LONG);
	*inside = (unsigned)(q - s.mid_at[unit]);
	tell_phrase(j, at, s.at[unit] - at, j->out->p + had, j->out->n - had);
	return s.at[unit];
}

/* ---- the places where nothing begins ---- */

/* Code points that are mapped at once, with a flag for each: so many that what the flagged places need of the memory is
   fetched together. */
enum { WORD = 64, WORDS = 16, BLOCK = WORDS * WORD };

/* Maps in[0..n) to out, 0 < n <= WORD. Bit i of what it returns: at in[i] something may begin that mapping does not do.
   in[n] and in[n+1] are looked at. */
static inline uint64_t map_word(const struct conversion *c, const cp *restrict in, size_t n, cp *restrict out,
				bool dense)
{
	const uint64_t *filter = c->filter;
	const uint16_t *page = c->page;
	uint64_t flags = 0;
	cp one = in[0], two = in[1];

	for (size_t i = 0; i < n; i++) {
		cp three = in[i + 2];
		uint32_t cell = convert_look(page, one);
		uint64_t begins = cell / (dense ? CELL_ALONE : CELL_KEY);

		out[i] = one ^ (cell & CELL_CHAR);
		if (dense)
			begins |= phrase_may(filter, CONVERT_DENSE, one, two, three);
		flags = flags >> 1 | begins << 63;
		one = two;
		two = three;
	}
	return flags >> (WORD - n);
}

/* The same, also at the end of the text. */
static uint64_t map_any(const struct job *j, size_t at, size_t n, cp *out)
{
	const cp *in = j->in + at;
	cp copy[WORD + 2];

	if (j->n - at < n + 2) {
		memset(copy, 0, sizeof copy);
		memcpy(copy, in, (j->n - at) * sizeof *in);
		in = copy;
	}
	return j->c->dense ? map_word(j->c, in, n, out, true) : map_word(j->c, in, n, out, false);
}

/* Bit 0: may something begin at in[at] that must be found, whatever follows? */
static uint64_t may_need(const struct job *j, size_t at)
{
	const struct conversion *c = j->c;
	const cp *in = j->in + at;
	size_t n = j->n - at;

	return convert_look(c->page, in[0]) / CELL_ALONE
	       | phrase_may(c->needed, CONVERT_NEEDED, in[0], n > 1 ? in[1] : 0, n > 2 ? in[2] : 0);
}

/* May a key of the levels begin at in[at], where no segment does? */
static bool may_begin(const struct job *j, size_t at) { return j->c->levels && (!j->c->dense || may_need(j, at) & 1); }

/* Where the first code point alone said yes: the flags of places where the filter says so too. */
static uint64_t sift(const struct job *j, size_t at, uint64_t flags)
{
	uint64_t left = 0;

	for (; flags; flags &= flags - 1)
		if (may_any(j, at + (size_t)__builtin_ctzll(flags)) & 1)
			left |= flags & -flags;
	return left;
}

static void put_segment(struct job *j, size_t at, size_t len, uint32_t key)
{
	const struct conversion *c = j->c;
	cp *now = buf_room(j->out, CONVERT_KEY);
	size_t outlen = put_text(text_of(&c->value, key), now);

	j->replaced = true;
	j->out->n += outlen;
	tell_phrase(j, at, len, now, outlen);
}

/* Fetches what segment() will look at in the places of these flags. */
static void fetch(const struct job *j, size_t at, uint64_t flags)
{
	for (; flags; flags &= flags - 1) {
		size_t i = at + (size_t)__builtin_ctzll(flags);

		if (i + 1 < j->n)
			phrases_fetch(j->c->segments, j->in + i);
	}
}

/* Most segments become what the map makes of them, and need not be found but where they may reach beyond *next, the
   first place behind in[at..at+WORD) at which something must be found. Leaves of these flags those where that is so. */
static uint64_t needed(const struct job *j, size_t at, uint64_t flags, size_t *next)
{
	uint64_t left = 0;

	while (flags) {
		unsigned bit = 63 - (unsigned)__builtin_clzll(flags);
		uint64_t need = (may_need(j, at + bit) & 1) | (at + bit + CONVERT_REACH > *next);

		*next = need ? at + bit : *next;
		left |= need << bit;
		flags ^= (uint64_t)1 << bit;
	}
	return left;
}

/* Converts in[at..at+n), a BLOCK at most, or more where something begins in it that ends behind it. Returns how many
   code points it is done with: fewer than n where more text is needed. */
static size_t convert_block(struct job *j, size_t at, size_t n, unsigned *inside)
{
	const struct conversion *c = j->c;
	cp mapped[BLOCK];
	uint64_t flags[WORDS];
	size_t done = 0, told = 0; /* mapped[0..told) is in out, or what is there in its stead */

	for (size_t i = 0; i < n; i += WORD) {
		flags[i / WORD] = map_any(j, at + i, n - i < WORD ? n - i : WORD, mapped + i);
		if (!c->dense)
			flags[i / WORD] = sift(j, at + i, flags[i / WORD]);
	}
	for (size_t i = (n + WORD - 1) / WORD, next = at + n; i--;) {
		if (c->dense)
			flags[i] = needed(j, at + i * WORD, flags[i], &next);
		fetch(j, at + i * WORD, flags[i]);
	}
	for (size_t i = 0; i < n; i += WORD)
		for (uint64_t f = flags[i / WORD]; f; f &= f - 1) {
			size_t k = i + (size_t)__builtin_ctzll(f), here = at + k;
			uint32_t key;

			if (k < done)
				continue;
			size_t len = segment(j, here, &key);
			if (len && key > c->cuts && !uncut(j, here, &len, &key)) {
				buf_add(j->out, mapped + told, k - told);
				return k;
			}
			if (!len && !may_begin(j, here))
				continue;
			if (!len || differs(&c->value, key)) {
				buf_add(j->out, mapped + told, k - told);
				if (len)
					put_segment(j, here, len, key);
				else
					len = between(j, here, inside) - here;
				told = k + len;
				if (!len || *inside)
					return told;
			}
			done = k + len;
		}
	if (told < n)
		buf_add(j->out, mapped + told, n - told);
	for (told = told < n ? n : told; told < done; told++)
		buf_put(j->out, convert_mapped(c->page, j->in[at + told]));
	return told;
}

/* How many code points from in[at] on are ASCII that nothing begins in, in steps. */
static size_t plain_ascii(const struct job *j, size_t at)
{
	size_t n = 0;

	while (j->n - at - n >= ASCII_STEP && ascii_all(j->in + at + n))
		n += ASCII_STEP;
	return n > j->c->ascii ? n - j->c->ascii : 0;
}

/* The same the other way round, up to most. */
static size_t until_ascii(const struct job *j, size_t at, size_t most)
{
	size_t n = ASCII_STEP;

	while (n + ASCII_STEP <= most && !ascii_all(j->in + at + n))
		n += ASCII_STEP;
	return n + ASCII_STEP <= most ? n : most;
}

/* As convert_run(), of a text without description sequences. */
static size_t convert(struct job *j, unsigned *inside, size_t at)
{
	size_t i = at, ascii;

	j->from = at;
	j->copied = j->out->n;
	while (i < j->n && enough(j, i)) {
		size_t len;

		if (*inside) {
			len = between(j, i, inside) - i;
		} else if ((ascii = plain_ascii(j, i))) {
			buf_add(j->out, j->in + i, ascii);
			len = ascii;
		} else {
			size_t most = j->end ? j->n - i : j->n - i - CONVERT_KEY + 1;

			len = convert_block(j, i, until_ascii(j, i, most < BLOCK ? most : BLOCK), inside);
		}
		if (!len)
			break;
		i += len;
	}
	tell(j, i, 0, j->out->p + j->out->n, 0);
	return i;
}

/* ---- ideographic description sequences and compatibility ideographs ---- */

enum { SEQUENCE = 64, SEQUENCE_DEPTH = 16 }; /* longer or deeper ones OpenCC takes for no sequence */

/* How many code points follow that one in a description sequence (The Unicode Standard, 18.2). */
static unsigned operands(cp c)
{
	if (!convert_is_description(c))
		return 0;
	return c == 0x2ff2 || c == 0x2ff3 ? 3 : c >= 0x2ffe ? 1 : 2;
}

/* The length of the sequence, or other code point, at the head of in[0..n); 0 where it is none. *left: of SEQUENCE. */
static size_t sequence(const cp *in, size_t n, unsigned depth, size_t *left)
{
	size_t len = 1;

	if (!n || !depth || !*left)
		return 0;
	--*left;
	for (unsigned k = operands(*in); k; k--) {
		size_t more = sequence(in + len, n - len, depth - 1, left);

		if (!more)
			return 0;
		len += more;
	}
	return len;
}

/* The first place from in[i] on that needs one of the two, or n. */
static size_t find_rare(const cp *in, size_t i, size_t n)
{
	enum { STEP = 16 }; /* a loop of fixed length can be done in vectors */

	for (; n - i >= STEP; i += STEP) {
		unsigned any = 0;

		for (size_t k = 0; k < STEP; k++) {
			any |= convert_is_description(in[i + k]);
			any |= convert_is_compatible(in[i + k]);
		}
		if (any)
			break;
	}
	while (i < n && !convert_is_description(in[i]) && !convert_is_compatible(in[i]))
		i++;
	return i;
}

/* As convert_run(): in text that has some of them. A sequence stays, and nothing reaches across it. */
static size_t convert_rare(struct job *j, unsigned *inside, size_t at)
{
	struct buf text = BUF_INIT;
	size_t i = at, n = j->n;
	bool end = j->end;

	for (cp *p = buf_room(&text, n); text.n < n; text.n++)
		p[text.n] = text.n < at ? j->in[text.n] : convert_mapped(j->c->normal, j->in[text.n]);
	j->in = text.p;
	for (;;) {
		size_t left = SEQUENCE, stop = i;

		while (stop < n && !convert_is_description(text.p[stop]))
			stop++;
		j->n = stop;
		j->end = end || stop < n;
		i = convert(j, inside, i);
		if (i < stop || stop == n || (!end && n - stop < SEQUENCE))
			break;
		size_t len = sequence(text.p + stop, n - stop, SEQUENCE_DEPTH, &left);
		buf_add(j->out, j->raw + stop, len ? len : 1);
		i += len ? len : 1;
	}
	buf_free(&text);
	return i;
}

size_t convert_run(const struct conversion *c, unsigned *inside, const cp *in, size_t at, size_t n, bool end,
		   struct buf *out, struct note *notes)
{
	struct job j = { .c = c, .in = in, .raw = in, .n = n, .end = end, .out = out, .notes = notes };

	if (c->normal && find_rare(in, at, n) < n)
		return convert_rare(&j, inside, at);
	return convert(&j, inside, at);
}

bool convert_further(const struct conversion *c, const cp *in, const cp *raw, size_t n, size_t base, struct buf *out,
		     struct note *notes)
{
	struct job j = { .c = c, .in = in, .raw = raw, .base = base, .n = n, .end = true, .out = out, .notes = notes };
	unsigned inside = 0;

	convert(&j, &inside, 0);
	return j.replaced;
}
