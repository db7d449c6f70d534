/* lm_table.h - the tables behind lm_cost, written by dict/mklm.c from dict/lm.txt and OpenCC's TSCharacters.
 *
 * A code point is looked up in two levels and gives the number of its symbol: a character of its own (a traditional
 * one has the number of its simplified form), or a class (the first LM_CLASSES numbers). A pair of symbols that the
 * model knows is in one of two buckets of a hash table. The hash is a bijection on LM_KEY_BITS bits, the high ones of
 * which number the first bucket and the low ones are the tag; the second bucket is found from the first and the tag,
 * and its tags have LM_SECOND set: so a tag tells pairs apart for certain.
 */
#ifndef LM_TABLE_H
#define LM_TABLE_H
#include <stdint.h>

enum {
	LM_PAGE_BITS = 7,
	LM_END = 0x40000, /* the first code point beyond the planes of Han; from there on all is LM_JUNK */
	LM_ID_BITS = 13,
	LM_KEY_BITS = 2 * LM_ID_BITS,
	LM_BUCKET_BITS = 14,
	LM_TAG_BITS = LM_KEY_BITS - LM_BUCKET_BITS,
	LM_SECOND = 1 << LM_TAG_BITS,
	LM_SLOTS = 16, /* in a bucket: the tags of one are half a cache line */
	LM_EMPTY = 0xffff,
	LM_PAIR_STEP = 2, /* costs of pairs are stored in units of this */
	LM_RARE = 256     /* a character that costs so much alone (16 bits) is rare: one in 50 is, in clean text */
};

/* The classes, and the letter that each has in dict/lm.txt. */
enum lm_class {
	LM_LINE,   /* N: the edge of a line */
	LM_LETTER, /* A: an ASCII letter, also full width */
	LM_DIGIT,  /* 0: an ASCII digit, also full width */
	LM_SPACE,  /* _: U+0020 and tab */
	LM_WIDE,   /* W: the ideographic space */
	LM_HAN,    /* H: a rare Han character */
	LM_KANA,   /* K */
	LM_SIGN,   /* S: punctuation or a symbol without a number of its own */
	LM_OTHER,  /* L: a letter of another script */
	LM_JUNK,   /* X: controls, private use, undecoded bytes, what is not assigned */
	LM_CLASSES
};

struct lm_symbol {
	int16_t alone;   /* cost after a symbol that it makes no known pair with, in 1/16 bit, to which is added ... */
	int16_t left;    /* ... this, for the one before */
	uint16_t spread; /* cost of one member among those of the class */
};

extern const uint8_t lm_page[LM_END >> LM_PAGE_BITS];
extern const uint16_t lm_id[];
extern const struct lm_symbol lm_symbol[];
extern const uint16_t lm_tag[1 << LM_BUCKET_BITS][LM_SLOTS];
extern const uint8_t lm_pair[1 << LM_BUCKET_BITS][LM_SLOTS];
extern const uint32_t lm_rare[0x10000 / 32]; /* bit c % 32 of word c / 32: c is rare */

static inline unsigned lm_number(uint32_t c)
{
	if (c >= LM_END)
		return LM_JUNK;
	return lm_id[(unsigned)lm_page[c >> LM_PAGE_BITS] << LM_PAGE_BITS | (c & ((1 << LM_PAGE_BITS) - 1))];
}

static inline uint32_t lm_hash(unsigned before, unsigned id)
{
	const uint32_t odd = 0x278dde6d; /* any odd number is a bijection; this one is near 2^30 / golden ratio */
	uint32_t key = (uint32_t)before << LM_ID_BITS | id;

	key = (key ^ key >> LM_ID_BITS) * odd & ((1u << LM_KEY_BITS) - 1);
	return (key ^ key >> LM_ID_BITS) * odd & ((1u << LM_KEY_BITS) - 1);
}

/* The other one of the two buckets of a tag. */
static inline unsigned lm_other_bucket(unsigned bucket, unsigned tag)
{
	return bucket ^ (((tag & (LM_SECOND - 1)) * 2 + 1) << (LM_BUCKET_BITS - LM_TAG_BITS - 1));
}

#endif
