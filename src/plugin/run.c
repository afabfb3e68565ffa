/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/run.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "xml/node.h"

/* A stylesheet that was compiled for this run. */
struct cached {
	char *name;
	struct iw_xslt *xslt;
};

struct iw_job {
	const struct iw_loaded *loaded;
	const struct iw_plugin_input *input;
	struct iw_tree *out;
	struct cached *sheets;
	size_t sheet_count, sheet_cap;
	bool reported; /* an error */
	bool failed;   /* a service failed: the run has, whatever the plugin returns */
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
	job->reported |= level == IW_LEVEL_ERROR;
	job->input->say(job->input->say_context, level, question_of(where), text);
}

static bool
fail(struct iw_job *job, const char *output, const struct iw_error *e)
{
	char *text = iw_printf("%s: %s", output, e->text);

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

static bool
host_write(struct iw_job *job, const char *output, const void *bytes, size_t len)
{
	struct iw_error e;

	return iw_tree_write(job->out, output, bytes, len, &e) == IW_OK || fail(job, output, &e);
}

static bool
host_media(struct iw_job *job, const char *name, const char *output)
{
	const struct iw_xslt_host *host = &job->input->host;
	const char *type;
	const struct iw_buf *bytes = host->media(host->context, name, &type);
	struct iw_error e;

	if (bytes)
		return host_write(job, output, bytes->data, bytes->len);
	(void)iw_fail(&e, IW_FOUND, "the form shows no picture '%s'", name);
	return fail(job, output, &e);
}

/* The compiled stylesheet; NULL with the reason. */
static struct iw_xslt *
stylesheet(struct iw_job *job, const char *name, struct iw_error *e)
{
	struct iw_xslt *xslt = NULL;

	for (size_t i = 0; i < job->sheet_count; i++)
		if (strcmp(job->sheets[i].name, name) == 0)
			return job->sheets[i].xslt;
	if (!iw_path_is_inside(name) || strchr(name, '/')) {
		(void)iw_fail(e, IW_FOUND, "'%s' is not a file of the plugin's folder", name);
		return NULL;
	}
	(void)iw_fail(e, IW_FOUND, "there is no stylesheet '%s' in a folder '%s' beside the plugin", name,
	              job->loaded->plugin.name);
	for (size_t i = 0; i < job->loaded->data_count && !xslt; i++) {
		char *path = iw_path_join(job->loaded->data[i], name);

		if (iw_file_exists(path) &&
		    (iw_plugin_is_safe(job->loaded->data[i], e) != IW_OK || iw_plugin_is_safe(path, e) != IW_OK ||
		     iw_xslt_load(job->loaded->data[i], name, &xslt, e) != IW_OK))
			i = job->loaded->data_count - 1;
		free(path);
	}
	if (xslt) {
		IW_GROW(job->sheets, job->sheet_count, job->sheet_cap);
		job->sheets[job->sheet_count++] = (struct cached){ iw_strdup(name), xslt };
	}
	return xslt;
}

static bool
host_transform(struct iw_job *job, const xmlDoc *form, const char *name, const char *const *params, const char *output)
{
	struct iw_buf result = IW_BUF_INIT;
	struct iw_error e;
	struct iw_xslt *xslt = stylesheet(job, name, &e);
	bool good = xslt && iw_xslt_apply(xslt, form, params, &job->input->host, &result, &e) == IW_OK;

	if (good)
		good = host_write(job, output, result.data, result.len);
	else
		fail(job, output, &e);
	iw_buf_release(&result);
	return good;
}

static const struct iw_host host = {
	.size = sizeof(struct iw_host),
	.report = host_report,
	.option = host_option,
	.write = host_write,
	.transform = host_transform,
	.media = host_media,
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
		char *name = output_name(job->loaded->outputs[i].name, job->input->form);

		good = host_transform(job, job->input->form, job->loaded->outputs[i].stylesheet, params, name);
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
}

enum iw_status
iw_plugin_run(const struct iw_loaded *loaded, const struct iw_plugin_input *input, struct iw_tree *out,
              struct iw_error *e)
{
	struct iw_job job = { .loaded = loaded, .input = input, .out = out };
	const char *name = loaded->plugin.name;
	bool good;

	if (!(loaded->plugin.views & (input->full ? IW_VIEW_FULL : IW_VIEW_CANDIDATE)))
		return iw_fail(e, IW_UNUSABLE, "plugin '%s' cannot render the %s view; it can render the %s one", name,
		               input->full ? "full" : "candidate", input->full ? "candidate" : "full");
	good = loaded->plugin.render ? loaded->plugin.render(&host, &job, input->form) : render_sheets(&job);
	release(&job);
	if (good && !job.failed && !job.reported && out->count)
		return IW_OK;
	iw_tree_release(out);
	if (good && !job.failed && !job.reported)
		return iw_fail(e, IW_FOUND, "plugin '%s' wrote nothing", name);
	if (!job.reported)
		return iw_fail(e, IW_FOUND, "plugin '%s' failed without saying why; nothing was written", name);
	return iw_fail(e, IW_FOUND, "plugin '%s' failed; nothing was written", name);
}
