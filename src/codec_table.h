/* codec_table.h - arrays that dict/mkcodec.c makes from dict/gb18030.txt and dict/big5.txt. */
#ifndef CODEC_TABLE_H
#define CODEC_TABLE_H
#include "buf.h"
#include <stddef.h>

/* Two-byte codes: table[lead - CODEC_LEAD][trail - CODEC_TRAIL], for lead bytes 81 to FE and trail bytes 40 to FF. 0:
   no character. A surrogate, which no text holds, stands for codec_far[value - CODEC_FAR]. */
enum { CODEC_LEAD = 0x81, CODEC_LEADS = 0xff - CODEC_LEAD, CODEC_TRAIL = 0x40, CODEC_TRAILS = 0x100 - CODEC_TRAIL };
extern const uint16_t gb18030_two[CODEC_LEADS][CODEC_TRAILS];
extern const uint16_t big5_two[CODEC_LEADS][CODEC_TRAILS];

/* What does not fit 16 bits: a character above U+FFFF, or a letter and the combining mark << CODEC_MARK_SHIFT after it.
 */
enum { CODEC_FAR = 0xd800, CODEC_FAR_MAX = 0x800, CODEC_MARK_SHIFT = 21 };
extern const uint32_t codec_far[];

/* Four-byte codes of GB 18030 below U+10000: ranges by their first linear number (81308130 is 0), ascending. */
struct gb18030_range {
	uint16_t number, c;
};
extern const struct gb18030_range gb18030_range[];
extern const size_t gb18030_ranges;

/* Two-byte codes whose character in code page 936 is a private use character, not that of GB 18030. */
struct cp936_private {
	uint16_t first, last; /* codes; no trail byte between is 7F */
	uint16_t c;           /* the private use character of the first */
};
extern const struct cp936_private cp936_private[];
extern const size_t cp936_privates;

/* Backwards: cp936_code[cp936_page[c >> CODEC_PAGE_SHIFT]][c & (CODEC_PAGE - 1)] for c < 10000; 0: none. */
enum { CODEC_PAGE_SHIFT = 6, CODEC_PAGE = 1 << CODEC_PAGE_SHIFT };
extern const uint16_t cp936_page[0x10000 >> CODEC_PAGE_SHIFT];
extern const uint16_t cp936_code[][CODEC_PAGE];
extern const uint16_t big5_page[0x10000 >> CODEC_PAGE_SHIFT];
extern const uint16_t big5_code[][CODEC_PAGE];

/* Single-byte encodings backwards, by character: code pages 1252 and 1254 in one, where they are not Latin-1, and all of
   Macintosh Roman. */
struct codec_single {
	uint16_t c;
	uint8_t byte;
};
extern const struct codec_single codec_western[], codec_macroman[];
extern const size_t codec_westerns, codec_macromans;

#endif
