/* dict.h - a dictionary of conversions as dict/mkdict.c works with it: OpenCC's text format, and what OpenCC does with
 * dictionaries. Wrong input ends the program with "FILE:LINE: what". Nothing is freed: the generator is a short
 * program.
 */
#ifndef DICT_H
#define DICT_H
#include <stdbool.h>
#include "trie.h"

struct entry {
	cp *key, *value; /* value: the first where the dictionary has several */
	size_t keylen, valuelen;
	bool doubtful; /* the key is one of its own values: it is used in both scripts */
	struct buf single; /* those of its values that are one code point, in their order */
};

struct dict {
	struct entry *entry;
	size_t n, cap;
	struct trie_build index; /* numbers are places in entry[], from 1 */
};

/* FILE:LINE: what; line 0: none. Ends the program. */
_Noreturn void die(const char *file, unsigned line, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The bytes of file, NUL-terminated, added to the fingerprint. */
char *dict_slurp(const char *file, uint64_t *fingerprint);

/* The dictionary in file: lines of KEY<TAB>VALUE[ VALUE...], '#' begins a comment line. */
struct dict *dict_load(const char *file, uint64_t *fingerprint);

/* The code points of the UTF-8 string s, 1 to CONVERT_KEY: a key or value from that line of file. */
cp *dict_text(const char *file, unsigned line, const char *s, size_t *n);

struct dict *dict_new(void);

/* The entry of that very key, or NULL. */
struct entry *dict_get(const struct dict *d, const cp *key, size_t n);

/* Adds an entry, or leaves alone the one that has its key. Returns whether it was new. */
bool dict_add(struct dict *d, const struct entry *e);

/* The entry of the longest key that in[0..n) begins with, or NULL. */
const struct entry *dict_longest(const struct dict *d, const cp *in, size_t n);

/* One dictionary whose longest match is what OpenCC's group {a, b} finds. Union: the longest over both, a's of two of
   the same length. Else: a's if it has any, then b's. */
struct dict *dict_group(const struct dict *a, const struct dict *b, bool unite);

/* What d makes of in[0..n), longest match at each position, appended to out. */
void dict_convert(const struct dict *d, const cp *in, size_t n, struct buf *out);

/* Does a key of d lie in in[0..n) anywhere? */
bool dict_inside(const struct dict *d, const cp *in, size_t n);

/* Are all keys and values one code point? */
bool dict_single(const struct dict *d);

#endif
