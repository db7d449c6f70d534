/* damage.h - the software that made the pages with stray pinyin, for tests: what src/pinyin.c undoes.
 *
 * A page was bytes of code page 936. The software put "(reading)" behind each character of a table, and control bytes
 * before some punctuation, both wherever the two bytes stood, in step with the characters or not. Then the page was
 * decoded, where a byte pair that is no character became "?"; a crawler dropped the control bytes, and the full-width
 * forms of , ; : ! ? ( ) were made narrow.
 */
#ifndef DAMAGE_H
#define DAMAGE_H
#include "buf.h"

enum { DAMAGE_WORDS = 2000, DAMAGE_MARKS = 16 };

struct damage {
	size_t words; /* in the order in which the software replaced them */
	struct damage_word {
		unsigned code; /* cp936.h */
		int reading;   /* reading.h */
	} word[DAMAGE_WORDS];
	const char *marks; /* the punctuation that control bytes stand before, UTF-8 */
};

/* The size characters that are most frequent in text, of those that have readings in the table, each with one of its
   readings. */
void damage_choose(struct damage *d, const struct buf *text, size_t size);

/* The characters of s, UTF-8, each with the first of its readings. */
void damage_words(struct damage *d, const char *s);

/* What the damage did to a character of the clean text, the worst. */
enum harm {
	HARM_NONE,      /* it is there */
	HARM_MOVED,     /* all its bytes are there, decoded with those of others */
	HARM_SPLIT,     /* a byte was lost to an annotation, which tells it */
	HARM_UNKNOWN,   /* a byte was lost to a control byte or a tag */
	HARM_SWALLOWED, /* it was an ASCII character, and is gone */
	HARM_COUNT
};

/* What becomes of text; freed by the caller. All its characters must be in code page 936. harm: text->n of enum harm,
   or NULL. */
struct buf damage_do(const struct damage *d, const struct buf *text, unsigned char *harm);

/* As many of those that are most frequent in text, every second one left out by chance: another site's. */
void damage_choose_some(struct damage *d, const struct buf *text, size_t size, unsigned chance);

/* , ; : ! ? ( ) narrow. */
void damage_narrow(struct buf *text);

#endif
