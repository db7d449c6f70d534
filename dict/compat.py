#!/usr/bin/env python3
"""compat.py - writes compat.txt: the unified ideographs of Kangxi radicals and of compatibility ideographs.

  compat.py [UNICODEDATA]    Unicode's UnicodeData.txt; the one of Debian's package unicode-data if none is named.
"""
import sys

HEAD = """\
# Kangxi radicals and CJK compatibility ideographs, and the unified ideographs that they are other codes of.
#
# Source: the decompositions in UnicodeData.txt of Unicode 15.0 (Debian's package unicode-data): <compat> for the
# radicals, canonical for the ideographs. Licence: Unicode License V3.
# Made by dict/compat.py; compiled by dict/mkcompat.c.
#
# Rows: a code point, a tab, what it and those behind it stand for, 16 at most. A character that stands for itself (the
# twelve unified ideographs from U+FA0E to U+FA29) and one that is none are there as 〓.
"""
BLOCKS = [(0x2f00, 0x2fd6), (0xf900, 0xfaff), (0x2f800, 0x2fa1f)]


def main():
    unified = {}
    with open(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/UnicodeData.txt") as f:
        for line in f:
            cell = line.split(";")
            if cell[5] and any(first <= int(cell[0], 16) <= last for first, last in BLOCKS):
                unified[int(cell[0], 16)] = chr(int(cell[5].replace("<compat> ", ""), 16))
    with open("compat.txt", "w", encoding="utf-8") as f:
        f.write(HEAD)
        for first, last in BLOCKS:
            for row in range(first, last + 1, 16):
                text = "".join(unified.get(c, "〓") for c in range(row, min(row + 16, last + 1)))
                f.write("%x\t%s\n" % (row, text))


main()
