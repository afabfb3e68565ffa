/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A bank: the folder that holds exam.xml, with all that is in it.
 *
 * Loading goes through every file once. Exam and forms are read first, then the items in parallel; each
 * file of items is shown to a visitor while its tree is there, and then only what is small is kept. A
 * file that is wrong has problems and perhaps no items; it never ends the loading. The order of
 * sources, items and problems does not depend on the number of threads.
 */
#ifndef IW_BANK_H
#define IW_BANK_H

#include "base/file.h"
#include "base/hash.h"
#include "model/form.h"
#include "xml/schema.h"

enum iw_source_kind { IW_SOURCE_EXAM, IW_SOURCE_FORM, IW_SOURCE_ITEMS };

/* A file of the bank. */
struct iw_source {
	enum iw_source_kind kind;
	const char *path; /* relative to the bank's folder */
	struct iw_problem *problems;
	size_t problem_count;
	struct iw_owner outside; /* what stands in the file, but in no item, form or exam */
	struct iw_item *items;
	size_t item_count;
	void *visited; /* the visitor's own */
};

struct iw_bank {
	char *root;
	struct iw_source *sources; /* exam.xml, then forms, then items, each in the order of their paths */
	size_t source_count;
	const struct iw_exam *exam; /* NULL when exam.xml could not be read as one */
	struct iw_form *forms;
	size_t form_count;
	struct iw_item **items; /* all of them, in the order of their sources */
	size_t item_count;
	struct iw_map by_id;   /* id -> index into items; the first one of that id */
	struct iw_paths media; /* the files below media/ */
	struct iw_schema *schema;
	/* What the above points into. */
	struct iw_paths paths;
	struct iw_arena *arenas;
	unsigned arena_count;
	struct iw_exam exam_data;
};

/* The folder with exam.xml at or above `path`, as a path that is usable as it is; NULL when there is none. Free with
 * free(). */
char *iw_bank_find(const char *path);

/* Read exam and forms. On failure the bank is released. IW_UNUSABLE: exam.xml cannot be read. */
enum iw_status iw_bank_open(struct iw_bank *bank, const char *root, unsigned jobs, struct iw_error *e);

/*
 * Called for each file of items that has a tree, on one of several threads, one file at a time a thread.
 * `bodies` stands beside source->items, for as long as the call lasts. `arena` is the visitor's own: empty
 * before the call, and cleared after it.
 */
typedef void iw_visit(void *context, struct iw_source *source, const struct iw_body *bodies, struct iw_arena *arena);

void iw_bank_load_items(struct iw_bank *bank, unsigned jobs, iw_visit *visit, void *context);

void iw_bank_release(struct iw_bank *bank);

/* The form of that id; NULL when there is none. */
const struct iw_form *iw_bank_form(const struct iw_bank *bank, const char *id);

/* The path of the file that an owner is in. */
const char *iw_owner_path(const struct iw_bank *bank, const struct iw_owner *owner);

/* The item that an owner is; NULL when it is another thing. */
const struct iw_item *iw_owner_item(const struct iw_bank *bank, const struct iw_owner *owner);

/* The id of the item, form or exam that an owner is; NULL when it has none. */
const char *iw_owner_id(const struct iw_bank *bank, const struct iw_owner *owner);

/* The item of that id, or NULL. */
const struct iw_item *iw_bank_item(const struct iw_bank *bank, const char *id);

/*
 * Read an item's tree again: `xml` is filled in and must be released, `body` points into it and into
 * `arena`. Fails if the file has changed since the bank was loaded.
 */
enum iw_status iw_bank_body(const struct iw_bank *bank, const struct iw_item *item, struct iw_arena *arena,
                            struct iw_xml *xml, struct iw_body *body, struct iw_error *e);

#endif
