#include "colour.h"
#include "codec.h"
#include <string.h>

static bool is_parameter(unsigned char b) { return (b >= '0' && b <= '9') || b == ';'; }

size_t colour_between(const unsigned char *p, size_t n)
{
	enum { LIMIT = 1 + COLOUR_MOST };
	size_t at = 1;

	while (at < n && p[at] == COLOUR_ESC) {
		size_t k = at + 1;

		if (k < n && p[k] != '[')
			return at - 1;
		for (k++; k < n && k < LIMIT && is_parameter(p[k]);)
			k++;
		if (k >= LIMIT)
			return 0;
		if (k >= n)
			return n - 1;
		if (p[k] != 'm')
			return at - 1;
		at = k + 1;
	}
	return at - 1;
}

/* Whether a character begins with the last byte of in[from..n), a lead byte; one does at in[from]. No code has a byte
   below "0" in it, so what stands behind one is in step. */
static bool begins_last(const struct codec *codec, const unsigned char *in, size_t from, size_t n, struct buf *text)
{
	size_t at = n - 1;

	while (at > from && in[at - 1] >= '0')
		at--;
	text->n = 0;
	return codec->decode(NULL, in + at, n - at, false, text) < n - at;
}

size_t colour_count(const struct codec *codec, const unsigned char *in, size_t n)
{
	const unsigned char *esc;
	struct buf text = BUF_INIT;
	size_t count = 0, from = 0; /* behind the last that was counted */

	for (size_t i = 0; i < n && (esc = memchr(in + i, COLOUR_ESC, n - i)) != NULL; i++) {
		i = (size_t)(esc - in);
		if (i == from || in[i - 1] < 0x80 || !begins_last(codec, in, from, i, &text))
			continue;
		size_t len = codec_first(codec->decode, in + i - 1, n - i + 1, &text);

		if (len < 2 || text.p[0] != COLOUR_ESC)
			continue;
		count++;
		from = i - 1 + len;
		i = from - 1;
	}
	buf_free(&text);
	return count;
}
