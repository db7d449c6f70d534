/* Control characters and invisible ones that came in by scraping, and text stored backwards under bidi overrides.
 *
 * Nothing is deleted or reversed that would make an escape of what stands around it: stage escapes has run.
 */
#include "around.h"
#include "escapes.h"
#include "han.h"
#include "scan.h"
#include "stage.h"

enum {
	ESC = 0x1b,
	DEL = 0x7f,
	NEL = 0x85, /* a line end: eol's */
	SHY = 0xad,
	ZWSP = 0x200b,
	LRM = 0x200e,
	RLM = 0x200f,
	LRE = 0x202a,
	RLE = 0x202b,
	PDF = 0x202c,
	LRO = 0x202d,
	RLO = 0x202e,
	WJ = 0x2060,
	LRI = 0x2066,
	FSI = 0x2068,
	PDI = 0x2069,
	NODS = 0x206f, /* the last of the deprecated format characters */
	BOM = 0xfeff
};

enum {
	RUN_MAX = 128, /* an override longer than this was not set to reverse a word or a phrase */
	CSI_MAX = 32,  /* a control sequence of a terminal is shorter (ECMA-48 sets no limit) */
	LOOK_MAX = 32, /* more invisible characters in a row are junk in any script */
	BYTES_MAX = 3, /* bytes of a character of UTF-8 or GB 18030 behind its first */
	HOLD = RUN_MAX + 2
};

struct ctrl {
	bool chinese;
	bool rtl;  /* behind a letter that runs to the left, in the same line */
	bool open; /* in a line with an override that could not be undone: the rest of it stays as it came */
	cp last;   /* the last visible character that was kept */
	bool hidden; /* and an invisible one was, behind it */
	struct past past; /* of what went out */
};

/* What stands beside an invisible character, as far as that matters to it. */
enum beside { NEUTRAL, CHINESE, EMOJI, FOREIGN };

static enum beside beside(cp c)
{
	if (c < 0x370) /* Latin */
		return NEUTRAL;
	if (han_is(c) || (c >= 0x2e80 && c <= 0x33ff) || (c >= 0xff00 && c <= 0xffef))
		return CHINESE;
	if ((c >= 0x2190 && c <= 0x2bff) || (c >= 0x1f000 && c <= 0x1faff) || (c >= 0xfe00 && c <= 0xfe0f)
	    || (c >= 0xe0020 && c <= 0xe01ef)) /* symbols, and the selectors and tags that follow them */
		return EMOJI;
	if ((c >= 0x2000 && c < 0x2190) || han_private(c) || c > CP_MAX)
		return NEUTRAL;
	return FOREIGN; /* the scripts that join, shape or break at invisible characters are all here */
}

static bool control(cp c) { return c == DEL || (c < 0x20 && c != '\n' && c != '\t' && c != '\f' && c != '\r'); }

static bool control1(cp c) { return c >= 0x80 && c < 0xa0 && c != NEL; }

static bool opens(cp c) { return c == LRE || c == RLE || c == LRO || c == RLO || (c >= LRI && c <= FSI); }

/* Opening marks are not among them: those go with their closing ones or not at all. */
static bool invisible(cp c)
{
	return c == SHY || (c >= ZWSP && c <= RLM) || c == PDF || c == WJ || (c >= PDI && c <= NODS) || c == BOM;
}

static bool latin1(cp c) { return c >= 0x80 && c <= 0xff; }

/* Whether in[i] stands among characters of Latin-1: then it is a byte of text decoded twice, and needed to undo that.
 */
static bool byte_of_mojibake(const struct ctrl *s, const struct around *a, ptrdiff_t i)
{
	if (latin1(s->last))
		return true;
	for (ptrdiff_t k = i + 1; k <= i + BYTES_MAX && latin1(around_at(a, k)); k++)
		if (around_at(a, k) >= 0xa0 && around_at(a, k) != SHY)
			return true;
	return false;
}

/* Letters of Hebrew, Arabic and the other scripts that run to the left, with their presentation forms and the planes
   kept for them. */
static bool to_left(cp c)
{
	return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc)
	       || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

/* The length of the control sequence at in[i], an ESC (ECMA-48, 5.4: parameters, intermediates, a final byte), or 1. */
static size_t sequence(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t k = i + 2;

	if (around_at(a, i + 1) != '[')
		return 1;
	while (around_at(a, k) >= 0x30 && around_at(a, k) <= 0x3f && k < i + CSI_MAX)
		k++;
	while (around_at(a, k) >= 0x20 && around_at(a, k) <= 0x2f && k < i + CSI_MAX)
		k++;
	return around_at(a, k) >= 0x40 && around_at(a, k) < DEL ? (size_t)(k - i + 1) : 1;
}

/* Whether in[i] underlines what stands behind it on a printer. */
static bool underlines(const struct around *a, ptrdiff_t i)
{
	return around_at(a, i) == '_' && around_at(a, i + 1) == '\b' && around_at(a, i + 2) > 0x20;
}

static bool useless(const struct ctrl *s, const struct around *a, ptrdiff_t i)
{
	enum beside left = beside(s->last), right = CHINESE;

	/* Marks of direction act on all that is neutral up to the next letter (UAX #9, rules N1 and N2). */
	if (s->rtl && (around_at(a, i) == LRM || around_at(a, i) == RLM))
		return false;
	for (ptrdiff_t k = i + 1; k <= i + LOOK_MAX; k++) {
		cp c = around_at(a, k);

		if (c == ESC)
			k += (ptrdiff_t)sequence(a, k) - 1;
		else if (!(control(c) || control1(c) || invisible(c) || opens(c) || underlines(a, k))) {
			right = beside(c);
			break;
		}
	}
	if (around_at(a, i) == BOM)
		return true; /* inside a text it has no meaning any more (Unicode 23.8) */
	if (left == FOREIGN || right == FOREIGN || (left == EMOJI && right == EMOJI))
		return false;
	return left == CHINESE || right == CHINESE || s->chinese;
}

/* The length of what goes with the control at in[i]. Bold is set on a printer by a letter, a backspace (two for a wide
   one) and the same letter again. */
static size_t junk(const struct ctrl *s, const struct around *a, ptrdiff_t i)
{
	cp c = around_at(a, i);

	if (c == ESC)
		return sequence(a, i);
	if (c != '\b')
		return 1;
	size_t n = around_at(a, i + 1) == '\b' ? 2 : 1;
	return s->last >= 0x20 && !s->hidden && around_at(a, i + (ptrdiff_t)n) == s->last ? n + 1 : 1;
}

/* Brackets are mirrored in text that runs to the left (UAX #9, rule L4). */
static cp mirrored(cp c)
{
	static const uint16_t pair[][2] = {
		{ '(', ')' },       { '<', '>' },       { '[', ']' },       { '{', '}' },       { 0x00ab, 0x00bb },
		{ 0x2039, 0x203a }, { 0x3008, 0x3009 }, { 0x300a, 0x300b }, { 0x300c, 0x300d }, { 0x300e, 0x300f },
		{ 0x3010, 0x3011 }, { 0x3014, 0x3015 }, { 0x3016, 0x3017 }, { 0xff08, 0xff09 }, { 0xff1c, 0xff1e },
		{ 0xff3b, 0xff3d }, { 0xff5b, 0xff5d },
	};

	for (size_t k = 0; k < sizeof pair / sizeof *pair; k++)
		if (c == pair[k][0] || c == pair[k][1])
			return pair[k][c == pair[k][0]];
	return c;
}

/* Marks that follow the character they belong to: they stay behind it. */
static bool follows(cp c) { return (c >= 0x300 && c < 0x370) || (c >= 0xfe00 && c <= 0xfe0f) || c >= 0xe0100; }

static bool kept(cp c) { return !control(c) && !control1(c) && !invisible(c); }

/* Appends in[from..to), last character first, without what is invisible. */
static void backwards(const struct around *a, ptrdiff_t from, ptrdiff_t to, struct buf *out)
{
	for (ptrdiff_t k = to, until = to; k-- > from;) {
		if (follows(a->in[k]) && k > from)
			continue;
		for (ptrdiff_t m = k; m < until; m++)
			if (kept(a->in[m]))
				buf_put(out, mirrored(a->in[m]));
		until = k;
	}
}

/* The place of the mark that closes in[i], where that is near, and what is between is a piece of Chinese text; else 0.
 */
static ptrdiff_t closed(const struct ctrl *s, const struct around *a, ptrdiff_t i)
{
	cp close = a->in[i] >= LRI ? PDI : PDF;
	bool chinese = s->chinese || beside(s->last) == CHINESE;

	for (ptrdiff_t k = i + 1; k <= i + RUN_MAX; k++) {
		cp c = around_at(a, k);

		if (c == close)
			return chinese || beside(around_at(a, k + 1)) == CHINESE ? k : 0;
		if (c == '\n' || opens(c) || c == PDF || c == PDI || beside(c) == FOREIGN)
			return 0;
		chinese |= beside(c) == CHINESE;
	}
	return 0;
}

/* What the call has put out, from out->p[had] on. */
static struct around written(const struct ctrl *s, const struct buf *out, size_t had)
{
	return (struct around){ out->p + had, (ptrdiff_t)(out->n - had), &s->past };
}

/* Whether the text out, with next behind it, has an escape that goes on at out->in[from] or behind. */
static bool escaped(const struct around *out, ptrdiff_t from, cp next)
{
	for (ptrdiff_t k = from; k <= out->n; k++)
		if (escapes_open(out, k) && escapes_continues(k < out->n ? out->in[k] : next))
			return true;
	return false;
}

/* The override or embedding at in[i] and its text, which go to out; returns their length, or 0 to leave them. */
static size_t undone(struct ctrl *s, const struct around *a, ptrdiff_t i, struct buf *out, size_t had)
{
	ptrdiff_t end = closed(s, a, i);
	size_t from = out->n;

	s->open = !end;
	if (!end)
		return 0;
	if (a->in[i] == RLO)
		backwards(a, i + 1, end, out);
	else
		for (ptrdiff_t k = i + 1; k < end; k++)
			if (kept(a->in[k]))
				buf_put(out, a->in[k]);
	struct around text = written(s, out, had);
	if (escaped(&text, (ptrdiff_t)(from - had), around_at(a, end + 1))) {
		out->n = from;
		s->open = true;
		return 0;
	}
	if (out->n > from)
		s->last = out->p[out->n - 1];
	return (size_t)(end - i + 1);
}

/* How many code points from in[i] on are to go, by which rule. Not 0 only where in[i] is one of ours. */
static size_t unwanted(const struct ctrl *s, const struct around *a, ptrdiff_t i, enum rule *rule)
{
	cp c = a->in[i];

	*rule = RULE_CONTROL;
	if (control(c))
		return junk(s, a, i);
	if (underlines(a, i))
		return 2;
	if (control1(c))
		return !byte_of_mojibake(s, a, i);
	*rule = RULE_ZERO_WIDTH;
	if (invisible(c) && !(c == SHY && byte_of_mojibake(s, a, i)))
		return useless(s, a, i);
	return 0;
}

/* Whether c may be one that unwanted() or opens() asks about, or a letter that runs to the left. It finds a few others
   near those, as fewer comparisons are faster. */
static inline int matters(cp c)
{
	return scan_within(c, 0, '\n' - 1) | scan_within(c, '\n' + 1, 0x1f) | scan_is(c, '_') | scan_within(c, DEL, SHY)
	       | scan_within(c, 0x590, 0x8ff) | scan_within(c, ZWSP, RLM) | scan_within(c, LRE, NODS)
	       | scan_within(c, 0xfb1d, BOM) | scan_within(c, 0x10800, 0x1efff);
}

/* The same, but for what is no reason to look: nothing is underlined without a backspace. */
static inline int telling(cp c)
{
	return scan_within(c, 0, '\n' - 2) | scan_within(c, '\n' + 1, 0x1f) | scan_within(c, DEL, SHY)
	       | scan_within(c, ZWSP, RLM) | scan_within(c, LRE, NODS) | scan_is(c, BOM);
}

static bool begin(void *state, const struct settings *set, const cp *in, size_t n, bool end)
{
	struct ctrl *s = state;

	(void)set;
	s->last = '\n';
	if (end && scan(in, 0, n, telling) == n)
		return false;
	s->chinese = escapes_chinese(in, n, end);
	return true;
}

/* Whether in[i] is a "_" that underlines nothing, whatever follows. */
static bool underscore(const cp *in, size_t i, size_t n) { return in[i] == '_' && i + 1 < n && in[i + 1] != '\b'; }

/* in[from..to), where nothing matters, stays as it is. */
static void pass(struct ctrl *s, const cp *in, size_t from, size_t to)
{
	if (from == to)
		return;
	s->last = in[to - 1];
	s->hidden = false;
	for (size_t k = from; (s->rtl || s->open) && k < to; k++)
		if (in[k] == '\n')
			s->rtl = s->open = false;
}

/* in[i] stays as it is. */
static void keep(struct ctrl *s, cp c)
{
	s->hidden = !kept(c) && !control1(c);
	if (!s->hidden)
		s->last = c;
	s->rtl |= to_left(c);
}

static size_t run(void *state, const cp *in, size_t n, bool end, struct buf *out, struct note *notes)
{
	struct ctrl *s = state;
	struct around a = { in, (ptrdiff_t)n, NULL };
	size_t i = 0, from = 0, start = out->n; /* in[from..i) is to be copied */

	for (;;) {
		enum rule rule = RULE_BIDI;
		size_t next = scan(in, i, n, matters), len;

		pass(s, in, i, next);
		i = next;
		if (i == n || (!end && n - i <= HOLD && !underscore(in, i, n)))
			break;
		if (s->open) {
			i++;
			continue;
		}
		size_t had = out->n + (i - from);
		if (opens(in[i])) {
			buf_add(out, in + from, i - from);
			from = i;
			len = undone(s, &a, (ptrdiff_t)i, out, start);
		} else {
			len = unwanted(s, &a, (ptrdiff_t)i, &rule);
			if (len) {
				buf_add(out, in + from, i - from);
				from = i;
				struct around text = written(s, out, start);
				if (escaped(&text, text.n, around_at(&a, (ptrdiff_t)(i + len)))
				    || (control1(in[i]) && s->last == ';' && escapes_open(&text, text.n - 1)))
					len = 0; /* a byte among references to others stays, too */
			}
		}
		if (!len) {
			keep(s, in[i++]);
			continue;
		}
		note(notes, rule, i, len, out->n - had);
		from = i += len;
	}
	buf_add(out, in + from, i - from);
	past_keep(&s->past, out->p + start, out->n - start);
	return i;
}

const struct stage stage_ctrl = {
	.name = "ctrl",
	.step = STEP_NOISE,
	.hold = HOLD,
	.state = sizeof(struct ctrl),
	.begin = begin,
	.run = run,
};
