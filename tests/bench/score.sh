#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# score.sh [FOLDER]: the processor time of itemwright score beside that of wc -l on the same file in the same run, as a
# ratio: a million candidates of the example form, 75 questions, as itemwright simulate makes them; and the same in a
# form of 75 questions of one letter each, whose file is half as large. The mean of several runs; all files are in memory.
# Needs GNU time (package time) and about 1.3 GB below FOLDER (a temporary one by default).
# IW is the program, ./iw of the build folder by default.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
IW=${IW:-$PWD/iw}
N=${N:-1000000}
work=${1:-$(mktemp -d)}
mkdir -p "$work"
[ $# -gt 0 ] || trap 'rm -rf "$work"' EXIT

# cpu RUNS COMMAND...: user and system time of a run in seconds, the mean of so many, since the clock of the system is
# coarse; the wall time, and the peak memory in KB, go to $work/wall and $work/memory
cpu() {
	runs=$1
	shift
	command time -f '%U %S %e %M' -o "$work/time" sh -c 'for i in $0; do "$@" >/dev/null; done' "$(seq "$runs")" "$@"
	tail -n 1 "$work/time" | awk -v n="$runs" -v wall="$work/wall" -v memory="$work/memory" '{
		printf "%.4f\n", ($1 + $2) / n; printf "%.2f\n", $3 / n >wall; print $4 >memory }'
}

# measure NAME BANK
measure() {
	[ -f "$work/$1.csv" ] || "$IW" simulate A --bank "$2" --candidates "$N" --seed 1 >"$work/$1.csv"
	[ -d "$work/$1" ] || "$IW" pack A --bank "$2" -s "$work/k.key" -o "$work/$1" >"$work/out" 2>&1
	package=$(ls "$work/$1"/*.key.zip)
	wc=$(cpu 40 wc -l "$work/$1.csv")
	score=$(cpu 5 "$IW" score --package "$package" -p "$work/k.pub" -o "$work/results" "$work/$1.csv")
	printf '%-28s %5.0f MB   wc -l %6.3f s   score %6.3f s, %s s of wall time, %.0f MB   ratio %.1f  (at most 20)\n' "$1" \
		"$(wc -c <"$work/$1.csv" | awk '{ print $1 / 1e6 }')" "$wc" "$score" "$(cat "$work/wall")" \
		"$(awk '{ print $1 / 1024 }' "$work/memory")" "$(awk -v a="$score" -v b="$wc" 'BEGIN { print a / b }')"
	rm -rf "$work/results"
}

# A bank of 75 questions of one letter each, in the domains of the example.
letters_bank() {
	mkdir -p "$work/bank/items" "$work/bank/forms"
	cp "$here/../../examples/aip-c01/exam.xml" "$work/bank"
	awk -v bank="$work/bank" 'BEGIN {
		items = bank "/items/all.xml"
		form = bank "/forms/A.xml"
		print "<items xmlns=\"urn:itemwright:1\">" >items
		print "<form xmlns=\"urn:itemwright:1\" id=\"A\" exam=\"aip-c01\" version=\"1\" seed=\"1\"><title>Form A</title>" >form
		split("20 17 13 8 7", count, " ")
		for (d = 1; d <= 5; d++)
			for (i = 1; i <= count[d] + 2; i++) {
				n++
				printf "<item id=\"i%d\" domain=\"d%d\" status=\"approved\"><stem><p>Question %d?</p></stem><multiple-choice><key>a%d</key><distractor>b%d</distractor><distractor>c%d</distractor><distractor>d%d</distractor></multiple-choice><reference href=\"https://example.org/%d\">R</reference></item>\n", n, d, n, n, n, n, n, n >items
				printf "<item ref=\"i%d\"%s/>\n", n, (i > count[d] ? " scored=\"no\"" : "") >form
			}
		print "</items>" >items
		print "</form>" >form
	}'
}

[ -f "$work/k.key" ] || "$IW" keygen -W "$work/k" 2>"$work/out"
[ -d "$work/bank" ] || letters_bank
measure 'example' "$here/../../examples/aip-c01"
measure 'letters' "$work/bank"
