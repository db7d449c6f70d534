#include "print.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "convert_table.h"
#include "mem.h"

enum { PAGES = CONVERT_MAPPED / CONVERT_BLOCK };

static uint32_t (*block)[CONVERT_BLOCK]; /* those of the pages written */
static size_t blocks;

void print_array(const char *type, const char *name, const uint64_t *v, size_t n)
{
	printf("static const %s %s[%zu] = {", type, name, n ? n : 1);
	for (size_t i = 0; i < n; i++)
		printf("%s%" PRIu64 "u,", i % 16 ? "" : "\n", v[i]);
	puts(n ? "\n};" : "0 };");
}

void print_u32(const char *type, const char *name, const uint32_t *v, size_t n)
{
	uint64_t *wide = mem_zalloc(n * sizeof *wide);

	for (size_t i = 0; i < n; i++)
		wide[i] = v[i];
	print_array(type, name, wide, n);
	free(wide);
}

static uint16_t block_number(const uint32_t *cells)
{
	for (size_t i = 0; i < blocks; i++)
		if (!memcmp(block[i], cells, sizeof *block))
			return (uint16_t)i;
	block = mem_resize(block, blocks + 1, sizeof *block);
	memcpy(block[blocks], cells, sizeof *block);
	if (blocks > UINT16_MAX)
		die("tables", 0, "too many blocks");
	return (uint16_t)blocks++;
}

void print_page(const char *linkage, const char *name, const uint32_t *cells)
{
	printf("%sconst uint16_t %s[%d] = {", linkage, name, PAGES);
	for (size_t i = 0; i < PAGES; i++)
		printf("%s%u,", i % 32 ? "" : "\n", (unsigned)block_number(cells + i * CONVERT_BLOCK));
	puts("\n};");
}

void print_blocks(const char *name)
{
	printf("const uint32_t %s[][CONVERT_BLOCK] = {\n", name);
	for (size_t i = 0; i < blocks; i++) {
		putchar('{');
		for (size_t k = 0; k < CONVERT_BLOCK; k++)
			printf("%s%" PRIu32 ",", k % 16 ? "" : "\n", block[i][k]);
		puts("},");
	}
	puts("};");
}

static uint64_t two_of(const struct phrase *p) { return phrase_two(p->key[0], p->len > 1 ? p->key[1] : 0); }

/* All of the 64 bits that the two of phrase_has_two() or phrase_has_third() are in. */
static uint64_t bits_of_two(uint64_t two)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < 64; i++)
		if (!(phrase_has_two(~((uint64_t)1 << i), two) & 1))
			bits |= (uint64_t)1 << i;
	return bits;
}

static uint64_t bits_of_third(cp c)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < 64; i++)
		if (!(phrase_has_third(~((uint64_t)1 << i), c) & 1))
			bits |= (uint64_t)1 << i;
	return bits;
}

void print_filter(const char *linkage, const char *name, const struct phrase *p, size_t n, unsigned shift)
{
	size_t words = (size_t)1 << (64 - shift);
	uint64_t *word = mem_zalloc(words * sizeof *word);

	for (size_t i = 0; i < n; i++) {
		uint64_t two = two_of(&p[i]);

		word[phrase_word(two, shift)] |= p[i].len > 2 ? bits_of_third(p[i].key[2]) : bits_of_two(two);
	}
	printf("%sconst uint64_t %s[%zu] = {", linkage, name, words);
	for (size_t i = 0; i < words; i++)
		printf("%s%" PRIu64 "u,", i % 16 ? "" : "\n", word[i]);
	puts("\n};");
	free(word);
}

/* Its length in UTF-16. */
static size_t units(const struct phrase *p)
{
	size_t n = p->len;

	for (size_t i = 0; i < p->len; i++)
		n += p->key[i] >= 0x10000;
	return n;
}

static unsigned sorted_shift; /* of the phrases that are sorted */

static int by_word(const void *a, const void *b)
{
	const struct phrase *x = a, *y = b;
	size_t wx = phrase_word(two_of(x), sorted_shift), wy = phrase_word(two_of(y), sorted_shift);

	if (wx != wy)
		return wx < wy ? -1 : 1;
	if (units(x) != units(y)) {
		if (units(x) == 2 || units(y) == 2)
			return units(x) == 2 ? -1 : 1;
		return units(x) > units(y) ? -1 : 1;
	}
	for (size_t i = 0; i < x->len && i < y->len; i++)
		if (x->key[i] != y->key[i])
			return x->key[i] < y->key[i] ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

/* Appends a key as struct phrases has it. */
static void put_key(struct buf *b, const struct phrase *p)
{
	size_t head = b->n;

	buf_put(b, 0);
	buf_put(b, p->number >> 16);
	buf_put(b, p->number & 0xffff);
	for (size_t i = 0; i < p->len; i++) {
		cp c = p->key[i];

		if (c >= 0x10000)
			buf_put(b, 0xd7c0 + (c >> 10));
		buf_put(b, c < 0x10000 ? c : 0xdc00 | (c & 0x3ff));
	}
	b->p[head] = phrase_head(units(p));
}

void print_phrases(const char *linkage, const char *name, struct phrase *p, size_t n, unsigned shift)
{
	struct buf keys = BUF_INIT, list = BUF_INIT;
	bool alone = false;
	char array[64];

	sorted_shift = shift;
	if (n)
		qsort(p, n, sizeof *p, by_word);
	for (size_t i = 0; i < n; i++) {
		while (list.n <= phrase_word(two_of(&p[i]), shift))
			buf_put(&list, (uint32_t)keys.n);
		alone |= p[i].len == 1;
		put_key(&keys, &p[i]);
	}
	while (list.n <= (size_t)1 << (64 - shift))
		buf_put(&list, (uint32_t)keys.n);
	snprintf(array, sizeof array, "%s_list", name);
	print_u32("uint32_t", array, list.p, list.n);
	for (size_t i = 0; i < PHRASE_FIRST; i++)
		buf_put(&keys, 0);
	snprintf(array, sizeof array, "%s_key", name);
	print_u32("uint16_t", array, keys.p, keys.n);
	printf("%sconst struct phrases %s = { %s_list, %s_key, %u, %d };\n", linkage, name, name, name, shift, alone);
	buf_free(&keys);
	buf_free(&list);
}
