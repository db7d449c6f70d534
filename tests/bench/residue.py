#!/usr/bin/env python3
"""Usage: residue.py ZHNORM DIR [CLASS...]

How well zhnorm -s all undoes what scraping and conversion leave in a text, on documents cut from the clean texts in
DIR (tests/corpus/make.sh makes them) and damaged here, DOCUMENTS for each class, always the same ones. For each class:
documents that come out exactly as they were; characters wrong before and after (edit distance); false repairs: places
that were not damaged and come out otherwise. Needs opencc.
"""
import difflib
import random
import re
import subprocess
import sys
import tempfile

DOCUMENTS = 300
LENGTH = 1200    # characters of a document, to the end of a line
HAN_SHARE = 0.4  # of a document; what has less is code
HAN = '[\u4e00-\u9fff]'
SIMPLIFIED = ('debian-handbook-zh_CN', 'gnome-help-zh_CN', 'gimp-help-zh_CN', 'debian-reference-zh_CN', 'manpages-zh_CN',
              'more/linux-zh_CN', 'more/wesnoth-1.16-zh_CN', 'more/cataclysm-dda-zh_CN')
TRADITIONAL = ('more/wesnoth-1.16-zh_TW', 'more/cataclysm-dda-zh_TW',
               'more/krita-l10n-zh_TW', 'more/digikam-zh_TW')


def documents(dir, names, rng):
    found = []
    for name in names:
        now = ''
        for line in open(f'{dir}/{name}.txt', encoding='utf-8'):
            now += re.sub('[^\n -\U0010ffff]', '', line)
            if len(now) >= LENGTH:
                if len(re.findall(HAN, now)) >= HAN_SHARE * len(now):
                    found.append(now)
                now = ''
    rng.shuffle(found)
    return found


def places(pattern, text, rng, share=1.0, most=10 ** 6):
    found = [m for m in re.finditer(pattern, text) if rng.random() < share]
    return sorted(rng.sample(found, min(most, len(found))), key=lambda m: m.start())


def put(text, edits):
    """text with (from, to, new) put in."""
    out, at = [], 0
    for a, b, new in edits:
        out += [text[at:a], new]
        at = b
    return ''.join(out) + text[at:]


def english(text, rng):
    found = places(f'(?<={HAN})[和的](?={HAN})', text, rng, 0.1)
    return text, put(text, [(m.start(), m.end(), ' and ' if m[0] == '和' else ' of ') for m in found])


def mark(text, rng):
    found = places(f'(?<={HAN})(?={HAN})', text, rng, 0.003)
    return text, put(text, [(m.start(), m.end(), rng.choice("`'")) for m in found])


def decimal(text, rng):
    found = places('(?<=，)', text, rng, 0.1)
    numbers = [(m.start(), m.end(), f'增长{rng.randrange(1, 100)}.{rng.randrange(1, 100)}%，') for m in found]
    return put(text, numbers), put(text, [(a, b, n.replace('.', '。')) for a, b, n in numbers])


def title(text, rng):
    head = [m for m in re.findall(f'{HAN}{{8,24}}', text)]
    if not head:
        return text, text
    text = rng.choice(head) + '\n\n' + text
    body = text.index('\n')
    found = [m for m in places(f'(?<={HAN})(?={HAN})', text, rng, 0.005) if m.start() > body]
    return text, put(text, [(m.start(), m.end(), text[:body]) for m in found])


def doubled(text, rng):
    """Short lines, in runs as a page description has them: numbers, words, or characters."""
    def twice(line):
        size = rng.choice((1, 1, 2, 4))
        return ''.join(2 * run for run in re.findall(rf'[0-9]+|[A-Za-z]+|{HAN}{{1,{size}}}|.', line))
    lines = text.split('\n')
    heads = [i for i, line in enumerate(lines) if 6 <= len(line) <= 40 and re.search(HAN, line) and ' ' not in line]
    chosen = set(rng.sample(heads, min(3, len(heads))))
    return text, '\n'.join(twice(line) if i in chosen else line for i, line in enumerate(lines))


def table(name):
    path = f'/usr/share/opencc/{name}.ocd2'
    out = subprocess.run(['opencc_dict', '-i', path, '-o', '/dev/stdout', '-f', 'ocd2', '-t', 'text'], check=True, capture_output=True)
    return {k: v.split(' ') for k, v in (line.split('\t') for line in out.stdout.decode().splitlines() if '\t' in line)}


TABLES = {}


def converted(text, candidates):
    """text as a table of characters makes it of simplified text; spellings stay those of the text."""
    if not TABLES:
        TABLES.update(fold={k: v[0] for k, v in table('TSCharacters').items()}, of=table('STCharacters'),
                      variant={k: v[0] for k, v in table('TWVariants').items()})
    def one(c):
        s = TABLES['fold'].get(c, c)
        new = candidates(TABLES['of'].get(s, [s]), s)
        return c if new == c or TABLES['variant'].get(new, new) == c else TABLES['variant'].get(new, new)
    return ''.join(map(one, text))


def first(text, rng):
    return text, converted(text, lambda found, s: found[0])


def shared(text, rng):
    return text, converted(text, lambda found, s: s if s in found else found[0])


def lost(text, rng):
    text = put(text, [(m.start(), m.end(), '□') for m in places('[，。：]', text, rng, 0.2)])
    text = put(text, [(m.start(), m.end(), 'xx') for m in places(r'(?<=\d\d)\d\d', text, rng)])
    return text, text


def clean(text, rng):
    return text, text


CLASSES = {
    'english-word': (english, SIMPLIFIED), 'stray-mark': (mark, SIMPLIFIED), 'decimal': (decimal, SIMPLIFIED),
    'title': (title, SIMPLIFIED), 'doubled': (doubled, SIMPLIFIED), 'first-candidate': (first, TRADITIONAL),
    'shared-kept': (shared, TRADITIONAL), 'lost': (lost, SIMPLIFIED), 'clean': (clean, SIMPLIFIED + TRADITIONAL),
}


def run(zhnorm, steps, text):
    with tempfile.NamedTemporaryFile() as f:
        f.write(text.encode())
        f.flush()
        return subprocess.run([zhnorm, '-q', '-e', 'utf-8', '-s', steps, f.name], capture_output=True, check=True).stdout.decode()


def changes(a, b):
    return [op for op in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if op[0] != 'equal']


def wrong(ops):
    return sum(max(op[2] - op[1], op[4] - op[3]) for op in ops)


def main():
    zhnorm, dir, *chosen = sys.argv[1:]
    print(f"{'class':16} {'documents':>9} {'exact':>6} {'damaged':>8} {'left':>6} {'false':>6}")
    for name, (damage, names) in CLASSES.items():
        if chosen and name not in chosen:
            continue
        rng = random.Random(name)
        n = exact = before = after = false = 0
        for text in documents(dir, names, rng):
            truth, damaged = damage(run(zhnorm, 'safe,-width,-wrap', text), rng)
            if name not in ('lost', 'clean') and damaged == truth:
                continue
            out = run(zhnorm, 'all,-width,-wrap', damaged)
            was, now = changes(truth, damaged), changes(truth, out) if out != truth else []
            n += 1
            exact += out == truth
            before += wrong(was)
            after += wrong(now)
            false += sum(not any(a[1] <= b[2] and b[1] <= a[2] for b in was) for a in now)
            if n == DOCUMENTS:
                break
        print(f'{name:16} {n:9} {exact:6} {before:8} {after:6} {false:6}', flush=True)


main()
