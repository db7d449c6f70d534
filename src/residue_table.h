/* residue_table.h - what stage residue knows by name; made by dict/mkresidue.c of dict/tags.txt and
 * dict/misconverted.txt. */
#ifndef RESIDUE_TABLE_H
#define RESIDUE_TABLE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RESIDUE_WORD = 8 }; /* the longest word, code points */

struct residue_tag {
	const char *name;
	bool block;  /* it ends a paragraph */
	bool paired; /* an end tag must follow it */
};
extern const struct residue_tag residue_tags[];
extern const size_t residue_tags_n; /* at most 64: a set of them is one uint64_t */

/* A word that a conversion table broke, in simplified characters. Ordered by wrong, where the end counts more than any
   character: so the longest of those that begin a text comes first. Code points of the Basic Multilingual Plane, zero
   behind the end. */
struct residue_word {
	uint16_t wrong[RESIDUE_WORD], right[RESIDUE_WORD], traditional[RESIDUE_WORD]; /* this is right, too */
};
extern const struct residue_word residue_words[];
extern const size_t residue_words_n;

/* What stands before (behind) a character in words that end (begin) with it: residue_beside[at..at+n), ordered. The
   guards are ordered by character, once for each side. */
struct residue_guard {
	uint16_t c, at, n;
};
extern const struct residue_guard residue_before[], residue_behind[];
extern const size_t residue_before_n, residue_behind_n;
extern const uint16_t residue_beside[];

/* Bit c % 32 of word c / 32: whether a wrong word begins with c, in either script; whether c is the second
   character of one, simplified; and whether c is wrong beside some neighbour. */
extern const uint32_t residue_first[65536 / 32], residue_second[65536 / 32], residue_suspect[65536 / 32];

/* A character that is wrong behind a neighbour, or before one; the neighbour as a simplified character. An
   open-addressed table: where the place by the hash is taken, the next one. */
struct residue_pair {
	uint16_t wrong, beside; /* 0, 0: an empty place */
	uint16_t right;
	bool before; /* the neighbour stands behind */
	bool weak;   /* it may be meant, but in a text where others are wrong */
};
enum { RESIDUE_PAIR_BITS = 16 };
extern const struct residue_pair residue_pairs[1 << RESIDUE_PAIR_BITS];

/* The pairs of which right is another character, hashed: a bit that is set means "perhaps". */
enum { RESIDUE_FILTER_BITS = 18 };
extern const uint32_t residue_filter[(1 << RESIDUE_FILTER_BITS) / 32];

static inline uint32_t residue_pair_hash(uint32_t wrong, uint32_t beside, bool before)
{
	return (wrong * 2 + before) * 0x9e3779b1u + beside * 0x85ebca6bu;
}
static inline unsigned residue_pair_place(uint32_t wrong, uint32_t beside, bool before)
{
	return residue_pair_hash(wrong, beside, before) >> (32 - RESIDUE_PAIR_BITS);
}
static inline bool residue_perhaps(uint32_t wrong, uint32_t beside, bool before)
{
	uint32_t bit = residue_pair_hash(wrong, beside, before) >> (32 - RESIDUE_FILTER_BITS);

	return residue_filter[bit / 32] >> bit % 32 & 1;
}

#endif
