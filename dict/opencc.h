/* opencc.h - an OpenCC configuration, read and worked out as far as src/convert_table.h describes.
 *
 * A configuration may have members of our own. "keep" names the configuration for text that is in the target script
 * already. "choose" names the one by which text is made traditional first, with what src/choose.h knows of it; then "keep"
 * is what to do where replacing words would never end. "only": "simplified" or "traditional" converts no code points but
 * those that are surely of that script. "foldable": true leaves out of OpenCC's dictionaries what does not become its key
 * again (fold.h). "basic": true leaves a code point of the basic plane alone where it would become one outside of it, which
 * few fonts have. "settled": true makes what a phrase becomes a phrase that stays as it is.
 */
#ifndef OPENCC_H
#define OPENCC_H
#include "dict.h"

struct config {
	const char *name;         /* of the file, without its directory and .json */
	const char *keep, *choose; /* NULL where there is none */
	const char *only;         /* "simplified", "traditional" or NULL */
	struct dict *normal;      /* of single code points, before all else; NULL where there is none */
	struct dict *segments;    /* never NULL; values are what the whole chain makes of the key */
	size_t between;           /* the last so many of them are none, but keys that match between segments */
	struct dict *first;       /* the levels between segments */
	struct dict *second;      /* NULL where first is all, and maps single code points only */
	struct dict *sure;        /* with only: the single code points that are converted */
};

/* Reads file. Dictionaries are looked for in the n directories dir[] as NAME.txt, in their order. */
struct config *config_load(const char *file, const char *const *dir, size_t n, uint64_t *fingerprint);

/* What the configuration makes of c where it stands alone between segments: appended to out. */
void config_alone(const struct config *c, cp c1, struct buf *out);

#endif
