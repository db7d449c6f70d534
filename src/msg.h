/* msg.h - what the program has to say: one line on standard error, "zhnorm: FILE: what went wrong". */
#ifndef MSG_H
#define MSG_H

enum { MSG_TROUBLE = 2 }; /* the exit status that goes with a message about trouble; see zhnorm(1) */

/* Prints "zhnorm: FILE: ..." and a newline. file: the operand as the user wrote it, or NULL where no file is meant.
   Control characters in a file name are shown as '?', so that the line stays one line. */
void msg(const char *file, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
