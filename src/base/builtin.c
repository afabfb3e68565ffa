/* SPDX-License-Identifier: Apache-2.0 */
#include "base/builtin.h"

#include <string.h>

const struct iw_builtin *
iw_builtin_find(const struct iw_builtin *table, const char *name)
{
	for (; table->name; table++)
		if (strcmp(table->name, name) == 0)
			return table;
	return NULL;
}
