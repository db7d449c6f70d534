#!/usr/bin/env python3
"""zhe.py - writes zhe.txt: where mainland China keeps 著, of which it writes 着 else.

  zhe.py > zhe.txt

Longest match sees a word from its left end only, so words are listed in both ways: those with 著 (著名), those with 着 in
which one of them lies by chance (看著名片, 討論著), and verbs behind which 着 stands whatever follows (隨著). Needs the
package opencc, which writes the traditional forms. With 4096 words in all the conversion would count as dense
(dict/mkdict.c), and be a third slower.
"""
import subprocess

HEAD = """\
# Words in which mainland China keeps 著, and words with 着 that hold one of those by chance.
#
# Our own selection; traditional forms by OpenCC 1.1.6 (s2t, s2tw, s2hk). Licence: Apache-2.0.
# Made by dict/zhe.py. OpenCC text format.
"""

# 著 stays. Behind some of them more is asked for: 重新著手, 混雜著, 執著於, 意味著有 have none of the word in them.
KEPT = """
著名 著作 著佐 著者 著述 著称 著书 著录 著译 著撰 著绩 著闻 名著 巨著 原著 论著 专著 编著 合著 显著 卓著 昭著 遗著 译著
拙著 撰著 土著 所著 的新著 部新著 本新著 新著《 新著作 新著名 的旧著 旧著《 您的大著 你的大著 先生大著 先生的大著 彰著 素著 夙著
懋著 彰明较著 较著称 较著名 见微知著 睹微知著 睹著知微 识微知著 积微成著 恩威并著 著于竹帛 曾著文 著文批评 著文指出 著文立说
著成书 著成一书 著成此书 著成《 著有《 著有〈 著有「 著有『 著有成 著有声 著有功 著有勋 著有绩 著有贡 著有信 著有专
著有小说 著有诗 著有散文 著有论 著有文集 著有长篇 著有多部 著有多种 著有多本 著有实 著有劳 著有等 著有优 著《 著〈
著） 著)
"""

# 着, although a word of KEPT begins at it.
FOLLOWED = """
著名字 著名叫 著名为 著名号 著名册 著名声 著名气 著名利 著名分 著名义 著名誉 著名额 著名次 著名贵 著名片 著名单 著名牌
著作业 著作文 著作用 著作品 著作弊 著作战 著作秀 著作恶 著作乐 著作曲 著作画 著作势 著作梦 著作息 著作怪 著作伴 著作陪
著作答 著作响 著作揖 著称赞 著称呼 著称号 著称道 著录音 著录影 著录像 著录制 著录取 著述说 著书包 著书本 著书桌 著书架
著书房 著书卷 著书香 著书页 著书信 著书店 著书中 著书上 著书里 著书籍 著书名 著书签 著书报 著书法
"""

# 著, although one of FOLLOWED seems to begin at it.
NOT_FOLLOWED = """
著名片段 著名片场 著名片商 著名单位 著名单曲 著名单车 著名单口 著名单身 著名单打 著名牌坊 著名牌楼 著名作曲 著作业者
著作业务 著作文字 著作文献 著作文本 著作品牌 著作曲目 著名字画 著名分析 著名分店 著名利益 著名号称 著作用语 著名义大利
著名气象 著名贵州 著名贵族 著名贵妇 著名声乐 著名声优 著名字体 著名利物浦
"""

# 着, although a word of KEPT ends with it.
PRECEDED = """
合著眼 合著双 合著嘴 合著掌 合著拍 合著节 合著翅 合著手 突显著 凸显著 彰显著 显著出 所著力 所著重 所著墨 所著眼 所著手
所著想 编著辫 编著花 编著竹 编著草 编著篮 编著歌 土著重 土著手 土著眼 土著陆 土著色 论著重 论著眼 论著手 论著实 专著于
"""

# Verbs behind which it is 着 whatever follows.
VERBS = """
沿 随 跟 带 拿 趁 靠 凭 顺 冒 绕 陪 拎 扛 捧 抱 搂 攥 捏 拖 牵 拽 扯 踩 踏 骑 躺 趴 蹲 跪 倚 睡 爬 望 盯 瞪 瞧 瞅 瞄
喊 叫 嚷 哭 笑 骂 哼 忍 盼 恨 披 戴 裹 挂 贴 插 搁 堆 遮 挡 罩 飘 淌 滴 晃 摇 睁 眯 含 咬 嚼 吃 喝 喘 吹 敲 揉 摸 抚
拂 遵 循 照 依 执 附 沉 黏 粘 夹 掺 混 借 穿 活 醒 坐 站 守 看 听 走 跑 背 住 握 举 扶 抓 提 推 压 挤 挑 抬 意味
标志 象征 掺杂 夹杂 混杂 尝试
"""
# But: what follows is the verb's object. (看著名的电影, 依著作权法)
OBJECT = '名的 名作 名学 名演 名导 名歌 名音 作权 作财产'

# Verbs that end like a word of KEPT; what is 著名 or a 著作 is their object.
COMPOUNDS = """
讨论 谈论 议论 争论 评论 辩论 翻译 混合 配合 结合 融合 迎合 聚合 吻合 糅合 揉合 撮合 咬合 贴合 缝合 愈合 组合 集合
闭合 综合 契合
"""

# Verbs behind which it is 着 before a book or a title.
READING = '读 写 念 唱 讲 说 抄 印 刻 记 拍 演 放 播 翻 藏 哼 背 用 听 弹'

# What OpenCC does not write, but Taiwan does.
TAIWAN = str.maketrans('念背借', '唸揹藉')


def words():
    """Rows of a word with 著, simplified, and whether it stays."""
    for text, stays in (KEPT, True), (FOLLOWED, False), (NOT_FOLLOWED, True), (PRECEDED, False):
        for word in text.split():
            yield word, stays
    for verb in VERBS.split():
        yield verb + '著', False
        for rest in OBJECT.split():
            yield verb + '著' + rest, True
    for verb in COMPOUNDS.split():
        yield verb + '著', False
        yield verb + '著名', True
        yield verb + '著作', True
    for verb in READING.split():
        for rest in '书《〈':
            yield verb + '著' + rest, False


def traditional(words, config):
    done = subprocess.run(['opencc', '-c', config], input='\n'.join(words) + '\n', stdout=subprocess.PIPE,
                          encoding='utf-8', check=True)
    return done.stdout.split('\n')[:len(words)]


def main():
    rows = dict(words())
    simplified = sorted(rows)
    table = {}
    for forms in [simplified] + [traditional(simplified, c) for c in ('s2t', 's2tw', 's2hk')]:
        for form, word in zip(forms, simplified):
            value = word if rows[word] else word.replace('著', '着')
            table[form] = value
            table[form.translate(TAIWAN)] = value
    print(HEAD, end='')
    for form in sorted(table):
        print('%s\t%s' % (form, table[form]))


if __name__ == '__main__':
    main()
