#!/bin/sh
# kinds.sh DIR - sorts the texts that make.sh made in DIR by what they are, into DIR/kinds/KIND/*.txt, and adds kinds of
# which there are none yet: code with Chinese comments, tables, messages beside the English ones, Korean. For
# tests/clean_report.sh. Needs apt-get (it downloads, and installs nothing) and python3.
set -eu
dir=${1:?usage: kinds.sh DIR}
here=$(cd "$(dirname "$0")" && pwd)
cd "$dir" && dir=$PWD
packages='kicad-doc-zh lilypond-doc-html-zh crawl-common inkscape-tutorials texlive-lang-chinese python-jieba-doc elpa-pyim
	libdtkcore-dev libdtkgui-dev libdtkwidget-dev golang-github-denverdino-aliyungo-dev
	golang-github-mozillazg-go-pinyin-dev friso-dict rime-essay rime-data-luna-pinyin rime-data-wubi iso-codes
	gimp-help-ko libreoffice-help-ko'
catalogues='cataclysm-dda-data wesnoth-1.16-data krita-l10n digikam-data gnucash-common'

cd packages
for p in $packages; do
	ls "$p"_*.deb >/dev/null 2>&1 || apt-get download -q "$p" >&2 || { echo "kinds.sh: cannot download $p" >&2; continue; }
	test -d "../tree/$p" || dpkg -x "$p"_*.deb "../tree/$p"
done
cd ../tree
rm -rf "$dir/kinds"
for kind in books documentation help messages poems code tables mixed japanese korean; do
	mkdir -p "$dir/kinds/$kind"
done
kind() { # KIND FILE...: texts that are there already
	k=$1
	shift
	for f in "$@"; do ln -f "$dir/$f" "$dir/kinds/$k/"; done
}
cd "$dir"
kind books debian-*-zh_*.txt maint-guide-*.txt installation-guide-*.txt
kind documentation manpages-zh_*.txt
kind help gnome-help-*.txt gimp-help-*.txt more/libreoffice-help-zh_*.txt more/linux-zh_*.txt
kind poems fortunes-zh.txt
for f in more/*-zh_*.txt; do
	case $f in *libreoffice* | *linux*) ;; *) kind messages "$f" ;; esac
done
kind japanese more/*-ja.txt

cd "$dir/tree"
kinds=$dir/kinds
text() { python3 "$here/text.py"; }
find debian-handbook -path '*ja-JP*' -name '*.html' | sort | text >"$kinds/japanese/debian-handbook-ja.txt"
find gnome-user-docs -path '*/ja/*' -name '*.page' | sort | text >"$kinds/japanese/gnome-help-ja.txt"
find debian-handbook -path '*ko-KR*' -name '*.html' | sort | text >"$kinds/korean/debian-handbook-ko.txt"
find gnome-user-docs -path '*/ko/*' -name '*.page' | sort | text >"$kinds/korean/gnome-help-ko.txt"
find gimp-help-ko -name '*.html' | sort | text >"$kinds/korean/gimp-help-ko.txt"
find libreoffice-help-ko -name '*.html' | sort | text >"$kinds/korean/libreoffice-help-ko.txt"
find kicad-doc-zh -name '*.html' | sort | text >"$kinds/help/kicad-zh_CN.txt"
find lilypond-doc-html-zh -name '*.zh.html' | sort | text >"$kinds/help/lilypond-zh_CN.txt"
find inkscape-tutorials -name '*.zh_CN.svg' | sort | text >"$kinds/help/inkscape-zh_CN.txt"
find inkscape-tutorials -name '*.zh_TW.svg' | sort | text >"$kinds/help/inkscape-zh_TW.txt"
cat crawl-common/usr/share/crawl/dat/descript/zh/*.txt >"$kinds/messages/crawl-zh_CN.txt"

# Each file of code is a document.
find texlive-lang-chinese python-jieba-doc elpa-pyim libdtk* golang-* -type f | sort |
	python3 "$here/code.py" "$kinds/code"

cat friso-dict/usr/share/friso/dict/UTF-8/*.lex >"$kinds/tables/friso.txt"
cp python-jieba-doc/usr/share/doc/python-jieba-doc/examples/extra_dict/dict.txt.big "$kinds/tables/jieba.txt"
cp rime-essay/usr/share/rime-data/essay.txt "$kinds/tables/rime-essay.txt"
for f in luna_pinyin wubi86; do cp rime-data-*/usr/share/rime-data/build/$f.table.txt "$kinds/tables/$f.txt"; done
for lang in zh_CN zh_TW; do
	find iso-codes -path "*/$lang/*.mo" | sort | python3 "$here/catalogue.py" --table >"$kinds/tables/iso-codes-$lang.txt"
	for p in $catalogues; do
		find "$p" -path "*/$lang/*.mo" | sort | python3 "$here/catalogue.py" --both >"$kinds/mixed/${p%-data}-$lang.txt"
	done
done
find "$kinds" -name '*.txt' -size -1k -exec rm {} +
for k in "$kinds"/*; do
	echo "${k##*/} $(cat "$k"/*.txt | wc -c)"
done
