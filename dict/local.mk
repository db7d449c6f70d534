# Text tables in, C out: each dict/mkX.c makes one dict/X_table.c. Those are built, never shipped, never edited.
dict_tables = dict/codec_table.c dict/hanbits_table.c
CLEANFILES += $(dict_tables) dict/mkcodec dict/mkhanbits

# $(CC_FOR_BUILD) makes the generators: they run on the machine that builds.
dict_compile = $(MKDIR_P) dict && $(CC_FOR_BUILD) $(CFLAGS_FOR_BUILD) -o $@

EXTRA_DIST += dict/mkcodec.c dict/gb18030.txt dict/big5.txt dict/codec.py
dict/mkcodec: $(srcdir)/dict/mkcodec.c
	$(AM_V_GEN)$(dict_compile) $(srcdir)/dict/mkcodec.c
dict/codec_table.c: dict/mkcodec $(srcdir)/dict/gb18030.txt $(srcdir)/dict/big5.txt
	$(AM_V_GEN)dict/mkcodec $(srcdir)/dict/gb18030.txt $(srcdir)/dict/big5.txt > $@.tmp && mv $@.tmp $@

# The language model: costs as text, and OpenCC's characters to fold, which come as text or in OpenCC's own format.
dict_tables += dict/lm_table.c
CLEANFILES += dict/mklm dict/lm_fold.txt
EXTRA_DIST += dict/mklm.c dict/lm.txt dict/lm.py dict/lm.head dict/lmtext.py
dict/mklm: $(srcdir)/dict/mklm.c $(srcdir)/src/lm_table.h
	$(AM_V_GEN)$(dict_compile) $(srcdir)/dict/mklm.c -lm
dict/lm_fold.txt:
	$(AM_V_GEN)$(MKDIR_P) dict && if test -f $(OPENCC_DATA)/TSCharacters.txt; \
	then cp $(OPENCC_DATA)/TSCharacters.txt $@.tmp; \
	else $(OPENCC_DICT) -i $(OPENCC_DATA)/TSCharacters.ocd2 -o $@.tmp -f ocd2 -t text; fi && mv $@.tmp $@
dict/lm_table.c: dict/mklm dict/lm_fold.txt $(srcdir)/dict/lm.txt
	$(AM_V_GEN)dict/mklm $(srcdir)/dict/lm.txt dict/lm_fold.txt > $@.tmp && mv $@.tmp $@

EXTRA_DIST += dict/mkhanbits.c dict/hanbits.txt dict/hanbits.py
dict/mkhanbits: $(srcdir)/dict/mkhanbits.c
	$(AM_V_GEN)$(dict_compile) $(srcdir)/dict/mkhanbits.c
dict/hanbits_table.c: dict/mkhanbits $(srcdir)/dict/hanbits.txt
	$(AM_V_GEN)dict/mkhanbits $(srcdir)/dict/hanbits.txt > $@.tmp && mv $@.tmp $@
