#!/bin/sh
# moved.sh FILE NAME 'VALUE' COMMAND... - what a measurement says when a threshold is another one.
#
# FILE is a source, NAME one of its enumerators; the program is built in a copy of the build directory that this is run in
# with NAME = VALUE, and COMMAND, a word of which may be a program of that build (tests/cut_rate), runs there. So
#
#     for v in 8 10 12 14 16; do tests/bench/moved.sh src/unwrap_layout.c ENOUGH "$v * GAP_BIT" tests/cut_rate FILE...; done
#
# shows how the figures move with it.
set -eu
source=${1:?usage: moved.sh FILE NAME VALUE COMMAND...}
name=$2 value=$3
shift 3
top=$(cd "$(dirname "$0")/../.." && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/top"
(cd "$top" && tar cf - --exclude=./.git --exclude=./build .) | (cd "$tmp/top" && tar xf -)
cp -a . "$tmp/top/build" # where make finds all newer than the sources, but for the one that is changed
sed "s|^\(	$name = \)[^,/]*|\1$value |" "$top/$source" >"$tmp/top/$source"
grep -q "^	$name = " "$top/$source" || { echo "moved.sh: no $name in $source" >&2; exit 2; }
cd "$tmp/top/build"
sed -i "s|$top|$tmp/top|g" Makefile
make -s "$1" >/dev/null
"$@"
