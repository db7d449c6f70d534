/* Text that was decoded by the wrong encoding, once or twice: ÎÄ¼þ, æ–‡ä»¶, 鏂囦欢. */
#include "han.h"
#include "lm.h"
#include "mojibake.h"
#include "scan.h"
#include "stage.h"
#include "undo.h"
#include <stdlib.h>

enum {
	LOOK = 32,      /* damage shows as rare characters: ... */
	MANY = 3,       /* ... so many in so many code points */
	BACK = 64,      /* code points in front of it that may belong to it */
	WINDOW = 16384, /* code points that are looked at for what damage a document has: a fixed number */
	EVIDENCE =
		96 * LM_BIT, /* by which all runs of a kind are more likely, so that others need less to show for it */
	HOLD = UNDO_SPAN + BACK + LOOK
};

struct mojibake {
	struct undo_before before;
	unsigned gain[READINGS];
};

/* ---- where there may be some ---- */

static bool western(cp c) { return c >= 0x80 && c < 0x2200 && !(c >= 0x250 && c < 0x2000); }

/* Whether a rare character shows damage with few others around, or none: the document is known to have such. */
static bool few(const struct undo_before *b)
{
	return b->seen[UTF8_AS_GBK] || b->seen[BIG5_AS_GBK] || b->seen[GBK_AS_BIG5];
}

/* Whether damage shows at in[i], a rare character: others follow, or it is a letter next to a sign of the same
   encodings, as no word has. */
static bool shows(const struct undo_before *b, const cp *in, size_t n, size_t i)
{
	size_t to = n - i < LOOK ? n : i + LOOK, rare = 0;

	if (in[i] < 0x250 && i + 1 < n && western(in[i + 1]))
		return true;
	for (; i < to && in[i] != '\n'; i++)
		rare += lm_is_rare(in[i]);
	return rare >= (few(b) ? 1 : MANY);
}

/* Which of in[i..n), of the first LOOK of them, are rare, as bits. Beyond the Basic Multilingual Plane it finds too
 * much.
 */
static uint32_t rare_ones(const cp *in, size_t n, size_t i)
{
	uint32_t ones = 0;

	for (size_t k = n - i < LOOK ? n : i + LOOK; k-- > i;)
		ones = ones << 1 | (lm_rare[in[k] % 0x10000 / 32] >> in[k] % 32 & 1);
	return ones;
}

/* Whether it has MANY bits. */
static bool many(uint32_t bits)
{
	for (int k = 1; k < MANY; k++)
		bits &= bits - 1;
	return bits;
}

/* The first place from in[i] on where damage shows, or n. Where the document is known to have damage of a kind, less
   shows it. */
static size_t find(const struct undo_before *b, const cp *in, size_t n, size_t i)
{
	while (b->letters && i < n) {
		if ((in[i] >= 0x80 && in[i] < 0x3000) || (lm_is_rare(in[i]) && shows(b, in, n, i)))
			return i;
		i++;
	}
	for (uint64_t ones = rare_ones(in, n, i); i < n; i += LOOK, ones >>= LOOK) {
		if (n - i > LOOK)
			ones |= (uint64_t)rare_ones(in, n, i + LOOK) << LOOK;
		for (uint32_t here = (uint32_t)ones; here; here &= here - 1) {
			size_t k = (size_t)__builtin_ctz(here);

			if ((few(b) || in[i + k] < 0x250 || many((uint32_t)(ones >> k))) && lm_is_rare(in[i + k])
			    && shows(b, in, n, i + k))
				return i + k;
		}
	}
	return n;
}

/* ---- repair ---- */

static void add(struct mojibake *s, enum reading reading, int gain)
{
	s->gain[reading] += gain > 0 ? (unsigned)gain : 0;
	s->before.seen[reading] |= s->gain[reading] >= EVIDENCE;
	s->before.letters |= s->before.seen[reading] && undo_letters(reading);
}

/* What of the bytes that Latin-1 and its kin lose is there in the text that is about to be read again. */
static void survey(struct undo_before *b, const cp *in, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		b->nbsp |= in[i] == 0xa0;
		b->shy |= in[i] == 0xad;
		b->swallows |= in[i] == '?' && i && i + 1 < n && han_is(in[i - 1]) && in[i + 1] >= 0x40;
		b->controls |= in[i] >= 0x80 && in[i] < 0xa0;
		b->specials |= in[i] == 0x20ac || (in[i] > 0xff && in[i] < 0x3000 && in[i] != 0x2026 && western(in[i]));
	}
}

/* Carries out the runs of u, whose text starts at in[at], of which in[0..from) is written. Returns the new from. */
static size_t repair(struct mojibake *s, const struct undo *u, const cp *in, size_t from, size_t at, struct buf *out,
		     struct note *notes)
{
	const cp *text = u->out;

	for (size_t k = 0; k < u->runs; k++) {
		const struct undo_run *run = &u->run[k];

		buf_add(out, in + from, at + run->at - from);
		buf_add(out, text, run->outlen);
		note(notes, run->guessed ? RULE_MOJIBAKE_LOST : RULE_MOJIBAKE, at + run->at, run->len, run->outlen);
		add(s, run->reading, run->gain);
		text += run->outlen;
		from = at + run->at + run->len;
	}
	return from;
}

/* Where the line of in[i] ends, or n; *whole: that is known. */
static size_t line_end(const cp *in, size_t n, size_t i, bool end, bool *whole)
{
	while (i < n && in[i] != '\n' && in[i] != '\r')
		i++;
	*whole = i < n || end;
	return i;
}

/* The place in in[done..n) before which nothing depends on what follows; the first damage shows at in[i], or none does
   where that is n. A stretch of it begins in its own line, and no further back. */
static size_t settled(const cp *in, size_t done, size_t i, size_t n)
{
	size_t keep = n - i > BACK + LOOK ? n - i : BACK + LOOK, line = i;

	while (line > done && n - line < keep && in[line - 1] != '\n' && in[line - 1] != '\r')
		line--;
	i = n < keep ? 0 : n - keep;
	i = i < line ? line : i;
	return i < done ? done : i;
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct mojibake *s = state;
	size_t i = 0, from = 0, done = 0; /* in[0..from) is written, in[0..done) settled */
	struct undo_space *space = NULL;
	struct undo u;

	for (;;) {
		bool whole;

		if (s->before.open == AS_IS) {
			i = find(&s->before, in, n, done);
			if (i == n || (!end && n - i < LOOK))
				break;
			size_t line = i;
			while (line > done && i - line < BACK && in[line - 1] != '\n' && in[line - 1] != '\r')
				line--;
			if (line > done)
				s->before.last = in[line - 1];
			i = line;
		} else {
			i = done;
		}
		size_t stop = line_end(in, n - i < UNDO_SPAN ? n : i + UNDO_SPAN, i, end && n - i <= UNDO_SPAN, &whole);
		if (!whole && stop - i < UNDO_SPAN)
			break;
		s->before.readings = undo_plausible(&s->before, in + i, stop - i);
		if (!s->before.readings && s->before.open == AS_IS) {
			done = i = whole ? stop : stop - BACK;
			s->before.last = in[done - 1];
			continue;
		}
		survey(&s->before, in + i, stop - i);
		if (!space)
			space = undo_space_new();
		undo_solve(space, &s->before, in + i, stop - i, whole, &u);
		from = repair(s, &u, in, from, i, out, notes);
		done = i + u.len;
		s->before.last = whole ? '\n' : u.last;
		s->before.open = u.open;
	}
	free(space);
	i = end ? n : settled(in, done, i, n);
	buf_add(out, in + from, i - from);
	if (i > done && i)
		s->before.last = in[i - 1];
	return i;
}

/* What the names of garbled text begin with: 乱码 亂碼 mojibake. */
static inline int names(cp c) { return scan_is(c, 0x4e71) | scan_is(c, 0x4e82) | scan_is(c | 0x20, 'm'); }

bool mojibake_about(const cp *in, size_t n)
{
	static const char name[] = "mojibake";

	for (size_t i = 0; (i = scan(in, i, n, names)) < n; i++) {
		size_t k = 0;

		if (i + 1 < n && (in[i + 1] == 0x7801 || in[i + 1] == 0x78bc) && in[i] >= 0x80)
			return true;
		while (k < sizeof name - 1 && i + k < n && (in[i + k] | 0x20) == (cp)name[k])
			k++;
		if (k == sizeof name - 1)
			return true;
	}
	return false;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct mojibake *s = state;
	struct note notes = { 0 };
	struct buf out = BUF_INIT;
	size_t whole = n;

	(void)set;
	end = end && n <= WINDOW;
	n = n < WINDOW ? n : WINDOW;
	s->before.last = '\n';
	if (find(&s->before, in, n, 0) == n)
		return !end && !mojibake_about(in, whole);
	s->before.supposed = true;
	run(s, in, n, end, &out, &notes);
	bool found = notes.count[RULE_MOJIBAKE] + notes.count[RULE_MOJIBAKE_LOST];
	s->before.last = '\n';
	s->before.open = AS_IS;
	s->before.supposed = false;
	buf_free(&out);
	return (found || !end) && !mojibake_about(in, whole);
}

const struct stage stage_mojibake = {
	.name = "mojibake",
	.step = STEP_MOJIBAKE,
	.hold = HOLD,
	.state = sizeof(struct mojibake),
	.begin = begin,
	.run = run,
};
