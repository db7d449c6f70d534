#include "opencc.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "convert_table.h"
#include "derive.h"
#include "fold.h"
#include "json.h"
#include "mem.h"

enum { CHAIN = 8 }; /* dictionaries one after another; OpenCC has 3 at most */

/* Where dictionaries come from, and those that are loaded. */
struct library {
	const char *file; /* the configuration, for messages */
	const char *const *dir;
	size_t dirs;
	uint64_t *fingerprint;
	const struct fold *fold; /* NULL: see "foldable" */
};

static struct loaded {
	char *name;
	struct dict *dict;
	struct loaded *next;
} * loaded;

static bool is_true(const struct json *object, const char *name)
{
	const struct json *m = json_member(object, name);

	return m && m->type == JSON_TRUE;
}

static const char *string(const struct library *l, const struct json *object, const char *name, bool needed)
{
	const struct json *m = json_member(object, name);

	if (!m && !needed)
		return NULL;
	if (!m || m->type != JSON_STRING)
		die(l->file, m ? m->line : object->line, "\"%s\" is not there, or no string", name);
	return m->string;
}

/* Refuses members that we know nothing of: what they ask for would not be done. */
static void only_members(const struct library *l, const struct json *object, const char *const *names)
{
	if (object->type != JSON_OBJECT)
		die(l->file, object->line, "not an object");
	for (const struct json *m = object->child; m; m = m->next) {
		size_t i = 0;

		while (names[i] && strcmp(names[i], m->name))
			i++;
		if (!names[i])
			die(l->file, m->line, "\"%s\" is not supported", m->name);
	}
}

/* d without what does not fold back to its key. */
static struct dict *foldable(const struct dict *d, const struct fold *f)
{
	struct dict *b = dict_new();

	for (size_t i = 0; i < d->n; i++) {
		const struct entry *e = &d->entry[i];

		if (e->keylen == e->valuelen && fold_back(f, e->key, e->value, e->keylen))
			dict_add(b, e);
	}
	trie_finish(&b->index);
	return b;
}

static struct dict *leaf(const struct library *l, const struct json *j)
{
	const char *file = string(l, j, "file", true), *dot = strrchr(file, '.');
	size_t len = dot ? (size_t)(dot - file) : strlen(file);

	for (struct loaded *d = loaded; d; d = d->next)
		if (!strncmp(d->name, file, len) && !d->name[len])
			return d->dict;
	struct loaded *d = mem_zalloc(sizeof *d);
	d->name = mem_zalloc(len + 1);
	memcpy(d->name, file, len);
	d->dict = derive(l->dir, l->dirs, d->name, l->fingerprint);
	if (!d->dict)
		die(l->file, j->line, "no dictionary %s.txt", d->name);
	d->next = loaded;
	loaded = d;
	return d->dict;
}

/* rare: with the dictionaries too that OpenCC leaves out of conversions unless asked, for what few fonts have. */
static struct dict *dictionary(const struct library *l, const struct json *j, bool rare)
{
	static const char *const group[] = { "type", "dicts", "match_policy", NULL };
	static const char *const file[] = { "type", "file", "may_output_tofu", NULL };
	const char *type = string(l, j, "type", true);

	if (strcmp(type, "group")) {
		only_members(l, j, file);
		return l->fold && strcmp(type, "text") ? foldable(leaf(l, j), l->fold) : leaf(l, j);
	}
	only_members(l, j, group);
	const struct json *dicts = json_member(j, "dicts");
	const char *policy = string(l, j, "match_policy", false);
	struct dict *d = NULL;

	if (!dicts || dicts->type != JSON_ARRAY)
		die(l->file, j->line, "\"dicts\" is not there, or no array");
	if (policy && strcmp(policy, "union") && strcmp(policy, "short_circuit"))
		die(l->file, j->line, "match_policy \"%s\" is not supported", policy);
	for (const struct json *k = dicts->child; k; k = k->next) {
		const struct json *tofu = json_member(k, "may_output_tofu");

		if (!rare && tofu && tofu->type == JSON_TRUE)
			continue;
		struct dict *next = dictionary(l, k, rare);
		d = d ? dict_group(d, next, policy && !strcmp(policy, "union")) : next;
	}
	return d ? d : dict_new();
}

static const struct json *dict_of(const struct library *l, const struct json *j)
{
	const struct json *dict = json_member(j, "dict");

	if (!dict)
		die(l->file, j->line, "\"dict\" is not there");
	return dict;
}

/* What the n dictionaries of chain make of in[0..len), one after another. */
static struct buf through(struct dict *const *chain, size_t n, const cp *in, size_t len)
{
	struct buf a = BUF_INIT, b = BUF_INIT;

	buf_add(&a, in, len);
	for (size_t i = 0; i < n; i++) {
		struct buf had = a;

		b.n = 0;
		dict_convert(chain[i], a.p, a.n, &b);
		a = b;
		b = had;
	}
	buf_free(&b);
	return a;
}

/* d, and what the single code points of then make of its values and of what d leaves alone. */
static struct dict *draw_in(const struct dict *d, const struct dict *then)
{
	struct dict *both = dict_new();

	for (size_t i = 0; i < d->n; i++) {
		struct entry e = d->entry[i];
		struct buf value = BUF_INIT;

		dict_convert(then, e.value, e.valuelen, &value);
		e.value = value.p;
		dict_add(both, &e);
	}
	for (size_t i = 0; i < then->n; i++)
		dict_add(both, &then->entry[i]);
	trie_finish(&both->index);
	return both;
}

/* The keys of d that can match between segments: those with no key of segments inside. */
static struct dict *between(const struct dict *d, const struct dict *segments)
{
	struct dict *rest = dict_new();

	for (size_t i = 0; i < d->n; i++)
		if (!dict_inside(segments, d->entry[i].key, d->entry[i].keylen))
			dict_add(rest, &d->entry[i]);
	trie_finish(&rest->index);
	return rest;
}

/* Where nothing but single code points is mapped between segments, a segment of one code point is no more than that. */
static void singles_to_map(struct config *c)
{
	struct dict *segments = dict_new(), *map = dict_new();

	for (size_t i = 0; i < c->segments->n; i++) {
		const struct entry *e = &c->segments->entry[i];

		dict_add(e->keylen == 1 && e->valuelen == 1 ? map : segments, e);
	}
	for (size_t i = 0; i < c->first->n; i++)
		dict_add(map, &c->first->entry[i]);
	trie_finish(&segments->index);
	trie_finish(&map->index);
	c->segments = segments;
	c->first = map;
}

/* Adds to d the entry e with its key spelt in all the code points that the first level makes those of its key;
   key[0..n) is done. */
static void spell(struct dict *d, const struct config *c, const struct entry *e, cp *key, size_t n)
{
	if (n == e->keylen) {
		struct entry spelt = *e;

		if (dict_inside(c->segments, key, n))
			return;
		spelt.key = mem_zalloc(n * sizeof *key);
		memcpy(spelt.key, key, n * sizeof *key);
		dict_add(d, &spelt);
		return;
	}
	key[n] = e->key[n];
	if (!dict_get(c->first, &key[n], 1))
		spell(d, c, e, key, n + 1);
	for (size_t i = 0; i < c->first->n; i++)
		if (*c->first->entry[i].value == e->key[n]) {
			key[n] = *c->first->entry[i].key;
			spell(d, c, e, key, n + 1);
		}
}

/* Where the first level maps single code points only, what it makes of a text has a key of the second just where the
   text has what becomes the key: those are looked for together with the segments, and the rest is a map. */
static void one_level(struct config *c)
{
	struct dict *singles = dict_new(), *between = dict_new();
	cp key[CONVERT_KEY];

	for (size_t i = 0; i < c->second->n; i++) {
		const struct entry *e = &c->second->entry[i];

		if (e->keylen == 1 && e->valuelen == 1)
			dict_add(singles, e);
		else
			spell(between, c, e, key, 0);
	}
	trie_finish(&singles->index);
	for (size_t i = 0; i < between->n; i++)
		dict_add(c->segments, &between->entry[i]);
	trie_finish(&c->segments->index);
	c->between = between->n;
	c->first = draw_in(c->first, singles);
	c->second = NULL;
}

static void levels(struct config *c, const char *file, struct dict **chain, size_t n)
{
	for (size_t i = 0; i < c->segments->n; i++) {
		struct entry *e = &c->segments->entry[i];
		struct buf value = through(chain, n, e->key, e->keylen);

		e->value = value.p;
		e->valuelen = value.n;
	}
	chain[0] = between(chain[0], c->segments);
	for (size_t i = n - 1; i > 0; i--)
		if (dict_single(chain[i])) {
			chain[i - 1] = draw_in(chain[i - 1], chain[i]);
			n--;
			memmove(chain + i, chain + i + 1, (n - i) * sizeof *chain);
		}
	if (n > 2)
		die(file, 0, "more than two dictionaries with phrases, one after another");
	c->first = n == 2 || dict_single(chain[0]) ? chain[0] : dict_new();
	c->second = n == 2 ? chain[1] : dict_single(chain[0]) ? NULL : chain[0];
	if (c->second && dict_single(c->first))
		one_level(c);
	else if (!c->second)
		singles_to_map(c);
}

/* Takes back what d changes but for the single code points of sure. */
static void restrict_to(struct dict *d, const struct dict *sure)
{
	for (size_t i = 0; i < d->n; i++) {
		struct entry *e = &d->entry[i];
		cp *value = mem_zalloc(e->keylen * sizeof *value);

		memcpy(value, e->key, e->keylen * sizeof *value);
		for (size_t k = 0; k < e->keylen; k++)
			if (e->valuelen == e->keylen && dict_get(sure, &e->key[k], 1))
				value[k] = e->value[k];
		e->value = value;
		e->valuelen = e->keylen;
	}
}

/* "only": a code point is converted where it is surely of the other script: the configuration changes it where it
   stands alone, does not have it among its own values, and writes it nowhere. Then the conversion leaves alone whatever
   it could have written, and once more is as good as once. */
static void only_sure(struct config *c, const char *file)
{
	struct dict *written = dict_new();

	if (c->second || c->between)
		die(file, 0, "\"only\" takes one dictionary with phrases");
	c->sure = dict_new();
	for (int phrases = 0; phrases < 2; phrases++) {
		const struct dict *d = phrases ? c->segments : c->first;

		for (size_t i = 0; i < d->n; i++)
			for (size_t k = 0; k < d->entry[i].valuelen; k++) {
				struct entry e = { .key = &d->entry[i].value[k], .keylen = 1 };

				dict_add(written, &e);
			}
	}
	trie_finish(&written->index);
	for (size_t i = 0; i < c->first->n; i++) {
		const struct entry *e = &c->first->entry[i];

		if (*e->key != *e->value && !e->doubtful && !dict_get(written, e->key, 1))
			dict_add(c->sure, e);
	}
	trie_finish(&c->sure->index);
	restrict_to(c->first, c->sure);
	restrict_to(c->segments, c->sure);
}

/* d, but that no code point of the basic plane becomes one outside of it. */
static struct dict *basic(const struct dict *d)
{
	struct dict *b = dict_group(d, dict_new(), false);

	for (size_t i = 0; i < b->n; i++) {
		struct entry *e = &b->entry[i];
		struct buf value = BUF_INIT;

		buf_add(&value, e->value, e->valuelen);
		for (size_t k = 0; k < e->keylen && e->keylen == e->valuelen; k++)
			if (e->key[k] < 0x10000 && e->value[k] >= 0x10000)
				value.p[k] = e->key[k];
		e->value = value.p;
	}
	return b;
}

/* What the configuration, of one level, makes of in[0..n). */
static void convert(const struct config *c, const cp *in, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n;) {
		const struct entry *e = dict_longest(c->segments, in + i, n - i);

		if (!e)
			e = dict_get(c->first, in + i, 1);
		if (e)
			buf_add(out, e->value, e->valuelen);
		else
			buf_put(out, in[i]);
		i += e ? e->keylen : 1;
	}
}

/* Makes each result of a segment that would be changed itself a segment that stays as it is. */
static void settle(struct config *c, const char *file)
{
	if (c->second || c->between)
		die(file, 0, "\"settled\" takes one dictionary with phrases");
	for (size_t i = 0, n = c->segments->n; i < n; i++) {
		const struct entry *e = &c->segments->entry[i];
		struct entry same = {
			.key = e->value, .keylen = e->valuelen, .value = e->value, .valuelen = e->valuelen
		};
		struct buf b = BUF_INIT;

		convert(c, e->value, e->valuelen, &b);
		if (e->valuelen > 1 && (b.n != e->valuelen || memcmp(b.p, e->value, b.n * sizeof *b.p)))
			dict_add(c->segments, &same);
		buf_free(&b);
	}
	trie_finish(&c->segments->index);
}

/* The dictionary of that member, or NULL where there is none. */
static struct dict *normalization(const struct library *l, const struct json *j)
{
	if (!j)
		return NULL;
	if (j->type != JSON_ARRAY || !j->child || j->child->next)
		die(l->file, j->line, "\"normalization\" is no array of one dictionary");
	struct dict *d = dictionary(l, dict_of(l, j->child), false);
	for (size_t i = 0; i < d->n; i++)
		if (d->entry[i].keylen != 1 || d->entry[i].valuelen != 1 || !convert_is_compatible(*d->entry[i].key))
			die(l->file, j->line, "\"normalization\" maps more than compatibility ideographs");
	return d;
}

/* With normalization OpenCC copies description sequences whole: we do so before anything else, and normalize before
   anything is looked up. So no key may have a part in that. */
static void refuse_rare(const struct dict *d, const char *file)
{
	for (size_t i = 0; i < d->n; i++)
		for (size_t k = 0; k < d->entry[i].keylen; k++)
			if (convert_is_description(d->entry[i].key[k]) || convert_is_compatible(d->entry[i].key[k]))
				die(file, 0, "a key with U+%04X, and \"normalization\"", (unsigned)d->entry[i].key[k]);
}

static char *base_name(const char *file)
{
	const char *slash = strrchr(file, '/'), *base = slash ? slash + 1 : file;
	size_t len = strlen(base);
	char *name = mem_zalloc(len + 1);

	memcpy(name, base, len > 5 && !strcmp(base + len - 5, ".json") ? len - 5 : len);
	return name;
}

struct config *config_load(const char *file, const char *const *dir, size_t n, uint64_t *fingerprint)
{
	static const char *const root[] = { "name",   "normalization", "segmentation", "conversion_chain", "keep",
					    "choose", "only",          "basic",        "settled",          "foldable",
					    NULL };
	struct library l = { file, dir, n, fingerprint, NULL };
	struct dict *chain[CHAIN];
	size_t links = 0;
	unsigned line;
	const char *what;
	const struct json *j = json_read(dict_slurp(file, fingerprint), &line, &what);

	if (!j)
		die(file, line, "%s", what);
	only_members(&l, j, root);
	if (is_true(j, "foldable"))
		l.fold = fold_new(dir, n, derive(dir, n, "t-words", fingerprint),
				  derive(dir, n, "spellings", fingerprint), fingerprint);
	struct config *c = mem_zalloc(sizeof *c);
	c->name = base_name(file);
	c->keep = string(&l, j, "keep", false);
	c->choose = string(&l, j, "choose", false);
	c->only = string(&l, j, "only", false);
	c->normal = normalization(&l, json_member(j, "normalization"));
	const struct json *s = json_member(j, "segmentation");
	if (s && strcmp(string(&l, s, "type", true), "mmseg"))
		die(file, s->line, "segmentation of this type is not supported");
	c->segments = dict_group(s ? dictionary(&l, dict_of(&l, s), true) : dict_new(), dict_new(), false);
	bool segmented = s;
	s = json_member(j, "conversion_chain");
	if (!s || s->type != JSON_ARRAY || !s->child)
		die(file, j->line, "\"conversion_chain\" is not there, or no array, or empty");
	for (const struct json *k = s->child; k; k = k->next) {
		if (links == CHAIN)
			die(file, k->line, "the chain is longer than %d", CHAIN);
		chain[links++] = dictionary(&l, dict_of(&l, k), false);
	}
	for (size_t i = 0; is_true(j, "basic") && i < links; i++)
		chain[i] = basic(chain[i]);
	if (!segmented && links == 1) /* cutting the text by the one dictionary changes nothing */
		c->segments = dict_group(chain[0], dict_new(), false);
	for (size_t i = 0; c->normal && i < links; i++)
		refuse_rare(chain[i], file);
	if (c->normal)
		refuse_rare(c->segments, file);
	levels(c, file, chain, links);
	if (is_true(j, "settled"))
		settle(c, file);
	if (c->only)
		only_sure(c, file);
	return c;
}

void config_alone(const struct config *c, cp c1, struct buf *out)
{
	struct dict *chain[] = { c->first, c->second };
	struct buf b = through(chain, c->second ? 2 : 1, &c1, 1);

	buf_add(out, b.p, b.n);
	buf_free(&b);
}
