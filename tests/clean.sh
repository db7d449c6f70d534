#!/bin/sh
# clean.sh DIR [OPTION...] - runs zhnorm over the clean texts in DIR (tests/corpus/make.sh makes some) with these options
# and the width step left out, and lists every line that changes. Exit status 1 if any does.
set -u
dir=${1:?usage: clean.sh DIR [OPTION...]}
shift
zhnorm=${ZHNORM:-./zhnorm}
bytes=0 changes=0
tmp=$(mktemp) || exit 99
trap 'rm -f "$tmp"' EXIT
test $# -gt 0 || set -- -s -width
for f in "$dir"/*.txt; do
	# Text that is cut inside a character (the end of a column in a manual page, say) or has control characters in it is
	# not clean there.
	iconv -c -f utf-8 -t utf-8 "$f" | tr -d '\000-\010\013\016-\037\177' >"$tmp"
	if ! "$zhnorm" -q "$@" "$tmp" | diff "$tmp" - >"$tmp.diff"; then
		echo "$f:"
		cat "$tmp.diff"
		changes=$((changes + $(grep -c '^[<>]' "$tmp.diff")))
	fi
	rm -f "$tmp.diff"
	bytes=$((bytes + $(wc -c <"$tmp")))
done
echo "$bytes bytes, $changes changed lines"
test $changes = 0
