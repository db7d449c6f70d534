#include "config.h"
#include "opts.h"
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "list.h"
#include "msg.h"

/* Long options without a letter have a value above all letters. */
enum { OPT_INVALID = 256, OPT_LIST, OPT_LINES };

static const struct option_row {
	int letter;
	const char *name, *arg, *help;
} table[] = {
	{ 'e', "encoding", "ENC", "input encoding (default: found from the text)" },
	{ 't', "to", "TARGET", "convert: s t tw twp hk hkp, or an OpenCC configuration (s2t, ...)" },
	{ 's', "steps", "LIST",
	  "repairs to make: safe (default), all, none, or from mojibake,\npinyin,wrap,noise,width; -STEP leaves one out" },
	{ 'd', "dict", "FILE", "own words for the conversion: KEY<TAB>VALUE lines; repeatable" },
	{ OPT_INVALID, "invalid", "WHAT", "undecodable bytes: replace (default), keep or fail" },
	{ 'o', "output", "FILE", "write to FILE, replaced only when all went well" },
	{ OPT_LINES, "line-buffered", NULL, "write each line as soon as it is there (as on a terminal)" },
	{ 'v', "verbose", NULL, "tell each document's encoding and changes on standard error" },
	{ 'q', "quiet", NULL, "do not tell about undecodable bytes" },
	{ OPT_LIST, "list", "WHAT", "print what there is, in columns: rules, encodings" },
	{ 'h', "help", NULL, "print this help" },
	{ 'V', "version", NULL, "print the version and the data it was built from" },
};
enum { ROWS = sizeof table / sizeof *table };

static bool finish_stdout(void)
{
	if (!fflush(stdout) && !ferror(stdout))
		return true;
	msg(NULL, "write error: %s", strerror(errno));
	return false;
}

static void help_row(const struct option_row *r)
{
	char left[40];
	const char *line = r->help, *next;

	snprintf(left, sizeof left, "%c%c%s--%s%s%s", r->letter < OPT_INVALID ? '-' : ' ',
		 r->letter < OPT_INVALID ? r->letter : ' ', r->letter < OPT_INVALID ? ", " : "  ", r->name,
		 r->arg ? "=" : "", r->arg ? r->arg : "");
	printf("  %-20s  ", left);
	while ((next = strchr(line, '\n'))) {
		printf("%.*s\n%24s", (int)(next - line), line, "");
		line = next + 1;
	}
	printf("%s\n", line);
}

static enum opts_verdict help(void)
{
	puts("Usage: zhnorm [OPTION]... [FILE]...\n"
	     "Turn scraped Chinese text into clean UTF-8. With no FILE, or where FILE is -,\n"
	     "read standard input.\n");
	for (size_t i = 0; i < ROWS; i++)
		help_row(&table[i]);
	puts("\nExamples:\n"
	     "  zhnorm page.txt             repair, keep the script\n"
	     "  zhnorm -t s *.txt >all.txt  repair, make everything simplified");
	return finish_stdout() ? OPTS_DONE : OPTS_TROUBLE;
}

static enum opts_verdict version(void)
{
	puts(PACKAGE_STRING);
	for (unsigned i = 0; zhnorm_data(i); i++)
		puts(zhnorm_data(i));
	puts("Licence: Apache-2.0");
	return finish_stdout() ? OPTS_DONE : OPTS_TROUBLE;
}

static bool wrong(const char *option, const char *value)
{
	msg(NULL, "%s: no such value: %s (see zhnorm --help)", option, value);
	return false;
}

static enum opts_verdict list(const char *what)
{
	if (!list_print(what)) {
		wrong("--list", what);
		return OPTS_TROUBLE;
	}
	return finish_stdout() ? OPTS_DONE : OPTS_TROUBLE;
}

static bool own_words(struct opts *o, const char *file)
{
	char error[200];

	if (zhnorm_words(o->z, file, error, sizeof error))
		return true;
	msg(file, "%s", error);
	return false;
}

/* What getopt_long(3) does not take: optopt, or the last argument where that is 0. Told here and not by getopt, which
   prints the argument as it is, over several lines if it has them. */
static enum opts_verdict wrong_option(int verdict, const char *last)
{
	const struct option_row *r = table, *end = table + ROWS;

	while (r < end && r->letter != optopt)
		r++;
	if (r < end)
		msg(NULL, "--%s: %s value (see zhnorm --help)", r->name, verdict == ':' ? "needs a" : "takes no");
	else if (optopt)
		msg(NULL, "-%c: no such option (see zhnorm --help)", optopt);
	else
		msg(NULL, "%s: no such option (see zhnorm --help)", last);
	return OPTS_TROUBLE;
}

static bool set(struct opts *o, int letter, const char *arg)
{
	switch (letter) {
	case 'e': return zhnorm_encoding(o->z, arg) || wrong("--encoding", arg);
	case 't': return zhnorm_target(o->z, arg) || wrong("--to", arg);
	case 's': return zhnorm_steps(o->z, arg) || wrong("--steps", arg);
	case 'd': return own_words(o, arg);
	case OPT_INVALID: return zhnorm_invalid(o->z, arg) || wrong("--invalid", arg);
	case 'o': o->output = arg; return true;
	case OPT_LINES: o->lines = true; return true;
	case 'v': o->verbose = true; return true;
	case 'q': o->quiet = true; return true;
	default: return false;
	}
}

enum opts_verdict opts_read(struct opts *o, int argc, char **argv)
{
	struct option longs[ROWS + 1] = { { 0 } };
	char letters[2 * ROWS + 2], *l = letters;
	int letter;

	*l++ = ':'; /* a value that is missing is told from an option that is not known */
	for (size_t i = 0; i < ROWS; i++) {
		const struct option_row *r = &table[i];

		longs[i] = (struct option){ r->name, r->arg ? required_argument : no_argument, NULL, r->letter };
		if (r->letter < OPT_INVALID) {
			*l++ = (char)r->letter;
			if (r->arg)
				*l++ = ':';
		}
	}
	*l = '\0';
	*o = (struct opts){ .z = zhnorm_new() };
	opterr = 0;
	unsetenv("POSIXLY_CORRECT"); /* options may stand behind operands, whatever the environment says */
	while ((letter = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		if (letter == 'h')
			return help();
		if (letter == 'V')
			return version();
		if (letter == OPT_LIST)
			return list(optarg);
		if (letter == '?' || letter == ':')
			return wrong_option(letter, argv[optind - 1]);
		if (!set(o, letter, optarg))
			return OPTS_TROUBLE;
	}
	o->operands = argv + optind;
	return OPTS_RUN;
}
