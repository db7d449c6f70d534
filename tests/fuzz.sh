#!/bin/sh
# The fuzz target over everything that tests and examples hold, and over what fuzzing once found (tests/fuzz/found).
exec tests/fuzz/replay "$srcdir"/tests/golden/*.in "$srcdir"/tests/golden/*.out "$srcdir"/examples/*.txt \
	$(find "$srcdir"/tests/fuzz/found -type f 2>/dev/null)
