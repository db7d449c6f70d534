#!/usr/bin/env python3
"""mainland.py - writes mainland.txt: variants that OpenCC leaves alone, and what mainland China writes for them.

  mainland.py UNIHAN OPENCC_TEXT > mainland.txt
    UNIHAN       the directory of Unihan_*.txt.bz2 (package unicode-data)
    OPENCC_TEXT  a directory with OpenCC's dictionaries as text (opencc_dict -f ocd2 -t text)

Unihan's kXHC1983 says where a character is in the dictionary of modern Chinese of 1983: the last digit of its place is
0 for an entry, and another one for a variant that stands in brackets behind it. The places have mistakes, so a second
witness is asked: another field of Unihan, or the reading. kTGH is the table of general standard characters of 2013:
what it has stays, for it took back some of the older variants. kSemanticVariant alone is no evidence (卍 for 万).
"""
import bz2
import collections
import sys

HEAD = """\
# Variants that OpenCC's TSCharacters leaves alone, or makes something of that is no standard either, and what mainland
# China writes for them.
#
# Source: Unicode's Unihan database: kXHC1983 (variants in the dictionary of modern Chinese, 1983), kTGH (the table of
# general standard Chinese characters, 2013), kSemanticVariant and others as a second witness; and a list of our own.
# Licence: Unicode licence (Unihan), Apache 2.0 (our own).
# Made by dict/mainland.py. OpenCC text format.
"""

# Variants that stay, although the dictionary has them.
STAY = {
    # written in names, hardly anywhere else: 曹叡, 陳煇, 王濬, 凃 and 芶, 氹仔, 林珮, 鏚
    '叡煇濬凃芶氹珮鏚劤塙崐驩讙柟郳栞瑯櫂堦昞',
    # words of Cantonese, or of the net
    '佢嘅噉槑',
    # by words only, in mainland-words.txt: 傜族 is another people, 白晳 another word; 宏碁
    '傜晳碁',
    # more than the entry that has them
    '阨鐥魊儅弌軃碻誒貐搕欛欱寖蕅蠙郰燐壖褧淊鯰鯈搩筰穭抴渰㬉',
    # words of the classics, as mainland editions print them
    '匊穈逷舝麕蝃杇惸',
    # what another country's standard or fonts have: text that has them is likely not Chinese
    '処毎戯歳関寛硏倂',
}

# The first list of processed variants (1955), and others that mainland China does not write; some put right what comes of
# a mistake of the places (疎).
OWN = """
亯享 亱夜 佀似 傚效 冣最 劎剑 勌倦 勦剿 厀膝 咲笑 咷啕 啣衔 喒咱 坿附 塼砖 壄野 姪侄 媮偷 嬝袅 嬾懒 嵒岩 嶋岛 巵卮 庽寓
廽回 惷蠢 慴慑 懃勤 拕拖 搥捶 搧扇 摀捂 撚捻 撡操 擕携 敭扬 斲斫 暎映 桮杯 楳梅 槕桌 槪概 橤蕊 欬咳 殀夭 毉医 毧绒 潄漱
濇涩 烖灾 煖暖 燿耀 牎窗 牐闸 牕窗 狥徇 玅妙 琖盏 琹琴 畊耕 畮亩 疎疏 痲麻 痳淋 瘉愈 皐皋 皜皓 眡视 睠眷 硷碱 祘算 秊年
筩筒 箚札 簮簪 籑馔 繙翻 缾瓶 罣挂 羇羁 羢绒 耡锄 脗吻 菓果 蔆菱 蔕蒂 虖呼 虵蛇 蝱虻 蟁蚊 衈恤 袠帙 袴裤 裌夹 覜眺 觔斤
謌歌 謼呼 譔撰 跴踩 跼局 躭耽 迻移 逈迥 逥回 醕醇 醡榨 醼宴 銲焊 鎗枪 鑚钻 鑤刨 鑵罐 閧哄 闚窥 阯址 陿狭 隝岛 靱韧 鞵鞋
顦憔 餁饪 餹糖 髣仿 髴佛 鬭斗 鷰燕 兦亡 囯国 媍妇 悳德 揑捏 揷插 朢望 徃往 恡吝 慽戚 枏楠 檝楫 烱炯 煑煮 玆兹 皷鼓 眎视
萲萱 葢盖 蕚萼 蕿萱 螎融 諠喧 蝯猿 貍狸 蹧糟 遶绕 醆盏 閙闹 韈袜 飜翻 骽腿 鬀剃 鬪斗 塟葬 幷并 妳你 咊和 揹背 尟鲜 尠鲜
朞期 煗暖 逩奔 霤溜 讌宴 箝钳 衹只 鑪炉 剏创 剙创 刱创 羮羹 餙饰 冩写 軄职 竒奇 軰辈 鼔鼓 欝郁 蘯荡 闗关 聦聪 竆穷 擥揽
幙幕 辢辣 旹时 賍赃 幇帮 岀出 劒剑 宼寇 昬昏 軆体 恊协 甞尝 搯掏 鎔熔 逕径 牴抵 睪睾
"""

# Standard characters, but not in most of what traditional text writes with them: where they stay is in
# mainland-words.txt and zhe.txt.
ELSEWHERE = '著着 瞭了 祇只'

# Standard characters, one of names and one of plants, which OpenCC changes.
UNCHANGED = '甯薹'


def unihan(directory, name):
    with bz2.open('%s/Unihan_%s.txt.bz2' % (directory, name), 'rt', encoding='utf-8') as f:
        for line in f:
            if line.startswith('U+'):
                code, field, value = line.rstrip('\n').split('\t')
                yield chr(int(code[2:], 16)), field, value


def opencc(directory):
    with open(directory + '/TSCharacters.txt', encoding='utf-8') as f:
        return {key: values.split(' ')[0] for key, values in (line.rstrip('\n').split('\t')[:2] for line in f)}


class Data:
    def __init__(self, directory, simplified):
        self.simplified = simplified
        self.standard, self.gb2312 = set(), set()
        self.related = collections.defaultdict(set)
        self.readings = collections.defaultdict(set)
        self.places = collections.defaultdict(set)
        for c, field, _ in unihan(directory, 'OtherMappings'):
            if field == 'kTGH':
                self.standard.add(c)
            elif field == 'kGB0':
                self.gb2312.add(c)
        for c, field, value in unihan(directory, 'Variants'):
            if field in ('kSemanticVariant', 'kZVariant', 'kSimplifiedVariant', 'kTraditionalVariant'):
                for x in value.split(' '):
                    other = chr(int(x.split('<')[0][2:], 16))
                    self.related[c].add(other)
                    self.related[other].add(c)
        for c, field, value in unihan(directory, 'Readings'):
            if field == 'kMandarin':
                self.readings[c] = set(value.split(' '))
            elif field == 'kXHC1983':
                for reading in value.split(' '):
                    self.places[c].update(x.rstrip('*') for x in reading.split(':')[0].split(','))

    def written(self, c):
        """Whether c is a standard character, and in the basic plane."""
        return c in self.standard and c <= '\uffff'

    def witness(self, c, entry):
        return (any(self.simplified.get(x, x) == entry for x in self.related[c]) or self.simplified.get(c) == entry
                or self.readings[c] & self.readings[entry])

    def variants(self):
        entries = collections.defaultdict(set)
        for c, places in self.places.items():
            for p in places:
                if p[-1] == '0':
                    entries[p[:-1]].add(c)
        for c, places in self.places.items():
            if (not '\u3400' <= c <= '\u9fff' or c in self.standard or c in self.gb2312
                    or self.written(self.simplified.get(c)) or any(p[-1] == '0' for p in places)):
                continue
            found = {self.simplified.get(x, x) for p in places for x in entries[p[:-1]]}
            found = {x for x in found if self.written(x)}
            if len(found) == 1 and self.witness(c, min(found)):
                yield c, min(found)


def main(directory, text):
    data = Data(directory, opencc(text))
    stay = set(''.join(STAY))
    table = {c: entry for c, entry in data.variants() if c not in stay}
    for c, entry in OWN.split():
        if not data.written(entry) or c in data.standard or data.simplified.get(c) == entry:
            sys.exit('mainland.py: %s: not needed, or no standard' % (c + entry))
        table[c] = entry
    table.update(ELSEWHERE.split())
    table.update((c, c) for c in UNCHANGED)
    print(HEAD, end='')
    for c in sorted(table):
        print('%s\t%s' % (c, table[c]))


if __name__ == '__main__':
    main(*sys.argv[1:])
