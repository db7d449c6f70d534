/* binary.h - how likely bytes are as binary data: strings in ASCII, holes, and numbers, whose high bytes repeat.
 */
#ifndef BINARY_H
#define BINARY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What in[0..n) costs as binary data, on the scale of bid.h, in 1/CODEC_BIT bits (codec.h), with how rarely a document
   is that. */
uint64_t binary_bid(const unsigned char *in, size_t n);

/* Whether in[0..n) has numbers of 16 to 64 bits, which text in bytes has not: NULs in short runs, four of them
   beside a low byte, or 32. Text with NULs has them singly (the names that find -print0 lists), beside letters (fields
   of a fixed width), or by thousands (a hole in a log). */
bool binary_has_numbers(const unsigned char *in, size_t n);

#endif
