#!/usr/bin/env python3
"""Usage: said.py JIEBA_DICT > said.txt

Makes the list of words that are said twice, from the words of jieba (Debian's python3-jieba: dict.txt, a word, its count
and its class on each line): 天天 (AA), 高高兴兴 (AABB), 许多许多 (ABAB), each written once.
"""
import re
import sys

COUNT_MIN = 20  # of AA: rarer ones are names, and most characters are a part of one

HEAD = """\
# Words that are said twice, each written once: 天 of 天天, 高兴 of 高高兴兴, 许多 of 许多许多. A line of them was not printed
# over itself. Simplified characters.
#
# Made by dict/said.py from the words of jieba (python3-jieba 0.42.1: MIT, (c) 2012-2017 Sun Junyi). Licence of this file:
# MIT, as jieba's."""

found = set()
with open(sys.argv[1], encoding='utf-8') as f:
    for line in f:
        word, count, _ = line.split(' ')
        if not re.fullmatch('[\u4e00-\u9fff]{2,4}', word):
            continue
        if len(word) == 2 and word[0] == word[1] and int(count) >= COUNT_MIN:
            found.add(word[0])
        elif len(word) == 4 and word[0] == word[1] != word[2] == word[3]:
            found.add(word[::2])
        elif len(word) == 4 and word[:2] == word[2:] and word[0] != word[1]:
            found.add(word[:2])
print(HEAD)
print('\n'.join(sorted(found)))
