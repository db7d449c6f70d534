"""Names of source files on standard input: those with Chinese in them go to the directory that is the argument, by the
name of their package, each as a document of its own (NAME-N.txt); those that are not UTF-8 are left out."""
import gzip
import pathlib
import re
import sys

HAN_MIN = 50  # a file with fewer is not worth a document
LINES_MAX = 4000  # a longer one is a table

count = {}
for name in sys.stdin.read().split("\n"):
    if not re.search(r"\.(el|go|h|py|tex|cls|sty|md|org|asy)(\.gz)?$", name):
        continue
    data = open(name, "rb").read()
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        continue
    if len(re.findall("[\u4e00-\u9fff]", text)) < HAN_MIN or text.count("\n") > LINES_MAX:
        continue
    package = name.split("/")[0]
    count[package] = count.get(package, 0) + 1
    pathlib.Path(sys.argv[1], f"{package}-{count[package]}.txt").write_text(text, newline="\n")
