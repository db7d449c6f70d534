#include "reader.h"
#include "align.h"
#include "ascii.h"
#include "lm.h"
#include "mem.h"
#include "mixed.h"
#include "rarity.h"
#include "scan.h"
#include <stdlib.h>
#include <string.h>

enum {
	ODD = 20,        /* bits of what is rare together: three to five characters of text out of step; */
	ODD_PAIRS = 24,  /* and of what is in pairs, too */
	GAIN = 24,       /* bits that a reading with bytes left out must gain: it changed no clean text; */
	GAIN_ERROR = 10, /* where the line has an error */
	LONGEST = 4096   /* bytes of a line that are read with bytes left out: longer ones are done in pieces */
};

void reader_begin(struct reader *r, const struct codec *codec, bool mixed)
{
	r->document = r->codec = codec;
	r->mixed = mixed;
	r->begun = false;
	r->parts = 0;
}

void reader_free(struct reader *r)
{
	free(r->part);
	free(r->odd);
	r->part = NULL;
	r->odd = NULL;
	r->room = r->odd_room = 0;
}

/* The place in p[i..n) behind a byte that says nothing, or a stretch of characters that are rare together; n where
   there is none. Most text has none, and is not looked at more closely; but all is asked this, so the loop has no
   branch that depends on the text. */
static size_t find_odd(const cp *p, size_t i, size_t n)
{
	int sum = 0;
	cp last = UINT32_MAX; /* none */

	while (i < n) {
		size_t stop = n - i < ASCII_STEP ? n : i + ASCII_STEP;

		if (!sum && stop == i + ASCII_STEP && ascii_all(p + i)) {
			i = stop;
			last = p[i - 1];
		}
		for (; i < stop; i++) {
			int bits = p[i] == last ? 0 : rarity(p[i]); /* rules and spaces come in rows */

			last = p[i];
			sum += bits;
			sum = sum < 0 ? 0 : sum;
			if (sum > ODD)
				return i;
		}
	}
	return n;
}

/* Where the stretch began whose sum passed the bound at p[i]: the shortest that reaches it. It did so behind p[from).
 */
static size_t odd_from(const cp *p, size_t from, size_t i)
{
	int sum = 0;

	for (; i > from; i--) {
		sum += p[i] == p[i - 1] ? 0 : rarity(p[i]);
		if (sum > ODD)
			break;
	}
	return i;
}

/* Whether p[from..n), the start of a stretch of rare characters, has a byte that says nothing, or characters that are
   rarer together than text has them behind each other: the rare ones of text stand behind those that they go with. */
static bool is_odd_in_pairs(const cp *p, size_t from, size_t n)
{
	enum { ORDINARY = 11 * LM_BIT, WIDE = 0x2e80, OTHER = 2 * LM_BIT };
	int sum = 0;

	for (size_t i = from ? from : 1; i < n; i++)
		lm_soon(p[i - 1], p[i]);
	for (size_t i = from; i < n && sum <= ODD_PAIRS * LM_BIT; i++) {
		cp last = i ? p[i - 1] : LM_EDGE;

		if (p[i] >= CP_RAW)
			return true;
		sum += p[i] == last ? 0 : p[i] < WIDE ? -OTHER : (int)lm_cost(last, p[i]) - ORDINARY;
		sum = sum < 0 ? 0 : sum;
	}
	return sum > ODD_PAIRS * LM_BIT;
}

/* The place in p[i..n) where a stretch that is odd in pairs, too, passes the bound, and in *from where it begins; n
   where there is none. */
static size_t find_stretch(const cp *p, size_t i, size_t n, size_t *from)
{
	enum { AHEAD = 8 }; /* characters of it behind the bound */

	for (size_t start = i; (i = find_odd(p, start, n)) < n; start = i + 1) {
		*from = odd_from(p, start, i);
		if (is_odd_in_pairs(p, *from, n - i < AHEAD ? n : i + AHEAD))
			break;
	}
	return i;
}

static bool is_odd(const cp *p, size_t n)
{
	size_t from;

	return find_stretch(p, 0, n, &from) < n;
}

static void add_odd(struct reader *r, size_t line)
{
	if (r->odds == r->odd_room) {
		r->odd_room = r->odd_room ? 2 * r->odd_room : 64;
		r->odd = mem_resize(r->odd, r->odd_room, sizeof *r->odd);
	}
	r->odd[r->odds++] = line;
}

static inline int says_nothing(cp c) { return (int32_t)c >= (int32_t)CP_RAW; }
static inline int ends_line(cp c) { return scan_is(c, '\n'); }

bool reader_doubts(struct reader *r, const cp *p, size_t n)
{
	size_t line = 0, counted = 0, from = 0, began;

	r->odds = 0;
	if (r->codec == &codec_utf8 && scan(p, 0, n, says_nothing) == n)
		return false; /* it cannot be out of step without an error */
	for (size_t i; (i = find_stretch(p, from, n, &began)) < n; from = scan(p, i, n, ends_line)) {
		line += scan_count(p + counted, began - counted, ends_line);
		add_odd(r, line);
		for (size_t lines = scan_count(p + began, i - began, ends_line); lines; lines--)
			add_odd(r, ++line);
		counted = i;
	}
	return r->odds;
}

/* A line, or a piece of one, as codec reads it. */
struct reading {
	size_t errors;  /* bytes that say nothing */
	size_t letters; /* Latin with accents, Greek, Cyrillic */
	bool odd;
};

static struct reading read_line(const struct codec *codec, const unsigned char *in, size_t n)
{
	struct buf text = BUF_INIT;
	struct reading r = { 0 };

	codec->decode(NULL, in, n, true, &text);
	r.odd = is_odd(text.p, text.n);
	for (size_t i = 0; r.odd && i < text.n; i++) {
		r.errors += text.p[i] >= CP_RAW;
		r.letters += text.p[i] >= 0xc0 && text.p[i] < 0x530;
	}
	buf_free(&text);
	return r;
}

static void put(struct reader *r, const struct codec *codec, size_t n)
{
	if (!n)
		return;
	if (r->parts && r->part[r->parts - 1].codec == codec) {
		r->part[r->parts - 1].n += n;
		return;
	}
	if (r->parts == r->room) {
		r->room = r->room ? 2 * r->room : 64;
		r->part = mem_resize(r->part, r->room, sizeof *r->part);
	}
	r->part[r->parts++] = (struct reader_part){ codec, n };
}

/* The bytes of in[0..n) up to the end of the last whole character. */
static size_t whole(const struct codec *codec, const unsigned char *in, size_t n)
{
	struct buf text = BUF_INIT;
	size_t used = codec->decode(NULL, in, n, false, &text);

	buf_free(&text);
	return used;
}

static bool is_letter(unsigned char b) { return (b | 0x20) >= 'a' && (b | 0x20) <= 'z'; }

/* Whether "?" stands at a byte beyond ASCII, or before letters at one: there it took the place of one that another
   program could not write, and the stages find out what it was (src/realign.c). */
static bool has_substitute(const unsigned char *in, size_t n)
{
	const unsigned char *p = in, *stop = in + n;

	while ((p = memchr(p, '?', (size_t)(stop - p))) != NULL) {
		if (p > in && p[-1] >= 0x80)
			return true;
		for (p++; p < stop && is_letter(*p); p++)
			continue;
		if (p < stop && *p >= 0x80)
			return true;
	}
	return false;
}

/* Whether in[0..n), which codec reads like that, may be out of step: it is no words of another language. */
static bool may_be_out_of_step(const struct codec *codec, const struct reading *plain, const unsigned char *in,
			       size_t n)
{
	enum { WORD = 3 }; /* letters */

	return codec != &codec_utf8 && (plain->errors || plain->letters < WORD) && !has_substitute(in, n);
}

/* Puts in[0..n), a line or a piece of one, as codec reads it, in step. more: the last character may go on behind n.
   Returns the bytes that are put. */
static size_t put_line(struct reader *r, const struct codec *codec, const unsigned char *in, size_t n, bool more)
{
	size_t lost[LONGEST], used = more ? whole(codec, in, n) : n, k, at = 0;
	unsigned gain;

	if (!used)
		return 0;
	struct reading plain = read_line(codec, in, used);

	if (!plain.odd || !may_be_out_of_step(codec, &plain, in, n)) {
		put(r, codec, used);
		return used;
	}
	k = align(codec->decode, in, n, more, lost, &n, &gain);
	if (gain < (plain.errors ? GAIN_ERROR : GAIN)) {
		put(r, codec, used);
		return used;
	}
	for (size_t i = 0; i < k; i++) {
		put(r, codec, lost[i] - at);
		put(r, NULL, 1);
		at = lost[i] + 1;
	}
	put(r, codec, n - at);
	return n;
}

/* Puts the lines of in[0..n) in codec. end: nothing that belongs to the last one follows. Returns the bytes that are
 * put. */
static size_t put_lines(struct reader *r, const struct codec *codec, const unsigned char *in, size_t n, bool end)
{
	size_t at = 0;

	for (bool last = false; at < n && !last;) {
		size_t len = mixed_line(in + at, n - at, LONGEST);

		last = at + len == n;
		at += put_line(r, codec, in + at, len, in[at + len - 1] != '\n' && !(last && end));
	}
	return at;
}

/* The place in in[0..n) where the line that begins at `at` ends, behind its end. */
static size_t line_end(const unsigned char *in, size_t at, size_t n)
{
	const unsigned char *end = memchr(in + at, '\n', n - at);

	return end ? (size_t)(end - in) + 1 : n;
}

/* Makes the numbers of the odd lines their offsets in in[0..n); forgets those behind it, which will be asked about
 * again. */
static void find_odd_lines(struct reader *r, const unsigned char *in, size_t n)
{
	size_t at = 0, line = 0, k = 0;

	for (; k < r->odds; k++) {
		for (; line < r->odd[k] && at < n; line++)
			at = line_end(in, at, n);
		if (at == n)
			break;
		r->odd[k] = at;
	}
	r->odds = k;
}

/* Puts in[0..n) in the encoding of the line before; only the odd lines need be looked at. end: nothing that belongs to
   the last line follows. Returns the bytes that are put. */
static size_t put_same(struct reader *r, const unsigned char *in, size_t n, bool end)
{
	size_t at = 0;

	for (size_t k = 0; k < r->odds; k++) {
		size_t from = r->odd[k], to = line_end(in, from, n);

		put(r, r->codec, from - at);
		at = from + put_lines(r, r->codec, in + from, to - from, to < n || end);
		if (at < to)
			return at;
	}
	if (at == n)
		return n;
	size_t rest = end || in[n - 1] == '\n' ? n - at : whole(r->codec, in + at, n - at);

	put(r, r->codec, rest);
	return at + rest;
}

/* Lines that may be in other encodings. Returns the bytes that are put. */
static size_t put_mixed(struct reader *r, const unsigned char *in, size_t n, bool end)
{
	struct mixed m = { 0 };
	size_t at = 0;

	mixed_find(&m, r->document, r->begun ? r->codec : NULL, in, n, LONGEST);
	for (size_t i = 0; i < m.runs; i++) {
		at += put_lines(r, m.run[i].codec, in + at, m.run[i].n, i + 1 < m.runs || end);
		r->codec = m.run[i].codec;
	}
	mixed_free(&m);
	return at;
}

/* Whether an odd line of in[0..n), or a piece of one, may be in another encoding. */
static bool is_mixed(const struct reader *r, const unsigned char *in, size_t n)
{
	for (size_t k = 0; k < r->odds; k++) {
		size_t from = r->odd[k], to = line_end(in, from, n);

		for (size_t at = from, len; at < to; at += len) {
			len = mixed_line(in + at, to - at, LONGEST);
			if (mixed_may(r->codec, in + at, len))
				return true;
		}
	}
	return false;
}

size_t reader_read(struct reader *r, const unsigned char *in, size_t n, bool end)
{
	size_t lines = n;

	while (!end && lines && n - lines < LONGEST && in[lines - 1] != '\n')
		lines--;
	if (lines && n - lines < LONGEST)
		n = lines; /* else a long line is read in pieces */
	r->parts = 0;
	find_odd_lines(r, in, n);
	size_t put = r->mixed && mixed_knows(r->codec) && (r->codec != r->document || is_mixed(r, in, n))
			     ? put_mixed(r, in, n, end)
			     : put_same(r, in, n, end);
	r->begun = true;
	return put;
}
