/* Every rule has an example in dict/rules.txt, and the program does to it what the example says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "rebuild.h"
#include "rule.h"
#include "rules_table.h"
#include "suite.h"
#include "utf8.h"

/* A byte of *s, or what an escape of JSON stands for, to `to`; *s moves on. Returns how many bytes that is. */
static size_t unescape(const char **s, char *to)
{
	static const char escape[] = "bfnrt", value[] = "\b\f\n\r\t";
	const char *e;
	char hex[5];

	if (**s != '\\') {
		*to = *(*s)++;
		return 1;
	}
	++*s;
	if (**s == 'u') {
		memcpy(hex, *s + 1, 4);
		hex[4] = '\0';
		*s += 5;
		return utf8_encode((cp)strtoul(hex, NULL, 16), (unsigned char *)to);
	}
	if (**s == 'x') {
		memcpy(hex, *s + 1, 2);
		hex[2] = '\0';
		*s += 3;
		*to = (char)strtoul(hex, NULL, 16);
		return 1;
	}
	e = strchr(escape, **s);
	*to = e ? value[e - escape] : **s;
	++*s;
	return 1;
}

static void append(struct text *t, const char *s)
{
	while (*s)
		t->n += unescape(&s, (char *)t->p + t->n);
}

/* The document around an example, with s in its place; where there is none, s alone. */
static struct text document(const struct rules_example *e, const char *s)
{
	const char *around = e->around ? e->around : "@", *at = strchr(around, '@');
	struct text t = { .p = malloc(strlen(around) + strlen(s) + 1) };

	ck_assert(t.p && at);
	while (around < at)
		t.n += unescape(&around, (char *)t.p + t.n);
	append(&t, s);
	append(&t, at + 1);
	return t;
}

/* The user's own word that the example of RULE_OWN_WORD is about. */
static void add_word(struct zhnorm *z, const struct rules_example *e)
{
	char name[] = "check_rules.XXXXXX", error[100];
	int fd = mkstemp(name);

	ck_assert(fd >= 0);
	FILE *f = fdopen(fd, "w");
	ck_assert(f && fprintf(f, "%s\t%s\n", e->damaged, e->repaired) > 0 && !fclose(f));
	ck_assert(zhnorm_words(z, name, error, sizeof error));
	remove(name);
}

static struct zhnorm *program(enum rule rule, const char *steps)
{
	struct zhnorm *z = zhnorm_new();

	bool bytes = rule == RULE_OUT_OF_STEP || rule == RULE_ENCODING || rule == RULE_TWO_COLOUR;

	ck_assert(zhnorm_encoding(z, bytes ? "auto" : "utf-8") && zhnorm_steps(z, steps));
	if (rule == RULE_CONVERT)
		ck_assert(zhnorm_target(z, "tw"));
	if (rule == RULE_OWN_WORD)
		add_word(z, &rules_example[rule]);
	return z;
}

/* Whether part stands in all. */
static bool holds(const struct text *all, const struct text *part)
{
	for (size_t i = 0; i + part->n <= all->n; i++)
		if (!memcmp(all->p + i, part->p, part->n))
			return true;
	return false;
}

/* The damaged document becomes one that has the example as it stands repaired, by this rule, and stays so. */
static void check(struct zhnorm *z, enum rule rule)
{
	const struct rules_example *e = &rules_example[rule];
	const struct rules_example alone = { .damaged = e->damaged, .repaired = e->repaired };
	struct text damaged = document(e, e->damaged), repaired = document(&alone, e->repaired);
	struct text got = rebuild_run(z, damaged.p, damaged.n, 0);
	unsigned long long times = zhnorm_report(z).changes[rule];
	struct text again = rebuild_run(z, got.p, got.n, 0);

	if (!holds(&got, &repaired) || (!e->around && got.n != repaired.n))
		ck_abort_msg("%s: \"%.*s\" became \"%.*s\"", rule_info[rule].id, (int)damaged.n, (char *)damaged.p,
			     (int)got.n, (char *)got.p);
	if (!times)
		ck_abort_msg("%s: the example is not repaired by this rule", rule_info[rule].id);
	if (again.n != got.n || memcmp(again.p, got.p, got.n))
		ck_abort_msg("%s: what is repaired changes once more", rule_info[rule].id);
	free(damaged.p);
	free(repaired.p);
	free(got.p);
	free(again.p);
}

START_TEST(every_example_is_repaired)
{
	enum rule rule = (enum rule)_i;

	ck_assert_msg(rules_example[rule].damaged, "%s has no example in dict/rules.txt", rule_info[rule].id);
	struct zhnorm *z = program(rule, rule_info[rule].certainty == PROBABLE ? "all" : "safe");
	check(z, rule);
	zhnorm_free(z);
}
END_TEST

/* What is only probable is not done where it was not asked for. */
START_TEST(probable_is_not_safe)
{
	const struct rules_example *e = &rules_example[_i];

	if (rule_info[_i].certainty != PROBABLE || !e->damaged)
		return;
	struct zhnorm *z = program((enum rule)_i, "safe");
	struct text damaged = document(e, e->damaged), got = rebuild_run(z, damaged.p, damaged.n, 0);

	ck_assert_msg(!zhnorm_report(z).changes[_i], "%s is made by default", rule_info[_i].id);
	free(damaged.p);
	free(got.p);
	zhnorm_free(z);
}
END_TEST

static void add(TCase *t)
{
	tcase_add_loop_test(t, every_example_is_repaired, 0, RULE_COUNT);
	tcase_add_loop_test(t, probable_is_not_safe, 0, RULE_COUNT);
}

int main(void) { return suite_run("rules", add); }
