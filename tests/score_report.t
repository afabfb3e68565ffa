# SPDX-License-Identifier: Apache-2.0
# itemwright score --reports: a report for each candidate, as a page and on paper. It tells the result and nothing of any
# item, whoever the candidate is, and can be read by all.
. "$srcdir/tests/lib.sh"
. "$srcdir/tests/pdf/helpers.sh"
small=$srcdir/tests/banks/small bank=$work/bank name=small-A-1

"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"
pack() { # FOLDER BANK: its form A
	(cd "$2" && exec "$IW" pack A -s "$work/k.key" -o "$work/$1") >"$work/out" 2>"$work/err" || bail "no package: $(cat "$work/err")"
}
scale='<scoring minimum="100" maximum="1000" passing="750" cut="3" reference="A"/>'
exam() { # LANG SCORING TITLE
	sed "s|xml:lang=\"en\"|xml:lang=\"$1\"|; s|<scoring [^>]*>|$2|; s|<title>A small exam<|<title>$3<|" "$small/exam.xml"
}
copy_bank "$small" "$bank"
exam en "$scale" 'A small exam' >"$bank/exam.xml"
pack p "$bank"
key=$work/p/$name.key.zip
score() { # FOLDER OPTION...: the responses of $work/in.csv
	score_to=$1
	shift
	"$IW" score --package "$key" -p "$work/k.pub" -o "$work/$score_to" "$work/in.csv" "$@"
}
markup='<img src=x onerror=alert(1)> & {n} {{7*7}} %s ]]>'
cat >"$work/in.csv" <<END
candidate,q1,q2,q3,q4,q5
Jane,A,A C,B E C A,1-A 2-B 3-C,B
Joe,B,C A,B E C,3-C 1-A 2-B,A
Nobody,,,,,
Pat,A,A C,,1-A 2-B 3-C,
$markup,A,A C,B E C A,,
محمد علي (الثاني),A,,,1-A 2-B 3-C,
END

kinds=html
if ! "$IW" plugins 2>/dev/null | grep -q '^pdf '; then
	skip 'reports on paper' 'the pdf plugin is not built: its libraries are missing'
elif ! command -v qpdf >/dev/null || ! command -v pdftotext >/dev/null; then
	skip 'reports on paper' 'there is no qpdf, or no pdftotext'
else
	kinds='html pdf'
fi
has_pdf() { [ "$kinds" != html ]; }

# What is read on a report, on one line, of paper on two: as it was drawn, and as it stands; and all that is in its file.
words_of() { # FILE
	case $1 in
	*.pdf) { pdftotext -raw "$1" - | tr '\n\f' '  ' | sed 's/  */ /g' && echo && flat "$1"; } ;;
	*) tr '\n' ' ' <"$1" | sed 's|.*<body>||; s|<[^>]*>|@|g; s|&lt;|<|g; s|&gt;|>|g; s|&quot;|"|g; s|&amp;|\&|g' | tr -s '@' ' ' | tr -s ' ' ;;
	esac
}
all_of() { # FILE
	case $1 in *.pdf) plain "$1" ; flat "$1" ;; *) cat "$1" ;; esac
}
reads() { # WHAT FILE WORDS...
	reads_what=$1
	words_of "$2" >"$work/read"
	shift 2
	has "$reads_what" "$work/read" "$@"
}
reads_not() {
	reads_what=$1
	words_of "$2" >"$work/read"
	shift 2
	has_not "$reads_what" "$work/read" "$@"
}

# What candidates get.

caution='Read this table with caution: a section has few questions'
for kind in $kinds; do
	check "$kind: reports" 0 score $kind --reports $kind
	says_not "$kind: nobody is named" Jane Joe Nobody Pat img
	r=$work/$kind/reports/$name
	(cd "$work/$kind/reports" && ls) >"$work/got"
	for who in Jane Joe Nobody Pat _000005 _000006; do echo "$name-$who.$kind"; done | sort >"$work/want"
	sort "$work/got" >"$work/sorted"
	same "$kind: one for each, by name where that is plain" "$work/want" "$work/sorted"
	[ -z "$(find "$work/$kind" -type f ! -perm 600)" ]
	ok $? "$kind: which nobody else may read"
	reads "$kind: all right" "$r-Jane.$kind" 'Score report' 'A small exam' 'Candidate Jane' "Form $name" ' Pass Your score' 1000 'Passing score' 750 'Scale' '100–1000' \
		Ships '3 / 3 Meets competencies' Weather '1 / 1 Meets competencies' "$caution" 'No section has to be passed.' 'What the result means' \
		'Pass or fail is decided on the exam as a whole.' 'The scaled score is not a percentage.' 'The mark in it is where “Meets competencies” begins.'
	reads "$kind: a pass with a section that is weak" "$r-Pat.$kind" ' Pass Your score 750 ' 'Ships 2 / 3 Needs improvement' 'Weather 1 / 1 Meets competencies'
	reads "$kind: a fail" "$r-Joe.$kind" ' Did not pass Your score 500 ' '1 / 3 Needs improvement'
	reads_not "$kind: a fail is no pass" "$r-Joe.$kind" ' Pass Your'
	reads "$kind: no answer at all" "$r-Nobody.$kind" ' Did not pass Your score 100 ' '0 / 3 Needs improvement' '0 / 1 Needs improvement'
	reads "$kind: a name is text" "$r-_000005.$kind" "Candidate $markup "
	reads "$kind: in Arabic too" "$r-_000006.$kind" 'محمد علي' 'الثاني' ' Did not pass Your score'
done
has 'html: a name is no markup' "$work/html/reports/$name-_000005.html" '<dd><bdi>&lt;img src=x onerror=alert(1)&gt; &amp; {n} {{7*7}} %s ]]&gt;</bdi></dd>'
has_not 'html: nothing runs or is asked for' "$work/html/reports/$name-_000005.html" '<img' '<script' '<link' ' style=' ' src="' 'href="http' 'url('
has 'html: the policy allows the one style' "$work/html/reports/$name-Jane.html" "default-src 'none'; style-src 'sha256-"

# The document that a plugin is given, through one that copies it.

mkdir -p "$work/plugins/copy" && cat >"$work/plugins/copy/plugin.xml" <<'END' && cat >"$work/plugins/copy/copy.xsl" <<'END2'
<plugin xmlns="urn:itemwright:plugin:1" name="copy" version="1.0" abi="1.1" views="report" summary="the document itself">
  <output name="{name}.xml" stylesheet="copy.xsl" views="report" media-type="application/xml"/>
</plugin>
END
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:template match="/"><xsl:copy-of select="."/></xsl:template>
</xsl:stylesheet>
END2
check 'a plugin of reports alone' 0 env ITEMWRIGHT_PLUGIN_PATH="$work/plugins" "$IW" score --package "$key" -p "$work/k.pub" -o "$work/copy" "$work/in.csv" --reports copy
cat >"$work/want" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<score-report xmlns="urn:itemwright:1" name="small-A-1-Joe" form="small-A-1" xml:lang="en">
  <exam-title>A small exam</exam-title>
  <form-title>Form A</form-title>
  <candidate>Joe</candidate>
  <scaled score="500" pass="no" passing="750" minimum="100" maximum="1000"/>
  <section correct="1" scored="3" needed="3">
    <title>Ships</title>
  </section>
  <section correct="1" scored="1" needed="1">
    <title>Weather</title>
  </section>
</score-report>
END
same 'is given the result, and nothing else' "$work/want" "$work/copy/reports/$name-Joe.xml"
if command -v xmllint >/dev/null; then
	check 'which is as its schema says' 0 xmllint --noout --schema "$srcdir/schemas/score-report.xsd" "$work/copy/reports"/*.xml
	sed 's| pass="no"||' "$work/copy/reports/$name-Joe.xml" >"$work/spoilt.xml"
	run xmllint --noout --schema "$srcdir/schemas/score-report.xsd" "$work/spoilt.xml"
	[ "$got" -ne 0 ]
	ok $? 'and the schema can fail'
else
	skip 'the document is as its schema says' 'there is no xmllint'
fi

# Nothing of any item: neither its words nor its id, and not which answers are right or how many do not count.

{ grep -rhoE '>[^<>]{7,}<' "$small/items" | sed 's/^>//; s/<$//'; grep -rhoE ' href="[^"]*"' "$small/items" | cut -d '"' -f 2
	grep -hoE '<task [^>]*><title>[^<]*' "$small/exam.xml" | sed 's/.*>//'; sed -n 's/.*<item ref="\([a-z]*-[a-z]*\|anchor\|reef\)".*/\1/p' "$small/forms/A.xml"; } |
	grep -v '^ *$' | sort -u >"$work/secrets"
for kind in $kinds; do
	for file in "$work/$kind/reports"/*; do all_of "$file" | grep -aFf "$work/secrets"; done >"$work/found"
	none "$kind: no word of an item, no reference, no task, no id" "$work/found"
done
check 'the form with its answers' 0 at "$bank" "$IW" export A --to text --view full -o "$work/full"
[ "$(grep -oFf "$work/secrets" "$work/full"/* | sort -u | wc -l)" -gt 25 ]
ok $? 'has them, so that they would be found'
# Other questions, other keys, and none that does not count: with as many right in each section, the same reports.
copy_bank "$bank" "$work/other"
sed -i 's|<key id="a">Let out more chain.<rationale>[^<]*</rationale></key>|<distractor id="a">Let go.</distractor>|; s|<distractor id="b">Shorten the chain.<rationale>[^<]*</rationale></distractor>|<key id="b">Row.</key>|
	s|in the chart|on the map|; s|<reference[^>]*>[^<]*</reference>||' "$work/other/items/anchor.xml"
sed -i 's|id="s4">Cast off.|id="s4">Let go of the pier.|' "$work/other/items/leave-port.xml"
sed -i '/ref="reef"/d' "$work/other/forms/A.xml"
sed -i 's| unscored="1"||; s|</exam>|<lint><rule id="writing/missing-reference" severity="off"/></lint></exam>|; s|>Sail them<|>Steer them<|' "$work/other/exam.xml"
pack other-p "$work/other"
cp "$work/in.csv" "$work/first.csv"
sed -e '1!{s/,A,/,X,/; s/,B,/,A,/; s/,X,/,B,/; }' -e 's/,[^,]*$//' "$work/first.csv" >"$work/in.csv"
key=$work/other-p/$name.key.zip
for kind in $kinds; do
	check "$kind: the reports of another bank" 0 score "other-$kind" --reports $kind
	same_tree "$kind: are the same where the results are" "$work/$kind/reports" "$work/other-$kind/reports"
done
differ 'though the packages are not' "$work/p/$name.key.zip" "$key"
cp "$work/first.csv" "$work/in.csv"
key=$work/p/$name.key.zip

# The same every time.

for kind in $kinds; do
	TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 LANG=ja_JP.UTF-8 LANGUAGE=ja HOME=/nonexistent run score "again-$kind" --reports $kind --jobs 1
	same_tree "$kind: another time zone, locale, home and number of threads make no difference" "$work/$kind" "$work/again-$kind"
done

# Names that are no names of files.

cat >"$work/in.csv" <<END
candidate,q1,q2,q3,q4,q5
../../x,A,,,,
-rf,A,,,,
_000002,A,,,,
.hidden,A,,,,
a/b,A,,,,
$(printf 'x%.0s' 1 2 3 4 5 6 7 8)$(printf 'n%.0s' $(seq 192)),A,,,,
=1+1,A,,,,
Zoë,A,,,,
a.b_c-D,A,,,,
END
for kind in $kinds; do
	check "$kind: odd names" 0 score "odd-$kind" --reports $kind
	(cd "$work/odd-$kind/reports" && find . -type f) | sort >"$work/got"
	{ for i in 1 2 3 4 5 6 7 8; do echo "./$name-_00000$i.$kind"; done; echo "./$name-a.b_c-D.$kind"; } | sort >"$work/want"
	same "$kind: odd names are not put into names of files" "$work/want" "$work/got"
	reads "$kind: but into the report" "$work/odd-$kind/reports/$name-_000001.$kind" 'Candidate ../../x '
	words_of "$work/odd-$kind/reports/$name-_000006.$kind" | tr -d ' ' >"$work/read"
	has "$kind: long ones too" "$work/read" "$(sed -n '7s/,.*//p' "$work/in.csv")"
done
[ ! -e "$work/x.html" ] && [ ! -e "$work/x.pdf" ] && [ ! -e "$work/odd-html/x.html" ]
ok $? 'nothing is written elsewhere'
cp "$work/first.csv" "$work/in.csv"

# Without a scale: counts, and neither a pass nor a fail.

exam en '<scoring minimum="100" maximum="1000" passing="750"/>' 'A small exam' >"$bank/exam.xml"
pack raw "$bank"
key=$work/raw/$name.key.zip
for kind in $kinds; do
	check "$kind: without a scale" 0 score "raw-$kind" --reports $kind
	reads "$kind: counts" "$work/raw-$kind/reports/$name-Jane.$kind" 'No scaled score' 'Correct answers' 'Scored questions' 'Ships 3 / 3' 'Weather 1 / 1' \
		'The result is a count of correct answers, and neither a pass nor a fail.' 'Only scored questions count.' "$caution"
	reads_not "$kind: no scale, no level, no verdict" "$work/raw-$kind/reports/$name-Jane.$kind" 'Pass' 'Did not' 'Your score' 'Meets' 'Needs' 100 750 'percentage'
done
key=$work/p/$name.key.zip

# Options, and what is refused.

for kind in $kinds; do
	check "$kind: options" 0 score "options-$kind" --reports $kind --option $kind.publisher='The <Press> {n} & Sons' --option $kind.notice='Keep it.' \
		--option $kind.paper=letter --option $kind.size=large --option $kind.typeface=sans
	reads "$kind: publisher and notice are there" "$work/options-$kind/reports/$name-Jane.$kind" 'The <Press> {n} & Sons' 'Keep it.'
done
refused() { # WHAT EXIT REASON OPTION...: and nothing is written
	refused_what=$1 refused_exit=$2 refused_why=$3
	shift 3
	rm -rf "$work/none"
	check "$refused_what" "$refused_exit" score none "$@"
	says "$refused_what: why" "$refused_why"
	says_not "$refused_what: nobody is named" Jane Pat
	[ ! -e "$work/none" ]
	ok $? "$refused_what: nothing is written"
}
refused 'a plugin that makes none' 2 "plugin 'text' renders no score reports" --reports text
refused 'no such plugin' 2 "there is no plugin 'paper'" --reports paper
refused 'an option that it does not have' 2 colour --reports html --option html.colour=red
refused 'an option without reports' 2 '--option is for the plugin that --reports names' --option html.paper=a4
if has_pdf; then
	for part in key all sheet; do
		refused "pdf.part=$part" 1 'a score report has no parts: leave out pdf.part' --reports pdf --option pdf.part=$part
	done
fi

# On paper.

if has_pdf; then
	for file in "$work"/pdf/reports/*.pdf "$work/options-pdf/reports/$name-Joe.pdf" "$work/raw-pdf/reports/$name-Joe.pdf" "$work"/odd-pdf/reports/*.pdf; do
		qpdf --check "$file" >"$work/log" 2>&1 && ! grep -i warning "$work/log" || cat "$work/log"
	done >"$work/found"
	none 'qpdf finds nothing wrong' "$work/found"
	file=$work/pdf/reports/$name-Joe.pdf
	check 'the title is that of exam and form' 0 pdfinfo "$file"
	says 'the title is that of exam and form' 'A small exam – Form A – Score report' 'Tagged:' '1.7' 'A4'
	pages=$(for f in "$work"/pdf/reports/*.pdf "$work"/raw-pdf/reports/*.pdf "$work"/odd-pdf/reports/*.pdf; do pdfinfo "$f" | sed -n 's/^Pages: *//p'; done | sort -u)
	[ "$pages" = 1 ]
	ok $? 'a report is one page'
	size_of "$work/options-pdf/reports/$name-Joe.pdf" >"$work/out"
	says 'Letter' letter
	plain "$work/options-pdf/reports/$name-Joe.pdf" | awk '/ Tm$/ { n++; if ($1 < 18) print } END { if (!n) print "no text" }' >"$work/found"
	none 'large print has no letter that is smaller' "$work/found"
	pdffonts "$work/options-pdf/reports/$name-Joe.pdf" | grep -i serif >"$work/found"
	none 'nor a serif, where none is wanted' "$work/found"
	pdffonts "$file" | awk 'NR > 2 && !/ yes yes yes +[0-9]+ +0$/' >"$work/found"
	none 'all fonts are embedded, in part, and tell characters' "$work/found"
	pdfinfo -struct-text "$file" >"$work/tree" 2>&1
	in_order 'it is tagged in the order in which it is read' "$work/tree" 'P (block)' '"Score report"' 'H1 (block)' '"A small exam"' '"Candidate"' '"Joe"' '"Form"' \
		'H2 (block)' '"Did not pass"' '"Your score"' '"500"' '"Passing score"' '"750"' '"Scale"' '"100–1000"' 'H2 (block)' '"Sections"' 'Read this table' \
		'Table' TR TH '/Scope /Column' '"Section"' TH '"Correct"' TH '"Classification"' TR TH '/Scope /Row' '"Ships"' TD '"1 / 3"' TD '"Needs improvement"' \
		TR TH '/Scope /Row' '"Weather"' 'H2 (block)' '"What the result means"'
	[ "$(grep -c '"Your score"' "$work/tree")" -eq 1 ]
	ok $? 'drawings are left out, as their numbers are there'
	plain "$file" >"$work/plain"
	has 'language, verdict, artifacts' "$work/plain" '/Lang (en)' '/DisplayDocTitle true' '/Marked true' '/ActualText (Result: Did not pass)' '/Artifact BMC'
	has_not 'no date' "$work/plain" CreationDate ModDate
	awk '/ (BDC|BMC)$/ { n += gsub(/B[DM]C/, "&") } /^EMC/ { n -= gsub(/EMC/, "&") }
		/^stream/ { n = 0 } /(^| )(TJ|Tj|Do|f)$/ && n < 1 && page { print NR ": " $0 } /^%% Contents for page/ { page = 1 } /^endstream/ { page = 0 }' \
		"$work/plain" >"$work/found"
	none 'nothing is drawn that belongs nowhere' "$work/found"
	awk '/^\/Artifact BMC/ { artifact = 1 } /^EMC/ { artifact = 0 } /^%% Contents for page/ { page = 1 } /^endstream/ { page = 0 }
		page && / re (f|S)$|^(f|f\*|S)$/ { n++; if (!artifact) print NR ": " $0 } END { if (n < 12) print n + 0 " drawings" }' "$work/plain" >"$work/found"
	none 'and no drawing belongs to a text' "$work/found"
	if command -v pdftoppm >/dev/null; then
		for file in "$work/pdf/reports/$name-Jane.pdf" "$work/options-pdf/reports/$name-Jane.pdf" "$work/odd-pdf/reports/$name-_000006.pdf"; do
			inside "nothing is drawn near the edge: ${file#"$work"/}" "$file"
		done
	fi
	for file in pdf/reports/$name-Pat options-pdf/reports/$name-Pat odd-pdf/reports/$name-_000006; do apart "no word stands on another one: $file" "$work/$file.pdf"; done
fi

# A form of many sections with long titles, still on one page.

twelve=$work/twelve
mkdir -p "$twelve/items" "$twelve/forms"
awk -v bank="$twelve" -v scoring="$scale" 'BEGIN {
	exam = bank "/exam.xml"; items = bank "/items/all.xml"; form = bank "/forms/A.xml"; ns = " xmlns=\"urn:itemwright:1\""
	print "<exam" ns " id=\"twelve\" version=\"1\" xml:lang=\"en\"><title>The Certified Professional Examination in the Design, Operation, Governance, and Continuous Improvement of Information Systems</title>" \
		"<blueprint scored=\"12\" tolerance=\"9\">" >exam
	print "<items" ns ">" >items
	print "<form" ns " id=\"A\" exam=\"twelve\" version=\"1\" seed=\"1\"><title>A</title>" >form
	for (i = 1; i <= 12; i++) {
		print "<domain id=\"d" i "\" weight=\"" (i == 1 ? 12 : 8) "\"><title>Domain " i " on Integration, Management, and Compliance</title></domain>" >exam
		print "<item id=\"i" i "\" domain=\"d" i "\" status=\"approved\"><stem><p>What is number " i "?</p></stem><multiple-choice shuffle=\"no\"><key>It is " i \
			"</key><distractor>It is not " i "</distractor><distractor>It may be " i "</distractor></multiple-choice></item>" >items
		print "<item ref=\"i" i "\"/>" >form
	}
	print "</blueprint><item-types><multiple-choice/></item-types>" scoring "<lint>" >exam
	n = split("writing/missing-reference bank/near-duplicate", off, " ")
	for (i = 1; i <= n; i++) print "<rule id=\"" off[i] "\" severity=\"off\"/>" >exam
	print "</lint></exam>" >exam; print "</items>" >items; print "</form>" >form
}'
pack twelve-p "$twelve"
key=$work/twelve-p/twelve-A-1.key.zip
{ printf candidate; printf ',q%d' 1 2 3 4 5 6 7 8 9 10 11 12; printf '\nJane,A,A,B,A,,A,A,A,A,A,C,A\n'; } >"$work/in.csv"
for kind in $kinds; do
	check "$kind: twelve sections" 0 score "twelve-$kind" --reports $kind
	reads "$kind: all of them are there" "$work/twelve-$kind/reports/twelve-A-1-Jane.$kind" 'Continuous Improvement of Information Systems' 'Domain 1 on' 'Domain 12 on Integration' 'What the result means'
done
if has_pdf; then
	for paper in a4 letter; do
		check "twelve sections on $paper" 0 score "twelve-$paper" --reports pdf --option pdf.paper=$paper
		[ "$(pdfinfo "$work/twelve-$paper/reports/twelve-A-1-Jane.pdf" | sed -n 's/^Pages: *//p')" = 1 ]
		ok $? "twelve sections on $paper: one page"
		apart "twelve sections on $paper: no word stands on another one" "$work/twelve-$paper/reports/twelve-A-1-Jane.pdf"
	done
	check 'twelve sections in large print' 0 score twelve-large --reports pdf --option pdf.size=large
	file=$work/twelve-large/reports/twelve-A-1-Jane.pdf
	last=$(pdfinfo "$file" | sed -n 's/^Pages: *//p')
	[ "$last" -gt 2 ]
	ok $? 'twelve sections in large print: more than two pages'
	for page in $(seq 2 "$last"); do
		pdftotext -f $page -l $page "$file" - >"$work/page"
		grep -q "^Page $page of $last" "$work/page" && grep -q '^Jane' "$work/page" || echo "page $page"
	done >"$work/found"
	none 'which tell whose they are and their number' "$work/found"
	pdfinfo -struct-text "$file" >"$work/tree" 2>&1
	for page in $(seq 2 "$last"); do
		pdftotext -f $page -l $page "$file" "$work/page"
		if grep -q '^Domain' "$work/page"; then grep -c '^Classification' "$work/page"; fi
	done >"$work/heads"
	[ "$(wc -l <"$work/heads")" -ge 2 ] && [ "$(sort -u "$work/heads")" = 1 ] && [ "$(grep -c '"Classification"' "$work/tree")" -eq 1 ] && [ "$(grep -cE '^ *TR' "$work/tree")" -eq 13 ]
	ok $? 'the head of the table is repeated, and is told once'
	qpdf --check "$file" >"$work/log" 2>&1
	ok $? 'qpdf finds nothing wrong with it' "$work/log"
fi
cp "$work/first.csv" "$work/in.csv"

# A title that is one word without end.

word=$(printf 'Seemannschaft%.0s' 1 2 3 4 5 6 7 8 9)
exam en "$scale" "$word" | sed "s|>Weather<|>$word<|" >"$bank/exam.xml"
pack wide-p "$bank"
key=$work/wide-p/$name.key.zip
for kind in $kinds; do
	check "$kind: an endless word" 0 score "wide-$kind" --reports $kind
	words_of "$work/wide-$kind/reports/$name-Joe.$kind" | tr -d ' ' >"$work/read"
	has "$kind: an endless word is all there" "$work/read" SectionCorrectClassificationShips1/3 "$word"
done
if has_pdf; then apart 'pdf: an endless word stands on no other one' "$work/wide-pdf/reports/$name-Joe.pdf"; fi
key=$work/p/$name.key.zip

# Languages; tests/languages.t tells whether each has all words, and the same on paper.

language() { # LANG DIR TITLE WORDS...
	lang=$1 dir=$2 title=$3
	shift 3
	case ${IW_QUICK:+quick}-$lang in quick-he | -*) ;; *) skip "$lang" IW_QUICK; return ;; esac
	exam "$lang" "$scale" "$title" >"$bank/exam.xml"
	pack "p-$lang" "$bank"
	key=$work/p-$lang/$name.key.zip
	for kind in $kinds; do
		check "$kind, $lang: reports" 0 score "$kind-$lang" --reports $kind
		reads "$kind, $lang: its words" "$work/$kind-$lang/reports/$name-Pat.$kind" "$title" "$@" 750
		for file in "$work/$kind-$lang/reports"/*; do all_of "$file" | grep -aFf "$work/secrets"; done >"$work/found"
		none "$kind, $lang: nothing of an item" "$work/found"
	done
	has "html, $lang: language and direction" "$work/html-$lang/reports/$name-Pat.html" " dir=\"$dir\"><head>"
	has_pdf || return
	for file in "$work/pdf-$lang/reports"/*.pdf; do
		qpdf --check "$file" >"$work/log" 2>&1 || cat "$work/log"
		pdfinfo "$file" | grep '^Pages: ' | grep -v ' 1$'
	done >"$work/found"
	none "pdf, $lang: nothing is wrong, and it is one page" "$work/found"
	plain "$work/pdf-$lang/reports/$name-Joe.pdf" >"$work/plain"
	has "pdf, $lang: language" "$work/plain" "/Lang ($lang)"
	grep -q '/Direction /R2L' "$work/plain" && found=rtl || found=ltr
	[ $found = "$dir" ]
	ok $? "pdf, $lang: direction"
}
language de ltr 'Kleine Prüfung' Ergebnisbericht Bestanden 'Ihr Ergebnis' 'Anforderungen erfüllt' 'Verbesserung nötig' 'Was das Ergebnis bedeutet'
language es ltr 'Un examen' 'Informe de resultados' Aprobado 'Puntuación para aprobar' 'Necesita mejorar'
language fr ltr 'Un examen' 'Relevé de résultats' Réussi 'Score de réussite' 'Compétences acquises' 'À améliorer' 'Ce que signifie le résultat'
language ja ltr '小さな試験' スコアレポート 合格 あなたのスコア 改善が必要です 結果の見方
language ar rtl 'اختبار صغير' 'تقرير الدرجات' 'ناجح' 'يحتاج إلى تحسين' 'ماذا تعني النتيجة'
language he rtl 'מבחן קטן' 'דוח תוצאות' 'ציון עובר' 'טעון שיפור' 'מה משמעות התוצאה'
language pt-BR ltr 'Um exame' 'Score report' 'Pass' 'Needs improvement'
key=$work/p/$name.key.zip

# For all who read.

players=${PLAYERS_DIR:-${builddir:-.}/tests/players}
[ -d "$players/node_modules" ] || players=$srcdir/tests/players
vnu=$players/node_modules/vnu-jar/build/dist/vnu.jar
set -- "$work/html/reports/$name-Jane.html" "$work/html/reports/$name-_000005.html" "$work/html/reports/$name-_000006.html" "$work/raw-html/reports/$name-Joe.html" \
	"$work/odd-html/reports/$name-_000006.html" "$work/options-html/reports/$name-Joe.html" "$work/wide-html/reports/$name-Joe.html" "$work/twelve-html/reports/twelve-A-1-Jane.html"
for lang in ar de fr he ja pt-BR; do [ ! -d "$work/html-$lang" ] || set -- "$@" "$work/html-$lang/reports/$name-Joe.html"; done
# Each under a name that tells which it is.
mkdir "$work/pages"
for file in "$@"; do
	folder=${file%/reports/*}
	cp "$file" "$work/pages/${folder##*/}-${file##*/}"
done
if ! command -v java >/dev/null || [ ! -f "$vnu" ]; then
	skip 'valid HTML' 'java or vnu-jar is not installed'
else
	check 'valid HTML' 0 java -jar "$vnu" --stdout "$work/pages"/*.html
	none 'without a warning' "$work/out"
fi
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
if ! command -v node >/dev/null || [ -z "$CHROMIUM" ]; then
	skip 'in a browser' 'node or chromium is not installed'
elif [ ! -d "$players/node_modules/axe-core" ]; then
	skip 'in a browser' 'npm ci --ignore-scripts in tests/players installs what it needs'
else
	export CHROMIUM
	PLAYERS_DIR=$players node "$srcdir/tests/players/page.mjs" "$work/pages"/*.html >"$work/found" 2>&1
	none 'axe-core finds nothing, in light, in dark, with forced colours, on a phone' "$work/found"
	sed 's|<h2 id="verdict">|<h4 id="verdict">|; s|</h2>|</h4>|; s|--soft: #[0-9a-f]*|--soft: #ccc|g' "$work/html/reports/$name-Jane.html" >"$work/bad.html"
	PLAYERS_DIR=$players node "$srcdir/tests/players/page.mjs" "$work/bad.html" >"$work/found" 2>&1
	has 'and a page that is wrong is found to be' "$work/found" 'bad.html, light: ' 'bad.html, forced: '
fi
finish
