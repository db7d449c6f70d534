/* pinyin_table.h - the characters that the pages with stray pinyin annotate, and their readings: generated.
 *
 * The characters are those that OpenCC's TSCharacters changes and code page 936 holds; the readings are Unihan's.
 * Made by dict/mkpinyin.c; reading.h looks them up.
 */
#ifndef PINYIN_TABLE_H
#define PINYIN_TABLE_H
#include <stddef.h>
#include <stdint.h>

enum {
	PINYIN_LETTERS = 6,      /* the longest syllables: zhuang, chuang, shuang */
	PINYIN_PAIRS_MAX = 1 << 13
};

/* Syllables with their tones, as code points, 0 behind the last; sorted. */
extern const uint16_t pinyin_spelling[][PINYIN_LETTERS];
extern const size_t pinyin_spellings;

/* One (character, reading): lead byte << 24 | index of the spelling << 8 | trail byte; sorted. */
extern const uint32_t pinyin_pair[];
extern const size_t pinyin_pairs; /* at most PINYIN_PAIRS_MAX */

/* Syllables without tones, v for u with a diaeresis, 0 behind the last; sorted. */
extern const char pinyin_plain[][PINYIN_LETTERS];
extern const size_t pinyin_plains;

/* One (character, reading) of all characters of the code page: code point << 16 | index in pinyin_plain; sorted. */
extern const uint32_t pinyin_plain_pair[];
extern const size_t pinyin_plain_pairs;

#endif
