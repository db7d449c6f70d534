/* said_table.h - words that are said twice, as 天天 and 高高兴兴; made by dict/mksaid.c of dict/said.txt. */
#ifndef SAID_TABLE_H
#define SAID_TABLE_H
#include <stddef.h>
#include <stdint.h>

/* A word of one character (b is 0) or two, simplified, of the Basic Multilingual Plane. */
static inline uint32_t said_word(uint32_t a, uint32_t b) { return a << 16 | b; }

extern const uint32_t said_words[]; /* in order */
extern const size_t said_words_n;

#endif
