#include "target.h"
#include <assert.h>
#include <string.h>
#include "choose.h"
#include "convert.h"
#include "convert_table.h"

/* Bits by which another reading of a character of both scripts must be better than the one that stands there. */
static unsigned stays(enum survey_script script)
{
	enum { IN_TRADITIONAL = 24, IN_EITHER = 1 };

	return script == SURVEY_TRADITIONAL ? IN_TRADITIONAL : script == SURVEY_SIMPLIFIED ? 0 : IN_EITHER;
}

bool target_ours(const struct conversion *c) { return c->keep || c->choose; }

/* What a sentence ends with. */
static bool ends_sentence(cp c) { return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == '.' || c == '!' || c == '?'; }

size_t target_run(const cp *in, size_t n, bool end)
{
	size_t most = n < TARGET_RUN ? n : TARGET_RUN, k = 0;

	while (k < most && in[k] != '\n')
		k++;
	if (k < most)
		return k + 1;
	if (n < TARGET_RUN)
		return end ? n : 0;
	while (k && !ends_sentence(in[k - 1]))
		k--;
	return k ? k : TARGET_RUN;
}

/* Converts a whole text, not telling anybody. */
static void convert_all(const struct conversion *c, const cp *in, size_t n, struct buf *out)
{
	struct note nobody = { 0 };
	unsigned inside = 0;

	convert_run(c, &inside, in, 0, n, true, out, &nobody);
	note_free(&nobody);
}

/* Does c stay in a text of that script, but for what choose() says? */
static bool keeps(enum survey_script script, cp c)
{
	if (script == SURVEY_TRADITIONAL)
		return !survey_simplified(c);
	return script == SURVEY_MIXED && !survey_simplified(c) && !choose_replaces(c);
}

/* The text in traditional characters, as long as it was: by the dictionaries of c, and what choose() knows. */
static void traditional(const struct conversion *c, const struct survey *document, const cp *in, size_t n,
			struct buf *out)
{
	cp folded[TARGET_RUN];
	struct survey run = { 0 };
	bool doubt = survey_fold(&run, in, n, folded);
	enum survey_script script = survey_run(&run, document);
	size_t had = out->n;

	if (script == SURVEY_TRADITIONAL && !run.simplified)
		buf_add(out, in, n);
	else
		convert_all(c, run.traditional ? folded : in, n, out);
	assert(out->n == had + n);
	cp *now = out->p + had;
	for (size_t i = 0; i < n; i++)
		if (folded[i] != in[i] || keeps(script, in[i]))
			now[i] = in[i];
	if (doubt)
		choose(folded, in, n, stays(script), now);
}

/* The conversion for a run that is simplified, or may be: it leaves all alone but what is surely traditional. */
static const struct conversion *simplified(const struct conversion *c, const struct survey *document, const cp *in,
					   size_t n)
{
	struct survey run = { 0 };

	survey_add(&run, in, n);
	enum survey_script script = survey_run(&run, document);
	return script == SURVEY_SIMPLIFIED || script == SURVEY_UNDECIDED ? conversion_named(c->keep) : c;
}

/* One step to the regional standard c, not telling anybody. */
static void step(const struct conversion *c, const struct conversion *by, const struct survey *document, const cp *in,
		 size_t n, struct buf *out)
{
	struct note nobody = { 0 };
	struct buf text = BUF_INIT;

	for (size_t i = 0, len; i < n; i += len) {
		len = target_run(in + i, n - i, true);
		text.n = 0;
		traditional(by, document, in + i, len, &text);
		convert_further(c, text.p, in + i, len, 0, out, &nobody);
	}
	buf_free(&text);
	note_free(&nobody);
}

static bool same(const struct buf *a, const struct buf *b)
{
	return a->n == b->n && !memcmp(a->p, b->p, a->n * sizeof *a->p);
}

/* Goes on from *now, which in[0..n) became in two steps, until nothing changes any more. Where that never ends, words
   are left alone. */
static void until_settled(const struct conversion *c, const struct conversion *by, const struct survey *document,
			  const cp *in, size_t n, struct buf *now)
{
	enum { STEPS = 4 };
	struct buf next = BUF_INIT;

	for (unsigned i = 0; i < STEPS; i++) {
		next.n = 0;
		step(c, by, document, now->p, now->n, &next);
		struct buf had = *now;
		*now = next;
		next = had;
		if (same(now, &next)) {
			buf_free(&next);
			return;
		}
	}
	now->n = 0;
	step(conversion_named(c->keep), by, document, in, n, now);
	buf_free(&next);
}

/* Has the text words that c replaces? */
static bool replaces(const struct conversion *c, const struct buf *text)
{
	struct note nobody = { 0 };
	struct buf out = BUF_INIT;
	bool any = convert_further(c, text->p, text->p, text->n, 0, &out, &nobody);

	buf_free(&out);
	note_free(&nobody);
	return any;
}

/* By the dictionaries of `by` and choose(), and on to the regional standard c. A word of the region may, with what stands
   beside it, be one that is replaced once more: then the run is told as one change. */
static void regional(const struct conversion *c, const struct conversion *by, const struct survey *document,
		     const cp *in, size_t at, size_t n, struct buf *out, struct note *notes)
{
	struct buf text = BUF_INIT, once = BUF_INIT, twice = BUF_INIT;
	unsigned long long count = notes->count[RULE_CONVERT];
	size_t edits = notes->n;

	traditional(by, document, in + at, n, &text);
	if (convert_further(c, text.p, in + at, n, at, &once, notes) || (c->keep && replaces(c, &once))) {
		step(c, by, document, once.p, once.n, &twice);
		if (!same(&twice, &once)) {
			until_settled(c, by, document, in + at, n, &twice);
			once.n = 0;
			buf_add(&once, twice.p, twice.n);
			notes->count[RULE_CONVERT] = count;
			notes->n = edits;
			note(notes, RULE_CONVERT, at, n, once.n);
		}
	}
	buf_add(out, once.p, once.n);
	buf_free(&text);
	buf_free(&once);
	buf_free(&twice);
}

void target_convert(const struct conversion *c, const struct survey *document, const cp *in, size_t at, size_t n,
		    struct buf *out, struct note *notes)
{
	unsigned inside = 0;

	if (!c->choose) {
		convert_run(simplified(c, document, in + at, n), &inside, in, at, at + n, true, out, notes);
		return;
	}
	const struct conversion *by = conversion_named(c->choose);
	if (by == c) {
		traditional(by, document, in + at, n, out);
		note_mapped(notes, RULE_CONVERT, at, in + at, out->p + out->n - n, n);
		return;
	}
	regional(c, by, document, in, at, n, out, notes);
}
