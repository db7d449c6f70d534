# A check program is one module's row tables; tests/suite.h is its main.
if HAVE_CHECK
check_PROGRAMS += $(check_suites)
TESTS += $(check_suites)
endif
LDADD = src/libzhnorm.a $(CHECK_LIBS) $(ICONV_LIBS)
AM_CPPFLAGS += $(CHECK_CFLAGS)
check_suites =

check_suites += tests/check_utf8
tests_check_utf8_SOURCES = tests/check_utf8.c tests/suite.h

check_suites += tests/check_han
tests_check_han_SOURCES = tests/check_han.c tests/suite.h

check_suites += tests/check_cp936
tests_check_cp936_SOURCES = tests/check_cp936.c tests/suite.h

check_suites += tests/check_ctrl
tests_check_ctrl_SOURCES = tests/check_ctrl.c tests/suite.h tests/stages.c tests/stages.h tests/rows.h

check_suites += tests/check_width
tests_check_width_SOURCES = tests/check_width.c tests/suite.h tests/stages.c tests/stages.h tests/rows.h

check_suites += tests/check_stage
tests_check_stage_SOURCES = tests/check_stage.c tests/suite.h tests/stages.c tests/stages.h

check_suites += tests/check_lm
tests_check_lm_SOURCES = tests/check_lm.c tests/suite.h
tests_check_lm_LDADD = $(LDADD) -lm

check_suites += tests/check_codec
tests_check_codec_SOURCES = tests/check_codec.c tests/suite.h
