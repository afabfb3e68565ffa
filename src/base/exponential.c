/* SPDX-License-Identifier: Apache-2.0 */
/* Basic operations only, which IEEE 754 rounds correctly; the build forbids joining them (-ffp-contract=off). */
#include "base/exponential.h"

#include <math.h>

/* ln 2 in two parts, of which the first times a whole number of 11 bits is exact. */
static const double LN2_HIGH = 6.93147180369123816490e-01, LN2_LOW = 1.90821492927058770002e-10;
static const double PER_LN2 = 1.44269504088896338700;

/* 1 / n! from n = 13 down: the series ends below 2^-54 for |r| <= ln 2 / 2. */
static const double terms[] = {
	1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
	1.0 / 720,        1.0 / 120,       1.0 / 24,       1.0 / 6,       1.0 / 2,      1,           1,
};

double
iw_exp(double x)
{
	double k, r, sum = 0;

	if (isnan(x))
		return x;
	if (x > 709)
		return HUGE_VAL;
	if (x < -708)
		return 0;
	k = floor(x * PER_LN2 + .5);
	r = (x - k * LN2_HIGH) - k * LN2_LOW;
	for (unsigned i = 0; i < sizeof terms / sizeof *terms; i++)
		sum = sum * r + terms[i];
	return ldexp(sum, (int)k);
}
