#include "undo_way.h"
#include "cp936.h"
#include "han.h"

/* Prices, beside those of the characters by the model. A reading whose bytes must be well-formed proves itself; one
   that makes a character of any two bytes must make much better Chinese. */
enum {
	STRICT = 20 * LM_BIT,        /* to begin to read UTF-8 */
	PAIRS = 36 * LM_BIT,         /* to begin to read pairs of bytes out of Latin letters */
	CROSSED = 48 * LM_BIT,       /* to begin to read pairs of bytes out of pairs: Han out of Han */
	AGAIN = 2 * LM_BIT,          /* to begin where the document has shown such damage ... */
	CROSSED_AGAIN = 12 * LM_BIT, /* ... the same for Han out of Han */
	SUPPOSED = 12 * LM_BIT       /* to begin where a whole document is looked at for damage */
};

const struct undo_reading undo_readings[READINGS] = {
	[AS_IS] = { LEGACY_BIG5, UNDO_BIG5, false, 0 },
	[GBK_AS_WESTERN] = { LEGACY_WESTERN, UNDO_GBK, false, PAIRS },
	[UTF8_AS_WESTERN] = { LEGACY_WESTERN, UNDO_UTF8, false, STRICT },
	[UTF8_AS_WESTERN_TWICE] = { LEGACY_WESTERN, UNDO_UTF8, true, STRICT },
	[BIG5_AS_WESTERN] = { LEGACY_WESTERN, UNDO_BIG5, false, PAIRS },
	[GBK_AS_MACROMAN] = { LEGACY_MACROMAN, UNDO_GBK, false, PAIRS },
	[UTF8_AS_MACROMAN] = { LEGACY_MACROMAN, UNDO_UTF8, false, STRICT },
	[UTF8_AS_GBK] = { LEGACY_GBK, UNDO_UTF8, false, STRICT },
	[BIG5_AS_GBK] = { LEGACY_GBK, UNDO_BIG5, false, CROSSED },
	[GBK_AS_BIG5] = { LEGACY_BIG5, UNDO_GBK, false, CROSSED },
};

bool undo_letters(enum reading reading)
{
	return undo_readings[reading].through == LEGACY_WESTERN || undo_readings[reading].through == LEGACY_MACROMAN;
}

/* What it costs to begin with a reading. */
unsigned undo_price(const struct undo_before *before, enum reading reading)
{
	unsigned whole = undo_readings[reading].price;

	return before->supposed ? SUPPOSED : !before->seen[reading] ? whole : whole == CROSSED ? CROSSED_AGAIN : AGAIN;
}

/* ---- what characters cost ---- */

static bool letter(cp c) { return (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7) || (c >= 0x370 && c < 0x530); }

/* A character as it stands. The model of Chinese knows no words of other languages: there a letter with a mark costs
   what it does in its own, a kana beside others too, and so does a sign that is repeated, as in a line that is drawn,
   or the next in an alphabet. In a document that is damaged it is no letter. */
unsigned undo_as_is(bool damaged, cp before, cp c)
{
	enum {
		REPEATED = 3 * LM_BIT,
		NO_BREAK = 4 * LM_BIT,
		KANA = 4 * LM_BIT,
		IN_WORD = 6 * LM_BIT,
		BESIDE = 9 * LM_BIT,
		SIGN = 9 * LM_BIT
	};
	unsigned cost = lm_cost(before, c), other = LM_MOST;

	if (c == 0xa0)
		other = NO_BREAK;
	else if (han_kana(c) || han_kana(before))
		other = han_kana(c) && han_kana(before) ? KANA : SIGN;
	else if (damaged || c < 0xa0 || c >= 0x3000)
		return cost;
	else if (c == before || c == before + 1)
		other = REPEATED;
	else if (letter(c))
		other = ascii_alpha(before) ? IN_WORD : BESIDE;
	else
		other = SIGN;
	return cost < other ? cost : other;
}

/* A character that was read again. */
unsigned undo_read_again(cp before, cp c)
{
	enum { IN_SCRIPT = 7 * LM_BIT, DRAWN = 4 * LM_BIT };
	unsigned cost = lm_cost(before, c), other = LM_MOST;

	if (letter(c) && letter(before) && c >> 8 == before >> 8)
		other = IN_SCRIPT;
	else if (c >= 0x2500 && c < 0x2600 && before >= 0x2500 && before < 0x2600)
		other = DRAWN; /* boxes and blocks */
	return cost < other ? cost : other;
}

/* ---- bytes to characters ---- */

/* One more byte of UTF-8 (RFC 3629, section 4). Returns false where it cannot stand there; *c: the character that it
   completes, if part->need is 0 then. */
static bool utf8_byte(struct undo_part *part, unsigned byte, cp *c)
{
	if (!part->need) {
		*part = (struct undo_part){ byte < 0x80   ? 0
					    : byte < 0xe0 ? 1
					    : byte < 0xf0 ? 2
							  : 3,
					    (unsigned char)byte, byte };
		*c = byte;
		part->bits &= part->need == 1 ? 0x1f : part->need == 2 ? 0xf : 7;
		return byte < 0x80 || (byte >= 0xc2 && byte <= 0xf4);
	}
	unsigned low = 0x80, high = 0xbf;

	if (part->need == (part->lead >= 0xf0 ? 3 : 2)) {
		low = part->lead == 0xe0 ? 0xa0 : part->lead == 0xf0 ? 0x90 : low;
		high = part->lead == 0xed ? 0x9f : part->lead == 0xf4 ? 0x8f : high;
	}
	if (byte < low || byte > high)
		return false;
	part->need--;
	part->bits = *c = part->bits << 6 | (byte & 0x3f);
	return true;
}

/* One more byte of an encoding of pairs. */
static bool pair_byte(struct undo_part *part, enum undo_into into, unsigned byte, cp *c)
{
	if (!part->need) {
		*part = (struct undo_part){ byte >= 0x80, (unsigned char)byte, byte };
		*c = byte;
		return byte < 0x80 || (byte > 0x80 && byte < 0xff);
	}
	part->need = 0;
	*c = into == UNDO_GBK ? cp936_decode(part->lead, byte) : legacy_big5(part->lead, byte);
	return *c && !han_private(*c);
}

/* What closes the bracket or quotation that c opens, or 0. */
static cp closing(cp c)
{
	switch (c) {
	case 0x201c: return 0x201d;
	case 0x3008:
	case 0x300a:
	case 0x300c:
	case 0x300e:
	case 0x3010: return c + 1;
	case 0xff08: return 0xff09;
	default: return 0;
	}
}

bool undo_closes(cp c) { return c != 0x201c && (closing(c - 1) == c); }

static bool emit(struct undo_way *w, cp c)
{
	if (w->nout == UNDO_OUT || c == UNDO_REPLACEMENT || han_private(c) || (c >= 0x80 && c < 0xa0))
		return false;
	w->cost += undo_read_again(w->last, c);
	w->out[w->nout++] = w->last = c;
	w->bracket = c == w->bracket ? 0 : closing(c) ? closing(c) : w->bracket;
	return true;
}

/* One more byte for a way that reads again. */
bool undo_feed(struct undo_way *w, unsigned byte)
{
	enum undo_into into = undo_readings[w->reading].into;
	cp c;

	if (!(into == UNDO_UTF8 ? utf8_byte(&w->part[0], byte, &c) : pair_byte(&w->part[0], into, byte, &c)))
		return false;
	if (w->part[0].need)
		return true;
	if (undo_readings[w->reading].twice) {
		unsigned char b[2];

		if (legacy_bytes(undo_readings[w->reading].through, c, b) != 1 || !utf8_byte(&w->part[1], *b, &c))
			return false;
		if (w->part[1].need)
			return true;
	}
	return emit(w, c);
}
