# SPDX-License-Identifier: Apache-2.0
# A plugin's process holds nothing that the plugin was not given: it searches all of its memory, and all that is open.
. "$srcdir/tests/lib.sh"
command -v od >/dev/null || { echo '1..0 # SKIP there is no od'; exit 0; }

bank=$work/bank dir=$work/plugins
copy_bank "$srcdir/tests/banks/small" "$bank"
mkdir "$dir"
ITEMWRIGHT_PLUGIN_PATH=$dir
export ITEMWRIGHT_PLUGIN_PATH
"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"

bytes() { # on stdin, as an initializer; turned, so that the plugin itself does not hold what it looks for
	od -An -v -tu1 | tr -s ' ' '\n' | awk 'NF { printf "%s%d", n++ ? "," : "", 255 - $1 }'
}
searcher() { # NAME BYTES: it writes "found" or "not found", and what is open besides its own
	cat >"$work/source" <<C
#define _GNU_SOURCE
#include <itemwright/plugin.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static const unsigned char turned[] = { $2 };
enum { LEN = sizeof turned, PIECE = 1 << 16 };
static unsigned char room[PIECE + LEN];

static bool is_at(const unsigned char *p)
{
	for (size_t i = 0; i < LEN; i++)
		if ((unsigned char)~p[i] != turned[i])
			return false;
	return true;
}

/* Its own memory through the file of it, which fails where memory cannot be read. */
static bool is_in(int memory, unsigned long from, unsigned long to)
{
	for (unsigned long at = from; at < to; at += PIECE) {
		ssize_t n = pread(memory, room, sizeof room, (off_t)at);
		bool found = false;
		for (ssize_t i = 0; i + LEN <= n && !found; i++)
			found = is_at(room + i);
		memset(room, 0, sizeof room);
		if (found)
			return true;
	}
	return false;
}

static bool is_held(void)
{
	FILE *maps = fopen("/proc/self/maps", "r");
	FILE *memory = fopen("/proc/self/mem", "r");
	char line[4096];
	bool found = false;
	unsigned long from, to;

	if (!maps || !memory)
		abort();
	while (fgets(line, sizeof line, maps) && !found)
		/* A sanitizer's map of memory is larger than anything that is read. */
		if (sscanf(line, "%lx-%lx r", &from, &to) == 2 && to - from < 1UL << 28 && !strstr(line, "[v"))
			found = is_in(fileno(memory), from, to);
	fclose(memory);
	fclose(maps);
	return found;
}

static bool render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form)
{
	const char *word = is_held() ? "found" : "not found";
	char path[64], what[4096];
	ssize_t n;

	(void)form;
	if (!host->write(job, "memory.txt", word, strlen(word)) || !host->write(job, "open.txt", "", 0))
		return false;
	for (int fd = 0; fd < 1024; fd++) {
		snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
		n = readlink(path, what, sizeof what - 1);
		if (n < 0)
			continue;
		what[n++] = '\n';
		if (!host->write(job, "open.txt", what, (size_t)n))
			return false;
	}
	return true;
}
IW_PLUGIN(.name = "$1", .version = "1", .summary = "looks around", .render = render, .views = IW_VIEW_CANDIDATE | IW_VIEW_FULL | IW_VIEW_REPORT);
C
	make_plugin "$dir/$1.so" <"$work/source"
}
is() { # WHAT WORDS FILE
	[ "$(cat "$3" 2>/dev/null)" = "$2" ]
	ok $? "$1" "$3"
}
opened() { # WHAT FILE: nothing but its standard files, the pipe and its own code
	[ -s "$2" ] && ! grep -v -e '^/dev/null$' -e '^pipe:' -e "^$dir/" "$2" >"$work/open"
	ok $? "$1" "$work/open"
}

words() { # WORDS
	printf '%s' "$1" | bytes
}

searcher stem "$(words 'A yacht lies at anchor over sand')"
searcher rationale "$(words 'A longer chain pulls flatter')"
searcher item "$(words 'leave-port')"
plugins=stem,rationale,item
check 'the candidate view' 0 at "$bank" "$IW" export A --to $plugins -o "$work/candidate"
is 'a stem is found, since it is in the view' found "$work/candidate/stem/memory.txt"
is 'a rationale is not' 'not found' "$work/candidate/rationale/memory.txt"
is 'the id of an item is not' 'not found' "$work/candidate/item/memory.txt"
opened 'nothing else is open' "$work/candidate/stem/open.txt"
check 'the full view' 0 at "$bank" "$IW" export A --view full --to $plugins -o "$work/full"
is 'a rationale is found, since it is in the view' found "$work/full/rationale/memory.txt"

# pack holds the secret key while its plugin runs.
searcher secret "$(sed -n 2p "$work/k.key" | base64 -d | tail -c +63 | head -c 32 | bytes)"
unpack() { # FOLDER
	mkdir "$1" && (cd "$1" && unzip -q ../packed/small-A-1.zip) >"$work/unzip" 2>&1 || bail "no package: $(cat "$work/unzip")"
}
if command -v unzip >/dev/null; then
	check 'pack' 0 at "$bank" "$IW" pack A --to secret -s "$work/k.key" -o "$work/packed"
	unpack "$work/unpacked"
	is 'the secret key is not found' 'not found' "$work/unpacked/memory.txt"
	opened 'nothing else is open' "$work/unpacked/open.txt"
else
	skip 'the secret key' 'there is no unzip'
fi

# score holds the answers.
check 'the scoring package' 0 at "$bank" "$IW" pack A -s "$work/k.key" -o "$work/p"
printf 'candidate,q1,q2,q3,q4,q5\r\nJane-the-first,A,E D C A,B E C A,1-A 2-B 3-C,B\r\n' >"$work/in.csv"
searcher name "$(words 'Jane-the-first')"
report() { # PLUGIN
	check "reports of $1" 0 "$IW" score --package "$work/p/small-A-1.key.zip" -p "$work/k.pub" --reports "$1" -o "$work/scored-$1" "$work/in.csv"
	found=$work/scored-$1/reports
}
report name
is 'the name of the candidate is found, since it is in the report' found "$found/memory.txt"
opened 'nothing else is open' "$found/open.txt"
report item
is 'the id of an item, which the package holds, is not' 'not found' "$found/memory.txt"
finish
