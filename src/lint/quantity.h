/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Options that are quantities: numbers with or without a unit, times of day, dates. Only those of one family compare.
 */
#ifndef IW_QUANTITY_H
#define IW_QUANTITY_H

#include "lint/prose.h"

enum iw_family {
	IW_NUMBER,
	IW_TIME, /* in seconds */
	IW_BYTES,
	IW_LENGTH, /* in metres */
	IW_MASS,   /* in grams */
	IW_CLOCK,  /* in hours of the day */
	IW_DATE,   /* a number that grows with time */
};

struct iw_quantity {
	double value;
	enum iw_family family;
};

/* The quantity that an option is; false when it is another thing, or more than that. "1,3,4" is a list, and no number.
 */
bool iw_quantity_read(const struct iw_text *option, struct iw_quantity *q);

#endif
