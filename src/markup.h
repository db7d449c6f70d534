/* markup.h - the tags of HTML in a text, and whether a page is about them. */
#ifndef MARKUP_H
#define MARKUP_H
#include "around.h"
#include "residue_table.h"

enum { MARKUP_TAG = 256 }; /* a tag is no longer, with its attributes */

/* The length of the tag of the table that begins at in[i], a '<', or 0; its row goes to row. Attributes are ASCII but
   for what is quoted. */
ptrdiff_t markup_tag(const struct around *a, ptrdiff_t i, const struct residue_tag **row);

/* Whether the page is markup (of HTML, or of Markdown, which may hold tags of HTML), or says that it is about it, or
   shows a tag. */
bool markup_about(const struct around *a);

#endif
