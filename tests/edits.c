/* edits [-c BYTES] [-l RULE[,RULE]...] STEPS FILE... - how often zhnorm -s STEPS takes each rule in these texts (UTF-8).
 * Not run by `make check`: `make tests/edits`; tests/clean_report.sh does it for texts that are clean.
 *
 * -c: the files are cut into documents of so many bytes, at the ends of lines: what the window shows and what the first
 * line is then counts everywhere. -l: these edits are listed, or all: rule, file and offset, and the text around.
 */
#include "rule.h"
#include "zhnorm.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { AROUND = 45 }; /* bytes of text that are shown on both sides */

struct document {
	const char *file;
	const unsigned char *p; /* all of the file */
	size_t from, n;
	uint64_t listed;
};

static unsigned long long total[RULE_COUNT], characters, documents;

static bool nowhere(void *ctx, const unsigned char *p, size_t n)
{
	(void)ctx, (void)p, (void)n;
	return true;
}

static void show(const unsigned char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] == '\n')
			fputs("\\n", stdout);
		else if (p[i] < 0x20)
			printf("\\x%02x", p[i]);
		else
			putchar(p[i]);
}

static size_t back(const struct document *d, size_t at)
{
	size_t i = at - d->from < AROUND ? d->from : at - AROUND;

	while (i < at && (d->p[i] & 0xc0) == 0x80)
		i++;
	return i;
}

static void list(void *ctx, const struct zhnorm_change *c)
{
	const struct document *d = ctx;
	size_t at = d->from + c->at, end = at + c->len, end_of = d->from + d->n;
	size_t last = end_of - end < AROUND ? end_of : end + AROUND;

	if (!(c->rules & d->listed))
		return;
	for (unsigned r = 0; r < RULE_COUNT; r++)
		if (c->rules >> r & 1)
			printf("%s ", rule_info[r].id);
	while (last > end && last < end_of && (d->p[last] & 0xc0) == 0x80)
		last--;
	printf("\t%s:%zu\t", d->file, at);
	show(d->p + back(d, at), at - back(d, at));
	fputs("[", stdout);
	show(d->p + at, c->len);
	fputs("|", stdout);
	show(c->out, c->outlen);
	fputs("]", stdout);
	show(d->p + end, last - end);
	putchar('\n');
}

static void run(struct zhnorm *z, struct document *d)
{
	bool found = false;

	zhnorm_trace(z, NULL, NULL);
	zhnorm_begin(z, nowhere, NULL);
	zhnorm_push(z, d->p + d->from, d->n);
	zhnorm_end(z);
	struct zhnorm_report report = zhnorm_report(z);
	for (unsigned r = 0; r < RULE_COUNT; r++) {
		total[r] += report.changes[r];
		found |= report.changes[r] && d->listed >> r & 1;
	}
	documents++;
	for (size_t i = 0; i < d->n; i++)
		characters += (d->p[d->from + i] & 0xc0) != 0x80;
	if (!found)
		return;
	zhnorm_trace(z, list, d);
	zhnorm_begin(z, nowhere, NULL);
	zhnorm_push(z, d->p + d->from, d->n);
	zhnorm_end(z);
}

static void read_file(struct zhnorm *z, const char *name, size_t cut, uint64_t listed)
{
	static unsigned char bytes[1 << 26];
	FILE *f = fopen(name, "rb");

	if (!f) {
		perror(name);
		exit(2);
	}
	struct document d = { .file = name, .p = bytes, .listed = listed };
	size_t n = fread(bytes, 1, sizeof bytes, f);

	fclose(f);
	for (; d.from < n; d.from += d.n) {
		d.n = cut && n - d.from > cut ? cut : n - d.from;
		while (d.from + d.n < n && bytes[d.from + d.n - 1] != '\n')
			d.n++;
		run(z, &d);
	}
}

static uint64_t rules(char *list)
{
	uint64_t set = 0;

	for (char *s = strtok(list, ","); s; s = strtok(NULL, ","))
		for (unsigned r = 0; r < RULE_COUNT; r++)
			if (!strcmp(s, rule_info[r].id) || !strcmp(s, "all"))
				set |= (uint64_t)1 << r;
	return set;
}

int main(int argc, char **argv)
{
	struct zhnorm *z = zhnorm_new();
	uint64_t listed = 0;
	size_t cut = 0;

	for (int o; (o = getopt(argc, argv, "c:l:")) != -1;)
		if (o == 'c')
			cut = strtoul(optarg, NULL, 10);
		else if (o == 'l')
			listed = rules(optarg);
		else
			return 2;
	if (argc - optind < 2 || !zhnorm_steps(z, argv[optind]) || !zhnorm_encoding(z, "utf-8"))
		return fputs("usage: edits [-c BYTES] [-l RULE[,RULE]...] STEPS FILE...\n", stderr), 2;
	for (int i = optind + 1; i < argc; i++)
		read_file(z, argv[i], cut, listed);
	printf("%llu documents, %llu characters\n", documents, characters);
	for (unsigned r = 0; r < RULE_COUNT; r++)
		if (total[r])
			printf("  %-14s %8llu %10.2f per million characters\n", rule_info[r].id, total[r],
			       1e6 * (double)total[r] / (double)characters);
	zhnorm_free(z);
	return fflush(stdout) || ferror(stdout);
}
