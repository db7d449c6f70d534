/* opts.h - the command line: one table of options, from which getopt, --help and the manual's check come. */
#ifndef OPTS_H
#define OPTS_H
#include <stdbool.h>
#include "zhnorm.h"

struct opts {
	struct zhnorm *z;   /* set up as asked for; owned by the caller */
	const char *output; /* -o, or NULL: standard output */
	bool quiet, verbose;
	bool lines; /* --line-buffered */
	char **operands; /* ends with NULL; none: standard input */
};

enum opts_verdict { OPTS_RUN, OPTS_DONE, OPTS_TROUBLE };

/* Reads the command line into o. OPTS_DONE: --help, --version or a list was printed; OPTS_TROUBLE: a message was. In every case
   o->z is to be freed. */
enum opts_verdict opts_read(struct opts *o, int argc, char **argv);

#endif
