#include "fold.h"
#include <stdlib.h>
#include "convert_table.h"
#include "derive.h"
#include "mem.h"

static struct dict *needed(const char *const *dir, size_t n, const char *name, uint64_t *fingerprint)
{
	struct dict *d = derive(dir, n, name, fingerprint);

	if (!d)
		die(name, 0, "no such dictionary");
	return d;
}

static cp find(cp *parent, cp c)
{
	while (parent[c] != c)
		c = parent[c] = parent[parent[c]];
	return c;
}

static void unite(cp *parent, const struct dict *d)
{
	for (size_t i = 0; d && i < d->n; i++) {
		const struct entry *e = &d->entry[i];

		for (size_t k = 0; e->keylen == 1 && k < e->single.n; k++)
			parent[find(parent, e->single.p[k])] = find(parent, *e->key);
	}
}

static bool has(const struct entry *e, cp c)
{
	for (size_t i = 0; i < e->single.n; i++)
		if (e->single.p[i] == c)
			return true;
	return false;
}

/* The simplified character for which c is written: by TSCharacters, else the one that it is written for first. */
static cp written_for(const struct fold *f, cp c)
{
	const struct entry *ts = dict_get(f->ts, &c, 1), *st = ts ? dict_get(f->st, ts->value, 1) : NULL;
	cp first = 0, any = 0;

	if (st && has(st, c))
		return *ts->value;
	for (size_t i = 0; i < f->st->n; i++) {
		const struct entry *e = &f->st->entry[i];

		if (*e->value == c && !first)
			first = *e->key;
		if (has(e, c) && !any)
			any = *e->key;
	}
	return first ? first : any;
}

static void set_simple(struct fold *f)
{
	f->simple = mem_zalloc(CONVERT_MAPPED * sizeof *f->simple);
	for (cp c = 0; c < CONVERT_MAPPED; c++)
		f->simple[c] = c;
	for (size_t i = 0; i < f->ts->n; i++)
		if (!dict_get(f->st, f->ts->entry[i].key, 1))
			f->simple[*f->ts->entry[i].key] = *f->ts->entry[i].value;
	for (size_t i = 0; i < f->st->n; i++)
		for (size_t k = 0; k < f->st->entry[i].single.n; k++) {
			cp c = f->st->entry[i].single.p[k];
			const struct entry *own = dict_get(f->st, &c, 1);

			if ((!own || !has(own, c)) && dict_get(f->ts, &c, 1)) /* else simplified text has it, too (像, 座) */
				f->simple[c] = written_for(f, c);
		}
	/* A rare simplified character whose traditional one is written for another, too (𫫇, 恶: 噁), folds as that
	 * does. */
	for (size_t i = 0; i < f->st->n; i++) {
		const struct entry *e = &f->st->entry[i];

		if (e->keylen == 1 && e->valuelen == 1 && !has(e, *e->key))
			f->simple[*e->key] = f->simple[*e->value];
	}
	/* All spellings of a character fold alike, so that a regional standard changes nothing: as those do that have a
	   simplified form, or to one that simplified text has, or to any. */
	cp *to = mem_zalloc(CONVERT_MAPPED * sizeof *to);
	for (int pass = 0; pass < 3; pass++)
		for (cp c = 0; c < CONVERT_MAPPED; c++) {
			cp one = find(f->spelled, c);

			if (!to[one] && (pass == 2 || (pass == 1 && dict_get(f->st, &c, 1)) || f->simple[c] != c))
				to[one] = f->simple[c];
		}
	for (cp c = 0; c < CONVERT_MAPPED; c++) {
		const struct entry *own = dict_get(f->st, &c, 1);

		if (to[find(f->spelled, c)] && f->simple[c] == c && (!own || has(own, c)))
			f->simple[c] = to[find(f->spelled, c)];
	}
	free(to);
}

/* d with the single characters that own has otherwise. */
static const struct dict *amended(const struct dict *d, const struct dict *own)
{
	struct dict *both = dict_new();

	for (size_t i = 0; own && i < own->n; i++)
		if (own->entry[i].keylen == 1)
			dict_add(both, &own->entry[i]);
	for (size_t i = 0; i < d->n; i++)
		dict_add(both, &d->entry[i]);
	trie_finish(&both->index);
	return both;
}

struct fold *fold_new(const char *const *dir, size_t n, const struct dict *st, const struct dict *spellings,
		      uint64_t *fingerprint)
{
	struct fold *f = mem_zalloc(sizeof *f);

	f->st = amended(needed(dir, n, "STCharacters", fingerprint), st);
	f->ts = needed(dir, n, "TSCharacters", fingerprint);
	f->spelled = mem_zalloc(CONVERT_MAPPED * sizeof *f->spelled);
	for (cp c = 0; c < CONVERT_MAPPED; c++)
		f->spelled[c] = c;
	unite(f->spelled, needed(dir, n, "TWVariants", fingerprint));
	unite(f->spelled, needed(dir, n, "HKVariants", fingerprint));
	unite(f->spelled, spellings);
	for (cp c = 0; c < CONVERT_MAPPED; c++)
		f->spelled[c] = find(f->spelled, c);
	set_simple(f);
	return f;
}

/* Does STCharacters always make something else of c? */
static bool only_simplified(const struct fold *f, cp c)
{
	const struct entry *e = dict_get(f->st, &c, 1);

	return e && !has(e, c);
}

bool fold_back(const struct fold *f, const cp *key, const cp *value, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (f->simple[value[i]] != f->simple[key[i]] || only_simplified(f, value[i]))
			return false;
	return true;
}
