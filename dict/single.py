#!/usr/bin/env python3
"""single.py >single.txt: the characters of single-byte encodings that Chinese text is misread in, from Python's codecs
(which follow unicode.org's mapping tables)."""
HEAD = """\
# Single-byte encodings that Chinese text is misread in: where they differ from Latin-1.
#
# Source: Python's codecs, which follow https://www.unicode.org/Public/MAPPINGS/VENDORS/ (facts; no licence needed).
# Made by dict/single.py; compiled by dict/mkcodec.c.
#
# Rows: the table, a byte, and its character. "western" is code page 1252, with the six letters in which code page 1254
# differs from it: no character of the two has two bytes."""


def main():
    print(HEAD)
    western = {}
    for codec in ("cp1252", "cp1254"):
        for byte in range(0x80, 0x100):
            c = bytes([byte]).decode(codec, "ignore")
            if c and c != chr(byte):
                assert western.get(c, byte) == byte
                western[c] = byte
    for c, byte in sorted(western.items(), key=lambda item: (item[1], item[0])):
        print(f"western {byte:02X} {c}")
    for byte in range(0x80, 0x100):
        print(f"macroman {byte:02X} {bytes([byte]).decode('mac_roman')}")
    print("macroman DB \u00a4")  # the currency sign, which the euro sign took the place of in 1998
    print("macroman C6 \u0394")  # Delta for the increment, as glibc has it


main()
