#include "input.h"
#include <string.h>
#include "rule.h"

#define RULE_BIT(rule) (UINT64_C(1) << (rule))

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

/* Bytes of the first group of in[0..used), which says p[0..n), that can be read alone, as can what follows it: a lead
   byte that said nothing with the byte before it could be read with the one behind. *count: its code points. A decoder
   with a state of its own cannot be asked: then all is one group. */
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
static void put_origins(const struct codec *codec, struct origins *from, uint64_t at, const unsigned char *in,
			size_t used, const cp *p, size_t n)
{
	while (n) {
		size_t count, len = first_group(codec, in, used, p, n, &count);
		struct origin *o = trace_room(from, count);
		bool coloured = count > 1 && p[0] == COLOUR_ESC && in[0] >= 0x80;

		for (size_t i = 0; i < count; i++)
			o[i] = (struct origin){ .at = at + (i ? len : 0),
						.len = i ? 0 : (uint32_t)len,
						.more = i + 1 < count,
						.rules = coloured ? RULE_BIT(RULE_TWO_COLOUR) : 0 };
		from->n += count;
		at += len;
		in += len;
		used -= len;
		p += count;
		n -= count;
	}
}

/* Decodes in[0..n), which is at offset in the document, as the codec does it, but asks byte by byte: that gives the
   same text (codec.h), and shows which bytes each code point came from. *at: the offset of the first byte that belongs
   to no code point yet. A decoder with a state of its own may say nothing of bytes (shifts), or only later; they belong
   to what it says next. */
static size_t decode_with_origins(void *state, const struct codec *codec, const unsigned char *in, size_t n, bool end,
				  uint64_t offset, struct buf *text, struct origins *from, uint64_t *at)
{
	size_t i = 0, k = 0;

	do {
		size_t had = text->n;

		k += i + k < n;
		size_t used = codec->decode(state, in + i, k, end && i + k == n, text);
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

/* The same; from NULL: without origins. */
static size_t decode(void *state, const struct codec *codec, const unsigned char *in, size_t n, bool end,
		     uint64_t offset, struct buf *text, struct origins *from, uint64_t *at)
{
	if (from)
		return decode_with_origins(state, codec, in, n, end, offset, text, from, at);
	return codec->decode(state, in, n, end, text);
}

void input_byte(unsigned char b, uint64_t offset, uint64_t rules, struct buf *text, struct origins *from)
{
	buf_put(text, CP_RAW | b);
	if (!from)
		return;
	*trace_room(from, 1) = (struct origin){ .at = offset, .len = 1, .rules = rules };
	from->n++;
}

/* p[0..n) was decoded in codec to what stands from there on in from: counts the colours that were moved, and tells
   where codec is not the document's. */
static void tell(struct input *in, const struct codec *codec, const unsigned char *p, size_t n, struct origins *from,
		 size_t there)
{
	if (codec == &codec_gb18030 || codec == &codec_big5)
		in->coloured += colour_count(codec, p, n);
	for (size_t i = there; codec && codec != in->codec && from && i < from->n; i++)
		from->p[i].rules |= RULE_BIT(RULE_ENCODING);
}

void input_begin(struct input *in, const struct codec *codec, bool given)
{
	in->codec = codec;
	in->state = codec->open ? codec->open(codec) : NULL;
	in->careful = codec == &codec_gb18030 || codec == &codec_big5 || (codec == &codec_utf8 && !given);
	reader_begin(&in->reader, codec, !given);
}

void input_end(struct input *in)
{
	if (in->state)
		in->codec->close(in->state);
	in->state = NULL;
	in->codec = NULL;
}

/* Whether the reader reads p[0..used) in codec as it was read, or its whole lines: then text and from are cut to these.
 */
static bool is_as_read(const struct input *in, const struct codec *codec, const unsigned char *p, size_t used,
		       struct buf *text, struct origins *from)
{
	const struct reader_part *part = in->reader.part;
	size_t n = text->n;

	if (in->reader.parts != 1 || part->codec != codec || (part->n != used && p[part->n - 1] != '\n'))
		return false;
	while (part->n != used && text->p[n - 1] != '\n')
		n--;
	if (from)
		from->n -= text->n - n;
	text->n = n;
	return true;
}

size_t input_read(struct input *in, const unsigned char *p, size_t n, bool end, uint64_t offset, struct buf *text,
		  struct origins *from, uint64_t *at)
{
	size_t had = text->n, origins = from ? from->n : 0;
	const struct codec *codec = in->reader.codec;
	size_t used = decode(in->state, codec, p, n, end, offset, text, from, at);

	in->reader.parts = 0;
	in->coloured = 0;
	in->sound = in->careful && !reader_doubts(&in->reader, text->p + had, text->n - had);
	if (in->sound || !in->careful) {
		tell(in, codec, p, used, from, origins);
		in->reader.begun = true;
		return used;
	}
	size_t before = used;

	used = reader_read(&in->reader, p, n, end);
	if (is_as_read(in, codec, p, before, text, from)) {
		tell(in, codec, p, used, from, origins);
		*at = offset + used;
		return used;
	}
	text->n = had;
	if (from)
		from->n = origins;
	*at = offset;
	for (size_t i = 0, k = 0; k < in->reader.parts; i += in->reader.part[k++].n) {
		const struct reader_part *part = &in->reader.part[k];

		origins = from ? from->n : 0;
		if (part->codec)
			decode(NULL, part->codec, p + i, part->n, true, offset + i, text, from, at);
		tell(in, part->codec, p + i, part->n, from, origins);
		for (size_t b = 0; !part->codec && b < part->n; b++)
			input_byte(p[i + b], offset + i + b, RULE_BIT(RULE_OUT_OF_STEP), text, from);
		*at = offset + i + part->n;
	}
	return used;
}
