#include "bid.h"

enum {
	CUT_BITS = 6,      /* the last character is cut; */
	CUT_BYTE_BITS = 5, /* each byte that is left of it beyond the first must be one that can follow */
	LOST_BITS = 6      /* a byte left out that would decode, beyond the price of one that does not */
};

static uint64_t cheaper(const uint64_t sum[PRICE_SCRIPTS])
{
	return sum[PRICE_SIMPLIFIED] < sum[PRICE_TRADITIONAL] ? sum[PRICE_SIMPLIFIED] : sum[PRICE_TRADITIONAL];
}

static unsigned cut_bits(size_t n) { return n ? CUT_BITS + (unsigned)(n - 1) * CUT_BYTE_BITS : 0; }

/* The cost in bits of in[0..n), read from its start; UINT64_MAX where more of it is undecodable than is not, ASCII
 * apart. */
static uint64_t straight(codec_decode *decode, const unsigned char *in, size_t n, enum bid_use use)
{
	struct buf text = BUF_INIT;
	size_t used = decode(NULL, in, n, false, &text), good = 0, bad = 0;
	uint64_t sum[PRICE_SCRIPTS];

	for (size_t i = 0; i < text.n; i++) {
		good += text.p[i] >= 0x80 && text.p[i] < CP_RAW;
		bad += text.p[i] >= CP_RAW;
	}
	if (bad * 2 <= good)
		price_text(text.p, text.n, use, sum);
	buf_free(&text);
	return bad * 2 > good ? UINT64_MAX : cheaper(sum) + cut_bits(n - used);
}

/* The cheapest way to a byte, in one script. */
struct way {
	uint64_t bits;
	struct price_context x;
};

static void take(struct way *to, struct way from, const cp *p, size_t n, enum bid_use use, int script)
{
	for (size_t i = 0; i < n; i++) {
		unsigned bits[PRICE_SCRIPTS];

		price(&from.x, p[i], use, bits);
		from.bits += bits[script];
	}
	if (from.bits < to->bits)
		*to = from;
}

/* The cost in bits of in[0..n), where a byte may be left out anywhere at the price of an undecodable one: of all ways
   to read it the cheapest (Viterbi's algorithm over the bytes). */
static uint64_t realigned(codec_decode *decode, const unsigned char *in, size_t n, enum bid_use use)
{
	static const struct way none = { UINT64_MAX, PRICE_START };
	struct way way[PRICE_SCRIPTS][CODEC_LONGEST + 1]; /* to byte i, at i % (CODEC_LONGEST + 1) */
	struct buf text = BUF_INIT;
	uint64_t sum[PRICE_SCRIPTS];

	for (int script = 0; script < PRICE_SCRIPTS; script++) {
		for (size_t k = 0; k <= CODEC_LONGEST; k++)
			way[script][k] = none;
		way[script][0] = (struct way){ 0, PRICE_START };
	}
	for (size_t i = 0; i < n; i++) {
		size_t len = codec_first(decode, in + i, n - i, &text);
		cp lost = CP_RAW | in[i];

		for (int script = 0; script < PRICE_SCRIPTS; script++) {
			struct way from = way[script][i % (CODEC_LONGEST + 1)];

			way[script][i % (CODEC_LONGEST + 1)] = none;
			if (from.bits == UINT64_MAX)
				continue;
			if (len)
				take(&way[script][(i + len) % (CODEC_LONGEST + 1)], from, text.p, text.n, use, script);
			from.bits += len ? LOST_BITS : cut_bits(n - i);
			if (len)
				take(&way[script][(i + 1) % (CODEC_LONGEST + 1)], from, &lost, 1, use, script);
			else
				take(&way[script][n % (CODEC_LONGEST + 1)], from, NULL, 0, use, script);
		}
	}
	for (int script = 0; script < PRICE_SCRIPTS; script++)
		sum[script] = way[script][n % (CODEC_LONGEST + 1)].bits;
	buf_free(&text);
	return cheaper(sum);
}

uint64_t bid_cost(const cp *p, size_t n, enum bid_use use)
{
	uint64_t sum[PRICE_SCRIPTS];

	price_text(p, n, use, sum);
	return cheaper(sum);
}

uint64_t bid_text(codec_decode *decode, const unsigned char *in, size_t n, bool damaged, unsigned prior,
		  enum bid_use use)
{
	uint64_t bits = straight(decode, in, n, use);

	if (bits == UINT64_MAX)
		return bits;
	if (damaged)
		bits = realigned(decode, in, n, use);
	return (prior + bits) * CODEC_BIT;
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
	uint64_t cost = bid_text(decode, in, n, false, prior, BID_LEGACY), less = (n - ascii) * IN_NO_ORDER;

	return cost == UINT64_MAX ? cost : cost > less ? cost - less : 0;
}
