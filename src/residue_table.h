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

/* A word that a conversion table broke. Ordered by wrong, where the end counts more than any character: so the longest
   of those that begin a text comes first. Code points of the Basic Multilingual Plane, zero behind the end. */
struct residue_word {
	uint16_t wrong[RESIDUE_WORD], right[RESIDUE_WORD];
	bool before, behind; /* whether the first or last character must make no word with its neighbour */
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

/* Bit c % 32 of word c / 32: whether a wrong word begins with c. */
extern const uint32_t residue_first[65536 / 32];

#endif
