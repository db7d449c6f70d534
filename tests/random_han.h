/* random_han.h - short texts of Han at random, the same in every run. */
#ifndef RANDOM_HAN_H
#define RANDOM_HAN_H
#include "buf.h"

/* A number below n. */
uint32_t random_below(uint32_t n);

/* Up to 12 code points, most of them such as some conversion changes; freed by the caller with buf_free(). */
struct buf random_han(void);

#endif
