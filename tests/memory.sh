#!/bin/sh
# Memory does not grow with the input: 60 MB in one line without an end, in 40 MB of address space.
set -u
test "${SANITIZERS:-no}" = no || { echo "sanitizers take address space of their own: skipped"; exit 77; }
(ulimit -v 40960) 2>/dev/null || { echo "no limit on address space here: skipped"; exit 77; }
fail=0
line() { awk 'BEGIN { for (i = 0; i < 500000; i++) printf "漢字(hàn)與文字,什麼時候?我們為進一步做好工作和(1)其他" }'; }
for options in '-s all' '-t s' '-t t' '-s all -t s2twp'; do
	# shellcheck disable=SC2086
	got=$(line | (ulimit -v 40960; $ZHNORM $options) | grep -o 文 | wc -l)
	test "$got" = 500000 || { echo "FAIL: $options: $got of 500000"; fail=1; }
done
exit $fail
