#include "cp936.h"
#include "familiar.h"
#include "han.h"
#include "pinyin_random.h"
#include "pinyin_table.h"
#include "reading.h"
#include "realign.h"
#include "scan.h"
#include "stage.h"

/* What tells damage from annotations that an author wrote, in half bits. Software annotates characters of its table
   without exception, all of them traditional, and each with one reading. An author explains a word where it is met
   first, and mostly words that are the same in simplified text: of 283 poems with annotated words none repeats a pair
   more than once, and 3.5 % of the characters differ from their simplified form; a damaged page repeated one 47 times. */
enum {
	RIGHT = 3,   /* for a character that the software could know, with a reading of it: in traditional text an author
			annotates as many others */
	RIGHTS = 20, /* and for all of these no more: a list of words has as many as one likes */
	AGAIN = 8,   /* for each that is annotated again: an author does so to one word in 16 */
	WRONG = 12,  /* against, for any other annotation, a second reading, an annotated character that stands bare: in a
			damaged page one in a hundred */
	DAMAGE = 30, /* is damage: a page in a thousand is, and such evidence from an author one in 32,768 */
	PATIENCE = 4096,      /* bytes guessed at in vain before guessing stops: more "?" than a book has questions */
	APART = 9,       /* a page keeps Han and Latin words apart where it does so nine times of ten */
	EVIDENCE = 16384 /* code points looked at: a fixed number, so that a repaired document is judged alike */
};

struct pinyin {
	bool damaged;                  /* the document is one of those pages, as far as is known by now */
	bool annotated;                /* it has annotations that the software could make, and no others */
	bool loose;                    /* ... which have blanks in their brackets, or those are full width */
	bool random;                   /* characters are annotated by chance, and the user wants that undone */
	size_t vain;                   /* bytes guessed at since the last repair */
	struct realign_before written; /* what the text written so far ends with */
	bool words_apart, numbers_apart; /* it has a blank between Han and a Latin word, a number */
	struct familiar familiar;      /* what a damaged document is made of */
};

enum { WIDE_BRACKET = 0xff08 };

static int suspect(cp c) { return scan_is(c, '(') | scan_is(c, '?'); }

static int suspect_wide(cp c) { return suspect(c) | scan_is(c, WIDE_BRACKET); }

/* The place of the first code point of in[i..n) that may be of damage. In clean text most brackets hold no pinyin, and most
   "?" are followed by nothing that could be of a character. */
static size_t find(const struct pinyin *s, const cp *in, size_t i, size_t n)
{
	if (s->loose || s->random)
		return scan(in, i, n, suspect_wide);
	while ((i = scan(in, i, n, suspect)) < n && in[i] == '(' && i + 1 < n && !han_pinyin_letter(in[i + 1]))
		i++;
	return i;
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* The two code points before in[i], where all before in[from] is written. */
static void before(const struct pinyin *s, const cp *in, size_t from, size_t i, cp two[2])
{
	two[1] = i > from ? in[i - 1] : s->written.last[1];
	two[0] = i > from + 1 ? in[i - 2] : s->written.last[i == from ? 0 : 1];
}

static void copy(struct pinyin *s, const cp *in, size_t n, struct buf *out)
{
	cp two[2];

	before(s, in, 0, n, two);
	s->written.last[0] = two[0];
	s->written.last[1] = two[1];
	buf_add(out, in, n);
	while (n--)
		if (in[n] == '\n' || realign_opens(in[n]) || realign_opens(in[n] - 1)) {
			s->written.quote = realign_opens(in[n]) ? in[n] + 1 : 0;
			break;
		}
}

/* Carries out the edits of r, whose text starts at in[at], of which in[0..from) is written. Returns the new from. */
static size_t repair(struct pinyin *s, const struct realign *r, const cp *in, size_t from, size_t at, struct buf *out,
		     struct note *notes)
{
	const cp *text = r->out;

	for (size_t k = 0; k < r->edits; k++) {
		size_t where = at + r->edit[k].at;

		copy(s, in + from, where - from, out);
		copy(s, text, r->edit[k].outlen, out);
		note(notes, r->edit[k].rule, where, r->edit[k].len, r->edit[k].outlen);
		text += r->edit[k].outlen;
		from = where + r->edit[k].len;
	}
	return from;
}

/* Deletes the annotation of len code points at in[i]; widen: see realign_annotation(). Returns the new from. */
static size_t drop(struct pinyin *s, const cp *in, size_t from, size_t i, size_t len, bool widen, struct buf *out,
		   struct note *notes)
{
	bool split;

	if (widen && i >= from + 2) {
		cp wide = realign_wide(in[i - 2]);

		copy(s, in + from, i - 2 - from, out);
		copy(s, &wide, 1, out);
		note(notes, RULE_STRADDLE, i - 2, 1, 1);
		from = i - 1;
	}
	copy(s, in + from, i - from, out);
	split = cp936_encode(s->written.last[1]) <= 0x80;
	note(notes, split ? RULE_STRADDLE : RULE_PINYIN, i, len, 0);
	return i + len;
}

/* The length of an annotation in[0..n) of the other kinds, behind two, or 0. *rule: which kind. */
static size_t other(const struct pinyin *s, const cp two[2], const cp *in, size_t n, enum rule *rule)
{
	cp tight[PINYIN_LOOSE];
	size_t tightn, len = 0;
	bool widen;
	int pair;

	*rule = RULE_READING;
	if (s->random && (len = pinyin_reading(two[1], in, n)) > 0)
		return len;
	*rule = RULE_PINYIN;
	if (s->loose)
		len = pinyin_loose(in, n, tight, &tightn);
	return len && realign_annotation(two, tight, tightn, &widen, &pair) && !widen ? len : 0;
}

static int line_feed(cp c) { return scan_is(c, '\n'); }

/* Whether what stands at in[i] shows, though in[i..n) is less than REALIGN_LOOK: a "?" at the end of its line is one,
   and no annotation goes on behind that. */
static bool shows(const cp *in, size_t i, size_t n)
{
	return in[i] == '?' ? i + 1 < n && in[i + 1] == '\n' : scan(in, i, n, line_feed) < n;
}

/* How many of the code points of in[from..i) a repair at in[i] may change: none of the line before, so that no line waits
   for the next. */
static size_t reach(const cp *in, size_t from, size_t i)
{
	return i > from && in[i - 1] == '\n' ? 0 : least(i - from, 2);
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct pinyin *s = state;
	struct realign r;
	size_t i = 0, from = 0; /* in[from..i) is to be copied */

	while ((i = find(s, in, i, n)) < n) {
		cp two[2];
		bool widen;
		int pair;
		enum rule rule;

		if (!end && n - i < REALIGN_LOOK && !shows(in, i, n))
			break;
		before(s, in, from, i, two);
		size_t len = realign_annotation(two, in + i, n - i, &widen, &pair);
		if (len && s->damaged) {
			i = from = drop(s, in, from, i, len, widen, out, notes);
		} else if ((s->loose || s->random) && (len = other(s, two, in + i, n - i, &rule)) > 0) {
			copy(s, in + from, i - from, out);
			note(notes, rule, i, len, 0);
			i = from = i + len;
		} else if (!realign_begins(two, in + i, n - i, s->vain < PATIENCE) && !(len && i + len < n && in[i + len] == '?')) {
			i++;
		} else {
			size_t start = i - reach(in, from, i);

			copy(s, in + from, start - from, out);
			from = start;
			const struct realign_page page = { s->damaged, s->annotated, s->words_apart, s->numbers_apart, &s->familiar };

			if (!realign_solve(&page, &s->written, in + start, i - start, n - start, end, &r))
				break;
			s->damaged |= r.sure;
			s->vain = s->damaged && r.edits ? 0 : s->vain + r.unknown;
			if (s->damaged)
				from = repair(s, &r, in, from, start, out, notes);
			i = start + r.len;
			copy(s, in + from, i - from, out);
			from = i;
		}
	}
	i = end ? n : i - reach(in, from, i);
	copy(s, in + from, i - from, out);
	return i;
}

/* Whether an annotation stands at in[0..n), a "(": a syllable, or letters of pinyin with a tone mark. An English word
   in brackets is none. */
static bool bracketed(const cp *in, size_t n)
{
	size_t i = 1, len;
	bool tone = false;

	for (; i < n && i <= PINYIN_LETTERS && han_pinyin_letter(in[i]); i++)
		tone |= in[i] >= 0x80;
	return i > 1 && i < n && in[i] == ')' && (tone || reading_closed(in + 1, n - 1, &len) != READING_NONE);
}

/* What annotations there are in a text. */
struct annotations {
	size_t right, again, wrong;
	unsigned char seen[PINYIN_PAIRS_MAX / 8 + 1]; /* which there are */
	unsigned char annotated[0x10000 / 8];         /* which characters have one, by their codes */
};

static bool set(unsigned char *bits, unsigned i)
{
	bool was = bits[i / 8] >> i % 8 & 1;

	bits[i / 8] |= (unsigned char)(1u << i % 8);
	return was;
}

/* Counts the annotations of in[0..n) that have blanks in their brackets or full-width ones (loose), or the others. */
static void survey(const struct pinyin *s, bool loose, const cp *in, size_t n, struct annotations *a)
{
	cp two[2], tight[PINYIN_LOOSE];
	size_t len = 0, tightn;

	for (size_t i = 0; (i = scan(in, i, n, suspect_wide)) < n; i++) {
		const cp *p = in + i;
		size_t left = n - i;
		bool widen;
		int pair;

		if (loose && (len = pinyin_loose(p, left, tight, &tightn)) > 0 && (len > tightn || *p == WIDE_BRACKET)) {
			p = tight;
			left = tightn;
		} else if (loose) {
			continue;
		}
		if (*p != '(' || !bracketed(p, left))
			continue;
		before(s, in, 0, i, two);
		if (!realign_annotation(two, p, left, &widen, &pair)) {
			a->wrong++;
			continue;
		}
		int code = cp936_encode(two[1]);
		bool met = set(a->seen, (unsigned)pair), known = code > 0 && set(a->annotated, (unsigned)code);

		if (met)
			a->again++;
		else if (known)
			a->wrong++;
		else
			a->right++;
	}
}

/* Whether the annotations in in[0..n) are such as damage leaves. */
static bool damage(struct annotations *a, const cp *in, size_t n)
{
	size_t places = 0;

	if (!a->again)
		return false;
	for (size_t i = 0; i < n; i++) {
		int code = han_is(in[i]) ? cp936_encode(in[i]) : -1;

		places += code > 0 && a->annotated[code / 8] >> code % 8 & 1;
	}
	a->wrong += places > a->right + a->again ? places - a->right - a->again : 0;
	return least(a->right * RIGHT, RIGHTS) + a->again * AGAIN >= a->wrong * WRONG + DAMAGE;
}

/* Learns what in[0..n) is made of, but for its annotations and what stands beside a "?". */
static void learn(struct pinyin *s, const cp *in, size_t n)
{
	cp last = '\n';
	size_t apart[2] = { 0, 0 }, joined[2] = { 0, 0 }; /* Latin words, and numbers, behind Han */

	for (size_t i = 0, len; i < n; i++) {
		cp c = in[i], next = i + 1 < n ? in[i + 1] : '\n';

		if (c == '(' && reading_closed(in + i + 1, least(n - i - 1, REALIGN_LOOK), &len) != READING_NONE) {
			i += len;
			continue;
		}
		if (c != '?' && last != '?')
			familiar_add(&s->familiar, realign_wide(last), realign_wide(c));
		if (han_is(last) && c == ' ' && ascii_alnum(next))
			apart[ascii_digit(next)]++;
		else if (han_is(last) && ascii_alnum(c) && next != '(') /* no second byte: 檫M(jìn) */
			joined[ascii_digit(c)]++;
		last = c;
	}
	s->words_apart = apart[0] > joined[0] * APART;
	s->numbers_apart = apart[1] > joined[1] * APART;
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct pinyin *s = state, trial = { 0 };
	struct annotations a = { 0 }, loose = { 0 };
	struct note notes = { 0 };
	struct buf out = BUF_INIT;
	size_t first = scan(in, 0, n, suspect_wide);

	if (first == n && end)
		return false;
	end = end && n <= EVIDENCE;
	n = least(n, EVIDENCE);
	if (first >= n)
		return true;
	survey(s, false, in, n, &a);
	survey(s, true, in, n, &loose);
	s->annotated = trial.annotated = a.right && !a.wrong;
	run(&trial, in, n, end, &out, &notes);
	buf_free(&out);
	s->damaged = trial.damaged || damage(&a, in, n);
	if (s->damaged)
		learn(s, in, n);
	s->loose = damage(&loose, in, n);
	s->random = set->probable && pinyin_random(in, n);
	return true;
}

const struct stage stage_pinyin = {
	.name = "pinyin",
	.step = STEP_PINYIN,
	.hold = REALIGN_SPAN + 2 * REALIGN_LOOK,
	.state = sizeof(struct pinyin),
	.begin = begin,
	.run = run,
};
