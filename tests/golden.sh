#!/bin/sh
# tests/golden/NAME.in, run with the arguments in NAME.args (none: no such file), must become NAME.out; and NAME.out, run
# the same way, must stay as it is.
set -u
fail=0
n=0
for in in "$srcdir"/tests/golden/*.in; do
	base=${in%.in}
	args=
	test -f "$base.args" && args=$(cat "$base.args")
	# shellcheck disable=SC2086 # a list of words
	$ZHNORM $args "$in" | cmp - "$base.out" || { echo "FAIL: ${base##*/}"; fail=1; }
	# The output is UTF-8, whatever encoding the arguments give the input.
	# shellcheck disable=SC2086,SC2046
	$ZHNORM $(echo " $args" | sed 's/ -e *[^ ]*//') "$base.out" | cmp - "$base.out" || { echo "FAIL: not a fixed point: ${base##*/}"; fail=1; }
	n=$((n + 1))
done
# The sample pages are all the same text, before it was damaged.
for page in pinyin pages report; do
	$ZHNORM -t s "$srcdir/examples/$page.txt" | cmp - "$srcdir/examples/report.txt" || { echo "FAIL: examples/$page.txt"; fail=1; }
done
echo "$n golden files"
test "$n" -gt 0 || exit 99
exit $fail
