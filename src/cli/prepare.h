/* SPDX-License-Identifier: Apache-2.0 */
/* From a FORM on the command line to a compiled form: what export and pack begin with. */
#ifndef IW_PREPARE_H
#define IW_PREPARE_H

#include "cli/command.h"
#include "compile/compile.h"
#include "lint/run.h"

struct iw_prepared {
	struct iw_lint lint;
	struct iw_compiled compiled;
	xmlDoc *views[2]; /* the candidate view and the full view, made when asked for */
};

/* How much may be wrong with a form. */
enum iw_strictness {
	IW_PREVIEW, /* a form in the making: its composition (the rules of form scope) may be wrong, its items may not
	             */
	IW_PUBLISH, /* no finding at error severity in the exam, the form, the reference form, their items */
};

/*
 * Find the bank (--bank, or above the folder that the user is in), lint it, show the findings that
 * concern the form on standard error, compile. IW_FOUND when there are errors that the strictness does
 * not let pass. On failure nothing is to be released.
 */
enum iw_status iw_prepare(struct iw_prepared *p, const struct iw_args *args, const char *form,
                          enum iw_strictness strictness, struct iw_error *e);
void iw_prepared_release(struct iw_prepared *p);

/* The document of a view, checked against compiled-form.xsd. Borrowed. */
enum iw_status iw_prepared_view(struct iw_prepared *p, bool full, const xmlDoc **doc, struct iw_error *e);

#endif
