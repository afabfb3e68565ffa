# SPDX-License-Identifier: Apache-2.0
# What the scripts share: `. "$srcdir/tests/lib.sh"`. Each check prints one line of TAP; the output of the
# last command is in $work/out and $work/err. A script ends with `finish`.
work=$(mktemp -d) && work=$(cd "$work" && pwd -P) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
n=0

ok() { # RESULT WHAT [FILE that explains...]
	n=$((n + 1)) ok_result=$1 ok_what=$2
	shift 2
	if [ "$ok_result" -eq 0 ]; then
		printf '%s\n' "ok $n - $ok_what"
	else
		printf '%s\n' "not ok $n - $ok_what"
		if [ $# -gt 0 ]; then cat "$@" 2>&1 | head -n 30 | cut -c 1-300 | tr '\000-\010' '?' | sed 's/^/# /'; fi
	fi
	return 0
}
skip() { # WHAT WHY
	n=$((n + 1))
	echo "ok $n - $1 # SKIP $2"
}
bail() { # WHY
	echo "Bail out! $1"
	exit 99
}
finish() {
	echo "1..$n"
}

run() { # COMMAND...: leaves its exit code in $got
	"$@" >"$work/out" 2>"$work/err" </dev/null
	got=$?
}
check() { # WHAT EXIT COMMAND...: the command ends with just this exit code
	check_what=$1 check_exit=$2
	shift 2
	run "$@"
	[ "$got" -eq "$check_exit" ] || echo "exit $got, not $check_exit" >>"$work/err"
	[ "$got" -eq "$check_exit" ]
	ok $? "$check_what" "$work/err" "$work/out"
}
says() { # WHAT WORDS...: the last command said each of them, literally
	says_what=$1
	shift
	: >"$work/missing"
	for says_words in "$@"; do
		cat "$work/out" "$work/err" | grep -qaF -e "$says_words" || echo "does not say: $says_words" >>"$work/missing"
	done
	[ ! -s "$work/missing" ]
	ok $? "$says_what" "$work/missing" "$work/err" "$work/out"
}
says_not() { # WHAT WORDS...: the last command said none of them, in any case
	says_what=$1
	shift
	: >"$work/said"
	for says_words in "$@"; do cat "$work/out" "$work/err" | grep -aiF -e "$says_words" >>"$work/said"; done
	[ ! -s "$work/said" ]
	ok $? "$says_what" "$work/said"
}
same() { # WHAT FILE FILE: the same bytes
	cmp "$2" "$3" >"$work/difference" 2>&1
	ok $? "$1" "$work/difference"
}
differ() { # WHAT FILE FILE: both are there, and not the same
	[ -s "$2" ] && [ -s "$3" ] && ! cmp -s "$2" "$3"
	ok $? "$1"
}
same_tree() { # WHAT FOLDER FOLDER
	diff -r "$2" "$3" >"$work/difference" 2>&1
	ok $? "$1" "$work/difference"
}
none() { # WHAT FILE: the file, which lists what should not be, is empty
	[ ! -s "$2" ]
	ok $? "$1" "$2"
}
at() { # FOLDER COMMAND...: the command, run there
	(cd "$1" && shift && exec "$@")
}

as_installed() { # the program is found by its name from here on
	mkdir -p "$work/bin" && printf '#!/bin/sh\nexec "%s" "$@"\n' "$IW" >"$work/bin/itemwright" && chmod +x "$work/bin/itemwright"
	PATH=$work/bin:$PATH
}
block() { # PAGE KIND N: the N-th block of that kind, as it stands in a page of the documentation
	awk -v kind="$2" -v n="$3" '/^```/ { on = $0 == "```" kind && !on && ++seen == n; next } on' "$1"
}
tour() { # PAGE N: the commands of the N-th console block, and what they print when they are run here
	block "$1" console "$2" | sed -n 's/^\$ //p' >"$work/commands"
	while read -r tour_line; do
		echo "\$ $tour_line"
		eval "$tour_line" 2>&1 </dev/null
	done <"$work/commands"
}
copy_bank() { # FROM TO: a copy that may be changed, also of a read-only source
	mkdir -p "$2" && cp -R "$1/." "$2" && chmod -R u+w "$2"
}
make_plugin() { # FILE.so: the C source is on stdin
	cat >"${1%.so}.c" && $CC $PLUGIN_CFLAGS -fPIC -shared -o "$1" "${1%.so}.c" >"$work/cc" 2>&1 ||
		bail "the plugin of a test does not compile: $(head -n 3 "$work/cc")"
}
