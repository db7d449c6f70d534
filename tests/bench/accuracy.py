"""accuracy.py ZHNORM FILE... - how often conversion to traditional script errs, beside opencc; run by hand.

FILE: text written in Taiwan (tests/corpus/make.sh: DIR/*zh_TW*.txt, DIR/more/*zh_TW*.txt). Its lines are made simplified by
opencc -c tw2s, converted back by each program, and compared with what they were. Errors are counted over all Han and over
those that may be several traditional characters. Only lines that keep their length, and are Chinese, are taken. Spellings
that differ by place alone, and doublets that are accepted in nearly every word (dict/spellings.txt, OpenCC's TWVariants),
count as one.
"""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LEAST = 8  # Han in a line


def rows(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#") and "\t" in line:
                key, values = line.rstrip("\n").split("\t")
                yield key, values.split(" ")


def opencc_table(name):
    path = f"/usr/share/opencc/{name}.ocd2"
    if not os.path.exists(path):
        path = subprocess.run(["sh", "-c", f"ls /usr/lib/*/opencc/{name}.ocd2"], capture_output=True,
                              text=True).stdout.split("\n")[0]
    text = subprocess.run(["opencc_dict", "-i", path, "-o", "/dev/stdout", "-f", "ocd2", "-t", "text"], check=True,
                          capture_output=True).stdout.decode()
    pairs = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {k: v.split(" ") for k, v in pairs}


def spellings():
    """One character for all the spellings of it."""
    parent = {}

    def find(c):
        while c in parent:
            c = parent[c]
        return c

    groups = list(rows(os.path.join(HERE, "../../dict/spellings.txt")))
    groups += list(opencc_table("TWVariants").items()) + list(opencc_table("HKVariants").items())
    for key, values in groups:
        for v in values:
            if len(key) == len(v) == 1 and find(key) != find(v):
                parent[find(v)] = find(key)
    return {c: find(c) for c in parent}


def run(command, lines):
    out = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout
    return out.split("\n")[:len(lines)]


def is_han(c):
    return "\u4e00" <= c <= "\u9fff"


def main():
    zhnorm, files = sys.argv[1], sys.argv[2:]
    same = spellings()
    several = {k for k, v in opencc_table("STCharacters").items() if len({same.get(c, c) for c in v}) > 1}
    gold = {}
    for name in files:
        with open(name, encoding="utf-8", errors="ignore") as f:
            gold.update(dict.fromkeys(line.strip() for line in f if sum(map(is_han, line)) >= LEAST))
    gold = list(gold)
    simple = run(["opencc", "-c", "tw2s"], gold)
    pairs = [(g, s) for g, s in zip(gold, simple) if len(g) == len(s) and g != s]
    gold, simple = [g for g, s in pairs], [s for g, s in pairs]
    han = sum(is_han(c) for s in simple for c in s)
    doubtful = sum(c in several for s in simple for c in s)
    print(f"{len(gold)} lines, {han} Han, {doubtful} of them may be several characters")
    print(f"{'':24}{'of Han, %':>12}{'of doubtful, %':>16}{'lines right, %':>16}")
    for label, command in (("opencc -c s2tw", ["opencc", "-c", "s2tw"]),
                           ("zhnorm -t tw", [zhnorm, "-e", "utf-8", "-s", "none", "-t", "tw"])):
        wrong = wrong_doubtful = right = 0
        for g, s, o in zip(gold, simple, run(command, simple)):
            if len(g) != len(o):
                wrong += sum(map(is_han, g))
                continue
            bad = [c for c, a, b in zip(s, g, o) if is_han(a) and same.get(a, a) != same.get(b, b)]
            wrong += len(bad)
            wrong_doubtful += sum(c in several for c in bad)
            right += not bad
        print(f"{label:24}{100 * wrong / han:12.4f}{100 * wrong_doubtful / doubtful:16.3f}{100 * right / len(gold):16.2f}",
              flush=True)


main()
