#include "chain.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "mem.h"

struct link {
	const struct stage *stage;
	void *state;
	bool idle;           /* nothing to do in this document */
	struct buf in;       /* what the stage has not read yet */
	struct origins from; /* and where it came from, while traced */
};

struct chain {
	const struct settings *set;
	struct note note;
	bool begun, traced;
	size_t n;
	struct link link[];
};

/* clang-format off */
const struct stage *const chain_stages[] = {
	&stage_escapes,
	&stage_mojibake,
	&stage_mojibake_alone,
	&stage_eol,
	&stage_ctrl,
	&stage_pinyin,
	&stage_tag,
	&stage_forms,
	&stage_residue,
	&stage_doubled,
	&stage_title,
	&stage_regional,
	&stage_misconverted,
	&stage_unwrap,
	&stage_width,
	&stage_convert,
	NULL,
};
/* clang-format on */

struct chain *chain_new(const struct stage *const *stages, const struct settings *set)
{
	size_t n = 0;

	for (size_t i = 0; stages[i]; i++)
		n += (stages[i]->step & set->steps) != 0;
	struct chain *c = mem_zalloc(sizeof *c + n * sizeof *c->link);
	c->set = set;
	for (; c->n < n; stages++) {
		if (!((*stages)->step & set->steps))
			continue;
		struct link *l = &c->link[c->n++];
		l->stage = *stages;
		l->state = mem_zalloc(l->stage->state);
		buf_init(&l->in);
	}
	return c;
}

bool chain_is_empty(const struct chain *c) { return !c->n; }

static void forget(struct chain *c)
{
	c->begun = false;
	for (size_t i = 0; i < c->n; i++) {
		struct link *l = &c->link[i];

		memset(l->state, 0, l->stage->state);
		l->in.n = l->from.n = 0;
		l->from.gap = 0;
	}
}

void chain_begin(struct chain *c, bool traced)
{
	c->traced = c->note.keep = traced;
	memset(c->note.count, 0, sizeof c->note.count);
	forget(c);
}

/* Hands the text on as it is. An empty buffer is taken for a full one: nothing is copied then. */
static void pass(struct link *l, struct buf *out)
{
	if (out->n) {
		buf_add(out, l->in.p, l->in.n);
		l->in.n = 0;
	} else {
		struct buf full = l->in;

		l->in = *out;
		*out = full;
	}
}

static void run(struct chain *c, struct link *l, bool end, struct buf *out, struct origins *to)
{
	size_t had = out->n, used = l->in.n;

	if (!c->begun)
		l->idle = l->stage->begin && !l->stage->begin(l->state, c->set, l->in.p, l->in.n, end);
	note_clear(&c->note);
	if (l->idle)
		pass(l, out);
	else
		used = l->stage->run(l->state, l->in.p, l->in.n, end, out, &c->note);
	assert(l->idle || (used <= l->in.n && l->in.n - used <= (end ? 0 : l->stage->hold)));
	if (c->traced) {
		trace_stage(l->from.p, used, &c->note, out->n - had, to);
		trace_drop(&l->from, used);
		if (end) { /* text deleted behind the last code point */
			to->gap |= l->from.gap;
			l->from.gap = 0;
		}
	}
	if (!l->idle)
		buf_drop(&l->in, used);
}

void chain_push(struct chain *c, const cp *in, size_t n, bool end, struct buf *out, const struct origin *from,
		struct origins *to)
{
	struct origins *first = c->n ? &c->link[0].from : to;

	buf_add(c->n ? &c->link[0].in : out, in, n);
	if (c->traced && n) {
		memcpy(trace_room(first, n), from, n * sizeof *from);
		first->n += n;
	}
	for (size_t i = 0; i < c->n; i++) {
		bool last = i + 1 == c->n;

		run(c, &c->link[i], end, last ? out : &c->link[i + 1].in, last ? to : &c->link[i + 1].from);
	}
	c->begun = true;
}

void chain_again(struct chain *c, struct buf *out, struct origins *to)
{
	if (c->begun)
		chain_push(c, buf_nothing, 0, true, out, NULL, to);
	forget(c);
}

const unsigned long long *chain_counts(const struct chain *c) { return c->note.count; }
void chain_count(struct chain *c, enum rule rule, unsigned long long n) { c->note.count[rule] += n; }

void chain_free(struct chain *c)
{
	for (size_t i = 0; i < c->n; i++) {
		free(c->link[i].state);
		buf_free(&c->link[i].in);
		trace_free(&c->link[i].from);
	}
	note_free(&c->note);
	free(c);
}
