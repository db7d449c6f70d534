#include "mem.h"
#include <stdint.h>
#include <stdlib.h>
#include "msg.h"

static void *must(void *p)
{
	if (!p) {
		msg(NULL, "out of memory");
		exit(MSG_TROUBLE);
	}
	return p;
}

void *mem_zalloc(size_t size) { return must(calloc(1, size ? size : 1)); }

void *mem_resize(void *p, size_t n, size_t size)
{
	return must(n > SIZE_MAX / size ? NULL : realloc(p, n ? n * size : 1));
}
