/* UTF-7 (RFC 2152): UTF-16 in base64 between "+" and the first character that is not of base64, "-" among them, which
   is dropped. "+-" is a plus; a "+" that no base64 follows is one, too. */
#include "bid.h"
#include "mem.h"
#include <stdlib.h>

enum { HIGH = 0x80, DIGIT_BITS = 6, UNIT_BITS = 16 };
enum where { DIRECT, PLUS, BASE64 }; /* PLUS: right behind one */

struct shift {
	enum where where;
	uint32_t bits; /* those that make no unit yet, */
	unsigned n;    /* and how many */
	uint32_t high; /* a high surrogate that waits for the other half, or 0 */
	uint8_t last;  /* the byte of base64 that was read last: it stands for what says nothing */
};

/* What base64 has for b, or 64. */
static unsigned digit(unsigned char b)
{
	if (b >= 'A' && b <= 'Z')
		return b - 'A';
	if (b >= 'a' && b <= 'z')
		return b - 'a' + 26u;
	if (b >= '0' && b <= '9')
		return b - '0' + 52u;
	return b == '+' ? 62 : b == '/' ? 63 : 64;
}

/* A unit of UTF-16. */
static void unit(struct shift *s, uint32_t u, cp **w)
{
	bool is_low = u >= 0xdc00 && u < 0xe000, is_high = u >= 0xd800 && u < 0xdc00;

	if (s->high && is_low) {
		*(*w)++ = 0x10000 + ((s->high - 0xd800) << 10) + (u - 0xdc00);
		s->high = 0;
		return;
	}
	if (s->high)
		*(*w)++ = CP_RAW | s->last;
	s->high = is_high ? u : 0;
	if (is_low)
		*(*w)++ = CP_RAW | s->last;
	else if (!is_high)
		*(*w)++ = u;
}

static void add_digit(struct shift *s, unsigned char b, cp **w)
{
	s->bits = s->bits << DIGIT_BITS | digit(b);
	s->n += DIGIT_BITS;
	s->last = b;
	if (s->n < UNIT_BITS)
		return;
	s->n -= UNIT_BITS;
	unit(s, s->bits >> s->n & 0xffff, w);
	s->bits &= (1u << s->n) - 1;
}

/* The end of base64: what is left over must be less than a digit, and 0. */
static void leave(struct shift *s, cp **w)
{
	if (s->high || s->n >= DIGIT_BITS || s->bits)
		*(*w)++ = CP_RAW | s->last;
	*s = (struct shift){ .where = DIRECT };
}

static void one(struct shift *s, unsigned char b, cp **w)
{
	if (s->where != DIRECT && digit(b) < 64) {
		s->where = BASE64;
		add_digit(s, b, w);
		return;
	}
	if (s->where == PLUS) {
		*(*w)++ = '+';
		s->where = DIRECT;
		if (b == '-')
			return;
	} else if (s->where == BASE64) {
		leave(s, w);
		if (b == '-')
			return;
	}
	if (b == '+')
		s->where = PLUS;
	else
		*(*w)++ = b < HIGH ? b : CP_RAW | b;
}

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	enum { MOST = 2 }; /* code points that one byte can give, and that what waits at the end can */
	struct shift none = { 0 }, *s = state ? state : &none;
	cp *w = buf_room(out, MOST * n + MOST), *w0 = w;

	for (size_t i = 0; i < n; i++)
		one(s, in[i], &w);
	if (end && s->where == PLUS)
		*w++ = '+';
	else if (end && s->where == BASE64)
		leave(s, &w);
	out->n += (size_t)(w - w0);
	return n;
}

/* Whether in[0..n) has base64, and is as an encoder writes it: programs and prose in ASCII are full of "+", and now and
   then there is a character behind one. But each must begin base64 or be "+-", and neither "\\" nor "~" stands for
   itself. */
static bool strict(const unsigned char *in, size_t n)
{
	bool base64 = false, any = false;

	for (size_t i = 0; i < n; i++) {
		if (base64 && digit(in[i]) < 64) {
			any = true;
			continue;
		}
		base64 = in[i] == '+';
		if (in[i] == '\\' || in[i] == '~'
		    || (base64 && i + 1 < n && in[i + 1] != '-' && digit(in[i + 1]) == 64))
			return false;
	}
	return any;
}

static uint64_t bid(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	(void)damaged;
	(void)most;
	return strict(in, n) ? bid_shifted(decode, in, n, BID_PRIOR_UTF7) : UINT64_MAX;
}

static void *begin(const struct codec *codec)
{
	(void)codec;
	return mem_zalloc(sizeof(struct shift));
}

static const char *const labels[] = { "utf7", "unicode-1-1-utf-7", "csunicode11utf7", NULL };

const struct codec codec_utf7 = {
	.name = "utf-7", .labels = labels, .bid = bid, .decode = decode, .open = begin, .close = free
};
