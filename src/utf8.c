#include "utf8.h"
#include "ascii.h"

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

/* Writes the characters of three bytes at the head of p[0..n) to w, and returns how many: runs of Han. */
static size_t threes(const unsigned char *restrict p, size_t n, cp *restrict w)
{
	const unsigned char *end = p + n;
	cp *w0 = w;

	for (; end - p >= 3; p += 3) {
		unsigned a = p[0] - 0xe0u, b = p[1] ^ 0x80u, c = p[2] ^ 0x80u; /* b, c: above 63 where they are none */
		cp three = a << 12 | b << 6 | c;

		if ((b | c) > 0x3f || three - 0x800 >= 0x10000 - 0x800 || three - 0xd800 < 0x800)
			break;
		*w++ = three;
	}
	return (size_t)(w - w0);
}

size_t utf8_decode(const unsigned char *in, size_t n, bool end, struct buf *out)
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
		size_t k = threes(in + i, n - i, w);

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

/* Writes the ASCII at the head of in[0..n) to out, and returns how many. */
static size_t put_ascii(const cp *restrict in, size_t n, unsigned char *restrict out)
{
	size_t i = 0;

	for (; n - i >= ASCII_STEP && ascii_all(in + i); i += ASCII_STEP)
		for (size_t k = 0; k < ASCII_STEP; k++)
			out[i + k] = (unsigned char)in[i + k];
	for (; i < n && in[i] < 0x80; i++)
		out[i] = (unsigned char)in[i];
	return i;
}

/* Writes those of three bytes at the head of in[0..n) to out, and returns how many. */
static size_t put_threes(const cp *restrict in, size_t n, unsigned char *restrict out)
{
	size_t i = 0;

	for (; i < n && in[i] - 0x800 < 0x10000 - 0x800; i++, out += 3) {
		out[0] = (unsigned char)(0xe0 | in[i] >> 12);
		out[1] = (unsigned char)(0x80 | (in[i] >> 6 & 0x3f));
		out[2] = (unsigned char)(0x80 | (in[i] & 0x3f));
	}
	return i;
}

size_t utf8_encode_all(const cp *in, size_t n, unsigned char *out, size_t *outn)
{
	unsigned char *o = out;
	size_t i = 0;

	while (i < n && in[i] < CP_RAW) {
		size_t k;

		if (in[i] < 0x80) {
			k = put_ascii(in + i, n - i, o);
			o += k;
		} else if ((k = put_threes(in + i, n - i, o))) {
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
