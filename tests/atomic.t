# SPDX-License-Identifier: Apache-2.0
# An output appears whole or not at all: when it cannot be written the exit code is 3, the message names the
# file and the reason, the old output is untouched, and nothing is left behind.
. "$srcdir/tests/lib.sh"

bank=$work/bank
copy_bank "$srcdir/tests/banks/small" "$bank"
"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"

# What the old output is, in each of the tests below.
old() { # FOLDER
	mkdir -p "$1" && for f in small-A-1.html small-A-1.txt small-A-1.zip small-A-1.key.zip form.zip; do
		echo "old $f" >"$1/$f"
	done
	rm -rf "$work/before" && cp -R "$1" "$work/before"
}
kept() { # WHAT FOLDER: just what was there before
	same_tree "$1: the old output is untouched, and nothing is left" "$work/before" "$2"
}

# Standard output on a full disk
if [ -c /dev/full ]; then
	full() { # COMMAND...
		(cd "$bank" && "$@" >/dev/full 2>"$work/err")
		got=$? && : >"$work/out"
		[ $got -eq 3 ] && grep -qF 'standard output cannot be written: No space left' "$work/err"
		ok $? "full standard output: $(shift && echo "$*" | sed "s|$work/||g")" "$work/err"
	}
	for what in --help --version 'lint --help' help 'help --man lint' rules plugins; do full "$IW" $what; done
	rm "$bank/media/sky.png"
	full "$IW" lint
	full "$IW" lint --format json
	cp "$srcdir/tests/banks/small/media/sky.png" "$bank/media"
	full "$IW" export A --to text -o "$work/full"
	full "$IW" pack A -s "$work/k.key" -o "$work/full"
else
	skip 'full standard output' 'there is no /dev/full'
fi
(cd "$bank" && exec "$IW" lint >&-) 2>"$work/err"
ok $? 'a closed standard output that is not used' "$work/err"
(cd "$bank" && exec "$IW" rules >&-) 2>"$work/err"
[ $? -eq 3 ]
ok $? 'a closed standard output that is' "$work/err"

# Files that may not grow beyond a limit: SIGXFSZ is a write error
limited() { # BLOCKS COMMAND...
	(ulimit -f "$1" && shift && cd "$bank" && exec "$@")
}
old "$work/limit"
check 'a folder, beyond the limit' 3 limited 8 "$IW" export A --to html -o "$work/limit"
says 'it names file and reason' "$work/limit/small-A-1.html: cannot be written: File too large"
kept 'a folder' "$work/limit"
check 'two plugins, of which one writes too much' 3 limited 8 "$IW" export A --to text,html -o "$work/limit"
kept 'two plugins' "$work/limit"
check 'a new folder' 3 limited 8 "$IW" export A --to html -o "$work/new/folder"
[ ! -e "$work/new" ]
ok $? 'a new folder is not left'
check 'an archive' 3 limited 1 "$IW" export A --to html -o "$work/limit/form.zip"
says 'it names file and reason' "$work/limit/form.zip: cannot be written: File too large"
kept 'an archive' "$work/limit"
check 'packages' 3 limited 8 "$IW" pack A -s "$work/k.key" -o "$work/limit"
says 'it names file and reason' "$work/limit/small-A-1.zip: cannot be written: File too large"
kept 'packages' "$work/limit"
mkdir "$work/keys"
check 'keys' 3 limited 0 "$IW" keygen -W "$work/keys/k"
check 'a signature' 3 limited 0 "$IW" sign "$bank/exam.xml" -s "$work/k.key"
[ -z "$(ls -A "$work/keys")" ] && [ -z "$(find "$bank" -name '*.minisig*')" ]
ok $? 'neither leaves anything'
check 'a good package' 0 at "$bank" "$IW" pack A -s "$work/k.key" -o "$work/good"
check 'extraction' 3 limited 1 "$IW" verify "$work/good/small-A-1.zip" -p "$work/k.pub" -x "$work/limit/x"
kept 'extraction' "$work/limit"

# Something else stands there
old "$work/taken" && rm "$work/taken/small-A-1.txt" && mkdir "$work/taken/small-A-1.txt" && echo x >"$work/taken/small-A-1.txt/x"
rm -rf "$work/before" && cp -R "$work/taken" "$work/before"
check 'a folder where the file goes' 3 at "$bank" "$IW" export A --to text -o "$work/taken"
says 'it names file and reason' "$work/taken/small-A-1.txt: is a folder"
kept 'a folder where the file goes' "$work/taken"
mkdir -p "$work/taken/html" "$work/taken/text/small-A-1.txt" && echo old >"$work/taken/html/small-A-1.html"
rm -rf "$work/before" && cp -R "$work/taken" "$work/before"
check 'a folder where one of two files goes' 3 at "$bank" "$IW" export A --to html,text -o "$work/taken"
kept 'a folder where one of two files goes' "$work/taken"
old "$work/taken2" && rm "$work/taken2/small-A-1.key.zip" && mkdir "$work/taken2/small-A-1.key.zip"
rm -rf "$work/before" && cp -R "$work/taken2" "$work/before"
check 'a folder where one of four files goes' 3 at "$bank" "$IW" pack A -s "$work/k.key" -o "$work/taken2"
kept 'a folder where one of four files goes' "$work/taken2"
echo file >"$work/file"
check 'a file where the folder goes' 3 at "$bank" "$IW" export A --to text -o "$work/file"
says 'it names the place' "$work/file"
check 'a file on the way' 3 at "$bank" "$IW" export A --to text -o "$work/file/deep/er"
says 'it names the place' "$work/file"
[ "$(cat "$work/file")" = file ]
ok $? 'the file is untouched'
[ -z "$(find "$work" -name '.*.??????')" ]
ok $? 'no temporary file is left anywhere'

# A folder that may not be written to
old "$work/closed"
chmod a-w "$work/closed"
refused() { # USER...: as this user
	check 'a folder that may not be written to' 3 at "$bank" "$@" "$IW" export A --to text -o "$work/closed"
	says 'it names file and reason' "$work/closed/small-A-1.txt: cannot be written: Permission denied"
	check 'packages there' 3 at "$bank" "$@" "$IW" pack A -s "$work/k.key" -o "$work/closed"
	check 'a folder in it' 3 at "$bank" "$@" "$IW" export A --to text -o "$work/closed/new"
	says 'it names folder and reason' "$work/closed/new: the folder cannot be made: Permission denied"
	kept 'a folder that may not be written to' "$work/closed"
}
nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
if [ "$(id -u)" -ne 0 ]; then
	refused
elif chmod a+rx "$work" && chmod a+r "$work/k.key" && $nobody "$IW" --version >"$work/out" 2>&1; then
	refused $nobody
else
	skip 'a folder that may not be written to' 'root may write anywhere, and the program cannot be run as nobody'
fi
chmod u+w "$work/closed"

# A full file system
mkdir "$work/disk"
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=64k tmpfs "$work/disk" 2>"$work/err"; then
	trap 'umount "$work/disk"; rm -rf "$work"' EXIT
	old "$work/disk/out"
	head -c 65536 /dev/zero >"$work/disk/ballast" 2>"$work/err"
	check 'a full disk' 3 at "$bank" "$IW" export A --to html -o "$work/disk/out"
	says 'it names file and reason' "$work/disk/out/small-A-1.html: cannot be written: No space left on device"
	kept 'a full disk' "$work/disk/out"
	check 'packages' 3 at "$bank" "$IW" pack A -s "$work/k.key" -o "$work/disk/out"
	kept 'packages on a full disk' "$work/disk/out"
	rm "$work/disk/ballast"
	check 'with room again' 0 at "$bank" "$IW" export A --to text -o "$work/disk/out"
else
	skip 'a full disk' 'a file system cannot be mounted here; the limits above are the same errors'
fi

# A signal that ends the program, with files of results half way: a plugin waits while they are there
mkdir "$work/plugins"
make_plugin "$work/plugins/slow.so" <<'C'
#include <itemwright/plugin.h>
#include <unistd.h>
static bool render(const struct iw_host *host, struct iw_job *job, const xmlDoc *report)
{
	(void)host; (void)job; (void)report;
	for (;;)
		pause();
}
IW_PLUGIN(.name = "slow", .version = "1", .summary = "waits", .render = render, .views = IW_VIEW_REPORT);
C
(cd "$bank" && exec "$IW" pack A -s "$work/k.key" -o "$work/package") >"$work/out" 2>"$work/err" || bail "no package: $(cat "$work/err")"
printf 'candidate,q1,q2,q3,q4,q5\nJane,A,,,,\n' >"$work/in.csv"
signalled() { # SIGNAL
	rm -rf "$work/signalled" && mkdir "$work/signalled" && echo old >"$work/signalled/results.csv"
	ITEMWRIGHT_PLUGIN_PATH=$work/plugins "$IW" score --package "$work/package/small-A-1.key.zip" -p "$work/k.pub" \
		--reports slow -o "$work/signalled" "$work/in.csv" >"$work/out" 2>"$work/err" &
	pid=$! tries=0
	while [ -z "$(find "$work/signalled" -name '.results.json.*' -size +0)" ] && [ $tries -lt 100 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
	[ $tries -lt 100 ]
	ok $? "SIG$1: files are being written" "$work/err"
	kill -"$1" $pid
	wait $pid 2>>"$work/err"
	[ $? -gt 128 ]
	ok $? "SIG$1 ends it" "$work/err"
	[ "$(ls -A "$work/signalled")" = results.csv ] && [ "$(cat "$work/signalled/results.csv")" = old ]
	ok $? "SIG$1: the old file is untouched, and nothing is left"
	tries=0
	while grep -ls "$work/signalled" /proc/[0-9]*/cmdline >"$work/found" && [ $tries -lt 50 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
	none "SIG$1: no process of a plugin is left" "$work/found"
}
for signal in TERM HUP; do signalled $signal; done
finish
