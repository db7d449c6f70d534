/* What documents declare (src/declared.c): the forms that are read, and what only looks like one. */
#include "declared.h"
#include "suite.h"
#include <string.h>

static const struct {
	const char *in, *name; /* "": none */
} row[] = {
	{ "", "" },
	{ "<p>charset=gbk</p>", "" },
	/* <meta> */
	{ "<html><meta charset=gb2312>", "gb18030" },
	{ "<META CharSet=\"GBK\" />", "gb18030" },
	{ "<meta\ncharset = 'Big5'>", "big5-hkscs" },
	{ "<meta charset=utf8/>", "utf-8" },
	{ "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=big5\">", "big5-hkscs" },
	{ "<meta content='text/html;charset=big5' http-equiv=Content-Type>", "big5-hkscs" },
	{ "<meta http-equiv=Content-Type content=text/html;charset=cp950>", "big5-hkscs" },
	{ "<meta charset=shift-jis>", "shift_jis" },
	{ "<meta charset=EUC_KR>", "euc-kr" },
	{ "<meta charset=no-such><meta charset=euc-tw>", "euc-tw" },
	{ "<meta charset=gbk><meta charset=big5>", "gb18030" },
	{ "<meta name=description content=\"charset=big5\">", "" },
	{ "<meta xcharset=big5>", "" },
	{ "<meta data-charset=big5>", "" },
	{ "<meta charset big5>", "" },
	{ "<meta charset=big5", "" },
	{ "<metadata charset=big5>", "" },
	{ "<p charset=big5>", "" },
	{ "<meta charset=big5big5big5big5big5big5big5big5big5big5>", "" },
	{ "<meta charset=>", "" },
	{ "<!-- <meta charset=big5> --><meta charset=gbk>", "gb18030" },
	{ "<!-- <meta charset=big5>", "" },
	/* what could not be read in them */
	{ "<meta charset=utf-16>", "" },
	{ "<meta charset=utf-32be>", "" },
	{ "<meta charset=utf-7>", "" },
	{ "<meta charset=hz>", "" },
	{ "<meta charset=iso-2022-cn>", "" },
	/* XML */
	{ "<?xml version=\"1.0\" encoding=\"GB18030\"?>", "gb18030" },
	{ "<?xml version='1.0' encoding = 'euc-jp' ?><meta charset=gbk>", "euc-jp" },
	{ "<?xml version=\"1.0\"?><a encoding=\"big5\"/>", "" },
	{ "<?xml version=\"encoding='big5'\"?>", "" },
	{ "\n<?xml version=\"1.0\" encoding=\"big5\"?>", "" },
	/* headers */
	{ "Content-Type: text/plain; charset=big5\n", "big5-hkscs" },
	{ "HTTP/1.1 200 OK\r\nServer: x\r\ncontent-type: text/html;CHARSET=gb2312\r\n\r\n", "gb18030" },
	{ "Subject: \xb4\xfa\xb8\xd5\nContent-Type: text/plain;\n\tcharset=\"big5\"\n", "big5-hkscs" },
	{ "Subject: charset=big5\n", "" },
	{ "Subject: x\n\nContent-Type: text/plain; charset=big5\n", "" },
	{ "a text\nContent-Type: text/plain; charset=big5\n", "" },
	{ "Content-Type: text/plain\nX-Old:\n charset=big5\n", "" },
	{ "Content-Type: text/plain; charset=big5", "" },
	{ "Content-Type: text/html; charset=latin1\n\n<meta charset=gbk>", "iso-8859-1" },
	{ "Content-Type: text/html\n\n<meta charset=gbk>", "gb18030" },
};

START_TEST(find)
{
	struct declared d = declared_find((const unsigned char *)row[_i].in, strlen(row[_i].in));

	ck_assert_str_eq(d.codec ? d.codec->name : d.other ? d.other : "", row[_i].name);
	ck_assert(!d.codec || !d.other);
}
END_TEST

/* Only all of one within the first 1,024 bytes is seen. */
START_TEST(within)
{
	static const char meta[] = "<meta charset=gbk>";
	enum { META = sizeof meta - 1, LAST = 1024 - META };
	unsigned char in[2048];

	for (size_t at = LAST - 2; at < LAST + 3; at++) {
		memset(in, ' ', sizeof in);
		memcpy(in + at, meta, META);
		ck_assert_int_eq(declared_find(in, sizeof in).codec != NULL, at <= LAST);
		ck_assert_ptr_null(declared_find(in, at + META - 1).codec);
	}
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, find, 0, ROWS(row));
	tcase_add_test(t, within);
}

int main(void) { return suite_run("declared", add); }
