#include "width_code.h"
#include "han.h"
#include "width_side.h"

enum {
	FIELD_MAX = 16,     /* the name of a field is no longer */
	REFERENCE_MAX = 10, /* nor that of a character: thetasym (HTML 4.01) */
	KEY_MAX = 32,       /* nor what stands before a mark in a key of TeX */
	COMMAND_MAX = 16,   /* nor the name of a command of TeX that takes keys: \textcite */
	PATH_MAX = 48,      /* a URL is looked back through this far */
	QUERY_MAX = 24      /* and the name of a value that it asks for is no longer */
};

/* Whether the colon at in[i] ends a field (":作者:") or begins a role (":ref:`...`") of reStructuredText. */
static bool of_field(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t k = i - 1, to = i + 1;

	while (i - k < FIELD_MAX && width_half(around_at(a, k)) != ':' && !width_space(around_at(a, k)))
		k--;
	while (to - i < WIDTH_CODE_AHEAD && (ascii_alnum(around_at(a, to)) || around_at(a, to) == ':'))
		to++;
	return (k < i - 1 && width_half(around_at(a, k)) == ':' && width_space(around_at(a, k - 1)))
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

static bool of_path(cp c) { return width_token(c) || han_is(c); }

/* Whether in[i] stands behind a host and a path: x.cn/中文. */
static bool behind_path(const struct around *a, ptrdiff_t i)
{
	bool path = false;

	for (ptrdiff_t k = i - 1; i - k <= PATH_MAX && of_path(around_at(a, k)); k--) {
		path |= around_at(a, k) == '/';
		if (path && around_at(a, k) == '.' && ascii_alnum(around_at(a, k - 1)))
			return true;
	}
	return false;
}

/* Whether the question mark at in[i] begins the query of a URL: ?a=1. A name of Han may as well begin a sentence: it is
   part of a URL where a host stands before it. */
static bool of_query(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t to = i + 1;
	bool han = false;

	for (; to - i <= QUERY_MAX && (of_path(around_at(a, to))); to++)
		han |= han_is(around_at(a, to));
	return to > i + 1 && around_at(a, to) == '=' && (!han || behind_path(a, i));
}

bool width_code_marks(const struct around *a, ptrdiff_t first, ptrdiff_t last)
{
	return around_at(a, first - 1) == '<' /* <!-- <?xml */
	       || (width_half(around_at(a, last)) == ':' && of_field(a, last))
	       || (width_half(around_at(a, first)) == ';' && of_reference(a, first))
	       || (around_at(a, first) == '?' && of_query(a, first)) || of_key(a, first);
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
