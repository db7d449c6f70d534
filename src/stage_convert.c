/* The conversion as a stage. The user's own words are cut out of the text first, from left to right and the longest
 * where one can begin; each is a segment by itself, and what lies between two is converted as if it stood alone. */
#include <string.h>
#include "convert.h"
#include "stage.h"
#include "target.h"
#include "words.h"

_Static_assert((int)TARGET_RUN <= (int)CONVERT_HOLD, "hold");

struct state {
	const struct conversion *to;
	const struct words *words;
	unsigned inside;      /* of convert_run() */
	struct target target; /* where that is one of our own */
};

struct word {
	size_t len; /* 0: none */
	const cp *value;
	size_t valuelen;
};

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct state *s = state;

	(void)end;
	s->words = set->words;
	s->to = set->to;
	if (s->to && target_ours(s->to))
		target_begin(&s->target, s->to, in, n);
	return true;
}

/* The first place from in[i] on where a word is, or, with word->len 0, may be once more text is there; n: nowhere. */
static size_t next_word(const struct words *words, const cp *in, size_t i, size_t n, bool end, struct word *word)
{
	bool open = false;

	word->len = 0;
	if (!words)
		return n;
	for (; i < n; i++) {
		word->len = words_longest(words, in + i, n - i, &word->value, &word->valuelen, &open);
		if (open && !end) {
			word->len = 0;
			break;
		}
		if (word->len)
			break;
	}
	return i;
}

/* Converts the runs of in[i..n); returns where it stopped. */
static size_t convert_runs(struct state *s, const cp *in, size_t i, size_t n, bool end, struct buf *out,
			   struct note *notes)
{
	for (size_t len; i < n && (len = target_run(in + i, n - i, end)); i += len)
		target_convert(&s->target, in, i, len, out, notes);
	return i;
}

static size_t between_words(struct state *s, const cp *in, size_t i, size_t n, bool end, struct buf *out,
			    struct note *notes)
{
	if (s->to && target_ours(s->to))
		return convert_runs(s, in, i, n, end, out, notes);
	if (s->to) {
		size_t line = n; /* no entry goes beyond the end of a line: nothing waits for the next */

		while (!end && line > i && in[line - 1] != '\n')
			line--;
		if (!end && line > i)
			i = convert_run(s->to, &s->inside, in, i, line, true, out, notes);
		return convert_run(s->to, &s->inside, in, i, n, end, out, notes);
	}
	buf_add(out, in + i, n - i);
	return n;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct state *s = state;
	struct word word;
	size_t i = 0;

	for (;;) {
		size_t at = next_word(s->words, in, i, n, end, &word);

		i = between_words(s, in, i, at, word.len || (end && at == n), out, notes);
		if (!word.len)
			return i;
		if (word.len != word.valuelen || memcmp(in + at, word.value, word.len * sizeof *in))
			note(notes, RULE_OWN_WORD, at, word.len, word.valuelen);
		buf_add(out, word.value, word.valuelen);
		i += word.len;
	}
}

const struct stage stage_convert = {
	.name = "convert",
	.step = STEP_CONVERT,
	.hold = CONVERT_HOLD + WORDS_KEY,
	.state = sizeof(struct state),
	.begin = begin,
	.run = run,
};
