/* Which readings of undo.h are worth to be tried on a stretch: a look that costs little. */
#include "cp936.h"
#include "han.h"
#include "legacy.h"
#include "lm.h"
#include "undo_way.h"

enum {
	TOGETHER = 2, /* characters of UTF-8 without anything between: in Chinese, Han out of Han, one pair in 40,000 */
	WINDOW = 12,  /* characters of which ... */
	BAD = 3,      /* so many of them may be rare or none when they are read again */
	RARE = 6      /* ... so many are rare, where pairs were read out of pairs; in an old poem hardly ever */
};

/* Bytes in a row that are UTF-8. */
struct utf8_run {
	unsigned need, whole,
		most; /* bytes that are wanted; characters without anything between, and the most there were */
};

static void utf8_run(struct utf8_run *u, unsigned byte)
{
	if (u->need && byte >= 0x80 && byte < 0xc0) {
		u->need--;
		u->whole += !u->need;
		u->most = u->whole > u->most ? u->whole : u->most;
		return;
	}
	if (u->need || byte < 0xe3 || byte > 0xef)
		u->whole = 0;
	u->need = byte >= 0xe3 && byte <= 0xef ? 2 : 0;
}

/* Characters of UTF-8 that code page 936 made others of. */
static unsigned utf8_in_gbk(const cp *in, size_t n)
{
	struct utf8_run u = { 0 };

	for (size_t i = 0; i < n; i++) {
		unsigned char byte[2];
		unsigned k = legacy_bytes(LEGACY_GBK, in[i], byte);

		if (!k)
			u = (struct utf8_run){ .most = u.most };
		for (unsigned b = 0; b < k; b++)
			utf8_run(&u, byte[b]);
	}
	return u.most;
}

/* Whether c, read again as a pair of the other encoding, is no character or a rare one, too. */
static bool bad(enum legacy through, cp c)
{
	unsigned char byte[2];

	if (legacy_bytes(through, c, byte) != 2)
		return true;
	c = through == LEGACY_GBK ? legacy_big5(byte[0], byte[1]) : cp936_decode(byte[0], byte[1]);
	return !c || lm_is_rare(c);
}

/* Whether many characters are rare somewhere, so that crossed() may be true. */
static bool dense(const cp *in, size_t n)
{
	unsigned char was_rare[WINDOW] = { 0 };
	unsigned rare = 0;
	size_t k = 0;

	for (size_t i = 0; i < n && rare < RARE; i++) {
		if (in[i] < 0x80)
			continue;
		rare -= was_rare[k % WINDOW];
		rare += was_rare[k % WINDOW] = lm_is_rare(in[i]);
		k++;
	}
	return rare >= RARE;
}

/* Whether many characters are rare somewhere, and few of the same if they are read again. What is not above ASCII is
   not counted. */
static bool crossed(enum legacy through, const cp *in, size_t n)
{
	unsigned char was_rare[WINDOW] = { 0 }, was_bad[WINDOW] = { 0 };
	unsigned rare = 0, worse = 0;
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		if (in[i] < 0x80)
			continue;
		rare -= was_rare[k % WINDOW];
		worse -= was_bad[k % WINDOW];
		rare += was_rare[k % WINDOW] = lm_is_rare(in[i]);
		worse += was_bad[k % WINDOW] = bad(through, in[i]);
		k++;
		if (rare >= RARE && worse <= BAD)
			return true;
	}
	return false;
}

/* Whether two characters that an encoding of single bytes has beyond ASCII stand side by side, but for such marks. */
static bool beside(enum legacy encoding, const cp *in, size_t n)
{
	bool before = false, told = false; /* the one before is one, and no mark */

	for (size_t i = 0; i < n; i++) {
		unsigned char byte[2];
		bool high = in[i] >= 0x80 && !han_is(in[i]) && legacy_bytes(encoding, in[i], byte);
		bool tells = high && !undo_common(in[i]);

		if (before && high && (told || tells))
			return true;
		before = high;
		told = tells;
	}
	return false;
}

unsigned undo_plausible(const struct undo_before *before, const cp *in, size_t n)
{
	enum {
		WESTERN =
			1 << GBK_AS_WESTERN | 1 << UTF8_AS_WESTERN | 1 << UTF8_AS_WESTERN_TWICE | 1 << BIG5_AS_WESTERN,
		MACROMAN = 1 << GBK_AS_MACROMAN | 1 << UTF8_AS_MACROMAN
	};
	unsigned found = 0;

	for (unsigned r = AS_IS + 1; r < READINGS; r++)
		found |= (unsigned)before->seen[r] << r;
	found |= beside(LEGACY_WESTERN, in, n) ? WESTERN : 0;
	found |= beside(LEGACY_MACROMAN, in, n) ? MACROMAN : 0;
	found |= utf8_in_gbk(in, n) >= TOGETHER ? 1 << UTF8_AS_GBK : 0;
	if (!dense(in, n))
		return found;
	found |= crossed(LEGACY_GBK, in, n) ? 1 << BIG5_AS_GBK : 0;
	found |= crossed(LEGACY_BIG5, in, n) ? 1 << GBK_AS_BIG5 : 0;
	return found;
}
