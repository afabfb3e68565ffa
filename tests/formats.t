# SPDX-License-Identifier: Apache-2.0
# The output formats of findings: each is as its schema says, whatever stands in messages and names of files, says
# what the others say, and is the same for any number of threads.
. "$srcdir/tests/lib.sh"
for tool in jq xmllint; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP $tool is not installed"; exit 0; }
done
formats='text json sarif junit github gitlab checkstyle gcc'
schemas=$srcdir/tests/formats
# What the items of this test are about; of others it does not matter whether they find something.
rules=xml/malformed,xml/schema,bank/unknown-domain,bank/unknown-task,bank/out-of-scope,bank/unused-media,bank/duplicate-item
rules=$rules,bank/duplicate-id,access/img-alt,config/unused-allow
python=
for candidate in /usr/bin/python3 python3; do
	[ -n "$python" ] || ! $candidate -c 'import jsonschema' 2>/dev/null || python=$candidate
done

# What is wrong with a report is in $work/found.
violations() { # FORMAT FILE
	case $1 in
	json) "$python" "$schemas/check.py" schema "$srcdir/schemas/findings.schema.json" "$2" ;;
	sarif) "$python" "$schemas/check.py" schema "$schemas/sarif-schema-2.1.0.json" "$2" ;;
	gitlab) "$python" "$schemas/check.py" schema "$schemas/gitlab-codequality.json" "$2" ;;
	checkstyle) xmllint --nonet --noout --schema "$schemas/checkstyle.xsd" "$2" ;;
	junit)
		xmllint --nonet --noout --schema "$schemas/junit-10-jenkins.xsd" "$2"
		xmllint --nonet --noout --schema "$schemas/JUnit-windyroad.xsd" "$2"
		;;
	# A line a command, with its properties in their order, and nothing else.
	github) LC_ALL=C grep -vaE '^::(error|warning|notice) file=[^:,]+(,line=[0-9]+,endLine=[0-9]+(,col=[0-9]+,endColumn=[0-9]+)?)?,title=[a-z/-]+::.+$|^::notice::and [0-9]+ more findings?; .+$' "$2" ;;
	gcc) LC_ALL=C grep -vaE '^.+(:[0-9]+:[0-9]+)?: (error|warning|note): .+ \[[a-z]+/[a-z-]+\]$' "$2" ;;
	esac 2>&1 | grep -v ' validates$' >"$work/found"
	case $1 in
	# None of these has a control character, or one that turns the direction of text.
	github | gcc | text)
		jq -Rr 'select(explode | any((. < 32 and . != 9) or (. >= 127 and . < 160) or
			(. >= 8234 and . <= 8238) or (. >= 8294 and . <= 8297)))' "$2" >>"$work/found" 2>&1
		;;
	esac
}
valid() { # WHAT FORMAT FILE
	case $2 in
	json | sarif | gitlab) [ -n "$python" ] || { skip "$1" 'there is no python3 with jsonschema'; return; } ;;
	esac
	violations "$2" "$3"
	none "$1" "$work/found"
}
item() { # ID DOMAIN [ALLOWANCE]
	cat <<-END
		<item xmlns="urn:itemwright:1" id="$1" domain="$2" task="w1" status="approved">
		  $3<stem><p>Which part of $1 turns? (“é” 🚲)</p></stem>
		  <multiple-choice>
		    <key>Rim $1</key><distractor>Hub $1</distractor><distractor>Nut $1</distractor><distractor>Fork $1</distractor>
		  </multiple-choice>
		</item>
	END
}
lint() { # BANK FORMAT [OPTION...]: leaves the report in $work/FORMAT
	lint_bank=$1 lint_format=$2
	shift 2
	at "$lint_bank" "$IW" lint --select $rules --format "$lint_format" "$@" >"$work/$lint_format" 2>"$work/err"
}

# Samples, so that the checks are known to be able to fail.
for sample in sarif:ok.sarif gitlab:ok-gitlab.json junit:ok-junit.xml checkstyle:ok-checkstyle.xml; do
	valid "${sample%%:*}: the good sample" "${sample%%:*}" "$schemas/samples/${sample##*:}"
done
for sample in sarif:bad.sarif gitlab:bad-gitlab.json junit:bad-junit.xml checkstyle:bad-checkstyle.xml; do
	case $sample in
	*.xml) ;;
	*) [ -n "$python" ] || { skip "$sample" 'there is no python3 with jsonschema'; continue; } ;;
	esac
	violations "${sample%%:*}" "$schemas/samples/${sample##*:}"
	[ -s "$work/found" ]
	ok $? "${sample%%:*}: the bad sample is refused"
done
printf '::error file=a,line=1::x\n\033\n' >"$work/bad" && violations github "$work/bad"
[ "$(wc -l <"$work/found")" -eq 3 ]
ok $? 'github: a bad sample is refused' "$work/found"

# A bank without findings.
for format in $formats; do
	check "$format: nothing is found" 0 at "$srcdir/tests/banks/rules" "$IW" lint --select $rules --format "$format"
	cp "$work/out" "$work/$format"
	valid "$format: nothing found is valid" "$format" "$work/$format"
done
for format in text github gcc; do none "$format: and nothing is said" "$work/$format"; done
[ "$(jq -c . "$work/gitlab")" = '[]' ] && [ "$(jq '.runs[0].results | length' "$work/sarif")" -eq 0 ]
ok $? 'gitlab, sarif: lists are there, and empty'
[ "$(grep -c '<testsuite ' "$work/junit")" -eq "$(jq .summary.files "$work/json")" ]
ok $? 'junit: a suite for each file of the bank'

# What authors, or attackers, may write: in a term, in the name of a domain, in the names of files.
bank=$work/bank
copy_bank "$srcdir/tests/banks/rules" "$bank"
sed 's|<out-of-scope>.*|<out-of-scope>"fork" ]]\&gt; 100% ::error::x \&#13;\&#10;%0A {0} [l](http://e.example) \&lt;i>\&amp;amp; '"'"'é🚲\&#x85;\&#x9b;\&#x202e;</out-of-scope>|
	s|</terms>|&<lint><rule id="access/img-alt" severity="note"/></lint>|' "$bank/exam.xml" >"$work/exam" && cp "$work/exam" "$bank/exam.xml"
item hostile 'a&#34;b&#10;::error file=x::y ]]&#62; %25 &#60;/a> &#38;lt; {1} [l](2) &#9;&#x202e;' |
	sed 's|</p>| "fork" ]]\&gt; 100% ::error::x \&#13;\&#10;%0A {0} [l](http://e.example) \&lt;i>\&amp;amp; '"'"'é🚲\&#x85;\&#x9b;\&#x202e;&<p><img src="media/wheel.svg" alt=""/></p>|' \
		>"$bank/items/%25 ,:<&\"'é;=🚲.xml"
odd=$(printf 'items/\377\300\033[31m\n::error::x\001')
item odd nowhere >"$bank/$odd.xml" 2>"$work/err" || item odd nowhere >"$bank/items/odd.xml"
printf '\357\273\277%s\r\n%s\n' "<?xml version='1.0'?>" "$(item bom nowhere | sed 's/$/\r/')" >"$bank/items/bom.xml"
printf 'a\377\n<item' >"$bank/items/broken.xml"
item allowed nowhere '<?itemwright allow="bank/unknown-domain" reason="it ]]> &#34;&amp; said &#39;&lt;so>"?>' | sed 's/&#3[49];/"/; s/reason="\(.*\)"?>/reason='"'\\1'"'?>/' >"$bank/items/allowed.xml"
{ echo '<items xmlns="urn:itemwright:1">' && item first wheels && item first wheels | sed 's/id="first"/id="second"/' && echo '</items>'; } >"$bank/items/copies.xml"
printf 'x' >"$bank/media/left.png"

for format in $formats; do
	for jobs in 1 2 8; do
		check "$format: errors are found by $jobs threads" 1 at "$bank" "$IW" lint --select $rules --format "$format" --jobs $jobs
		cp "$work/out" "$work/$format-$jobs"
	done
	cp "$work/$format-1" "$work/$format"
	same "$format: 2 threads give the same bytes" "$work/$format-1" "$work/$format-2"
	same "$format: 8 threads give the same bytes" "$work/$format-1" "$work/$format-8"
	valid "$format: hostile text is valid" "$format" "$work/$format"
	iconv -f UTF-8 -t UTF-8 "$work/$format" >/dev/null 2>"$work/found"
	none "$format: and all of it UTF-8" "$work/found"
done
jq -r '.findings[].rule' "$work/json" | sort -u >"$work/rules"
[ "$(wc -l <"$work/rules")" -ge 6 ]
ok $? 'by several rules' "$work/rules"
jq -e '[.findings[].message] | any(contains("]]>")) and any(contains("::error::x")) and any(contains("\n")) and any(contains("\"")) and any(contains("<i>&amp;"))' \
	"$work/json" >"$work/out" 2>&1
ok $? 'messages have hostile text' "$work/json"

# All formats say the same. Text for a log has no control characters.
for format in gitlab sarif github checkstyle junit; do
	[ -n "$python" ] || { skip "$format: the messages" 'there is no python3'; continue; }
	case $format in
	github) jq '.findings |= (map(select(.severity == "error")) + map(select(.severity == "warning")) + map(select(.severity == "note")))[:10]' ;;
	junit) jq '.findings |= map(select(.severity != "note"))' ;;
	*) cat ;;
	esac <"$work/json" >"$work/some.json"
	if [ $format = sarif ]; then cp "$work/some.json" "$work/wanted"; else jq '.findings[] |= del(.related)' "$work/some.json" >"$work/wanted"; fi
	"$python" "$schemas/check.py" messages json "$work/wanted" >"$work/said-json" 2>&1
	if [ $format = github ]; then sed 's/\\u0085\|\\u009b\|\\u202e/\\ufffd/g' "$work/said-json" >"$work/clean" && cp "$work/clean" "$work/said-json"; fi
	"$python" "$schemas/check.py" messages $format "$work/$format" >"$work/said" 2>&1
	diff "$work/said-json" "$work/said" >"$work/found" 2>&1
	none "$format: the messages are those of json" "$work/found"
	[ -s "$work/said" ]
	ok $? "$format: there are some"
done

# SARIF: places, and what is accepted.
if [ -n "$python" ]; then
	"$python" "$schemas/check.py" regions "$bank" "$work/sarif" >"$work/found" 2>&1
	none 'sarif: lines, columns and bytes name the same places' "$work/found"
	jq '.runs[0].results[0].locations[0].physicalLocation.region.startColumn += 1' "$work/sarif" >"$work/shifted"
	"$python" "$schemas/check.py" regions "$bank" "$work/shifted" >"$work/found" 2>&1
	[ -s "$work/found" ]
	ok $? 'sarif: another column is seen'
else
	skip 'sarif: places' 'there is no python3'
fi
jq -e '[.runs[0].results[] | select(.suppressions != [])] | length == 1 and (.[0] | .ruleId == "bank/unknown-domain"
	and (.suppressions[0] | .kind == "inSource" and .status == "accepted" and (.justification | contains("it ]]> "))))' "$work/sarif" >"$work/out" 2>&1
ok $? 'sarif: what is allowed is kept, and marked with the reason' "$work/out"
jq -e --slurpfile json "$work/json" '[.runs[0].results[] | select(.suppressions == []) | .partialFingerprints["itemwright/v1"]] ==
	[$json[0].findings[].fingerprint]' "$work/sarif" >"$work/out" 2>&1
ok $? 'sarif: the rest is what json has, with the same fingerprints'
jq -e '.runs[0] | .tool.driver.rules as $r | (.results | all(.ruleId == $r[.ruleIndex].id)) and
	($r | all(.name and .fullDescription.text and .help.markdown and .properties.tags[0])) and ([$r[].name] | unique | length) == ($r | length)' "$work/sarif" >"$work/out" 2>&1
ok $? 'sarif: every result has its rule, and every rule its page'
"$IW" rules | cut -d ' ' -f 1 >"$work/rules" && jq -r '.runs[0].tool.driver.rules[].id' "$work/sarif" >"$work/listed"
same 'sarif: every rule is there' "$work/rules" "$work/listed"
jq -e '.runs[0].results[] | select(.ruleId == "bank/duplicate-item") | (.message.text | contains("'"'"'[first](1)'"'"'"))
	and .relatedLocations[0].id == 1 and .relatedLocations[0].logicalLocations[0].fullyQualifiedName == "item:first"' "$work/sarif" >"$work/out" 2>&1
ok $? 'sarif: a message links to the related location' "$work/out"
grep -q 'items/%2525%20%2C%3A%3C%26%22%27%C3%A9%3B%3D%F0%9F%9A%B2.xml' "$work/sarif"
ok $? 'sarif: names are percent-encoded'
[ ! -f "$bank/$odd.xml" ] || grep -q 'items/%FF%C0%1B%5B31m%0A%3A%3Aerror%3A%3Ax%01.xml' "$work/sarif"
ok $? 'sarif: bytes that are not UTF-8 too'

# A fix, where a rule has one: carried out, the finding is gone, and nothing else is.
fixed=$work/fixed
copy_bank "$srcdir/tests/banks/rules" "$fixed"
item unused wheels '<?itemwright allow="bank/unknown-domain" reason="no longer"?>' >"$fixed/items/unused.xml"
lint "$fixed" sarif && lint "$fixed" json
if [ -n "$python" ]; then
	jq -e '[.runs[0].results[] | select(.fixes) | .ruleId] == ["config/unused-allow"]' "$work/sarif" >"$work/out" 2>&1
	ok $? 'sarif: there is a fix' "$work/out"
	jq -e '[.findings[] | select(.fix) | .fix.edits[0].text] == [""]' "$work/json" >"$work/out" 2>&1
	ok $? 'json: there is one too' "$work/json"
	valid 'sarif: a fix is valid' sarif "$work/sarif"
	valid 'json: a fix is valid' json "$work/json"
	"$python" "$schemas/check.py" regions "$fixed" "$work/sarif" >"$work/found" 2>&1
	none 'sarif: a fix is in its place' "$work/found"
	"$python" "$schemas/check.py" apply "$fixed" "$work/sarif" >"$work/found" 2>&1
	none 'sarif: the fix is carried out' "$work/found"
	lint "$fixed" json
	jq -c '.findings[]' "$work/json" >"$work/found"
	none 'sarif: and mends the finding' "$work/found"
else
	skip 'sarif: a fix' 'there is no python3'
fi

# JUnit: notes fail nothing, and each test has a name of its own.
suite="//testsuite[starts-with(@name, 'items/%25')]"
[ "$(xmllint --xpath "count($suite//failure[contains(@message, 'alt')])" "$work/junit")" -eq 0 ] &&
	xmllint --xpath "string($suite/system-out)" "$work/junit" | grep -q ': note: .*\[access/img-alt\]$'
ok $? 'junit: notes are in system-out'
[ "$(xmllint --xpath 'count(//testsuite[@tests != count(testcase) or @failures != count(testcase/failure)])' "$work/junit")" -eq 0 ]
ok $? 'junit: the counts are right'
[ "$(xmllint --xpath 'count(//testsuite[testcase/@name = testcase[@name = preceding-sibling::testcase/@name]/@name])' "$work/junit")" -eq 0 ]
ok $? 'junit: names of tests are unique'
[ "$(xmllint --xpath "count(//testsuite[@name='items/allowed.xml' and @failures=0])" "$work/junit")" -eq 1 ]
ok $? 'junit: what is allowed passes'

lint "$bank" junit items/allowed.xml items/bom.xml
[ "$(xmllint --xpath 'count(//testsuite)' "$work/junit")" -eq 1 ] && grep -q '<testsuite name="items/bom.xml"' "$work/junit"
ok $? 'junit: of a part of the bank, no file is called good' "$work/junit"

# GitHub: the worst first, ten of them, and how many more.
many=$work/many
copy_bank "$srcdir/tests/banks/rules" "$many"
sed 's|</exam>|<lint><rule id="access/img-alt" severity="note"/><rule id="bank/unknown-task" severity="warning"/></lint>&|' "$many/exam.xml" >"$work/exam" && cp "$work/exam" "$many/exam.xml"
for i in 1 2 3 4 5 6; do
	item "z$i" wheels | sed 's/w1/none/; s|</p>|<img src="media/wheel.svg"/>&|' >"$many/items/a$i.xml"
	item "y$i" nowhere | sed '/task=/s/task="w1"//' >"$many/items/b$i.xml"
done
lint "$many" json && lint "$many" github
lint "$many" json
lint "$many" github
jq -r 'def data: gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A");
	def place: if .line == .endLine then ",col=\(.column),endColumn=\(.endColumn)" else "" end;
	def command: {error: "error", warning: "warning", note: "notice"}[.severity];
	(.findings | [(.[] | select(.severity == "error")), (.[] | select(.severity == "warning")), (.[] | select(.severity == "note"))]) as $all |
	($all[:10][] | "::\(command) file=\(.file),line=\(.line),endLine=\(.endLine)\(place),title=\(.rule)::\(.message | data)%0A\(.help | data)"),
	"::notice::and \(($all | length) - 10) more findings; see all with itemwright lint --format text"' "$work/json" >"$work/wanted"
same 'github: the worst ten, and how many more' "$work/wanted" "$work/github"
[ "$(grep -c '^::error ' "$work/github")" -eq 6 ] && [ "$(grep -c '^::warning ' "$work/github")" -eq 4 ] && grep -q '^::notice::and 8 more findings; ' "$work/github"
ok $? 'github: six errors, four warnings, and eight more' "$work/github"
rm "$many"/items/a[2-6].xml "$many"/items/b[4-6].xml
lint "$many" github
[ "$(wc -l <"$work/github")" -eq 5 ] && ! grep -q ' more ' "$work/github"
ok $? 'github: no more than ten are all of them' "$work/github"

# GitLab: a fingerprint for each finding, which stays when what is above it changes.
prints() { jq -r '.[] | "\(.check_name) \(.fingerprint)"' "$work/gitlab"; }
same_text=$work/same
copy_bank "$srcdir/tests/banks/rules" "$same_text"
for i in 1 2 3; do item "x$i" nowhere >"$same_text/items/x$i.xml"; done
{ echo '<items xmlns="urn:itemwright:1">' && item twice nowhere && item twice nowhere && echo '</items>'; } >"$same_text/items/x4.xml"
lint "$same_text" gitlab
prints >"$work/before"
[ "$(sort -u "$work/before" | wc -l)" -eq "$(jq length "$work/gitlab")" ] && [ "$(jq length "$work/gitlab")" -gt 6 ]
ok $? 'gitlab: fingerprints are unique' "$work/before"
for i in 1 2 3; do { printf '<!-- new\n\n-->\n' && cat "$same_text/items/x$i.xml"; } >"$work/moved" && cp "$work/moved" "$same_text/items/x$i.xml"; done
sed 's|^<items.*|&\n\n<!-- new -->\n|' "$same_text/items/x4.xml" >"$work/moved" && cp "$work/moved" "$same_text/items/x4.xml"
jq '[.[].location.lines.begin]' "$work/gitlab" >"$work/lines-before"
lint "$same_text" gitlab
prints >"$work/after"
jq '[.[].location.lines.begin]' "$work/gitlab" >"$work/lines-after"
differ 'gitlab: with lines inserted above, lines are others' "$work/lines-before" "$work/lines-after"
same 'gitlab: and fingerprints the same' "$work/before" "$work/after"

# SARIF with a baseline: what it holds is kept, and marked; the rest is new.
"$IW" lint --select $rules --baseline "$work/known.json" --update-baseline "$same_text" >"$work/out" 2>&1
item new nowhere >"$same_text/items/new.xml"
lint "$same_text" sarif --baseline "$work/known.json"
valid 'sarif: valid with a baseline' sarif "$work/sarif"
jq -e '.runs[0].results | (map(select(.baselineState == "new" and .suppressions == [])) | length == 1) and
	(map(select(.baselineState == "unchanged" and .suppressions[0].kind == "external")) | length == length and length > 6) and
	all(.baselineState)' "$work/sarif" >"$work/out" 2>&1
ok $? 'sarif: one is new, the others unchanged' "$work/sarif"

# gcc: editors find the file from where the program was run.
(cd "$many/items" && "$IW" lint --select $rules --format gcc) >"$work/gcc" 2>"$work/err"
while IFS=: read -r file rest; do [ -f "$many/items/$file" ] || echo "$file: $rest"; done <"$work/gcc" >"$work/found"
none 'gcc: files are named from where one is' "$work/found"
[ -s "$work/gcc" ]
ok $? 'gcc: there are some'

# The samples of docs/formats.md: a line that ends in ... begins so, and others are whole.
page=$srcdir/docs/formats.md
shown=$work/shown
copy_bank "$srcdir/tests/banks/rules" "$shown"
sed -n '/^```xml items/,/^```$/p' "$page" | sed '1d;$d' >"$shown/items/wheel-02.xml"
for format in $formats; do
	lint "$shown" "$format" items/wheel-02.xml
	sed -n "/^## $format\$/,\$p" "$page" | awk '/^```/ { if (on) exit; on = 1; next } on' >"$work/sample"
	[ "$(wc -l <"$work/sample")" -ge 2 ]
	ok $? "$format: the manual has a sample"
	awk 'NR == FNR { all[n++] = $0; next }
		{ whole = !sub(/\.\.\.$/, ""); found = 0
		for (i = 0; i < n && !found; i++) found = whole ? all[i] == $0 : index(all[i], $0) == 1
		if (!found) print "not said: " $0 }' "$work/$format" "$work/sample" >"$work/found"
	none "$format: the sample is real" "$work/found"
done

# Findings that no bank has: see tests/unit/test_report.c.
sample=$builddir/tests/unit/test_report
if [ -x "$sample" ]; then
	for format in $formats; do
		for baseline in '' baseline; do
			"$sample" "$format" $baseline >"$work/$format" 2>"$work/err"
			ok $? "$format: the sample is printed $baseline" "$work/err"
			[ -s "$work/$format" ]
			ok $? "$format: and is not empty"
			valid "$format: it is valid $baseline" "$format" "$work/$format"
		done
	done
else
	skip 'the samples of test_report' 'it is not built'
fi
finish
