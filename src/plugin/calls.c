/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What no renderer of documents needs. It ends the process. */
static const int forbidden[] = {
	/* Other programs and processes: starting them, and what is theirs. */
	SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(unshare), SCMP_SYS(setns),
	SCMP_SYS(setsid), SCMP_SYS(setpgid), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
	SCMP_SYS(process_madvise), SCMP_SYS(process_mrelease), SCMP_SYS(pidfd_getfd), SCMP_SYS(kcmp),
	SCMP_SYS(migrate_pages), SCMP_SYS(move_pages),
	/* Signals to them. */
	SCMP_SYS(kill), SCMP_SYS(tkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo),
	SCMP_SYS(pidfd_send_signal),
	/* Talking to them: the network, and what System V and POSIX have for it, which outlives a process. */
	SCMP_SYS(socket), SCMP_SYS(shmget), SCMP_SYS(shmat), SCMP_SYS(shmctl), SCMP_SYS(semget), SCMP_SYS(semop),
	SCMP_SYS(semtimedop), SCMP_SYS(semctl), SCMP_SYS(msgget), SCMP_SYS(msgsnd), SCMP_SYS(msgrcv), SCMP_SYS(msgctl),
	SCMP_SYS(mq_open), SCMP_SYS(mq_unlink),
	/* Ways to files that are looked at by none of these tables. */
	SCMP_SYS(io_uring_setup), SCMP_SYS(io_setup), SCMP_SYS(name_to_handle_at), SCMP_SYS(open_by_handle_at),
	SCMP_SYS(fanotify_init), SCMP_SYS(uselib),
	/* Keys, programs within the kernel, and its inner parts. */
	SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(bpf), SCMP_SYS(perf_event_open),
	SCMP_SYS(userfaultfd), SCMP_SYS(lookup_dcookie), SCMP_SYS(syslog), SCMP_SYS(iopl), SCMP_SYS(ioperm),
	SCMP_SYS(create_module), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(delete_module),
	SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(reboot), SCMP_SYS(_sysctl),
	/* What is mounted and where the root is. */
	SCMP_SYS(mount), SCMP_SYS(umount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot),
	SCMP_SYS(open_tree), SCMP_SYS(move_mount), SCMP_SYS(mount_setattr), SCMP_SYS(fsopen), SCMP_SYS(fsconfig),
	SCMP_SYS(fsmount), SCMP_SYS(fspick),
	/* What all of the machine shares: swap, quotas, accounting, its clock and name, the terminal. */
	SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(quotactl), SCMP_SYS(quotactl_fd), SCMP_SYS(acct),
	SCMP_SYS(nfsservctl), SCMP_SYS(settimeofday), SCMP_SYS(stime), SCMP_SYS(clock_settime), SCMP_SYS(clock_adjtime),
	SCMP_SYS(adjtimex), SCMP_SYS(sethostname), SCMP_SYS(setdomainname), SCMP_SYS(vhangup)
};

/* What libraries try and go on without, as for caches. */
static const int refused[] = {
	/* Making and removing files. */
	SCMP_SYS(creat), SCMP_SYS(mknod), SCMP_SYS(mknodat), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(link),
	SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rmdir),
	SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(truncate),
	/* Opening them in a way that a filter cannot see. */
	SCMP_SYS(openat2),
	/* Whose they are, what they may, and when they were changed. */
	SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(lchown), SCMP_SYS(fchown),
	SCMP_SYS(fchownat), SCMP_SYS(utime), SCMP_SYS(utimes), SCMP_SYS(futimesat), SCMP_SYS(utimensat),
	SCMP_SYS(setxattr), SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr), SCMP_SYS(removexattr), SCMP_SYS(lremovexattr),
	SCMP_SYS(fremovexattr),
	/* Limits, and the turn that a process gets, which may be any of the user's. */
	SCMP_SYS(setrlimit), SCMP_SYS(setpriority), SCMP_SYS(ioprio_set), SCMP_SYS(sched_setparam),
	SCMP_SYS(sched_setscheduler), SCMP_SYS(sched_setattr), SCMP_SYS(sched_setaffinity)
};

/* Calls that an argument makes harmful: it has these bits. The kernel looks at no more of it than is in the mask. */
struct rule {
	uint32_t action;
	int call;
	unsigned argument;
	uint64_t mask, value;
};

#define WHOLE UINT32_MAX

static const struct rule rules[] = {
	/* Opening for writing, or what changes a file though it is opened for reading. */
	{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1, O_WRONLY, O_WRONLY },
	{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1, O_RDWR, O_RDWR },
	{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1, O_TRUNC, O_TRUNC },
	{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1, O_CREAT, O_CREAT },
	{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 2, O_WRONLY, O_WRONLY },
	{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 2, O_RDWR, O_RDWR },
	{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 2, O_TRUNC, O_TRUNC },
	{ SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 2, O_CREAT, O_CREAT },
	/* Another process: all that is not a thread of this one. */
	{ SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), 0, CLONE_THREAD, 0 },
	/* Signals that the kernel sends for us when something comes. */
	{ SCMP_ACT_KILL_PROCESS, SCMP_SYS(fcntl), 1, WHOLE, F_SETOWN },
	{ SCMP_ACT_KILL_PROCESS, SCMP_SYS(fcntl), 1, WHOLE, F_SETOWN_EX },
	{ SCMP_ACT_KILL_PROCESS, SCMP_SYS(fcntl), 1, WHOLE, F_SETSIG },
	{ SCMP_ACT_KILL_PROCESS, SCMP_SYS(ioctl), 1, WHOLE, FIOASYNC },
	/* Words put into the user's terminal as if they had been typed, and who is in front of it. */
	{ SCMP_ACT_KILL_PROCESS, SCMP_SYS(ioctl), 1, WHOLE, TIOCSTI },
	{ SCMP_ACT_KILL_PROCESS, SCMP_SYS(ioctl), 1, WHOLE, TIOCLINUX },
	{ SCMP_ACT_KILL_PROCESS, SCMP_SYS(ioctl), 1, WHOLE, TIOCSPGRP },
};

static void
add(scmp_filter_ctx filter, const struct rule *r)
{
	(void)seccomp_rule_add(filter, r->action, r->call, 1,
	                       SCMP_CMP(r->argument, SCMP_CMP_MASKED_EQ, r->mask, r->value));
}

/*
 * Whether it is a terminal is all that has to be asked with ioctl. Other letters than a terminal's are of file systems,
 * which change flags of files that are open for reading, of sockets, and of devices.
 */
static void
refuse_control(scmp_filter_ctx filter)
{
	for (uint64_t bit = 0x100; bit < 0x10000; bit <<= 1)
		add(filter, &(struct rule){ SCMP_ACT_ERRNO(ENOTTY), SCMP_SYS(ioctl), 1, bit, ~(uint64_t)TCGETS & bit });
}

/*
 * What nobody has looked at: calls of newer kernels. Their numbers are the same everywhere, counted from one that is
 * known. A filter of its own, since one comparison does for all of them; of two filters the stricter decides.
 */
static void
refuse_newer(void)
{
	enum { FIRST = __NR_openat2 - 437 + 452 /* fchmodat2, Linux 6.6 */, ROOM = 500 };
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FIRST, 0, 2),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FIRST + ROOM, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	const struct sock_fprog program = { COUNT(code), code };

	(void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

void
iw_calls_limit(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	refuse_newer();
	if (!filter)
		return;
	(void)seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
	for (size_t i = 0; i < COUNT(forbidden); i++)
		(void)seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, forbidden[i], 0);
	for (size_t i = 0; i < COUNT(refused); i++)
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), refused[i], 0);
	for (size_t i = 0; i < COUNT(rules); i++)
		add(filter, &rules[i]);
	refuse_control(filter);
	/* Its flags are out of a filter's sight; libraries then use clone. */
	(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	/* abort() sends a signal to its own thread; limits are asked for with this call too. */
	(void)seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(tgkill), 1,
	                       SCMP_A0(SCMP_CMP_NE, (scmp_datum_t)getpid(), 0));
	(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_NE, 0, 0));
	(void)seccomp_load(filter);
	seccomp_release(filter);
}
