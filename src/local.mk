# Sources by floor: each floor includes only itself and those above it in this list (tests/floors.sh).
noinst_LIBRARIES += src/libzhnorm.a
src_libzhnorm_a_SOURCES = \
	src/mem.c src/mem.h src/msg.c src/msg.h src/io.c src/io.h src/ascii.h src/buf.c src/buf.h src/utf8.c src/utf8.h src/utf8_three.h \
	src/scan.h src/han.c src/han.h \
	src/rule.c src/rule.h src/rules_table.h \
	src/lm.c src/lm.h src/lm_table.h src/familiar.c src/familiar.h \
	src/cp936.c src/cp936.h src/codec_table.h src/legacy.c src/legacy.h \
	src/trie.c src/trie.h src/phrases.c src/phrases.h src/words.c src/words.h src/convert_table.h \
	src/choose.c src/choose.h src/choose_table.h src/survey.c src/survey.h \
	src/reading.c src/reading.h src/pinyin_table.h \
	src/around.h src/prose.c src/prose.h src/subject.c src/subject.h src/subject_table.h \
	src/hanbits.h src/rarity.h src/price.c src/price.h src/align.c src/align.h src/mixed.c src/mixed.h src/bid.c src/bid.h src/binary.c src/binary.h src/foreign.c src/foreign.h src/foreign_table.h \
	src/colour.c src/colour.h src/codec.h src/declared.c src/declared.h src/codec_two.h src/codec.c src/codec_utf8.c src/codec_utf16.c \
	src/codec_gb18030.c src/codec_big5.c src/codec_euctw.c src/cns_table.h src/codec_utf32.c \
	src/codec_hz.c src/codec_iso2022cn.c src/codec_utf7.c src/codec_iconv.c \
	src/stage.h src/note.c src/note.h src/trace.c src/trace.h \
	src/undo.c src/undo.h src/undo_way.c src/undo_way.h src/undo_column.c src/undo_column.h src/undo_run.c src/undo_plausible.c src/mojibake.c src/mojibake.h \
	src/mojibake_alone.c \
	src/eol.c \
	src/ctrl.c \
	src/entities_table.h src/escapes.c src/escapes.h src/escapes_reference.c src/escapes_reference.h \
	src/escapes_units.c src/escapes_units.h src/markup.c src/markup.h \
	src/residue_table.h src/said_table.h src/repair.c src/repair.h src/tag.c src/residue.c src/doubled.c src/title.c src/regional.c \
	src/misconverted.c \
	src/realign.c src/realign.h src/realign_way.c src/realign_way.h src/pinyin.c src/pinyin_random.c src/pinyin_random.h \
	src/compat_table.h src/forms.c \
	src/width.c \
	src/width_code.c src/width_code.h src/width_row.c src/width_row.h \
	src/width_side.c src/width_side.h src/width_pair.c src/width_pair.h \
	src/line.c src/line.h src/unwrap.c src/unwrap_gap.c src/unwrap_gap.h src/unwrap_glance.c src/unwrap_glance.h src/unwrap_page.c src/unwrap_page.h \
	src/unwrap_piece.c src/unwrap_piece.h \
	src/unwrap_layout.c src/unwrap_layout.h \
	src/convert.c src/convert.h src/target.c src/target.h src/stage_convert.c \
	src/detect.c src/detect.h src/reader.c src/reader.h src/input.c src/input.h src/chain.c src/chain.h src/opening.c src/opening.h \
	src/zhnorm.c src/zhnorm_about.c src/zhnorm.h
nodist_src_libzhnorm_a_SOURCES = $(dict_tables)

bin_PROGRAMS += zhnorm
zhnorm_SOURCES = \
	src/opts.c src/opts.h src/list.c src/list.h src/output.c src/output.h src/docs.c src/docs.h \
	src/main.c
zhnorm_LDADD = src/libzhnorm.a $(ICONV_LIBS)
