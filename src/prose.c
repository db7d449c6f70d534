#include "prose.h"
#include "han.h"

enum {
	LETTERS_PER_HAN = 8, /* a translation has three or four letters for a Han: a page with both is Chinese, too */
	HAN_PER_KANA = 4     /* Japanese has more kana than Han; a Chinese page has a word or a name */
};

bool prose_chinese(const cp *in, size_t n)
{
	size_t han = 0, kana = 0, letters = 0;

	for (size_t i = 0; i < n; i++) {
		if (han_is(in[i]))
			han++;
		else if (han_kana(in[i]))
			kana++;
		else if (ascii_alpha(in[i]) || (in[i] >= 0xc0 && in[i] < 0x2000) || (in[i] >= 0xac00 && in[i] < 0xd7b0))
			letters++; /* Latin, Greek, Cyrillic, ..., Hangul */
	}
	return han && han * LETTERS_PER_HAN >= letters && kana * HAN_PER_KANA <= han;
}
