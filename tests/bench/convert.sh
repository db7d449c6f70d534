#!/bin/sh
# convert.sh DIR [RUNS] - how fast conversion is beside opencc and, where node has it, opencc-js; run by hand in the build
# directory. DIR: texts of tests/corpus/make.sh. The programs take turns; CPU time, user and system, of whole processes.
# "manuals" is documentation, three quarters ASCII; "prose" is those lines of all text that are mostly Han, 10 MB.
set -eu
dir=${1:?usage: convert.sh DIR [RUNS]}
here=$(cd "$(dirname "$0")" && pwd)
zhnorm=${ZHNORM:-./zhnorm}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

cat "$dir"/*zh_CN*.txt >"$tmp/s2.manuals"
cat "$dir"/*zh_TW*.txt >"$tmp/t2.manuals"
# Of either script there is less than 10 MB: the rest is what the other became.
cat "$tmp/s2.manuals" "$dir"/more/*zh_CN*.txt "$dir"/fortunes-zh.txt | python3 "$here/prose.py" >"$tmp/s.prose"
cat "$tmp/t2.manuals" "$dir"/more/*zh_TW*.txt | python3 "$here/prose.py" >"$tmp/t.prose"
{ cat "$tmp/s.prose" && "$zhnorm" -e utf-8 -s none -t tw2sp "$tmp/t.prose"; } >"$tmp/s2.prose"
{ cat "$tmp/t.prose" && "$zhnorm" -e utf-8 -s none -t s2twp "$tmp/s.prose"; } >"$tmp/t2.prose"
wc -c "$tmp"/?2.*
python3 "$here/cpu.py" "$zhnorm" "$tmp" "${2:-5}"
