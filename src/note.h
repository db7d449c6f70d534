/* note.h - the changes that a stage makes, told as it makes them.
 *
 * A stage copies its input to its output but for edits: in[at..at+len) became outlen code points. It tells each edit
 * once, in the order of the text, none overlapping. Counting is always on; the edits themselves are kept only where
 * the chain traces them (see trace.h).
 */
#ifndef NOTE_H
#define NOTE_H
#include <stdbool.h>
#include "buf.h"
#include "rule.h"

struct edit {
	size_t at, len; /* in the input of the call to run(), code points */
	size_t outlen;  /* code points put in its place */
	enum rule rule;
};

struct note {
	unsigned long long count[RULE_COUNT];
	bool keep; /* keep the edits too */
	struct edit *edit;
	size_t n, cap;
};

/* in[at..at+len) became outlen code points. */
void note(struct note *n, enum rule rule, size_t at, size_t len, size_t outlen);

/* in[0..len), which stands at `at` in the input of the call, became out[0..len), code point for code point: each that
   differs is one edit. */
void note_mapped(struct note *n, enum rule rule, size_t at, const cp *in, const cp *out, size_t len);

void note_clear(struct note *n); /* forgets the edits, not the counts */
void note_free(struct note *n);

#endif
