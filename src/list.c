#include "list.h"
#include <stdio.h>
#include <string.h>
#include "zhnorm.h"

/* Every rule: identifier, certainty, what it does, a damaged text, and the same repaired. */
static void rules(void)
{
	struct zhnorm_rule_about r;

	for (unsigned i = 0; zhnorm_rule_about(i, &r); i++)
		printf("%s\t%s\t%s\t%s\t%s\n", r.id, r.certainty, r.what, r.damaged, r.repaired);
}

static const struct {
	const char *name;
	void (*print)(void);
} lists[] = {
	{ "rules", rules },
};

bool list_print(const char *what)
{
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (!strcmp(what, lists[i].name)) {
			lists[i].print();
			return true;
		}
	return false;
}
