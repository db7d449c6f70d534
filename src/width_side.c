#include "width_side.h"
#include "han.h"

enum { QUOTES_MAX = 4 }; /* as deep as quotations go */

bool width_chinese(cp c)
{
	return han_is(c) || (c > 0x3000 && c <= 0x30ff) || (c >= 0xff01 && c <= 0xffef && c == width_half(c))
	       || c == 0x2103 || c == 0x2116 || (c >= 0x2160 && c <= 0x217f) || (c >= 0x2460 && c <= 0x249b)
	       || (c >= 0x25a0 && c <= 0x25ff) || c == 0x2605 || c == 0x2606 || han_private(c);
}

bool width_token(cp c)
{
	return ascii_alnum(c) || c == '.' || c == '%' || c == '+' || c == '-' || c == '_' || c == '*' || c == '/'
	       || c == '&' || c == '~' || c == '#' || (c >= 0xa1 && c < 0x2000);
}

/* Marks that belong to the text that they follow (step -1) or stand before: quotation marks, dashes, ellipses. */
static bool belongs(cp c, int step)
{
	return c == (step < 0 ? 0x201d : 0x201c) || c == (step < 0 ? 0x2019 : 0x2018) || c == 0x2014 || c == 0x2026;
}

enum width_side width_side(const struct around *a, ptrdiff_t i, int step)
{
	cp c = around_at(a, i);

	for (int k = 0; k < QUOTES_MAX && belongs(c, step); k++)
		c = around_at(a, i += step);
	if (width_space(c) || c == 0x201c || c == 0x201d)
		return WIDTH_NOTHING;
	if (width_chinese(c))
		return WIDTH_CHINESE;
	for (int k = 0; k < WIDTH_TOKEN_MAX && width_token(c); k++)
		c = around_at(a, i += step);
	return han_is(c) ? WIDTH_ATTACHED : WIDTH_LATIN;
}

ptrdiff_t width_beyond(const struct around *a, ptrdiff_t i, int step)
{
	for (int k = 0; k < WIDTH_MARKS_MAX; k++, i += step)
		if (!width_mark(around_at(a, i)))
			break;
	return i;
}

bool width_among_latin(const struct around *a, ptrdiff_t left, ptrdiff_t right)
{
	if (around_at(a, right) != ' ' || !ascii_alpha(around_at(a, right + 1)))
		return false;
	for (int k = 0; k < WIDTH_TOKEN_MAX && han_is(around_at(a, left)); k++)
		left--;
	return around_at(a, left) == ' ' && ascii_alpha(around_at(a, left - 1));
}
