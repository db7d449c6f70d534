#!/bin/sh
# What goes in and out at the edges: every error is seen, told in one line, and shown by the exit status.
set -u
fail=0
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
bad() { echo "FAIL: $*"; fail=1; }

# want STATUS LINES COMMAND...: the exit status, and how many lines on standard error.
want() {
	s=$1 l=$2
	shift 2
	"$@" >"$tmp/out" 2>"$tmp/err"
	r=$?
	test $r = "$s" || bad "$*: exit status $r, want $s"
	test "$(wc -l <"$tmp/err")" -eq "$l" || { bad "$*: messages:"; cat "$tmp/err"; }
	test "$l" = 0 || grep -q '^zhnorm: ' "$tmp/err" || bad "$*: message without the program's name"
}
# same WANT GOT...: two files, byte for byte.
same() { cmp "$1" "$2" || bad "$3"; }

printf '漢字。\n' >"$tmp/a"
printf '二\n' >"$tmp/b"
: >"$tmp/empty"

full() { $ZHNORM "$tmp/a" >/dev/full; }
closed_out() { $ZHNORM "$tmp/a" >&-; }
closed_in() { $ZHNORM <&-; }
early() { yes 漢字漢字 | head -n 200000 | $ZHNORM | head -n 1; }
test -w /dev/full && want 2 1 full
want 2 1 closed_out
want 2 1 closed_in
# A file that is opened does not take the place of a closed descriptor.
closed_in_to_file() { $ZHNORM -o "$tmp/kept" <&-; }
closed_err_to_file() { $ZHNORM -o "$tmp/told" "$tmp/raw" 2>&-; }
cp "$tmp/a" "$tmp/kept"
want 2 1 closed_in_to_file
same "$tmp/a" "$tmp/kept" "-o without standard input"
printf '漢字\377\n' >"$tmp/raw"
printf '漢字\357\277\275\n' >"$tmp/want"
want 0 0 closed_err_to_file
same "$tmp/want" "$tmp/told" "-o without standard error"
want 0 0 early
want 2 1 $ZHNORM "$tmp/none"
want 2 1 $ZHNORM "$tmp"
want 2 1 $ZHNORM "$tmp/none
line"
# A wrong option is told in one line, which names it.
wrong() { # WHAT ARGUMENT...
	said=$1
	shift
	want 2 1 $ZHNORM "$@"
	grep -q -e "^zhnorm: $said" "$tmp/err" || { bad "$*: message:"; cat "$tmp/err"; }
}
wrong '--no-such-option: no such option' --no-such-option
wrong '--no?such: no such option' '--no
such'
wrong '-y: no such option' --verbose -yv
wrong '--help: takes no value' --help=x
wrong '--encoding: needs a value' -ve
wrong '--invalid: needs a value' --inv
wrong '--list: no such value: klingon' --list=klingon
wrong '--to: no such value: kling?on' -t 'kling
on'
want 2 1 $ZHNORM -e klingon
want 2 1 $ZHNORM -e =
want 2 1 $ZHNORM -s klingon
want 2 1 $ZHNORM --invalid=klingon
want 2 1 $ZHNORM -d "$tmp/none"
want 0 0 $ZHNORM -V
want 0 0 $ZHNORM -h
want 0 0 $ZHNORM --list=rules
want 0 0 $ZHNORM "$tmp/empty"
test -s "$tmp/out" && bad "an empty document gave output"

# The others are still done after a bad one.
want 2 1 $ZHNORM "$tmp/a" "$tmp/none" "$tmp/b"
cat "$tmp/a" "$tmp/b" >"$tmp/want"
same "$tmp/want" "$tmp/out" "operands after a missing one"
$ZHNORM "$tmp/a" - <"$tmp/b" >"$tmp/out"
same "$tmp/want" "$tmp/out" "- is standard input"

# Where the shell has opened an input for output, -o is what is meant.
cp "$tmp/a" "$tmp/self"
appended() { $ZHNORM "$tmp/self" >>"$tmp/self"; }
want 2 1 appended
same "$tmp/a" "$tmp/self" "a file appended to itself"

# -o: the whole file or the old one.
$ZHNORM -o "$tmp/o" "$tmp/a" || bad "-o"
same "$tmp/a" "$tmp/o" "-o"
$ZHNORM -t s -o "$tmp/o" "$tmp/o" || bad "-o onto the input"
printf '汉字。\n' >"$tmp/want"
same "$tmp/want" "$tmp/o" "-o onto the input"
want 2 1 $ZHNORM -o "$tmp/o" "$tmp/b" "$tmp/none"
same "$tmp/want" "$tmp/o" "-o after an error leaves the file as it was"
want 2 1 $ZHNORM -o "$tmp/none/o" "$tmp/a"
ln -s o "$tmp/link"
chmod 640 "$tmp/o"
$ZHNORM -o "$tmp/link" "$tmp/b" || bad "-o through a link"
same "$tmp/b" "$tmp/o" "-o through a link"
test -L "$tmp/link" || bad "-o replaced the link"
case $(ls -l "$tmp/o") in -rw-r-----*) ;; *) bad "-o lost the permissions" ;; esac
ln -s nowhere "$tmp/broken"
want 2 1 $ZHNORM -o "$tmp/broken" "$tmp/a"
test -L "$tmp/broken" || bad "-o replaced a link to nothing"
chmod 4755 "$tmp/o"
$ZHNORM -o "$tmp/o" "$tmp/b" || bad "-o onto a set-user-ID file"
test -u "$tmp/o" && bad "-o made a set-user-ID file"
$ZHNORM -o /dev/null "$tmp/a" || bad "-o /dev/null"
if test "$(find "$tmp" -name 'o.*' | wc -l)" != 0; then bad "temporaries left behind"; fi
(printf '漢字'; sleep 5) | $ZHNORM -o "$tmp/o" &
pid=$!
sleep 0.3
kill -TERM $pid
wait $pid 2>/dev/null
test "$(find "$tmp" -name 'o.*' | wc -l)" = 0 || bad "a signal left the temporary"
same "$tmp/b" "$tmp/o" "a signal leaves the file as it was"

# A byte order mark says which UTF-16 is meant.
printf '漢字\n' >"$tmp/want"
printf '\376\377\157\042\133\127\000\n' | $ZHNORM -e utf-16 | cmp - "$tmp/want" || bad "-e utf-16, big-endian"

# Undecodable bytes.
printf '漢字\377。\n' >"$tmp/raw"
want 0 1 $ZHNORM "$tmp/raw"
printf '漢字\357\277\275。\n' >"$tmp/want"
same "$tmp/want" "$tmp/out" "--invalid=replace"
want 0 0 $ZHNORM -q "$tmp/raw"
want 0 1 $ZHNORM --invalid=keep "$tmp/raw"
same "$tmp/raw" "$tmp/out" "--invalid=keep"
want 1 1 $ZHNORM --invalid=fail "$tmp/raw"
printf '漢字' >"$tmp/want"
same "$tmp/want" "$tmp/out" "--invalid=fail writes what is before the byte"
grep -q 'offset 6' "$tmp/err" || bad "--invalid=fail does not name the offset"
for bytes in '\200' '\300\257' '\340\237\277' '\360\217\277\277' '\355\240\200' '\364\220\200\200' '\346\274' '\376'; do
	# shellcheck disable=SC2059 # the format is the point
	printf "漢字漢字，中文$bytes。漢字" >"$tmp/raw"
	want 0 1 $ZHNORM --invalid=keep "$tmp/raw"
	same "$tmp/raw" "$tmp/out" "ill-formed UTF-8: $bytes"
done
printf '漢\0字\n' >"$tmp/nul"
$ZHNORM -s none "$tmp/nul" | cmp - "$tmp/nul" || bad "-s none loses a NUL"
test "$($ZHNORM "$tmp/nul")" = 漢字 || bad "text behind a NUL is lost"

# What is in no encoding that is read by itself comes out as it came, with a message and status 2; the others are done.
refused() { # NAME FILE
	want 2 1 $ZHNORM "$2"
	same "$2" "$tmp/out" "$1 is not written as it came"
	grep -q "$1" "$tmp/err" || bad "the message does not name $1"
}
printf '\317\360\350\342\345\362, \352\340\352 \344\345\353\340?\n' >"$tmp/ru"
refused windows-1251 "$tmp/ru"
printf '\307\321\261\333 \271\256\300\345\300\324\264\317\264\331\n' >"$tmp/ko"
refused euc-kr "$tmp/ko"
printf '\033$BF|K\134\033(B\n' >"$tmp/ja"
refused iso-2022-jp "$tmp/ja"
head -c 100000 "$(command -v sh)" >"$tmp/sh"
refused binary "$tmp/sh"
want 2 1 $ZHNORM -s none "$tmp/ru" "$tmp/b"
cat "$tmp/ru" "$tmp/b" >"$tmp/want"
same "$tmp/want" "$tmp/out" "a file behind a refused one"
printf '한글 문장입니다\n' >"$tmp/want"
$ZHNORM -s none -e euc-kr "$tmp/ko" 2>/dev/null | cmp - "$tmp/want" || bad "-e euc-kr"
want 2 1 $ZHNORM -e no-such-encoding "$tmp/b"
want 2 1 $ZHNORM -e IBM1390 "$tmp/b"

# The seven-bit encodings, and a document that begins in the midst of a character.
printf '~{VPND~}\n+Ti1lhw-\n' >"$tmp/hz"
printf '中文\n+Ti1lhw-\n' >"$tmp/want"
$ZHNORM -s none "$tmp/hz" | cmp - "$tmp/want" || bad "hz"
printf '\033$)A\016VPND\017\n' | $ZHNORM -s none >"$tmp/out"
printf '中文\n' >"$tmp/want"
same "$tmp/want" "$tmp/out" "iso-2022-cn"
printf 'a +Ti1lhw- b\n' | $ZHNORM -s none >"$tmp/out"
printf 'a 中文 b\n' >"$tmp/want"
same "$tmp/want" "$tmp/out" "utf-7"
printf '\316\304\327\326\264\246\300\355\265\304\271\244\276\337\n' | tail -c +2 >"$tmp/late"
want 0 1 $ZHNORM -s none "$tmp/late"
printf '\357\277\275字处理的工具\n' >"$tmp/want"
same "$tmp/want" "$tmp/out" "a document that begins within a character"

# The environment changes nothing.
POSIXLY_CORRECT=1 $ZHNORM "$tmp/a" -t s >"$tmp/c" 2>/dev/null
LC_ALL=C $ZHNORM -t s "$tmp/a" >"$tmp/u"
same "$tmp/c" "$tmp/u" "POSIXLY_CORRECT changes the output"

LC_ALL=C $ZHNORM -t s "$tmp/a" >"$tmp/c"
LC_ALL=C.UTF-8 $ZHNORM -t s "$tmp/a" >"$tmp/u"
same "$tmp/c" "$tmp/u" "the locale changes the output"
exit $fail
