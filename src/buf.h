/* buf.h - growing arrays of code points.
 *
 * The text of a document is held as uint32_t code points from the decoder to the encoder. A byte that decodes to
 * nothing travels among them as CP_RAW | byte, so that repairs at byte level see it and nothing is lost.
 */
#ifndef BUF_H
#define BUF_H
#include <stddef.h>
#include <stdint.h>

typedef uint32_t cp;     /* a Unicode scalar value, or an undecoded byte: CP_RAW | byte */
#define CP_RAW 0x110000u /* the first value above Unicode (RFC 3629 ends at U+10FFFF) */
#define CP_MAX 0x10ffffu

/* p is never NULL: an empty buffer points at a code point that nobody writes (NULL + 0 is undefined in C). */
struct buf {
	cp *p;
	size_t n, cap; /* in code points */
};

extern cp buf_nothing[1];
#define BUF_INIT                                                                                                       \
	{                                                                                                              \
		buf_nothing, 0, 0                                                                                      \
	}

void buf_init(struct buf *b); /* the same as BUF_INIT, for memory that is not new */
void buf_free(struct buf *b); /* gives the memory back; b is empty and may be used again */

/* Room for n more code points: returns where they go; add to b->n how many you wrote. Ends the program when
   there is no memory. The pointer is good until the next call on b. */
cp *buf_room(struct buf *b, size_t n);

void buf_add(struct buf *b, const cp *p, size_t n); /* appends p[0..n), which must not lie in b */
void buf_put(struct buf *b, cp c);                  /* appends one */
void buf_drop(struct buf *b, size_t n);             /* removes the first n */

#endif
