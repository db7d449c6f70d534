#include "survey.h"
#include "choose_table.h"

enum {
	QUOTED = 16, /* so many times fewer characters of the other script are a few words quoted; more make text mixed
		      */
	DECIDES = 8, /* characters of one script in a run that tell its script without the document */
	SHARED_MIN = 24, /* half bits. Clean traditional text is far below 0: each 後 counts against it */
	LEFT_BITS = 14,  /* half bits by which a character is left in its simplified form, ... */
	LEFT_MIN = 4     /* ... if so many are. In clean text one or two may be, a name or an old word */
};

/* The six flags of a cell from SCRIPT_SURE_S on, each in a field of a number of its own: so many cells are added at
 * once. */
enum { FIELD = 10, FIELD_MOST = 1 << FIELD, FLAGS = 6 };
_Static_assert((int)SCRIPT_SURE_S << FLAGS == 1 << SCRIPT_TELLS && SCRIPT_HONGKONG == 1 << (SCRIPT_TELLS - 1), "flags");

static inline uint64_t spread(uint32_t cell)
{
	uint64_t flags = cell / SCRIPT_SURE_S & ((1 << FLAGS) - 1);

	/* Bit i goes to 10 i: the six are laid side by side with gaps of 9, by products that do not overlap. */
	return (flags
		* (1 | (uint64_t)1 << 9 | (uint64_t)1 << 18 | (uint64_t)1 << 27 | (uint64_t)1 << 36
		   | (uint64_t)1 << 45))
	       & (1 | (uint64_t)1 << 10 | (uint64_t)1 << 20 | (uint64_t)1 << 30 | (uint64_t)1 << 40
		  | (uint64_t)1 << 50);
}

static inline size_t field(uint64_t sum, uint32_t flag)
{
	return sum >> (__builtin_ctz(flag / SCRIPT_SURE_S) * FIELD) & (FIELD_MOST - 1);
}

static void add(struct survey *s, uint64_t sum, long shared)
{
	s->simplified += field(sum, SCRIPT_SURE_S);
	s->traditional += field(sum, SCRIPT_SURE_T);
	s->opencc += field(sum, SCRIPT_OPENCC);
	s->taiwan += field(sum, SCRIPT_TAIWAN);
	s->hongkong += field(sum, SCRIPT_HONGKONG);
	s->shared += shared;
}

void survey_add(struct survey *s, const cp *in, size_t n)
{
	for (size_t from = 0, to; from < n; from = to) {
		uint64_t sum = 0;
		long shared = 0;

		to = n - from < FIELD_MOST ? n : from + FIELD_MOST - 1;
		for (size_t i = from; i < to; i++) {
			uint32_t cell = choose_look(script_page, in[i]);

			sum += spread(cell);
			shared += (int8_t)(cell >> SCRIPT_TELLS);
		}
		add(s, sum, shared);
	}
}

/* How many of the characters that both scripts have are always in their simplified form, where that is rare. */
static unsigned left_simplified(const cp *in, size_t n)
{
	int bits[CHOOSE_MOST] = { 0 };
	bool other[CHOOSE_MOST] = { false };
	unsigned left = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t cell = choose_look(script_page, in[i]);
		int tells = (int8_t)(cell >> SCRIPT_TELLS);
		unsigned at = tells ? choose_look(choose_page, in[i] ^ (cell & SCRIPT_FOLD)) >> CELL_DOUBTFUL : 0;

		if (tells < 0)
			other[at] = true;
		else if (bits[at] < LEFT_BITS)
			bits[at] += tells;
	}
	for (size_t i = 1; i < CHOOSE_MOST; i++)
		left += bits[i] >= LEFT_BITS && !other[i];
	return left;
}

struct survey survey_document(const cp *in, size_t n)
{
	struct survey s = { 0 };

	survey_add(&s, in, n);
	if (s.simplified * QUOTED < s.traditional) /* else it has no say */
		s.left = left_simplified(in, n);
	return s;
}

void survey_fold(struct survey *s, const cp *in, size_t n, struct folded *f)
{
	uint64_t sum[2] = { 0 };
	uint32_t any = 0;
	long shared = 0;
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t cell = choose_look(script_page, in[i]);

		any |= cell;
		f->text[i] = in[i] ^ (cell & SCRIPT_FOLD);
		sum[i >= SURVEY_FOLD / 2] += spread(cell);
		shared += (int8_t)(cell >> SCRIPT_TELLS);
		f->doubtful[count] = (uint16_t)i;
		count += cell / SCRIPT_CHOICE & 1;
	}
	f->changed = any & SCRIPT_FOLD;
	f->count = count;
	add(s, sum[0], shared);
	add(s, sum[1], 0);
}

bool survey_simplified(cp c) { return choose_look(script_page, c) & SCRIPT_SURE_S; }

enum survey_script survey_script(const struct survey *s)
{
	if (!s->simplified && !s->traditional)
		return SURVEY_UNDECIDED;
	if (s->traditional * QUOTED < s->simplified)
		return SURVEY_SIMPLIFIED;
	if (s->simplified * QUOTED >= s->traditional || s->shared >= SHARED_MIN || s->left >= LEFT_MIN)
		return SURVEY_MIXED;
	return SURVEY_TRADITIONAL;
}

enum survey_script survey_run(const struct survey *run, const struct survey *document)
{
	enum survey_script script = survey_script(run), other = survey_script(document);
	/* In a document of texts of both scripts, one after another, what is shared is in the simplified ones. */
	bool shared = (document->shared >= SHARED_MIN || document->left >= LEFT_MIN)
		      && document->simplified * QUOTED < document->traditional;

	bool own = run->traditional && run->shared >= SHARED_MIN;

	if (own || run->simplified + run->traditional >= DECIDES)
		return script == SURVEY_TRADITIONAL && other == SURVEY_MIXED && shared ? SURVEY_MIXED : script;
	if (run->simplified && !run->traditional) /* a line that is quoted, or commented */
		return SURVEY_SIMPLIFIED;
	if (other == SURVEY_UNDECIDED || (other == SURVEY_MIXED && !shared && !run->traditional))
		return script;
	return other;
}

const char *survey_standard(const struct survey *s)
{
	if (!s->traditional)
		return NULL;
	if (s->taiwan > s->opencc && s->taiwan > s->hongkong)
		return "Taiwan";
	if (s->hongkong > s->opencc && s->hongkong > s->taiwan)
		return "Hong Kong";
	return s->opencc > s->taiwan && s->opencc > s->hongkong ? "OpenCC" : NULL;
}
