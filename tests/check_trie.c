#include <string.h>
#include "stages.h"
#include "suite.h"
#include "trie.h"

static const char *const key[] = { "一", "一二", "一二三四", "二三", "aU", "\xf0\xa0\x80\x80", "三\xf0\xa0\x80\x80二" };

static const struct {
	const char *in;
	size_t len;
	uint32_t key; /* from 1 */
	bool open;
} row[] = {
	{ "", 0, 0, true },
	{ "一", 1, 1, true },
	{ "一一", 1, 1, false },
	{ "一二", 2, 2, true },
	{ "一二三", 2, 2, true },
	{ "一二三三", 2, 2, false },
	{ "一二三四", 4, 3, false }, /* a leaf: nothing can follow */
	{ "一二三四五", 4, 3, false },
	{ "二", 0, 0, true },
	{ "二三", 2, 4, false },
	{ "二一", 0, 0, false },
	{ "a", 0, 0, true },
	{ "aUb", 2, 5, false },
	{ "U", 0, 0, false },
	{ "\xf0\xa0\x80\x80", 1, 6, false },
	{ "\xf0\xa0\x80\x80二", 1, 6, false },
	{ "三\xf0\xa0\x80\x80二", 3, 7, false },
	{ "\xff", 0, 0, false },
};

static struct trie_build keys(void)
{
	struct trie_build b = { 0 };

	for (uint32_t i = 0; i < ROWS(key); i++) {
		struct buf k = stages_text(key[i]);
		uint32_t *number = trie_add(&b, k.p, k.n);

		ck_assert_uint_eq(*number, 0);
		*number = i + 1;
		ck_assert_uint_eq(*trie_add(&b, k.p, k.n), i + 1);
		buf_free(&k);
	}
	trie_finish(&b);
	return b;
}

START_TEST(longest)
{
	struct trie_build b = keys();
	struct buf in = stages_text(row[_i].in);
	uint32_t number = 0;
	bool open = false;

	ck_assert_uint_eq(trie_longest(&b.trie, in.p, in.n, &number, &open), row[_i].len);
	ck_assert_uint_eq(number, row[_i].key);
	ck_assert_int_eq(open, row[_i].open);
	buf_free(&in);
	trie_free(&b);
}
END_TEST

START_TEST(nothing_in_it)
{
	struct trie_build b = { 0 };
	const cp text[] = { 0, 'a' };
	uint32_t number = 0;
	bool open = false;

	trie_finish(&b);
	ck_assert_uint_eq(trie_longest(&b.trie, text, 2, &number, &open), 0);
	ck_assert_uint_eq(trie_longest(&b.trie, text + 1, 1, &number, &open), 0);
	ck_assert(!open);
	trie_free(&b);
}
END_TEST

START_TEST(one_key)
{
	struct trie_build b = { 0 };
	const cp text[] = { 'a', 'b' };
	uint32_t number = 0;
	bool open = false;

	trie_finish(&b);
	*trie_add(&b, text, 1) = 7;
	trie_finish(&b);
	ck_assert_uint_eq(trie_longest(&b.trie, text, 2, &number, &open), 1);
	ck_assert_uint_eq(number, 7);
	ck_assert_uint_eq(trie_longest(&b.trie, text + 1, 1, &number, &open), 0);
	trie_free(&b);
}
END_TEST

/* Many keys, so that the table grows while a key is being added; all are found, and no other. */
START_TEST(many)
{
	enum { SIDE = 60 };
	struct trie_build b = { 0 };

	for (cp i = 0; i < SIDE * SIDE * SIDE; i += 2) {
		const cp k[] = { 0x4e00 + i / SIDE / SIDE, 0x4e00 + i / SIDE % SIDE, 0x4e00 + i % SIDE };

		*trie_add(&b, k, 3) = i + 1;
	}
	trie_finish(&b);
	for (cp i = 0; i < SIDE * SIDE * SIDE; i++) {
		const cp k[] = { 0x4e00 + i / SIDE / SIDE, 0x4e00 + i / SIDE % SIDE, 0x4e00 + i % SIDE };
		uint32_t number = 0;
		bool open = false;
		size_t len = trie_longest(&b.trie, k, 3, &number, &open);

		if (len != (i % 2 ? 0u : 3u) || number != (i % 2 ? 0 : i + 1) || open)
			ck_abort_msg("key %u: length %zu, number %u", (unsigned)i, len, (unsigned)number);
	}
	trie_free(&b);
}
END_TEST

/* A hash may let a pair pass that no key begins with, but hardly one in ten. */
START_TEST(filter_turns_away)
{
	struct trie_build b = { 0 };
	unsigned passed = 0;

	for (cp i = 0; i < 1000; i++) {
		const cp k[] = { 0x4e00 + i, 0x5e00 + i * 3 % 1000, 'x' };

		*trie_add(&b, k, 3) = i + 1;
	}
	trie_finish(&b);
	for (cp i = 0; i < 100; i++)
		for (cp k = 0; k < 100; k++)
			passed += trie_may(&b.trie, 0x4e00 + i, 0x7000 + k);
	ck_assert_uint_lt(passed, 1500);
	trie_free(&b);
}
END_TEST

START_TEST(keys_after_finish)
{
	struct trie_build b = keys();
	const cp more[] = { 0x4e09, 0x4e09 };
	uint32_t number = 0;
	bool open = false;

	*trie_add(&b, more, 2) = 99;
	trie_finish(&b);
	ck_assert_uint_eq(trie_longest(&b.trie, more, 2, &number, &open), 2);
	ck_assert_uint_eq(number, 99);
	trie_free(&b);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, longest, 0, ROWS(row));
	tcase_add_test(t, nothing_in_it);
	tcase_add_test(t, one_key);
	tcase_add_test(t, many);
	tcase_add_test(t, filter_turns_away);
	tcase_add_test(t, keys_after_finish);
}

int main(void) { return suite_run("trie", add); }
