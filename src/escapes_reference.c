#include "escapes_reference.h"
#include "entities_table.h"
#include "han.h"

enum { DIGITS_MAX = 8 }; /* of a number, with zeros before it */

_Static_assert((REFERENCE_AMPS + 1) * (DIGITS_MAX + 3) + 1 <= REFERENCE_MAX, "all that is read is in sight");

/* The number in "#1234;" or "#x1aF;" at in[i], or 0; its length goes to len. */
static cp number(const struct around *a, ptrdiff_t i, ptrdiff_t *len)
{
	bool hex = (around_at(a, i + 1) | 0x20) == 'x';
	ptrdiff_t from = i + 1 + hex, k = from;
	unsigned base = hex ? 16 : 10;
	cp v = 0;

	if (around_at(a, i) != '#')
		return 0;
	for (; k < from + DIGITS_MAX && ascii_hex(around_at(a, k)) < base; k++)
		v = v * base + ascii_hex(around_at(a, k));
	*len = k - i + 1;
	return around_at(a, k) == ';' ? v : 0;
}

/* The length of "amp;", or of a number that is the ampersand's, at in[i]; or 0. */
static ptrdiff_t ampersand(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t len;

	if (around_at(a, i) == 'a')
		return around_at(a, i + 1) == 'm' && around_at(a, i + 2) == 'p' && around_at(a, i + 3) == ';' ? 4 : 0;
	return number(a, i, &len) == '&' ? len : 0;
}

/* What HTML reads for the numbers 80 to 9F: they are meant as bytes of code page 1252 (the standard's table for the
   state "numeric character reference end"). 0: that byte has no character. */
static const uint16_t cp1252[32] = { 0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
				     0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17d,  0,
				     0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
				     0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178 };

/* The character of text that the number v stands for, or 0. A no-break space is a space. What the stages before this
   one would delete or change is none: controls, line ends that are no line feeds, marks that open or close a direction;
   nor is what has no meaning outside of its page: private use (the icons of a font), what is no character at all. */
static cp character(cp v)
{
	if (v >= 0x80 && v < 0xa0)
		return cp1252[v - 0x80];
	if (v == 0xa0)
		return ' ';
	if ((v < 0x20 && v != '\t' && v != '\n' && v != '\r') || v == 0x7f || (v >= 0x2028 && v <= 0x202e)
	    || (v >= 0x2061 && v <= 0x206f) || (v >= 0xd800 && v <= 0xf8ff) || (v >= 0xfdd0 && v <= 0xfdef)
	    || (v >= 0xfff0 && v <= 0xffff) || (v & 0xfffe) == 0xfffe || v >= 0xe0000)
		return 0;
	return v;
}

static const struct entity *named(const struct around *a, ptrdiff_t i, ptrdiff_t *len)
{
	char name[ENTITY_NAME + 1] = "";
	ptrdiff_t n = 0;
	size_t low = 0, high = entities_n;

	for (; n < ENTITY_NAME && ascii_alnum(around_at(a, i + n)); n++)
		name[n] = (char)around_at(a, i + n);
	*len = n + 1;
	while (n && around_at(a, i + n) == ';' && low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(name, entities[middle].name);

		if (!order)
			return &entities[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

struct reference reference_at(const struct around *a, ptrdiff_t i)
{
	static const struct reference none;
	ptrdiff_t k = i + 1, len;

	for (int amps = 0; (len = ampersand(a, k)); k += len)
		if (++amps > REFERENCE_AMPS)
			return none;
	cp v = number(a, k, &len), c = v ? character(v) : 0;
	if (v)
		return c || (v >= 0x80 && v < 0xa0)
			       ? (struct reference){ k + len - i, c, v >= 0x80 && v <= 0xff ? v : 0, true }
			       : none;
	const struct entity *e = named(a, k, &len);
	if (e)
		return (struct reference){ k + len - i, character(e->c), e->c >= 0x80 && e->c <= 0xff ? e->c : 0,
					   e->alone };
	return k > i + 1 ? (struct reference){ k - i, '&', 0, true } : none;
}

cp reference_decoded(const struct around *a, ptrdiff_t i)
{
	cp c = around_at(a, i);
	struct reference r = { 0 };

	if (c == '&')
		r = reference_at(a, i);
	return r.len && r.c ? r.c : c;
}
