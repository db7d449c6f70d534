"""Names of gettext's .mo files on standard input, their translations on standard output: a line each.
--both puts the line that was translated before each; --table puts both on one, with a comma between."""
import struct
import sys

MAGIC = 0x950412de
LINE_ENDS = str.maketrans("\n\r\0", "   ")  # NUL is between the plural forms


def line(text):
    return " ".join(text.translate(LINE_ENDS).split())


def translations(data):
    """The messages of one file, each with its translation; the first, which is empty, says what the file is."""
    def text(table, i):
        length, at = struct.unpack_from(order + "2I", data, table + 8 * i)
        return line(data[at:at + length].decode("utf-8", "ignore"))


    order = "<" if struct.unpack_from("<I", data)[0] == MAGIC else ">"
    count, keys, table = struct.unpack_from(order + "3I", data, 8)
    for i in range(1, count):
        yield text(keys, i).split("\4")[-1], text(table, i)  # a context is before \4


for name in sys.stdin.read().split("\n"):
    if name:
        with open(name, "rb") as file:
            for message, text in translations(file.read()):
                if text:
                    print(*[message] * bool(sys.argv[1:]), text, sep="," if "--table" in sys.argv else "\n")
