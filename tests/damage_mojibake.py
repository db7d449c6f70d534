#!/usr/bin/env python3
"""damage_mojibake.py [-n DOCUMENTS] [-c CLASS] [--ftfy] ZHNORM FILE... - how much of text that was read by the wrong
encoding ZHNORM restores.

Takes DOCUMENTS lines and as many pages of the clean texts FILE..., reads them by the wrong encoding in each of the ways
of CLASSES, and lets ZHNORM -s mojibake undo it. A row for each class: of lines and of pages, those that are exactly the
original, and the characters that are right (1 less the edits that separate the two, over the original's length); then
what changed in the undamaged texts, which are Chinese, so nothing should. --ftfy: the same for ftfy.fix_text instead.
The choice of texts is the same in each run.
"""
import argparse
import random
import subprocess
import sys

LINE, PAGE = (12, 120), (400, 1200)  # characters


def western(data, lost):
    """data read as code page 1252; the bytes that it has no character for become what lost makes of them."""
    return "".join(c if (c := bytes([b]).decode("cp1252", "ignore")) else lost(b) for b in data)


def html(data):
    """As browsers read code page 1252: the five bytes become controls."""
    return western(data, chr)


def no_break(text):
    return text.replace("\u00a0", " ").replace("\u00ad", "")


def through_gbk(data, mark, user_areas):
    """data read as code page 936: a pair that is none becomes mark with the ASCII character in it, a byte at the end, too;
    pairs of the user-defined areas are dropped where those have no characters."""
    out, i = [], 0
    while i < len(data):
        if data[i] < 0x80:
            out.append(chr(data[i]))
            i += 1
            continue
        if data[i] == 0x80:
            out.append("\u20ac")
            i += 1
            continue
        try:
            out.append(data[i:i + 2].decode("gbk"))
        except UnicodeError:
            pair = data[i:i + 2]
            if len(pair) < 2 or pair[1] < 0x40 or pair[1] in (0x7f, 0xff):
                out.append(mark)
                if len(pair) == 2 and pair[1] == 10:
                    out.append("\n")
            elif not user_areas:
                out.append("")
            else:
                out.append(pair.decode("gb18030", "replace"))
        i += 2
    return "".join(out)


def gbk(text):
    return text.encode("gb2312")


CLASSES = {
    "gbk as latin-1": ("s", lambda t: gbk(t).decode("latin-1")),
    "gbk as cp1252": ("s", lambda t: html(gbk(t))),
    "gbk as cp1254": ("s", lambda t: html(gbk(t)).translate(str.maketrans("ÐÝÞðýþ", "ĞİŞğış"))),
    "gbk as macroman": ("s", lambda t: gbk(t).decode("mac_roman")),
    "gbk (traditional) as cp1252": ("t", lambda t: html(t.encode("gbk"))),
    "big5 as cp1252": ("t", lambda t: html(t.encode("big5"))),
    "utf-8 as latin-1": ("s", lambda t: t.encode().decode("latin-1")),
    "utf-8 as cp1252": ("s", lambda t: html(t.encode())),
    "utf-8 as cp1252, bytes lost": ("s", lambda t: western(t.encode(), lambda b: "")),
    "utf-8 as latin-1, no-break": ("s", lambda t: no_break(t.encode().decode("latin-1"))),
    "utf-8 as macroman": ("s", lambda t: t.encode().decode("mac_roman")),
    "utf-8 as latin-1, twice": ("s", lambda t: t.encode().decode("latin-1").encode().decode("latin-1")),
    "utf-8 as cp1252, twice": ("s", lambda t: html(html(t.encode()).encode())),
    "utf-8 as gbk": ("s", lambda t: through_gbk(t.encode(), "?", True)),
    "utf-8 as gbk, pairs lost": ("s", lambda t: through_gbk(t.encode(), "?", False)),
    "utf-8 as gb18030, bytes marked": ("s", lambda t: t.encode().decode("gb18030", "replace")),
    "utf-8 as gbk, bytes marked": ("s", lambda t: t.encode().decode("gbk", "replace")),
    "utf-8 as gbk, bytes lost": ("s", lambda t: t.encode().decode("gbk", "ignore")),
    "utf-8 (traditional) as gbk": ("t", lambda t: through_gbk(t.encode(), "?", True)),
    "big5 as gbk": ("t", lambda t: t.encode("big5").decode("gb18030")),
    "gbk as big5": ("s", lambda t: gbk(t).decode("big5hkscs")),
}


def han(text):
    return sum("\u4e00" <= c <= "\u9fff" for c in text)


def texts(files, encoding, n):
    """n lines and n pages of files that encoding has."""
    lines, pages, page = [], [], ""
    for name in files:
        with open(name, encoding="utf-8") as f:
            for line in f.read().split("\n"):
                line = line.strip()
                try:
                    line.encode(encoding)
                    if line.encode("gb2312" if encoding == "gb2312" else "gbk").decode("gbk") != line:
                        continue
                except UnicodeEncodeError:
                    continue
                if "\ufffd" in line or any(ord(c) < 32 for c in line):
                    continue
                if LINE[0] <= len(line) <= LINE[1] and han(line) * 2 > len(line):
                    lines.append(line)
                if not line or len(line) > PAGE[1]:
                    continue
                page += line + "\n"
                if len(page) > PAGE[0]:
                    if len(page) <= PAGE[1] and han(page) * 3 > len(page):
                        pages.append(page)
                    page = ""
    rng = random.Random(936)
    lines = sorted(set(lines))
    return [rng.sample(kind, min(n, len(kind))) for kind in (lines, pages)]


def distance(a, b):
    """Edits that make b of a."""
    while a and b and a[0] == b[0]:
        k = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
        a, b = a[k:], b[k:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def zhnorm(program):
    def fix(text):
        return subprocess.run([program, "-q", "-s", "mojibake"], input=text.encode("utf-8", "surrogatepass"),
                              capture_output=True, check=True).stdout.decode()
    return fix


def score(fix, damage, originals):
    exact = edits = size = skipped = 0
    for text in originals:
        try:
            damaged = damage(text)
        except UnicodeError:
            skipped += 1
            continue
        fixed = fix(damaged)
        exact += fixed == text
        edits += 0 if fixed == text else distance(fixed, text)
        size += len(text)
    n = len(originals) - skipped
    return f"{exact:4d} of {n:4d}  {100 - 100 * edits / max(size, 1):7.3f} %"


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("-n", type=int, default=300)
    arg.add_argument("-c", action="append", help="only classes whose names hold this")
    arg.add_argument("--ftfy", action="store_true")
    arg.add_argument("zhnorm")
    arg.add_argument("file", nargs="+")
    arg = arg.parse_args()
    name, fix = "zhnorm", zhnorm(arg.zhnorm)
    if arg.ftfy:
        import ftfy
        name, fix = "ftfy " + ftfy.__version__, ftfy.fix_text
    traditional = [f for f in arg.file if "TW" in f or "HK" in f]
    sets = {"s": texts([f for f in arg.file if f not in traditional], "gb2312", arg.n),
            "t": texts(traditional, "big5", arg.n)}
    print(f"{name:30} {'lines exact, characters right':32} pages exact, characters right")
    for cls, (script, damage) in CLASSES.items():
        if arg.c and not any(c in cls for c in arg.c):
            continue
        lines, pages = sets[script]
        print(f"{cls:30} {score(fix, damage, lines):32} {score(fix, damage, pages)}")
        sys.stdout.flush()
    changed = sum(fix(t) != t for kind in sets.values() for part in kind for t in part)
    print(f"undamaged, changed: {changed} of {sum(len(p) for kind in sets.values() for p in kind)}")


if __name__ == "__main__":
    main()
