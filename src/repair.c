#include "repair.h"

size_t repair_run(repair_find *find, repair_rule *rule, void *state, struct past *past, size_t hold, const cp *in,
		  size_t n, bool end, struct buf *out, struct note *notes)
{
	struct around a = { in, (ptrdiff_t)n, past };
	size_t i = 0, from = 0; /* in[from..i) is to be copied */

	for (;;) {
		if (find)
			i = find(state, in, i, n);
		if (i == n || (!end && n - i <= hold))
			break;
		struct repair r = rule(state, &a, (ptrdiff_t)i);

		if (!r.len) {
			i++;
			continue;
		}
		buf_add(out, in + from, i - from);
		buf_add(out, r.out, r.outlen);
		note(notes, r.rule, i, r.len, r.outlen);
		from = i += r.len;
	}
	buf_add(out, in + from, i - from);
	past_keep(past, in, i);
	return i;
}
