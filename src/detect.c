#include "detect.h"
#include "binary.h"
#include "declared.h"
#include "foreign.h"
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
		{ &codec_utf32le, 4, { 0xff, 0xfe, 0, 0 } }, /* before that of UTF-16, with which it begins */
		{ &codec_utf32be, 4, { 0, 0, 0xfe, 0xff } },
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
static bool is_utf32(const struct codec *c) { return c == &codec_utf32le || c == &codec_utf32be; }

const struct codec *detect_given(const struct codec *given, const unsigned char *in, size_t n)
{
	const struct codec *mark = marked(in, n);

	return (is_utf16(given) && is_utf16(mark)) || (is_utf32(given) && is_utf32(mark)) ? mark : given;
}

/* A control character that text in ASCII may have: blanks, and those of terminals and of shifts. */
static bool is_blank(unsigned char b)
{
	return (b >= '\t' && b <= '\r' && b != '\v') || b == 0x0e || b == 0x0f || b == 0x1b;
}

/* Where to begin to look: just before the first byte that is not plain ASCII, for what stands before has a say in what
   is likely next; n where there is no such byte. The text so far reads the same in all 8-bit encodings; a byte that no
   text has speaks for others, in which it does not. */
static size_t evidence(const unsigned char *in, size_t n)
{
	enum {
		UNIT = 4, /* no encoding has a character across a multiple of it behind ASCII */
		HEAD = 64 /* so few bytes may be wide characters by chance, and are looked at */
	};
	size_t i = 0;

	while (i < n && in[i] < 0x80 && (in[i] >= ' ' || is_blank(in[i])))
		i++;
	if (i == n)
		return n;
	return i > HEAD && in[i] >= 0x80 ? (i - 1) / UNIT * UNIT : 0;
}

static uint64_t clearly_worse(uint64_t bid)
{
	enum { BY = DETECT_CLEAR * CODEC_BIT };

	return bid < UINT64_MAX - BY ? bid + BY : UINT64_MAX;
}

/* The bid of codec for in[0..n), less what it gains by being declared. */
static uint64_t bid_of(const struct codec *codec, const struct declared *said, const unsigned char *in, size_t n,
		       bool damaged, uint64_t most)
{
	enum { GAIN = DECLARED_BITS * CODEC_BIT };

	if (codec != said->codec)
		return codec->bid(in, n, damaged, most);
	uint64_t bid = codec->bid(in, n, damaged, most < UINT64_MAX - GAIN ? most + GAIN : UINT64_MAX);

	return bid == UINT64_MAX ? bid : bid > GAIN ? bid - GAIN : 0;
}

/* All that read in[0..n) bid for it: those in seven bits, or the others. said: what the document declares. Fills in *d.
   Returns the winner's bid. */
static uint64_t auction(struct detection *d, const struct declared *said, const unsigned char *in, size_t n, bool seven,
			bool damaged)
{
	uint64_t best = UINT64_MAX, next = UINT64_MAX;
	struct foreign other = { NULL, UINT64_MAX };

	*d = (struct detection){ .codec = &codec_utf8 };
	if (!seven)
		other = foreign_best(in, n, said->other, DECLARED_BITS);
	for (const struct codec *const *c = codec_all; *c; c++) {
		bool bids = *c == &codec_utf8 || seven == !!(*c)->open;
		uint64_t most = clearly_worse(best < other.bid ? best : other.bid);
		uint64_t bid = bids ? bid_of(*c, said, in, n, damaged, most < next ? most : next) : UINT64_MAX;

		if (bid < best) {
			next = best;
			d->second = best < UINT64_MAX ? d->codec->name : NULL;
			best = bid;
			d->codec = *c;
		} else if (bid < next) {
			next = bid;
			d->second = (*c)->name;
		}
	}
	if (other.bid < best) {
		d->second = best < UINT64_MAX ? d->codec->name : NULL;
		d->codec = &codec_utf8;
		d->foreign = other.name;
		next = best;
		best = other.bid;
	} else if (other.bid < next) {
		d->second = other.name;
		next = other.bid;
	}
	uint64_t margin = (next - best) / CODEC_BIT;

	d->margin = margin < DETECT_CLEAR ? (unsigned)margin : DETECT_CLEAR;
	return best;
}

/* What in[0..n) costs if each of its lines may be in another encoding than the one before, and in *codec the one that
   most of its bytes are in. UINT64_MAX where they are cheapest in one, or it is not below `less`. */
static uint64_t mixed_bid(const unsigned char *in, size_t n, uint64_t less, const struct codec **codec)
{
	enum { SWITCH = 48 * CODEC_BIT, ENCODINGS = 3 };
	static const struct codec *const encoding[ENCODINGS] = { &codec_utf8, &codec_gb18030, &codec_big5 };
	static const uint64_t none = UINT64_MAX / 2; /* more than all lines cost */
	uint64_t way[ENCODINGS] = { 0 }, alone[ENCODINGS] = { 0 }, best = 0, cheapest = UINT64_MAX;
	size_t bytes[ENCODINGS] = { 0 }, most = 0;

	for (size_t at = 0, len; at < n && best < less; at += len) {
		const unsigned char *end = memchr(in + at, '\n', n - at);
		uint64_t least = UINT64_MAX, next = UINT64_MAX;
		size_t which = 0;

		len = end ? (size_t)(end - in) + 1 - at : n - at;
		for (size_t k = 0; k < ENCODINGS; k++) {
			uint64_t bid = encoding[k]->bid(in + at, len, false, UINT64_MAX);

			which = bid < least ? k : which;
			least = bid < least ? bid : least;
			way[k] = way[k] < best + SWITCH ? way[k] : best + SWITCH;
			way[k] = bid < none ? way[k] + bid : none;
			alone[k] = bid < none && alone[k] < none ? alone[k] + bid : none;
			next = way[k] < next ? way[k] : next;
		}
		bytes[which] += len;
		best = next;
	}
	for (size_t k = 0; k < ENCODINGS; k++) {
		most = bytes[k] > bytes[most] ? k : most;
		cheapest = alone[k] < cheapest ? alone[k] : cheapest;
	}
	*codec = encoding[most];
	return best < cheapest && best < less ? best : UINT64_MAX;
}

static bool is_ascii(const unsigned char *in, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (in[i] >= 0x80)
			return false;
	return true;
}

/* The same for documents that begin in the midst of a character: a bid of those that have more bytes than one for each
   goes from the bytes behind, and beats best. Returns the winner's bid. */
static uint64_t late_auction(struct detection *d, const struct declared *said, const unsigned char *in, size_t n,
			     uint64_t best)
{
	enum { LATE = 10 * CODEC_BIT, BYTE = 8 * CODEC_BIT }; /* bits to say so, and to name a byte */

	for (const struct codec *const *c = codec_all; *c; c++)
		for (size_t k = 1; k < (*c)->unit && k < n; k++) {
			if (codec_is_ascii(*c) && (*c == &codec_utf8 ? in[k - 1] >> 6 != 2 : in[k - 1] < '0'))
				break; /* no byte that ends a character */
			if (codec_is_ascii(*c) && is_ascii(in + k, n - k))
				break; /* it is all that is beyond ASCII: a letter, rather */
			uint64_t bid = bid_of(*c, said, in + k, n - k, false, best);

			if (bid == UINT64_MAX || bid + LATE + k * BYTE >= best)
				continue;
			uint64_t margin = (best - bid - LATE - k * BYTE) / CODEC_BIT;

			d->margin = margin < DETECT_CLEAR ? (unsigned)margin : DETECT_CLEAR;
			if (d->foreign || d->codec != *c)
				d->second = d->foreign ? d->foreign : d->codec->name;
			d->codec = *c;
			d->foreign = NULL;
			d->late = k;
			best = bid + LATE + k * BYTE;
		}
	return best;
}

/* Whether an encoding in seven bits bids for in[0..n). Most text in ASCII is told at once. */
static bool bids_seven(const unsigned char *in, size_t n)
{
	for (const struct codec *const *c = codec_all; *c; c++)
		if ((*c)->open && (*c)->bid(in, n, false, UINT64_MAX) < UINT64_MAX)
			return true;
	return false;
}

/* The bytes at the head of in[0..n) that end a character of UTF-8 which was cut. */
static size_t rest_of_character(const unsigned char *in, size_t n)
{
	enum { MOST = 3 };
	size_t k = 0;

	while (k < MOST && k < n && in[k] >> 6 == 2)
		k++;
	return k;
}

/* How much it says that in[0..n) is well-formed UTF-8, in bits: bytes of anything else are that seldom by chance. 0
   where it is not. Text that was read by the wrong encoding before it became UTF-8 looks like no language, but is that.
 */
static unsigned proof(const unsigned char *in, size_t n)
{
	enum { TWO = 3, THREE = 5, FOUR = 8, ENOUGH = 1 << 16 };
	struct buf text = BUF_INIT;
	unsigned bits = 0;

	codec_utf8.decode(NULL, in, n, false, &text);
	for (size_t i = 0; i < text.n && bits < ENOUGH; i++) {
		if (text.p[i] >= CP_RAW || !text.p[i]) {
			bits = 0;
			break;
		}
		bits += text.p[i] < 0x80 ? 0 : text.p[i] < 0x800 ? TWO : text.p[i] < 0x10000 ? THREE : FOUR;
	}
	buf_free(&text);
	return bits;
}

/* Makes d UTF-8 where in[0..n) proves to be that, whatever it says. start: the document begins there, and may have been
   cut. */
static void prove(struct detection *d, const unsigned char *in, size_t n, bool start)
{
	enum {
		ALONE = 6,  /* bits of proof where the winner is no encoding of ours: its letters stand alone; */
		PROOF = 15, /* else; */
		CUT = 10    /* and more for a document that begins in the midst of a character */
	};
	size_t late = start ? rest_of_character(in, n) : 0;

	if (d->codec == &codec_utf8 && !d->foreign)
		return;
	if (proof(in + late, n - late) < (unsigned)(d->foreign ? ALONE : PROOF) + (late ? CUT : 0))
		return;
	d->second = d->foreign ? d->foreign : d->codec->name;
	d->codec = &codec_utf8;
	d->foreign = NULL;
	d->late = late;
}

/* When a detection is believed. */
enum {
	SURE = 64,             /* bits of margin that are enough: as good as certain, for any prior */
	GLANCE = 256,          /* bytes that are weighed at first: enough where */
	PLAIN = 5 * CODEC_BIT, /* a byte costs so little, so that all of it is text; */
	FIRST = 1024,          /* then so many, enough for most of the others; */
	MORE = 8               /* then so many times more */
};

static size_t more_of(size_t size, size_t n)
{
	size = size < FIRST ? FIRST : size * MORE;
	return size < n ? size : n;
}

/* Looks again where in[0..n), whose best bid is that, is no fluent text: it may begin in the midst of a character, lack
   bytes, or be of several encodings. start: the document begins there. */
static void doubt(struct detection *d, const struct declared *said, const unsigned char *in, size_t n, uint64_t bid,
		  bool start)
{
	enum {
		FLUENT = 11 * CODEC_BIT / 2, /* what a byte of text costs at most: markup is 5 bits, Chinese less */
		DAMAGED = 8192               /* bytes that are weighed with some left out where that is exceeded */
	};
	const struct codec *most;
	bool odd = bid > (uint64_t)n * FLUENT;

	if (start && (d->foreign || d->margin < SURE || odd))
		bid = late_auction(d, said, in, n, bid);
	odd = bid > (uint64_t)n * FLUENT;
	if (d->foreign || d->late || odd) {
		struct detection damaged;
		size_t part = n < DAMAGED ? n : DAMAGED;
		uint64_t cheaper = auction(&damaged, said, in, part, false, true);
		bool text = codec_is_ascii(damaged.codec) || damaged.codec->bid(in, n, false, UINT64_MAX) < UINT64_MAX;

		if (text && (!d->late || (part == n && cheaper <= bid)))
			*d = damaged;
	}
	if ((d->foreign || odd) && mixed_bid(in + d->late, n - d->late, bid, &most) < bid) {
		if (d->foreign || d->codec != most)
			d->second = d->foreign ? d->foreign : d->codec->name;
		d->codec = most;
		d->foreign = NULL;
		d->late = 0;
	}
}

struct detection detect(const unsigned char *in, size_t n)
{
	struct detection d = { .codec = marked(in, n) };
	struct declared said = { 0 };
	size_t from = evidence(in, n), size;
	uint64_t bid;

	d.mark = d.codec != NULL;
	if (d.mark)
		return d;
	d.codec = &codec_utf8;
	if (from == n) {
		d.foreign = foreign_designated(in, n);
		if (!d.foreign && bids_seven(in, n))
			auction(&d, &said, in, n, true, false);
		return d;
	}
	said = declared_find(in, n);
	in += from;
	n -= from;
	for (size = n < GLANCE ? n : GLANCE;; size = more_of(size, n)) {
		bid = auction(&d, &said, in, size, false, false);
		/* binary data may begin with numbers, which are text in UTF-16 and UTF-32: there all is looked at */
		bool enough = codec_is_ascii(d.codec) && (size >= FIRST || bid <= (uint64_t)size * PLAIN);

		if (size == n || (d.margin >= SURE && !d.foreign && enough))
			break;
	}
	doubt(&d, &said, in, size, bid, !from);
	prove(&d, in, size, !from);
	if (!d.foreign && codec_is_ascii(d.codec) && binary_has_numbers(in, size)) {
		d.second = d.codec->name;
		d.codec = &codec_utf8;
		d.foreign = "binary";
	}
	return d;
}
