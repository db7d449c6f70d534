#include "pinyin_random.h"
#include "han.h"
#include "pinyin_table.h"
#include "reading.h"
#include "scan.h"

enum { BLANKS = 2 }; /* inside of a bracket: one was seen */

/* All of these must hold (docs/cleaning.md has what moves when they do). Right: an annotation that is a reading of the
   Han before it. */
enum {
	RIGHT_MIN = 12,     /* so many: fewer show nothing of chance */
	WRONG_PART = 20,    /* and no more than one in 20 that is none: who jokes writes what is no reading */
	DENSE = 4,          /* of 100 Han: of 61 annotated classics with 5 or more, the densest has 2.2 */
	ALL = 60,           /* and no more: a page for beginners annotates every character */
	INSIDE = 65,        /* of 100, with a Han behind: an author annotates words, and 29 in those go on so */
	AGAIN_PART = 8      /* one in 8 on a character that stood bare before: an author explains where it is met first */
};

size_t pinyin_loose(const cp *in, size_t n, cp tight[PINYIN_LOOSE], size_t *tightn)
{
	size_t i = 1, blanks = 0, letters = 0;

	if (!n || (in[0] != '(' && in[0] != 0xff08))
		return 0;
	tight[0] = '(';
	while (i < n && in[i] == ' ' && blanks < BLANKS)
		i++, blanks++;
	for (; i < n && letters < PINYIN_LETTERS && han_pinyin_letter(in[i]); i++)
		tight[1 + letters++] = in[i];
	for (blanks = 0; i < n && in[i] == ' ' && blanks < BLANKS; blanks++)
		i++;
	if (!letters || i == n || (in[i] != ')' && in[i] != 0xff09))
		return 0;
	tight[1 + letters] = ')';
	*tightn = letters + 2;
	return i + 1;
}

/* The same, and what syllable it is. */
static size_t syllable(const cp *in, size_t n, int *plain)
{
	cp tight[PINYIN_LOOSE];
	size_t tightn, len = pinyin_loose(in, n, tight, &tightn);

	*plain = len ? reading_plain(tight + 1, tightn - 2) : READING_NONE;
	return *plain == READING_NONE ? 0 : len;
}

size_t pinyin_reading(cp c, const cp *in, size_t n)
{
	int plain;
	size_t len = syllable(in, n, &plain);

	return len && reading_is(c, plain) ? len : 0;
}

static int opens(cp c) { return scan_is(c, '(') | scan_is(c, 0xff08); }

bool pinyin_random(const cp *in, size_t n)
{
	unsigned char bare[0x10000 / 8] = { 0 };
	size_t han = 0, right = 0, wrong = 0, inside = 0, again = 0, len;
	int plain;

	if (scan_count(in, n, opens) < RIGHT_MIN)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!han_is(in[i]) || in[i] > 0xffff)
			continue;
		han++;
		len = syllable(in + i + 1, n - i - 1, &plain);
		if (!len) {
			bare[in[i] / 8] |= (unsigned char)(1u << in[i] % 8);
			continue;
		}
		if (reading_is(in[i], plain)) {
			right++;
			again += bare[in[i] / 8] >> in[i] % 8 & 1;
			inside += i + 1 + len < n && han_is(in[i + 1 + len]);
		} else {
			wrong++;
		}
		i += len;
	}
	return right >= RIGHT_MIN && wrong * WRONG_PART <= right && right * 100 >= han * DENSE && right * 100 <= han * ALL
	       && inside * 100 >= right * INSIDE && again * AGAIN_PART >= right;
}
