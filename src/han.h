/* han.h - classes of code points, as far as Chinese text asks for them (blocks of the Unicode Character Database). */
#ifndef HAN_H
#define HAN_H
#include <stdbool.h>
#include "buf.h"

/* A Han character: the unified ideographs and their extensions, the compatibility ideographs, 〇, and the Kangxi
   radicals, which pages have for the ideographs that look the same (stage forms). */
static inline bool han_is(cp c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007
	       || (c >= 0x2f00 && c <= 0x2fd5) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

/* Hiragana, katakana and their marks, full or half width. */
static inline bool han_kana(cp c)
{
	return (c >= 0x3041 && c <= 0x30ff) || (c >= 0x31f0 && c <= 0x31ff) || (c >= 0xff66 && c <= 0xff9f);
}

/* A private use character (U+E000 to U+F8FF; user-defined areas of code page 936 decode there). */
static inline bool han_private(cp c) { return c >= 0xe000 && c <= 0xf8ff; }

/* Punctuation that Chinese text is set with: CJK Symbols and Punctuation (without the ideographic space), the
   full-width forms, and the quotation marks, dashes, ellipsis and interpuncts that Chinese shares with other scripts. */
bool han_punct(cp c);

/* A letter that pinyin is written with: a to z, a vowel with a tone mark, ê, ü, n or m with a tone mark, or
   the ɑ and ɡ of GB 18030. */
bool han_pinyin_letter(cp c);

/* Columns on a character cell: 2 for wide and full-width, 0 for combining, invisible and control, else 1 (UAX #11:
   ambiguous characters are narrow). */
unsigned han_columns(cp c);

static inline bool ascii_digit(cp c) { return c >= '0' && c <= '9'; }
static inline bool ascii_lower(cp c) { return c >= 'a' && c <= 'z'; }
static inline bool ascii_upper(cp c) { return c >= 'A' && c <= 'Z'; }
static inline bool ascii_alpha(cp c) { return ascii_lower(c | 0x20) && c < 0x80; }
static inline cp ascii_fold(cp c) { return ascii_upper(c) ? c | 0x20 : c; } /* to lower case */
static inline bool ascii_alnum(cp c) { return ascii_alpha(c) || ascii_digit(c); }

/* The value of a hexadecimal digit, or 16. */
static inline unsigned ascii_hex(cp c)
{
	return ascii_digit(c) ? c - '0' : ascii_alpha(c) && (c | 0x20) <= (cp)'f' ? (c | 0x20) - 'a' + 10 : 16;
}

/* A digit, also full width. */
static inline bool han_digit(cp c) { return ascii_digit(c) || (c >= 0xff10 && c <= 0xff19); }

#endif
