/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/confine.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "plugin/calls.h"

/* What a library may need to read while it works: itself, the loader's cache, fonts, time zones. */
static const char *const system_paths[] = {
	"/usr",
	"/lib",
	"/lib64",
	"/etc/ld.so.cache",
	"/etc/fonts",
	"/etc/localtime",
	"/var/cache/fontconfig",
	"/proc/self",
	"/dev/null",
	"/dev/urandom",
};

static void
limit(__rlimit_resource_t what, rlim_t value)
{
	struct rlimit now, new;

	if (getrlimit(what, &now) != 0)
		return;
	new.rlim_max = now.rlim_max < value ? now.rlim_max : value;
	new.rlim_cur = new.rlim_max;
	(void)setrlimit(what, &new);
}

/* Bytes of address space that the process has: a sanitizer or valgrind takes most of it. */
static size_t
address_space(void)
{
	unsigned long pages = 0;
	FILE *f = fopen("/proc/self/statm", "re");

	if (f && fscanf(f, "%lu", &pages) != 1)
		pages = 0;
	if (f)
		fclose(f);
	return (size_t)pages * (size_t)sysconf(_SC_PAGESIZE);
}

static void
limit_resources(const struct iw_confinement *c)
{
	limit(RLIMIT_CPU, c->cpu_seconds);
	limit(RLIMIT_AS, address_space() + c->memory);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_NOFILE, 256);
}

static void
allow_reading(int rules, const char *path)
{
	struct landlock_path_beneath_attr beneath = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE,
		.parent_fd = open(path, O_PATH | O_CLOEXEC),
	};
	int dir;

	if (beneath.parent_fd < 0)
		return;
	dir = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (dir >= 0) {
		beneath.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
		close(dir);
	}
	(void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	close(beneath.parent_fd);
}

/* What makes root more than another user. */
static void
drop_capabilities(void)
{
	struct __user_cap_header_struct head = { .version = _LINUX_CAPABILITY_VERSION_3 };
	const struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = { { 0 } };

	(void)syscall(SYS_capset, &head, none);
}

/* The kernel's struct landlock_ruleset_attr and its newer rights, which the headers may not have yet: linux/landlock.h.
 */
struct ruleset {
	uint64_t files, network, scopes;
};
enum { TRUNCATE = 1 << 14, CONTROL_DEVICES = 1 << 15 };         /* LANDLOCK_ACCESS_FS_TRUNCATE, _IOCTL_DEV */
enum { BIND = 1 << 0, CONNECT = 1 << 1 };                       /* LANDLOCK_ACCESS_NET_BIND_TCP, _CONNECT_TCP */
enum { SCOPE_ABSTRACT_SOCKET = 1 << 0, SCOPE_SIGNAL = 1 << 1 }; /* LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET, _SIGNAL */

/* All that this version of Landlock can take away. */
static struct ruleset
all_of(int version)
{
	return (struct ruleset){
		.files = (uint64_t)((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1) | (version >= 3 ? TRUNCATE : 0) |
		         (version >= 5 ? CONTROL_DEVICES : 0),
		.network = version >= 4 ? BIND | CONNECT : 0,
		.scopes = version >= 6 ? SCOPE_ABSTRACT_SOCKET | SCOPE_SIGNAL : 0,
	};
}

/* Landlock (Linux 5.13): nothing of the file system but what is read, and signals to nobody else. */
static void
limit_files(const struct iw_confinement *c)
{
	int version = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION), rules;
	const struct ruleset all = all_of(version);

	if (version < 1)
		return;
	rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
	if (rules < 0)
		return;
	for (size_t i = 0; i < sizeof system_paths / sizeof *system_paths; i++)
		allow_reading(rules, system_paths[i]);
	for (size_t i = 0; i < c->readable_count; i++)
		allow_reading(rules, c->readable[i]);
	(void)syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

void
iw_confine(const struct iw_confinement *c)
{
	limit_resources(c);
	drop_capabilities();
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return;
	limit_files(c);
	iw_calls_limit();
}
