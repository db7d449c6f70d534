#!/usr/bin/env python3
"""opencc.py -c CONFIG.json --path DIR [--include-tofu-risk-dictionaries] < TEXT

What OpenCC of 1.3.2 and later makes of a text, said as plainly as possible: a reference to compare fast programs with.
It shares nothing with zhnorm, and takes its options as OpenCC does, so that OpenCC's scripts can run it. Dictionaries
are text files in DIR, whatever format the configuration names; .txt is put for its suffix.
"""
import argparse
import json
import os
import sys


class Dictionary:
    """The longest key at a place, and the first of its values."""

    def __init__(self, file):
        self.value = {}
        self.lengths = {}  # by first character, descending
        with open(file, encoding="utf-8", newline="\n") as lines:
            for line in lines:
                line = line.rstrip("\n")
                if line and line[0] != "#":
                    key, values = line.split("\t")
                    self.value.setdefault(key, values.split(" ")[0])
        for key in self.value:
            self.lengths.setdefault(key[0], set()).add(len(key))
        self.lengths = {first: sorted(some, reverse=True) for first, some in self.lengths.items()}

    def match(self, text, at):
        """(length of the key, value), or None."""
        for length in self.lengths.get(text[at], ()):
            value = self.value.get(text[at:at + length])
            if value is not None and at + length <= len(text):
                return length, value
        return None


class ShortCircuit:
    """The first dictionary that has any match."""

    def __init__(self, children):
        self.children = children

    def match(self, text, at):
        for child in self.children:
            found = child.match(text, at)
            if found:
                return found
        return None


class Union(ShortCircuit):
    """The longest match of all dictionaries; of two as long that of the one before."""

    def match(self, text, at):
        found = [m for m in (child.match(text, at) for child in self.children) if m]
        return max(found, key=lambda m: m[0], default=None)


def operands(char):
    """How many follow an ideographic description character; 0 for any other."""
    if char in "\u2ff2\u2ff3":
        return 3
    if char in "\u2ffe\u2fff":
        return 1
    return 2 if "\u2ff0" <= char <= "\u2ffd" else 0


def sequence_end(text, at):
    """Where the description sequence at text[at] ends; None where it is not complete, too long or too deep."""
    longest, deepest = 64, 16
    open_operands = [1]  # of the sequences that we are in, and the whole
    for end in range(at, min(len(text), at + longest)):
        if len(open_operands) > deepest:
            return None
        open_operands[-1] -= 1
        if operands(text[end]):
            open_operands.append(operands(text[end]))
        while open_operands and not open_operands[-1]:
            open_operands.pop()
        if not open_operands:
            return end + 1
    return None


def unmatched_end(text, at):
    """Where what is copied ends, if nothing matches at text[at]."""
    if not operands(text[at]):
        return at + 1
    return sequence_end(text, at) or at + 1


def convert(dictionary, text):
    out = []
    at = 0
    while at < len(text):
        found = dictionary.match(text, at)
        if found:
            out.append(found[1])
            at += found[0]
        else:
            end = unmatched_end(text, at)
            out.append(text[at:end])
            at = end
    return "".join(out)


def segments(dictionary, text):
    """Each match of its own; what lies between two is one."""
    at = begin = 0
    while at < len(text):
        found = dictionary.match(text, at)
        if not found:
            at = unmatched_end(text, at)
            continue
        if begin < at:
            yield text[begin:at]
        yield text[at:at + found[0]]
        at = begin = at + found[0]
    if begin < at:
        yield text[begin:]


class Converter:
    def __init__(self, config, folder, rare):
        self.folder = folder
        self.loaded = {}
        with open(config, encoding="utf-8") as file:
            known = json.load(file)
        self.normalization = [self.load(step["dict"], rare) for step in known.get("normalization", [])]
        # Segmentation knows the rare characters, whether or not they are asked for.
        self.segmentation = self.load(known["segmentation"]["dict"], True) if "segmentation" in known else None
        self.chain = [self.load(step["dict"], rare) for step in known["conversion_chain"]]

    def load(self, node, rare):
        if node["type"] == "group":
            kind = Union if node.get("match_policy") == "union" else ShortCircuit
            return kind([self.load(child, rare) for child in node["dicts"] if rare or not child.get("may_output_tofu")])
        name = os.path.splitext(node["file"])[0]
        if name not in self.loaded:
            self.loaded[name] = Dictionary(os.path.join(self.folder, name + ".txt"))
        return self.loaded[name]

    def __call__(self, text):
        for dictionary in self.normalization:
            text = convert(dictionary, text)
        out = []
        for segment in segments(self.segmentation, text) if self.segmentation else [text]:
            for dictionary in self.chain:
                segment = convert(dictionary, segment)
            out.append(segment)
        return "".join(out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-c", dest="config", required=True)
    parser.add_argument("--path", required=True)
    parser.add_argument("--include-tofu-risk-dictionaries", dest="rare", action="store_true")
    args = parser.parse_args()
    converter = Converter(args.config, args.path, args.rare)
    sys.stdout.buffer.write(converter(sys.stdin.buffer.read().decode("utf-8")).encode("utf-8"))


if __name__ == "__main__":
    main()
