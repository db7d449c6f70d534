/* codec.h - one encoding: how likely it is for some bytes, and what they say in it.
 *
 * Detection is an auction. Each codec that may be found by itself bids the cost in bits of the window under its own
 * model: what it would take to write these bytes down if they were text in this encoding. The lowest bid wins. All
 * ASCII costs the same for all, and an undecodable byte costs CODEC_BAD. (bid.h has the model.)
 */
#ifndef CODEC_H
#define CODEC_H
#include "buf.h"
#include <stdbool.h>

enum {
	CODEC_BIT = 16,            /* bids are in sixteenths of a bit */
	CODEC_BAD = 14 * CODEC_BIT /* the price of a byte that does not decode: 6 bits to say so, 8 to name it */
};

/* Appends what in[0..n) holds and returns the bytes read: all when end, else all but a last character cut short (at
   most 7 bytes). A byte that decodes to nothing becomes CP_RAW | byte; ASCII is never part of what does not decode.
   What comes out does not depend on how the input was cut. A byte order mark at the start comes out as U+FEFF. state:
   of open(), or NULL. */
typedef size_t codec_decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out);

struct codec {
	const char *name;          /* as the Encoding Standard of WHATWG has it, lower case */
	const char *const *labels; /* other names that -e takes, lower case; ends with NULL */

	/* The bid for in[0..n), the first bytes of a document, in 1/CODEC_BIT bits; its last character may be cut.
	   damaged: bytes may have been lost or added, so that a character may begin anywhere behind a byte left out at
	   the price of CODEC_BAD; that takes some twenty times as long. NULL: never found by itself. */
	uint64_t (*bid)(const unsigned char *in, size_t n, bool damaged);

	codec_decode *decode;

	/* Memory for one document's decode(), or NULL where a codec needs none (all of our own). Owned by the caller,
	   who gives it to close(). */
	void *(*open)(const struct codec *codec);
	void (*close)(void *state);
};

/* Those that detection may choose, best guess first where two bid the same; ends with NULL. */
extern const struct codec *const codec_all[];

/* The codec of that name or label in any case, with '-' and '_' alike, or NULL. */
const struct codec *codec_find(const char *name);

/* A codec that reads NAME through iconv(3), or NULL where iconv does not know it. It is never found by detection. The
   codec is owned by the caller: free(3). */
struct codec *codec_iconv(const char *name);

/* Codecs that exist as files of their own. */
extern const struct codec codec_utf8;
extern const struct codec codec_utf16le;
extern const struct codec codec_utf16be;
extern const struct codec codec_gb18030;
extern const struct codec codec_big5;

#endif
