/* legacy.h - characters back to the bytes that an older encoding read them from: what undoing a wrong decoding begins
 * with (undo.h).
 */
#ifndef LEGACY_H
#define LEGACY_H
#include "buf.h"

enum legacy {
	LEGACY_WESTERN,  /* ISO-8859-1 and code pages 1252 and 1254, in which no character has two bytes */
	LEGACY_MACROMAN, /* Macintosh Roman */
	LEGACY_GBK,      /* code page 936 (cp936.h), 80 and U+0080 alike */
	LEGACY_BIG5,     /* Big5 with HKSCS, as the WHATWG Encoding Standard decodes it, without what is above U+FFFF */
	LEGACIES
};

/* The bytes of c: returns how many (1 or 2) are in byte[], or 0 where the encoding does not have it. */
unsigned legacy_bytes(enum legacy encoding, cp c, unsigned char byte[2]);

/* The character of two bytes of Big5, or 0: the lead byte is A1 to F9, the one of the standard. */
cp legacy_big5(unsigned lead, unsigned trail);

#endif
