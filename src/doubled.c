/* Lines that were printed over themselves to look bold, and extracted piece by piece: 20112011年年1010月月. A line is halved
   where all of it is pieces that stand twice, and one of them is of no word that is said twice: 天天 and 高高兴兴 stay. */
#include "han.h"
#include "prose.h"
#include "scan.h"
#include "stage.h"
#include <string.h>

enum {
	HEADING_MAX = 128, /* a longer line is no heading */
	PIECE_MAX = 32,    /* code points of a piece */
	PIECES_MIN = 3,    /* fewer can be a word said twice, and a number */
	HALF_MIN = 5       /* code points that stay: 4 are two words said twice, one after another */
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

/* What nobody says or writes twice: letters and digits, 的 与 與 于 於 及 或 被 把 由 从 從, and ，、：；（）《》, not ！ … —. */
static bool single(cp c)
{
	static const cp set[] = { 0x7684, 0x4e0e, 0x8207, 0x4e8e, 0x65bc, 0x53ca, 0x6216, 0x88ab, 0x628a, 0x7531,
				  0x4ece, 0x5f9e, 0xff0c, 0x3001, 0xff1a, 0xff1b, 0xff08, 0xff09, 0x300a, 0x300b };

	for (size_t i = 0; i < sizeof set / sizeof *set; i++)
		if (c == set[i])
			return true;
	return ascii_alnum(c);
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
	if (n - i > PIECE_MAX) { /* most lines have their first character but once: a loop that can be done in vectors */
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

/* Whether the line is all pieces that stand twice, which go to h, with reason to think that they should not: one of them
   is never said twice, or others are doubled. */
static bool halves(const cp *in, size_t n, bool others, struct halves *h)
{
	bool rest[HEADING_MAX + 1], han = false, other = others;
	size_t stays = 0;

	rest[n] = true;
	for (size_t i = n; i--;)
		rest[i] = (blank(in[i]) && rest[i + 1]) || (!blank(in[i]) && piece_at(in, i, n, rest));
	h->n = 0;
	if (!rest[0])
		return false;
	for (size_t i = 0; i < n;) {
		size_t len = blank(in[i]) ? 0 : piece_at(in, i, n, rest);

		if (!len) {
			i++;
			continue;
		}
		for (size_t k = i; k < i + len; k++) {
			han |= han_is(in[k]);
			other |= single(in[k]);
		}
		h->piece[h->n++] = (struct piece){ i, len };
		stays += len;
		i += 2 * len;
	}
	return h->n >= PIECES_MIN && stays >= HALF_MIN && han && other;
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
