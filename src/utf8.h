/* utf8.h - UTF-8 (RFC 3629) to code points and back, losing nothing. */
#ifndef UTF8_H
#define UTF8_H
#include <stdbool.h>
#include "buf.h"

/* Appends what in[0..n) holds and returns the bytes read: all of them when end, else all but a last character cut
   short. Strict: no overlong form, no surrogate, nothing above U+10FFFF; each byte that is part of no well-formed
   character becomes CP_RAW | byte. The output does not depend on how the input was cut. */
size_t utf8_decode(const unsigned char *in, size_t n, bool end, struct buf *out);

/* Writes c to out and returns the bytes written, 1 to 4. CP_RAW | byte gives its byte back. */
size_t utf8_encode(cp c, unsigned char out[4]);

enum { UTF8_MAX = 4 }; /* bytes of a code point, at most */

/* Writes in[0..n), up to the first that is no code point, to out, where UTF8_MAX * n bytes have room. Returns how many,
   and in *outn the bytes written. */
size_t utf8_encode_all(const cp *in, size_t n, unsigned char *out, size_t *outn);

#endif
