/* zhnorm - turns scraped Chinese text into clean UTF-8; see zhnorm(1). */
#include <errno.h>
#include <string.h>
#include "docs.h"
#include "io.h"
#include "msg.h"

int main(int argc, char **argv)
{
	struct opts o;
	int status = DOCS_OK;

	if (!io_standard()) {
		msg(NULL, "/dev/null: %s", strerror(errno));
		return DOCS_TROUBLE;
	}
	switch (opts_read(&o, argc, argv)) {
	case OPTS_RUN: status = docs_run(&o); break;
	case OPTS_DONE: break;
	case OPTS_TROUBLE: status = DOCS_TROUBLE; break;
	}
	zhnorm_free(o.z);
	return status;
}
