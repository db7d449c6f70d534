# Text tables in, C out: each dict/mkX.c makes one dict/X_table.c. Those are built, never shipped, never edited.
dict_tables = dict/codec_table.c
CLEANFILES += $(dict_tables) dict/mkcodec

# $(CC_FOR_BUILD) makes the generators: they run on the machine that builds.
dict_compile = $(MKDIR_P) dict && $(CC_FOR_BUILD) $(CFLAGS_FOR_BUILD) -o $@

EXTRA_DIST += dict/mkcodec.c dict/gb18030.txt dict/big5.txt dict/codec.py
dict/mkcodec: $(srcdir)/dict/mkcodec.c
	$(AM_V_GEN)$(dict_compile) $(srcdir)/dict/mkcodec.c
dict/codec_table.c: dict/mkcodec $(srcdir)/dict/gb18030.txt $(srcdir)/dict/big5.txt
	$(AM_V_GEN)dict/mkcodec $(srcdir)/dict/gb18030.txt $(srcdir)/dict/big5.txt > $@.tmp && mv $@.tmp $@
