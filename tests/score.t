# SPDX-License-Identifier: Apache-2.0
# itemwright score: results are right whatever the format, bad records are found and leave nothing behind, nobody else
# may read what is written, and no message tells who it is about.
. "$srcdir/tests/lib.sh"
command -v jq >/dev/null || { echo '1..0 # SKIP jq is not installed'; exit 0; }
python=python3
$python -c 'import json, csv' 2>/dev/null || python=

"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"
"$IW" keygen -W "$work/other" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"
bank=$work/bank
copy_bank "$srcdir/tests/banks/small" "$bank"
pack() { # FOLDER ATTRIBUTES: the form with this of <scoring>
	sed "s|<scoring [^>]*>|$2|" "$srcdir/tests/banks/small/exam.xml" >"$bank/exam.xml"
	(cd "$bank" && exec "$IW" pack A -s "$work/k.key" -o "$work/$1") >"$work/out" 2>"$work/err" || bail "no package: $(cat "$work/err")"
}
pack p '<scoring minimum="100" maximum="1000" passing="750" cut="2.6" reference="A"/>'
pack raw '<scoring minimum="100" maximum="1000" passing="750"/>'
pack none ''
key=$work/p/small-A-1.key.zip
score() { "$IW" score --package "$key" -p "$work/k.pub" -o "$work/r" "$@"; }
head='candidate,q1,q2,q3,q4,q5'
csv() { # LINE...: the file of these, into $work/in.csv; \n and the like as printf has them
	printf '%b\n' "$head" "$@" >"$work/in.csv"
}
gone() { # WHAT: no results, and nothing half-written
	[ ! -e "$work/r" ] && [ -z "$(find "$work" -name '.*.??????')" ]
	ok $? "$1"
}

# The results
csv 'Jane,A,A C,B E C A,1-A 2-B 3-C,B' 'Joe,B,C A,B E C,3-C 1-A 2-B,A' 'Nobody,,,,,' 'Ann,A B,A C D,A C E B,1-A 2-B,B C'
check 'four candidates' 0 score "$work/in.csv"
cat >"$work/want" <<'END'
candidate,raw,scaled,result,d1,d1.level,d2,d2.level
Jane,4,1000,pass,3,Meets competencies,1,Meets competencies
Joe,2,643,fail,1,Needs improvement,1,Meets competencies
Nobody,0,286,fail,0,Needs improvement,0,Needs improvement
Ann,0,286,fail,0,Needs improvement,0,Needs improvement
END
tr -d '\r' <"$work/r/results.csv" >"$work/got"
same 'results.csv: every type right, wrong, partial, reordered, extra, empty' "$work/want" "$work/got"
printf '%s\n' candidate,q5,q5.right Jane,B,1 Joe,A,0 Nobody,,0 'Ann,B C,0' >"$work/want"
tr -d '\r' <"$work/r/unscored.csv" >"$work/got"
same 'unscored.csv keeps what does not count' "$work/want" "$work/got"
jq -c '.candidates[]' "$work/r/results.json" >"$work/got"
cat >"$work/want" <<'END'
{"candidate":"Jane","raw":4,"scaled":1000,"pass":true,"domains":[3,1]}
{"candidate":"Joe","raw":2,"scaled":643,"pass":false,"domains":[1,1]}
{"candidate":"Nobody","raw":0,"scaled":286,"pass":false,"domains":[0,0]}
{"candidate":"Ann","raw":0,"scaled":286,"pass":false,"domains":[0,0]}
END
same 'results.json' "$work/want" "$work/got"
violations() { # SCHEMA FILE
	jq -n --slurpfile s "$srcdir/schemas/$1.schema.json" --slurpfile d "$2" '{schema: $s[0], data: $d[0]}' |
		jq -r -f "$srcdir/tests/schema.jq" 2>&1
}
violations results "$work/r/results.json" >"$work/found"
none 'results.json is as its schema says' "$work/found"
jq '.candidates[0].raw = "4"' "$work/r/results.json" >"$work/spoilt.json"
violations results "$work/spoilt.json" >"$work/found"
[ -s "$work/found" ]
ok $? 'and the schema can fail'
jq -e '.summary == {candidates: 4, skipped: 0, passed: 1, raw: {mean: 1.5, sd: .summary.raw.sd}, scaled: {mean: 553.75, sd: .summary.scaled.sd}}
	and (.summary.raw.sd - 1.914854 | fabs < 1e-6) and (.summary.scaled.sd - 341.9 | fabs < 1)' "$work/r/results.json" >"$work/found"
ok $? 'its summary' "$work/r/results.json"
says 'the summary on the terminal' 'candidates  4' 'passed      1, 25.0 %' 'mean 1.50, SD 1.91 of 4' 'mean 553.75' '750 to pass' 'd1        mean 1.00 of 3, 25.0 % meet'
says_not 'which names no candidate' Jane Joe Nobody Ann
ls "$work/r" >"$work/got"
printf '%s\n' results.csv results.json unscored.csv >"$work/want"
same 'just these files are written' "$work/want" "$work/got"
[ -z "$(find "$work/r" -type f ! -perm 600)" ]
ok $? 'which nobody else may read'
(umask 0 && score "$work/in.csv") >"$work/out" 2>&1 && [ -z "$(find "$work/r" -type f ! -perm 600)" ]
ok $? 'whatever the umask'

# Raw scores alone
key=$work/raw/small-A-1.key.zip
rm -rf "$work/r"
check 'a package without a cut' 0 score "$work/in.csv"
says 'says why there is no scaled score' 'scaled      none: ' 'raw scores'
[ "$(head -n 1 "$work/r/results.csv" | tr -d '\r')" = candidate,raw,d1,d2 ] && [ "$(sed -n 2p "$work/r/results.csv" | tr -d '\r')" = Jane,4,3,1 ]
ok $? 'and has neither scale nor verdict' "$work/r/results.csv"
violations results "$work/r/results.json" >"$work/found"
none 'its results.json is as the schema says' "$work/found"
jq -e '."raw-only" and (has("scale") | not) and .candidates[0] == {candidate: "Jane", raw: 4, domains: [3, 1]}' "$work/r/results.json" >"$work/found"
ok $? 'raw scores in results.json' "$work/r/results.json"
key=$work/none/small-A-1.key.zip
rm -rf "$work/r"
check 'an exam without a scale' 0 score "$work/in.csv"
says_not 'says nothing of one' scaled pass
jq -e 'has("raw-only") or has("scale") | not' "$work/r/results.json" >"$work/found"
ok $? 'and results.json neither' "$work/r/results.json"
key=$work/p/small-A-1.key.zip

# Formats
rm -rf "$work/r"
check 'what the exam page saves' 0 score "$srcdir/tests/score/exam-page.csv"
printf '%b\r\n' 'candidate,raw,scaled,result,d1,d1.level,d2,d2.level' '"'"'"'=Doe, ""Jane"" \0303\0205",3,821,pass,3,Meets competencies,0,Needs improvement' >"$work/want"
same 'is read as it is, and written safely for a spreadsheet' "$work/want" "$work/r/results.csv"
jq -e '.candidates[0].candidate == "=Doe, \"Jane\" Å"' "$work/r/results.json" >"$work/found"
ok $? 'the name is the name in JSON'
mkdir "$work/many" && cp "$srcdir/tests/score/exam-page.csv" "$work/many/1.csv"
printf '{"candidate":"Joe","form":"small-A-1","responses":{"q1":"A","q3":["B","E","C","A"],"q5":null}}\n' >"$work/many/2.jsonl"
cat >"$work/many/3.xml" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<assessmentResult xmlns="http://www.imsglobal.org/xsd/imsqti_result_v3p0">
  <context sourcedId="Ann"/>
  <itemResult identifier="q1" datestamp="2026-05-01T10:00:00Z" sessionStatus="final">
    <responseVariable identifier="RESPONSE" cardinality="single" baseType="identifier">
      <candidateResponse><value>A</value></candidateResponse>
    </responseVariable>
  </itemResult>
  <itemResult identifier="q3" datestamp="2026-05-01T10:00:00Z" sessionStatus="final">
    <responseVariable identifier="RESPONSE" cardinality="multiple" baseType="directedPair">
      <candidateResponse><value>A P4</value><value>B P1</value><value>C P3</value><value>E P2</value></candidateResponse>
    </responseVariable>
  </itemResult>
</assessmentResult>
END
echo note >"$work/many/README"
rm -rf "$work/r"
check 'a folder of all formats' 0 score "$work/many"
says 'and what is in it besides' '1 file is not read'
cut -d , -f 1,2 "$work/r/results.csv" | tr -d '\r' | tail -n +3 >"$work/got"
printf '%s\n' Joe,2 Ann,2 >"$work/want"
same 'each file in its own format, in the order of the names' "$work/want" "$work/got"
rm -rf "$work/r"
check 'several files' 0 score "$work/many/3.xml" "$work/many/2.jsonl"
mkdir "$work/each"
awk -v head="$head" -v folder="$work/each" 'BEGIN {
	for (i = 0; i < 300; i++) {
		file = sprintf("%s/%03d.csv", folder, i)
		if (i % 3 == 0) printf "%s\r\nC%03d,A,A C,B E C A,1-A 2-B 3-C,B\r\n", head, i >file
		else if (i % 3 == 1) printf "q5;q4;q3;q2;q1;candidate\nB;1-A 2-B 3-C;B E C A;A C;A;C%03d", i >file
		else printf "%s\nC%03d,A,A C,B E C A,1-A 2-B 3-C,B\n", (i % 2 ? head : "\"candidate\",q1,q2,q3,q4,q5"), i >file
		close(file)
	}
	print head >(folder "/999.csv") # and one without a candidate
}'
rm -rf "$work/r"
check 'a file for each candidate, with heads of all kinds' 0 score --jobs 4 "$work/each"
awk 'BEGIN { for (i = 0; i < 300; i++) printf "C%03d,4,1000,pass,3,Meets competencies,1,Meets competencies\r\n", i }' >"$work/want"
tail -n +2 "$work/r/results.csv" >"$work/got"
same 'is scored in the order of the names' "$work/want" "$work/got"
check 'a format that is not the file'"'"'s' 1 score --format csv "$work/many/2.jsonl"
check 'an unknown format' 2 score --format xls "$work/many/2.jsonl"
says 'names those that there are' 'csv, jsonl or qti'
mkdir "$work/linked" && printf '%s\n%s\n' "$head" 'Jane,A,,,,' >"$work/linked/1.csv" && ln -s "$work/each" "$work/linked/more"
rm -rf "$work/r"
check 'a link in a folder' 0 score "$work/linked"
says 'is not followed in silence' '1 link is not read: links within a folder are not followed; name the files themselves'
rm -rf "$work/r"
(echo '<assessmentResult><!--' && awk 'BEGIN { for (i = 0; i < 90000; i++) printf "%0100d", 0 }' && echo '--></assessmentResult>') >"$work/large.xml"
check 'a document that is too large' 1 score "$work/large.xml"
says 'is refused' "$work/large.xml:1:1: error: the file is larger than 8 MiB"
rm "$work/large.xml"
check 'a folder without responses' 2 score "$work/p"
says 'says what they are called' 'they end in .csv'
check 'a file that is not there' 2 score "$work/nothing.csv"
check 'a file that is none' 2 score /dev/null
printf '%s\n' "$head" >"$work/in.csv"
rm -rf "$work/r"
check 'no candidate at all' 2 score "$work/in.csv"
says 'is said' 'there are no responses to score'
gone 'and nothing is written'

# Bad records, one by one: where, and why
bad() { # WHAT PLACE WORDS LINE...
	bad_what=$1 bad_place=$2 bad_words=$3
	shift 3
	csv "$@"
	check "$bad_what" 1 score "$work/in.csv"
	says "$bad_what: where and why" "$work/in.csv:$bad_place: error: $bad_words" 'nothing was written'
	says_not "$bad_what: not who" Jane Joe
	gone "$bad_what: nothing is written"
}
good='Jane,A,A C,B E C A,1-A 2-B 3-C,B'
rm -rf "$work/r"
bad 'an unknown letter' 3:7 'q2 has no option F: its options are A to E [responses/letter]' "$good" 'Joe,A,F C,,,'
bad 'a small letter' 2:6 'q1 has no option a' 'Jane,a,,,,'
bad 'an unknown letter, further on' 2:10 'q2 has no option F' 'Jane,A,C F,,,'
bad 'an unknown prompt' 2:14 'q4 has no prompt 4: its prompts are 1 to 3 [responses/prompt]' 'Jane,A,,,1-A 4-B,'
bad 'a letter of a pair' 2:12 'q4 has no option D' 'Jane,A,,,1-D,'
bad 'no response' 2:6 'this is no response to q1, which takes a letter, as B [responses/response]' 'Jane,AB,,,,'
bad 'letters for pairs' 2:9 'this is no response to q4, which takes pairs' 'Jane,,,,A B C,'
bad 'an impossible order' 2:12 'option B of q3 is given twice [responses/letter-twice]' 'Jane,,,B E B A,,'
bad 'an impossible pair' 2:13 'prompt 1 of q4 is filled twice [responses/prompt-twice]' 'Jane,,,,1-A 1-B,'
bad 'too few cells' 3:1 'there are 5 cells here, and 6 columns [responses/columns]' "$good" 'Joe,A,A C,B E C A,1-A'
bad 'too many cells' 2:1 'there are 7 cells here, and 6 columns' "$good,"
bad 'no candidate' 2:1 'there is no candidate' ',A,,,,'
bad 'a candidate twice' 4:1 "the responses of this candidate are at $work/in.csv:2 already [responses/candidate-twice]" "$good" 'Joe,A,,,,' '"Jane",B,,,,'
bad 'a name with another direction' 2:1 'this candidate has a control character' 'Ja\0342\0200\0256ne,A,,,,'
bad 'a name with what is not seen' 2:1 'this candidate has a control character, one that turns the direction of text or is not seen' 'Ja\0342\0200\0213ne,A,,,,'
bad 'a name with what is no character' 2:1 'this candidate has a control character, one that turns the direction of text or is not seen' 'Jane\0357\0277\0276,A,,,,'
bad 'a name of a space' 2:1 'there is no candidate' '\0302\0240,A,,,,'
bad 'a name and a space' 3:1 'the responses of this candidate are at' "$good" 'Jane\0302\0240,A,,,,'
bad 'a name that is not UTF-8' 2:1 'this candidate is not in UTF-8; save the file as UTF-8' 'Ja\0374ne,A,,,,'
bad 'quotation marks that do not pair' 2:6 'the quotation marks of this cell do not pair' 'Jane,"A,,,,'
bad 'a place behind many bytes' 2:3 'q1 has no option F' '\0346\0227\0245,F,,,,'
first() { # WHAT PLACE WORDS HEAD
	head=$4
	bad "$1" "$2" "$3" "$good"
	check "$1: cannot be skipped" 1 score --skip-bad "$work/in.csv"
	gone "$1: and nothing is written"
	head='candidate,q1,q2,q3,q4,q5'
}
first 'an unknown column' 1:26 'column 7 is none of this form' 'candidate,q1,q2,q3,q4,q5,q6'
first 'a missing column' 1:22 'there is no column q5' 'candidate,q1,q2,q3,q4'
first 'a column twice' 1:23 'column 6 is there before' 'candidate,q1,q2,q3,q4,q4'
first 'no column of candidates' 1:1 'the first line names no column candidate' 'q1,q2,q3,q4,q5'
first 'no first line' 1:1 'column 1 is none of this form' 'Jane,A,A C,B E C A,1-A 2-B 3-C,B'
head='candidate,q1,q2,q3,q4,q5'

json() { # WHAT PLACE WORDS LINE
	printf '%s\n' '{"candidate":"Joe","responses":{}}' "$4" >"$work/in.jsonl"
	check "JSON: $1" 1 score "$work/in.jsonl"
	says "JSON: $1: where and why" "$work/in.jsonl:$2: error: $3"
	says_not "JSON: $1: not who" Jane
	gone "JSON: $1: nothing is written"
}
json 'an unknown letter' 2:39 'q1 has no option Z' '{"candidate":"Jane","responses":{"q1":"Z"}}'
json 'an unknown question' 2:34 'the form has no such question: its questions are q1 to q5 [responses/question]' '{"candidate":"Jane","responses":{"q6":"A"}}'
json 'a question twice' 2:43 'q1 is answered twice' '{"candidate":"Jane","responses":{"q1":"A","q1":"B"}}'
json 'another form' 2:9 'these are responses to another form' '{"form":"small-B-1","candidate":"Jane","responses":{}}'
json 'no JSON' 2:21 'a comma or a closing bracket is expected [responses/json]' '{"candidate":"Jane" "responses":{}}'
json 'a number' 2:39 'a response is a string, an array of strings, or null' '{"candidate":"Jane","responses":{"q1":3}}'
json 'a candidate twice' 2:14 "the responses of this candidate are at $work/in.jsonl:1 already" '{"candidate":"Joe","responses":{}}'

xml() { # WHAT PLACE WORDS SED
	sed "$4" "$work/many/3.xml" >"$work/in.xml"
	check "QTI: $1" 1 score "$work/in.xml"
	says "QTI: $1: where and why" "$work/in.xml:$2: error: $3"
	says_not "QTI: $1: not who" Ann
	gone "QTI: $1: nothing is written"
}
xml 'an unknown option' 6:26 'q1 has no option Z' 's/<value>A</<value>Z</'
xml 'an unknown place' 11:26 'q3 has no place 5: its places are 1 to 4' 's/A P4/A P5/'
xml 'a place twice' 11:45 'place 4 of q3 is filled twice' 's/B P1/B P4/'
xml 'an option in two places' 11:26 'option B of q3 is given twice' 's/A P4/B P4/'
xml 'an unknown item' 4:3 'the form has no such question' 's/identifier="q1"/identifier="item-7"/'
xml 'another form' 4:1 'these are responses to another form' 's|<itemResult identifier="q1"|<testResult identifier="form-other-A-1" datestamp="2026-05-01T10:00:00Z"/>\n&|; s|^  <testResult|<testResult|'
xml 'no candidate' 3:3 'there is no candidate' 's/ sourcedId="Ann"//'
xml 'broken' 6:41 'it is not well-formed XML here; in it, & and < are written &amp; and &lt;' 's/<candidateResponse><value>A/<candidateResponse><valu>A/'
xml 'places that begin at 0' 11:26 'this is no response to q3' 's/A P4/A P0/'
xml 'a DOCTYPE' 2:1 'the file has a document type declaration' '2i <!DOCTYPE x [<!ENTITY e SYSTEM "/etc/passwd">]>'
check 'several documents of one candidate' 1 score "$work/many/3.xml" "$work/many/3.xml"
says 'are found' "$work/many/3.xml:3:3: error: the responses of this candidate are at $work/many/3.xml:1 already"

# Names only when asked for
csv 'Jane,Z,,,,'
check 'a bad line' 1 score --names "$work/in.csv"
says 'with --names it is said whose' 'the candidate is Jane'
awk -v head="$head" 'BEGIN { print head; for (i = 0; i < 250; i++) print "C" i ",Z,,,," }' >"$work/in.csv"
check 'many bad lines' 1 score "$work/in.csv"
[ "$(grep -c ': error: ' "$work/err")" -eq 100 ]
ok $? 'the first hundred are shown'
says 'and all are counted' '250 of the records are bad' 'the first hundred are shown'

# Skipping
csv "$good" 'Joe,Z,,,,' 'Jane,B,,,,' '' 'Ann,B,,,' 'Eve,A,,,,' '"=x",A,Z,,,'
check '--skip-bad' 0 score --skip-bad "$work/in.csv"
says 'counts what is skipped' 'candidates  2, 4 skipped'
cat >"$work/want" <<END
file,line,column,rule,reason
$work/in.csv,3,5,responses/letter,q1 has no option Z: its options are A to D
$work/in.csv,4,1,responses/candidate-twice,the responses of this candidate are at $work/in.csv:2 already
$work/in.csv,6,1,responses/columns,"there are 5 cells here, and 6 columns"
$work/in.csv,8,8,responses/letter,q2 has no option Z: its options are A to E
END
tr -d '\r' <"$work/r/skipped.csv" >"$work/got"
same 'skipped.csv lists them, without names' "$work/want" "$work/got"
cut -d , -f 1,2 "$work/r/results.csv" | tr -d '\r' >"$work/got"
printf '%s\n' candidate,raw Jane,4 Eve,1 >"$work/want"
same 'the first of one who is there twice counts' "$work/want" "$work/got"
[ "$(jq -c '.summary | [.candidates, .skipped]' "$work/r/results.json")" = '[2,4]' ]
ok $? 'results.json counts them too'
check 'with names' 0 score --skip-bad --names "$work/in.csv"
cut -d , -f 2,6- "$work/r/skipped.csv" | grep -c 'Joe\|Jane\|=x' >"$work/got"
[ "$(cat "$work/got")" -eq 3 ] && grep -q "'=x" "$work/r/skipped.csv" && [ -z "$(find "$work/r" -type f ! -perm 600)" ]
ok $? 'skipped.csv names them when asked to' "$work/r/skipped.csv"
csv "$good"
check 'a later run without --skip-bad into the same folder' 2 score "$work/in.csv"
says 'does not leave an old skipped.csv beside its results' "$work/r/skipped.csv is there from an earlier run"
csv 'Joe,Z,,,,'
rm -rf "$work/r"
check 'all are bad' 2 score --skip-bad "$work/in.csv"
says 'is said' 'all were bad and skipped; run it without --skip-bad to see why'
gone 'and nothing is written'

csv "$good"
mkdir -p "$work/r/reports" && : >"$work/r/reports/small-A-1-Old.html"
check 'reports of an earlier run' 2 score "$work/in.csv"
says 'are not left beside other results' "$work/r/reports has reports of an earlier run"
rm -rf "$work/r"
check 'a new folder' 0 score "$work/in.csv"
[ "$(find "$work/r" -type d -perm 700)" = "$work/r" ]
ok $? 'is for its owner alone'
check 'a folder without a name' 2 "$IW" score --package "$key" -p "$work/k.pub" -o '' "$work/in.csv"
says 'is none' '--output needs a value'
rm -rf "$work/r"

# The package
csv "$good"
refused() { # WHAT EXIT WORDS ARGUMENT...
	refused_what=$1 refused_exit=$2 refused_words=$3
	shift 3
	check "$refused_what" "$refused_exit" "$IW" score -o "$work/r" "$work/in.csv" "$@"
	says "$refused_what: why" "$refused_words"
	gone "$refused_what: nothing is written"
}
refused 'no package' 2 '--package names the scoring package' -p "$work/k.pub"
refused 'no public key' 2 '-p names the public key' --package "$key"
refused 'a key that did not sign' 1 'small-A-1.key.zip' --package "$key" -p "$work/other.pub"
refused 'two signers wanted' 1 'small-A-1.key.zip' --package "$key" -p "$work/k.pub" -p "$work/other.pub" --require 2
refused 'the candidate package' 2 'is the candidate package, which tells no answer' --package "$work/p/small-A-1.zip" -p "$work/k.pub"
cp "$key" "$work/bent.key.zip" && cp "$key.minisig" "$work/bent.key.zip.minisig"
printf 'x' | dd of="$work/bent.key.zip" bs=1 seek=400 conv=notrunc 2>"$work/err"
refused 'a changed package' 1 'bent.key.zip' --package "$work/bent.key.zip" -p "$work/k.pub"
"$IW" sign "$work/in.csv" -s "$work/k.key" >"$work/out" 2>&1
refused 'no package at all' 2 'is no scoring package' --package "$work/in.csv" -p "$work/k.pub"
check 'no folder' 2 "$IW" score --package "$key" -p "$work/k.pub" "$work/in.csv"
says 'is said' '-o names the folder'

# Whole or not at all
old() { # FOLDER
	rm -rf "$1" "$work/before" && mkdir -p "$1" && echo old >"$1/results.csv" && echo old >"$1/results.json" && echo old >"$1/unscored.csv" && cp -R "$1" "$work/before"
}
awk -v head="$head" 'BEGIN { print head; for (i = 0; i < 2000; i++) print "C" i ",A,A C,B E C A,1-A 2-B 3-C,B" }' >"$work/in.csv"
old "$work/r"
limited() { (ulimit -f 8 && score "$work/in.csv"); }
check 'files may not grow' 3 limited
says 'which file, and why' 'cannot be written: File too large'
same_tree 'the old results are untouched' "$work/before" "$work/r"
rm "$work/r/results.json" && mkdir "$work/r/results.json" && rm -rf "$work/before" && cp -R "$work/r" "$work/before"
check 'a folder where a file goes' 3 score "$work/in.csv"
same_tree 'the rest is untouched' "$work/before" "$work/r"
mkdir "$work/disk"
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=64k tmpfs "$work/disk" 2>"$work/err"; then
	trap 'umount "$work/disk"; rm -rf "$work"' EXIT
	mkdir "$work/disk/r" && echo old >"$work/disk/r/results.csv"
	check 'a full disk' 3 "$IW" score --package "$key" -p "$work/k.pub" -o "$work/disk/r" "$work/in.csv"
	says 'which file, and why' 'No space left on device'
	[ "$(cat "$work/disk/r/results.csv")" = old ] && [ "$(ls -A "$work/disk/r")" = results.csv ]
	ok $? 'the old results are untouched, and nothing is left'
else
	skip 'a full disk' 'a file system cannot be mounted here; the limits above are the same errors'
fi
if [ -c /dev/full ]; then
	rm -rf "$work/r"
	score "$work/in.csv" >/dev/full 2>"$work/err"
	[ $? -eq 3 ] && grep -qF 'standard output cannot be written' "$work/err"
	ok $? 'a summary that cannot be written is an error' "$work/err"
fi

# Any number of threads: the same bytes
awk -v head="$head" 'BEGIN {
	print head
	for (i = 0; i < 120000; i++) {
		name = i % 40000 == 7 && i > 40000 ? "C" i - 40000 : "C" i
		printf "%s,%s,%s,%s,1-A 2-%s 3-C,%s\n", name, substr("ABCD", i % 4 + 1, 1), i % 3 ? "A C" : "C  A E",
			i % 5 ? "B E C A" : "B E C", i % 7 ? "B" : "A", i % 997 ? substr("ABCD", i % 3 + 1, 1) : "Z" }
}' >"$work/in.csv"
[ "$(wc -c <"$work/in.csv")" -gt 3500000 ]
ok $? 'responses of several blocks'
for jobs in 1 2 8; do
	rm -rf "$work/r"
	check "--jobs $jobs" 0 score --skip-bad --jobs $jobs "$work/in.csv"
	cp "$work/out" "$work/said-$jobs"
	mv "$work/r" "$work/r-$jobs"
done
same_tree '2 threads write what 1 does' "$work/r-1" "$work/r-2"
same_tree '8 threads write what 1 does' "$work/r-1" "$work/r-8"
same 'and say the same' "$work/said-1" "$work/said-8"
[ "$(grep -c candidate-twice "$work/r-8/skipped.csv")" -eq 1 ] && [ "$(grep -c responses/letter "$work/r-8/skipped.csv")" -eq 121 ] &&
	grep -q ',40009,1,responses/candidate-twice,.*:9 already' "$work/r-8/skipped.csv"
ok $? 'what is bad is found in all blocks, also across them' "$work/r-8/skipped.csv"
for jobs in 1 8; do
	score --jobs $jobs "$work/in.csv" >"$work/out" 2>"$work/said-$jobs"
done
same 'bad records are told in their order' "$work/said-1" "$work/said-8"
{ cat "$work/in.csv" && head -c 1100000 /dev/zero | tr '\0' A; } >"$work/long.csv"
check 'a line without end' 2 score "$work/long.csv"
says 'is no response' 'a line has more than a million bytes'
gone 'and nothing is written'

# Against a scorer that was written apart
if [ -n "$python" ]; then
	compare() { # WHAT FOLDER FOLDER FILE...
		compare_what=$1 compare_a=$2 compare_b=$3
		shift 3
		for one in "$@"; do cmp "$compare_a/$one" "$compare_b/$one"; done >"$work/difference" 2>&1
		none "$compare_what" "$work/difference"
	}
	property() { # NAME SEEDS...: the package of $key
		name=$1
		shift
		unzip -p "$key" form.json >"$work/form.json" 2>"$work/err" || bail 'unzip is missing'
		for seed in "$@"; do
			t=$work/t
			rm -rf "$t" && mkdir -p "$work/t/slow" "$work/t/junk"
			"$python" "$srcdir/tests/score/make.py" "$work/form.json" "$seed" 120 "$t" || bail 'make.py fails'
			"$python" "$srcdir/tests/score/make.py" "$work/form.json" "$seed" 500 "$t" --junk || bail 'make.py fails'
			"$python" "$srcdir/tests/score/slow.py" "$work/form.json" "$t/plain.csv" "$t/slow" || bail 'slow.py fails'
			"$python" "$srcdir/tests/score/slow.py" "$work/form.json" "$t/junk.csv" "$t/junk" || bail 'slow.py fails'
			for f in plain.csv styled.csv lines.jsonl qti; do
				check "$name, seed $seed: $f" 0 "$IW" score --package "$key" -p "$work/k.pub" -o "$t/r-$f" "$t/$f"
				compare "$name, seed $seed: $f is scored as the slow one does" "$t/slow" "$t/r-$f" results.csv unscored.csv
				compare "$name, seed $seed: $f: results.json" "$t/r-plain.csv" "$t/r-$f" results.json
			done
			check "$name, seed $seed: junk" 0 "$IW" score --skip-bad --package "$key" -p "$work/k.pub" -o "$t/r" "$t/junk.csv"
			compare "$name, seed $seed: junk is scored as the slow one does" "$t/junk" "$t/r" results.csv unscored.csv
			"$python" -c 'import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))
slow = [line.split() for line in open(sys.argv[2])]
print(len(rows) - len(slow) or "", end="")
for r, s in zip(rows, slow):
    if [r["line"], r["rule"]] != s[:2] or len(s) > 2 and r["column"] != s[2]: print(r, s)' "$t/r/skipped.csv" "$t/junk/skipped.txt" >"$work/found" 2>&1
			none "$name, seed $seed: junk is found where the slow one does" "$work/found"
			[ "$(wc -l <"$t/junk/skipped.txt")" -gt 100 ]
			ok $? "$name, seed $seed: there was junk"
		done
		[ ! -s "$t/slow/skipped.txt" ]
		ok $? "$name: what was to be good is good" "$t/slow/skipped.txt"
		if "$python" -c 'import jsonschema' 2>/dev/null; then
			"$python" -c 'import json, jsonschema, sys
rules = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(rules)
v = jsonschema.Draft202012Validator(rules)
for n, line in enumerate(open(sys.argv[2], encoding="utf-8"), 1):
    for e in v.iter_errors(json.loads(line)): print(n, e.message[:200])' "$srcdir/schemas/responses.schema.json" "$t/lines.jsonl" >"$work/found" 2>&1
			none "$name: the lines of JSON are as their schema says" "$work/found"
		else
			skip "$name: the lines of JSON are as their schema says" 'jsonschema is not installed'
		fi
	}
	if [ -n "$IW_QUICK" ]; then property small 1; else property small 1 2 3; fi
	check 'the example is packed' 0 "$IW" pack A --bank "$srcdir/examples/aip-c01" -s "$work/k.key" -o "$work/example"
	key=$work/example/aip-c01-A-1.key.zip
	if [ -n "$IW_QUICK" ]; then property example 1; else property example 1 2; fi
else
	skip 'against a scorer that was written apart' 'python3 is not installed'
fi
finish
