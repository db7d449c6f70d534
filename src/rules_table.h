/* rules_table.h - an example of each rule; made by dict/mkrules.c of dict/rules.txt.
 *
 * All are texts as they stand in a JSON string: with \n, \", \\, \uXXXX and so on, and no control characters.
 */
#ifndef RULES_TABLE_H
#define RULES_TABLE_H
#include "rule.h"

struct rules_example {
	const char *damaged, *repaired; /* NULL: the rule has no example */
	const char *around; /* the document that shows the damage, with @ in the place of the example; NULL: none */
};
extern const struct rules_example rules_example[RULE_COUNT];

#endif
