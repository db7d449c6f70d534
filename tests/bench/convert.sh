#!/bin/sh
# convert.sh DIR [RUNS] - how fast conversion is beside opencc and, where node has it, opencc-js; run by hand in the build
# directory. DIR: texts of tests/corpus/make.sh. The programs take turns; CPU time, user and system, of whole processes.
# "manuals" is all of the text, three quarters ASCII; "prose" is those of its lines that are mostly Han.
set -eu
dir=${1:?usage: convert.sh DIR [RUNS]}
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

cat "$dir"/*zh_CN*.txt "$dir"/fortunes-zh.txt >"$tmp/s2.manuals"
cat "$dir"/*zh_TW*.txt >"$tmp/t2.manuals"
for script in s2 t2; do
	python3 "$here/prose.py" <"$tmp/$script.manuals" >"$tmp/$script.prose"
done
python3 "$here/cpu.py" "${ZHNORM:-./zhnorm}" "$tmp" "${2:-5}"
