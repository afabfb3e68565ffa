/* SPDX-License-Identifier: Apache-2.0 */
/* How far two words are from each other, for "did you mean". */
#ifndef IW_DISTANCE_H
#define IW_DISTANCE_H

#include <stddef.h>

/*
 * How many letters must be inserted, removed, replaced or exchanged with their neighbour to make one word of the other
 * (optimal string alignment, in bytes). SIZE_MAX when one of them is longer than 64 bytes.
 */
size_t iw_distance(const char *a, const char *b);

#endif
