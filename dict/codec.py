#!/usr/bin/env python3
"""codec.py - writes gb18030.txt and big5.txt from the indexes of the Encoding Standard.

  codec.py DIR    DIR holds index-gb18030.txt, index-gb18030-ranges.txt and index-big5.txt, as found at
                  https://encoding.spec.whatwg.org/ ; the tables are written beside this script.

One row for a lead byte: its hexadecimal number, a space, and the characters of its trail bytes in their order. "."
stands where there is none, or only a private use character.
"""
import os
import sys

HEAD = """\
# {what}
#
# Source: {source} of the Encoding Standard, https://encoding.spec.whatwg.org/, of {date}{more}.
# Licence: BSD 3-Clause, (c) WHATWG (Apple, Google, Mozilla, Microsoft).
# Made by dict/codec.py; compiled by dict/mkcodec.c.
#
"""

# GB 18030-2005 gave these places, private use in the Standard, to characters that Unicode had by then.
LATER = {0xFE51: 0x20087, 0xFE52: 0x20089, 0xFE53: 0x200CC, 0xFE6C: 0x215D7, 0xFE76: 0x2298F, 0xFE91: 0x241FE}

# Big5-HKSCS codes that stand for a letter and a combining mark, by the Standard's own algorithm.
PAIRS = {0x8862: "\u00ca\u0304", 0x8864: "\u00ca\u030c", 0x88A3: "\u00ea\u0304", 0x88A5: "\u00ea\u030c"}

# Places of GB 18030 that are empty in code page 936: there Windows has private use characters.
BEYOND_936 = [(0xA2E3, 0xA2E3), (0xA3A0, 0xA3A0), (0xA6D9, 0xA6DF), (0xA6EC, 0xA6ED), (0xA6F3, 0xA6F3),
              (0xA8BC, 0xA8BC), (0xA8BF, 0xA8BF), (0xA989, 0xA995), (0xFE50, 0xFEA0)]


def index(path):
    table, date = {}, None
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("# Date:"):
                date = line.split()[2]
            if line.strip() and not line.startswith("#"):
                pointer, c = line.split()[:2]
                table[int(pointer)] = int(c, 16)
    return table, date


def rows(f, table, trails, changes):
    for lead in range(0x81, 0xFF):
        row = []
        for i, trail in enumerate(trails):
            c = table.get((lead - 0x81) * len(trails) + i, 0)
            text = chr(c) if c and not 0xE000 <= c <= 0xF8FF else "."
            row.append(changes.get(lead << 8 | trail, text))
        if set(row) != {"."}:
            f.write("%02X %s\n" % (lead, "".join(row)))


def main(source):
    here = os.path.dirname(os.path.abspath(__file__))
    trails = list(range(0x40, 0x7F)) + list(range(0x80, 0xFF))
    table, date = index(source + "/index-gb18030.txt")
    ranges, _ = index(source + "/index-gb18030-ranges.txt")
    with open(here + "/gb18030.txt", "w", encoding="utf-8") as f:
        f.write(HEAD.format(what="GB 18030: the characters of its two-byte codes, and the ranges of its four-byte codes.",
                            source="index-gb18030.txt and index-gb18030-ranges.txt", date=date,
                            more=",\n# with the six characters that GB 18030-2005 moved out of the private use area"))
        f.write("# Rows: lead byte, characters of trail bytes 40 to 7E and 80 to FE; \".\" is a private use character.\n")
        rows(f, table, trails, {code: chr(c) for code, c in LATER.items()})
        f.write("# Codes that code page 936 has private use characters for: first, last.\n")
        for first, last in BEYOND_936:
            f.write("beyond %04X %04X\n" % (first, last))
        f.write("# Four-byte codes: the first linear number of a range (81308130 is 0), and its code point.\n")
        for pointer in sorted(ranges):
            f.write("range %d %04X\n" % (pointer, ranges[pointer]))
    trails = list(range(0x40, 0x7F)) + list(range(0xA1, 0xFF))
    table, date = index(source + "/index-big5.txt")
    with open(here + "/big5.txt", "w", encoding="utf-8") as f:
        f.write(HEAD.format(what="Big5 with the Hong Kong supplementary characters (HKSCS).", source="index-big5.txt",
                            date=date, more=""))
        f.write("# Rows: lead byte, characters of trail bytes 40 to 7E and A1 to FE; \".\" is none. A combining mark\n"
                "# belongs to the code of the letter before it.\n")
        rows(f, table, trails, PAIRS)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
