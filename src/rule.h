/* rule.h - every kind of change that the program makes, by name.
 *
 * One row each: enumerator, identifier that users see, certainty, what it does. The identifiers are part of the
 * interface (-v, and the change log); rows are added, never renamed.
 */
#ifndef RULE_H
#define RULE_H

/* How sure a change is. The first two are made by default, the third where the user asks for all. */
enum certainty {
	CERTAIN,  /* no other reading of the text is possible */
	EVIDENT,  /* the document itself shows that it is damaged in this way */
	PROBABLE, /* right far more often than not */
	ASKED     /* no repair: the conversion that -t asks for */
};

/* clang-format off */
#define RULES(ROW) \
	ROW(RULE_OUT_OF_STEP,   "out-of-step",    EVIDENT,  "a byte passed over that put the text behind it out of step") \
	ROW(RULE_ENCODING,      "encoding",       EVIDENT,  "lines read that are in another encoding than the document") \
	ROW(RULE_TWO_COLOUR,    "two-colour",     EVIDENT,  "a colour set in the midst of a character moved before it") \
	ROW(RULE_MOJIBAKE,      "mojibake",       EVIDENT,  "text read by the wrong encoding read again") \
	ROW(RULE_MOJIBAKE_LOST, "mojibake-lost",  EVIDENT,  "the same, with bytes that were lost found by what makes sense") \
	ROW(RULE_BOM,           "bom",            CERTAIN,  "a byte order mark at the start dropped") \
	ROW(RULE_EOL,           "eol",            CERTAIN,  "CRLF, CR, NEL, LS or PS made a line feed") \
	ROW(RULE_CONTROL,       "control",        CERTAIN,  "a control character deleted") \
	ROW(RULE_ZERO_WIDTH,    "zero-width",     CERTAIN,  "an invisible character deleted") \
	ROW(RULE_BIDI,          "bidi",           CERTAIN,  "text reversed by an override put in order") \
	ROW(RULE_ENTITY,        "entity",         CERTAIN,  "a character decoded that HTML names or numbers") \
	ROW(RULE_ESCAPE,        "escape",         CERTAIN,  "Chinese decoded from \\u8bf4, %E8%AF%B4") \
	ROW(RULE_TAG,           "tag",            CERTAIN,  "an HTML tag left in the text deleted") \
	ROW(RULE_PINYIN,        "pinyin",         EVIDENT,  "a pinyin annotation deleted") \
	ROW(RULE_READING,       "reading",        PROBABLE, "an annotation deleted of a character taken by chance") \
	ROW(RULE_STRADDLE,      "straddle",       CERTAIN,  "characters restored that a misaligned annotation split") \
	ROW(RULE_LOST_BYTE,     "lost-byte",      EVIDENT,  "a character restored that lost a byte to control junk") \
	ROW(RULE_ENGLISH_WORD,  "english-word",   PROBABLE, "English \"and\" or \"of\" made Chinese again") \
	ROW(RULE_STRAY_MARK,    "stray-mark",     PROBABLE, "a stray quotation mark between Han deleted") \
	ROW(RULE_DECIMAL,       "decimal",        PROBABLE, "an ideographic full stop in a number made a point") \
	ROW(RULE_DOUBLED,       "doubled",        PROBABLE, "a line halved that was printed over itself") \
	ROW(RULE_TITLE,         "title",          PROBABLE, "a page title inside a sentence deleted") \
	ROW(RULE_MISCONVERTED,  "misconverted",   PROBABLE, "a word that a conversion table broke put right") \
	ROW(RULE_NARROW,        "narrow",         CERTAIN,  "a full-width letter or digit made half width") \
	ROW(RULE_COMPATIBILITY, "compatibility",  CERTAIN,  "a radical or compatibility ideograph made the unified one") \
	ROW(RULE_WIDTH,         "width",          CERTAIN,  "punctuation in Chinese made full width") \
	ROW(RULE_PAGE_BREAK,    "page-break",     EVIDENT,  "a sentence joined that a page break cut") \
	ROW(RULE_LINE_BREAK,    "line-break",     EVIDENT,  "a sentence joined that a line break cut") \
	ROW(RULE_REPEATED,      "repeated",       EVIDENT,  "characters repeated across a page break deleted") \
	ROW(RULE_PAGE_NUMBER,   "page-number",    PROBABLE, "a page number inside a sentence deleted") \
	ROW(RULE_RUNNING_HEAD,  "running-head",   PROBABLE, "a running head inside a sentence deleted") \
	ROW(RULE_CONVERT,       "convert",        ASKED,    "converted between simplified and traditional") \
	ROW(RULE_OWN_WORD,      "own-word",       ASKED,    "converted by the user's own dictionary")
/* clang-format on */

enum rule {
#define ROW(name, id, certainty, what) name,
	RULES(ROW)
#undef ROW
		RULE_COUNT /* at most 64: a set of rules is one uint64_t */
};

struct rule_info {
	const char *id;
	enum certainty certainty;
	const char *what;
};
extern const struct rule_info rule_info[RULE_COUNT];

#endif
