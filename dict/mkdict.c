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
#include "print.h"

static struct buf pool = BUF_INIT; /* convert_text[] */
static struct trie_build pooled;   /* values in the pool */

static const struct dict *normal_printed; /* as normal_page */

/* The trie of a level, or the phrases of segments, and the dictionary that it has the keys of. */
static struct shape {
	const struct dict *keys;
	unsigned number;
	bool filtered; /* phrases with a filter of their own */
	struct shape *next;
} * shapes, *segmented;

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

static bool same_keys(const struct dict *a, const struct dict *b)
{
	size_t i = 0;

	while (i < a->n && i < b->n && a->entry[i].keylen == b->entry[i].keylen
	       && !memcmp(a->entry[i].key, b->entry[i].key, a->entry[i].keylen * sizeof(cp)))
		i++;
	return i == a->n && i == b->n;
}

/* The number of the trie with exactly the keys of d, in their order; written unless it was before. */
static unsigned shape_number(const struct dict *d)
{
	char name[64];

	for (struct shape *s = shapes; s; s = s->next)
		if (same_keys(d, s->keys))
			return s->number;
	struct shape *s = mem_zalloc(sizeof *s);
	*s = (struct shape){ .keys = d, .number = shapes ? shapes->number + 1 : 0, .next = shapes };
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

/* From so many segments on, their first code points are most of a text. */
static bool is_dense(const struct dict *segments) { return segments->n >= 4096; }

/* As struct phrases has it. With two keys for a word one bit in 16 is set, and one place in 128 passes for nothing. */
static unsigned shift_for(const struct dict *d)
{
	enum { SMALL = 64 - 11 }; /* 16 KiB: room for the pairs of the levels too */

	return is_dense(d) ? CONVERT_DENSE : SMALL;
}

struct keys {
	struct phrase *p;
	size_t n, cap;
};

static void add_key(struct keys *k, const cp *key, size_t len, uint32_t number)
{
	if (k->n == k->cap) {
		k->cap += k->cap / 2 + 64;
		k->p = mem_resize(k->p, k->cap, sizeof *k->p);
	}
	k->p[k->n++] = (struct phrase){ key, len, number };
}

/* The keys of d, numbered from 1 in their order. */
static struct keys keys_of(const struct dict *d)
{
	struct keys k = { 0 };

	for (size_t i = 0; i < d->n; i++)
		add_key(&k, d->entry[i].key, d->entry[i].keylen, (uint32_t)i + 1);
	return k;
}

static void print_keys(const char *name, const struct dict *d)
{
	struct keys k = keys_of(d);

	print_phrases("static ", name, k.p, k.n, shift_for(d));
	free(k.p);
}

/* The filter of the keys of d, and of others. */
static void print_keys_filter(const char *name, const struct dict *d, const struct keys *also, unsigned shift)
{
	struct keys k = keys_of(d);

	for (size_t i = 0; i < also->n; i++)
		add_key(&k, also->p[i].key, also->p[i].len, 0);
	print_filter("static ", name, k.p, k.n, shift);
	free(k.p);
}

/* The phrases with exactly the keys of d, in their order; written unless they were before. */
static struct shape *phrases_of(const struct dict *d)
{
	char name[64];

	for (struct shape *s = segmented; s; s = s->next)
		if (same_keys(d, s->keys))
			return s;
	struct shape *s = mem_zalloc(sizeof *s);
	*s = (struct shape){ .keys = d, .number = segmented ? segmented->number + 1 : 0, .next = segmented };
	segmented = s;
	snprintf(name, sizeof name, "phrases%u", s->number);
	print_keys(name, d);
	return s;
}

/* The entries of d that a map cannot say. */
static struct dict *beyond_map(const struct dict *d, bool singles)
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
		if (e->value[i] != (e->key[i] ^ (cells[e->key[i]] & CELL_CHAR)))
			return false;
	}
	return true;
}

static void print_values(const char *config, const char *level, const uint32_t *cells, const struct dict *keys)
{
	char name[64];
	uint32_t *value = mem_zalloc((keys->n + 1) * sizeof *value);

	for (size_t i = 0; i < keys->n; i++) {
		const struct entry *e = &keys->entry[i];

		value[i + 1] = as_mapped(e, cells) ? 0 : pool_value(e->value, e->valuelen);
	}
	snprintf(name, sizeof name, "%s_%s_value", config, level);
	print_u32("uint32_t", name, value, keys->n + 1);
	free(value);
}

/* Writes struct values of the segments. */
static void print_segment_values(const char *config, const uint32_t *cells, const struct dict *keys)
{
	size_t words = keys->n / 64 + 1;
	uint64_t *differs = mem_zalloc(words * sizeof *differs);
	struct buf text = BUF_INIT, before = BUF_INIT;
	char name[64];

	for (size_t number = 0; number < words * 64; number++) {
		const struct entry *e = number && number <= keys->n ? &keys->entry[number - 1] : NULL;

		if (number % 64 == 0)
			buf_put(&before, (cp)text.n);
		if (!e || as_mapped(e, cells))
			continue;
		differs[number / 64] |= (uint64_t)1 << (number % 64);
		buf_put(&text, pool_value(e->value, e->valuelen));
	}
	if (text.n > UINT16_MAX)
		die(config, 0, "too many segments that are not mapped");
	snprintf(name, sizeof name, "%s_differs", config);
	print_array("uint64_t", name, differs, words);
	snprintf(name, sizeof name, "%s_before", config);
	print_u32("uint16_t", name, before.p, before.n);
	snprintf(name, sizeof name, "%s_text", config);
	print_u32("uint32_t", name, text.p, text.n);
	free(differs);
	buf_free(&before);
	buf_free(&text);
}

/* Writes one level: cells is its map, to which the bits of keys are added here. Returns its trie's number. */
static unsigned print_level(const char *config, const char *level, uint32_t *cells, const struct dict *keys)
{
	char name[64];

	print_values(config, level, cells, keys);
	for (size_t i = 0; i < keys->n; i++)
		cells[*keys->entry[i].key] |= CELL_KEY;
	snprintf(name, sizeof name, "%s_%s_page", config, level);
	print_page("static ", name, cells);
	return shape_number(keys);
}

static uint32_t *map_of(const struct dict *d)
{
	uint32_t *cells = mem_zalloc(CONVERT_MAPPED * sizeof *cells);

	for (size_t i = 0; i < d->n; i++) {
		const struct entry *e = &d->entry[i];

		if (e->keylen == 1 && e->valuelen == 1)
			cells[*e->key] = *e->key ^ *e->value;
	}
	return cells;
}

/* The map of all levels together. */
static uint32_t *map_of_all(const struct config *c)
{
	uint32_t *cells = mem_zalloc(CONVERT_MAPPED * sizeof *cells);
	struct buf b = BUF_INIT;

	for (cp i = 0; i < CONVERT_MAPPED; i++, b.n = 0) {
		config_alone(c, i, &b);
		if (b.n == 1)
			cells[i] = *b.p ^ i;
	}
	buf_free(&b);
	return cells;
}

/* The code points x that the levels' first map makes c of, or, after: that may stand where c begins what they became.
 */
static struct buf sources(const struct config *c, cp to, bool after)
{
	struct buf b = BUF_INIT;
	const struct entry *own = dict_get(c->first, &to, 1);

	if (!own)
		buf_put(&b, to);
	for (size_t i = 0; i < c->first->n; i++) {
		const struct entry *e = &c->first->entry[i];

		if (*e->value == to && (after || (e->keylen == 1 && e->valuelen == 1)))
			buf_put(&b, *e->key);
	}
	return b;
}

static void add_pair(struct keys *k, cp a, cp b)
{
	cp *pair = mem_zalloc(2 * sizeof *pair);

	pair[0] = a;
	pair[1] = b;
	add_key(k, pair, 2, 0);
}

/* Where keys of the levels may begin, as what the input has there: those of the first level, and the pairs of code
   points that those of the second begin with; what begins alone gets CELL_ALONE. */
static struct keys keys_between(const struct config *c, uint32_t *cells)
{
	struct keys h = { 0 };

	for (size_t i = 0; i < c->first->n; i++) {
		const struct entry *e = &c->first->entry[i];

		if (e->keylen == 1 && e->valuelen == 1)
			continue;
		cells[*e->key] |= e->keylen > 1 ? CELL_KEY : CELL_KEY | CELL_ALONE;
		if (e->keylen > 1)
			add_key(&h, e->key, e->keylen, 0);
	}
	for (size_t i = 0; i < c->second->n; i++) {
		const struct entry *e = &c->second->entry[i];

		if (e->keylen == 1 && e->valuelen == 1)
			continue;
		struct buf one = sources(c, e->key[0], false), two = BUF_INIT;
		if (e->keylen > 1)
			two = sources(c, e->key[1], true);
		for (size_t k = 0; k < one.n; k++) {
			cells[one.p[k]] |= e->keylen > 1 ? CELL_KEY : CELL_KEY | CELL_ALONE;
			for (size_t m = 0; m < two.n; m++)
				add_pair(&h, one.p[k], two.p[m]);
		}
		buf_free(&one);
		buf_free(&two);
	}
	return h;
}

/* The most code points of ASCII that a key of d begins with; SIZE_MAX where one is nothing else, or ASCII is changed.
 */
static size_t ascii_before(const struct dict *d, size_t most)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct entry *e = &d->entry[i];
		size_t k = 0;

		while (k < e->keylen && e->key[k] < 0x80)
			k++;
		if (k == e->keylen)
			return SIZE_MAX;
		most = k > most ? k : most;
	}
	return most;
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
	unsigned segments, first, second; /* phrases; tries */
	size_t ascii;
	bool dense;
};

/* Writes the filter of the segments that must be found wherever they are, and of other keys. */
static void print_needed(const char *config, const uint32_t *cells, const struct dict *segments,
			 const struct keys *also)
{
	struct dict *d = dict_new();
	char name[64];

	for (size_t i = 0; i < segments->n; i++)
		if (segments->entry[i].keylen > CONVERT_REACH || !as_mapped(&segments->entry[i], cells))
			dict_add(d, &segments->entry[i]);
	snprintf(name, sizeof name, "%s_needed", config);
	print_keys_filter(name, d, also, CONVERT_NEEDED);
}

/* Returns what keys_between() does. */
static struct keys print_levels(const struct config *c, struct printed *p, uint32_t *cells)
{
	uint32_t *first = map_of(c->first), *second = map_of(c->second);
	struct keys h = keys_between(c, cells);
	char name[64];

	p->first = print_level(p->id, "first", first, beyond_map(c->first, false));
	p->second = print_level(p->id, "second", second, beyond_map(c->second, false));
	snprintf(name, sizeof name, "%s_filter", p->id);
	print_keys_filter(name, c->segments, &h, shift_for(c->segments));
	free(first);
	free(second);
	return h;
}

static struct printed print_config(const struct config *c)
{
	struct printed p = { .id = identifier(c->name), .dense = is_dense(c->segments) };
	uint32_t *cells = map_of_all(c);
	struct keys h = { 0 };
	char name[64];

	struct shape *s = phrases_of(c->segments);
	p.segments = s->number;
	print_segment_values(p.id, cells, c->segments);
	if (c->second) {
		h = print_levels(c, &p, cells);
	} else if (!s->filtered) {
		snprintf(name, sizeof name, "phrases%u_filter", s->number);
		print_keys_filter(name, c->segments, &h, shift_for(c->segments));
		s->filtered = true;
	}
	if (p.dense)
		print_needed(p.id, cells, c->segments, &h);
	free(h.p);
	for (size_t i = 0; i < c->segments->n; i++) {
		const struct entry *e = &c->segments->entry[i];

		cells[*e->key] |= e->keylen == 1 ? CELL_KEY | CELL_ALONE : CELL_KEY;
	}
	for (size_t i = 0; p.dense && i < CONVERT_MAPPED; i++)
		cells[i] &= ~(uint32_t)CELL_KEY; /* nobody asks, and there are fewer blocks */
	p.ascii = ascii_before(c->first, ascii_before(c->segments, 0));
	if (c->second)
		p.ascii = ascii_before(c->second, p.ascii);
	snprintf(name, sizeof name, "%s_page", p.id);
	print_page("static ", name, cells);
	free(cells);
	if (c->normal && !normal_printed) {
		cells = map_of(c->normal);
		print_page("static ", "normal_page", cells);
		free(cells);
		normal_printed = c->normal;
	}
	if (c->normal && c->normal != normal_printed)
		die(c->name, 0, "another normalization than the configurations before");
	return p;
}

static void print_table(struct config *const *config, const struct printed *p, size_t n)
{
	puts("const struct conversion convert_table[] = {");
	for (size_t i = 0; i < n; i++) {
		const char *id = p[i].id;

		printf("{ \"%s\", ", config[i]->name);
		print_string(config[i]->keep);
		print_string(config[i]->choose);
		printf("%s_page, &phrases%u, { %s_differs, %s_before, %s_text }, ", id, p[i].segments, id, id, id);
		if (config[i]->second)
			printf("%s_filter, ", id);
		else
			printf("phrases%u_filter, ", p[i].segments);
		printf("%d, ", p[i].dense);
		printf(p[i].dense ? "%s_needed, " : "NULL, ", id);
		printf("%zu, %d, ", config[i]->segments->n - config[i]->between, config[i]->second != NULL);
		printf(config[i]->normal ? "normal_page, " : "NULL, ");
		if (p[i].ascii == SIZE_MAX)
			printf("SIZE_MAX, ");
		else
			printf("%zu, ", p[i].ascii);
		if (config[i]->second)
			printf("{ %s_first_page, &trie%u, %s_first_value }, { %s_second_page, &trie%u, %s_second_value "
			       "} },\n",
			       id, p[i].first, id, id, p[i].second, id);
		else
			puts("{ 0 }, { 0 } },");
	}
	puts("{ 0 } };");
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
	print_table(config, p, n);
	print_blocks("convert_cell");
	puts("const cp convert_text[] = {");
	for (size_t i = 0; i < pool.n || i < 1; i++)
		printf("%" PRIu32 ",%s", i < pool.n ? pool.p[i] : 0, i % 16 == 15 ? "\n" : "");
	printf("};\nconst char convert_data[] = \"conversion: OpenCC dictionaries %016" PRIx64 "\";\n", fingerprint);
	return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
