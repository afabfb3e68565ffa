#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# trivia.sh CORPUS.jsonl.gz [FOLDER]: itemwright lint on real items, as a bank in files of 500: wall time, peak memory
# and findings by rule. A line of the corpus is a JSON object: id, stem, options, keys (which options, from 0), type.
# Needs jq and GNU time (package time). The bank is made below FOLDER (a temporary one by default), and used again
# when it is there. IW is the program, ./itemwright of the build folder by default; JOBS its threads.
set -eu
IW=${IW:-$PWD/itemwright}
corpus=$1
work=${2:-$(mktemp -d)}
[ $# -gt 1 ] || trap 'rm -rf "$work"' EXIT
bank=$work/bank

# Each item on a line.
items() {
	gzip -dc "$corpus" | jq -r '
		def text: explode | map(if . < 32 then 32 else . end) | implode | @html;
		(if .type == "multi" then "multiple-response" else "multiple-choice" end) as $type | .keys as $keys |
		"<item id=\"\(.id | text)\" domain=\"d\" status=\"approved\"><stem><p>\(.stem | text)</p></stem><\($type)>" +
		([.options | to_entries[] | (if ([.key] | inside($keys)) then "key" else "distractor" end) as $kind |
			"<\($kind)>\(.value | text)</\($kind)>"] | add) + "</\($type)></item>"'
}

if [ ! -f "$bank/exam.xml" ]; then
	mkdir -p "$bank/items"
	items | awk -v items="$bank/items" '
		(NR - 1) % 500 == 0 {
			if (file) { print "</items>" >file; close(file) }
			file = sprintf("%s/items-%04d.xml", items, (NR - 1) / 500)
			print "<items xmlns=\"urn:itemwright:1\">" >file
		}
		{ print >file }
		END { if (file) print "</items>" >file }'
	cat >"$bank/exam.xml" <<'XML'
<exam xmlns="urn:itemwright:1" id="trivia" version="1" xml:lang="en">
  <title>Real items, for measuring</title>
  <blueprint scored="50"><domain id="d" weight="100"><title>All</title></domain></blueprint>
  <item-types>
    <multiple-choice keys="1" distractors="1.."/>
    <multiple-response keys="1.." options="2.."/>
  </item-types>
  <scoring model="compensatory" minimum="100" maximum="1000" passing="750"/>
</exam>
XML
fi

least="" most=0
for run in 1 2 3; do
	command time -f '%e %M' -o "$work/time" "$IW" lint --statistics --quiet ${JOBS:+--jobs "$JOBS"} "$bank" >"$work/rules" || true
	seconds=$(tail -n 1 "$work/time" | cut -d ' ' -f 1) memory=$(tail -n 1 "$work/time" | cut -d ' ' -f 2)
	least=$(echo "$seconds ${least:-$seconds}" | awk '{ print ($1 < $2 ? $1 : $2) }')
	[ "$memory" -lt "$most" ] || most=$memory
done
cat "$work/rules"
printf '\n%s items: %s s, the least of three runs; at most %s MB\n' \
	"$(cat "$bank"/items/*.xml | grep -c '^<item ')" "$least" $((most / 1024))
