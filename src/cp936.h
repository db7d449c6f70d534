/* cp936.h - Windows code page 936 (GBK), as the damaging software of the pinyin pages saw it.
 *
 * Every two-byte code 8140 to FEFE without xx7F has a character: the user-defined areas AAA1-AFFE, F8A1-FEFE and
 * A140-A7A0 have U+E000 to U+E765, and the places that are empty in GBK have U+E766 to U+E864 in the order of their
 * codes, as Windows does it. (iconv(3) and others refuse those places.) 80 is the euro sign.
 */
#ifndef CP936_H
#define CP936_H
#include "buf.h"

/* The code of c: 0..0x80 for one byte, 0x8140..0xfefe for two (lead byte high), or -1 where the code page has none. A
   character that GB 18030 has put in the place of a private use one has the code of that place, too (⻊ and U+E848 are
   FE84): decoders differ in what they make of it. */
int cp936_encode(cp c);

/* The character of a two-byte code, or 0 where there is none (lead not 81 to FE, trail below 40, 7F or FF). */
cp cp936_decode(unsigned lead, unsigned trail);

#endif
