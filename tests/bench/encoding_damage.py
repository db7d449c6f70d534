#!/usr/bin/env python3
"""encoding_damage.py [-n DOCUMENTS] [-k KEEP] ZHNORM DIR - how much is lost, and how much invented, when text of GB
2312, GBK or Big5 that lacks bytes, or has bytes too many, is read; and when pieces in several encodings are one text.

DIR: texts of tests/corpus/make.sh; those are read that none of zhnorm's models was counted from. For each class
DOCUMENTS of them are cut, the same in each run, encoded, damaged, and read by zhnorm -s none, which finds the encoding
by itself, and by iconv -c, which is told: of pieces in several encodings that of the longest. Lost are the characters
of the original that the shortest script of deletions and insertions deletes to make what was read of it, invented those
that it inserts. U+FFFD is not counted, as nobody takes it for text, nor are escape sequences. KEEP is a directory: it
gets those documents in one or several encodings that zhnorm does not read exactly, and what is right. Takes 3 minutes.
"""
import argparse
import os
import random
import re
import subprocess
from encoding_samples import chinese

LENGTH = 3000         # characters of a document
PIECE = (100, 1500)   # characters of a piece in another encoding
ENCODINGS = [("GB 2312", "gb2312", "s"), ("GBK, traditional", "gbk", "t"), ("Big5", "big5", "t")]
# What iconv is told to read.
SUPERSET = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5-hkscs", "utf-8": "utf-8"}
# What reads all of a text as it was.
TABLES = {"gb2312": ["gb18030"], "gbk": ["gb18030"], "big5": ["big5hkscs", "cp950"], "utf-8": ["utf-8"]}
rng = random.Random()


def differences(text, out):
    """Of two documents. Where they have as many lines, each is compared with its like, which is faster."""
    ours, theirs = text.split("\n"), out.split("\n")
    if len(ours) != len(theirs):
        return difference(text, out)
    pairs = [difference(a, b) for a, b in zip(ours, theirs) if a != b]
    return sum(lost for lost, _ in pairs), sum(invented for _, invented in pairs)


def difference(a, b):
    """Deletions and insertions that make b of a, as few as can be (Myers 1986: An O(ND) difference algorithm)."""
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    n, m = len(a), len(b)
    reached = [0] * (2 * (n + m) + 3)  # an index from the end is a diagonal below 0
    for d in range(n + m + 1):
        for k in range(-d, d + 1, 2):
            below, above = reached[k - 1] + 1, reached[k + 1]
            x = above if k == -d or k != d and below <= above else below
            while x < n and x - k < m and a[x] == b[x - k]:
                x += 1
            reached[k] = x
            if x >= n and x - k >= m:
                return (d + n - m) // 2, (d - n + m) // 2
    return None


def has(line, encoding):
    """Has the encoding all of line, and all tables of it the same? Those of Big5 differ in signs."""
    try:
        data = line.encode(encoding)
        return all(data.decode(table) == line for table in TABLES[encoding])
    except UnicodeError:
        return False


def document(texts, encoding, length):
    """Lines of one text that the encoding has, from a random one on, until there are so many characters."""
    while True:
        some = rng.choice(texts)
        at, out, size = rng.randrange(len(some)), [], 0
        while size < length and at < len(some):
            if has(some[at], encoding):
                out.append(some[at] + "\n")
                size += len(out[-1])
            at += 1
        if size >= length:
            return "".join(out)


def characters(text, encoding):
    """Where the bytes of each character begin that is not ASCII."""
    at, found = 0, []
    for c in text:
        if c >= "\x80":
            found.append(at)
        at += len(c.encode(encoding))
    return found


def harm(text, encoding, events, how):
    """text, encoded, with a byte taken out of so many characters of two, or put before or into them; or with an escape
    sequence in them, as bulletin boards colour the halves of a character."""
    data = bytearray(text.encode(encoding))
    for at in sorted(rng.sample(characters(text, encoding), events), reverse=True):
        if how == "escape":
            data[at + 1:at + 1] = b"\x1b[1;3%dm" % rng.randrange(8)
            continue
        at += rng.randrange(2)
        if how == "too many":
            data.insert(at, rng.randrange(0x80, 0x100))
        else:
            del data[at]
    return bytes(data)


def read(command, data):
    done = subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return re.sub("\x1b\\[1;3[0-7]m|\ufffd", "", done.stdout.decode("utf-8", "replace"))


class Score:
    """Of one class: what each program lost and invented, and how many documents are exact."""

    def __init__(self, zhnorm, keep=None):
        self.zhnorm, self.keep = [zhnorm, "-q", "-s", "none"], keep
        self.documents = self.units = 0
        self.lost, self.invented, self.exact = [0, 0], [0, 0], [0, 0]

    def add(self, text, data, encoding, units):
        self.documents += 1
        self.units += units
        for i, command in enumerate((self.zhnorm, ["iconv", "-c", "-f", encoding, "-t", "utf-8"])):
            out = read(command, data)
            self.exact[i] += out == text
            if self.keep and i == 0 and out != text:
                for end, content in (("in", data), ("want", text.encode()), ("out", out.encode())):
                    with open("%s-%d.%s" % (self.keep, self.documents, end), "wb") as f:
                        f.write(content)
            lost, invented = differences(text, out)
            self.lost[i] += lost
            self.invented[i] += invented

    def row(self, name):
        """Lost and invented for each of the units."""
        cells = ["%.2f + %.2f" % (lost / self.units, invented / self.units)
                 for lost, invented in zip(self.lost, self.invented)]
        print("| %s | %d | %s |" % (name, self.units, " | ".join(cells)), flush=True)

    def exact_row(self, name):
        """Exact documents, and what is lost and invented of 1,000 characters."""
        cells = ["%d | %.1f + %.1f" % (exact, 1000 * lost / self.units, 1000 * invented / self.units)
                 for exact, lost, invented in zip(self.exact, self.lost, self.invented)]
        print("| %s | %d | %s |" % (name, self.documents, " | ".join(cells)), flush=True)


def glued(texts, pieces):
    """(text, bytes, the encoding of the longest piece); no two pieces in a row are in the same encoding."""
    ways = [("utf-8", "s"), ("utf-8", "t"), ("gb2312", "s"), ("big5", "t")]
    text, data, longest, before = "", b"", (0, ""), ""
    for _ in range(pieces):
        encoding, script = rng.choice([w for w in ways if w[0] != before])
        some = document(texts[script], encoding, rng.randint(*PIECE))
        text, data, before = text + some, data + some.encode(encoding), encoding
        longest = max(longest, (len(some), SUPERSET[encoding]))
    return text, data, longest[1]


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("-n", type=int, default=100)
    arg.add_argument("-k")
    arg.add_argument("zhnorm")
    arg.add_argument("dir")
    arg = arg.parse_args()
    texts = chinese(arg.dir)
    print("| lost + invented for each | events | zhnorm | iconv -c |")
    print("|---" * 4 + "|")
    for name, encoding, script in ENCODINGS:
        for how in ("missing", "too many") + ("escape",) * (encoding == "big5"):
            for rate in (0, 1000):
                what = "an escape sequence in a character" if how == "escape" else "a byte " + how
                row = "%s, %s, %s" % (name, what, "in 1,000 bytes" if rate else "alone")
                rng.seed(row)
                score = Score(arg.zhnorm)
                for _ in range(arg.n):
                    text = document(texts[script], encoding, LENGTH)
                    events = len(text.encode(encoding)) // rate if rate else 1
                    score.add(text, harm(text, encoding, events, how), SUPERSET[encoding], events)
                score.row(row)
    print("\n| lost + invented of 1,000 characters | documents | zhnorm: exact | | iconv -c: exact | |")
    print("|---" * 6 + "|")
    for name, encoding, script in ENCODINGS + [("UTF-8", "utf-8", "s")]:
        rng.seed(name)
        score = Score(arg.zhnorm, arg.k and os.path.join(arg.k, encoding))
        for _ in range(arg.n):
            text = document(texts[script], encoding, LENGTH)
            score.add(text, text.encode(encoding), SUPERSET[encoding], len(text))
        score.exact_row(name)
    for pieces in range(2, 6):
        rng.seed(pieces)
        score = Score(arg.zhnorm, arg.k and os.path.join(arg.k, "pieces-%d" % pieces))
        for _ in range(arg.n):
            text, data, encoding = glued(texts, pieces)
            score.add(text, data, encoding, len(text))
        score.exact_row("%d pieces of UTF-8, GB 2312, Big5" % pieces)


main()
