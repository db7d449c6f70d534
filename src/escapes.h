/* escapes.h - what a page is, read with its escapes decoded: stages that go by it agree before and after decoding. */
#ifndef ESCAPES_H
#define ESCAPES_H
#include "around.h"
#include <stdbool.h>

/* Whether in[0..n), the window of a page, is Chinese (prose.h). end: it is all of the page. */
bool escapes_chinese(const cp *in, size_t n, bool end);

/* Whether it is markup, or about it (markup.h): then its tags and references are its text. */
bool escapes_about_markup(const cp *in, size_t n, bool end);

/* Whether letters, digits, # or ; put at in[i] could be a part of an escape that begins before it. */
bool escapes_open(const struct around *a, ptrdiff_t i);

/* Whether in[i] is, or ends, what stage ctrl may delete. */
bool escapes_unseen(const struct around *a, ptrdiff_t i);

/* Whether c may be a part of an escape, or begin another in a row. Stage width may make a semicolon full width. */
bool escapes_continues(cp c);

#endif
