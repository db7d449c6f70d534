#include "note.h"
#include <stdlib.h>
#include "mem.h"

void note(struct note *n, enum rule rule, size_t at, size_t len, size_t outlen)
{
	n->count[rule]++;
	if (!n->keep)
		return;
	if (n->n == n->cap) {
		n->cap += n->cap / 2 + 64;
		n->edit = mem_resize(n->edit, n->cap, sizeof *n->edit);
	}
	n->edit[n->n++] = (struct edit){ at, len, outlen, rule };
}

void note_mapped(struct note *n, enum rule rule, size_t at, const cp *in, const cp *out, size_t len)
{
	if (n->keep) {
		for (size_t i = 0; i < len; i++)
			if (in[i] != out[i])
				note(n, rule, at + i, 1, 1);
	} else {
		enum { STEP = 64 }; /* a loop of fixed length can be done in vectors */
		size_t i = 0;

		for (; len - i >= STEP; i += STEP) {
			unsigned changed = 0;

			for (size_t k = 0; k < STEP; k++)
				changed += in[i + k] != out[i + k];
			n->count[rule] += changed;
		}
		for (; i < len; i++)
			n->count[rule] += in[i] != out[i];
	}
}

void note_clear(struct note *n) { n->n = 0; }

void note_free(struct note *n)
{
	free(n->edit);
	*n = (struct note){ 0 };
}
