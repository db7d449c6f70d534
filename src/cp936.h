/* cp936.h - Windows code page 936 (GBK), as the damaging software of the pinyin pages saw it.
 *
 * Two-byte codes 8140 to FEFE without xx7F; the user-defined areas AAA1-AFFE, F8A1-FEFE and A140-A7A0 map to the
 * private use area U+E000 to U+E765, as Windows does it; 80 is the euro sign.
 */
#ifndef CP936_H
#define CP936_H
#include "buf.h"

/* The code of c: 0..0x80 for one byte, 0x8140..0xfefe for two (lead byte high), or -1 where the code page has none. */
int cp936_encode(cp c);

/* The character of a two-byte code, or 0 where there is none (trail below 0x40, 0x7f, or an empty place). */
cp cp936_decode(unsigned lead, unsigned trail);

#endif
