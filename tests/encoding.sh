#!/bin/sh
# Documents in pieces of several encodings, and out of step; what is found is found without iconv's modules.
set -u
tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT
fail=0
bad() {
	echo "FAIL: $*"
	fail=1
}
# No module of iconv's is to be had, so none is needed.
mkdir "$tmp/none"
zhnorm() { GCONV_PATH=$tmp/none $ZHNORM -s none "$@"; }
same() { # WHAT
	cmp "$tmp/want" "$tmp/out" || bad "$1"
}

# A line is in GB 18030 or Big5 in a document of UTF-8, and the other way round.
cat >"$tmp/s" <<'END'
第一部分说明怎样安装系统，需要准备哪些文件。
安装完成以后，请重新启动计算机，再检查网络连接是否正常。
END
cat >"$tmp/t" <<'END'
第二部分說明怎樣設定網路，需要準備哪些檔案。
設定完成以後，請重新啟動電腦，再檢查網路連線是否正常。
END
cat "$tmp/s" "$tmp/t" "$tmp/s" >"$tmp/want"
{ cat "$tmp/s"; iconv -f utf-8 -t big5 "$tmp/t"; iconv -f utf-8 -t gbk "$tmp/s"; } >"$tmp/in"
zhnorm "$tmp/in" >"$tmp/out"
same "UTF-8, Big5, GBK"
{ iconv -f utf-8 -t gbk "$tmp/s"; cat "$tmp/t"; iconv -f utf-8 -t gbk "$tmp/s"; } >"$tmp/in"
zhnorm "$tmp/in" >"$tmp/out"
same "GBK, UTF-8, GBK"
zhnorm -v "$tmp/in" 2>&1 >"$tmp/out" | grep -q ', encoding 1' || bad "lines in another encoding are not told"
dd if="$tmp/in" bs=1 2>/dev/null | zhnorm >"$tmp/out"
same "the same, byte by byte"
zhnorm -e gbk "$tmp/in" >"$tmp/out" 2>/dev/null
cmp -s "$tmp/want" "$tmp/out" && bad "-e reads other encodings, too"

i=0
while test $i -lt 5000; do
	i=$((i + 1))
	echo "<td class=\"x\">$i</td>"
done >"$tmp/ascii"

# Nor is any module, or the list of them, looked for; with -e it is.
opened() { # zhnorm's arguments; its input on standard input
	strace -f -e trace=open,openat -o "$tmp/trace" "$ZHNORM" "$@" >/dev/null 2>"$tmp/err"
	grep -c gconv "$tmp/trace"
}
if strace -o /dev/null true 2>/dev/null; then
	for name in utf-8 gbk gb18030 big5 euc-tw utf-16le utf-16be utf-32le utf-7 iso-2022-cn euc-jp koi8-r; do
		{
			cat "$tmp/ascii"
			echo 重新啟動系統 | iconv -f utf-8 -t $name
		} >"$tmp/in" 2>/dev/null
		test "$(opened "$tmp/in")" = 0 || bad "iconv is used for $name: $(grep gconv "$tmp/trace")"
	done
	echo abc | opened -e koi8-r >"$tmp/n"
	test "$(cat "$tmp/n")" = 0 && bad "strace does not see iconv's modules"
else
	echo "no strace: the files that are opened are not looked at"
fi

# What the first kilobyte tells of one encoding is not doubted because others follow.
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	printf '%s\n' 图标 墙纸 蜡笔 铅笔 喷枪 渐变 画布 滤镜 羽化 锚点 磁盘 键盘
done >"$tmp/labels"
cat "$tmp/labels" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" >"$tmp/want"
{ iconv -f utf-8 -t gbk "$tmp/labels"; tail -n +241 "$tmp/want" | iconv -f utf-8 -t big5; } | zhnorm >"$tmp/out" 2>"$tmp/err"
same "labels in GBK, and text in Big5: $(cat "$tmp/err")"

# The first byte that says nothing is told where it is: 工具重新啟動說明 in Big5 with a byte lost, in a document in GBK.
{ printf '\244u\250\343\255\253\267s\261\260\312\273\241\251\372\n'; iconv -f utf-8 -t gbk "$tmp/s"; } | zhnorm 2>&1 >"$tmp/out" |
	grep -q 'the first at offset 8$' || bad "the first undecodable byte, in a line in another encoding"

# Much ASCII before the first character: the encoding is found there.
cat "$tmp/ascii" "$tmp/t" >"$tmp/want"
{ cat "$tmp/ascii"; iconv -f utf-8 -t big5 "$tmp/t"; } | zhnorm -v >"$tmp/out" 2>"$tmp/err"
same "Big5 behind much ASCII"
grep -q big5 "$tmp/err" || bad "Big5 behind much ASCII: $(cat "$tmp/err")"
{ cat "$tmp/ascii"; echo 工 | iconv -f utf-8 -t gbk; } | zhnorm >"$tmp/out" 2>/dev/null
test "$(tail -n 1 "$tmp/out")" = 工 || bad "a character behind much ASCII"

# A byte is lost, the second of the 11th character: no other is.
iconv -f utf-8 -t gbk "$tmp/s" >"$tmp/gbk"
{ head -c 21 "$tmp/gbk"; tail -c +23 "$tmp/gbk"; } >"$tmp/in"
zhnorm "$tmp/in" >"$tmp/out" 2>"$tmp/err"
grep -q '统，需要准备哪些文件。$' "$tmp/out" || bad "a lost byte: the line behind it is out of step: $(cat "$tmp/out")"
grep -q '^第一部分说明怎样安' "$tmp/out" || bad "a lost byte: the line before it: $(cat "$tmp/out")"
zhnorm -v "$tmp/in" 2>&1 >/dev/null | grep -q 'out-of-step 1' || bad "a lost byte is not told"
grep -q 'not gb18030: 1' "$tmp/err" || bad "a lost byte is no undecodable byte"

# A line that is longer than all windows, out of step in its midst; and lines without an end.
i=0
while test $i -lt 6000; do
	i=$((i + 1))
	printf '需要准备哪些文件，再检查网络连接是否正常。'
done >"$tmp/long"
iconv -f utf-8 -t gbk "$tmp/long" >"$tmp/gbk"
{ head -c 100001 "$tmp/gbk"; tail -c +100003 "$tmp/gbk"; } | zhnorm 2>"$tmp/err" >"$tmp/out"
test "$(($(wc -c <"$tmp/long") - $(wc -c <"$tmp/out")))" -le 6 || bad "a long line: more than two characters are lost"
grep -q 'not gb18030: 1,' "$tmp/err" || bad "a long line: $(cat "$tmp/err")"
{ head -c 100001 "$tmp/gbk"; tail -c +100003 "$tmp/gbk"; } >"$tmp/in"
zhnorm "$tmp/in" 2>"$tmp/err" >"$tmp/out" # in other pieces
grep -q 'not gb18030: 1,' "$tmp/err" || bad "a long line in a file: $(cat "$tmp/err")"

# Tables of rare characters are no text in another encoding, nor out of step.
i=0
while read -r c; do
	i=$((i + 137))
	printf '%s\t%d\n' "$c" "$i"
done >"$tmp/want" <<'END'
笅
笆壁
笆斗
笆簍
笆籬子
笈
笉
笊籬
笋
笌
笍
笎
笏板
笐
虰蛵
虱
虳
虴
虵
虷
虸
蛤柱
蛤灰
蛤蚌
蛤蚧
蛤蜊湯
蛩蛩
蛪
蛫
蛬
END
{ iconv -f utf-8 -t gb18030 "$tmp/s"; iconv -f utf-8 -t gb18030 "$tmp/want"; } | zhnorm >"$tmp/out" 2>/dev/null
cat "$tmp/s" "$tmp/want" >"$tmp/both" && mv "$tmp/both" "$tmp/want"
same "a table of rare characters behind text"

# Nor is a list of signs, which are commas and letters in GB 18030.
for c in ㄓ ㄔ ㄕ ㄖ ㄗ ㄘ ㄙ ㄚ ㄛ ㄜ ㄝ ㄞ ㄟ ㄠ ㄡ ㄢ ㄣ ㄤ ㄥ ㄦ ㄧ ㄨ ㄩ; do
	printf '%s\ta\t0\n' $c
done >"$tmp/list"
cat "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/t" "$tmp/list" >"$tmp/want"
{ iconv -f utf-8 -t big5 "$tmp/want"; iconv -f utf-8 -t gbk "$tmp/s"; } | zhnorm >"$tmp/out" 2>/dev/null
cat "$tmp/s" >>"$tmp/want"
same "a list of bopomofo"
exit $fail
