#include "words.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "io.h"
#include "mem.h"
#include "utf8.h"

/* Keys are in an open-addressed table, by a hash of all their code points. Before it is a filter: by a hash of the
   first two code points of a text, the lengths that keys which may begin there have, a bit for each. */
enum { FILTER_BITS = 14 };

struct slot {
	uint32_t hash; /* of the key */
	uint32_t at;   /* where its line is in text, + 1; 0: an empty place */
};

struct words {
	struct buf text; /* the files, each with an end of line at its end */
	struct slot *slot;
	size_t slots, used;
	uint64_t lengths[1 << FILTER_BITS]; /* bit n - 1: of n code points */
};

/* 2^64 divided by the golden ratio (Knuth, TAOCP 6.4). */
#define HASH 0x9e3779b97f4a7c15u

static inline uint64_t more(uint64_t hash, cp c) { return (hash ^ (c + 1)) * HASH; } /* 0 is a code point, too */

/* Of a hash what a slot keeps. */
static inline uint32_t kept(uint64_t hash) { return (uint32_t)((hash ^ hash >> 29) * HASH >> 32); }

/* The filter's word for keys of one code point (b = 0), or of more. */
static inline size_t filter_of(cp a, cp b) { return (size_t)(((uint64_t)a << 21 | b) * HASH >> (64 - FILTER_BITS)); }

struct words *words_new(void)
{
	struct words *w = mem_zalloc(sizeof *w);

	buf_init(&w->text);
	w->slots = 1 << 12;
	w->slot = mem_zalloc(w->slots * sizeof *w->slot);
	return w;
}

void words_free(struct words *w)
{
	free(w->slot);
	buf_free(&w->text);
	free(w);
}

/* Appends the code points of file to text; false with errno. */
static bool load(const char *file, struct buf *text)
{
	unsigned char bytes[1 << 16];
	size_t have = 0;
	ssize_t got;
	int fd = open(file, O_RDONLY);

	if (fd < 0)
		return false;
	do {
		got = io_read(fd, bytes + have, sizeof bytes - have);
		have += got > 0 ? (size_t)got : 0;
		size_t used = utf8_decode(bytes, have, got == 0, text);
		memmove(bytes, bytes + used, have -= used);
	} while (got > 0);
	int e = errno;
	io_close(fd);
	errno = e;
	return got == 0;
}

static size_t find(const cp *p, size_t n, cp c)
{
	size_t i = 0;

	while (i < n && p[i] != c)
		i++;
	return i;
}

static uint64_t hash_of(const cp *key, size_t n)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < n; i++)
		hash = more(hash, key[i]);
	return hash;
}

/* The slot of the key of that hash, or the empty one where it belongs. */
static struct slot *slot_of(const struct words *w, const cp *key, size_t n, uint32_t hash)
{
	for (size_t i = hash & (w->slots - 1);; i = (i + 1) & (w->slots - 1)) {
		struct slot *s = &w->slot[i];

		if (!s->at)
			return s;
		const cp *line = w->text.p + s->at - 1;
		if (s->hash == hash && w->text.n - s->at >= n && !memcmp(line, key, n * sizeof *key) && line[n] == '\t')
			return s;
	}
}

static void grow(struct words *w)
{
	struct slot *old = w->slot;
	size_t slots = w->slots;

	w->slots *= 4;
	w->slot = mem_zalloc(w->slots * sizeof *w->slot);
	for (size_t i = 0; i < slots; i++) {
		size_t to = old[i].hash & (w->slots - 1);

		if (!old[i].at)
			continue;
		while (w->slot[to].at)
			to = (to + 1) & (w->slots - 1);
		w->slot[to] = old[i];
	}
	free(old);
}

/* Adds the line of n code points at that place of the text. Returns what is wrong with it, or NULL. */
static const char *add(struct words *w, size_t at, size_t n)
{
	const cp *line = w->text.p + at;
	size_t keylen = find(line, n, '\t');

	if (!n || *line == '#')
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (line[i] >= CP_RAW)
			return "not UTF-8";
	if (keylen == n)
		return "no tab between a word and what it becomes";
	if (!keylen)
		return "no word before the tab";
	if (keylen > WORDS_KEY)
		return "the word is longer than 64 characters";
	const cp *value = line + keylen + 1;
	size_t valuelen = find(value, n - keylen - 1, ' ');
	if (!valuelen)
		return "nothing behind the tab";
	if (find(value, valuelen, '\t') < valuelen)
		return "more than one tab";
	if (at >= UINT32_MAX)
		return "too many words";
	if (w->used * 2 >= w->slots)
		grow(w);
	uint32_t hash = kept(hash_of(line, keylen));
	struct slot *slot = slot_of(w, line, keylen, hash);
	w->used += !slot->at;
	*slot = (struct slot){ hash, (uint32_t)at + 1 };
	w->lengths[filter_of(line[0], keylen > 1 ? line[1] : 0)] |= (uint64_t)1 << (keylen - 1);
	return NULL;
}

bool words_add(struct words *w, const char *file, char *error, size_t size)
{
	enum { BOM = 0xfeff };
	const char *wrong = NULL;
	size_t at = w->text.n, line = 0;

	if (!load(file, &w->text)) {
		snprintf(error, size, "%s", strerror(errno));
		return false;
	}
	buf_put(&w->text, '\n');
	at += w->text.p[at] == BOM;
	while (!wrong && at < w->text.n) {
		size_t n = find(w->text.p + at, w->text.n - at, '\n');

		line++;
		wrong = add(w, at, n && w->text.p[at + n - 1] == '\r' ? n - 1 : n);
		at += n + 1;
	}
	if (wrong)
		snprintf(error, size, "line %zu: %s", line, wrong);
	return !wrong;
}

/* The length of a value: it ends at a space or with its line. */
static size_t value_len(const cp *value)
{
	size_t n = 0;

	while (value[n] != ' ' && value[n] != '\n' && (value[n] != '\r' || value[n + 1] != '\n'))
		n++;
	return n;
}

size_t words_longest(const struct words *w, const cp *in, size_t n, const cp **value, size_t *valuelen, bool *open)
{
	uint64_t lengths = w->lengths[filter_of(in[0], 0)] & 1, hash = 0;
	size_t longest = 0;

	if (n > 1)
		lengths |= w->lengths[filter_of(in[0], in[1])] & ~(uint64_t)1;
	else
		*open = true; /* what comes next may tell that a word begins here */
	for (size_t i = 0; lengths; i++, lengths >>= 1) {
		if (i == n) {
			*open = true;
			break;
		}
		hash = more(hash, in[i]);
		uint32_t at = lengths & 1 ? slot_of(w, in, i + 1, kept(hash))->at : 0;
		if (!at)
			continue;
		longest = i + 1;
		*value = w->text.p + at + i + 1;
	}
	if (longest)
		*valuelen = value_len(*value);
	return longest;
}
