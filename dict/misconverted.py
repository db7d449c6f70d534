#!/usr/bin/env python3
"""Usage: misconverted.py OPENCC_TEXT JIEBA_DICT WORDS WINDOWS > misconverted.txt

Makes the list of words that conversion tables break, from what such tables do to real words:
1. A table of characters, or a phrase that matches across the border of two words, takes the wrong one of several
   traditional characters: every pair of characters in a real word, with one of them replaced.
2. A table of regional words replaces a word that is none: it is found inside another, across a border.
OPENCC_TEXT   a directory with OpenCC's dictionaries as text (opencc_dict -f ocd2 -t text), X.txt for each
JIEBA_DICT    dict.txt of jieba (Debian's python3-jieba): word, count, class
WORDS         words.tsv, WINDOWS windows.tsv: counts of words, and of characters beside their neighbours, in the laws and
              parliament gazettes of Taiwan
"""
import collections
import math
import subprocess
import sys

RIGHT_MIN = 20    # a pair is well known when it was seen so often within words
SHARE_MIN = 500   # and the wrong one so many times less often beside that neighbour
CHAR_MIN = 20     # a character that is rarer is in no table's first place
FREQ_MIN = 3      # words of jieba with a smaller count are names and accidents
BITS_MIN = 6      # the wrong form read as words: so many bits worse than the right one, or it may be meant
BOUND_MIN = 10    # a word of two characters is seen so many times as often as chance has it
LENGTH_MAX = 8    # characters of a row
# Regional words beside OpenCC's, of schools (MediaWiki's and Taiwan's usage).
REGIONAL = {'小學': '國小', '初中': '國中'}

HEAD = """# Words that conversion tables break, and what they were: wrong, right, guards.
# "<": it is no mistake behind a character with which the first one makes a word; ">": before one with which the last does.
# Those characters follow as rows "<", character, what comes before it; ">", character, what comes behind it.
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
    def __init__(self, opencc, jieba, words, windows):
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
    """In real words: how often each pair of characters, and what stands before and behind it and at the words' ends."""
    pairs, chars = collections.Counter(), collections.Counter()
    before, behind, ends, starts = (collections.defaultdict(set) for _ in range(4))
    whole = set()
    for w in {d.taiwan(w) for w in set(d.words) | d.phrases | set(d.jieba)}:
        n = max(d.words.get(w, 0), 1)
        if len(w) == 2:
            whole.add(w)
        if len(w) > 1:
            ends[w[-1]].add(w[-2])
        if len(w) == 2 and d.bound(w):
            starts[w[0]].add(w[1])
        for i in range(len(w) - 1):
            pairs[w[i:i + 2]] += n
            before[w[i:i + 2]].add(w[i - 1] if i else '')
            behind[w[i:i + 2]].add(w[i + 2] if i + 2 < len(w) else '')
        chars.update({c: n for c in w})
    return pairs, chars, before, behind, ends, starts, whole


def wrong_characters(d):
    taste = doublets(d)
    pairs, chars, before, behind, ends, starts, whole = context(d)
    for right, n in sorted(pairs.items()):
        if n < RIGHT_MIN:
            continue
        for k in 0, 1:
            x = right[k]
            s = d.simplified.get(x, x)
            seen = d.windows.get((d.simplify(right[0]), s, '') if k else ('', s, d.simplify(right[1])), {})
            for other in d.candidates.get(s, ()):
                y = d.variants.get(other, other)
                if y == x or d.simplified.get(y, y) == y or frozenset((x, y)) in taste or chars[y] < CHAR_MIN:
                    continue
                wrong = right[:k] + y + right[k + 1:]
                if wrong in whole or seen.get(y, 0) * SHARE_MIN > seen.get(x, 0) + 1:
                    continue
                # Where it is in a real word, the guards must see that: the pair's other side is where it ends.
                if pairs[wrong] and not (behind[wrong] if k else before[wrong]) <= (starts[y] if k else ends[y]):
                    continue
                for form in {wrong, wrong.replace(y, other)}:
                    yield form, right, '>' if k else '<'


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
            yield wrong, word, '<>'
            yield d.simplify(wrong), s, '<>'


def main():
    d = Data(*sys.argv[1:])
    pairs, chars, before, behind, ends, starts, whole = context(d)
    table = {}
    for row in list(wrong_characters(d)) + list(wrong_words(d)):
        table.setdefault(row[0], row)
    for sets in ends, starts:
        for c in list(sets):
            sets[d.simplify(c)] = sets[d.simplify(c)] | {d.simplify(x) for x in sets[c]} | sets[c]
            for other in d.candidates.get(d.simplify(c), ()):
                if d.variants.get(other) == c:
                    sets[other] = sets[c]
    # What is beside may be put right in the same run: the guards must say the same of it before and after.
    same = collections.defaultdict(set)
    for wrong, right, guard in table.values():
        for a, b in (wrong[0] + right[0], wrong[-1] + right[-1]):
            if a != b:
                same[a].add(b)
                same[b].add(a)
    for sets in ends, starts:
        for c in list(sets):
            more = sets[c]
            while more:
                more = {b for a in more for b in same[a]} - sets[c]
                sets[c] = sets[c] | more
    print(HEAD, end='')
    for wrong in sorted(table):
        print('\t'.join(table[wrong]))
    for c in sorted({w[0] for w, r, guard in table.values() if '<' in guard}):
        print('<', c, ''.join(sorted(x for x in ends[c] if '\u3400' <= x <= '\ufaff')), sep='\t')
    for c in sorted({w[-1] for w, r, guard in table.values() if '>' in guard}):
        print('>', c, ''.join(sorted(x for x in starts[c] if '\u3400' <= x <= '\ufaff')), sep='\t')


main()
