/* mkdict [-I DIR]... CONFIG.json... > convert_table.c
 *
 * Makes the tables of src/convert_table.h of OpenCC's configurations and the text dictionaries that they name, which
 * are looked for in the DIRs. Equal maps, tries and values are written once.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "convert_table.h"
#include "mem.h"
#include "opencc.h"

enum { PAGES = CONVERT_MAPPED / CONVERT_BLOCK };

static uint32_t (*block)[CONVERT_BLOCK]; /* those written: convert_cell[] */
static size_t blocks;
static struct buf pool = BUF_INIT; /* convert_text[] */
static struct trie_build pooled;   /* values in the pool */

/* The trie of a level, and the dictionary that it has the keys of. */
static struct shape {
	const struct dict *keys;
	unsigned number;
	struct shape *next;
} * shapes;

static void print_array(const char *type, const char *name, const uint64_t *v, size_t n)
{
	printf("static const %s %s[%zu] = {", type, name, n ? n : 1);
	for (size_t i = 0; i < n; i++)
		printf("%s%" PRIu64 "u,", i % 16 ? "" : "\n", v[i]);
	puts(n ? "\n};" : "0 };");
}

static void print_u32(const char *type, const char *name, const uint32_t *v, size_t n)
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
		die("mkdict", 0, "too many blocks");
	return (uint16_t)blocks++;
}

/* Writes the page of a map of CONVERT_MAPPED cells. */
static void print_page(const char *linkage, const char *name, const uint32_t *cells)
{
	printf("%sconst uint16_t %s[%d] = {", linkage, name, PAGES);
	for (size_t i = 0; i < PAGES; i++)
		printf("%s%u,", i % 32 ? "" : "\n", (unsigned)block_number(cells + i * CONVERT_BLOCK));
	puts("\n};");
}

static uint32_t pool_value(const cp *v, size_t n)
{
	if (!pool.n)
		buf_put(&pool, 0); /* offset 0 says: as the map maps it */
	uint32_t *at = trie_add(&pooled, v, n);
	if (!at)
		die("mkdict", 0, "too many values");
	if (!*at) {
		*at = (uint32_t)pool.n;
		buf_put(&pool, (cp)n);
		buf_add(&pool, v, n);
	}
	return *at;
}

/* The number of the trie with exactly the keys of d, in their order; written unless it was before. */
static unsigned shape_number(const struct dict *d)
{
	char name[64];

	for (struct shape *s = shapes; s; s = s->next) {
		size_t i = 0;

		while (i < d->n && i < s->keys->n && d->entry[i].keylen == s->keys->entry[i].keylen
		       && !memcmp(d->entry[i].key, s->keys->entry[i].key, d->entry[i].keylen * sizeof(cp)))
			i++;
		if (i == d->n && i == s->keys->n)
			return s->number;
	}
	struct shape *s = mem_zalloc(sizeof *s);
	*s = (struct shape){ d, shapes ? shapes->number + 1 : 0, shapes };
	shapes = s;
	const struct trie *t = &d->index.trie;
	snprintf(name, sizeof name, "edge%u", s->number);
	print_array("uint64_t", name, t->edge, t->edges);
	snprintf(name, sizeof name, "key%u", s->number);
	print_u32("uint32_t", name, t->key, d->index.nodes);
	snprintf(name, sizeof name, "pair%u", s->number);
	print_array("uint64_t", name, t->pair, (size_t)1 << (t->pair_bits - 6));
	printf("static const struct trie trie%u = { edge%u, key%u, pair%u, %u, %u };\n", s->number, s->number,
	       s->number, s->number, t->edges, t->pair_bits);
	return s->number;
}

/* The entries of d that a map cannot say. */
static struct dict *phrases(const struct dict *d, bool singles)
{
	struct dict *p = dict_new();

	for (size_t i = 0; i < d->n; i++)
		if (singles || d->entry[i].keylen > 1 || d->entry[i].valuelen != 1)
			dict_add(p, &d->entry[i]);
	trie_finish(&p->index);
	return p;
}

static bool as_mapped(const struct entry *e, const uint32_t *cells)
{
	if (e->keylen != e->valuelen)
		return false;
	for (size_t i = 0; i < e->keylen; i++) {
		cp to = cells[e->key[i]] & CELL_CHAR;

		if (e->value[i] != (to ? to : e->key[i]))
			return false;
	}
	return true;
}

/* Writes one level: cells is its map, to which the bits of keys are added here. Returns its trie's number. */
static unsigned print_level(const char *config, const char *level, uint32_t *cells, const struct dict *keys)
{
	char name[64];
	uint32_t *value = mem_zalloc((keys->n + 1) * sizeof *value);

	for (size_t i = 0; i < keys->n; i++) {
		const struct entry *e = &keys->entry[i];

		value[i + 1] = as_mapped(e, cells) ? 0 : pool_value(e->value, e->valuelen);
	}
	for (size_t i = 0; i < keys->n; i++)
		cells[*keys->entry[i].key] |= CELL_KEY;
	unsigned number = shape_number(keys);
	snprintf(name, sizeof name, "%s_%s_value", config, level);
	print_u32("uint32_t", name, value, keys->n + 1);
	snprintf(name, sizeof name, "%s_%s_page", config, level);
	print_page("static ", name, cells);
	free(value);
	return number;
}

static uint32_t *map_of(const struct dict *d)
{
	uint32_t *cells = mem_zalloc(CONVERT_MAPPED * sizeof *cells);

	for (size_t i = 0; i < d->n; i++) {
		const struct entry *e = &d->entry[i];

		if (e->keylen == 1 && e->valuelen == 1 && *e->value != *e->key)
			cells[*e->key] = *e->value;
	}
	return cells;
}

/* The map of all levels together. A code point at which a phrase of some level can begin has CELL_RUN. */
static uint32_t *map_of_all(const struct config *c, const uint32_t *first, const uint32_t *second)
{
	uint32_t *cells = mem_zalloc(CONVERT_MAPPED * sizeof *cells);
	struct buf b = BUF_INIT;

	for (cp i = 0; i < CONVERT_MAPPED; i++, b.n = 0) {
		cp mid = first[i] & CELL_CHAR ? first[i] & CELL_CHAR : i;

		config_alone(c, i, &b);
		if (b.n == 1 && *b.p != i)
			cells[i] = *b.p;
		if (c->second && ((first[i] | second[mid]) & CELL_KEY))
			cells[i] |= CELL_RUN;
	}
	buf_free(&b);
	return cells;
}

static void print_string(const char *s) { printf(s ? "\"%s\", " : "NULL, ", s); }

/* C names have no '-'. */
static char *identifier(const char *name)
{
	char *id = mem_zalloc(strlen(name) + 3);

	sprintf(id, "c_%s", name);
	for (char *p = id; *p; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9')))
			*p = '_';
	return id;
}

struct printed {
	const char *id;
	unsigned whole, first, second; /* their tries */
};

static struct printed print_config(const struct config *c)
{
	struct printed p = { .id = identifier(c->name) };
	uint32_t *first = map_of(c->first), *second = c->second ? map_of(c->second) : NULL;

	if (c->second) {
		p.first = print_level(p.id, "first", first, phrases(c->first, false));
		p.second = print_level(p.id, "second", second, phrases(c->second, false));
	}
	uint32_t *whole = map_of_all(c, first, second);
	p.whole = print_level(p.id, "whole", whole, phrases(c->segments, true));
	free(first);
	free(second);
	free(whole);
	return p;
}

static void print_table(struct config *const *config, const struct printed *p, size_t n)
{
	puts("const struct conversion convert_table[] = {");
	for (size_t i = 0; i < n; i++) {
		const char *id = p[i].id, *keep = config[i]->keep, *only = config[i]->only;

		for (size_t k = 0; keep && k < n; k++)
			if (!strcmp(config[k]->name, keep))
				only = config[k]->only;
		const char *from = !only ? "NONE" : strcmp(only, "simplified") ? "TRADITIONAL" : "SIMPLIFIED";
		printf("{ \"%s\", ", config[i]->name);
		print_string(keep);
		print_string(config[i]->plain);
		printf("SCRIPT_%s, { %s_whole_page, &trie%u, %s_whole_value },", from, id, p[i].whole, id);
		if (config[i]->second)
			printf("{ %s_first_page, &trie%u, %s_first_value }, { %s_second_page, &trie%u, %s_second_value "
			       "} },\n",
			       id, p[i].first, id, id, p[i].second, id);
		else
			puts("{ 0 }, { 0 } },");
	}
	puts("{ 0 } };");
}

static void print_scripts(struct config *const *config, size_t n)
{
	uint32_t *cells = mem_zalloc(CONVERT_MAPPED * sizeof *cells);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; config[i]->only && k < config[i]->sure->n; k++)
			cells[*config[i]->sure->entry[k].key] |=
				strcmp(config[i]->only, "simplified") ? SCRIPT_TRADITIONAL : SCRIPT_SIMPLIFIED;
	for (size_t i = 0; i < CONVERT_MAPPED; i++)
		if (cells[i] == (SCRIPT_SIMPLIFIED | SCRIPT_TRADITIONAL))
			cells[i] = SCRIPT_NONE;
	print_page("", "convert_script", cells);
	free(cells);
}

int main(int argc, char **argv)
{
	const char **dir = mem_zalloc((size_t)argc * sizeof *dir);
	struct config **config = mem_zalloc((size_t)argc * sizeof *config);
	struct printed *p = mem_zalloc((size_t)argc * sizeof *p);
	size_t dirs = 0, n = 0;
	uint64_t fingerprint = 0xcbf29ce484222325u;

	puts("#include \"convert_table.h\"");
	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "-I") && i + 1 < argc) {
			dir[dirs++] = argv[++i];
			continue;
		}
		config[n] = config_load(argv[i], dir, dirs, &fingerprint);
		p[n] = print_config(config[n]);
		n++;
	}
	print_scripts(config, n);
	print_table(config, p, n);
	printf("const uint32_t convert_cell[][CONVERT_BLOCK] = {\n");
	for (size_t i = 0; i < blocks; i++) {
		putchar('{');
		for (size_t k = 0; k < CONVERT_BLOCK; k++)
			printf("%s%" PRIu32 ",", k % 16 ? "" : "\n", block[i][k]);
		puts("},");
	}
	puts("};\nconst cp convert_text[] = {");
	for (size_t i = 0; i < pool.n || i < 1; i++)
		printf("%" PRIu32 ",%s", i < pool.n ? pool.p[i] : 0, i % 16 == 15 ? "\n" : "");
	printf("};\nconst char convert_data[] = \"conversion: OpenCC dictionaries %016" PRIx64 "\";\n", fingerprint);
	return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
