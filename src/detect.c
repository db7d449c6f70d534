#include "detect.h"
#include "bid.h"
#include <string.h>

/* The encoding whose byte order mark in[0..n) begins with, or NULL. */
static const struct codec *marked(const unsigned char *in, size_t n)
{
	static const struct {
		const struct codec *codec;
		size_t n;
		unsigned char mark[4];
	} row[] = {
		{ &codec_utf8, 3, { 0xef, 0xbb, 0xbf } },
		{ &codec_utf16le, 2, { 0xff, 0xfe } },
		{ &codec_utf16be, 2, { 0xfe, 0xff } },
		{ &codec_gb18030, 4, { 0x84, 0x31, 0x95, 0x33 } },
	};

	for (size_t i = 0; i < sizeof row / sizeof *row; i++)
		if (n >= row[i].n && !memcmp(in, row[i].mark, row[i].n))
			return row[i].codec;
	return NULL;
}

static bool is_utf16(const struct codec *c) { return c == &codec_utf16le || c == &codec_utf16be; }

const struct codec *detect_given(const struct codec *given, const unsigned char *in, size_t n)
{
	const struct codec *mark = marked(in, n);

	return is_utf16(given) && is_utf16(mark) ? mark : given;
}

/* Where to begin to look: just before the first byte that is not plain ASCII, for what stands before has a say in what
   is likely next; n where there is no such byte. The text so far reads the same in all 8-bit encodings. */
static size_t evidence(const unsigned char *in, size_t n)
{
	enum { UNIT = 4 }; /* no encoding has a character across a multiple of it behind ASCII */
	size_t i = 0;

	while (i < n && in[i] < 0x80 && in[i])
		i++;
	return i == n ? n : i ? (i - 1) / UNIT * UNIT : 0;
}

/* All bid for in[0..n); fills in codec, second, margin and stranger. Returns the winner's bid. */
static uint64_t auction(struct detection *d, const unsigned char *in, size_t n, bool damaged)
{
	uint64_t best = UINT64_MAX, next = UINT64_MAX, stranger = bid_stranger(in, n);

	d->codec = d->second = NULL;
	for (const struct codec *const *c = codec_all; *c; c++) {
		uint64_t bid = (*c)->bid ? (*c)->bid(in, n, damaged) : UINT64_MAX;

		if (bid < best) {
			next = best;
			d->second = d->codec;
			best = bid;
			d->codec = *c;
		} else if (bid < next) {
			next = bid;
			d->second = *c;
		}
	}
	d->stranger = stranger < best;
	if (d->stranger) {
		d->second = d->codec == &codec_utf8 ? d->second : d->codec;
		d->codec = &codec_utf8;
		next = best;
		best = stranger;
	}
	uint64_t margin = (next - best) / CODEC_BIT;

	d->margin = margin < UINT32_MAX ? (unsigned)margin : UINT32_MAX;
	return best;
}

/* How much it says that in[0..n) is well-formed UTF-8, in bits: bytes of anything else are that seldom by chance. 0 where
   it is not. Text that was read by the wrong encoding before it became UTF-8 looks like no language, but is that. */
static unsigned proof(const unsigned char *in, size_t n)
{
	enum { TWO = 3, THREE = 5, FOUR = 8, ENOUGH = 1 << 16 };
	struct buf text = BUF_INIT;
	unsigned bits = 0;

	codec_utf8.decode(NULL, in, n, false, &text);
	for (size_t i = 0; i < text.n && bits < ENOUGH; i++) {
		if (text.p[i] >= CP_RAW) {
			bits = 0;
			break;
		}
		bits += text.p[i] < 0x80 ? 0 : text.p[i] < 0x800 ? TWO : text.p[i] < 0x10000 ? THREE : FOUR;
	}
	buf_free(&text);
	return bits;
}

struct detection detect(const unsigned char *in, size_t n)
{
	enum {
		FIRST = 1024,                /* bytes that are weighed at first: enough for most documents; */
		MORE = 8,                    /* then so many times more, until */
		SURE = 64,                   /* the margin is so many bits: as good as certain, for any prior */
		FLUENT = 11 * CODEC_BIT / 2, /* what a byte of text costs at most: markup is 5 bits, Chinese less */
		PROOF = 24,                  /* bits by which well-formed UTF-8 is that, whatever it says */
		DAMAGED = 8192               /* bytes that are weighed again where that is exceeded */
	};
	struct detection d = { .codec = marked(in, n) };
	size_t from = evidence(in, n), size = FIRST;
	uint64_t bid;

	d.mark = d.codec != NULL;
	if (d.mark)
		return d;
	d.codec = &codec_utf8;
	if (from == n)
		return d;
	in += from;
	n -= from;
	for (size = size < n ? size : n;; size = size < n / MORE ? size * MORE : n) {
		bid = auction(&d, in, size, false);
		if (size == n || (d.margin >= SURE && !d.stranger))
			break;
	}
	if (d.stranger || bid > (uint64_t)size * FLUENT)
		auction(&d, in, n < DAMAGED ? n : DAMAGED, true);
	if (d.codec != &codec_utf8 && proof(in, size) >= PROOF) {
		d.second = d.codec;
		d.codec = &codec_utf8;
	}
	return d;
}
