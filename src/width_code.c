#include "width_code.h"
#include "han.h"

enum {
	FIELD_MAX = 16,     /* the name of a field is no longer */
	REFERENCE_MAX = 10, /* nor that of a character: thetasym (HTML 4.01) */
	KEY_MAX = 32,       /* nor what stands before a mark in a key of TeX */
	COMMAND_MAX = 16    /* nor the name of a command of TeX that takes keys: \textcite */
};

static bool space(cp c) { return c == ' ' || c == '\t' || c == '\n' || c == 0x3000 || c == 0xa0; }

/* Whether the colon at in[i] ends a field (":作者:") or begins a role (":ref:`...`") of reStructuredText. */
static bool of_field(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t k = i - 1, to = i + 1;

	while (i - k < FIELD_MAX && width_half(around_at(a, k)) != ':' && !space(around_at(a, k)))
		k--;
	while (to - i < WIDTH_CODE_AHEAD && (ascii_alnum(around_at(a, to)) || around_at(a, to) == ':'))
		to++;
	return (k < i - 1 && width_half(around_at(a, k)) == ':' && space(around_at(a, k - 1)))
	       || (around_at(a, to) == '`' && around_at(a, to - 1) == ':');
}

/* Whether the semicolon at in[i] ends a reference to a character (&nbsp; &#160; of HTML). */
static bool of_reference(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t k = i - 1;

	while (i - k < REFERENCE_MAX && (ascii_alnum(around_at(a, k)) || around_at(a, k) == '#'))
		k--;
	return k < i - 1 && around_at(a, k) == '&';
}

/* Whether word stands in in[from..to). */
static bool holds(const struct around *a, ptrdiff_t from, ptrdiff_t to, const char *word)
{
	ptrdiff_t n = (ptrdiff_t)strlen(word);

	for (ptrdiff_t k; from + n <= to; from++) {
		for (k = 0; k < n && around_at(a, from + k) == (cp)word[k]; k++)
			;
		if (k == n)
			return true;
	}
	return false;
}

/* Whether in[i] stands in the keys of a command of TeX that cites, refers or labels: \cite{张三,李四}, \label{图:一}.
 */
static bool of_key(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t open = i - 1, from;

	while (i - open < KEY_MAX && around_at(a, open) != '{' && around_at(a, open) != '}' && around_at(a, open) > ' ')
		open--;
	for (from = open; open - from < COMMAND_MAX && ascii_alpha(around_at(a, from - 1)); from--)
		;
	return around_at(a, open) == '{' && around_at(a, from - 1) == '\\'
	       && (holds(a, from, open, "cite") || holds(a, from, open, "ref") || holds(a, from, open, "label"));
}

bool width_code_marks(const struct around *a, ptrdiff_t first, ptrdiff_t last)
{
	return around_at(a, first - 1) == '<' /* <!-- <?xml */
	       || (width_half(around_at(a, last)) == ':' && of_field(a, last))
	       || (width_half(around_at(a, first)) == ';' && of_reference(a, first)) || of_key(a, first);
}

static bool ascii_quote(cp c) { return c == '"' || c == '\'' || c == '`'; }

/* Whether in[open..close] is of a program: what a function is called with, something quoted first or a comment; the
   head of a block; a key of a menu (&F); what braces hold; a substitution. */
static bool program(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	cp before = around_at(a, open - 1), behind = around_at(a, close + 1), next = around_at(a, close + 2);
	ptrdiff_t k = open + 1;

	if (around_at(a, k) == '&' || (around_at(a, k) == '/' && around_at(a, k + 1) == '*') || before == '{'
	    || before == '$')
		return true;
	if (behind == ' ') {
		behind = next;
		next = around_at(a, close + 3);
	}
	if (behind == '{' || behind == '}' || ((behind == '=' || behind == '-') && next == '>'))
		return true;
	if (before == ' ')
		before = around_at(a, open - 2);
	while (k < close && !han_is(around_at(a, k)) && !ascii_quote(around_at(a, k)))
		k++;
	return before > ' ' && before < 0x80 && !strchr(",;:?!()", (int)before) && ascii_quote(around_at(a, k));
}

/* Whether in[from..to) is a point or an interval, as in (0, 1), (x, y): numbers and letters, with commas. */
static bool tuple(const struct around *a, ptrdiff_t from, ptrdiff_t to)
{
	bool comma = false;

	for (; from < to; from++) {
		cp c = width_half(around_at(a, from));

		comma |= c == ',';
		if (!(ascii_digit(c) || c == ',' || c == ' ' || c == '.' || c == '-' || c == '+'
		      || (ascii_alpha(c) && !ascii_alpha(around_at(a, from + 1)))))
			return false;
	}
	return comma;
}

bool width_code_pair(const struct around *a, ptrdiff_t open, ptrdiff_t close)
{
	return program(a, open, close) || tuple(a, open + 1, close);
}
