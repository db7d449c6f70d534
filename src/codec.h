/* codec.h - one encoding: how likely it is for some bytes, and what they say in it.
 *
 * Detection is an auction. Each codec that may be found by itself bids the cost in bits of the window under its own
 * model: what it would take to write these bytes down if they were text in this encoding. The lowest bid wins. All
 * ASCII costs the same for all, and an undecodable byte costs CODEC_BAD. (bid.h has the model.)
 */
#ifndef CODEC_H
#define CODEC_H
#include "buf.h"
#include "colour.h"
#include <stdbool.h>

enum {
	CODEC_BIT = 16,            /* bids are in sixteenths of a bit */
	CODEC_BAD = 14 * CODEC_BIT /* the price of a byte that does not decode: 6 bits to say so, 8 to name it */
};

/* Appends what in[0..n) holds and returns the bytes read: all when end, else all but a last character cut short (fewer
   than CODEC_LONGEST bytes). A byte that decodes to nothing becomes CP_RAW | byte; ASCII is never part of what does not decode, but where bytes below 80 are not ASCII.
   What comes out does not depend on how the input was cut. A byte order mark at the start comes out as U+FEFF. state:
   of open(), or NULL. */
typedef size_t codec_decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out);

/* Decodes the first character of in[0..n) alone into text, in place of what is in it, without a state; returns its bytes, 0
   where it is cut short. */
enum {
	CODEC_LONGEST = 2 + COLOUR_MOST /* bytes of a character in any encoding of our own without a state: two, with
					   colours in their midst; else four */
};
size_t codec_first(codec_decode *decode, const unsigned char *in, size_t n, struct buf *text);

struct codec {
	const char *name;          /* the usual one, lower case: that of the largest set it reads */
	const char *const *labels; /* other names that -e takes, lower case; ends with NULL */

	/* The bid for in[0..n), the first bytes of a document, in 1/CODEC_BIT bits; its last character may be cut.
	   damaged: bytes may have been lost or added, so that a character may begin anywhere behind a byte left out at
	   the price of CODEC_BAD; that takes some ten times as long. A bid that is not below most need not be exact, only
	   not below it either. NULL: never found by itself. */
	uint64_t (*bid)(const unsigned char *in, size_t n, bool damaged, uint64_t most);

	/* Bytes of a character, where a document that is cut within one is read from the next on: each is tried then. 0:
	   the decoder falls into step by itself. */
	unsigned unit;

	codec_decode *decode;

	/* Memory for one document's decode(), or NULL where a codec needs none. Owned by the caller, who gives it to
	   close(). A codec of our own with such a state (shifts) reads a text from its start without it, too. */
	void *(*open)(const struct codec *codec);
	void (*close)(void *state);
	const void *data; /* the codec's own */
};

/* Those that detection may choose, best guess first where two bid the same; ends with NULL. */
extern const struct codec *const codec_all[];

/* The codec of that name or label in any case, with '-' and '_' alike, or NULL. */
const struct codec *codec_find(const char *name);

/* Whether bytes below 80 are ASCII in it wherever a character begins. */
bool codec_is_ascii(const struct codec *codec);

/* Whether name is own or one of labels (which end with NULL), in any case, with '-' and '_' alike. */
bool codec_is_called(const char *name, const char *own, const char *const *labels);

/* A codec that reads the encoding of that name or label through iconv(3), or NULL where it is none of those in
   codec_iconv.c, or iconv does not know it. It is never found by detection. The codec is owned by the caller: free(3). */
struct codec *codec_iconv(const char *name);

/* The name of the i-th of those that codec_iconv() has, and in *labels its others; NULL where there are no more. */
const char *codec_iconv_name(unsigned i, const char *const **labels);

/* Codecs that exist as files of their own. */
extern const struct codec codec_utf8;
extern const struct codec codec_utf16le;
extern const struct codec codec_utf16be;
extern const struct codec codec_gb18030;
extern const struct codec codec_big5;
extern const struct codec codec_euctw;
extern const struct codec codec_utf32le;
extern const struct codec codec_utf32be;
extern const struct codec codec_hz;
extern const struct codec codec_iso2022cn;
extern const struct codec codec_utf7;

#endif
