#include "trace.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "mem.h"

struct origin *trace_room(struct origins *o, size_t n)
{
	if (o->cap - o->n < n) {
		o->cap += o->cap / 2 > n ? o->cap / 2 : n;
		o->p = mem_resize(o->p, o->cap, sizeof *o->p);
	}
	return o->p + o->n;
}

void trace_drop(struct origins *o, size_t n)
{
	o->n -= n;
	if (n && o->n)
		memmove(o->p, o->p + n, o->n * sizeof *o->p);
}

void trace_free(struct origins *o)
{
	free(o->p);
	*o = (struct origins){ 0 };
}

static void put(struct origins *out, struct origin o)
{
	o.gap |= out->gap;
	out->gap = 0;
	*trace_room(out, 1) = o;
	out->n++;
}

static void copy(struct origins *out, const struct origin *in, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put(out, in[i]);
}

/* The origins of the k code points that an edit put in the place of in[0..n). The first of them has all the bytes, the
   rules of the edit and of all the changes before it. */
static void replace(struct origins *out, const struct origin *in, size_t n, size_t k, enum rule rule, uint64_t at)
{
	struct origin o = { .at = n ? in[0].at : at, .rules = UINT64_C(1) << rule };

	for (size_t i = 0; i < n; i++) {
		o.len = (uint32_t)(in[i].at + in[i].len - o.at);
		o.rules |= in[i].rules | (i ? in[i].gap : 0);
	}
	if (n)
		o.gap = in[0].gap;
	if (!k)
		out->gap |= o.rules | o.gap;
	for (size_t i = 0; i < k; i++) {
		put(out, o);
		o.at += o.len;
		o.len = 0;
		o.gap = 0;
	}
}

void trace_stage(const struct origin *in, size_t n, const struct note *edits, size_t outn, struct origins *out)
{
	static const struct origin none;
	size_t was = out->n, done = 0;

	if (!n)
		in = &none; /* it may be NULL, to which nothing can be added in C */
	for (size_t i = 0; i < edits->n; i++) {
		const struct edit *e = &edits->edit[i];
		uint64_t behind = e->at ? in[e->at - 1].at + in[e->at - 1].len : n ? in[0].at : 0;

		assert(e->at >= done && e->len <= n - e->at);
		copy(out, in + done, e->at - done);
		replace(out, in + e->at, e->len, e->outlen, e->rule, behind);
		done = e->at + e->len;
	}
	copy(out, in + done, n - done);
	assert(out->n - was == outn); /* a change that was not told */
	(void)was;
	(void)outn;
}

static void flush(struct change *c, bool *open, trace_fn *tell, void *ctx)
{
	if (*open)
		tell(ctx, c);
	*open = false;
}

void trace_changes(const struct origins *o, uint64_t *at, bool end, uint64_t size, trace_fn *tell, void *ctx)
{
	struct change c = { 0 };
	bool open = false;

	for (size_t i = 0; i < o->n; i++) {
		const struct origin *p = &o->p[i];

		if (p->at > *at) { /* text deleted before it */
			if (!open)
				c = (struct change){ .at = *at, .out = i };
			open = true;
			c.len += p->at - *at;
			c.rules |= p->gap;
			*at = p->at;
		}
		if (p->rules) {
			if (!open)
				c = (struct change){ .at = *at, .out = i };
			open = true;
			c.len += p->len;
			c.outlen++;
			c.rules |= p->rules;
		} else {
			flush(&c, &open, tell, ctx);
		}
		*at = p->at + p->len;
	}
	if (end && *at < size) {
		if (!open)
			c = (struct change){ .at = *at, .out = o->n };
		open = true;
		c.len += size - *at;
		c.rules |= o->gap;
		*at = size;
	}
	flush(&c, &open, tell, ctx);
}
