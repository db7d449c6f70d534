/* trace.h - from the changes of the stages, one after another, to the changes of the whole program.
 *
 * While a document is traced, each code point between two stages carries its origin: which bytes of the document it
 * came from, and by which rules it was changed on the way. A stage's edits turn the origins of its input into those of
 * its output; after the last stage whatever is not a plain copy is a change, named by its byte offset in the document
 * as it came. Memory is that of the text between the stages, however long the document.
 */
#ifndef TRACE_H
#define TRACE_H
#include "note.h"

struct origin {
	uint64_t at;    /* offset of the first byte in the document */
	uint32_t len;   /* bytes; 0 where more than one code point came of the same bytes: the first has them all */
	bool more;      /* the next one, as decoded, came of the same bytes */
	uint64_t rules; /* the rules that changed it, 1 << rule each; 0: it is as it came */
	uint64_t gap;   /* the rules that deleted text between the code point before and this one */
};

struct origins {
	struct origin *p;
	size_t n, cap;
	uint64_t gap; /* rules that deleted text at the end of what is here */
};

/* Room for n more; add to o->n what you wrote. */
struct origin *trace_room(struct origins *o, size_t n);
void trace_drop(struct origins *o, size_t n); /* removes the first n */
void trace_free(struct origins *o);

/* A stage read in[0..n) and made outn code points of it by these edits: appends their origins to out. */
void trace_stage(const struct origin *in, size_t n, const struct note *edits, size_t outn, struct origins *out);

/* One change of the whole program. */
struct change {
	uint64_t at, len; /* bytes of the document that were replaced */
	size_t out;       /* where its replacement begins in the text that was given, code points */
	size_t outlen;
	uint64_t rules; /* the rules that had a part in it */
};

/* Tells every change in text whose origins are o[0..n), in order. *at is the offset behind the last byte told so far:
   0 for a document's first text, then as left by the call before. end: nothing follows; size is then the document's
   length in bytes, and gap the rules that deleted text at its end. A change at the end of text that goes on is told
   in parts, which together say the same. Bytes change together: where one of the code points that came of them is
   changed, the others are told with it. */
typedef void trace_fn(void *ctx, const struct change *c);
void trace_changes(const struct origins *o, uint64_t *at, bool end, uint64_t size, trace_fn *tell, void *ctx);

#endif
