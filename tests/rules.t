# SPDX-License-Identifier: Apache-2.0
# The pages of docs/rules: each rule has one, and their examples do as they say. An example is a copy of
# tests/banks/rules with the files over it that the blocks of a section name.
. "$srcdir/tests/lib.sh"
pages=$srcdir/docs/rules

# id, severity, scope and summary of each rule, with tabs between; the scope is known to the source alone.
"$IW" rules >"$work/rules" || bail 'the rules are not listed'
awk '
	NR == FNR { if (/^\t\{ "/) { split($0, q, "\""); id = q[2] }
		for (rest = $0; match(rest, /\.(file|item|prose|bank|form) = /); rest = substr(rest, RSTART + RLENGTH)) {
			kind = substr(rest, RSTART + 1, RLENGTH - 4)
			if (kind == "prose") kind = "item"
			scope[id] = scope[id] (scope[id] == "" ? "" : ", ") kind
		}
		next }
	{ id = $1; severity = $2; sub(/^[^ ]+ +[^ ]+ +/, ""); print id "\t" severity "\t" scope[id] "\t" $0 }
' "$srcdir/src/lint/registry.c" "$work/rules" >"$work/table"
cut -f 1 "$work/table" >"$work/ids"

# A page into files: $work/pages/ID/N-fails or N-passes for each section, with bank/ and messages; says what
# is wrong with its shape. Values of -v lose backslashes: ours have none.
take_apart() { # PAGE DIR ID SEVERITY SCOPE SUMMARY
	mkdir -p "$2"
	awk -v dir="$2" -v id="$3" -v header="*$4* · scope: $5 · $6" '
		function wrong(what) { print "line " NR ": " what }
		function close_section() {
			if (kind == "") return
			if (!blocks) wrong("the section before has no example")
			if (kind == "fails" && !messages) wrong("the section before has no message")
			if (kind == "passes" && messages) wrong("the section before has a message")
			kind = ""
		}
		function open_section(k) {
			close_section()
			kind = k; count[k]++; blocks = messages = 0
			section = dir "/" (++n) "-" k
			system("mkdir -p \"" section "/bank\"; : >\"" section "/messages\"")
		}
		NR == 1 && $0 != "# " id { wrong("not \"# " id "\"") }
		NR == 3 && $0 != header { wrong("not \"" header "\"") }
		(NR == 2 || NR == 4) && $0 != "" { wrong("not empty") }
		NR == 5 && !/^[A-Z`]/ { wrong("no paragraph") }
		/[ \t]$/ || /\t/ { wrong("a tab, or space at the end") }
		!/^    / && NR != 3 && length($0) > 100 { wrong("longer than 100") }
		fence { if (/^```$/) { fence = 0; close(file) } else print >file; next }
		/^```/ {
			if (kind == "" || NF != 2 || $2 ~ /^\/|\.\./) { wrong("a block that is no example"); exit }
			fence = 1; blocks++
			file = section "/bank/" $2
			folder = file; sub(/\/[^\/]*$/, "", folder)
			system("mkdir -p \"" folder "\"")
			printf "" >file
			next
		}
		/^    [^ ]/ { if (kind == "") wrong("a message without an example"); else { messages++; print substr($0, 5) >(section "/messages") } }
		/^## Fails(: .*)?$/ { open_section("fails"); next }
		/^## Passes(: .*)?$/ { open_section("passes"); next }
		/^## How to mend it$/ { close_section(); mend++; next }
		/^#/ && NR > 1 { wrong("an unknown heading") }
		mend && NF { advice++ }
		END {
			if (fence) wrong("a block without an end")
			if (!count["fails"] || !count["passes"]) wrong("not both of Fails and Passes")
			if (mend != 1 || !advice || kind != "") wrong("How to mend it is not the last section")
		}
	' "$1"
}

lint() { # SECTION RULE FORMAT: with the files of the section in the bank
	if [ -f "$1/bank/baseline.json" ]; then baseline='--baseline baseline.json'; else baseline=; fi
	at "$1/all" "$IW" lint --format "$3" $baseline >"$1/$3" 2>"$1/$3.err"
	echo $? >"$1/exit"
}
play() { # SECTION RULE: what is wrong with an example
	copy_bank "$srcdir/tests/banks/rules" "$1/all" && cp -R "$1/bank/." "$1/all" || echo 'the example cannot be laid out'
	lint "$1" "$2" json
	found=$(jq --arg rule "$2" '[.findings[] | select(.rule == $rule)] | length' "$1/json" 2>/dev/null)
	case $1 in
	*-fails)
		[ "${found:-0}" -gt 0 ] || { echo "no finding of $2:"; cat "$1/json" "$1/json.err"; }
		lint "$1" "$2" text
		while IFS= read -r line; do
			grep -qxF -e "$line" "$1/text" || { echo "'$line' is not in:"; cat "$1/text"; }
		done <"$1/messages"
		grep -vF -e " [$2]" "$1/messages" | sed 's/^/not of this rule: /'
		;;
	*-passes)
		flaws=$(jq '[.findings[] | select(.severity != "note")] | length' "$1/json" 2>/dev/null)
		[ "$found" = 0 ] && [ "$flaws" = 0 ] && [ "$(cat "$1/exit")" -eq 0 ] || {
			echo "exit $(cat "$1/exit"), ${found:-no} findings of $2, ${flaws:-no} errors and warnings:"
			cat "$1/json" "$1/json.err"
		}
		;;
	esac
}

copy_bank "$srcdir/tests/banks/rules" "$work/base"
check 'the base bank has no findings' 0 at "$work/base" "$IW" lint --format json
jq -e '.findings == [] and .summary.items > 0' "$work/out" >"$work/jq" 2>&1
ok $? 'the base bank has items' "$work/out" "$work/jq"

(cd "$pages" && find . -name '*.md' | sed 's|^\./||; /^README\.md$/d; s/\.md$//') | sort >"$work/have"
sort "$work/ids" | comm -3 - "$work/have" >"$work/found"
none 'every rule has a page, and every page a rule' "$work/found"

tab=$(printf '\t')
while IFS="$tab" read -r id severity scope summary; do
	page=$pages/$id.md
	[ -f "$page" ] || continue
	take_apart "$page" "$work/pages/$id" "$id" "$severity" "$scope" "$summary" >"$work/found"
	none "$id: the page has its shape" "$work/found"
	run "$IW" explain "$id"
	[ "$got" -eq 0 ] && cmp -s "$work/out" "$page"
	ok $? "$id: explain prints the page"
	for section in "$work/pages/$id"/*-*; do
		[ -d "$section" ] || continue
		play "$section" "$id" >"$work/found"
		none "$id: example ${section##*/}" "$work/found"
	done
done <"$work/table"

check 'an unknown rule' 2 "$IW" explain item/no-such-rule
says 'an unknown rule is named' "there is no rule 'item/no-such-rule'"

# The index: a heading for each group, a row for each rule, in the order of the rules.
awk -F "$tab" '{ split($1, p, "/"); if (p[1] != group) { group = p[1]; print "## " group }
	printf "| [%s](%s.md) | %s | %s | %s |\n", $1, $1, $2, $3, $4 }' "$work/table" >"$work/index"
grep -E '^## [a-z]|^\| \[' "$pages/README.md" | diff "$work/index" - >"$work/found" 2>&1
none 'the index lists every rule' "$work/found"
finish
