"""Standard input's lines in which at most one character in five is ASCII."""
import sys

for line in sys.stdin.buffer:
    text = line.decode("utf-8", "ignore")
    if len(text) > 9 and sum(c < "\x80" for c in text) * 5 <= len(text):
        sys.stdout.write(text)
