# A suite is one module's row tables, tests/NAME.c; tests/suite.h is its main.
check_suites = \
	tests/check_choose \
	tests/check_codec \
	tests/check_codes \
	tests/check_colour \
	tests/check_convert \
	tests/check_cp936 \
	tests/check_ctrl \
	tests/check_damage \
	tests/check_declared \
	tests/check_detect tests/check_told tests/check_refused \
	tests/check_escapes \
	tests/check_forms \
	tests/check_han \
	tests/check_levels \
	tests/check_line \
	tests/check_lm \
	tests/check_residue \
	tests/check_mixed \
	tests/check_mojibake \
	tests/check_legacy \
	tests/check_piece \
	tests/check_pinyin \
	tests/check_pinyin_random \
	tests/check_reader \
	tests/check_scan \
	tests/check_rules \
	tests/check_seed \
	tests/check_stage \
	tests/check_stream \
	tests/check_survey \
	tests/check_target \
	tests/check_trie \
	tests/check_unwrap \
	tests/check_utf8 \
	tests/check_width \
	tests/check_words \
	tests/check_zhnorm
if HAVE_CHECK
check_PROGRAMS += $(check_suites)
TESTS += $(check_suites)
endif
check_LIBRARIES += tests/libtests.a
tests_libtests_a_SOURCES = tests/stages.c tests/stages.h tests/rebuild.c tests/rebuild.h tests/damage.c \
	tests/damage.h tests/cut.c tests/cut.h tests/random_han.c tests/random_han.h tests/rows.h tests/suite.h
LDADD = tests/libtests.a src/libzhnorm.a $(CHECK_LIBS) $(ICONV_LIBS) -lm
AM_CPPFLAGS += $(CHECK_CFLAGS)

# What the program does at its edges: files, errors, the manual. tests/corpus, clean.sh and identity.sh are run by hand.
TEST_EXTENSIONS = .sh
scripts = \
	tests/floors.sh \
	tests/golden.sh \
	tests/io.sh tests/encoding.sh tests/stream.sh \
	tests/man.sh \
	tests/memory.sh \
	tests/seeds.sh
dist_check_SCRIPTS += $(scripts) tests/clean.sh tests/clean_report.sh tests/corpus/make.sh tests/corpus/kinds.sh tests/fuzz/build.sh tests/bench/convert.sh tests/bench/decode.sh tests/bench/moved.sh \
	tests/bench/encoding.sh tests/identity.sh tests/opencc.py
TESTS += $(scripts)
EXTRA_DIST += tests/golden tests/corpus/text.py tests/corpus/code.py tests/bench/accuracy.py tests/damage_noise.py tests/corpus/catalogue.py \
	tests/bench/cpu.py tests/bench/decode.py tests/bench/prose.py tests/bench/residue.py tests/bench/pinyin_thresholds.py tests/damage_mojibake.py \
	tests/bench/mojibake_thresholds.py tests/bench/encodings.py tests/bench/encoding_samples.py tests/bench/encoding_damage.py tests/bench/encoding_files.py \
	tests/fuzz/found examples
# Or else make(1) makes the directory tests/golden of tests/golden.sh, where a checkout left that the newer of the two.
tests/golden:
	@:
AM_TESTS_ENVIRONMENT = ZHNORM=./zhnorm$(EXEEXT); export ZHNORM; SANITIZERS=$(sanitizers); export SANITIZERS; \
	ZHNORM_SEEDS=$${ZHNORM_SEEDS-$(srcdir)/../shared/seeds}; export ZHNORM_SEEDS;
if SANITIZERS
sanitizers = yes
else
sanitizers = no
endif

# Documents glued from damage of all kinds, read twice: tests/again [-k] [SEED [DOCUMENTS]].
if HAVE_CHECK
check_PROGRAMS += tests/again
TESTS += tests/again
endif
tests_again_SOURCES = tests/again.c tests/again_text.c tests/again_text.h

# The fuzz target, linked with a small main, replays its corpus.
check_PROGRAMS += tests/fuzz/replay
tests_fuzz_replay_SOURCES = tests/fuzz/fuzz_zhnorm.c tests/fuzz/replay.c
dist_check_SCRIPTS += tests/fuzz.sh
TESTS += tests/fuzz.sh

# Run by hand: how well the language model fits texts; a page with stray pinyin made of a clean one; how often each rule
# is taken; what each stage costs.
EXTRA_PROGRAMS = tests/lm_cloze tests/lm_calibration tests/damage_page tests/edits tests/bench/stage_cost
CLEANFILES += $(EXTRA_PROGRAMS)
tests_lm_calibration_SOURCES = tests/lm_calibration.c
tests_lm_cloze_SOURCES = tests/lm_cloze.c
tests_lm_cloze_LDADD = src/libzhnorm.a
tests_lm_calibration_LDADD = src/libzhnorm.a -lm
tests_damage_page_SOURCES = tests/damage_page.c
tests_bench_stage_cost_SOURCES = tests/bench/stage_cost.c
tests_bench_stage_cost_LDADD = src/libzhnorm.a $(ICONV_LIBS)
tests_edits_SOURCES = tests/edits.c
tests_edits_LDADD = src/libzhnorm.a $(ICONV_LIBS)

# The same engine with a table of small dictionaries, which comes before the one in the library.
tests_check_levels_SOURCES = tests/check_levels.c
nodist_tests_check_levels_SOURCES = tests/levels_table.c
level_configs = $(srcdir)/tests/levels/tile.json $(srcdir)/tests/levels/spelt.json
levels = $(level_configs) $(srcdir)/tests/levels/segments.txt $(srcdir)/tests/levels/first.txt \
	$(srcdir)/tests/levels/second.txt $(srcdir)/tests/levels/third.txt $(srcdir)/tests/levels/map.txt \
	$(srcdir)/tests/levels/spelt.txt
EXTRA_DIST += $(levels)
CLEANFILES += tests/levels_table.c
tests/levels_table.c: dict/mkdict $(levels)
	$(AM_V_GEN)$(MKDIR_P) tests && dict/mkdict -I $(srcdir)/tests/levels $(level_configs) > $@.tmp && mv $@.tmp $@
dist_check_SCRIPTS += tests/mkdict.sh tests/generators.sh
TESTS += tests/mkdict.sh tests/generators.sh

# Conversion against opencc, over lines that a small program makes.
check_PROGRAMS += tests/glue
tests_glue_SOURCES = tests/glue.c
tests_glue_LDADD =
dist_check_SCRIPTS += tests/opencc.sh
TESTS += tests/opencc.sh
AM_TESTS_ENVIRONMENT += OPENCC_DATA='$(OPENCC_DATA)'; export OPENCC_DATA;

# How well damage by pinyin is undone over large texts: tests/damage_rate FILE...
if HAVE_CHECK
check_PROGRAMS += tests/damage_rate tests/cut_rate
endif
tests_damage_rate_SOURCES = tests/damage_rate.c
# And lines and pages that were cut: tests/cut_rate FILE...
tests_cut_rate_SOURCES = tests/cut_rate.c
