/* width_pair.h - parentheses in Chinese text: which go together, and which are Chinese. */
#ifndef WIDTH_PAIR_H
#define WIDTH_PAIR_H
#include "around.h"
#include <stdbool.h>

enum {
	WIDTH_PAIR_MAX = 256,  /* a pair of parentheses is looked for this far */
	WIDTH_ITEMS_AHEAD = 64 /* and others of its series so far behind it */
};

/* The place of the parenthesis, of either width, that closes the one at in[i], in its line and near; or 0. What stands
   between has no bracket whose partner is elsewhere: (甲]乙) is no pair. */
ptrdiff_t width_closing(const struct around *a, ptrdiff_t i);

/* Whether the parentheses at in[open] and in[close] are Chinese: by what is in them and around them, and around the
   rest of their series. */
bool width_pair_is_chinese(const struct around *a, ptrdiff_t open, ptrdiff_t close);

/* The '(' of the next item of the series that in[open..close] is an item of: (a)、(b)和(c). 0: there is none. */
ptrdiff_t width_next_item(const struct around *a, ptrdiff_t open, ptrdiff_t close);

/* Whether the ')' at in[i], which no '(' goes with, ends the number of a list in Chinese: "1)". */
bool width_ends_label(const struct around *a, ptrdiff_t i);

#endif
