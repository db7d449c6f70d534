#!/usr/bin/env python3
"""Derives dict/lm.txt: what a character costs in Chinese, alone and after another one.

usage: lm.py [-n PAIRS] MODEL.t3g PYDICT.bin JIEBA_DICT TEXT... >lm.txt

MODEL and PYDICT: word bigrams of open-gram and its words (sunpinyin-data; read with tslminfo of sunpinyin-utils)
JIEBA_DICT: words and counts (python3-jieba)        TEXT: paragraphs, one a line, made by lmtext.py

Of word bigrams, expected counts of character pairs inside words and across their borders; what the model leaves to
its unigrams stays a back-off. Of the text, what the words cannot tell: line edges, digits, Latin letters and
punctuation. Pairs are kept in the order of the bits they save, weighed by how often they are met.
"""
import argparse
import math
import os
import subprocess
from collections import defaultdict

OPENCC = "/usr/share/opencc/TSCharacters.ocd2"

# Symbols that stand for many characters, or that a text file cannot show; mklm.c knows them too.
EDGE, LETTER, DIGIT, SPACE, WIDE = "N", "A", "0", "_", "W"
HAN, KANA, SIGN, OTHER, JUNK = "H", "K", "S", "L", "X"
CLASSES = EDGE + LETTER + DIGIT + SPACE + WIDE + HAN + KANA + SIGN + OTHER + JUNK

ASCII_SIGNS = "!\"%&'()*+,-./:;<=>?[]~@|"
MARKS = "，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕…—·～％＋－／＝℃①②③④⑤⑥⑦⑧⑨⑩×°■□●○◆★→"

WORDS_WEIGH = 2.0e7  # characters of running text that the word model is taken to be worth, against one of TEXT
LEXICON = 0.4        # share of jieba's counts among pairs inside words
DISCOUNT = 1.5       # taken off each count, for pairs never met
STEPS = 8            # a cost of lm.txt is in eighths of a bit
MOST = 24 * STEPS
KNOWN_MOST = 0.995   # of a row: some character not known to follow may
ENDS = "。？！…"       # the word model takes sentences one by one: what follows these it does not know
QUOTES = ("“「", "”」", "‘『", "’』")
CORNER = 0.125       # of quotation marks are corner brackets, in pages of all places
FAR_PRIOR = 100.0    # counts of TEXT that the common share of what words do not know is worth for each character
MOST_SYMBOLS = 7500
FIRST_WORD = 80      # word numbers of the model below it are unknown words (0) and punctuation


def folds():
    out = subprocess.run(["opencc_dict", "-i", OPENCC, "-o", "/dev/stdout", "-f", "ocd2", "-t", "text"],
                         check=True, capture_output=True).stdout.decode()
    pairs = (line.split("\t") for line in out.splitlines() if "\t" in line)
    return {t: s.split(" ")[0] for t, s in pairs if t != s.split(" ")[0]}


class Words:
    """The word model as character pairs: inside words, and across borders (explicit, and left to the back-off)."""

    def __init__(self, model, pydict, fold):
        with open(pydict, "rb") as f:
            data = f.read()
        offset = int.from_bytes(data[8:12], "little")
        self.words = ["".join(map(fold, w)) for w in data[offset:].decode("utf-32-le").split("\0")]
        self.inside = defaultdict(lambda: defaultdict(float))
        self.across = defaultdict(lambda: defaultdict(float))
        self.backed = defaultdict(float)   # by last character: mass that backs off to `first`
        self.first = defaultdict(float)    # first characters of words
        self.ended = defaultdict(float)    # by sentence end: mass of all but another sentence end
        self.unknown = defaultdict(float)  # by last character: mass of words not in the dictionary
        self.lone = defaultdict(float)     # all characters
        self.read(model)

    def read(self, model):
        uni, section = {}, 0
        run = subprocess.Popen(["tslminfo", "-v", "-p", model], stdout=subprocess.PIPE, text=True)
        for line in run.stdout:
            if line[0] == "\\":
                section += 1
                if section == 4:
                    break
                continue
            f = line.split()
            if section == 2:
                self.unigram(uni, int(f[0]), float(f[1]), float(f[2]))
            elif section == 3:
                self.bigram(uni, int(f[0]), int(f[1]), float(f[2]))
        run.kill()

    def unigram(self, uni, i, p, backoff):
        uni[i] = (p, backoff)
        w = self.words[i]
        if not w:
            return
        self.first[w[0]] += p
        if i < FIRST_WORD and w in ENDS:
            self.ended[w] += p * backoff
        else:
            self.backed[w[-1]] += p * backoff
        for a, b in zip(w, w[1:]):
            self.inside[a][b] += p
        for c in w:
            self.lone[c] += p

    def bigram(self, uni, i, j, p):
        if not self.words[i]:
            return
        a = self.words[i][-1]
        n, backoff = uni[i]
        if not self.words[j]:
            self.unknown[a] += n * p
        elif j in uni:
            self.across[a][self.words[j][0]] += n * max(p - backoff * uni[j][0], 0)


def lexicon(path, fold):
    """Pairs inside words, by jieba's counts."""
    pairs = defaultdict(lambda: defaultdict(float))
    with open(path, encoding="utf-8") as f:
        for line in f:
            word, count = line.split(" ")[:2]
            word = "".join(map(fold, word))
            for a, b in zip(word, word[1:]):
                pairs[a][b] += float(count)
    return pairs


def forms(c):
    """Both sets of quotation marks are used alike; which one a text has says nothing of Chinese."""
    for pair in QUOTES:
        if c in pair:
            return ((pair[0], 1 - CORNER), (pair[1], CORNER))
    return ((c, 1),)


def text_pairs(paths, fold):
    pairs = defaultdict(lambda: defaultdict(float))
    for path in paths:
        with open(path, encoding="utf-8") as f:
            for line in f:
                s = [EDGE] + list(map(fold, line.rstrip("\n"))) + [EDGE]
                for a, b in zip(s, s[1:]):
                    for x, p in forms(a):
                        for y, q in forms(b):
                            pairs[x][y] += p * q
    return pairs


def is_han(c):
    return 0x4e00 <= ord(c) <= 0x9fff or c == "〇"


def symbol_of(symbols, fold):
    def of(c):
        c = fold.get(c, c)
        if "\uff01" <= c <= "\uff5e" and (chr(ord(c) - 0xfee0)).isalnum():
            c = chr(ord(c) - 0xfee0)
        n = ord(c)
        if c in symbols and c not in CLASSES:
            return c
        if n < 0x80:
            return DIGIT if c.isdigit() else LETTER if c.isalpha() else SPACE if c == " " else \
                EDGE if c == "\n" else SIGN if n >= 0x20 else JUNK
        if c == "\u3000":
            return WIDE
        if is_han(c) or 0x3400 <= n < 0x4dc0 or 0xf900 <= n < 0xfb00 or 0x20000 <= n:
            return HAN
        if 0x3041 <= n <= 0x30ff or 0x31f0 <= n <= 0x31ff or 0xff66 <= n <= 0xff9f:
            return KANA
        if 0x2000 <= n < 0x2e80 or 0x3000 <= n < 0x3400 or 0xfe30 <= n <= 0xfe6b or 0xff00 <= n < 0xfff0:
            return SIGN
        return OTHER if 0xa0 <= n < 0x2000 or 0xa000 <= n < 0xd7b0 else JUNK
    return of


class Model:
    """P(b | a) = pairs[a][b] + left[a] * base[b]; of the pairs not kept, in proportion to lower[b]."""

    def __init__(self, symbols, words, lexical, text):
        self.symbols = symbols
        self.order = sorted(symbols)    # sums come out the same each time
        self.pairs = {}
        self.left = {}
        self.seen = {}
        self.far = set(CLASSES) | {m for m in symbols if not is_han(m)} - set(words.lone)
        self.mix(words, lexical, text)
        self.lower = self.base

    def mix(self, words, lexical, text):
        total = sum(words.lone.values())
        scale = WORDS_WEIGH / total
        first = sum(words.first.values())
        self.start = {b: n / first for b, n in words.first.items() if b in self.symbols}
        far = defaultdict(float)    # what stands where the word model knows no word
        for a, row in text.items():
            if is_han(a):
                for b, n in row.items():
                    if b in self.far:
                        far[b] += n
        whole = sum(far.values())
        far = {b: n / whole for b, n in far.items()}
        lower = {b: 0.01 for b in self.order}    # what the pairs leave, as Kneser and Ney have it
        for a in self.order:
            row = defaultdict(float)
            inside = words.inside.get(a, {})
            mass, lex = sum(inside.values()), lexical.get(a, {})
            many = sum(lex.values())
            share = LEXICON if mass and many else 1.0 if many else 0.0
            if not mass and many:
                mass = words.lone.get(a, 0) or many * 1e-9
            for b, n in inside.items():
                row[b] += scale * (1 - share) * n
            for b, n in lex.items():
                row[b] += scale * share * mass * n / many
            for b, n in words.across.get(a, {}).items():
                row[b] += scale * n
            self.spread(row, scale * words.unknown.get(a, 0), text.get(a, {}), self.far, far)
            self.spread(row, scale * words.ended.get(a, 0), text.get(a, {}), self.symbols - set(ENDS), far)
            left = scale * words.backed.get(a, 0)
            for b, n in text.get(a, {}).items():
                row[b] += n
            row = {b: n for b, n in row.items() if b in self.symbols}
            for b, n in self.start.items():
                lower[b] += left * n
            left += 0.5
            for b, n in row.items():
                off = min(n, DISCOUNT)
                left += off
                lower[b] += off
            row = {b: n - DISCOUNT for b, n in row.items() if n > DISCOUNT}
            whole = sum(row.values()) + left
            self.seen[a] = whole
            self.pairs[a] = {b: n / whole for b, n in row.items()}
            self.left[a] = left / whole
        whole = sum(self.seen.values())
        self.seen = {a: n / whole for a, n in self.seen.items()}
        self.base = self.normal(lower)

    @staticmethod
    def spread(row, mass, counts, among, prior):
        """Shares mass out as TEXT has it; where it has little, as the prior has it."""
        if not mass:
            return
        known = {b: n for b, n in counts.items() if b in among}
        whole = sum(known.values()) + FAR_PRIOR
        for b in sorted(set(known) | set(prior)):
            row[b] += mass * (known.get(b, 0) + FAR_PRIOR * prior.get(b, 0)) / whole

    def normal(self, lower):
        whole = sum(lower.values())
        return {b: max(n / whole, 2.0 ** -22) for b, n in lower.items()}

    def residue(self):
        """What the back-off has to explain: the pairs that are not kept."""
        left = sum(self.seen[a] * self.left[a] for a in self.order)
        counts = {b: left * p for b, p in self.base.items()}
        for a, row in self.pairs.items():
            for b in sorted(self.kept[a]):
                counts[b] -= self.seen[a] * self.left[a] * self.base[b]
            for b, p in row.items():
                if b not in self.kept[a]:
                    counts[b] += self.seen[a] * p
        return self.normal({b: max(n, 1e-9) for b, n in counts.items()})

    def keep(self, n):
        gains = []
        for a, row in self.pairs.items():
            left = self.left[a]
            for b, e in row.items():
                p = e + left * self.base[b]
                gains.append((self.seen[a] * p * math.log2(p / (left * self.lower[b])), a, b))
        gains.sort(reverse=True)
        self.kept = {a: set() for a in self.order}
        for _, a, b in gains[:n]:
            self.kept[a].add(b)
        return gains


def cost(p):
    return max(1, min(MOST, round(-STEPS * math.log2(p))))


def costs(row):
    """Costs of a row of probabilities; where rounding leaves the back-off too little, the next of some."""
    steps = {b: cost(p) for b, p in row.items()}
    known = sum(2 ** (-c / STEPS) for c in steps.values())
    for b in sorted(row, key=lambda b: (row[b] / 2 ** (-steps[b] / STEPS), b)):
        if known <= KNOWN_MOST:
            break
        known -= 2 ** (-steps[b] / STEPS) * (1 - 2 ** (-1 / STEPS))
        steps[b] += 1
    return steps


def line(head, costs):
    by = defaultdict(list)
    for b, c in costs.items():
        by[c].append(b)
    return head + "".join("\t%d %s" % (c, "".join(sorted(by[c]))) for c in sorted(by))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("-n", type=int, default=250000)
    options.add_argument("-s", help="also write the symbols to this file")
    options.add_argument("model")
    options.add_argument("pydict")
    options.add_argument("jieba")
    options.add_argument("text", nargs="+")
    o = options.parse_args()
    fold = folds()
    plain = lambda c: fold.get(c, c)
    words = Words(o.model, o.pydict, plain)
    lexical = lexicon(o.jieba, plain)
    symbols = set(CLASSES) | set(ASCII_SIGNS) | set(MARKS)
    for high in range(0xb0, 0xf8):     # level 1 and 2 of GB 2312
        for low in range(0xa1, 0xff):
            c = bytes((high, low)).decode("gb2312", "ignore")
            if c and plain(c) == c:
                symbols.add(c)
    rest = sorted((c for c in words.lone if is_han(c) and c not in symbols), key=lambda c: (-words.lone[c], c))
    symbols |= set(rest[:MOST_SYMBOLS - len(symbols)])
    text = text_pairs(o.text, symbol_of(symbols, fold))
    model = Model(symbols, words, lexical, text)
    for _ in range(3):
        model.keep(o.n)
        model.lower = model.residue()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "lm.head"), encoding="utf-8") as f:
        print(f.read(), end="")
    print(line("*", {b: cost(p) for b, p in model.lower.items()}))
    for a in sorted(symbols):
        left = model.left[a]
        row = {b: model.pairs[a][b] + left * model.base[b] for b in model.kept[a]}
        if row:
            print(line(a, costs(row)))


main()
