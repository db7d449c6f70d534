/* fold.h - the simplified form of every character, in such a way that what conversion to traditional script writes for
 * a character folds back to that character; and which characters are spellings of one.
 */
#ifndef FOLD_H
#define FOLD_H
#include "dict.h"

struct fold {
	const struct dict *st, *ts; /* OpenCC's STCharacters and TSCharacters */
	cp *simple;                 /* by code point below CONVERT_MAPPED: its simplified form */
	cp *spelled;                /* by code point: one that stands for all its spellings */
};

/* Of OpenCC's dictionaries in the n directories dir[0..n); with single characters that st has otherwise, and more
   spellings, where these are not NULL. */
struct fold *fold_new(const char *const *dir, size_t n, const struct dict *st, const struct dict *spellings,
		      uint64_t *fingerprint);

/* Do key and value, of n characters, fold to the same, and is none of value only simplified? */
bool fold_back(const struct fold *f, const cp *key, const cp *value, size_t n);

#endif
