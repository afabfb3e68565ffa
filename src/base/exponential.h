/* SPDX-License-Identifier: Apache-2.0 */
/*
 * e to the power of x, the same to the last bit on every machine with IEEE 754 doubles. That of the C library is not:
 * its last bit differs from one processor to the next, and then a frozen table of scores would.
 */
#ifndef IW_EXPONENTIAL_H
#define IW_EXPONENTIAL_H

/* Within two units of the last place. 0 below -708, infinite above 709, NAN for NAN. */
double iw_exp(double x);

#endif
