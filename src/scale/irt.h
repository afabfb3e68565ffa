/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Item response theory: how likely an item is answered right at an ability, and what score a form is expected to have
 * there.
 *
 * The three-parameter logistic model (Birnbaum, in Lord and Novick 1968, ch. 17), with D = 1: theta and b are in
 * logits, and nothing is multiplied by 1.7.
 *
 *     P(theta) = c + (1 - c) / (1 + exp(-a (theta - b)))
 *
 * The others are cases of it: 2PL has c = 0, 1PL and Rasch have a = 1 too unless the bank gives another. The test
 * characteristic curve (TCC) of a form is the sum of P over its scored items: the true score (Kolen and Brennan 2014,
 * Test Equating, Scaling, and Linking, 3rd ed., ch. 6).
 */
#ifndef IW_IRT_H
#define IW_IRT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/item.h"

/* a > 0, 0 <= c < 1, all finite. */
struct iw_irt_item {
	double a, b, c;
};

/*
 * The parameters of <statistics>: what is written there counts, whatever the model. The model says what may be left
 * out: a (then 1) for "rasch", "1pl" and without a model, c (then 0) for all but "3pl". False, with nothing filled in,
 * when there are none, or none that the model allows.
 */
bool iw_irt_read(const struct iw_statistics *statistics, struct iw_irt_item *item);

double iw_irt_p(const struct iw_irt_item *item, double theta);

/* The expected score of a form. */
double iw_tcc(const struct iw_irt_item *items, size_t n, double theta);

/* The sum of c, which the expected score comes near for low abilities. */
double iw_tcc_floor(const struct iw_irt_item *items, size_t n);

/* The ability at which `score` is expected, to 1e-12; NAN unless it is above the sum of c and below n. */
double iw_tcc_inverse(const struct iw_irt_item *items, size_t n, double score);

#endif
