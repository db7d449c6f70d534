/* Runs the fuzz target over files, for compilers without libFuzzer, with many options each. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);

enum { LONGEST = 1 << 16, ROUNDS = 16 };

static unsigned char data[LONGEST + 2];

int main(int argc, char **argv)
{
	unsigned long choice = 1;

	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");

		if (!f) {
			perror(argv[i]);
			return 99;
		}
		size_t n = fread(data + 2, 1, LONGEST, f);
		fclose(f);
		LLVMFuzzerTestOneInput(data + 2, n); /* a finding has its options in front */
		for (int round = 0; round < ROUNDS; round++) {
			choice = (choice * 1103515245 + 12345) & 0x7fffffff; /* any sequence that is the same everywhere */
			data[0] = (unsigned char)(choice >> 8);
			data[1] = (unsigned char)(choice >> 16);
			LLVMFuzzerTestOneInput(data, n + 2);
		}
	}
	return 0;
}
