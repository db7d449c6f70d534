/* Text that was read by the wrong encoding, in the ways that pages are found in, and text that looks like it and is
 * none. tests/damage_mojibake.py measures the same on large texts.
 */
#include "rows.h"

static const struct settings all = { .steps = ~0u };

static const struct text_row damaged[] = {
	/* gbk as latin-1 */
	{ "ÍøÕ¾Ê×Ò³ | ÐÂÎÅÖÐÐÄ | ÁªÏµÎÒÃÇ contact us", "网站首页 | 新闻中心 | 联系我们 contact us" },
	/* gbk as cp1252 */
	{ "ºÓ±ßµÄÐ¡ÎÝÐÞºÃÒÔºó£¬Ã¿Ìì¶¼ÓÐÐí¶àÈËÀ´¡£", "河边的小屋修好以后，每天都有许多人来。" },
	/* gbk as cp1254 */
	{ "ºóÀ´ÓÖ¿ªÁËÒ»¼Ò²è¹İ£¬ÃÅ¿Ú¹Ò×ÅÁ½ÕµµÆÁı¡£", "后来又开了一家茶馆，门口挂着两盏灯笼。" },
	/* gbk as macroman */
	{ "∫¢◊”√«‘⁄…œ√Êª¨±˘£¨¥Û»À√«’æ‘⁄∞∂…œø¥◊≈°£", "孩子们在上面滑冰，大人们站在岸上看着。" },
	/* gbk (traditional) as cp1252 */
	{ "áá\xc2\x81íÓÖé_ÁËÒ»¼Ò²èð^£¬éT¿Ú’ìÖøƒÉ±KŸô»\\¡£", "後來又開了一家茶館，門口掛著兩盞燈籠。" },
	/* big5 as cp1252 */
	{ "«Ä¤l\xc2\xadÌ¦b¤W\xc2\xad±·Æ¦B¡A¤j¤H\xc2\xadÌ¯¸¦b©¤¤W¬ÝµÛ¡C", "孩子們在上面滑冰，大人們站在岸上看著。" },
	/* utf-8 as latin-1 */
	{ "å\xc2\x86°å\xc2\x8c\xc2\x96äº\xc2\x86ä»¥å\xc2\x90\xc2\x8eï¼\xc2\x8cæ\xc2\x98¥å¤©å°±æ\xc2\x9d¥äº\xc2\x86ã\xc2\x80\xc2\x82", "冰化了以后，春天就来了。" },
	/* utf-8 as cp1252 */
	{ "/* è®¡ç®—æ€»å’Œ */ int sum;", "/* 计算总和 */ int sum;" },
	{ "â€œæ˜¥å¤©â€\xc2\x9dæ\xc2\x9d¥äº†â€”â€”çœŸå¥½â€¦", "“春天”来了——真好…" },
	/* utf-8 as cp1252, bytes lost */
	{ "æœ‰äººé—®ï¼šä¸ºä»€ä¹ˆè¦å¼€è¿™å®¶åº—ï¼Ÿ", "有人问：为什么要开这家店？" },
	/* the same, where a way that had closed the quotation costs more in front of it */
	{ "å‘è¡Œç‰ˆä¼šã€Œåç¦»ã€åŽŸç‰ˆï¼Œå¹¶ä¸”", "发行版会「偏离」原版，并且" },
	/* the same, where to leave å as it is and begin again would cost the same */
	{ "åŒ…å ä¼šç»™å‡ºè½¯ä»¶åŒ…å½“ä¸\xc2\xadçš„æ–‡ä»¶", "包名 会给出软件包当中的文件" },
	/* utf-8 as latin-1, no-break */
	{ "ä»\xc2\x96ä»¬å\xc2\x9c¨å¦æ ¡é\xc2\x87\xc2\x8cè¯»ä¹¦ï¼\xc2\x8cä¸å\xc2\x8d\xc2\x88å\xc2\x9b\xc2\x9eå®¶å\xc2\x90\xc2\x83é¥ã\xc2\x80\xc2\x82", "他们在学校里读书，中午回家吃饭。" },
	/* utf-8 as macroman */
	{ "‰ªäÂ§©Â§©Ê∞îÂæàÂ•Ω", "今天天气很好" },
	/* utf-8 as latin-1, twice */
	{ "Ã¥Â¤Â§Ã¥Â®Â¶Ã©Â\xc2\x83Â½Ã¦Â\xc2\x9dÂ¥Ã¤ÂºÂ\xc2\x86", "大家都来了" },
	/* utf-8 as cp1252, twice */
	{ "Ã¢â‚¬Å“Ã¥Â¤Â§Ã¥Â®Â¶Ã¢â‚¬Â\xc2\x9dÃ©Æ’Â½Ã¦Â\xc2\x9dÂ¥Ã¤Âºâ€\xc2\xa0", "“大家”都来了" },
	/* utf-8 as gbk */
	{ "杩欎釜鏂囦欢寰堝ぇ see file", "这个文件很大 see file" },
	{ "璇锋寜 F1 閿\xee\x86\xbe湅甯\xee\x86\xbc姪", "请按 F1 键看帮助" },
	{ "銆婃槬澶╃殑鏁呬簨銆?", "《春天的故事》" },
	/* utf-8 as gbk, python */
	{ "鎵撳紑涓�涓\xee\x81\x85枃浠躲��\n鍏抽棴绐楀彛銆�", "打开一个文件。\n关闭窗口。" },
	/* big5 as gbk */
	{ "叫\xee\x9a\xbb\xee\x9e\x94\xee\x9a\xb6厩猔種\xee\x93\x87\xee\xa0\x8bぱ厩\xee\x86\xac\xee\xa0\x82安\xee\x97\xa6ぱ\xee\x93\x89", "請各位同學注意，明天學校放假一天。" },
	/* gbk as big5 */
	{ "ワ跪弇肮悝蛁砩ㄛ隴毞悝苺溫樑珨毞﹝", "请各位同学注意，明天学校放假一天。" },
	/* utf-8 as gbk, bytes lost */
	{ "璇锋墽琛屼笅闈㈢殑鍛戒护锛岀劧鍚庨噸鏂板惎鍔ㄣ", "请执行下面的命令，然后重新启动。" },
	/* utf-8 as gbk, bytes lost */
	{ "浠婂ぉ鐨勫ぉ姘斿緢濂", "今天的天气很好" },
	/* utf-8 as gbk, bytes marked */
	{ "璇锋墽琛屼笅闈㈢殑鍛戒护锛岀劧鍚庨噸鏂板惎鍔ㄣ��", "请执行下面的命令，然后重新启动。" },
	/* utf-8 as gbk, bytes marked */
	{ "杩欐槸琚�閫変腑鐨勬枃浠讹紝璇�瑷�鏄�鑻辫��銆�", "这是被选中的文件，语言是英语。" },
	/* utf-8 as gbk, bytes lost */
	{ "浠栬蛋浜嗐", "他走了。" },
	/* half a character lost at the end of a line, and in front of a word whose space went with it */
	{ "鎵撳紑鏂囦欢澶?", "打开文件夹" },
	{ "鍗曚綅鏄?px锛岀粨鏋?", "单位是 px，结果" },
	/* the mark stays where nobody knows what went with it */
	{ "杩欎釜鏂囦欢寰堝ぇ銆?鏄庡ぉ鍐嶆潵", "这个文件很大。?明天再来" },
};

/* What other languages, formulas, drawings and lists have. */
static const struct text_row sound[] = {
	{ "Les élèves ont été créés à l’île; où est le garçon naïf?", NULL },
	{ "Größere Straßen, äöüÄÖÜß, „Anführung“ – Übermäßig", NULL },
	{ "Það er ekki hægt að þýða þetta; ÞÆÐÖ þæðö", NULL },
	{ "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß", NULL },
	{ "Não há opções; São Paulo; ÇÃO ÇÕES", NULL },
	{ "çağrı, İSTANBUL'DA GÖRÜŞÜRÜZ, ığüşöç", NULL },
	{ "Tiếng Việt có nhiều dấu: đường, người, nước", NULL },
	{ "Съешь же ещё этих мягких французских булок", NULL },
	{ "한국어는 그대로 둔다. 漢字도 그렇다.", NULL },
	{ "日本語の文章はそのままです。カタカナも、漢字かな交じりも。", NULL },
	{ "Aを営業、I\xc2\xa0I\xc2\xa0I\xc2\xa0I\xc2\xa0Iの様に", NULL },
	{ "x ≤ y ± 2√π·∑ƒ(x), 5×3÷2, 20°C, µm, ¼½¾, «a» §3 ¶ © ® ™", NULL },
	{ "œ∑¡™£¢∞§¶•ªº–≠œ∑´®†¥¨ˆøπ‘åß∂ƒ©˙∆˚¬", NULL },
	{ "········ ×××××× ════════ ±±±±", NULL },
	{ "饕餮纹、貔貅、魑魅魍魉、囹圄、耄耋、鳏寡孤独", NULL },
	{ "青青子衿，悠悠我心。呦呦鹿鸣，食野之苹。", NULL },
	{ "氨基酸：缬氨酸、蛋氨酸、异亮氨酸、苯丙氨酸、色氨酸", NULL },
	{ "烫烫烫烫烫烫，屯屯屯屯", NULL },
	{ "锟斤拷锟斤拷锟斤拷", NULL },
	{ "锟姐江省锟斤拷锟斤拷苑锟斤拷园", NULL },
	{ "\xee\x80\x80\xee\x80\x81\xee\x80\x82私有区", NULL },
	{ "ㄅㄆㄇㄈ是注音，ㄍㄨㄛˊ是国", NULL },
	/* too little to be sure: three characters, alone */
	{ "x = StrConv(\"ÉÏº£ÊÐABC\", vbFromUnicode)", NULL },
};

/* Where a document has shown what it is, little is enough: words, single characters, signs, lines of their own. */
#define WESTERN "ºÓ±ßµÄÐ¡ÎÝÐÞºÃÒÔºó£¬Ã¿Ìì¶¼ÓÐÐí¶àÈËÀ´¡£\n"
#define WESTERN_FIXED "河边的小屋修好以后，每天都有许多人来。\n"
/* More than the text that is asked for damage in the beginning. */
#define FAR TIMES64(TIMES16("今天天气很好，我们一起去公园玩。\n"))
static const struct text_row evident[] = {
	{ WESTERN "ÉÏº£ABC\nÖµ\n£¬\n°²×°\n", WESTERN_FIXED "上海ABC\n值\n，\n安装\n" },
	/* in front of it, too: the whole window is looked at first */
	{ "Öµ\nÉÏº£ABC\n" WESTERN, "值\n上海ABC\n" WESTERN_FIXED },
	/* a page that is about it keeps what it shows */
	{ "什么是乱码？看这个例子：\n" WESTERN, NULL },
	{ "這是亂碼：\n" WESTERN, NULL },
	{ "Mojibake: \n" WESTERN, NULL },
	/* wherever it shows it */
	{ "什么是乱码？\n" FAR WESTERN, NULL },
	/* sound text beside damage */
	{ WESTERN "这一行是好的，用的是 UTF-8。\n" WESTERN, WESTERN_FIXED "这一行是好的，用的是 UTF-8。\n" WESTERN_FIXED },
	{ "这是：ÐÂÎÅÖÐÐÄ£¬ÁªÏµÎÒÃÇ。完", "这是：新闻中心，联系我们。完" },
	/* marks that are right, and stand in the encoding, too */
	{ "他说：“ÎÄ¼þ¼Ð£¬ÕâÊÇÒ»¸öÀý×Ó”，好的", "他说：“文件夹，这是一个例子”，好的" },
	{ "写着：…ÐÂÎÅÖÐÐÄ£¬ÁªÏµÎÒÃÇ…，大家", "写着：…新闻中心，联系我们…，大家" },
	{ "一—ÐÂÎÅÖÐÐÄ£¬ÁªÏµÎÒÃÇ—二", "一—新闻中心，联系我们—二" },
};

/* A line longer than what is looked at as one. */
#define LONG TIMES64("ºÓ±ßµÄÐ¡ÎÝÐÞºÃÒÔºó£¬")
#define LONG_FIXED TIMES64("河边的小屋修好以后，")
static const struct text_row length[] = {
	{ LONG, LONG_FIXED },
	{ TIMES64("这一行很长。") TIMES16("这一行很长。") LONG "这一行很长。", TIMES64("这一行很长。") TIMES16("这一行很长。") LONG_FIXED "这一行很长。" },
};

/* At the thresholds of src/undo*.c and src/mojibake.c: what is just not enough, and what just is. Some of it is damage
   that is not recognized, or not all of it: so little could be something else. */
static const struct text_row edge[] = {
	/* STRICT, from below and above */
	{ "å¤©", NULL },
	{ "ä¸€", "一" },
	/* PAIRS */
	{ "¤å¥ó", NULL },
	{ "Æ½Å_", "平臺" },
	/* CROSSED */
	{ "⺼ピ⺼渲ㄛ⺼袬⺼艦", NULL },
	{ "硁砰\xee\x99\xa3\xee\x93\x8d\xee\x97\xa6\xee\x85\x8c", "軟體包：一個" },
	/* CROSSED_AGAIN */
	{ "风ㄥ\nσ納\xee\x99\x92\xee\x85\x85\xee\x80\x99\xee\x9c\x97痲\xee\x93\x89", "风ㄥ\n考慮他們的利益。" },
	{ "ㄏノ\xee\x80\xab\xee\x9a\xbd\xee\x93\x87ㄒ\xee\x9b\x96\nㄏノ\xee\x80\xab", "使用者名，例如\n使用者" },
	/* SUPPOSED, MARKED */
	{ "浠剁壒鎬?\n鍐呯疆", "件特性\n鍐呯疆" },
	{ "鎻＄殑銆?", "握的。" },
	/* LEAVE */
	{ "で皌\xee\x97\xa6\xee\x85\x8c\xee\x9b\x98\xee\x84\xaa種竡\xee\x97\xbd\xee\x80\x99\xee\x9b\x98じ", "匹配一個字面意義上的字元" },
	{ "\xee\x93\x87\xee\x9e\x9e\xee\x9a\xa9\xee\x99\x9e晏殊《浣溪沙》", "，但列出晏殊《浣溪沙》" },
	/* LEAVE_LETTERS */
	{ "êı¡£ÓÎËµÍò³Ë", "挲。游说万乘" },
	{ "Ê¹ÓÃµÄÊÇ“可移动存储设备”", "使用的是“可移动存储设备”" },
	/* NBSP */
	{ "å¤ å‘½ä»¤æ˜¨é¢ï¼Œ", "å¤ 命令昨面，" },
	{ "é\xc2\x82£å ª", "那堪" },
	/* GONE, TAIL */
	{ "ä¹Ÿå¯ä»¥æç¤º", "也可以æç¤º" },
	{ "å³é”®", "右键" },
	{ "è¿™ä¸", "这不" },
	/* NEAR */
	{ "瀹夎绋嬪簭鍙互鍦ㄥ嚑涓綅缃幏鍙栭缃枃浠讹細", "安装程序可以在几个位置获取预置文件：" },
	/* ODD */
	{ "杩囧崡璋€?", "过南谢。" },
	/* GOOD */
	{ "è\xc2\x9d‰", NULL },
	{ "æœ\xc2\x8d", "服" },
	/* MANY */
	{ "扇\n妾旀\xee\x94\x8d", NULL },
	{ "娉ㄦ剰", "注意" },
	/* BACK */
	{ "¡C³o¸Ì¡A", "。這裡，" },
	/* EVIDENCE */
	{ "È¡³öÀ´", NULL },
	{ "Ê¹ÓÃ\nÊ¹ÓÃ", NULL },
	{ "鍩熷悕绯荤当\n鎸囦护", "域名系統\n指令" },
	/* TOGETHER */
	{ "銆婇€?", NULL },
	{ "杌熼珨", "軟體" },
	/* BAD */
	{ "语言环境推荐列表㎝︰В秎ン筁耾", NULL },
	{ "李晔《菩萨蛮》躲趿炵苀覃蚚睿陓瘍", "李晔《菩萨蛮》跟踪系统调用和信号" },
	/* RARE */
	{ "硂\xee\x85\x8c\xee\x82\xb9", NULL },
	{ "硂柑и倒\xee\x99\x9e\xee\x97\xa6ㄇ", "這裡我給出一些" },
	/* NO_BREAK */
	{ "çº¢ç\xc2\xa0–", "红砖" },
	{ "Œ\xc2\xa0Ã‚°£", NULL },
	/* KANA */
	{ "\xee\x93\xbb>\xee\x85\x81㎝{(\xee\x97\xa6)}㎝ゅン(", "「>值和{(一)}和文件(" },
	/* IN_WORD */
	{ "AÕòÀïÐÞ¡£", "A镇里修。" },
	{ "ßMÐÐ¡£", NULL },
	/* IN_SCRIPT */
	{ "Ð¿Ñ€Ð¸Ð²ÐµÑ‚678", "привеÑ‚678" },
	{ "Ãñ§á§â§Ú§Ó§Ö§ä", "民привет" },
	/* DRAWN */
	{ "ÕòÉÏ©¤©¤", NULL },
	{ "‚îÄ‚îÄËøú", "──远" },
	/* FULL_WIDTH */
	{ "涓嬭浇App锛�", "下载App，" },
	{ "2.锛�3 浣跨敤", "2.０3 使用" },
	/* STAYS */
	{ "銉?寰堝ソA", "ル觉很好A" },
	{ "锛?绯荤粺", "，?系统" },
	/* UNCLOSED */
	{ "銆屽湴", "「地" },
	/* TAIL */
	{ "锛堝懆姣", "（周姣" },
	/* RARE of undo.c */
	{ "搴﹀缓瑷�", "度建設" },
	/* ALONE */
	{ "â€ï¼Œå†æŒ‰Ctrlé”®ï¼Œå°±å¯ä»¥çœ‹", "”，再按Ctrl键，就可以看" },
};

/* Signs and letters of UTF-8 as code page 1252, alone in text that is right. */
static const struct text_row alone[] = {
	{ "ï»¿今天", "\xef\xbb\xbf今天" },
	{ "列奥纳多Â·达·芬奇", "列奥纳多·达·芬奇" },
	{ "他说thatâ€™s all，â€œ好â€\xc2\x9d，等等â€¦â€”â€“", "他说that’s all，“好”，等等…—–" },
	{ "真好ï¼Œ是吧ï¼Ÿ第ã€Œ一ã€\xc2\x8d章ï¿¥", "真好，是吧？第「一」章￥" },
	{ "CafÃ©、naÃ¯ve、Ã‰cole、３Ã—４、25Â°C、Â© 2020、NikeÂ®", "Café、naïve、École、３×４、25°C、© 2020、Nike®" },
	{ "“好”ðŸ˜€，真好ðŸ˜€ðŸ‘\xc2\x8d吧 â\xc2\x9d¤ï¸\xc2\x8f A â†’ B â„¢ â˜… âŸµ", "“好”😀，真好😀👍吧 ❤\xef\xb8\x8f A → B ™ ★ ⟵" },
	{ "テストã\xc2\x81®ãƒ†", "テストのテ" },
	/* as often as it was misread */
	{ "thatÃ¢â‚¬â„¢s CafÃƒÂ©", "that’s Café" },
	/* the whole row with a proof in it, and none of one that is no UTF-8 */
	{ "去Ã©â€¦好", "去é…好" },
	{ "Â·ÃÇ，路ÓÐâ€™", NULL },
	/* a closing quotation mark lost its last byte; not where none is open */
	{ "â€œ好的â€。“好â€\xef\xbf\xbd，", "“好的”。“好”，" },
	{ "“好”â€，â€", NULL },
	/* what is shown, and what letters are in words */
	{ "像 “Ã©” or Ã¨” or “Ã§” 这样，“â€™”，'Â°'", NULL },
	{ "hâlâ”… hâlâ”– hâlâ›» NÃO MANHÃ· CÂ· G/Ç’lar weiß« cassé\xc2\xa0» Ã« Â« Â» Ã” “Ã©a é”ðŸ˜€", NULL },
	{ "ã â ï Â Ã ð ÂÂ ÃÃ ä½ Ïº Â\xc2\x92 ï¿½ â\u00a0¿", NULL },
	/* what stage ctrl may delete, and full-width letters, hide nothing */
	{ "Ã\u200b© G\u200bÂ· “\u200bÃ©\u200b” ＧÂ·", NULL },
	{ "Ã©\u200bcole Ã©ｃ Ã©" TIMES15("\u200b") "c", "é\u200bcole éｃ é" TIMES15("\u200b") "c" },
	/* a row of less than 128 code points, and longer ones */
	{ TIMES16("ðŸ˜€") TIMES15("ðŸ˜€"), TIMES16("😀") TIMES15("😀") },
	{ TIMES32("ðŸ˜€"), NULL },
	{ TIMES64("â€”"), NULL },
	/* a page that is about it */
	{ "什么是乱码？thatâ€™s", NULL },
};

START_TEST(alone_rows) { rows_check(&stage_mojibake_alone, &all, &alone[_i]); }
END_TEST

START_TEST(damaged_rows) { rows_check(&stage_mojibake, &all, &damaged[_i]); }
END_TEST

START_TEST(sound_rows) { rows_check(&stage_mojibake, &all, &sound[_i]); }
END_TEST

START_TEST(evident_rows) { rows_check(&stage_mojibake, &all, &evident[_i]); }
END_TEST

START_TEST(long_rows) { rows_check(&stage_mojibake, &all, &length[_i]); }
END_TEST

START_TEST(edge_rows) { rows_check(&stage_mojibake, &all, &edge[_i]); }
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, damaged_rows, 0, ROWS(damaged));
	tcase_add_loop_test(t, sound_rows, 0, ROWS(sound));
	tcase_add_loop_test(t, evident_rows, 0, ROWS(evident));
	tcase_add_loop_test(t, long_rows, 0, ROWS(length));
	tcase_add_loop_test(t, edge_rows, 0, ROWS(edge));
	tcase_add_loop_test(t, alone_rows, 0, ROWS(alone));
}

int main(void) { return suite_run("mojibake", add); }
