/* ISO-2022-CN and its extension (RFC 1922), in seven bits. Designations say which set shifts select: SO selects that of
   G1 until SI or the end of the line, ESC N and ESC O select those of G2 and G3 for one character. They are kept beyond
   the line in which they stand, which harms no text that names them again. */
#include "bid.h"
#include "cns_table.h"
#include "codec_table.h"
#include "mem.h"
#include <stdlib.h>
#include <string.h>

enum { HIGH = 0x80, SO = 0x0e, SI = 0x0f, ESC = 0x1b };
enum { GB_2312 = CNS_PLANES, IR_165, NOTHING = 0 }; /* a set: a plane of CNS 11643, or one of these */

struct shift {
	uint8_t g1, g2, g3; /* sets */
	bool out;           /* behind SO */
	bool single;        /* a character by ESC N or ESC O was the last thing */
};

/* The set that ESC $ marks with its two last bytes, and where it goes. */
static uint8_t *designate(struct shift *s, unsigned char where, unsigned char what, uint8_t *set)
{
	*set = NOTHING;
	switch (where) {
	case ')': *set = what == 'A' ? GB_2312 : what == 'E' ? IR_165 : what == 'G' ? 1 : NOTHING; return &s->g1;
	case '*': *set = what == 'H' ? 2 : NOTHING; return &s->g2;
	case '+': *set = what >= 'I' && what <= 'M' ? (uint8_t)(what - 'I' + 3) : NOTHING; return &s->g3;
	default: return &s->g1;
	}
}

static bool is_half(unsigned char b) { return b >= CNS_FIRST && b < CNS_FIRST + CNS_SIDE; }

/* Two bytes of a set. What is no character is not ASCII, either. */
static void pair(unsigned set, const unsigned char *p, cp **w)
{
	cp c = set == IR_165 ? cns_char(CNS_IR_165, p[0], p[1]) : 0;

	if (c)
		;
	else if (set == GB_2312 || set == IR_165)
		c = gb18030_two[(p[0] | HIGH) - CODEC_LEAD][(p[1] | HIGH) - CODEC_TRAIL];
	else
		c = cns_char(set, p[0], p[1]);
	if (c && (c < 0xe000 || c > 0xf8ff)) { /* no private use: those are code page 936's own */
		*(*w)++ = c;
		return;
	}
	*(*w)++ = CP_RAW | p[0];
	*(*w)++ = CP_RAW | p[1];
}

/* What begins with ESC at p[0..n), n up to 4: the bytes it takes, 0 where it is none of ours. */
static size_t escape(struct shift *s, const unsigned char *p, size_t n, cp **w)
{
	enum { LENGTH = 4 };
	unsigned set = n > 1 && p[1] == 'N' ? s->g2 : n > 1 && p[1] == 'O' ? s->g3 : NOTHING;
	uint8_t named, *to;

	if (n < LENGTH)
		return 0;
	if (set && is_half(p[2]) && is_half(p[3])) {
		pair(set, p + 2, w);
		s->single = true;
		return LENGTH;
	}
	if (p[1] != '$')
		return 0;
	to = designate(s, p[2], p[3], &named);
	if (!named)
		return 0;
	*to = named;
	if (s->single && to == &s->g1) /* glibc's encoder forgets SO here */
		s->out = true;
	return LENGTH;
}

/* p[0..n) may be the beginning of an escape sequence of ours. */
static bool may_escape(const unsigned char *p, size_t n)
{
	return p[0] == ESC && (n < 2 || p[1] == '$' || p[1] == 'N' || p[1] == 'O');
}

/* One character or shift at p[0..n): the bytes it takes, 0 where more must be seen. */
static size_t one(struct shift *s, const unsigned char *p, size_t n, bool end, cp **w)
{
	enum { ESCAPE = 4 };
	bool half = s->out && s->g1 && is_half(p[0]);
	size_t len;

	if (may_escape(p, n)) {
		if (n < ESCAPE && !end)
			return 0;
		len = escape(s, p, n, w);
		if (len)
			return len;
	}
	s->single = false;
	if ((p[0] == SO || p[0] == SI) && s->g1) { /* SI twice is once */
		s->out = p[0] == SO;
		return 1;
	}
	if (half && n < 2 && !end)
		return 0;
	if (half && n > 1 && is_half(p[1])) {
		pair(s->g1, p, w);
		return 2;
	}
	s->out = s->out && p[0] != '\n';
	*(*w)++ = p[0] < HIGH ? p[0] : CP_RAW | p[0];
	return 1;
}

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	struct shift none = { 0 }, *s = state ? state : &none;
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0, len = 1;

	for (; i < n && len; i += len)
		len = one(s, in + i, n - i, end, &w);
	out->n += (size_t)(w - w0);
	return i;
}

static uint64_t bid(const unsigned char *in, size_t n, bool damaged, uint64_t most)
{
	(void)damaged;
	(void)most;
	return memchr(in, ESC, n) ? bid_shifted(decode, in, n, BID_PRIOR_ISO2022CN) : UINT64_MAX;
}

static void *begin(const struct codec *codec)
{
	(void)codec;
	return mem_zalloc(sizeof(struct shift));
}

static const char *const labels[] = { "iso-2022-cn", "csiso2022cn", "iso2022cn", "iso2022cnext", NULL };

const struct codec codec_iso2022cn = {
	.name = "iso-2022-cn-ext", .labels = labels, .bid = bid, .decode = decode, .open = begin, .close = free
};
