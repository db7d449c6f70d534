/* Encodings that the program has no decoder of its own for, through iconv(3) and only where the user names one. */
#include "codec.h"
#include "mem.h"
#include "msg.h"
#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

/* Code points come four bytes each, high byte first: the one form whose byte order no iconv leaves to the machine. */
static const char unicode[] = "UTF-32BE";
enum { BYTES = 4, BLOCK = 1024 };

struct named {
	struct codec codec;
	char name[]; /* as iconv has it */
};

static void *begin(const struct codec *codec)
{
	const char *name = ((const struct named *)codec)->name;
	iconv_t cd = iconv_open(unicode, name);

	if (cd == (iconv_t)-1) { /* it was there when the codec was made: no memory, or no descriptor */
		msg(NULL, "%s: %s", name, strerror(errno));
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

struct codec *codec_iconv(const char *name)
{
	size_t size = strlen(name) + 1;

	/* glibc drops marks from a name, and takes one that is then empty for the locale's encoding, on which nothing
	   here depends; what follows a slash are options. */
	if (!isalnum((unsigned char)*name) || strchr(name, '/'))
		return NULL;
	iconv_t cd = iconv_open(unicode, name);

	if (cd == (iconv_t)-1)
		return NULL;
	iconv_close(cd);
	struct named *named = mem_zalloc(sizeof *named + size);

	memcpy(named->name, name, size);
	named->codec = (struct codec){ .name = named->name, .decode = decode, .open = begin, .close = finish };
	return &named->codec;
}
