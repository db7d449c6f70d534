/* list.h - what the program knows, as lists that other programs can read: --list=WHAT. */
#ifndef LIST_H
#define LIST_H
#include <stdbool.h>

/* Prints the list of that name on standard output: one row a line, its cells separated by tabs. False where there is
   none of that name. */
bool list_print(const char *what);

#endif
