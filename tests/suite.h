/* suite.h - the main program of a check suite: suite_run(). */
#ifndef SUITE_H
#define SUITE_H
#include <check.h>
#include <stdlib.h>

#define ROWS(array) ((int)(sizeof(array) / sizeof *(array)))

/* Runs the tests that add() adds. Returns the exit status of main(). */
static int suite_run(const char *name, void (*add)(TCase *))
{
	Suite *s = suite_create(name);
	TCase *t = tcase_create(name);

	tcase_set_timeout(t, 60);
	add(t);
	suite_add_tcase(s, t);
	SRunner *r = srunner_create(s);
	srunner_run_all(r, CK_NORMAL);
	int bad = srunner_ntests_failed(r);
	srunner_free(r);
	return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
