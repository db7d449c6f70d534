"""Names of gettext's .mo files on standard input, their translations on standard output: a line each."""
import struct
import sys

MAGIC = 0x950412de
LINE_ENDS = str.maketrans("\n\r\0", "   ")  # NUL is between the plural forms


def translations(data):
    """Those of one file; the first, of the empty message, says what the file is."""
    order = "<" if struct.unpack_from("<I", data)[0] == MAGIC else ">"
    count, _, table = struct.unpack_from(order + "3I", data, 8)
    for i in range(1, count):
        length, at = struct.unpack_from(order + "2I", data, table + 8 * i)
        yield data[at:at + length].decode("utf-8", "ignore")


for name in sys.stdin.read().split("\n"):
    if name:
        with open(name, "rb") as file:
            for text in translations(file.read()):
                line = " ".join(text.translate(LINE_ENDS).split())
                if line:
                    print(line)
