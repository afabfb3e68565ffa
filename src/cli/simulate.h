/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Responses of candidates that there are not: what `simulate` writes. docs/simulate.md tells how they come about.
 *
 * A candidate has an ability from the normal distribution, is right on a question as its item's parameters say, and
 * otherwise wrong in a way that candidates are. Candidate i depends on the form, the seed and i alone, so that a longer
 * run begins with the same candidates. Integers and basic operations only: the same bytes on every machine.
 */
#ifndef IW_SIMULATE_H
#define IW_SIMULATE_H

#include "base/buf.h"
#include "compile/compile.h"

struct iw_simulation {
	uint64_t seed;
	double mean, sd; /* of the abilities */
	struct iw_simulated *questions;
	size_t count;
	size_t given_count; /* questions whose item has parameters of its own */
};

/* Keeps nothing of `compiled`. */
void iw_simulation_init(struct iw_simulation *s, const struct iw_compiled *compiled, uint64_t seed, double mean,
                        double sd);
void iw_simulation_release(struct iw_simulation *s);

/* Add the line of the columns, and that of candidate number `i`, from 1 (docs/responses.md). */
void iw_simulation_head(const struct iw_simulation *s, struct iw_buf *out);
void iw_simulation_line(const struct iw_simulation *s, uint64_t i, struct iw_buf *out);

#endif
