#!/usr/bin/env python3
"""encoding_files.py ZHNORM DIR... - what zhnorm calls the files below DIR..., beside what they are: a table in Markdown,
and a list of those in other encodings that it calls Chinese or Unicode. Of a whole system: /usr/share /usr/include /etc.

Python says what is ASCII and UTF-8, both without NUL; the rest is what file(1)
calls it: it knows no encoding of Chinese, so the list must be read. Links, and files of more than 4 MB, are passed over.
Run by hand."""
import collections
import os
import re
import subprocess
import sys
import tempfile

MOST = 4_000_000
OURS = re.compile("utf-|gb|big5|hz$|euc-tw|iso-2022-cn")


def files_below(roots):
    for root in roots:
        for folder, folders, files in os.walk(root):
            folders.sort()
            for path in (os.path.join(folder, name) for name in sorted(files)):
                if os.path.isfile(path) and not os.path.islink(path) and 0 < os.path.getsize(path) <= MOST:
                    yield path


def plain(path):
    """us-ascii, utf-8, or None."""
    with open(path, "rb") as f:
        data = f.read()
    if b"\0" in data:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "us-ascii" if data.isascii() else "utf-8"


def ask(command, links, folder):
    done = subprocess.run(command + links, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return (done.stdout if command[0] == "file" else done.stderr).decode("utf-8", "replace").split("\n")


def answers(zhnorm, links, folder):
    """{link: what file(1) calls it}, {link: what zhnorm calls it, and by how much}."""
    kind, said = {}, {}
    for i in range(0, len(links), 1000):
        part = links[i:i + 1000]
        for link, line in zip(part, ask(["file", "-L", "-b", "--mime-encoding", "--"], part, folder)):
            kind[link] = line
        for line in ask([zhnorm, "-v", "-s", "none", "--"], part, folder):
            match = re.match(r"zhnorm: (\d+): *(?!looks |is |bytes )(.*)", line)
            if match:
                said[match[1]] = match[2]
    return kind, said


def main(zhnorm, roots):
    table = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        paths = list(files_below(roots))
        links = ["%06d" % i for i in range(len(paths))]
        for path, link in zip(paths, links):
            os.symlink(os.path.abspath(path), os.path.join(folder, link))
        kind, said = answers(zhnorm, links, folder)
    for path, link in zip(paths, links):
        what = plain(path) or kind[link]
        answer = re.split("[ ,;]", said.get(link, "?"))[0]
        right = answer in ("utf-8", what.replace("utf-16le", "utf-16-le"))
        group = what if what in ("us-ascii", "utf-8", "binary") else "other"
        ours = bool(OURS.match(answer))
        table[group, "files"] += 1
        table[group, "right" if right and group != "binary" else "ours" if ours else "not ours"] += 1
        if ours and (group in ("binary", "other") or not right):
            print("%s\t%s\t%s" % (path, what, said[link]))
    print("\n| | files | called that | called Chinese or Unicode | refused |\n|---|---|---|---|---|")
    for group in ("us-ascii", "utf-8", "other", "binary"):
        print("| %s | %s |" % (group, " | ".join(str(table[group, c]) for c in ("files", "right", "ours", "not ours"))))


if len(sys.argv) < 3:
    sys.exit(__doc__)
main(os.path.abspath(sys.argv[1]), sys.argv[2:])
