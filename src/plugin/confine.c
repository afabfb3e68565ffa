/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

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

/* Landlock (Linux 5.13): nothing of the file system but what is read. */
static void
limit_files(const struct iw_confinement *c)
{
	struct landlock_ruleset_attr attr = { .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);

	if (rules < 0)
		return;
	for (size_t i = 0; i < sizeof system_paths / sizeof *system_paths; i++)
		allow_reading(rules, system_paths[i]);
	for (size_t i = 0; i < c->readable_count; i++)
		allow_reading(rules, c->readable[i]);
	(void)syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

/* What no renderer of documents needs: other processes, programs, sockets, the kernel's inner parts. They end it. */
static const int forbidden[] = {
	SCMP_SYS(execve),
	SCMP_SYS(execveat),
	SCMP_SYS(fork),
	SCMP_SYS(vfork),
	SCMP_SYS(ptrace),
	SCMP_SYS(kill),
	SCMP_SYS(tkill),
	SCMP_SYS(process_vm_readv),
	SCMP_SYS(process_vm_writev),
	SCMP_SYS(socket),
	SCMP_SYS(io_uring_setup),
	SCMP_SYS(bpf),
	SCMP_SYS(keyctl),
	SCMP_SYS(add_key),
	SCMP_SYS(perf_event_open),
	SCMP_SYS(mount),
	SCMP_SYS(userfaultfd),
	SCMP_SYS(unshare),
	SCMP_SYS(setns),
	SCMP_SYS(setsid),
	SCMP_SYS(setpgid),
	SCMP_SYS(rt_sigqueueinfo),
	SCMP_SYS(rt_tgsigqueueinfo),
	SCMP_SYS(pidfd_send_signal),
	SCMP_SYS(pidfd_getfd),
};

/* What libraries try and go on without, as for caches: refused with an error. */
static const int refused[] = {
	SCMP_SYS(chmod),   SCMP_SYS(fchmod),    SCMP_SYS(fchmodat), SCMP_SYS(chown),     SCMP_SYS(fchownat),
	SCMP_SYS(unlink),  SCMP_SYS(unlinkat),  SCMP_SYS(rename),   SCMP_SYS(renameat),  SCMP_SYS(renameat2),
	SCMP_SYS(mkdir),   SCMP_SYS(mkdirat),   SCMP_SYS(truncate), SCMP_SYS(link),      SCMP_SYS(linkat),
	SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(creat),    SCMP_SYS(rmdir),     SCMP_SYS(utimensat),
	SCMP_SYS(mknod),   SCMP_SYS(mknodat),   SCMP_SYS(openat2),  SCMP_SYS(setrlimit),
};

static void
refuse_writing(scmp_filter_ctx filter)
{
	static const uint64_t modes[] = { O_WRONLY, O_RDWR };

	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 1,
		                       SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE, modes[i]));
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1,
		                       SCMP_A1(SCMP_CMP_MASKED_EQ, O_ACCMODE, modes[i]));
	}
}

static void
limit_calls(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	if (!filter)
		return;
	for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
		(void)seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, forbidden[i], 0);
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), refused[i], 0);
	/* A thread shares our memory; a process of its own does not. */
	(void)seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), 1,
	                       SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_VM, 0));
	(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	/* abort() sends a signal to its own thread; limits are asked for with this call too. */
	(void)seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(tgkill), 1,
	                       SCMP_A0(SCMP_CMP_NE, (scmp_datum_t)getpid(), 0));
	(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_NE, 0, 0));
	refuse_writing(filter);
	(void)seccomp_load(filter);
	seccomp_release(filter);
}

void
iw_confine(const struct iw_confinement *c)
{
	limit_resources(c);
	drop_capabilities();
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return;
	limit_files(c);
	limit_calls();
}
