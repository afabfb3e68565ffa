#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# isolation.sh: what a plugin's own, locked process costs: the CPU time that one more plugin, which does nothing, adds to an
# export of the example form. Each plugin has two such processes: one is asked what it declares, one renders.
# Needs GNU time (package time). IW is the program, ./iw of the build folder by default; CC and PLUGIN_CFLAGS compile a plugin.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
IW=${IW:-$PWD/iw}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
more=100

cat >"$work/x.c" <<'C'
#include <itemwright/plugin.h>
static bool render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form)
{
	(void)form;
	return host->write(job, "x.txt", "x", 1);
}
IW_PLUGIN(.name = NAME, .version = "1", .summary = "writes a letter", .render = render, .views = IW_VIEW_CANDIDATE);
C
list=x0
for i in $(seq 0 $more); do
	# shellcheck disable=SC2086 # flags are words
	${CC:-cc} ${PLUGIN_CFLAGS:-$(pkg-config --cflags libxml-2.0) -I"$here/../../include"} -DNAME="\"x$i\"" -fPIC -shared -o "$work/x$i.so" "$work/x.c"
	[ "$i" -eq 0 ] || list=$list,x$i
done

# milliseconds LIST: the least CPU time of five exports
milliseconds() {
	for run in 1 2 3 4 5; do
		ITEMWRIGHT_PLUGIN_PATH=$work command time -f '%U %S' -o "$work/time" \
			"$IW" export A --bank "$here/../../examples/aip-c01" --to "$1" -o "$work/out.zip" >/dev/null
		cat "$work/time"
	done | awk '{ t = ($1 + $2) * 1000 } NR == 1 || t < least { least = t } END { print least }'
}
one=$(milliseconds x0)
many=$(milliseconds "$list")
awk -v one="$one" -v many="$many" -v n=$more 'BEGIN {
	printf "an export with one plugin: %.1f ms; with %d more: %.1f ms\n", one, n, many
	printf "a plugin, asked and run: %.2f ms; a process: %.2f ms\n", (many - one) / n, (many - one) / 2 / n
}'
