/* lm.h - how likely a character is in Chinese, given the one before it.
 *
 * Characters and character pairs, in simplified form (traditional text is folded as it is looked up, so both scripts
 * share one table). Look-up takes no memory and touches two cache lines at most in the usual case.
 */
#ifndef LM_H
#define LM_H
#include "buf.h"

enum {
	LM_BIT = 16,  /* costs are in sixteenths of a bit: -16 * log2 P(c | before) */
	LM_EDGE = '\n' /* stands for the start and the end of a line */
};

/* The cost of c after before, in 1/LM_BIT bits; never 0, at most 24 * LM_BIT. Any code points may be given; what
   is not Chinese falls into a few classes (ASCII letters, digits, other). LM_EDGE is the edge of a line. */
unsigned lm_cost(cp before, cp c);

#endif
