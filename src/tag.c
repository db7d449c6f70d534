/* HTML tags in the text of a page: the software that took the text from the page missed them, or they were written
   twice. A page that is about markup keeps them, and one that is markup as a whole does. */
#include "han.h"
#include "prose.h"
#include "repair.h"
#include "residue_table.h"
#include "scan.h"
#include "stage.h"

enum {
	TAG_MAX = 256,   /* a tag is no longer, with its attributes */
	NAME_MAX = 10,   /* of the names in dict/tags.txt: "blockquote" */
	SPACES_MAX = 16, /* between tags in a row */
	HOLD = 2 * TAG_MAX + SPACES_MAX
};

struct tags {
	uint64_t ended; /* the rows of the table that have an end tag in the page, as bits */
	bool open;      /* behind a '<' that begins no tag, in the same line */
	bool text;      /* there is text before, in the line as it goes out */
	bool han;       /* and Han among it */
	bool beside;    /* the page has tags beside Chinese text, so that those alone in a line are left over, too */
	bool pending;   /* a tag that ends a paragraph was deleted, and more tags follow */
	struct past past;
};

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

/* The length of the tag of the table that begins at in[i], a '<', or 0. Attributes are ASCII but for what is quoted. */
static ptrdiff_t tag(const struct around *a, ptrdiff_t i, const struct residue_tag **row)
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
	for (; k < i + TAG_MAX; k++) {
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
	ptrdiff_t len = around_at(a, i) == '<' ? tag(a, i, row) : 0;

	return len && !bare(s, a, i, len, *row) ? len : 0;
}

/* The rows of the table that have an end tag in the page. */
static uint64_t ended(const struct around *a)
{
	const struct residue_tag *row;
	uint64_t found = 0;

	for (ptrdiff_t i = 0; i < a->n; i++)
		if (a->in[i] == '<' && around_at(a, i + 1) == '/' && tag(a, i, &row))
			found |= UINT64_C(1) << (row - residue_tags);
	return found;
}

static bool quotes(cp c)
{
	return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201d) || c == 0x300c || c == 0x300d
	       || c == '(' || c == ')' || c == 0xff08 || c == 0xff09;
}

/* Whether in[i..i+len) is spoken of: in quotation marks, or called a tag, an element or a mark. */
static bool mentioned(const struct around *a, ptrdiff_t i, ptrdiff_t len)
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

/* Whether the page is markup (of HTML, or of Markdown, which may hold tags of HTML), or says that it is about it, or
   shows a tag. */
static bool about_markup(const struct around *a)
{
	static const char *const language[] = { "html", "xhtml", "xml", "css", "javascript" };
	static const char *const source[] = {
		"html", "head", "body", "script", "style", "meta", "link", "form", "input"
	};
	const cp *in = a->in;
	size_t n = (size_t)a->n;

	for (size_t i = 0; i < n; i++) {
		const struct residue_tag *row;

		if (in[i] == ']' || in[i] == '`') {
			if (text_at(in, n, i, "](") || text_at(in, n, i, "```"))
				return true;
		} else if (in[i] == '<') {
			ptrdiff_t len = tag(a, (ptrdiff_t)i, &row);

			if ((len && mentioned(a, (ptrdiff_t)i, len))
			    || (i + 1 < n && (in[i + 1] == '!' || in[i + 1] == '?')))
				return true;
			for (size_t k = 0; k < sizeof source / sizeof *source; k++)
				if (word_at(in, n, i + 1, source[k]))
					return true;
		} else if (ascii_alpha(in[i])
			   && !(i && in[i - 1] < 0x80
				&& (ascii_alnum(in[i - 1]) || strchr("./:-_@<", (int)in[i - 1])))) {
			for (size_t k = 0; k < sizeof language / sizeof *language; k++)
				if (word_at(in, n, i, language[k]))
					return true;
		}
	}
	return false;
}

/* Whether '<' and c can begin a tag, known or not (HTML 4.01, appendix B.3). */
static bool opens(cp c) { return ascii_alpha(c) || c == '/' || c == '!' || c == '?'; }

static inline int matters(cp c) { return scan_is(c, '<'); }

/* in[from..to), where nothing matters, stays as it is. */
static void pass(struct tags *s, const cp *in, size_t from, size_t to)
{
	size_t k = to;

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

	for (ptrdiff_t k = i; k < i + TAG_MAX && around_at(a, k) != '\n'; k++) {
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
	bool han = false;

	for (ptrdiff_t i = 0; i < a->n; i++) {
		ptrdiff_t len = left_over(s, a, i, &row);

		if (len && (han || rest(a, i + len) == REST_HAN))
			return true;
		han = a->in[i] != '\n' && (han || han_is(a->in[i]));
	}
	return false;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct tags *s = state;
	struct around a = { in, (ptrdiff_t)n, &s->past };

	(void)set;
	if ((end && scan(in, 0, n, matters) == n) || !prose_chinese(in, n) || about_markup(&a))
		return false;
	s->ended = ended(&a);
	s->beside = beside_chinese(s, &a);
	return true;
}

/* Deleting a tag must not make another one of what is around it: none goes behind an open '<'. */
static struct repair rule(void *state, const struct around *a, ptrdiff_t i)
{
	struct tags *s = state;
	const struct residue_tag *row, *next;
	struct repair r = { .rule = RULE_TAG };
	ptrdiff_t len = left_over(s, a, i, &row);
	cp before = around_at(a, i - 1);

	if (!len || s->open || before == '<' || (ascii_alnum(before) && ascii_alnum(around_at(a, i + len)))
	    || !in_chinese(s, a, i, len)) {
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
