/* prose.h - whether a document is Chinese. */
#ifndef PROSE_H
#define PROSE_H
#include "buf.h"
#include <stdbool.h>

/* Whether in[0..n) is Chinese text, with foreign words and numbers in it at most: not Japanese, and not English that
   names something in Chinese. */
bool prose_chinese(const cp *in, size_t n);

#endif
