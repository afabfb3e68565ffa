/* SPDX-License-Identifier: Apache-2.0 */
/* A finding as a SARIF result. */
#include <string.h>

#include "lint/report/sarif.h"

static json_t *
artifact_location(struct iw_sarif *s, const char *path)
{
	struct iw_buf name = IW_BUF_INIT, uri = IW_BUF_INIT;
	bool added = false;
	size_t index = *iw_map_add(&s->files, path, json_array_size(s->artifacts), &added);
	json_t *location;

	iw_add_ci_path(&name, s->report, path);
	iw_add_uri_path(&uri, name.data);
	location = json_pack("{s:s, s:s, s:I}", "uri", uri.data, "uriBaseId", "SRCROOT", "index", (json_int_t)index);
	if (added)
		json_array_append_new(s->artifacts,
		                      json_pack("{s:O, s:[s]}", "location", location, "roles", "analysisTarget"));
	iw_buf_release(&name);
	iw_buf_release(&uri);
	return location;
}

/* NULL when there is no place. */
static json_t *
region(const struct iw_span *at)
{
	if (!at->line)
		return NULL;
	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I}", "startLine", (json_int_t)at->line, "startColumn",
	                 (json_int_t)at->column, "endLine", (json_int_t)at->end_line, "endColumn",
	                 (json_int_t)at->end_column, "byteOffset", (json_int_t)at->start, "byteLength",
	                 (json_int_t)at->end - (json_int_t)at->start);
}

static json_t *
logical_locations(const char *path, const char *subject)
{
	struct iw_buf name = IW_BUF_INIT;
	json_t *all;

	if (!subject)
		return NULL;
	iw_buf_printf(&name, "%s:%s", iw_subject_kind(path), subject);
	all = json_pack("[{s:o, s:o, s:s}]", "name", iw_json_string(subject), "fullyQualifiedName",
	                iw_json_string(name.data), "kind", "element");
	iw_buf_release(&name);
	return all;
}

static json_t *
location(struct iw_sarif *s, const char *path, const char *subject, const struct iw_span *at)
{
	return json_pack("{s:{s:o, s:o*}, s:o*}", "physicalLocation", "artifactLocation", artifact_location(s, path),
	                 "region", region(at), "logicalLocations", logical_locations(path, subject));
}

static json_t *
related_locations(struct iw_sarif *s, const struct iw_related *r)
{
	json_t *other = location(s, r->path, r->subject, &r->at);

	json_object_set_new(other, "id", json_integer(1));
	json_object_set_new(other, "message", json_pack("{s:s}", "text", "the other place"));
	return json_pack("[o]", other);
}

/* All results have these, or none (3.27.23). */
static json_t *
suppressions(const struct iw_finding *f)
{
	switch (f->acceptance) {
	case IW_ALLOWED:
		return json_pack("[{s:s, s:s, s:o*}]", "kind", "inSource", "status", "accepted", "justification",
		                 f->reason ? iw_json_string(f->reason) : NULL);
	case IW_BASELINED:
		return json_pack("[{s:s, s:s, s:s}]", "kind", "external", "status", "accepted", "justification",
		                 "in the baseline");
	case IW_OPEN: break;
	}
	return json_array();
}

/* All results have one, or none (3.27.24). What is allowed is in no baseline. */
static json_t *
baseline_state(const struct iw_finding *f)
{
	return json_string(f->acceptance == IW_BASELINED ? "unchanged" : "new");
}

static json_t *
fixes(struct iw_sarif *s, const struct iw_finding *f)
{
	json_t *replacements = json_array();

	for (size_t i = 0; i < f->edit_count; i++)
		json_array_append_new(replacements,
		                      json_pack("{s:o, s:{s:o}}", "deletedRegion", region(&f->edits[i].at),
		                                "insertedContent", "text", iw_json_string(f->edits[i].text)));
	return json_pack("[{s:{s:s}, s:[{s:o, s:o}]}]", "description", "text", f->fix, "artifactChanges",
	                 "artifactLocation", artifact_location(s, f->path), "replacements", replacements);
}

/* Step by step, for a file gets its index when it is first named. */
json_t *
iw_sarif_result(struct iw_sarif *s, const struct iw_finding *f, uint32_t turn)
{
	json_t *all =
		json_pack("{s:s, s:I, s:s, s:o}", "ruleId", f->rule->id, "ruleIndex", (json_int_t)(f->rule - iw_rules),
	                  "level", iw_sarif_level(f->severity), "message", iw_sarif_message(f));

	json_object_set_new(all, "locations", json_pack("[o]", location(s, f->path, f->subject, &f->at)));
	if (f->related.path)
		json_object_set_new(all, "relatedLocations", related_locations(s, &f->related));
	json_object_set_new(all, "partialFingerprints",
	                    json_pack("{s:o}", "itemwright/v1", iw_json_fingerprint(f, turn)));
	json_object_set_new(all, "suppressions", suppressions(f));
	if (s->report->baseline)
		json_object_set_new(all, "baselineState", baseline_state(f));
	if (f->edit_count)
		json_object_set_new(all, "fixes", fixes(s, f));
	return all;
}
