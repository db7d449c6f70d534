/* target.h - the conversion of a document with one of our own targets: everything simplified or traditional, at its best.
 *
 * The text is taken in runs, of a line or less. Each is surveyed, with the document's survey behind it. Text in the
 * target script already is left alone but for what is surely of the other one.
 */
#ifndef TARGET_H
#define TARGET_H
#include <stdbool.h>
#include "note.h"
#include "survey.h"

struct conversion;

enum { TARGET_RUN = 1024 }; /* code points in a run, at most */

/* Is it one of our own? Else it is one of OpenCC's, for convert_run(). */
bool target_ours(const struct conversion *c);

/* The length of the run at the head of in[0..n); end: nothing follows. 0: more text is needed. */
size_t target_run(const cp *in, size_t n, bool end);

/* Converts the run in[at..at+n) of a document, appends it to out, and tells the changes to notes. */
void target_convert(const struct conversion *c, const struct survey *document, const cp *in, size_t at, size_t n,
		    struct buf *out, struct note *notes);

#endif
