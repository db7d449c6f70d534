#include "price.h"
#include "hanbits.h"
#include <limits.h>

/* Classes of characters. ASCII is two (words, and the rest), but only as what comes before: it costs BID_ASCII_BITS
   after ASCII, whatever it is, so that markup is neutral. GAP is space and the like behind Chinese: more is likely to
   follow.
 */
enum { EDGE, WORD, HAN, PUNCT, KANA, LETTER, SYMBOL, ODD, GAP, CLASSES };

enum {
	FOREIGN_BITS = 6, /* letters of other languages where an encoding is for Chinese */
	STUCK_BITS = 8, /* one character that is not ASCII between two ASCII letters, where it has a place in no word */
	SCRIPT_BITS = 6,  /* a letter of another script than that before it */
	KANA_BITS = 7,    /* a character of its class: about 80 kana, */
	MARK_BITS = 3,    /* a no-break space and the copyright sign, which pages are full of, */
	SYMBOL_BITS = 9,  /* symbols, */
	ODD_BITS = 8,     /* and what is none of these, or private use, or unassigned: after a dear change of class */
	WIDE_ODD_BITS = 8 /* and dearer where every two bytes give a character */
};

/* The change of class, in bits: from the class of the row to that of the column. Estimates, set so that the tests hold
   and no encoding gains by them. */
/* clang-format off */
static const uint8_t change[CLASSES][CLASSES] = {
	/*           ASCII    HAN PUNCT KANA LETTER SYMBOL ODD */
	[EDGE]   = { 0, 0,    3,  5,    6,   9,     7,     14 },
	[WORD]   = { 0, 0,    6,  5,    9,   3,     7,     14 },
	[HAN]    = { 2, 3,    0,  3,    6,   12,    8,     14 },
	[PUNCT]  = { 2, 2,    1,  4,    5,   10,    7,     14 },
	[KANA]   = { 3, 3,    3,  4,    0,   12,    8,     14 },
	[LETTER] = { 1, 1,    8,  6,    9,   0,     8,     14 },
	[SYMBOL] = { 2, 2,    3,  3,    6,   8,     2,     14 },
	[ODD]    = { 3, 3,    6,  6,    8,   8,     8,     4 },
	[GAP]    = { 0, 0,    2,  3,    6,   9,     7,     14 },
};
/* clang-format on */

static unsigned class_of(cp c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ? WORD : EDGE;
	if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3005 || c == 0x3007)
		return HAN;
	if (c >= 0x3040 && c <= 0x30ff)
		return KANA;
	if ((c >= 0x3000 && c <= 0x301f) || (c >= 0xff01 && c <= 0xff65) || (c >= 0x2010 && c <= 0x2027) || c == 0xb7)
		return PUNCT;
	if ((c >= 0xc0 && c <= 0x24f) || (c >= 0x370 && c <= 0x1fff) || (c >= 0xac00 && c <= 0xd7a3))
		return LETTER;
	if ((c >= 0xa0 && c < 0xc0) || (c >= 0x250 && c < 0x370) || (c >= 0x2000 && c <= 0x2bff)
	    || (c >= 0x3020 && c <= 0x33ff) || (c >= 0xfe30 && c <= 0xfe6b) || (c >= 0xffe0 && c <= 0xffe6)
	    || (c >= 0x1f300 && c <= 0x1faff) || c == 0xfeff)
		return SYMBOL;
	return c >= 0x20000 && c <= 0x3ffff ? HAN : ODD;
}

/* Punctuation within its class: an estimate by rank, from the comma down. */
static unsigned punct_bits(cp c)
{
	/* clang-format off */
	switch (c) {
	case 0xff0c: return 2;                                                     /* ， */
	case 0x3002: case 0x3001: case 0x3000: return 3;                           /* 。 、 space */
	case 0x201c: case 0x201d: case 0xff1a: case 0xff08: case 0xff09: return 5; /* “ ” ： （ ） */
	case 0x300a: case 0x300b: case 0x300c: case 0x300d: return 6;              /* 《 》 「 」 */
	case 0xff01: case 0xff1f: case 0xff1b: case 0x2014: case 0x2026: return 6; /* ！ ？ ； — … */
	default: return c >= 0xff10 && c <= 0xff5a ? 7 : 9;                        /* full-width letters and digits */
	}
	/* clang-format on */
}

/* Han that hanbits.h does not have: extensions B and on, extension A, 々 and 〇. */
static unsigned han_rare_bits(cp c) { return c > 0xffff ? 26 : c >= 0x3400 ? 23 : 14; }

/* Letters that are in use: those of Latin-1 and Extended-A, modern Greek, and Cyrillic without its historic ones. */
static unsigned letter_bits(cp c)
{
	enum { COMMON = 5, OTHER = 7, HANGUL = 10, HISTORIC = 12 };

	if (c < 0x180 || (c >= 0x386 && c < 0x3d0) || (c >= 0x400 && c < 0x460))
		return COMMON;
	return c < 0x530 ? HISTORIC : c >= 0xac00 ? HANGUL : OTHER;
}

/* The script of a letter: Latin, Hangul, or by its block. */
static unsigned script_of(cp c) { return c < 0x250 || c >> 8 == 0x1e ? 0 : c >= 0xac00 ? 1 : c >> 8; }

/* Phonetic letters and combining marks. Many a number is U+0300. */
static bool is_phonetic(cp c) { return c >= 0x250 && c < 0x370; }

/* A character within its class, where that is the same for both scripts. */
static unsigned common_bits(cp c, unsigned class, enum bid_use use)
{
	switch (class) {
	case HAN: return han_rare_bits(c);
	case PUNCT: return punct_bits(c);
	case KANA: return KANA_BITS + (use == BID_LEGACY ? FOREIGN_BITS : 0);
	case LETTER: return letter_bits(c) + (use == BID_LEGACY || (use == BID_WIDE && c > 0xff) ? FOREIGN_BITS : 0);
	case SYMBOL:
		if (use == BID_WIDE && is_phonetic(c))
			return SYMBOL_BITS + FOREIGN_BITS;
		return c == 0xa0 || c == 0xa9 ? MARK_BITS : SYMBOL_BITS;
	case ODD: return ODD_BITS + (use == BID_LEGACY ? FOREIGN_BITS : use == BID_WIDE ? WIDE_ODD_BITS : 0);
	default: return bid_ascii(c);
	}
}

static bool is_letter(cp c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

static bool is_printable(cp c) { return c >= ' ' && c < 0x7f; }

/* What c costs behind itself, where it is not more than at other places: a character of a word again, or one of a row.
   As a wide character it may be two of ASCII again and again, where that is not cheaper, and a letter of ASCII may be
   another with its bytes swapped (U+4E00 is 4E). */
static inline unsigned again_bits(cp c, unsigned class, enum bid_use use)
{
	enum { RARE = 0x20000 };

	if (use == BID_WIDE && is_printable(c >> 8) && is_printable(c & 0xff))
		return 2 * BID_ASCII_BITS;
	if (c >= RARE || is_phonetic(c))
		return UINT_MAX; /* no character that repeats */
	if (class == EDGE || class == PUNCT || class == SYMBOL || (class == WORD && use != BID_WIDE))
		return bid_again(c);
	return BID_REPEAT_LETTER_BITS;
}

static inline void price_one(struct price_context *x, cp c, enum bid_use use, unsigned bits[PRICE_SCRIPTS])
{
	if (c >= CP_RAW) {
		bits[PRICE_SIMPLIFIED] = bits[PRICE_TRADITIONAL] = PRICE_BAD;
		*x = (struct price_context){ c, EDGE, is_letter(x->last) };
		return;
	}
	bool han = c >= HANBITS_FIRST && c <= HANBITS_LAST;
	unsigned class = han ? HAN : class_of(c), both = change[x->class][class];

	bits[PRICE_SIMPLIFIED] = bits[PRICE_TRADITIONAL] = 0;
	unsigned again = c == x->last ? again_bits(c, class, use) : UINT_MAX;

	if (again != UINT_MAX) {
		both = again;
	} else if (han) {
		bits[PRICE_SIMPLIFIED] = hanbits_simplified(c);
		bits[PRICE_TRADITIONAL] = hanbits_traditional(c);
	} else {
		both += common_bits(c, class, use);
		if (class == LETTER && x->class == LETTER && script_of(c) != script_of(x->last))
			both += SCRIPT_BITS;
	}
	if (x->stuck && is_letter(c))
		both += STUCK_BITS;
	bits[PRICE_SIMPLIFIED] += both;
	bits[PRICE_TRADITIONAL] += both;
	bool stuck = c >= 0x80 && is_letter(x->last);

	if (class == EDGE && (x->class == HAN || x->class == PUNCT || x->class == GAP))
		class = GAP;
	*x = (struct price_context){ c, class, stuck };
}

void price(struct price_context *x, cp c, enum bid_use use, unsigned bits[PRICE_SCRIPTS])
{
	price_one(x, c, use, bits);
}

void price_text(struct price_context *x, const cp *p, size_t n, enum bid_use use, uint64_t most,
		uint64_t sum[PRICE_SCRIPTS])
{
	for (size_t i = 0; i < n && (sum[PRICE_SIMPLIFIED] < most || sum[PRICE_TRADITIONAL] < most); i++) {
		unsigned bits[PRICE_SCRIPTS];

		price_one(x, p[i], use, bits);
		sum[PRICE_SIMPLIFIED] += bits[PRICE_SIMPLIFIED];
		sum[PRICE_TRADITIONAL] += bits[PRICE_TRADITIONAL];
	}
}
