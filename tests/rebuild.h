/* rebuild.h - runs the whole program over bytes, cut anyhow, and rebuilds its output from the changes that it told. */
#ifndef REBUILD_H
#define REBUILD_H
#include "zhnorm.h"

struct text {
	unsigned char *p; /* freed by the caller */
	size_t n, cap;
};

/* The output for in[0..n), pushed in pieces of step bytes (0: all at once). */
struct text rebuild_run(struct zhnorm *z, const unsigned char *in, size_t n, size_t step);

/* The same, made of the input and the changes alone: what was changed is taken from the changes, everything else is the
   input, decoded. Aborts where the changes overlap or lie outside. z's trace is off afterwards. */
struct text rebuild_from_changes(struct zhnorm *z, const unsigned char *in, size_t n, size_t step);

#endif
