#include "phrases.h"

/* The longest key in the list of head that in[0..n) begins with. */
static size_t longest(const struct phrases *p, uint64_t head, const cp *in, size_t n, uint32_t *number)
{
	uint64_t bit = phrase_bit(&p->filter, head);

	if (!(p->filter.word[bit / 64] >> (bit % 64) & 1))
		return 0;
	const uint32_t *key = p->key + p->list[bit / 64], *end = p->key + p->list[bit / 64 + 1];

	for (; key < end; key += 1 + PHRASE_LEN(*key)) {
		size_t len = PHRASE_LEN(*key), i = 0;

		if (len > n)
			continue;
		while (i < len && in[i] == key[1 + i])
			i++;
		if (i == len) {
			*number = PHRASE_NUMBER(*key);
			return len;
		}
	}
	return 0;
}

size_t phrases_longest(const struct phrases *p, const cp *in, size_t n, uint32_t *number)
{
	uint64_t two = n > 1 ? phrase_two(in[0], in[1]) : 0;
	size_t len = n > 2 ? longest(p, phrase_three(two, in[2]), in, n, number) : 0;

	if (!len && n > 1)
		len = longest(p, two, in, 2, number);
	return len ? len : longest(p, in[0], in, 1, number);
}
