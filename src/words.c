#include "words.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "io.h"
#include "mem.h"
#include "trie.h"
#include "utf8.h"

struct words {
	struct trie_build keys; /* the number of a key is the place of its value in pool, + 1 */
	struct buf pool;        /* values, each behind its length */
};

struct words *words_new(void)
{
	struct words *w = mem_zalloc(sizeof *w);

	buf_init(&w->pool);
	trie_finish(&w->keys);
	return w;
}

void words_free(struct words *w)
{
	trie_free(&w->keys);
	buf_free(&w->pool);
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

/* Adds one line, without its end. Returns what is wrong with it, or NULL. */
static const char *add(struct words *w, const cp *line, size_t n)
{
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
	if (w->pool.n >= UINT32_MAX - valuelen - 1)
		return "too many words";
	uint32_t *number = trie_add(&w->keys, line, keylen);
	if (!number)
		return "too many words";
	*number = (uint32_t)w->pool.n + 1;
	buf_put(&w->pool, (cp)valuelen);
	buf_add(&w->pool, value, valuelen);
	return NULL;
}

bool words_add(struct words *w, const char *file, char *error, size_t size)
{
	enum { BOM = 0xfeff };
	struct buf text = BUF_INIT;
	const char *wrong = NULL;

	if (!load(file, &text)) {
		snprintf(error, size, "%s", strerror(errno));
		buf_free(&text);
		return false;
	}
	size_t line = 0, at = text.n && *text.p == BOM;
	while (!wrong && at < text.n) {
		size_t n = find(text.p + at, text.n - at, '\n');

		line++;
		wrong = add(w, text.p + at, n && text.p[at + n - 1] == '\r' ? n - 1 : n);
		at += n + 1;
	}
	if (wrong)
		snprintf(error, size, "line %zu: %s", line, wrong);
	trie_finish(&w->keys);
	buf_free(&text);
	return !wrong;
}

size_t words_longest(const struct words *w, const cp *in, size_t n, const cp **value, size_t *valuelen, bool *open)
{
	uint32_t number;
	size_t len = trie_longest(&w->keys.trie, in, n, &number, open);

	if (len) {
		*value = w->pool.p + number;
		*valuelen = w->pool.p[number - 1];
	}
	return len;
}
