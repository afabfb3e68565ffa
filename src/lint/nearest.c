/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/nearest.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/distance.h"
#include "lint/rule.h"

struct best {
	const char *wrong;
	char *meant;
	size_t distance;
};

/* Consider that who wrote best->wrong had `likely` in mind, and meant `meant`. */
static void
consider(struct best *best, const char *likely, const char *meant)
{
	size_t distance = iw_distance(best->wrong, likely);

	if (distance >= best->distance)
		return;
	best->distance = distance;
	free(best->meant);
	best->meant = iw_strdup(meant);
}

char *
iw_rule_nearest(const char *pattern)
{
	/* Farther away it would be a guess. */
	struct best best = { pattern, NULL, 2 + strlen(pattern) / 6 };

	for (size_t i = 0; i < iw_rule_count; i++) {
		const char *id = iw_rules[i].id;
		size_t group_len = strcspn(id, "/");
		char *group = iw_strndup(id, group_len), *all = iw_printf("%s/*", group);

		consider(&best, id, id);
		consider(&best, id + group_len + 1, id);
		consider(&best, group, all);
		consider(&best, all, all);
		free(all);
		free(group);
	}
	return best.meant;
}
