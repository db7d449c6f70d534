#!/usr/bin/env python3
"""What moves when a threshold of the mojibake stage moves.

usage: mojibake_thresholds.py BUILD [-n TEXTS] [-o NAME] [-d FILE...] [-c FILE...]

BUILD: a directory in which zhnorm and tests/check_mojibake were built. -d: texts to damage (tests/damage_mojibake.py),
-c: texts that are not damaged, of any language. For each value of each threshold, the source that has it is compiled with
that value and linked before the library. Printed are, over all classes of damage: texts that are exactly as they were,
characters that are right; lines of the clean texts that change; and how many rows of tests/check_mojibake fail.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
import damage_mojibake as damage
from pinyin_thresholds import compile_with, link

BITS = [f"{n} * LM_BIT" for n in range(500)]
THRESHOLDS = [
    ("undo_way.c", "STRICT", [BITS[10], BITS[20], BITS[40]]),
    ("undo_way.c", "PAIRS", [BITS[24], BITS[36], BITS[60]]),
    ("undo_way.c", "CROSSED", [BITS[24], BITS[48], BITS[96]]),
    ("undo_way.c", "AGAIN", [BITS[0], BITS[2], BITS[12]]),
    ("undo_way.c", "CROSSED_AGAIN", [BITS[2], BITS[12], BITS[36]]),
    ("undo_way.c", "SUPPOSED", [BITS[2], BITS[12], BITS[36]]),
    ("undo.c", "LEAVE", [BITS[0], BITS[12], BITS[36]]),
    ("undo.c", "LEAVE_LETTERS", [BITS[0], BITS[30], BITS[90]]),
    ("undo.c", "NBSP", [BITS[0], BITS[3], BITS[24]]),
    ("undo.c", "MARKED", [BITS[0], BITS[4], BITS[24]]),
    ("undo.c", "GONE", [BITS[2], BITS[8], BITS[24]]),
    ("undo.c", "TAIL", [BITS[0], BITS[3], BITS[24]]),
    ("undo.c", "ODD", [BITS[4], BITS[12], BITS[40]]),
    ("undo.c", "MARGIN", [BITS[20], BITS[56], BITS[120]]),
    ("undo.c", "WAYS", ["8", "64", "128"]),
    ("undo.c", "SETTLE", ["4", "64", "256"]),
    ("undo_run.c", "GOOD", [BITS[11], BITS[15], BITS[20]]),
    ("mojibake.c", "MANY", ["2", "3", "6"]),
    ("mojibake.c", "BACK", ["4", "64", "128"]),
    ("mojibake.c", "EVIDENCE", [BITS[24], BITS[96], BITS[400]]),
    ("undo_plausible.c", "TOGETHER", ["1", "2", "6"]),
    ("undo_plausible.c", "BAD", ["1", "3", "8"]),
    ("undo_plausible.c", "RARE", ["3", "6", "10"]),
]


def damaged(program, sets):
    """Texts exactly restored of all, and the share of characters that is right."""
    fix, exact, n, edits, size = damage.zhnorm(program), 0, 0, 0, 0
    for script, spoil in damage.CLASSES.values():
        for kind in sets[script]:
            for text in kind:
                try:
                    fixed = fix(spoil(text))
                except UnicodeError:
                    continue
                exact += fixed == text
                edits += 0 if fixed == text else damage.distance(fixed, text)
                n += 1
                size += len(text)
    return exact, n, 100 - 100 * edits / max(size, 1)


def changed_lines(program, files):
    n = 0
    for name in files:
        with open(name, "rb") as f:
            text = f.read()
        got = subprocess.run([program, "-q", "-s", "mojibake", "-e", "utf-8", "--invalid=keep"], input=text,
                             capture_output=True).stdout
        n += sum(a != b for a, b in zip(got.split(b"\n"), text.split(b"\n")))
    return n


def failing(program):
    out = subprocess.run([program], capture_output=True, text=True).stdout
    match = re.search(r"Failures: (\d+), Errors: (\d+)", out)
    return sum(map(int, match.groups())) if match else -1


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("build")
    arguments.add_argument("-n", type=int, default=20)
    arguments.add_argument("-o", help="this threshold only")
    arguments.add_argument("-d", nargs="+", default=[], help="texts to damage")
    arguments.add_argument("-c", nargs="+", default=[], help="clean texts")
    a = arguments.parse_args()
    there = subprocess.run(["ar", "t", os.path.join(a.build, "src/libzhnorm.a")], capture_output=True, text=True).stdout
    command = ["src/" + o for o in sorted(os.listdir(os.path.join(a.build, "src")))
               if o.endswith(".o") and o not in there.split()]
    traditional = [f for f in a.d if "TW" in f or "HK" in f]
    sets = {"s": damage.texts([f for f in a.d if f not in traditional], "gb2312", a.n),
            "t": damage.texts(traditional, "big5", a.n)}
    print(f"{'threshold':<14} {'value':<13}  exact          right      clean lines changed  rows that fail")
    with tempfile.TemporaryDirectory() as d:
        for name, threshold, values in THRESHOLDS:
            if a.o and a.o != threshold:
                continue
            for value in values:
                changed, same = compile_with(a.build, d, name, threshold, value)
                program, check = os.path.join(d, "zhnorm"), os.path.join(d, "check")
                link(a.build, command, changed, program)
                link(a.build, ["tests/check_mojibake.o"], changed, check)
                exact, n, right = damaged(program, sets)
                print(f"{threshold:<14} {value.replace(' * LM_BIT', ' bits'):<8}{'(is)' if same else '':<5}  "
                      f"{exact:5d} of {n:5d} {right:8.3f} %  {changed_lines(program, a.c):5d}  {failing(check):5d}", flush=True)


if __name__ == "__main__":
    main()
