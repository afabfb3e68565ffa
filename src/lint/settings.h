/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which rules run, and how severe they are. From weak to strong: what registry.c says, <lint> of exam.xml, and
 * what the user asks for in this run.
 */
#ifndef IW_SETTINGS_H
#define IW_SETTINGS_H

#include "base/status.h"
#include "lint/rule.h"

/* Ids of rules, or globs of them: "writing/longest-key", "writing/" and a star. */
struct iw_patterns {
	char **at;
	size_t count, cap;
};

struct iw_choice {
	struct iw_patterns select; /* only these rules run; none for all */
	struct iw_patterns ignore; /* these do not */
	struct iw_patterns set;    /* PATTERN=severity; later ones win */
};

/* Add the parts of a list with commas between. An empty part is added too, so that iw_severities refuses it. */
void iw_patterns_add(struct iw_patterns *patterns, const char *list);

void iw_choice_release(struct iw_choice *choice);

/*
 * The severity of each rule, by its place in iw_rules; free with free(). `exam` and `choice` may be NULL.
 * IW_UNUSABLE: a pattern that no rule has, or no such severity.
 */
enum iw_status iw_severities(const struct iw_exam *exam, const struct iw_choice *choice, enum iw_severity **severities,
                             struct iw_error *e);

#endif
