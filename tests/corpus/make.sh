#!/bin/sh
# make.sh DIR - clean Chinese text in DIR/*.txt, made of documentation in Debian's packages: for tests that are too large
# to ship. DIR/more gets text that is varied rather than clean, for comparing conversions: translated messages, help full
# of formulas, Japanese. Needs apt-get (it downloads, and installs nothing), python3, mandoc; takes a few minutes and
# 2 GB.
set -eu
dir=${1:?usage: make.sh DIR}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$dir/packages" "$dir/tree" "$dir/more"
dir=$(cd "$dir" && pwd)

packages='manpages-zh debian-reference-zh-cn debian-reference-zh-tw debian-handbook debian-faq-zh-cn maint-guide-zh-cn
	maint-guide-zh-tw gnome-user-docs gimp-help-zh-cn installation-guide-amd64 fortunes-zh debian-edu-doc-zh-cn'
catalogues='cataclysm-dda-data wesnoth-1.16-data krita-l10n digikam-data evolution-common gnucash-common
	plasma-workspace-data kdenlive-data kalzium-data freeciv-data'
more="$catalogues libreoffice-help-zh-cn libreoffice-help-zh-tw linux-doc-6.1
	manpages-ja debian-reference-ja gimp-help-ja libreoffice-help-ja"

cd "$dir/packages"
for p in $packages $more; do
	ls "$p"_*.deb >/dev/null 2>&1 || apt-get download -q "$p" >&2 || { echo "make.sh: cannot download $p" >&2; continue; }
	test -d "$dir/tree/$p" || dpkg -x "$p"_*.deb "$dir/tree/$p"
done
cd "$dir/tree"

# Manual pages, rendered as a terminal of 78 columns shows them; one text for each language.
manuals() {
	sort | while read -r f; do
		zcat "$f" | mandoc -K utf-8 -T utf8 -O width=78 2>/dev/null | sed "s/.$(printf '\b')//g"
	done
}
for lang in zh_CN zh_TW; do
	find manpages-zh -path "*/$lang/man*" -name '*.gz' | manuals >"$dir/manpages-$lang.txt"
done

# Books in HTML, help in Mallard: tags off, a blank line between paragraphs.
text() { python3 "$here/text.py"; }
find debian-reference-zh-cn -name '*.zh-cn.html' | sort | text >"$dir/debian-reference-zh_CN.txt"
find debian-reference-zh-tw -name '*.zh-tw.html' | sort | text >"$dir/debian-reference-zh_TW.txt"
find debian-handbook -path '*zh-CN*' -name '*.html' | sort | text >"$dir/debian-handbook-zh_CN.txt"
find debian-faq-zh-cn debian-edu-doc-zh-cn -name '*.html' | sort | text >"$dir/debian-faq-zh_CN.txt"
find maint-guide-zh-cn -name '*.html' | sort | text >"$dir/maint-guide-zh_CN.txt"
find maint-guide-zh-tw -name '*.html' | sort | text >"$dir/maint-guide-zh_TW.txt"
find gimp-help-zh-cn -name '*.html' | sort | text >"$dir/gimp-help-zh_CN.txt"
find installation-guide-amd64 -path '*/zh_CN/*' -name '*.html' | sort | text >"$dir/installation-guide-zh_CN.txt"
find gnome-user-docs -path '*/zh_CN/*' -name '*.page' | sort | text >"$dir/gnome-help-zh_CN.txt"
find gnome-user-docs -path '*/zh_TW/*' -name '*.page' | sort | text >"$dir/gnome-help-zh_TW.txt"
find gnome-user-docs -path '*/zh_HK/*' -name '*.page' | sort | text >"$dir/gnome-help-zh_HK.txt"

# Sayings and poems of the Tang.
for f in fortunes-zh/usr/share/games/fortunes/*; do
	case $f in *.dat | *.u8) ;; *) sed "s/$(printf '\033')\[[0-9;]*m//g" "$f" ;; esac
done >"$dir/fortunes-zh.txt"

# Translated messages: each package has those of one program, and each of them has terms of its own.
for lang in zh_CN zh_TW; do
	for p in $catalogues; do
		find "$p" -path "*/$lang/*.mo" | sort | python3 "$here/catalogue.py" >"$dir/more/${p%-data}-$lang.txt"
	done
done
find libreoffice-help-zh-cn -name '*.html' | sort | text >"$dir/more/libreoffice-help-zh_CN.txt"
find libreoffice-help-zh-tw -name '*.html' | sort | text >"$dir/more/libreoffice-help-zh_TW.txt"
find linux-doc-6.1 -path '*/zh_CN/*.html' | sort | text >"$dir/more/linux-zh_CN.txt"
find linux-doc-6.1 -path '*/zh_TW/*.html' | sort | text >"$dir/more/linux-zh_TW.txt"
find manpages-ja -path '*/ja/man*' -name '*.gz' | manuals >"$dir/more/manpages-ja.txt"
find debian-reference-ja -name '*.ja.html' | sort | text >"$dir/more/debian-reference-ja.txt"
find gimp-help-ja -name '*.html' | sort | text >"$dir/more/gimp-help-ja.txt"
find libreoffice-help-ja -name '*.html' | sort | text >"$dir/more/libreoffice-help-ja.txt"

cd "$dir"
find . more -maxdepth 1 -name '*.txt' -size -1k -exec rm {} +
wc -c ./*.txt more/*.txt
