#include "zhnorm.h"
#include "chain.h"
#include "convert.h"
#include "input.h"
#include "mem.h"
#include "opening.h"
#include "scan.h"
#include "survey.h"
#include "utf8.h"
#include "words.h"
#include <stdlib.h>
#include <string.h>

enum {
	BLOCK_BYTES = 32768, /* what is decoded at once behind the window: the code points stay in a level 2 cache */
	OUT_BYTES = 65536
};

#define RULE_BIT(rule) (UINT64_C(1) << (rule))

enum invalid { REPLACE, KEEP, FAIL };

struct zhnorm {
	struct settings set;
	unsigned steps; /* as asked for, without STEP_CONVERT */
	struct words *words;
	enum invalid invalid;
	const struct codec *given; /* by -e, or NULL */
	struct codec *owned;       /* given, where it came of codec_iconv() */
	struct chain *chain;       /* made for the first document */

	/* The document. */
	zhnorm_write *write;
	void *write_ctx;
	struct input input; /* its codec is NULL until the window is full */
	struct zhnorm_report report;
	unsigned char in[WINDOW_BYTES];
	size_t have;    /* bytes in in[] */
	uint64_t done;  /* bytes decoded: the offset of in[0] */
	bool undecided; /* all was ASCII so far */
	bool by_lines;  /* zhnorm_flush() was called: the window was the lines that there were */
	size_t late;    /* bytes of in[] that are the rest of a character cut at the document's start */
	bool surveyed;
	struct buf text, result;
	unsigned char out[OUT_BYTES];
	size_t outn;

	/* Tracing. */
	zhnorm_tell *tell;
	void *tell_ctx;
	struct origins from, to;
	uint64_t traced; /* bytes that belong to a code point */
	uint64_t told;   /* bytes that were told, or are as they came */
	unsigned char *told_text;
	size_t told_cap;
};

struct zhnorm *zhnorm_new(void)
{
	struct zhnorm *z = mem_zalloc(sizeof *z);

	zhnorm_steps(z, "safe");
	buf_init(&z->text);
	buf_init(&z->result);
	return z;
}

void zhnorm_free(struct zhnorm *z)
{
	input_end(&z->input);
	if (z->chain)
		chain_free(z->chain);
	if (z->words)
		words_free(z->words);
	buf_free(&z->text);
	buf_free(&z->result);
	trace_free(&z->from);
	trace_free(&z->to);
	reader_free(&z->input.reader);
	free(z->told_text);
	free(z->owned);
	free(z);
}

/* ---- settings ---- */

bool zhnorm_encoding(struct zhnorm *z, const char *name)
{
	free(z->owned);
	z->owned = NULL;
	z->given = NULL;
	if (!strcmp(name, "auto"))
		return true;
	z->given = codec_find(name);
	if (!z->given)
		z->given = z->owned = codec_iconv(name);
	return z->given;
}

enum { ALL_STEPS = STEP_NOISE | STEP_PINYIN | STEP_WIDTH | STEP_WRAP | STEP_MOJIBAKE };

static unsigned step_named(const char *s, size_t n)
{
	static const struct {
		const char *name;
		unsigned step;
	} named[] = { { "mojibake", STEP_MOJIBAKE },
		      { "pinyin", STEP_PINYIN },
		      { "wrap", STEP_WRAP },
		      { "noise", STEP_NOISE },
		      { "width", STEP_WIDTH } };

	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (strlen(named[i].name) == n && !memcmp(named[i].name, s, n))
			return named[i].step;
	return 0;
}

/* LIST: safe, all, none, STEP and -STEP, separated by commas. A list that begins with -STEP means safe without it. */
bool zhnorm_steps(struct zhnorm *z, const char *list)
{
	unsigned steps = *list == '-' ? ALL_STEPS : 0;
	bool probable = false;

	for (;;) {
		size_t n = strcspn(list, ",");

		if (n == 4 && !memcmp(list, "safe", n)) {
			steps = ALL_STEPS;
			probable = false;
		} else if (n == 3 && !memcmp(list, "all", n)) {
			steps = ALL_STEPS;
			probable = true;
		} else if (n == 4 && !memcmp(list, "none", n)) {
			steps = 0;
			probable = false;
		} else {
			bool leave = *list == '-';
			unsigned step = step_named(list + leave, n - leave);

			if (!step)
				return false;
			steps = leave ? steps & ~step : steps | step;
		}
		if (!list[n])
			break;
		list += n + 1;
	}
	z->steps = steps;
	z->set.probable = probable;
	return true;
}

bool zhnorm_target(struct zhnorm *z, const char *name)
{
	z->set.to = conversion_find(name);
	return z->set.to;
}

bool zhnorm_invalid(struct zhnorm *z, const char *what)
{
	static const char *const names[] = { [REPLACE] = "replace", [KEEP] = "keep", [FAIL] = "fail" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(what, names[i])) {
			z->invalid = (enum invalid)i;
			return true;
		}
	return false;
}

bool zhnorm_words(struct zhnorm *z, const char *file, char *error, size_t size)
{
	if (!z->words)
		z->words = words_new();
	z->set.words = z->words;
	return words_add(z->words, file, error, size);
}

void zhnorm_trace(struct zhnorm *z, zhnorm_tell *tell, void *ctx)
{
	z->tell = tell;
	z->tell_ctx = ctx;
}

/* ---- output ---- */

static bool flush(struct zhnorm *z)
{
	size_t n = z->outn;

	z->outn = 0;
	return !n || z->write(z->write_ctx, z->out, n);
}

/* Writes c, which may be an undecodable byte, as it is to be written. Returns how many bytes that is. */
static size_t encode(const struct zhnorm *z, cp c, unsigned char *to)
{
	static const unsigned char replacement[] = { 0xef, 0xbf, 0xbd }; /* U+FFFD */

	if (c < CP_RAW || z->invalid == KEEP)
		return utf8_encode(c, to);
	memcpy(to, replacement, sizeof replacement);
	return sizeof replacement;
}

/* An undecodable byte. False where it is not to be written. */
static bool put_raw(struct zhnorm *z, cp c)
{
	unsigned char *to = z->out + z->outn;

	if (z->invalid == FAIL) {
		z->report.undecodable = 1;
		return false;
	}
	z->report.undecodable++;
	z->outn += encode(z, c, to);
	return true;
}

static enum zhnorm_status put(struct zhnorm *z, const cp *p, size_t n)
{
	while (n) {
		size_t room = (OUT_BYTES - z->outn) / UTF8_MAX, bytes;

		if (!room) {
			if (!flush(z))
				return ZHNORM_WRITE_ERROR;
			continue;
		}
		size_t most = n < room ? n : room, k = utf8_encode_all(p, most, z->out + z->outn, &bytes);

		z->outn += bytes;
		if (k < most && !put_raw(z, p[k++]))
			return ZHNORM_INVALID;
		p += k;
		n -= k;
	}
	return ZHNORM_OK;
}

static void tell_change(void *ctx, const struct change *c)
{
	struct zhnorm *z = ctx;
	size_t n = 0;

	if (z->told_cap < c->outlen * UTF8_MAX) {
		z->told_cap = c->outlen * UTF8_MAX;
		z->told_text = mem_resize(z->told_text, z->told_cap, 1);
	}
	for (size_t i = 0; i < c->outlen; i++)
		n += encode(z, z->result.p[c->out + i], z->told_text + n);
	z->tell(z->tell_ctx, &(struct zhnorm_change){ c->at, c->len, z->told_text, n, c->rules });
}

/* ---- input ---- */

/* Counts what the reader had to say of a block. */
static void count_parts(struct zhnorm *z)
{
	for (size_t i = 0; i < z->input.reader.parts; i++) {
		const struct reader_part *part = &z->input.reader.part[i];

		if (!part->codec)
			chain_count(z->chain, RULE_OUT_OF_STEP, part->n);
		else if (part->codec != z->input.codec)
			chain_count(z->chain, RULE_ENCODING, 1);
	}
	chain_count(z->chain, RULE_TWO_COLOUR, z->input.coloured);
}

/* Puts the rest of a character that was cut at the start of the document before the text. Returns its bytes. */
static size_t put_late(struct zhnorm *z)
{
	size_t late = z->late;

	for (size_t i = 0; i < z->late; i++)
		input_byte(z->in[i], i, RULE_BIT(RULE_OUT_OF_STEP), &z->text, z->tell ? &z->from : NULL);
	if (z->report.first_undecodable == UINT64_MAX)
		z->report.first_undecodable = 0;
	chain_count(z->chain, RULE_OUT_OF_STEP, z->late);
	z->done = z->traced = z->late;
	z->have -= z->late;
	memmove(z->in, z->in + z->late, z->have);
	z->late = 0;
	return late;
}

static inline int says_nothing(cp c) { return (int32_t)c >= (int32_t)CP_RAW; }

static bool find_raw(const cp *p, size_t n, size_t *at)
{
	*at = scan(p, 0, n, says_nothing);
	return *at < n;
}

/* Where the first undecodable byte is, which only messages ask for. A decoder with a state of its own cannot be asked
   again; then the offset stays unknown. */
static void find_first_undecodable(struct zhnorm *z, size_t n, bool end)
{
	struct buf text = BUF_INIT;
	struct origins from = { 0 };
	uint64_t next = z->done;
	size_t at;

	input_read(&z->input, z->in, n, end, z->done, &text, &from, &next);
	if (find_raw(text.p, text.n, &at))
		z->report.first_undecodable = from.p[at].at;
	buf_free(&text);
	trace_free(&from);
}

/* What script the window is in. */
static void survey(struct zhnorm *z)
{
	static const char *const name[] = { "undecided", "simplified", "traditional", "mixed" };
	struct survey s = survey_document(z->text.p, z->text.n);

	z->report.script = name[survey_script(&s)];
	z->report.standard = survey_standard(&s);
	z->report.simplified = s.simplified;
	z->report.traditional = s.traditional;
	z->surveyed = true;
}

static void drop(struct zhnorm *z, size_t used)
{
	z->done += used;
	z->have -= used;
	memmove(z->in, z->in + used, z->have);
}

/* Sends the first n bytes of the window or block out as they are. */
static enum zhnorm_status pass(struct zhnorm *z, size_t n)
{
	if (n && !z->write(z->write_ctx, z->in, n))
		return ZHNORM_WRITE_ERROR;
	drop(z, n);
	return ZHNORM_OK;
}

/* All was ASCII before: the first block that is not decides how to read the document. Where lines are wanted as they
   come, ASCII may have been a line alone: what looks at the window gets this one. */
static void decide(struct zhnorm *z, size_t n)
{
	if (!z->by_lines && opening_ascii(z->in, n) == n)
		return;
	struct opening o = opening_find(NULL, z->in, n);

	if (o.ascii)
		return;
	z->undecided = false;
	if (z->by_lines) {
		chain_again(z->chain, &z->result, z->tell ? &z->to : NULL);
		z->surveyed = false;
	}
	if (o.foreign || o.late || (!z->by_lines && !codec_is_ascii(o.codec))) /* too late to refuse it */
		return;
	input_end(&z->input);
	input_begin(&z->input, o.codec, false);
	z->report.encoding = o.codec->name;
	z->report.margin = o.margin;
}

/* Sends the first n bytes of the window or block through, from bytes to bytes; what belongs to the next ones stays. */
static enum zhnorm_status process(struct zhnorm *z, size_t n, bool end)
{
	bool as_is = !z->late && !z->tell && chain_is_empty(z->chain);
	enum zhnorm_status status;
	size_t used, at;

	if (z->report.refused)
		return pass(z, n);
	z->text.n = z->result.n = z->from.n = z->to.n = 0;
	if (z->late)
		n -= put_late(z);
	if (z->undecided)
		decide(z, n);
	const struct codec *before = z->input.reader.codec;
	bool begun = z->input.reader.begun;

	used = input_read(&z->input, z->in, n, end, z->done, &z->text, z->tell ? &z->from : NULL, &z->traced);
	count_parts(z);
	if (z->report.first_undecodable == UINT64_MAX && !z->input.state && !z->input.sound
	    && find_raw(z->text.p, z->text.n, &at)) {
		const struct codec *after = z->input.reader.codec;

		z->input.reader.codec = before;
		z->input.reader.begun = begun;
		find_first_undecodable(z, n, end);
		z->input.reader.codec = after;
		z->input.reader.begun = true;
	}
	if (!z->surveyed)
		survey(z);
	if (as_is && z->input.sound && before == &codec_utf8) /* to encode what it says gives the same bytes */
		return pass(z, used);
	chain_push(z->chain, z->text.p, z->text.n, end, &z->result, z->from.p, &z->to);
	drop(z, used);
	if (z->tell)
		trace_changes(&z->to, &z->told, end, z->done, tell_change, z);
	status = put(z, z->result.p, z->result.n);
	if (!flush(z))
		return ZHNORM_WRITE_ERROR;
	return status;
}

/* The window is full, or all there is to be: it is read like this. */
static void start(struct zhnorm *z, struct opening o)
{
	z->late = o.late;
	z->undecided = o.ascii;
	z->report.margin = o.margin;
	z->report.refused = o.foreign;
	z->report.encoding = o.foreign ? o.foreign : o.codec->name;
	input_begin(&z->input, o.codec, z->given);
	chain_begin(z->chain, z->tell != NULL);
}

void zhnorm_begin(struct zhnorm *z, zhnorm_write *write, void *ctx)
{
	if (!z->chain) {
		z->set.steps = z->steps | (z->set.to || z->set.words ? STEP_CONVERT : 0);
		z->chain = chain_new(chain_stages, &z->set);
	}
	input_end(&z->input);
	z->write = write;
	z->write_ctx = ctx;
	z->have = z->outn = 0;
	z->done = z->traced = z->told = 0;
	z->late = 0;
	z->undecided = z->by_lines = false;
	z->surveyed = false;
	z->to.gap = 0;
	z->report = (struct zhnorm_report){ .first_undecodable = UINT64_MAX };
}

enum zhnorm_status zhnorm_push(struct zhnorm *z, const unsigned char *in, size_t n)
{
	z->report.bytes += n;
	while (n) {
		/* What zhnorm_flush() left of the window may be more than a block. */
		size_t full = z->input.codec && z->have < BLOCK_BYTES ? BLOCK_BYTES : WINDOW_BYTES;
		size_t k = n < full - z->have ? n : full - z->have;

		memcpy(z->in + z->have, in, k);
		z->have += k;
		in += k;
		n -= k;
		if (z->have < full)
			break;
		if (!z->input.codec)
			start(z, opening_find(z->given, z->in, z->have));
		enum zhnorm_status status = process(z, z->have, false);
		if (status)
			return status;
	}
	return ZHNORM_OK;
}

enum zhnorm_status zhnorm_flush(struct zhnorm *z)
{
	bool open = z->input.codec && !z->undecided; /* the encoding is known */
	size_t n = opening_lines(z->input.codec, z->in, z->have);

	z->by_lines = true;
	if (!open && n) {
		struct opening o = opening_find(z->given, z->in, n);

		if (!o.clear && o.codec->open)
			return ZHNORM_OK;
		if (!o.clear) { /* ASCII need not wait for that */
			n = opening_ascii(z->in, n);
			o = opening_find(NULL, z->in, n);
		}
		if (n && !z->input.codec) {
			n = opening_lines(o.codec, z->in, z->have);
			start(z, o);
		}
	}
	return n ? process(z, n, false) : ZHNORM_OK;
}

enum zhnorm_status zhnorm_end(struct zhnorm *z)
{
	if (!z->input.codec)
		start(z, opening_find(z->given, z->in, z->have));
	return process(z, z->have, true);
}

struct zhnorm_report zhnorm_report(const struct zhnorm *z)
{
	struct zhnorm_report r = z->report;

	r.changes = chain_counts(z->chain);
	return r;
}
