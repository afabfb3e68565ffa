/* SPDX-License-Identifier: Apache-2.0 */
#include "base/chi_square.h"

#include <float.h>
#include <math.h>

double
iw_chi_square_even(const size_t *counts, size_t n)
{
	double total = 0, sum = 0;

	for (size_t i = 0; i < n; i++)
		total += (double)counts[i];
	for (size_t i = 0; i < n && total > 0; i++) {
		double expected = total / (double)n, d = (double)counts[i] - expected;

		sum += d * d / expected;
	}
	return sum;
}

/* P(a, x) for x < a + 1. */
static double
by_series(double a, double x, double front)
{
	double term = 1 / a, sum = term;

	for (double k = a + 1; fabs(term) > fabs(sum) * DBL_EPSILON; k++) {
		term *= x / k;
		sum += term;
	}
	return sum * front;
}

/* Q(a, x) for x >= a + 1. */
static double
by_fraction(double a, double x, double front)
{
	double b = x + 1 - a, c = 1 / DBL_MIN, d = 1 / b, h = d;

	for (double i = 1, step = 0; i < 1000 && fabs(step - 1) > DBL_EPSILON; i++) {
		double an = -i * (i - a);

		b += 2;
		d = an * d + b;
		d = 1 / (fabs(d) < DBL_MIN ? DBL_MIN : d);
		c = b + an / c;
		c = fabs(c) < DBL_MIN ? DBL_MIN : c;
		step = d * c;
		h *= step;
	}
	return front * h;
}

double
iw_chi_square_p(double statistic, unsigned df)
{
	double a = df / 2.0, x = statistic / 2, front;

	if (df == 0 || !(x > 0))
		return 1;
	front = exp(a * log(x) - x - lgamma(a));
	return x < a + 1 ? 1 - by_series(a, x, front) : by_fraction(a, x, front);
}
