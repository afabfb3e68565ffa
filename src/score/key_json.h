/* SPDX-License-Identifier: Apache-2.0 */
/* Reading form.json, shared by answer_key.c and key_scale.c. Members that are not as they must be fail with their name.
 */
#ifndef IW_KEY_JSON_H
#define IW_KEY_JSON_H

#include "base/json.h"
#include "score/answer_key.h"

struct iw_key_reading {
	struct iw_answer_key *key;
	const char *path;
	struct iw_error *e;
};

/* IW_UNUSABLE, naming the member. */
__attribute__((format(printf, 2, 3))) enum iw_status iw_key_damaged(struct iw_key_reading *r, const char *fmt, ...);

/* A string member, copied into the arena; NULL when there is none. */
const char *iw_key_string(struct iw_key_reading *r, const json_t *object, const char *name);

/* The index of a domain; key->domain_count when there is none of that id. */
size_t iw_key_domain(const struct iw_answer_key *key, const char *id);

/* The member "scoring": table, sections. Questions and domains have been read. */
enum iw_status iw_key_scale(struct iw_key_reading *r, const json_t *scoring);

#endif
