#!/bin/sh
# Includes go to the same floor or down (HACKING.md). A source file that is on no floor fails: give it one.
set -u
floor() {
	case $1 in
	mem | msg | io | ascii | buf | utf8 | utf8_three) echo 0 ;;
	scan | han | markup | around | prose | subject | line | rule | trie | phrases | choose | survey | lm | familiar | words | cp936 | legacy | hanbits | rarity | reading | *_table) echo 1 ;;
	codec | codec_* | colour | declared | price | align | mixed | bid | binary | foreign) echo 2 ;;
	stage | note | trace | undo | undo_* | mojibake | mojibake_* | eol | ctrl | escapes | escapes_* | forms | pinyin | pinyin_* | realign | realign_* | repair | tag | title | residue | doubled | regional | misconverted | width | width_* | unwrap | unwrap_* | convert | target | stage_*) echo 3 ;;
	detect | reader | input | chain | opening) echo 4 ;;
	zhnorm | zhnorm_about) echo 5 ;;
	opts | list | docs | output | main) echo 6 ;;
	*) echo none ;;
	esac
}
fail=0
for f in "$srcdir"/src/*.[ch]; do
	name=${f##*/}
	mine=$(floor "${name%.[ch]}")
	test "$mine" = none && { echo "FAIL: $name is on no floor"; fail=1; continue; }
	for header in $(sed -n 's/^#include "\(.*\)\.h".*/\1/p' "$f"); do
		test "$header" = config && continue
		its=$(floor "$header")
		if test "$its" = none; then echo "FAIL: $name includes $header.h, which is on no floor"; fail=1; continue; fi
		test "$its" -le "$mine" || { echo "FAIL: $name (floor $mine) includes $header.h (floor $its)"; fail=1; }
		# The command line sees the facade, not the rooms behind it.
		if test "$mine" = 6 && test "$its" -lt 5; then
			case $header in io | msg) ;; *) echo "FAIL: $name includes $header.h behind the facade"; fail=1 ;; esac
		fi
	done
done
exit $fail
