/* input.h - from the bytes of a document to code points: the decoder, and the reader's say in it, with the origins of
 * the code points where they are asked for.
 */
#ifndef INPUT_H
#define INPUT_H
#include "codec.h"
#include "reader.h"
#include "trace.h"

struct input {
	const struct codec *codec; /* what the document is in; NULL before input_begin() and after input_end() */
	void *state;               /* of its decoder, or NULL */
	struct reader reader;      /* the user frees it: reader_free() */
	bool careful;              /* the reader has a say */
	bool sound;                /* it had none, and all that was read last says something */
	size_t coloured;           /* characters read last in whose midst a colour was set (colour.h) */
};

/* A document in codec begins; given: the user said so, and no line is in another. */
void input_begin(struct input *in, const struct codec *codec, bool given);
void input_end(struct input *in);

/* Decodes p[0..n), which is at offset in the document, onto text; from NULL: without origins. end: nothing follows.
   *at: the offset of the first byte that belongs to no code point yet. Returns the bytes read. What the reader had to
   say is in in->reader.part until the next call. */
size_t input_read(struct input *in, const unsigned char *p, size_t n, bool end, uint64_t offset, struct buf *text,
		  struct origins *from, uint64_t *at);

/* Appends a byte that says nothing, at offset, changed by rules (a set, 0: none). */
void input_byte(unsigned char b, uint64_t offset, uint64_t rules, struct buf *text, struct origins *from);

#endif
