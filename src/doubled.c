/* Lines that were printed over themselves to look bold, and extracted piece by piece: 20112011年年1010月月. A line is
   halved where all of it is pieces that stand twice, and one of them is of no word that is said twice: 天天 and
   高高兴兴 stay. */
#include "han.h"
#include "prose.h"
#include "said_table.h"
#include "scan.h"
#include "stage.h"
#include "survey.h"
#include <string.h>

enum {
	HEADING_MAX = 128, /* a longer line is no heading */
	PIECE_MAX = 32,    /* code points of a piece */
	PIECES_MIN = 3,    /* fewer can be a word said twice, and a number */
	HALF_MIN = 5,      /* code points that stay: 4 are two words said twice, one after another */
	RUN_MIN = 3        /* letters or digits that nobody writes twice; 2020 and QQQQ are shorter */
};

struct doubled {
	bool others; /* the window has a line that is doubled for certain: those that could be said are, too */
	bool within; /* what comes next is not the head of a line */
};

/* A line as it is halved: the pieces that stay and go, one behind the other. */
struct halves {
	size_t n;
	struct piece {
		size_t at, len;
	} piece[HEADING_MAX / 2];
};

static inline int is_line_end(cp c) { return scan_is(c, '\n'); }

static bool blank(cp c) { return c == ' ' || c == 0x3000; } /* tabs make a table */

/* What nobody says or writes twice, but for letters and digits: 的 与 與 于 於 及 或 被 把 由 从 從, and
   ，、：；（）《》, not ！ … —. */
static bool single(cp c)
{
	static const cp set[] = { 0x7684, 0x4e0e, 0x8207, 0x4e8e, 0x65bc, 0x53ca, 0x6216, 0x88ab, 0x628a, 0x7531,
				  0x4ece, 0x5f9e, 0xff0c, 0x3001, 0xff1a, 0xff1b, 0xff08, 0xff09, 0x300a, 0x300b };

	for (size_t i = 0; i < sizeof set / sizeof *set; i++)
		if (c == set[i])
			return true;
	return false;
}

static bool same(const cp *a, const cp *b, size_t n)
{
	while (n && *a == *b)
		a++, b++, n--;
	return !n;
}

/* The longest piece at in[i] that stands twice and behind which all the rest does; 0: there is none. rest[k]: whether
   in[k..n) is made of such pieces, and blanks. */
static size_t piece_at(const cp *in, size_t i, size_t n, const bool *rest)
{
	size_t len = (n - i) / 2 < PIECE_MAX ? (n - i) / 2 : PIECE_MAX;

	while (len && !(rest[i + 2 * len] && in[i] == in[i + len] && same(in + i, in + i + len, len)))
		len--;
	return len;
}

/* Whether the line has the length, and a piece that stands twice at its head: few have, and need to be looked at. */
static bool plausible(const cp *in, size_t n)
{
	size_t i = 0;
	int any = 0;

	if (n < 2 * HALF_MIN || n > HEADING_MAX)
		return false;
	while (i < n && blank(in[i]))
		i++;
	if (n - i
	    > PIECE_MAX) { /* most lines have their first character but once: a loop that can be done in vectors */
		for (size_t len = 1; len <= PIECE_MAX; len++)
			any |= in[i + len] == in[i];
		if (!any)
			return false;
	}
	for (size_t len = 1; len <= PIECE_MAX && i + 2 * len <= n; len++)
		if (in[i] == in[i + len] && same(in + i, in + i + len, len))
			return true;
	return false;
}

/* How many letters and digits stand at in[0..n), of both kinds or one. */
static size_t run_length(const cp *in, size_t n)
{
	size_t k = 0;

	while (k < n && ascii_alnum(in[k]))
		k++;
	return k;
}

/* Whether a piece has something that is not written twice; hahahaha is haha twice, and that is ha. */
static bool told(const cp *in, size_t n)
{
	for (size_t i = 0, len; i < n; i += len ? len : 1) {
		len = run_length(in + i, n - i);
		if (single(in[i]) || (len >= RUN_MIN && (len % 2 || !same(in + i, in + i + len / 2, len / 2))))
			return true;
	}
	return false;
}

/* Whether the line has a year that is the same number twice: of such a line it cannot be told what was meant. */
static bool year(const cp *in, size_t n)
{
	for (size_t i = 0, len; i < n; i += len ? len : 1) {
		len = run_length(in + i, n - i);
		if (len == 4 && same(in + i, in + i + 2, 2)
		    && ((in[i] == '1' && in[i + 1] == '9') || (in[i] == '2' && in[i + 1] == '0')))
			return true;
	}
	return false;
}

/* Whether the word is said twice. b: its second character, or 0. */
static bool in_table(cp a, cp b)
{
	uint32_t word = said_word(survey_simplify(a), b ? survey_simplify(b) : 0);
	size_t low = 0, high = said_words_n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (said_words[middle] < word)
			low = middle + 1;
		else
			high = middle;
	}
	return a <= 0xffff && b <= 0xffff && low < said_words_n && said_words[low] == word;
}

/* How many pieces at p make a word that is said twice: two of 高高兴兴, one of 天天 or 许多许多; 0: none. */
static size_t word_of(const cp *in, const struct piece *p, bool last)
{
	cp a = in[p->at], b = in[p->at + p->len - 1];

	if (p->len == 1 && !last && p[1].len == 1 && p[1].at == p->at + 2 && in_table(a, in[p[1].at]))
		return 2;
	return p->len <= 2 && in_table(a, b != a ? b : 0);
}

/* Whether the line is made of words that are said twice, and what is not Han. */
static bool said(const cp *in, const struct halves *h)
{
	for (size_t i = 0, len; i < h->n; i += len) {
		len = han_is(in[h->piece[i].at]) ? word_of(in, &h->piece[i], i + 1 == h->n) : 1;
		if (!len)
			return false;
	}
	return true;
}

/* Whether the line is all pieces that stand twice, which go to h. */
static bool twice(const cp *in, size_t n, struct halves *h)
{
	bool rest[HEADING_MAX + 1];

	rest[n] = true;
	for (size_t i = n; i--;)
		rest[i] = (blank(in[i]) && rest[i + 1]) || (!blank(in[i]) && piece_at(in, i, n, rest));
	h->n = 0;
	for (size_t i = 0; rest[0] && i < n;) {
		size_t len = blank(in[i]) ? 0 : piece_at(in, i, n, rest);

		if (len)
			h->piece[h->n++] = (struct piece){ i, len };
		i += len ? 2 * len : 1;
	}
	return rest[0];
}

/* The same, with reason to think that they should not: one of them is never said twice, or others are doubled. */
static bool halves(const cp *in, size_t n, bool others, struct halves *h)
{
	bool han = false, sure = others;
	size_t stays = 0;

	if (!twice(in, n, h))
		return false;
	for (size_t i = 0; i < h->n; i++) {
		const cp *piece = in + h->piece[i].at;
		size_t len = h->piece[i].len;

		for (size_t k = 0; k < len; k++)
			han |= han_is(piece[k]);
		sure |= told(piece, len);
		stays += len;
	}
	return h->n >= PIECES_MIN && stays >= HALF_MIN && han && sure && !year(in, n) && !said(in, h);
}

/* What becomes of in[0..n), a line without its end; false where it is not to be halved. */
static bool halve(const cp *in, size_t n, bool others, const struct halves *h, struct buf *out)
{
	struct halves again;
	size_t done = 0, had = out->n;

	for (size_t i = 0; i <= h->n; i++) {
		size_t end = i < h->n ? h->piece[i].at + h->piece[i].len : n;

		buf_add(out, in + done, end - done);
		done = i < h->n ? end + h->piece[i].len : n;
	}
	if (!halves(out->p + had, out->n - had, others, &again))
		return true;
	out->n = had; /* what stands four times is no overprint */
	return false;
}

static void tell(const struct halves *h, size_t at, struct note *notes)
{
	for (size_t i = 0; i < h->n; i++)
		note(notes, RULE_DOUBLED, at + h->piece[i].at + h->piece[i].len, h->piece[i].len, 0);
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct doubled *s = state;
	struct halves h;
	bool any = !end; /* line that may be doubled */

	if (!set->probable)
		return false;
	for (size_t i = 0, to; i < n && !s->others; i = to + 1) {
		to = scan(in, i, n, is_line_end);
		if (!plausible(in + i, to - i))
			continue;
		any = true;
		s->others = halves(in + i, to - i, false, &h);
	}
	return any && prose_chinese(in, n);
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct doubled *s = state;
	struct halves h;
	size_t i = 0, from = 0; /* in[from..i) is to be copied */

	while (i < n) {
		size_t to = scan(in, i, n, is_line_end);

		if (!s->within && to == n && n - i <= HEADING_MAX && !end)
			break;
		if (!s->within && plausible(in + i, to - i) && halves(in + i, to - i, s->others, &h)) {
			buf_add(out, in + from, i - from);
			from = i;
			if (halve(in + i, to - i, s->others, &h, out)) {
				tell(&h, i, notes);
				from = to;
			}
		}
		s->within = to == n;
		i = to < n ? to + 1 : n;
	}
	buf_add(out, in + from, i - from);
	return i;
}

const struct stage stage_doubled = {
	.name = "doubled",
	.step = STEP_NOISE,
	.hold = HEADING_MAX,
	.state = sizeof(struct doubled),
	.begin = begin,
	.run = run,
};
