/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What several formats need of a finding. Names of files and messages come from authors: they may hold any
 * character, and names any byte. Each function here adds to a buffer what one kind of reader can take.
 */
#ifndef IW_REPORT_COMMON_H
#define IW_REPORT_COMMON_H

#include "base/json.h"
#include "lint/report/report.h"

/*
 * A line for a terminal or a log: white space becomes a space; control characters, those that turn the direction of
 * text, and bytes that are not UTF-8 become U+FFFD.
 */
void iw_add_line(struct iw_buf *out, const char *s);

/* The same, but tabs and line ends stay. */
void iw_add_text(struct iw_buf *out, const char *s);

/* Text that XML 1.0 can hold: what it cannot becomes U+FFFD. */
void iw_add_xml_chars(struct iw_buf *out, const char *s);

/*
 * The path of a file of the bank as its repository names it: without empty and "." parts, and with ".." only in front.
 * Bytes are kept as they are.
 */
void iw_add_ci_path(struct iw_buf *out, const struct iw_report *report, const char *path);

/* A path as part of a URI: what is not unreserved is percent-encoded, and slashes stay. */
void iw_add_uri_path(struct iw_buf *out, const char *path);

/* "items/a.xml:3:5: note: what is wrong [group/name]", as compilers print it. */
void iw_add_gcc_line(struct iw_buf *out, const char *path, const struct iw_finding *f);

/* The path for CI as JSON. */
json_t *iw_json_ci_path(const struct iw_report *report, const char *path);

/*
 * For each finding which one of its fingerprint it is, from 1. Free with free(). It stays the same when lines are
 * inserted, since findings are in order.
 */
uint32_t *iw_fingerprint_turns(const struct iw_findings *findings);

/* "0123456789abcdef", with ":N" for the N-th finding of a fingerprint from the second on. */
json_t *iw_json_fingerprint(const struct iw_finding *f, uint32_t turn);

/* What the subject of a finding is: "item", "form" or "exam". */
const char *iw_subject_kind(const char *path);

#endif
