#!/usr/bin/env python3
"""damage_noise.py [-n DOCUMENTS] [-c CLASS] ZHNORM FILE... - how much of what scraping puts into a text ZHNORM takes out.

Cuts DOCUMENTS pages from the clean texts FILE..., damages each in every one of the ways of CLASSES, and lets ZHNORM undo
it (steps noise and width). The truth of a page is what ZHNORM makes of it undamaged, as it widens marks there, too. A row
for each class: the pages that had something to damage, those that come out exactly, the characters that are right (1
less the edits that separate output and truth, over the truth's length), and the pages that are further from the truth
than before (false repairs). The choice of texts and places is the same in each run.
"""
import argparse
import html.entities
import random
import re
import subprocess
import sys
import unicodedata
from damage_mojibake import distance, han

PAGE = (200, 600)  # characters
rng = random.Random(936)
NAMES = {c: n for n, c in html.entities.name2codepoint.items()}
MARKS = dict(zip("，；：！？（）", ",;:!?()"))
RADICALS = {ord(unicodedata.normalize("NFKC", chr(c))): chr(c) for c in range(0x2f00, 0x2fd6)}
CONTROL = [chr(c) for c in range(1, 9)] + ["\x7f", "\x1b[0m", "\x0e"]
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e"


def between(text, what, every=20):
    """what() between characters, one of so many."""
    return "".join(c + (what() if rng.randrange(every) == 0 else "") for c in text)


def is_han(c):
    return "\u4e00" <= c <= "\u9fff"


def named(text):
    return "".join(f"&{NAMES[ord(c)]};" if ord(c) in NAMES else c for c in text)


def runs(text, spell):
    """The runs of three Han or more between other characters that are not ASCII or ends of lines, spelt."""
    return re.sub("(?m)(?<![!-~])[\u4e00-\u9fff]{3,}(?![!-~])", lambda m: spell(m[0]), text)


CLASSES = {
    "named references": named,
    "named references, twice": lambda t: named(t).replace("&", "&amp;"),
    "numbers, decimal": lambda t: "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in t),
    "numbers, hexadecimal, twice": lambda t: "".join(f"&amp;#x{ord(c):x};" if is_han(c) else c for c in t),
    "control characters": lambda t: between(t, lambda: rng.choice(CONTROL)),
    "invisible characters": lambda t: between(t, lambda: rng.choice(INVISIBLE)),
    "overrides": lambda t: re.sub("[\u4e00-\u9fff]{4,8}", lambda m: f"\u202e{m[0][::-1]}\u202c"
                                  if rng.randrange(5) == 0 else m[0], t),
    "tags, paired": lambda t: re.sub("[\u4e00-\u9fff]{2,4}", lambda m: f"<b>{m[0]}</b>" if rng.randrange(5) == 0 else m[0], t),
    "tags of paragraphs": lambda t: re.sub("(?m)^(.*[\u4e00-\u9fff].*)$", r"<p>\1</p>", t),
    "tags, as references": lambda t: re.sub("(?m)^(.*[\u4e00-\u9fff].*)$", r"&lt;p&gt;\1&lt;/p&gt;", t),
    r"\u6587": lambda t: runs(t, lambda r: "".join(f"\\u{ord(c):04x}" for c in r)),
    "%E6%96%87": lambda t: runs(t, lambda r: "".join(f"%{b:02X}" for b in r.encode())),
    "%CE%C4": lambda t: runs(t, lambda r: "".join(f"%{b:02X}" for b in r.encode("gbk"))),
    "full-width letters, digits": lambda t: re.sub("[0-9A-Za-z]", lambda m: chr(ord(m[0]) + 0xfee0), t),
    "Kangxi radicals": lambda t: t.translate(RADICALS),
    "half-width marks": lambda t: re.sub("(?<=[\u4e00-\u9fff])[，；：！？]|（(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])）",
                                         lambda m: MARKS[m[0]], t),
}


def pages(files, n):
    """n pages of GB 2312 and ASCII, mostly Han."""
    found, page = [], ""
    for name in files:
        with open(name, encoding="utf-8") as f:
            for line in f.read().split("\n"):
                line = line.strip()
                if not line or line.encode("gb2312", "ignore").decode("gb2312") != line or "&" in line or "<" in line:
                    continue
                page += line + "\n"
                if len(page) > PAGE[0]:
                    if len(page) <= PAGE[1] and han(page) * 2 > len(page):
                        found.append(page)
                    page = ""
    return rng.sample(found, min(n, len(found)))


def zhnorm(program, text):
    return subprocess.run([program, "-q", "-e", "utf-8", "-s", "noise,width"], input=text.encode(), capture_output=True,
                          check=True).stdout.decode()


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("-n", type=int, default=300)
    arg.add_argument("-c", action="append", help="only classes whose names hold this")
    arg.add_argument("zhnorm")
    arg.add_argument("file", nargs="+")
    arg = arg.parse_args()
    truths = sorted({zhnorm(arg.zhnorm, p) for p in pages(arg.file, arg.n)})
    print(f"undamaged, changed again: {sum(zhnorm(arg.zhnorm, t) != t for t in truths)} of {len(truths)}")
    print(f"{'':30} {'pages':>5} {'exact':>5} {'right, %':>9} {'worse':>5}")
    for name, damage in CLASSES.items():
        if arg.c and not any(c in name for c in arg.c):
            continue
        n = exact = worse = edits = size = 0
        for truth in truths:
            damaged = damage(truth)
            if damaged == truth:
                continue
            fixed = zhnorm(arg.zhnorm, damaged)
            n, size = n + 1, size + len(truth)
            if fixed == truth:
                exact += 1
                continue
            e = distance(fixed, truth)
            edits += e
            worse += fixed != damaged and e > distance(damaged, truth)
        print(f"{name:30} {n:5d} {exact:5d} {100 - 100 * edits / max(size, 1):9.3f} {worse:5d}")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
