/* SPDX-License-Identifier: Apache-2.0 */
#include "base/distance.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST = 64 };

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
iw_distance(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), rows[3][LONGEST + 1];

	if (n > LONGEST || m > LONGEST)
		return SIZE_MAX;
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			row[j] = least(above[j], row[j - 1]) + 1;
			row[j] = least(row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
	}
	return rows[n % 3][m];
}
