/* escapes_reference.h - references to characters as HTML has them: &#35828; &#x8bf4; &nbsp; */
#ifndef ESCAPES_REFERENCE_H
#define ESCAPES_REFERENCE_H
#include "around.h"
#include <stdbool.h>

enum {
	REFERENCE_AMPS = 4, /* "&amp;" for the ampersand of a reference so many times; more were not met */
	REFERENCE_MAX = 64  /* no reference is longer: that many numbers of eight digits, and one more */
};

struct reference {
	ptrdiff_t len; /* 0: there is none, or none that stands for a character of text */
	cp c;    /* what it stands for: maybe \t, \n, \r, or an invisible character, but no other control; 0: nothing,
		    but that it may be a byte */
	cp byte; /* the number, where that is one of 80 to FF: text decoded as Latin-1 before was written so */
	bool alone; /* it is sure by itself; else it must stand beside Han */
};

/* The reference at in[i], a '&'. An ampersand of its own that was written as a reference (&amp;nbsp;, &#38;amp;lt;) is
   read as often as that was done. */
struct reference reference_at(const struct around *a, ptrdiff_t i);

/* What stands at in[i] when references are decoded. */
cp reference_decoded(const struct around *a, ptrdiff_t i);

#endif
