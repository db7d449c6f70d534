/* reader.h - how the bytes of a document are to be read, line by line: what a decoder cannot know.
 *
 * A byte that is lost or added in the midst of GB 18030 or Big5 puts what follows out of step, up to the next ASCII
 * byte and often without any error. A line that errs or costs too much is therefore read again with bytes left out, and
 * that is believed where it makes the line much likelier. And documents are glued together: a line may be in another
 * encoding than those before it. Both are decided over the lines of what is given together; a document that decodes
 * well is decoded as it is.
 */
#ifndef READER_H
#define READER_H
#include "codec.h"

/* Bytes that are read in one way. */
struct reader_part {
	const struct codec *codec; /* NULL: bytes that say nothing */
	size_t n;                  /* bytes */
};

struct reader {
	const struct codec *document, *codec; /* what the document is in, and the line before */
	bool mixed;                           /* lines may be in other encodings */
	bool begun;                           /* a line was read: the user sets it where he asks no more */
	struct reader_part *part;             /* owned: reader_free() */
	size_t parts, room;
	size_t *odd; /* owned: the lines that reader_doubts() doubts, by number, ascending */
	size_t odds, odd_room;
};

/* A document in codec begins. mixed: its lines may be in other encodings (the user has not said which one it is in). */
void reader_begin(struct reader *r, const struct codec *codec, bool mixed);

/* Whether a line of p[0..n), which the decoder of r->codec has made of whole lines or the beginning of some, should be
   read with more care. */
bool reader_doubts(struct reader *r, const cp *p, size_t n);

/* How to read in[0..n), of which reader_doubts() has seen the text: r->part[0..r->parts). Returns their bytes: all when
   end, else those of whole lines, but that no more than 4,095 bytes are left; of a longer line those of whole
   characters. */
size_t reader_read(struct reader *r, const unsigned char *in, size_t n, bool end);

void reader_free(struct reader *r);

#endif
