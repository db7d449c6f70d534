#!/usr/bin/env python3
"""entities.py - writes entities.txt: the names of characters in HTML that the program decodes.

Needs nothing but Python, whose module html.entities has the names of the HTML standard and those of HTML 4.01.
"""
import html.entities
import re

HEAD = """\
# Characters that HTML names: name, code point, and whether the name alone is enough ("alone"), or Han must stand beside
# the reference ("beside"), as it is a word that a program may use: p = &theta;
#
# Source: the WHATWG HTML standard's named character references, as Python's html.entities has them: all of HTML 4.01,
# and those of ASCII marks (software that escapes all it can writes them). The other 1,800, of mathematics and of
# Cyrillic letters, are not met in pages, and many are words. Names that HTML reads without a semicolon are read with
# one only: without it they are parts of addresses (?a=1&copy=2).
# lang and rang are the angle brackets of Chinese (3008, 3009): HTML 4 had 2329 and 232a, whose canonical equivalents these
# are, so that all normalized text has them, and Chinese pages were written by that; the 27e8 and 27e9 of HTML 5 are of
# mathematics.
# Not among them: amp, which is decoded as often as it was written, and names that programs call functions by.
# Licence: names and numbers alone.
# Made by dict/entities.py; compiled by dict/mkentities.c. In the order of strcmp().
"""

# Subroutines of Perl are called with an ampersand, and parameters of C are passed with one.
CALLS = "and or not int sub sup real image part".split()

# What only HTML writes: no program has these names.
ALONE = re.compile(r"quot|lt|gt|apos|nbsp|e[nm]sp|thinsp|middot|hellip|.dash|.+quo|frac\d+|sup\d|zwn?j|[lr]rm|"
                   r"[A-Za-z](acute|grave|circ|uml|tilde|ring|cedil|slash|caron)|.+lig|[lr]par|[lr]sqb|[lr]cub|lowbar|commat")


def main():
    chosen = {name: code for name, code in html.entities.name2codepoint.items()}
    chosen.update({"apos": 0x27, "lang": 0x3008, "rang": 0x3009})
    for name, text in html.entities.html5.items():
        if name.endswith(";") and re.fullmatch("[a-z]+;", name) and len(text) == 1 and 0x20 < ord(text) < 0x7f:
            chosen[name[:-1]] = ord(text)
    for name in ["amp"] + CALLS:
        del chosen[name]
    with open("entities.txt", "w", encoding="utf-8") as f:
        f.write(HEAD)
        for name in sorted(chosen):
            f.write("%s\t%x\t%s\n" % (name, chosen[name], "alone" if ALONE.fullmatch(name) else "beside"))


main()
