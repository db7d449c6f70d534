#include "line.h"
#include <string.h>
#include "han.h"
#include "scan.h"

enum {
	LEADER = 4, /* full stops in a row that lead the eye to a page number: an ellipsis has three */
	LABEL = 8,  /* code points before a colon that make a label, as in 联系电话： */
	FULL = 0xfee0, /* from a mark of ASCII to its full-width form */
	NUMBER = 3  /* digits of a list number: four make a year */
};

/* Sets of code points: U"" literals end with 0. */
#define OPENING      U"“‘《〈「『（(【〔"
#define CLOSING      U"”’》〉」』）)】〕—…％%"
#define NUMERALS     U"一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾"
#define AFTER_NUMBER U"、.．)）:：\u3000，,"
#define SECTION_HEADS U"【〔"
#define SECTIONS     U"章节節条條款项項部篇回卷期编編课課、，：是步"
#define CAPTIONS     U"图圖表附注註篇例"

static bool one_of(cp c, const uint_least32_t *set)
{
	while (*set && *set != c)
		set++;
	return *set != 0;
}

static bool letter(cp c) { return ascii_alpha(c) || (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7); }
static bool numeral(cp c) { return one_of(c, NUMERALS); }

static bool pause(cp c)
{
	switch (c) {
	case 0xff0c: /* ， */
	case 0x3001: /* 、 */
	case 0xff1a: /* ： */
	case ',':
	case ':': return true;
	default: return false;
	}
}

static bool stop(cp c)
{
	switch (c) {
	case 0x3002: /* 。 */
	case 0xff01: /* ！ */
	case 0xff1f: /* ？ */
	case 0xff1b: /* ； */
	case 0xff0e: /* ． */
	case '!':
	case '?':
	case ';': return true;
	default: return false;
	}
}

static bool dot(cp c) { return c == '.' || c == 0xb7 || c == 0x2025 || c == 0x2026 || c == 0xff0e; }

static bool half_mark(cp c) { return c < 0x80 && one_of(c, U",;:?!()"); }

/* Chinese, as marks beside it are widened. */
static bool beside(cp c) { return han_is(c) || (c > 0x3000 && c <= 0x30ff) || (c >= 0xff01 && c <= 0xffef); }

/* half_mark(), and a few others. */
static inline int near_mark(cp c) { return scan_is(c, '!') | scan_within(c, '(', ',') | scan_within(c, ':', '?'); }

bool line_widens(const cp *p, size_t n)
{
	for (size_t i = 0; (i = scan(p, i, n, near_mark)) < n; i++)
		if (half_mark(p[i]) && ((i && beside(p[i - 1])) || (i + 1 < n && beside(p[i + 1]))))
			return true;
	return false;
}

/* Chinese text follows the marks that were read last: they are full width. */
static void fill(struct line *l)
{
	for (unsigned k = l->nhead; l->nhead < LINE_HEAD && k && l->nhead - k < l->half && half_mark(l->head[k - 1]); k--)
		l->head[k - 1] += FULL;
	l->columns += l->half;
	l->half = 0;
}

/* The character c, read as stage width will write it, nearly: a mark beside Chinese is full width, and takes the space
   behind it. */
static cp widen(struct line *l, cp c)
{
	bool cjk = beside(c);

	if (cjk && l->made && l->blanks == 1)
		l->blanks = 0;
	if (l->blanks) {
		l->half = 0;
		l->cjk = false;
	}
	if (cjk)
		fill(l);
	l->made = half_mark(c) && l->cjk;
	l->half = half_mark(c) && !l->cjk ? l->half + 1 : 0;
	l->cjk = cjk || l->made;
	return l->made ? c + FULL : c;
}

static void mark(struct line *l, cp c)
{
	if (l->widened)
		c = widen(l, c);

	unsigned columns = han_columns(c);

	if (l->blanks) {
		l->gap |= l->blanks > 1;
		l->columns += l->blanks;
		l->blanks = 0;
		l->dots = 0;
		if (l->nhead < LINE_HEAD)
			l->head[l->nhead++] = ' ';
	}
	if (l->nhead < LINE_HEAD)
		l->head[l->nhead++] = c;
	l->columns += columns;
	if (han_is(c) || ascii_alnum(c)) {
		l->han += c >= 0x80;
		l->chinese |= c >= 0x80;
		l->dots = 0;
		return;
	}
	bool punct = c >= 0x80 && han_punct(c);
	l->chinese |= punct;
	l->ambiguous += columns == 1 && punct;
	l->pause |= pause(c);
	l->stop |= stop(c);
	l->dots = dot(c) ? l->dots + 1 : 0;
	l->gap |= l->dots >= LEADER;
}

/* The Han characters of the first block at the head of p[0..n): most of most lines. */
static size_t plain(const cp *p, size_t n)
{
	size_t i = 0;

	while (i < n && p[i] - 0x4e00 < 0x5200)
		i++;
	return i;
}

void line_read(struct line *l, const cp *p, size_t n)
{
	size_t end = 0; /* behind the last mark */

	for (size_t i = 0; i < n; i++) {
		if (!line_blank(p[i])) {
			mark(l, p[i]);
			size_t more = l->nhead == LINE_HEAD ? plain(p + i + 1, n - i - 1) : 0;
			if (more && l->widened)
				widen(l, p[i + 1]);
			l->columns += 2 * more;
			l->han += more;
			l->dots = more ? 0 : l->dots;
			i += more;
			end = i + 1;
		} else if (l->nhead) {
			l->blanks += p[i] == ' ' || p[i] == 0xa0 ? 1 : 2; /* a tab is a gap */
		} else {
			l->indent += p[i] == '\t' ? 8 : han_columns(p[i]);
			l->ideographic |= p[i] == 0x3000;
		}
	}
	if (!end)
		return;
	size_t take = end < LINE_TAIL ? end : LINE_TAIL, keep = LINE_TAIL - take;

	if (keep > l->ntail)
		keep = l->ntail;
	memmove(l->tail, l->tail + l->ntail - keep, keep * sizeof(cp));
	memcpy(l->tail + keep, p + end - take, take * sizeof(cp));
	l->ntail = (unsigned)(keep + take);
	if (l->made)
		l->tail[l->ntail - 1] += FULL;
}

enum line_end line_end(cp c)
{
	if (one_of(c, U"。！？!?．")) /* as most lines of prose */
		return LINE_STOPS;
	if (han_is(c) || han_kana(c) || han_digit(c) || letter(c) || one_of(c, U"，、,") || one_of(c, OPENING))
		return LINE_RUNS;
	return one_of(c, CLOSING) ? LINE_CLOSES : LINE_ENDS;
}

bool line_leads(const struct line *l)
{
	cp c = l->ntail ? l->tail[l->ntail - 1] : 0;

	return c == ':' || c == 0xff1a || c == '>' || c == '|' || c == '\\' || c == '{';
}

bool line_pauses(const struct line *l)
{
	cp c = l->ntail ? l->tail[l->ntail - 1] : 0;

	return c == ',' || c == 0xff0c || c == 0x3001;
}

bool line_closes(cp c) { return pause(c) || stop(c) || c == '.' || one_of(c, CLOSING); }
bool line_opens(cp c) { return one_of(c, OPENING); }

bool line_hangs(const struct line *l)
{
	cp c = l->ntail ? l->tail[l->ntail - 1] : 0;

	return pause(c) || stop(c) || one_of(c, CLOSING);
}

/* The digits, numerals or single letter at the start of p: how many code points. */
static size_t number(const cp *p, size_t n)
{
	size_t i = 0;

	if (n && letter(p[0]))
		return 1;
	if (n && han_digit(p[0])) {
		while (i < n
		       && (han_digit(p[i])
			   || ((p[i] == '.' || p[i] == 0xff0e) && i && i + 1 < n && han_digit(p[i + 1]))))
			i++;
		return i;
	}
	while (i < n && numeral(p[i]))
		i++;
	return i;
}

/* A number, or one letter, of i code points at the head of p[0..n). */
static enum line_mark number_mark(const cp *p, size_t i, size_t n)
{
	if (i == n || !i)
		return LINE_PLAIN;
	if (i <= NUMBER && (one_of(p[i], AFTER_NUMBER) || p[i] == 0x662f)) /* 一是 */
		return LINE_MARKED;
	bool section = i > 1 && han_digit(p[0]) && (p[1] == '.' || p[1] == 0xff0e); /* 1.2 */

	return section || (i <= NUMBER && p[i] == ' ') ? LINE_MAYBE : LINE_PLAIN;
}

enum line_mark line_mark(const cp *p, size_t n)
{
	if (!n)
		return LINE_PLAIN;
	if (p[0] == 0x7b2c) { /* 第 */
		size_t i = 1 + number(p + 1, n - 1);

		return i > 1 && i < n && one_of(p[i], SECTIONS) ? LINE_MARKED : LINE_PLAIN;
	}
	if (one_of(p[0], CAPTIONS) && n > 1 && (han_digit(p[1]) || numeral(p[1]) || one_of(p[1], U"：: 件")))
		return LINE_MARKED;
	if (p[0] == '(' || p[0] == 0xff08) {
		size_t i = 1 + number(p + 1, n - 1);

		return i > 1 && i < n && (p[i] == ')' || p[i] == 0xff09) ? LINE_MARKED : LINE_PLAIN;
	}
	size_t i = number(p, n);

	if (i)
		return number_mark(p, i, n);
	if (one_of(p[0], SECTION_HEADS))
		return LINE_MARKED;
	if (han_is(p[0]) || han_kana(p[0]) || han_digit(p[0]) || letter(p[0]) || pause(p[0]) || stop(p[0]))
		return LINE_PLAIN;
	if (one_of(p[0], OPENING) || one_of(p[0], CLOSING) || p[0] == '"' || p[0] == '\'')
		return LINE_PLAIN;
	/* A bullet has a space behind it. */
	return p[0] < 0x80 && n > 1 && p[1] != ' ' && !one_of(p[0], U">|*=") ? LINE_MAYBE
	       : p[0] == 0xff0d && n > 1 && han_digit(p[1])			     ? LINE_MAYBE
									     : LINE_MARKED;
}

bool line_label(const cp *p, size_t n)
{
	for (size_t i = 0; i < n && i < LABEL; i++)
		if (p[i] == ':' || p[i] == 0xff1a)
			return true;
	return false;
}

unsigned line_unit(const cp *p, size_t n)
{
	unsigned columns = 0;
	size_t i = 0;

	while (i < n && one_of(p[i], OPENING))
		columns += han_columns(p[i++]);
	if (i < n && p[i] < 0x2000)
		while (i < n && p[i] > ' ' && p[i] < 0x2000)
			columns += han_columns(p[i++]);
	else if (i < n)
		columns += han_columns(p[i++]);
	while (i < n && (pause(p[i]) || stop(p[i]) || one_of(p[i], CLOSING)))
		columns += han_columns(p[i++]);
	return columns;
}
