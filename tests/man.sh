#!/bin/sh
# The manual page is true: its examples give what it says, it has every option of --help and no other, and mandoc finds
# nothing wrong with it.
set -u
man=$srcdir/man/zhnorm.1
fail=0
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

# Examples: between .Bd -literal and .Ed, "$ command" lines, each followed by what it prints.
sed -n '/^\.Sh EXAMPLES/,/^\.Sh /p' "$man" | awk '/^\.Bd/ {on = 1; next} /^\.Ed/ {on = 0} on' |
	sed 's/\\e/\\/g; s/\\&//g; s/\\-/-/g' >"$tmp/examples"
mkdir "$tmp/bin"
case $ZHNORM in /*) path=$ZHNORM ;; *) path=$PWD/$ZHNORM ;; esac
ln -s "$path" "$tmp/bin/zhnorm"
run() { # the command in $tmp/cmd against $tmp/want
	(cd "$tmp" && PATH=$tmp/bin:$PATH sh ./cmd >got 2>&1)
	diff "$tmp/want" "$tmp/got" || { echo "FAIL: $(cat "$tmp/cmd")"; fail=1; }
}
n=0
while IFS= read -r line; do
	case $line in
	'$ '*)
		test $n = 0 || run
		n=$((n + 1))
		printf '%s\n' "${line#??}" >"$tmp/cmd"
		: >"$tmp/want"
		;;
	*) printf '%s\n' "$line" >>"$tmp/want" ;;
	esac
done <"$tmp/examples"
test $n -gt 0 && run
test $n -ge 4 || { echo "FAIL: only $n examples found"; fail=1; }

# Options: the manual and --help name the same.
$ZHNORM --help | grep -o -e '--[a-z][a-z0-9-]*' | sort -u >"$tmp/help"
sed -n 's/^\.It .*Fl -\([a-z][a-z0-9-]*\).*/--\1/p' "$man" | sort -u >"$tmp/man"
diff "$tmp/help" "$tmp/man" || { echo "FAIL: --help (<) and the manual (>) differ"; fail=1; }
test "$($ZHNORM --help | wc -l)" -le 24 || { echo "FAIL: --help is longer than 24 lines"; fail=1; }

if command -v mandoc >/dev/null; then
	mandoc -T lint -W warning "$man" || { echo "FAIL: mandoc -T lint"; fail=1; }
else
	echo "mandoc is not installed: no lint"
fi
exit $fail
