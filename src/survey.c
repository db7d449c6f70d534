#include "survey.h"
#include "choose_table.h"

enum {
	QUOTED = 16,  /* so many times fewer characters of the other script are a few words quoted; more make text mixed */
	DECIDES = 8,  /* characters of one script in a run that tell its script without the document */
	SHARED_MIN = 24 /* half bits. Clean traditional text is far below 0: each 後 counts against it */
};

static inline void count(struct survey *s, uint32_t cell)
{
	s->simplified += cell / SCRIPT_SURE_S & 1;
	s->traditional += cell / SCRIPT_SURE_T & 1;
	s->opencc += cell / SCRIPT_OPENCC & 1;
	s->taiwan += cell / SCRIPT_TAIWAN & 1;
	s->hongkong += cell / SCRIPT_HONGKONG & 1;
	s->shared += (int8_t)(cell >> SCRIPT_TELLS);
}

void survey_add(struct survey *s, const cp *in, size_t n)
{
	for (size_t i = 0; i < n; i++)
		count(s, choose_look(script_page, in[i]));
}

bool survey_fold(struct survey *s, const cp *in, size_t n, cp *folded)
{
	uint32_t any = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t cell = choose_look(script_page, in[i]);

		count(s, cell);
		folded[i] = in[i] ^ (cell & SCRIPT_FOLD);
		any |= cell;
	}
	return any & SCRIPT_CHOICE;
}

bool survey_simplified(cp c) { return choose_look(script_page, c) & SCRIPT_SURE_S; }

enum survey_script survey_script(const struct survey *s)
{
	if (!s->simplified && !s->traditional)
		return SURVEY_UNDECIDED;
	if (s->traditional * QUOTED < s->simplified)
		return SURVEY_SIMPLIFIED;
	if (s->simplified * QUOTED >= s->traditional || s->shared >= SHARED_MIN)
		return SURVEY_MIXED;
	return SURVEY_TRADITIONAL;
}

enum survey_script survey_run(const struct survey *run, const struct survey *document)
{
	enum survey_script script = survey_script(run), other = survey_script(document);

	if (run->simplified + run->traditional < DECIDES && other != SURVEY_UNDECIDED)
		return other;
	if (script == SURVEY_TRADITIONAL && other == SURVEY_MIXED && document->shared >= SHARED_MIN)
		return SURVEY_MIXED;
	return script;
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
