/* print.h - C arrays on standard output: those that tables of several generators have in common. */
#ifndef PRINT_H
#define PRINT_H
#include "dict.h"

/* Writes static const TYPE NAME[n]; with n = 0 one 0, which C wants. */
void print_array(const char *type, const char *name, const uint64_t *v, size_t n);
void print_u32(const char *type, const char *name, const uint32_t *v, size_t n);

/* Writes the page NAME of a map of CONVERT_MAPPED cells, "static " or "" before it. Blocks of cells are shared by all
   pages that a program writes; print_blocks() writes them, behind the pages. */
void print_page(const char *linkage, const char *name, const uint32_t *cells);
void print_blocks(const char *name);

/* A key of struct phrases and its number. */
struct phrase {
	const cp *key;
	size_t len;
	uint32_t number;
};

/* Writes struct phrases NAME with these keys, which it sorts; equal ones by their numbers. With
   shift = 64 - 11 and two keys for a word one bit in 16 of the filter is set, and one place in 128 passes for nothing.
 */
void print_phrases(const char *linkage, const char *name, struct phrase *p, size_t n, unsigned shift);

/* Writes the filter NAME of these keys. */
void print_filter(const char *linkage, const char *name, const struct phrase *p, size_t n, unsigned shift);

#endif
