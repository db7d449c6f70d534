"""encoding_samples.py DIR OUT - makes the samples of tests/bench/encoding.sh: OUT/NNNNN, and OUT/samples.tsv with a
line for each of them: its name, class and encoding.

The texts are those in DIR (tests/corpus/make.sh) that none of zhnorm's models was counted from. Each sample is drawn
from one of them, chosen evenly, at a random place; the same ones in each run.
"""
import functools
import gettext
import glob
import html
import itertools
import os
import random
import re
import subprocess
import sys
import unicodedata

rng = random.Random(2312)
HAN = "[\u4e00-\u9fff]"
# The texts whose pairs of characters are in dict/lm.txt; and those that are not Chinese.
SEEN = re.compile(r"(debian-(handbook|faq)|debian-reference-zh_CN|installation-guide|gnome-help-zh_CN|fortunes|"
                  r"libreoffice-help-zh_CN|linux-zh_CN|wesnoth-1.16-zh_CN|-ja\.txt)")
LEGACY = [("gb2312", "s"), ("gbk", "t"), ("big5", "t")]
UNICODE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
SHORT_LINE = (4, 20)  # characters
TRIES = 2000          # of a place that suits, before the texts are said to have none

# A language of GTK, GLib and ISO codes, and the encodings that it is written in.
FOREIGN = {
    "fr": "windows-1252 mac-roman utf-8", "de": "windows-1252", "es": "windows-1252", "pt_BR": "windows-1252",
    "it": "windows-1252", "sv": "windows-1252 mac-roman", "nl": "windows-1252", "da": "iso-8859-15",
    "fi": "windows-1252", "pl": "windows-1250 iso-8859-2", "cs": "windows-1250 iso-8859-2", "hu": "iso-8859-2",
    "hr": "windows-1250",
    "sk": "iso-8859-2", "ro": "iso-8859-16", "ru": "windows-1251 koi8-r iso-8859-5 ibm866 mac-cyrillic utf-8",
    "uk": "windows-1251 koi8-u", "bg": "windows-1251", "el": "windows-1253 iso-8859-7", "he": "windows-1255",
    "ar": "windows-1256 iso-8859-6", "tr": "windows-1254", "th": "cp874", "vi": "windows-1258", "lt": "windows-1257",
    "ja": "shift_jis euc-jp iso-2022-jp utf-8", "ko": "euc-kr cp949 iso-2022-kr utf-8",
}


# Encodings that Python has not.

def euc_tw(text):
    command = ["iconv", "-f", "utf-8", "-t", "euc-tw"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        raise UnicodeError("not in EUC-TW")
    return done.stdout


def iso_2022_cn(text):
    """RFC 1922: a set is designated anew in each line that has its characters."""
    out = []
    for line in text.splitlines(True):
        designated, shifted = None, False
        for c in line:
            if c < "\x80":
                out.append(b"\x0f" * shifted + c.encode())
                shifted = False
                continue
            try:
                final, code = b"A", c.encode("gb2312")
            except UnicodeError:
                final, code = b"G", euc_tw_code(c)
                if len(code) != 2:
                    raise
            if final != designated:
                out.append(b"\x1b$)" + final)
            out.append(b"\x0e" * (not shifted) + bytes(b & 0x7f for b in code))
            designated, shifted = final, True
        if shifted and not line.endswith("\n"):
            out.append(b"\x0f")
    return b"".join(out)


@functools.lru_cache(maxsize=None)
def euc_tw_code(c):
    return euc_tw(c)


def vietnamese(text):
    """As code page 1258 writes it: the letter, then the tone."""
    out = []
    for c in unicodedata.normalize("NFC", text):
        d = unicodedata.normalize("NFD", c)
        tone = [x for x in d if x in "\u0300\u0301\u0303\u0309\u0323"]
        out.append(unicodedata.normalize("NFC", "".join(x for x in d if x not in tone)) + "".join(tone))
    return "".join(out)


def encode(text, encoding):
    """The bytes of text; UnicodeError if the encoding has not all of it."""
    if encoding == "euc-tw":
        return euc_tw(text)
    if encoding == "iso-2022-cn":
        return iso_2022_cn(text)
    if encoding == "windows-1258":
        return vietnamese(text).encode("cp1258")
    return text.encode(encoding)


def fits(text, encoding, size):
    """The longest beginning of text that has at most so many bytes, encoded."""
    low, high = 0, min(len(text), size)
    while low < high:
        middle = (low + high + 1) // 2
        if len(encode(text[:middle], encoding)) <= size:
            low = middle
        else:
            high = middle - 1
    return text[:low]


# Where texts come from.

def lines(text):
    return [s for s in (line.strip() for line in text.split("\n")) if s and "\ufffd" not in s and s.isprintable()]


def chinese(folder):
    """{script: one list of lines for each text}"""
    found = {"s": [], "t": []}
    for name in sorted(glob.glob(folder + "/*.txt") + glob.glob(folder + "/more/*.txt")):
        if not SEEN.search(os.path.basename(name)):
            with open(name, encoding="utf-8") as f:
                some = [s for s in lines(f.read()) if len(re.findall(HAN, s)) * 3 > len(s)]
            if some:
                found["s" if "zh_CN" in name else "t"].append(some)
    return found


def messages(folder, lang):
    """The lines of the translations that are not ASCII."""
    found = set()
    for name in sorted(glob.glob(f"{folder}/tree/*/usr/share/locale/{lang}/LC_MESSAGES/*.mo")):
        if re.search("/tree/(libgtk-|libglib2.0-data|iso-codes)", name):
            with open(name, "rb") as f:
                found.update(t for t in gettext.GNUTranslations(f)._catalog.values() if isinstance(t, str))
    return [[s for t in sorted(found) for s in lines(t) if not s.isascii()]]


def english(folder):
    names = sorted(glob.glob(folder + "/tree/gnome-user-docs/usr/share/help/C/gnome-help/*.page"))
    reader = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "corpus", "text.py")
    done = subprocess.run([sys.executable, reader], input="\n".join(names), stdout=subprocess.PIPE, encoding="utf-8",
                          check=True)
    return [[s for s in lines(done.stdout) if s.isascii()]]


def passage(texts, least):
    """Lines from a random place of a random text on, until there are as many characters."""
    some = rng.choice(texts)
    at = rng.randrange(len(some))
    out = []
    while sum(map(len, out)) < least and at < len(some):
        out.append(some[at])
        at += 1
    return "\n".join(out) + "\n"


def words(texts, length):
    """All that stand alone between other characters, each once."""
    alone = re.compile(f"(?<!{HAN}){HAN}{{{length}}}(?!{HAN})")
    return sorted({w for some in texts for line in some for w in alone.findall(line)})


# What a sample is made of: each of these returns a text that the encoding has, or raises UnicodeError.

def word(texts, length, encoding):
    s = rng.choice(texts)
    assert len(s) == length
    encode(s, encoding)
    return s


def short_line(texts, encoding):
    s = rng.choice(rng.choice(texts))
    if not SHORT_LINE[0] <= len(s) <= SHORT_LINE[1]:
        raise UnicodeError("no short line")
    encode(s, encoding)
    return s + "\n"


def piece(texts, encoding, size, least=2, what=HAN):
    """A text of at most size bytes that begins in the midst of a line, with so many characters of Chinese at least."""
    s = passage(texts, 2 * size)
    s = fits(s[rng.randrange(min(len(s), 40)):], encoding, size)
    if len(re.findall(what, s)) < least:
        raise UnicodeError("too little Chinese")
    return s


def drawn(make, *args):
    for _ in range(TRIES):
        try:
            return make(*args)
        except UnicodeError:
            pass
    sys.exit(f"encoding_samples.py: no text for {make.__name__}, {args[-2:]}")


def cut(data, width):
    """In the midst of its first character and of its last one that have more than one byte."""
    first = next(i for i, b in enumerate(data) if b >= 0x80)
    last = max(i for i, b in enumerate(data) if b >= 0x80)
    return data[first + 1:last + 1 - (width - 1)]


def damage(data):
    """One byte in 1,000, one at least: another one, none, or one more."""
    data = bytearray(data)
    for _ in range(max(1, len(data) // 1000)):
        at = rng.randrange(len(data))
        how = rng.randrange(3)
        if how == 0:
            data[at] = rng.randrange(256)
        elif how == 1:
            del data[at]
        else:
            data.insert(at, rng.randrange(256))
    return bytes(data)


def page(text, declared):
    return ("<!DOCTYPE html>\n<html>\n<head>\n"
            f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">\n'
            f"<title>{html.escape(text.split()[0][:20])}</title>\n</head>\n<body>\n"
            + "".join(f"<p>{html.escape(s)}</p>\n" for s in text.split("\n") if s) + "</body>\n</html>\n")


def sparse(texts, pages, encoding):
    """One to three words of Chinese in a page of English."""
    out = passage(pages, 1500).split(" ")
    for _ in range(rng.randint(1, 3)):
        out.insert(rng.randrange(len(out)), rng.choice(texts))
    encode("".join(out), encoding)
    return " ".join(out)


def sizes(texts, few, encoding, script, big):
    """A word, a short line, and pieces up to so many bytes."""
    return [lambda: drawn(word, few[script][0], 2, encoding), lambda: drawn(short_line, texts[script], encoding)] + [
        lambda n=n: drawn(piece, texts[script], encoding, n) for n in (32, 64, 256, 1024) if n <= big]


def short(texts, few):
    """Classes of few bytes in the encodings that most text is in."""
    for encoding, script in LEGACY:
        for length in (2, 3):
            for _ in range(200):
                text = drawn(word, few[script][length - 2], length, encoding)
                yield f"{length} characters", encoding, encode(text, encoding)
        for _ in range(200):
            yield "short lines", encoding, encode(drawn(short_line, texts[script], encoding), encoding)
            yield "8 bytes", encoding, encode(drawn(piece, texts[script], encoding, 8), encoding)
        for size in (16, 32):
            for _ in range(100):
                yield "16 and 32 bytes", encoding, encode(drawn(piece, texts[script], encoding, size), encoding)
        for size in (64, 256, 1024, 8192):
            for _ in range(100):
                text = drawn(piece, texts[script], encoding, size, size // 8)
                yield "64 bytes to 8 KiB", encoding, encode(text, encoding)
    for script in "st":
        for make in sizes(texts, few, "utf-8", script, 32):
            for _ in range(100):
                yield "UTF-8, 32 bytes at most", "utf-8", make().encode()


def other(texts, few):
    """Classes of the encodings that are rarer."""
    for encoding in UNICODE:
        for script in "st":
            for _ in range(50):
                text = drawn(word, few[script][0], 2, encoding)
                yield "UTF-16, UTF-32 without mark, 2 characters", encoding, text.encode(encoding)
            for size in (16, 32, 64, 256, 1024):
                for _ in range(25):
                    text = drawn(piece, texts[script], encoding, size)
                    name = "16 and 32 bytes" if size <= 32 else "longer"
                    yield "UTF-16, UTF-32 without mark, " + name, encoding, text.encode(encoding)
    for name, encoding, scripts in (("HZ", "hz", "s"), ("ISO-2022-CN", "iso-2022-cn", "st"), ("EUC-TW", "euc-tw", "t"),
                                    ("UTF-7", "utf-7", "st")):
        for script in scripts:
            for make in sizes(texts, few, encoding, script, 1024):
                for _ in range(50 // len(scripts)):
                    yield name, encoding, encode(make(), encoding)


def harmed(texts, few, pages):
    """Classes of what is cut, rare, damaged or wrongly declared."""
    for encoding, script in LEGACY + [("utf-8", "s")]:
        for size in (64, 256, 1024):
            for _ in range(50):
                text = drawn(piece, texts[script], encoding, size, 4)
                width = 3 if encoding == "utf-8" else 2
                yield "cut in a character", encoding, cut(encode(text, encoding), width)
        declared = ["iso-8859-1", "utf-8", "gb2312", "big5", "shift_jis"]
        declared = [d for d in declared if d not in (encoding, "gb2312" if encoding == "gbk" else "")]
        for _ in range(100):
            text = page(drawn(piece, texts[script], encoding, 2000, 40), rng.choice(declared))
            yield "HTML, another encoding declared", encoding, encode(text, encoding)
    for encoding, script in LEGACY:
        for _ in range(150):
            yield "1 to 3 words in English", encoding, encode(drawn(sparse, few[script][0], pages, encoding), encoding)
        for _ in range(100):
            text = drawn(piece, texts[script], encoding, 4000, 200)
            yield "damaged, 1 byte in 1,000", encoding, damage(encode(text, encoding))


def foreign(folder):
    for lang, encodings in FOREIGN.items():
        texts = messages(folder, lang)
        for encoding in encodings.split():
            for size in (8, 16, 32, 64, 256, 1024):
                name = "other languages, 32 bytes at most" if size <= 32 else "other languages, longer"
                for _ in range(20 if size <= 32 else 10):
                    text = drawn(piece, texts, encoding, size, 1, "[^\0-\x7f]")
                    yield name, encoding, encode(text, encoding)


def binary(folder):
    """Compressed data, pictures, a program."""
    kinds = ("packages/manpages-zh_*.deb", "tree/libglib2.0-0/**/*.so.*", "tree/gimp-help-zh-cn/**/*.png",
             "tree/manpages-zh/**/*.gz")
    names = [n for kind in kinds for n in sorted(glob.glob(f"{folder}/{kind}", recursive=True))[:5]]
    for size in (64, 256, 4096):
        for _ in range(100):
            data = b""
            while data.isascii():
                with open(rng.choice(names), "rb") as f:
                    data = f.read()
                at = rng.choice((0, rng.randrange(max(1, len(data) - size))))
                data = data[at:at + size]
            yield "binary", "binary", data


def main():
    folder, out = sys.argv[1:]
    texts = chinese(folder)
    few = {script: [words(texts[script], n) for n in (2, 3)] for script in "st"}
    count = 0
    with open(os.path.join(out, "samples.tsv"), "w", encoding="utf-8") as names:
        for name, encoding, data in itertools.chain(
                short(texts, few), other(texts, few), harmed(texts, few, english(folder)),
                foreign(folder), binary(folder)):
            with open(os.path.join(out, "%05d" % count), "wb") as f:
                f.write(data)
            names.write("%05d\t%s\t%s\n" % (count, name, encoding))
            count += 1


if __name__ == "__main__":
    main()
