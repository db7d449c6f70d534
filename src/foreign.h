/* foreign.h - how likely bytes are as text of another language in an encoding that this program leaves alone: what a
 * document is refused as. Costs are on the scale of bid.h, and made of frequencies of characters and of changes between
 * them and ASCII (dict/foreign.txt); no text is decoded.
 */
#ifndef FOREIGN_H
#define FOREIGN_H
#include <stddef.h>
#include <stdint.h>

struct foreign {
	const char *name; /* the encoding, "unknown-8bit" or "binary"; static */
	uint64_t bid;     /* in 1/CODEC_BIT bits (codec.h) */
};

/* The best of all for in[0..n), the first bytes of a document. The encoding named declared, or NULL, gains so many
 * bits. */
struct foreign foreign_best(const unsigned char *in, size_t n, const char *declared, unsigned gain);

/* The encoding in seven bits that in[0..n), all ASCII, designates a set of, of those this program leaves alone:
   ISO-2022-JP (RFC 1468) or ISO-2022-KR (RFC 1557); NULL: none. */
const char *foreign_designated(const unsigned char *in, size_t n);

#endif
