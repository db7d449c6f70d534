/* choose.h - which traditional character a simplified one stands for, where several are possible: 发 is 發 or 髮.
 *
 * The text is read as words, in the way that costs fewest bits (a lattice, Viterbi's algorithm), and what stands around
 * a doubtful character is weighed too. OpenCC's phrases are words that weigh much; the other words and the contexts
 * were counted (dict/choose.py). Only the neighbourhood of doubtful characters is looked at.
 */
#ifndef CHOOSE_H
#define CHOOSE_H
#include <stdbool.h>
#include "buf.h"

/* Puts the doubtful characters of a text right. in[0..n) is the text in simplified characters, seen[0..n) what stood
   there: a traditional character stays what it is, and helps its neighbours. out[0..n) is the text in traditional
   characters as it would be; a doubtful character there that is another than it should be is replaced by the one
   that OpenCC's standard writes. stay: by how many bits another reading must be better, where seen is a character of
   both scripts (后, 里). doubtful[0..count) are the places of the characters in question (struct folded). Choosing
   again in what was chosen changes nothing, if stay is not less than before. in must not overlap out. Takes no memory.
 */
void choose(const cp *in, const cp *seen, size_t n, const uint16_t *doubtful, size_t count, unsigned stay, cp *out);

/* What the choices are made by, for --version: one line without its end, with a fingerprint (FNV-1a, 16 hexadecimal
   digits) of the words, contexts and dictionaries. */
const char *choose_made_from(void);

/* Are both spellings of one character that a simplified one may stand for? */
bool choose_same(cp a, cp b);

/* Is c, in traditional text, no character that could stand there, but one that choose() finds another one for? */
bool choose_replaces(cp c);

#endif
