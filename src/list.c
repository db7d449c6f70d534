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

/* Every encoding: its name, "found" where it is found by itself or "named" where only -e reads it, its other names. */
static void encodings(void)
{
	struct zhnorm_encoding_about e;

	for (unsigned i = 0; zhnorm_encoding_about(i, &e); i++) {
		printf("%s\t%s\t", e.name, e.found ? "found" : "named");
		for (const char *const *label = e.labels; *label; label++)
			printf("%s%s", label == e.labels ? "" : " ", *label);
		putchar('\n');
	}
}

static const struct {
	const char *name;
	void (*print)(void);
} lists[] = {
	{ "rules", rules },
	{ "encodings", encodings },
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
