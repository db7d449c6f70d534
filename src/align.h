/* align.h - where text in an encoding of more than one byte a character got out of step: bytes lost, or added. */
#ifndef ALIGN_H
#define ALIGN_H
#include "codec.h"

/* Reads in[0..n), a line or a part of one, with decode(), which must take no state, where any byte may be passed over:
   of all ways that which the language model (lm.h) finds likeliest (Viterbi's algorithm over the bytes). The offsets of
   the bytes that are passed over go to lost, ascending (room for n); returns how many they are. more: the last
   character may go on behind n. *used: the bytes read, fewer than n by one where that is so. *gain: by how many bits
   the text is likelier than as it stands, what is passed over paid for; 0 where nothing is, or where it does not make
   text. */
size_t align(codec_decode *decode, const unsigned char *in, size_t n, bool more, size_t *lost, size_t *used,
	     unsigned *gain);

#endif
