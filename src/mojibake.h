/* mojibake.h - what the two stages that undo a wrong encoding agree about. */
#ifndef MOJIBAKE_H
#define MOJIBAKE_H
#include <stdbool.h>
#include "buf.h"

/* Whether the text speaks of garbled text. What it shows of it is meant to be seen. */
bool mojibake_about(const cp *in, size_t n);

#endif
