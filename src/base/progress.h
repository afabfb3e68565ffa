/* SPDX-License-Identifier: Apache-2.0 */
/* How far long work has come, for another thread to look at. Zero-initialised; total is 0 until it is known. */
#ifndef IW_PROGRESS_H
#define IW_PROGRESS_H

#include <stdatomic.h>

struct iw_progress {
	atomic_size_t done, total;
};

#endif
