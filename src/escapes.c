/* Characters that a page, or the software that took its text, wrote by number or name: references of HTML, decoded as
   often as they were encoded, and runs of code units (\u8bf4, %E8%AF%B4).
 *
 * What is decoded never makes an escape with what stands around it: such a reference stays as it is. So the stage finds
 * nothing more to do in what it has made, nor in what the stages behind make of that: what they may delete, or read by
 * another encoding, counts as if Chinese stood there, and they leave what would join an escape.
 */
#include "escapes.h"
#include "escapes_reference.h"
#include "escapes_units.h"
#include "han.h"
#include "markup.h"
#include "mem.h"
#include "prose.h"
#include "scan.h"
#include "stage.h"
#include <stdlib.h>

enum {
	ESCAPE_MAX = 12,    /* an escape is no longer, but for a reference's ampersand: &thetasym; */
	BYTES_MIN = 4,      /* references in a row to characters 80 to FF from which on they are bytes: two Han */
	BYTES_MAX = 16,     /* looked at together */
	SEQUENCE_MAX = 32,  /* as in stage ctrl */
	EXPLAINED_MAX = 16, /* from a reference to the mark that it stands for, in a list of them */
	HOLD = UNITS_REACH + UNITS_BETWEEN + REFERENCE_MAX + 8
};

struct escapes {
	bool survey;      /* what stands around is not asked about: stages behind may change that */
	bool units;       /* runs of code units are decoded, too */
	ptrdiff_t run_at; /* the place where a run goes on, or less than 0 */
	bool inside;      /* that piece was text */
	struct past past; /* of what went out */
};

static inline int matters(cp c) { return scan_is(c, '&') | scan_is(c, '\\') | scan_is(c, '%'); }

/* Whether in[i] is the last of a control sequence of a terminal. */
static bool ends_sequence(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t k = i - 1;

	while (k > i - SEQUENCE_MAX && around_at(a, k) >= 0x20 && around_at(a, k) <= 0x3f)
		k--;
	return around_at(a, k) == '[' && around_at(a, k - 1) == 0x1b;
}

bool escapes_unseen(const struct around *a, ptrdiff_t i)
{
	cp c = around_at(a, i);

	return (c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') || (c >= 0x7f && c < 0xa0) || c == 0xad
	       || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)
	       || c == 0xfeff || (c == '_' && around_at(a, i + 1) == '\b') || (ascii_alpha(c) && ends_sequence(a, i));
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

bool escapes_continues(cp c) { return ascii_alnum(c) || c == '#' || c == ';' || c == 0xff1b || c == '\\' || c == '%'; }

/* Whether the character c, put between the output and in[i], could be a part of an escape. */
static bool joins(const struct around *out, const struct around *a, ptrdiff_t i, cp c)
{
	if (c == '\\' || c == '%') {
		cp next = reference_decoded(a, i);

		return ascii_alnum(next) || next == '&' || escapes_open(out, out->n);
	}
	return (ascii_alnum(c) || c == '#' || c == ';') && escapes_open(out, out->n);
}

static bool quotes(cp c) { return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201d); }

/* Whether Chinese text, or a number behind, stands beside with a space between, as in "版权所有 &copy; 2020". Programs
   have neither there. (See below for what counts.) */
static bool beside_spaced(const struct around *out, const struct around *a, ptrdiff_t i)
{
	cp left = around_at(out, out->n - 2), right = reference_decoded(a, i + 1);

	if (around_at(out, out->n - 1) == ' '
	    && ((left >= 0x80 && left != 0xff09) || (left < 0x80 && strchr(",;:?!>", (int)left))
		|| escapes_unseen(out, out->n - 2)))
		return true;
	return around_at(a, i) == ' '
	       && (right >= 0x80 || ascii_digit(right) || right == '<' || escapes_unseen(a, i + 1)
		   || units_begin(a, i + 1));
}

/* Whether Chinese text stands beside, or may when what else is to be decoded is decoded, bytes are read by the right
   encoding, tags are deleted and what is not seen. Marks count in either width, as they are made full width later; but
   none that stand before the address of a variable. */
static bool beside_han(const struct around *out, const struct around *a, ptrdiff_t i)
{
	cp left = around_at(out, out->n - 1), right = around_at(a, i);

	return beside_spaced(out, a, i) || (left >= 0x80 && left != 0xff09) || ascii_digit(left)
	       || (left < 0x80 && strchr(",;:?!(>", (int)left)) || escapes_unseen(out, out->n - 1) || right >= 0x80
	       || strchr(",;:?!()&\\%<", (int)right) || escapes_unseen(a, i);
}

static bool blank(cp c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == 0x3000 || c == '|'
	       || (c >= 0x2500 && c <= 0x257f);
}

/* Whether a reference to c that ends before in[i] is explained: it stands alone in its line or column, and so does the
   mark itself behind it. Tags and references are not looked through: what stands there will not. */
static bool explained(const struct around *out, const struct around *a, ptrdiff_t i, cp c)
{
	if (!blank(around_at(out, out->n - 1)) || !blank(around_at(a, i)))
		return false;
	for (ptrdiff_t k = i + 1; k < i + EXPLAINED_MAX && around_at(a, k) != '\n'; k++) {
		if (around_at(a, k) == c && blank(around_at(a, k - 1)) && blank(around_at(a, k + 1)))
			return c > ' ';
		if ((around_at(a, k) == '<' && around_at(a, k + 1) > ' ') || reference_decoded(a, k) != around_at(a, k))
			return false;
	}
	return false;
}

/* What becomes of what stands at in[i]: its first len code points become c[0..n), or stay as they are. len 0: no
   escape is there. */
struct decoded {
	ptrdiff_t len;
	ptrdiff_t next; /* where what belongs to it goes on, or 0 */
	bool stays;
	enum rule rule;
	size_t n;
	cp c[UNITS_PIECE];
};

/* The byte at in[i], a reference to one of the characters 80 to FF, or a control of 80 to 9F: software that writes
   references for the others leaves these as they are. Its length is 0 where there is none. */
static struct reference byte_at(const struct around *a, ptrdiff_t i)
{
	cp c = around_at(a, i);

	if (c >= 0x80 && c < 0xa0)
		return (struct reference){ 1, c, c, true };
	return c == '&' ? reference_at(a, i) : (struct reference){ 0 };
}

/* Bytes in a row at in[i], which are looked at BYTES_MAX at a time. */
static void decode_bytes(const struct around *a, ptrdiff_t i, bool inside, struct decoded *d)
{
	unsigned char b[BYTES_MAX];
	ptrdiff_t end[BYTES_MAX + 1] = { 0 };
	size_t n = 0, letters = 0;
	bool more = false;

	for (struct reference r; r = byte_at(a, i + end[n]), r.len && r.byte; n++) {
		more = n == BYTES_MAX || end[n] > UNITS_REACH - REFERENCE_MAX;
		if (more)
			break;
		b[n] = (unsigned char)r.byte;
		letters += r.byte >= 0xc0 && r.len > 1;
		end[n + 1] = end[n] + r.len;
	}
	if (!inside && (n < BYTES_MIN || !letters))
		return;
	size_t read = units_text(b, n, more, d->c, &d->n);

	d->stays = !read;
	d->len = end[read ? read : n];
	d->next = more ? d->len : 0;
}

/* What the reference r at in[i], to a character that is no letter of Latin-1 in a row of others, becomes. */
static void decode_character(const struct escapes *s, const struct around *out, const struct around *a, ptrdiff_t i,
			     struct reference r, struct decoded *d)
{
	cp next = reference_decoded(a, i + r.len);

	if ((!r.alone && !s->survey && !beside_han(out, a, i + r.len)) || joins(out, a, i + r.len, r.c)
	    || explained(out, a, i + r.len, r.c))
		return;
	d->n = 1;
	d->c[0] = r.c;
	if (r.c == '\r') { /* before a line feed it is a part of that line's end */
		d->n = next != '\n' && next != '\r';
		d->c[0] = '\n';
	}
	d->len = r.len;
}

static void decode(const struct escapes *s, const struct around *out, const struct around *a, ptrdiff_t i,
		   struct decoded *d)
{
	bool again = i == s->run_at, inside = again && s->inside;

	d->len = d->next = 0;
	d->stays = false;
	d->rule = RULE_ENTITY;
	if (around_at(a, i) == '&' || byte_at(a, i).len) {
		struct reference r = byte_at(a, i);

		if (r.len && r.byte)
			decode_bytes(a, i, inside, d);
		if (r.len > 1 && r.c && !d->len)
			decode_character(s, out, a, i, r, d);
	} else if (s->units) {
		struct units u;

		units_at(out, a, i, again || (s->survey && units_begin(a, i)), &u);
		d->rule = RULE_ESCAPE;
		d->len = u.len;
		d->next = u.next;
		d->stays = !u.text;
		d->n = u.n;
		memcpy(d->c, u.c, u.text ? u.n * sizeof *u.c : 0);
	}
	d->stays |= again && !inside;
}

/* Whether in[i] is a sign by itself, whatever follows: 93%, R & D. */
static bool sign(const cp *in, size_t i, size_t n)
{
	return i + 1 < n && (in[i + 1] == ' ' || in[i + 1] == '\n' || in[i + 1] >= 0x3000);
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct escapes *s = state;
	struct around a = { in, (ptrdiff_t)n, &s->past };
	size_t i = 0, from = 0, had = out->n; /* in[from..i) is to be copied */
	struct decoded d;

	for (;;) {
		if ((ptrdiff_t)i != s->run_at)
			i = scan(in, i, n, matters);
		if (i == n || (!end && n - i <= HOLD && ((ptrdiff_t)i == s->run_at || !sign(in, i, n))))
			break;
		buf_add(out, in + from, i - from);
		from = i;
		decode(s, &(struct around){ out->p + had, (ptrdiff_t)(out->n - had), &s->past }, &a, (ptrdiff_t)i, &d);
		i += d.len ? (size_t)d.len : 1;
		if (d.next || s->run_at <= (ptrdiff_t)from) {
			s->run_at = d.next ? (ptrdiff_t)from + d.next : -1;
			s->inside = !d.stays;
		}
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
	struct escapes s = { .survey = true, .units = units_wanted(in, n, true), .run_at = -1 };
	struct note notes = { .keep = false };

	buf_room(out, n);
	run(&s, in, n, end, out, &notes);
}

/* Whether in[0..n) has no escape. Most texts have a "%" or an "&" that begins none. */
static bool none(const cp *in, size_t n)
{
	static const struct past before;
	const struct around a = { in, (ptrdiff_t)n, &before };

	for (size_t i = 0; (i = scan(in, i, n, matters)) < n; i++)
		if (in[i] == '&' ? reference_at(&a, (ptrdiff_t)i).len > 0 : units_begin(&a, (ptrdiff_t)i))
			return false;
	return true;
}

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

/* Whether in[0..n) is Chinese that was read by a wrong encoding: the next stage undoes that. */
static bool misread(const struct settings *set, const cp *in, size_t n, bool end)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct note notes = { .keep = false };
	void *state = mem_zalloc(stage_mojibake.state);
	bool chinese = false;

	decode_window(in, n, end, &text);
	if ((set->steps & STEP_MOJIBAKE) && stage_mojibake.begin(state, set, text.p, text.n, end)) {
		stage_mojibake.run(state, text.p, text.n, end, &out, &notes);
		chinese = prose_chinese(out.p, out.n);
	}
	free(state);
	buf_free(&text);
	buf_free(&out);
	return chinese;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct escapes *s = state;

	s->run_at = -1;
	if ((end && none(in, n)) || !(escapes_chinese(in, n, end) || misread(set, in, n, end))
	    || escapes_about_markup(in, n, end))
		return false;
	s->units = units_wanted(in, n, end);
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
