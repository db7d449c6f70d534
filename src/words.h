/* words.h - the user's own words (-d): what they are to become, whatever a conversion would make of them.
 *
 * Files are in OpenCC's text format: KEY<TAB>VALUE[ VALUE...], the first value counts; KEY<TAB>KEY protects KEY. A line
 * that begins with '#' is a comment. Where a key is given twice, the later line wins, and so does the later file.
 */
#ifndef WORDS_H
#define WORDS_H
#include <stdbool.h>
#include "buf.h"

enum { WORDS_KEY = 64 }; /* the longest key, code points: a stage must hold that much back */

struct words;

struct words *words_new(void); /* empty; given back with words_free() */
void words_free(struct words *w);

/* Adds those of file. On false, error (of size bytes) says what is wrong, "line N: ..." where a line is to blame; the
   lines before it were added. */
bool words_add(struct words *w, const char *file, char *error, size_t size);

/* The length of the longest key that in[0..n) begins with, 0 where none does. *value (owned by w) and *valuelen are
   what it becomes. *open is set where more text could make the match longer, else left alone. */
size_t words_longest(const struct words *w, const cp *in, size_t n, const cp **value, size_t *valuelen, bool *open);

#endif
