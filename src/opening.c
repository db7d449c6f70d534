#include "opening.h"
#include "detect.h"

enum {
	LINE = 10, /* bits of margin that are enough where whole lines are all there is: none of 3,161 such was wrong
		    */
	SEVEN = 20 /* where all bytes are ASCII, and may be just that */
};

struct opening opening_find(const struct codec *given, const unsigned char *in, size_t n)
{
	if (given)
		return (struct opening){ .codec = detect_given(given, in, n), .clear = true };
	struct detection d = detect(in, n);
	bool ascii = !d.second && !d.mark && !d.foreign && d.codec == &codec_utf8;
	unsigned enough = d.codec->open ? SEVEN : LINE;

	return (struct opening){ .codec = d.codec,
				 .late = d.late,
				 .foreign = d.foreign,
				 .margin = d.margin,
				 .ascii = ascii,
				 .clear = ascii || d.mark || d.margin >= enough };
}

size_t opening_ascii(const unsigned char *in, size_t n)
{
	size_t i = 0;

	while (i < n && in[i] < 0x80)
		i++;
	while (i < n && i && in[i - 1] != '\n')
		i--;
	return i;
}

/* Whether in[0..unit) is a line feed. */
static bool is_line_feed(const struct codec *codec, const unsigned char *in, size_t unit)
{
	struct buf text = BUF_INIT;
	bool is = (in[0] == '\n' || in[unit - 1] == '\n') && codec->decode(NULL, in, unit, true, &text) == unit
		  && text.n == 1 && text.p[0] == '\n';

	buf_free(&text);
	return is;
}

size_t opening_lines(const struct codec *codec, const unsigned char *in, size_t n)
{
	size_t unit = codec && !codec_is_ascii(codec) && codec->unit ? codec->unit : 1;

	n -= n % unit;
	while (n && (unit == 1 ? in[n - 1] != '\n' : !is_line_feed(codec, in + n - unit, unit)))
		n -= unit;
	return n;
}
