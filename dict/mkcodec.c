/* mkcodec - compiles gb18030.txt, big5.txt and single.txt into the arrays of src/codec_table.h, on standard output.
 *
 *   mkcodec GB18030.TXT BIG5.TXT SINGLE.TXT
 *
 * It runs on the machine that builds, and uses nothing but the C library.
 */
#include "source.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEAD = 0x81, LEADS = 0xff - LEAD, TRAIL = 0x40, TRAILS = 0x100 - TRAIL };
enum { FAR = 0xd800, FAR_MAX = 0x800, MARK_SHIFT = 21, PAGE_SHIFT = 6, PAGE = 1 << PAGE_SHIFT };

static uint16_t gb[LEADS][TRAILS], big5[LEADS][TRAILS]; /* as written: what does not fit is FAR + its index */
static uint32_t far[FAR_MAX];
static unsigned fars;

struct triple {
	unsigned first, last, c;
};
static struct triple beyond[64], range[512];
static unsigned beyonds, ranges;

static uint16_t store(uint32_t c)
{
	if (c < 0x10000)
		return (uint16_t)c;
	if (fars == FAR_MAX)
		source_fail("more than %d characters above U+FFFF", FAR_MAX);
	far[fars] = c;
	return (uint16_t)(FAR + fars++);
}

/* A row: the lead byte, and the characters of the trail bytes 40 to 7E and high to FE. */
static void read_row(const char *s, uint16_t table[LEADS][TRAILS], unsigned high)
{
	char *rest;
	unsigned long lead = strtoul(s, &rest, 16);
	unsigned trail = TRAIL;

	if (lead < LEAD || lead >= LEAD + LEADS || *rest != ' ')
		source_fail("a row begins with a lead byte from 81 to FE and a space");
	for (s = rest + 1; *s; trail = trail == 0x7e ? high : trail + 1) {
		uint32_t c = source_char(&s);

		if (trail > 0xfe)
			source_fail("characters after trail byte FE");
		if (c < 0x80 && c != '.')
			source_fail("an ASCII character");
		if ((unsigned char)*s == 0xcc) { /* U+0300 to U+033F: a combining mark */
			c |= source_char(&s) << MARK_SHIFT;
			if (c >> MARK_SHIFT >= 1u << (32 - MARK_SHIFT))
				source_fail("a mark that does not fit");
		}
		table[lead - LEAD][trail - TRAIL] = c == '.' ? 0 : store(c);
	}
	if (trail != 0xff)
		source_fail("the row ends before trail byte FE");
}

static void read_file(const char *name, uint16_t table[LEADS][TRAILS], unsigned high)
{
	source_open(name);
	for (const char *s; (s = source_line()) != NULL;) {
		struct triple t = { 0 };

		if (sscanf(s, "beyond %x %x", &t.first, &t.last) == 2) {
			if (beyonds == sizeof beyond / sizeof *beyond || t.last < t.first)
				source_fail("a bad or one too many \"beyond\"");
			beyond[beyonds++] = t;
		} else if (sscanf(s, "range %u %x", &t.first, &t.c) == 2) {
			if (ranges == sizeof range / sizeof *range || (ranges && t.first <= range[ranges - 1].first))
				source_fail("ranges must ascend");
			range[ranges++] = t;
		} else {
			read_row(s, table, high);
		}
	}
}

/* The private use character of a two-byte code where code page 936 has one: the three user-defined areas, U+E000 to
   U+E765, then the other places without a character in the order of their codes. */
static unsigned user_defined(unsigned lead, unsigned trail)
{
	if (lead >= 0xaa && lead <= 0xaf && trail >= 0xa1)
		return 0xe000 + (lead - 0xaa) * 94 + trail - 0xa1;
	if (lead >= 0xf8 && trail >= 0xa1)
		return 0xe234 + (lead - 0xf8) * 94 + trail - 0xa1;
	if (lead >= 0xa1 && lead <= 0xa7 && trail <= 0xa0)
		return 0xe4c6 + (lead - 0xa1) * 96 + trail - 0x40 - (trail > 0x7f);
	return 0;
}

static int is_beyond(unsigned code)
{
	for (unsigned i = 0; i < beyonds; i++)
		if (code >= beyond[i].first && code <= beyond[i].last)
			return 1;
	return 0;
}

static uint16_t back[0x10000];       /* code page 936: code of a character */
static struct triple private936[64]; /* where it is not that of gb */
static unsigned privates;

static void note_private(unsigned code, unsigned c)
{
	struct triple *last = &private936[privates ? privates - 1 : 0];

	if (privates && code == last->last + 1 && c == last->c + code - last->first) {
		last->last = code;
		return;
	}
	if (privates == sizeof private936 / sizeof *private936)
		source_fail("too many ranges beyond code page 936");
	private936[privates++] = (struct triple){ code, code, c };
}

/* Fills the private use characters into gb, and makes back and private936. */
static void private_use(void)
{
	unsigned other = 0xe766;

	for (unsigned lead = LEAD; lead < 0xff; lead++)
		for (unsigned trail = TRAIL; trail < 0xff; trail++) {
			uint16_t *c = &gb[lead - LEAD][trail - TRAIL];
			unsigned code = lead << 8 | trail, user = user_defined(lead, trail), c936 = *c;

			if (trail == 0x7f)
				continue;
			if (!*c || is_beyond(code)) {
				c936 = user ? user : other++;
				if (*c)
					note_private(code, c936);
				else
					*c = (uint16_t)c936;
			}
			if (back[c936])
				source_fail("U+%04X has two codes in code page 936", c936);
			back[c936] = (uint16_t)code;
		}
	if (other != 0xe865)
		source_fail("code page 936 has 255 places without a character outside its user-defined areas, not %u",
			    other - 0xe766);
}

/* What GB 18030 has in those places has their codes, too: a page decoded as GB 18030 goes back to its bytes. */
static void also_later(void)
{
	for (unsigned i = 0; i < privates; i++)
		for (unsigned code = private936[i].first; code <= private936[i].last; code++) {
			unsigned c = gb[(code >> 8) - LEAD][(code & 0xff) - TRAIL];

			if (!back[c])
				back[c] = (uint16_t)code;
		}
}

static void put_numbers(const uint16_t *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		printf("%s%u,", i % 16 ? "" : "\n\t", p[i]);
}

static void put_table(const char *name, uint16_t table[LEADS][TRAILS])
{
	printf("\nconst uint16_t %s[CODEC_LEADS][CODEC_TRAILS] = {", name);
	for (unsigned lead = 0; lead < LEADS; lead++) {
		printf("\n{");
		put_numbers(table[lead], TRAILS);
		printf("},");
	}
	printf("\n};\n");
}

static uint16_t big5_back[0x10000];

/* Codes of the standard go before those of the Hong Kong supplement, and low ones before high ones. */
static void read_big5_back(void)
{
	for (unsigned i = 0; i < LEADS; i++) {
		unsigned lead = (0xa1 + i) > 0xfe ? LEAD + i - (0xff - 0xa1) : 0xa1 + i;

		for (unsigned trail = TRAIL; trail < 0xff; trail++) {
			unsigned c = big5[lead - LEAD][trail - TRAIL];

			if (c && !(c >= FAR && c < FAR + FAR_MAX) && !big5_back[c])
				big5_back[c] = (uint16_t)(lead << 8 | trail);
		}
	}
}

static struct single {
	uint32_t c;
	unsigned byte;
} single[2][130];
static unsigned singles[2];
static const char *const single_name[2] = { "western", "macroman" };

static void read_single(const char *name)
{
	source_open(name);
	for (const char *s; (s = source_line()) != NULL;) {
		char table[16];
		int at = 0;
		unsigned byte, k;

		if (sscanf(s, "%15s %x %n", table, &byte, &at) < 2 || !at || byte < 0x80 || byte > 0xff)
			source_fail("a row is a table, a byte from 80 to FF and a character");
		for (k = 0; k < 2 && strcmp(table, single_name[k]); k++)
			continue;
		if (k == 2 || singles[k] == sizeof *single / sizeof **single)
			source_fail("no such table, or too many rows");
		s += at;
		single[k][singles[k]++] = (struct single){ source_char(&s), byte };
	}
}

static int by_character(const void *a, const void *b)
{
	const struct single *x = a, *y = b;

	return x->c < y->c ? -1 : x->c > y->c;
}

static void put_single(void)
{
	for (unsigned k = 0; k < 2; k++) {
		qsort(single[k], singles[k], sizeof *single[k], by_character);
		printf("\nconst struct codec_single codec_%s[] = {\n", single_name[k]);
		for (unsigned i = 0; i < singles[k]; i++)
			printf("\t{ 0x%04x, 0x%02x },\n", (unsigned)single[k][i].c, single[k][i].byte);
		printf("};\nconst size_t codec_%ss = sizeof codec_%s / sizeof *codec_%s;\n", single_name[k], single_name[k],
		       single_name[k]);
	}
}

static void put_back(const char *name, const uint16_t *from)
{
	uint16_t page[0x10000 >> PAGE_SHIFT] = { 0 };
	static const uint16_t nothing[PAGE];
	uint16_t pages = 1;

	printf("\nconst uint16_t %s_code[][CODEC_PAGE] = {\n{ 0 },", name);
	for (unsigned i = 0; i < sizeof page / sizeof *page; i++) {
		if (!memcmp(&from[i << PAGE_SHIFT], nothing, sizeof nothing))
			continue;
		page[i] = pages++;
		printf("\n{");
		put_numbers(&from[i << PAGE_SHIFT], PAGE);
		printf("},");
	}
	printf("\n};\n\nconst uint16_t %s_page[0x10000 >> CODEC_PAGE_SHIFT] = {", name);
	put_numbers(page, sizeof page / sizeof *page);
	printf("\n};\n");
}

static void put_ranges(void)
{
	printf("\nconst struct gb18030_range gb18030_range[] = {\n");
	for (unsigned i = 0; i < ranges && range[i].c < 0x10000; i++) /* the last is U+10000, done by rule */
		printf("\t{ %u, 0x%04x },\n", range[i].first, range[i].c);
	printf("};\nconst size_t gb18030_ranges = sizeof gb18030_range / sizeof *gb18030_range;\n");
	printf("\nconst struct cp936_private cp936_private[] = {\n");
	for (unsigned i = 0; i < privates; i++)
		printf("\t{ 0x%04x, 0x%04x, 0x%04x },\n", private936[i].first, private936[i].last, private936[i].c);
	printf("};\nconst size_t cp936_privates = sizeof cp936_private / sizeof *cp936_private;\n");
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "usage: mkcodec GB18030.TXT BIG5.TXT SINGLE.TXT\n");
		return 1;
	}
	read_file(argv[1], gb, 0x80);
	private_use();
	also_later();
	if (!ranges || !beyonds)
		source_fail("no ranges");
	read_file(argv[2], big5, 0xa1);
	read_big5_back();
	read_single(argv[3]);
	printf("/* Made by dict/mkcodec. */\n#include \"codec_table.h\"\n");
	put_table("gb18030_two", gb);
	put_table("big5_two", big5);
	printf("\nconst uint32_t codec_far[] = {");
	for (unsigned i = 0; i < fars; i++)
		printf("%s0x%x,", i % 10 ? " " : "\n\t", (unsigned)far[i]);
	printf("\n};\n");
	put_ranges();
	put_back("cp936", back);
	put_back("big5", big5_back);
	put_single();
	return fflush(stdout) || ferror(stdout);
}
