/* scan.h - the first code point that matters to a stage, looked for many at a time.
 *
 * Most text needs no repair, and nearly all the time of a stage is spent on finding that out. A stage says what matters
 * in a test of one code point; what it does not find is copied with one buf_add().
 *
 *     static inline int matters(cp c) { return scan_is(c, '<') | scan_within(c, 0x2028, 0x2029); }
 *
 *     while ((i = scan(in, i, n, matters)) < n)
 *             ... look at in[i] ...
 */
#ifndef SCAN_H
#define SCAN_H
#include "buf.h"
#include <stdbool.h>

/* A test is 0 or 1, and made of these and | alone: then the loop below needs no branch, and compilers make vector
   instructions of it. It may find too much, where that is cheaper to ask, and the stage looks again. */
typedef int scan_test(cp c);

static inline int scan_is(cp c, cp what) { return c == what; }

/* Whether c is one of first to last. As signed numbers, which the vectors of every machine compare. */
static inline int scan_within(cp c, cp first, cp last)
{
	return (int32_t)(c - first + 0x80000000u) <= (int32_t)(last - first + 0x80000000u);
}

/* The place of the first code point of in[i..n) that the test is true of, or n. It is made for each test anew: without
   that the test would be called, and nothing won. */
__attribute__((always_inline)) static inline size_t scan(const cp *in, size_t i, size_t n, scan_test *matters)
{
	enum { STEP = 32 }; /* more would be looked through again where there is something; fewer make it slower */

	for (; n - i >= STEP; i += STEP) {
		int any = 0;

		for (size_t k = 0; k < STEP; k++)
			any |= matters(in[i + k]);
		if (any)
			break;
	}
	while (i < n && !matters(in[i]))
		i++;
	return i;
}

/* The same for the members of a set: bit c % 32 of word c / 32 for each c of the Basic Multilingual Plane. Beyond that
   it finds too much. */
static inline size_t scan_set(const cp *in, size_t i, size_t n, const uint32_t set[65536 / 32])
{
	enum { STEP = 8 };

	for (; n - i >= STEP; i += STEP) {
		uint32_t any = 0;

		for (size_t k = 0; k < STEP; k++)
			any |= set[in[i + k] / 32 % (65536 / 32)] >> in[i + k] % 32;
		if (any & 1)
			break;
	}
	while (i < n && !(set[in[i] / 32 % (65536 / 32)] >> in[i] % 32 & 1))
		i++;
	return i;
}

/* How many code points of in[0..n) the test is true of. */
__attribute__((always_inline)) static inline size_t scan_count(const cp *in, size_t n, scan_test *matters)
{
	enum { STEP = 64 };
	size_t count = 0, i = 0;

	for (; n - i >= STEP; i += STEP) {
		unsigned here = 0; /* of the width of a code point, so that nothing is widened */

		for (size_t k = 0; k < STEP; k++)
			here += (unsigned)matters(in[i + k]);
		count += here;
	}
	for (; i < n; i++)
		count += (unsigned)matters(in[i]);
	return count;
}

/* Whether the test is true of a code point in the line that in[..to) ends in. before: it is of one before in[from] in
   its line. */
__attribute__((always_inline)) static inline bool scan_line(bool before, const cp *in, size_t from, size_t to,
							    scan_test *matters)
{
	size_t line = to;

	while (line > from && in[line - 1] != '\n')
		line--;
	return (before && line == from) || scan(in, line, to, matters) < to;
}

#endif
