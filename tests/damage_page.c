/* damage_page - makes a page with stray pinyin of clean traditional text, standard input to standard output.
 *
 *   damage_page WORDS <clean >damaged
 *
 * WORDS: how many characters the software annotates: those of the text first, the most frequent ones before others.
 */
#include <stdio.h>
#include <stdlib.h>
#include "damage.h"
#include "utf8.h"

int main(int argc, char **argv)
{
	static unsigned char in[1 << 20];
	static struct damage d = { .marks = "，；！？" };
	struct buf text = BUF_INIT;
	unsigned char u[4];

	if (argc != 2) {
		fputs("usage: damage_page WORDS <clean >damaged\n", stderr);
		return 2;
	}
	utf8_decode(in, fread(in, 1, sizeof in, stdin), true, &text);
	damage_choose(&d, &text, strtoul(argv[1], NULL, 10));
	struct buf page = damage_do(&d, &text, NULL);

	damage_narrow(&page);
	for (size_t i = 0; i < page.n; i++)
		fwrite(u, 1, utf8_encode(page.p[i], u), stdout);
	buf_free(&page);
	buf_free(&text);
	return fflush(stdout) || ferror(stdout) ? 2 : 0;
}
