/* foreign_table.h - what bytes cost as text of other languages, which dict/mkforeign.c makes from dict/foreign.txt. */
#ifndef FOREIGN_TABLE_H
#define FOREIGN_TABLE_H
#include <stddef.h>
#include <stdint.h>

/* Changes of class in tenths of a bit: EDGE is ASCII that is no letter or digit, WORD one that is, HIGH the rest. */
enum { FOREIGN_EDGE_HIGH, FOREIGN_WORD_HIGH, FOREIGN_HIGH_HIGH, FOREIGN_HIGH_EDGE, FOREIGN_HIGH_WORD, FOREIGN_CHANGES };

enum { FOREIGN_NONE = 255 }; /* bits: no character */

/* An encoding of one byte a character: bits[byte - 80]. */
struct foreign_single {
	const char *name; /* as the Encoding Standard has it, lower case */
	uint8_t change[FOREIGN_CHANGES];
	uint8_t bits[128];
};
extern const struct foreign_single foreign_single[];
extern const size_t foreign_singles;

/* A set of 94 rows of 94 columns, by row and column from 0: JIS X 0208, KS X 1001. */
enum { FOREIGN_SIDE = 94 };
struct foreign_double {
	uint8_t change[FOREIGN_CHANGES];
	uint8_t bits[FOREIGN_SIDE][FOREIGN_SIDE];
};
extern const struct foreign_double foreign_jis, foreign_ksc;

#endif
