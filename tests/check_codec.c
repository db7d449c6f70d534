#include "codec.h"
#include "mem.h"
#include "suite.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RAW(b) (CP_RAW | (b))

/* What text in an encoding says. used: the bytes read where more may follow. */
static const struct {
	const char *codec, *in;
	size_t n, used;
	cp out[8];
	size_t nout;
} row[] = {
	{ "utf-8", "\xef\xbb\xbf\xe4\xb8\xad\xe4", 7, 6, { 0xfeff, 0x4e2d, RAW(0xe4) }, 3 },
	/* UTF-16: units, surrogates, marks */
	{ "utf-16le", "\xff\xfe\x2d\x4e", 4, 4, { 0xfeff, 0x4e2d }, 2 },
	{ "utf-16be", "\xfe\xff\x4e\x2d", 4, 4, { 0xfeff, 0x4e2d }, 2 },
	{ "utf-16le", "\x40\xd8\x00\xdc", 4, 4, { 0x20000 }, 1 },
	{ "utf-16be", "\xdb\xff\xdf\xff", 4, 4, { 0x10ffff }, 1 },
	{ "utf-16be", "\xd8\x40\0a", 4, 4, { RAW(0xd8), RAW(0x40), 'a' }, 3 }, /* high alone */
	{ "utf-16be", "\xdc\0\0a", 4, 4, { RAW(0xdc), RAW(0), 'a' }, 3 },      /* low alone */
	{ "utf-16be", "\xd8\x40\xd8\x40\xdc\0", 6, 6, { RAW(0xd8), RAW(0x40), 0x20000 }, 3 },
	{ "utf-16be", "\xd8\x40", 2, 0, { RAW(0xd8), RAW(0x40) }, 2 },
	{ "utf-16be", "\xd8\x40\xdc", 3, 0, { RAW(0xd8), RAW(0x40), RAW(0xdc) }, 3 },
	{ "utf-16le", "a\0b", 3, 2, { 'a', RAW('b') }, 2 }, /* half a unit */
	/* GB 18030: one, two and four bytes */
	{ "gb18030", "a\x80\xd6\xd0", 4, 4, { 'a', 0x20ac, 0x4e2d }, 3 },
	{ "gb18030", "\x81\x40\xfe\x4f", 4, 4, { 0x4e02, 0xfa29 }, 2 },
	{ "gb18030", "\xaa\xa1\xa2\xab\xfe\xfe", 6, 6, { 0xe000, 0xe766, 0xe4c5 }, 3 }, /* private use */
	{ "gb18030", "\xa3\xa0\xa8\xbf\xa6\xd9", 6, 6, { 0x3000, 0x1f9, 0xfe10 }, 3 },
	{ "gb18030", "\xfe\x51\xfe\x52\xfe\x53", 6, 6, { 0x20087, 0x20089, 0x200cc }, 3 }, /* as in 2005 */
	{ "gb18030", "\xfe\x6c\xfe\x76\xfe\x91", 6, 6, { 0x215d7, 0x2298f, 0x241fe }, 3 },
	{ "gb18030", "\x81\x30\x81\x30", 4, 4, { 0x80 }, 1 },
	{ "gb18030", "\x84\x31\x95\x33", 4, 4, { 0xfeff }, 1 },
	{ "gb18030", "\x84\x31\xa4\x39", 4, 4, { 0xffff }, 1 },
	{ "gb18030", "\x81\x35\xf4\x37", 4, 4, { 0xe7c7 }, 1 },
	{ "gb18030", "\x81\x39\xee\x39", 4, 4, { 0x3400 }, 1 },
	{ "gb18030", "\x90\x30\x81\x30", 4, 4, { 0x10000 }, 1 },
	{ "gb18030", "\xe3\x32\x9a\x35", 4, 4, { 0x10ffff }, 1 },
	/* no such code: the lead byte alone is lost */
	{ "gb18030", "\xff\xd6\xd0", 3, 3, { RAW(0xff), 0x4e2d }, 2 },
	{ "gb18030", "\xd6\x7f", 2, 2, { RAW(0xd6), 0x7f }, 2 },
	{ "gb18030", "\xd6<b>", 4, 4, { RAW(0xd6), '<', 'b', '>' }, 4 },
	{ "gb18030", "\xd6\xff\xd0\xa1", 4, 4, { RAW(0xd6), RAW(0xff), 0x5c0f }, 3 },
	{ "gb18030", "\x84\x31\xa5\x30", 4, 2, { RAW(0x84), '1', RAW(0xa5), '0' }, 4 }, /* after U+FFFF */
	{ "gb18030", "\xe3\x32\x9a\x36", 4, 2, { RAW(0xe3), '2', RAW(0x9a), '6' }, 4 }, /* after U+10FFFF */
	{ "gb18030",
	  "\xd6"
	  "1 2",
	  4,
	  4,
	  { RAW(0xd6), '1', ' ', '2' },
	  4 },
	{ "gb18030",
	  "\xd6"
	  "1\xd6\xd0",
	  4,
	  4,
	  { RAW(0xd6), '1', 0x4e2d },
	  3 },
	{ "gb18030",
	  "\xd6"
	  "1\xff",
	  3,
	  3,
	  { RAW(0xd6), '1', RAW(0xff) },
	  3 },
	/* cut short: wait, and at the end give up */
	{ "gb18030", "a\xd6", 2, 1, { 'a', RAW(0xd6) }, 2 },
	{ "gb18030", "\x81\x30", 2, 0, { RAW(0x81), '0' }, 2 },
	{ "gb18030", "\x81\x30\x81", 3, 0, { RAW(0x81), '0', RAW(0x81) }, 3 },
	/* Big5 and its supplements */
	{ "big5", "a\xa4\xa4\xa4\xe5", 5, 5, { 'a', 0x4e2d, 0x6587 }, 3 },
	{ "big5", "\xa1\x40\xf9\xd5\xc6\xe7", 6, 6, { 0x3000, 0x9f98, 0x3041 }, 3 },
	{ "big5", "\xa3\xe1\xa1\x45\xa1\x5a", 6, 6, { 0x20ac, 0x2027, 0x2574 }, 3 },
	{ "big5", "\x88\x62\x88\x64\x88\xa3\x88\xa5", 8, 8, { 0xca, 0x304, 0xca, 0x30c, 0xea, 0x304, 0xea, 0x30c }, 8 },
	{ "big5", "\x87\x45\x87\x40\xfe\xfe", 6, 6, { 0x27267, 0x43f0, 0x79d4 }, 3 },
	{ "big5", "\x80\xff\xa4\xa4", 4, 4, { RAW(0x80), RAW(0xff), 0x4e2d }, 3 },
	{ "big5", "\xa4<\xa4\xa4", 4, 4, { RAW(0xa4), '<', 0x4e2d }, 3 },
	{ "big5", "\xa4\x7f\xa4\x80", 4, 4, { RAW(0xa4), 0x7f, RAW(0xa4), RAW(0x80) }, 4 },
	{ "big5", "\xa4\x9f\xa4\xa4", 4, 4, { RAW(0xa4), RAW(0x9f), 0x4e2d }, 3 }, /* no code: keep in step, */
	{ "big5", "\x81\x41\xa4\xa4", 4, 4, { RAW(0x81), 'A', 0x4e2d }, 3 },       /* but keep ASCII */
	{ "big5", "\x81\xa4\xa4\xa4", 4, 4, { RAW(0x81), RAW(0xa4), 0x4e2d }, 3 },
	{ "big5", "a\xa4", 2, 1, { 'a', RAW(0xa4) }, 2 },
	/* a colour in the midst of a character: moved before it, if it is one */
	{ "big5", "\xa4\x1b[m\xa4", 5, 5, { 0x1b, '[', 'm', 0x4e2d }, 4 },
	{ "big5", "\xa4\x1b[m\x1b[1m\xa4", 9, 9, { 0x1b, '[', 'm', 0x1b, '[', '1', 'm', 0x4e2d }, 8 },
	{ "big5", "\xa4\xa4\xa5\x1b[m@", 7, 7, { 0x4e2d, 0x1b, '[', 'm', 0x4e16 }, 5 },
	{ "big5", "\x88\x1b[m\x62", 5, 5, { 0x1b, '[', 'm', 0xca, 0x304 }, 5 },
	{ "big5", "\xa4\x1b[m<", 5, 5, { RAW(0xa4), 0x1b, '[', 'm', '<' }, 5 },
	{ "big5", "\xa4\x1b[m\x9f", 5, 4, { RAW(0xa4), 0x1b, '[', 'm', RAW(0x9f) }, 5 },
	{ "big5", "\xa4\x1b[H\xa4\xa4", 6, 6, { RAW(0xa4), 0x1b, '[', 'H', 0x4e2d }, 5 },
	{ "big5", "\xa4\xa4\x1b[m\xa4\xa4", 7, 7, { 0x4e2d, 0x1b, '[', 'm', 0x4e2d }, 5 },
	{ "big5", "\xa4\x9f\x1b[m\xa4\xa4", 7, 7, { RAW(0xa4), RAW(0x9f), 0x1b, '[', 'm', 0x4e2d }, 6 },
	{ "big5", "\x80\x1b[m\xa4\xa4", 6, 6, { RAW(0x80), 0x1b, '[', 'm', 0x4e2d }, 5 },
	{ "big5", "a\xa4\x1b", 3, 1, { 'a', RAW(0xa4), 0x1b }, 3 },
	{ "big5", "a\xa4\x1b[1;", 6, 1, { 'a', RAW(0xa4), 0x1b, '[', '1', ';' }, 6 },
	{ "big5", "a\xa4\x1b[m", 5, 1, { 'a', RAW(0xa4), 0x1b, '[', 'm' }, 5 },
	{ "gb18030", "\xd6\x1b[1m\xd0", 6, 6, { 0x1b, '[', '1', 'm', 0x4e2d }, 5 },
	{ "gb18030", "\xfe\x1b[m\x51", 5, 5, { 0x1b, '[', 'm', 0x20087 }, 4 },
	{ "gb18030", "\xd6\x1b[m1", 5, 5, { RAW(0xd6), 0x1b, '[', 'm', '1' }, 5 },
	{ "gb18030", "\x81\x30\x81\x1b[m\xa1", 7, 7, { RAW(0x81), '0', 0x1b, '[', 'm', 0x4eed }, 6 },
	{ "gb18030", "a\xd6\x1b[m", 5, 1, { 'a', RAW(0xd6), 0x1b, '[', 'm' }, 5 },
	/* EUC-TW: planes of CNS 11643 */
	{ "euc-tw", "a\xc4\xe3\xc5\xc6", 5, 5, { 'a', 0x4e2d, 0x6587 }, 3 },
	{ "euc-tw", "\x8e\xa1\xc4\xa1\x8e\xa2\xa1\xa1", 8, 8, { 0x4e00, 0x4e42 }, 2 },
	{ "euc-tw", "\x8e\xa3\xa1\xa2\x8e\xaf\xa1\xa1", 8, 8, { 0x4e36, 0x20002 }, 2 },
	{ "euc-tw", "\xc4<\xc4\xe3", 4, 4, { RAW(0xc4), '<', 0x4e2d }, 3 },
	{ "euc-tw", "\xfd\xfe\xc4\xe3", 4, 4, { RAW(0xfd), RAW(0xfe), 0x4e2d }, 3 }, /* no code: keep in step */
	{ "euc-tw", "\x8e\xb1\xc4\xe3", 4, 4, { RAW(0x8e), RAW(0xb1), RAW(0xc4), RAW(0xe3) }, 4 }, /* no such plane */
	{ "euc-tw", "\x8e\xb0\xc4\xe3", 4, 4, { RAW(0x8e), RAW(0xb0), RAW(0xc4), RAW(0xe3) }, 4 },
	{ "euc-tw", "a\x8e\xa2\xc4", 4, 1, { 'a', RAW(0x8e), RAW(0xa2), RAW(0xc4) }, 4 },
	/* UTF-32 */
	{ "utf-32le", "\xff\xfe\0\0\x2d\x4e\0\0", 8, 8, { 0xfeff, 0x4e2d }, 2 },
	{ "utf-32be", "\0\1\0\0\0\x10\xff\xff", 8, 8, { 0x10000, 0x10ffff }, 2 },
	{ "utf-32be", "\0\0\xd8\0", 4, 4, { RAW(0), RAW(0), RAW(0xd8), RAW(0) }, 4 }, /* a surrogate */
	{ "utf-32be", "\0\x11\0\0\0\0\0a", 8, 8, { RAW(0), RAW(0x11), RAW(0), RAW(0), 'a' }, 5 },
	{ "utf-32le", "a\0\0\0b\0\0", 7, 4, { 'a', RAW('b'), RAW(0), RAW(0) }, 4 },
	/* HZ: shifts, lines */
	{ "hz", "~{VPND~}", 8, 8, { 0x4e2d, 0x6587 }, 2 },
	{ "hz", "~~~\n~{VP", 8, 8, { '~', 0x4e2d }, 2 },
	{ "hz", "~{VP\nVP", 7, 7, { 0x4e2d, '\n', 'V', 'P' }, 4 }, /* a line ends in ASCII */
	{ "hz", "~}~a~", 5, 4, { '~', '}', '~', 'a', '~' }, 5 },    /* tildes that mean nothing */
	{ "hz", "~{\0V ~}a", 8, 8, { 0, 'V', ' ', 'a' }, 4 },
	{ "hz", "~{*!VP", 6, 6, { RAW('*'), RAW('!'), 0x4e2d }, 3 }, /* no character */
	{ "hz", "~{V", 3, 2, { 'V' }, 1 },
	/* ISO-2022-CN: designations, shifts */
	{ "iso-2022-cn", "\x1b$)A\x0eVP\x0f", 8, 8, { 0x4e2d }, 1 },
	{ "iso-2022-cn", "\x1b$)G\x0e\x44\x21", 7, 7, { 0x4e00 }, 1 },
	{ "iso-2022-cn", "\x1b$*H\x1bN!!", 8, 8, { 0x4e42 }, 1 },
	{ "iso-2022-cn", "\x1b$+I\x1bO!\"", 8, 8, { 0x4e36 }, 1 },
	{ "iso-2022-cn", "\x1b$)A\x0e\nVP", 8, 8, { '\n', 'V', 'P' }, 3 }, /* a line ends in ASCII */
	{ "iso-2022-cn", "\x0eV\x0f\x1b[1m", 7, 7, { 0x0e, 'V', 0x0f, 0x1b, '[', '1', 'm' }, 7 }, /* none of ours */
	{ "iso-2022-cn", "\x1b$)B\x1bNVP", 8, 8, { 0x1b, '$', ')', 'B', 0x1b, 'N', 'V', 'P' }, 8 },
	{ "iso-2022-cn", "a\x1b$)", 4, 1, { 'a', 0x1b, '$', ')' }, 4 },
	{ "iso-2022-cn", "\x1b$)E\x0e,!VP", 9, 9, { 0x53be, 0x4e2d }, 2 }, /* ISO-IR-165 */
	{ "iso-2022-cn", "\x1b$*H\x1bN!!\x1b$)AVP", 14, 14, { 0x4e42, 0x4e2d }, 2 }, /* glibc forgets SO */
	/* UTF-7 */
	{ "utf-7", "+Ti1lhw-", 8, 8, { 0x4e2d, 0x6587 }, 2 },
	{ "utf-7", "+Ti0,+-+", 8, 8, { 0x4e2d, ',', '+', '+' }, 4 },
	{ "utf-7", "+2AHcNw-", 8, 8, { 0x10437 }, 1 },
	{ "utf-7", "+2AE-", 5, 5, { RAW('E') }, 1 },
	{ "utf-7", "+3AA-", 5, 5, { RAW('A') }, 1 },
	{ "utf-7", "a+b c", 5, 5, { 'a', RAW('b'), ' ', 'c' }, 4 }, /* no whole unit */
	{ "utf-7", "\x80+ +Ti0", 7, 7, { RAW(0x80), '+', ' ', 0x4e2d }, 4 },
};

static void same(const char *what, const struct buf *got, const cp *want, size_t n)
{
	if (got->n != n || memcmp(got->p, want, n * sizeof *want)) {
		for (size_t i = 0; i < got->n && i < 12; i++)
			fprintf(stderr, " %X", (unsigned)got->p[i]);
		ck_abort_msg("%s: %zu code points, not %zu, or others", what, got->n, n);
	}
}

START_TEST(decode)
{
	const struct codec *codec = codec_find(row[_i].codec);
	const unsigned char *in = (const unsigned char *)row[_i].in;
	struct buf out = BUF_INIT;

	ck_assert_uint_eq(codec->decode(NULL, in, row[_i].n, true, &out), row[_i].n);
	same(row[_i].codec, &out, row[_i].out, row[_i].nout);
	out.n = 0;
	ck_assert_uint_eq(codec->decode(NULL, in, row[_i].n, false, &out), row[_i].used);
	buf_free(&out);
}
END_TEST

/* Bytes that codec may leave unread. */
static size_t left(const struct codec *codec)
{
	return codec == &codec_big5 || codec == &codec_gb18030 ? CODEC_LONGEST - 1 : 7;
}

/* Decodes in[0..n), given in two or more pieces: a new one begins where cut[i] is set. */
static struct buf in_pieces(const struct codec *codec, const unsigned char *in, size_t n, const unsigned char *cut)
{
	struct buf out = BUF_INIT;
	void *state = codec->open ? codec->open(codec) : NULL;
	size_t at = 0;

	for (size_t i = 1; i <= n; i++) {
		if (i < n && !cut[i])
			continue;
		size_t used = codec->decode(state, in + at, i - at, i == n, &out);

		if (used > i - at || i - at - used > (i == n ? 0 : left(codec)))
			ck_abort_msg("%s: left %zu bytes unread", codec->name, i - at - used);
		at += used;
	}
	if (codec->close)
		codec->close(state);
	return out;
}

START_TEST(any_cut)
{
	const struct codec *codec = codec_find(row[_i].codec);
	const unsigned char *in = (const unsigned char *)row[_i].in;

	for (unsigned cuts = 0; cuts < 1u << (row[_i].n - 1); cuts++) {
		unsigned char cut[16] = { 0 };

		for (size_t i = 1; i < row[_i].n; i++)
			cut[i] = cuts >> (i - 1) & 1;
		struct buf out = in_pieces(codec, in, row[_i].n, cut);

		same("in pieces", &out, row[_i].out, row[_i].nout);
		buf_free(&out);
	}
}
END_TEST

static uint32_t seed;
static unsigned roll(unsigned n) /* a linear congruential generator: the same numbers everywhere */
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

/* Bytes that often make codes and often break them; ten random cuts each. */
static void random_cuts(const struct codec *codec)
{
	enum { SIZE = 4000 };
	static const unsigned char byte[] = { 'a',  '0',  '9',  '\n', 0,    0x1b, '$',  '~',  0x7f, 0x80, 0x81,
					      0x8e, 0xa1, 0xa4, 0xb0, 0xd6, 0xd8, 0xdc, 0xe4, 0xf0, 0xfe, 0xff };
	unsigned char in[SIZE], cut[SIZE], none[SIZE] = { 0 };

	seed = 1;
	for (int round = 0; round < 50; round++) {
		for (size_t i = 0; i < SIZE; i++)
			in[i] = (unsigned char)(roll(3) ? byte[roll(sizeof byte)] : roll(256));
		for (size_t i = 0; i + 10 < SIZE; i += 1 + roll(100))
			memcpy(in + i, "\x1b[1;31m\x1b[m", 2 + roll(9)); /* colours, or a part of them */
		struct buf whole = in_pieces(codec, in, SIZE, none);

		for (int k = 0; k < 10; k++) {
			unsigned often = 1 + roll(40);

			for (size_t i = 0; i < SIZE; i++)
				cut[i] = !roll(often);
			struct buf out = in_pieces(codec, in, SIZE, cut);

			same(codec->name, &out, whole.p, whole.n);
			buf_free(&out);
		}
		buf_free(&whole);
	}
}

START_TEST(random_cut) { random_cuts(codec_all[_i]); }
END_TEST

static const struct {
	const char *label, *name;
} label[] = {
	{ "utf-8", "utf-8" },
	{ "UTF8", "utf-8" },
	{ "Utf_8", "utf-8" },
	{ "gb2312", "gb18030" },
	{ "GBK", "gb18030" },
	{ "GB_2312-80", "gb18030" },
	{ "cp936", "gb18030" },
	{ "x-gbk", "gb18030" },
	{ "Big5", "big5-hkscs" },
	{ "BIG5-HKSCS", "big5-hkscs" },
	{ "cp950", "big5-hkscs" },
	{ "x_x_big5", "big5-hkscs" },
	{ "utf-16", "utf-16le" },
	{ "UTF-16BE", "utf-16be" },
	{ "unicodefffe", "utf-16be" },
	{ "", NULL },
	{ "utf", NULL },
	{ "utf-88", NULL },
	{ "euc-jp", NULL },
};

START_TEST(find)
{
	const struct codec *codec = codec_find(label[_i].label);

	ck_assert_ptr_eq(codec, label[_i].name ? codec_find(label[_i].name) : NULL);
	if (codec)
		ck_assert_str_eq(codec->name, label[_i].name);
}
END_TEST

/* Through iconv: what text says, whole and in any two pieces. */
static const struct {
	const char *codec, *in;
	size_t n;
	cp out[8];
	size_t nout;
} other[] = {
	{ "EUC-JP", "\xc6\xfc\xcb\xdc", 4, { 0x65e5, 0x672c }, 2 },
	{ "EUC-JP", "\xc6<\xff\xc6\xfc", 5, { RAW(0xc6), '<', RAW(0xff), 0x65e5 }, 4 },
	{ "EUC-JP", "a\xc6", 2, { 'a', RAW(0xc6) }, 2 },
	{ "ISO-2022-JP",
	  "\x1b$B"
	  "F|"
	  "\x1b(B"
	  "a",
	  9,
	  { 0x65e5, 'a' },
	  2 }, /* state between calls */
	{ "LATIN1", "caf\xe9", 4, { 'c', 'a', 'f', 0xe9 }, 4 },
	{ "windows-1253", "a\xaa\xe1", 3, { 'a', RAW(0xaa), 0x3b1 }, 3 },
	{ "CP1258",
	  "a\xcc"
	  "a",
	  3,
	  { 0xe0, 'a' },
	  2 }, /* iconv holds a letter back, to see if a mark follows */
};

START_TEST(through_iconv)
{
	struct codec *codec = codec_iconv(other[_i].codec);

	if (!codec)
		return;
	for (size_t at = 0; at < other[_i].n; at++) {
		unsigned char cut[16] = { 0 };

		cut[at] = 1;
		struct buf out = in_pieces(codec, (const unsigned char *)other[_i].in, other[_i].n, cut);

		same(codec->name, &out, other[_i].out, other[_i].nout);
		buf_free(&out);
	}
	free(codec);
}
END_TEST

START_TEST(through_iconv_in_random_pieces)
{
	const char *const *labels, *name;

	for (unsigned i = 0; (name = codec_iconv_name(i, &labels)) != NULL; i++) {
		struct codec *codec = codec_iconv(name);

		if (codec)
			random_cuts(codec);
		free(codec);
	}
}
END_TEST

START_TEST(unknown_to_iconv)
{
	static const char *const name[] = { "", "no-such-encoding", "LATIN1//TRANSLIT", "LATIN1/", "IBM1390", "UTF-16" };

	for (size_t i = 0; i < sizeof name / sizeof *name; i++)
		ck_assert_ptr_null(codec_iconv(name[i]));
}
END_TEST

static void add(TCase *t)
{
	int codecs = 0;

	while (codec_all[codecs])
		codecs++;
	tcase_add_loop_test(t, decode, 0, ROWS(row));
	tcase_add_loop_test(t, any_cut, 0, ROWS(row));
	tcase_add_loop_test(t, random_cut, 0, codecs);
	tcase_add_loop_test(t, find, 0, ROWS(label));
	tcase_add_loop_test(t, through_iconv, 0, ROWS(other));
	tcase_add_test(t, through_iconv_in_random_pieces);
	tcase_add_test(t, unknown_to_iconv);
}

int main(void) { return suite_run("codec", add); }
