#include "stages.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "mem.h"
#include "utf8.h"

struct buf stages_text(const char *s)
{
	struct buf b = BUF_INIT;

	utf8_decode((const unsigned char *)s, strlen(s), true, &b);
	return b;
}

/* in[0..n) with its edits carried out must be out, but for what the edits put in, which is taken from out. */
static void edits_tell_all(const struct stage *stage, const struct note *notes, const cp *in, size_t n, const cp *out,
			   size_t outn)
{
	size_t i = 0, o = 0;

	for (size_t k = 0; k <= notes->n; k++) {
		size_t at = k < notes->n ? notes->edit[k].at : n;

		if (at < i || at > n || at - i > outn - o || memcmp(in + i, out + o, (at - i) * sizeof *in))
			ck_abort_msg("stage %s: a change near its input %zu was not told", stage->name, i);
		o += at - i;
		i = at;
		if (k == notes->n)
			break;
		if (notes->edit[k].len > n - i || notes->edit[k].outlen > outn - o)
			ck_abort_msg("stage %s: edit %zu is longer than the text", stage->name, k);
		i += notes->edit[k].len;
		o += notes->edit[k].outlen;
	}
	if (o != outn)
		ck_abort_msg("stage %s: %zu code points more than its edits tell", stage->name, outn - o);
}

static size_t line_end(const struct buf *text, size_t i)
{
	while (i < text->n && text->p[i++] != '\n')
		continue;
	return i;
}

struct buf stages_run(const struct stage *stage, const struct settings *set, const struct buf *text, size_t step,
		      unsigned long long *count)
{
	void *state = mem_zalloc(stage->state);
	struct buf out = BUF_INIT;
	struct note notes = { .keep = true };
	size_t at = 0, given = 0;
	bool end;

	if (stage->begin && !stage->begin(state, set, text->p, text->n, true)) {
		buf_add(&out, text->p, text->n);
		free(state);
		return out;
	}
	do {
		size_t had = out.n;

		if (step == STAGES_LINES)
			given = line_end(text, given);
		else
			given = step && step < text->n - given ? given + step : text->n;
		end = given == text->n;
		note_clear(&notes);
		size_t used = stage->run(state, text->p + at, given - at, end, &out, &notes);

		if (used > given - at || given - at - used > (end ? 0 : stage->hold))
			ck_abort_msg("stage %s: left %zu unread", stage->name, given - at - used);
		edits_tell_all(stage, &notes, text->p + at, used, out.p + had, out.n - had);
		at += used;
	} while (!end);
	for (size_t r = 0; count && r < RULE_COUNT; r++)
		count[r] += notes.count[r];
	note_free(&notes);
	free(state);
	return out;
}

char *stages_string(const struct stage *stage, const struct settings *set, const char *text)
{
	struct buf in = stages_text(text), out = stages_run(stage, set, &in, 0, NULL);
	char *s = mem_zalloc(out.n * 4 + 1);
	size_t n = 0;

	for (size_t i = 0; i < out.n; i++)
		n += utf8_encode(out.p[i], (unsigned char *)s + n);
	buf_free(&in);
	buf_free(&out);
	return s;
}
