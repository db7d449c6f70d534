/* target.h - the conversion of a document with one of our own targets: everything simplified or traditional, at its
 * best.
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

enum { TARGET_RUN = SURVEY_FOLD }; /* code points in a run, at most */

/* The conversion of one document. */
struct target {
	const struct conversion *to;   /* what was asked for */
	const struct conversion *by;   /* by whose dictionaries text is made traditional; NULL: it is made simplified */
	const struct conversion *keep; /* see struct conversion */
	struct survey document;
};

/* Is it one of our own? Else it is one of OpenCC's, for convert_run(). */
bool target_ours(const struct conversion *c);

/* Begins a document, of which in[0..n) is the window. */
void target_begin(struct target *t, const struct conversion *to, const cp *in, size_t n);

/* The length of the run at the head of in[0..n); end: nothing follows. 0: more text is needed. */
size_t target_run(const cp *in, size_t n, bool end);

/* Converts the run in[at..at+n) of the document, appends it to out, and tells the changes to notes. */
void target_convert(const struct target *t, const cp *in, size_t at, size_t n, struct buf *out, struct note *notes);

#endif
