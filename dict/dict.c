#include "dict.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "convert_table.h"
#include "mem.h"
#include "utf8.h"

_Noreturn void die(const char *file, unsigned line, const char *format, ...)
{
	va_list ap;

	if (line)
		fprintf(stderr, "%s:%u: ", file, line);
	else
		fprintf(stderr, "%s: ", file);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	putc('\n', stderr);
	exit(EXIT_FAILURE);
}

char *dict_slurp(const char *file, uint64_t *fingerprint)
{
	FILE *f = fopen(file, "rb");
	size_t n = 0, cap = 1 << 16, got;
	char *text = mem_resize(NULL, cap, 1);

	if (!f)
		die(file, 0, "%s", strerror(errno));
	while ((got = fread(text + n, 1, cap - n - 1, f)))
		if ((n += got) + 1 == cap)
			text = mem_resize(text, cap *= 2, 1);
	if (ferror(f))
		die(file, 0, "%s", strerror(errno));
	fclose(f);
	text[n] = 0;
	if (strlen(text) != n)
		die(file, 0, "holds a NUL");
	for (size_t i = 0; i < n; i++) /* FNV-1a, 64 bits */
		*fingerprint = (*fingerprint ^ (unsigned char)text[i]) * 0x100000001b3u;
	return text;
}

struct dict *dict_new(void) { return mem_zalloc(sizeof(struct dict)); }

struct entry *dict_get(const struct dict *d, const cp *key, size_t n)
{
	uint32_t number = 0;
	bool open = false;

	if (!d->n || trie_walk(&d->index.trie, key, n, &number, &open) != n)
		return NULL;
	return &d->entry[number - 1];
}

bool dict_add(struct dict *d, const struct entry *e)
{
	uint32_t *number = trie_add(&d->index, e->key, e->keylen);

	if (!number)
		die("mkdict", 0, "too many keys");
	if (*number)
		return false;
	if (d->n == d->cap) {
		d->cap += d->cap / 2 + 256;
		d->entry = mem_resize(d->entry, d->cap, sizeof *d->entry);
	}
	d->entry[d->n++] = *e;
	*number = (uint32_t)d->n;
	return true;
}

cp *dict_text(const char *file, unsigned line, const char *s, size_t *n)
{
	struct buf b = BUF_INIT;

	utf8_decode((const unsigned char *)s, strlen(s), true, &b);
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] >= CONVERT_MAPPED || b.p[i] < 0x20)
			die(file, line, "a byte or code point that cannot be in a dictionary");
	if (!b.n || b.n > CONVERT_KEY)
		die(file, line, "a key or value of %zu code points (1 to %d may be)", b.n, CONVERT_KEY);
	*n = b.n;
	return b.p;
}

struct dict *dict_load(const char *file, uint64_t *fingerprint)
{
	struct dict *d = dict_new();
	unsigned number = 1;

	for (char *line = dict_slurp(file, fingerprint), *next; *line; line = next, number++) {
		next = line + strcspn(line, "\n");
		if (!*next)
			die(file, number, "the last line does not end");
		*next++ = 0;
		if (!*line || *line == '#')
			continue;
		char *tab = strchr(line, '\t');
		if (!tab || strchr(tab + 1, '\t'))
			die(file, number, "not KEY<TAB>VALUES");
		*tab = 0;
		struct entry e = { .single = BUF_INIT };
		e.key = dict_text(file, number, line, &e.keylen);
		for (char *v = strtok(tab + 1, " "); v; v = strtok(NULL, " ")) {
			size_t n;
			cp *value = dict_text(file, number, v, &n);

			e.doubtful |= !strcmp(v, line);
			if (n == 1)
				buf_put(&e.single, *value);
			if (e.value)
				continue;
			e.value = value;
			e.valuelen = n;
		}
		if (!e.value)
			die(file, number, "no value");
		if (!dict_add(d, &e))
			die(file, number, "the key is there already");
	}
	trie_finish(&d->index);
	return d;
}

const struct entry *dict_longest(const struct dict *d, const cp *in, size_t n)
{
	uint32_t number = 0;
	bool open = false;

	return d->n && trie_longest(&d->index.trie, in, n, &number, &open) ? &d->entry[number - 1] : NULL;
}

struct dict *dict_group(const struct dict *a, const struct dict *b, bool unite)
{
	struct dict *both = dict_new();

	for (size_t i = 0; i < a->n; i++)
		dict_add(both, &a->entry[i]);
	for (size_t i = 0; i < b->n; i++)
		if (unite || !dict_longest(a, b->entry[i].key, b->entry[i].keylen))
			dict_add(both, &b->entry[i]);
	trie_finish(&both->index);
	return both;
}

void dict_convert(const struct dict *d, const cp *in, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n;) {
		const struct entry *e = dict_longest(d, in + i, n - i);

		if (e)
			buf_add(out, e->value, e->valuelen);
		else
			buf_put(out, in[i]);
		i += e ? e->keylen : 1;
	}
}

bool dict_inside(const struct dict *d, const cp *in, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (dict_longest(d, in + i, n - i))
			return true;
	return false;
}

bool dict_single(const struct dict *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->entry[i].keylen != 1 || d->entry[i].valuelen != 1)
			return false;
	return true;
}
