/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plugins made of stylesheets alone: a folder with plugin.xml.
 *
 *     <plugin xmlns="urn:itemwright:plugin:1" name="html" version="1.0" abi="1.1"
 *             views="candidate full report" summary="one line">
 *       <option name="paper" type="choice" choices="a4|letter" default="a4">one line of help</option>
 *       <output name="{name}.html" stylesheet="form.xsl" media-type="text/html"/>
 *       <output name="{name}.html" stylesheet="report.xsl" views="report"/>
 *     </plugin>
 */
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "plugin/plugins.h"
#include "xml/node.h"
#include "xml/parse.h"

#define PLUGIN_NS "urn:itemwright:plugin:1"

struct reader {
	struct iw_loaded *loaded;
	const struct iw_xml *xml;
	const char *path;
	struct iw_error *e;
};

static enum iw_status
wrong(const struct reader *r, const xmlNode *node, const char *what)
{
	struct iw_span at = iw_xml_node_span(r->xml, node);

	return iw_fail(r->e, IW_UNUSABLE, "%s:%u:%u: %s", r->path, at.line, at.column, what);
}

static const char *
keep(struct reader *r, const char *s)
{
	return s ? iw_arena_str(&r->loaded->arena, s, strlen(s)) : NULL;
}

static bool
is(const xmlNode *node, const char *name)
{
	return node->ns && strcmp((const char *)node->ns->href, PLUGIN_NS) == 0 &&
	       strcmp((const char *)node->name, name) == 0;
}

/* A number of one to three digits; *s is moved behind it. */
static bool
read_number(const char **s, unsigned *number)
{
	size_t n = strspn(*s, "0123456789");

	*number = (unsigned)strtoul(*s, NULL, 10);
	*s += n;
	return n > 0 && n <= 3;
}

static enum iw_status
read_abi(const struct reader *r, const xmlNode *root)
{
	const char *abi = iw_node_attr(root, "abi");
	unsigned major, minor;

	if (!abi || !read_number(&abi, &major) || *abi++ != '.' || !read_number(&abi, &minor) || *abi)
		return wrong(r, root, "<plugin> has no abi of the form MAJOR.MINOR; write abi=\"1.1\"");
	if (major != IW_ABI_MAJOR)
		return wrong(r, root, "made for another major version of the plugin ABI");
	if (minor > IW_ABI_MINOR)
		return wrong(r, root, "needs a newer itemwright");
	return IW_OK;
}

static enum iw_status
read_option(struct reader *r, const xmlNode *node, struct iw_option *option)
{
	static const char *const types[] = {
		[IW_OPTION_TEXT] = "text",
		[IW_OPTION_FLAG] = "flag",
		[IW_OPTION_NUMBER] = "number",
		[IW_OPTION_CHOICE] = "choice",
	};
	const char *type = iw_node_attr(node, "type");
	struct iw_buf help = IW_BUF_INIT;
	unsigned t = 0;

	while (type && t < sizeof types / sizeof *types && strcmp(type, types[t]) != 0)
		t++;
	if (!type || t == sizeof types / sizeof *types)
		return wrong(r, node, "type is one of text, flag, number, choice");
	iw_node_text(node, NULL, &help);
	*option = (struct iw_option){
		.name = keep(r, iw_node_attr(node, "name")),
		.type = (enum iw_option_type)t,
		.choices = keep(r, iw_node_attr(node, "choices")),
		.fallback = keep(r, iw_node_attr(node, "default")),
		.help = keep(r, help.data),
	};
	iw_buf_release(&help);
	if (!option->name || !option->fallback || (option->type == IW_OPTION_CHOICE && !option->choices))
		return wrong(r, node, "an option has a name and a default, a choice has choices");
	return IW_OK;
}

/* Add a media type to those that the plugin writes. */
static void
add_media_type(struct reader *r, const char *type)
{
	struct iw_plugin *p = &r->loaded->plugin;
	char *all;

	if (p->media_types && strstr(p->media_types, type))
		return;
	all = p->media_types ? iw_printf("%s %s", p->media_types, type) : iw_strdup(type);

	p->media_types = keep(r, all);
	free(all);
}

static enum iw_status
read_output(struct reader *r, const xmlNode *node, struct iw_sheet_output *output)
{
	*output = (struct iw_sheet_output){
		keep(r, iw_node_attr(node, "stylesheet")),
		keep(r, iw_node_attr(node, "name")),
		IW_VIEW_CANDIDATE | IW_VIEW_FULL,
	};
	if (iw_node_attr(node, "views") && !iw_views_read(iw_node_attr(node, "views"), &output->views))
		return wrong(r, node, "views is one or more of candidate, full, report");
	if (!output->name || !output->stylesheet)
		return wrong(r, node, "an output has a name and a stylesheet");
	if (iw_node_attr(node, "media-type"))
		add_media_type(r, iw_node_attr(node, "media-type"));
	return IW_OK;
}

static enum iw_status
read_children(struct reader *r, const xmlNode *root)
{
	size_t n = xmlChildElementCount((xmlNode *)(uintptr_t)root), option_count = 0;
	struct iw_option *options = iw_arena_alloc(&r->loaded->arena, n + 1, sizeof *options);
	struct iw_sheet_output *outputs = iw_arena_alloc(&r->loaded->arena, n, sizeof *outputs);
	enum iw_status status = IW_OK;

	for (const xmlNode *c = iw_node_first(root); c && status == IW_OK; c = iw_node_next(c)) {
		if (is(c, "option"))
			status = read_option(r, c, &options[option_count++]);
		else if (is(c, "output"))
			status = read_output(r, c, &outputs[r->loaded->output_count++]);
		else
			status = wrong(r, c, "<plugin> holds <option> and <output>");
	}
	if (status == IW_OK && !r->loaded->output_count)
		status = wrong(r, root, "a plugin of stylesheets has an <output>");
	r->loaded->outputs = outputs;
	r->loaded->plugin.options = options;
	return status;
}

static enum iw_status
read_plugin(struct reader *r, const xmlNode *root)
{
	struct iw_plugin *p = &r->loaded->plugin;
	enum iw_status status;

	if (!is(root, "plugin"))
		return wrong(r, root, "the outermost element is <plugin xmlns=\"" PLUGIN_NS "\">");
	status = read_abi(r, root);
	if (status != IW_OK)
		return status;
	p->name = keep(r, iw_node_attr(root, "name"));
	p->version = keep(r, iw_node_attr(root, "version"));
	p->summary = keep(r, iw_node_attr(root, "summary"));
	if (!p->name || !p->version || !p->summary)
		return wrong(r, root, "<plugin> has a name, a version and a summary");
	if (!iw_views_read(iw_node_attr(root, "views"), &p->views))
		return wrong(r, root, "views is one or more of candidate, full, report");
	return read_children(r, root);
}

enum iw_status
iw_sheet_load(struct iw_loaded *loaded, const char *folder, struct iw_error *e)
{
	char *path = iw_path_join(folder, "plugin.xml");
	struct iw_xml xml = IW_XML_INIT;
	struct reader r = { loaded, &xml, path, e };
	enum iw_status status = iw_xml_read(&xml, path, e);

	if (status == IW_OK && !xml.doc)
		status = iw_fail(e, IW_UNUSABLE, "%s:%u:%u: %s", path, xml.problems[0].at.line,
		                 xml.problems[0].at.column, xml.problems[0].message);
	if (status == IW_OK)
		status = read_plugin(&r, xmlDocGetRootElement(xml.doc));
	iw_xml_release(&xml);
	free(path);
	return status;
}
