"""encodings.py ZHNORM SAMPLES - the tables of tests/bench/encoding.sh; also writes SAMPLES/answers.tsv, a line for each
sample: its name, class and encoding, and what each program called it.

Each program reads all samples in one run. An answer is right if it reads the sample as the text that it was made of, so
all names of GB 2312 and its supersets are one, those of Big5, too, and UTF-16 says enough where the byte order is not
told. Of what is not Chinese it only counts whether it is taken for Chinese, or for Unicode where it is not.
"""
import os
import re
import resource
import shutil
import subprocess
import sys

SAME = {
    "gb18030": "gb2312 gbk gb18030 cp936 ms936 windows-936 euc-cn",
    "big5": "big5 cp950 ms950 windows-950 big5-hkscs big5hkscs big5-eten",
    "utf-8": "utf-8 utf8 utf-8-sig", "hz": "hz hz-gb-2312 hz-gb2312", "euc-tw": "euc-tw euctw",
    "iso-2022-cn": "iso-2022-cn iso-2022-cn-ext", "utf-7": "utf-7",
    "utf-16": "utf-16 utf16 ucs-2 iso-10646-ucs-2", "utf-32": "utf-32 utf32 ucs-4 iso-10646-ucs-4",
    "utf-16-le": "utf-16-le utf-16le", "utf-16-be": "utf-16-be utf-16be",
    "utf-32-le": "utf-32-le utf-32le", "utf-32-be": "utf-32-be utf-32be",
}
FAMILY = {name: family for family, names in SAME.items() for name in names.split()}
NOT_CHINESE = ("other languages, 32 bytes at most", "other languages, longer", "binary")


def family(name):
    name = name.strip().lower().replace("_", "-")
    return FAMILY.get(re.sub("^x-", "", name), name)


def right(answer, encoding):
    return answer == family(encoding) or answer in ("utf-16", "utf-32") and encoding.startswith(answer)


def false(answer, encoding):
    """Is what is not Chinese called an encoding of Chinese, or a wrong one of Unicode?"""
    return answer in SAME and answer != family(encoding)


# What Python's modules answer: encodings.py --ask NAME. Each runs in a process of its own, so that its time is known.

def ask_chardet():
    import chardet  # pylint: disable=import-outside-toplevel
    return lambda data: chardet.detect(data)["encoding"]


def ask_charset_normalizer():
    import charset_normalizer  # pylint: disable=import-outside-toplevel

    def ask(data):
        best = charset_normalizer.from_bytes(data).best()
        return best.encoding if best else None
    return ask


def ask_icu():
    import icu  # pylint: disable=import-outside-toplevel

    def ask(data):
        best = icu.CharsetDetector(data).detect() if data else None
        return best.getName() if best else None
    return ask


MODULES = {"ICU": ("icu", ask_icu), "chardet": ("chardet", ask_chardet),
           "charset-normalizer": ("charset_normalizer", ask_charset_normalizer)}


def answer_all(name):
    ask = MODULES[name][1]()
    for file in sys.stdin.read().split():
        with open(file, "rb") as f:
            print("%s: %s" % (file, ask(f.read()) or "unknown"))


def peers(zhnorm):
    """(name, command): prints a line "FILE: ENCODING" for each file; those whose names the command ends with, or that
    are on standard input."""
    found = [("zhnorm", [zhnorm, "-v", "-s", "none", "--"])]
    for command in (["uchardet"], ["enca", "-L", "zh", "-m", "-p", "--"], ["file", "-N", "--mime-encoding", "--"]):
        if shutil.which(command[0]):
            found.append((command[0], command))
        else:
            print("encodings.py: no %s" % command[0], file=sys.stderr)
    for name, (module, _) in MODULES.items():
        test = [sys.executable, "-c", "import " + module]
        if subprocess.run(test, stderr=subprocess.DEVNULL, check=False).returncode:
            print("encodings.py: no python3-%s" % module.replace("_", "-"), file=sys.stderr)
        else:
            found.append((name, [sys.executable, os.path.abspath(__file__), "--ask", name]))
    return found


def run(name, command, files, folder):
    """{file: what it is called}, and the seconds of user CPU time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command if name in MODULES else command + files, input="\n".join(files).encode(), cwd=folder,
                          stdout=subprocess.DEVNULL if name == "zhnorm" else subprocess.PIPE,
                          stderr=subprocess.PIPE if name == "zhnorm" else subprocess.DEVNULL, check=False)
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    answers = {}
    for line in (done.stderr if name == "zhnorm" else done.stdout).decode("ascii", "replace").split("\n"):
        # zhnorm's messages on what it did are lines that begin with these words.
        if name == "zhnorm" and re.match(r"zhnorm: \d+: (looks|is|bytes) ", line):
            continue
        match = re.match(r"(?:zhnorm: )?(\d+): *([^ ,;]*)", line)
        if match:
            answers[match[1]] = match[2]
    return answers, seconds


def table(head, rows):
    print("|" + "|".join(" %s " % cell for cell in head) + "|")
    print("|" + "---|" * len(head))
    for row in rows:
        print("|" + "|".join(" %s " % cell for cell in row) + "|")
    print(flush=True)


def percent(part, whole):
    share = 100 * part / whole
    return "%.0f" % share if part in (0, whole) else "%.1f" % min(99.9, max(0.1, share))


def main():
    zhnorm, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    with open(os.path.join(folder, "samples.tsv"), encoding="utf-8") as f:
        samples = [line.rstrip("\n").split("\t") for line in f]
    files = [s[0] for s in samples]
    size = sum(os.path.getsize(os.path.join(folder, name)) for name in files)
    names, said, times = [], [], []
    for name, command in peers(zhnorm):
        answers, seconds = run(name, command, files, folder)
        names.append(name)
        said.append(answers)
        times.append(seconds)
    with open(os.path.join(folder, "answers.tsv"), "w", encoding="utf-8") as f:
        f.write("\t".join(["sample", "class", "encoding"] + names) + "\n")
        for sample in samples:
            f.write("\t".join(sample + [a.get(sample[0], "") for a in said]) + "\n")
    classes = {}
    for file, name, encoding in samples:
        classes.setdefault(name, []).append((file, encoding))

    def row(name, count):
        return [name, len(classes[name])] + [percent(sum(count(family(a.get(f, "")), e) for f, e in classes[name]),
                                                     len(classes[name])) for a in said]
    table(["right, %", "samples"] + names, [row(name, right) for name in classes if name not in NOT_CHINESE])
    table(["taken for Chinese or Unicode, %", "samples"] + names, [row(name, false) for name in NOT_CHINESE])
    table(["user CPU, seconds", "MB"] + names,
          [["%d files" % len(files), "%.1f" % (size / 1e6)] + ["%.1f" % t for t in times]])


if sys.argv[1] == "--ask":
    answer_all(sys.argv[2])
else:
    main()
