#include "prose.h"
#include "scan.h"

enum {
	LETTERS_PER_HAN = 8, /* a translation has three or four letters for a Han: a page with both is Chinese, too */
	HAN_PER_KANA = 4     /* Japanese has more kana than Han; a Chinese page has a word or a name */
};

/* The classes of han.h, as tests that become vector instructions (scan.h). */
static inline int han(cp c)
{
	return scan_within(c, 0x4e00, 0x9fff) | scan_within(c, 0x3400, 0x4dbf) | scan_is(c, 0x3007)
	       | scan_within(c, 0x2f00, 0x2fd5) | scan_within(c, 0xf900, 0xfaff) | scan_within(c, 0x20000, 0x3ffff);
}

static inline int kana(cp c)
{
	return scan_within(c, 0x3041, 0x30ff) | scan_within(c, 0x31f0, 0x31ff) | scan_within(c, 0xff66, 0xff9f);
}

/* Latin, Greek, Cyrillic, ..., Hangul. */
static inline int letter(cp c)
{
	return scan_within(c | 0x20, 'a', 'z') | scan_within(c, 0xc0, 0x1fff) | scan_within(c, 0xac00, 0xd7af);
}

/* Most of most texts is of the first block of Han, or of ASCII and marks that are in none of the classes. */
static inline int first_block(cp c) { return scan_within(c, 0x4e00, 0x9fff); }

static inline int neutral(cp c)
{
	return scan_within(c, 0, '@') | scan_within(c, 0x2000, 0x3040) | scan_within(c, 0xff00, 0xff20);
}

static inline int latin(cp c) { return scan_within(c | 0x20, 'a', 'z'); }

bool prose_chinese(const cp *in, size_t n)
{
	size_t first = scan_count(in, n, first_block), others = n - first - scan_count(in, n, neutral);

	if (first && others * HAN_PER_KANA <= first)
		return true; /* whatever the others are: kana, letters or more Han */
	size_t latins = scan_count(in, n, latin), rest = others - latins;

	if (first && others <= first * LETTERS_PER_HAN && rest * HAN_PER_KANA <= first)
		return true; /* whatever the rest is */
	size_t hans = scan_count(in, n, han);

	if (latins > hans * LETTERS_PER_HAN)
		return false;
	size_t kanas = scan_count(in, n, kana), letters = scan_count(in, n, letter);

	return hans && hans * LETTERS_PER_HAN >= letters && kanas * HAN_PER_KANA <= hans;
}
