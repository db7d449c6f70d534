#!/bin/sh
# Real scraped pages, where they are at hand: ZHNORM_SEEDS names their directory. Twice is once; and a copy in another
# encoding gives what the UTF-8 original gives.
set -u
seeds=${ZHNORM_SEEDS-}
ls "$seeds"/*.txt >/dev/null 2>&1 || { echo "no pages in ZHNORM_SEEDS=$seeds: skipped"; exit 77; }
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
fail=0

# copy ENCODING NAME: $tmp/in in that encoding gives what it gives in UTF-8. Characters that the encoding does not have
# are left out of both.
copy() {
	iconv -c -f utf-8 -t "$1" "$tmp/in" >"$tmp/copy"
	iconv -c -f "$1" -t utf-8 "$tmp/copy" >"$tmp/utf8"
	for options in '-s all' '-s all -t s'; do
		# shellcheck disable=SC2086
		$ZHNORM $options "$tmp/utf8" >"$tmp/want"
		# shellcheck disable=SC2086
		$ZHNORM $options "$tmp/copy" | cmp - "$tmp/want" || { echo "FAIL: $2 in $1, $options"; fail=1; }
	done
}

for page in "$seeds"/*.txt; do
	name=${page##*/}
	for options in '' '-t s' '-t t' '-s all' '-s all -t s' '-s all -t t'; do
		# shellcheck disable=SC2086
		$ZHNORM $options "$page" >"$tmp/once" || { echo "FAIL: $name: exit status"; fail=1; }
		# shellcheck disable=SC2086
		$ZHNORM $options "$tmp/once" | cmp - "$tmp/once" || { echo "FAIL: not a fixed point: $name $options"; fail=1; }
	done
	cp "$page" "$tmp/in"
	for encoding in gb18030 utf-16le utf-16be utf-16; do
		copy $encoding "$name"
	done
	# Big5 has no simplified characters: a traditional copy of the page.
	$ZHNORM -s none -t s2t "$page" >"$tmp/in"
	copy big5-hkscs "$name"
done
exit $fail
