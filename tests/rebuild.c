#include "rebuild.h"
#include <stdlib.h>
#include <string.h>
#include "codec.h"
#include "mem.h"
#include "utf8.h"

static const unsigned char replacement[] = { 0xef, 0xbf, 0xbd };

static void add(struct text *t, const unsigned char *p, size_t n)
{
	if (t->cap - t->n < n) {
		t->cap = t->cap + t->cap / 2 + n;
		t->p = mem_resize(t->p, t->cap, 1);
	}
	if (n)
		memcpy(t->p + t->n, p, n);
	t->n += n;
}

static bool write_text(void *ctx, const unsigned char *p, size_t n)
{
	add(ctx, p, n);
	return true;
}

struct text rebuild_run(struct zhnorm *z, const unsigned char *in, size_t n, size_t step)
{
	struct text out = { 0 };

	zhnorm_begin(z, write_text, &out);
	for (size_t i = 0; i < n;) {
		size_t k = step && step < n - i ? step : n - i;

		if (zhnorm_push(z, in + i, k))
			abort();
		i += k;
	}
	if (zhnorm_end(z))
		abort();
	return out;
}

struct piece {
	uint64_t at, len;
	size_t out, outlen; /* in text */
};

struct changes {
	struct piece *p;
	size_t n, cap;
	struct text text;
};

static void remember(void *ctx, const struct zhnorm_change *c)
{
	struct changes *all = ctx;

	if (all->n == all->cap) {
		all->cap = all->cap * 2 + 16;
		all->p = mem_resize(all->p, all->cap, sizeof *all->p);
	}
	all->p[all->n++] = (struct piece){ c->at, c->len, all->text.n, c->outlen };
	add(&all->text, c->out, c->outlen);
}

/* What an unchanged stretch of the input says, as UTF-8. */
static void decode_into(struct text *out, const struct codec *codec, const unsigned char *in, size_t n)
{
	struct buf b = BUF_INIT;
	unsigned char four[4];

	codec->decode(NULL, in, n, true, &b);
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] >= CP_RAW)
			add(out, replacement, sizeof replacement);
		else
			add(out, four, utf8_encode(b.p[i], four));
	buf_free(&b);
}

struct text rebuild_from_changes(struct zhnorm *z, const unsigned char *in, size_t n, size_t step)
{
	struct changes all = { 0 };
	struct text out = { 0 };
	uint64_t at = 0;

	zhnorm_trace(z, remember, &all);
	free(rebuild_run(z, in, n, step).p);
	zhnorm_trace(z, NULL, NULL);
	if (zhnorm_report(z).refused) {
		free(all.p);
		free(all.text.p);
		add(&out, in, n);
		return out;
	}
	const struct codec *codec = codec_find(zhnorm_report(z).encoding);

	if (codec->open) { /* what a stretch says depends on the shifts before it */
		free(all.p);
		free(all.text.p);
		return rebuild_run(z, in, n, step);
	}
	for (size_t i = 0; i < all.n; i++) {
		const struct piece *c = &all.p[i];

		if (c->at < at || c->len > n || c->at > n - c->len)
			abort();
		decode_into(&out, codec, in + at, c->at - at);
		if (c->outlen)
			add(&out, all.text.p + c->out, c->outlen);
		at = c->at + c->len;
	}
	decode_into(&out, codec, in + at, n - at);
	free(all.p);
	free(all.text.p);
	return out;
}
