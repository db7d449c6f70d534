#!/usr/bin/env python3
"""compat.py - writes compat.txt: the unified ideographs of radicals and of compatibility ideographs.

  compat.py [DIR]    DIR has Unicode's UnicodeData.txt and EquivalentUnifiedIdeograph.txt; without it, those of Debian's
                     package unicode-data.
"""
import sys

HEAD = """\
# CJK and Kangxi radicals and CJK compatibility ideographs, and the unified ideographs that look like them, or that they
# are other codes of.
#
# Source: of Unicode 15.0 (Debian's package unicode-data), the decompositions in UnicodeData.txt: <compat> for the Kangxi
# radicals, canonical for the ideographs; EquivalentUnifiedIdeograph.txt for the CJK radicals. Licence: Unicode License V3.
# Made by dict/compat.py; compiled by dict/mkcompat.c.
#
# Rows: a code point, a tab, what it and those behind it stand for, 16 at most. A character that stands for itself (the
# twelve unified ideographs from U+FA0E to U+FA29) and one that is none are there as 〓.
"""
BLOCKS = [(0x2e80, 0x2ef3), (0x2f00, 0x2fd6), (0xf900, 0xfaff), (0x2f800, 0x2fa1f)]


def main():
    unified = {}
    path = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
    with open(path + "/EquivalentUnifiedIdeograph.txt") as f:
        for line in f:
            cell = line.split("#")[0].split(";")
            if len(cell) == 2:
                first, _, last = cell[0].strip().partition("..")
                for c in range(int(first, 16), int(last or first, 16) + 1):
                    unified[c] = chr(int(cell[1], 16))
    with open(path + "/UnicodeData.txt") as f:
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
