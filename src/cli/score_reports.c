/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/score_reports.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "cli/render.h"
#include "score/score_report.h"
#include "xml/schema.h"

enum { BATCH = 64 };

struct iw_score_reports {
	const struct iw_answer_key *key;
	struct iw_commit *commit;
	const char *folder;
	unsigned jobs;
	struct iw_rendering rendering; /* of one plugin */
	struct iw_schema *schema;
	struct iw_arena arena;
	struct iw_result *results;
	size_t count, cap;
};

static enum iw_status
start(struct iw_score_reports *r, const struct iw_args *args, const char *name, struct iw_error *e)
{
	enum iw_status status = iw_rendering_start(&r->rendering, name, args, e);

	if (status != IW_OK)
		return status;
	if (r->rendering.count != 1)
		return iw_fail(e, IW_UNUSABLE, "--reports takes one plugin, not '%s'", name);
	if (!(r->rendering.plugins->loaded->plugin.views & IW_VIEW_REPORT))
		return iw_fail(e, IW_UNUSABLE,
		               "plugin '%s' renders no score reports; itemwright plugins shows which do", name);
	r->schema = iw_schema_new("score-report.xsd", e);
	return r->schema ? IW_OK : IW_SYSTEM;
}

enum iw_status
iw_score_reports_new(const struct iw_args *args, struct iw_score_reports **reports, struct iw_error *e)
{
	struct iw_score_reports *r = iw_alloc(1, sizeof *r);
	enum iw_status status;

	r->arena = (struct iw_arena)IW_ARENA_INIT;
	status = start(r, args, iw_args_value(args, "reports"), e);
	if (status == IW_OK)
		*reports = r;
	else
		iw_score_reports_free(r);
	return status;
}

/* Stage what the plugin has made of one of them. */
static enum iw_status
stage(struct iw_score_reports *r, const struct iw_tree *tree, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < tree->count && status == IW_OK; i++) {
		char *path = iw_path_join(r->folder, tree->entries[i].name);

		status = iw_commit_add(r->commit, path, tree->entries[i].data.data, tree->entries[i].data.len, 0600, e);
		free(path);
	}
	return status;
}

/* Whether a name can be part of a file's as it is. */
static bool
is_plain(const char *name, size_t len)
{
	static const char more[] = "._-";

	for (size_t i = 0; i < len; i++) {
		char c = name[i];

		if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) &&
		    (!i || !strchr(more, c)))
			return false;
	}
	return len > 0 && len <= 64;
}

/* The document of a result, whose number is `number` from 1. */
static enum iw_status
document(const struct iw_score_reports *r, const struct iw_result *result, size_t number, xmlDoc **doc,
         struct iw_error *e)
{
	bool plain = is_plain(result->candidate, result->candidate_len);
	/* No plain name begins with "_". */
	char *name = plain ? iw_printf("%s-%.*s", r->key->name, (int)result->candidate_len, result->candidate)
	                   : iw_printf("%s-_%06zu", r->key->name, number);

	*doc = iw_score_report(r->key, result, name);
	free(name);
	return iw_schema_holds(r->schema, *doc, e);
}

/* Stage what one run has made, or tell why it has not. */
static enum iw_status
take(struct iw_score_reports *r, const struct iw_plugin_run *run, struct iw_error *e)
{
	if (run->status != IW_OK)
		*e = run->error;
	return run->status == IW_OK ? stage(r, run->out, e) : run->status;
}

/* Make the reports of `count` results, from the one at `from` on. */
static enum iw_status
make_batch(struct iw_score_reports *r, size_t from, size_t count, struct iw_error *e)
{
	struct iw_plugin_document documents[BATCH];
	struct iw_plugin_input inputs[BATCH];
	struct iw_plugin_run runs[BATCH];
	struct iw_tree trees[BATCH];
	xmlDoc *docs[BATCH] = { NULL };
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < count && status == IW_OK; i++) {
		status = document(r, &r->results[from + i], from + i + 1, &docs[i], e);
		documents[i] = (struct iw_plugin_document){ .doc = docs[i], .view = IW_VIEW_REPORT };
		trees[i] = (struct iw_tree)IW_TREE_INIT;
		runs[i] = iw_rendering_of(r->rendering.plugins, &documents[i], &inputs[i], &trees[i]);
	}
	if (status == IW_OK) {
		iw_runner_run(r->rendering.runner, runs, count, r->jobs);
		for (size_t i = 0; i < count; i++) {
			if (status == IW_OK)
				status = take(r, &runs[i], e);
			iw_tree_release(&trees[i]);
		}
	}
	for (size_t i = 0; i < count; i++)
		xmlFreeDoc(docs[i]);
	return status;
}

void
iw_score_reports_begin(struct iw_score_reports *r, const struct iw_answer_key *key)
{
	r->key = key;
}

enum iw_status
iw_score_reports_each(void *reports, const struct iw_result *result, struct iw_error *e)
{
	struct iw_score_reports *r = reports;
	uint16_t *right = iw_arena_alloc(&r->arena, r->key->domain_count, sizeof *right);

	(void)e;
	memcpy(right, result->right, r->key->domain_count * sizeof *right);
	IW_GROW(r->results, r->count, r->cap);
	r->results[r->count++] = (struct iw_result){
		.candidate = iw_arena_str(&r->arena, result->candidate, result->candidate_len),
		.candidate_len = result->candidate_len,
		.raw = result->raw,
		.right = right,
	};
	return IW_OK;
}

enum iw_status
iw_score_reports_make(struct iw_score_reports *r, struct iw_commit *commit, const char *folder, unsigned jobs,
                      struct iw_error *e)
{
	enum iw_status status = IW_OK;

	r->commit = commit;
	r->folder = folder;
	r->jobs = jobs;
	for (size_t i = 0; i < r->count && status == IW_OK; i += BATCH)
		status = make_batch(r, i, r->count - i < BATCH ? r->count - i : BATCH, e);
	return status;
}

void
iw_score_reports_free(struct iw_score_reports *r)
{
	if (!r)
		return;
	free(r->results);
	iw_schema_free(r->schema);
	iw_rendering_release(&r->rendering);
	iw_arena_release(&r->arena);
	free(r);
}
