/* subject_table.h - words that tell what a page speaks of; made by dict/mksubjects.c of dict/subjects.txt. */
#ifndef SUBJECT_TABLE_H
#define SUBJECT_TABLE_H
#include <stddef.h>
#include <stdint.h>

/* The subjects and the kinds of words, in the order and by the names of dict/subjects.txt. */
/* clang-format off */
#define SUBJECTS(ROW) \
	ROW(SUBJECT_MARKUP,  "markup") \
	ROW(SUBJECT_TAG,     "tag") \
	ROW(SUBJECT_ENGLISH, "english") \
	ROW(SUBJECT_MEASURE, "measure")
#define SUBJECT_WORDS(ROW) \
	ROW(SUBJECT_NAME,   "name") \
	ROW(SUBJECT_SAYS,   "says") \
	ROW(SUBJECT_NOT,    "not") \
	ROW(SUBJECT_BEFORE, "before") \
	ROW(SUBJECT_BEHIND, "behind") \
	ROW(SUBJECT_BESIDE, "beside")
/* clang-format on */
#define ROW(name, id) name,
enum subject { SUBJECTS(ROW) SUBJECT_COUNT };
enum subject_how { SUBJECT_WORDS(ROW) SUBJECT_HOW_COUNT };
#undef ROW

enum { SUBJECT_WORD = 10 }; /* the longest word, code points: javascript */

struct subject_word {
	uint8_t subject, how, n;
	uint16_t text[SUBJECT_WORD]; /* a name in lower case */
};
/* Ordered by subject; those that stand beside a thing come last there, by their kind; then by first character, the
   longest first. */
extern const struct subject_word subject_words[];
extern const size_t subject_words_n;

/* Bit c % 32 of word c / 32: whether a word of the subject that is not of those beside begins with c. */
extern const uint32_t subject_first[SUBJECT_COUNT][65536 / 32];

#endif
