#include "unwrap_piece.h"
#include "han.h"

void piece_begin(struct piece *piece, unsigned first, unsigned last, bool widened)
{
	*piece = (struct piece){ .from = first - MIN, .to = last - MIN + 1, .text.widened = widened };
}

/* Puts a character of so many columns on the last line of width i + MIN, behind a blank or not, or on a new one with
   what it sticks to. hangs: it may stand beyond the edge of a line. */
static inline void put(struct piece_lines *l, unsigned i, unsigned char blank, unsigned char columns,
		       unsigned char sticks, unsigned char hangs)
{
	unsigned char width = (unsigned char)(MIN + i), before = (unsigned char)(l->line[i] + blank);
	unsigned char line = (unsigned char)(before + columns);
	unsigned char unit = (unsigned char)((l->unit[i] & sticks) + columns);
	unsigned char alone = unit > width ? columns : unit; /* a word may be longer than a line */
	bool over = (unsigned char)(line - (columns & hangs)) > width;

	l->unit[i] = over ? alone : unit;
	l->line[i] = over ? alone : line;
}

/* The same on the lines of the widths from..to. Where they are many, all: that takes a few vector instructions, as
   nothing is decided in it, and how many they are is known. */
static void put_all(struct piece_lines *l, unsigned from, unsigned to, bool blank, unsigned columns, bool sticks,
		    bool hangs)
{
	enum { MANY = 8, ALL = 0xff };
	unsigned char stick = sticks ? ALL : 0, hang = hangs ? ALL : 0;

	if (to - from < MANY)
		for (unsigned i = from; i < to; i++)
			put(l, i, blank, (unsigned char)columns, stick, hang);
	else
		for (unsigned i = 0; i < PIECE_ROOM; i++)
			put(l, i, blank, (unsigned char)columns, stick, hang);
}

void piece_read(struct piece *piece, const cp *p, size_t n)
{
	struct line *l = &piece->text;

	for (size_t i = 0; i < n; i++) {
		bool blank = l->blanks, first = !l->nhead;
		cp last = first ? 0 : l->tail[l->ntail - 1];
		uint64_t before = l->columns + l->ambiguous;

		line_read(l, p + i, 1);
		if (l->blanks || !l->nhead)
			continue;
		cp c = l->tail[l->ntail - 1];
		unsigned columns = (unsigned)(l->columns + l->ambiguous - before),
			 own = c >= 0x80 && han_punct(c) ? 2 : han_columns(c);
		bool apart = blank && columns > own; /* or stage width takes the blank out */
		bool sticks = !blank && !first && ((c < 0x2000 && last < 0x2000) || line_opens(last)),
		     closes = line_closes(c);

		columns -= apart;
		put_all(&piece->pushed, piece->from, piece->to, apart, columns, sticks || (closes && !blank), false);
		put_all(&piece->hung, piece->from, piece->to, apart, columns, sticks, closes);
	}
}

bool piece_full(const struct piece *piece, unsigned width, unsigned unit)
{
	unsigned i = width - MIN;

	return piece->pushed.line[i] + unit > width || piece->hung.line[i] + unit > width;
}

int log2_bits(unsigned x)
{
	int whole = 31 - __builtin_clz(x);

	return (whole - 1) * GAP_BIT + (int)((x * GAP_BIT) >> whole);
}

/* How far from a whole number of lines a piece of so many may be: what is set at other than full or half width, and
   the marks that may not begin a line, shift the end of each line a little, by chance to this side or that. */
static unsigned drift(unsigned lines, unsigned page)
{
	unsigned d = 0;

	while (d * d < 4 * lines && 4 * (d + 2) < page)
		d++;
	return lines ? d + 2 : 0;
}

unsigned piece_off(unsigned columns, unsigned width)
{
	unsigned whole = (columns + width / 2) / width * width;

	return columns > whole ? columns - whole : whole - columns;
}

/* In half of the cases a page's piece ends with a full line as it was set here, in 7 of 20 it was set a little
   otherwise and drifts, else it is no such piece; text that was not cut ends anywhere on a line. */
int piece_bits(unsigned columns, unsigned unit, unsigned width, bool full)
{
	if (full || piece_off(columns, width) <= 1)
		return log2_bits(width) - log2_bits(2 * (unit + 1));
	unsigned may = drift((columns + width / 2) / width, width);

	return piece_off(columns, width) <= may ? log2_bits(width * 7) - log2_bits(20 * (2 * may - 2)) : -STRAY;
}
