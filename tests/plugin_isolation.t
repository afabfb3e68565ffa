# SPDX-License-Identifier: Apache-2.0
# Plugins that misbehave are ended and named; what others write, and the program, stay whole.
. "$srcdir/tests/lib.sh"

bank=$work/bank dir=$work/plugins
copy_bank "$srcdir/tests/banks/small" "$bank"
mkdir "$dir"
ITEMWRIGHT_PLUGIN_PATH=$dir ITEMWRIGHT_PLUGIN_SECONDS=1
export ITEMWRIGHT_PLUGIN_PATH ITEMWRIGHT_PLUGIN_SECONDS
check 'what a good plugin writes' 0 at "$bank" "$IW" export A --to text -o "$work/alone"

plugin() { # body on stdin
	{
		echo '#define _GNU_SOURCE'
		printf '#include <%s>\n' itemwright/plugin.h stdio.h errno.h fcntl.h linux/fs.h poll.h pthread.h sched.h signal.h spawn.h stdint.h stdlib.h string.h sys/ioctl.h sys/resource.h sys/socket.h sys/stat.h sys/syscall.h sys/time.h sys/wait.h sys/xattr.h unistd.h utime.h
		echo '#define TRY(call) do { if ((call) != -1) host->report(job, IW_LEVEL_WARNING, NULL, "let through: " #call); } while (0)'
		echo 'enum { KIND_REPORT, KIND_WRITE };' # src/plugin/host.h
		echo 'static inline void *upper(void *word) { for (char *p = word; *p; p++) *p = (char)(*p - 32); return word; }'
		echo 'static bool render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form) { (void)form; (void)job; (void)host;'
		cat
		echo '}'
		echo 'IW_PLUGIN(.name = "x", .version = "1", .summary = "a test", .render = render, .views = IW_VIEW_CANDIDATE);'
	} >"$work/source"
	rm -f "$dir/x.so"
	make_plugin "$dir/x.so" <"$work/source"
	rm -f "$dir/x.c"
}
ended() { # WHAT WORDS...: beside a good plugin
	ended_what=$1
	shift
	rm -rf "$work/out.d"
	check "$ended_what: exit 1" 1 at "$bank" timeout 60 "$IW" export A --to text,x -o "$work/out.d"
	says "$ended_what: is named" "plugin 'x' failed" "$@"
	[ ! -e "$work/out.d/x" ]
	ok $? "$ended_what: writes nothing"
	same_tree "$ended_what: the other output is whole" "$work/alone" "$work/out.d/text"
}

plugin <<'C'
	host->write(job, "x.txt", "half", 4);
	*(volatile int *)(uintptr_t)8 = 1;
	return true;
C
ended 'a crash' 'nothing was written'
plugin <<'C'
	host->write(job, "x.txt", "half", 4);
	abort();
C
ended 'an abort' 'it crashed'
plugin <<'C'
	host->write(job, "x.txt", "half", 4);
	_exit(0);
C
ended 'leaving' 'it left without a word'
plugin <<'C'
	for (volatile int i = 0;; i++)
		;
C
ended 'an endless loop' 'it took too long'
plugin <<'C'
	for (;;)
		pause();
C
ended 'endless waiting' 'it took too long'
plugin <<'C'
	close_range(3, ~0U, 0);
	for (;;)
		pause();
C
ended 'endless waiting without a pipe' 'it took too long'
plugin <<'C'
	for (int i = 0; i < 100000; i++)
		host->report(job, IW_LEVEL_NOTE, NULL, "nothing");
	return host->write(job, "x.txt", "all", 3);
C
ended 'a flood of words' 'it sent what it may not'
plugin <<'C'
	static char megabyte[1 << 20];
	for (;;)
		if (!host->write(job, "x.txt", megabyte, sizeof megabyte))
			return false;
C
ended 'a flood of bytes'
plugin <<'C'
	pid_t child = fork();
	if (child == 0)
		_exit(0);
	return host->write(job, "x.txt", "all", 3);
C
ended 'another process' 'it tried what a plugin may not'
plugin <<'C'
	if (syscall(SYS_clone, CLONE_VM | CLONE_VFORK | SIGCHLD, 0, 0, 0, 0) == 0)
		_exit(0);
	return host->write(job, "x.txt", "all", 3);
C
ended 'another process in the same memory' 'it tried what a plugin may not'
plugin <<C
	(void)!system(": >$work/outside");
	return host->write(job, "x.txt", "all", 3);
C
ended 'system()' 'it tried what a plugin may not'
plugin <<'C'
	char name[] = "true", *args[] = { name, NULL };
	pid_t child;
	(void)posix_spawn(&child, "/bin/true", NULL, NULL, args, NULL);
	return host->write(job, "x.txt", "all", 3);
C
ended 'posix_spawn()' 'it tried what a plugin may not'
plugin <<'C'
	execl("/bin/true", "true", (char *)NULL);
	return host->write(job, "x.txt", "all", 3);
C
ended 'another program' 'it tried what a plugin may not'
plugin <<'C'
	if (socket(AF_INET, SOCK_STREAM, 0) < 0)
		return false;
	return host->write(job, "x.txt", "all", 3);
C
ended 'the network' 'it tried what a plugin may not'
plugin <<'C'
	kill(getppid(), SIGTERM);
	return host->write(job, "x.txt", "all", 3);
C
ended 'a signal to the program' 'it tried what a plugin may not'
plugin <<'C'
	syscall(SYS_tgkill, getppid(), getppid(), SIGTERM);
	return host->write(job, "x.txt", "all", 3);
C
ended 'a signal to a thread of the program' 'it tried what a plugin may not'
# Signals that the kernel sends, to somebody who must live on.
sleep 600 &
victim=$!
trap 'kill $victim; rm -rf "$work"' EXIT
for way in 'fcntl(fds[0], F_SETOWN, victim)' 'fcntl(fds[0], F_SETOWN_EX, &owner)' 'fcntl(fds[0], F_SETSIG, SIGKILL)' \
	'fcntl(fds[0], (int)(F_SETOWN | 1LL << 32), victim)' 'ioctl(fds[0], FIOASYNC, &on)'; do
	plugin <<C
	pid_t victim = $victim;
	struct f_owner_ex owner = { F_OWNER_PID, victim };
	int fds[2], on = 1;
	if (pipe(fds) != 0)
		return false;
	(void)victim, (void)owner, (void)on;
	(void)$way;
	return host->write(job, "x.txt", "all", 3);
C
	ended "$way" 'it tried what a plugin may not'
done
plugin <<C
	int fds[2], victim = $victim;
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) != 0)
		return false;
	TRY(ioctl(fds[0], FIOSETOWN, &victim));
	TRY(ioctl(fds[0], SIOCSPGRP, &victim));
	TRY(syscall(SYS_ioctl, fds[0], FIOSETOWN | 1LL << 32, &victim));
	TRY(setpriority(PRIO_PROCESS, (id_t)victim, 5));
	return iw_plugin_fail(host, job, NULL, "it is not known");
C
ended 'another owner of a socket' 'x: error: it is not known'
says_not 'and no call is let through' 'let through'
kill -0 $victim
ok $? 'who was to get the signal lives'

# Each of these ends it, whatever its arguments are; machines and C libraries do not have all of them.
names='process_madvise process_mrelease kcmp migrate_pages shmget shmat shmctl semget semctl semop msgget msgctl msgsnd mq_open mq_unlink
	io_setup io_uring_setup name_to_handle_at open_by_handle_at request_key syslog umount2 open_tree swapoff acct clock_settime sethostname'
echo '#include <sys/syscall.h>' | $CC -E -dM - | sed -n 's/^#define SYS_\([a-z0-9_]*\) .*/\1/p' >"$work/known"
names=$(for name in $names; do grep -x "$name" "$work/known"; done)
{
	echo 'static const struct { const char *name; long number; } calls[] = {'
	for name in $names; do printf '\t{ "%s", SYS_%s },\n' "$name" "$name"; done
	echo '};'
} >"$work/calls.h"
plugin <<C
#include "$work/calls.h"
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (strcmp(getenv("ITEMWRIGHT_TEST"), calls[i].name) == 0)
			(void)syscall(calls[i].number, -1L, -1L, -1L, -1L, -1L, -1L);
	return host->write(job, "x.txt", "all", 3);
C
for name in $names; do
	run at "$bank" env ITEMWRIGHT_TEST="$name" "$IW" export A --to x -o "$work/call.d"
	grep -q 'it tried what a plugin may not' "$work/err" || echo "$name"
done >"$work/let"
[ -n "$names" ] && [ ! -s "$work/let" ]
ok $? 'system calls that reach others end it' "$work/let"
plugin <<'C'
	struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };
	if (setrlimit(RLIMIT_FSIZE, &all) == 0 || syscall(SYS_setrlimit, RLIMIT_FSIZE, &all) == 0)
		return false;
	return iw_plugin_fail(host, job, NULL, "the limit stays");
C
ended 'a limit to be lifted' 'x: error: the limit stays'
plugin <<'C'
	if (setuid(12345) == 0)
		return false;
	return iw_plugin_fail(host, job, NULL, "root is as others are");
C
ended "what root may" 'x: error: root is as others are'

# Writing outside is refused, so that nothing is there.
plugin <<C
	FILE *f = fopen("$work/outside", "w");
	if (!f || unlink("$work/source") == 0 || mkdir("$work/folder", 0777) == 0)
		return iw_plugin_fail(host, job, NULL, "it is locked in");
	fclose(f);
	return host->write(job, "x.txt", "all", 3);
C
ended 'writing outside' 'x: error: it is locked in'
[ ! -e "$work/outside" ] && [ -e "$work/source" ] && [ ! -e "$work/folder" ]
ok $? 'nothing is written or removed outside'
mkdir "$dir/x"
echo precious >"$dir/x/keep"
echo precious >"$work/keep"
plugin <<C
	static const char *const files[] = { "$work/keep", "$dir/x/keep" };
	for (size_t i = 0; i < 2; i++) {
		const char *f = files[i];
		TRY(open(f, O_ACCMODE | O_TRUNC));
		TRY(open(f, O_RDONLY | O_TRUNC));
		TRY(open(f, O_WRONLY));
#ifdef SYS_open
		TRY(syscall(SYS_open, f, O_ACCMODE | O_TRUNC));
		TRY(syscall(SYS_open, f, O_RDONLY | O_TRUNC));
		TRY(syscall(SYS_open, f, O_ACCMODE | O_TRUNC | 1LL << 32));
		TRY(syscall(SYS_creat, f, 0600));
		TRY(syscall(SYS_open, "$work/outside", O_CREAT, 0600));
#endif
		TRY(open("$work/outside", O_CREAT, 0600));
		TRY(truncate(f, 0));
	}
	return iw_plugin_fail(host, job, NULL, "it is locked in");
C
ended 'emptying files' 'x: error: it is locked in'
says_not 'no way is let through' 'let through'
[ -s "$work/keep" ] && [ -s "$dir/x/keep" ] && [ ! -e "$work/outside" ]
ok $? 'the files are whole'

# What is known of a file stays too. 452 and on: fchmodat2, setxattrat, removexattrat, file_setattr.
stat -c '%a %u %Y' "$dir/x/keep" >"$work/before"
plugin <<C
	const char *f = "$dir/x/keep";
	struct utimbuf times = { 1, 1 };
	struct timeval both[2] = { { 1, 0 }, { 1, 0 } };
	int fd = open(f, O_RDONLY), flags = 0, low = 5;
	if (fd < 0)
		return false;
	TRY(utime(f, &times));
	TRY(utimes(f, both));
#ifdef SYS_utime
	TRY(syscall(SYS_utime, f, &times));
	TRY(syscall(SYS_utimes, f, both));
	TRY(syscall(SYS_futimesat, AT_FDCWD, f, both));
#endif
	TRY(utimensat(AT_FDCWD, f, NULL, 0));
	TRY(chmod(f, 0777));
	TRY(fchmod(fd, 0777));
	TRY(syscall(452, AT_FDCWD, f, 0777, 0));
	TRY(chown(f, getuid(), getgid()));
	TRY(lchown(f, getuid(), getgid()));
	TRY(fchown(fd, getuid(), getgid()));
	TRY(setxattr(f, "user.x", "y", 1, 0));
	TRY(lsetxattr(f, "user.x", "y", 1, 0));
	TRY(fsetxattr(fd, "user.x", "y", 1, 0));
	for (int call = 452; call < 520; call++)
		if (syscall(call, -1L, -1L, -1L, -1L, -1L, -1L) != -1 || errno != ENOSYS)
			return false;
	if (removexattr(f, "user.x") == 0 || errno != EACCES || lremovexattr(f, "user.x") == 0 || errno != EACCES ||
	    fremovexattr(fd, "user.x") == 0 || errno != EACCES)
		return false;
	if (ioctl(fd, FS_IOC_GETFLAGS, &flags) == 0 || errno != ENOTTY)
		return false;
	TRY(setpriority(PRIO_PROCESS, (id_t)getppid(), low));
	TRY(syscall(SYS_sched_setaffinity, getppid(), sizeof flags, &low));
	return iw_plugin_fail(host, job, NULL, "nothing is changed");
C
ended 'changing what is known of a file' 'x: error: nothing is changed'
says_not 'no call is let through' 'let through'
stat -c '%a %u %Y' "$dir/x/keep" >"$work/after"
same 'the file is as it was' "$work/before" "$work/after"
rm -r "$dir/x"

# Names that cannot be together, sent with and without the program's part in the plugin's process.
plugin <<'C'
	return host->write(job, "a", "1", 1) && host->write(job, "a/b", "2", 1);
C
ended 'a file in a file' "x: error: a/b: there cannot be outputs 'a/b' and 'a'"
plugin <<'C'
	return host->write(job, "a/b/c", "1", 1) && host->write(job, "a-", "2", 1) && host->write(job, "a", "3", 1);
C
ended 'a file that is a folder' "x: error: a: there cannot be outputs 'a' and 'a/b/c'"
plugin <<'C'
	static const struct { uint32_t kind, len; char bytes[4]; } first = { KIND_WRITE, 3, "a\0001" }, second = { KIND_WRITE, 4, "a/b" };
	if (write(3, &first, 11) != 11 || write(3, &second, 12) != 12)
		return false;
	return host->write(job, "x.txt", "all", 3);
C
ended 'such names sent past the program' 'it sent what it may not'
plugin <<'C'
	return host->write(job, "a\033[31mb", "1", 1);
C
ended 'a name with a control character' 'cannot be the name of an output'
tr -d '\012\040-\176\200-\377' <"$work/err" >"$work/control"
none 'which is not shown as it is' "$work/control"

# What it says is shown as words on one line.
plugin <<'C'
	return iw_plugin_fail(host, job, NULL, "one\r\ntext: error: forged\ttwo\033[2J\302\233 three\xff\n\n");
C
ended 'a forged report' 'x: error: one  text: error: forged two'
tr -d '\012\040-\176\200-\377' <"$work/err" >"$work/control"
grep -e '^text:' -e "$(printf '\302\233')" "$work/err" >>"$work/control"
none 'it has one line, without control characters' "$work/control"
plugin <<'C'
	static const struct { uint32_t kind, len; struct { unsigned char level; char question[31], text[4]; } report; } message = {
		KIND_REPORT, 36, { IW_LEVEL_WARNING, "q1\033[2J", "text" } };
	if (write(3, &message, sizeof message) != sizeof message)
		return false;
	return host->write(job, "x.txt", "all", 3);
C
ended 'a forged question' 'it sent what it may not'

# The environment: what libraries need, and no password.
plugin <<'C'
	static char room[1 << 16];
	FILE *f = fopen("/proc/self/environ", "r");
	size_t n = f ? fread(room, 1, sizeof room, f) : 0;
	if (!f || getenv("MY_SIGN_PW") || getenv("PATH") || memmem(room, n, "hunter2", 7) || memmem(room, n, "SIGN", 4))
		return false;
	for (char **e = environ; *e; e++)
		if (strstr(*e, "hunter2"))
			return false;
	if (!getenv("LC_ALL") || !getenv("ITEMWRIGHT_PLUGIN_SECONDS") || !getenv("XDG_TEST") || strcmp(getenv("XDG_TEST"), "kept") != 0)
		return false;
	fclose(f);
	return iw_plugin_fail(host, job, NULL, "it holds no password");
C
MY_SIGN_PW=hunter2 XDG_TEST=kept
export MY_SIGN_PW XDG_TEST
ended 'the environment' 'x: error: it holds no password'

plugin <<'C'
	pthread_t thread;
	char *word = strdup("all");
	void *end = NULL;
	if (!word || pthread_create(&thread, NULL, upper, word) != 0 || pthread_join(thread, &end) != 0)
		return iw_plugin_fail(host, job, NULL, "there is no thread");
	return host->write(job, "x.txt", end, 3);
C
check 'a plugin with a thread' 0 at "$bank" "$IW" export A --to x -o "$work/thread"
grep -qx 'ALL' "$work/thread/x.txt"
ok $? 'which works'
plugin <<'C'
	puts("to standard output"), fflush(stdout);
	fputs("to standard error", stderr);
	return host->write(job, "x.txt", "all", 3);
C
check 'a plugin that prints' 0 at "$bank" "$IW" export A --to x -o "$work/printed"
says_not 'is not heard' 'to standard'

# What it declares is shown as one line too.
rm -f "$dir/x.so"
sed 's|"a test"|"a \\033[2Jtest\\nitemwright: error: forged"|' "$work/source" >"$work/declared"
make_plugin "$dir/x.so" <"$work/declared"
check 'a plugin with a strange summary' 0 "$IW" plugins
says 'is listed on a line' '[2Jtest itemwright: error: forged'
! grep -q "$(printf '\033')" "$work/out"
ok $? 'without what moves a terminal' "$work/out"

# What runs on loading is locked in too, and one bad plugin leaves the list whole.
rm -f "$dir/x.so"
make_plugin "$dir/x.so" <<'C'
#include <stdlib.h>
__attribute__((constructor)) static void crash(void) { abort(); }
C
check 'a plugin that crashes when it is loaded' 2 at "$bank" "$IW" export A --to x -o "$work/none"
says 'is named' 'x.so cannot be loaded: it crashed'
check 'the list' 0 "$IW" plugins
says 'has it, with the reason, and the others' 'x.so cannot be loaded: it crashed' 'text 1.0'
[ ! -e "$work/none" ]
ok $? 'nothing is written'
make_plugin "$dir/x.so" <<'C'
#define _GNU_SOURCE
#include <unistd.h>
__attribute__((constructor)) static void hang(void) { close_range(3, ~0U, 0); for (;;) pause(); }
C
check 'a plugin that waits without a pipe when it is loaded' 2 at "$bank" timeout 60 "$IW" export A --to x -o "$work/none"
says 'is named' 'x.so cannot be loaded: it took too long'
finish
