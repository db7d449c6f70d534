/* Breaks that are joined, and those that stay, in documents whose layout is plain and in such where it is not. */
#include "rows.h"

/* clang-format off */
/* Pages of lines of 26 characters: three of the sentences are cut, behind one, three and two lines. */
#define PAGES(s) \
	"镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片\n\n" \
	"开阔的草地。每天清早，管理员老周都会先打开所有的窗户，让河面上的风吹进阅览室，然后再把前一天" \
	"归还的书一本一本放回原来的架子上。\n\n" \
	"来看书的人多半是附近的居民。老人喜欢坐在靠窗的位置看报纸，孩子们放学以后在一楼写作业，写完了" \
	"就去翻画册。到了周末，还有人专门从城里坐车过来，为的是查阅馆里收\n\n" \
	"藏的地方志和旧地图。\n\n" \
	"去年夏天下了一场大雨，河水漫上了草地，离门口只有几步远。大家把一楼的书全部搬到楼上，从下午一" \
	"直忙到半夜，\n\n" \
	"没有丢失一本。第二天雨停了，太阳照在湿漉漉的台阶上，像什么也没有发生过一样。\n\n" \
	"后来镇里修了一道矮堤，又在堤上种了柳树。如今柳树已经长得比人还高，树荫正好遮住阅览室的窗户，" \
	"夏天里面也不觉得热。老周常说，这些树是那场大雨留下来的礼物，应当好好照看。\n\n" \
	"河对岸是一片菜地，种菜的人家每天天不亮就起来浇水，等到太阳出来，新鲜的青菜已经装上了小船。船" \
	"从桥下穿过，慢慢划到镇上的码头，早市就在那里，一直热闹到上午九点多钟才散去。\n\n" \
	"镇上的小学离桥不远，操场边上有几棵老槐树，据说比学校的年纪还大。开花的时候，满院子都是香气，" \
	"老师上课要把窗户关上一半，不然孩子们总是忍不住往外看，看那些落在地上的白花。\n\n" \
	"今年春天，镇里请人给老桥做了一次检查，结果说桥身很结实，只是栏杆有几处松动，需要换新的。工匠" \
	"用了原来的石料，修好以后几乎看不出差别，走过的人都说，这桥还能再用一百年。\n\n" \
	s \
	"\n"

/* The same, joined. */
#define JOINED(s) \
	"镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片开阔的草地。每天清早，管理员老周都会先打" \
	"开所有的窗户，让河面上的风吹进阅览室，然后再把前一天归还的书一本一本放回原来的架子上。\n\n" \
	"来看书的人多半是附近的居民。老人喜欢坐在靠窗的位置看报纸，孩子们放学以后在一楼写作业，写完了" \
	"就去翻画册。到了周末，还有人专门从城里坐车过来，为的是查阅馆里收藏的地方志和旧地图。\n\n" \
	"去年夏天下了一场大雨，河水漫上了草地，离门口只有几步远。大家把一楼的书全部搬到楼上，从下午一" \
	"直忙到半夜，没有丢失一本。第二天雨停了，太阳照在湿漉漉的台阶上，像什么也没有发生过一样。\n\n" \
	"后来镇里修了一道矮堤，又在堤上种了柳树。如今柳树已经长得比人还高，树荫正好遮住阅览室的窗户，" \
	"夏天里面也不觉得热。老周常说，这些树是那场大雨留下来的礼物，应当好好照看。\n\n" \
	"河对岸是一片菜地，种菜的人家每天天不亮就起来浇水，等到太阳出来，新鲜的青菜已经装上了小船。船" \
	"从桥下穿过，慢慢划到镇上的码头，早市就在那里，一直热闹到上午九点多钟才散去。\n\n" \
	"镇上的小学离桥不远，操场边上有几棵老槐树，据说比学校的年纪还大。开花的时候，满院子都是香气，" \
	"老师上课要把窗户关上一半，不然孩子们总是忍不住往外看，看那些落在地上的白花。\n\n" \
	"今年春天，镇里请人给老桥做了一次检查，结果说桥身很结实，只是栏杆有几处松动，需要换新的。工匠" \
	"用了原来的石料，修好以后几乎看不出差别，走过的人都说，这桥还能再用一百年。\n\n" \
	s \
	"\n"

/* Lines of 24 characters; paragraphs begin with two ideographic spaces. */
#define LINES(s) \
	"　　镇上的图书馆建在河边，两层小楼，红砖外墙，前\n" \
	"面有一片开阔的草地。每天清早，管理员老周都会先打\n" \
	"开所有的窗户，让河面上的风吹进阅览室，然后再把前\n" \
	"一天归还的书一本一本放回原来的架子上。\n" \
	"　　来看书的人多半是附近的居民。老人喜欢坐在靠窗\n" \
	"的位置看报纸，孩子们放学以后在一楼写作业，写完了\n" \
	"就去翻画册。到了周末，还有人专门从城里坐车过来，\n" \
	"为的是查阅馆里收藏的地方志和旧地图。\n" \
	"　　去年夏天下了一场大雨，河水漫上了草地，离门口\n" \
	"只有几步远。大家把一楼的书全部搬到楼上，从下午一\n" \
	"直忙到半夜，没有丢失一本。第二天雨停了，太阳照在\n" \
	"湿漉漉的台阶上，像什么也没有发生过一样。\n" \
	s \
	"\n"
#define LINES_JOINED(s) \
	"　　镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片开阔的草地。每天清早，管理员老周都会" \
	"先打开所有的窗户，让河面上的风吹进阅览室，然后再把前一天归还的书一本一本放回原来的架子上。\n" \
	"　　来看书的人多半是附近的居民。老人喜欢坐在靠窗的位置看报纸，孩子们放学以后在一楼写作业，写" \
	"完了就去翻画册。到了周末，还有人专门从城里坐车过来，为的是查阅馆里收藏的地方志和旧地图。\n" \
	"　　去年夏天下了一场大雨，河水漫上了草地，离门口只有几步远。大家把一楼的书全部搬到楼上，从下" \
	"午一直忙到半夜，没有丢失一本。第二天雨停了，太阳照在湿漉漉的台阶上，像什么也没有发生过一样。\n" \
	s \
	"\n"

/* Lines of 24 characters; a blank line between paragraphs. */
#define BLOCKS(s) \
	"镇上的图书馆建在河边，两层小楼，红砖外墙，前面有\n" \
	"一片开阔的草地。每天清早，管理员老周都会先打开所\n" \
	"有的窗户，让河面上的风吹进阅览室，然后再把前一天\n" \
	"归还的书一本一本放回原来的架子上。\n\n" \
	"来看书的人多半是附近的居民。老人喜欢坐在靠窗的位\n" \
	"置看报纸，孩子们放学以后在一楼写作业，写完了就去\n" \
	"翻画册。到了周末，还有人专门从城里坐车过来，为的\n" \
	"是查阅馆里收藏的地方志和旧地图。\n\n" \
	"去年夏天下了一场大雨，河水漫上了草地，离门口只有\n" \
	"几步远。大家把一楼的书全部搬到楼上，从下午一直忙\n" \
	"到半夜，没有丢失一本。第二天雨停了，太阳照在湿漉\n" \
	"漉的台阶上，像什么也没有发生过一样。\n\n" \
	s \
	"\n"
#define BLOCKS_JOINED(s) \
	"镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片开阔的草地。每天清早，管理员老周都会先打" \
	"开所有的窗户，让河面上的风吹进阅览室，然后再把前一天归还的书一本一本放回原来的架子上。\n\n" \
	"来看书的人多半是附近的居民。老人喜欢坐在靠窗的位置看报纸，孩子们放学以后在一楼写作业，写完了" \
	"就去翻画册。到了周末，还有人专门从城里坐车过来，为的是查阅馆里收藏的地方志和旧地图。\n\n" \
	"去年夏天下了一场大雨，河水漫上了草地，离门口只有几步远。大家把一楼的书全部搬到楼上，从下午一" \
	"直忙到半夜，没有丢失一本。第二天雨停了，太阳照在湿漉漉的台阶上，像什么也没有发生过一样。\n\n" \
	s \
	"\n"

/* Two cuts, which are enough where sentences are all that there is, and a list. */
#define TWO(cut, s) \
	"镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片" cut "开阔的草地。每天清早，管理员老周都会先打" \
	"开所有的窗户，让河面上的风吹进阅览室，然后再把前一天归还的书一本一本放回原来的架子上。\n\n" \
	"来看书的人多半是附近的居民。老人喜欢坐在靠窗的位置看报纸，孩子们放学以后在一楼写作业，写完了" \
	"就去翻画册。到了周末，还有人专门从城里坐车过来，为的是查阅馆里收" cut "藏的地方志和旧地图。\n\n" \
	"河对岸是一片菜地，种菜的人家每天天不亮就起来浇水，等到太阳出来，新鲜的青菜已经装上了小船。船" \
	"从桥下穿过，慢慢划到镇上的码头，早市就在那里，一直热闹到上午九点多钟才散去。\n\n" \
	"镇上的小学离桥不远，操场边上有几棵老槐树，据说比学校的年纪还大。开花的时候，满院子都是香气，" \
	"老师上课要把窗户关上一半，不然孩子们总是忍不住往外看，看那些落在地上的白花。\n\n" \
	"今年春天，镇里请人给老桥做了一次检查，结果说桥身很结实，只是栏杆有几处松动，需要换新的。工匠" \
	"用了原来的石料，修好以后几乎看不出差别，走过的人都说，这桥还能再用一百年。\n\n" \
	s
#define LIST "桥头的茶馆\n\n绿茶\n\n红茶和糕点\n\n早市\n\n附近的小学\n\n码头\n"
/* clang-format on */

#define CUT(a, b)                                                                                                      \
	{                                                                                                              \
		PAGES(a), JOINED(b)                                                                                    \
	}
#define KEPT(a)                                                                                                        \
	{                                                                                                              \
		PAGES(a), JOINED(a)                                                                                    \
	}
#define LINE_CUT(a, b)                                                                                                 \
	{                                                                                                              \
		LINES(a), LINES_JOINED(b)                                                                              \
	}
#define LINE_KEPT(a)                                                                                                   \
	{                                                                                                              \
		LINES(a), LINES_JOINED(a)                                                                              \
	}
#define BLOCK_CUT(a, b)                                                                                                \
	{                                                                                                              \
		BLOCKS(a), BLOCKS_JOINED(b)                                                                            \
	}

/* 26 characters that end in mid-sentence, and what may follow. */
#define FULL "桥头的茶馆也重新开张，门口挂着两盏红灯笼，每天从早到"
#define REST "晚都坐满了人，很是热闹。"

/* A heading of some length, and a paragraph. */
#define HEADING "桥头的茶馆和河边的菜地，镇上的小学，老桥的名称和示例\n\n当天坐满了人，很是热闹。\n\n"

static const struct text_row safe[] = {
	/* pages */
	CUT(FULL "\n\n" REST, FULL REST),
	CUT(FULL " \n \n" REST, FULL REST),
	CUT("桥头的茶馆重新开了张，门口挂着红灯笼，每天从早上开门到\n\n" REST,
	    "桥头的茶馆重新开了张，门口挂着红灯笼，每天从早上开门到" REST),
	CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，每天从早到晚\n\n" REST,
	    "桥头的茶馆也重新开张，门口挂着两盏红灯笼，每天从早到" REST), /* 晚 twice */
	CUT("桥头的茶馆也重新开张，挂着两盏红灯笼，客人多得很，人\n\n人都说好，很是热闹。",
	    "桥头的茶馆也重新开张，挂着两盏红灯笼，客人多得很，人人都说好，很是热闹。"), /* 人人 is a word */
	CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，请用 Open Li-\n\nbrary 查书，很是方便。",
	    "桥头的茶馆也重新开张，门口挂着两盏红灯笼，请用 Open Library 查书，很是方便。"),
	CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，请用 Open Do\n\nLibrary 查书，很是方便。",
	    "桥头的茶馆也重新开张，门口挂着两盏红灯笼，请用 Open Do Library 查书，很是方便。"),
	KEPT(FULL "\n\n\n" REST),                                                  /* two blank lines */
	KEPT(FULL "\n" REST),                                                      /* no blank line */
	KEPT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天都很挤。\n\n" REST), /* a sentence ends */
	KEPT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天都挤；\n\n" REST),   /* a clause ends */
	KEPT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，还有《》\n\n" REST),
	KEPT("一、桥头的茶馆重新开张，门口挂着红灯笼，每天从早到晚\n\n都坐满了人，很是热闹。"), /* a heading */
	CUT("一、桥头的茶馆开张。门口挂着两盏红灯笼，每天从早到晚都\n\n坐满了人，很是热闹。",
	    "一、桥头的茶馆开张。门口挂着两盏红灯笼，每天从早到晚都坐满了人，很是热闹。"),
	KEPT("门口挂着两盏红灯笼，每天从早到\n\n" REST),                           /* too short */
	KEPT("桥头的茶馆也重新开了张门口挂着两盏红灯笼每天从清早一直到\n\n" REST), /* no marks: a title */
	KEPT(FULL "\n\n晚上的茶馆"),                                               /* onto a heading */
	KEPT(FULL "\n\n一、晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n（二）晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n3. 晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n１）晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n第四章 晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n• 晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n- 晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n图1 晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n【晚上】都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n二是晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n地址：晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n　　晚都坐满了人，很是热闹。"),                         /* an indent */
	KEPT(FULL "\n\n晚都    坐满了    人，很是热闹。"),                     /* a table */
	KEPT("桥头的茶馆也重新开张，门口挂着的灯笼...............8\n\n" REST), /* contents */
	KEPT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天接待20\n\n15位客人，很是热闹。"),
	KEPT("桥头的茶馆也重新开张，门口挂着红灯笼，茶点的名称和示例\n\n当天坐满了人，很是热闹。"), /* no such word */
	KEPT(FULL "\n\n    晚都坐满了人，很是热闹。"),
	CUT("    " FULL "\n\n    " REST, "    " FULL REST),
	KEPT("     " FULL "\n\n     " REST), /* as a program sets text on a terminal */
	KEPT(FULL "\n\n晚 while (n > 0) { x = n, y = 2; printf(\"%d %d\", x, y); return 0; }"), /* code */
	/* a piece that is not of whole lines needs more of the language */
	CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，从前的那一间老字号茶\n\n馆，很是热闹。",
	    "桥头的茶馆也重新开张，门口挂着两盏红灯笼，从前的那一间老字号茶馆，很是热闹。"),
	KEPT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，来的多半是附近的人家\n\n每天都来坐一坐，很是热闹。"),
	/* a piece of whole lines needs none of it */
	CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，有镇上领导\n\n包车过来，很是热闹。",
	    "桥头的茶馆也重新开张，门口挂着两盏红灯笼，有镇上领导包车过来，很是热闹。"),
	/* a word that did not fit made the line before shorter: it is one of whole lines */
	CUT("桥头的茶馆重新开张，门口挂着两盏红灯笼，写着 Congratulations 字样，里面有镇上的人，还有镇上的领导\n\n"
	    "包车过来，很是热闹。",
	    "桥头的茶馆重新开张，门口挂着两盏红灯笼，写着 Congratulations 字样，里面有镇上的人，还有镇上的领导包车过来，"
	    "很是热闹。"),
	/* two such pieces, and headings, do not outweigh the pages */
	CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，从前的那一间老字号茶\n\n馆，很是热闹。\n\n的茶馆也重新开张，门口"
	    "挂着两盏红灯笼，从前的那一间老字号茶\n\n馆，很是热闹。",
	    "桥头的茶馆也重新开张，门口挂着两盏红灯笼，从前的那一间老字号茶馆，很是热闹。\n\n的茶馆也重新开张，门口挂着"
	    "两盏红灯笼，从前的那一间老字号茶馆，很是热闹。"),
	KEPT(HEADING HEADING "到了晚上也是热闹的。"),
	/* among the items of lists, long lines that do not end as a sentence does say less */
	{ TWO("\n\n", ""), TWO("", "") },
	{ TWO("\n\n", LIST), NULL },
	KEPT(FULL "\n\n"),
	KEPT(FULL "\n\n \n"),
	/* lines */
	LINE_CUT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼，每\n天都坐满了人，很是热闹。",
		 "　　桥头的茶馆重新开了张，门口挂着两盏红灯笼，每天都坐满了人，很是热闹。"),
	LINE_CUT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼呢。\n每天坐满了人，很是热闹。",
		 "　　桥头的茶馆重新开了张，门口挂着两盏红灯笼呢。每天坐满了人，很是热闹。"),
	LINE_CUT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼，也\n\n就是从前的那两盏，很是热闹。",
		 "　　桥头的茶馆重新开了张，门口挂着两盏红灯笼，也就是从前的那两盏，很是热闹。"),
	LINE_CUT("　　桥头的茶馆重新开了张，菜单上写着 Green Tea 和\nBlack Tea，很是热闹。",
		 "　　桥头的茶馆重新开了张，菜单上写着 Green Tea 和 Black Tea，很是热闹。"),
	LINE_KEPT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼，每\n　　天都坐满了人，很是热闹。"),
	LINE_KEPT("　　桥头的茶馆重新开了张，门口挂着红灯笼，每\n天都坐满了人，很是热闹。"), /* there was room */
	LINE_KEPT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼，每\n1. 天都坐满了人，很是热闹。"),
	LINE_KEPT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼呢。\n茶馆的夜"),
	LINE_KEPT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼呢：\n每天坐满了人，很是热闹。"),
	LINE_KEPT("春天来，百花开，\n夏天到，蝉声闹，\n秋天里，果满枝。"),
	LINE_KEPT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼，每\n> 天都坐满了人，很是热闹。"),
	LINE_KEPT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼，每\nint main(void) { return 0; }"),
	LINE_KEPT("　　桥头的茶馆重新开了张，门口挂着两盏红灯笼呢。\n\n每天坐满了人，很是热闹。"),
	/* lines with room end as sentences do, and no paragraph is marked: so may full ones */
	LINE_KEPT(
		"很是热闹。\n大家都来了。\n　　桥头的茶馆重新开了张，门口挂着两盏红灯笼呢。\n每天坐满了人，很是热闹。"),
	/* no paragraph begins with ideographic spaces: it may be meant */
	{ BLOCKS(REST), NULL },
	{ BLOCKS("　　" REST), NULL },
	/* no paragraph is longer than a line may be: lines, not pages */
	{ "镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片\n\n开阔的草地。每天清早，管理员老周都会先打开所有的窗户"
	  "，让河面上的风吹进阅览室，然后再把前一天归还的书一本一本放回原来的架子上。\n\n去年夏天下了一场大雨，河水漫上"
	  "了草地，离门口只有几步远。大家把一楼的书全部搬到楼上，从下午一直忙到半夜，\n\n没有丢失一本。第二天雨停了，太"
	  "阳照在湿漉漉的台阶上，像什么也没有发生过一样。\n\n后来镇里修了一道矮堤，又在堤上种了柳树。如今柳树已经长得比"
	  "人还高，树荫正好遮住阅览室的窗户，夏天里面也不\n\n觉得热。老周常说，这些树是那场大雨留下来的礼物，应当好好照"
	  "看。\n\n" REST,
	  NULL },
	/* no paragraph ends as a sentence does: items, not pages */
	{ "镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片\n\n开阔的草地。每天清早，管理员老周都会先打开所有的窗户"
	  "，让河面上的风吹进阅览室，然后再把前一天归还的书一本一本放回原来的架子上；\n\n来看书的人多半是附近的居民。老"
	  "人喜欢坐在靠窗的位置看报纸，孩子们放学以后在一楼写作业，写完了就去翻画册。到了周末，还有人专门从城里坐车过来"
	  "，为的是查阅馆里收\n\n藏的地方志和旧地图；\n\n去年夏天下了一场大雨，河水漫上了草地，离门口只有几步远。大家把"
	  "一楼的书全部搬到楼上，从下午一直忙到半夜，\n\n没有丢失一本。第二天雨停了，太阳照在湿漉漉的台阶上，像什么也没"
	  "有发生过一样；\n\n后来镇里修了一道矮堤，又在堤上种了柳树。如今柳树已经长得比人还高，树荫正好遮住阅览室的窗户"
	  "，夏天里面也不觉得热。老周常说，这些树是那场大雨留下来的礼物，应当好好照看；\n\n河对岸是一片菜地，种菜的人家"
	  "每天天不亮就起来浇水，等到太阳出来，新鲜的青菜已经装上了小船。船从桥下穿过，慢慢划到镇上的码头，早市就在那里"
	  "，一直热闹到上午九点多钟才散去；\n\n镇上的小学离桥不远，操场边上有几棵老槐树，据说比学校的年纪还大。开花的时"
	  "候，满院子都是香气，老师上课要把窗户关上一半，不然孩子们总是忍不住往外看，看那些落在地上的白花；\n\n今年春天"
	  "，镇里请人给老桥做了一次检查，结果说桥身很结实，只是栏杆有几处松动，需要换新的。工匠用了原来的石料，修好以后"
	  "几乎看不出差别，走过的人都说，这桥还能再用一百年；\n\n",
	  NULL },
	/* the clauses of a sentence on lines of their own */
	{ "镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片开阔的草地。每天清早，管理员老周都会先打开所有的窗户"
	  "，让河面上的风吹进阅览室，然后再把前一天归还的书放回架子，码得整整齐齐。\n来看书的人多半是附近的居民，老"
	  "人喜欢坐在靠窗的位置，\n孩子们放学以后在一楼写作业，写完了就去翻画册，一直看到天黑。\n到了周末，还有人专"
	  "门从城里坐车过来，为的是查阅馆里收藏的地方志和旧地图，也有人为了看看院子里的那些老树，\n这些树据说比镇子"
	  "的年纪还要大，开花的时候满院子都是香气。\n去年夏天下了一场大雨，河水漫上了草地，离门口只有几步远。大家把"
	  "一楼的书全部搬到楼上，从下午一直忙到半夜，没有丢失一本，第二天雨停了，太阳照在湿漉漉的台阶上，\n像什么也"
	  "没有发生过一样，来看书的人还是和从前的时候一样多。\n后来镇里修了一道矮堤，又在堤上种了柳树，现在比人高，"
	  "\n树荫正好遮住阅览室的窗户，夏天里面也不觉得热，老周常说，这些树是那场大雨留下来的礼物，应当好好照看，每"
	  "天去浇水。\n河对岸是一片菜地，种菜的人家每天天不亮就起来浇水，等到太阳出来，新鲜的青菜已经装上了小船。船"
	  "从桥下穿过，慢慢划到镇上的码头，早市就在那里，一直热闹到上午九点多钟才散去。\n河对岸是一片菜地，种菜的人"
	  "家每天天不亮就起来浇水，等到太阳出来，新鲜的青菜已经装上了小船。船从桥下穿过，慢慢划到镇上的码头，早市就"
	  "在那里，一直热闹到上午九点多钟才散去。\n",
	  NULL },
	/* pieces all of one length: no pages */
	{ "镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片\n\n开阔的草地。每天清早，管理员老周都会先打开所有的窗户"
	  "，让河面上的风吹进阅览室，然后再把前一天归还的书一本一本放回原来的架子上。\n\n"
	  "来看书的人多半是附近的居民。老人喜欢坐在靠窗的位置看\n\n报纸，孩子们放学以后在一楼写作业，写完了就去翻画册。"
	  "到了周末，还有人专门从城里坐车过来，为的是查阅馆里收藏的地方志和旧地图。\n\n"
	  "后来镇里修了一道矮堤，又在堤上种了柳树。如今柳树已经\n\n长得比人还高，树荫正好遮住阅览室的窗户，夏天里面也不"
	  "觉得热。老周常说，这些树是那场大雨留下来的礼物，应当好好照看。\n\n"
	  "河对岸是一片菜地，种菜的人家每天天不亮就起来浇水，等到太阳出来，新鲜的青菜已经装上了小船。船从桥下穿过，慢慢"
	  "划到镇上的码头，早市就在那里，一直热闹到上午九点多钟才散去。\n\n镇上的小学离桥不远，操场边上有几棵老槐树，据"
	  "说比学校的年纪还大。开花的时候，满院子都是香气，老师上课要把窗户关上一半，不然孩子们总是忍不住往外看，看那些"
	  "落在地上的白花。\n\n今年春天，镇里请人给老桥做了一次检查，结果说桥身很结实，只是栏杆有几处松动，需要换新的。"
	  "工匠用了原来的石料，修好以后几乎看不出差别，走过的人都说，这桥还能再用一百年。\n",
	  NULL },
};

static const struct text_row probable[] = {
	BLOCK_CUT(REST, REST),
	BLOCK_CUT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天\n都坐满了人，很是热闹。",
		  "桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天都坐满了人，很是热闹。"),
	/* pages of such lines: the first line of a page may be as short as a heading */
	BLOCK_CUT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天\n都坐满了人，后来又开了一家茶\n\n馆，很是热闹。",
		  "桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天都坐满了人，后来又开了一家茶馆，很是热闹。"),
	BLOCK_CUT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天\n都坐满了人，后来又开了一家茶\n\n馆，从早到晚都是客"
		  "人，"
		  "听说很多都是从城里坐车来的\n老人家，很是热闹。",
		  "桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天都坐满了人，后来又开了一家茶馆，从早到晚都是客人，听"
		  "说很多都是从城里坐车来的老人家，很是热闹。"),
	/* one break of no known page, where the language is sure */
	{ "桥头的茶馆也重新开张，门口挂着两盏红灯笼，来的多半是附近的人家\n\n每天都来坐一坐，很是热闹。\n", NULL },
	{ "桥头的茶馆也重新开张，门口挂着两盏红灯笼，客人很快就已经到齐\n\n全镇的人都来坐一坐，很是热闹。\n", NULL },
	{ "河边的小屋修好以后，每天都有许多人来，后来又开了一家茶\n\n馆，很是热闹。\n",
	  "河边的小屋修好以后，每天都有许多人来，后来又开了一家茶馆，很是热闹。\n" },
	/* with no blank line, it must be surer */
	{ "河边的小屋修好以后，每天都有许多人来，后来又开了一家茶\n馆，很是热闹。\n",
	  "河边的小屋修好以后，每天都有许多人来，后来又开了一家茶馆，很是热闹。\n" },
	{ "河边的小屋修好以后，每天都有许多人来，后来又开了一家书\n店，很是热闹。\n", NULL },
};

/* What stands between two pages. */
#define HEADED(a) "桥头的茶馆也重新开张，门口挂着两盏红灯笼，每天从早到" a "晚都坐满了人，很是热闹。\n\n"
#define HEAD      "\n\n老桥的故事\n\n"
#define HEAD_12   "\n\n12\n\n老桥的故事\n\n"

static const struct text_row between[] = {
	/* a heading, says its mark; a word is cut, says the language */
	CUT("一、桥头的茶馆重新开张，门口挂着红灯笼，里面有老树茶\n\n馆，很是热闹。",
	    "一、桥头的茶馆重新开张，门口挂着红灯笼，里面有老树茶馆，很是热闹。"),
	CUT(FULL "\n\n- 12 -\n\n" REST, FULL REST),
	CUT(FULL "\n\n12\n\n" REST, FULL REST),
	CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，有镇上领导\n\n- 12 -\n\n包车过来，很是热闹。",
	    "桥头的茶馆也重新开张，门口挂着两盏红灯笼，有镇上领导包车过来，很是热闹。"),
	/* a bare number, behind what is not of whole lines */
	KEPT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，茶点的名称和示例\n\n12\n\n当天坐满了人，很是热闹。"),
	CUT(FULL "\n\n第 12 页 共 30 页\n\n" REST, FULL REST),
	CUT(FULL "\n\n　１２／３０\n\n" REST, FULL REST),
	CUT(FULL "\n\nPage 3 of 12\n\n" REST, FULL REST),
	CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，请用 Open Li-\n\n12\n\nbrary 查书，很是方便。",
	    "桥头的茶馆也重新开张，门口挂着两盏红灯笼，请用 Open Library 查书，很是方便。"),
	KEPT("桥头的茶馆也重新开张了，门口挂着两盏红灯笼，很热闹。\n\n12\n\n" REST), /* not in mid-sentence */
	KEPT(FULL "\n\n12345\n\n" REST),                                       /* no page has that number */
	KEPT(FULL "\n\n12\n\n" "一、晚都坐满了人，很是热闹。"),
	KEPT(FULL "\n\n12\n\n13\n\n14\n\n15\n\n" REST), /* more than stands between pages */
	KEPT(FULL "\n\n12\n\n"),
	CUT(HEADED(HEAD) HEADED(HEAD) HEADED(HEAD), HEADED("") HEADED("") HEADED("")),
	CUT(HEADED(HEAD_12) HEADED(HEAD_12) HEADED(HEAD_12), HEADED("") HEADED("") HEADED("")),
	KEPT(HEADED(HEAD) HEADED(HEAD)), /* twice may be chance */
	/* behind sentences, too: a heading */
	KEPT(HEADED(HEAD) HEADED(HEAD) HEADED(HEAD) "老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST
	     "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST
	     "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST
	     "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST
	     "\n\n老桥的故事\n\n" REST "\n\n老桥的故事\n\n" REST),
	/* a paragraph that comes three times: its second line is no head */
	BLOCK_CUT("\n去年的这个时候，河边的小屋还没有修好，门前只有一\n条小路，来往的人很少，也没有路灯"
		  "\n\n去年的这个时候，河边的小屋还没有修好，门前只有一\n条小路，来往的人很少，也没有路灯"
		  "\n\n去年的这个时候，河边的小屋还没有修好，门前只有一\n条小路，来往的人很少，也没有路灯",
		  "\n去年的这个时候，河边的小屋还没有修好，门前只有一条小路，来往的人很少，也没有路灯"
		  "\n\n去年的这个时候，河边的小屋还没有修好，门前只有一条小路，来往的人很少，也没有路灯"
		  "\n\n去年的这个时候，河边的小屋还没有修好，门前只有一条小路，来往的人很少，也没有路灯"),
};

/* Lines that are cut, of few or all kinds. */
static const struct text_row lines[] = {
	/* a mark beyond the edge; one column too few */
	BLOCK_CUT("桥头的茶馆也重新开张了，门口挂着两盏红灯笼，每天，\n都坐满了人，很是热闹。",
		  "桥头的茶馆也重新开张了，门口挂着两盏红灯笼，每天，都坐满了人，很是热闹。"),
	BLOCK_CUT("桥头的茶馆也重新开张，门口挂着两盏红灯笼，从前的\n茶馆，很是热闹。",
		  "桥头的茶馆也重新开张，门口挂着两盏红灯笼，从前的茶馆，很是热闹。"),
	BLOCK_CUT("桥头的茶馆也重新开张，门口挂着红灯笼，老字号的茶\n馆，很是热闹。",
		  "桥头的茶馆也重新开张，门口挂着红灯笼，老字号的茶馆，很是热闹。"),
	/* what goes on with a number, a sign, or a label, is no item where the line before is full */
	BLOCK_CUT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，共有\n8 位客人，很是热闹。",
		  "桥头的茶馆也重新开了张，门口挂着两盏红灯笼，共有 8 位客人，很是热闹。"),
	BLOCK_CUT("桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天\n都说：茶好，人也热闹。",
		  "桥头的茶馆也重新开了张，门口挂着两盏红灯笼，每天都说：茶好，人也热闹。"),
	/* few lines of one width, one of those that are met often, the last one of them cut by the end of the text */
	{ "茶馆的账上写着去年的收入和支出，也写着每个月来过的客人，有的是附近的居民，也有从\n城里坐车过来的老人家，"
	  "他们多半是为了看河边的老柳树，顺便在馆里坐上一个下午，等到\n太阳落山再慢慢走回去，路上",
	  "茶馆的账上写着去年的收入和支出，也写着每个月来过的客人，有的是附近的居民，也有从城里坐车过来的老人家，"
	  "他们多半是为了看河边的老柳树，顺便在馆里坐上一个下午，等到太阳落山再慢慢走回去，路上" },
	/* verses of one length */
	{ "南边有一棵高树，不可以乘凉，河边有人在走，不可以追赶，\n河水这样宽啊，不可以游过去，江水这样长啊，不能坐船。\n"
	  "割下那些杂草，再砍下荆条来，那个人要出嫁，先喂饱她的马，\n河水这样宽啊，不可以游过去，江水这样长啊，不能坐船。\n"
	  "割下那些杂草，再砍下芦苇来，那个人要出嫁，先喂饱她的驹，\n河水这样宽啊，不可以游过去，江水这样长啊，不能坐船。\n"
	  "割下那些杂草，再砍下芦花来，那个人要出嫁，先喂饱她的羊，\n河水这样宽啊，不可以游过去，江水这样长啊，不能坐船。\n",
	  NULL },
	/* source of a manual page */
	{ ".SH 茶馆\n.B 茶馆\n"
	  "茶馆的账上写着去年的收入和支出，也写着每个月来过的客人，有的是附近的居民，也有从\n城里坐车过来的老人家，"
	  "他们多半是为了看河边的老柳树，顺便在馆里坐上一个下午，等到\n太阳落山再慢慢走回去，路上",
	  NULL },
	/* source of TeX */
	{ "\\section{茶馆}\n  \\label{tea}\n"
	  "茶馆的账上写着去年的收入和支出，也写着每个月来过的客人，有的是附近的居民，也有从\n城里坐车过来的老人家，"
	  "他们多半是为了看河边的老柳树，顺便在馆里坐上一个下午，等到\n太阳落山再慢慢走回去，路上",
	  NULL },
	/* torn here and there */
	{ "茶馆\n"
	  "后来镇里修了一道矮堤，又在堤上种了柳树。如今柳树已经长得比人还高，树荫正好遮住阅览室的窗户，夏天里面也不"
	  "觉得热。老周常说，这些树是那场大雨留下来的礼物，应当好好照看，茶馆的人也是这样说，所以每个客人都记了账\n"
	  "户，喝完再付钱也可以，来往的人都说这里的人情味最浓，到了周末还有人专门从城里坐车过来，后来路边又开了一家书\n"
	  "店，老周常去看看，大家一边喝茶一边说话，一直坐到天黑才散去，第二天又来。\n"
	  "第二天还是一样热闹。\n",
	  "茶馆\n"
	  "后来镇里修了一道矮堤，又在堤上种了柳树。如今柳树已经长得比人还高，树荫正好遮住阅览室的窗户，夏天里面也不"
	  "觉得热。老周常说，这些树是那场大雨留下来的礼物，应当好好照看，茶馆的人也是这样说，所以每个客人都记了账"
	  "户，喝完再付钱也可以，来往的人都说这里的人情味最浓，到了周末还有人专门从城里坐车过来，后来路边又开了一家书"
	  "店，老周常去看看，大家一边喝茶一边说话，一直坐到天黑才散去，第二天又来。\n"
	  "第二天还是一样热闹。\n" },
};

static const struct settings by_default = { .steps = STEP_WRAP };
static const struct settings all = { .steps = STEP_WRAP, .probable = true };

/* Aborts the test where the stage does not make row->out of row->in, or changes what it has made; says no more of the
   texts than what follows the document that all of them begin with. */
static void check(const struct settings *set, const struct text_row *row)
{
	const char *want = row->out ? row->out : row->in;
	char *got = stages_string(&stage_unwrap, set, row->in), *again = stages_string(&stage_unwrap, set, got);
	size_t same = 0, tail = strlen(row->in) < 200 ? 0 : strlen(row->in) - 200;

	while (got[same] && got[same] == want[same])
		same++;
	if (strcmp(got, want))
		ck_abort_msg("...%s became ...%.200s, not ...%.200s", row->in + tail, got + same, want + same);
	if (strcmp(again, got))
		ck_abort_msg("...%s: twice is not once", row->in + tail);
	free(got);
	free(again);
}

START_TEST(by_evidence) { check(&by_default, &safe[_i]); }
END_TEST

START_TEST(where_asked) { check(&all, &probable[_i]); }
END_TEST

START_TEST(between_pages) { check(&all, &between[_i]); }
END_TEST

START_TEST(where_cut) { check(&all, &lines[_i]); }
END_TEST

/* Without the document around it no break is joined. */
START_TEST(no_evidence)
{
	struct text_row row = { FULL "\n\n" REST "\n", NULL };

	check(&by_default, &row);
}
END_TEST

/* Lines that are of one width only when their marks are full width, as stage width will make them. */
START_TEST(when_widened)
{
	static const struct settings widens = { .steps = STEP_WRAP | STEP_WIDTH, .probable = true };
	static const char cut[] = "   关于这个问题,人们有不同的看法:有人赞成,有人反对,也有\n人不表示意见。河边的小屋修好以后,"
				  "每天都有许多人来。經濟發展\n很快,但是環境保護的工作還需要加強。圖書館的開放時間是上午九\n";
	static const char whole[] = "   关于这个问题,人们有不同的看法:有人赞成,有人反对,也有人不表示意见。河边的小屋修好以后,"
				    "每天都有许多人来。經濟發展很快,但是環境保護的工作還需要加強。圖書館的開放時間是上午九\n";
	struct text_row stays = { cut, NULL }, joined = { cut, whole };

	check(&all, &stays);
	check(&widens, &joined);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_test(t, when_widened);
	tcase_add_loop_test(t, by_evidence, 0, ROWS(safe));
	tcase_add_loop_test(t, where_asked, 0, ROWS(probable));
	tcase_add_loop_test(t, between_pages, 0, ROWS(between));
	tcase_add_loop_test(t, where_cut, 0, ROWS(lines));
	tcase_add_test(t, no_evidence);
}

int main(void) { return suite_run("unwrap", add); }
