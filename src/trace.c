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

/* A change that is being put together. */
struct telling {
	struct change c;
	bool open;
	trace_fn *tell;
	void *ctx;
};

static void flush(struct telling *t)
{
	if (t->open && (t->c.rules || t->c.outlen)) /* else bytes that say nothing, as the shifts of ISO 2022 */
		t->tell(t->ctx, &t->c);
	t->open = false;
}

/* len bytes at `at`, and outlen code points at out, belong to it. */
static void extend(struct telling *t, uint64_t at, uint64_t len, size_t out, size_t outlen, uint64_t rules)
{
	if (!t->open)
		t->c = (struct change){ .at = at, .out = out };
	t->open = true;
	t->c.len += len;
	t->c.outlen += outlen;
	t->c.rules |= rules;
}

/* The rules that changed what came of the same bytes as the unchanged p[0], behind it in p[0..n). *torn: any did, or it
   is not there. */
static uint64_t rules_behind(const struct origin *p, size_t n, uint64_t gap, bool *torn)
{
	size_t i = 0;

	while (p[i].more && i + 1 < n && !p[i + 1].len && p[i + 1].at == p[i].at + p[i].len && !p[i + 1].rules
	       && !p[i + 1].gap)
		i++;
	*torn = p[i].more;
	return !*torn ? 0 : i + 1 < n ? p[i + 1].rules | p[i + 1].gap : gap;
}

void trace_changes(const struct origins *o, uint64_t *at, bool end, uint64_t size, trace_fn *tell, void *ctx)
{
	struct telling t = { .tell = tell, .ctx = ctx };

	for (size_t i = 0; i < o->n; i++) {
		const struct origin *p = &o->p[i];
		bool torn = false;
		uint64_t rules = p->rules ? p->rules : rules_behind(p, o->n - i, o->gap, &torn);

		if (p->at > *at) /* text deleted before it */
			extend(&t, *at, p->at - *at, i, 0, p->gap);
		if (p->rules || torn || (t.open && !p->len))
			extend(&t, p->at, p->len, i, 1, rules);
		else
			flush(&t);
		*at = p->at + p->len;
	}
	if (end && *at < size) {
		extend(&t, *at, size - *at, o->n, 0, o->gap);
		*at = size;
	}
	flush(&t);
}
