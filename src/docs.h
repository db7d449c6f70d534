/* docs.h - the documents that the command line names, one after another, to where their output goes. */
#ifndef DOCS_H
#define DOCS_H
#include "opts.h"

/* Exit status, as zhnorm(1) has it. */
enum { DOCS_OK = 0, DOCS_FOUND = 1, DOCS_TROUBLE = 2 };

/* Sends every operand through o->z and says what went wrong; the others are still done after a bad one. Returns the
   exit status. */
int docs_run(const struct opts *o);

#endif
