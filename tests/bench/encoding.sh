#!/bin/sh
# encoding.sh DIR [SAMPLES] - how often the encoding of a document is found, by zhnorm and by other programs, and how
# long that takes: tables in Markdown. DIR: texts of tests/corpus/make.sh. Run by hand in the build directory.
#
# The samples are made in SAMPLES, a directory (a temporary one without it), always the same: NNNNN, and answers.tsv
# with what each of them is and what each program called it. Takes 8 minutes, most of them charset-normalizer's. Needs
# apt-get (it downloads, and installs nothing), iconv(1) and python3; compared are those that are there of uchardet,
# enca, file, python3-icu, python3-chardet and python3-charset-normalizer. PYTHON is that which has these.
set -eu
dir=${1:?usage: encoding.sh DIR [SAMPLES]}
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python=${PYTHON:-/usr/bin/python3}

# Other languages: translations which dict/foreign.txt was not made of. And a program, as one kind of binary data.
mkdir -p "$dir/packages" "$dir/tree"
dir=$(cd "$dir" && pwd)
cd "$dir/packages"
for p in libgtk-3-common libgtk-4-common libglib2.0-data iso-codes libglib2.0-0; do
	ls "$p"_*.deb >/dev/null 2>&1 || apt-get download -q "$p" >&2 || {
		echo "encoding.sh: cannot download $p" >&2
		exit 2
	}
	test -d "$dir/tree/$p" || dpkg -x "$p"_*.deb "$dir/tree/$p"
done
cd "$OLDPWD"

samples=${2:-$tmp/samples}
mkdir -p "$samples"
"$python" "$here/encoding_samples.py" "$dir" "$samples"
"$python" "$here/encodings.py" "${ZHNORM:-./zhnorm}" "$samples"
