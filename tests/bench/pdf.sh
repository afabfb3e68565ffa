#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# pdf.sh [FOLDER]: the pdf plugin's booklet of the example form, 75 questions, beside Chromium's print of the html plugin's page
# of the same form, and WeasyPrint's when it is installed: CPU seconds of all processes, the least of RUNS runs (5), and
# the peak of the memory that they hold together. Fails above 1 s or 100 MB. FOLDER (a temporary one by default) keeps
# what was made. Needs Linux, setsid, ps, GNU time (package time) and chromium. IW is ./iw of the build folder by default.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
IW=${IW:-$PWD/iw}
work=${1:-$(mktemp -d)}
[ $# -gt 0 ] || trap 'rm -rf "$work"' EXIT
bank=$here/../../examples/aip-c01 page=$work/html/aip-c01-A-1.html
mkdir -p "$work"

# KB that the processes of a session hold, what they share with one another counted once.
held() {
	for pid in $(ps -s "$1" -o pid=); do cat "/proc/$pid/smaps_rollup" 2>/dev/null; done |
		awk '/^Pss:/ { sum += $2 } END { print sum + 0 }'
}
# measure NAME COMMAND...: CPU and wall seconds and MB, in $cpu, $wall and $memory. Memory is looked at again and again in
# a run of its own, which looking may slow down; it is at least that of the largest process in the others.
measure() {
	name=$1 cpu='' wall='' memory=0
	shift
	for run in $(seq "${RUNS:-5}"); do
		command time -f '%U %S %e %M' -o "$work/time" "$@" >"$work/log" 2>&1 </dev/null || { cat "$work/log" >&2; exit 1; }
		cpu=$(echo "$(tail -n 1 "$work/time") $cpu" | awk '{ t = $1 + $2; print (NF < 5 || t < $5 ? t : $5) }')
		wall=$(echo "$(tail -n 1 "$work/time") $wall" | awk '{ print (NF < 5 || $3 < $5 ? $3 : $5) }')
		memory=$(echo "$(tail -n 1 "$work/time") $memory" | awk '{ print ($4 > $5 ? $4 : $5) }')
	done
	setsid "$@" >"$work/log" 2>&1 </dev/null &
	child=$!
	while kill -0 "$child" 2>/dev/null; do
		now=$(held "$child")
		[ "$now" -le "$memory" ] || memory=$now
	done
	wait "$child" || true
	memory=$((memory / 1024))
	printf '%-36s %6s s CPU %6s s wall %5s MB' "$name" "$cpu" "$wall" "$memory"
}
beside() { # the same as ratios of the first
	awk -v c="$cpu" -v m="$memory" -v c1="$own_cpu" -v m1="$own_memory" 'BEGIN { printf "   %.1f x CPU, %.1f x memory\n", c / c1, m / m1 }'
}

"$IW" export A --bank "$bank" --to html -o "$work/html" >/dev/null
measure 'itemwright export --to pdf' "$IW" export A --bank "$bank" --to pdf -o "$work/pdf"
own_cpu=$cpu own_memory=$memory
echo
measure 'itemwright, all three parts, full view' "$IW" export A --bank "$bank" --to pdf --view full --option pdf.part=all -o "$work/all"
beside
if command -v chromium >/dev/null; then
	measure 'chromium --print-to-pdf' chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
		--user-data-dir="$work/profile" --print-to-pdf="$work/chromium.pdf" "file://$page"
	beside
fi
if command -v weasyprint >/dev/null; then
	RUNS=1 measure 'weasyprint' weasyprint "$page" "$work/weasyprint.pdf"
	beside
fi
awk -v c="$own_cpu" -v m="$own_memory" 'BEGIN { exit !(c <= 1 && m <= 100) }' || { echo 'above 1 s or 100 MB'; exit 1; }
