#include "output.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "io.h"
#include "msg.h"

/* The temporary that a signal must remove, and the name that it will have; set only while it exists. */
static char *volatile temporary;
static char *target;

static const int fatal[] = { SIGHUP, SIGINT, SIGTERM };

static void remove_temporary(int sig)
{
	if (temporary)
		unlink(temporary);
	signal(sig, SIG_DFL);
	raise(sig);
}

static void catch_signals(void)
{
	for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
		struct sigaction was, act = { .sa_handler = remove_temporary };

		if (!sigaction(fatal[i], NULL, &was) && was.sa_handler != SIG_IGN)
			sigaction(fatal[i], &act, NULL);
	}
}

static bool fail(struct output *o, int error)
{
	o->failed = true;
	if (error == EPIPE) {
		signal(SIGPIPE, SIG_DFL);
		raise(SIGPIPE);
	}
	msg(o->file ? o->file : "(standard output)", "%s", strerror(error));
	return false;
}

/* The permissions that a file made by open(2) would have. */
static mode_t new_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

static bool open_temporary(struct output *o, mode_t mode)
{
	static const char suffix[] = ".XXXXXX";
	char *name = malloc(strlen(target) + sizeof suffix);

	if (!name)
		return fail(o, ENOMEM);
	strcpy(name, target);
	strcat(name, suffix);
	o->fd = mkstemp(name);
	if (o->fd < 0 || fchmod(o->fd, mode)) {
		int error = errno;

		if (o->fd >= 0)
			unlink(name);
		free(name);
		return fail(o, error);
	}
	temporary = name;
	return true;
}

bool output_open(struct output *o, const char *file)
{
	struct stat st;

	*o = (struct output){ .file = file, .fd = STDOUT_FILENO };
	if (!file)
		return true;
	bool exists = !stat(file, &st);

	if (exists && !S_ISREG(st.st_mode)) { /* a device or a pipe is written as it is */
		o->fd = open(file, O_WRONLY);
		return o->fd >= 0 || fail(o, errno);
	}
	if (exists && access(file, W_OK)) /* a rename would go through where the user has said no */
		return fail(o, errno);
	target = exists ? realpath(file, NULL) : strdup(file); /* a link goes on pointing where it points */
	if (!target)
		return fail(o, errno);
	catch_signals();
	return open_temporary(o, exists ? st.st_mode & 07777 : new_mode());
}

bool output_write(struct output *o, const unsigned char *p, size_t n)
{
	if (o->failed)
		return false;
	return io_write(o->fd, p, n) || fail(o, errno);
}

bool output_failed(const struct output *o) { return o->failed; }

bool output_is(const struct output *o, int fd)
{
	struct stat in, out;

	return !fstat(fd, &in) && !fstat(o->fd, &out) && S_ISREG(in.st_mode) && in.st_dev == out.st_dev
	       && in.st_ino == out.st_ino;
}

bool output_close(struct output *o, bool keep)
{
	if (o->fd >= 0 && !io_close(o->fd) && !o->failed)
		fail(o, errno);
	keep = keep && !o->failed;
	if (temporary) {
		if (keep && rename(temporary, target))
			keep = fail(o, errno);
		if (!keep)
			unlink(temporary);
		free(temporary);
		temporary = NULL;
	}
	free(target);
	target = NULL;
	return !o->failed;
}
