/* rows.h - rows of text in and text out for one stage. */
#ifndef ROWS_H
#define ROWS_H
#include "stages.h"
#include "suite.h"
#include <string.h>

/* Text so many times, for rows at the limit of a rule. */
#define TIMES3(s)  s s s
#define TIMES4(s)  s s s s
#define TIMES8(s)  TIMES4(s) TIMES4(s)
#define TIMES15(s) TIMES4(TIMES3(s)) TIMES3(s)
#define TIMES16(s) TIMES4(TIMES4(s))
#define TIMES32(s) TIMES16(s) TIMES16(s)
#define TIMES64(s) TIMES4(TIMES16(s))

struct text_row {
	const char *in, *out; /* UTF-8; out NULL: the text stays as it is */
};

/* Aborts the test where stage does not make row->out of row->in, or changes what it has made. */
static inline void rows_check(const struct stage *stage, const struct settings *set, const struct text_row *row)
{
	const char *want = row->out ? row->out : row->in;
	char *got = stages_string(stage, set, row->in), *again = stages_string(stage, set, got);

	if (strcmp(got, want))
		ck_abort_msg("\"%s\" became \"%s\", not \"%s\"", row->in, got, want);
	if (strcmp(again, got))
		ck_abort_msg("\"%s\" became \"%s\", and that \"%s\"", row->in, got, again);
	free(got);
	free(again);
}

#endif
