#include "reader.h"
#include "align.h"
#include "ascii.h"
#include "bid.h"
#include "mem.h"
#include "rarity.h"
#include "scan.h"
#include <stdlib.h>
#include <string.h>

/* Encodings that a line may be in. */
static const struct codec *const encoding[] = { &codec_utf8, &codec_gb18030, &codec_big5 };
enum { ENCODINGS = sizeof encoding / sizeof *encoding };

enum {
	GAIN = 40,       /* bits that a reading with bytes left out must gain: it changed no clean text; */
	GAIN_ERROR = 20, /* where the line has an error */
	SWITCH = 48,     /* bits for another encoding than the line before has */
	LONGEST = 4096,  /* bytes of a line that are read with bytes left out: longer ones are done in pieces */
	NEVER = 1 << 28  /* bits: no text */
};

void reader_begin(struct reader *r, const struct codec *codec, bool mixed)
{
	r->document = r->codec = codec;
	r->mixed = mixed;
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

static enum bid_use use_of(const struct codec *codec) { return codec == &codec_utf8 ? BID_UNICODE : BID_LEGACY; }

/* The place in p[i..n), which begins at the head of a line, where what stands in a line up to there has a byte that
   says nothing, or a stretch of characters that are rare together; n where there is none. Most text has none, and is
   not looked at more closely; but all is asked this, so the loop has no branch that depends on the text. */
static size_t find_odd(const cp *p, size_t i, size_t n)
{
	enum { ODD = 28 }; /* bits: four to six characters of text out of step */
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

static bool is_odd(const cp *p, size_t n) { return find_odd(p, 0, n) < n; }

/* A line as an encoding reads it. */
struct reading {
	uint64_t bits;  /* what it costs; by read_line() */
	size_t errors;  /* bytes that say nothing */
	size_t beyond;  /* code points beyond ASCII */
	size_t letters; /* Latin with accents, Greek, Cyrillic */
	size_t wide;    /* Chinese, and what stands with it */
};

static struct reading count(const cp *p, size_t n)
{
	struct reading r = { 0 };

	for (size_t i = 0; i < n; i++) {
		r.errors += p[i] >= CP_RAW;
		r.beyond += p[i] >= 0x80 && p[i] < CP_RAW;
		r.letters += p[i] >= 0xc0 && p[i] < 0x530;
		r.wide += p[i] >= 0x2e80 && p[i] < CP_RAW;
	}
	return r;
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
	size_t line = 0, counted = 0;

	r->odds = 0;
	if (r->codec == &codec_utf8 && scan(p, 0, n, says_nothing) == n)
		return false; /* it cannot be out of step without an error */
	for (size_t i = 0; (i = find_odd(p, i, n)) < n; i = scan(p, i, n, ends_line)) {
		line += scan_count(p + counted, i - counted, ends_line);
		counted = i;
		add_odd(r, line);
	}
	return r->odds;
}

static struct reading read_line(const struct codec *codec, const unsigned char *in, size_t n)
{
	struct buf text = BUF_INIT;

	codec->decode(NULL, in, n, true, &text);
	struct reading r = count(text.p, text.n);

	r.bits = bid_cost(text.p, text.n, use_of(codec));
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
	return used ? used : n;
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

/* Whether a line or a piece of one is no text for certain. */
static bool is_odd_line(const struct codec *codec, const unsigned char *in, size_t n)
{
	struct buf text = BUF_INIT;

	codec->decode(NULL, in, n, true, &text);
	bool odd = is_odd(text.p, text.n);

	buf_free(&text);
	return odd;
}

/* Puts in[0..n), a line or a piece of one, as codec reads it, in step. more: the last character may go on behind n.
   Returns the bytes that are put. */
static size_t put_line(struct reader *r, const struct codec *codec, const unsigned char *in, size_t n, bool more)
{
	size_t lost[LONGEST], used = more ? whole(codec, in, n) : n, k, at = 0;
	struct buf text = BUF_INIT;
	unsigned gain;

	codec->decode(NULL, in, used, true, &text);
	struct reading plain = count(text.p, text.n);
	bool odd = is_odd(text.p, text.n);

	buf_free(&text);
	if (!odd || !may_be_out_of_step(codec, &plain, in, n)) {
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

/* The length of the line at in[0..n), with its end, or of a piece of a long one. */
static size_t line_length(const unsigned char *in, size_t n)
{
	size_t most = n < LONGEST ? n : LONGEST;
	const unsigned char *end = memchr(in, '\n', most);

	return end ? (size_t)(end - in) + 1 : most;
}

/* Puts the lines of in[0..n) in codec. end: nothing that belongs to the last one follows. Returns the bytes that are
 * put. */
static size_t put_lines(struct reader *r, const struct codec *codec, const unsigned char *in, size_t n, bool end)
{
	size_t at = 0;

	for (bool last = false; at < n && !last;) {
		size_t len = line_length(in + at, n - at);

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

/* What the lines cost in each encoding, and the encoding of the line before on the cheapest way to each. */
struct lines {
	size_t n, room;
	struct line {
		size_t bytes;
		unsigned char from[ENCODINGS];
	} * line;
};

/* What the line costs in each encoding. One with an error is never better than the document's, nor is a character alone
   any evidence. */
static void weigh_line(const struct reader *r, const unsigned char *in, size_t n, unsigned cost[ENCODINGS])
{
	enum { LEAST = 2 };
	struct reading own = read_line(r->document, in, n);

	for (unsigned e = 0; e < ENCODINGS; e++) {
		struct reading other = own;

		if (encoding[e] != r->document && own.beyond + own.errors)
			other = read_line(encoding[e], in, n);
		if (other.errors > own.errors)
			other.bits = own.bits + other.errors * PRICE_BAD;
		else if (other.beyond < LEAST && other.bits < own.bits)
			other.bits = own.bits;
		cost[e] = (unsigned)(other.bits < NEVER ? other.bits : NEVER);
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
   nothing is in that. *bits: what it costs so far. */
static unsigned way_into(const struct reader *r, unsigned e, const uint64_t way[ENCODINGS], uint64_t *bits)
{
	unsigned from = e;

	*bits = way[e];
	for (unsigned f = 0; f < ENCODINGS; f++) {
		uint64_t with = way[f] + (f == e ? 0 : SWITCH);

		if (with < *bits || (with == *bits && encoding[f] == r->document)) {
			*bits = with;
			from = f;
		}
	}
	return from;
}

/* The cheapest way through the lines of in[0..n) (Viterbi's algorithm): fills in from, returns the encoding of the
 * last. */
static unsigned choose(const struct reader *r, struct lines *l, unsigned start, const unsigned char *in, size_t n)
{
	uint64_t way[ENCODINGS], bits;

	for (unsigned e = 0; e < ENCODINGS; e++)
		way[e] = e == start ? 0 : SWITCH;
	for (size_t at = 0, len; at < n; at += len) {
		len = line_length(in + at, n - at);
		uint64_t next[ENCODINGS];
		unsigned cost[ENCODINGS];
		struct line *line = add_line(l, len);

		weigh_line(r, in + at, len, cost);
		for (unsigned e = 0; e < ENCODINGS; e++) {
			line->from[e] = (unsigned char)way_into(r, e, way, &bits);
			next[e] = bits + cost[e];
		}
		memcpy(way, next, sizeof way);
	}
	unsigned best = start;

	for (unsigned e = 0; e < ENCODINGS; e++)
		best = way[e] < way[best] ? e : best;
	return best;
}

/* Whether the lines i to j, which begin at in, are in codec and not in that of the document: half of those that could
   tell are no text in that and Chinese in codec. Lists of signs and rare characters are cheaper elsewhere by chance. */
static bool is_elsewhere(const struct reader *r, const struct lines *l, size_t i, size_t j, const struct codec *codec,
			 const unsigned char *in)
{
	enum { TELLING = 4 }; /* wide characters of a line that could tell */
	size_t telling = 0, told = 0;

	for (size_t at = 0; i < j; at += l->line[i++].bytes) {
		struct reading line = read_line(codec, in + at, l->line[i].bytes);

		if (line.wide < TELLING)
			continue;
		telling++;
		told += !is_odd_line(codec, in + at, l->line[i].bytes)
			&& is_odd_line(r->document, in + at, l->line[i].bytes);
	}
	return told && told * 2 >= telling;
}

/* Lines that may be in any of the encodings. Returns the bytes that are put. */
static size_t put_mixed(struct reader *r, unsigned start, const unsigned char *in, size_t n, bool end)
{
	struct lines l = { 0 };
	unsigned e = choose(r, &l, start, in, n);
	size_t at = 0;

	for (size_t i = l.n; i-- > 0;) { /* from[0] becomes the line's own encoding */
		unsigned before = l.line[i].from[e];

		l.line[i].from[0] = (unsigned char)e;
		e = before;
	}
	for (size_t i = 0, j, bytes; i < l.n; i = j) {
		const struct codec *codec = encoding[l.line[i].from[0]];

		for (j = i, bytes = 0; j < l.n && l.line[j].from[0] == l.line[i].from[0]; j++)
			bytes += l.line[j].bytes;
		if (codec != r->document && !is_elsewhere(r, &l, i, j, codec, in + at))
			codec = r->document;
		at += put_lines(r, codec, in + at, bytes, j < l.n || end);
		r->codec = codec;
	}
	free(l.line);
	return at;
}

/* Whether in[0..n), an odd line or a piece of one, is much better text in another encoding. */
static bool is_better_elsewhere(const struct reader *r, const unsigned char *in, size_t n)
{
	enum { BETTER = 16 }; /* bits */
	unsigned cost[ENCODINGS], own = 0, best = NEVER;

	weigh_line(r, in, n, cost);
	for (unsigned e = 0; e < ENCODINGS; e++) {
		own = encoding[e] == r->codec ? cost[e] : own;
		best = cost[e] < best ? cost[e] : best;
	}
	return best + BETTER < own;
}

/* Whether one of the odd lines of in[0..n) is. */
static bool is_mixed(const struct reader *r, const unsigned char *in, size_t n)
{
	for (size_t k = 0; k < r->odds; k++) {
		size_t from = r->odd[k], to = line_end(in, from, n);

		for (size_t at = from, len; at < to; at += len) {
			len = line_length(in + at, to - at);
			if ((len == to - from || is_odd_line(r->codec, in + at, len))
			    && is_better_elsewhere(r, in + at, len))
				return true;
		}
	}
	return false;
}

size_t reader_read(struct reader *r, const unsigned char *in, size_t n, bool end)
{
	unsigned start = 0;
	size_t lines = n;

	while (!end && lines && n - lines < LONGEST && in[lines - 1] != '\n')
		lines--;
	if (lines && n - lines < LONGEST)
		n = lines; /* else a long line is read in pieces */
	r->parts = 0;
	find_odd_lines(r, in, n);
	while (start < ENCODINGS && encoding[start] != r->codec)
		start++;
	if (r->mixed && start < ENCODINGS && (r->codec != r->document || is_mixed(r, in, n)))
		return put_mixed(r, start, in, n, end);
	return put_same(r, in, n, end);
}
