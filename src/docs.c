#include "docs.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "io.h"
#include "msg.h"
#include "output.h"

static int worse(int a, int b) { return a > b ? a : b; }

static bool put(void *ctx, const unsigned char *p, size_t n) { return output_write(ctx, p, n); }

static void tell_undecodable(const char *name, const struct zhnorm_report *r)
{
	if (r->first_undecodable == UINT64_MAX)
		msg(name, "bytes that are not %s: %" PRIu64, r->encoding, r->undecodable);
	else
		msg(name, "bytes that are not %s: %" PRIu64 ", the first at offset %" PRIu64, r->encoding,
		    r->undecodable, r->first_undecodable);
}

static void tell_refused(const char *name, const struct zhnorm_report *r)
{
	if (!strcmp(r->encoding, "binary"))
		msg(name, "is binary: written as it came");
	else if (!strcmp(r->encoding, "unknown-8bit"))
		msg(name, "is in an unknown encoding: written as it came (-e NAME reads it)");
	else
		msg(name, "looks like %s: written as it came (-e %s reads it)", r->encoding, r->encoding);
}

static void tell_document(const char *name, const struct zhnorm_report *r)
{
	char line[1024], margin[40] = "", script[120] = "";
	size_t n = 0;

	for (unsigned i = 0; zhnorm_rule(i) && n < sizeof line; i++)
		if (r->changes[i])
			n += (size_t)snprintf(line + n, sizeof line - n, ", %s %llu", zhnorm_rule(i), r->changes[i]);
	line[n < sizeof line ? n : sizeof line - 1] = '\0';
	if (r->margin)
		snprintf(margin, sizeof margin, " (by %u bits)", r->margin);
	if (r->simplified || r->traditional)
		snprintf(script, sizeof script, ", %s%s%s (%zu simplified, %zu traditional)", r->script,
			 r->standard ? " of " : "", r->standard ? r->standard : "", r->simplified, r->traditional);
	msg(name, "%s%s%s%s", r->encoding, margin, script, line);
}

/* One document. */
static int filter(const struct opts *o, int fd, const char *name, struct output *out)
{
	static unsigned char in[65536];
	enum zhnorm_status status = ZHNORM_OK;
	int result = DOCS_OK;

	if (output_is(out, fd)) {
		msg(name, "is the output, too (-o takes an input file)");
		return DOCS_TROUBLE;
	}
	bool lines = o->lines || (output_is_terminal(out) && !io_is_regular(fd));

	zhnorm_begin(o->z, put, out);
	while (status == ZHNORM_OK) {
		ssize_t r = io_read(fd, in, sizeof in);

		if (r < 0) {
			msg(name, "%s", strerror(errno));
			result = DOCS_TROUBLE;
		}
		if (r <= 0) {
			status = zhnorm_end(o->z);
			break;
		}
		status = zhnorm_push(o->z, in, (size_t)r);
		if (lines && status == ZHNORM_OK && (size_t)r < sizeof in) /* there is no more for now */
			status = zhnorm_flush(o->z);
	}
	if (status == ZHNORM_WRITE_ERROR)
		return DOCS_TROUBLE; /* output.c has said it */
	struct zhnorm_report report = zhnorm_report(o->z);

	if (status == ZHNORM_INVALID || (report.undecodable && !o->quiet))
		tell_undecodable(name, &report);
	if (o->verbose)
		tell_document(name, &report);
	if (report.refused) {
		tell_refused(name, &report);
		result = DOCS_TROUBLE;
	}
	return worse(result, status == ZHNORM_INVALID ? DOCS_FOUND : DOCS_OK);
}

static int filter_operand(const struct opts *o, const char *operand, struct output *out)
{
	if (!strcmp(operand, "-"))
		return filter(o, STDIN_FILENO, "(standard input)", out);
	int fd = open(operand, O_RDONLY);

	if (fd < 0) {
		msg(operand, "%s", strerror(errno));
		return DOCS_TROUBLE;
	}
	int status = filter(o, fd, operand, out);
	close(fd);
	return status;
}

int docs_run(const struct opts *o)
{
	char dash[] = "-", *standard_input[] = { dash, NULL };
	char **operand = *o->operands ? o->operands : standard_input;
	struct output out;
	int status = DOCS_OK;

	if (!output_open(&out, o->output))
		return DOCS_TROUBLE;
	for (; *operand && !output_failed(&out); operand++)
		status = worse(status, filter_operand(o, *operand, &out));
	if (!output_close(&out, status == DOCS_OK))
		status = DOCS_TROUBLE;
	return status;
}
