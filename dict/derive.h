/* derive.h - the dictionaries that OpenCC's own build makes of others (its data/CMakeLists.txt), where they are not there
 * as files:
 *   XRev, the values of X back to its keys, and where a comment "# @reverse-prefer: VALUE KEY" says so that key first;
 *   XExt, the second values of those entries of X that a comment "# @tofu-risk:" precedes: rare characters;
 *   TWPhrases, where it came in parts: TWPhrasesIT, TWPhrasesName, TWPhrasesOther;
 *   STPhrases_GeneratedFromRegionalPhrases, the keys of HKPhrases and TWPhrases in simplified characters.
 */
#ifndef DERIVE_H
#define DERIVE_H
#include "dict.h"

/* The path of NAME.txt in one of the directories dir[0..n), or NULL. */
char *derive_path(const char *const *dir, size_t n, const char *name);

/* The dictionary, read or derived; NULL where neither can be. */
struct dict *derive(const char *const *dir, size_t n, const char *name, uint64_t *fingerprint);

#endif
