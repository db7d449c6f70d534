#include "scan.h"
#include "stage.h"

/* The line ends of Unicode (UAX #14, class BK, CR and NL), without vertical tab and form feed, which are no line
   ends in text files. */
enum { NEL = 0x85, LS = 0x2028, PS = 0x2029, BOM = 0xfeff };

struct eol {
	bool inside; /* past the first code point, where alone a byte order mark can stand */
};

static inline int line_end(cp c)
{
	return scan_is(c, '\r') | scan_is(c, NEL) | scan_within(c, LS, PS);
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct eol *s = state;
	size_t i = 0, from = 0; /* in[from..i) is to be copied */

	if (n && !s->inside) {
		s->inside = true;
		if (in[0] == BOM) {
			note(notes, RULE_BOM, 0, 1, 0);
			from = i = 1;
		}
	}
	for (; (i = scan(in, i, n, line_end)) < n; i++) {
		if (in[i] == '\r' && i + 1 == n && !end)
			break;
		buf_add(out, in + from, i - from);
		buf_put(out, '\n');
		size_t len = in[i] == '\r' && i + 1 < n && in[i + 1] == '\n' ? 2 : 1;
		note(notes, RULE_EOL, i, len, 1);
		i += len - 1;
		from = i + 1;
	}
	buf_add(out, in + from, i - from);
	return i;
}

const struct stage stage_eol = {
	.name = "eol", .step = STEP_NOISE, .hold = 1, .state = sizeof(struct eol), .run = run,
};
