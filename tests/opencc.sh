#!/bin/sh
# Every configuration gives what `opencc -c NAME` gives, over all that its dictionaries hold and over lines glued from
# that. OPENCC_LINES: how many lines (20000 for a thorough run).
set -u
command -v opencc >/dev/null || { echo "opencc is not installed"; exit 77; }
lines=${OPENCC_LINES:-1000}
fail=0
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

# Keys and values, and a list for each family of dictionaries, so that words that overlap meet often.
dict=$OPENCC_DATA
test -f dict/opencc/STPhrases.txt && dict=dict/opencc
cat "$dict"/*.txt | tr '\t ' '\n\n' >"$tmp/all" || exit 99
set -- "$dict"/TW*.txt "$dict"/HK*.txt "$dict"/JP*.txt "$dict"/TS*.txt "$dict"/STC*.txt
cat "$@" | tr '\t ' '\n\n' >"$tmp/few" || exit 99
{
	cat "$tmp/all"
	tests/glue 1 "$lines" <"$tmp/all"
	tests/glue 2 "$lines" <"$tmp/few"
	for family in TW HK JP TS; do
		cat "$dict/$family"*.txt | tr '\t ' '\n\n' | tests/glue 3 "$lines"
	done
	tests/glue 4 2000 <"$tmp/all" | tr -d '\n' # one line
	echo
	printf 'no end of the last line: 头发'
} >"$tmp/in" || exit 99

n=0
for file in "$OPENCC_DATA"/*.json; do
	name=${file##*/}
	name=${name%.json}
	opencc -c "$name" <"$tmp/in" >"$tmp/want" || exit 99
	$ZHNORM -e utf-8 -s none -t "$name" <"$tmp/in" >"$tmp/got" || { echo "FAIL: $name: status $?"; fail=1; }
	cmp "$tmp/want" "$tmp/got" || { echo "FAIL: $name"; fail=1; }
	n=$((n + 1))
done
echo "$n configurations, $(wc -l <"$tmp/in") lines each"
test "$n" -gt 0 || exit 99
exit $fail
