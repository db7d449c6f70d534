#include "damage.h"
#include <stdlib.h>
#include <string.h>
#include "cp936.h"
#include "mem.h"
#include "pinyin_table.h"
#include "utf8.h"

/* Bytes, and the code point of the clean text that each is of: its index + 1, or 0 for what was put in. */
struct byte {
	unsigned char c;
	uint32_t of;
};

struct bytes {
	struct byte *p;
	size_t n, cap;
};

static void add(struct bytes *b, const struct byte *p, size_t n)
{
	if (b->cap - b->n < n) {
		b->cap = b->cap * 2 + n;
		b->p = mem_resize(b->p, b->cap, sizeof *p);
	}
	if (n)
		memcpy(b->p + b->n, p, n * sizeof *p);
	b->n += n;
}

static void add_code(struct bytes *b, unsigned code, size_t of)
{
	struct byte two[2] = { { (unsigned char)(code >> 8), (uint32_t)of }, { (unsigned char)code, (uint32_t)of } };

	add(b, two + (code <= 0x80), 2 - (code <= 0x80));
}

/* Puts insert before or behind each x, at any byte. */
static void insert(struct bytes *b, unsigned code, const struct bytes *what, bool behind)
{
	struct bytes out = { 0 };
	size_t from = 0;

	for (size_t i = 0; i + 1 < b->n;) {
		if ((b->p[i].c << 8 | b->p[i + 1].c) != (int)code) {
			i++;
			continue;
		}
		size_t at = behind ? i + 2 : i;
		if (!out.p) {
			out.cap = b->n * 2;
			out.p = mem_resize(NULL, out.cap, sizeof *out.p);
		}
		add(&out, b->p + from, at - from);
		add(&out, what->p, what->n);
		from = at;
		i += 2;
	}
	if (!out.p)
		return;
	add(&out, b->p + from, b->n - from);
	free(b->p);
	*b = out;
}

static void annotate(struct bytes *b, unsigned code, int reading)
{
	struct bytes note = { 0 };

	add_code(&note, '(', 0);
	for (int i = 0; i < PINYIN_LETTERS && pinyin_spelling[reading][i]; i++)
		add_code(&note, (unsigned)cp936_encode(pinyin_spelling[reading][i]), 0);
	add_code(&note, ')', 0);
	insert(b, code, &note, true);
	free(note.p);
}

static bool control(unsigned c) { return c >= 0x05 && c <= 0x08; }

static void harmed(unsigned char *harm, struct byte b, enum harm how)
{
	if (harm && b.of && harm[b.of - 1] < how)
		harm[b.of - 1] = (unsigned char)how;
}

static struct buf decode(const struct bytes *b, unsigned char *harm)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < b->n; i++) {
		struct byte c = b->p[i], next = i + 1 < b->n ? b->p[i + 1] : (struct byte){ 0 };

		if (control(c.c))
			continue; /* control bytes of which none was swallowed */
		if (c.c <= 0x80) {
			buf_put(&out, c.c == 0x80 ? 0x20ac : c.c);
			continue;
		}
		cp pair = i + 1 < b->n ? cp936_decode(c.c, next.c) : 0;
		buf_put(&out, pair ? pair : '?');
		i++;
		if (pair && c.of == next.of)
			continue;
		harmed(harm, c, pair ? HARM_MOVED : next.c == '(' && !next.of ? HARM_SPLIT : HARM_UNKNOWN);
		harmed(harm, next, pair ? HARM_MOVED : next.c < 0x80 ? HARM_SWALLOWED : HARM_UNKNOWN);
	}
	return out;
}

void damage_narrow(struct buf *text)
{
	for (size_t i = 0; i < text->n; i++)
		switch (text->p[i]) {
		case 0xff01:
		case 0xff08:
		case 0xff09:
		case 0xff0c:
		case 0xff1a:
		case 0xff1b:
		case 0xff1f: text->p[i] -= 0xff01 - '!'; break;
		default: break;
		}
}

struct buf damage_do(const struct damage *d, const struct buf *text, unsigned char *harm)
{
	static struct byte junk[] = { { 8, 0 }, { 7, 0 }, { 6, 0 }, { 5, 0 }, { 8, 0 }, { 7, 0 }, { 6, 0 } };
	struct bytes b = { 0 };
	struct buf marks = BUF_INIT;

	for (size_t i = 0; i < text->n; i++)
		add_code(&b, (unsigned)cp936_encode(text->p[i]), i + 1);
	for (size_t i = 0; i < d->words; i++)
		annotate(&b, d->word[i].code, d->word[i].reading);
	utf8_decode((const unsigned char *)d->marks, strlen(d->marks), true, &marks);
	for (size_t i = 0; i < marks.n; i++) {
		struct bytes some = { junk, 1 + i % (sizeof junk / sizeof *junk), 0 };

		insert(&b, (unsigned)cp936_encode(marks.p[i]), &some, false);
	}
	if (harm)
		memset(harm, HARM_NONE, text->n);
	struct buf out = decode(&b, harm);
	damage_narrow(&out);
	buf_free(&marks);
	free(b.p);
	return out;
}

struct candidate {
	uint32_t pair;
	size_t times;
};

static unsigned code_of(uint32_t pair) { return (pair >> 16 & 0xff00) | (pair & 0xff); }

static int by_times(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->times != y->times)
		return x->times < y->times ? 1 : -1;
	return (x->pair > y->pair) - (x->pair < y->pair);
}

static void add_pair(struct damage *d, uint32_t pair)
{
	d->word[d->words].code = code_of(pair);
	d->word[d->words++].reading = (int)(pair >> 8 & 0xffff);
}

void damage_words(struct damage *d, const char *s)
{
	struct buf chars = BUF_INIT;

	utf8_decode((const unsigned char *)s, strlen(s), true, &chars);
	d->words = 0;
	for (size_t k = 0; k < chars.n && d->words < DAMAGE_WORDS; k++)
		for (size_t i = 0; i < pinyin_pairs; i++)
			if ((int)code_of(pinyin_pair[i]) == cp936_encode(chars.p[k])) {
				add_pair(d, pinyin_pair[i]);
				break;
			}
	buf_free(&chars);
}

/* The same numbers on every machine. */
static unsigned draw(unsigned *chance)
{
	*chance = *chance * 1103515245u + 12345u;
	return *chance >> 16 & 0x7fff;
}

static void choose(struct damage *d, const struct buf *text, size_t size, unsigned *chance)
{
	static size_t times[0x10000];
	static unsigned char met[0x10000];
	struct candidate *all = mem_zalloc(pinyin_pairs * sizeof *all);

	memset(times, 0, sizeof times);
	memset(met, 0, sizeof met);
	for (size_t i = 0; i < text->n; i++) {
		int code = cp936_encode(text->p[i]);

		times[code < 0 ? 0 : code]++;
	}
	for (size_t i = 0; i < pinyin_pairs; i++) {
		all[i].pair = pinyin_pair[i];
		all[i].times = times[code_of(all[i].pair)];
	}
	qsort(all, pinyin_pairs, sizeof *all, by_times);
	d->words = 0;
	for (size_t i = 0; i < pinyin_pairs && d->words < size; i++) {
		unsigned code = code_of(all[i].pair);

		if (!met[code] && (!chance || draw(chance) & 1))
			add_pair(d, all[i].pair);
		met[code] = 1;
	}
	for (size_t i = d->words; chance && i > 1; i--) { /* in any order, too */
		size_t k = draw(chance) % i;
		struct damage_word w = d->word[k];

		d->word[k] = d->word[i - 1];
		d->word[i - 1] = w;
	}
	free(all);
}

void damage_choose(struct damage *d, const struct buf *text, size_t size) { choose(d, text, size, NULL); }

void damage_choose_some(struct damage *d, const struct buf *text, size_t size, unsigned chance)
{
	choose(d, text, size, &chance);
}
