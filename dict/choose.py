#!/usr/bin/env python3
"""Usage: choose.py OPENCC_TEXT JIEBA_DICT WORDS WINDOWS DIRECTORY

Makes choose-words.txt and choose-contexts.txt in DIRECTORY: what decides between the traditional characters that one
simplified character may stand for.
OPENCC_TEXT   a directory with OpenCC's dictionaries as text (opencc_dict -f ocd2 -t text), X.txt for each
JIEBA_DICT    dict.txt of jieba (Debian's python3-jieba): word, count, class
WORDS         words.tsv, WINDOWS windows.tsv: counts of words in traditional script, and of the traditional characters
              of a simplified one beside their neighbours, in the laws and parliament gazettes of Taiwan
"""
import collections
import math
import os
import subprocess
import sys

JIEBA_WEIGHS = 0.05  # of a count of jieba's, against one of the laws and gazettes: what is in both is segmented alike
PLAIN_MIN = 20       # a word without a doubtful character only helps to find borders; rarer ones do not
TAUGHT_MIN = 0.35    # bits: a wider context that says less than this beyond the narrower ones is left out
SEEN_MIN = 0.02      # a character with a smaller share in a context is not told of
WIDTH = 40           # words in a line

ORIGIN = """#
# Made by dict/choose.py from %s.
# Derived table; to change it, change the rules there. Licence: Apache-2.0%s.
"""
LAWS = """counts in the laws and parliament gazettes of Taiwan (official texts, not subject to
# copyright by article 9 of its copyright act)"""
WORDS_HEAD = """# How often words are met that hold a character which conversion to traditional script must choose, and frequent words
# without one, which show where words end. COUNT WORD...: of each word in the line, in traditional characters.
""" + ORIGIN % (LAWS + """, of the words of OpenCC
# (Apache-2.0), McBopomofo (MIT) and jieba (MIT), and jieba's own counts (python3-jieba 0.42.1: MIT, (c) 2012-2017 Sun
# Junyi) of the words that OpenCC's phrases make of its""", "")
CONTEXTS_HEAD = """# Which traditional character a simplified one was in context: LEFT<TAB>CHARACTER<TAB>RIGHT<TAB>CHARACTER:COUNT...
# Neighbours are in simplified characters; 0 is a digit, a a Latin letter, | anything else, or a line's edge.
# Without neighbours: in all contexts.
""" + ORIGIN % (LAWS, "")


def rows(name):
    with open(name, encoding="utf-8") as f:
        for line in f:
            yield line.rstrip("\n").split("\t")


def is_han(c):
    return 0x3400 <= ord(c) <= 0x9FFF or ord(c) >= 0x20000


class OpenCC:
    def __init__(self, folder):
        table = lambda name: {k: v.split(" ") for k, v in rows(f"{folder}/{name}.txt")}
        self.fold_table = {k: v[0] for k, v in table("TSCharacters").items()}
        self.candidates = table("STCharacters")
        self.doubtful = {k for k, v in self.candidates.items() if len(v) > 1}

    def fold(self, text):
        return "".join(self.fold_table.get(c, c) for c in text)

    def convert(self, words):
        out = subprocess.run(["opencc", "-c", "s2t"], input="\n".join(words), stdout=subprocess.PIPE, encoding="utf-8",
                             check=True)
        return out.stdout.split("\n")


def count_words(opencc, jieba, counted):
    """Word counts by traditional word: those counted, and jieba's shared among the words of one simplified form."""
    count = {w: float(n) for w, n in rows(counted) if all(map(is_han, w))}
    forms = collections.defaultdict(list)
    for w in count:
        forms[opencc.fold(w)].append(w)
    with open(jieba, encoding="utf-8") as f:
        words = {w: int(n) for w, n, *_ in (line.split(" ") for line in f)}
    words = {w: n for w, n in words.items() if len(w) > 1 and all(map(is_han, w)) and opencc.fold(w) == w}
    for (w, n), t in zip(words.items(), opencc.convert(words)):
        known = forms.get(w, [t])
        total = sum(count.get(k, 0) for k in known) or 1
        for k in known:
            count[k] = count.get(k, 0) + n * JIEBA_WEIGHS * (count.get(k, 0) / total if k in forms.get(w, ()) else 1)
    return count


def rounded(n):
    """To two digits, at least one tenth."""
    if n < 10:
        return max(0.1, round(n, 1))
    digits = 10 ** (int(math.log10(n)) - 1)
    return int(round(n / digits) * digits)


def write_words(opencc, count, path):
    lines = collections.defaultdict(list)
    for w, n in count.items():
        if len(w) == 1 or any(c in opencc.doubtful for c in opencc.fold(w)) or n >= PLAIN_MIN:
            lines[rounded(n)].append(w)
    with open(path, "w", encoding="utf-8") as f:
        f.write(WORDS_HEAD)
        for n in sorted(lines, reverse=True):
            words = sorted(lines[n])
            for i in range(0, len(words), WIDTH):
                f.write(f"{n:g} {' '.join(words[i:i + WIDTH])}\n")


class Contexts:
    def __init__(self, path):
        self.table = {}
        self.all = collections.defaultdict(collections.Counter)
        for left, c, right, *counts in rows(path):
            counts = {x[0]: int(x[2:]) for x in counts}
            self.table[left.replace("#", "|"), c, right.replace("#", "|")] = counts
            if len(left) == 1 and not right:
                self.all[c].update(counts)

    def share(self, context, of):
        counts = self.table[context]
        total = sum(counts.values())
        return {t: (counts.get(t, 0) + 0.5) / (total + 0.5 * len(of)) for t in of}

    def teaches(self, context):
        """Says the context something that no narrower one says?"""
        left, c, right = context
        narrower = [k for k in ((left[1:], c, right), (left, c, right[:-1])) if k != context and k in self.table]
        counts = self.table[context]
        mine = self.share(context, counts)
        if len(counts) == 1 and len(left) + len(right) > 1 and not narrower:
            return True
        for k in narrower:
            of = set(counts) | set(self.table[k])
            mine, other = self.share(context, of), self.share(k, of)
            if any(abs(math.log2(mine[t] / other[t])) > TAUGHT_MIN for t in of
                   if max(mine[t], other[t]) >= SEEN_MIN):
                return True
        return not narrower


def told(counts, least=0):
    total = sum(counts.values())
    return " ".join(f"{t}:{n}" for t, n in counts.items() if n >= least * total)


def write_contexts(contexts, path):
    with open(path, "w", encoding="utf-8") as f:
        f.write(CONTEXTS_HEAD)
        for c in sorted(contexts.all):
            f.write(f"\t{c}\t\t{told(contexts.all[c])}\n")
        for left, c, right in sorted(contexts.table, key=lambda k: (k[1], k[0], k[2])):
            if contexts.teaches((left, c, right)):
                counts = contexts.table[left, c, right]
                f.write(f"{left}\t{c}\t{right}\t{told(counts, SEEN_MIN)}\n")


def main(opencc, jieba, words, windows, folder):
    opencc = OpenCC(opencc)
    write_words(opencc, count_words(opencc, jieba, words), os.path.join(folder, "choose-words.txt"))
    write_contexts(Contexts(windows), os.path.join(folder, "choose-contexts.txt"))


if __name__ == "__main__":
    main(*sys.argv[1:])
