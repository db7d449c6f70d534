/* json.h - a small strict reader of JSON (RFC 8259) for the configurations of dict/mkdict.c. */
#ifndef JSON_H
#define JSON_H
#include <stddef.h>

enum json_type { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json {
	enum json_type type;
	unsigned line;      /* where it begins, from 1 */
	char *name;         /* in an object: the member's name, else NULL */
	char *string;       /* UTF-8; a number as it is written; else NULL */
	struct json *child; /* first member or element */
	struct json *next;
};

/* Reads text, NUL-terminated. NULL where it is no JSON: then *line and *what say where and why. Strings with an escaped
   NUL are refused. Never freed: the generator is a short program. */
struct json *json_read(const char *text, unsigned *line, const char **what);

/* The member of that name, or NULL where object is none or has none. */
const struct json *json_member(const struct json *object, const char *name);

#endif
