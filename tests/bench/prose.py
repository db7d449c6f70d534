"""Standard input's lines in which at most one character in four is ASCII, each once: help repeats itself a lot."""
import sys

seen = set()
for line in sys.stdin.buffer:
    text = line.decode("utf-8", "ignore")
    if len(text) > 9 and sum(c < "\x80" for c in text) * 4 <= len(text) and text not in seen:
        seen.add(text)
        sys.stdout.write(text)
