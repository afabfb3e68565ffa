/* SPDX-License-Identifier: Apache-2.0 */
/* What the host does for a plugin, in the plugin's own process: reading is done there, writing and talking by messages.
 */
#include "plugin/host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/tree.h"
#include "plugin/folder.h"
#include "xml/node.h"
#include "xml/xslt.h"

enum { MOST_REPORT = 4096 };

/* A stylesheet that was compiled for this run. */
struct cached {
	char *name;
	struct iw_xslt *xslt;
};

/* A file that the plugin has asked for. */
struct held {
	char *name;
	struct iw_buf bytes;
};

struct iw_job {
	const struct iw_loaded *loaded;
	const struct iw_plugin_input *input;
	const struct iw_sender *to_parent;
	struct iw_tree names; /* of outputs, all empty */
	size_t sent;          /* bytes of outputs */
	struct cached *sheets;
	size_t sheet_count, sheet_cap;
	struct held *files;
	size_t file_count, file_cap;
	bool reported; /* an error */
	bool failed;   /* a service failed: the run has, whatever the plugin returns */
	bool wrote;
};

/* The question that a node is of. */
static const char *
question_of(const xmlNode *node)
{
	while (node && !iw_node_is(node, "question"))
		node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
	return node ? iw_node_attr(node, "id") : NULL;
}

static void
host_report(struct iw_job *job, enum iw_level level, const xmlNode *where, const char *text)
{
	struct iw_report_head head = { .level = (unsigned char)level };
	const char *question = question_of(where);
	size_t len = strlen(text);

	if (question)
		snprintf(head.question, sizeof head.question, "%s", question);
	job->reported |= level == IW_LEVEL_ERROR;
	(void)iw_send(job->to_parent, IW_MESSAGE_REPORT, &head, sizeof head, text,
	              len < MOST_REPORT ? len : MOST_REPORT);
}

/* What a service returns that failed. */
static bool
fail(struct iw_job *job, const char *output, const struct iw_error *e)
{
	char *text = iw_printf("%s%s%s", output ? output : "", output ? ": " : "", e->text);

	host_report(job, IW_LEVEL_ERROR, NULL, text);
	job->failed = true;
	free(text);
	return false;
}

static const char *
host_option(struct iw_job *job, const char *name)
{
	for (size_t i = 0; i < job->input->setting_count; i++)
		if (strcmp(job->input->settings[i].name, name) == 0)
			return job->input->settings[i].value;
	for (const struct iw_option *o = job->loaded->plugin.options; o && o->name; o++)
		if (strcmp(o->name, name) == 0)
			return o->fallback;
	return NULL;
}

/* The receiver checks again; here a plugin learns of it. */
static enum iw_status
check_output(struct iw_job *job, const char *output, size_t len, struct iw_error *e)
{
	enum iw_status status = iw_tree_write(&job->names, output, NULL, 0, e);

	if (status != IW_OK)
		return status;
	if (len > IW_TREE_MOST_BYTES - job->sent)
		return iw_fail(e, IW_FOUND, "the outputs are larger than %zu MB together", IW_TREE_MOST_BYTES >> 20);
	job->sent += len;
	return IW_OK;
}

static bool
host_write(struct iw_job *job, const char *output, const void *bytes, size_t len)
{
	struct iw_error e;

	if (check_output(job, output, len, &e) != IW_OK)
		return fail(job, output, &e);
	job->wrote = true;
	return iw_send_long(job->to_parent, IW_MESSAGE_WRITE, output, strlen(output) + 1, bytes, len);
}

/* NULL when the document shows none of that name. */
static const struct iw_plugin_picture *
find_picture(const struct iw_job *job, const char *name)
{
	const struct iw_plugin_document *d = job->input->document;

	for (size_t i = 0; i < d->picture_count; i++)
		if (strcmp(d->pictures[i].name, name) == 0)
			return &d->pictures[i];
	return NULL;
}

/* The same; that there is none is reported, for `who` asked. */
static const struct iw_plugin_picture *
need_picture(struct iw_job *job, const char *name, const char *who)
{
	const struct iw_plugin_picture *picture = find_picture(job, name);
	struct iw_error e;

	if (!picture) {
		(void)iw_fail(&e, IW_FOUND, "the form shows no picture '%s'", name);
		(void)fail(job, who, &e);
	}
	return picture;
}

static bool
host_picture(struct iw_job *job, const char *name, const void **bytes, size_t *len, const char **type)
{
	const struct iw_plugin_picture *picture = need_picture(job, name, job->loaded->plugin.name);

	if (!picture)
		return false;
	*bytes = picture->bytes->data;
	*len = picture->bytes->len;
	*type = picture->type;
	return true;
}

static bool
host_media(struct iw_job *job, const char *name, const char *output)
{
	const struct iw_plugin_picture *picture = need_picture(job, name, output);

	return picture && host_write(job, output, picture->bytes->data, picture->bytes->len);
}

/* The compiled stylesheet; NULL with the reason. */
static struct iw_xslt *
stylesheet(struct iw_job *job, const char *name, struct iw_error *e)
{
	struct iw_xslt *xslt = NULL;
	const char *folder;

	for (size_t i = 0; i < job->sheet_count; i++)
		if (strcmp(job->sheets[i].name, name) == 0)
			return job->sheets[i].xslt;
	if (iw_folder_find(job->loaded, "stylesheet", name, &folder, e) == IW_OK && iw_folder_share(folder, e) == IW_OK)
		(void)iw_xslt_load(folder, name, &xslt, e);
	if (xslt) {
		IW_GROW(job->sheets, job->sheet_count, job->sheet_cap);
		job->sheets[job->sheet_count++] = (struct cached){ iw_strdup(name), xslt };
	}
	return xslt;
}

static const struct iw_buf *
sheet_media(void *context, const char *name, const char **type)
{
	const struct iw_plugin_picture *picture = find_picture(context, name);

	if (!picture)
		return NULL;
	*type = picture->type;
	return picture->bytes;
}

static enum iw_status
sheet_file(void *context, const char *name, struct iw_buf *text, struct iw_error *e)
{
	const struct iw_job *job = context;

	return iw_folder_read(job->loaded, name, text, e);
}

static bool
host_transform(struct iw_job *job, const xmlDoc *form, const char *name, const char *const *params, const char *output)
{
	struct iw_buf result = IW_BUF_INIT;
	struct iw_error e;
	struct iw_xslt *xslt = stylesheet(job, name, &e);
	const struct iw_xslt_host sheet_host = { job, sheet_media, sheet_file };
	bool good = xslt && iw_xslt_apply(xslt, form, params, &sheet_host, &result, &e) == IW_OK;

	if (good)
		good = host_write(job, output, result.data, result.len);
	else
		fail(job, output, &e);
	iw_buf_release(&result);
	return good;
}

static const struct held *
find_held(const struct iw_job *job, const char *name)
{
	for (size_t i = 0; i < job->file_count; i++)
		if (strcmp(job->files[i].name, name) == 0)
			return &job->files[i];
	return NULL;
}

static bool
host_file(struct iw_job *job, const char *name, const void **bytes, size_t *len)
{
	const struct held *held = find_held(job, name);
	struct iw_buf read = IW_BUF_INIT;
	struct iw_error e;
	enum iw_status status = held ? IW_OK : iw_folder_read(job->loaded, name, &read, &e);

	if (status != IW_OK && status != IW_FOUND) {
		iw_buf_release(&read);
		return fail(job, NULL, &e);
	}
	if (!held && status == IW_OK) {
		IW_GROW(job->files, job->file_count, job->file_cap);
		job->files[job->file_count] = (struct held){ iw_strdup(name), read };
		held = &job->files[job->file_count++];
	}
	*bytes = held ? held->bytes.data : NULL;
	*len = held ? held->bytes.len : 0;
	return true;
}

static const struct iw_host services = {
	.size = sizeof(struct iw_host),
	.report = host_report,
	.option = host_option,
	.write = host_write,
	.transform = host_transform,
	.media = host_media,
	.picture = host_picture,
	.file = host_file,
};

/* "{name}.html" with the form's name in it. Free with free(). */
static char *
output_name(const char *pattern, const xmlDoc *form)
{
	const char *name = iw_node_attr(xmlDocGetRootElement(form), "name"), *at = strstr(pattern, "{name}");

	if (!at)
		return iw_strdup(pattern);
	return iw_printf("%.*s%s%s", (int)(at - pattern), pattern, name ? name : "form", at + strlen("{name}"));
}

/* What a plugin made of stylesheets does: apply each one, with its options as parameters. */
static bool
render_sheets(struct iw_job *job)
{
	const struct iw_plugin_document *document = job->input->document;
	const struct iw_option *options = job->loaded->plugin.options;
	const char **params;
	size_t n = 0;
	bool good = true;

	while (options && options[n].name)
		n++;
	params = iw_alloc(2 * n + 1, sizeof *params);
	for (size_t i = 0; i < n; i++) {
		params[2 * i] = options[i].name;
		params[2 * i + 1] = host_option(job, options[i].name);
	}
	for (size_t i = 0; i < job->loaded->output_count && good; i++) {
		char *name;

		if (!(job->loaded->outputs[i].views & document->view))
			continue;
		name = output_name(job->loaded->outputs[i].name, document->doc);
		good = host_transform(job, document->doc, job->loaded->outputs[i].stylesheet, params, name);
		free(name);
	}
	free(params);
	return good;
}

static void
release(struct iw_job *job)
{
	for (size_t i = 0; i < job->sheet_count; i++) {
		free(job->sheets[i].name);
		iw_xslt_free(job->sheets[i].xslt);
	}
	free(job->sheets);
	iw_tree_release(&job->names);
	for (size_t i = 0; i < job->file_count; i++) {
		free(job->files[i].name);
		iw_buf_release(&job->files[i].bytes);
	}
	free(job->files);
}

static bool
render(struct iw_job *job, struct iw_error *e)
{
	const struct iw_plugin *plugin = job->loaded->shared ? iw_shared_open(job->loaded->path, e) : NULL;

	if (job->loaded->shared && !plugin)
		return fail(job, job->loaded->plugin.name, e);
	return plugin ? plugin->render(&services, job, job->input->document->doc) : render_sheets(job);
}

void
iw_host_render(const struct iw_loaded *loaded, const struct iw_plugin_input *input, const struct iw_sender *sender)
{
	struct iw_job job = { .loaded = loaded, .input = input, .to_parent = sender, .names = IW_TREE_INIT };
	struct iw_error e;
	bool good = render(&job, &e);
	unsigned char outcome = IW_OUTCOME_GOOD;

	if (job.failed || job.reported)
		outcome = IW_OUTCOME_FAILED;
	else if (!good)
		outcome = IW_OUTCOME_SILENT;
	else if (!job.wrote)
		outcome = IW_OUTCOME_EMPTY;
	release(&job);
	(void)iw_send(sender, IW_MESSAGE_OUTCOME, &outcome, 1, NULL, 0);
}
