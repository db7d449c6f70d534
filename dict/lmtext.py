#!/usr/bin/env python3
"""Running Chinese text out of unpacked Debian packages, one paragraph a line, each once.

usage: lmtext.py DIR... >TEXT     DIR: packages unpacked with dpkg -x (dict/lm.txt names those it was made from)

HTML and Mallard pages give one paragraph for each block element; message catalogues one for each line of a
translation; fortunes one for each paragraph, its broken lines joined. What is mostly not Chinese is left out.
"""
import gettext
import os
import re
import sys
from html.parser import HTMLParser

BLOCK = set("p div li ul ol dl dt dd td th tr table h1 h2 h3 h4 h5 h6 br hr body title section item desc note steps "
            "blockquote center header footer nav main article caption figcaption figure option".split())
SILENT = set("script style pre screen code svg math select head".split())
VOID = set("br hr img input meta link col area base wbr".split())
CHINESE = re.compile("(^|[./_-])zh([_-](cn|hans))?([./]|$)", re.I)
HAN = re.compile("[\u4e00-\u9fff]")
LEAST = 4      # Han in a paragraph: less is a label
SHARE = 0.5    # of its characters
LONG_LINE = 50 # columns: a fortune's line as long as this was broken by its width, and goes on in the next


class Blocks(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.found, self.silent = [], [], 0

    def flush(self):
        self.found.append("".join(self.text))
        self.text = []

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self.silent += 1
        if tag in BLOCK:
            self.flush()

    def handle_endtag(self, tag):
        if tag in SILENT and self.silent:
            self.silent -= 1
        if tag in BLOCK:
            self.flush()

    def handle_data(self, data):
        if not self.silent:
            self.text.append(data)


def pages(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        reader = Blocks()
        reader.feed(re.sub(r"<(\w+)([^<>]*)/>", r"<\1\2></\1>", f.read()))
        reader.flush()
        return reader.found


def catalogue(path):
    with open(path, "rb") as f:
        for text in gettext.GNUTranslations(f)._catalog.values():
            yield from re.sub(r"<[^<>]*>", "", text).split("\n")


def columns(text):
    return sum(1 + (ord(c) >= 0x1100) for c in text)


def fortunes(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        text = re.sub("\x1b\\[[0-9;]*m", "", f.read())
    for piece in re.split(r"\n%\n|\n\s*\n", text):
        whole = ""
        for line in piece.split("\n"):
            whole += line.strip()
            if columns(line) < LONG_LINE:
                yield whole
                whole = ""
        yield whole


def tidy(text):
    """White space as a browser shows it: none between wide characters, else one space."""
    text = re.sub(r"[ \t\r\n\u00a0]+", " ", text.replace("\u200b", "")).strip()
    return re.sub(r"(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])", "", text)


def chinese(text):
    han = len(HAN.findall(text))
    return han >= LEAST and han >= SHARE * len(text.replace(" ", ""))


def texts(path):
    name = os.path.basename(path)
    if name.endswith(".mo"):
        return catalogue(path)
    if name.endswith((".html", ".page")):
        return pages(path)
    if os.path.basename(os.path.dirname(path)) == "fortunes" and "." not in name:
        return fortunes(path)
    return []


def main():
    seen = set()
    for top in sys.argv[1:]:
        for folder, folders, names in os.walk(top):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(folder, name)
                if not CHINESE.search(path) or os.path.islink(path):
                    continue
                for text in map(tidy, texts(path)):
                    if text not in seen and chinese(text):
                        seen.add(text)
                        print(text)


main()
