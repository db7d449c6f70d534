#include "utf8.h"
#include <string.h>

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

/* Eight bytes of ASCII at once, as long as there are any: markup and English are most of many pages. */
static size_t ascii(const unsigned char *in, size_t n, cp *w)
{
	size_t i = 0;
	uint64_t eight;

	for (; n - i >= 8; i += 8) {
		memcpy(&eight, in + i, 8);
		if (eight & UINT64_C(0x8080808080808080))
			break;
		for (size_t k = 0; k < 8; k++)
			w[i + k] = in[i + k];
	}
	return i;
}

size_t utf8_decode(const unsigned char *in, size_t n, bool end, struct buf *out)
{
	cp *w = buf_room(out, n), *w0 = w;
	size_t i = 0;

	while (i < n) {
		if (in[i] < 0x80) {
			size_t k = ascii(in + i, n - i, w);

			i += k;
			w += k;
			while (i < n && in[i] < 0x80)
				*w++ = in[i++];
			continue;
		}
		if (n - i >= 3 && in[i] >= 0xe1 && in[i] <= 0xec && (in[i + 1] & 0xc0) == 0x80
		    && (in[i + 2] & 0xc0) == 0x80) { /* nearly every Han character: U+1000 to U+CFFF */
			*w++ = (in[i] & 0xfu) << 12 | (in[i + 1] & 0x3fu) << 6 | (in[i + 2] & 0x3fu);
			i += 3;
			continue;
		}
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
