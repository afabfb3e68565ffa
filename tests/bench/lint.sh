#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# lint.sh [FOLDER]: itemwright lint beside xmllint on the same files in the same run, as ratios.
# Needs GNU time (package time) and about 1.2 GB below FOLDER (a temporary one by default).
# IW is the program, ./itemwright of the build folder by default.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
IW=${IW:-$PWD/itemwright}
work=${1:-$(mktemp -d)}
[ $# -gt 0 ] || trap 'rm -rf "$work"' EXIT
schema=$here/../../schemas/itemwright.xsd

# seconds COMMAND...: the least wall time of three runs; the peak memory in KB goes to $work/memory
seconds() {
	least=
	for run in 1 2 3; do
		command time -f '%e %M' -o "$work/time" "$@" >/dev/null 2>&1 || true
		t=$(tail -n 1 "$work/time" | cut -d ' ' -f 1)
		least=$(echo "$t ${least:-$t}" | awk '{ print $1 < $2 ? $1 : $2 }')
		tail -n 1 "$work/time" | cut -d ' ' -f 2 >"$work/memory"
	done
	echo "$least"
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

for n in 10000 100000; do
	[ -d "$work/$n" ] || "$here/make-bank.sh" "$work/$n" "$n"
done
find "$work/10000/items" -name '*.xml' >"$work/files"
small=$(cd "$work/10000" && seconds "$IW" lint)
small_memory=$(cat "$work/memory")
peer=$(seconds xargs -a "$work/files" xmllint --noout --nonet --schema "$schema")
large=$(cd "$work/100000" && seconds "$IW" lint)
large_memory=$(cat "$work/memory")
one=$(cd "$work/10000" && seconds "$IW" lint --jobs 1)

printf '%-44s %8s s %8s MB\n' \
	'itemwright lint, 10,000 items' "$small" $((small_memory / 1024)) \
	'itemwright lint, 10,000 items, one thread' "$one" '' \
	'xmllint --noout --schema, the same files' "$peer" '' \
	'itemwright lint, 100,000 items' "$large" $((large_memory / 1024))
echo "ratio to xmllint:           $(ratio "$small" "$peer")  (at most 1.5)"
echo "ratio of 100,000 to 10,000: $(ratio "$large" "$small")  (at most 11)"
