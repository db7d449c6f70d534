#!/usr/bin/env python3
"""What moves when a threshold of the mojibake stage moves.

usage: mojibake_thresholds.py BUILD [-n TEXTS] [-o NAME] [-d FILE...] [-c FILE...]

BUILD: a directory in which zhnorm and tests/check_mojibake were built. -d: texts to damage (tests/damage_mojibake.py),
-c: texts that are not damaged, of any language. For each value of each threshold, the source that has it (those that
include it) is compiled with that value and linked before the library. Printed are, over all classes of damage: texts
that are exactly as they were, characters that are right; lines of the clean texts that change; and how many rows of
tests/check_mojibake fail.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
import damage_mojibake as damage
from pinyin_thresholds import SOURCE, compile_with, link

BITS = [f"{n} * LM_BIT" for n in range(500)]
# The file, the name, the values that are tried; what is in the source is measured once, for all.
THRESHOLDS = [
    ("undo_way.c", "STRICT", [BITS[10], BITS[40]]),
    ("undo_way.c", "PAIRS", [BITS[24], BITS[60]]),
    ("undo_way.c", "CROSSED", [BITS[24], BITS[96]]),
    ("undo_way.c", "AGAIN", [BITS[0], BITS[12]]),
    ("undo_way.c", "CROSSED_AGAIN", [BITS[2], BITS[36]]),
    ("undo_way.c", "SUPPOSED", [BITS[2], BITS[36]]),
    ("undo_way.c", "REPEATED", [BITS[0], BITS[9]]),
    ("undo_way.c", "NO_BREAK", [BITS[0], BITS[12]]),
    ("undo_way.c", "KANA", [BITS[0], BITS[12]]),
    ("undo_way.c", "IN_WORD", [BITS[2], BITS[12]]),
    ("undo_way.c", "BESIDE", [BITS[4], BITS[16]]),
    ("undo_way.c", "SIGN", [BITS[4], BITS[16]]),
    ("undo_way.c", "IN_SCRIPT", [BITS[2], BITS[16]]),
    ("undo_way.c", "DRAWN", [BITS[0], BITS[12]]),
    ("undo.c", "LEAVE", [BITS[0], BITS[36]]),
    ("undo.c", "LEAVE_LETTERS", [BITS[0], BITS[90]]),
    ("undo.c", "NBSP", [BITS[0], BITS[24]]),
    ("undo.c", "MARKED", [BITS[0], BITS[24]]),
    ("undo.c", "GONE", [BITS[2], BITS[24]]),
    ("undo.c", "TAIL", [BITS[0], BITS[24]]),
    ("undo.c", "ODD", [BITS[4], BITS[40]]),
    ("undo.c", "RARE", [BITS[0], BITS[8]]),
    ("undo.c", "ALONE", [BITS[0], BITS[24]]),
    ("undo.c", "FULL_WIDTH", [BITS[0], BITS[24]]),
    ("undo.c", "STAYS", [BITS[0], BITS[12]]),
    ("undo.c", "CHAIN", ["3", "30"]),
    ("undo.c", "CHAINED", [BITS[0], BITS[24]]),
    ("undo.c", "UNCLOSED", [BITS[0], BITS[24]]),
    ("undo.c", "SETTLE", ["4", "256"]),
    ("undo_column.h", "UNDO_MARGIN", [BITS[20], BITS[120]]),
    ("undo_column.h", "UNDO_WAYS", ["8", "256"]),
    ("undo_run.c", "GOOD", [BITS[11], BITS[20]]),
    ("mojibake.c", "LOOK", ["8", "16"]),
    ("mojibake.c", "MANY", ["2", "6"]),
    ("mojibake.c", "BACK", ["4", "128"]),
    ("mojibake.c", "EVIDENCE", [BITS[24], BITS[400]]),
    ("undo_plausible.c", "TOGETHER", ["1", "6"]),
    ("undo_plausible.c", "WINDOW", ["6", "30"]),
    ("undo_plausible.c", "BAD", ["1", "8"]),
    ("undo_plausible.c", "RARE", ["3", "10"]),
    ("mojibake_alone.c", "ROW", ["64", "256"]),
    ("mojibake_alone.c", "AROUND", ["4", "64"]),
]


def compile_header(build, directory, name, threshold, value):
    """The objects of all sources that include a header, which are compiled with it changed."""
    src = os.path.join(SOURCE, "src")
    with open(os.path.join(src, name)) as f:
        text = f.read()
    changed, n = re.subn(rf"\b{threshold} =\s+[^,/;}}\n]*[^,/;}}\s]", f"{threshold} = {value}", text, count=1)
    if n != 1:
        sys.exit(f"{name}: no {threshold}")
    with open(os.path.join(directory, name), "w") as f:
        f.write(changed)
    objects = []
    for source in sorted(os.listdir(src)):
        path = os.path.join(src, source)
        if not source.endswith(".c") or f'#include "{name}"' not in open(path, encoding="utf-8").read():
            continue
        copy = shutil.copy(path, directory) # beside the header, so that it finds that one
        objects.append(os.path.join(directory, source + ".o"))
        subprocess.run(["cc", "-O2", "-std=c11", "-I", src, "-I", build, "-c", copy, "-o", objects[-1]], check=True)
    return objects


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
    print("| threshold | moved to | exact | characters right | clean lines changed | rows that fail |\n|---|---|---|---|---|---|")
    for name, threshold, values in [("mojibake.c", "MANY", ["3"])] + THRESHOLDS:
        if a.o and a.o != threshold:
            continue
        for value in values:
            with tempfile.TemporaryDirectory() as d:
                if name.endswith(".h"):
                    changed, same = compile_header(a.build, d, name, threshold, value), False
                else:
                    changed, same = compile_with(a.build, d, name, threshold, value)
                    changed = [changed]
                program, check = os.path.join(d, "zhnorm"), os.path.join(d, "check")
                link(a.build, command + changed[1:], changed[0], program)
                link(a.build, ["tests/check_mojibake.o"] + changed[1:], changed[0], check)
                exact, n, right = damaged(program, sets)
                print(f"| {'as it is |' if same else threshold + ' | ' + value.replace(' * LM_BIT', ' bits')} "
                      f"| {exact} of {n} | {right:.3f} % | {changed_lines(program, a.c)} | {failing(check)} |", flush=True)


if __name__ == "__main__":
    main()
