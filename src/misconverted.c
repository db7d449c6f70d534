/* Characters that a conversion table got wrong: it took another one of several traditional characters, or left the
   simplified one.

   Whether a character is wrong is asked of the text around it in simplified characters, which putting others right does
   not change: so what is done at one place never depends on what was done at another. */
#include "choose.h"
#include "han.h"
#include "prose.h"
#include "repair.h"
#include "residue_table.h"
#include "scan.h"
#include "stage.h"
#include "survey.h"

enum {
	READ = 16,       /* characters on both sides that are read as words to find what one should be */
	SAMPLE = 4096,   /* code points that show what script a document is in; and it shows soon */
	PIECE = 256,     /* of which so many are looked at together, until it is clear that it is simplified */
	SIMPLIFIED = 16, /* so many times fewer simplified characters are quoted in a traditional text */
	DE = 0x7684,     /* 的 */
	HAN_PER_DE =
		200,     /* text of today has it for every 30 Han; what has it less is of a time that wrote otherwise */
	DAMAGED_MIN = 3, /* characters that are wrong for certain; one or two are slips of a writer */
	HOLD = READ
};
_Static_assert((int)READ <= (int)AROUND_BACK, "what is read is seen");

struct misconverted {
	bool damaged; /* the window shows that a conversion table was used: what may be meant is not */
	struct past past;
};

static bool in_set(const uint32_t *set, cp c) { return c <= 0xffff && set[c / 32] >> c % 32 & 1; }

/* What c should be beside the neighbour, or 0. */
static cp right_beside(const struct misconverted *s, cp c, cp neighbour, bool before)
{
	cp beside = survey_simplify(neighbour);
	unsigned at = residue_pair_place(c, beside, before);

	if (!han_is(neighbour))
		return 0;
	for (; residue_pairs[at].wrong; at = (at + 1) % (1 << RESIDUE_PAIR_BITS))
		if (residue_pairs[at].wrong == c && residue_pairs[at].beside == beside
		    && residue_pairs[at].before == before)
			return residue_pairs[at].weak && !s->damaged ? 0 : residue_pairs[at].right;
	return 0;
}

/* Whether the words around in[i] have another character there than the wrong one, and nothing of it is simplified but
   what may be wrong, too. */
static bool words_agree(const struct around *a, ptrdiff_t i, cp wrong)
{
	struct survey survey = { 0 };
	struct folded f;
	cp text[2 * READ + 1], out[2 * READ + 1];

	for (ptrdiff_t k = 0; k <= 2 * READ; k++) {
		text[k] = around_at(a, i - READ + k);
		if (survey_simplified(text[k]) && !in_set(residue_suspect, text[k]))
			return false;
	}
	survey_fold(&survey, text, 2 * READ + 1, &f);
	memcpy(out, f.text, sizeof out);
	choose(f.text, f.text, 2 * READ + 1, f.doubtful, f.count, 0, out);
	return !choose_same(out[READ], wrong);
}

/* What ends a cell of a table. */
static bool cell_end(cp c) { return c == '\t' || c == '\n'; }

/* Whether in[i] stands in a list of words: Han alone in a cell, with a tab on a side. There is no sentence around it
   that could tell what it should be; a dictionary has spellings of all kinds. */
static bool listed(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t left = i - 1, right = i + 1;

	while (i - left < READ && han_is(around_at(a, left)))
		left--;
	while (right - i < READ && han_is(around_at(a, right)))
		right++;
	cp before = around_at(a, left), behind = around_at(a, right);
	return cell_end(before) && cell_end(behind) && (before == '\t' || behind == '\t');
}

static struct repair rule(void *state, const struct around *a, ptrdiff_t i)
{
	struct repair r = { .rule = RULE_MISCONVERTED };
	const struct misconverted *s = state;
	cp c = around_at(a, i), left = right_beside(s, c, around_at(a, i - 1), false),
	   right = right_beside(s, c, around_at(a, i + 1), true);

	if ((!left && !right) || (left && right && left != right) || left == c || right == c
	    || (!s->damaged && listed(a, i)) || !words_agree(a, i, c))
		return r;
	r.len = 1;
	r.out[r.outlen++] = left ? left : right;
	return r;
}

static size_t find(void *state, const cp *in, size_t i, size_t n)
{
	(void)state;
	for (; (i = scan_set(in, i, n, residue_suspect)) < n; i++)
		if (!i || i + 1 == n || residue_perhaps(in[i], survey_simplify(in[i - 1]), false)
		    || residue_perhaps(in[i], survey_simplify(in[i + 1]), true))
			break;
	return i;
}

/* Whether in[0..n) is traditional text of today. */
static bool traditional(const cp *in, size_t n)
{
	struct survey s = { 0 };
	size_t han = 0, de = 0;

	if (n > SAMPLE)
		n = SAMPLE;
	for (size_t i = 0, piece; i < n; i += piece) {
		piece = n - i < PIECE ? n - i : PIECE;
		survey_add(&s, in + i, piece);
		if (s.simplified * SIMPLIFIED > s.traditional + (n - i - piece))
			return false; /* were all of the rest traditional, it would not be enough */
	}
	for (size_t i = 0; i < n; i++) {
		han += han_is(in[i]);
		de += in[i] == DE;
	}
	return s.traditional && s.simplified * SIMPLIFIED <= s.traditional && de * HAN_PER_DE >= han;
}

static bool damaged(struct misconverted *s, const cp *in, size_t n, bool end)
{
	const struct around a = { in, (ptrdiff_t)n, &s->past };
	size_t wrong = 0, seen = end ? n : n < READ ? 0 : n - READ; /* what is behind is read, too */

	for (size_t i = 0; (i = find(s, in, i, seen)) < seen && wrong < DAMAGED_MIN; i++)
		wrong += rule(s, &a, (ptrdiff_t)i).len;
	return wrong == DAMAGED_MIN;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct misconverted *s = state;

	if (!set->probable || !traditional(in, n) || !prose_chinese(in, n))
		return false;
	s->damaged = damaged(s, in, n, end);
	return true;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct misconverted *s = state;

	return repair_run(find, rule, s, &s->past, HOLD, in, n, end, out, notes);
}

const struct stage stage_misconverted = {
	.name = "misconverted",
	.step = STEP_NOISE,
	.hold = HOLD,
	.state = sizeof(struct misconverted),
	.begin = begin,
	.run = run,
};
