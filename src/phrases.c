#include "phrases.h"

/* Is the key of len units at key what in[0..n) begins with? Returns how many code points that is, or 0. */
static size_t match(const uint16_t *key, size_t len, const cp *in, size_t n)
{
	size_t i = 0;

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

	for (; key < end; key += PHRASE_HEAD + *key) {
		size_t len = match(key + PHRASE_HEAD, *key, in, n);

		if (len) {
			*number = (uint32_t)key[1] << 16 | key[2];
			return len;
		}
	}
	return 0;
}

size_t phrases_longest(const struct phrases *p, const cp *in, size_t n, uint32_t *number)
{
	size_t len = n > 1 ? longest(p, in[0], in[1], in, n, number) : 0;

	return len ? len : longest(p, in[0], 0, in, 1, number);
}
