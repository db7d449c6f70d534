#!/bin/sh
# The generators that read texts by dict/source.h refuse wrong ones with FILE:LINE.
set -u
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
bad=$tmp/bad
printf '\344\270\200\t\344\270\201\n' >"$tmp/change" || exit 99 # U+4E00 and U+4E01, here as below

# Each with one text that is wrong and others that are not.
codec() { dict/mkcodec "$bad" "$srcdir/dict/big5.txt" "$srcdir/dict/single.txt"; }
big5() { dict/mkcodec "$srcdir/dict/gb18030.txt" "$bad" "$srcdir/dict/single.txt"; }
single() { dict/mkcodec "$srcdir/dict/gb18030.txt" "$srcdir/dict/big5.txt" "$bad"; }
hanbits() { dict/mkhanbits "$bad"; }
lm() { dict/mklm "$bad" "$tmp/change"; }
fold() { dict/mklm "$srcdir/dict/lm.txt" "$bad"; }
codes() { dict/mkpinyin "$bad" "$tmp/change" /dev/null; }
change() { dict/mkpinyin "$srcdir/dict/gb18030.txt" "$bad" /dev/null; }
reading() { dict/mkpinyin "$srcdir/dict/gb18030.txt" "$tmp/change" "$bad"; }
tags() { dict/mkresidue "$bad" "$srcdir/dict/misconverted.txt"; }
rules() { dict/mkrules "$bad"; }
entities() { dict/mkentities "$bad"; }
compat() { dict/mkcompat "$bad"; }
subjects() { dict/mksubjects "$bad"; }
said() { dict/mksaid "$bad"; }
words() { dict/mkresidue "$srcdir/dict/tags.txt" "$bad"; }
# mkchoose reads OpenCC's dictionaries, too; its messages for those are those of mkdict.
choose() { # WORDS OWN CONTEXTS
	dict/mkchoose -I "$srcdir/dict" -I dict/opencc -I "$OPENCC_DATA" -I "$OPENCC_DATA/../dictionary" "$@" \
		"$srcdir/dict/spellings.txt" "$srcdir/dict/shared.txt" "$srcdir/dict/s.json" "$srcdir/dict/t.json"
}
counted() { choose "$bad" "$srcdir/dict/choose-own.txt" "$srcdir/dict/choose-contexts.txt"; }
contexts() { choose "$srcdir/dict/choose-own.txt" "$srcdir/dict/choose-own.txt" "$bad"; }
all='codec big5 single hanbits lm fold codes change reading tags words rules entities compat subjects said'

wrong() { # a file remembers: most of this runs in the subshells of pipelines
	echo "FAIL: $*"
	: >"$tmp/wrong"
}
tell() { # GENERATOR MESSAGE-PATTERN
	got=$("$1" 2>&1 >/dev/null)
	status=$?
	test $status = 1 || wrong "$1: exit status $status, not 1, for $2"
	case $got in
	$2) ;;
	*) wrong "$1: $got, not $2" ;;
	esac
}
refuse() { # GENERATORS LINE-AND-WHAT; the text on standard input
	cat >"$bad"
	for generator in $1; do
		tell "$generator" "$bad:$2"
	done
}

# Any text
printf '#\n\n\377\n' | refuse "$all" '3: not UTF-8'
for bytes in '\200' '\237\200' '\300\200' '\301\277' '\340\237\277' '\360\217\277\277' '\355\240\200' '\355\277\277' \
	'\364\220\200\200' '\365\200\200\200' '\370\210\200\200\200' '\374\200\200\200' '\344\270' '\344\270a' '\360\237\230'; do
	printf "#$bytes\n" | refuse hanbits '1: not UTF-8'
done
for bytes in '\302\200' '\337\277' '\340\240\200' '\355\237\277' '\356\200\200' '\360\220\200\200' '\364\217\277\277'; do
	printf "s 5 $bytes\n" | refuse hanbits '1: not a Han character'
done
printf '#\n#' | refuse "$all" '2: the last line does not end'
printf '#\n#\0\n' | refuse "$all" '2: a line too long, or a null byte'
printf '#%065534d\n' 0 | refuse "$all" '1: a line too long, or a null byte'
printf '#%065533d\ns\n' 0 | refuse hanbits '2: a row is a script, bits and characters'
printf '' | refuse hanbits ' no rows'
rm "$bad"
for generator in $all; do
	tell "$generator" "$bad: ?*"
done
mkdir "$bad"
for generator in $all; do
	tell "$generator" "$bad: ?*"
done
rmdir "$bad"
got=$(printf '#\nx\n' | dict/mkhanbits - 2>&1 >/dev/null)
test "$got" = '-:2: a row is a script, bits and characters' || wrong "standard input: $got"

# mkcodec
printf '80 \344\270\200\n' | refuse 'codec big5' '1: a row begins with a lead byte from 81 to FE and a space'
printf '81\344\270\200\n' | refuse 'codec big5' '1: a row begins with a lead byte from 81 to FE and a space'
printf '81 \344\270\200\n' | refuse 'codec big5' '1: the row ends before trail byte FE'
printf '81 a\n' | refuse 'codec big5' '1: an ASCII character'
printf '#\nbeyond a2 a1\n' | refuse 'codec big5' '2: a bad or one too many "beyond"'
printf 'range 7 100\nrange 7 101\n' | refuse codec '2: ranges must ascend'
grep -v '^range' "$srcdir/dict/gb18030.txt" | refuse codec '*[0-9]: no ranges'
printf 'western 7F a\n' | refuse single '1: a row is a table, a byte from 80 to FF and a character'
printf 'western 80\n' | refuse single '1: a character is missing'
printf 'latin9 80 \342\202\254\n' | refuse single '1: no such table, or too many rows'

# mkhanbits
printf 's 5 \n' | refuse hanbits '1: a row is a script, bits and characters'
printf 'x 5 \344\270\200\n' | refuse hanbits '1: an unknown script, or bits that do not fit'
printf 't 4 \344\270\200\n' | refuse hanbits '1: an unknown script, or bits that do not fit'
printf 't 20 \344\270\200\n' | refuse hanbits '1: an unknown script, or bits that do not fit'
printf 't 19 a\n' | refuse hanbits '1: not a Han character'
printf 's 5 \344\270\200\nt 5 \344\270\200\ns 6 \344\270\200\n' | refuse hanbits '3: a character in two rows'
printf '#\n' | refuse hanbits '1: no rows'

# mklm
cost='a field is a tab, a cost from 1 to 255, a space and characters'
printf '#\n' | refuse lm '1: no line of costs alone'
printf 'x\t8 N\n' | refuse lm '1: no line of costs alone'
printf '*\t0 N\n' | refuse lm "1: $cost"
printf '*\t256 N\n' | refuse lm "1: $cost"
printf '*\t8N\n' | refuse lm "1: $cost"
printf '*x\t8 N\n' | refuse lm "1: $cost"
printf '*\t8 NAN\n' | refuse lm '1: class named twice'
printf '*\t8 NA\n' | refuse lm '1: class without a cost'
printf '*\t8 \344\270\200\t9 \344\270\200\n' | refuse lm '1: character named twice'
printf '*\t8 \363\260\200\200\n' | refuse lm '1: character out of range'
alone='*\t8 NA0_WHKSLX\344\270\200\n'
printf "$alone"'\344\270\201\t8 N\n' | refuse lm '2: character without a cost of its own'
printf "$alone"'\344\270\200N\t8 N\n' | refuse lm "2: $cost"
printf "$alone"'\344\270\200\t16 NN\n' | refuse lm '2: pair named twice'
printf "$alone"'\344\270\200\t1 NA0\n' | refuse lm '2: pairs leave nothing for other characters'
printf '\344\270\200 \344\270\201\n' | refuse fold '1: no tab after the first character'
printf '\344\270\200\n' | refuse fold '1: no tab after the first character'
printf '\344\270\200\t\n\344\270\201\n' | refuse fold '1: a character is missing'
printf '\344\270\200\t\344\270\201\344\270\200\n' | refuse fold '1: more than one character'

# mkpinyin
printf '\344\270\200 \344\270\201\n' | refuse change '1: a character and a tab expected'
printf '#\n4E00\tkMandarin\ta\n' | refuse reading '2: U+XXXX, a field and a value expected'
printf 'U+4E00\tkMandarin\n' | refuse reading '1: U+XXXX, a field and a value expected'
printf 'U+4E01\tkMandarin\ta\n' | refuse reading '1: no reading of any character'

# mksubjects
printf 'tag\tsays\n' | refuse subjects '1: not a subject, how, and a word'
printf 'x\tsays\t\344\270\200\n' | refuse subjects '1: no such subject: x'
printf 'tag\tx\t\344\270\200\n' | refuse subjects '1: no such kind of word: x'
printf 'tag\tname\tA\n' | refuse subjects '1: a name is of lower-case letters'
printf 'tag\tname\t\n' | refuse subjects '1: an empty word, or one of ASCII'
printf 'tag\tsays\ta\n' | refuse subjects '1: an empty word, or one of ASCII'
printf 'tag\tname\taaaaaaaaaaa\n' | refuse subjects '1: more than 10 characters, or one beyond the Basic*'
printf 'tag\tsays\t\360\240\200\200\n' | refuse subjects '1: more than 10 characters, or one beyond the Basic*'
printf 'tag\tsays\t\344\270\200\ntag\tnot\t\344\270\200\n' | refuse subjects '2: a word is there twice'
awk 'BEGIN { for (i = 0; i < 1025; i++) print "tag\tname\ta" }' | refuse subjects '1025: too many words'

# mksaid
printf '\344\270\200\344\270\200\344\270\200\n' | refuse said '1: not one or two characters of the Basic*'
printf '\360\240\200\200\n' | refuse said '1: not one or two characters of the Basic*'
printf '\344\270\201\n\344\270\200\n' | refuse said '2: the words are in order'

# mkresidue
printf 'a\tb\tc\td\n' | refuse tags '1: more than 3 cells'
printf 'a\tb\tc\td\te\n' | refuse words '1: a fifth cell is "?"'
printf 'a\tb\tc\td\te\tf\n' | refuse 'tags words' '1: more than 5 cells'
printf 'a\tblock\n' | refuse tags '1: not a name, "block" or "inline", and one more'
printf 'a\tx\tpaired\n' | refuse tags '1: not a name, "block" or "inline", and one more'
printf 'a\tblock\tx\n' | refuse tags '1: neither "paired" nor "single"'
printf 'b\tblock\tpaired\na\tblock\tpaired\n' | refuse tags '2: the names are lower case and in order'
awk 'BEGIN { for (i = 101; i <= 165; i++) print i "\tblock\tpaired" }' | refuse tags '65: too many tags'
printf 'A\tblock\tpaired\n' | refuse tags '1: the names are lower case and in order'
printf '\344\270\200\t\344\270\201\n' | refuse words '1: neither three cells nor four'
printf '\344\270\200\t\t<\n' | refuse words '1: too many words, or an empty one'
printf '\344\270\200\ta\t<\n' | refuse words '1: a character that is not Han of the Basic Multilingual Plane'
printf '\344\270\200\t\360\240\200\200\t<\n' | refuse words '1: a character that is not Han of the Basic Multilingual Plane'
printf '\344\270\200\t\344\270\201\t\344\270\200\n' | refuse words "1: a word's ends must stay"
printf '\344\270\200\t\344\270\200\t\344\270\200\n\344\270\200\t\344\270\200\t\344\270\200\n' | refuse words '2: a word is there twice'
printf '\344\270\200\t\344\270\201\t\344\270\200\344\270\200\t\n' | refuse words '1: a pair is there twice'
printf '\344\270\200\344\270\200\t\344\270\201\t\344\270\200\t\n' | refuse words '1: more than 1 characters'
printf '<\t\344\270\200\344\270\201\t\344\270\200\n' | refuse words '1: more than 1 characters'
printf '<\t\344\270\201\t\n<\t\344\270\200\t\n' | refuse words '2: the guards are not in order'
printf '>\t\344\270\200\t\344\270\201\344\270\200\n' | refuse words '1: the characters of a guard are not in order'

# mkentities, mkcompat
printf 'nbsp\ta0\n' | refuse entities '1: not a name, a code point, and "alone" or "beside"'
printf 'nbsp\t1f\talone\n' | refuse entities '1: no code point of the Basic Multilingual Plane'
printf 'nbsp\t10000\talone\n' | refuse entities '1: no code point of the Basic Multilingual Plane'
printf 'nbsp\txy\talone\n' | refuse entities '1: no code point of the Basic Multilingual Plane'
printf 'nbsp\ta0\tnever\n' | refuse entities '1: neither "alone" nor "beside"'
printf 'ninechars\ta0\talone\n' | refuse entities '1: a name is 1 to 8 letters and digits'
printf 'a-b\ta0\talone\n' | refuse entities '1: a name is 1 to 8 letters and digits'
printf 'b\ta0\talone\na\ta0\talone\n' | refuse entities '2: the names are in order'
printf 'f900 \344\270\200\n' | refuse compat '1: not a code point and a tab'
printf 'f900\t\n' | refuse compat '1: no characters'
printf 'f900\t%s\n' "$(printf '\344\270\200%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17)" | refuse compat '1: more than 16 characters'
printf '2\t\344\270\200\n1\t\344\270\200\n' | refuse compat '2: more than 4 blocks, or out of order'
printf '1\t\344\270\200\n' | refuse compat '1: not 4 blocks'

# mkchoose
printf 'x \344\270\200\n' | refuse counted '1: a row is a count and words'
printf '0 \344\270\200\n' | refuse counted '1: a row is a count and words'
printf '1  \344\270\200\n' | refuse counted '1: not one space between words'
printf '1 \344\270\200a\n' | refuse counted '1: not a Han character'
printf '1 %033d\n' 0 | refuse counted '1: not a Han character'
printf '#\n1 %s\n' "$(printf '\344\270\200%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33)" |
	refuse counted '2: a word of more than 32 characters'
printf '\344\270\200\n' | refuse contexts '1: fewer than four cells'
printf '\t\344\270\200\344\270\200\t\t\344\270\200:1\n' | refuse contexts '1: not one character in the second cell'
printf 'b\t\344\270\200\t\t\344\270\200:1\n' | refuse contexts '1: neither a Han character nor 0, a or |'
printf 'aaaaa\t\344\270\200\t\t\344\270\200:1\n' | refuse contexts '1: more than 4 neighbours'
printf '\t\344\270\200\t\t\344\270\200:x\n' | refuse contexts '1: not CHARACTER:COUNT'
printf '\t\344\270\200\t\t\363\260\200\200:1\n' | refuse contexts '1: not CHARACTER:COUNT'
printf 'inf \344\270\200\n' | refuse counted '1: a row is a count and words'
printf '1e400 \344\270\200\n' | refuse counted '1: a row is a count and words'
printf '\t\344\270\200\t\t\344\270\200\n' | refuse contexts '1: not CHARACTER:COUNT'
test ! -e "$tmp/wrong"
