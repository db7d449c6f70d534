#!/usr/bin/env python3
"""What moves when a threshold of the pinyin stage moves.

usage: pinyin_thresholds.py BUILD TRADITIONAL CLEAN... [-n PAGES] [-o NAME]

BUILD: a directory in which zhnorm was built, with "make tests/damage_rate". TRADITIONAL: a text for damage_rate.
CLEAN: texts that are not damaged. For each value of each threshold, the sources that have it are compiled with that
value, and linked before the library. Printed are, over all tables and sets of damage_rate: pages that are exactly as
they were, unknown bytes that are right, characters falsely changed; and lines of the clean texts that change.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
# The file, the name, the values; the one that is there is marked in the output.
THRESHOLDS = [
    ("realign_way.c", "LOST", ["6 * LM_BIT", "10 * LM_BIT", "16 * LM_BIT"]),
    ("realign_way.c", "LOST_AGAIN", ["2 * LM_BIT", "6 * LM_BIT", "10 * LM_BIT", "16 * LM_BIT"]),
    ("realign_way.c", "ASKED_TWICE", ["0 * LM_BIT", "10 * LM_BIT", "20 * LM_BIT", "40 * LM_BIT"]),
    ("realign_way.c", "LIKELY", ["0", "LM_BIT", "3 * LM_BIT"]),
    ("realign_way.c", "UNCLOSED", ["0 * LM_BIT", "8 * LM_BIT", "16 * LM_BIT"]),
    ("realign_way.c", "SIMPLIFIED", ["0 * LM_BIT", "10 * LM_BIT", "20 * LM_BIT"]),
    ("realign_way.c", "AGAIN", ["0 * LM_BIT", "14 * LM_BIT", "28 * LM_BIT"]),
    ("realign.c", "MARGIN", ["12 * LM_BIT", "24 * LM_BIT", "48 * LM_BIT"]),
    ("realign.c", "FEW", ["8", "32", "100"]),
    ("realign.c", "TRY", ["1", "4", "16"]),
    ("realign.c", "TELLING", ["20 * LM_BIT", "40 * LM_BIT", "80 * LM_BIT", "160 * LM_BIT"]),
    ("realign.c", "TELLING_MORE", ["8 * LM_BIT", "32 * LM_BIT", "80 * LM_BIT"]),
    ("pinyin.c", "APART", ["1", "9", "1000"]),
    ("pinyin.c", "RIGHT", ["0", "3", "10"]),
    ("pinyin.c", "RIGHTS", ["0", "20", "1000"]),
    ("pinyin.c", "AGAIN", ["2", "8", "16"]),
    ("pinyin.c", "WRONG", ["0", "12", "40"]),
    ("pinyin.c", "DAMAGE", ["8", "30", "120"]),
    ("familiar.c", "LEAST", ["0 * LM_BIT", "2 * LM_BIT", "6 * LM_BIT"]),
]

LONG, SHORT = 1500, 150  # characters of a page, at least: short ones show what the evidence is worth


def compile_with(build, directory, name, threshold, value):
    with open(os.path.join(SOURCE, "src", name)) as f:
        text = f.read()
    changed, n = re.subn(rf"\b{threshold} =\s+([^,/;}}\n]*[^,/;}}\s])(\s*[,/}}\n])", rf"{threshold} = {value}\2", text, count=1)
    if n != 1:
        sys.exit(f"{name}: no {threshold}")
    was = re.search(rf"\b{threshold} =\s+([^,/;}}\n]*[^,/;}}\s])", text).group(1)
    path = os.path.join(directory, name)
    with open(path, "w") as f:
        f.write(changed)
    compiled = os.path.join(directory, "changed.o")
    subprocess.run(["cc", "-O2", "-std=c11", "-I", os.path.join(SOURCE, "src"), "-I", build, "-c", path, "-o", compiled],
                   check=True)
    return compiled, was == value


def link(build, objects, changed, out):
    libraries = [os.path.join(build, "tests/libtests.a"), os.path.join(build, "src/libzhnorm.a")]
    check = subprocess.run(["pkg-config", "--libs", "check"], capture_output=True, text=True).stdout.split()
    subprocess.run(["cc", "-o", out, *[os.path.join(build, o) for o in objects], changed, *libraries, *check, "-lm"],
                   check=True)


def score(program, text, pages, size):
    out = subprocess.run([program, "-n", str(pages), "-p", str(size), text], capture_output=True, text=True, check=True).stdout
    return out.splitlines()[-1].split()


def changed_lines(program, files):
    n = 0
    for name in files:
        with open(name, "rb") as f:
            text = f.read()
        got = subprocess.run([program, "-q", "-s", "pinyin", "-e", "utf-8"], input=text, capture_output=True).stdout
        was = subprocess.run([program, "-q", "-s", "none", "-e", "utf-8"], input=text, capture_output=True).stdout
        n += sum(a != b for a, b in zip(got.split(b"\n"), was.split(b"\n")))
    return n


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("build")
    arguments.add_argument("traditional")
    arguments.add_argument("clean", nargs="*")
    arguments.add_argument("-n", type=int, default=40)
    arguments.add_argument("-o", help="this threshold only")
    a = arguments.parse_args()
    library = subprocess.run(["ar", "t", os.path.join(a.build, "src/libzhnorm.a")], capture_output=True, text=True).stdout
    command = ["src/" + o for o in sorted(os.listdir(os.path.join(a.build, "src")))
               if o.endswith(".o") and o not in library.split()]
    print(f"{'threshold':<14} {'value':<14}  exact    unknown  false  clean lines changed")
    with tempfile.TemporaryDirectory() as d:
        for name, threshold, values in THRESHOLDS:
            if a.o and a.o != threshold:
                continue
            for value in values:
                changed, there = compile_with(a.build, d, name, threshold, value)
                rate, program = os.path.join(d, "rate"), os.path.join(d, "zhnorm")
                link(a.build, ["tests/damage_rate.o"], changed, rate)
                link(a.build, command, changed, program)
                s = score(rate, a.traditional, a.n, SHORT if name == "pinyin.c" else LONG)
                print(f"{threshold:<14} {value.replace(' * LM_BIT', ' bits').replace('LM_BIT', '1 bit'):<9}"
                      f"{'(is)' if there else '':<5}  {s[2]:>6} %  {s[11]:>6} %  {s[13]:>5}  "
                      f"{changed_lines(program, a.clean)}", flush=True)


if __name__ == "__main__":
    main()
