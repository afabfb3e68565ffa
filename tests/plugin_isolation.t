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
		printf '#include <%s>\n' itemwright/plugin.h stdio.h stdlib.h string.h unistd.h signal.h fcntl.h sys/resource.h sys/socket.h sys/stat.h sys/syscall.h sys/wait.h
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
	check "$ended_what: exit 1" 1 at "$bank" "$IW" export A --to text,x -o "$work/out.d"
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
plugin <<'C'
	struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };
	if (setrlimit(RLIMIT_FSIZE, &all) == 0 || syscall(SYS_setrlimit, RLIMIT_FSIZE, &all) == 0)
		return false;
	return iw_plugin_fail(host, job, NULL, "the limit stays");
C
ended 'a limit to be lifted' 'x: error: the limit stays'
plugin <<'C'
	if (setpriority(PRIO_PROCESS, 0, -20) == 0)
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
plugin <<'C'
	puts("to standard output"), fflush(stdout);
	fputs("to standard error", stderr);
	return host->write(job, "x.txt", "all", 3);
C
check 'a plugin that prints' 0 at "$bank" "$IW" export A --to x -o "$work/printed"
says_not 'is not heard' 'to standard'

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
finish
