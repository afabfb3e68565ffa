/* SPDX-License-Identifier: Apache-2.0 */
/* The scale of a form of a bank, and how it stands in form.json of the scoring package (schemas/form.schema.json). */
#ifndef IW_FREEZE_H
#define IW_FREEZE_H

#include "base/json.h"
#include "model/bank.h"
#include "scale/scale.h"

/*
 * The scale of `form`: a table, or why its scores are raw only. Without a scale or a cut in exam.xml, without the
 * reference form, and where items that equating needs have no parameters, that is no failure. IW_FOUND as
 * iw_scale_make.
 */
enum iw_status iw_scale_of_form(struct iw_scale *scale, const struct iw_bank *bank, const struct iw_form *form,
                                struct iw_error *e);

/*
 * The members of "scoring" that freeze it: "table" or "raw-only", and "sections". An object of the caller's. Numbers
 * are decimals of at most 15 digits, which a double gives back as they are written.
 */
json_t *iw_scale_json(const struct iw_scale *scale, const struct iw_exam *exam);

#endif
