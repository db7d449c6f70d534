#include "phrases.h"

/* Four units as one number, the first lowest. */
static inline uint64_t four(uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
	return a | (uint64_t)b << 16 | (uint64_t)c << 32 | (uint64_t)d << 48;
}

/* in[0..n) in UTF-16, as far as that is PHRASE_FIRST units; the rest is 0, which is in no key. */
static uint64_t first_units(const cp *in, size_t n)
{
	cp unit[PHRASE_FIRST + 1] = { 0 };

	if (n >= PHRASE_FIRST && (in[0] | in[1] | in[2] | in[3]) < 0x10000)
		return four(in[0], in[1], in[2], in[3]);
	for (size_t i = 0, k = 0; i < n && k < PHRASE_FIRST; i++) {
		if (in[i] >= 0x10000)
			unit[k++] = (0xd7c0 + (in[i] >> 10)) & 0xffff;
		unit[k++] = in[i] < 0x10000 ? in[i] : 0xdc00 | (in[i] & 0x3ff);
	}
	return four(unit[0], unit[1], unit[2], unit[3]);
}

/* Do the first units of the key, with its head, differ from these? */
static inline bool differs(const uint16_t *key, uint64_t first)
{
	const uint16_t *unit = key + PHRASE_HEAD;

	return (four(unit[0], unit[1], unit[2], unit[3]) ^ first) << phrase_beyond(*key);
}

/* Is the key of len units, of which the first are as they should be, what in[0..n) begins with? Returns how many code
   points that is, or 0. */
static size_t match(const uint16_t *key, size_t len, const cp *in, size_t n)
{
	size_t i = 0;

	if (len <= PHRASE_FIRST && n >= PHRASE_FIRST && (in[0] | in[1] | in[2] | in[3]) < 0x10000)
		return len;
	for (size_t k = 0; k < len; k++, i++) {
		if (i == n)
			return 0;
		if (in[i] == key[k])
			continue;
		if (in[i] < 0x10000 || key[k] != 0xd7c0 + (in[i] >> 10) || key[++k] != (0xdc00 | (in[i] & 0x3ff)))
			return 0;
	}
	return i;
}

static uint32_t number_of(const uint16_t *key) { return (uint32_t)key[1] << 16 | key[2]; }

/* A list: its keys of two units, then the others, the longest first. */
struct list {
	const uint16_t *key, *end;
	uint64_t word; /* of the filter */
};

static inline struct list list_of(const struct phrases *p, const uint64_t *filter, cp a, cp b)
{
	size_t word = phrase_word(phrase_two(a, b), p->shift);

	return (struct list){ p->key + p->list[word], p->key + p->list[word + 1], filter[word] };
}

/* May in[0..n), n > 1, begin with a key of the list that is not of two units? */
static inline bool beyond_two(const struct list *l, const cp *in, size_t n)
{
	return (n > 2 && phrase_has_third(l->word, in[2]) & 1) || (in[0] | in[1]) >= 0x10000;
}

enum { TWO = PHRASE_HEAD + 2 }; /* units of a key of two, with its head */

/* Goes over the keys of two units, to the others. Returns the last one that is in[0..2), or NULL. */
static inline const uint16_t *over_two(struct list *l, const cp *in)
{
	const uint16_t *found = NULL;
	uint32_t units = in[0] | in[1] << 16;

	for (; l->key < l->end && phrase_len(*l->key) == 2; l->key += TWO)
		if ((l->key[PHRASE_HEAD] | (uint32_t)l->key[PHRASE_HEAD + 1] << 16) == units)
			found = l->key;
	return found;
}

/* The length of the first key from l->key on that in[0..n) begins with, and its number. */
static size_t first_key(const struct list *l, const cp *in, size_t n, uint32_t *number)
{
	uint64_t first = first_units(in, n);

	for (const uint16_t *key = l->key; key < l->end; key += PHRASE_HEAD + phrase_len(*key)) {
		size_t len;

		if (differs(key, first))
			continue;
		len = match(key + PHRASE_HEAD, phrase_len(*key), in, n);
		if (!len)
			continue;
		*number = number_of(key);
		return len;
	}
	return 0;
}

/* The same of a text of one code point. */
static size_t alone(const struct phrases *p, const uint64_t *filter, const cp *in, uint32_t *number)
{
	struct list l = list_of(p, filter, in[0], 0);

	return p->alone ? first_key(&l, in, 1, number) : 0;
}

size_t phrases_longest(const struct phrases *p, const uint64_t *filter, const cp *in, size_t n, uint32_t *number)
{
	if (n < 2)
		return alone(p, filter, in, number);
	struct list l = list_of(p, filter, in[0], in[1]);
	bool basic = (in[0] | in[1]) < 0x10000;
	const uint16_t *two = basic ? over_two(&l, in) : NULL;
	size_t len = beyond_two(&l, in, n) ? first_key(&l, in, n, number) : 0;

	if (len > 1)
		return len;
	if (two) {
		*number = number_of(two);
		return 2;
	}
	return len ? len : alone(p, filter, in, number);
}

size_t phrases_all(const struct phrases *p, const uint64_t *filter, const cp *in, size_t n, struct phrase_found *found,
		   size_t most)
{
	struct list l = list_of(p, filter, in[0], in[1]);
	bool more = beyond_two(&l, in, n);
	uint64_t first = first_units(in, n);
	size_t count = 0;

	for (const uint16_t *key = l.key; key < l.end && count < most; key += PHRASE_HEAD + phrase_len(*key)) {
		if (!more && phrase_len(*key) != 2)
			break;
		if (differs(key, first))
			continue;
		size_t len = match(key + PHRASE_HEAD, phrase_len(*key), in, n);
		if (len > 1)
			found[count++] = (struct phrase_found){ len, number_of(key) };
	}
	return count;
}
