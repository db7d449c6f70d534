# Text tables in, C out: each dict/mkX.c makes one dict/X_table.c. Those are built, never shipped, never edited.
dict_tables =
