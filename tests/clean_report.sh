#!/bin/sh
# clean_report.sh DIR [RULE[,RULE]...] - how often each rule is taken in the clean texts of DIR/kinds
# (tests/corpus/make.sh and kinds.sh make some), for each kind of text: with the steps that are safe, and with all. The
# files are cut into documents of 16 KB, as pages are. Edits of the rules that are named, or "all", are listed.
set -u
dir=${1:?usage: clean_report.sh DIR [RULE[,RULE]...]}
edits=${EDITS:-tests/edits}
for kind in "$dir"/kinds/*/; do
	for steps in safe all; do
		echo "== $(basename "$kind"), -s $steps"
		"$edits" -c 16384 -l "${2-}" "$steps" "$kind"*.txt || exit
	done
done
