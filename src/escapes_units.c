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
	/* A character of text costs 10 bits on average, in a few words up to 14; bytes that are GBK by chance give any of
	   20,000 characters, most of them rare. */
	GBK_BITS = 14
};

enum kind { NO_UNIT, BACKSLASH_U, PERCENT_U, BACKSLASH_X, PERCENT };

struct unit {
	enum kind kind;
	ptrdiff_t len;
	cp value;
};

static unsigned digit(cp c)
{
	return ascii_digit(c)                                ? c - '0'
	       : ascii_alpha(c) && (c | 0x20) <= (cp)'f' ? (c | 0x20) - 'a' + 10
							    : 16;
}

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
		unsigned d = digit(around_at(a, i + u.len));

		if (d == 16)
			return none;
		u.value = u.value << 4 | d;
	}
	return u;
}

bool units_begin(const struct around *a, ptrdiff_t i) { return unit_at(a, i).kind != NO_UNIT; }

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

/* What may stand beside a run; marks of either width do, as they are made full width later. Programs have it in quotation marks, regular expressions in brackets; addresses go on. */
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

		if (c <= ' ' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '<' || c == '>' || (han_punct(c) && c < 0xff00))
			break;
		ascii &= !han_is(c) && (c == '?' || !strchr(",;:!()", c < 0x80 ? (int)c : ','));
		if (c == '/' || (ascii && (c == '.' || c == '=' || c == '@')))
			return true;
	}
	return false;
}

/* What stands at in[i] when references are decoded. */
static cp decoded(const struct around *a, ptrdiff_t i)
{
	struct reference r = around_at(a, i) == '&' ? reference_at(a, i) : (struct reference){ 0 };

	return r.len && r.c ? r.c : around_at(a, i);
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

void units_at(const struct around *out, const struct around *a, ptrdiff_t i, bool inside, struct units *u)
{
	cp v[UNITS_PIECE];
	unsigned char b[UNITS_PIECE];
	struct unit first = unit_at(a, i);
	size_t n, read;

	u->len = 0;
	u->text = u->more = false;
	if (!first.kind
	    || (!inside && (!apart_at(first.kind, out, out->n - 1) || in_address(out) || escapes_open(out, out->n))))
		return;
	n = run_at(a, i, first, v, &u->more);
	if (first.kind == BACKSLASH_X || first.kind == PERCENT) {
		for (size_t k = 0; k < n; k++)
			b[k] = (unsigned char)v[k];
		read = units_text(b, n, u->more, u->c, &u->n);
	} else {
		read = utf16(v, n, u->more, u->c, &u->n);
		if (!is_text(u->c, u->n))
			read = 0;
	}
	u->text = read && (inside || n >= UNITS_MIN)
		  && (u->more || apart(first.kind, decoded(a, i + (ptrdiff_t)n * first.len))
		      || escapes_unseen(a, i + (ptrdiff_t)n * first.len));
	u->len = (ptrdiff_t)(u->text ? read : n) * first.len;
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
