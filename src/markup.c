#include "markup.h"
#include "han.h"
#include "scan.h"
#include "subject.h"
#include <string.h>

enum { NAME_MAX = 10 }; /* of the names in dict/tags.txt: "blockquote" */

/* Whether that text (in lower case) stands at in[i]. */
static bool text_at(const cp *in, size_t n, size_t i, const char *text)
{
	for (; *text; i++, text++)
		if (i >= n || ascii_fold(in[i]) != (cp)*text)
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
		name[n] = (char)ascii_fold(around_at(a, i + n));
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

/* Whether in[i..i+len) is spoken of: in quotation marks, or between words that say what is done with a tag. */
static bool mentioned(const struct around *a, ptrdiff_t i, ptrdiff_t len)
{
	ptrdiff_t right = i + len, left = i;

	if (quotes(around_at(a, left - 1)) && quotes(around_at(a, right)))
		return true;
	right += around_at(a, right) == ' ';
	left -= around_at(a, left - 1) == ' ';
	return subject_spoken_of(SUBJECT_TAG, a, left, right);
}

static inline int telling(cp c) { return scan_is(c, ']') | scan_is(c, '`') | scan_is(c, '<'); }

bool markup_about(const struct around *a)
{
	static const char *const source[] = {
		"html", "head", "body", "script", "style", "meta", "link", "form", "input"
	};
	const cp *in = a->in;
	size_t n = (size_t)a->n;

	for (size_t i = 0; (i = scan(in, i, n, telling)) < n; i++) {
		const struct residue_tag *row;

		if (in[i] != '<') {
			if (text_at(in, n, i, "](") || text_at(in, n, i, "```"))
				return true;
			continue;
		}
		ptrdiff_t len = markup_tag(a, (ptrdiff_t)i, &row);
		if ((len && mentioned(a, (ptrdiff_t)i, len)) || (i + 1 < n && (in[i + 1] == '!' || in[i + 1] == '?')))
			return true;
		for (size_t k = 0; k < sizeof source / sizeof *source; k++)
			if (word_at(in, n, i + 1, source[k]))
				return true;
	}
	return subject_count(SUBJECT_MARKUP, in, n, 1) > 0;
}
