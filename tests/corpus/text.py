"""Names of HTML and Mallard files on standard input, their text on standard output: a blank line between blocks."""
import html.parser
import sys

BLOCKS = set('p div li dt dd tr td th pre br h1 h2 h3 h4 h5 h6 title section table ul ol dl item terms note steps '
             'info desc screen media links page blockquote'.split())
HIDDEN = set('script style head'.split())
KEEP_LINES = set('pre screen'.split())


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.now, self.hidden, self.lines = [], [], 0, 0

    def flush(self):
        s = ''.join(self.now)
        s = s.strip('\n') if self.lines else ' '.join(s.split())
        if s.strip():
            self.blocks.append(s)
        self.now = []

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.flush()
        self.hidden += tag in HIDDEN
        self.lines += tag in KEEP_LINES

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.flush()
        self.hidden -= tag in HIDDEN and self.hidden > 0
        self.lines -= tag in KEEP_LINES and self.lines > 0

    def handle_data(self, data):
        if not self.hidden:
            self.now.append(data)


for name in sys.stdin.read().split('\n'):
    if name:
        parser = Text()
        parser.feed(open(name, encoding='utf-8').read())
        parser.flush()
        print('\n\n'.join(parser.blocks), end='\n\n')
