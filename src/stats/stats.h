/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures of a bank: what it holds against what its exam needs. Plain data, collected once and then only read, by each
 * format of report/. Strings and items are borrowed from the bank, which the struct owns. Nothing here depends
 * on the number of threads.
 *
 * Retired items are counted among the items and nowhere else: no form will have them.
 */
#ifndef IW_STATS_H
#define IW_STATS_H

#include "base/progress.h"
#include "model/bank.h"
#include "stats/enemies.h"
#include "stats/evenness.h"
#include "stats/spread.h"

enum {
	IW_STATUSES = IW_RETIRED + 1,
	IW_TYPE_ROWS = IW_TYPES + 1, /* the types, and a row for items that have no interaction */
	IW_SUPPLY_FORMS = 3,         /* forms that share no item: one, two, three */
	IW_MOST_POSITIONS = 26,      /* options of an item whose keys are counted by position */
	IW_LONGEST = 10,
};

/* Items by status. */
struct iw_tally {
	size_t of[IW_STATUSES];
};

size_t iw_tally_total(const struct iw_tally *tally);

struct iw_task_figures {
	const char *id, *title; /* NULL when exam.xml does not say */
	struct iw_tally items;
};

struct iw_domain_figures {
	const struct iw_domain *domain; /* NULL for the row of items in no domain of the blueprint */
	struct iw_tally items, types[IW_TYPE_ROWS];
	struct iw_task_figures *tasks;
	size_t task_count;
	struct iw_tally no_task;      /* items that name none */
	struct iw_tally unknown_task; /* items that name one which the domain has not */
};

/* Approved items against what a number of forms that share none need. */
struct iw_supply {
	unsigned forms;
	uint64_t *needed, *missing; /* scored items, by domain */
	uint64_t scored, scored_missing;
	uint64_t unscored, spare, unscored_missing; /* spare: approved items that no domain needs for scored ones */
};

/* Where the keys stand in the items of a type that have equally many options. */
struct iw_key_figures {
	enum iw_type type;
	unsigned options;
	size_t items, counts[IW_MOST_POSITIONS];
	struct iw_evenness evenness;
};

/* Words that a candidate reads. */
struct iw_reading_figures {
	struct iw_spread all, types[IW_TYPE_ROWS];
	struct iw_histogram histogram;
	const struct iw_item *longest[IW_LONGEST];
	size_t longest_count;
	double form_words; /* of a form of approved items of mean length; 0 when there are none */
};

enum iw_parameter { IW_P, IW_R, IW_A, IW_B, IW_C, IW_N, IW_PARAMETERS };

/* What <statistics> say. A value that the schema does not allow, or beyond all reason, counts as not there. */
struct iw_difficulty_figures {
	size_t with; /* items that have any */
	struct iw_spread of[IW_PARAMETERS];
	struct iw_histogram p_histogram, b_histogram;
	const struct iw_item **low; /* a point-biserial below IW_LOW_R, the lowest first */
	size_t low_count, negative_count;
};

/* A usual bound for poor items: Ebel, Frisbie, "Essentials of Educational Measurement" (1991). */
#define IW_LOW_R 0.2

struct iw_stats {
	struct iw_bank bank;
	size_t files, unread; /* of items; those that are no readable items */
	struct iw_tally items, types[IW_TYPE_ROWS];
	size_t in_use; /* items that are not retired */
	struct iw_domain_figures
		*domains; /* in the order of the blueprint; then the items in none, when there are any */
	size_t domain_count;
	struct iw_supply supply[IW_SUPPLY_FORMS];
	uint64_t approved; /* items in a domain of the blueprint */
	uint64_t forms;    /* how many forms that share no item could be made of them */
	struct iw_key_figures *keys;
	size_t key_count, keys_left_out; /* items of which no position is counted: more options than that */
	struct iw_reading_figures reading;
	struct iw_difficulty_figures difficulty;
	struct iw_enemies enemies;
	struct iw_arena arena;
};

/* Load the bank in folder `root` and collect its figures. `progress` counts files; it may be NULL. On failure nothing
 * is to be released. IW_UNUSABLE: the bank or its exam.xml cannot be read. */
enum iw_status iw_stats_collect(struct iw_stats *stats, const char *root, unsigned jobs, struct iw_progress *progress,
                                struct iw_error *e);
void iw_stats_release(struct iw_stats *stats);

/* The parts of it, each in a file of its own; for collect.c. */
struct iw_key_counts;
void iw_collect_counts(struct iw_stats *stats);
void iw_collect_supply(struct iw_stats *stats);
struct iw_key_counts *iw_key_counts_new(void);
void iw_key_counts_add(struct iw_key_counts *counts, const struct iw_item *item, const struct iw_body *body);
void iw_collect_keys(struct iw_stats *stats, struct iw_key_counts *counts);
void iw_collect_reading(struct iw_stats *stats);
void iw_collect_difficulty(struct iw_stats *stats);

#endif
