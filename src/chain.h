/* chain.h - runs stages one after another over the text of a document. */
#ifndef CHAIN_H
#define CHAIN_H
#include "stage.h"
#include "trace.h"

struct chain;

/* A chain of those of stages[] (which ends with NULL) that set->steps asks for. set is kept, not copied.
   Given back with chain_free(). */
struct chain *chain_new(const struct stage *const *stages, const struct settings *set);

/* Whether no stage was asked for: what is sent through comes out as it went in. */
bool chain_is_empty(const struct chain *c);

/* All the stages there are, in their order; ends with NULL. */
extern const struct stage *const chain_stages[];

/* The next document begins. traced: origins are followed (chain_push() then wants them, too). */
void chain_begin(struct chain *c, bool traced);

/* Sends in[0..n) through; what comes out is appended to out. end: the document ends here. The first call after
   chain_begin() or chain_again() must have the whole window (stage.h), or the whole document. Where the document is
   traced, from[0..n) are the origins of in, and those of what comes out are appended to to; else both are NULL. */
void chain_push(struct chain *c, const cp *in, size_t n, bool end, struct buf *out, const struct origin *from,
		struct origins *to);

/* What comes next is looked at as if a document began there; its changes are counted on. What stages have left unread
   so far comes out first, as at the end of a document: appended to out and to as above. */
void chain_again(struct chain *c, struct buf *out, struct origins *to);

/* Changes so far in this document by rule: array of RULE_COUNT, owned by the chain. */
const unsigned long long *chain_counts(const struct chain *c);
void chain_count(struct chain *c, enum rule rule, unsigned long long n); /* n more, made before the first stage */

void chain_free(struct chain *c);

#endif
