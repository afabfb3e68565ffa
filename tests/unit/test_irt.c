/* SPDX-License-Identifier: Apache-2.0 */
/* The exponential function, the curves of items and forms, and what parameters a bank gives. */
#include <math.h>

#include "base/exponential.h"
#include "scale/irt.h"
#include "tap.h"

static bool
is_near(double got, double want, double within)
{
	return fabs(got - want) <= within;
}

static void
test_curve(void)
{
	struct iw_irt_item form[65];
	size_t wrong = 0;

	ok(is_near(iw_irt_p(&(struct iw_irt_item){ 1, 0, 0 }, 0), .5, 1e-15));
	ok(is_near(iw_irt_p(&(struct iw_irt_item){ 1.5, .5, .2 }, 2), .2 + .8 / (1 + exp(-2.25)), 1e-15)); /* D = 1 */
	for (size_t i = 0; i < 65; i++)
		form[i] = (struct iw_irt_item){ .4 + .025 * (double)i, sin((double)i) * 2, i % 2 ? .2 : 0 };
	ok(is_near(iw_tcc_floor(form, 65), 6.4, 1e-12));
	ok(isnan(iw_tcc_inverse(form, 65, 6.4 - 1e-9)));
	ok(isnan(iw_tcc_inverse(form, 65, 65)));
	ok(isnan(iw_tcc_inverse(form, 65, (double)NAN)));
	for (double score = 6.401; score < 65; score += .0631)
		wrong += !is_near(iw_tcc(form, 65, iw_tcc_inverse(form, 65, score)), score, 1e-10);
	is_num(wrong, 0);
	/* An item that hardly discriminates has its answer far out. */
	ok(is_near(iw_tcc_inverse(&(struct iw_irt_item){ .01, 0, 0 }, 1, .9), log(9) / .01, 1e-7));
}

static void
test_exp(void)
{
	size_t wrong = 0;

	for (double x = -708; x <= 709; x += .00731)
		wrong += fabs(iw_exp(x) - exp(x)) > 4.5e-16 * exp(x);
	is_num(wrong, 0);
	ok(iw_exp(0) == 1);
	ok(iw_exp(-800) == 0 && iw_exp(-HUGE_VAL) == 0);
	ok(iw_exp(800) == HUGE_VAL && isnan(iw_exp((double)NAN)));
	/* To the last bit, on every machine. */
	ok(iw_exp(1) == 0x1.5bf0a8b14576ap+1);
	ok(iw_exp(-2.25) == 0x1.afb718e8457f8p-4);
	ok(iw_exp(20.3) == 0x1.3848660139d52p+29);
}

static void
test_parameters(void)
{
	static const double none = (double)NAN;
	static const struct {
		struct iw_statistics given;
		bool good;
		struct iw_irt_item want;
	} table[] = {
		{ { "rasch", none, -.5, none, none, none, none }, true, { 1, -.5, 0 } },
		{ { "1pl", none, .5, none, none, none, none }, true, { 1, .5, 0 } },
		{ { "1pl", 1.3, .5, none, none, none, none }, true, { 1.3, .5, 0 } },
		{ { "2pl", 1.2, .5, none, none, none, none }, true, { 1.2, .5, 0 } },
		{ { "2pl", none, .5, none, none, none, none }, false, { 0, 0, 0 } },
		{ { "3pl", 1.2, .5, .2, none, none, none }, true, { 1.2, .5, .2 } },
		{ { "3pl", 1.2, .5, 0, none, none, none }, true, { 1.2, .5, 0 } },
		{ { "3pl", 1.2, .5, none, none, none, none }, false, { 0, 0, 0 } },
		{ { "3pl", none, .5, .2, none, none, none }, false, { 0, 0, 0 } },
		{ { NULL, 1.2, .5, .2, none, none, none }, true, { 1.2, .5, .2 } },
		{ { NULL, none, .5, none, none, none, none }, true, { 1, .5, 0 } },
		{ { "2pl", 1.2, none, none, .7, .3, 400 }, false, { 0, 0, 0 } },
		{ { NULL, none, none, none, .7, .3, 400 }, false, { 0, 0, 0 } },
		{ { "2pl", 0, .5, none, none, none, none }, false, { 0, 0, 0 } },
		{ { "2pl", -1, .5, none, none, none, none }, false, { 0, 0, 0 } },
		{ { "3pl", 1, .5, 1, none, none, none }, false, { 0, 0, 0 } },
		{ { "3pl", 1, (double)INFINITY, .1, none, none, none }, false, { 0, 0, 0 } },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_irt_item got = { 0 };

		is_num(iw_irt_read(&table[i].given, &got), table[i].good);
		ok(got.a == table[i].want.a && got.b == table[i].want.b && got.c == table[i].want.c);
	}
	ok(!iw_irt_read(NULL, NULL));
}

int
main(void)
{
	test_exp();
	test_curve();
	test_parameters();
	return done();
}
