/* repair.h - a stage that asks a rule about each place of its text. */
#ifndef REPAIR_H
#define REPAIR_H
#include "around.h"
#include "note.h"

enum { REPAIR_OUT = 8 }; /* the longest text that a rule puts in, code points */

/* What is to be done at a place: len code points become out[0..outlen). len 0: nothing. */
struct repair {
	size_t len, outlen;
	cp out[REPAIR_OUT];
	enum rule rule;
};

/* Asked about each place that is found, in order, but for those that a repair has used up. It looks at most AROUND_BACK
   code points behind, and as many ahead as the stage holds. */
typedef struct repair repair_rule(void *state, const struct around *a, ptrdiff_t i);

/* The first place of in[i..n) that the rule is to be asked about, or n (see scan.h). What it goes by is part of the
   text that stays. */
typedef size_t repair_find(void *state, const cp *in, size_t i, size_t n);

/* The run() of a stage (stage.h) that holds hold code points. find NULL: the rule is asked about each place. */
size_t repair_run(repair_find *find, repair_rule *rule, void *state, struct past *past, size_t hold, const cp *in,
		  size_t n, bool end, struct buf *out, struct note *notes);

#endif
