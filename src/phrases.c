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

/* The longest key of the list of a and b. */
static size_t longest(const struct phrases *p, cp a, cp b, const cp *in, size_t n, uint32_t *number)
{
	size_t word = phrase_word(phrase_two(a, b), p->shift);
	const uint16_t *key = p->key + p->list[word], *end = p->key + p->list[word + 1];
	uint64_t first = first_units(in, n);

	for (; key < end; key += PHRASE_HEAD + phrase_len(*key)) {
		size_t len;

		if (differs(key, first))
			continue;
		len = match(key + PHRASE_HEAD, phrase_len(*key), in, n);
		if (!len)
			continue;
		*number = (uint32_t)key[1] << 16 | key[2];
		return len;
	}
	return 0;
}

size_t phrases_longest(const struct phrases *p, const cp *in, size_t n, uint32_t *number)
{
	size_t len = n > 1 ? longest(p, in[0], in[1], in, n, number) : 0;

	return len || !p->alone ? len : longest(p, in[0], 0, in, 1, number);
}

size_t phrases_all(const struct phrases *p, const cp *in, size_t n, struct phrase_found *found, size_t most)
{
	size_t word = phrase_word(phrase_two(in[0], in[1]), p->shift), count = 0;
	const uint16_t *key = p->key + p->list[word], *end = p->key + p->list[word + 1];
	uint64_t first = first_units(in, n);

	for (; key < end && count < most; key += PHRASE_HEAD + phrase_len(*key)) {
		if (differs(key, first))
			continue;
		size_t len = match(key + PHRASE_HEAD, phrase_len(*key), in, n);
		if (len > 1)
			found[count++] = (struct phrase_found){ len, (uint32_t)key[1] << 16 | key[2] };
	}
	return count;
}
