/* survey.h - is a text simplified or traditional Chinese, and of which standard? Told by characters, counted.
 *
 * A character is evidence where only one script has it. Traditional text in which a converter or writer left characters
 * simplified that both scripts have (后 for 後, 里 for 裏) is found by how often those stand there, and the others do
 * not.
 */
#ifndef SURVEY_H
#define SURVEY_H
#include <stdbool.h>
#include "buf.h"
#include "choose_table.h"

struct survey {
	size_t simplified, traditional;  /* characters that only one script has */
	long shared;                     /* half bits for characters of both scripts being in their simplified form */
	unsigned left;                   /* of a document: how many of them never are in another */
	size_t opencc, taiwan, hongkong; /* spellings of traditional characters, by whose standard they are */
};

enum survey_script { SURVEY_UNDECIDED, SURVEY_SIMPLIFIED, SURVEY_TRADITIONAL, SURVEY_MIXED };

/* Counts in[0..n) into s, which begins as {0}. */
void survey_add(struct survey *s, const cp *in, size_t n);

/* The survey of a document, of which in[0..n) is the window. */
struct survey survey_document(const cp *in, size_t n);

/* A text in simplified characters. */
enum { SURVEY_FOLD = 1024 }; /* code points, at most */
struct folded {
	cp text[SURVEY_FOLD];
	bool changed;                       /* it is not what it was before */
	uint16_t doubtful[SURVEY_FOLD + 1]; /* where the characters are that choose() is for */
	size_t count;                       /* of them */
};

/* Folds in[0..n), at most SURVEY_FOLD, and counts it into s. */
void survey_fold(struct survey *s, const cp *in, size_t n, struct folded *f);

/* The simplified form of c, or c. */
static inline cp survey_simplify(cp c) { return c ^ (choose_look(script_page, c) & SCRIPT_FOLD); }

/* Is c a character that only simplified text has? */
bool survey_simplified(cp c);

/* What script the text that was counted is in. */
enum survey_script survey_script(const struct survey *s);

/* The same for a run of a document: where that has too few characters of its own, the document's, unless that is made
   of texts of both scripts. */
enum survey_script survey_run(const struct survey *run, const struct survey *document);

/* Whose standard traditional text follows: "OpenCC", "Taiwan", "Hong Kong", or NULL where that does not show. */
const char *survey_standard(const struct survey *s);

#endif
