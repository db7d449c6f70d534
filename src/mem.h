/* mem.h - memory that is there, or the program has ended.
 *
 * A filter that runs out of memory has nothing useful left to do: it says so on standard error and exits
 * with status 2 (trouble). So no caller checks for NULL, and none can forget to.
 */
#ifndef MEM_H
#define MEM_H
#include <stddef.h>

/* size bytes, all zero; size 0 gives a pointer that may be freed. Owned by the caller, given back with free(3). */
void *mem_zalloc(size_t size);

/* p (NULL, or from this module) made to hold n items of size bytes; what it held is kept. Owned by the caller. */
void *mem_resize(void *p, size_t n, size_t size);

#endif
