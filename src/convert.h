/* convert.h - conversion between simplified and traditional Chinese, as OpenCC's configurations say.
 *
 * A configuration's name gives what `opencc -c NAME` of the same dictionaries gives. The other names are our own targets:
 * s t tw twp hk hkp. What they do beside the dictionaries is in target.h.
 */
#ifndef CONVERT_H
#define CONVERT_H
#include <stdbool.h>
#include "note.h"

struct conversion;

/* The conversion of that name that a user can ask for, or NULL. */
const struct conversion *conversion_find(const char *name);

/* The same, of those too that are only parts of others. */
const struct conversion *conversion_named(const char *name);

/* What the conversions were built from, for --version: one line without its end, with a fingerprint of the
   dictionaries and configurations (FNV-1a, 16 hexadecimal digits). */
const char *conversion_data(void);

/* The most code points that convert_run() leaves unread. */
enum { CONVERT_HOLD = 5120 };

/* Converts in[at..n) into out and tells the changes to notes, at positions relative to in; returns where it stopped: n
   when end, else where more text is needed to go on. A stretch in which two phrase dictionaries never agree on a border
   may stop inside what a phrase became: *inside then says how much of that is written already. It is 0 where text
   begins, and given back as it was left. */
size_t convert_run(const struct conversion *c, unsigned *inside, const cp *in, size_t at, size_t n, bool end,
		   struct buf *out, struct note *notes);

/* Converts the whole of in[0..n) with a conversion of one level. in is what raw[0..n) became before, code point for code
   point: the changes are told against raw, which stands at base in what notes speak of. Returns whether a word was
   replaced, which is more than mapping single code points. */
bool convert_further(const struct conversion *c, const cp *in, const cp *raw, size_t n, size_t base, struct buf *out,
		     struct note *notes);

#endif
