/* mklm - compiles the language model: mklm lm.txt TSCharacters.txt >lm_table.c
 *
 * lm.txt: lines of HEAD<TAB>COST CHARACTERS[<TAB>COST CHARACTERS]...; the head is the character before, or * for the
 * line (the first) of costs alone, which also names the symbols. Costs are in eighths of a bit. TSCharacters.txt:
 * traditional<TAB>simplified[ others], from which the first is taken.
 */
#include "lm_table.h"
#include "source.h"
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 1 << LM_PAGE_BITS, BUCKETS = 1 << LM_BUCKET_BITS, MOST_TURNS = 1000 };

static const char classes[] = "NA0_WHKSLX"; /* in the order of enum lm_class */

static uint16_t number[LM_END]; /* symbol of each code point */
static unsigned members[LM_CLASSES];
static struct lm_symbol symbol[1 << LM_ID_BITS];
static double alone[1 << LM_ID_BITS]; /* probability */
static unsigned symbols = LM_CLASSES;
static uint16_t tag[BUCKETS][LM_SLOTS];
static uint8_t pair[BUCKETS][LM_SLOTS];

/* The character at *p, which moves on. */
static uint32_t next(const char **p)
{
	uint32_t c = source_char(p);

	if (c >= LM_END)
		source_fail("character out of range");
	return c;
}

static bool within(uint32_t c, const uint32_t (*range)[2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (c >= range[i][0] && c <= range[i][1])
			return true;
	return false;
}

#define WITHIN(c, range) within(c, range, sizeof(range) / sizeof *(range))

static enum lm_class class_of(uint32_t c)
{
	static const uint32_t letter[][2] = { { 'A', 'Z' }, { 'a', 'z' }, { 0xff21, 0xff3a }, { 0xff41, 0xff5a } };
	static const uint32_t digit[][2] = { { '0', '9' }, { 0xff10, 0xff19 } };
	static const uint32_t han[][2] = {
		{ 0x3007, 0x3007 }, { 0x3400, 0x4dbf }, { 0x4e00, 0x9fff }, { 0xf900, 0xfaff }, { 0x20000, 0x3ffff }
	};
	static const uint32_t kana[][2] = { { 0x3041, 0x30ff }, { 0x31f0, 0x31ff }, { 0xff66, 0xff9f } };
	static const uint32_t sign[][2] = {
		{ 0x21, 0x7e }, { 0x2000, 0x2e7f }, { 0x3000, 0x33ff }, { 0xfe30, 0xfe6b }, { 0xff00, 0xffef }
	};
	static const uint32_t other[][2] = { { 0xa0, 0x1fff }, { 0xa000, 0xd7af } };

	switch (c) {
	case '\n': return LM_LINE;
	case ' ':
	case '\t': return LM_SPACE;
	case 0x3000: return LM_WIDE;
	}
	return WITHIN(c, letter)  ? LM_LETTER
	       : WITHIN(c, digit) ? LM_DIGIT
	       : WITHIN(c, han)   ? LM_HAN
	       : WITHIN(c, kana)  ? LM_KANA
	       : WITHIN(c, sign)  ? LM_SIGN
	       : WITHIN(c, other) ? LM_OTHER
				  : LM_JUNK;
}

/* The number of a symbol as lm.txt writes it; a new one if it may be and is none yet. */
static unsigned symbol_at(const char **p, bool new)
{
	uint32_t c = next(p);
	const char *class = c < 0x80 ? strchr(classes, (int)c) : NULL;

	if (class)
		return (unsigned)(class - classes);
	if (new) {
		if (number[c] >= LM_CLASSES)
			source_fail("character named twice");
		if (symbols == 1 << LM_ID_BITS)
			source_fail("too many characters");
		number[c] = (uint16_t)symbols++;
	} else if (number[c] < LM_CLASSES) {
		source_fail("character without a cost of its own");
	}
	return number[c];
}

/* The number before the characters of a field, with the tab and the space around it. */
static unsigned cost_at(const char **p)
{
	char *end;
	unsigned long n = **p == '\t' ? strtoul(*p + 1, &end, 10) : 0;

	if (n < 1 || n > UINT8_MAX || *end != ' ')
		source_fail("a field is a tab, a cost from 1 to %d, a space and characters", UINT8_MAX);
	*p = end + 1;
	return (unsigned)n;
}

static double probability(unsigned cost) { return exp2(-(double)cost / 8); }

static int sixteenths(double p) { return (int)lround(-16 * log2(p)); }

static void read_alone(void)
{
	const char *p = source_line();
	double sum = 0;

	if (!p || *p++ != '*')
		source_fail("no line of costs alone");
	while (*p) {
		unsigned cost = cost_at(&p);

		while (*p && *p != '\t') {
			unsigned id = symbol_at(&p, true);

			if (alone[id] > 0)
				source_fail("class named twice");
			sum += alone[id] = probability(cost);
		}
	}
	for (unsigned i = 0; i < symbols; i++) {
		if (!(alone[i] > 0))
			source_fail("class without a cost");
		alone[i] /= sum;
		symbol[i].alone = (int16_t)sixteenths(alone[i]);
	}
}

static bool put_in(unsigned bucket, unsigned t, unsigned cost)
{
	for (unsigned i = 0; i < LM_SLOTS; i++) {
		if (tag[bucket][i] == t)
			source_fail("pair named twice");
		if (tag[bucket][i] == LM_EMPTY) {
			tag[bucket][i] = (uint16_t)t;
			pair[bucket][i] = (uint8_t)cost;
			return true;
		}
	}
	return false;
}

/* Into the first bucket, or the second, or the place of a pair in the second, which goes to its own other bucket. */
static void put_pair(unsigned before, unsigned id, unsigned cost)
{
	uint32_t hash = lm_hash(before, id);
	unsigned bucket = hash >> LM_TAG_BITS, t = hash & (LM_SECOND - 1), turn = 0;

	while (!put_in(bucket, t, cost)) {
		unsigned i = turn / 2 % LM_SLOTS;

		if (turn++ == MOST_TURNS)
			source_fail("too many pairs for the table");
		if (turn > 1) {
			unsigned old = tag[bucket][i], old_cost = pair[bucket][i];

			tag[bucket][i] = (uint16_t)t;
			pair[bucket][i] = (uint8_t)cost;
			t = old;
			cost = old_cost;
		}
		bucket = lm_other_bucket(bucket, t);
		t ^= LM_SECOND;
	}
}

static void read_pairs(void)
{
	for (const char *p; (p = source_line()) != NULL;) {
		unsigned before = symbol_at(&p, false);
		double known = 0, rest = 1;

		while (*p) {
			unsigned cost = cost_at(&p);

			while (*p && *p != '\t') {
				unsigned id = symbol_at(&p, false);

				put_pair(before, id, cost);
				known += probability(cost);
				rest -= alone[id];
			}
		}
		if (known > 0.999 || rest < 0.001)
			source_fail("pairs leave nothing for other characters");
		symbol[before].left = (int16_t)sixteenths((1 - known) / rest);
	}
}

static void fold(void)
{
	for (const char *p; (p = source_line()) != NULL;) {
		uint32_t from = next(&p);

		if (*p++ != '\t')
			source_fail("no tab after the first character");
		uint32_t to = next(&p);
		if (*p && *p != ' ')
			source_fail("more than one character");
		if (number[from] < LM_CLASSES)
			number[from] = number[to];
	}
}

static void put_numbers(void)
{
	static uint16_t page[UINT8_MAX + 1][PAGE];
	unsigned pages = 0;

	printf("const uint8_t lm_page[LM_END >> LM_PAGE_BITS] = {");
	for (unsigned i = 0; i < LM_END / PAGE; i++) {
		unsigned k = 0;

		while (k < pages && memcmp(page[k], number + i * PAGE, sizeof page[k]) != 0)
			k++;
		if (k > UINT8_MAX)
			source_fail("too many pages");
		if (k == pages)
			memcpy(page[pages++], number + i * PAGE, sizeof page[k]);
		printf("%s%u,", i % 32 ? "" : "\n", k);
	}
	printf("\n};\nconst uint16_t lm_id[] = {");
	for (unsigned i = 0; i < pages * PAGE; i++)
		printf("%s%u,", i % 16 ? "" : "\n", page[i / PAGE][i % PAGE]);
	printf("\n};\n");
}

static void put_tables(void)
{
	printf("/* Made by mklm from lm.txt and TSCharacters. */\n#include \"lm_table.h\"\n");
	put_numbers();
	printf("const struct lm_symbol lm_symbol[] = {");
	for (unsigned i = 0; i < symbols; i++)
		printf("%s{%d,%d,%u},", i % 8 ? "" : "\n", symbol[i].alone, symbol[i].left, symbol[i].spread);
	printf("\n};\n_Alignas(32) const uint16_t lm_tag[1 << LM_BUCKET_BITS][LM_SLOTS] = {");
	for (unsigned i = 0; i < BUCKETS * LM_SLOTS; i++)
		printf("%s%u%s", i % LM_SLOTS ? "," : "\n{", tag[i / LM_SLOTS][i % LM_SLOTS],
		       (i + 1) % LM_SLOTS ? "" : "},");
	printf("\n};\nconst uint8_t lm_pair[1 << LM_BUCKET_BITS][LM_SLOTS] = {");
	for (unsigned i = 0; i < BUCKETS * LM_SLOTS; i++)
		printf("%s%u%s", i % LM_SLOTS ? "," : "\n{", pair[i / LM_SLOTS][i % LM_SLOTS],
		       (i + 1) % LM_SLOTS ? "" : "},");
	printf("\n};\n");
}

/* Whether c, which is not ASCII, is rare in Chinese. The marks that texts are set with are not, though each of them may
   be met seldom. */
static bool rare(uint32_t c)
{
	static const uint32_t marks[][2] = { { 0xa0, 0xbf }, { 0xd7, 0xd7 }, { 0xf7, 0xf7 }, { 0x2000, 0x206f },
					     { 0x2190, 0x21ff }, { 0x2460, 0x25ff },
					     { 0x3000, 0x3020 }, { 0xfe30, 0xfe6b }, { 0xff00, 0xffef } };
	const struct lm_symbol *s = &symbol[number[c]];

	return c >= 0x80 && !WITHIN(c, marks) && s->alone + s->spread >= LM_RARE;
}

static void put_rare(void)
{
	printf("const uint32_t lm_rare[0x10000 / 32] = {");
	for (uint32_t c = 0; c < 0x10000; c += 32) {
		uint32_t bits = 0;

		for (uint32_t k = 0; k < 32; k++)
			bits |= (uint32_t)rare(c + k) << k;
		printf("%s0x%x,", c / 32 % 8 ? "" : "\n", (unsigned)bits);
	}
	printf("\n};\n");
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: mklm lm.txt TSCharacters.txt >lm_table.c\n");
		return 1;
	}
	for (uint32_t c = 0; c < LM_END; c++)
		number[c] = (uint16_t)class_of(c);
	memset(tag, 0xff, sizeof tag);
	source_open(argv[1]);
	read_alone();
	read_pairs();
	source_open(argv[2]);
	fold();
	for (uint32_t c = 0; c < LM_END; c++)
		if (number[c] < LM_CLASSES)
			members[number[c]]++;
	members[LM_JUNK] += 0x110000 - LM_END; /* the planes that are not looked up */
	for (unsigned i = 0; i < LM_CLASSES; i++)
		symbol[i].spread = (uint16_t)(members[i] ? sixteenths(1.0 / members[i]) : 0);
	put_tables();
	put_rare();
	if (fflush(stdout) || ferror(stdout)) {
		fprintf(stderr, "mklm: cannot write\n");
		return 1;
	}
	return 0;
}
