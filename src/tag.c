/* HTML tags in the text of a page: the software that took the text from the page missed them, or they were written
   twice. A page that is about markup keeps them, and one that is markup as a whole does. */
#include "escapes.h"
#include "han.h"
#include "markup.h"
#include "repair.h"
#include "scan.h"
#include "stage.h"
#include "subject.h"

enum {
	SPACES_MAX = 16, /* between tags in a row */
	SHOWN_MAX = 4,   /* tags that a page shows for each time that it speaks of them; one in which more are left has
			    more */
	HOLD = 2 * MARKUP_TAG + SPACES_MAX
};

struct tags {
	uint64_t ended; /* the rows of the table that have an end tag in the page, as bits */
	bool directed;  /* see directs() */
	bool open;      /* behind a '<' that begins no tag, in the same line */
	bool text;      /* there is text before, in the line as it goes out */
	bool han;       /* and Han among it */
	bool beside;    /* the page has tags beside Chinese text, so that those alone in a line are left over, too */
	bool deleted;   /* a tag was, just before */
	bool escape;    /* an escape that goes on may have begun before it */
	bool pending;   /* a tag that ends a paragraph was deleted, and more tags follow */
	struct past past;
};

/* Whether the tag in[i..i+len) is bare, as <del>, and of an element that does not go without an end tag, and the page
   has none: a key, or a name to be filled in, and no tag. */
static bool bare(const struct tags *s, const struct around *a, ptrdiff_t i, ptrdiff_t len,
		 const struct residue_tag *row)
{
	return row->paired && around_at(a, i + 1) != '/' && len == (ptrdiff_t)strlen(row->name) + 2
	       && !(s->ended >> (row - residue_tags) & 1);
}

/* The length of the tag at in[i] that may be left over, or 0. */
static ptrdiff_t left_over(const struct tags *s, const struct around *a, ptrdiff_t i, const struct residue_tag **row)
{
	ptrdiff_t len = around_at(a, i) == '<' ? markup_tag(a, i, row) : 0;

	return len && !bare(s, a, i, len, *row) ? len : 0;
}

static inline int matters(cp c) { return scan_is(c, '<'); }

/* The rows of the table that have an end tag in the page. */
static uint64_t ended(const struct around *a)
{
	const struct residue_tag *row;
	uint64_t found = 0;

	for (size_t i = 0, n = (size_t)a->n; (i = scan(a->in, i, n, matters)) < n; i++)
		if (around_at(a, (ptrdiff_t)i + 1) == '/' && markup_tag(a, (ptrdiff_t)i, &row))
			found |= UINT64_C(1) << (row - residue_tags);
	return found;
}

/* Whether '<' and c can begin a tag, known or not (HTML 4.01, appendix B.3). */
static bool opens(cp c) { return ascii_alpha(c) || c == '/' || c == '!' || c == '?'; }

/* A mark that opens a direction. Where stage ctrl has left one, it has left all behind it in its line: there nothing
   may be taken out that it goes by. */
static inline int directs(cp c)
{
	return scan_within(c, 0x202a, 0x202b) | scan_within(c, 0x202d, 0x202e) | scan_within(c, 0x2066, 0x2068);
}

/* in[from..to), where nothing matters, stays as it is. */
static void pass(struct tags *s, const cp *in, size_t from, size_t to)
{
	size_t k = to;

	s->deleted &= from == to;
	s->directed = scan_line(s->directed, in, from, to, directs);
	while (k > from && in[k - 1] != '\n')
		k--;
	if (k > from)
		s->open = s->text = s->han = false;
	for (; k < to && (s->open || !s->han); k++) {
		s->open &= in[k] != '>';
		s->text |= in[k] > ' ' && in[k] != 0x3000;
		s->han |= han_is(in[k]);
	}
}

static size_t find(void *state, const cp *in, size_t i, size_t n)
{
	size_t k = scan(in, i, n, matters);

	pass(state, in, i, k);
	return k;
}

/* What follows in[i] in its line, but for tags, as far as that is seen and no '<' begins something else. */
enum rest { REST_NOTHING, REST_TEXT, REST_HAN };

static enum rest rest(const struct around *a, ptrdiff_t i)
{
	enum rest found = REST_NOTHING;
	bool inside = false;
	cp quote = 0;

	for (ptrdiff_t k = i; k < i + MARKUP_TAG && around_at(a, k) != '\n'; k++) {
		cp c = around_at(a, k);
		bool opening = c == '<' && opens(around_at(a, k + 1));

		if (inside && (opening || (han_is(c) && !quote)))
			return REST_TEXT;
		if (!inside && han_is(c))
			return REST_HAN;
		if (inside && (c == '"' || c == '\''))
			quote = !quote ? c : c == quote ? 0 : quote;
		if (!inside && c > ' ' && !opening && c != 0x3000)
			found = REST_TEXT;
		inside = opening || (inside && (c != '>' || quote));
	}
	return inside ? REST_TEXT : found;
}

/* Whether the tag in[i..i+len) stands in a line of Chinese, or alone in a page where others do: not in a listing. */
static bool in_chinese(const struct tags *s, const struct around *a, ptrdiff_t i, ptrdiff_t len)
{
	enum rest behind = s->han ? REST_HAN : rest(a, i + len);

	return behind == REST_HAN || (s->beside && !s->text && behind == REST_NOTHING);
}

/* Whether a tag stands in a line of Chinese somewhere. */
static bool beside_chinese(const struct tags *s, const struct around *a)
{
	const struct residue_tag *row;
	bool han = false; /* in the line before in[from] */

	for (size_t i = 0, from = 0, n = (size_t)a->n; (i = scan(a->in, i, n, matters)) < n; i++) {
		ptrdiff_t len = left_over(s, a, (ptrdiff_t)i, &row);

		if (!len)
			continue;
		for (; from < i; from++)
			han = a->in[from] != '\n' && (han || han_is(a->in[from]));
		if (han || rest(a, (ptrdiff_t)i + len) == REST_HAN)
			return true;
	}
	return false;
}

/* Whether the page speaks of tags, and often enough for the tags in it to be those that it speaks of. */
static bool speaks_of_tags(const struct tags *s, const struct around *a)
{
	const struct residue_tag *row;
	size_t n = (size_t)a->n, tags = 0;

	for (size_t i = 0; (i = scan(a->in, i, n, matters)) < n; i++)
		tags += left_over(s, a, (ptrdiff_t)i, &row) > 0;
	return tags && subject_count(SUBJECT_TAG, a->in, n, tags) * SHOWN_MAX >= tags;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct tags *s = state;
	struct around a = { in, (ptrdiff_t)n, &s->past };

	(void)set;
	if ((end && scan(in, 0, n, matters) == n) || !escapes_chinese(in, n, end) || escapes_about_markup(in, n, end))
		return false;
	s->ended = ended(&a);
	if (speaks_of_tags(s, &a))
		return false;
	s->beside = beside_chinese(s, &a);
	return true;
}

/* Whether the tag in[i..i+len) stays where it is. Deleting it must not make another one of what is around it, so none
   goes behind an open '<'; nor one word of two, nor an escape. */
static bool stays(const struct tags *s, const struct around *a, ptrdiff_t i, ptrdiff_t len)
{
	cp before = around_at(a, i - 1), behind = around_at(a, i + len);

	return s->directed || s->open || before == '<' || (ascii_alnum(before) && ascii_alnum(behind))
	       || (s->escape && escapes_continues(behind)) || !in_chinese(s, a, i, len);
}

static struct repair rule(void *state, const struct around *a, ptrdiff_t i)
{
	struct tags *s = state;
	const struct residue_tag *row, *next;
	struct repair r = { .rule = RULE_TAG };
	ptrdiff_t len = left_over(s, a, i, &row);

	if (!s->deleted)
		s->escape = escapes_open(a, i);
	s->deleted = len && !stays(s, a, i, len);
	if (!s->deleted) {
		s->open |= !len && opens(around_at(a, i + 1));
		s->text = true;
		return r;
	}
	ptrdiff_t k = i + len;
	while (around_at(a, k) == ' ' && k < i + len + SPACES_MAX)
		k++;
	r.len = (size_t)len;
	s->pending |= row->block;
	if (left_over(s, a, k, &next))
		return r;
	if (s->pending && s->text && around_at(a, k) != '\n') {
		r.out[r.outlen++] = '\n';
		s->text = s->han = false;
	}
	s->pending = false;
	return r;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct tags *s = state;

	return repair_run(find, rule, s, &s->past, HOLD, in, n, end, out, notes);
}

const struct stage stage_tag = {
	.name = "tag",
	.step = STEP_NOISE,
	.hold = HOLD,
	.state = sizeof(struct tags),
	.begin = begin,
	.run = run,
};
