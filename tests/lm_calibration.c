/* lm_calibration FILE... - does a cost of k bits mean a probability of 2^-k? Not run by `make check`:
 * `make tests/lm_calibration`.
 *
 * At every 200th Han of the texts (UTF-8) that has a Han behind it, all characters that could follow are put in classes by
 * their cost, in bits. For each class: the share of what follows that the model expects in it, and the share that is.
 */
#include "han.h"
#include "lm.h"
#include "lm_table.h"
#include "utf8.h"
#include <math.h>
#include <stdbool.h>
#include <stdio.h>

enum { EVERY = 200, CLASSES = LM_MOST / LM_BIT + 1 };

static double expected[CLASSES], met[CLASSES], places;

/* One code point for each symbol that is a Han character. */
static size_t symbols(cp *to)
{
	static bool seen[1 << LM_ID_BITS];
	size_t n = 0;

	for (cp c = 0x4e00; c <= 0x9fff; c++) {
		unsigned id = lm_number(c);

		if (id >= LM_CLASSES && !seen[id])
			to[n++] = c;
		seen[id] = true;
	}
	return n;
}

int main(int argc, char **argv)
{
	static unsigned char bytes[1 << 26];
	static cp symbol[1 << LM_ID_BITS];
	size_t n = symbols(symbol), han = 0;
	struct buf b = BUF_INIT;

	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");

		if (!f) {
			perror(argv[i]);
			return 2;
		}
		b.n = 0;
		utf8_decode(bytes, fread(bytes, 1, sizeof bytes, f), true, &b);
		fclose(f);
		for (size_t k = 0; k + 1 < b.n; k++) {
			if (!han_is(b.p[k]) || !han_is(b.p[k + 1]) || lm_number(b.p[k + 1]) < LM_CLASSES || han++ % EVERY)
				continue;
			double all = 0;

			for (size_t s = 0; s < n; s++)
				all += exp2(-(double)lm_cost(b.p[k], symbol[s]) / LM_BIT);
			for (size_t s = 0; s < n; s++) {
				unsigned cost = lm_cost(b.p[k], symbol[s]);

				expected[cost / LM_BIT] += exp2(-(double)cost / LM_BIT) / all;
			}
			met[lm_cost(b.p[k], b.p[k + 1]) / LM_BIT]++;
			places++;
		}
	}
	printf("%.0f places\nbits   expected  met\n", places);
	for (unsigned c = 0; c < CLASSES; c++)
		if (expected[c] > 0 || met[c] > 0)
			printf("%2u-%-2u  %6.2f %%  %6.2f %%\n", c, c + 1, 100 * expected[c] / places, 100 * met[c] / places);
	buf_free(&b);
	return 0;
}
