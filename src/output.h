/* output.h - where output goes: standard output, or a file that is replaced only when all went well. */
#ifndef OUTPUT_H
#define OUTPUT_H
#include <stdbool.h>
#include <stddef.h>

struct output {
	const char *file; /* as the user named it, or NULL: standard output */
	int fd;
	bool failed;
};

/* Opens file for writing, or standard output for NULL. A regular file, or one that does not exist yet, is written as a
   temporary beside it, which is removed however the program ends. It keeps the permissions of the file, not what stands
   for another user's rights (set-user-ID). A link is followed; one to nothing is refused. False where that cannot be,
   after a message. */
bool output_open(struct output *o, const char *file);

/* Writes all of p[0..n); false where that cannot be, after one message. A reader that has closed its pipe ends the
   program as SIGPIPE does, without a message. */
bool output_write(struct output *o, const unsigned char *p, size_t n);

bool output_is_terminal(const struct output *o);

bool output_failed(const struct output *o);

/* fd is the regular file that is written to, and would be destroyed or read without an end. */
bool output_is(const struct output *o, int fd);

/* Closes; keep: the temporary takes the place of the file, else it is removed and the file is as it was. False where
   anything that was written may be lost, after a message. */
bool output_close(struct output *o, bool keep);

#endif
