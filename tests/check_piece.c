/* Pieces of text set in lines: where each is full at the end, and where not. */
#include "unwrap_piece.h"
#include "rows.h"

enum { WIDTH = 36 }; /* columns of the lines; what follows takes two */

static const struct {
	const char *text;
	bool full, widened;
} row[] = {
	/* one line, two, and one that has room */
	{ "镇上的图书馆建在河边，两层小楼，红砖", true, false },
	{ "镇上的图书馆建在河边，两层小楼，红砖", true, true },
	{ "镇上的图书馆建在河边，两层小楼，红", false, false },
	{ "镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片草地，老周每天一清早", true, false },
	{ "镇上的图书馆建在河边，两层小楼，红砖外墙，前面有一片草地，老周每天清早", false, false },
	/* an odd column is left */
	{ "镇上的图书馆建在河边，两层小楼 A 红", true, false },
	/* an indent counts for nothing, nor do blanks at the end */
	{ "　　镇上的图书馆建在河边，两层小楼，红砖  ", true, false },
	{ "  镇上的图书馆建在河边，两层小楼，红", false, false },
	/* a word goes to the next line as a whole; one that is longer than a line does not */
	{ "镇上的图书馆建在河边，来这里请用 Library 查书，每天从早上开门到晚上，", true, false },
	{ "镇上的图书馆建在河边，来这里请用 Library 查书，每天从早上开门到晚上", false, false },
	{ "镇上的图书馆建在河边，两层小楼 Old Tea 前面有一片草地老周每天清早都来看", true, false },
	{ "书 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false, false },
	/* a mark that has no room takes the character before along, or hangs */
	{ "镇上的图书馆建在河边两层小楼都是红砖，前面有一片草地老周每天清早都来看", true, false },
	{ "镇上的图书馆建在河边两层小楼都是红砖，前面有一片草地老周每天清早都来看一看", true, false },
	{ "镇上的图书馆建在河边两层小楼都是红砖，前面有一片草地老周每天清早都来", false, false },
	/* an opening mark ends no line */
	{ "镇上的图书馆建在河边两层小楼是红砖（前面有一片草地老周每天清早都来看看", true, false },
	/* half-width marks, as they are and as they will be */
	{ "镇上的图书馆建在河边,两层小楼,红砖", true, true },
	{ "镇上的图书馆建在河边,两层小楼,红砖", false, false },
	{ "镇上的图书馆建在河边,两层小楼,红砖里", true, false },
};

static bool full(const struct buf *text, bool widened, unsigned first, unsigned last, size_t cut)
{
	struct piece piece;

	piece_begin(&piece, first, last, widened);
	piece_read(&piece, text->p, cut);
	piece_read(&piece, text->p + cut, text->n - cut);
	return piece_full(&piece, WIDTH, 2);
}

/* Set at one width or all, and cut anywhere. */
START_TEST(rows)
{
	struct buf text = stages_text(row[_i].text);

	for (size_t cut = 0; cut <= text.n; cut++) {
		ck_assert(full(&text, row[_i].widened, WIDTH, WIDTH, cut) == row[_i].full);
		ck_assert(full(&text, row[_i].widened, MIN, MAX, cut) == row[_i].full);
	}
	buf_free(&text);
}
END_TEST

static void add(TCase *t) { tcase_add_loop_test(t, rows, 0, ROWS(row)); }

int main(void) { return suite_run("piece", add); }
