/* SPDX-License-Identifier: Apache-2.0 */
/* Pearson's chi-square test of counts against an even spread. */
#ifndef IW_CHI_SQUARE_H
#define IW_CHI_SQUARE_H

#include <stddef.h>

/* The sum of (observed - expected)^2 / expected over `n` counts of which each is expected alike; 0 without any. */
double iw_chi_square_even(const size_t *counts, size_t n);

/*
 * The probability of a statistic as large or larger by chance: Q(df / 2, x / 2), the regularised upper incomplete gamma
 * function, by its series or its continued fraction (Abramowitz and Stegun 6.5.29 and 6.5.31; the latter by Lentz's
 * method), to about 1e-12. 1 when df is 0.
 */
double iw_chi_square_p(double statistic, unsigned df);

#endif
