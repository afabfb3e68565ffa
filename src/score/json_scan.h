/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON in, in one pass over its text, with the place of everything: jansson tells no places of values. Strict, as RFC
 * 8259: what is accepted here is JSON. Nothing is built; who asks takes what it knows and skips the rest.
 */
#ifndef IW_JSON_SCAN_H
#define IW_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct iw_json_scan {
	const char *text;
	size_t len, at;
	char *out; /* room of the caller's for as many bytes as the text has; moved behind those that strings took */
	const char *why; /* static, when something was refused; `at` is where */
};

/* The characters of a string, in UTF-8: within the text, or in the room when there were escapes. */
struct iw_json_text {
	const char *text;
	size_t len;
	size_t at; /* of the opening quotation mark */
};

/* Skip white space; then the next character, or 0 at the end. */
char iw_json_peek(struct iw_json_scan *scan);

/* Take this character, after white space, if it is the next one. */
bool iw_json_take(struct iw_json_scan *scan, char c);

bool iw_json_take_string(struct iw_json_scan *scan, struct iw_json_text *string);

/* Take any value, of at most 32 levels, and forget it. */
bool iw_json_skip(struct iw_json_scan *scan);

/* Refuse what stands here, unless something was refused before. Returns false. */
bool iw_json_refuse(struct iw_json_scan *scan, const char *why);

#endif
