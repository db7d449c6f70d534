#include "zhnorm.h"
#include "choose.h"
#include "codec.h"
#include "convert.h"
#include "rule.h"
#include "rules_table.h"

const char *zhnorm_rule(unsigned rule) { return rule < RULE_COUNT ? rule_info[rule].id : NULL; }

bool zhnorm_rule_about(unsigned rule, struct zhnorm_rule_about *about)
{
	static const char *const certainty[] = {
		[CERTAIN] = "certain", [EVIDENT] = "evident", [PROBABLE] = "probable", [ASKED] = "asked"
	};

	if (rule >= RULE_COUNT)
		return false;
	*about = (struct zhnorm_rule_about){ .id = rule_info[rule].id,
					     .what = rule_info[rule].what,
					     .certainty = certainty[rule_info[rule].certainty],
					     .damaged = rules_example[rule].damaged,
					     .repaired = rules_example[rule].repaired };
	return true;
}

bool zhnorm_encoding_about(unsigned i, struct zhnorm_encoding_about *about)
{
	unsigned own = 0;

	while (codec_all[own])
		own++;
	if (i < own)
		*about = (struct zhnorm_encoding_about){ codec_all[i]->name, codec_all[i]->labels, true };
	else
		*about = (struct zhnorm_encoding_about){ .name = codec_iconv_name(i - own, &about->labels),
							 .labels = about->labels };
	return about->name;
}

const char *zhnorm_data(unsigned i) { return i == 0 ? conversion_data() : i == 1 ? choose_made_from() : NULL; }
