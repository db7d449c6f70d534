#!/usr/bin/env python3
"""hanbits.py - writes hanbits.txt: how many bits each Han character costs in simplified and in traditional text.

  hanbits.py [DICT]    DICT: jieba's dict.txt (word, frequency, part of speech); its traditional form is made by opencc.

Needs the packages python3-jieba and opencc.
"""
import collections
import math
import os
import subprocess
import sys

HEAD = """\
# Han characters by their cost in bits, -log2 of their frequency in running text: simplified and traditional.
#
# Source: the word frequencies of jieba 0.42.1 (dict.txt of the package python3-jieba), added up by character; for the
# traditional form each word converted by OpenCC 1.1.6 as s2t, s2tw and s2hk, a third of its frequency each.
# Licence: MIT (jieba), Apache 2.0 (OpenCC).
# Made by dict/hanbits.py; compiled by dict/mkhanbits.c.
#
# Rows: "s" or "t", bits, characters from U+4E00 to U+9FFF. The first row of a script has also what is more frequent. A
# character that is in no row costs one bit more than the last.
"""

CHEAPEST, DEAREST, WIDTH = 5, 19, 50


def words(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            word, count = line.rsplit(" ", 2)[:2]
            yield word, int(count)


def convert(lines, config):
    done = subprocess.run(["opencc", "-c", config], input="\n".join(lines) + "\n", stdout=subprocess.PIPE,
                          encoding="utf-8", check=True)
    return done.stdout.split("\n")[:len(lines)]


def count(texts, counts, share):
    total = collections.Counter()
    for text, n in zip(texts, counts):
        for c in text:
            if 0x4E00 <= ord(c) <= 0x9FFF:
                total[c] += n * share
    return total


def put(f, name, total):
    size = sum(total.values())
    rows = collections.defaultdict(list)
    for c in sorted(total):
        bits = max(CHEAPEST, round(-math.log2(total[c] / size)))
        if bits <= DEAREST:
            rows[bits].append(c)
    for bits in sorted(rows):
        for i in range(0, len(rows[bits]), WIDTH):
            f.write("%s %d %s\n" % (name, bits, "".join(rows[bits][i:i + WIDTH])))


def main(path):
    texts, counts = zip(*words(path))
    traditional = collections.Counter()
    for config in ("s2t", "s2tw", "s2hk"):
        traditional += count(convert(texts, config), counts, 1 / 3)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "hanbits.txt"), "w", encoding="utf-8") as f:
        f.write(HEAD)
        put(f, "s", count(texts, counts, 1))
        put(f, "t", traditional)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/lib/python3/dist-packages/jieba/dict.txt")
