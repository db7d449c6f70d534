/* Half-width punctuation in Chinese text made full width (GB/T 15834-2011: the marks of Chinese take a whole cell).
 *
 * A mark belongs to the text before it, so that is asked first, and then what follows. ASCII that is attached to Han
 * without a space (93%, 10MB, App in 用App,再) is part of the Chinese text around it; ASCII on both sides of a mark
 * leaves it alone (12:30, 1,000, a URL, code). Half-width and full-width marks count the same as neighbours, so the
 * stage finds nothing more to do in what it has made. A full stop is never made: a period stands in too many things.
 */
#include "around.h"
#include "han.h"
#include "prose.h"
#include "scan.h"
#include "stage.h"
#include "width_code.h"
#include "width_pair.h"
#include "width_row.h"
#include "width_side.h"

enum {
	LINE_BACK = 48, /* Chinese is looked for so far before a foreign word */
	HOLD = WIDTH_PAIR_MAX + WIDTH_ITEMS_AHEAD + WIDTH_TOKEN_MAX + WIDTH_MARKS_MAX + 8
};
_Static_assert((int)WIDTH_ROW_AHEAD < (int)HOLD, "rows are seen");

/* What is known of a ')'. */
enum pair { ALONE, LEFT, WIDENED };

struct width {
	bool table; /* commas and semicolons separate its columns */
	struct width_row row;
	bool url;   /* inside one */
	bool drawn; /* in a row of a table whose columns are kept apart by drawn lines: a wide mark would shift them */
	struct past past;
	unsigned char close[HOLD]; /* enum pair of the ')' at a position, modulo HOLD */
	size_t at;                 /* the position of in[0], modulo HOLD */
	/* Places, from in[0], which may be less than 0. */
	ptrdiff_t looked; /* how far marks have been looked at */
	ptrdiff_t closed; /* just behind a ')' that is full width or was made so */
	ptrdiff_t item;   /* a '(' that goes the way of the pair before it, */
	bool widen;       /* which is this */
};

/* Whether in[i], an eye, begins ":)", ";-D" or the like. A mouth that is one of a pair of parentheses is none. */
static bool smiley(const struct width *s, const struct around *a, ptrdiff_t i)
{
	cp c = around_at(a, i);

	if (c != ':' && c != ';')
		return false;
	c = around_at(a, ++i);
	if (c == '-' || c == '^' || c == '\'')
		c = around_at(a, ++i);
	if (c == '(')
		return !width_closing(a, i);
	if (c == ')')
		return s->close[(s->at + (size_t)i) % HOLD] == ALONE;
	return c == '/' || c == '|'
	       || ((c == 'D' || c == 'P' || c == 'p' || c == 'o' || c == 'O') && !ascii_alnum(around_at(a, i + 1)));
}

/* Marks in a row that stand for something else: "::", ",,", and "??" for characters that were lost. */
static bool odd_row(const struct around *a, ptrdiff_t first, ptrdiff_t last)
{
	for (ptrdiff_t i = first; i < last; i++) {
		cp c = width_half(around_at(a, i)), next = width_half(around_at(a, i + 1));

		if (c == next && (c != '!' && (c != '?' || (i + 1 == last && !width_space(around_at(a, last + 1))))))
			return true;
	}
	return false;
}

/* Whether anything Chinese stands before in[i] in its line. A line that begins with a foreign word and a mark is of a
   list of words: "sustainable;可持续". */
static bool chinese_before(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t first = i - LINE_BACK;

	while (i-- > first && around_at(a, i) != '\n')
		if (width_chinese(around_at(a, i)))
			return true;
	return false;
}

/* Whether the marks in[first..last] are Chinese punctuation: by what is before and behind them. */
static bool marks_are_chinese(const struct width *s, const struct around *a, ptrdiff_t first, ptrdiff_t last)
{
	cp before = around_at(a, first - 1), behind = around_at(a, last + 1);
	enum width_side left = width_side(a, first - 1, -1), right = width_side(a, last + 1, 1);

	if (width_mark(before) || width_mark(behind) || smiley(s, a, first) || odd_row(a, first, last)
	    || width_code_marks(a, first, last))
		return false;
	if (behind == '=' || behind == '[' || (s->url && right != WIDTH_CHINESE && !width_space(behind)))
		return false;
	if (left == WIDTH_NOTHING) /* a space before the mark can be one too many */
		return before == ' ' && right == WIDTH_CHINESE && width_side(a, first - 2, -1) == WIDTH_CHINESE;
	if (left == WIDTH_CHINESE || s->closed == first)
		return !width_among_latin(a, first - 1, last + 1);
	if (right == WIDTH_CHINESE)
		return chinese_before(a, first);
	if (left != WIDTH_ATTACHED)
		return false;
	return right == WIDTH_ATTACHED ? !(ascii_alnum(before) && ascii_alnum(behind)) : right == WIDTH_NOTHING;
}

/* The same of the pair of parentheses at in[open] and in[close]. */
static bool pair_is_chinese(const struct width *s, const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	if (around_at(a, open - 1) == ']') /* a link of Markdown */
		return false;
	if (around_at(a, open) != '(' || around_at(a, close) != ')')
		return true; /* the other one is full width already */
	return s->item == open ? s->widen : width_pair_is_chinese(a, open, close);
}

/* Whether the parenthesis at in[i] is to be full width. The pair is judged at its opening one, and what is found is
   kept for the other. */
static bool paren_is_chinese(struct width *s, const struct around *a, ptrdiff_t i)
{
	size_t at = s->at + (size_t)i;
	unsigned char pair = s->close[at % HOLD];

	if (width_half(around_at(a, i)) == ')') {
		s->close[at % HOLD] = ALONE;
		return pair == WIDENED || (pair == ALONE && !s->url && !s->drawn && width_ends_label(a, i));
	}
	ptrdiff_t end = s->url || s->drawn ? 0 : width_closing(a, i), next;
	if (!end)
		return false;
	bool widen = pair_is_chinese(s, a, i, end);
	s->close[(at + (size_t)(end - i)) % HOLD] = widen ? WIDENED : LEFT;
	next = width_next_item(a, i, end);
	if (next) {
		s->item = next;
		s->widen = widen;
	}
	return widen;
}

/* Half-width marks and parentheses, full-width parentheses, which may have a half-width partner, and what draws
   tables. It finds a few others near those, as fewer comparisons are faster. */
static inline int matters(cp c)
{
	return scan_is(c, '!') | scan_within(c, '(', ',') | scan_within(c, ':', '?') | scan_within(c, 0xff08, 0xff09)
	       | scan_within(c, 0x2502, 0x2551);
}

static inline int line_feed(cp c) { return scan_is(c, '\n'); }

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct width *s = state;

	(void)set;
	s->looked = s->closed = s->item = PTRDIFF_MIN / 2;
	if ((end && scan(in, 0, n, matters) == n) || !prose_chinese(in, n))
		return false;
	s->table = width_row_page(in, n, end);
	return true;
}

/* The first of the marks in a row with in[i], of either width. Those of full width are not looked for. */
static ptrdiff_t first_mark(const struct width *s, const struct around *a, ptrdiff_t i)
{
	ptrdiff_t first = i;

	while (first > s->looked && i - first + 1 < WIDTH_MARKS_MAX && width_mark(around_at(a, first - 1)))
		first--;
	return first;
}

/* Whether one of the marks in[i..last] can keep columns apart. */
static bool separates(const struct around *a, ptrdiff_t i, ptrdiff_t last)
{
	while (i <= last && around_at(a, i) != ',' && around_at(a, i) != ';')
		i++;
	return i <= last;
}

/* Whether all that is looked at around in[i] is there, though that be less than HOLD: the rest of its line, and of the
   lines behind it what tells whether a comma is of a table. */
static bool seen(struct width *s, const struct around *a, ptrdiff_t i)
{
	if (scan(a->in, (size_t)i, (size_t)a->n, line_feed) == (size_t)a->n)
		return false;
	ptrdiff_t last = i;

	while (width_mark(around_at(a, last + 1)))
		last++;
	return s->drawn || s->table || !separates(a, i, last) || width_row_seen(&s->row, a, i);
}

/* Looks at the marks, or the parenthesis, at in[i]; returns how many there are and tells which of them to widen. */
static size_t look(struct width *s, const struct around *a, ptrdiff_t i, bool *widen)
{
	ptrdiff_t first, last = i;

	if (!width_mark(around_at(a, i))) {
		*widen = paren_is_chinese(s, a, i);
		return 1;
	}
	first = first_mark(s, a, i);
	while (last + 1 < first + WIDTH_MARKS_MAX && width_mark(around_at(a, last + 1)))
		last++;
	s->looked = last + 1;
	*widen = marks_are_chinese(s, a, first, last);
	if (s->drawn || (separates(a, i, last) && (s->table || width_row(&s->row, a, i))))
		*widen = false;
	if (*widen)
		s->url = false;
	else if (around_at(a, i) == ':' && around_at(a, i + 1) == '/' && around_at(a, i + 2) == '/')
		s->url = true;
	return (size_t)(last - i + 1);
}

/* Writes the marks or the parenthesis in[i..i+n) in full width; returns how much of in that used up. A space that goes
   with a half-width mark is part of the full-width one. */
static size_t write(const struct around *a, size_t i, size_t n, struct buf *out, struct note *notes)
{
	size_t used = n;

	for (size_t k = i; k < i + n; k++) {
		cp c = a->in[k], behind = around_at(a, (ptrdiff_t)k + 1);

		if (c != width_half(c)) {
			buf_put(out, c);
			continue;
		}
		if (k + 1 == i + n && width_mark(c) && behind == ' ' && width_chinese(around_at(a, (ptrdiff_t)k + 2)))
			used++;
		buf_put(out, c + WIDTH_FULL);
		note(notes, RULE_WIDTH, k, 1 + used - n, 1);
	}
	return used;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct width *s = state;
	struct around a = { in, (ptrdiff_t)n, &s->past };
	size_t i = 0, from = 0; /* in[from..i) is to be copied */

	for (size_t len;; i += len) {
		if (!s->url && !s->drawn)
			i = scan(in, i, n, matters);
		if (i == n || (!end && n - i <= HOLD && !seen(s, &a, (ptrdiff_t)i)))
			break;
		cp c = width_half(in[i]);
		bool widen;

		len = 1;
		if (s->url && (width_space(c) || (c >= 0x80 && !han_is(c))))
			s->url = false;
		if (c == '\n' || c == 0x2502 || c == 0x2503 || c == 0x2551) /* │ ┃ ║ */
			s->drawn = c != '\n';
		if (!(c == '(' || c == ')' || width_mark(c)))
			continue;
		len = look(s, &a, (ptrdiff_t)i, &widen);
		if (c == ')' && (widen || in[i] != c))
			s->closed = (ptrdiff_t)i + 1;
		if (!widen)
			continue;
		buf_add(out, in + from, i - from);
		len = write(&a, i, len, out, notes);
		from = i + len;
	}
	buf_add(out, in + from, i - from);
	past_keep(&s->past, in, i);
	s->at = (s->at + i) % HOLD;
	s->looked -= (ptrdiff_t)i;
	s->closed -= (ptrdiff_t)i;
	s->item -= (ptrdiff_t)i;
	s->row.end -= (ptrdiff_t)i;
	return i;
}

const struct stage stage_width = {
	.name = "width",
	.step = STEP_WIDTH,
	.hold = HOLD,
	.state = sizeof(struct width),
	.begin = begin,
	.run = run,
};
