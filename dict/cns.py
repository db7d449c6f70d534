#!/usr/bin/env python3
"""cns.py - writes cns.txt: the characters of CNS 11643 that EUC-TW and ISO-2022-CN(-EXT) have codes for.

  cns.py [DIR]    DIR holds Unihan_IRGSources.txt or the same with .bz2, as Debian's package unicode-data has it (found by
                  itself where that is installed). Needs glibc's iconv(3), which knows the symbols.

ISO-IR-165, another set of ISO-2022-CN-EXT, is in it too, where it is not GB 2312, as plane 0.

Han characters are those of Unihan's kIRG_TSource; what else stands in plane 1 (marks, kana, letters, frames) is what
glibc's EUC-TW makes of its codes.
"""
import bz2
import ctypes
import os
import sys

HEAD = """\
# CNS 11643: the characters of its planes 1 to 7 and 10 to 15, by plane and row; as plane 0 those of ISO-IR-165 that are
# not those of GB 2312.
#
# Source: kIRG_TSource of Unihan_IRGSources.txt, Unicode {version} (Debian's package unicode-data; Unicode License);
# the symbols of plane 1 and ISO-IR-165 as EUC-TW and ISO-2022-CN-EXT of glibc's iconv(3) have them.
# Made by dict/cns.py; compiled by dict/mkcns.c.
#
# Rows: plane, row (21 to 7E) and the characters of columns 21 to 7E; "." is none.
"""

FIRST, LAST = 0x21, 0x7E

# Symbols that glibc leaves out, as their characters have another code there: by the order of Big5, which CNS follows.
MORE = {(1, 0x21, 0x3A): "\ufe33", (1, 0x21, 0x3B): "\u2574", (1, 0x21, 0x3C): "\ufe34", (1, 0x21, 0x3D): "\ufe4f",
        (1, 0x22, 0x24): "\uffe3", (1, 0x22, 0x26): "\u02cd", (1, 0x24, 0x3E): "\u5341", (1, 0x24, 0x40): "\u5345"}
PLANES = [p for p in range(0, 16) if p not in (8, 9)]


def decoder(name):
    """A function that gives the character that bytes are in an encoding of iconv's, or None."""
    libc = ctypes.CDLL(None)
    libc.iconv_open.restype = ctypes.c_void_p
    libc.iconv_open.argtypes = [ctypes.c_char_p] * 2
    libc.iconv.restype = ctypes.c_size_t
    libc.iconv.argtypes = [ctypes.c_void_p] * 5
    cd = libc.iconv_open(b"UTF-32LE", name.encode())
    if cd == ctypes.c_void_p(-1).value:
        sys.exit("iconv does not know " + name)

    def decode(code):
        source, target = ctypes.create_string_buffer(code, len(code)), ctypes.create_string_buffer(16)
        p, n = ctypes.c_void_p(ctypes.addressof(source)), ctypes.c_size_t(len(code))
        q, room = ctypes.c_void_p(ctypes.addressof(target)), ctypes.c_size_t(16)
        libc.iconv(cd, None, None, None, None)
        bad = libc.iconv(cd, ctypes.byref(p), ctypes.byref(n), ctypes.byref(q), ctypes.byref(room))
        return None if bad or n.value or room.value != 12 else target.raw[:4].decode("utf-32-le")

    return decode


def han(path):
    """Code -> character by kIRG_TSource, and the version of Unicode."""
    table, version = {}, "of unknown version"
    opener = bz2.open if path.endswith(".bz2") else open
    with opener(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line.lower().startswith("# unicode version"):
                version = line.split()[-1]
            c, _, rest = line.rstrip("\n").partition("\t")
            if not rest.startswith("kIRG_TSource\tT") or rest[14] == "U":
                continue
            plane, _, code = rest[14:].partition("-")
            table[int(plane, 16), int(code[:2], 16), int(code[2:], 16)] = chr(int(c[2:], 16))
    return table, version


def main(path):
    table, version = han(path)
    symbol, other = decoder("EUC-TW"), decoder("ISO-2022-CN-EXT")
    for row in range(FIRST, LAST + 1):
        for column in range(FIRST, LAST + 1):
            c = symbol(bytes([0x80 + row, 0x80 + column])) or MORE.get((1, row, column))
            if c and (1, row, column) not in table:
                table[1, row, column] = c
            c = other(b"\x1b$)E\x0e" + bytes([row, column]))
            if c and bytes([0x80 + row, 0x80 + column]).decode("gb2312", "ignore") != c:
                table[0, row, column] = c
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "cns.txt"), "w", encoding="utf-8") as f:
        f.write(HEAD.format(version=version))
        for plane in PLANES:
            for row in range(FIRST, LAST + 1):
                text = "".join(table.get((plane, row, column), ".") for column in range(FIRST, LAST + 1))
                if text.strip("."):
                    f.write("%d %02X %s\n" % (plane, row, text))


if __name__ == "__main__":
    found = [d + "/Unihan_IRGSources.txt" + end for d in sys.argv[1:] or ["/usr/share/unicode"] for end in ("", ".bz2")]
    found = [p for p in found if os.path.isfile(p)]
    if len(sys.argv) > 2 or not found:
        sys.exit(__doc__)
    main(found[0])
