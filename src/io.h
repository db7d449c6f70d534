/* io.h - read(2) and write(2) that see every error. */
#ifndef IO_H
#define IO_H
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

ssize_t io_read(int fd, void *p, size_t n);     /* as read(2), but a signal does not end it */
bool io_write(int fd, const void *p, size_t n); /* all of it, or false with errno */
bool io_close(int fd);                          /* false with errno: what was written may be lost */

bool io_is_regular(int fd); /* a regular file, all of which is there to be read */

/* Called before any file is opened: a file never gets the number of a standard descriptor that the program was started
   without (messages would go into it, or it would be taken for input). Using that one fails as before. False with
   errno. */
bool io_standard(void);

#endif
