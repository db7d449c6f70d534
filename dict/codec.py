#!/usr/bin/env python3
"""codec.py - writes gb18030.txt and big5.txt from the test data of encoding_rs, a decoder that conforms to the WHATWG
Encoding Standard.

  codec.py [DIR]    DIR holds big5_in.txt, big5_in_ref.txt, gb18030_in.txt and gb18030_in_ref.txt, as Debian's package
                    librust-encoding-rs-dev has them (found by itself where that is installed). The tables are written
                    beside this script.

One row for a lead byte: its hexadecimal number, a space, and the characters of its trail bytes in their order. "."
stands where there is none, or only a private use character.
"""
import glob
import os
import sys

HEAD = """\
# {what}
#
# Source: {source}_in.txt of {package} (public domain): every code that a decoder of the Encoding Standard,
# https://encoding.spec.whatwg.org/, knows{more}.
# Made by dict/codec.py; compiled by dict/mkcodec.c.
#
"""

# Places that were private use and that later editions of GB 18030 gave to characters which Unicode had by then: those of
# the 2005 edition that the Encoding Standard leaves private, and those of the 2022 edition, which it took over in 2024.
LATER = {0xFE51: 0x20087, 0xFE52: 0x20089, 0xFE53: 0x200CC, 0xFE6C: 0x215D7, 0xFE76: 0x2298F, 0xFE91: 0x241FE,
         0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14, 0xA6DE: 0xFE15, 0xA6DF: 0xFE16,
         0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19, 0xFE59: 0x9FB4, 0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7,
         0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFEA0: 0x9FBB}

# The four-byte codes were laid out in 2000, when A3A0 was U+E5E5 and A8BC was U+E7C7. In 2005 A8BC became U+1E3F, and the
# four-byte code that this had went to U+E7C7.
LAID_OUT = {0xE5E5, 0xE7C7}
SWAPPED = {0x1E3F: 0xE7C7}

# Places of GB 18030 that are empty in code page 936: there Windows has private use characters.
BEYOND_936 = [(0xA2E3, 0xA2E3), (0xA3A0, 0xA3A0), (0xA6D9, 0xA6DF), (0xA6EC, 0xA6ED), (0xA6F3, 0xA6F3),
              (0xA8BC, 0xA8BC), (0xA8BF, 0xA8BF), (0xA989, 0xA995), (0xFE50, 0xFEA0)]


REPLACEMENT = "\ufffd"


def index(path):
    """Code -> character for every two-byte code of path_in.txt, whose lines path_in_ref.txt has decoded."""
    with open(path + "_in.txt", "rb") as f:
        codes = f.read().split(b"\n")
    with open(path + "_in_ref.txt", encoding="utf-8", newline="\n") as f:
        texts = f.read().split("\n")
    if len(codes) != len(texts):
        sys.exit(path + ": not as many lines as its reference")
    return {code[0] << 8 | code[1]: text for code, text in zip(codes, texts)
            if len(code) == 2 and code[0] >= 0x81 and not text.startswith(REPLACEMENT)}


def four_byte(table):
    """The ranges of the four-byte codes in the Basic Multilingual Plane: all that had no two-byte code in 2000, in order
    (GB 18030, 6.2), and the rest of Unicode from 90308130 on."""
    taken = {ord(text) for text in table.values() if len(text) == 1} - set(SWAPPED) | LAID_OUT
    ranges, pointer, before = [], 0, None
    for c in range(0x80, 0x10000):
        if 0xD800 <= c <= 0xDFFF or c in taken:
            continue
        to = SWAPPED.get(c, c)
        if before is None or to != before + 1:
            ranges.append((pointer, to))
        before = to
        pointer += 1
    return ranges + [(189000, 0x10000)]


def rows(f, table, trails, changes=None):
    for lead in range(0x81, 0xFF):
        row = []
        for trail in trails:
            text = table.get(lead << 8 | trail, ".")
            if "\ue000" <= text <= "\uf8ff":
                text = "."
            row.append((changes or {}).get(lead << 8 | trail, text))
        if set(row) != {"."}:
            f.write("%02X %s\n" % (lead, "".join(row)))


def write(name, what, package, more, body):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".txt"), "w", encoding="utf-8") as f:
        f.write(HEAD.format(what=what, source=name, package=package, more=more))
        body(f)


def gb18030(f, table):
    trails = list(range(0x40, 0x7F)) + list(range(0x80, 0xFF))
    f.write("# Rows: lead byte, characters of trail bytes 40 to 7E and 80 to FE; \".\" is a private use character.\n")
    rows(f, table, trails, {code: chr(c) for code, c in LATER.items()})
    f.write("# Codes that code page 936 has private use characters for: first, last.\n")
    for first, last in BEYOND_936:
        f.write("beyond %04X %04X\n" % (first, last))
    f.write("# Four-byte codes: the first linear number of a range (81308130 is 0), and its code point.\n")
    for pointer, c in four_byte(table):
        f.write("range %d %04X\n" % (pointer, c))


def big5(f, table):
    trails = list(range(0x40, 0x7F)) + list(range(0xA1, 0xFF))
    f.write("# Rows: lead byte, characters of trail bytes 40 to 7E and A1 to FE; \".\" is none. A combining mark\n"
            "# belongs to the code of the letter before it.\n")
    rows(f, table, trails)


def main(source):
    package = "encoding_rs" + source.partition("encoding_rs")[2].partition("/")[0]
    write("gb18030", "GB 18030: the characters of its two-byte codes, and the ranges of its four-byte codes.", package,
          ",\n# with the characters that GB 18030-2005 and -2022 moved out of the private use area",
          lambda f: gb18030(f, index(source + "/gb18030")))
    write("big5", "Big5 with the Hong Kong supplementary characters (HKSCS).", package, "",
          lambda f: big5(f, index(source + "/big5")))


if __name__ == "__main__":
    found = sys.argv[1:] or sorted(glob.glob("/usr/share/cargo/registry/encoding_rs-*/src/test_data"))
    if len(found) != 1 or not os.path.isdir(found[0]):
        sys.exit(__doc__)
    main(found[0])
