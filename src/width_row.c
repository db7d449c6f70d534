#include "width_row.h"
#include "han.h"
#include "scan.h"

enum {
	ROWS_MIN = 3,    /* lines with as many commas each make a table from here on */
	COLUMNS_MAX = 32 /* that are looked at: a set of them is one uint32_t */
};

/* Whether a line is like a row by its commas, what follows the last of them, and its last character: with a single
   comma before Han it could be a verse. */
static bool like_row(size_t commas, cp next, cp tail)
{
	return commas && (commas > 1 || !han_is(next))
	       && (tail < 0x80 ? ascii_alnum(tail) || tail == '"' || tail == ',' : !han_punct(tail));
}

static inline int comma(cp c) { return scan_is(c, ','); }

static inline int divides(cp c) { return comma(c) | scan_is(c, '\n'); }

bool width_row_page(const cp *in, size_t n, bool end)
{
	size_t want = 0, commas = 0, rows = 0, others = 0, last = 0;

	if (scan_count(in, n, comma) < ROWS_MIN)
		return false;
	for (size_t i = 0; i <= n; i++) {
		i = scan(in, i, n, divides);
		if (i == n && !end)
			break;
		cp c = i < n ? in[i] : '\n';

		if (c == ',') {
			commas++;
			last = i;
		} else if (i && in[i - 1] != '\n') {
			bool row = like_row(commas, last + 1 < n ? in[last + 1] : '\n', in[i - 1]);

			want = want ? want : commas;
			rows += row && commas == want;
			others += !(row && commas == want);
			commas = 0;
		}
	}
	return rows >= ROWS_MIN && others * ROWS_MIN * ROWS_MIN < rows;
}

/* What is known of a line. */
struct line {
	ptrdiff_t end;
	size_t commas;  /* 0: it is not like a row */
	uint32_t plain; /* the columns that hold a number or a Latin word, as bits */
};

/* What a cell of numbers or Latin words is made of; nothing that this stage could change. */
static bool plain(cp c)
{
	return ascii_alnum(c) || c == '.' || c == '%' || c == '+' || c == '-' || c == '_' || c == '/' || c == ' ';
}

/* The line in[from..), which is no row where it goes on at in[to]. */
static struct line line_at(const struct around *a, ptrdiff_t from, ptrdiff_t to)
{
	struct line l = { .end = from };
	ptrdiff_t cell = from; /* where the last one begins */
	bool latin = true;

	for (; l.end < to; l.end++) {
		cp c = around_at(a, l.end);

		if (c == ',' || c == '\n') {
			if (latin && cell < l.end && l.commas < COLUMNS_MAX)
				l.plain |= UINT32_C(1) << l.commas;
			if (c == '\n')
				break;
			l.commas++;
			cell = l.end + 1;
			latin = true;
		} else {
			latin &= plain(c);
		}
	}
	if (l.end == to || !like_row(l.commas, around_at(a, cell), around_at(a, l.end - 1)))
		l.commas = 0;
	return l;
}

/* Whether a table begins with the line first. */
static bool begins(const struct around *a, const struct line *first, ptrdiff_t to)
{
	struct line l = *first;
	uint32_t same = UINT32_MAX;

	for (int k = 1; k < ROWS_MIN; k++) {
		l = line_at(a, l.end + 1, to);
		if (l.commas != first->commas)
			return false;
		same &= l.plain;
	}
	return same != 0;
}

/* Where the line of in[i] begins; where that is too far back, how far back is seen. */
static ptrdiff_t line_begin(const struct around *a, ptrdiff_t i)
{
	ptrdiff_t from = i;

	while (i - from < AROUND_BACK && around_at(a, from - 1) != '\n')
		from--;
	return from;
}

bool width_row_seen(const struct width_row *last, const struct around *a, ptrdiff_t i)
{
	ptrdiff_t from = line_begin(a, i);

	if (i < last->end || around_at(a, from - 1) != '\n')
		return true;
	struct line l = line_at(a, from, i + WIDTH_ROW_AHEAD);
	int lines = 0;

	for (ptrdiff_t k = l.end; k < a->n && lines < ROWS_MIN; k++)
		lines += a->in[k] == '\n';
	return !l.commas || lines == ROWS_MIN;
}

bool width_row(struct width_row *last, const struct around *a, ptrdiff_t i)
{
	ptrdiff_t from = line_begin(a, i);

	if (i < last->end)
		return last->commas != 0;
	if (around_at(a, from - 1) != '\n')
		return false;
	struct line l = line_at(a, from, i + WIDTH_ROW_AHEAD);
	bool goes_on = last->commas && last->commas == l.commas && last->end == from - 1;

	if (!goes_on && l.commas && !begins(a, &l, i + WIDTH_ROW_AHEAD))
		l.commas = 0;
	*last = (struct width_row){ l.commas, l.end };
	return l.commas != 0;
}
