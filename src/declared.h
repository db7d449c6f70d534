/* declared.h - the encoding that a document says it is in.
 *
 * Pages, XML and mail name it in ASCII at their head. Programs that convert text leave the name as it is, and servers
 * send one that nobody chose, so that it is a hint: detection gives that encoding DECLARED_BITS.
 */
#ifndef DECLARED_H
#define DECLARED_H
#include "codec.h"

enum {
	DECLARED_WITHIN = 1024, /* bytes that are looked at: where the HTML standard (13.2.3.2) wants it, too */
	DECLARED_BITS = 6       /* one character of text says more */
};

/* Either is NULL, or both. An encoding in which the declaration could not have been read, as UTF-16, is none. */
struct declared {
	const struct codec *codec; /* one of codec_all */
	const char *other;         /* or another's name, of those that codec_iconv_name() has; static */
};

/* The first that in[0..n), the start of a document, declares of those we know: by <?xml encoding="..."?>, a line
   "Content-Type: ...; charset=..." of a header, <meta charset=...> or <meta http-equiv=... content="...; charset=...">
   outside of comments. */
struct declared declared_find(const unsigned char *in, size_t n);

#endif
