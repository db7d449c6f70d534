#include "escapes_units.h"
#include "codec.h"
#include "escapes.h"
#include "escapes_reference.h"
#include "han.h"
#include "hanbits.h"
#include "scan.h"
#include "utf8.h"
#include "width_side.h"

enum {
	/* A character of text costs 10 bits on average, in a few words up to 14; bytes that are GBK by chance give any
	   of 20,000 characters, most of them rare. */
	GBK_BITS = 14
};

enum kind { NO_UNIT, BACKSLASH_U, PERCENT_U, BACKSLASH_X, PERCENT };

struct unit {
	enum kind kind;
	ptrdiff_t len;
	cp value;
};

static struct unit unit_at(const struct around *a, ptrdiff_t i)
{
	static const struct unit none;
	cp first = around_at(a, i), next = around_at(a, i + 1);
	struct unit u = { NO_UNIT, 2, 0 };
	ptrdiff_t digits = 2;

	if (first != '\\' && first != '%')
		return none;
	if (next == 'u') {
		u.kind = first == '%' ? PERCENT_U : BACKSLASH_U;
		digits = 4;
	} else if (first == '%') {
		u.kind = PERCENT;
		u.len = 1;
	} else if (next == 'x') {
		u.kind = BACKSLASH_X;
	} else {
		return none;
	}
	for (; digits; digits--, u.len++) {
		unsigned d = ascii_hex(around_at(a, i + u.len));

		if (d == 16)
			return none;
		u.value = u.value << 4 | d;
	}
	return u;
}

bool units_begin(const struct around *a, ptrdiff_t i) { return unit_at(a, i).kind != NO_UNIT; }

/* What JSON, and what came of it, has for a line feed, a tab, a return and a solidus or quotation mark at in[i], or 0.
   A return belongs to the line feed behind it. */
static cp named(const struct around *a, ptrdiff_t i)
{
	if (around_at(a, i) != '\\')
		return 0;
	switch (around_at(a, i + 1)) {
	case 'n':
	case 'r': return '\n';
	case 't': return '\t';
	case '/': return '/';
	case '"': return '"';
	default: return 0;
	}
}

/* Whether c[0..n) is text that an escape may stand for: half of it Han, the rest what Chinese is written with. Nothing
   that could be part of another escape. */
static bool is_text(const cp *c, size_t n)
{
	size_t han = 0;

	for (size_t i = 0; i < n; i++) {
		if (han_is(c[i]))
			han++;
		else if (!(han_punct(c[i]) || han_kana(c[i]) || c[i] == 0x3000 || (c[i] >= 0xff10 && c[i] <= 0xff5a)
			   || (c[i] >= 0x1f000 && c[i] <= 0x1faff)
			   || (c[i] >= ' ' && c[i] < 0x7f && c[i] != '&' && c[i] != '%' && c[i] != '\\')))
			return false;
	}
	return han && han * 2 >= n;
}

/* Whether the Han of c[0..n) are such as text is written with. */
static bool common(const cp *c, size_t n)
{
	unsigned bits = 0, han = 0;

	for (size_t i = 0; i < n; i++) {
		if (!han_is(c[i]))
			continue;
		han++;
		if (c[i] < HANBITS_FIRST || c[i] > HANBITS_LAST) {
			bits += HANBITS_NONE;
			continue;
		}
		unsigned s = hanbits_simplified(c[i]), t = hanbits_traditional(c[i]);

		bits += s < t ? s : t;
	}
	return bits <= GBK_BITS * han;
}

size_t units_text(const unsigned char *b, size_t n, bool more, cp *c, size_t *outn)
{
	struct buf text = BUF_INIT;
	size_t used = utf8_decode(b, n, !more, &text);

	if (!is_text(text.p, text.n)) {
		text.n = 0;
		used = codec_gb18030.decode(NULL, b, n, !more, &text);
		if (!is_text(text.p, text.n) || !common(text.p, text.n))
			used = 0;
	}
	*outn = used ? text.n : 0;
	memcpy(c, text.p, *outn * sizeof *c);
	buf_free(&text);
	return used;
}

/* UTF-16: v[0..n) to c. Returns how many units were read: without the first half of a pair at the end, with more. */
static size_t utf16(const cp *v, size_t n, bool more, cp *c, size_t *outn)
{
	size_t i = 0, k = 0;

	for (; i < n; i++) {
		if (v[i] >> 10 == 0xd800 >> 10) {
			if (i + 1 == n && more)
				break;
			if (i + 1 < n && v[i + 1] >> 10 == 0xdc00 >> 10) {
				c[k++] = 0x10000 + ((v[i] & 0x3ff) << 10) + (v[i + 1] & 0x3ff);
				i++;
				continue;
			}
		}
		c[k++] = v[i];
	}
	*outn = k;
	return i;
}

/* What may stand beside a run; marks of either width do, as they are made full width later. Programs have it in
 * quotation marks, regular expressions in brackets; addresses go on. */
static bool apart(enum kind kind, cp c)
{
	if (c <= ' ' || c >= 0x80)
		return true;
	if (kind == PERCENT || kind == PERCENT_U)
		return strchr(",;:?!()<>", (int)c);
	return !strchr("\"'`\\[]{}-=^|*+$&%/_", (int)c);
}

/* Whether in[i], beside a run, may stand there, or what is there may be deleted. */
static bool apart_at(enum kind kind, const struct around *a, ptrdiff_t i)
{
	return apart(kind, around_at(a, i)) || escapes_unseen(a, i);
}

/* Whether the text out ends in an address: in what stands there without a space there is a slash, or, with no Han or
   mark of Chinese behind it, another of its marks. Those that are made full width later count the same in either width,
   but for the question mark, which addresses have. */
static bool in_address(const struct around *out)
{
	bool ascii = true;

	for (ptrdiff_t k = out->n - 1; k >= out->n - AROUND_BACK; k--) {
		cp c = width_half(around_at(out, k));

		if (c <= ' ' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '<' || c == '>'
		    || (han_punct(c) && c < 0xff00))
			break;
		ascii &= !han_is(c) && (c == '?' || !strchr(",;:!()", c < 0x80 ? (int)c : ','));
		if (c == '/' || (ascii && (c == '.' || c == '=' || c == '@')))
			return true;
	}
	return false;
}

/* Units of one kind in a row from in[i] on, as far as they are looked at; returns how many. */
static size_t run_at(const struct around *a, ptrdiff_t i, struct unit first, cp *v, bool *more)
{
	size_t n = 0, most = UNITS_REACH / (size_t)first.len;

	for (struct unit u = first; u.kind == first.kind; u = unit_at(a, i + (ptrdiff_t)n * first.len)) {
		if (n == most) {
			*more = true;
			return n;
		}
		v[n++] = u.value;
	}
	*more = false;
	return n;
}

/* Whether c may be of Chinese text that is spelt in units: no control, nothing without a meaning of its own, nothing
   that could be part of another escape. */
static bool may_be_text(cp c)
{
	return (c >= ' ' && c < 0x7f && c != '&' && c != '%' && c != '\\') || (c >= 0xa0 && c < 0x2028)
	       || (c > 0x202e && c < 0x2060) || (c > 0x206f && c < 0xd800) || (c >= 0xf900 && c < 0xfdd0)
	       || (c >= 0xfe10 && c < 0xfff0) || (c >= 0x10000 && c < 0x40000);
}

static bool all_text(const cp *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!may_be_text(c[i]))
			return false;
	return n;
}

/* How many code points at in[i] are one of those that JSON leaves as they are, between runs: ASCII, in either width,
   but marks that a program has beside a run. What references stand for counts as well, and what is deleted later. */
static ptrdiff_t between(const struct around *a, ptrdiff_t i, bool *seen)
{
	cp c = reference_decoded(a, i);
	bool left = (c < 0x80 || (c > 0xff00 && c < 0xff5f)) && c != '\n' && c != '\r' && apart(BACKSLASH_U, c);

	*seen = !escapes_unseen(a, i) && !escapes_unseen(&(struct around){ &c, 1, a->past }, 0);
	return !left && *seen ? 0 : around_at(a, i) == '&' ? reference_at(a, i).len : 1;
}

/* Where the text that the units before in[i] spell goes on: with a named character there, or with one or a unit that
   belongs to a run further on. -1: nowhere. n: how many characters of text are between. */
static ptrdiff_t goes_on(const struct around *a, ptrdiff_t i, size_t *n)
{
	ptrdiff_t first = -1, k = i, len;
	bool seen;

	for (*n = 0; k <= i + UNITS_BETWEEN; k += len) {
		if (unit_at(a, k).kind == BACKSLASH_U)
			return first < 0 ? k : first;
		if (named(a, k)) {
			first = first < 0 ? k : first;
			len = 2;
			continue;
		}
		len = between(a, k, &seen);
		if (!len)
			break;
		*n += seen;
	}
	return first == i ? i : -1;
}

/* What is looked at to decide about units that belong together. */
struct together {
	size_t units, most, n; /* units, those of the longest run, and all of the text */
	cp v[UNITS_REACH];     /* the units */
};

/* Units of BACKSLASH_U from in[i] on, and those behind that belong to them, as far as they are looked at. Returns where
   they end. */
static ptrdiff_t look(const struct around *a, ptrdiff_t i, struct together *t)
{
	ptrdiff_t end = i, k = i;
	size_t left = 0;

	while (k >= 0 && k < i + UNITS_REACH) {
		size_t before = t->units, n;
		cp c[UNITS_REACH];
		ptrdiff_t from = k;

		for (struct unit u = unit_at(a, k); u.kind == BACKSLASH_U && k < i + UNITS_REACH; u = unit_at(a, k)) {
			t->v[t->units++] = u.value;
			k += u.len;
		}
		utf16(t->v + before, t->units - before, k >= i + UNITS_REACH, c, &n);
		if (k > from && !all_text(c, n)) {
			t->units = before;
			break;
		}
		t->most = t->units - before > t->most ? t->units - before : t->most;
		t->n += left + n;
		if (k == from)
			k += 2; /* a named character */
		end = k;
		k = goes_on(a, k, &left);
	}
	return end;
}

/* Whether the units at in[i], or the named characters in front of units there, and what belongs to them are Chinese
   text: many enough, and together, or most of what is there. */
static bool together(const struct around *a, ptrdiff_t i)
{
	struct together t = { 0 };
	cp c[UNITS_REACH];
	size_t n, han = 0;
	ptrdiff_t end = look(a, i, &t);

	utf16(t.v, t.units, true, c, &n);
	for (size_t k = 0; k < n; k++)
		han += han_is(c[k]);
	if (t.units < UNITS_MIN || !han || han * 2 < n || (t.most < UNITS_MIN && t.n > 2 * n))
		return false;
	return end >= i + UNITS_REACH || apart(BACKSLASH_U, reference_decoded(a, end)) || escapes_unseen(a, end);
}

/* The same for the units or the named character at in[i] that JSON has. */
static void json_at(const struct around *a, ptrdiff_t i, bool inside, struct units *u)
{
	struct unit first = unit_at(a, i);
	ptrdiff_t k = i;
	size_t n;
	bool more = false;

	while (!inside && named(a, k) && k < i + UNITS_REACH)
		k += 2;
	u->text = inside || (unit_at(a, k).kind && together(a, i));
	if (first.kind) {
		cp v[UNITS_PIECE];
		n = run_at(a, i, first, v, &more);
		size_t read = utf16(v, n, more, u->c, &u->n);

		u->text = u->text && all_text(u->c, u->n);
		u->len = (ptrdiff_t)(u->text ? read : n) * first.len;
	} else if (u->text) {
		u->c[0] = named(a, i);
		u->n = around_at(a, i + 1) != 'r' || named(a, i + 2) != '\n';
		u->len = 2;
	}
	k = u->text ? goes_on(a, i + u->len, &n) : -1;
	u->next = more ? u->len : k < 0 ? 0 : k - i;
}

void units_at(const struct around *out, const struct around *a, ptrdiff_t i, bool inside, struct units *u)
{
	cp v[UNITS_PIECE];
	unsigned char b[UNITS_PIECE];
	struct unit first = unit_at(a, i);
	size_t n, read;
	bool more;

	u->len = u->next = 0;
	u->text = false;
	if (!(first.kind || named(a, i))
	    || (!inside && (!apart_at(first.kind, out, out->n - 1) || in_address(out) || escapes_open(out, out->n))))
		return;
	if (!first.kind || first.kind == BACKSLASH_U) {
		json_at(a, i, inside, u);
		return;
	}
	n = run_at(a, i, first, v, &more);
	if (first.kind == PERCENT_U) {
		read = utf16(v, n, more, u->c, &u->n);
		if (!is_text(u->c, u->n))
			read = 0;
	} else {
		for (size_t k = 0; k < n; k++)
			b[k] = (unsigned char)v[k];
		read = units_text(b, n, more, u->c, &u->n);
	}
	u->text = read && (inside || n >= UNITS_MIN)
		  && (more || apart(first.kind, reference_decoded(a, i + (ptrdiff_t)n * first.len))
		      || escapes_unseen(a, i + (ptrdiff_t)n * first.len));
	u->len = (ptrdiff_t)(u->text ? read : n) * first.len;
	u->next = more ? u->len : 0;
}

static inline int begins_unit(cp c) { return scan_is(c, '\\') | scan_is(c, '%'); }

static inline int begins_word(cp c)
{
	return scan_is(c | 0x20, 'u') | scan_is(c | 0x20, 'a') | scan_is(c, 0x7f16) | scan_is(c, 0x7de8)
	       | scan_is(c, 0x8f6c) | scan_is(c, 0x8f49);
}

/* Whether in[0..n) says that it is about codes of characters. */
static bool about(const cp *in, size_t n)
{
	static const cp word[][8] = {
		{ 'u', 'n', 'i', 'c', 'o', 'd', 'e' },
		{ 'u', 't', 'f' },
		{ 'u', 'r', 'l' },
		{ 'a', 's', 'c', 'i', 'i' },
		{ 0x7f16, 0x7801 }, /* 编码 */
		{ 0x7de8, 0x78bc }, /* 編碼 */
		{ 0x8f6c, 0x4e49 }, /* 转义 */
		{ 0x8f49, 0x7fa9 }, /* 轉義 */
	};

	for (size_t i = 0; (i = scan(in, i, n, begins_word)) < n; i++)
		for (size_t w = 0; w < sizeof word / sizeof *word; w++) {
			size_t k = 0;

			while (word[w][k] && i + k < n && (in[i + k] == word[w][k] || (in[i + k] | 0x20) == word[w][k]))
				k++;
			if (!word[w][k])
				return true;
		}
	return false;
}

bool units_wanted(const cp *in, size_t n, bool end)
{
	static const struct past before;
	const struct around a = { in, (ptrdiff_t)n, &before };
	size_t i = 0;

	while (end && (i = scan(in, i, n, begins_unit)) < n && !units_begin(&a, (ptrdiff_t)i))
		i++;
	return i < n && !about(in, n);
}
