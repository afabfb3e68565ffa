/* SPDX-License-Identifier: Apache-2.0 */
/*
 * itemwright/plugin.h - the whole contract between itemwright and an output plugin.
 *
 * A plugin is a shared object NAME.so that exports one constant, `itemwright_plugin`, or a folder
 * NAME/ with a plugin.xml and stylesheets (docs/plugins.md). It turns a compiled form, one XML
 * document described by schemas/compiled-form.xsd, into outputs; and, when it declares the view,
 * a candidate's score report.
 *
 * Stamp       The first four fields of the constant are checked before any callback is called. A
 *             plugin is never unloaded, so its strings stay valid until the program ends.
 * Secrecy     The host decides which view of the form a plugin is given. In the candidate view there
 *             is no key, rationale, domain or scored flag; a plugin shows what its document has.
 * Outputs     A plugin writes through the host and never to the file system: an output appears whole
 *             or not at all, in a folder or in an archive, and only if render() returns true.
 * Ownership   Each pointer passed in is borrowed until the call returns. The document is read-only.
 *             No memory changes hands, and a plugin may not count on sharing memory with the host
 *             after render() has returned: it may run in a process of its own.
 * Errors      A callback that returns false has first reported why: `return iw_plugin_fail(...)`.
 * Threads     render() is called on one thread; host services are called on that thread, within the
 *             call. Different plugins may run at the same time.
 * Versions    Fields are only ever appended to these structs, which raises IW_ABI_MINOR; any other
 *             change raises IW_ABI_MAJOR. The host takes plugins of its own major version and of its
 *             own or an earlier minor one. A plugin that stamps itself with an earlier one than it was built
 *             with compares iw_host.size before it calls a service that is newer.
 * Language    C11. A plugin in C++ puts its callbacks behind a small C file.
 */
#ifndef ITEMWRIGHT_PLUGIN_H
#define ITEMWRIGHT_PLUGIN_H

#include <libxml/tree.h>
#include <libxml/xmlversion.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define IW_ABI_MAJOR 1
#define IW_ABI_MINOR 2

enum iw_level { IW_LEVEL_NOTE, IW_LEVEL_WARNING, IW_LEVEL_ERROR };

/* The views that a plugin can render: bits of iw_plugin.views. */
enum iw_view {
	IW_VIEW_CANDIDATE = 1,
	IW_VIEW_FULL = 2,
	IW_VIEW_REPORT = 4, /* not a form but what one candidate has reached: schemas/score-report.xsd. Since 1.1 */
};

struct iw_job; /* one run of one plugin; the host's */

/* What the host does for a plugin. */
struct iw_host {
	uint32_t size; /* of this struct, as the host knows it */

	/* Tell the user something. `where`, a node of the document, may be NULL. */
	void (*report)(struct iw_job *job, enum iw_level level, const xmlNode *where, const char *text);

	/*
	 * The value of one of the plugin's options: the user's, else the declared default. It has been
	 * checked against the option's type. NULL for an option that is not declared.
	 */
	const char *(*option)(struct iw_job *job, const char *name);

	/* Append bytes to an output, a path such as "items/q1.xml"; the first call creates it. */
	bool (*write)(struct iw_job *job, const char *output, const void *bytes, size_t len);

	/*
	 * Apply a stylesheet from the plugin's own folder to the document and write the result as an
	 * output. `params` is name, value, ..., NULL; values are strings, not XPath; it may be NULL.
	 */
	bool (*transform)(struct iw_job *job, const xmlDoc *form, const char *stylesheet, const char *const *params,
	                  const char *output);

	/* Write a picture, named as in <media name="m1.png">, as an output. */
	bool (*media)(struct iw_job *job, const char *name, const char *output);

	/* The bytes of a picture and its media type, such as "image/png". Borrowed until render() returns. Since 1.1. */
	bool (*picture)(struct iw_job *job, const char *name, const void **bytes, size_t *len, const char **type);

	/*
	 * The bytes of a file of the plugin's own folder, NAME/ beside NAME.so, as they are; at most 1 MiB.
	 * Borrowed until render() returns. Where there is no such file, *bytes is NULL and the call is good, so
	 * that another one can be asked for; one that cannot be read, or that anyone may write to, is an error.
	 * Since 1.2.
	 */
	bool (*file)(struct iw_job *job, const char *name, const void **bytes, size_t *len);
};

enum iw_option_type {
	IW_OPTION_TEXT,   /* anything */
	IW_OPTION_FLAG,   /* "yes" or "no" */
	IW_OPTION_NUMBER, /* a whole number from 0 to 999999 */
	IW_OPTION_CHOICE, /* one of `choices` */
};

/* Set by the user with --option PLUGIN.NAME=VALUE. */
struct iw_option {
	const char *name;
	enum iw_option_type type;
	const char *choices; /* for IW_OPTION_CHOICE: "a4|letter"; else NULL */
	const char *fallback;
	const char *help; /* one line */
};

struct iw_plugin {
	/* The stamp: these four never move, in any version. */
	uint16_t abi_major, abi_minor;
	uint32_t size;   /* of this struct, as the plugin knows it */
	uint32_t libxml; /* LIBXML_VERSION that it was built with */

	uint32_t views; /* bits of enum iw_view */

	const char *name;    /* as in --to NAME; the file is NAME.so */
	const char *version; /* the plugin's own */
	const char *summary; /* one line */

	const struct iw_option *options; /* ends with a NULL name; may be NULL */

	/*
	 * Write the outputs for `form`. Called once a run. Returns true when all has been written; else it
	 * has reported an error, and nothing of what it wrote appears.
	 */
	bool (*render)(const struct iw_host *host, struct iw_job *job, const xmlDoc *form);

	/* The media types of its outputs, separated by spaces: "application/pdf". Since 1.1. */
	const char *media_types;
};

/* Defines the constant: IW_PLUGIN(.name = "text", .version = "1.0", ..., .render = render); */
#define IW_PLUGIN(...)                                                                                                 \
	extern const struct iw_plugin itemwright_plugin;                                                               \
	__attribute__((visibility("default"))) const struct iw_plugin itemwright_plugin = {                            \
		.abi_major = IW_ABI_MAJOR,                                                                             \
		.abi_minor = IW_ABI_MINOR,                                                                             \
		.size = sizeof(struct iw_plugin),                                                                      \
		.libxml = LIBXML_VERSION,                                                                              \
		__VA_ARGS__                                                                                            \
	}

/* Report an error and return false. */
__attribute__((format(printf, 4, 5))) static inline bool
iw_plugin_fail(const struct iw_host *host, struct iw_job *job, const xmlNode *where, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	host->report(job, IW_LEVEL_ERROR, where, text);
	return false;
}

#endif
