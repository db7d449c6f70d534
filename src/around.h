/* around.h - the text around a place: forward to the end of what is there, back across the calls to run(). */
#ifndef AROUND_H
#define AROUND_H
#include "buf.h"
#include <string.h>

enum { AROUND_BACK = 64 }; /* code points that can be looked back at */

/* The last code points that a stage has read, in its state; all zero where the document begins. */
struct past {
	cp c[AROUND_BACK];
};

struct around {
	const cp *in;
	ptrdiff_t n;
	const struct past *past;
};

/* The code point at i, which may be -AROUND_BACK and more. Outside of the document there are line feeds. */
static inline cp around_at(const struct around *a, ptrdiff_t i)
{
	if (i >= 0)
		return i < a->n ? a->in[i] : '\n';
	if (i < -AROUND_BACK)
		return '\n';
	cp c = a->past->c[AROUND_BACK + i];
	return c ? c : '\n';
}

/* in[0..used) has been read. */
static inline void past_keep(struct past *p, const cp *in, size_t used)
{
	size_t n = used < AROUND_BACK ? used : AROUND_BACK;

	if (!n)
		return;
	memmove(p->c, p->c + n, (AROUND_BACK - n) * sizeof *p->c);
	memcpy(p->c + AROUND_BACK - n, in + used - n, n * sizeof *p->c);
}

#endif
