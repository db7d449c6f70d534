#include "realign_way.h"
#include "cp936.h"
#include "familiar.h"
#include "han.h"
#include "lm.h"
#include "reading.h"
#include "survey.h"

/* So many "?" in a row are text that was lost as a whole: damage of this kind leaves 3 at most. */
enum { MANY = 4 };

/* Prices, beside those of the characters by the model. Where a page is known to be damaged, lost bytes are no wonder, and
   the questions that it asks are not so many. */
enum {
	UNCLOSED = 8 * LM_BIT,    /* a line that ends inside a quotation */
	SIMPLIFIED = 10 * LM_BIT, /* a simplified character: the software had made the page traditional first */
	AGAIN = 14 * LM_BIT,      /* 。 twice: the model has seen rows of them for an ellipsis, which are no lost bytes */
	LOST = 10 * LM_BIT,       /* control bytes that split a pair, each time: most "?" are questions */
	LOST_AGAIN = 6 * LM_BIT,  /* ... of a page that is known to be damaged, not behind a question */
	ASKED_TWICE = 20 * LM_BIT, /* "??" as themselves, there; not "???", as people ask who ask more than once */
	LIKELY = LM_BIT           /* off, for the byte that is lost most often: that of 。 and ” */
};

enum {
	FULL_STOP = 0x3002,
	COMMA = 0xff0c,
	LEFT_QUOTE = 0x201c,
	RIGHT_QUOTE = 0x201d,
	LEFT_CORNER = 0x300c,
	LEFT_WHITE_CORNER = 0x300e
};

enum { PUNCTUATION = 0xa1 }; /* the lead byte of 。 and ” */

cp realign_wide(cp c)
{
	switch (c) {
	case '!':
	case '(':
	case ')':
	case ',':
	case ':':
	case ';':
	case '?': return c - '!' + 0xff01;
	default: return c;
	}
}

bool realign_opens(cp c) { return c == LEFT_QUOTE || c == LEFT_CORNER || c == LEFT_WHITE_CORNER; }

unsigned realign_row_a3(cp c) { return realign_wide(c) != c ? (unsigned)c + 0x80 : 0; }

/* A tag without its "<": "/p>", "br>", "br />". */
static bool tag_follows(const cp *in, size_t n)
{
	static const char *const name[] = { "a",  "b",  "blockquote", "br",   "center", "dd",    "div",
					    "dl", "dt", "em",         "font", "h1",     "h2",    "h3",
					    "h4", "h5", "h6",         "hr",   "i",      "li",    "o:p",
					    "ol", "p",  "section",    "span", "strong", "table", "tbody",
					    "td", "th", "tr",         "u",    "ul" };
	size_t i = n && in[0] == '/', k;

	for (size_t t = 0; t < sizeof name / sizeof *name; t++) {
		for (k = i; name[t][k - i] && k < n && in[k] == (unsigned char)name[t][k - i]; k++)
			;
		if (name[t][k - i])
			continue;
		while (!i && k < n && (in[k] == ' ' || in[k] == '/'))
			k++;
		if (k < n && in[k] == '>')
			return true;
	}
	return false;
}

/* Punctuation of rows A1 and A3, of which sites put control bytes before some; brackets were not seen among it. */
static bool is_mark(cp c)
{
	int code = cp936_encode(c);

	if (c == '(' || c == ')' || c == 0xff08 || c == 0xff09)
		return false;
	return realign_row_a3(c) || (code >= 0xa1a2 && code <= 0xa1bf) || (han_punct(c) && code >> 8 == 0xa3);
}

struct token realign_token(const cp *in, size_t n)
{
	struct token t = { .kind = CHARACTER, .len = 1 };
	size_t len;

	if (in[0] != '?' && in[0] != '(')
		return t;
	n = n < REALIGN_LOOK ? n : REALIGN_LOOK;
	while (t.len < n && in[0] == '?' && in[t.len] == '?')
		t.len++;
	if (t.len >= MANY)
		return t;
	t.len = 1;
	t.reading = reading_closed(in + 1, n - 1, &len);
	if (t.reading != READING_NONE) {
		t.kind = in[0] == '?' ? SPLIT : ANNOTATION;
		t.len = 1 + len;
	} else if (in[0] == '?') {
		t.kind = UNKNOWN;
		t.mark = n > 1 && is_mark(in[1]);
		t.swallowed = tag_follows(in + 1, n - 1) ? '<' : t.mark || n == 1 || in[1] == '\n' ? 0 : '?';
	}
	return t;
}

/* What c is to the model: text ends where a tag begins, and narrow punctuation is that of the text around it. */
static cp model(cp c) { return c == '<' ? LM_EDGE : realign_wide(c); }

/* What c costs behind the last character. The texts that the model has counted behind a full stop are fewer and of a
   narrower kind than those behind a comma: whichever makes it likelier. */
static unsigned price(const struct way *w, cp c)
{
	unsigned cost = familiar_cost(w->page->familiar, w->last, c), other;

	if (w->last != FULL_STOP || !han_is(c))
		return cost;
	other = lm_cost(COMMA, c);
	return other < cost ? other : cost;
}

static void put(struct way *w, cp c, struct sink *sink)
{
	bool closes = realign_opens(c - 1), line_ends = model(c) == LM_EDGE;

	w->cost += price(w, model(c));
	if (w->quote && line_ends)
		w->cost += UNCLOSED;
	if (realign_opens(c))
		w->quote = c + 1;
	else if (closes || line_ends)
		w->quote = 0;
	if (c == FULL_STOP && w->last == c)
		w->cost += AGAIN;
	else if (survey_simplified(c))
		w->cost += SIMPLIFIED;
	w->last = model(c);
	if (sink)
		sink->out[sink->n++] = c;
}

static void remember(struct way *w, unsigned byte)
{
	w->byte[0] = w->byte[1];
	w->byte[1] = (unsigned char)byte;
}

/* One more true byte. False where there is no such character. */
static bool feed(struct way *w, unsigned byte, struct sink *sink)
{
	remember(w, byte);
	if (w->lead) {
		cp c = cp936_decode(w->lead, byte);

		w->lead = 0;
		if (c)
			put(w, c, sink);
		return c;
	}
	if (byte > 0x80)
		w->lead = (unsigned char)byte;
	else
		put(w, byte == 0x80 ? 0x20ac : byte, sink);
	return true;
}

static bool take_character(struct way *w, cp c, struct sink *sink)
{
	int code = cp936_encode(c);
	unsigned mark = realign_row_a3(c);

	if (code > 0xff)
		return feed(w, (unsigned)code >> 8, sink) && feed(w, code & 0xff, sink);
	if (w->lead) {
		if (mark)
			return feed(w, 0xa3, sink) && feed(w, mark, sink);
		return code > 0 && feed(w, (unsigned)code, sink);
	}
	/* Itself; but punctuation counts as the bytes that it may have been, for no others can be part of a pair. */
	put(w, w->full ? realign_wide(c) : c, sink);
	w->full = false;
	if (mark)
		remember(w, 0xa3);
	remember(w, mark ? mark : code < 0 ? 0 : (unsigned)code);
	if (code < 0)
		w->byte[0] = 0;
	return true;
}

static bool take_all(struct way *w, const cp *in, size_t n, struct sink *sink)
{
	for (size_t i = 0; i < n; i++)
		if (!take_character(w, in[i], sink))
			return false;
	return true;
}

/* The way that w becomes by t, which stands at in, where the lost byte is choice. False: it leads nowhere. */
bool realign_take(struct way *w, const struct token *t, const cp *in, unsigned choice, struct sink *sink)
{
	w->choice = (unsigned char)choice;
	if (t->kind == ANNOTATION && reading_pair(w->byte[0] << 8 | w->byte[1], t->reading) >= 0) {
		if (sink && !w->lead && sink->n > 1 && realign_row_a3(sink->out[sink->n - 2]) == w->byte[0])
			sink->out[sink->n - 2] = realign_wide(sink->out[sink->n - 2]);
		return true;
	}
	if (choice == LITERAL) {
		if (t->kind == UNKNOWN && w->page->damaged && w->asked == 1 && in[1] != '?')
			w->cost += ASKED_TWICE;
		w->asked = t->kind == UNKNOWN && !w->lead ? w->asked + 1 : 0;
		return (!w->lead || (t->kind == CHARACTER && t->len == 1)) && take_all(w, in, t->len, sink);
	}
	bool expected = w->page->damaged && !w->asked;

	w->asked = 0;
	if (choice == WIDE)
		return feed(w, 0xa3, sink) && feed(w, 0xbf, sink);
	w->plain = false;
	if (t->mark)
		w->cost += (expected ? LOST_AGAIN : LOST) - (choice == PUNCTUATION ? LIKELY : 0);
	if (t->kind == SPLIT) {
		w->sure = true;
		if (sink && !w->lead && sink->n && realign_row_a3(sink->out[sink->n - 1]))
			sink->out[sink->n - 1] = realign_wide(sink->out[sink->n - 1]);
		return feed(w, choice, sink);
	}
	if (!feed(w, choice, sink))
		return false;
	w->sure |= t->swallowed == '<';
	w->full = t->mark && !w->lead;
	if (w->lead)
		return t->mark;
	if (t->swallowed != '?')
		return !t->swallowed || take_character(w, t->swallowed, sink);
	bool known = han_is(w->last) && (ascii_alpha(in[1]) ? w->page->words_apart : ascii_digit(in[1]) && w->page->numbers_apart);
	put(w, ' ', NULL); /* what it was most often: it is only written so where the page shows that it was */
	remember(w, 0);
	if (sink)
		sink->out[sink->n++] = known ? ' ' : '?';
	return true;
}

struct way realign_start(const struct realign_page *page, const cp last[2], cp quote)
{
	struct way w = { .page = page, .last = LM_EDGE, .plain = true };

	for (int i = 0; i < 2; i++)
		if (last[i])
			take_character(&w, last[i], NULL);
	w.cost = 0;
	w.quote = quote;
	return w;
}
