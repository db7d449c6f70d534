#include "derive.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "mem.h"

static char *joined(const char *a, const char *b, const char *c, const char *d)
{
	char *s = mem_zalloc(strlen(a) + strlen(b) + strlen(c) + strlen(d) + 1);

	sprintf(s, "%s%s%s%s", a, b, c, d);
	return s;
}

char *derive_path(const char *const *dir, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		char *path = joined(dir[i], "/", name, ".txt");

		if (!access(path, R_OK))
			return path;
		free(path);
	}
	return NULL;
}

/* name without end, or NULL where it does not end so. */
static char *without(const char *name, const char *end)
{
	size_t n = strlen(name), k = strlen(end);

	if (n <= k || strcmp(name + n - k, end))
		return NULL;
	char *base = joined(name, "", "", "");
	base[n - k] = '\0';
	return base;
}

/* Calls each() for the lines of file, without their ends. They may be written to. */
typedef void each_fn(void *ctx, const char *file, unsigned line, char *text);

static void lines(const char *file, uint64_t *fingerprint, each_fn *each, void *ctx)
{
	unsigned number = 1;

	for (char *line = dict_slurp(file, fingerprint), *next; *line; line = next, number++) {
		next = line + strcspn(line, "\n");
		if (*next)
			*next++ = '\0';
		each(ctx, file, number, line);
	}
}

/* The part of line behind prefix, or NULL. */
static char *behind(char *line, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(line, prefix, n) ? NULL : line + n;
}

/* Cuts KEY<TAB>VALUES after KEY; NULL for a comment or an empty line. */
static char *values_of(const char *file, unsigned line, char *text)
{
	if (!*text || *text == '#')
		return NULL;
	char *tab = strchr(text, '\t');
	if (!tab)
		die(file, line, "not KEY<TAB>VALUES");
	*tab = '\0';
	return tab + 1;
}

static struct entry entry(const char *file, unsigned line, const char *key, const char *value)
{
	struct entry e = { 0 };

	e.key = dict_text(file, line, key, &e.keylen);
	e.value = dict_text(file, line, value, &e.valuelen);
	return e;
}

/* ---- XRev ---- */

static void prefer(void *ctx, const char *file, unsigned line, char *text)
{
	char *fields = behind(text, "# @reverse-prefer:");

	if (!fields)
		return;
	char *key = strtok(fields, " \t"), *value = key ? strtok(NULL, " \t") : NULL;
	if (!key || strtok(NULL, " \t"))
		die(file, line, "not @reverse-prefer: VALUE [KEY]");
	struct entry e = entry(file, line, key, value ? value : key);
	dict_add(ctx, &e);
}

static void reverse(void *ctx, const char *file, unsigned line, char *text)
{
	char *values = values_of(file, line, text);

	for (char *v = values ? strtok(values, " ") : NULL; v; v = strtok(NULL, " ")) {
		struct entry e = entry(file, line, v, text);

		dict_add(ctx, &e);
	}
}

/* ---- XExt ---- */

struct risky {
	struct dict *dict;
	bool next; /* the line is one */
};

static void risk(void *ctx, const char *file, unsigned line, char *text)
{
	struct risky *r = ctx;
	bool this = r->next;

	r->next = behind(text, "# @tofu-risk:");
	if (!this)
		return;
	char *values = values_of(file, line, text), *v = values ? strtok(values, " ") : NULL;
	if (v && !strcmp(v, text))
		v = strtok(NULL, " ");
	if (!v)
		die(file, line, "no other value behind @tofu-risk");
	struct entry e = entry(file, line, text, v);
	dict_add(r->dict, &e);
}

/* ---- TWPhrases, STPhrases_GeneratedFromRegionalPhrases ---- */

static void plain(void *ctx, const char *file, unsigned line, char *text)
{
	char *values = values_of(file, line, text), *v = values ? strtok(values, " ") : NULL;

	if (!v)
		return;
	struct entry e = entry(file, line, text, v);
	dict_add(ctx, &e);
}

static struct dict *needed(const char *const *dir, size_t n, const char *name, uint64_t *fingerprint)
{
	struct dict *d = derive(dir, n, name, fingerprint);

	if (!d)
		die(name, 0, "no such dictionary, from which another is derived");
	return d;
}

/* As upstream does it with t2s.json, the rare characters included. Shorter keys would cut longer words. */
static struct dict *regional(const char *const *dir, size_t n, uint64_t *fingerprint)
{
	enum { SHORTEST = 3 };
	static const char *const from[] = { "HKPhrases", "TWPhrases" };
	struct dict *d = dict_new();
	struct dict *normal = needed(dir, n, "CJK_Compatibility_Ideographs", fingerprint);
	struct dict *t2s = needed(dir, n, "TSPhrases", fingerprint);

	t2s = dict_group(t2s, needed(dir, n, "TSCharactersExt", fingerprint), false);
	t2s = dict_group(t2s, needed(dir, n, "TSCharacters", fingerprint), false);
	for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
		struct dict *r = needed(dir, n, from[i], fingerprint);

		for (size_t k = 0; k < r->n; k++) {
			struct buf a = BUF_INIT, b = BUF_INIT;

			dict_convert(normal, r->entry[k].key, r->entry[k].keylen, &a);
			dict_convert(t2s, a.p, a.n, &b);
			struct entry e = { b.p, r->entry[k].key, b.n, r->entry[k].keylen, false };
			if (b.n >= SHORTEST)
				dict_add(d, &e);
			buf_free(&a);
		}
	}
	return d;
}

struct dict *derive(const char *const *dir, size_t n, const char *name, uint64_t *fingerprint)
{
	static const char *const parts[] = { "TWPhrasesIT", "TWPhrasesName", "TWPhrasesOther" };
	struct risky r = { dict_new(), false };
	char *path = derive_path(dir, n, name), *base;

	if (path)
		return dict_load(path, fingerprint);
	if (!strcmp(name, "STPhrases_GeneratedFromRegionalPhrases")) {
		r.dict = regional(dir, n, fingerprint);
	} else if (!strcmp(name, "TWPhrases") && derive_path(dir, n, *parts)) {
		for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
			if ((path = derive_path(dir, n, parts[i])))
				lines(path, fingerprint, plain, r.dict);
	} else if ((base = without(name, "Ext")) && (path = derive_path(dir, n, base))) {
		lines(path, fingerprint, risk, &r);
	} else if ((base = without(name, "Rev")) && (path = derive_path(dir, n, base))) {
		lines(path, fingerprint, prefer, r.dict);
		lines(path, fingerprint, reverse, r.dict);
	} else if (!strcmp(name, "TWPhrasesRev") && derive_path(dir, n, *parts)) {
		for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
			if ((path = derive_path(dir, n, parts[i])))
				lines(path, fingerprint, reverse, r.dict);
	} else {
		return NULL;
	}
	trie_finish(&r.dict->index);
	return r.dict;
}
