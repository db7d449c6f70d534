/* stages.h - run one stage over a text, cut anyhow. */
#ifndef STAGES_H
#define STAGES_H
#include "chain.h"

/* The text of s, a UTF-8 string; freed by the caller with buf_free(). */
struct buf stages_text(const char *s);

/* What stage makes of text, given to it in pieces of step code points (0: all at once; STAGES_LINES: line by line)
   after begin() has seen all of it. Counts of its changes are added to count, where that is not NULL. Aborts the test
   where the stage breaks its contract: leaves more than its hold, or tells edits that do not give its output. */
enum { STAGES_LINES = 1 << 30 };
struct buf stages_run(const struct stage *stage, const struct settings *set, const struct buf *text, size_t step,
		      unsigned long long *count);

/* The same as UTF-8, NUL-terminated; freed by the caller with free(3). */
char *stages_string(const struct stage *stage, const struct settings *set, const char *text);

#endif
