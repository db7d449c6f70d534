/* entities_table.h - the names of characters in HTML that are decoded; made by dict/mkentities.c of
 * dict/entities.txt. */
#ifndef ENTITIES_TABLE_H
#define ENTITIES_TABLE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ENTITY_NAME = 8 }; /* no name is longer: "thetasym" */

struct entity {
	const char *name;
	uint16_t c;
	bool alone; /* the name is enough: no program has it */
};
extern const struct entity entities[]; /* in the order of strcmp() */
extern const size_t entities_n;

#endif
