/* unwrap_piece.h - a piece of text between two ends of pages: where it ends on its last line, were it set in lines of
 * some width, and what that tells of the width.
 */
#ifndef UNWRAP_PIECE_H
#define UNWRAP_PIECE_H
#include "unwrap_glance.h"

enum {
	PIECE_WIDTHS = MAX - MIN + 1,               /* the widths MIN to MAX, by what they are more than MIN */
	PIECE_ROOM = (PIECE_WIDTHS + 15) / 16 * 16, /* and more, so that they are whole vectors */
	STRAY = 5 * GAP_BIT                         /* a piece that is not of whole lines: one in 32 */
};

/* The columns of the last line so far, and of what on it cannot be parted: a word, a character with the marks that may
   not begin or end a line (GB/T 15834, section 5). */
struct piece_lines {
	unsigned char line[PIECE_ROOM], unit[PIECE_ROOM];
};

/* A piece as it is set at some widths. */
struct piece {
	unsigned from, to; /* widths less MIN: [from..to) */
	struct line text;
	struct piece_lines pushed, hung; /* a mark that has no room takes the character before along; or it hangs */
};

/* Begins a piece that is set at the widths first to last, of MIN to MAX; widened: as line.h has it. */
void piece_begin(struct piece *piece, unsigned first, unsigned last, bool widened);

/* Reads on: p[0..n) has no line feed. */
void piece_read(struct piece *piece, const cp *p, size_t n);

/* Whether its last line is full at that width, one that it is set at: so many columns more would not have fitted. */
bool piece_full(const struct piece *piece, unsigned width, unsigned unit);

/* What a piece of so many columns tells for lines of that width, in 1/GAP_BIT bits; unit: columns of what follows,
   full: piece_full(). */
int piece_bits(unsigned columns, unsigned unit, unsigned width, bool full);

/* Columns that a piece of so many is off whole lines. */
unsigned piece_off(unsigned columns, unsigned width);

/* log2(x) in 1/GAP_BIT bits, x > 0, with the fraction made straight between powers of two. */
int log2_bits(unsigned x);

#endif
