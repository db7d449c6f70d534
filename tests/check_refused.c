#include "binary.h"
#include "detect.h"
#include "suite.h"
#include <string.h>

enum { SIZE = 1 << 16 };
static unsigned char bytes[SIZE];

/* Not ours. */
static const struct {
	const char *name, *in;
	size_t n;
} strange[] = {
#define STRANGE(name, s)                                                                                                     \
	{                                                                                                              \
		name, s, sizeof s - 1                                                                                        \
	}
	/* Latin-1 */
	STRANGE("windows-1252", "d\xe9j\xe0 vu, cr\xe8me br\xfbl\xe9"
		"e, \xe0 bient\xf4t"),
	STRANGE("windows-1252", "Les \xe9l\xe8ves fran\xe7"
		"ais ont \xe9t\xe9 re\xe7us \xe0 l'\xe9"
		"cole"),
	STRANGE("windows-1252", "Stra\xdf"
		"enverkehr, M\xfcller, sch\xf6n, \xdc"
		"bung, \xc4pfel"),
	/* windows-1251 */
	STRANGE("windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0? \xcd\xee\xf0\xec\xe0\xeb\xfc\xed\xee!"),
	/* Shift_JIS, EUC-JP */
	STRANGE("shift_jis", "\x93\xfa\x96{\x8c\xea\x82\xcc\x83"
		"e\x83"
		"L\x83X\x83g\x82\xc5\x82\xb7"),
	STRANGE("euc-jp", "\xa4\xb3\xa4\xec\xa4\xcf\xc6\xfc\xcb\xdc\xb8\xec\xa4\xce\xca\xb8\xbe\xcf\xa4\xc7\xa4\xb9\xa1\xa3"),
	STRANGE("euc-jp", "\xa4\xb3\xa4\xce\xcb\xdc\xa4\xcf\xa4\xc8\xa4\xc6\xa4\xe2\xcc\xcc\xc7\xf2\xa4\xa4\xa4\xce\xa4\xc7\xa1"
		"\xa2\xa4\xdf\xa4\xf3\xa4\xca\xa4\xcb\xc6\xc9\xa4\xf3\xa4\xc7\xa4\xdb\xa4\xb7\xa4\xa4\xa4\xc8\xbb\xd7"
		"\xa4\xa4\xa4\xde\xa4\xb9\xa1\xa3"),
	/* declared: a hint here, too */
	STRANGE("windows-1250", "<meta charset=windows-1250>na\xefve"),
	STRANGE("windows-1252", "<meta charset=windows-1250>gr\xfc\xdf" "e"),
	STRANGE("shift_jis", "<meta charset=shift_jis>\x83\x65"),
	/* a program's numbers */
	STRANGE("binary", "\x7f"
		"ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\xb0\x5a\1\0\0\0\0\0\x40\0\0\0\0\0\0\0\xe8\x1c\2"),
};

START_TEST(stranger)
{
	struct detection d = detect((const unsigned char *)strange[_i].in, strange[_i].n);

	ck_assert_ptr_eq(d.codec, &codec_utf8);
	ck_assert_str_eq(d.foreign, strange[_i].name);
	ck_assert(d.second || d.margin == DETECT_CLEAR); /* nothing else bids */
}
END_TEST

START_TEST(random_bytes)
{
	uint32_t seed = (uint32_t)_i + 1;
	size_t n = 1 + 997 * (size_t)_i;

	for (size_t i = 0; i < n; i++) {
		seed = seed * 1664525 + 1013904223;
		bytes[i] = (unsigned char)(seed >> 24);
	}
	struct detection d = detect(bytes, n);

	if (n > 500) {
		ck_assert_ptr_eq(d.codec, &codec_utf8);
		ck_assert(d.foreign);
	}
}
END_TEST

/* Binary data that begins with numbers of four bytes, as UTF-32 has characters. */
START_TEST(numbers_before)
{
	size_t n = 0;

	for (unsigned i = 0; i < 512; i++, n += 4) {
		bytes[n] = (unsigned char)(0x20 + i);
		bytes[n + 1] = (unsigned char)(i >> 4);
		bytes[n + 2] = bytes[n + 3] = 0;
	}
	for (unsigned i = 0; i < 4096; i++)
		bytes[n++] = (unsigned char)"%s: no such file or directory\0"[i % 31];
	ck_assert(detect(bytes, n).codec != &codec_utf32le);
}
END_TEST

/* Appends a number of so many bytes to bytes[n..); returns the new length. */
static size_t put(size_t n, unsigned long number, unsigned size, bool big)
{
	for (unsigned i = 0; i < size; i++)
		bytes[n++] = (unsigned char)(number >> 8 * (big ? size - 1 - i : i));
	return n;
}

static size_t put_string(size_t n, const char *s, size_t len)
{
	memcpy(bytes + n, s, len);
	return n + len;
}

#define PUT_STRING(n, s) put_string(n, s, sizeof s - 1)

static void expect(size_t n, const char *name)
{
	struct detection d = detect(bytes, n);

	ck_assert_str_eq(d.foreign ? d.foreign : d.codec->name, name);
}

/* Messages as gettext compiles them: offsets, which may be characters of UTF-32, then well-formed UTF-8. */
START_TEST(messages)
{
	enum { STRINGS = 40 };
	const char s[] = "Не удалось открыть файл";
	size_t n = put(0, 0x950412de, 4, false);

	for (unsigned i = 0; i < 2 * STRINGS; i++) {
		n = put(n, sizeof s - 1, 4, false);
		n = put(n, 0x4e00 + i * sizeof s, 4, false);
	}
	if (_i)
		n = put(0, 0x950412de, 4, false); /* hardly any offsets */
	for (unsigned i = 0; i < 5; i++)
		n = put(n, i + 1, 4, false);
	for (unsigned i = 0; i < STRINGS; i++)
		n = put_string(n, s, sizeof s);
	expect(n, "binary");
}
END_TEST

/* The index of an archive: numbers of four bytes, each many times, of planes that have few characters. */
START_TEST(archive)
{
	size_t n = PUT_STRING(0, "!<arch>\n/               0           0     0     0       720       `\n");

	for (unsigned i = 0; i < 180; i++)
		n = put(n, 0x33000 + i / 6 * 0x2a44, 4, true);
	n = PUT_STRING(n, "_init\0_fini\0");
	expect(n, "binary");
}
END_TEST

/* A terminal's description: numbers of two bytes, many of them -1, and names in ASCII, two letters of which may be Han. */
START_TEST(terminal)
{
	size_t n = 0;

	for (unsigned i = 0; i < 6; i++)
		n = put(n, i ? 7 * i : 0x11a, 2, false);
	n = PUT_STRING(n, "adm3a|lear siegler\0\1\1\0\1");
	for (unsigned i = 0; i < 60; i++)
		n = put(n, i % 8 ? 0xffff : 3 * i, 2, false);
	n = PUT_STRING(n, "\7\0\33=%p1%' '%+%c\0\n\0\36\0\32$<1>\0");
	expect(n, "binary");
}
END_TEST

/* A table of characters as numbers of four bytes, most of them none: in step or out of it, U+0300 or U+30000. */
START_TEST(table)
{
	static const unsigned long none[] = { 0x30000, 0x300 };
	size_t n = 0;

	for (unsigned i = 0; i < 128; i++)
		n = put(n, i, 4, false);
	for (unsigned i = 0; i < 512; i++)
		n = put(n, i % 32 ? none[_i] : 0x4e00 + i, 4, false);
	expect(n, "binary");
}
END_TEST

static const unsigned short common[] = { 0x7684, 0x4e00, 0x662f, 0x5728, 0x4eba, 0x6709, 0x6211, 0x4ed6, 0x8fd9 };

/* Common characters in UTF-16LE, and a number among so many of them: text that was damaged has one in twenty. */
START_TEST(wide)
{
	static const struct {
		unsigned every;
		const char *name;
	} row[] = { { 8, "binary" }, { 15, "binary" }, { 17, "utf-16le" }, { 31, "utf-16le" } };
	size_t n = 0;

	for (unsigned i = 0; i < 256; i++)
		n = put(n, i % row[_i].every ? common[i * 5 % ROWS(common)] : 3u, 2, false);
	expect(n, row[_i].name);
}
END_TEST

/* What could be UTF-16 with some bytes missing, at the head of what is none. */
START_TEST(head_like_text)
{
	enum { HEAD = 5000 };
	uint32_t seed = 1;
	size_t n = 0;

	for (unsigned i = 0; i < HEAD; i++)
		n = put(n, i % 24 ? common[i * 5 % ROWS(common)] : 5u, 2, false);
	for (unsigned i = 0; i < HEAD; i++) {
		seed = seed * 1664525 + 1013904223;
		n = put(n, seed >> 28 ? seed >> 16 : 5, 2, false);
	}
	expect(n, "binary");
}
END_TEST

/* Text has NULs, too: a hole, or one behind each name. */
START_TEST(text_with_nulls)
{
	static const struct {
		size_t hole;
		const char *text, *name;
		size_t n;
	} row[] = {
#define ROW(hole, text, name)                                                                                          \
	{                                                                                                              \
		hole, text, name, sizeof text - 1                                                                      \
	}
		ROW(600, "<title>written after a crash</title>", "utf-8"),
		ROW(600, "\xce\xd2\xc3\xc7\xbd\xf1\xcc\xec\xc8\xa5\xd1\xa7\xd0\xa3\xd1\xa7\xcf\xb0", "gb18030"),
		ROW(0, "./说明\0./图片\0./下载\0./网页\0./音乐\0./文件\0", "utf-8"),
		ROW(64, "", "binary"),
		ROW(1, "هج\0هم\0هى\0هي\0يج\0يح\0يخ\0يم\0يى\0يي\0ذٰ\0رٰ\0", "binary"),
	};

	for (size_t i = 0; i < ROWS(row); i++) {
		memset(bytes, 0, row[i].hole);
		expect(put_string(row[i].hole, row[i].text, row[i].n), row[i].name);
	}
}
END_TEST

/* Many short runs are numbers; one, or long ones, or single NULs are not. */
START_TEST(numbers)
{
	static const struct {
		const char *s;
		size_t n;
		bool has;
	} row[] = {
		{ "\1\0\0\2\0\0\3\0\0\4\0\0", 12, true },
		{ "\1\0\0\2\0\0\3\0\0\4\0", 11, false },
		{ "a\0\0b\0\0c\0\0d\0\0\n", 13, false },
		{ "\1\0\2\0\3\0\4\0\5\0\6\0", 12, false },
		{ "\1\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0\3\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0", 32, true },
		{ "\1\0\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0\0\3\0\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\0", 36, false },
		{ "", 0, false },
	};

	for (size_t i = 0; i < ROWS(row); i++)
		ck_assert_int_eq(binary_has_numbers((const unsigned char *)row[i].s, row[i].n), row[i].has);
}
END_TEST

/* Many runs are numbers, whatever stands beside them; fields of a fixed width are fewer. */
START_TEST(many_numbers)
{
	size_t n = 0;

	for (unsigned i = 0; i < 31; i++)
		n = put(n, 0x3d240000, 4, true);
	ck_assert(!binary_has_numbers(bytes, n));
	n = put(n, 0x3d240000, 4, true);
	ck_assert(binary_has_numbers(bytes, n));
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, stranger, 0, ROWS(strange));
	tcase_add_loop_test(t, random_bytes, 0, 20);
	tcase_add_test(t, numbers_before);
	tcase_add_loop_test(t, messages, 0, 2);
	tcase_add_test(t, archive);
	tcase_add_test(t, terminal);
	tcase_add_loop_test(t, table, 0, 2);
	tcase_add_loop_test(t, wide, 0, 4);
	tcase_add_test(t, head_like_text);
	tcase_add_test(t, text_with_nulls);
	tcase_add_test(t, numbers);
	tcase_add_test(t, many_numbers);
}

int main(void) { return suite_run("refused", add); }
