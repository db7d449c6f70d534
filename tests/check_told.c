#include "detect.h"
#include "suite.h"

/* Short documents in bytes, each of which a price or a rule decides: a character alone is no evidence, nor are bytes of which
   many say nothing, and nothing is said for certain. */
static const struct {
	const char *bytes, *name;
	size_t n, late;
} told[] = {
#define TOLD(bytes, name, late)                                                                                        \
	{                                                                                                              \
		bytes, name, sizeof bytes - 1, late                                                                    \
	}
	TOLD("\xd0\xde\xb4\xc7\xb8\xf1", "gb18030", 0),                 /* 修辞格: UTF-8 with a letter cut */
	TOLD("\xb4\xf2\xb6\xb7", "gb18030", 0),                         /* 打斗: the same, three bytes of four */
	TOLD("\xc7\xab\xb3\xcf", "gb18030", 0),                         /* 谦诚: one letter and two bytes of UTF-8 */
	TOLD("\xce\xaf\xd4\xb1", "gb18030", 0),                         /* 委员: Greek and Armenian */
	TOLD("\xcb\xae\xc6\xbd\xca\xbd", "gb18030", 0),                 /* 水平式: well-formed UTF-8 */
	TOLD("\xc3\xa5\xc2\x8f\xc2\xaf\xc3\xa6\xc2\x81\xc2\xbc", "utf-8", 0), /* 可恼, UTF-8 read as Latin-1 */
	TOLD("\xc3\xa7\xc2\xba\xc2\xb8\xc3\xa6\xc2\x9d\xc2\xaf\xc3\xa6\xc2\x9c\xc2\xba", "utf-8", 0),
	TOLD("\xd1\xa7\xd0\xa3", "gb18030", 0),                         /* 学校: letters that no language has now */
	TOLD("\xa5\xa2\xb1\xd1", "big5-hkscs", 0),                      /* 失敗, as a word */
	TOLD("n\nJesen\xed", "", 0), /* no character of ours that is cut: Czech */
	TOLD("hriftgr\xf6", "", 0),
	TOLD("[\xa3$\xa4]?[0-9]", "", 0), /* none of ours */
	TOLD("\x5b\x72\xae\x76\x63\x76\x20\0", "utf-16le", 0),          /* 牛皮癣 and a space */
	TOLD("\x1c\x4e\x1f\x57\xdc\x8f\x2c\x67\x61\x53", "utf-16le", 0), /* 东土远本卡: controls */
	TOLD("\x6c\xdd\x5d\xbf\x53\x34\x4e\x10\x67\xbf\x53\xda\x59\xfd\x56\x41\x7e", "utf-16le", 1),
	TOLD("\x3d\x7a\x7a\x4e\x66\x57\x3a\x6d\x41\x8a\x00\x98\xde\x65\x87", "utf-16be", 1), /* ASCII in front */
	TOLD("\x4e\0\0\x87\x65\0\0", "utf-32le", 3),
	TOLD("\xd2\xbb\xd0\xa9\xd1\xa7\xd0\xa3", "gb18030", 0), /* 一些学校: well-formed UTF-8, too; */
	/* and 学校系统目录模式 behind the rest of a character */
	TOLD("\xbd\xd1\xa7\xd0\xa3\xcf\xb5\xcd\xb3\xc4\xbf\xc2\xbc\xc4\xa3\xca\xbd", "gb18030", 1),
	/* 查看 and a byte, UTF-8 read as Latin-1, begun late; a dash, UTF-8 read as Latin-1 */
	TOLD("\xa6\xc2\x9f\xc2\xa5\xc3\xa7\xc2\x9c\xc2\x8b\xc3\xa6", "utf-8", 1),
	TOLD("\xc3\xa2\xc2\x80\xc2\x94", "utf-8", 0),
	TOLD("\xa9\x40\xb0\xd8", "big5-hkscs", 0), /* 咖啡: as dear as text may be */
	TOLD("\xb6\x4b", "big5-hkscs", 0),         /* 貼: no ASCII behind the rest of a character */
	/* 说明 behind ASCII, begun late: the other byte order is hardly worse */
	TOLD("\0x\0x\0x\0x\0\xf4\x8b\x0e\x66", "utf-16le", 1),
	TOLD("\xb6\x7d\xb1\xd2\n\xe8\x9e\x83\xe8\x9f\xb9\n", "utf-8", 0), /* 開啟 in Big5, then 螃蟹 in UTF-8 */
	/* 全選、關閉 and ①② in Big5, which may be Han in GB 18030, then 关闭网络 in that */
	TOLD("\xa5\xfe\xbf\xef\xa1\x42\xc3\xf6\xb3\xac\n\xc7\xe9\xc7\xea\n\xb9\xd8\xb1\xd5\xcd\xf8\xc2\xe7\n", "big5-hkscs", 0),
	TOLD("\xb7\xcf\xfa", "gb18030", 0),       /* 废, then half a character; */
	TOLD("xxxxxxx\xc1", "gb18030", 0),        /* and half a character alone, */
	TOLD("a pi\xf9", "", 0),                  /* which may be a letter: Italian */
	TOLD("\x05\x31\x06", "utf-16le", 0),      /* ㄅ and half a character: not three bytes of four */
	TOLD("\xdc" "be", "", 0),                 /* a letter, not a byte lost in UTF-16: German */
	/* 安装完成以后，请重新启动计算机 with a byte lost, and its beginning: the first byte of all is not */
	TOLD("\xb0\xb2\xd7\xb0\xcd\xea\xb3\xc9\xd2\xd4\xba\xf3\xa3\xac\xeb\xd6\xd8\xd0\xc2\xc6\xf4\xb6\xaf\xbc\xc6\xcb\xe3"
	     "\xbb\xfa\n\xb0\xb2\xd7\xb0\xcd\xea\xb3\xc9\xd2\xd4\xba\xf3\xa3\xac\xc7\xeb",
	     "gb18030", 0),
	/* 印表機, 連線：貼上：蜻蜓, 琵琶: neither is that of words */
	TOLD("\xa6\x4c\xaa\xed\xbe\xf7\n\xb3\x73\xbd\x75\xa1\x47\xb6\x4b\xa4\x57\xa1\x47\xbb\x66\xb8\xbb\n\xb5\x5c\xb5\x5d\n",
	     "big5-hkscs", 0),
	TOLD("~{E#F$Q\"~}", "hz", 0),
	/* a declaration is a hint of 6 bits: 檢視 is GB 18030's by it, and 方格 does not become Big5's; one that is further
	   down, or in a comment, is none, and to what is in UTF-16 or all ASCII it says nothing */
	TOLD("\xc0\xcb\xb5\xf8", "big5-hkscs", 0),
	TOLD("<meta charset=gb2312>\xc0\xcb\xb5\xf8", "gb18030", 0),
	TOLD("<meta charset=big5>\xb7\xbd\xb8\xf1", "gb18030", 0),
	TOLD("\xc0\xcb\xb5\xf8<!-- <meta charset=gb2312> -->", "big5-hkscs", 0),
	TOLD("<meta charset=utf-16>\xc0\xcb\xb5\xf8", "big5-hkscs", 0),
	TOLD("<meta charset=big5>~{E#F$Q\"~}", "hz", 0),
	TOLD("<meta charset=big5>\xbb\xb6\xd3\xad\xb9\xe2\xc1\xd9\xb1\xbe\xd5\xbe", "gb18030", 0), /* 欢迎光临本站 */
	TOLD("<meta charset=gbk>\xe6\xac\xa2\xe8\xbf\x8e", "utf-8", 0),
	/* 今天天氣很好, 请大家告诉大家, 我們今天去學校學習: colours in each character, and no cut one before them */
	TOLD("\xa4\x1b[1;33m\xb5\xa4\x1b[1;33m\xd1\xa4\x1b[1;33m\xd1\xae\x1b[1;33m\xf0\xab\x1b[1;33m\xdc\xa6\x1b[1;33mn",
	     "big5-hkscs", 0),
	TOLD("\xc7\x1b[1;33m\xeb\xb4\x1b[1;33m\xf3\xbc\x1b[1;33m\xd2\xb8\x1b[1;33m\xe6\xcb\x1b[1;33m\xdf\xb4\x1b[1;33m\xf3\xbc\x1b[1;33m\xd2",
	     "gb18030", 0),
	TOLD("\x1b[m\xa7\x1b[1;33m\xda\xad\x1b[1;33m\xcc\xa4\x1b[1;33m\xb5\xa4\x1b[1;33m\xd1\xa5\x1b[1;33mh\xbe\x1b[1;33m\xc7\xae\x1b[1;33m\xd5\xbe\x1b[1;33m\xc7\xb2\x1b[1;33m\xdf",
	     "big5-hkscs", 0),
	TOLD("+XwBnqg-", "utf-7", 0),
	TOLD("Nie mo\xbfn", "", 0),           /* two letters in a word, */
	TOLD("3D\xb0\xe6", "gb18030", 0),     /* and 版, which is none, */
	TOLD("A\xa4j", "big5-hkscs", 0),      /* and 大, which may be a character all the same */
	TOLD("a pronad\xf0", "", 0), /* a letter, not the first of four bytes that are cut; */
	TOLD("\xe5 sorter", "", 0),  /* nor, in Mac OS Roman, */
	TOLD("\x8e des ma", "", 0),  /* the last of several */
	/* 橡皮擦模, 正在复制: letters in no order are halves of characters */
	TOLD("\x6a\x61\x76\xae\x64\xe6\x6a\x21", "utf-16be", 0),
	TOLD("\x63\x6b\x57\x28\x59\x0d\x52\x36", "utf-8", 0), /* but they may be ASCII */
	/* 呵呵, 照照, 钒钒: a character again may be a word, and is cheaper than another, here and in Japanese and Korean */
	TOLD("\xba\xc7\xba\xc7", "gb18030", 0),
	TOLD("\xd5\xd5\xd5\xd5", "gb18030", 0),
	TOLD("\xb7\xb0\xb7\xb0", "gb18030", 0),
	TOLD("{\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1}\n{\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1\xd1"
	     "\xd1\xd1\xd1\xd1\xd1\xd1}", "", 0), /* rows of dashes in Mac OS Roman */
	TOLD("\xc4\xe3\0\xba\xc3", "gb18030", 0), /* 你好 with a NUL, which may come */
	/* 条纹 02 and so on: as the line before in every eighth byte but one, but no numbers */
	TOLD("\n\xcc\xf5\xce\xc6 02\n\xcc\xf5\xce\xc6 03\n\xcc\xf5\xce\xc6 04\n\xcc\xf5\xce\xc6 05", "gb18030", 0),
};

START_TEST(told_by_little)
{
	struct detection d = detect((const unsigned char *)told[_i].bytes, told[_i].n);

	if (*told[_i].name)
		ck_assert_str_eq(d.foreign ? d.foreign : d.codec->name, told[_i].name);
	else
		ck_assert_ptr_nonnull(d.foreign);
	ck_assert_uint_eq(d.late, told[_i].late);
}
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, told_by_little, 0, ROWS(told)); }

int main(void) { return suite_run("told", add); }
