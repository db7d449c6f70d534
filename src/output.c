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

/* The temporary that a signal must remove, set only while it exists; and the name that it will have. */
static char *volatile temporary;
static char *target;

static const int fatal[] = { SIGHUP, SIGINT, SIGTERM };

static void remove_temporary(void)
{
	if (temporary)
		unlink(temporary);
}

static void die(int sig)
{
	remove_temporary();
	signal(sig, SIG_DFL);
	raise(sig);
}

/* However the program ends: it also exits where memory runs out. */
static void remove_at_end(void)
{
	atexit(remove_temporary);
	for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
		struct sigaction was, act = { .sa_handler = die };

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

/* mkstemp(3) and `temporary` at once, as a signal sees it. */
static int make_temporary(char *name)
{
	sigset_t set, was;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
		sigaddset(&set, fatal[i]);
	sigprocmask(SIG_BLOCK, &set, &was);
	int fd = mkstemp(name), error = errno;

	if (fd >= 0)
		temporary = name;
	sigprocmask(SIG_SETMASK, &was, NULL);
	errno = error;
	return fd;
}

static void forget_temporary(void)
{
	char *name = temporary;

	temporary = NULL; /* before its memory goes: a signal may come between */
	free(name);
}

static bool open_temporary(struct output *o, mode_t mode)
{
	static const char suffix[] = ".XXXXXX";
	size_t n = strlen(target);
	char *name = malloc(n + sizeof suffix);

	if (!name)
		return fail(o, errno);
	memcpy(name, target, n);
	memcpy(name + n, suffix, sizeof suffix);
	o->fd = make_temporary(name);
	if (o->fd >= 0 && !fchmod(o->fd, mode))
		return true;
	fail(o, errno);
	if (o->fd < 0)
		free(name);
	return false;
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
	if (!exists && errno != ENOENT)
		return fail(o, errno);
	if (!exists && !lstat(file, &st)) /* a link to nothing: a rename would replace it */
		return fail(o, ENOENT);
	if (exists && access(file, W_OK)) /* a rename would go through where the user has said no */
		return fail(o, errno);
	target = exists ? realpath(file, NULL) : strdup(file); /* a link goes on pointing where it points */
	if (!target)
		return fail(o, errno);
	remove_at_end();
	return open_temporary(o, exists ? st.st_mode & 0777 : new_mode());
}

bool output_write(struct output *o, const unsigned char *p, size_t n)
{
	if (o->failed)
		return false;
	return io_write(o->fd, p, n) || fail(o, errno);
}

bool output_is_terminal(const struct output *o) { return isatty(o->fd); }

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
		forget_temporary();
	}
	free(target);
	target = NULL;
	return !o->failed;
}
