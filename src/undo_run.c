/* The stretches of a text that were read again, out of the way that was best. */
#include "undo_way.h"
#include <string.h>

/* What is the same at the ends of a run, as ASCII is, does not change. */
static void trim(const cp *in, struct undo_run *run, cp *out, size_t *outn)
{
	size_t same = 0;

	while (same < run->len && same < run->outlen && in[run->at + same] == out[same])
		same++;
	memmove(out, out + same, (run->outlen - same) * sizeof *out);
	run->at += same;
	run->len -= same;
	run->outlen -= same;
	*outn -= same;
	while (run->len && run->outlen && in[run->at + run->len - 1] == out[run->outlen - 1]) {
		run->len--;
		run->outlen--;
		--*outn;
	}
}

/* Whether a run that was read again is Chinese, and not only more likely than it was. */
static bool good(const struct undo_before *before, const struct undo_run *run, const cp *out)
{
	enum {
		GOOD = 15 * LM_BIT
	}; /* a character costs no more than that on average: 8 in prose, 13 in some old poems */
	cp last = before->last;
	size_t n = 0, cost = 0;

	if (before->seen[run->reading])
		return true;
	for (size_t i = 0; i < run->outlen; last = out[i++])
		if (out[i] >= 0x80) {
			cost += undo_read_again(last, out[i]);
			n++;
		}
	return cost <= n * GOOD;
}

/* The last run has its whole text. */
static void close_run(const struct undo_before *before, const cp *in, struct undo_run *run, struct undo *u)
{
	trim(in, run, u->out + u->outn - run->outlen, &u->outn);
	if (run->len && good(before, run, u->out + u->outn - run->outlen))
		u->runs++;
	else
		u->outn -= run->outlen;
}

/* The runs of the path, which has a way for each place from 0 to n, and (where the line ends) one behind. */
void undo_collect(const struct undo_before *before, const cp *in, const struct undo_way *const *path, size_t n,
		  size_t places, struct undo *u)
{
	struct undo_run *run = NULL;
	unsigned plain = 0, cost = 0; /* of the run, as it is and read again */

	for (size_t k = 1; k <= places; k++) {
		const struct undo_way *w = path[k];
		bool same = run && w->reading != AS_IS && !w->begins;

		if (run && !same && k <= n) {
			run->gain = (int)plain - (int)cost;
			close_run(before, in, run, u);
			run = NULL;
		}
		if (w->reading == AS_IS)
			continue;
		if (!run) {
			run = &u->run[u->runs];
			*run = (struct undo_run){ .at = k - 1, .reading = (enum reading)w->reading };
			plain = cost = 0;
		}
		if (k <= n) {
			plain += undo_as_is(before->letters, run->len ? in[k - 2] : path[k - 1]->last, in[k - 1]);
			run->len++;
		}
		cost += w->cost - path[k - 1]->cost;
		run->guessed |= w->guessed;
		for (unsigned i = 0; i < w->nout; i++) {
			u->out[u->outn++] = w->out[i];
			run->outlen++;
		}
	}
	if (run) {
		run->gain = (int)plain - (int)cost;
		close_run(before, in, run, u);
	}
}
