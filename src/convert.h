/* convert.h - conversion between simplified and traditional Chinese, as OpenCC's configurations say.
 *
 * A configuration's name gives what `opencc -c NAME` of the same dictionaries gives. Two more names are ours: s and t,
 * everything simplified or traditional; they leave text alone that is so already, and f(f(x)) = f(x).
 */
#ifndef CONVERT_H
#define CONVERT_H
#include <stdbool.h>
#include "note.h"

struct conversion;

/* The conversion of that name, or NULL. */
const struct conversion *conversion_find(const char *name);

/* What the conversions were built from, for --version: one line without its end, with a fingerprint of the
   dictionaries and configurations (FNV-1a, 16 hexadecimal digits). */
const char *conversion_data(void);

/* Code points that only one of the scripts has (and that s or t would surely convert) in a text. */
struct script_count {
	size_t simplified, traditional;
};
struct script_count convert_survey(const cp *in, size_t n);

/* Whether c is a character that only simplified text has. */
bool convert_simplified(cp c);

/* What suits a document with these counts in its window: c, or a conversion that leaves alone all but what is surely
   of the other script. */
const struct conversion *convert_choose(const struct conversion *c, struct script_count count);

/* The most code points that convert_run() leaves unread. */
enum { CONVERT_HOLD = 5120 };

/* Converts in[at..n) into out and tells the changes to notes, at positions relative to in; returns where it stopped: n
   when end, else where more text is needed to go on. A stretch in which two phrase dictionaries never agree on a border
   may stop inside what a phrase became: *inside then says how much of that is written already. It is 0 where text
   begins, and given back as it was left. */
size_t convert_run(const struct conversion *c, unsigned *inside, const cp *in, size_t at, size_t n, bool end,
		   struct buf *out, struct note *notes);

#endif
