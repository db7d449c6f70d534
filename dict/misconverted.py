#!/usr/bin/env python3
"""Usage: misconverted.py OPENCC_TEXT JIEBA_DICT WORDS WINDOWS PAIRS > misconverted.txt

Makes the list of words that conversion tables break, from what such tables do to real words:
1. A table of characters, or a phrase that matches across the border of two words, takes the wrong one of several
   traditional characters, or leaves the simplified one: every character beside which one of them stands by far the most.
2. A table of regional words replaces a word that is none: it is found inside another, across a border.
OPENCC_TEXT   a directory with OpenCC's dictionaries as text (opencc_dict -f ocd2 -t text), X.txt for each
JIEBA_DICT    dict.txt of jieba (Debian's python3-jieba): word, count, class
WORDS         words.tsv, WINDOWS windows.tsv: counts of words, and of characters beside their neighbours, in the laws and
              parliament gazettes of Taiwan
PAIRS         pairs_safe.tsv: what converters made of pairs of characters there, and how often both stand in native text
"""
import collections
import math
import subprocess
import sys

RIGHT_MIN = 100   # a pair is well known when it was seen so often,
SHARE_MIN = 1000  # and wrong what was seen so many times less often beside that neighbour
WEAK_MIN = 3      # ... of which so many times less often may be wrong, in a text that has others that are
WORD_MIN = 5      # a word of those texts is one that is meant
FREQ_MIN = 3      # words of jieba with a smaller count are names and accidents
BITS_MIN = 6      # the wrong form read as words: so many bits worse than the right one, or it may be meant
BOUND_MIN = 10    # a word of two characters is seen so many times as often as chance has it
LENGTH_MAX = 8    # characters of a row
# Regional words beside OpenCC's, of schools (MediaWiki's and Taiwan's usage).
REGIONAL = {'小學': '國小', '初中': '國中'}

HEAD = """# Words that conversion tables break, and what they were: wrong, right, right in traditional characters.
# It is no mistake behind a character with which the first one makes a word, or before one with which the last does.
# Those follow as rows "<", character, what comes before it; ">", character, what comes behind it.
# Then characters that are wrong beside others: wrong, right, those behind which it is wrong, those before which it is;
# where both are the same, it is right beside these, and with a fifth cell, "?", it may be.
# Neighbours are in simplified characters, and stand for traditional ones, too.
#
# Made by dict/misconverted.py, from OpenCC's dictionaries (Apache License 2.0), the words of jieba (MIT), and counts of
# characters and words in the laws and parliament gazettes of Taiwan (official texts, not subject to copyright by
# article 9 of its copyright act). Derived table; to change it, change the rules there.
"""


def rows(name):
    for line in open(name, encoding='utf-8'):
        cells = line.rstrip('\n').split('\t')
        if len(cells) > 1:
            yield cells


class Data:
    def __init__(self, opencc, jieba, words, windows, pairs):
        dictionary = lambda name: {k: v.split(' ') for k, v, *_ in rows(f'{opencc}/{name}.txt')}
        self.simplified = {k: v[0] for k, v in dictionary('TSCharacters').items()}
        self.candidates = dictionary('STCharacters')
        self.phrases = {v for vs in dictionary('STPhrases').values() for v in vs}
        self.regional = {k: v[0] for k, v in dictionary('TWPhrases').items()} | REGIONAL
        self.variants = {k: v[0] for k, v in dictionary('TWVariants').items()}
        self.hk = {k: v[0] for k, v in dictionary('HKVariants').items()}
        self.words = {k: float(v) for k, v in rows(words)}
        freq = [line.split(' ')[:2] for line in open(jieba, encoding='utf-8')]
        self.freq = {w: int(n) for w, n in freq if int(n) >= FREQ_MIN}
        text = subprocess.run(['opencc', '-c', 's2tw'], input='\n'.join(self.freq), capture_output=True, text=True, check=True)
        self.jieba = text.stdout.split('\n')
        self.sum = sum(self.freq.values())
        self.total = math.log2(self.sum)
        self.windows = collections.defaultdict(dict)
        self.pairs = [cells for cells in rows(pairs) if not cells[0].startswith('#')]
        for left, c, right, *counts in rows(windows):
            if len(left) + len(right) == 1:
                self.windows[left, c, right] = {x[0]: int(x[2:]) for x in counts}

    def simplify(self, word):
        return ''.join(self.simplified.get(c, c) for c in word)

    def taiwan(self, word):
        return ''.join(self.variants.get(c, c) for c in word)

    def cost(self, word, forbidden=(0, 0)):
        """Bits of the best reading of a simplified word as words of jieba, none of which has all of word[a:b] in it."""
        best = [0.0]
        for end in range(1, len(word) + 1):
            best.append(min(best[start] + self.total - math.log2(self.freq.get(word[start:end], 1))
                            for start in range(end)
                            if (end == start + 1 or word[start:end] in self.freq)
                            and not start <= forbidden[0] < forbidden[1] <= end))
        return best[-1]

    def bound(self, pair):
        """Whether two characters stand together more often than by chance, as in 校長, not as in 生的."""
        a, b = self.simplify(pair)
        return self.freq.get(a + b, 1) * self.sum >= BOUND_MIN * self.freq.get(a, 1) * self.freq.get(b, 1)


def doublets(d):
    """Characters that one source writes where the other writes another one: matters of taste, not of right and wrong."""
    conflict, agree, known = collections.Counter(), collections.Counter(), {}
    for w, n in d.words.items():
        s = d.simplify(w)
        if n >= 20 and n > d.words.get(known.get(s), 0):
            known[s] = w
    for phrase in d.phrases:
        for a, b in zip(known.get(d.simplify(phrase), ''), phrase):
            if a != b:
                conflict[a, b] += 1
            elif len(d.candidates.get(d.simplified.get(a, a), '')) > 1:
                agree[a] += 1
    found = {frozenset(p) for p, n in conflict.items() if 2 * n >= agree[p[0]]}
    for table in d.variants, d.hk:
        found |= {frozenset(p) for p in table.items()}
    return found


def context(d):
    """In real words: what stands before a character where they end, and behind it where they begin."""
    ends, starts = collections.defaultdict(set), collections.defaultdict(set)
    for w in {d.taiwan(w) for w in set(d.words) | d.phrases | set(d.jieba)}:
        s = d.simplify(w)
        if len(w) > 1:
            ends[s[-1]].add(s[-2])
        if len(w) == 2 and d.bound(w):
            starts[s[0]].add(s[1])
    return ends, starts


def wrong_characters(d):
    """Rows of wrong, right, neighbour, the side that it is on, and whether it may be meant."""
    for (left, s, right), counts in d.windows.items():
        y = max(counts, key=counts.get)
        for other in {s, *d.candidates.get(s, ())}:
            x = d.variants.get(other, other)
            if d.simplify(x) != s: # it was counted as another character
                continue
            if x != s and not d.bound(left + s + right): # it may be meant in an unusual place: 頭上的髮
                continue
            if counts[y] >= RIGHT_MIN and counts.get(x, 0) * WEAK_MIN <= counts[y]:
                for form in {x, other}:
                    yield form, y, left + right, '<' if left else '>', counts.get(x, 0) * SHARE_MIN > counts[y]
    for wrong, right, seen, native, count, *rest in d.pairs:
        for k in 0, 1:
            if wrong[k] != right[k] and wrong[1 - k] == right[1 - k] and int(native) * SHARE_MIN <= int(count) >= RIGHT_MIN:
                yield wrong[k], right[k], d.simplify(wrong[1 - k]), '>' if k == 0 else '<', False


def wrong_pairs(d):
    """The same without what may be right, as (wrong, right): neighbours on the left and on the right. Beside others it
    is right: then both are the same."""
    taste, known = doublets(d), set()
    native = {w for w, n in d.words.items() if n >= WORD_MIN}
    for w in {d.taiwan(w) for w in native | d.phrases | {w for w in d.jieba if len(w) == 2 and d.bound(w)}}:
        for a, b in zip(w, w[1:]):
            known |= {(a, d.simplify(b), '>'), (b, d.simplify(a), '<')}
    table, done = collections.defaultdict(lambda: (set(), set())), set()
    for x, y, beside, side, weak in sorted(wrong_characters(d), key=lambda row: row[4]):
        weak |= (x, beside, side) in known
        if x != y and '\u4e00' <= beside <= '\u9fff' and frozenset((x, y)) not in taste and (x, beside, side) not in done:
            table[x, y, '?' * weak][side == '>'].add(beside)
            done.add((x, beside, side))
    for x in {x for x, y, weak in table}:
        for c, beside, side in known:
            if c == x and '\u4e00' <= beside <= '\u9fff' and (x, beside, side) not in done:
                table[x, x, ''][side == '>'].add(beside)
    return table


def wrong_words(d):
    real = set(d.words) | d.phrases | set(d.jieba)
    for word in sorted(set(d.jieba)):
        for key, value in d.regional.items():
            at, end = word.find(key), word.find(key) + len(key)
            if len(key) < 2 or at < 1 or end == len(word) or value in word:
                continue # at an end of the word it is likely to be a part of it
            s = d.simplify(word)
            if d.cost(s, (at, end)) >= d.cost(s[:at]) + d.cost(s[at:end]) + d.cost(s[end:]):
                continue
            wrong = word[:at] + value + word[end:]
            # Another regional word may be in it by right: 訊息 in 互通訊息.
            proper = any(v != value and len(v) > 1 and wrong.find(v, max(0, at - len(v) + 1), at + len(value) + len(v) - 1) >= 0
                         for v in d.regional.values())
            if proper or wrong in real or len(wrong) > LENGTH_MAX or d.cost(d.simplify(wrong)) < d.cost(s) + BITS_MIN:
                continue
            if word[0] == wrong[0] and word[-1] == wrong[-1]: # so that the guards say the same before and after
                yield d.simplify(wrong), s, word


def main():
    d = Data(*sys.argv[1:])
    ends, starts = context(d)
    pairs = wrong_pairs(d)
    wrong = {(x, n, k) for (x, y, weak), sides in pairs.items() for k in (0, 1) for n in sides[k] if x != y}
    table = {}
    for row in wrong_words(d): # which were made by a table, too
        right = row[2]
        if not any((b, d.simplify(a), 0) in wrong or (a, d.simplify(b), 1) in wrong for a, b in zip(right, right[1:])):
            table[row[0]] = row
    print(HEAD, end='')
    for wrong in sorted(table):
        print('\t'.join(table[wrong]))
    for side, at, sets in ('<', 0, ends), ('>', -1, starts):
        for c in sorted({w[at] for w in table}):
            print(side, c, ''.join(sorted(x for x in sets[c] if '\u3400' <= x <= '\ufaff')), sep='\t')
    for (x, y, weak), sides in sorted(pairs.items()):
        print(x, y, *(''.join(sorted(side)) for side in sides), *weak, sep='\t')


main()
