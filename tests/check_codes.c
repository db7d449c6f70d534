/* Every code of the Chinese encodings, against the test data of a decoder that conforms to the Encoding Standard (where
   Debian's librust-encoding-rs-dev is installed, or ENCODING_RS names the directory), and against iconv(3), there and
   back. */
#include "codec.h"
#include "mem.h"
#include "suite.h"
#include <glob.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

/* A code of one to four bytes. */
struct code {
	unsigned char byte[4];
	size_t n;
};

/* What iconv makes of in[0..n): how many bytes, at most room, or 0 where it refuses. */
static size_t convert(iconv_t cd, const unsigned char *in, size_t n, unsigned char *out, size_t room)
{
	char *p = (char *)in, *q = (char *)out;
	size_t left = room;

	iconv(cd, NULL, NULL, NULL, NULL);
	if (iconv(cd, &p, &n, &q, &left) == (size_t)-1 || iconv(cd, NULL, NULL, &q, &left) == (size_t)-1)
		return 0;
	return room - left;
}

/* The code points that iconv makes of code: how many, or 0. */
static size_t theirs(iconv_t cd, struct code code, cp out[4])
{
	unsigned char bytes[16];
	size_t n = convert(cd, code.byte, code.n, bytes, sizeof bytes) / 4;

	for (size_t i = 0; i < n; i++)
		out[i] = (cp)bytes[4 * i] << 24 | (cp)bytes[4 * i + 1] << 16 | (cp)bytes[4 * i + 2] << 8
			 | bytes[4 * i + 3];
	return n;
}

/* The code that iconv gives the code points of text; n is 0 where it has none. */
static struct code written_by(iconv_t cd, const struct buf *text)
{
	unsigned char bytes[16];
	struct code code;

	for (size_t i = 0; i < 4 * text->n && i < sizeof bytes; i++)
		bytes[i] = (unsigned char)(text->p[i / 4] >> (24 - 8 * (i % 4)));
	code.n = convert(cd, bytes, 4 * text->n, code.byte, sizeof code.byte);
	return code;
}

/* Where iconv, or another encoder, disagrees: how many codes from first to last, read as numbers. */
struct difference {
	const char *iconv;
	uint32_t first, last;
	unsigned n;
};

static uint32_t number(struct code code)
{
	uint32_t v = 0;

	for (size_t i = 0; i < code.n; i++)
		v = v << 8 | code.byte[i];
	return v;
}

/* Counts code in the difference that it belongs to; fails where there is none. */
static void expect(const struct difference *d, size_t rows, unsigned *found, const char *name, struct code code)
{
	for (size_t k = 0; k < rows; k++)
		if (!strcmp(d[k].iconv, name) && number(code) >= d[k].first && number(code) <= d[k].last) {
			found[k]++;
			return;
		}
	ck_abort_msg("%s: %0*X differs", name, (int)(2 * code.n), (unsigned)number(code));
}

static void expected(const struct difference *d, size_t rows, const unsigned *found, const char *name)
{
	for (size_t k = 0; k < rows; k++)
		if (!strcmp(d[k].iconv, name) && found[k] != d[k].n)
			ck_abort_msg("%s: %u of %u differ from %X on", name, found[k], d[k].n, (unsigned)d[k].first);
}

/* The codes of an encoding by their place in it: fills *code, false behind the last. */
typedef bool codes(unsigned i, struct code *code);

static bool two(unsigned i, struct code *code)
{
	*code = (struct code){ { (unsigned char)(0x81 + i / 191), (unsigned char)(0x40 + i % 191) }, 2 };
	return i < 126 * 191;
}

static bool four(unsigned i, struct code *code)
{
	*code = (struct code){ { (unsigned char)(0x81 + i / 12600), (unsigned char)('0' + i / 1260 % 10),
				 (unsigned char)(0x81 + i / 10 % 126), (unsigned char)('0' + i % 10) },
			       4 };
	return i < 126 * 10 * 126 * 10;
}

static bool euctw_two(unsigned i, struct code *code)
{
	*code = (struct code){ { (unsigned char)(0xa1 + i / 94), (unsigned char)(0xa1 + i % 94) }, 2 };
	return i < 94 * 94;
}

static bool euctw_four(unsigned i, struct code *code)
{
	*code = (struct code){ { 0x8e, (unsigned char)(0xa1 + i / 8836), (unsigned char)(0xa1 + i / 94 % 94),
				 (unsigned char)(0xa1 + i % 94) },
			       4 };
	return i < 16 * 94 * 94;
}

/* What is read otherwise. */
static const struct difference reads[] = {
	{ "GB18030", 0xa3a0, 0xa3a0, 1 },         /* an ideographic space in the Standard, private use there */
	{ "BIG5-HKSCS", 0xa145, 0xa247, 11 },     /* symbols: bullets, full-width forms */
	{ "CP950", 0xc6a1, 0xc8fe, 365 },         /* kana, Cyrillic, circled digits: private use there */
	{ "CP950", 0xf9fe, 0xf9fe, 1 },           /* a block: U+FFED in the Standard, U+2593 there */
	{ "EUC-TW", 0x8ea2cce1, 0x8eaffefe, 27 }, /* characters that Unihan moved since */
};

static const struct {
	const char *codec, *iconv;
	codes *codes;
	unsigned refused, missing;     /* codes that only we have, and that only iconv has */
	unsigned unwritten, otherwise; /* that iconv does not write, and writes as another code of the same text */
} set[] = {
	{ "gb18030", "GB18030", two, 0, 0, 0, 1 },
	/* iconv has no four-byte code for the 18 characters (U+9FB4 to U+9FBB, U+FE10 to U+FE19) that have two bytes
	   now; they, and the six of 2005, have two codes */
	{ "gb18030", "GB18030", four, 18, 0, 0, 24 },
	{ "big5", "BIG5-HKSCS", two, 131, 0, 48, 102 }, /* duplicates, control pictures, the euro sign */
	{ "big5", "CP950", two, 4726, 43, 5021, 81 },   /* the supplementary characters; private use */
	/* duplicates, and symbols of the later editions */
	{ "euc-tw", "EUC-TW", euctw_two, 8, 0, 6, 2 },
	{ "euc-tw", "EUC-TW", euctw_four, 3088, 0, 3102, 5881 }, /* planes 10 to 14; plane 1 has two bytes, too */
};

static bool is_text(const struct buf *b) { return b->p[0] < CP_RAW; }

START_TEST(read_as_iconv)
{
	iconv_t cd = iconv_open("UTF-32BE", set[_i].iconv);
	unsigned refused = 0, missing = 0, found[ROWS(reads)] = { 0 };
	struct buf ours = BUF_INIT;
	struct code code;

	if (cd == (iconv_t)-1)
		return;
	for (unsigned i = 0; set[_i].codes(i, &code); i++) {
		cp other[4];
		size_t k = theirs(cd, code, other);

		ours.n = 0;
		codec_find(set[_i].codec)->decode(NULL, code.byte, code.n, true, &ours);
		refused += !k && is_text(&ours);
		missing += k && !is_text(&ours);
		if (k && is_text(&ours) && (ours.n != k || memcmp(ours.p, other, k * sizeof *other)))
			expect(reads, ROWS(reads), found, set[_i].iconv, code);
	}
	buf_free(&ours);
	iconv_close(cd);
	if (set[_i].codes == two || set[_i].codes == euctw_four)
		expected(reads, ROWS(reads), found, set[_i].iconv);
	ck_assert_uint_eq(refused, set[_i].refused);
	ck_assert_uint_eq(missing, set[_i].missing);
}
END_TEST

/* What a code says is written by iconv as that code, or as another that says the same, or is read otherwise by iconv.
 */
START_TEST(comes_back)
{
	iconv_t cd = iconv_open(set[_i].iconv, "UTF-32BE");
	codec_decode *decode = codec_find(set[_i].codec)->decode;
	unsigned unwritten = 0, otherwise = 0, found[ROWS(reads)] = { 0 };
	struct buf text = BUF_INIT, again = BUF_INIT;
	struct code code;

	if (cd == (iconv_t)-1)
		return;
	for (unsigned i = 0; set[_i].codes(i, &code); i++) {
		text.n = again.n = 0;
		decode(NULL, code.byte, code.n, true, &text);
		if (!is_text(&text))
			continue;
		struct code written = written_by(cd, &text);

		unwritten += !written.n;
		if (!written.n || number(written) == number(code))
			continue;
		otherwise++;
		decode(NULL, written.byte, written.n, true, &again);
		if (again.n != text.n || memcmp(again.p, text.p, text.n * sizeof *text.p))
			expect(reads, ROWS(reads), found, set[_i].iconv, written);
	}
	buf_free(&text);
	buf_free(&again);
	iconv_close(cd);
	ck_assert_uint_eq(unwritten, set[_i].unwritten);
	ck_assert_uint_eq(otherwise, set[_i].otherwise);
}
END_TEST

/* Places that the Encoding Standard of 2020, of which the test data is, has for private use, or for the character of
   another edition: dict/codec.py says why. */
static const struct difference later[] = {
	{ "gb18030", 0xa6d9, 0xa6df, 7 },
	{ "gb18030", 0xa6ec, 0xa6ed, 2 },
	{ "gb18030", 0xa6f3, 0xa6f3, 1 },
	{ "gb18030", 0xfe51, 0xfea0, 14 },
};

static const char *const standard[] = { "gb18030", "big5" };

/* The text of the file NAME_PART.txt among the test data, or NULL: there is none. The caller frees it. */
static unsigned char *test_data(const char *name, const char *part, size_t *n)
{
	const char *dir = getenv("ENCODING_RS");
	unsigned char *text = NULL;
	char path[4096];
	glob_t found;

	snprintf(path, sizeof path, "%s/%s_%s.txt", dir ? dir : "/usr/share/cargo/registry/encoding_rs-*/src/test_data",
		 name, part);
	if (!glob(path, 0, NULL, &found)) {
		FILE *f = fopen(found.gl_pathv[0], "rb");
		enum { MOST = 1 << 20 };

		ck_assert_ptr_nonnull(f);
		text = mem_zalloc(MOST);
		*n = fread(text, 1, MOST, f);
		fclose(f);
	}
	globfree(&found);
	return text;
}

/* The next line of text[0..n) from *at on; moves *at behind it. */
static const unsigned char *line(const unsigned char *text, size_t n, size_t *at, size_t *len)
{
	const unsigned char *p = text + *at, *end = memchr(p, '\n', n - *at);

	*len = end ? (size_t)(end - p) : n - *at;
	*at += *len + (end != NULL);
	return p;
}

START_TEST(read_as_the_standard)
{
	const char *name = standard[_i];
	size_t n_in, n_ref, at_in = 0, at_ref = 0;
	unsigned char *in = test_data(name, "in", &n_in), *ref = test_data(name, "in_ref", &n_ref);
	unsigned found[ROWS(later)] = { 0 }, compared = 0;
	struct buf ours = BUF_INIT, theirs = BUF_INIT;

	if (!in || !ref) {
		fprintf(stderr, "no test data of encoding_rs: %s not compared with it\n", name);
		return;
	}
	while (at_in < n_in && at_ref < n_ref) {
		size_t len, len_ref;
		const unsigned char *code = line(in, n_in, &at_in, &len), *said = line(ref, n_ref, &at_ref, &len_ref);

		ours.n = theirs.n = 0;
		codec_find(name)->decode(NULL, code, len, true, &ours);
		codec_utf8.decode(NULL, said, len_ref, true, &theirs);
		compared += len == 2;
		if (len != 2 || (theirs.p[0] == 0xfffd && !is_text(&ours)))
			continue;
		if (ours.n != theirs.n || memcmp(ours.p, theirs.p, ours.n * sizeof *ours.p))
			expect(later, ROWS(later), found, name, (struct code){ { code[0], code[1] }, 2 });
	}
	ck_assert_uint_gt(compared, 19000);
	expected(later, ROWS(later), found, name);
	free(in);
	free(ref);
	buf_free(&ours);
	buf_free(&theirs);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, read_as_iconv, 0, ROWS(set));
	tcase_add_loop_test(t, comes_back, 0, ROWS(set));
	tcase_add_loop_test(t, read_as_the_standard, 0, ROWS(standard));
}

int main(void) { return suite_run("codes", add); }
