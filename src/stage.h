/* stage.h - what every stage is: a total function over a stream of code points.
 *
 * A stage cannot fail: text that it does not understand passes through as it came. Its output depends on the text
 * alone, never on how the text was cut into calls (tests/check_stage.c holds every stage to that).
 */
#ifndef STAGE_H
#define STAGE_H
#include <stdbool.h>
#include "buf.h"
#include "note.h"

/* The steps that a user can ask for or leave out with -s, as bits. STEP_CONVERT is -t. */
enum step { STEP_NOISE = 1, STEP_PINYIN = 2, STEP_WIDTH = 4, STEP_WRAP = 8, STEP_CONVERT = 16, STEP_MOJIBAKE = 32 };

struct conversion; /* convert.h */
struct words;      /* words.h: the user's own dictionary */

/* What the user asked for. Owned by whoever builds the chain; the same for all documents. */
struct settings {
	unsigned steps;              /* STEP_*: the stages that run */
	bool probable;               /* also the changes that are only probable */
	const struct conversion *to; /* the conversion, or NULL */
	const struct words *words;   /* the user's own words, or NULL */
};

/* At least this many code points of a document, or all of it, are in the first call to begin(). (A stage before may
   hold some back or delete some; what a stage gets is the same for the same document, always.) But where lines are
   wanted as they come, it is the lines that there are. */
enum { WINDOW_BYTES = 65536 };

struct stage {
	const char *name;
	unsigned step; /* the STEP_* that it belongs to */
	size_t hold;   /* code points that run() may leave unread, at most */
	size_t state;  /* bytes of memory, zeroed before each document */

	/* Called once for a document, before the first run(), with the start of the stage's input: the window of the
	   document as the stages before have left it; end: that is all of it. Looks, decides what this document is,
	   and keeps that in state. Returns false where there is nothing to do in this document: then run() is not
	   called, and the text goes by. NULL where a stage has nothing to decide. */
	bool (*begin)(void *state, const struct settings *set, const cp *in, size_t n, bool end);

	/* Reads in[0..n), appends to out, and returns how many it is done with. It may leave at most `hold` unread so
	   as to see what follows; they come back at the head of the next call. When end is true nothing follows and it
	   leaves none. It copies its input but for the edits that it tells to note, at positions relative to in. */
	size_t (*run)(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *note);
};

/* In the order in which they run: damage is undone in the reverse of the order in which it happened. */
extern const struct stage stage_escapes;      /* characters written by number or name */
extern const struct stage stage_mojibake;     /* text read by the wrong encoding */
extern const struct stage stage_mojibake_alone; /* signs and letters of it, alone in text that is right */
extern const struct stage stage_eol;          /* line ends, byte order mark */
extern const struct stage stage_ctrl;         /* control junk, invisible characters, bidi overrides */
extern const struct stage stage_pinyin;       /* annotations and code page 936 misalignment inverted */
extern const struct stage stage_tag;          /* HTML tags left in the text */
extern const struct stage stage_forms;        /* full-width letters, radicals, compatibility ideographs */
extern const struct stage stage_residue;      /* English words, stray marks, broken numbers */
extern const struct stage stage_doubled;      /* lines that were printed over themselves */
extern const struct stage stage_title;        /* a spliced title */
extern const struct stage stage_regional;     /* regional words that a conversion table put across two words */
extern const struct stage stage_misconverted; /* characters that a conversion table got wrong */
extern const struct stage stage_unwrap;       /* false line breaks joined */
extern const struct stage stage_width;   /* punctuation to full width in Chinese; brackets are paired within a line */
extern const struct stage stage_convert; /* simplified <-> traditional */

#endif
