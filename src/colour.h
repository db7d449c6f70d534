/* colour.h - characters of two bytes in the midst of which a colour is set.
 *
 * Bulletin boards in Big5 or GBK write a character in two colours: its first byte, ESC [ ... m, its second. A terminal
 * shows a half of it in each. The decoders move the sequence in front of the character (codec_two.h).
 */
#ifndef COLOUR_H
#define COLOUR_H
#include <stddef.h>
#include <stdint.h>

struct codec;

enum {
	COLOUR_ESC = 0x1b,
	COLOUR_MOST = 56 /* bytes in the midst of one character: four times a colour with all that it can have
			    (ESC [0;1;5;37;44m) */
};

/* The bytes from p[1] on that set colours (ECMA-48, 8.3.117: SGR), between p[0] and what belongs to it: 0 where none
   do, or more than COLOUR_MOST; n - 1 where more may follow behind p[0..n). */
size_t colour_between(const unsigned char *p, size_t n);

/* How many characters of in[0..n), which begins with one, codec (big5 or gb18030) reads with a colour in their midst.
 */
size_t colour_count(const struct codec *codec, const unsigned char *in, size_t n);

#endif
