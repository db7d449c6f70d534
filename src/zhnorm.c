#include "zhnorm.h"
#include "chain.h"
#include "choose.h"
#include "convert.h"
#include "detect.h"
#include "mem.h"
#include "reader.h"
#include "rules_table.h"
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
	const struct codec *codec; /* NULL until the window is full */
	void *decoder;
	struct reader reader;
	bool careful; /* the reader has a say */
	struct zhnorm_report report;
	unsigned char in[WINDOW_BYTES];
	size_t have;   /* bytes in in[] */
	uint64_t done; /* bytes decoded: the offset of in[0] */
	size_t late;   /* bytes of in[] that are the rest of a character cut at the document's start */
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

static void close_document(struct zhnorm *z)
{
	if (z->decoder)
		z->codec->close(z->decoder);
	z->decoder = NULL;
	z->codec = NULL;
}

void zhnorm_free(struct zhnorm *z)
{
	close_document(z);
	if (z->chain)
		chain_free(z->chain);
	if (z->words)
		words_free(z->words);
	buf_free(&z->text);
	buf_free(&z->result);
	trace_free(&z->from);
	trace_free(&z->to);
	reader_free(&z->reader);
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
	} named[] = {
		{ "mojibake", STEP_MOJIBAKE }, { "pinyin", STEP_PINYIN }, { "wrap", STEP_WRAP }, { "noise", STEP_NOISE }, { "width", STEP_WIDTH }
	};

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

/* Whether in[0..n) by itself says p[0..*count), and how many code points that are. end: where nothing follows; else
   whatever does. */
static bool says(const struct codec *codec, const unsigned char *in, size_t n, bool end, const cp *p, size_t most,
		 size_t *count)
{
	struct buf text = BUF_INIT;
	size_t used = codec->decode(NULL, in, n, end, &text);
	bool same = used == n && text.n <= most && !memcmp(text.p, p, text.n * sizeof *p);

	*count = text.n;
	buf_free(&text);
	return same;
}

/* Bytes of the first group of in[0..used), which says p[0..n), that can be read alone, as can what follows it: a lead byte
   that said nothing with the byte before it could be read with the one behind. *count: its code points. A decoder with
   a state of its own cannot be asked: then all is one group. */
static size_t first_group(const struct codec *codec, const unsigned char *in, size_t used, const cp *p, size_t n,
			  size_t *count)
{
	size_t rest;

	for (size_t k = 1; n > 1 && !codec->open && k < used; k++)
		if (says(codec, in, k, true, p, n, count)
		    && says(codec, in + k, used - k, false, p + *count, n - *count, &rest) && *count + rest == n)
			return k;
	*count = n;
	return used;
}

/* Appends the origins of p[0..n), which the codec has made of in[0..used) at offset at. */
static void put_origins(const struct codec *codec, struct origins *from, uint64_t at, const unsigned char *in, size_t used,
			const cp *p, size_t n)
{
	while (n) {
		size_t count, len = first_group(codec, in, used, p, n, &count);
		struct origin *o = trace_room(from, count);

		for (size_t i = 0; i < count; i++)
			o[i] = (struct origin){ .at = at + (i ? len : 0),
						.len = i ? 0 : (uint32_t)len,
						.more = i + 1 < count };
		from->n += count;
		at += len;
		in += len;
		used -= len;
		p += count;
		n -= count;
	}
}

/* Decodes in[0..n), which is at offset in the document, as the codec does it, but asks byte by byte: that gives the same
   text (codec.h), and shows which bytes each code point came from. *at: the offset of the first byte that belongs to no
   code point yet. A decoder with a state of its own may say nothing of bytes (shifts), or only later; they belong to
   what it says next. */
static size_t decode_with_origins(struct zhnorm *z, const struct codec *codec, const unsigned char *in, size_t n, bool end,
				  uint64_t offset, struct buf *text, struct origins *from, uint64_t *at)
{
	size_t i = 0, k = 0;

	do {
		size_t had = text->n;

		k += i + k < n;
		size_t used = codec->decode(z->decoder, in + i, k, end && i + k == n, text);
		size_t said = text->n - had, before = (size_t)(offset + i - *at);

		if (!used && !said)
			continue;
		if (said) {
			put_origins(codec, from, *at, in + i - before, before + used, text->p + had, said);
			*at += before + used;
		}
		i += used;
		k = 0;
	} while (i + k < n);
	return i;
}

/* Decodes in[0..n); from NULL: without origins. */
static size_t decode(struct zhnorm *z, const struct codec *codec, const unsigned char *in, size_t n, bool end,
		     uint64_t offset, struct buf *text, struct origins *from, uint64_t *at)
{
	if (from)
		return decode_with_origins(z, codec, in, n, end, offset, text, from, at);
	return codec->decode(z->decoder, in, n, end, text);
}

/* A byte that says nothing. */
static void put_byte(unsigned char b, uint64_t offset, uint64_t rules, struct buf *text, struct origins *from)
{
	buf_put(text, CP_RAW | b);
	if (!from)
		return;
	*trace_room(from, 1) = (struct origin){ .at = offset, .len = 1, .rules = rules };
	from->n++;
}

/* What was decoded from there on is in codec: told where that is not the document's. */
static void mark_other(const struct zhnorm *z, const struct codec *codec, struct origins *from, size_t there)
{
	for (size_t i = there; codec && codec != z->codec && from && i < from->n; i++)
		from->p[i].rules |= RULE_BIT(RULE_ENCODING);
}

/* Counts what the reader had to say of a block. */
static void count_parts(struct zhnorm *z)
{
	for (size_t i = 0; i < z->reader.parts; i++) {
		const struct reader_part *part = &z->reader.part[i];

		if (!part->codec)
			chain_count(z->chain, RULE_OUT_OF_STEP, part->n);
		else if (part->codec != z->codec)
			chain_count(z->chain, RULE_ENCODING, 1);
	}
}

/* Decodes what is in the window or block, as the reader has it. Returns the bytes read. */
static size_t read_block(struct zhnorm *z, bool end, struct buf *text, struct origins *from, uint64_t *at)
{
	size_t had = text->n, origins = from ? from->n : 0;
	size_t used = decode(z, z->reader.codec, z->in, z->have, end, z->done, text, from, at);

	if (!z->careful || !reader_doubts(&z->reader, text->p + had, text->n - had)) {
		mark_other(z, z->reader.codec, from, origins);
		return used;
	}
	text->n = had;
	if (from)
		from->n = origins;
	*at = z->done;
	used = reader_read(&z->reader, z->in, z->have, end);
	for (size_t i = 0, k = 0; k < z->reader.parts; i += z->reader.part[k++].n) {
		const struct reader_part *part = &z->reader.part[k];

		origins = from ? from->n : 0;
		if (part->codec)
			decode(z, part->codec, z->in + i, part->n, true, z->done + i, text, from, at);
		mark_other(z, part->codec, from, origins);
		for (size_t b = 0; !part->codec && b < part->n; b++)
			put_byte(z->in[i + b], z->done + i + b, RULE_BIT(RULE_OUT_OF_STEP), text, from);
		*at = z->done + i + part->n;
	}
	return used;
}

/* Puts the rest of a character that was cut at the start of the document before the text. */
static void put_late(struct zhnorm *z)
{
	for (size_t i = 0; i < z->late; i++)
		put_byte(z->in[i], i, RULE_BIT(RULE_OUT_OF_STEP), &z->text, z->tell ? &z->from : NULL);
	if (z->report.first_undecodable == UINT64_MAX)
		z->report.first_undecodable = 0;
	chain_count(z->chain, RULE_OUT_OF_STEP, z->late);
	z->done = z->traced = z->late;
	z->have -= z->late;
	memmove(z->in, z->in + z->late, z->have);
	z->late = 0;
}

static bool find_raw(const cp *p, size_t n, size_t *at)
{
	enum { STEP = 64 }; /* a loop of fixed length can be done in vectors */

	for (*at = 0; n - *at >= STEP; *at += STEP) {
		int32_t any = 0;

		for (size_t k = 0; k < STEP; k++)
			any |= (int32_t)p[*at + k] >= (int32_t)CP_RAW;
		if (any)
			break;
	}
	while (*at < n && p[*at] < CP_RAW)
		++*at;
	return *at < n;
}

/* Where the first undecodable byte is, which only messages ask for. A decoder with a state of its own cannot be asked
   again; then the offset stays unknown. */
static void find_first_undecodable(struct zhnorm *z, bool end)
{
	struct buf text = BUF_INIT;
	struct origins from = { 0 };
	uint64_t next = z->done;
	size_t at;

	read_block(z, end, &text, &from, &next);
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

/* Sends what is in the window or block out as it is. */
static enum zhnorm_status pass(struct zhnorm *z)
{
	size_t n = z->have;

	z->have = 0;
	return !n || z->write(z->write_ctx, z->in, n) ? ZHNORM_OK : ZHNORM_WRITE_ERROR;
}

/* Sends what is in the window or block through, from bytes to bytes. */
static enum zhnorm_status process(struct zhnorm *z, bool end)
{
	size_t used, at;

	if (z->report.refused)
		return pass(z);
	z->text.n = z->result.n = z->from.n = z->to.n = 0;
	if (z->late)
		put_late(z);
	const struct codec *before = z->reader.codec;

	z->reader.parts = 0;
	used = read_block(z, end, &z->text, z->tell ? &z->from : NULL, &z->traced);
	count_parts(z);
	if (z->report.first_undecodable == UINT64_MAX && !z->decoder && find_raw(z->text.p, z->text.n, &at)) {
		const struct codec *after = z->reader.codec;

		z->reader.codec = before;
		find_first_undecodable(z, end);
		z->reader.codec = after;
	}
	if (!z->surveyed)
		survey(z);
	chain_push(z->chain, z->text.p, z->text.n, end, &z->result, z->from.p, &z->to);
	z->done += used;
	z->have -= used;
	memmove(z->in, z->in + used, z->have);
	if (z->tell)
		trace_changes(&z->to, &z->told, end, z->done, tell_change, z);
	enum zhnorm_status status = put(z, z->result.p, z->result.n);

	if (!flush(z))
		return ZHNORM_WRITE_ERROR;
	return status;
}

/* The window is full, or the document is all in it: decide how to read it. */
static void start(struct zhnorm *z)
{
	if (z->given) {
		z->codec = detect_given(z->given, z->in, z->have);
	} else {
		struct detection d = detect(z->in, z->have);

		z->codec = d.codec;
		z->late = d.late;
		z->report.margin = d.margin;
		z->report.refused = d.foreign;
		z->report.encoding = d.foreign;
	}
	if (!z->report.refused)
		z->report.encoding = z->codec->name;
	z->careful = z->codec == &codec_gb18030 || z->codec == &codec_big5 || (z->codec == &codec_utf8 && !z->given);
	reader_begin(&z->reader, z->codec, !z->given);
	if (z->codec->open)
		z->decoder = z->codec->open(z->codec);
	chain_begin(z->chain, z->tell != NULL);
}

void zhnorm_begin(struct zhnorm *z, zhnorm_write *write, void *ctx)
{
	if (!z->chain) {
		z->set.steps = z->steps | (z->set.to || z->set.words ? STEP_CONVERT : 0);
		z->chain = chain_new(chain_stages, &z->set);
	}
	close_document(z);
	z->write = write;
	z->write_ctx = ctx;
	z->have = z->outn = 0;
	z->done = z->traced = z->told = 0;
	z->late = 0;
	z->surveyed = false;
	z->to.gap = 0;
	z->report = (struct zhnorm_report){ .first_undecodable = UINT64_MAX };
}

enum zhnorm_status zhnorm_push(struct zhnorm *z, const unsigned char *in, size_t n)
{
	z->report.bytes += n;
	while (n) {
		size_t full = z->codec ? BLOCK_BYTES : WINDOW_BYTES;
		size_t k = n < full - z->have ? n : full - z->have;

		memcpy(z->in + z->have, in, k);
		z->have += k;
		in += k;
		n -= k;
		if (z->have < full)
			break;
		if (!z->codec)
			start(z);
		enum zhnorm_status status = process(z, false);
		if (status)
			return status;
	}
	return ZHNORM_OK;
}

enum zhnorm_status zhnorm_end(struct zhnorm *z)
{
	if (!z->codec)
		start(z);
	return process(z, true);
}

struct zhnorm_report zhnorm_report(const struct zhnorm *z)
{
	struct zhnorm_report r = z->report;

	r.changes = chain_counts(z->chain);
	return r;
}

const char *zhnorm_rule(unsigned rule) { return rule < RULE_COUNT ? rule_info[rule].id : NULL; }

bool zhnorm_rule_about(unsigned rule, struct zhnorm_rule_about *about)
{
	static const char *const certainty[] = {
		[CERTAIN] = "certain", [EVIDENT] = "evident", [PROBABLE] = "probable", [ASKED] = "asked"
	};

	if (rule >= RULE_COUNT)
		return false;
	*about = (struct zhnorm_rule_about){ .id = rule_info[rule].id,
					     .what = rule_info[rule].what,
					     .certainty = certainty[rule_info[rule].certainty],
					     .damaged = rules_example[rule].damaged,
					     .repaired = rules_example[rule].repaired };
	return true;
}

bool zhnorm_encoding_about(unsigned i, struct zhnorm_encoding_about *about)
{
	unsigned own = 0;

	while (codec_all[own])
		own++;
	if (i < own)
		*about = (struct zhnorm_encoding_about){ codec_all[i]->name, codec_all[i]->labels, true };
	else
		*about = (struct zhnorm_encoding_about){ .name = codec_iconv_name(i - own, &about->labels), .labels = about->labels };
	return about->name;
}

const char *zhnorm_data(unsigned i) { return i == 0 ? conversion_data() : i == 1 ? choose_made_from() : NULL; }
