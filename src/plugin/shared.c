/* SPDX-License-Identifier: Apache-2.0 */
/* Plugins that are shared objects. */
#include <dlfcn.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "plugin/plugins.h"

/* libxml2 broke its ABI once: 2.14 is libxml2.so.16, older ones are .so.2. */
static bool
same_libxml(uint32_t theirs)
{
	return (theirs >= 21400) == (LIBXML_VERSION >= 21400);
}

/* The file that was checked is the one that is loaded, whatever the path names by then. */
static void *
open_object(const char *path, struct iw_error *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char by_fd[64];
	void *object;

	if (fd < 0) {
		(void)iw_fail(e, IW_UNUSABLE, "%s cannot be opened", path);
		return NULL;
	}
	snprintf(by_fd, sizeof by_fd, "/proc/self/fd/%d", fd);
	object = dlopen(access(by_fd, R_OK) == 0 ? by_fd : path, RTLD_NOW | RTLD_LOCAL);
	if (!object) {
		const char *why = dlerror();

		/* The loader knows it by its number only. */
		if (why && strncmp(why, by_fd, strlen(by_fd)) == 0)
			why += strlen(by_fd) + (why[strlen(by_fd)] == ':');
		(void)iw_fail(e, IW_UNUSABLE, "%s cannot be loaded:%s%s", path, why && *why == ' ' ? "" : " ", why ? why : "?");
	}
	/* The loader tells objects apart by name: the number stays taken for as long as the plugin is loaded,
	 * which is for ever. */
	if (!object)
		close(fd);
	return object;
}

static const char *
misfit(const struct iw_plugin *p)
{
	if (p->abi_major != IW_ABI_MAJOR)
		return "was built for another major version of the plugin ABI; rebuild it against this itemwright/plugin.h";
	if (p->abi_minor > IW_ABI_MINOR)
		return "needs a newer itemwright";
	if (p->size < offsetof(struct iw_plugin, render) + sizeof p->render)
		return "has a damaged stamp: its struct is too small";
	if (!same_libxml(p->libxml))
		return "was built against an incompatible libxml2; rebuild it";
	return NULL;
}

enum iw_status
iw_shared_load(struct iw_loaded *loaded, const char *path, struct iw_error *e)
{
	void *object = open_object(path, e);
	const struct iw_plugin *p = object ? dlsym(object, "itemwright_plugin") : NULL;
	const char *why;

	if (!object)
		return IW_UNUSABLE;
	if (!p)
		return iw_fail(e, IW_UNUSABLE, "%s is not an itemwright plugin: it exports no 'itemwright_plugin'", path);
	if ((why = misfit(p)) != NULL)
		return iw_fail(e, IW_UNUSABLE, "%s %s", path, why);
	memcpy(&loaded->plugin, p, p->size < sizeof loaded->plugin ? p->size : sizeof loaded->plugin);
	if (!p->name || !p->version || !p->summary)
		return iw_fail(e, IW_UNUSABLE, "%s has no name, version or summary", path);
	return IW_OK;
}
