/* Characters that a page, or the software that took its text, wrote by number or name: references of HTML, decoded as
   often as they were encoded, and runs of code units (\u8bf4, %E8%AF%B4).
 *
 * What is decoded never makes an escape with what stands around it: such a reference stays as it is. So the stage finds
 * nothing more to do in what it has made.
 */
#include "escapes.h"
#include "escapes_reference.h"
#include "escapes_units.h"
#include "han.h"
#include "markup.h"
#include "prose.h"
#include "scan.h"
#include "stage.h"

enum {
	ESCAPE_MAX = 12, /* an escape is no longer, but for a reference's ampersand: &thetasym; */
	BYTES_MIN = 4,   /* references in a row to characters 80 to FF from which on they are bytes: two Han */
	BYTES_MAX = 16,  /* looked at together */
	EXPLAINED_MAX = 16, /* from a reference to the mark that it stands for, in a list of them */
	HOLD = UNITS_REACH + REFERENCE_MAX + 8
};

struct escapes {
	bool survey;      /* what stands around is not asked about: stages before and behind may change that */
	bool directed;    /* see escapes_directed() */
	bool units;           /* runs of code units are decoded, too */
	ptrdiff_t run_at; /* the place behind a piece of a run that goes on there, or less than 0 */
	bool inside;      /* that piece was text */
	struct past past; /* of what went out */
};

static inline int matters(cp c)
{
	return scan_is(c, '&') | scan_is(c, '\\') | scan_is(c, '%');
}

static bool invisible(cp c) { return c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff; }

/* What stands at in[i] when a reference is decoded. */
static cp decoded(const struct around *a, ptrdiff_t i)
{
	struct reference r = around_at(a, i) == '&' ? reference_at(a, i) : (struct reference){ 0 };

	return r.len ? r.c : around_at(a, i);
}

static inline int direction(cp c)
{
	return scan_within(c, 0x202a, 0x202b) | scan_within(c, 0x202d, 0x202e) | scan_within(c, 0x2066, 0x2068);
}

bool escapes_directed(bool before, const cp *in, size_t from, size_t to)
{
	return scan_line(before, in, from, to, direction);
}

bool escapes_open(const struct around *a, ptrdiff_t i)
{
	for (ptrdiff_t k = i - 1; k >= i - ESCAPE_MAX; k--) {
		cp c = around_at(a, k);

		if (c == '&' || c == '\\' || c == '%')
			return true;
		if (!ascii_alnum(c) && c != '#')
			return false;
	}
	return false;
}

/* Whether the character c, put between the output and in[i], could be a part of an escape. */
static bool joins(const struct around *out, const struct around *a, ptrdiff_t i, cp c)
{
	if (c == '\\' || c == '%') {
		cp next = decoded(a, i);

		return ascii_alnum(next) || next == '&' || invisible(next) || escapes_open(out, out->n);
	}
	return (ascii_alnum(c) || c == '#' || c == ';') && escapes_open(out, out->n);
}

static bool quotes(cp c) { return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201d); }

/* Whether invisible characters have no use beside c (compare stage ctrl, which asks more closely). */
static bool plain(cp c)
{
	return c < 0x370 || han_is(c) || (c >= 0x2010 && c < 0x2070) || (c >= 0x2e80 && c < 0x3400)
	       || (c >= 0xff00 && c < 0xfff0);
}

/* Whether Chinese text stands beside, or may when what else is to be decoded is decoded, and tags are deleted. Marks
   count in either width, as they are made full width later; but none that stand before the address of a variable. */
static bool beside_han(const struct around *out, const struct around *a, ptrdiff_t i)
{
	cp left = around_at(out, out->n - 1), right = around_at(a, i);

	return han_is(left) || (han_punct(left) && left != 0xff09) || ascii_digit(left) || (left >= 0xff10 && left <= 0xff19)
	       || (left < 0x80 && strchr(",;:?!(>", (int)left)) || han_is(right) || han_punct(right)
	       || (right < 0x80 && strchr(",;:?!()&\\%<", (int)right));
}

static bool blank(cp c) { return c <= ' ' || c == 0x3000 || c == '|' || (c >= 0x2500 && c <= 0x257f); }

/* Whether a reference to c that ends before in[i] is explained: it stands alone in its line or column, and so does the
   mark itself behind it. Tags and references are not looked through: what stands there will not. */
static bool explained(const struct around *out, const struct around *a, ptrdiff_t i, cp c)
{
	if (!blank(around_at(out, out->n - 1)) || !blank(around_at(a, i)))
		return false;
	for (ptrdiff_t k = i + 1; k < i + EXPLAINED_MAX && around_at(a, k) != '\n'; k++) {
		if (around_at(a, k) == c && blank(around_at(a, k - 1)) && blank(around_at(a, k + 1)))
			return c > ' ';
		if ((around_at(a, k) == '<' && around_at(a, k + 1) > ' ') || decoded(a, k) != around_at(a, k))
			return false;
	}
	return false;
}

/* What becomes of what stands at in[i]: its first len code points become c[0..n), or stay as they are. len 0: no
   escape is there. */
struct decoded {
	ptrdiff_t len;
	bool stays, more; /* more: what follows belongs to it */
	enum rule rule;
	size_t n;
	cp c[UNITS_PIECE];
};

/* References in a row to characters 80 to FF at in[i], as bytes, which are looked at BYTES_MAX at a time. */
static void decode_bytes(const struct around *a, ptrdiff_t i, bool inside, struct decoded *d)
{
	unsigned char b[BYTES_MAX];
	ptrdiff_t end[BYTES_MAX + 1] = { 0 };
	size_t n = 0, letters = 0;

	for (struct reference r; around_at(a, i + end[n]) == '&'; n++) {
		r = reference_at(a, i + end[n]);
		if (!r.len || !r.byte)
			break;
		d->more = n == BYTES_MAX || end[n] > HOLD - 2 * REFERENCE_MAX;
		if (d->more)
			break;
		b[n] = (unsigned char)r.byte;
		letters += r.byte >= 0xc0;
		end[n + 1] = end[n] + r.len;
	}
	if (!inside && (n < BYTES_MIN || !letters)) {
		d->more = false;
		return;
	}
	size_t read = units_text(b, n, d->more, d->c, &d->n);

	d->stays = !read;
	d->len = end[read ? read : n];
}

/* What the reference r at in[i], to a character that is no letter of Latin-1 in a row of others, becomes. */
static void decode_character(const struct escapes *s, const struct around *out, const struct around *a, ptrdiff_t i, struct reference r,
			     struct decoded *d)
{
	cp next = decoded(a, i + r.len), last = around_at(out, out->n - 1);

	if ((!r.alone && !s->survey && !beside_han(out, a, i + r.len)) || joins(out, a, i + r.len, r.c)
	    || explained(out, a, i + r.len, r.c))
		return;
	d->n = 1;
	d->c[0] = r.c;
	if (r.c == '\r') { /* before a line feed it is a part of that line's end */
		d->n = next != '\n' && next != '\r';
		d->c[0] = '\n';
	} else if (invisible(r.c)) {
		/* It may keep a reference that stays apart from what would make an escape of it. */
		if (escapes_open(out, out->n - (last == ';')) || !plain(last) || !plain(next))
			return;
		d->n = 0;
	}
	d->len = r.len;
}

static void decode(const struct escapes *s, const struct around *out, const struct around *a, ptrdiff_t i,
		   struct decoded *d)
{
	bool again = i == s->run_at, inside = again && s->inside;

	d->len = 0;
	d->stays = d->more = false;
	d->rule = RULE_ENTITY;
	if (around_at(a, i) == '&') {
		struct reference r = reference_at(a, i);

		if (r.len && r.byte)
			decode_bytes(a, i, inside, d);
		if (r.len && !d->len)
			decode_character(s, out, a, i, r, d);
	} else if (s->units) {
		struct units u;

		units_at(out, a, i, again || s->survey, &u);
		d->rule = RULE_ESCAPE;
		d->len = u.len;
		d->more = u.more;
		d->stays = !u.text;
		d->n = u.n;
		memcpy(d->c, u.c, u.text ? u.n * sizeof *u.c : 0);
	}
	d->stays |= again && !inside;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct escapes *s = state;
	struct around a = { in, (ptrdiff_t)n, &s->past };
	size_t i = 0, from = 0, had = out->n; /* in[from..i) is to be copied */
	struct decoded d;

	for (;;) {
		size_t next = scan(in, i, n, matters);

		s->directed = escapes_directed(s->directed, in, i, next);
		i = next;
		if (i == n || (!end && n - i <= HOLD))
			break;
		if (s->directed && !s->survey) {
			i++;
			continue;
		}
		buf_add(out, in + from, i - from);
		from = i;
		decode(s, &(struct around){ out->p + had, (ptrdiff_t)(out->n - had), &s->past }, &a, (ptrdiff_t)i, &d);
		i += d.len ? (size_t)d.len : 1;
		s->run_at = d.more ? (ptrdiff_t)i : -1;
		s->inside = !d.stays;
		if (!d.len || d.stays)
			continue;
		buf_add(out, d.c, d.n);
		note(notes, d.rule, from, (size_t)d.len, d.n);
		from = i;
	}
	buf_add(out, in + from, i - from);
	past_keep(&s->past, out->p + had, out->n - had);
	s->run_at -= (ptrdiff_t)i;
	return i;
}

/* Appends in[0..n) to out as the stage would leave it. */
static void decode_window(const cp *in, size_t n, bool end, struct buf *out)
{
	struct escapes s = { .survey = true, .units = !units_about(in, n), .run_at = -1 };
	struct note notes = { .keep = false };

	run(&s, in, n, end, out, &notes);
}

static bool none(const cp *in, size_t n) { return scan(in, 0, n, matters) == n; }

bool escapes_chinese(const cp *in, size_t n, bool end)
{
	struct buf text = BUF_INIT;

	if (none(in, n))
		return prose_chinese(in, n);
	decode_window(in, n, end, &text);
	bool chinese = prose_chinese(text.p, text.n);
	buf_free(&text);
	return chinese;
}

/* Whether a reference is spoken of: it stands in quotation marks. */
static bool mentions_reference(const struct around *a)
{
	for (size_t i = 0, n = (size_t)a->n; (i = scan(a->in, i, n, matters)) < n; i++) {
		struct reference r = a->in[i] == '&' ? reference_at(a, (ptrdiff_t)i) : (struct reference){ 0 };

		if (r.len && quotes(around_at(a, (ptrdiff_t)i - 1)) && quotes(around_at(a, (ptrdiff_t)i + r.len)))
			return true;
	}
	return false;
}

bool escapes_about_markup(const cp *in, size_t n, bool end)
{
	static const struct past before;
	struct around a = { in, (ptrdiff_t)n, &before };
	struct buf text = BUF_INIT;

	if (none(in, n))
		return markup_about(&a);
	decode_window(in, n, end, &text);
	bool about = mentions_reference(&a) || markup_about(&(struct around){ text.p, (ptrdiff_t)text.n, &before });
	buf_free(&text);
	return about;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct escapes *s = state;

	(void)set;
	s->run_at = -1;
	if ((end && none(in, n)) || !escapes_chinese(in, n, end) || escapes_about_markup(in, n, end))
		return false;
	s->units = !units_about(in, n);
	return true;
}

const struct stage stage_escapes = {
	.name = "escapes",
	.step = STEP_NOISE,
	.hold = HOLD,
	.state = sizeof(struct escapes),
	.begin = begin,
	.run = run,
};
