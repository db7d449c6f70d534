/* convert_cli NAME - standard input to standard output through one conversion: for tests/opencc.sh. */
#include <stdio.h>
#include <stdlib.h>
#include "convert.h"
#include "utf8.h"

int main(int argc, char **argv)
{
	static unsigned char bytes[1 << 16];
	const struct conversion *c = argc == 2 ? conversion_find(argv[1]) : NULL;
	struct buf in = BUF_INIT, out = BUF_INIT;
	struct note notes = { .keep = false };
	unsigned inside = 0;
	size_t have = 0, got;

	if (!c)
		return 99;
	do {
		got = fread(bytes + have, 1, sizeof bytes - have, stdin);
		have += got;
		size_t used = utf8_decode(bytes, have, got == 0, &in);
		for (size_t i = used; i < have; i++)
			bytes[i - used] = bytes[i];
		have -= used;
		used = convert_run(c, &inside, in.p, 0, in.n, got == 0, &out, &notes);
		buf_drop(&in, used);
		unsigned char *text = malloc(out.n * 4 + 1);
		size_t n = 0;
		for (size_t i = 0; text && i < out.n; i++)
			n += utf8_encode(out.p[i], text + n);
		if (!text || fwrite(text, 1, n, stdout) != n)
			return 99;
		free(text);
		out.n = 0;
	} while (got);
	buf_free(&in);
	buf_free(&out);
	return fflush(stdout) ? 99 : 0;
}
