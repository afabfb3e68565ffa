/* SPDX-License-Identifier: Apache-2.0 */
/* The chi-square test, against tables and closed forms. */
#include <float.h>
#include <math.h>

#include "base/chi_square.h"
#include "tap.h"

static bool
is_near(double got, double want)
{
	bool good = fabs(got - want) <= 1e-11 * want + 1e-14;

	if (!good)
		printf("# got %.17g, want %.17g\n", got, want);
	return good;
}

static void
test_even(void)
{
	static const struct {
		size_t counts[5], n;
		double want;
	} table[] = {
		{ { 0 }, 0, 0 },
		{ { 0, 0, 0 }, 3, 0 },
		{ { 7 }, 1, 0 },
		{ { 10, 10, 10, 10 }, 4, 0 },
		{ { 20, 0 }, 2, 20 },
		{ { 5, 15 }, 2, 5 },
		{ { 15, 5 }, 2, 5 },
		{ { 40, 20, 20, 20 }, 4, 12 },
		{ { 1, 2, 3, 4, 5 }, 5, 10.0 / 3 },
		{ { 1000000, 1000300 }, 2, 90000.0 / 2000300 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		ok(is_near(iw_chi_square_even(table[i].counts, table[i].n), table[i].want));
}

/* Critical values, as statistical tables and R's qchisq have them. */
static void
test_tables(void)
{
	static const struct {
		double p;
		unsigned df;
		double statistic;
	} table[] = {
		{ .05, 1, 3.841458820694124 },  { .05, 2, 5.991464547107979 },   { .05, 3, 7.814727903251179 },
		{ .05, 4, 9.487729036781154 },  { .05, 5, 11.070497693516351 },  { .05, 10, 18.307038053275146 },
		{ .01, 1, 6.6348966010212145 }, { .01, 2, 9.21034037197618 },    { .01, 3, 11.344866730144373 },
		{ .01, 4, 13.276704135987622 }, { .01, 10, 23.209251158954356 }, { .001, 1, 10.827566170662733 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		ok(is_near(iw_chi_square_p(table[i].statistic, table[i].df), table[i].p));
}

/*
 * Q(df / 2, x / 2) by the recurrence Q(a + 1, x) = Q(a, x) + x^a e^-x / gamma(a + 1), from erfc for odd numbers of
 * degrees of freedom and from e^-x for even ones.
 */
static double
by_recurrence(double statistic, unsigned df)
{
	double x = statistic / 2, a = df % 2 ? .5 : 1, q = df % 2 ? erfc(sqrt(x)) : exp(-x);

	for (; a < df / 2.0; a++)
		q += exp(a * log(x) - x - lgamma(a + 1));
	return q;
}

static void
test_closed_forms(void)
{
	size_t wrong = 0;
	double last = 2;

	for (unsigned df = 1; df <= 60; df++)
		for (double x = .01; x < 300; x *= 1.1)
			wrong += !is_near(iw_chi_square_p(x, df), by_recurrence(x, df));
	is_num(wrong, 0);
	wrong = 0;
	for (double x = 0; x < 100; x += .1) {
		double p = iw_chi_square_p(x, 7);

		wrong += !(p < last || (x < .5 && p <= last));
		last = p;
	}
	is_num(wrong, 0);
}

static void
test_extremes(void)
{
	ok(iw_chi_square_p(0, 3) == 1);
	ok(iw_chi_square_p(-1, 3) == 1);
	ok(iw_chi_square_p((double)NAN, 3) == 1);
	ok(iw_chi_square_p(5, 0) == 1);
	ok(iw_chi_square_p(DBL_MIN, 1) <= 1 && iw_chi_square_p(DBL_MIN, 1) > .999);
	ok(iw_chi_square_p(1e4, 1) == 0);
	ok(iw_chi_square_p(1e300, 25) == 0);
	ok(iw_chi_square_p(DBL_MAX, 1) == 0);
	ok(is_near(iw_chi_square_p(1000, 1000), by_recurrence(1000, 1000)));
	ok(iw_chi_square_p(1, 1000) > 1 - 1e-12);
	ok(iw_chi_square_p(100, 3) > 0 && iw_chi_square_p(100, 3) < 1e-20);
}

int
main(void)
{
	test_even();
	test_tables();
	test_closed_forms();
	test_extremes();
	return done();
}
