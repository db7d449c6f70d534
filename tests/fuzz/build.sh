#!/bin/sh
# build.sh DIR - builds the libFuzzer target in DIR with clang; run it as DIR/fuzz_zhnorm CORPUS.
set -eu
dir=${1:?usage: build.sh DIR}
top=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$dir"
cd "$dir"
test -f Makefile || "$top/configure" CC=clang \
	CFLAGS='-g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'
make -s src/libzhnorm.a
clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -I"$top/src" -o fuzz_zhnorm \
	"$top/tests/fuzz/fuzz_zhnorm.c" "$top/tests/rebuild.c" src/libzhnorm.a
