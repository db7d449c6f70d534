#include "foreign.h"
#include "bid.h"
#include "binary.h"
#include "foreign_table.h"
#include <stdbool.h>
#include <string.h>

/* Sums are in tenths of a bit. */
enum {
	BIT = 10,
	REPEAT_LETTER = BID_REPEAT_LETTER_BITS * BIT,
	BAD = CODEC_BAD / CODEC_BIT * BIT,
	CUT = 8 * BIT,           /* a character of two bytes of which there is one */
	KANA_HALF = 11 * BIT, /* half-width kana: some 60, and rare */
	RARE = 20 * BIT       /* a character of a further set, or none of the standard */
};

enum class { EDGE, WORD, HIGH };

static enum class class_of(unsigned char b) {
	if (b >= 0x80) return HIGH;
	return (b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') ? WORD : EDGE;
}

/* A change of class; between ASCII and ASCII it costs nothing, so that markup is neutral. */
static unsigned change(const uint8_t table[FOREIGN_CHANGES], enum class from, enum class to)
{
	if (to == HIGH)
		return table[from == EDGE ? FOREIGN_EDGE_HIGH : from == WORD ? FOREIGN_WORD_HIGH : FOREIGN_HIGH_HIGH];
	return from == HIGH ? table[to == EDGE ? FOREIGN_HIGH_EDGE : FOREIGN_HIGH_WORD] : 0;
}

static unsigned ascii(unsigned char b) { return bid_ascii(b) * BIT; }
static unsigned again(unsigned char b) { return bid_again(b) * BIT; }

/* What bytes cost in any encoding of one byte a character, and how often each stands where the encodings differ: one
   look at the bytes does for all of them. */
struct tally {
	uint64_t same;          /* the same in all */
	unsigned edges, words;  /* changes to these classes from HIGH */
	unsigned high[0x80][3]; /* byte - 80, behind each class */
	struct met {
		unsigned byte, times; /* byte - 80 */
	} met[0x80];
	unsigned mets;
};

static void take_tally(struct tally *t, const unsigned char *in, size_t n)
{
	enum class before = EDGE, now;

	*t = (struct tally){ 0 };
	for (size_t i = 0; i < n; i++, before = now) {
		now = class_of(in[i]);
		if (i && in[i] == in[i - 1]) {
			t->same += again(in[i]);
		} else if (now == HIGH) {
			t->high[in[i] - 0x80][before]++;
		} else {
			t->same += ascii(in[i]);
			t->edges += before == HIGH && now == EDGE;
			t->words += before == HIGH && now == WORD;
		}
	}
	for (unsigned i = 0; i < 0x80; i++) {
		unsigned times = t->high[i][EDGE] + t->high[i][WORD] + t->high[i][HIGH];

		t->met[t->mets] = (struct met){ i, times };
		t->mets += times > 0;
	}
}

static uint64_t bid_single(const struct foreign_single *e, const struct tally *t)
{
	uint64_t sum = t->same + (uint64_t)t->edges * change(e->change, HIGH, EDGE)
		       + (uint64_t)t->words * change(e->change, HIGH, WORD);
	uint64_t behind[] = { 0, 0, 0 };

	for (const struct met *m = t->met; m < t->met + t->mets; m++) {
		unsigned bits = e->bits[m->byte];

		sum += (uint64_t)m->times * (bits == FOREIGN_NONE ? BAD : bits * BIT);
		for (enum class c = EDGE; c <= HIGH && bits != FOREIGN_NONE; c++)
			behind[c] += t->high[m->byte][c];
	}
	for (enum class c = EDGE; c <= HIGH; c++)
		sum += behind[c] * change(e->change, c, HIGH);
	return sum;
}

/* What the character at p[0..n) costs, which begins with a byte from 80 up, and in *len its bytes. */
typedef unsigned character(const unsigned char *p, size_t n, size_t *len);

static unsigned of_set(const struct foreign_double *set, unsigned row, unsigned column)
{
	unsigned bits = row < FOREIGN_SIDE && column < FOREIGN_SIDE ? set->bits[row][column] : FOREIGN_NONE;

	return bits == FOREIGN_NONE ? BAD : bits * BIT;
}

static unsigned euc_jp(const unsigned char *p, size_t n, size_t *len)
{
	enum { KANA = 0x8e, JIS_X_0212 = 0x8f };

	*len = p[0] == JIS_X_0212 ? 3 : 2;
	for (size_t i = 1; i < *len && i < n; i++)
		if (p[i] < 0xa1) {
			*len = 1;
			return BAD;
		}
	if (*len > n) {
		*len = n;
		return CUT;
	}
	if (p[0] == KANA)
		return p[1] <= 0xdf ? KANA_HALF : BAD;
	return p[0] == JIS_X_0212 ? RARE : of_set(&foreign_jis, p[0] - 0xa1u, p[1] - 0xa1u);
}

static unsigned shift_jis(const unsigned char *p, size_t n, size_t *len)
{
	*len = 1;
	if (p[0] >= 0xa1 && p[0] <= 0xdf)
		return KANA_HALF;
	if (p[0] == 0x80 || p[0] == 0xa0 || p[0] > 0xfc)
		return BAD;
	if (n < 2)
		return CUT;
	if (p[1] < 0x40 || p[1] == 0x7f || p[1] > 0xfc)
		return BAD;
	*len = 2;
	unsigned trail = p[1] - 0x40u - (p[1] > 0x7f), lead = p[0] - (p[0] < 0xa0 ? 0x81u : 0xc1u);
	unsigned cost = of_set(&foreign_jis, lead * 2 + trail / FOREIGN_SIDE, trail % FOREIGN_SIDE);

	return cost < RARE || p[0] < 0xed ? cost : RARE; /* IBM's and user-defined characters */
}

static unsigned euc_kr(const unsigned char *p, size_t n, size_t *len)
{
	enum { EXTENDED = 18 * BIT, EXTENDED_LAST = 0xc6 }; /* code page 949: 8,822 rare syllables */

	*len = 1;
	if (p[0] == 0x80 || p[0] == 0xff)
		return BAD;
	if (n < 2)
		return CUT;
	if (p[1] < 0x41 || p[1] == 0xff)
		return BAD;
	*len = 2;
	if (p[0] >= 0xa1 && p[1] >= 0xa1)
		return of_set(&foreign_ksc, p[0] - 0xa1u, p[1] - 0xa1u);
	return p[0] <= EXTENDED_LAST ? EXTENDED : BAD;
}

/* The first rows of the sets, in Shift_JIS and in EUC: of what stands in rows. */
static bool leads_symbols(unsigned char b) { return b == 0x81 || b == 0xa1 || b == 0xa2; }

static uint64_t bid_double(character *one, const uint8_t table[FOREIGN_CHANGES], const unsigned char *in, size_t n,
			   uint64_t most)
{
	enum class before = EDGE;
	uint64_t sum = 0;

	for (size_t i = 0, len = 1, had = 0; i < n && sum < most; had = len, i += len) {
		enum class now = class_of(in[i]);
		unsigned cost = now == HIGH ? one(in + i, n - i, &len) : ascii(in[i]);

		if (now != HIGH)
			len = 1;
		if (had == len && in[i] == in[i - len] && !memcmp(in + i, in + i - len, len))
			sum += len > 1 && !leads_symbols(in[i]) ? REPEAT_LETTER : again(in[i]);
		else
			sum += cost + (cost == BAD ? 0 : change(table, before, now));
		before = now;
	}
	return sum;
}

/* 8-bit text of another kind: its letters come in words, so after the first of one they are cheap. */
static uint64_t bid_unknown(const unsigned char *in, size_t n)
{
	enum { PRIOR = 20 * BIT, TURN = 5 * BIT, LETTER_BYTE = 15 * BIT / 2, CONTROL_BYTE = 17 * BIT / 2 };
	uint64_t sum = PRIOR;
	bool high = false;

	for (size_t i = 0; i < n; high = in[i++] >= 0x80)
		if (in[i] < 0x80)
			sum += i && in[i] == in[i - 1] ? again(in[i]) : ascii(in[i]);
		else
			sum += (in[i] < 0xa0 ? CONTROL_BYTE : LETTER_BYTE) + (high ? 0 : TURN);
	return sum;
}

/* How rarely text without a mark comes in an encoding, in tenths of a bit beyond that of UTF-8: an estimate. */
static unsigned prior(const char *name)
{
	enum { OTHER = 110 };
	static const struct {
		const char *name;
		unsigned bits;
	} common[] = { { "windows-1252", 30 }, { "windows-1250", 50 }, { "iso-8859-2", 50 },
		       { "windows-1254", 90 }, { "windows-1251", 60 }, { "koi8-u", 70 } };

	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (!strcmp(common[i].name, name))
			return common[i].bits;
	return OTHER;
}

/* sum, less what an encoding of that name gains. */
static uint64_t less(uint64_t sum, const char *name, const char *declared, unsigned gain)
{
	uint64_t by = declared && !strcmp(name, declared) ? gain * BIT : 0;

	return sum > by ? sum - by : 0;
}

struct foreign foreign_best(const unsigned char *in, size_t n, const char *declared, unsigned gain)
{
	enum { DOUBLE = 8 * BIT };
	static const struct {
		const char *name;
		character *one;
		const struct foreign_double *set;
	} two[] = {
		{ "shift_jis", shift_jis, &foreign_jis },
		{ "euc-jp", euc_jp, &foreign_jis },
		{ "euc-kr", euc_kr, &foreign_ksc },
	};
	uint64_t best = bid_unknown(in, n), binary = binary_bid(in, n) * BIT / CODEC_BIT;
	const char *name = best < binary ? "unknown-8bit" : "binary";
	struct tally tally;

	best = best < binary ? best : binary;
	for (size_t i = 0; i < sizeof two / sizeof *two; i++) {
		uint64_t sum = DOUBLE + bid_double(two[i].one, two[i].set->change, in, n, best + gain * BIT);

		sum = less(sum, two[i].name, declared, gain);
		if (sum < best) {
			best = sum;
			name = two[i].name;
		}
	}
	take_tally(&tally, in, n);
	for (size_t i = 0; i < foreign_singles; i++) {
		const struct foreign_single *e = &foreign_single[i];
		uint64_t sum = less(prior(e->name) + bid_single(e, &tally), e->name, declared, gain);

		if (sum < best) {
			best = sum;
			name = e->name;
		}
	}
	return (struct foreign){ name, best * CODEC_BIT / BIT };
}

const char *foreign_designated(const unsigned char *in, size_t n)
{
	static const struct {
		const char *name, *escape;
	} set[] = { { "iso-2022-jp", "\033$B" }, { "iso-2022-jp", "\033$@" }, { "iso-2022-kr", "\033$)C" } };

	for (const unsigned char *p = in; (p = memchr(p, '\033', n - (size_t)(p - in))) != NULL; p++)
		for (size_t i = 0; i < sizeof set / sizeof *set; i++) {
			size_t len = strlen(set[i].escape);

			if (n - (size_t)(p - in) >= len && !memcmp(p, set[i].escape, len))
				return set[i].name;
		}
	return NULL;
}
