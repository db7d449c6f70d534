# Text tables in, C out: each dict/mkX.c makes one dict/X_table.c. Those are built, never shipped, never edited.
dict_tables = dict/codec_table.c dict/hanbits_table.c
CLEANFILES += $(dict_tables) dict/mkcodec dict/mkhanbits

# $(CC_FOR_BUILD) makes the generators: they run on the machine that builds.
dict_compile = $(MKDIR_P) dict && $(CC_FOR_BUILD) $(CFLAGS_FOR_BUILD) -o $@

# What reads the texts, but for those of OpenCC's dictionaries.
dict_source = $(srcdir)/dict/source.c $(srcdir)/dict/source.h
EXTRA_DIST += $(dict_source)

EXTRA_DIST += dict/mkcodec.c dict/gb18030.txt dict/big5.txt dict/codec.py dict/single.txt dict/single.py
dict/mkcodec: $(srcdir)/dict/mkcodec.c $(dict_source)
	$(AM_V_GEN)$(dict_compile) $(srcdir)/dict/mkcodec.c $(srcdir)/dict/source.c
dict/codec_table.c: dict/mkcodec $(srcdir)/dict/gb18030.txt $(srcdir)/dict/big5.txt $(srcdir)/dict/single.txt
	$(AM_V_GEN)dict/mkcodec $(srcdir)/dict/gb18030.txt $(srcdir)/dict/big5.txt $(srcdir)/dict/single.txt > $@.tmp && mv $@.tmp $@

dict_tables += dict/cns_table.c
CLEANFILES += dict/mkcns
EXTRA_DIST += dict/mkcns.c dict/cns.txt dict/cns.py
dict/mkcns: $(srcdir)/dict/mkcns.c $(dict_source)
	$(AM_V_GEN)$(dict_compile) $(srcdir)/dict/mkcns.c $(srcdir)/dict/source.c
dict/cns_table.c: dict/mkcns $(srcdir)/dict/cns.txt
	$(AM_V_GEN)dict/mkcns $(srcdir)/dict/cns.txt > $@.tmp && mv $@.tmp $@

dict_tables += dict/foreign_table.c
CLEANFILES += dict/mkforeign
EXTRA_DIST += dict/mkforeign.c dict/foreign.txt dict/foreign.py
dict/mkforeign: $(srcdir)/dict/mkforeign.c $(dict_source)
	$(AM_V_GEN)$(dict_compile) $(srcdir)/dict/mkforeign.c $(srcdir)/dict/source.c
dict/foreign_table.c: dict/mkforeign $(srcdir)/dict/foreign.txt
	$(AM_V_GEN)dict/mkforeign $(srcdir)/dict/foreign.txt > $@.tmp && mv $@.tmp $@

# The language model: costs as text, and OpenCC's characters to fold, which come as text or in OpenCC's own format.
dict_tables += dict/lm_table.c
CLEANFILES += dict/mklm dict/lm_fold.txt
EXTRA_DIST += dict/mklm.c dict/lm.txt dict/lm.py dict/lm.head dict/lmtext.py
dict/mklm: $(srcdir)/dict/mklm.c $(srcdir)/src/lm_table.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src $(srcdir)/dict/mklm.c $(srcdir)/dict/source.c -lm
dict/lm_fold.txt: dict/opencc.stamp
	$(AM_V_GEN)if test -f "$(OPENCC_TEXT)"/TSCharacters.txt; then cp "$(OPENCC_TEXT)"/TSCharacters.txt $@; \
		else cp dict/opencc/TSCharacters.txt $@; fi
dict/lm_table.c: dict/mklm dict/lm_fold.txt $(srcdir)/dict/lm.txt
	$(AM_V_GEN)dict/mklm $(srcdir)/dict/lm.txt dict/lm_fold.txt > $@.tmp && mv $@.tmp $@

EXTRA_DIST += dict/mkhanbits.c dict/hanbits.txt dict/hanbits.py
dict/mkhanbits: $(srcdir)/dict/mkhanbits.c $(srcdir)/src/hanbits.h $(srcdir)/src/rarity.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src $(srcdir)/dict/mkhanbits.c $(srcdir)/dict/source.c
dict/hanbits_table.c: dict/mkhanbits $(srcdir)/dict/hanbits.txt
	$(AM_V_GEN)dict/mkhanbits $(srcdir)/dict/hanbits.txt > $@.tmp && mv $@.tmp $@

# OpenCC's dictionaries: in the .ocd2 of its packages they are turned into text first, in dict/opencc; those that are
# text already are read where they are.
mkdict_sources = $(srcdir)/dict/mkdict.c $(srcdir)/dict/opencc.c $(srcdir)/dict/derive.c $(srcdir)/dict/dict.c $(srcdir)/dict/json.c \
	$(srcdir)/dict/print.c $(srcdir)/dict/fold.c \
	$(srcdir)/src/trie.c $(srcdir)/src/buf.c $(srcdir)/src/utf8.c $(srcdir)/src/mem.c $(srcdir)/src/msg.c
mkdict_headers = $(srcdir)/dict/opencc.h $(srcdir)/dict/derive.h $(srcdir)/dict/dict.h $(srcdir)/dict/json.h $(srcdir)/dict/print.h $(srcdir)/dict/fold.h \
	$(srcdir)/src/convert_table.h $(srcdir)/src/phrases.h $(srcdir)/src/trie.h $(srcdir)/src/buf.h \
	$(srcdir)/src/utf8.h $(srcdir)/src/utf8_three.h $(srcdir)/src/ascii.h $(srcdir)/src/mem.h $(srcdir)/src/msg.h
mkdict_ours = $(srcdir)/dict/s.json $(srcdir)/dict/s-keep.json $(srcdir)/dict/t.json \
	$(srcdir)/dict/tw.json $(srcdir)/dict/twp.json $(srcdir)/dict/hk.json $(srcdir)/dict/hkp.json
mkdict_data = $(mkdict_ours) \
	$(srcdir)/dict/mainland.txt $(srcdir)/dict/mainland-words.txt $(srcdir)/dict/zhe.txt \
	$(srcdir)/dict/t-words.txt $(srcdir)/dict/spellings.txt $(srcdir)/dict/taiwan.txt $(srcdir)/dict/hongkong.txt $(srcdir)/dict/hongkong-words.txt
dict_tables += dict/convert_table.c
CLEANFILES += dict/convert_table.c dict/mkdict dict/opencc.stamp
EXTRA_DIST += $(mkdict_sources) $(mkdict_headers) $(mkdict_data) dict/mainland.py dict/zhe.py
dict/mkdict: $(mkdict_sources) $(mkdict_headers)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src -I$(srcdir)/dict $(mkdict_sources)
dict/opencc.stamp: Makefile
	$(AM_V_GEN)rm -rf dict/opencc && $(MKDIR_P) dict/opencc && for file in "$(OPENCC_DATA)"/*.ocd2; do \
		test -f "$$file" || continue; \
		name=$${file##*/}; \
		$(OPENCC_DICT) -i "$$file" -o "dict/opencc/$${name%.ocd2}.txt" -f ocd2 -t text > $@.log || exit 1; \
	done && rm -f $@.log && touch $@
dict/convert_table.c: dict/mkdict dict/opencc.stamp $(mkdict_data)
	$(AM_V_GEN)dict/mkdict -I $(srcdir)/dict -I dict/opencc -I "$(OPENCC_TEXT)" "$(OPENCC_DATA)"/*2*.json \
		$(mkdict_ours) \
		> $@.tmp && mv $@.tmp $@

# What conversion to traditional script chooses by.
mkchoose_sources = $(srcdir)/dict/mkchoose.c $(srcdir)/dict/opencc.c $(srcdir)/dict/json.c $(srcdir)/dict/fold.c \
	$(srcdir)/dict/print.c $(srcdir)/dict/derive.c \
	$(srcdir)/dict/dict.c $(srcdir)/src/trie.c $(srcdir)/src/buf.c $(srcdir)/src/utf8.c $(srcdir)/src/mem.c $(srcdir)/src/msg.c
mkchoose_data = $(srcdir)/dict/choose-words.txt $(srcdir)/dict/choose-own.txt $(srcdir)/dict/choose-contexts.txt $(srcdir)/dict/spellings.txt \
	$(srcdir)/dict/shared.txt
mkchoose_targets = $(srcdir)/dict/s.json $(srcdir)/dict/t.json $(srcdir)/dict/tw.json $(srcdir)/dict/twp.json \
	$(srcdir)/dict/hk.json $(srcdir)/dict/hkp.json
dict_tables += dict/choose_table.c
CLEANFILES += dict/choose_table.c dict/mkchoose
EXTRA_DIST += dict/mkchoose.c dict/fold.c dict/fold.h dict/choose.py $(mkchoose_data)
dict/mkchoose: $(mkchoose_sources) $(srcdir)/dict/fold.h $(mkdict_headers) $(srcdir)/src/choose_table.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src -I$(srcdir)/dict $(mkchoose_sources) $(srcdir)/dict/source.c -lm
dict/choose_table.c: dict/mkchoose dict/opencc.stamp $(mkchoose_data) $(mkdict_data)
	$(AM_V_GEN)dict/mkchoose -I $(srcdir)/dict -I dict/opencc -I "$(OPENCC_TEXT)" $(mkchoose_data) $(mkchoose_targets) \
		> $@.tmp && mv $@.tmp $@
clean-local: clean-opencc
clean-opencc:
	rm -rf dict/opencc

EXTRA_DIST += dict/mkresidue.c dict/tags.txt dict/misconverted.txt dict/misconverted.py
dict_tables += dict/residue_table.c
CLEANFILES += dict/mkresidue dict/residue_table.c
dict/mkresidue: $(srcdir)/dict/mkresidue.c $(srcdir)/src/residue_table.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src $(srcdir)/dict/mkresidue.c $(srcdir)/dict/source.c
dict/residue_table.c: dict/mkresidue $(srcdir)/dict/tags.txt $(srcdir)/dict/misconverted.txt
	$(AM_V_GEN)dict/mkresidue $(srcdir)/dict/tags.txt $(srcdir)/dict/misconverted.txt > $@.tmp && mv $@.tmp $@

# Words that tell what a page speaks of.
EXTRA_DIST += dict/mksubjects.c dict/subjects.txt
dict_tables += dict/subject_table.c
CLEANFILES += dict/mksubjects
dict/mksubjects: $(srcdir)/dict/mksubjects.c $(srcdir)/src/subject_table.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src $(srcdir)/dict/mksubjects.c $(srcdir)/dict/source.c
dict/subject_table.c: dict/mksubjects $(srcdir)/dict/subjects.txt
	$(AM_V_GEN)dict/mksubjects $(srcdir)/dict/subjects.txt > $@.tmp && mv $@.tmp $@

# Words that are said twice.
EXTRA_DIST += dict/mksaid.c dict/said.txt dict/said.py
dict_tables += dict/said_table.c
CLEANFILES += dict/mksaid
dict/mksaid: $(srcdir)/dict/mksaid.c $(srcdir)/src/said_table.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src $(srcdir)/dict/mksaid.c $(srcdir)/dict/source.c
dict/said_table.c: dict/mksaid $(srcdir)/dict/said.txt
	$(AM_V_GEN)dict/mksaid $(srcdir)/dict/said.txt > $@.tmp && mv $@.tmp $@

# The readings of the characters that pages with stray pinyin annotate: OpenCC says which, Unihan says how.
dict_tables += dict/pinyin_table.c
CLEANFILES += dict/mkpinyin
EXTRA_DIST += dict/mkpinyin.c
dict/mkpinyin: $(srcdir)/dict/mkpinyin.c $(dict_source)
	$(AM_V_GEN)$(dict_compile) $(srcdir)/dict/mkpinyin.c $(srcdir)/dict/source.c
dict/pinyin_table.c: dict/mkpinyin dict/lm_fold.txt $(srcdir)/dict/gb18030.txt
	$(AM_V_GEN)$(UNIHAN_CAT) "$(UNIHAN)"/Unihan_Readings$(UNIHAN_SUFFIX) | \
	dict/mkpinyin $(srcdir)/dict/gb18030.txt dict/lm_fold.txt - > $@.tmp && mv $@.tmp $@

# The examples of the rules, for --list=rules and tests/check_rules.c.
EXTRA_DIST += dict/mkrules.c dict/rules.txt
dict_tables += dict/rules_table.c
CLEANFILES += dict/mkrules
dict/mkrules: $(srcdir)/dict/mkrules.c $(srcdir)/src/rule.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src $(srcdir)/dict/mkrules.c $(srcdir)/dict/source.c
dict/rules_table.c: dict/mkrules $(srcdir)/dict/rules.txt
	$(AM_V_GEN)dict/mkrules $(srcdir)/dict/rules.txt > $@.tmp && mv $@.tmp $@

# The names of characters in HTML.
EXTRA_DIST += dict/mkentities.c dict/entities.txt dict/entities.py
dict_tables += dict/entities_table.c
CLEANFILES += dict/mkentities
dict/mkentities: $(srcdir)/dict/mkentities.c $(srcdir)/src/entities_table.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src $(srcdir)/dict/mkentities.c $(srcdir)/dict/source.c
dict/entities_table.c: dict/mkentities $(srcdir)/dict/entities.txt
	$(AM_V_GEN)dict/mkentities $(srcdir)/dict/entities.txt > $@.tmp && mv $@.tmp $@

# Kangxi radicals and compatibility ideographs.
EXTRA_DIST += dict/mkcompat.c dict/compat.txt dict/compat.py
dict_tables += dict/compat_table.c
CLEANFILES += dict/mkcompat
dict/mkcompat: $(srcdir)/dict/mkcompat.c $(srcdir)/src/compat_table.h $(dict_source)
	$(AM_V_GEN)$(dict_compile) -I$(srcdir)/src $(srcdir)/dict/mkcompat.c $(srcdir)/dict/source.c
dict/compat_table.c: dict/mkcompat $(srcdir)/dict/compat.txt
	$(AM_V_GEN)dict/mkcompat $(srcdir)/dict/compat.txt > $@.tmp && mv $@.tmp $@
