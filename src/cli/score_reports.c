/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/score_reports.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/path.h"
#include "cli/render.h"
#include "plugin/run.h"
#include "score/score_report.h"
#include "xml/schema.h"

enum { BATCH = 64 };

struct iw_score_reports {
	const struct iw_answer_key *key;
	struct iw_commit *commit;
	const char *folder;
	struct iw_loaded *plugin;
	struct iw_setting_pair *settings;
	size_t setting_count;
	struct iw_schema *schema;
	struct iw_arena arena;
	struct iw_result *results;
	size_t count, cap;
};

static const struct iw_buf *
no_picture(void *context, const char *name, const char **type)
{
	(void)context;
	(void)name;
	(void)type;
	return NULL;
}

static enum iw_status
load(struct iw_score_reports *r, const struct iw_args *args, const char *name, struct iw_error *e)
{
	enum iw_status status = iw_render_check_options(args, name, e);

	if (status == IW_OK)
		status = iw_plugin_load(name, &r->plugin, e);
	if (status == IW_OK && !(r->plugin->plugin.views & IW_VIEW_REPORT))
		status = iw_fail(e, IW_UNUSABLE,
		                 "plugin '%s' renders no score reports; itemwright plugins shows which do", name);
	r->settings = iw_render_settings(args, name, &r->arena, &r->setting_count);
	if (status == IW_OK)
		status = iw_plugin_check_settings(r->plugin, r->settings, r->setting_count, e);
	if (status != IW_OK)
		return status;
	r->schema = iw_schema_new("score-report.xsd", e);
	return r->schema ? IW_OK : IW_SYSTEM;
}

enum iw_status
iw_score_reports_new(const struct iw_args *args, const struct iw_answer_key *key, struct iw_commit *commit,
                     const char *folder, struct iw_score_reports **reports, struct iw_error *e)
{
	struct iw_score_reports *r = iw_alloc(1, sizeof *r);
	enum iw_status status;

	*r = (struct iw_score_reports){ .key = key, .commit = commit, .folder = folder, .arena = IW_ARENA_INIT };
	status = load(r, args, iw_args_value(args, "reports"), e);
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
	struct iw_plugin_input inputs[BATCH];
	struct iw_plugin_run runs[BATCH];
	struct iw_tree trees[BATCH];
	xmlDoc *docs[BATCH] = { NULL };
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < count && status == IW_OK; i++) {
		status = document(r, &r->results[from + i], from + i + 1, &docs[i], e);
		inputs[i] = (struct iw_plugin_input){
			.form = docs[i],
			.view = IW_VIEW_REPORT,
			.settings = r->settings,
			.setting_count = r->setting_count,
			.host = { .media = no_picture },
			.say = iw_render_say,
			.say_context = (void *)(uintptr_t)r->plugin->plugin.name,
		};
		trees[i] = (struct iw_tree)IW_TREE_INIT;
		runs[i] = (struct iw_plugin_run){ r->plugin, &inputs[i], &trees[i], IW_OK, { "" } };
	}
	if (status == IW_OK) {
		iw_plugins_run(runs, count, iw_parallel_jobs(0));
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
iw_score_reports_make(struct iw_score_reports *r, struct iw_error *e)
{
	enum iw_status status = IW_OK;

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
	iw_loaded_free(r->plugin);
	iw_arena_release(&r->arena);
	free(r);
}
