#!/bin/sh
# dict/mkdict refuses wrong input with FILE:LINE, and makes the same of the same.
set -u
fail=0
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

cp "$srcdir"/tests/levels/* "$tmp" || exit 99
chmod u+w "$tmp"/*
for i in 1 2; do
	dict/mkdict -I "$tmp" "$tmp/tile.json" >"$tmp/table$i" || { echo "FAIL: tests/levels"; fail=1; }
done
cmp "$tmp/table1" "$tmp/table2" || { echo "FAIL: two runs differ"; fail=1; }
own=$srcdir/dict
dict/mkdict -I "$own" -I dict/opencc -I "$OPENCC_DATA" -I "$OPENCC_DATA/../dictionary" "$OPENCC_DATA"/*2*.json \
	"$own/s.json" "$own/s-keep.json" "$own/t.json" "$own/tw.json" "$own/twp.json" "$own/hk.json" "$own/hkp.json" |
	cmp - dict/convert_table.c || { echo "FAIL: not as it was built"; fail=1; }
dict/mkchoose -I "$own" -I dict/opencc -I "$OPENCC_DATA" -I "$OPENCC_DATA/../dictionary" "$own/choose-words.txt" \
	"$own/choose-own.txt" "$own/choose-contexts.txt" "$own/spellings.txt" "$own/shared.txt" "$own/s.json" "$own/t.json" \
	"$own/tw.json" "$own/twp.json" "$own/hk.json" "$own/hkp.json" | cmp - dict/choose_table.c ||
	{ echo "FAIL: what conversion chooses by is not as it was built"; fail=1; }

# It runs in a subshell, so what it finds wrong is left in a file.
refuse() { # FILE:LINE-AND-WHAT; the file's text on standard input
	file=${1%%:*}
	cp "$tmp/$file" "$tmp/$file.good"
	cat >"$tmp/$file"
	got=$(dict/mkdict -I "$tmp" "$tmp/tile.json" 2>&1 >/dev/null) && { echo "FAIL: taken: $1"; : >"$tmp/wrong"; }
	test "$got" = "$tmp/$1" || { echo "FAIL: $got, not $1"; : >"$tmp/wrong"; }
	mv "$tmp/$file.good" "$tmp/$file"
}
json() { printf '{\n "conversion_chain": [{ "dict":\n %s }]%s\n}\n' "$1" "${2-}"; }

printf 'a\tb\nab\n' | refuse 'first.txt:2: not KEY<TAB>VALUES'
printf 'a\tb\tc\n' | refuse 'first.txt:1: not KEY<TAB>VALUES'
printf '#\n\na\t \n' | refuse 'first.txt:3: no value'
printf 'a\tb\na\tc\n' | refuse 'first.txt:2: the key is there already'
printf 'a\tb\nb\tc' | refuse 'first.txt:2: the last line does not end'
printf 'a\t\377\n' | refuse 'first.txt:1: a byte or code point that cannot be in a dictionary'
printf 'a\tb\r\n' | refuse 'first.txt:1: a byte or code point that cannot be in a dictionary'
printf '\ta\n' | refuse 'first.txt:1: a key or value of 0 code points (1 to 32 may be)'
printf 'a\t%s\n' 123456789012345678901234567890123 | refuse 'first.txt:1: a key or value of 33 code points (1 to 32 may be)'
printf 'a\tb\n\0' | refuse 'first.txt: holds a NUL'
printf 'a\t\364\200\200\200\n' | refuse 'first.txt:1: a byte or code point that cannot be in a dictionary'
printf 'a\t\355\240\200\n' | refuse 'first.txt:1: a byte or code point that cannot be in a dictionary'
json '{ "type": "text", "file": "none.txt" }' | refuse 'tile.json:3: no dictionary none.txt'
json '{ "type": "text" }' | refuse 'tile.json:3: "file" is not there, or no string'
json '{ "type": "text", "file": "first.txt", "x": 1 }' | refuse 'tile.json:3: "x" is not supported'
json '{ "type": "group", "dicts": [] , "match_policy": "x" }' | refuse 'tile.json:3: match_policy "x" is not supported'
json '{ "type": "text", "file": "first.txt" }' ', "x": []' | refuse 'tile.json:3: "x" is not supported'
json '{ "type": "text", "file": "first.txt" }' ', "normalization": []' |
	refuse 'tile.json:3: "normalization" is no array of one dictionary'
json '{ "type": "text", "file": "first.txt" }' ', "normalization": [{ "dict": { "type": "text", "file": "first.txt" } }]' |
	refuse 'tile.json:3: "normalization" maps more than compatibility ideographs'
json '{ "type": "text", "file": "first.txt" }' ',' | refuse 'tile.json:4: a string is missing'
json '{ "type": "text", "file": "first.txt" }' ', "a": 1, "a": 2' | refuse 'tile.json:3: a member is there twice'
json '{ "type": "text", "file": "first.txt" }' ', "a": 01' | refuse 'tile.json:3: a comma or a closing bracket is missing'
json '{ "type": "text", "file": "\x" }' | refuse 'tile.json:3: an escape is wrong'
json '{ "type": "text", "file": "first.txt" }' '}' | refuse 'tile.json:4: something follows the value'
json '{ "type": "group" }' | refuse 'tile.json:3: "dicts" is not there, or no array'
json '{ "type": "text", "file": "first.txt" }' ', "segmentation": { "type": "x" }' |
	refuse 'tile.json:3: segmentation of this type is not supported'
json '{ "type": "text", "file": "first.txt" }' ', "segmentation": { "type": "mmseg" }' |
	refuse 'tile.json:3: "dict" is not there'
chain() { # NAME...
	comma=
	printf '{ "conversion_chain": [\n'
	for name; do
		printf '%s{ "dict": { "type": "text", "file": "%s.txt" } }\n' "$comma" "$name"
		comma=,
	done
	printf '] }\n'
}
chain first second first | refuse 'tile.json: more than two dictionaries with phrases, one after another'
chain first second first second first second first second first | refuse 'tile.json:10: the chain is longer than 8'
# Of a derived dictionary the line of that it comes from is named.
chain firstRev >"$tmp/tile.json"
printf '# @reverse-prefer: b a a\na\tb\n' | refuse 'first.txt:1: not @reverse-prefer: VALUE [KEY]'
printf '\nab\n' | refuse 'first.txt:2: not KEY<TAB>VALUES'
chain firstExt >"$tmp/tile.json"
printf '# @tofu-risk:\na\ta\n' | refuse 'first.txt:2: no other value behind @tofu-risk'
cp "$srcdir/tests/levels/tile.json" "$tmp"
printf '{}\n' | refuse 'tile.json:1: "conversion_chain" is not there, or no array, or empty'
printf '' | refuse 'tile.json:1: a value is missing'
test ! -e "$tmp/wrong" || fail=1
exit $fail
