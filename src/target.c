#include "target.h"
#include <assert.h>
#include <string.h>
#include "choose.h"
#include "choose_table.h"
#include "convert.h"
#include "convert_table.h"

/* Bits by which another reading of a character of both scripts must be better than the one that stands there: many in
   text that is traditional; where its author, or a converter, wrote simplified characters among others, none. */
static unsigned stays(enum survey_script script)
{
	enum { IN_TRADITIONAL = 24 };

	return script == SURVEY_TRADITIONAL ? IN_TRADITIONAL : 0;
}

enum { WINDOW = 65536 / 3 }; /* code points */

bool target_ours(const struct conversion *c) { return c->keep || c->choose; }

void target_begin(struct target *t, const struct conversion *to, const cp *in, size_t n)
{
	*t = (struct target){ .to = to };
	t->by = to->choose ? conversion_named(to->choose) : NULL;
	t->keep = to->keep ? conversion_named(to->keep) : NULL;
	/* So many code points are in the window of any encoding, and once more when the text comes back in UTF-8. */
	t->document = survey_document(in, n < WINDOW ? n : WINDOW);
	if (t->by && t->keep) {
		/* Words that are replaced take characters with them by which those of both scripts are told: a document
		   would be another to itself. */
		t->document.left = 0;
		t->document.shared = 0;
	}
}

/* What a sentence ends with. */
static bool ends_sentence(cp c)
{
	return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == '.' || c == '!' || c == '?';
}

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
	if (!k) /* no word goes beyond what is not Han, at least */
		for (k = most; k && choose_is_han(in[k - 1]);)
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

/* Does c, which is not simplified alone, stay in a text of that script, but for what choose() says? */
static bool keeps(enum survey_script script, cp c)
{
	return script == SURVEY_TRADITIONAL || (script == SURVEY_MIXED && !choose_replaces(c));
}

/* Puts back what stays of in[0..n) in now[0..n), which a conversion of its folded form made. seen[] becomes what
   choose() is to see: where the regional standard writes the simplified form (台 for 臺 in Hong Kong), that, as in a
   text that was converted before. */
static void put_back(const struct target *t, enum survey_script script, const cp *in, const cp *folded, size_t n,
		     cp *now, cp *seen)
{
	for (size_t i = 0; i < n; i++) {
		if (!survey_simplified(in[i]) && (folded[i] != in[i] || keeps(script, in[i])))
			now[i] = in[i];
		seen[i] = folded[i] == in[i] || convert_mapped(t->to->page, now[i]) == folded[i] ? folded[i] : now[i];
	}
}

/* The text in traditional characters, as long as it was: by dictionaries, and what choose() knows. */
static void traditional(const struct target *t, const cp *in, size_t n, struct buf *out)
{
	struct folded f;
	struct survey run = { 0 };
	cp other[TARGET_RUN];
	const cp *seen = in;
	size_t had = out->n;

	survey_fold(&run, in, n, &f);
	enum survey_script script = survey_run(&run, &t->document);
	if (script == SURVEY_TRADITIONAL && !run.simplified)
		buf_add(out, in, n);
	else
		convert_all(t->by, run.traditional ? f.text : in, n, out);
	assert(out->n == had + n);
	if (f.changed || script == SURVEY_TRADITIONAL || script == SURVEY_MIXED) {
		put_back(t, script, in, f.text, n, out->p + had, other);
		seen = other;
	}
	choose(f.text, seen, n, f.doubtful, f.count, stays(script), out->p + had);
}

/* The conversion for a run that is simplified, or may be: it leaves all alone but what is surely traditional. */
static const struct conversion *simplified(const struct target *t, const cp *in, size_t n)
{
	struct survey run = { 0 };

	survey_add(&run, in, n);
	enum survey_script script = survey_run(&run, &t->document);
	return script == SURVEY_SIMPLIFIED || script == SURVEY_UNDECIDED ? t->keep : t->to;
}

/* One step to the regional standard `to`, not telling anybody. */
static void step(const struct target *t, const struct conversion *to, const cp *in, size_t n, struct buf *out)
{
	struct note nobody = { 0 };
	struct buf text = BUF_INIT;

	for (size_t i = 0, len; i < n; i += len) {
		len = target_run(in + i, n - i, true);
		text.n = 0;
		traditional(t, in + i, len, &text);
		convert_further(to, text.p, in + i, len, 0, out, &nobody);
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
static void until_settled(const struct target *t, const cp *in, size_t n, struct buf *now)
{
	enum { STEPS = 4 };
	struct buf next = BUF_INIT;
	bool settled = false;

	for (unsigned i = 0; i < STEPS && !settled; i++) {
		next.n = 0;
		step(t, t->to, now->p, now->n, &next);
		settled = same(now, &next);
		struct buf had = *now;
		*now = next;
		next = had;
	}
	if (!settled) {
		now->n = 0;
		step(t, t->keep, in, n, now);
	}
	buf_free(&next);
}

/* Has the text words that the target replaces? */
static bool replaces(const struct target *t, const struct buf *text)
{
	struct note nobody = { 0 };
	struct buf out = BUF_INIT;
	bool any = convert_further(t->to, text->p, text->p, text->n, 0, &out, &nobody);

	buf_free(&out);
	note_free(&nobody);
	return any;
}

/* Had in[0..n) evidence of traditional text, and what became of it has none? Then that would be another to itself. */
static bool loses_evidence(const cp *in, size_t n, const struct buf *after)
{
	struct survey was = { 0 }, is = { 0 };

	survey_add(&was, in, n);
	survey_add(&is, after->p, after->n);
	return was.traditional && !is.traditional;
}

/* What becomes of in[0..n) where words that are replaced take the evidence of its script with them: they are left
   alone. In the spelling of the region, others may be found. */
static void without_loss(const struct target *t, const cp *in, size_t n, struct buf *out)
{
	struct buf words = BUF_INIT;

	out->n = 0;
	step(t, t->keep, in, n, out);
	step(t, t->to, out->p, out->n, &words);
	until_settled(t, out->p, out->n, &words);
	if (!loses_evidence(out->p, out->n, &words)) {
		out->n = 0;
		buf_add(out, words.p, words.n);
	}
	buf_free(&words);
}

/* By dictionaries and choose(), and on to the regional standard. A word of the region may, with what stands beside it,
   be one that is replaced once more: then the run is told as one change. */
static void regional(const struct target *t, const cp *in, size_t at, size_t n, struct buf *out, struct note *notes)
{
	struct buf text = BUF_INIT, once = BUF_INIT, twice = BUF_INIT;
	unsigned long long count = notes->count[RULE_CONVERT];
	size_t edits = notes->n;

	traditional(t, in + at, n, &text);
	bool replaced = convert_further(t->to, text.p, in + at, n, at, &once, notes);
	if (t->keep && (replaced || replaces(t, &once))) {
		step(t, t->to, once.p, once.n, &twice);
		if (!same(&twice, &once))
			until_settled(t, in + at, n, &twice);
		if (loses_evidence(in + at, n, &twice))
			without_loss(t, in + at, n, &twice);
		if (!same(&twice, &once)) {
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

void target_convert(const struct target *t, const cp *in, size_t at, size_t n, struct buf *out, struct note *notes)
{
	unsigned inside = 0;

	if (!t->by) {
		convert_run(simplified(t, in + at, n), &inside, in, at, at + n, true, out, notes);
	} else if (t->by == t->to) {
		traditional(t, in + at, n, out);
		note_mapped(notes, RULE_CONVERT, at, in + at, out->p + out->n - n, n);
	} else {
		regional(t, in, at, n, out, notes);
	}
}
