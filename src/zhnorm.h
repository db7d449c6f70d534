/* zhnorm.h - the program as one thing: settings in, bytes in, clean UTF-8 out.
 *
 * This is the only header, with io.h and msg.h, that the command line sees. Make one with zhnorm_new(), set it up, then
 * for each document zhnorm_begin(), zhnorm_push() as often as there are bytes, zhnorm_end(). The output depends on the
 * settings and the document's bytes alone, not on how they were cut into pushes, but where zhnorm_flush() is used.
 */
#ifndef ZHNORM_H
#define ZHNORM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct zhnorm;

struct zhnorm *zhnorm_new(void); /* the default settings; given back with zhnorm_free() */
void zhnorm_free(struct zhnorm *z);

/* Settings, before the first document. Each returns false where the value is none that it knows. */
bool zhnorm_encoding(struct zhnorm *z, const char *name); /* of the input; "auto": find it */
bool zhnorm_steps(struct zhnorm *z, const char *list);    /* as -s in zhnorm(1) has it */
bool zhnorm_target(struct zhnorm *z, const char *name);   /* as -t has it */
bool zhnorm_invalid(struct zhnorm *z, const char *what);  /* "replace", "keep" or "fail" */

/* The user's own words from a file (-d), once for each file. On false, error (of size bytes) says what is wrong, with
   the line number where a line is to blame. */
bool zhnorm_words(struct zhnorm *z, const char *file, char *error, size_t size);

/* Writes p[0..n) somewhere; false where it cannot, with errno. */
typedef bool zhnorm_write(void *ctx, const unsigned char *p, size_t n);

/* One change of the whole program: bytes [at, at + len) of the document became outlen bytes at out, by the rules in
   the set (bit r: the rule that zhnorm_rule(r) names). */
struct zhnorm_change {
	uint64_t at, len;
	const unsigned char *out;
	size_t outlen;
	uint64_t rules;
};
typedef void zhnorm_tell(void *ctx, const struct zhnorm_change *change);

/* Every change of the documents to come is told, in order, before the text that it stands in is written. Tracing costs
   time; NULL ends it. */
void zhnorm_trace(struct zhnorm *z, zhnorm_tell *tell, void *ctx);

/* The next document; what was begun before and not ended is dropped. */
void zhnorm_begin(struct zhnorm *z, zhnorm_write *write, void *ctx);

enum zhnorm_status {
	ZHNORM_OK,
	ZHNORM_INVALID, /* zhnorm_invalid(z, "fail") and a byte that does not decode: the text before it is written */
	ZHNORM_WRITE_ERROR /* with errno */
};

/* After anything but ZHNORM_OK the document is over. */
enum zhnorm_status zhnorm_push(struct zhnorm *z, const unsigned char *in, size_t n);
enum zhnorm_status zhnorm_end(struct zhnorm *z);

/* Works on the whole lines of what was pushed, and writes what comes out. Where the encoding is not known yet, lines of
   ASCII go at once, and others where they tell it beyond doubt (opening.h): the lines that there are then take the
   place of the window. A stage may still keep some text back to see what follows. With this the output depends on when
   it was called, too. */
enum zhnorm_status zhnorm_flush(struct zhnorm *z);

/* What happened in the document. */
struct zhnorm_report {
	const char *encoding;       /* its name; where it is refused that of what it looks like, "unknown-8bit" or "binary" */
	bool refused;               /* it is in an encoding that is not read by itself: it came out byte for byte */
	unsigned margin;            /* bits between it and the next best; 0: it was given, marked, or ASCII alone */
	uint64_t bytes;             /* read */
	uint64_t undecodable;       /* bytes of them that decode to nothing and were not repaired */
	uint64_t first_undecodable; /* offset of the first byte that did not decode; UINT64_MAX: none, or not known */
	const unsigned long long *changes; /* by rule */
	const char *script;   /* of the start of the document, as it came: "simplified", "traditional", "mixed", "undecided" */
	const char *standard; /* which one its traditional characters are written by: "OpenCC", "Taiwan", "Hong Kong"; or NULL */
	size_t simplified, traditional; /* characters there that only that script has */
};
struct zhnorm_report zhnorm_report(const struct zhnorm *z);

const char *zhnorm_rule(unsigned rule); /* the identifier of a rule, or NULL where there are no more */

/* What a user may want to know of a rule, with an example. The example's texts are as they stand in JSON strings. */
struct zhnorm_rule_about {
	const char *id, *what;
	const char *certainty; /* "certain", "evident", "probable" or "asked" */
	const char *damaged, *repaired;
};
bool zhnorm_rule_about(unsigned rule, struct zhnorm_rule_about *about); /* false where there are no more */

/* An encoding that can be read: its name, its other names (ending with NULL), and whether it is found by itself. */
struct zhnorm_encoding_about {
	const char *name;
	const char *const *labels;
	bool found;
};
bool zhnorm_encoding_about(unsigned i, struct zhnorm_encoding_about *about); /* false where there are no more */

const char *zhnorm_data(unsigned i);    /* what data tables were made from, for --version; NULL where there are no more */

#endif
