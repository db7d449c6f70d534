#!/usr/bin/env python3
"""foreign.py - writes foreign.txt: what bytes cost as text of other languages, in the encodings those came in.

  foreign.py DIR    DIR holds the packages libreoffice-l10n-LANG of Debian, unpacked with dpkg -x into DIR/LANG: the
                    messages of one program in all of these languages.
"""
import collections
import gettext
import glob
import math
import os
import re
import sys

HEAD = """\
# What bytes cost as text of other languages: -log2 of how often they come, in bits.
#
# Source: the translations of LibreOffice 7.4.7 (Debian's packages libreoffice-l10n-LANG: MPL-2.0), counted.
# Made by dict/foreign.py; compiled by dict/mkforeign.c.
#
# single NAME: an encoding of one byte a character, then the bits of five changes of class and of the bytes 80 to FF.
#   The changes: from ASCII that is no letter to a byte from 80 up, from an ASCII letter or digit to one, from one to
#   another, from one to ASCII that is no letter, from one to an ASCII letter. A digit of the bytes is {single} more bits
#   in hexadecimal; "." is no character.
# double NAME: a set of 94 rows of 94 columns, JIS X 0208 or KS X 1001; the changes likewise. NAME, a row and its digits,
#   {double} more bits each, follow for each row that has characters.
"""

LATIN = "fr de es pt sv it nl da fi".split()
CENTRAL = "pl cs hu hr ro".split()
CYRILLIC = "ru uk bg".split()
SINGLE = [("windows-1252", LATIN), ("windows-1254", ["tr"]), ("windows-1250", CENTRAL), ("iso-8859-2", CENTRAL),
          ("windows-1251", CYRILLIC), ("koi8-u", CYRILLIC), ("iso-8859-5", CYRILLIC), ("ibm866", CYRILLIC),
          ("windows-1253", ["el"]), ("iso-8859-7", ["el"]), ("windows-1255", ["he"]), ("windows-1256", ["ar"]),
          ("iso-8859-6", ["ar"]), ("windows-874", ["th"]), ("windows-1258", ["vi"]),
          ("macintosh", LATIN), ("ibm850", LATIN), ("ibm852", CENTRAL), ("ibm855", CYRILLIC),
          ("x-mac-cyrillic", CYRILLIC)]
DOUBLE = [("jis", ["ja"], "euc_jp"), ("ksc", ["ko"], "euc_kr")]
PYTHON = {"windows-874": "cp874", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic"}
SINGLE_CHEAPEST, DOUBLE_CHEAPEST, LEVELS = 2, 4, 16
MARKS = "“”‘’„«»–—…•·°©®€"
MARK = 1 / 128        # the least share of these: messages have straight quotation marks, pages do not
UNSEEN = 1 / 32       # the share of what these messages do not have, which any character may be
WORD = re.compile("[0-9A-Za-z]")


def messages(root, lang):
    texts = set()
    for name in sorted(glob.glob(os.path.join(root, lang, "**", "*.mo"), recursive=True)):
        with open(name, "rb") as f:
            texts.update(t for t in gettext.GNUTranslations(f)._catalog.values() if isinstance(t, str))
    return sorted(t.replace("~", "") for t in texts if any(c > "\x7f" for c in t))


def vietnamese(text):
    """As code page 1258 writes it: the letter, then the tone."""
    import unicodedata
    out = []
    for c in unicodedata.normalize("NFC", text):
        d = unicodedata.normalize("NFD", c)
        tone = [x for x in d if x in "\u0300\u0301\u0303\u0309\u0323"]
        out.append(unicodedata.normalize("NFC", "".join(x for x in d if x not in tone)) + "".join(tone))
    return "".join(out)


def count(texts, encoding):
    """Counts of bytes (or pairs) from 80 up, and of the changes of class."""
    codes, change = collections.Counter(), collections.Counter()
    for text in texts:
        before = "edge"
        for c in text + "\n":
            code = c.encode(encoding, "ignore")
            if not code:
                continue
            now = "high" if code[0] >= 0x80 else "word" if WORD.match(c) else "edge"
            change[before, now] += 1
            if now == "high" and len(code) < 3:
                codes[code] += 1
            before = now
    return codes, change


def share(counters, codes):
    """The mean of what each of them says, as a dict of shares; something is left for every one of codes."""
    mean = collections.Counter()
    for c in counters:
        total = sum(c.values())
        for k, n in c.items():
            mean[k] += n / total / len(counters)
    return {k: (1 - UNSEEN) * mean[k] + UNSEEN / len(codes) for k in codes}


def changes(counters):
    out = []
    for before, now in (("edge", "high"), ("word", "high"), ("high", "high"), ("high", "edge"), ("high", "word")):
        p = sum(c[before, now] / max(1, sum(n for (b, _), n in c.items() if b == before)) for c in counters)
        p /= len(counters)
        out.append(-math.log2(max(p, 1 / 4096)))
    return " ".join("%.1f" % bits for bits in out)


def known(encoding, codes):
    """Those of codes that say something."""
    def says(code):
        try:
            return code.decode(encoding)
        except UnicodeDecodeError:
            return ""
    return [code for code in codes if says(code)]


def digit(p, cheapest):
    return "%x" % min(LEVELS - 1, max(0, round(-math.log2(p)) - cheapest))


def single(root, name, langs):
    encoding = PYTHON.get(name, name)
    prepare = vietnamese if langs == ["vi"] else str
    counts = [count(map(prepare, messages(root, lang)), encoding) for lang in langs]
    codes = known(encoding, [bytes([b]) for b in range(0x80, 0x100)])
    shares = share([c[0] for c in counts], codes)
    for mark in MARKS:
        code = mark.encode(encoding, "ignore")
        if code:
            shares[code] = max(shares[code], MARK)
    out = "".join(digit(shares[bytes([b])], SINGLE_CHEAPEST) if bytes([b]) in shares else "." for b in range(0x80, 0x100))
    return "single %s %s %s" % (name, changes([c[1] for c in counts]), out)


def double(root, name, langs, encoding):
    counts = [count(messages(root, lang), encoding) for lang in langs]
    codes = known(encoding, [bytes([row, column]) for row in range(0xA1, 0xFF) for column in range(0xA1, 0xFF)])
    shares = share([c[0] for c in counts], codes)
    lines = ["double %s %s" % (name, changes([c[1] for c in counts]))]
    for row in range(0xA1, 0xFF):
        cells = [bytes([row, column]) for column in range(0xA1, 0xFF)]
        line = "".join(digit(shares[code], DOUBLE_CHEAPEST) if code in shares else "." for code in cells)
        if line.strip("."):
            lines.append("%s %02X %s" % (name, row - 0x80, line))
    return "\n".join(lines)


def main(root):
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "foreign.txt"), "w", encoding="ascii") as f:
        f.write(HEAD.format(single=SINGLE_CHEAPEST, double=DOUBLE_CHEAPEST))
        for name, langs in SINGLE:
            f.write(single(root, name, langs) + "\n")
        for name, langs, encoding in DOUBLE:
            f.write(double(root, name, langs, encoding) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
