#include "json.h"
#include <stdbool.h>
#include <string.h>
#include "mem.h"
#include "utf8.h"

enum { DEPTH = 32 }; /* a configuration has about six */

struct reader {
	const char *p;
	unsigned line, depth;
	const char *what; /* the first thing that was wrong, or NULL */
};

static struct json *value(struct reader *r);

static void *wrong(struct reader *r, const char *what)
{
	if (!r->what)
		r->what = what;
	return NULL;
}

static char skip(struct reader *r)
{
	for (; *r->p == ' ' || *r->p == '\t' || *r->p == '\r' || *r->p == '\n'; r->p++)
		r->line += *r->p == '\n';
	return *r->p;
}

static bool take(struct reader *r, char c)
{
	if (skip(r) != c)
		return false;
	r->p++;
	return true;
}

static int hex4(struct reader *r)
{
	int v = 0;

	for (int i = 0; i < 4; i++) {
		char c = *r->p;
		int d = c >= '0' && c <= '9'                     ? c - '0'
			: (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
								 : -1;

		if (d < 0)
			return -1;
		v = v * 16 + d;
		r->p++;
	}
	return v;
}

/* Behind a backslash: writes what it stands for, at most 4 bytes, and returns how many; 0 where it is wrong. */
static size_t escape(struct reader *r, unsigned char *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	char c = *r->p++;
	const char *at = c ? strchr(from, c) : NULL;

	if (at) {
		*out = (unsigned char)to[at - from];
		return 1;
	}
	int u = c == 'u' ? hex4(r) : -1;
	if (u >= 0xd800 && u < 0xdc00 && r->p[0] == '\\' && r->p[1] == 'u') {
		r->p += 2;
		int low = hex4(r);
		u = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((u - 0xd800) << 10) + (low - 0xdc00) : -1;
	}
	return u > 0 && !(u >= 0xd800 && u < 0xe000) ? utf8_encode((cp)u, out) : 0;
}

static char *string(struct reader *r)
{
	if (!take(r, '"'))
		return wrong(r, "a string is missing");
	/* an escape is never shorter than what it stands for */
	size_t len = 0;
	char *s = mem_zalloc(strlen(r->p) + 1);

	while (*r->p != '"') {
		if ((unsigned char)*r->p < 0x20)
			return wrong(r, "a string does not end, or holds a control character");
		if (*r->p != '\\') {
			s[len++] = *r->p++;
			continue;
		}
		r->p++;
		size_t n = escape(r, (unsigned char *)s + len);
		if (!n)
			return wrong(r, "an escape is wrong");
		len += n;
	}
	r->p++;
	return s;
}

static bool digits(struct reader *r)
{
	const char *from = r->p;

	while (*r->p >= '0' && *r->p <= '9')
		r->p++;
	return r->p > from;
}

static char *number(struct reader *r)
{
	const char *from = r->p;

	r->p += *r->p == '-';
	if (*r->p == '0' ? !r->p++ : !digits(r))
		return wrong(r, "a value is missing");
	if (*r->p == '.' && (r->p++, !digits(r)))
		return wrong(r, "a number is wrong");
	if (*r->p == 'e' || *r->p == 'E') {
		r->p++;
		r->p += *r->p == '+' || *r->p == '-';
		if (!digits(r))
			return wrong(r, "a number is wrong");
	}
	char *s = mem_zalloc((size_t)(r->p - from) + 1);
	memcpy(s, from, (size_t)(r->p - from));
	return s;
}

/* Members of an object or elements of an array, up to and with the closing bracket. */
static struct json *list(struct reader *r, bool object, char close)
{
	struct json *first = NULL, **last = &first;

	if (take(r, close))
		return NULL;
	do {
		char *name = object ? string(r) : NULL;

		if (object && name && !take(r, ':'))
			wrong(r, "a colon is missing");
		struct json *v = r->what ? NULL : value(r);
		if (!v)
			return NULL;
		v->name = name;
		for (const struct json *had = first; object && had; had = had->next)
			if (!strcmp(had->name, name))
				return wrong(r, "a member is there twice");
		*last = v;
		last = &v->next;
	} while (take(r, ','));
	return take(r, close) ? first : wrong(r, "a comma or a closing bracket is missing");
}

static bool word(struct reader *r, const char *w)
{
	if (strncmp(r->p, w, strlen(w)))
		return false;
	r->p += strlen(w);
	return true;
}

static struct json *value(struct reader *r)
{
	struct json *v = mem_zalloc(sizeof *v);
	char c = skip(r);

	v->line = r->line;
	if (c == '{' || c == '[') {
		if (++r->depth > DEPTH)
			return wrong(r, "too deep");
		r->p++;
		v->type = c == '{' ? JSON_OBJECT : JSON_ARRAY;
		v->child = list(r, c == '{', c == '{' ? '}' : ']');
		r->depth--;
	} else if (c == '"') {
		v->type = JSON_STRING;
		v->string = string(r);
	} else if (word(r, "true")) {
		v->type = JSON_TRUE;
	} else if (word(r, "false")) {
		v->type = JSON_FALSE;
	} else if (!word(r, "null")) {
		v->type = JSON_NUMBER;
		v->string = number(r);
	}
	return r->what ? NULL : v;
}

struct json *json_read(const char *text, unsigned *line, const char **what)
{
	struct reader r = { .p = text, .line = 1 };
	struct json *v = value(&r);

	if (v && skip(&r))
		v = wrong(&r, "something follows the value");
	*line = r.line;
	*what = r.what;
	return v;
}

const struct json *json_member(const struct json *object, const char *name)
{
	if (object->type != JSON_OBJECT)
		return NULL;
	for (const struct json *m = object->child; m; m = m->next)
		if (!strcmp(m->name, name))
			return m;
	return NULL;
}
