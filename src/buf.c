#include "buf.h"
#include <stdlib.h>
#include <string.h>
#include "mem.h"

cp buf_nothing[1];

void buf_init(struct buf *b) { *b = (struct buf)BUF_INIT; }

void buf_free(struct buf *b)
{
	if (b->cap)
		free(b->p);
	buf_init(b);
}

cp *buf_room(struct buf *b, size_t n)
{
	if (b->cap - b->n < n) {
		size_t cap = b->cap + b->cap / 2;

		if (cap - b->n < n)
			cap = b->n + n < n ? SIZE_MAX : b->n + n;
		b->p = mem_resize(b->cap ? b->p : NULL, cap, sizeof *b->p);
		b->cap = cap;
	}
	return b->p + b->n;
}

void buf_add(struct buf *b, const cp *p, size_t n)
{
	if (n) {
		memcpy(buf_room(b, n), p, n * sizeof *p);
		b->n += n;
	}
}

void buf_put(struct buf *b, cp c)
{
	*buf_room(b, 1) = c;
	b->n++;
}

void buf_drop(struct buf *b, size_t n)
{
	b->n -= n;
	if (n && b->n)
		memmove(b->p, b->p + n, b->n * sizeof *b->p);
}
