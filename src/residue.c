/* What is left in a text of the page that it stood on, and of the machines that it went through. */
#include "residue.h"
#include "han.h"
#include "prose.h"
#include "stage.h"

struct residue {
	bool chinese, probable;
	struct tags tags;
	struct title title;
	struct marks marks;
	struct past past;
};

static void begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct residue *s = state;

	(void)end;
	s->chinese = prose_chinese(in, n);
	s->probable = set->probable;
	tags_begin(&s->tags, in, n);
	title_begin(&s->title, in, n);
	marks_begin(&s->marks, in, n);
}

static struct repair probable(const struct residue *s, const struct around *a, ptrdiff_t i)
{
	cp c = a->in[i];
	struct repair r = { .len = 0 };

	if (c == ' ')
		return english_at(&s->marks, a, i);
	if (c == '`' || c == '\'')
		return stray_at(a, i);
	if (c == 0x3002)
		return decimal_at(&s->marks, a, i);
	if (s->title.n && c == s->title.c[0])
		r = title_at(&s->title, a, i);
	return r.len || !han_is(c) ? r : misconverted_at(a, i);
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct residue *s = state;
	struct around a = { in, (ptrdiff_t)n, &s->past };
	size_t i = 0, from = 0; /* in[from..i) is to be copied */

	if (!s->chinese) {
		buf_add(out, in, n);
		return n;
	}
	while (i < n && (end || n - i > RESIDUE_HOLD)) {
		struct repair r = { .len = 0 };

		if (in[i] == '<')
			r = tags_at(&s->tags, &a, (ptrdiff_t)i);
		else if (s->probable)
			r = probable(s, &a, (ptrdiff_t)i);
		if (!r.len) {
			tags_pass(&s->tags, in[i++]);
			continue;
		}
		buf_add(out, in + from, i - from);
		buf_add(out, r.out, r.outlen);
		note(notes, r.rule, i, r.len, r.outlen);
		from = i += r.len;
	}
	buf_add(out, in + from, i - from);
	past_keep(&s->past, in, i);
	return i;
}

const struct stage stage_residue = {
	.name = "residue",
	.step = STEP_NOISE,
	.hold = RESIDUE_HOLD,
	.state = sizeof(struct residue),
	.begin = begin,
	.run = run,
};
