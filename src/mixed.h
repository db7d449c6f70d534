/* mixed.h - which encoding each line of a document is in, where documents in several were glued together.
 *
 * A hidden Markov model over lines: each costs what its text costs by the character model (lm.h), a change of encoding
 * costs some bits more, and the cheapest way through all lines is taken (Viterbi's algorithm). What is found to be in
 * another encoding than the document must be Chinese text there: tables of rare characters and lists of signs are
 * cheaper elsewhere by chance.
 */
#ifndef MIXED_H
#define MIXED_H
#include "codec.h"

/* Bytes of whole lines in one encoding. */
struct mixed_run {
	const struct codec *codec;
	size_t n; /* bytes */
};

struct mixed {
	struct mixed_run *run; /* owned: mixed_free() */
	size_t runs;
};

/* The length of the line at in[0..n), with its end; `longest` of a longer one. */
size_t mixed_line(const unsigned char *in, size_t n, size_t longest);

/* Whether lines may be in codec, and in others if they are in that. */
bool mixed_knows(const struct codec *codec);

/* Whether the line in[0..n), read in codec, may be in another. */
bool mixed_may(const struct codec *codec, const unsigned char *in, size_t n);

/* Finds m->run[0..m->runs), which cover in[0..n): the lines of mixed_line(). document: what the document is in; before:
   what the line before is in. What is in *m is lost: mixed_free() first. */
void mixed_find(struct mixed *m, const struct codec *document, const struct codec *before, const unsigned char *in,
		size_t n, size_t longest);

void mixed_free(struct mixed *m);

#endif
