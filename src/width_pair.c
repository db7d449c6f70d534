#include "width_pair.h"
#include "han.h"
#include "reading.h"
#include "width_code.h"
#include "width_side.h"

enum {
	DEPTH_MAX = 8,      /* brackets are nested so deeply */
	LABEL_MAX = 3,      /* "(12)", "(a)" before a Han are numbers of a list */
	ITEM_MAX = 8,       /* "(b)", "(WTO)" among others of its kind are judged with those */
	LETTERS_PER_HAN = 4 /* in parentheses: from there on Latin prevails */
};

/* What closes a bracket of any kind, the half-width one for parentheses; 0: c opens nothing. The brackets of CJK
   Symbols and Punctuation are in pairs from an even code point on. */
static cp closed_by(cp c)
{
	if (c == '(')
		return ')';
	if (c == '[' || c == '{')
		return c + 2;
	return c >= 0x3008 && c <= 0x301a && !(c & 1) && c != 0x3012 ? c + 1 : 0;
}

static bool closes(cp c) { return c == ')' || c == ']' || c == '}' || (c > 0x3000 && closed_by(c - 1)); }

ptrdiff_t width_closing(const struct around *a, ptrdiff_t i)
{
	cp open[DEPTH_MAX];
	int depth = 0;

	for (ptrdiff_t k = i; k <= i + WIDTH_PAIR_MAX && around_at(a, k) != '\n'; k++) {
		cp c = width_half(around_at(a, k)), close = closed_by(c);

		if (close && depth == DEPTH_MAX)
			return 0;
		if (close)
			open[depth++] = close;
		else if (closes(c) && open[--depth] != c)
			return 0;
		if (!depth)
			return k;
	}
	return 0;
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
	return width_chinese(around_at(a, around_at(a, i) == ' ' ? i + 1 : i));
}

/* Whether in[open..close] stands in a sentence of another script: a space and a word before it, a word behind it. */
static bool in_latin(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	ptrdiff_t right = width_beyond(a, close + 1, 1);

	if (around_at(a, right) == ' ')
		right += around_at(a, right + 1) == '(' ? 2 : 1;
	return around_at(a, open - 1) == ' ' && width_side(a, open - 2, -1) == WIDTH_LATIN
	       && width_token(around_at(a, right)) && width_side(a, right, 1) == WIDTH_LATIN;
}

/* Whether Chinese prevails in in[from..to). */
static bool chinese_inside(const struct around *a, ptrdiff_t from, ptrdiff_t to)
{
	int han = 0, letters = 0;

	for (; from < to; from++) {
		han += width_chinese(around_at(a, from));
		letters += ascii_alpha(around_at(a, from));
	}
	return han && han * LETTERS_PER_HAN >= letters;
}

/* Whether in[open..close] tells how the Han before it is read: 创(chuàng)新, 北京(Běijīng), 落(la). An author's choice
   of brackets, and mostly one of a list: it stays. Letters of pinyin, of which one has a tone mark, or a syllable; a
   letter alone is a label. */
static bool annotation(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	cp letters[WIDTH_PAIR_MAX];
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
	return tone || (n > 1 && reading_plain(letters, n) != READING_NONE);
}

/* Whether in[open..close] is one of a series: "(b)", "(WTO)". */
static bool item(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	if (close - open - 1 > ITEM_MAX || close == open + 1)
		return false;
	while (++open < close)
		if (!ascii_alnum(around_at(a, open)))
			return false;
	return true;
}

/* What items of a series stand side by side with: (a)、(b)和(c). 和 或 与 與 及 至 到. */
static bool joins(cp c)
{
	return c == 0x3001 || c == 0x548c || c == 0x6216 || c == 0x4e0e || c == 0x8207 || c == 0x53ca || c == 0x81f3
	       || c == 0x5230;
}

ptrdiff_t width_next_item(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	if (!item(a, open, close))
		return 0;
	ptrdiff_t i = width_beyond(a, close + 1, 1), end = i + 1;
	i += around_at(a, i) == ' ';
	i += joins(around_at(a, i));
	i += around_at(a, i) == ' ';
	if (width_half(around_at(a, i)) != '(')
		return 0;
	for (end = i + 1; end - i <= ITEM_MAX && ascii_alnum(around_at(a, end)); end++)
		;
	return width_half(around_at(a, end)) == ')' && item(a, i, end) ? i : 0;
}

/* The end of the series that in[open..close] is the first item of, as far as that is looked for. */
static ptrdiff_t series(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	ptrdiff_t last = close;

	while (last - close < WIDTH_ITEMS_AHEAD && (open = width_next_item(a, open, last)))
		last = width_closing(a, open);
	return last;
}

bool width_pair_is_chinese(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	ptrdiff_t left = width_beyond(a, open - 1, -1), right = series(a, open, close) + 1;
	enum width_side before = width_side(a, left, -1);
	enum width_side apart = around_at(a, left) == ' ' ? width_side(a, left - 1, -1) : before;

	if (width_code_pair(a, open, close) || annotation(a, open, close))
		return false;
	if (chinese_inside(a, open + 1, close))
		return !in_latin(a, open, close);
	if (label(a, open + 1, close - 1) && chinese_behind(a, right)
	    && (left < open - 1 || (before == WIDTH_NOTHING && !width_token(around_at(a, left - 1)))))
		return true;
	if (close == open + 1 || width_among_latin(a, left, right))
		return false;
	return before == WIDTH_CHINESE || (apart == WIDTH_CHINESE && chinese_behind(a, width_beyond(a, right, 1)));
}

/* Whether a '(' stands before in[i] in its line that nothing closes, as far as that is seen. */
static bool opened(const struct around *a, ptrdiff_t i)
{
	int depth = 0;

	for (ptrdiff_t k = i - 1; k >= i - AROUND_BACK && around_at(a, k) != '\n'; k--) {
		cp c = width_half(around_at(a, k));

		depth += c == ')';
		if (c == '(' && --depth < 0)
			return true;
	}
	return false;
}

bool width_ends_label(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t from = i;

	while (i - from < LABEL_MAX && ascii_alnum(around_at(a, from - 1)))
		from--;
	cp before = around_at(a, from - 1);
	return label(a, from, i - 1) && (width_space(before) || width_mark(before))
	       && width_chinese(around_at(a, i + 1)) && !opened(a, i);
}
