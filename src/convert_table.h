/* convert_table.h - the form in which dict/mkdict.c leaves OpenCC's dictionaries in the program.
 *
 * OpenCC cuts a text into segments (the longest key of the segmentation dictionary at each position; what lies between
 * two keys is one segment) and sends each through a chain of dictionaries, longest match again. A segment that is a key
 * always comes out the same, so its result is worked out when the program is built. In between, a dictionary that maps
 * single code points only is drawn into the one before it, and what is left is at most two levels; mostly none, and
 * then a text between two keys is mapped code point by code point. Where the first of two levels only maps, the keys of
 * the second are spelt in the code points that become them, and looked for as segments are; but a segment wins where it
 * begins at the same place or inside.
 */
#ifndef CONVERT_TABLE_H
#define CONVERT_TABLE_H
#include <stdbool.h>
#include "phrases.h"
#include "trie.h"

enum {
	CONVERT_KEY = 32,         /* the longest key and the longest value, code points; OpenCC 1.1.6 has 16 */
	CONVERT_MAPPED = 0x40000, /* keys and values lie below: planes 0 to 3 */
	CONVERT_DENSE = 64 - 15,  /* shift of the phrases of a dense conversion: a filter of 256 KiB, for a level 2 cache */
	CONVERT_NEEDED = 64 - 12, /* shift of its filter of what must be found: 32 KiB */
	CONVERT_REACH = 4,        /* code points of a segment, where that need not be found: few are longer */
	CONVERT_BLOCK = 64        /* cells in a block; with 256 all tables are a fifth larger */
};

/* A cell of a map: what a code point and the one that stands in for it differ by (exclusive or), and */
enum {
	CELL_CHAR = 0x1fffff,
	CELL_KEY = 1 << 29,  /* more than mapping it may be to do where it begins something */
	CELL_ALONE = 1 << 30 /* and that wherever it stands, whatever follows */
};

/* What segments become that is not what the map makes of them, which few do. */
struct values {
	const uint64_t *differs; /* a bit for each number */
	const uint16_t *before;  /* by word of differs: bits that are set in those before it */
	const uint32_t *text;    /* by bits before it: where in convert_text[] */
};

/* What a text between two segments becomes where it is more than mapped. */
struct level {
	const uint16_t *page;    /* by code point / CONVERT_BLOCK: the block of convert_cell[] */
	const struct trie *trie; /* the keys that the map cannot say */
	const uint32_t *value;   /* by the key's number, from 1: where in convert_text[]; 0: as the map maps it */
};

struct conversion {
	const char *name;
	const char *keep;         /* the conversion for text that is in the target script already, or, with choose, where
				     replacing words never ends; NULL: none */
	const char *choose;       /* the conversion by whose dictionaries text is made traditional first, with choose();
				     this one where it does nothing more; NULL in OpenCC's own */
	const uint16_t *page;     /* what all levels make of a code point that stands alone */
	const struct phrases *segments;
	struct values value;      /* of segments */
	const uint64_t *filter;   /* of segments, and of the pairs of code points at which the levels' keys may begin */
	bool dense;               /* most code points begin something: CELL_KEY says nothing, ask the filter; its size is
				     that of CONVERT_DENSE */
	const uint64_t *needed;   /* where dense: a filter like that, without the segments that the map makes right and
				     that reach no farther than CONVERT_REACH */
	uint32_t cuts;            /* segments of higher numbers are none, but keys that match between segments */
	bool levels;              /* there are two between segments; else text there is mapped but for such keys */
	const uint16_t *normal;   /* the map of compatibility ideographs that goes before all, or NULL; where there is one
				     ideographic description sequences stay whole */
	size_t ascii;             /* ASCII stays as it is but for so many code points before others, at most */
	struct level first, second;
};

extern const struct conversion convert_table[]; /* ends with a name of NULL */
extern const uint32_t convert_cell[][CONVERT_BLOCK];
extern const cp convert_text[]; /* values, each behind its length */
extern const char convert_data[]; /* for --version: names what the tables were made from */

/* The cell of c in the map with that page. */
static inline uint32_t convert_look(const uint16_t *page, cp c)
{
	cp known = c < CONVERT_MAPPED ? c : 0; /* NUL is in no map */

	return convert_cell[page[known / CONVERT_BLOCK]][known % CONVERT_BLOCK];
}

/* An ideographic description character (Unicode block 2FF0 to 2FFF); in one of the blocks of compatibility ideographs. */
static inline bool convert_is_description(cp c) { return c - 0x2ff0 < 0x10; }
static inline bool convert_is_compatible(cp c) { return c - 0xf900 < 0x200 || c - 0x2f800 < 0x220; }

/* What the map makes of c. */
static inline cp convert_mapped(const uint16_t *page, cp c) { return c ^ (convert_look(page, c) & CELL_CHAR); }

#endif
