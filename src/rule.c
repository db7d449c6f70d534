#include "rule.h"

const struct rule_info rule_info[RULE_COUNT] = {
#define ROW(name, id, certainty, what) { id, certainty, what },
	RULES(ROW)
#undef ROW
};

_Static_assert(RULE_COUNT <= 64, "a set of rules is one uint64_t");
