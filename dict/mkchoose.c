/* mkchoose [-I DIR]... WORDS OWN CONTEXTS SPELLINGS SHARED SIMPLIFIED.json TRADITIONAL.json... > choose_table.c
 *
 * Makes the tables of src/choose_table.h of counted words and contexts (dict/choose.py; OWN are more words), and
 * OpenCC's dictionaries, which are looked for in the DIRs: STPhrases, STCharacters, TSCharacters, TWVariants,
 * HKVariants. SPELLINGS are more spellings of one character; SHARED are characters that are no evidence of simplified
 * text; both in OpenCC's format. The configurations are those of our own targets: what they write is no evidence of the
 * other script.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "choose_table.h"
#include "derive.h"
#include "fold.h"
#include "mem.h"
#include "opencc.h"
#include "print.h"
#include "source.h"
#include "utf8.h"

/* Counts, against which those of dict/choose.py are to be seen. */
#define PHRASE_WEIGHS 20.0 /* a phrase of OpenCC's is worth so many: it keeps names that are rare */
#define FIRST_ALONE   0.3  /* a candidate that was never seen alone; the first one, ... */
#define OTHER_ALONE   0.02 /* ... the others */

#define FIRST_SHARE 0.3  /* of all, that is added to the first: laws and gazettes have many names, and few stories */
#define PLAIN_MIN   20.0 /* a word without a doubtful character */

/* A context's shares are drawn towards those of the character alone, as if that had been seen so often too. */
#define PRIOR      3.0
#define PRIOR_ROOT 1.0 /* of the square root of how often the context was seen */

enum { FILES = 7, DOUBTFUL_MOST = CHOOSE_MOST - 1, SYMBOLS = CONTEXT_MOST + 1 };

static const struct fold *fold;
static struct doubtful doubtful[DOUBTFUL_MOST + 1];
static cp doubtful_char[DOUBTFUL_MOST + 1];
static uint16_t *doubtful_at; /* by code point: its place in doubtful[] */
static unsigned doubtfuls;

static unsigned cost_of(double share, unsigned most)
{
	double cost = -CHOOSE_BIT * log2(share);

	return cost < 1 ? 1 : cost > most ? most : (unsigned)lround(cost);
}

/* The candidate of d that c spells, or d->n. */
static unsigned candidate(const struct doubtful *d, cp c)
{
	for (unsigned k = 0; k < d->n; k++)
		if (fold->spelled[d->written[k]] == fold->spelled[c])
			return k;
	return d->n;
}

/* The count at *s, which moves on; refused: what is no positive decimal number. */
static double read_count(const char **s, const char *what)
{
	char *end;
	double count = **s >= '0' && **s <= '9' ? strtod(*s, &end) : 0;

	if (!(count > 0 && count < 1e15) || (*end && *end != ' '))
		source_fail("%s", what);
	*s = end;
	return count;
}

/* ---- the doubtful characters ---- */

static void add_forms(struct doubtful *d, cp s)
{
	unsigned forms = 0;

	for (cp c = 0; c < CONVERT_MAPPED; c++) {
		unsigned k = c == s || fold->simple[c] == s ? candidate(d, c) : d->n;

		if (k == d->n)
			continue;
		if (forms == CHOOSE_FORMS)
			die("STCharacters", 0, "U+%04X: more than %d spellings", (unsigned)s, CHOOSE_FORMS);
		d->form[forms] = c;
		d->of[forms++] = (uint8_t)k;
	}
}

static void find_doubtful(void)
{
	doubtful_at = mem_zalloc(CONVERT_MAPPED * sizeof *doubtful_at);
	for (size_t i = 0; i < fold->st->n; i++) {
		const struct entry *e = &fold->st->entry[i];
		struct doubtful d = { 0 };

		for (size_t k = 0; k < e->single.n && d.n < CHOOSE_CANDIDATES; k++) {
			cp c = e->single.p[k];
			bool rare = *e->key < 0x10000 && c >= 0x10000; /* few fonts have it */

			if (!rare && fold->simple[c] == *e->key && candidate(&d, c) == d.n)
				d.written[d.n++] = c;
		}
		if (d.n < 2 || e->keylen != 1)
			continue;
		if (doubtfuls == DOUBTFUL_MOST)
			die("STCharacters", 0, "more than %d doubtful characters", DOUBTFUL_MOST);
		add_forms(&d, *e->key);
		doubtful[++doubtfuls] = d;
		doubtful_char[doubtfuls] = *e->key;
		doubtful_at[*e->key] = (uint16_t)doubtfuls;
	}
}

/* ---- words ---- */

/* Words by simplified key and reading: the key, and the reading as one more code point behind. */
struct reading {
	cp *key;
	size_t len;
	uint32_t choice;
	double count;
};
static struct reading *reading;
static size_t readings, readings_cap;
static struct trie_build reading_index;
static double alone[CONVERT_MAPPED];                          /* of other characters */
static double alone_as[DOUBTFUL_MOST + 1][CHOOSE_CANDIDATES]; /* of doubtful ones */

static void add_reading(const cp *key, size_t len, uint32_t choice, double count)
{
	struct buf id = BUF_INIT;

	buf_add(&id, key, len);
	buf_put(&id, 0x20 + choice);
	uint32_t *number = trie_add(&reading_index, id.p, id.n);
	if (!number)
		die("mkchoose", 0, "too many words");
	if (!*number) {
		if (readings == readings_cap)
			reading = mem_resize(reading, readings_cap += readings_cap / 2 + 1024, sizeof *reading);
		reading[readings] = (struct reading){ .key = id.p, .len = len, .choice = choice };
		*number = (uint32_t)++readings;
	} else {
		buf_free(&id);
	}
	reading[*number - 1].count += count;
}

/* Counts the traditional word w[0..n). One that does not fold to a word that becomes it is of no use. */
static void add_word(const cp *w, size_t n, double count)
{
	cp key[CONVERT_KEY];
	uint32_t choice = 0;
	unsigned known = 0;

	for (size_t i = 0; i < n; i++) {
		key[i] = fold->simple[w[i]];
		unsigned at = doubtful_at[key[i]], k = at ? candidate(&doubtful[at], w[i]) : 0;
		if (!at)
			continue;
		if (k == doubtful[at].n || known == CHOOSE_KNOWN)
			return;
		choice |= k << (2 * known++);
	}
	if (n > 1)
		add_reading(key, n, choice, count);
	else if (doubtful_at[*key])
		alone_as[doubtful_at[*key]][choice] += count;
	else
		alone[*key] += count;
}

static void read_words(const char *path)
{
	source_open(path);
	for (const char *s; (s = source_line()) != NULL;) {
		const char *at = s;
		double count = read_count(&at, "a row is a count and words");

		if (!*at)
			source_fail("a row is a count and words");
		for (s = at; *s;) {
			cp word[CONVERT_KEY];
			size_t n = 0;

			if (*s++ != ' ' || !*s || *s == ' ')
				source_fail("not one space between words");
			while (*s && *s != ' ') {
				if (n == CONVERT_KEY)
					source_fail("a word of more than %d characters", CONVERT_KEY);
				word[n] = source_char(&s);
				if (!choose_is_han(word[n++]))
					source_fail("not a Han character");
			}
			add_word(word, n, count);
		}
	}
}

static void read_phrases(const struct dict *phrases)
{
	for (size_t i = 0; i < phrases->n; i++) {
		const struct entry *e = &phrases->entry[i];
		bool han = e->keylen == e->valuelen && fold_back(fold, e->key, e->value, e->keylen);

		for (size_t k = 0; han && k < e->keylen; k++)
			han = choose_is_han(e->key[k]) && e->key[k] < 0x10000;
		if (han)
			add_word(e->value, e->valuelen, PHRASE_WEIGHS);
	}
	for (unsigned i = 1; i <= doubtfuls; i++) {
		double sum = 0;

		for (unsigned k = 0; k < doubtful[i].n; k++) {
			if (alone_as[i][k] == 0)
				alone_as[i][k] = k ? OTHER_ALONE : FIRST_ALONE;
			sum += alone_as[i][k];
		}
		alone_as[i][0] += FIRST_SHARE * sum;
	}
}

static double total_count(void)
{
	double total = 0;

	for (size_t i = 0; i < readings; i++)
		total += reading[i].count;
	for (cp c = 0; c < CONVERT_MAPPED; c++)
		total += alone[c];
	for (unsigned i = 1; i <= doubtfuls; i++)
		for (unsigned k = 0; k < doubtful[i].n; k++)
			total += alone_as[i][k];
	return total;
}

static int by_key(const void *a, const void *b)
{
	const struct reading *x = a, *y = b;

	for (size_t i = 0; i < x->len && i < y->len; i++)
		if (x->key[i] != y->key[i])
			return x->key[i] < y->key[i] ? -1 : 1;
	if (x->len != y->len)
		return x->len < y->len ? -1 : 1;
	return x->choice < y->choice ? -1 : x->choice > y->choice;
}

static bool same_key(const struct reading *a, const struct reading *b)
{
	return a->len == b->len && !memcmp(a->key, b->key, a->len * sizeof *a->key);
}

/* In which of their first four doubtful characters the readings reading[from..to) of one word differ. */
static uint32_t rivals(size_t from, size_t to)
{
	uint32_t differ = 0, bits = 0;

	for (size_t i = from; i < to; i++)
		differ |= reading[i].choice ^ reading[from].choice;
	for (unsigned k = 0; k < 4; k++)
		bits |= differ >> (2 * k) & 3 ? WORD_RIVAL << k : 0;
	return bits;
}

/* Does the word help? One without a doubtful character only shows where words end, and the rare ones do not. */
static bool helps(const struct reading *r)
{
	for (size_t i = 0; i < r->len; i++)
		if (doubtful_at[r->key[i]])
			return true;
	return r->count >= PLAIN_MIN;
}

static void print_words(double total)
{
	struct phrase *p = mem_zalloc(readings * sizeof *p);
	size_t n = 0;

	qsort(reading, readings, sizeof *reading, by_key);
	for (size_t from = 0, to; from < readings; from = to) {
		for (to = from + 1; to < readings && same_key(&reading[from], &reading[to]);)
			to++;
		uint32_t differ = rivals(from, to);
		for (size_t i = from; i < to && helps(&reading[from]); i++)
			p[n++] = (struct phrase){ reading[i].key, reading[i].len,
						  (uint32_t)cost_of(reading[i].count / total, CELL_COST) << WORD_COST
							  | differ | reading[i].choice };
	}
	print_filter("", "choose_filter", p, n, CHOOSE_SHIFT);
	print_phrases("", "choose_words", p, n, CHOOSE_SHIFT);
	free(p);
}

/* ---- contexts ---- */

struct seen {
	cp symbol[SYMBOLS];
	unsigned n, left, at; /* symbol[left] is doubtful[at] */
	double count[CHOOSE_CANDIDATES], total;
};
static struct seen *seen;
static size_t seens, seens_cap;
static double share[DOUBTFUL_MOST + 1][CHOOSE_CANDIDATES];

/* Reads the symbols of a field, up to its tab. */
static const char *read_symbols(const char *s, struct seen *c)
{
	while (*s && *s != '\t') {
		if (c->n == SYMBOLS)
			source_fail("more than %d neighbours", CONTEXT_MOST);
		cp symbol = source_char(&s);
		if (choose_symbol(symbol) != symbol)
			source_fail("neither a Han character nor 0, a or |");
		c->symbol[c->n++] = symbol;
	}
	if (*s++ != '\t')
		source_fail("fewer than four cells");
	return s;
}

/* Reads CHARACTER:COUNT cells. */
static void read_counts(const char *s, struct seen *c)
{
	do {
		cp t = source_char(&s);

		if (*s++ != ':' || !choose_is_han(t))
			source_fail("not CHARACTER:COUNT");
		double count = read_count(&s, "not CHARACTER:COUNT");
		unsigned k = c->at ? candidate(&doubtful[c->at], t) : CHOOSE_CANDIDATES;
		if (c->at && k < doubtful[c->at].n) {
			c->count[k] += count;
			c->total += count;
		}
	} while (*s++);
}

/* Rows without neighbours say how often the candidates were seen in all. */
static void read_contexts(const char *path)
{
	source_open(path);
	for (const char *s; (s = source_line()) != NULL;) {
		struct seen c = { 0 };

		s = read_symbols(s, &c);
		c.left = c.n;
		s = read_symbols(s, &c);
		if (c.n != c.left + 1)
			source_fail("not one character in the second cell");
		c.at = c.symbol[c.left] < CONVERT_MAPPED ? doubtful_at[c.symbol[c.left]] : 0;
		s = read_symbols(s, &c);
		read_counts(s, &c);
		if (!c.total)
			continue; /* of a character that this data of OpenCC's does not have, or is sure of */
		if (seens == seens_cap)
			seen = mem_resize(seen, seens_cap += seens_cap / 2 + 1024, sizeof *seen);
		seen[seens++] = c;
	}
}

static void find_shares(void)
{
	for (unsigned i = 1; i <= doubtfuls; i++)
		for (unsigned k = 0; k < doubtful[i].n; k++)
			share[i][k] = 1.0 / doubtful[i].n;
	for (size_t i = 0; i < seens; i++) {
		const struct seen *c = &seen[i];
		double more = sqrt(c->total + 1) / 2;

		for (unsigned k = 0; c->n == 1 && k < doubtful[c->at].n; k++)
			share[c->at][k] = (c->count[k] + more) / (c->total + more * doubtful[c->at].n);
	}
}

static void print_contexts(void)
{
	struct context *table = mem_zalloc(sizeof *table << CONTEXT_BITS);
	size_t used = 0;

	for (size_t i = 0; i < seens; i++) {
		const struct seen *c = &seen[i];
		uint64_t h = choose_hash(c->symbol, c->n, c->left);
		size_t at = (size_t)(h >> (64 - CONTEXT_BITS));
		double prior = PRIOR_ROOT * sqrt(c->total) + PRIOR;

		if (c->n == 1)
			continue;
		if (++used * 8 > ((size_t)7 << CONTEXT_BITS))
			die("mkchoose", 0, "too many contexts");
		for (; table[at].tag; at = (at + 1) % (1 << CONTEXT_BITS))
			if (table[at].tag == ((uint32_t)h | 1))
				die("mkchoose", 0, "a context is there twice, or two have one hash");
		table[at].tag = (uint32_t)h | 1;
		for (unsigned k = 0; k < doubtful[c->at].n; k++) {
			double s = (c->count[k] + prior * share[c->at][k]) / (c->total + prior);

			table[at].cost[k] = (uint8_t)(cost_of(s, UINT8_MAX * CONTEXT_COST) / CONTEXT_COST);
		}
	}
	printf("const struct context choose_context[1 << CONTEXT_BITS] = {");
	for (size_t i = 0; i < (size_t)1 << CONTEXT_BITS; i++) {
		printf("%s{ %" PRIu32 "u, { ", i % 4 ? "" : "\n", table[i].tag);
		for (unsigned k = 0; k < CHOOSE_CANDIDATES; k++)
			printf("%u, ", table[i].cost[k]);
		printf("} },");
	}
	puts("\n};");
	free(table);
}

/* ---- where to look ---- */

static uint64_t pair[1 << (PAIR_BITS - 6)];

static void add_choice_pair(cp a, cp b)
{
	size_t bit = choose_pair_bit(a, b);

	pair[bit / 64] |= (uint64_t)1 << (bit % 64);
}

static void find_likely(void)
{
	for (unsigned i = 1; i <= doubtfuls; i++)
		for (unsigned k = 1; k < doubtful[i].n; k++)
			if (alone_as[i][k] > alone_as[i][doubtful[i].likely])
				doubtful[i].likely = k;
}

/* A word in which a doubtful character is not what it is alone: with its neighbours there it may be something else. */
static void add_word_pairs(const struct reading *r)
{
	uint32_t choice = r->choice;

	for (size_t i = 0; i < r->len; i++) {
		unsigned at = doubtful_at[r->key[i]];

		if (!at)
			continue;
		if ((choice & 3) != doubtful[at].likely && i > 0)
			add_choice_pair(r->key[i - 1], r->key[i]);
		if ((choice & 3) != doubtful[at].likely && i + 1 < r->len)
			add_choice_pair(r->key[i], r->key[i + 1]);
		choice >>= 2;
	}
}

/* A context that may outweigh what the character is alone. All that stands around it counts for less than the one
   context that says most (choose.c). */
static void add_context_pairs(const struct seen *c)
{
	unsigned likely = doubtful[c->at].likely;
	double prior = PRIOR_ROOT * sqrt(c->total) + PRIOR, said[CHOOSE_CANDIDATES];

	for (unsigned k = 0; k < doubtful[c->at].n; k++)
		said[k] = (c->count[k] / share[c->at][k] + prior) / (c->total + prior);
	for (unsigned k = 0; k < doubtful[c->at].n; k++) {
		if (k == likely || log2(said[k] / said[likely]) < log2(alone_as[c->at][likely] / alone_as[c->at][k]))
			continue;
		if (c->left > 0)
			add_choice_pair(c->symbol[c->left - 1], c->symbol[c->left]);
		if (c->left + 1 < c->n)
			add_choice_pair(c->symbol[c->left], c->symbol[c->left + 1]);
	}
}

static void print_pairs(void)
{
	for (size_t i = 0; i < readings; i++)
		add_word_pairs(&reading[i]);
	for (size_t i = 0; i < seens; i++)
		if (seen[i].n > 1)
			add_context_pairs(&seen[i]);
	printf("const uint64_t choose_pair[1 << (PAIR_BITS - 6)] = {");
	for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
		printf("%s%" PRIu64 "u,", i % 16 ? "" : "\n", pair[i]);
	puts("\n};");
}

/* ---- characters ---- */

static void print_doubtful(double total)
{
	puts("const struct doubtful choose_doubtful[] = {\n{ 0 },");
	for (unsigned i = 1; i <= doubtfuls; i++) {
		struct doubtful *d = &doubtful[i];

		printf("{ %u, %u, {", d->n, d->likely);
		for (unsigned k = 0; k < CHOOSE_CANDIDATES; k++)
			printf("%" PRIu32 ",", d->written[k]);
		printf("}, {");
		for (unsigned k = 0; k < CHOOSE_CANDIDATES; k++)
			printf("%u,", k < d->n ? cost_of(alone_as[i][k] / total, CELL_COST) : 0);
		printf("}, {");
		for (unsigned k = 0; k < CHOOSE_CANDIDATES; k++)
			printf("%u,", k < d->n ? cost_of(share[i][k], CELL_COST) : 0);
		printf("}, {");
		for (unsigned k = 0; k < CHOOSE_FORMS; k++)
			printf("%" PRIu32 ",", d->form[k]);
		printf("}, {");
		for (unsigned k = 0; k < CHOOSE_FORMS; k++)
			printf("%u,", d->of[k]);
		puts("} },");
	}
	puts("};");
}

static void print_cells(double total)
{
	uint32_t *cells = mem_zalloc(CONVERT_MAPPED * sizeof *cells);

	for (cp c = 0; c < CONVERT_MAPPED; c++) {
		cells[c] = (uint32_t)doubtful_at[c] << CELL_DOUBTFUL;
		if (alone[c] > 0)
			cells[c] |= cost_of(alone[c] / total, CELL_COST);
	}
	print_page("", "choose_page", cells);
	free(cells);
}

/* Marks the spellings that a standard writes, and those of OpenCC's; other: another standard, which writes as OpenCC
   does where others does not say otherwise. */
static void set_standards(uint32_t *cells, const struct dict *variants, uint32_t standard, const struct dict *others,
			  uint32_t other)
{
	for (size_t i = 0; i < variants->n; i++) {
		const struct entry *e = &variants->entry[i];

		if (e->keylen != 1 || e->valuelen != 1)
			continue;
		cells[*e->key] |= SCRIPT_OPENCC | (dict_get(others, e->key, 1) ? 0 : other);
		cells[*e->value] |= standard;
	}
}

/* How much likelier a form of a doubtful character is in traditional text whose shared characters are simplified than
   in clean one, in half bits. What is traditional alone is never met there, but for what its author wrote himself. */
static int tells(unsigned at, cp c)
{
	enum { HALF = 2, AGAINST = -6, MOST = 16 };
	const struct doubtful *d = &doubtful[at];
	cp s = doubtful_char[at];
	unsigned own = candidate(d, s);

	if (own == d->n)
		return 0; /* the simplified form is simplified only: that tells by itself */
	if (c != s)
		return candidate(d, c) == own ? 0 : AGAINST;
	double bits = -HALF * log2(share[at][own]);
	return bits > MOST ? MOST : (int)lround(bits);
}

static void add_written(bool *written, const struct dict *d)
{
	for (size_t i = 0; i < d->n; i++)
		for (size_t k = 0; k < d->entry[i].valuelen; k++)
			written[d->entry[i].value[k]] = true;
}

/* What the configuration makes of c where it stands alone; 0: more than one character. */
static cp alone_in(const struct config *c, cp one)
{
	const struct entry *e = dict_get(c->segments, &one, 1);

	if (!e)
		e = dict_get(c->first, &one, 1);
	return !e ? one : e->valuelen == 1 ? *e->value : 0;
}

/* Marks the characters that are evidence of a script: config[0] makes everything simplified, config[1] traditional, and
   the others as well. None of them writes what it is taken to convert, and what is evidence of traditional text stays
   that in all of those: else a text would be another to itself once it is converted. */
static void set_sure(uint32_t *cells, struct config *const *config, size_t n, const struct dict *shared)
{
	bool *written[2] = { mem_zalloc(CONVERT_MAPPED), mem_zalloc(CONVERT_MAPPED) }, again = true;

	for (size_t i = 0; i < n; i++) {
		add_written(written[i > 0], config[i]->segments);
		add_written(written[i > 0], config[i]->first);
	}
	for (cp c = 0; c < CONVERT_MAPPED; c++) {
		if (alone_in(config[0], c) != c && !written[0][c] && fold->simple[c] != c)
			cells[c] |= SCRIPT_SURE_T;
		if (alone_in(config[1], c) != c && !written[1][c] && dict_get(fold->st, &c, 1)
		    && !dict_get(shared, &c, 1))
			cells[c] = (cells[c] & ~(uint32_t)SCRIPT_SURE_T) | SCRIPT_SURE_S;
	}
	while (again) {
		again = false;
		for (cp c = 0; c < CONVERT_MAPPED; c++)
			for (size_t i = 2; i < n && cells[c] & SCRIPT_SURE_T; i++)
				if (!(cells[alone_in(config[i], c)] & SCRIPT_SURE_T)) {
					cells[c] &= ~(uint32_t)SCRIPT_SURE_T;
					again = true;
				}
	}
	free(written[0]);
	free(written[1]);
}

static void print_scripts(struct config *const *config, size_t n, const struct dict *shared, const struct dict *tw,
			  const struct dict *hk)
{
	uint32_t *cells = mem_zalloc(CONVERT_MAPPED * sizeof *cells);

	set_sure(cells, config, n, shared);
	set_standards(cells, tw, SCRIPT_TAIWAN, hk, SCRIPT_HONGKONG);
	set_standards(cells, hk, SCRIPT_HONGKONG, tw, SCRIPT_TAIWAN);
	for (cp c = 0; c < CONVERT_MAPPED; c++) {
		cp s = fold->simple[c];

		cells[c] |= c ^ s;
		if (doubtful_at[s])
			cells[c] |= SCRIPT_CHOICE | (uint32_t)(tells(doubtful_at[s], c) & 0xff) << SCRIPT_TELLS;
	}
	print_page("", "script_page", cells);
	free(cells);
}

static struct dict *needed(const char *const *dir, size_t n, const char *name)
{
	uint64_t fingerprint = 0;
	struct dict *d = derive(dir, n, name, &fingerprint);

	if (!d)
		die(name, 0, "no such dictionary");
	return d;
}

int main(int argc, char **argv)
{
	const char **dir = mem_zalloc((size_t)argc * sizeof *dir), **file = mem_zalloc((size_t)argc * sizeof *file);
	struct config **config = mem_zalloc((size_t)argc * sizeof *config);
	size_t dirs = 0, files = 0, configs = 0;
	uint64_t fingerprint = 0xcbf29ce484222325u;

	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "-I") && i + 1 < argc)
			dir[dirs++] = argv[++i];
		else
			file[files++] = argv[i];
	}
	if (files < FILES) {
		fprintf(stderr, "usage: mkchoose [-I DIR]... WORDS OWN CONTEXTS SPELLINGS SHARED SIMPLIFIED.json "
				"TRADITIONAL.json...\n");
		return EXIT_FAILURE;
	}
	fold = fold_new(dir, dirs, needed(dir, dirs, "t-words"), dict_load(file[3], &fingerprint), &fingerprint);
	find_doubtful();
	read_words(file[0]);
	read_words(file[1]);
	read_phrases(needed(dir, dirs, "STPhrases"));
	read_contexts(file[2]);
	find_shares();
	while (5 + configs < files) {
		config[configs] = config_load(file[5 + configs], dir, dirs, &fingerprint);
		configs++;
	}
	double total = total_count();

	puts("/* Made by dict/mkchoose. */\n#include \"choose_table.h\"\n");
	find_likely();
	print_words(total);
	print_contexts();
	print_pairs();
	print_doubtful(total);
	print_cells(total);
	print_scripts(config, configs, dict_load(file[4], &fingerprint), needed(dir, dirs, "TWVariants"),
		      needed(dir, dirs, "HKVariants"));
	print_blocks("choose_cell");
	for (int i = 0; i < 3; i++)
		dict_slurp(file[i], &fingerprint);
	printf("const char choose_data[] = \"choice: %016" PRIx64 "\";\n", fingerprint);
	return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
