/* SPDX-License-Identifier: Apache-2.0 */
/* Whether keys stand as evenly among the options as chance would have them. */
#ifndef IW_EVENNESS_H
#define IW_EVENNESS_H

#include <stdbool.h>
#include <stddef.h>

/* Keys by the position of the option, over items that have equally many options. */
struct iw_evenness {
	double expected; /* keys at each position, were they even */
	double chi_square, p;
	unsigned degrees;
	bool known;    /* false when nothing can be said: no items, or all or none of the options are keys */
	bool reliable; /* at least 5 are expected: the usual rule of Cochran 1954 for when chi-square may be trusted */
};

/*
 * Cochran's Q: the sum over positions of (count - expected)^2 / C, where C is the sum over items of k(n-k) / (n(n-1)),
 * k keys among n options, is chi-square with n-1 degrees of freedom when the keys of each item stand at positions drawn
 * without replacement (Cochran 1950, "The comparison of percentages in matched samples", Biometrika 37). With one
 * key an item C is the expected count and this is Pearson's chi-square. With more, Pearson's would be too small:
 * two keys of an item cannot stand at one position.
 *
 * `counts` has a place for each of the n positions; `spread` is the sum of k(n-k) over the items.
 */
struct iw_evenness iw_evenness_of(const size_t *counts, unsigned n, size_t spread);

#endif
