/* Encodings that the program has no decoder of its own for, through iconv(3) and only where the user names one. These are
   those of the Encoding Standard and a few more that text is in; others stay shut, as iconv's rare ones have had holes. */
#include "codec.h"
#include "mem.h"
#include "msg.h"
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

/* Code points come four bytes each, high byte first: the one form whose byte order no iconv leaves to the machine. */
static const char unicode[] = "UTF-32BE";
enum { BYTES = 4, BLOCK = 1024 };

struct named {
	const char *name, *iconv; /* ours, and iconv's: that of the largest set */
	const char *const *labels;
};

#define LABELS(...) (const char *const[]){ __VA_ARGS__, NULL }
static const struct named others[] = {
	{ "euc-jp", "EUC-JP", LABELS("eucjp", "x-euc-jp", "cseucpkdfmtjapanese") },
	{ "shift_jis", "CP932", LABELS("shift-jis", "sjis", "x-sjis", "cp932", "ms932", "windows-31j", "csshiftjis") },
	{ "iso-2022-jp", "ISO-2022-JP", LABELS("iso2022jp", "csiso2022jp") },
	{ "euc-kr", "CP949", LABELS("euckr", "cp949", "uhc", "windows-949", "ks-c-5601-1987", "korean", "cseuckr") },
	{ "iso-2022-kr", "ISO-2022-KR", LABELS("iso2022kr", "csiso2022kr") },
	{ "iso-8859-1", "ISO-8859-1", LABELS("iso8859-1", "latin1", "latin-1", "l1") },
	{ "iso-8859-2", "ISO-8859-2", LABELS("iso8859-2", "latin2", "l2") },
	{ "iso-8859-3", "ISO-8859-3", LABELS("iso8859-3", "latin3") },
	{ "iso-8859-4", "ISO-8859-4", LABELS("iso8859-4", "latin4") },
	{ "iso-8859-5", "ISO-8859-5", LABELS("iso8859-5", "cyrillic") },
	{ "iso-8859-6", "ISO-8859-6", LABELS("iso8859-6", "arabic") },
	{ "iso-8859-7", "ISO-8859-7", LABELS("iso8859-7", "greek") },
	{ "iso-8859-8", "ISO-8859-8", LABELS("iso8859-8", "hebrew", "iso-8859-8-i") },
	{ "iso-8859-9", "ISO-8859-9", LABELS("iso8859-9", "latin5") },
	{ "iso-8859-10", "ISO-8859-10", LABELS("iso8859-10", "latin6") },
	{ "iso-8859-13", "ISO-8859-13", LABELS("iso8859-13") },
	{ "iso-8859-14", "ISO-8859-14", LABELS("iso8859-14") },
	{ "iso-8859-15", "ISO-8859-15", LABELS("iso8859-15", "latin9", "latin-9") },
	{ "iso-8859-16", "ISO-8859-16", LABELS("iso8859-16") },
	{ "windows-874", "CP874", LABELS("cp874", "tis-620", "iso-8859-11", "dos-874") },
	{ "windows-1250", "CP1250", LABELS("cp1250", "x-cp1250") },
	{ "windows-1251", "CP1251", LABELS("cp1251", "x-cp1251") },
	{ "windows-1252", "CP1252", LABELS("cp1252", "x-cp1252") },
	{ "windows-1253", "CP1253", LABELS("cp1253", "x-cp1253") },
	{ "windows-1254", "CP1254", LABELS("cp1254", "x-cp1254") },
	{ "windows-1255", "CP1255", LABELS("cp1255", "x-cp1255") },
	{ "windows-1256", "CP1256", LABELS("cp1256", "x-cp1256") },
	{ "windows-1257", "CP1257", LABELS("cp1257", "x-cp1257") },
	{ "windows-1258", "CP1258", LABELS("cp1258", "x-cp1258") },
	{ "koi8-r", "KOI8-R", LABELS("koi8", "cskoi8r") },
	{ "koi8-u", "KOI8-U", LABELS("koi8-ru") },
	{ "ibm850", "CP850", LABELS("cp850", "csibm850") },
	{ "ibm852", "CP852", LABELS("cp852", "csibm852") },
	{ "ibm855", "CP855", LABELS("cp855", "csibm855") },
	{ "ibm866", "CP866", LABELS("cp866", "csibm866") },
	{ "macintosh", "MACINTOSH", LABELS("mac", "macroman", "x-mac-roman", "csmacintosh") },
	{ "x-mac-cyrillic", "MAC-CYRILLIC", LABELS("mac-cyrillic", "maccyrillic", "x-mac-ukrainian") },
};

static void *begin(const struct codec *codec)
{
	const struct named *named = codec->data;
	iconv_t cd = iconv_open(unicode, named->iconv);

	if (cd == (iconv_t)-1) { /* it was there when the codec was made: no memory, or no descriptor */
		msg(NULL, "%s: %s", named->name, strerror(errno));
		exit(MSG_TROUBLE);
	}
	return cd;
}

static void finish(void *state) { iconv_close((iconv_t)state); }

static void put(struct buf *out, const unsigned char *p, size_t n)
{
	cp *w = buf_room(out, n / BYTES);

	for (size_t i = 0; i + BYTES <= n; i += BYTES) {
		cp c = (cp)p[i] << 24 | (cp)p[i + 1] << 16 | (cp)p[i + 2] << 8 | p[i + 3];

		*w++ = c > CP_MAX || (c >= 0xd800 && c < 0xe000) ? 0xfffd : c;
	}
	out->n += n / BYTES;
}

/* iconv() once, into out: 0, or its errno. in NULL: what it holds back at the end. *moved: it did something. */
static int step(iconv_t cd, char **in, size_t *n, struct buf *out, bool *moved)
{
	unsigned char block[BLOCK * BYTES];
	char *w = (char *)block;
	size_t room = sizeof block, had = in ? *n : 0;
	int error = iconv(cd, in, n, &w, &room) == (size_t)-1 ? errno : 0;

	put(out, block, sizeof block - room);
	*moved = room < sizeof block || (in && *n < had);
	return error;
}

static size_t decode(void *state, const unsigned char *in, size_t n, bool end, struct buf *out)
{
	enum { LONGEST = 7 }; /* what codec.h lets a decoder leave unread */
	char *p = (char *)in; /* iconv(3) is declared without const, and writes nothing there */
	size_t left = n;
	bool moved;

	while (left) {
		int error = step(state, &p, &left, out, &moved);

		if (error == EINVAL && left <= LONGEST && !end)
			return n - left;
		if (error == EILSEQ || error == EINVAL || (error && !moved)) {
			buf_put(out, CP_RAW | (unsigned char)*p);
			p++;
			left--;
		}
	}
	while (end && step(state, NULL, NULL, out, &moved) == E2BIG && moved)
		;
	return n;
}

const char *codec_iconv_name(unsigned i, const char *const **labels)
{
	if (i >= sizeof others / sizeof *others)
		return NULL;
	*labels = others[i].labels;
	return others[i].name;
}

struct codec *codec_iconv(const char *name)
{
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		const struct named *named = &others[i];

		if (!codec_is_called(name, named->name, named->labels))
			continue;
		iconv_t cd = iconv_open(unicode, named->iconv);

		if (cd == (iconv_t)-1)
			return NULL;
		iconv_close(cd);
		struct codec *codec = mem_zalloc(sizeof *codec);

		*codec = (struct codec){ .name = named->name,
					 .labels = named->labels,
					 .decode = decode,
					 .open = begin,
					 .close = finish,
					 .data = named };
		return codec;
	}
	return NULL;
}
