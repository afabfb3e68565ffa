/* SPDX-License-Identifier: Apache-2.0 */
#include "stats/evenness.h"

#include "base/chi_square.h"

struct iw_evenness
iw_evenness_of(const size_t *counts, unsigned n, size_t spread)
{
	struct iw_evenness e = { .degrees = n > 1 ? n - 1 : 0, .known = n > 1 && spread > 0 };
	double sum = 0, squares = 0;

	for (unsigned i = 0; i < n; i++)
		sum += (double)counts[i];
	if (n)
		e.expected = sum / n;
	if (!e.known)
		return e;
	for (unsigned i = 0; i < n; i++)
		squares += ((double)counts[i] - e.expected) * ((double)counts[i] - e.expected);
	e.chi_square = squares * n * (n - 1) / (double)spread;
	e.p = iw_chi_square_p(e.chi_square, e.degrees);
	e.reliable = e.expected >= 5;
	return e;
}
