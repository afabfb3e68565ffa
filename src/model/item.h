/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Items as plain data, in two parts: `iw_item`, which is kept for the life of the bank and is small (a
 * bank may have 100,000), and `iw_body`, the texts and the tree, which live while the item's file is
 * being looked at.
 */
#ifndef IW_ITEM_H
#define IW_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/exam.h"

enum iw_item_status { IW_DRAFT, IW_REVIEW, IW_APPROVED, IW_RETIRED };

/* A name that refers to something, and where it stands. */
struct iw_ref {
	const char *name;
	struct iw_span at;
};

/* What is known of an item from earlier administrations: <statistics>. NAN where it says nothing. */
struct iw_statistics {
	const char *model; /* of a, b and c: "rasch", "1pl", "2pl", "3pl"; NULL without */
	double a, b, c;    /* discrimination, difficulty (logits), pseudo-guessing */
	double p, r;       /* p-value, point-biserial */
	double n;          /* candidates that p and r rest on */
};

struct iw_item {
	struct iw_owner owner;
	size_t place;   /* which item of its file it is, from 0 */
	const char *id; /* these are NULL when they are missing */
	struct iw_span id_at;
	struct iw_ref domain, task;
	enum iw_item_status status;
	enum iw_type type; /* IW_TYPES when it has no interaction */
	struct iw_ref *enemies;
	size_t enemy_count;
	struct iw_ref *media; /* the src of each img */
	size_t media_count;
	/* For duplicates: hashes of the different words of stem and options; of the stem's words in order
	 * together with the options' words, whatever the options' order. */
	uint64_t *words;
	size_t word_count;
	uint64_t fingerprint;
	uint32_t reading;                            /* words that a candidate reads: of stem and options, each time */
	uint16_t option_count, key_count, key_place; /* key_place: of the first key, from 0, as the author wrote them */
	bool shuffle;
	const struct iw_statistics *statistics; /* NULL without */
};

enum iw_option_kind { IW_KEY, IW_DISTRACTOR, IW_STEP, IW_PROMPT, IW_RESPONSE, IW_OPTION_KINDS };

struct iw_item_option {
	enum iw_option_kind kind;
	const char *id;    /* NULL when it has none */
	const char *match; /* of a prompt */
	const char *text;  /* without its rationale, white space folded */
	bool has_picture;  /* an image or a formula: text alone does not tell it */
	bool has_code;     /* in which upper and lower case differ */
	const xmlNode *node;
};

struct iw_body {
	const struct iw_xml *xml;
	const xmlNode *node, *stem, *interaction; /* the latter two may be NULL */
	const char *stem_text;
	struct iw_item_option *options; /* in the author's order */
	size_t option_count;
	size_t counts[IW_OPTION_KINDS];
	bool shuffle;
};

/*
 * Read an item element, which may break the schema. What is kept goes into `keep`, the body into
 * `passing`, the arena of the file.
 */
void iw_item_read(struct iw_item *item, struct iw_body *body, struct iw_arena *keep, struct iw_arena *passing,
                  const struct iw_xml *xml, size_t source, const xmlNode *node);

/* The options of an interaction, and how many of each kind; what iw_item_read uses. */
void iw_body_options(struct iw_body *body, struct iw_arena *arena);

#endif
