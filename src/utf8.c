#include "utf8.h"
#include "ascii.h"
#include "utf8_three.h"

/* Length of the well-formed character at p (RFC 3629, section 4); 0 if ill-formed; n + 1 if cut short. */
static size_t length(const unsigned char *p, size_t n)
{
	size_t len = p[0] < 0x80 ? 1 : p[0] < 0xc2 ? 0 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : p[0] < 0xf5 ? 4 : 0;
	unsigned lo = p[0] == 0xe0 ? 0xa0 : p[0] == 0xf0 ? 0x90 : 0x80;
	unsigned hi = p[0] == 0xed ? 0x9f : p[0] == 0xf4 ? 0x8f : 0xbf;

	for (size_t i = 1; i < len; i++) {
		if (i == n)
			return n + 1;
		if (p[i] < (i == 1 ? lo : 0x80) || p[i] > (i == 1 ? hi : 0xbf))
			return 0;
	}
	return len;
}

static cp decode_one(const unsigned char *p, size_t len)
{
	cp c = len == 1 ? p[0] : p[0] & (0x7fu >> len);

	for (size_t k = 1; k < len; k++)
		c = c << 6 | (p[k] & 0x3fu);
	return c;
}

/* Two functions are made of it, with vectors and without. */
static inline __attribute__((always_inline)) size_t decode(const unsigned char *in, size_t n, bool end, struct buf *out,
							   bool fast)
{
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	while (i < n) {
		if (in[i] < 0x80) {
			size_t k = ascii_run(in + i, n - i, w);

			i += k;
			w += k;
			continue;
		}
		size_t k = fast ? threes_in_vectors(in + i, n - i, w) : threes(in + i, n - i, w);

		i += 3 * k;
		w += k;
		if (k)
			continue;
		size_t len = length(in + i, n - i);

		if (len > n - i && !end)
			break;
		if (len == 0 || len > n - i) {
			*w++ = CP_RAW | in[i++];
			continue;
		}
		*w++ = decode_one(in + i, len);
		i += len;
	}
	out->n += (size_t)(w - w0);
	return i;
}

static UTF8_VECTORS size_t decode_in_vectors(const unsigned char *in, size_t n, bool end, struct buf *out)
{
	return decode(in, n, end, out, true);
}

size_t utf8_decode(const unsigned char *in, size_t n, bool end, struct buf *out)
{
	return vectors() ? decode_in_vectors(in, n, end, out) : decode(in, n, end, out, false);
}

size_t utf8_encode(cp c, unsigned char out[4])
{
	size_t len = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (c >= CP_RAW) {
		out[0] = (unsigned char)c;
		return 1;
	}
	for (size_t k = len - 1; k > 0; k--, c >>= 6)
		out[k] = (unsigned char)(0x80 | (c & 0x3f));
	out[0] = (unsigned char)(len == 1 ? c : (0xf00u >> len) | c);
	return len;
}

static inline __attribute__((always_inline)) size_t encode(const cp *in, size_t n, unsigned char *out, size_t *outn,
							   bool fast)
{
	unsigned char *o = out;
	size_t i = 0;

	while (i < n && in[i] < CP_RAW) {
		size_t k;

		if (in[i] < 0x80) {
			k = fast ? put_ascii_in_vectors(in + i, n - i, o) : put_ascii(in + i, n - i, o);
			o += k;
		} else if ((k = fast ? put_threes_in_vectors(in + i, n - i, o) : put_threes(in + i, n - i, o))) {
			o += 3 * k;
		} else {
			o += utf8_encode(in[i], o);
			k = 1;
		}
		i += k;
	}
	*outn = (size_t)(o - out);
	return i;
}

static UTF8_VECTORS size_t encode_in_vectors(const cp *in, size_t n, unsigned char *out, size_t *outn)
{
	return encode(in, n, out, outn, true);
}

size_t utf8_encode_all(const cp *in, size_t n, unsigned char *out, size_t *outn)
{
	return vectors() ? encode_in_vectors(in, n, out, outn) : encode(in, n, out, outn, false);
}
