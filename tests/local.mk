# A suite is one module's row tables, tests/NAME.c; tests/suite.h is its main.
check_suites = \
	tests/check_codec \
	tests/check_cp936 \
	tests/check_ctrl \
	tests/check_detect \
	tests/check_han \
	tests/check_lm \
	tests/check_stage \
	tests/check_utf8 \
	tests/check_width
if HAVE_CHECK
check_PROGRAMS += $(check_suites)
TESTS += $(check_suites)
endif
check_LIBRARIES += tests/libtests.a
tests_libtests_a_SOURCES = tests/stages.c tests/stages.h tests/rows.h tests/suite.h
LDADD = tests/libtests.a src/libzhnorm.a $(CHECK_LIBS) $(ICONV_LIBS) -lm
AM_CPPFLAGS += $(CHECK_CFLAGS)
