/* msg.h - what the program has to say: one line on standard error, "zhnorm: FILE: what went wrong". */
#ifndef MSG_H
#define MSG_H

enum { MSG_TROUBLE = 2 }; /* the exit status that goes with a message about trouble; see zhnorm(1) */

/* Prints "zhnorm: FILE: ..." and a newline. file: the operand as the user wrote it, or NULL where no file is meant.
   Control characters are shown as '?', and what is too long for a line is cut, so that the line stays one line; it is
   written at once, so that it stays whole among those of other processes. */
void msg(const char *file, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
