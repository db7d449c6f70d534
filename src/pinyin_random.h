/* pinyin_random.h - annotations of characters that were taken by chance: 由烟(yan)台市(shi)教育.
 *
 * Software of another kind puts readings behind some characters of simplified pages, here and not there, mostly without
 * tones. What it leaves differs from what authors write in how much there is of it, where it stands, and that nobody
 * chose it.
 */
#ifndef PINYIN_RANDOM_H
#define PINYIN_RANDOM_H
#include <stdbool.h>
#include "buf.h"

enum { PINYIN_LOOSE = 12 }; /* code points that an annotation has at most: blanks inside of its brackets are allowed */

/* The length of what looks like an annotation at in[0], a bracket of either width, or 0: letters of pinyin. tight: the
   same as "(xx)", *tightn code points. */
size_t pinyin_loose(const cp *in, size_t n, cp tight[PINYIN_LOOSE], size_t *tightn);

/* The length of an annotation at in[0] that is a reading of c, with a tone or without, or 0. */
size_t pinyin_reading(cp c, const cp *in, size_t n);

/* Whether the annotations in in[0..n) are such as this software leaves. */
bool pinyin_random(const cp *in, size_t n);

#endif
