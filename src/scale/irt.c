/* SPDX-License-Identifier: Apache-2.0 */
#include "scale/irt.h"

#include <math.h>
#include <string.h>

#include "base/exponential.h"

bool
iw_irt_read(const struct iw_statistics *s, struct iw_irt_item *item)
{
	bool three = s && s->model && strcmp(s->model, "3pl") == 0, two = s && s->model && strcmp(s->model, "2pl") == 0;
	struct iw_irt_item read;

	if (!s)
		return false;
	read = (struct iw_irt_item){
		.a = isnan(s->a) && !two && !three ? 1 : s->a,
		.b = s->b,
		.c = isnan(s->c) && !three ? 0 : s->c,
	};
	if (!(isfinite(read.a) && read.a > 0 && isfinite(read.b) && read.c >= 0 && read.c < 1))
		return false;
	*item = read;
	return true;
}

double
iw_irt_p(const struct iw_irt_item *item, double theta)
{
	return item->c + (1 - item->c) / (1 + iw_exp(-item->a * (theta - item->b)));
}

double
iw_tcc(const struct iw_irt_item *items, size_t n, double theta)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += iw_irt_p(&items[i], theta);
	return sum;
}

double
iw_tcc_floor(const struct iw_irt_item *items, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += items[i].c;
	return sum;
}

double
iw_tcc_inverse(const struct iw_irt_item *items, size_t n, double score)
{
	double low = -40, high = 40;

	if (!(score > iw_tcc_floor(items, n) && score < (double)n))
		return (double)NAN;
	/* The curve rises everywhere, so that one ability has the score; far out when items hardly discriminate. */
	while (iw_tcc(items, n, low) > score && low > -1e9)
		low *= 2;
	while (iw_tcc(items, n, high) < score && high < 1e9)
		high *= 2;
	while (high - low > 1e-12) {
		double middle = low + (high - low) / 2;

		if (middle <= low || middle >= high)
			break;
		if (iw_tcc(items, n, middle) < score)
			low = middle;
		else
			high = middle;
	}
	return low + (high - low) / 2;
}
