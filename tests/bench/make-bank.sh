#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# make-bank.sh DIR N: a bank of N items of about 2 KB each, one a file, the same for the same N.
# Two words in five are small English ones, the others follow a Zipf-like law over 20,000 made-up words. Most stems ask
# with a question word, one in 50 negates; one option in 100 each has an absolute or a vague term; one item in 20 has
# numbers as options. One item in 100 nearly copies the one before.
set -eu
dir=$1 n=$2
words=$(cd "$(dirname "$0")/../../src/lint/words/en" && pwd)
mkdir -p "$dir/items" "$dir/forms"
cat >"$dir/exam.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<exam xmlns="urn:itemwright:1" id="bench" version="1" xml:lang="en" time-limit="PT90M">
  <title>A bank for measuring</title>
  <blueprint scored="50" unscored="5">
    <domain id="d1" weight="40"><title>First</title><task id="1.1"><title>Task</title></task></domain>
    <domain id="d2" weight="35"><title>Second</title><task id="2.1"><title>Task</title></task></domain>
    <domain id="d3" weight="25"><title>Third</title><task id="3.1"><title>Task</title></task></domain>
  </blueprint>
  <item-types>
    <multiple-choice keys="1" distractors="3"/>
    <multiple-response keys="2.." options="5.."/>
    <ordering steps="3..5"/>
    <matching prompts="3..7"/>
  </item-types>
  <scoring model="compensatory" minimum="100" maximum="1000" passing="750"/>
  <terms>
    <out-of-scope>Amazon Braket</out-of-scope>
    <out-of-scope>AWS DeepRacer</out-of-scope>
    <out-of-scope>Amazon Forecast</out-of-scope>
  </terms>
</exam>
XML
awk -v dir="$dir" -v n="$n" -v words="$words" '
function rnd(m) { seed = (seed * 16807) % 2147483647; return seed % m }
function read_list(name, list,   file, line, k) {
	for (file = words "/" name ".txt"; (getline line <file) > 0;)
		if (line !~ /^#/) { sub(/ *=.*/, "", line); list[k++] = line }
	close(file)
	return k
}
function word(   r) { r = rnd(100); return r < 40 ? stop[rnd(stops)] : r < 75 ? w[rnd(1500)] : w[rnd(20000)] }
function text(k,   s, i) { s = toupper(substr(t = word(), 1, 1)) substr(t, 2); for (i = 1; i < k; i++) s = s (i % 13 == 12 ? ", " : " ") word(); return s }
function say(k,   r) { r = rnd(100); return text(k - 1) " " (r == 0 ? absolute[rnd(absolutes)] : r == 1 ? vague[rnd(vagues)] : word()) }
function option(name, id, k) { return an_option(name, id, say(k)) }
function an_option(name, id, what) { return "    <" name " id=\"" id "\">" what ".<rationale>" text(12) ".</rationale></" name ">\n" }
function numbers(   a, k) {
	a = 1 + rnd(90); k = rnd(4)
	return "  <multiple-choice>\n" an_option("distractor", "a", a * (1 + k)) an_option("key", "b", a * (1 + (k + 1) % 4)) an_option("distractor", "c", a * (1 + (k + 2) % 4)) an_option("distractor", "d", a * (1 + (k + 3) % 4)) "  </multiple-choice>\n"
}
function ask(k,   r) { r = rnd(100); return r < 20 ? text(k) : (r < 60 ? "Which " : r < 80 ? "What " : "How ") word() (r % 50 ? " is " : " is not ") word() " " word() " " text(k - 4) }
BEGIN {
	seed = 20260501
	stops = read_list("stop-word", stop); absolutes = read_list("absolute-term", absolute); vagues = read_list("vague-term", vague)
	split("ba de fi go lu ma ne pi ro su ta ve wi xo za ker lin mor sta tri", syl, " ")
	for (i = 0; i < 20000; i++) { w[i] = ""; for (j = 0; j < 2 + i % 3; j++) w[i] = w[i] syl[1 + rnd(20)] }
	for (i = 1; i <= n; i++) {
		d = 1 + i % 3; type = i % 20; sub_dir = sprintf("%s/items/%03d", dir, i / 1000)
		if (sub_dir != made) { system("mkdir -p " sub_dir); made = sub_dir }
		if (i == 1 || i % 100 != 1) {
			stem = "    <p>" text(30) ".</p>\n    <p>" text(45) ".</p>\n    <p>" ask(14)
			if (type == 7) body = numbers()
			else if (type < 14) body = "  <multiple-choice>\n" option("distractor", "a", 14) option("key", "b", 14) option("distractor", "c", 14) option("distractor", "d", 14) "  </multiple-choice>\n"
			else if (type < 17) body = "  <multiple-response>\n" option("key", "a", 12) option("key", "b", 12) option("distractor", "c", 12) option("distractor", "d", 12) option("distractor", "e", 12) "  </multiple-response>\n"
			else if (type < 19) body = "  <ordering>\n" option("step", "a", 14) option("step", "b", 14) option("step", "c", 14) option("distractor", "d", 14) "  </ordering>\n"
			else body = "  <matching>\n    <response id=\"r1\">" text(8) "</response>\n    <response id=\"r2\">" text(8) "</response>\n    <response id=\"r3\">" text(8) "</response>\n" \
				"    <prompt id=\"p1\" match=\"r1\">" text(8) "</prompt>\n    <prompt id=\"p2\" match=\"r3\">" text(8) "</prompt>\n    <prompt id=\"p3\" match=\"r2\">" text(8) "</prompt>\n  </matching>\n"
		}
		file = sprintf("%s/item-%06d.xml", sub_dir, i)
		printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<item xmlns=\"urn:itemwright:1\" id=\"item-%06d\" domain=\"d%d\" task=\"%d.1\" status=\"approved\">\n  <stem>\n%s %s?</p>\n  </stem>\n%s  <reference href=\"https://docs.example.org/guide/page-%d.html\">Guide, page %d</reference>\n</item>\n", i, d, d, stem, word(), body, i, i >file
		close(file)
	}
}'
