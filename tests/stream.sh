#!/bin/sh
# A line is written before the next is there: --line-buffered, and what is read and written as a terminal does it.
set -u
tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT
fail=0
bad() {
	echo "FAIL: $*"
	fail=1
}

# Waits until $tmp/out is $tmp/want.
comes() { # WHAT
	i=0
	until cmp -s "$tmp/want" "$tmp/out"; do
		i=$((i + 1))
		test $i -lt 200 || { bad "$1 did not come: $(cat "$tmp/out")"; return; }
		sleep 0.05
	done
}

echo '安装完成以后，请重新启动计算机，再检查网络连接。' >"$tmp/s"
echo '重新啟動系統以後，設定網路。' >"$tmp/t"
echo 'started (ok) user_id=3' >"$tmp/ascii"
iconv -f utf-8 -t gbk "$tmp/s" >"$tmp/gbk"
iconv -f utf-8 -t big5 "$tmp/t" >"$tmp/big5"
mkfifo "$tmp/in" || exit 99

# The writer goes on only when each line has come out.
lines() { # WHAT zhnorm's options
	: >"$tmp/want" >"$tmp/out"
	$ZHNORM --line-buffered "$@" <"$tmp/in" >"$tmp/out" 2>"$tmp/err" &
	exec 3>"$tmp/in"
	for line in $order; do
		case $line in
		gbk) text=s ;;
		big5) text=t ;;
		*) text=$line ;;
		esac
		cat "$tmp/$line" >&3
		cat "$tmp/$text" >>"$tmp/want"
		comes "a line in $line, of $order, $*"
	done
	exec 3>&-
	wait $! || bad "$order: $(cat "$tmp/err")"
	cmp "$tmp/want" "$tmp/out" || bad "$order: the end"
}
for order in s gbk big5 ascii 'ascii big5 gbk ascii' 's big5 s gbk'; do
	lines
	lines -s none
done

# The same text comes out as without, where the document is plain.
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	cat "$tmp/s" "$tmp/t" "$tmp/ascii"
done >"$tmp/long"
for name in utf-8 gbk gb18030 big5-hkscs utf-16le utf-16be hz; do
	iconv -f utf-8 -t $name "$tmp/long" >"$tmp/doc" 2>/dev/null || continue
	for options in '-s none' '-s safe' '-s all -t t' '-s none -t s2tw'; do
		# shellcheck disable=SC2086 # several options
		$ZHNORM $options "$tmp/doc" >"$tmp/want"
		# shellcheck disable=SC2086
		dd if="$tmp/doc" bs=37 2>/dev/null | $ZHNORM --line-buffered $options >"$tmp/out"
		cmp "$tmp/want" "$tmp/out" || bad "$name, $options"
	done
done

# On a terminal lines come by themselves; what is written to a file does not depend on the time.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	: >"$tmp/out"
	printf '%s\r\n' "$(cat "$tmp/s")" >"$tmp/want"
	script -qec "cat '$tmp/in' | $ZHNORM" /dev/null >"$tmp/out" 2>/dev/null </dev/null &
	exec 3>"$tmp/in"
	cat "$tmp/gbk" >&3
	comes "a line on a terminal"
	exec 3>&-
	wait $!
else
	echo "no script(1): a terminal is not tried"
fi
{ cat "$tmp/ascii"; sleep 1; printf '~{VPND~}\n'; } | $ZHNORM -s none >"$tmp/out" &
pid=$!
sleep 0.5
test -s "$tmp/out" && bad "what is written to a file does not wait for the window"
wait $pid
exit $fail
