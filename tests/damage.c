#include "damage.h"
#include <stdlib.h>
#include <string.h>
#include "cp936.h"
#include "mem.h"
#include "pinyin_table.h"
#include "utf8.h"

struct bytes {
	unsigned char *p;
	size_t n, cap;
};

static void add(struct bytes *b, const void *p, size_t n)
{
	if (b->cap - b->n < n) {
		b->cap = b->cap * 2 + n;
		b->p = mem_resize(b->p, b->cap, 1);
	}
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

static void add_code(struct bytes *b, unsigned code)
{
	unsigned char two[2] = { (unsigned char)(code >> 8), (unsigned char)code };

	add(b, two + (code <= 0x80), 2 - (code <= 0x80));
}

/* Puts insert before or behind each x, at any byte. */
static void insert(struct bytes *b, unsigned code, const struct bytes *what, bool behind)
{
	struct bytes out = { 0 };
	size_t from = 0;

	for (size_t i = 0; i + 1 < b->n;) {
		if ((b->p[i] << 8 | b->p[i + 1]) != (int)code) {
			i++;
			continue;
		}
		size_t at = behind ? i + 2 : i;
		if (!out.p) {
			out.cap = b->n * 2;
			out.p = mem_resize(NULL, out.cap, 1);
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

	add(&note, "(", 1);
	for (int i = 0; i < PINYIN_LETTERS && pinyin_spelling[reading][i]; i++)
		add_code(&note, (unsigned)cp936_encode(pinyin_spelling[reading][i]));
	add(&note, ")", 1);
	insert(b, code, &note, true);
	free(note.p);
}

static struct buf decode(const struct bytes *b)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < b->n; i++) {
		unsigned c = b->p[i];

		if (c >= 0x05 && c <= 0x08)
			continue; /* control bytes of which none was swallowed */
		if (c <= 0x80) {
			buf_put(&out, c == 0x80 ? 0x20ac : c);
			continue;
		}
		cp pair = i + 1 < b->n ? cp936_decode(c, b->p[i + 1]) : 0;
		buf_put(&out, pair ? pair : '?');
		i++;
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

struct buf damage_do(const struct damage *d, const struct buf *text)
{
	static unsigned char control[] = { 8, 7, 6, 5, 8, 7, 6 };
	struct bytes b = { 0 };
	struct buf marks = BUF_INIT;

	for (size_t i = 0; i < text->n; i++)
		add_code(&b, (unsigned)cp936_encode(text->p[i]));
	for (size_t i = 0; i < d->words; i++)
		annotate(&b, d->word[i].code, d->word[i].reading);
	utf8_decode((const unsigned char *)d->marks, strlen(d->marks), true, &marks);
	for (size_t i = 0; i < marks.n; i++) {
		struct bytes junk = { control, 1 + i % sizeof control, 0 };

		insert(&b, (unsigned)cp936_encode(marks.p[i]), &junk, false);
	}
	struct buf out = decode(&b);
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

void damage_choose(struct damage *d, const struct buf *text, size_t size)
{
	static size_t times[0x10000];
	struct candidate *all = mem_zalloc(pinyin_pairs * sizeof *all);

	memset(times, 0, sizeof times);
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
		unsigned code = code_of(all[i].pair), k;

		for (k = 0; k < d->words && d->word[k].code != code; k++)
			;
		if (k < d->words)
			continue;
		add_pair(d, all[i].pair);
	}
	free(all);
}
