/* SPDX-License-Identifier: Apache-2.0 */
/* hello - the smallest plugin: one output with the form's name. Build it with make, then:
 *     ITEMWRIGHT_PLUGIN_PATH=. itemwright export A --to hello -o out */
#include <itemwright/plugin.h>
#include <string.h>

static bool
render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form)
{
	xmlChar *name = xmlGetProp(form->children, (const xmlChar *)"name");
	const char *greeting = host->option(job, "greeting");
	bool good;

	if (!name)
		return iw_plugin_fail(host, job, form->children, "the form has no name");
	good = host->write(job, "hello.txt", greeting, strlen(greeting)) && host->write(job, "hello.txt", ", ", 2) &&
	       host->write(job, "hello.txt", name, strlen((const char *)name)) && host->write(job, "hello.txt", "!\n", 2);
	xmlFree(name);
	return good;
}

static const struct iw_option options[] = {
	{ "greeting", IW_OPTION_TEXT, NULL, "Hello", "what to begin with" },
	{ NULL, IW_OPTION_TEXT, NULL, NULL, NULL },
};

IW_PLUGIN(.name = "hello", .version = "1.0", .summary = "the smallest plugin",
          .views = IW_VIEW_CANDIDATE | IW_VIEW_FULL, .options = options, .render = render);
