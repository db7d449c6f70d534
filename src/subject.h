/* subject.h - what a page speaks of, told by words in it (dict/subjects.txt). */
#ifndef SUBJECT_H
#define SUBJECT_H
#include "around.h"
#include "subject_table.h"
#include <stdbool.h>

/* How often in[0..n) speaks of the subject, as far as most times. */
size_t subject_count(enum subject subject, const cp *in, size_t n, size_t most);

/* Whether a thing of the subject is spoken of in in[from..to): by what it is called on a side of it, or by words on
   both sides that say what is done with it. */
bool subject_spoken_of(enum subject subject, const struct around *a, ptrdiff_t from, ptrdiff_t to);

/* Whether one of the words that stand behind things of the subject begins at in[i]. */
bool subject_behind(enum subject subject, const struct around *a, ptrdiff_t i);

#endif
