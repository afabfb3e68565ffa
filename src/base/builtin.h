/* SPDX-License-Identifier: Apache-2.0 */
/* Files that the build puts into the program, so that it needs nothing at run time to do its work. */
#ifndef IW_BUILTIN_H
#define IW_BUILTIN_H

#include <stddef.h>

struct iw_builtin {
	const char *name; /* relative, such as "item.xsd"; NULL ends a table */
	const char *data; /* not NUL-terminated */
	size_t len;
};

extern const struct iw_builtin iw_builtin_schemas[]; /* schemas/ */
extern const struct iw_builtin iw_builtin_stats[];   /* src/stats/report/: the dashboard's style and stylesheet */
extern const struct iw_builtin iw_builtin_rules[];   /* docs/rules/: "item/key-count.md" */
extern const struct iw_builtin iw_builtin_words[];   /* src/lint/words/: "en/vague-term.txt" */

/* The file of that name, or NULL. */
const struct iw_builtin *iw_builtin_find(const struct iw_builtin *table, const char *name);

#endif
