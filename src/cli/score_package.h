/* SPDX-License-Identifier: Apache-2.0 */
/* The scoring package that score is given: verified first, then read. */
#ifndef IW_SCORE_PACKAGE_H
#define IW_SCORE_PACKAGE_H

#include "cli/command.h"
#include "score/answer_key.h"

/*
 * Verify --package with the keys of -p (and --require), as verify does, and read its answer key. IW_FOUND when it is
 * not well signed, IW_UNUSABLE when it is no scoring package. The key is released when this is IW_OK.
 */
enum iw_status iw_score_package(const struct iw_args *args, struct iw_answer_key *key, struct iw_error *e);

#endif
