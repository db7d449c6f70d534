/* again_text.h - what tests/again.c glues its documents from. */
#ifndef AGAIN_TEXT_H
#define AGAIN_TEXT_H
#include <stddef.h>

extern const char *const again_prose[], *const again_headings[], *const again_fragments[]; /* UTF-8 */
enum { AGAIN_MOJIBAKE = 8 };
extern const char *const again_mojibake[][AGAIN_MOJIBAKE]; /* rows of them, filled up with NULL */
extern const size_t again_mojibake_n, again_prose_n, again_headings_n, again_fragments_n;

#endif
