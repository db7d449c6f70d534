#include "bid.h"
#include "han.h"
#include "lm.h"
#include "scan.h"
#include <limits.h>

enum {
	PAIRS = 32,          /* characters beyond ASCII that are looked at in pairs: of more each alone tells enough */
	CUT_BITS = 6,        /* the last character is cut, */
	CUT_ALONE_BITS = 15, /* and is the only one beyond ASCII: it may be another encoding's letter; */
	CUT_UTF8_BITS = 13,  /* less in UTF-8, if it is a likely one, */
	CUT_RARE_BITS = 20,  /* and more if not */
	CUT_BYTE_BITS = 5,   /* each byte that is left of it beyond the first must be one that can follow */
	IN_WORD_BITS = 5,    /* a character that is the only one beyond ASCII, and may be two letters */
	WIDE_SPOILT = 16,    /* of so many wide characters one may be of none that text has: numbers are wide, too; */
	SPOILT_LEAST = 8,    /* and fewer say nothing */
	LOST_BITS = 6        /* a byte left out that would decode, beyond the price of one that does not */
};

static uint64_t cheaper(const uint64_t sum[PRICE_SCRIPTS])
{
	return sum[PRICE_SIMPLIFIED] < sum[PRICE_TRADITIONAL] ? sum[PRICE_SIMPLIFIED] : sum[PRICE_TRADITIONAL];
}

/* Whether b begins what pages in UTF-8 are full of: U+00A0 to U+00BF, quotation marks, Han, full-width forms. */
static bool is_likely_lead(unsigned char b) { return b == 0xc2 || (b >= 0xe2 && b <= 0xe9) || b == 0xef; }

/* What p[0..n) costs, which is left of a character. alone: it is all that is beyond ASCII. */
static unsigned cut_bits(const unsigned char *p, size_t n, bool alone, enum bid_use use)
{
	unsigned first = CUT_BITS;

	if (!n)
		return 0;
	if (alone && use == BID_UNICODE)
		first = is_likely_lead(*p) ? CUT_UTF8_BITS : CUT_RARE_BITS;
	else if (alone)
		first = CUT_ALONE_BITS;
	return first + (unsigned)(n - 1) * CUT_BYTE_BITS;
}

/* Makes c, behind a Han character, as cheap as the character model has the pair: words tell more than characters. */
static void pair(cp before, cp c, unsigned bits[PRICE_SCRIPTS])
{
	unsigned cost = han_is(before) && han_is(c) ? lm_cost(before, c) / LM_BIT : UINT_MAX;

	for (int script = 0; script < PRICE_SCRIPTS; script++)
		bits[script] = cost < bits[script] ? cost : bits[script];
}

/* Whether p[i] is one of a row, of which price() knows what it is: a third one, or, as a wide character may be two of
   ASCII, a second. */
static bool is_row(const cp *p, size_t i, enum bid_use use)
{
	return p[i] == p[i - 1] && (use == BID_WIDE || (i > 1 && p[i] == p[i - 2]));
}

/* The cost in bits of p[0..n), or something from most up where it is at least that. */
static uint64_t text_bits(const cp *p, size_t n, enum bid_use use, uint64_t most)
{
	struct price_context x = PRICE_START;
	uint64_t sum[PRICE_SCRIPTS] = { 0 };
	size_t i = 0;

	for (unsigned beyond = 0; i < n && beyond < PAIRS && cheaper(sum) < most; i++) {
		unsigned bits[PRICE_SCRIPTS];

		price(&x, p[i], use, bits);
		if (i && !is_row(p, i, use))
			pair(p[i - 1], p[i], bits);
		sum[PRICE_SIMPLIFIED] += bits[PRICE_SIMPLIFIED];
		sum[PRICE_TRADITIONAL] += bits[PRICE_TRADITIONAL];
		beyond += p[i] >= 0x80;
	}
	price_text(&x, p + i, n - i, use, most, sum);
	return cheaper(sum);
}

static inline int is_beyond_ascii(cp c) { return c >= 0x80; }
static inline int says_nothing(cp c) { return c >= CP_RAW; }
/* Not those that terminals and printers have: BEL to CR, SUB, ESC. */
static inline int is_no_text(cp c) { return c >= CP_RAW || c < 7 || (c > '\r' && c < ' ' && c != 0x1a && c != 0x1b); }

/* The cheapest ways to a byte in either script: most often they are the same. */
struct ways {
	uint64_t bits[PRICE_SCRIPTS];
	struct price_context x[PRICE_SCRIPTS];
};
#define NO_WAYS ((struct ways){ { UINT64_MAX, UINT64_MAX }, { PRICE_START, PRICE_START } })

enum { RING = CODEC_LONGEST + 1 };

static uint64_t cheapest(const struct ways way[RING])
{
	uint64_t best = UINT64_MAX;

	for (size_t k = 0; k < RING; k++)
		best = cheaper(way[k].bits) < best ? cheaper(way[k].bits) : best;
	return best;
}

static bool is_same(struct price_context a, struct price_context b)
{
	return a.last == b.last && a.class == b.class && a.stuck == b.stuck;
}

/* Goes on from there by p[0..n) and by so many bits more. */
static void take(struct ways *to, struct ways from, const cp *p, size_t n, enum bid_use use, unsigned more)
{
	bool same = is_same(from.x[PRICE_SIMPLIFIED], from.x[PRICE_TRADITIONAL]);

	for (size_t i = 0; i < n; i++) {
		unsigned bits[PRICE_SCRIPTS], other[PRICE_SCRIPTS];

		price(&from.x[PRICE_SIMPLIFIED], p[i], use, bits);
		from.bits[PRICE_SIMPLIFIED] += bits[PRICE_SIMPLIFIED];
		if (same) {
			from.x[PRICE_TRADITIONAL] = from.x[PRICE_SIMPLIFIED];
			from.bits[PRICE_TRADITIONAL] += bits[PRICE_TRADITIONAL];
		} else {
			price(&from.x[PRICE_TRADITIONAL], p[i], use, other);
			from.bits[PRICE_TRADITIONAL] += other[PRICE_TRADITIONAL];
		}
	}
	for (int script = 0; script < PRICE_SCRIPTS; script++)
		if (from.bits[script] + more < to->bits[script]) {
			to->bits[script] = from.bits[script] + more;
			to->x[script] = from.x[script];
		}
}

/* The cost in bits of in[0..n), where a byte may be left out anywhere at the price of an undecodable one: of all ways
   to read it the cheapest (Viterbi's algorithm over the bytes). Given up where all reach most. */
static uint64_t realigned(codec_decode *decode, const unsigned char *in, size_t n, enum bid_use use, bool alone,
			  uint64_t most)
{
	enum { LOOK = 16 };    /* bytes from one look whether they do to the next */
	struct ways way[RING]; /* to byte i, at i % RING */
	uint64_t best = 0;
	struct buf text = BUF_INIT;

	for (size_t k = 0; k < RING; k++)
		way[k] = NO_WAYS;
	for (int script = 0; script < PRICE_SCRIPTS; script++)
		way[0].bits[script] = 0;
	for (size_t i = 0; i < n && best < most; i++) {
		struct ways from = way[i % RING];
		size_t len = codec_first(decode, in + i, n - i, &text);
		cp lost = CP_RAW | in[i];

		if (i % LOOK == 0)
			best = cheapest(way);
		way[i % RING] = NO_WAYS;
		if (from.bits[PRICE_SIMPLIFIED] == UINT64_MAX)
			continue;
		if (!len) {
			take(&way[n % RING], from, NULL, 0, use, cut_bits(in + i, n - i, alone, use));
			continue;
		}
		take(&way[(i + len) % RING], from, text.p, text.n, use, 0);
		take(&way[(i + 1) % RING], from, &lost, 1, use, LOST_BITS);
	}
	buf_free(&text);
	return best < most ? cheaper(way[n % RING].bits) : best;
}

uint64_t bid_cost(const cp *p, size_t n, enum bid_use use)
{
	struct price_context x = PRICE_START;
	uint64_t sum[PRICE_SCRIPTS] = { 0 };

	price_text(&x, p, n, use, UINT64_MAX, sum);
	return cheaper(sum);
}

static bool is_letter(unsigned char b) { return (b | 0x20) >= 'a' && (b | 0x20) <= 'z'; }

/* Whether the first byte of in[0..n) beyond ASCII, and the letter behind it, stand in a word: they are two letters of
   another language rather than a character. */
static bool is_in_word(const unsigned char *in, size_t n)
{
	size_t i = 0;

	while (i < n && in[i] < 0x80)
		i++;
	return i + 1 < n && is_letter(in[i + 1])
	       && ((i && is_letter(in[i - 1])) || (i + 2 < n && is_letter(in[i + 2])));
}

/* What an encoding of wide characters gains by the first letters of ASCII in in[0..n): they cost others what those of
   English do, but as halves of characters they are in no order. Beside a NUL they are no halves. */
static uint64_t disorder(const unsigned char *in, size_t n)
{
	enum {
		LETTER = 2 * CODEC_BIT,
		LETTERS = 16 /* of more the characters tell enough; and text in ASCII is full of them */
	};
	unsigned letters = 0;

	for (size_t i = 0; i < n && letters < LETTERS; i++)
		letters += in[i] > ' ' && in[i] < 0x7f && (!i || in[i - 1]) && (i + 1 == n || in[i + 1]);
	return letters * LETTER;
}

/* Whether wide characters are numbers: many are none that text has. */
static bool is_spoilt(const struct buf *text)
{
	size_t spoilt = scan_count(text->p, text->n, is_no_text);

	return spoilt >= SPOILT_LEAST && spoilt * WIDE_SPOILT > text->n;
}

uint64_t bid_text(codec_decode *decode, const unsigned char *in, size_t n, bool damaged, unsigned prior,
		  enum bid_use use, uint64_t most)
{
	struct buf text = BUF_INIT;
	size_t used = decode(NULL, in, n, false, &text);
	size_t bad = scan_count(text.p, text.n, says_nothing), good = scan_count(text.p, text.n, is_beyond_ascii) - bad;
	uint64_t bits, less = use == BID_WIDE ? disorder(in, n) : 0;

	most = most < UINT64_MAX - less ? most + less : most;
	most = most / CODEC_BIT > prior ? most / CODEC_BIT - prior + 1 : 1; /* in bits, rounded up */
	if (bad * 2 > good)
		bits = UINT64_MAX; /* more is undecodable than is not, ASCII apart */
	else if (use == BID_WIDE && is_spoilt(&text))
		bits = UINT64_MAX; /* binary data */
	else if (damaged)
		bits = realigned(decode, in, n, use, !good, most);
	else
		bits = text_bits(text.p, text.n, use, most) + cut_bits(in + used, n - used, !good, use);
	buf_free(&text);
	if (bits == UINT64_MAX)
		return bits;
	if (use == BID_LEGACY && good == 1 && is_in_word(in, n))
		bits += IN_WORD_BITS;
	bits = (prior + bits) * CODEC_BIT;
	return bits > less ? bits - less : 0;
}

/* Han characters and the marks that stand with them. */
static bool is_chinese(cp c)
{
	return (c >= 0x2014 && c <= 0x2026) || (c >= 0x3000 && c <= 0x9fff) || (c >= 0xff01 && c <= 0xff5e);
}

uint64_t bid_shifted(codec_decode *decode, const unsigned char *in, size_t n, unsigned prior)
{
	enum { IN_NO_ORDER = 3 * CODEC_BIT / 2 }; /* what such a byte costs beyond BID_ASCII_BITS: 64 letters, or 94 */
	struct buf text = BUF_INIT;
	size_t ascii = 0, chinese = 0;
	bool bad = false;

	decode(NULL, in, n, false, &text);
	for (size_t i = 0; i < text.n; i++) {
		ascii += text.p[i] < 0x80;
		chinese += is_chinese(text.p[i]);
		bad |= text.p[i] >= CP_RAW;
	}
	bad |= chinese < (text.n - ascii) - (text.n - ascii) / 4 || !chinese;
	buf_free(&text);
	if (bad)
		return UINT64_MAX;
	uint64_t cost = bid_text(decode, in, n, false, prior, BID_LEGACY, UINT64_MAX), less = (n - ascii) * IN_NO_ORDER;

	return cost == UINT64_MAX ? cost : cost > less ? cost - less : 0;
}
