/* choose_table.h - the form in which dict/mkchoose.c leaves what choose.c and survey.c decide by.
 *
 * A simplified character that stands for several traditional ones is doubtful. Its candidates are those of OpenCC's
 * STCharacters, of which spellings of one character (裏 and 裡, 爲 and 為) count as one. Costs are in units of 1/16
 * bit: -16 * log2 of a share.
 */
#ifndef CHOOSE_TABLE_H
#define CHOOSE_TABLE_H
#include "convert_table.h"

enum {
	CHOOSE_BIT = 16,       /* of a cost */
	CHOOSE_CANDIDATES = 4, /* at most; 2 bits say which */
	CHOOSE_FORMS = 10,     /* spellings of the candidates of one character, at most */
	CHOOSE_MOST = 512,     /* doubtful characters, at most, with place 0 */
	CHOOSE_KNOWN = 8,      /* doubtful characters in a word, at most */
	CHOOSE_SHIFT = 64 - 15 /* of choose_words: 256 KiB of filter, about three keys for a word of it */
};

struct doubtful {
	unsigned n;                        /* candidates */
	unsigned likely;                   /* the one that is the likeliest as a word by itself */
	cp written[CHOOSE_CANDIDATES];     /* as OpenCC writes them */
	uint16_t alone[CHOOSE_CANDIDATES]; /* what each costs as a word by itself */
	uint16_t share[CHOOSE_CANDIDATES]; /* what each costs where nothing is known of its neighbours */
	cp form[CHOOSE_FORMS];             /* spellings; 0: no more */
	uint8_t of[CHOOSE_FORMS];          /* which candidate each spells */
};
extern const struct doubtful choose_doubtful[]; /* from 1 */

/* A cell of choose_page: what the character costs as a word by itself (0: it is in no word), and its place among the
   doubtful ones (0: it is none). */
enum { CELL_COST = 0xfff, CELL_DOUBTFUL = 12 /* shift */ };
extern const uint16_t choose_page[];

/* Words of two characters or more in simplified characters. The number of each is its cost, ... */
enum {
	WORD_COST = 20,       /* shift, 12 bits */
	WORD_RIVAL = 1 << 16, /* ... for each of the first four of its doubtful characters whether another reading of
				 the same word differs there, ... */
	WORD_READING = 0xffff /* ... and the candidate that each doubtful character is, 2 bits, the first lowest. */
};
extern const struct phrases choose_words;
extern const uint64_t choose_filter[];

/* A doubtful character between up to four neighbours, and what its candidates cost there. An open-addressed table. */
struct context {
	uint32_t tag; /* 0: an empty place */
	uint8_t cost[CHOOSE_CANDIDATES];
};
enum {
	CONTEXT_BITS = 15,
	CONTEXT_MOST = 4, /* neighbours */
	CONTEXT_COST = 2, /* costs are in units of so many */
	CONTEXT_DIGIT = '0',
	CONTEXT_LETTER = 'a',
	CONTEXT_OTHER = '|' /* also the edge of a text */
};
extern const struct context choose_context[1 << CONTEXT_BITS];

/* The pairs of neighbours, of which one is doubtful, with which it may be another than the likeliest candidate where it
   stands alone: where a word or a context says so. Hashed: a set bit means "perhaps". */
enum { PAIR_BITS = 18 };
extern const uint64_t choose_pair[1 << (PAIR_BITS - 6)];

static inline size_t choose_pair_bit(cp a, cp b) { return (size_t)(phrase_two(a, b) >> (64 - PAIR_BITS)); }

static inline bool choose_may(cp a, cp b)
{
	size_t bit = choose_pair_bit(a, b);

	return choose_pair[bit / 64] >> (bit % 64) & 1;
}

static inline bool choose_is_han(cp c) { return c - 0x3400 < 0x6c00 || c - 0x20000 < 0x20000; }

/* What stands for c in contexts. */
static inline cp choose_symbol(cp c)
{
	if (choose_is_han(c))
		return c;
	if (c - '0' < 10 || c - 0xff10 < 10)
		return CONTEXT_DIGIT;
	if ((c | 0x20) - 'a' < 26)
		return CONTEXT_LETTER;
	return CONTEXT_OTHER;
}

/* The number of a context: of n symbols, that with `left` before it is the doubtful one. The high bits choose the
   place, the low ones are the tag. */
static inline uint64_t choose_hash(const cp *symbol, unsigned n, unsigned left)
{
	uint64_t h = (n * 8 + left) * PHRASE_HASH;

	for (unsigned i = 0; i < n; i++) {
		h = (h ^ symbol[i]) * PHRASE_HASH;
		h ^= h >> 32;
	}
	return h;
}

/* A cell of script_page. */
enum {
	SCRIPT_FOLD = (1 << 18) - 1, /* c and its simplified form differ by that (exclusive or) */
	SCRIPT_SURE_S = 1 << 18,     /* only simplified text has it */
	SCRIPT_SURE_T = 1 << 19,     /* only traditional text has it */
	SCRIPT_CHOICE = 1 << 20,     /* its simplified form is doubtful */
	SCRIPT_OPENCC = 1 << 21,     /* it has several spellings; this is that of OpenCC, ... */
	SCRIPT_TAIWAN = 1 << 22,     /* ... of Taiwan, ... */
	SCRIPT_HONGKONG = 1 << 23,   /* ... of Hong Kong */
	SCRIPT_TELLS = 24 /* shift; a signed byte: half bits by which it is likelier in traditional text that has the
			     simplified form of what both scripts have, than in clean traditional text */
};
extern const uint16_t script_page[];

extern const uint32_t choose_cell[][CONVERT_BLOCK]; /* of both pages */
extern const char choose_data[];                    /* for --version: a fingerprint of what the tables were made from */

static inline uint32_t choose_look(const uint16_t *page, cp c)
{
	cp known = c < CONVERT_MAPPED ? c : 0; /* NUL is in no map */

	return choose_cell[page[known / CONVERT_BLOCK]][known % CONVERT_BLOCK];
}

#endif
