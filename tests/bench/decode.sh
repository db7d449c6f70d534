#!/bin/sh
# decode.sh DIR [RUNS] - how fast text is decoded beside iconv, and encodings found beside uchardet; run by hand in the
# build directory. DIR: texts of tests/corpus/make.sh, with DIR/more. Prints a table in Markdown. "manuals" is
# documentation, three quarters ASCII; "prose" is those lines of all text that are mostly Han.
set -eu
dir=${1:?usage: decode.sh DIR [RUNS]}
here=$(cd "$(dirname "$0")" && pwd)
zhnorm=$(realpath "${ZHNORM:-./zhnorm}")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

cat "$dir"/*zh_CN*.txt >"$tmp/s.manuals"
cat "$dir"/*zh_TW*.txt >"$tmp/t.manuals"
cat "$tmp/s.manuals" "$dir"/more/*zh_CN*.txt "$dir"/fortunes-zh.txt | python3 "$here/prose.py" >"$tmp/s.prose"
cat "$tmp/t.manuals" "$dir"/more/*zh_TW*.txt | python3 "$here/prose.py" >"$tmp/t.prose"
for kind in prose manuals; do
	iconv -c -f UTF-8 -t GB18030 "$tmp/s.$kind" >"$tmp/GB18030.$kind" || :
	iconv -c -f UTF-8 -t BIG5-HKSCS "$tmp/t.$kind" >"$tmp/BIG5-HKSCS.$kind" || :
	cat "$tmp/s.$kind" "$tmp/t.$kind" >"$tmp/UTF-8.$kind"
done
python3 "$here/decode.py" "$zhnorm" "$tmp" "${2:-5}"
