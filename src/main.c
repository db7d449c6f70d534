/* zhnorm - turns scraped Chinese text into clean UTF-8; see zhnorm(1). */
#include "docs.h"

int main(int argc, char **argv)
{
	struct opts o;
	int status = DOCS_OK;

	switch (opts_read(&o, argc, argv)) {
	case OPTS_RUN: status = docs_run(&o); break;
	case OPTS_DONE: break;
	case OPTS_TROUBLE: status = DOCS_TROUBLE; break;
	}
	zhnorm_free(o.z);
	return status;
}
