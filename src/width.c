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
#include "reading.h"
#include "scan.h"
#include "stage.h"
#include "width_code.h"

enum {
	TOKEN_MAX = 32,      /* ASCII attached to Han is looked through this far */
	PAREN_MAX = 256,     /* a pair of parentheses is looked for this far */
	DEPTH_MAX = 8,       /* and nested so deeply */
	QUOTES_MAX = 4,      /* as deep as quotations go */
	MARKS_MAX = 16,      /* marks in a row that are judged together */
	LABEL_MAX = 3,       /* "(12)", "(a)" before a Han are numbers of a list */
	LETTERS_PER_HAN = 4, /* in parentheses: from there on Latin prevails */
	LINE_BACK = 48,      /* Chinese is looked for so far before a foreign word */
	ROWS_MIN = 3,        /* lines with as many commas each make a table from here on */
	HOLD = PAREN_MAX + TOKEN_MAX + MARKS_MAX + 8
};

/* What is known of a ')'. */
enum pair { ALONE, LEFT, WIDENED };

struct width {
	bool table;   /* commas and semicolons separate its columns */
	bool url;     /* inside one */
	bool drawn; /* in a row of a table whose columns are kept apart by drawn lines: a wide mark would shift them */
	struct past past;
	unsigned char close[HOLD]; /* enum pair of the ')' at a position, modulo HOLD */
	size_t at;                 /* the position of in[0], modulo HOLD */
	ptrdiff_t looked; /* how far marks have been looked at, from in[0], */
	ptrdiff_t closed; /* and just behind a ')' that is full width or was made so; they may be less than 0 */
};

/* What a mark can stand beside. */
enum side {
	NOTHING,  /* an edge, a space */
	LATIN,    /* ASCII and whatever is not Chinese */
	ATTACHED, /* the same, but with Han joined to its other side */
	CHINESE
};

static bool mark(cp c)
{
	c = width_half(c);
	return c == ',' || c == ';' || c == ':' || c == '?' || c == '!';
}

/* Chinese text and what only it is set with: brackets, circled and Roman numbers, the boxes and stars of lists and lost
   characters. Marks that others use, too, in either width, are no sign, nor are “” and ‘’, — and …. */
static bool chinese(cp c)
{
	return han_is(c) || (c > 0x3000 && c <= 0x30ff) || (c >= 0xff01 && c <= 0xffef && c == width_half(c))
	       || c == 0x2103 || c == 0x2116 || (c >= 0x2160 && c <= 0x217f) || (c >= 0x2460 && c <= 0x249b)
	       || (c >= 0x25a0 && c <= 0x25ff) || c == 0x2605 || c == 0x2606 || han_private(c);
}

/* What can be joined to Han as part of a Chinese sentence: words, numbers and their units. */
static bool token(cp c)
{
	return ascii_alnum(c) || c == '.' || c == '%' || c == '+' || c == '-' || c == '_' || c == '*' || c == '/'
	       || c == '&' || c == '~' || c == '#' || (c >= 0xa1 && c < 0x2000);
}

static bool space(cp c) { return c == ' ' || c == '\t' || c == '\n' || c == 0x3000 || c == 0xa0; }

/* Marks that belong to the text that they follow (step -1) or stand before: quotation marks, dashes, ellipses. */
static bool belongs(cp c, int step)
{
	return c == (step < 0 ? 0x201d : 0x201c) || c == (step < 0 ? 0x2019 : 0x2018) || c == 0x2014 || c == 0x2026;
}

/* What the text is that begins (step 1) or ends (step -1) at i. */
static enum side side(const struct around *a, ptrdiff_t i, int step)
{
	cp c = around_at(a, i);

	for (int k = 0; k < QUOTES_MAX && belongs(c, step); k++)
		c = around_at(a, i += step);
	if (space(c) || c == 0x201c || c == 0x201d)
		return NOTHING;
	if (chinese(c))
		return CHINESE;
	for (int k = 0; k < TOKEN_MAX && token(c); k++)
		c = around_at(a, i += step);
	return han_is(c) ? ATTACHED : LATIN;
}

/* The code point nearest to i in that direction that is no mark of either width: what stands beside a run of marks. */
static ptrdiff_t beyond_marks(const struct around *a, ptrdiff_t i, int step)
{
	for (int k = 0; k < MARKS_MAX; k++, i += step)
		if (!mark(around_at(a, i)))
			break;
	return i;
}

/* Whether in[i] begins English that a Chinese word stands in: "the city of 北京, China". A Han word between spaces and
   Latin letters on the left, a space and a letter on the right. */
static bool among_latin(const struct around *a, ptrdiff_t left, ptrdiff_t right)
{
	if (around_at(a, right) != ' ' || !ascii_alpha(around_at(a, right + 1)))
		return false;
	for (int k = 0; k < TOKEN_MAX && han_is(around_at(a, left)); k++)
		left--;
	return around_at(a, left) == ' ' && ascii_alpha(around_at(a, left - 1));
}

/* The place of the parenthesis, of either width, that closes the one at in[i], in its line and near; or 0. */
static ptrdiff_t closing(const struct around *a, ptrdiff_t i)
{
	int depth = 0;

	for (ptrdiff_t k = i; k <= i + PAREN_MAX; k++) {
		cp c = width_half(around_at(a, k));

		if (c == '(' && ++depth > DEPTH_MAX)
			return 0;
		if (c == ')' && !--depth)
			return k;
		if (c == '\n')
			return 0;
	}
	return 0;
}

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
		return !closing(a, i);
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

		if (c == next && (c != '!' && (c != '?' || (i + 1 == last && !space(around_at(a, last + 1))))))
			return true;
	}
	return false;
}

/* Whether anything Chinese stands before in[i] in its line. A line that begins with a foreign word and a mark is of a list
   of words: "sustainable;可持续". */
static bool chinese_before(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t first = i - LINE_BACK;

	while (i-- > first && around_at(a, i) != '\n')
		if (chinese(around_at(a, i)))
			return true;
	return false;
}

/* Whether the marks in[first..last] are Chinese punctuation: by what is before and behind them. */
static bool marks_are_chinese(const struct width *s, const struct around *a, ptrdiff_t first, ptrdiff_t last)
{
	cp before = around_at(a, first - 1), behind = around_at(a, last + 1);
	enum side left = side(a, first - 1, -1), right = side(a, last + 1, 1);

	if (mark(before) || mark(behind) || smiley(s, a, first) || odd_row(a, first, last)
	    || width_code_marks(a, first, last))
		return false;
	if (behind == '=' || behind == '[' || (s->url && right != CHINESE && !space(behind)))
		return false;
	if (left == NOTHING) /* a space before the mark can be one too many */
		return before == ' ' && right == CHINESE && side(a, first - 2, -1) == CHINESE;
	if (left == CHINESE || s->closed == first)
		return !among_latin(a, first - 1, last + 1);
	if (right == CHINESE)
		return chinese_before(a, first);
	if (left != ATTACHED)
		return false;
	return right == ATTACHED ? !(ascii_alnum(before) && ascii_alnum(behind)) : right == NOTHING;
}

/* Whether in[from..to] is the number of a list, as in "(12)", "a)": a few digits, or a letter. */
static bool label(const struct around *a, ptrdiff_t from, ptrdiff_t to)
{
	if (from == to && ascii_alpha(around_at(a, from)))
		return true;
	if (from > to || to - from >= LABEL_MAX)
		return false;
	for (; from <= to; from++)
		if (!ascii_digit(around_at(a, from)))
			return false;
	return true;
}

/* Whether what stands at in[i], behind a label, is Chinese: at once, or after a space. */
static bool chinese_behind(const struct around *a, ptrdiff_t i)
{
	return chinese(around_at(a, around_at(a, i) == ' ' ? i + 1 : i));
}

/* Whether in[open..close] stands in a sentence of another script: a space and a word before it, a word behind it. */
static bool in_latin(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	ptrdiff_t right = beyond_marks(a, close + 1, 1);

	if (around_at(a, right) == ' ')
		right += around_at(a, right + 1) == '(' ? 2 : 1;
	return around_at(a, open - 1) == ' ' && side(a, open - 2, -1) == LATIN && token(around_at(a, right))
	       && side(a, right, 1) == LATIN;
}

/* Whether Chinese prevails in in[from..to). */
static bool chinese_inside(const struct around *a, ptrdiff_t from, ptrdiff_t to)
{
	int han = 0, letters = 0;

	for (; from < to; from++) {
		han += chinese(around_at(a, from));
		letters += ascii_alpha(around_at(a, from));
	}
	return han && han * LETTERS_PER_HAN >= letters;
}

/* Whether in[open..close] tells how the Han before it is read: 创(chuàng)新, 北京(Běijīng), 落(la). An author's choice of
   brackets, and mostly one of a list: it stays. Letters of pinyin, of which one has a tone mark, or a syllable. */
static bool annotation(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	cp letters[PAREN_MAX];
	size_t n = 0;
	bool tone = false;

	if (!han_is(around_at(a, open - 1)))
		return false;
	for (ptrdiff_t i = open + 1; i < close; i++) {
		cp c = around_at(a, i);

		if (!han_pinyin_letter(c) && !ascii_upper(c) && c != ' ' && c != '\'' && c != '-' && c != '/')
			return false;
		tone |= c >= 0x80;
		letters[n++] = c;
	}
	return tone || reading_plain(letters, n) != READING_NONE;
}

/* Whether the parentheses at in[open] and in[close] are Chinese: by what is in them and around them. */
static bool pair_is_chinese(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	ptrdiff_t left = beyond_marks(a, open - 1, -1);
	enum side before = side(a, left, -1), apart = around_at(a, left) == ' ' ? side(a, left - 1, -1) : before;

	if (around_at(a, open - 1) == ']') /* a link of Markdown */
		return false;
	if (around_at(a, open) != '(' || around_at(a, close) != ')')
		return true; /* the other one is full width already */
	if (width_code_pair(a, open, close) || annotation(a, open, close))
		return false;
	if (chinese_inside(a, open + 1, close))
		return !in_latin(a, open, close);
	if (label(a, open + 1, close - 1) && chinese_behind(a, close + 1)
	    && (left < open - 1 || (before == NOTHING && !token(around_at(a, left - 1)))))
		return true;
	if (close == open + 1 || among_latin(a, left, close + 1))
		return false;
	return before == CHINESE || (apart == CHINESE && chinese_behind(a, beyond_marks(a, close + 1, 1)));
}

/* Whether the ')' at in[i], which no '(' goes with, ends the number of a list in Chinese: "1)". */
static bool ends_label(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t from = i;

	while (i - from < LABEL_MAX && ascii_alnum(around_at(a, from - 1)))
		from--;
	cp before = around_at(a, from - 1);
	return label(a, from, i - 1) && (space(before) || mark(before)) && chinese(around_at(a, i + 1));
}

/* Whether the parenthesis at in[i] is to be full width. The pair is judged at its opening one, and what is found is
   kept for the other. */
static bool paren_is_chinese(struct width *s, const struct around *a, ptrdiff_t i)
{
	size_t at = s->at + (size_t)i;
	unsigned char pair = s->close[at % HOLD];

	if (width_half(around_at(a, i)) == ')') {
		s->close[at % HOLD] = ALONE;
		return pair == WIDENED || (pair == ALONE && !s->url && !s->drawn && ends_label(a, i));
	}
	ptrdiff_t end = s->url || s->drawn ? 0 : closing(a, i);
	if (!end)
		return false;
	bool widen = pair_is_chinese(a, i, end);
	s->close[(at + (size_t)(end - i)) % HOLD] = widen ? WIDENED : LEFT;
	return widen;
}

static inline int comma(cp c) { return scan_is(c, ','); }

static inline int divides(cp c) { return comma(c) | scan_is(c, '\n'); }

/* Whether the first lines, and nearly all, have the same number of commas, and end like the rows of a table. */
static bool table(const cp *in, size_t n, bool end)
{
	size_t want = 0, commas = 0, rows = 0, others = 0, last = 0;

	if (scan_count(in, n, comma) < ROWS_MIN)
		return false;
	for (size_t i = 0; i <= n; i++) {
		i = scan(in, i, n, divides);
		if (i == n && !end)
			break;
		cp c = i < n ? in[i] : '\n';

		if (c == ',') {
			commas++;
			last = i;
		} else if (i && in[i - 1] != '\n') {
			cp tail = in[i - 1];
			bool row =
				commas && (commas > 1 || last + 1 == i || !han_is(in[last + 1]))
				&& (tail < 0x80 ? ascii_alnum(tail) || tail == '"' || tail == ',' : !han_punct(tail));

			want = want ? want : commas;
			rows += row && commas == want;
			others += !(row && commas == want);
			commas = 0;
		}
	}
	return rows >= ROWS_MIN && others * ROWS_MIN * ROWS_MIN < rows;
}

/* Half-width marks and parentheses, full-width parentheses, which may have a half-width partner, and what draws
   tables. It finds a few others near those, as fewer comparisons are faster. */
static inline int matters(cp c)
{
	return scan_is(c, '!') | scan_within(c, '(', ',') | scan_within(c, ':', '?') | scan_within(c, 0xff08, 0xff09)
	       | scan_within(c, 0x2502, 0x2551);
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct width *s = state;

	(void)set;
	s->looked = s->closed = PTRDIFF_MIN / 2;
	if ((end && scan(in, 0, n, matters) == n) || !prose_chinese(in, n))
		return false;
	s->table = table(in, n, end);
	return true;
}

/* The first of the marks in a row with in[i], of either width. Those of full width are not looked for. */
static ptrdiff_t first_mark(const struct width *s, const struct around *a, ptrdiff_t i)
{
	ptrdiff_t first = i;

	while (first > s->looked && i - first + 1 < MARKS_MAX && mark(around_at(a, first - 1)))
		first--;
	return first;
}

/* Looks at the marks, or the parenthesis, at in[i]; returns how many there are and tells which of them to widen. */
static size_t look(struct width *s, const struct around *a, ptrdiff_t i, bool *widen)
{
	ptrdiff_t first, last = i;

	if (!mark(around_at(a, i))) {
		*widen = paren_is_chinese(s, a, i);
		return 1;
	}
	first = first_mark(s, a, i);
	while (last + 1 < first + MARKS_MAX && mark(around_at(a, last + 1)))
		last++;
	s->looked = last + 1;
	*widen = marks_are_chinese(s, a, first, last);
	if (s->drawn || (s->table && (around_at(a, i) == ',' || around_at(a, i) == ';')))
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
		if (k + 1 == i + n && mark(c) && behind == ' ' && chinese(around_at(a, (ptrdiff_t)k + 2)))
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
		if (i == n || (!end && n - i <= HOLD))
			break;
		cp c = width_half(in[i]);
		bool widen;

		len = 1;
		if (s->url && (space(c) || (c >= 0x80 && !han_is(c))))
			s->url = false;
		if (c == '\n' || c == 0x2502 || c == 0x2503 || c == 0x2551) /* │ ┃ ║ */
			s->drawn = c != '\n';
		if (!(c == '(' || c == ')' || mark(c)))
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
