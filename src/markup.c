#include "markup.h"
#include "han.h"
#include "scan.h"
#include <string.h>

enum { NAME_MAX = 10 }; /* of the names in dict/tags.txt: "blockquote" */

static cp lower(cp c) { return ascii_upper(c) ? c | 0x20 : c; }

/* Whether that text (in lower case) stands at in[i]. */
static bool text_at(const cp *in, size_t n, size_t i, const char *text)
{
	for (; *text; i++, text++)
		if (i >= n || lower(in[i]) != (cp)*text)
			return false;
	return true;
}

/* Whether the word at in[i] is that one. */
static bool word_at(const cp *in, size_t n, size_t i, const char *word)
{
	size_t to = i + strlen(word);

	return text_at(in, n, i, word) && (to >= n || !ascii_alpha(in[to]));
}

/* The row of the table that the name at in[i] has, or NULL; its length goes to len. */
static const struct residue_tag *known(const struct around *a, ptrdiff_t i, ptrdiff_t *len)
{
	char name[NAME_MAX + 1] = "";
	ptrdiff_t n = 0;

	while (n < NAME_MAX && ascii_alnum(around_at(a, i + n))) {
		name[n] = (char)lower(around_at(a, i + n));
		n++;
	}
	*len = n;
	for (size_t k = 0; n && k < residue_tags_n; k++)
		if (!strcmp(residue_tags[k].name, name))
			return &residue_tags[k];
	return NULL;
}

ptrdiff_t markup_tag(const struct around *a, ptrdiff_t i, const struct residue_tag **row)
{
	ptrdiff_t len, k = i + 1 + (around_at(a, i + 1) == '/');
	cp quote = 0;

	*row = known(a, k, &len);
	if (!*row)
		return 0;
	k += len;
	cp c = around_at(a, k);
	if (c != '>' && c != ' ' && !(c == '/' && around_at(a, k + 1) == '>'))
		return 0;
	for (; k < i + MARKUP_TAG; k++) {
		c = around_at(a, k);
		if (c == '\n' || c == '<' || (c >= 0x80 && !quote))
			return 0;
		if (c == '>' && !quote)
			return k - i + 1;
		if (c == '"' || c == '\'')
			quote = !quote ? c : c == quote ? 0 : quote;
	}
	return 0;
}

static bool quotes(cp c)
{
	return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201d) || c == 0x300c || c == 0x300d
	       || c == '(' || c == ')' || c == 0xff08 || c == 0xff09;
}

bool markup_mentioned(const struct around *a, ptrdiff_t i, ptrdiff_t len)
{
	static const cp called[][2] = {
		{ 0x6807, 0x7b7e }, { 0x6a19, 0x7c64 }, { 0x6a19, 0x7c3d },
		{ 0x6807, 0x8bb0 }, { 0x6a19, 0x8a18 }, { 0x5143, 0x7d20 }
	}; /* 标签 標籤 標簽 标记 標記 元素 */
	ptrdiff_t right = i + len, left = i - 1;

	if (quotes(around_at(a, left)) && quotes(around_at(a, right)))
		return true;
	right += around_at(a, right) == ' ';
	left -= around_at(a, left) == ' ';
	for (size_t k = 0; k < sizeof called / sizeof *called; k++)
		if ((around_at(a, right) == called[k][0] && around_at(a, right + 1) == called[k][1])
		    || (around_at(a, left) == called[k][1] && around_at(a, left - 1) == called[k][0]))
			return true;
	return false;
}

/* What markup_about() looks at: the names of languages begin with these letters. */
static inline int telling(cp c)
{
	return scan_is(c, ']') | scan_is(c, '`') | scan_is(c, '<') | scan_is(c | 0x20, 'h') | scan_is(c | 0x20, 'x')
	       | scan_is(c | 0x20, 'c') | scan_is(c | 0x20, 'j');
}

bool markup_about(const struct around *a)
{
	static const char *const language[] = { "html", "xhtml", "xml", "css", "javascript" };
	static const char *const source[] = {
		"html", "head", "body", "script", "style", "meta", "link", "form", "input"
	};
	const cp *in = a->in;
	size_t n = (size_t)a->n;

	for (size_t i = 0; (i = scan(in, i, n, telling)) < n; i++) {
		const struct residue_tag *row;

		if (in[i] == ']' || in[i] == '`') {
			if (text_at(in, n, i, "](") || text_at(in, n, i, "```"))
				return true;
		} else if (in[i] == '<') {
			ptrdiff_t len = markup_tag(a, (ptrdiff_t)i, &row);

			if ((len && markup_mentioned(a, (ptrdiff_t)i, len))
			    || (i + 1 < n && (in[i + 1] == '!' || in[i + 1] == '?')))
				return true;
			for (size_t k = 0; k < sizeof source / sizeof *source; k++)
				if (word_at(in, n, i + 1, source[k]))
					return true;
		} else if (!(i && in[i - 1] < 0x80
				&& (ascii_alnum(in[i - 1]) || strchr("./:-_@<", (int)in[i - 1])))) {
			for (size_t k = 0; k < sizeof language / sizeof *language; k++)
				if (word_at(in, n, i, language[k]))
					return true;
		}
	}
	return false;
}
