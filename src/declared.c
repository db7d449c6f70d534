#include "declared.h"
#include <string.h>

static char lower(unsigned char b) { return (char)(b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b); }
static bool is_letter(unsigned char b) { return lower(b) >= 'a' && lower(b) <= 'z'; }
static bool is_blank(unsigned char b) { return b == ' ' || (b >= '\t' && b <= '\r'); }
static bool is_quote(unsigned char b) { return b == '"' || b == '\''; }

/* What names of encodings and of fields consist of. */
static bool is_of_name(unsigned char b)
{
	return is_letter(b) || (b >= '0' && b <= '9') || b == '-' || b == '_' || b == ':' || b == '.';
}

static const unsigned char *skip(const unsigned char *p, const unsigned char *end)
{
	while (p < end && is_blank(*p))
		p++;
	return p;
}

/* Whether p[..end) begins with word, which is in lower case. */
static bool begins(const unsigned char *p, const unsigned char *end, const char *word)
{
	for (; *word && p < end && lower(*p) == *word; p++)
		word++;
	return !*word;
}

/* The place of word in p[..end), or end. */
static const unsigned char *find(const unsigned char *p, const unsigned char *end, const char *word)
{
	while (p < end && !begins(p, end, word))
		p++;
	return p;
}

static struct declared called(const char *name)
{
	struct declared d = { .codec = codec_find(name) };
	const char *const *labels;

	if (d.codec && !codec_is_ascii(d.codec))
		d.codec = NULL;
	else
		for (unsigned i = 0; !d.codec && !d.other && codec_iconv_name(i, &labels); i++)
			if (codec_is_called(name, codec_iconv_name(i, &labels), labels))
				d.other = codec_iconv_name(i, &labels);
	return d;
}

static bool is_known(struct declared d) { return d.codec || d.other; }

/* The encoding named at p[..end): "=", and a name behind which something stands, in quotes or not. */
static struct declared named(const unsigned char *p, const unsigned char *end)
{
	char name[40];
	size_t n = 0;

	p = skip(p, end);
	if (p == end || *p != '=')
		return (struct declared){ 0 };
	p = skip(p + 1, end);
	p += p < end && is_quote(*p);
	for (; p < end && is_of_name(*p) && n + 1 < sizeof name; p++)
		name[n++] = (char)*p;
	name[n] = '\0';
	return p < end && !is_of_name(*p) ? called(name) : (struct declared){ 0 };
}

/* The first that word, not behind a letter, says in p[..end). quoted: also where it stands in quotes. */
static struct declared said_by(const char *word, const unsigned char *p, const unsigned char *end, bool quoted)
{
	struct declared d = { 0 };
	unsigned char quote = 0, before = ' ';

	for (; p < end && !is_known(d); before = *p++) {
		if ((quoted || !quote) && !is_of_name(before) && begins(p, end, word))
			d = named(p + strlen(word), end);
		if (!quote && is_quote(*p))
			quote = *p;
		else if (*p == quote)
			quote = 0;
	}
	return d;
}

/* The end of the line at p[..end), behind its line feed; NULL where it has none. */
static const unsigned char *line_end(const unsigned char *p, const unsigned char *end)
{
	const unsigned char *feed = memchr(p, '\n', (size_t)(end - p));

	return feed ? feed + 1 : NULL;
}

/* By the header that in[..end) begins with: lines "Name: value", which go on in lines that begin with a blank (RFC
   5322, 2.2; RFC 9112, 5). */
static struct declared in_header(const unsigned char *in, const unsigned char *end)
{
	struct declared d = { 0 };
	const unsigned char *p = in, *next = p < end ? line_end(p, end) : NULL;
	bool type = false;

	if (next && begins(p, next, "http/")) {
		p = next;
		next = line_end(p, end);
	}
	for (; next && !is_known(d); p = next, next = line_end(p, end)) {
		const unsigned char *colon = p;

		while (is_of_name(*colon) && *colon != ':')
			colon++;
		if (*p == '\r' || *p == '\n' || (!is_blank(*p) && (colon == p || *colon != ':')))
			break;
		if (!is_blank(*p))
			type = begins(p, next, "content-type:");
		if (type)
			d = said_by("charset", p, next, true);
	}
	return d;
}

/* By the tags <meta> in p[..end) that end there. */
static struct declared in_tags(const unsigned char *p, const unsigned char *end)
{
	struct declared d = { 0 };

	while (!is_known(d) && (p = memchr(p, '<', (size_t)(end - p))) != NULL) {
		const unsigned char *close;

		if (begins(p, end, "<!--")) {
			p = find(p, end, "-->");
			continue;
		}
		p++;
		if (!begins(p, end, "meta") || !(close = memchr(p, '>', (size_t)(end - p))) || is_of_name(p[4]))
			continue;
		d = said_by("charset", p, close + 1, find(p, close, "http-equiv") < close);
	}
	return d;
}

struct declared declared_find(const unsigned char *in, size_t n)
{
	const unsigned char *end = in + (n < DECLARED_WITHIN ? n : DECLARED_WITHIN);
	struct declared d = { 0 };

	if (begins(in, end, "<?xml"))
		d = said_by("encoding", in, find(in, end, "?>"), false);
	if (!is_known(d))
		d = in_header(in, end);
	return is_known(d) ? d : in_tags(in, end);
}
