/* reading.h - which characters are read how, asked for in the bytes of code page 936.
 *
 * The characters are those of which the pages with stray pinyin annotate some: traditional ones that have another
 * simplified form. The readings are all that Unihan knows of each.
 */
#ifndef READING_H
#define READING_H
#include <stdbool.h>
#include "buf.h"

enum {
	READING_NONE = -1,
	READING_TRAILS = 8 /* more characters than share a lead byte and a reading (4 do) */
};

/* If in[0..n) begins with a syllable of pinyin and ")", its number, else READING_NONE. *len: code points with the
   bracket, and with the annotation that the syllable's own bytes may have got. Tones are marks, as code page 936 has
   them (row A8), where g and a may be the letters of the phonetic alphabet that stand in that row. */
int reading_closed(const cp *in, size_t n, size_t *len);

/* Whether the character with this code (cp936.h) has the reading. The number of the pair, from 0, or -1. */
int reading_pair(unsigned code, int reading);

/* The trail bytes of all characters with this lead byte and this reading: how many were written to trail. */
unsigned reading_trails(unsigned lead, int reading, unsigned char trail[READING_TRAILS]);

/* The number of the syllable that in[0..n) is, with its tone or without, or READING_NONE: for all characters, ancient
   readings left out. */
int reading_plain(const cp *in, size_t n);

/* Whether c is read so. */
bool reading_is(cp c, int plain);

#endif
