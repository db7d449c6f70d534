#!/bin/sh
# identity.sh TEXTS [UPSTREAM [CONFIG...]] - zhnorm -s none -t CONFIG gives the very bytes that OpenCC gives; thorough, run
# by hand in the build directory. TEXTS: what tests/corpus/make.sh made.
#
# The reference is opencc(1) with the data that zhnorm was built from. With UPSTREAM, the directory "data" of OpenCC's
# source of 1.3.2 or later, from which zhnorm was built (--with-opencc-data=UPSTREAM), it is tests/opencc.py, and the
# dictionaries that OpenCC's build derives from others are derived by its own scripts. UPSTREAM may be empty.
#
# Each configuration is given text in its script, lines glued from pieces of the dictionaries, and one line of 1 MB: the
# latter at every place relative to the blocks that it is worked on in, and through a pipe in odd pieces; and short texts
# that end in a key. Prints bytes, lines and how many of them differ. IDENTITY_BYTES: of text (20 MB; 4 MB, more than 1 M characters, with UPSTREAM, as
# tests/opencc.py is slow); IDENTITY_LINES: glued (100000; 60000).
set -eu
texts=${1:?usage: identity.sh TEXTS [UPSTREAM [CONFIG...]]}
upstream=${2-}
test $# -lt 2 || shift
shift
here=$(cd "$(dirname "$0")" && pwd)
zhnorm=${ZHNORM:-./zhnorm}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

if test -n "$upstream"; then
	bytes=${IDENTITY_BYTES:-4000000} lines=${IDENTITY_LINES:-60000}
	config=$upstream/config dict=$tmp/dict
	scripts=$upstream/scripts
	mkdir "$dict"
	cp "$upstream"/dictionary/*.txt "$dict"
	for name in TWVariants HKVariants JPShinjitaiCharacters; do
		python3 "$scripts/reverse.py" "$dict/$name.txt" "$dict/${name}Rev.txt"
	done
	python3 "$scripts/extract_tofu_risk.py" "$dict/TSCharacters.txt" "$dict/TSCharactersExt.txt"
	python3 "$scripts/generate_st_phrases_from_regional_phrases.py" --input "$dict/HKPhrases.txt" \
		--input "$dict/TWPhrases.txt" --output "$dict/STPhrases_GeneratedFromRegionalPhrases.txt" \
		--opencc "$here/opencc.py" --config "$config/t2s.json" --dict-dir "$dict"
	reference() { "$here/opencc.py" -c "$config/$1.json" --path "$dict"; }
else
	bytes=${IDENTITY_BYTES:-20000000} lines=${IDENTITY_LINES:-100000}
	config=$(sed -n 's/^OPENCC_DATA = //p' Makefile)
	dict=$(sed -n 's/^OPENCC_TEXT = //p' Makefile)
	test -f dict/opencc/STPhrases.txt && dict=dict/opencc
	reference() { split -C 1000000 --filter="opencc -c $1"; } # some versions err at every MiB
fi
ours() { "$zhnorm" -e utf-8 -s none -t "$1"; }
export LC_ALL=C # files in one order, patterns of bytes

# Text of each script. What there is too little of is made of the other: that has words in it that native text has not.
clean() { iconv -c -f utf-8 -t utf-8 | tr -d '\000'; } # opencc(1) drops what follows such bytes
cat "$texts"/*zh_CN*.txt "$texts"/more/*zh_CN*.txt "$texts"/fortunes-zh.txt | clean >"$tmp/s.all"
cat "$texts"/*zh_TW*.txt "$texts"/more/*zh_TW*.txt | clean >"$tmp/t.all"
cat "$texts"/more/*ja*.txt | clean >"$tmp/j.all"
ours tw2sp <"$tmp/t.all" >"$tmp/s.made"
{ ours s2twp <"$tmp/s.all"; ours s2hk <"$tmp/s.all"; } >"$tmp/t.made"
cat "$tmp/s.made" >>"$tmp/s.all"
cat "$tmp/t.made" >>"$tmp/t.all"

# spread FILE N: about N bytes of its lines, from everywhere in it.
spread() {
	awk -v n="$2" -v all="$(wc -c <"$1")" \
		'{ len = length($0) + 1; seen += len } seen * n >= out * all { print; out += len }' "$1"
}
for script in s t j; do
	spread "$tmp/$script.all" "$bytes" >"$tmp/$script.text"
done

# Glued lines. "odd" has the keys and values with ASCII, with marks, or outside of the basic plane, and what description
# sequences and compatibility ideographs are made of.
words() { grep -hv '^#' "$@" | tr '\t ' '\n\n'; }
nonbmp=$(printf '[\360-\364]') dot=$(printf '\302\267')
words "$dict"/*.txt >"$tmp/all"
words "$dict"/TW*.txt "$dict"/HK*.txt "$dict"/JP*.txt "$dict"/TS*.txt "$dict"/STC*.txt >"$tmp/few"
{
	grep -h "[!-~]\|$dot" "$tmp/all"
	for _ in 1 2 3; do # often
		printf '%s\n' ⿰ ⿰亻 ⿱ ⿲ ⿲氵车 ⿳ ⿴囗 ⿵ ⿻ ⿾ ⿿ ⿰⿱艹头发 ⿱⿱⿱
		printf '%s\n' 豈 更 車 金 丽 你 㒞 U S B X - · 2
	done
} >"$tmp/odd"
grep -h "$nonbmp" "$tmp/all" >"$tmp/nonbmp"
cat "$tmp/odd" >>"$tmp/nonbmp"
part() { tests/glue "$1" $((lines * $2 / 100)); } # SEED PERCENT
{
	part 1 35 <"$tmp/all"
	part 2 15 <"$tmp/few"
	part 3 20 <"$tmp/odd"
	part 4 10 <"$tmp/nonbmp"
	for family in TW HK JP TS; do
		words "$dict/$family"*.txt | part 5 5
	done
} >"$tmp/glued"

# One line of 1 MB.
{ cat "$tmp/few" "$tmp/odd" "$tmp/odd" "$tmp/few"; head -n 20000 "$tmp/all"; } | tests/glue 6 40000 | tr -d '\n' |
	head -c 1000000 | clean >"$tmp/long"

# Short texts that end in a key, about where one of the first four blocks of 64 does.
grep '......' "$tmp/all" >"$tmp/words"
spread "$tmp/words" 20000 | head -n 1000 |
	awk '{ for (n = 56 + NR % 12 + int(NR / 12) % 4 * 64; n; n--) printf "。"; print }' >"$tmp/ends"

status=0
# report CONFIG WHAT INPUT WANT GOT
report() {
	differ=0
	cmp -s "$4" "$5" || differ=$(diff -a "$4" "$5" | grep -c '^[<>]') || :
	test "$differ" = 0 || status=1
	printf '%-8s %-12s %10d bytes %8d lines %6d differ\n' "$1" "$2" "$(wc -c <"$3")" "$(wc -l <"$3")" "$differ"
}

# trouble CONFIG WHAT INPUT TIMES: the same, of what was looked at so many times; $tmp/wrong says what went wrong.
trouble() {
	test ! -s "$tmp/wrong" || status=1
	printf '%-8s %-12s %10d bytes %8d times %6d differ\n' "$1" "$2" "$(wc -c <"$3")" "$4" "$(wc -l <"$tmp/wrong")"
	cat "$tmp/wrong"
}

# For the line, which only the edges of our own blocks and reads could break, the reference is asked once.
long() {
	reference "$1" <"$tmp/long" >"$tmp/want"
	: >"$tmp/wrong"
	# Before it, as many of a mark that is in no dictionary.
	: >"$tmp/marks"
	for n in $(seq 0 66); do
		cat "$tmp/marks" "$tmp/want" >"$tmp/want.behind"
		cat "$tmp/marks" "$tmp/long" | ours "$1" | cmp -s - "$tmp/want.behind" ||
			echo "behind $n marks" >>"$tmp/wrong"
		printf '。' >>"$tmp/marks"
	done
	for n in 3 7 61 4093 65537; do
		dd obs="$n" ibs="$n" <"$tmp/long" 2>/dev/null | ours "$1" | cmp -s - "$tmp/want" ||
			echo "in pieces of $n" >>"$tmp/wrong"
	done
	trouble "$1" "1 line" "$tmp/long" 72
}

# Each of them is a document, which opencc(1) sees as a line.
ends() {
	reference "$1" <"$tmp/ends" >"$tmp/want"
	while IFS= read -r text <&3 && IFS= read -r want <&4; do
		test "$(printf %s "$text" | ours "$1")" = "$want" || echo "$text"
	done 3<"$tmp/ends" 4<"$tmp/want" >"$tmp/wrong"
	trouble "$1" "texts" "$tmp/ends" "$(wc -l <"$tmp/ends")"
}

# shellcheck disable=SC2046 # names
test $# -gt 0 || set -- $(for file in "$config"/*2*.json; do basename "$file" .json; done)
for name; do
	case $name in s*) script=s ;; jp*) script=j ;; *) script=t ;; esac
	for what in "$script.text" glued; do
		reference "$name" <"$tmp/$what" >"$tmp/want"
		ours "$name" <"$tmp/$what" >"$tmp/got"
		report "$name" "${what#*.}" "$tmp/$what" "$tmp/want" "$tmp/got"
	done
	long "$name"
	ends "$name"
done
exit $status
