"""decode.py ZHNORM DIR RUNS: the table of tests/bench/decode.sh. DIR holds ENCODING.KIND, texts in ENCODING.

Small files are cut from these texts. The programs take turns; what counts is the median of the user CPU time of whole
processes. zhnorm finds the encoding first, iconv is told it."""
import os
import random
import resource
import statistics
import subprocess
import sys

ENOUGH = 50_000_000  # bytes of a text: below, CPU time is too coarse
FILES = 10_000       # small files,
LEAST, MOST = 4, 11  # of 2^4 to 2^11 characters: from a title to a page
ENCODINGS = ("GB18030", "BIG5-HKSCS", "UTF-8")
CODEC = {"BIG5-HKSCS": "big5hkscs"}  # Python's name


def user(command):
    """Seconds of user CPU time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def lengthen(file):
    with open(file, "rb") as f:
        text = f.read()
    with open(file + ".long", "wb") as f:
        f.write(text * (ENOUGH // len(text) + 1))
    return file + ".long"


def cut(folder):
    """Writes the small files and returns their names: the same ones each time."""
    chance = random.Random(1)
    texts = {}
    for encoding in ENCODINGS:
        codec = CODEC.get(encoding, encoding)
        texts[encoding] = ""
        for kind in ("prose", "manuals"):
            with open(os.path.join(folder, f"{encoding}.{kind}"), encoding=codec, errors="ignore") as f:
                texts[encoding] += f.read()
    names = []
    for i in range(FILES):
        encoding = chance.choice(ENCODINGS)
        n = int(2 ** chance.uniform(LEAST, MOST))
        start = chance.randrange(len(texts[encoding]) - n)
        names.append(f"{i:05}")
        with open(os.path.join(folder, names[-1]), "wb") as f:
            f.write(texts[encoding][start:start + n].encode(CODEC.get(encoding, encoding), errors="ignore"))
    return names


def row(what, size, ours, theirs, runs):
    seconds = {name: [] for name in ("ours", "theirs")}
    for _ in range(runs):
        seconds["theirs"].append(user(theirs))
        seconds["ours"].append(user(ours))
    middle = {name: statistics.median(v) for name, v in seconds.items()}
    print(f"| {what} | {size / 1e6:.1f} | {middle['ours']:.3f} | {theirs[0]} {middle['theirs']:.3f} "
          f"| {middle['ours'] / middle['theirs']:.2f} |", flush=True)


def main():
    zhnorm, folder, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    print("| | MB | zhnorm, s | beside, s | ratio |\n|---|---|---|---|---|")
    for encoding in ENCODINGS:
        for kind in ("prose", "manuals"):
            file = lengthen(os.path.join(folder, f"{encoding}.{kind}"))
            row(f"{encoding}, {kind}", os.path.getsize(file), [zhnorm, "-s", "none", file],
                ["iconv", "-f", encoding, "-t", "UTF-8", file], runs)
            os.remove(file)
    names = cut(folder)
    os.chdir(folder)
    row(f"{FILES} small files", sum(map(os.path.getsize, names)), [zhnorm, "-s", "none", "-v", *names],
        ["uchardet", *names], runs)


main()
