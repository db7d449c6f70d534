/* A sign or letter of UTF-8 that was read by code page 1252 or as ISO-8859-1, alone in text that is right: â€™, â„¢,
 * ï¼Œ, ðŸ˜€, CafÃ©, 25Â°C. Its neighbours tell a model of Chinese nothing (mojibake.c goes by that): it is known by its
 * form.
 *
 * A row of what those encodings have beyond ASCII is read again where all of it is UTF-8, and there is a proof in it:
 * a character of three or four bytes that no word is spelt with, or at its start one of two bytes where no such letter
 * can be. That is done as often as the text was misread. So the stage finds nothing in what it has made.
 */
#include "escapes.h"
#include "han.h"
#include "legacy.h"
#include "mojibake.h"
#include "scan.h"
#include "stage.h"
#include "undo_way.h"

enum {
	ROW = 128,   /* a row has less code points, 31 emoji; longer ones stay */
	AROUND = 16, /* code points that are looked through at both sides: marks, and what stage ctrl may delete */
	HOLD = ROW + AROUND + 8
};

struct alone {
	struct past past; /* of what went out */
};

enum { OPENING = 0x201c, CLOSING = 0x201d };

/* The first bytes of UTF-8 beyond ASCII. */
static inline int matters(cp c) { return scan_within(c, 0xc2, 0xf4); }

/* The byte that c was read from, or -1 where it is of no single byte beyond ASCII. */
static int byte_of(cp c)
{
	unsigned char byte[2];

	return c >= 0x80 && legacy_bytes(LEGACY_WESTERN, c, byte) == 1 ? byte[0] : -1;
}

/* The character of UTF-8 (RFC 3629, section 4) whose bytes begin at in[i]; returns how many, or 0. */
static ptrdiff_t character(const struct around *a, ptrdiff_t i, cp *c)
{
	static const cp least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	int byte = byte_of(around_at(a, i));
	ptrdiff_t n = byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;

	*c = (cp)byte & (0x7fu >> n);
	for (ptrdiff_t k = 1; k < n; k++) {
		byte = byte_of(around_at(a, i + k));
		if (byte < 0x80 || byte > 0xbf)
			return 0;
		*c = *c << 6 | ((cp)byte & 0x3f);
	}
	return n && *c >= least[n] && *c <= CP_MAX && !(*c >= 0xd800 && *c <= 0xdfff) ? n : 0;
}

/* Whether the text out, and c[0..n) behind it, is within a quotation. */
static bool in_quotation(const struct around *out, const cp *c, ptrdiff_t n)
{
	for (ptrdiff_t i = n - 1; i >= -AROUND_BACK; i--) {
		cp mark = i < 0 ? around_at(out, out->n + i) : c[i];

		if (mark == OPENING || mark == CLOSING)
			return mark == OPENING;
	}
	return false;
}

/* The length of a closing quotation mark at in[i] whose last byte is lost, as code page 1252 has no character for it;
   or 0. Decoders drop it, or mark it by U+FFFD. */
static ptrdiff_t closing(const struct around *a, ptrdiff_t i)
{
	if (around_at(a, i) != 0xe2 || around_at(a, i + 1) != 0x20ac)
		return 0;
	return around_at(a, i + 2) == UNDO_REPLACEMENT ? 3 : 2;
}

static bool quotes(cp c)
{
	return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201d) || (c >= 0x300c && c <= 0x300f);
}

/* Whether c, of three or four bytes at in[i], is proof by itself. Not what other languages may spell: a letter and a
   closing mark or a dash, as in "hâlâ”…". word: a letter stands in front. */
static bool proves(const struct around *a, ptrdiff_t i, cp c, bool word)
{
	cp second = around_at(a, i + 1);

	if (c >= 0x2000 && c < 0x2800)
		return !word || !(second == 0x203a || undo_common(second));
	return (c >= 0x3000 && c < 0x3100) || (c > 0xff00 && c < 0xfff0) || c == 0xfeff
	       || (c >= 0x1f000 && c < 0x1fb00);
}

/* Whether c, of two bytes, is proof between those two: Â or Ã is no letter of a word there. */
static bool proves_between(cp left, cp c, cp right)
{
	if (c < 0xa0 || c > 0xff || c == 0xab || c == 0xbb || ascii_upper(left) || quotes(left))
		return false;
	return c < 0xc0 || ascii_lower(left) || ascii_digit(left) || ascii_lower(right);
}

/* The half-width form of a character of ASCII: stage forms makes letters and digits so. */
static cp narrow(cp c) { return c > 0xff00 && c < 0xff5f ? c - 0xfee0 : c; }

/* What stands in front of what is behind the text out, and behind in[i]; letters and digits count in either width. */
static cp left_of(const struct around *out)
{
	ptrdiff_t i = out->n - 1;

	while (i > out->n - AROUND && escapes_unseen(out, i))
		i--;
	return narrow(around_at(out, i));
}

static cp right_of(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t k = i;

	while (k < i + AROUND && escapes_unseen(a, k))
		k++;
	return narrow(around_at(a, k));
}

/* Whether a row may begin behind the text out: no byte stands there, but for marks that Chinese is set with. */
static bool begins(const struct around *out)
{
	ptrdiff_t i = out->n - 1;

	while (i > out->n - AROUND && (undo_common(around_at(out, i)) || escapes_unseen(out, i)))
		i--;
	return byte_of(around_at(out, i)) < 0;
}

struct row {
	ptrdiff_t len; /* in the text; 0: there is none, or it stays */
	size_t n;      /* in c */
	bool guessed;  /* a byte of it was lost */
	cp c[ROW];
};

/* Reads the row at in[i], behind the text out. */
static void read_row(const struct around *out, const struct around *a, ptrdiff_t i, struct row *r)
{
	cp left = left_of(out), first = 0;
	bool proof = false;
	ptrdiff_t at = i, len;

	r->len = r->n = 0;
	r->guessed = false;
	for (; at - i < ROW; at += len, r->n++) {
		cp *c = &r->c[r->n];

		len = character(a, at, c);
		if (len == 2 && at == i)
			first = *c;
		if (len > 2)
			proof |= proves(a, at, *c, at == i && ascii_alpha(left));
		if (!len && in_quotation(out, r->c, (ptrdiff_t)r->n) && (len = closing(a, at))) {
			*c = CLOSING;
			proof = r->guessed = true;
		}
		if (!len)
			break;
	}
	cp right = right_of(a, at);

	if (at - i < ROW && (proof || proves_between(left, first, right)) && !(quotes(left) && quotes(right))
	    && begins(out) && (byte_of(right) < 0 || undo_common(right)))
		r->len = at - i;
}

/* Reads in[0..to), with in[to..n) behind it, and appends it to out, where the output of this call of the stage begins
   at had. What was read again is read once more. Returns how far that came: to, or the end of a row that begins before.
 */
static size_t read_text(const struct alone *s, const cp *in, size_t n, size_t to, struct buf *out, size_t had,
			struct note *notes)
{
	const struct around a = { in, (ptrdiff_t)n, &s->past };
	size_t i = 0, from = 0; /* in[0..from) is written */

	while (i < to && (i = scan(in, i, to, matters)) < to) {
		struct row r;
		cp text[ROW + AROUND + 1];
		size_t begin = i, behind;

		buf_add(out, in + from, i - from);
		from = i;
		read_row(&(struct around){ out->p + had, (ptrdiff_t)(out->n - had), &s->past }, &a, (ptrdiff_t)i, &r);
		i += r.len ? (size_t)r.len : 1;
		if (!r.len)
			continue;
		behind = n - i < AROUND + 1 ? n - i : AROUND + 1;
		memcpy(text, r.c, r.n * sizeof *text);
		memcpy(text + r.n, in + i, behind * sizeof *text);
		size_t before = out->n;
		i += read_text(s, text, r.n + behind, r.n, out, had, NULL) - r.n;
		if (notes)
			note(notes, r.guessed ? RULE_MOJIBAKE_LOST : RULE_MOJIBAKE, begin, i - begin, out->n - before);
		from = i;
	}
	if (from < to)
		buf_add(out, in + from, to - from);
	return from < to ? to : from;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct alone *s = state;
	size_t had = out->n, to = end ? n : scan(in, n < HOLD ? 0 : n - HOLD, n, matters);
	size_t done = read_text(s, in, n, to, out, had, notes);

	past_keep(&s->past, out->p + had, out->n - had);
	return done;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	(void)state;
	(void)set;
	return !(end && scan(in, 0, n, matters) == n) && !mojibake_about(in, n);
}

const struct stage stage_mojibake_alone = {
	.name = "mojibake-alone",
	.step = STEP_MOJIBAKE,
	.hold = HOLD,
	.state = sizeof(struct alone),
	.begin = begin,
	.run = run,
};
