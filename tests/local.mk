# tests/run.h is a small main for check's suites; a check program is one module's row tables.
if HAVE_CHECK
check_PROGRAMS += $(check_suites)
TESTS += $(check_suites)
endif
check_suites = tests/check_utf8 tests/check_han tests/check_stage
LDADD = src/libzhnorm.a $(CHECK_LIBS) $(ICONV_LIBS)
AM_CPPFLAGS += $(CHECK_CFLAGS)

tests_check_utf8_SOURCES = tests/check_utf8.c tests/suite.h
tests_check_han_SOURCES = tests/check_han.c tests/suite.h
tests_check_stage_SOURCES = tests/check_stage.c tests/suite.h tests/stages.c tests/stages.h
