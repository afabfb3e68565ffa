# SPDX-License-Identifier: Apache-2.0
# The pdf plugin: documents that are whole, tagged, readable in every script, the same every time, and without answers
# where they may have none. The bank in tests/pdf/bank holds all that a page can hold.
. "$srcdir/tests/lib.sh"
. "$srcdir/tests/pdf/helpers.sh"

"$IW" plugins 2>/dev/null | grep -q '^pdf ' || { echo '1..0 # SKIP the pdf plugin is not built: its libraries are missing'; exit 0; }
for tool in qpdf pdftotext pdfinfo pdffonts pdftoppm; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP there is no $tool"; exit 0; }
done

# The parts.

good_export 'the booklet is what is made of the candidate view' "$work/c" "$bank" A
good_export 'so is the answer sheet' "$work/c" "$bank" A --option pdf.part=sheet
good_export 'the full view has all of them' "$work/f" "$bank" A --view full --option pdf.part=all
ls "$work/c" "$work/f" >"$work/list"
printf '%s\n' "$work/c:" $name-booklet.pdf $name-sheet.csv $name-sheet.pdf '' "$work/f:" $name-booklet.pdf $name-key.pdf $name-sheet.csv $name-sheet.pdf >"$work/wanted"
same 'and nothing else' "$work/list" "$work/wanted"
for part in key all; do
	export_to "$work/none" "$bank" A --option pdf.part=$part
	[ "$got" -eq 1 ] && [ ! -e "$work/none" ]
	ok $? "the candidate view makes no pdf.part=$part"
	says "and says what to do about pdf.part=$part" 'the answer key needs the full view: add --view full'
done
for file in "$work"/c/*.pdf "$work"/f/*.pdf; do
	check "qpdf finds nothing wrong with ${file#"$work"/}" 0 qpdf --check "$file"
	says_not "nor anything odd" WARNING
done

# The same bytes, wherever and from whichever view.

TZ=Asia/Tokyo LC_ALL=ja_JP.UTF-8 LANG=ja_JP.UTF-8 LANGUAGE=ja PANGO_LANGUAGE=ja HOME=/nonexistent \
	export_to "$work/again" "$bank" A --view full --option pdf.part=all
same_tree 'another time zone, locale and home make no difference' "$work/f" "$work/again"
for part in booklet sheet; do
	same "the $part is the same from either view" "$work/c/$name-$part.pdf" "$work/f/$name-$part.pdf"
done
run at "$bank" "$IW" export A --to text,pdf -o "$work/both"
same 'beside another plugin too' "$work/c/$name-booklet.pdf" "$work/both/pdf/$name-booklet.pdf"
plain "$work/c/$name-booklet.pdf" >"$work/plain"
has_not 'no date' "$work/plain" CreationDate ModDate
SOURCE_DATE_EPOCH=1790000000 export_to "$work/dated" "$bank" A
plain "$work/dated/$name-booklet.pdf" >"$work/dated.txt"
has 'unless SOURCE_DATE_EPOCH asks for one' "$work/dated.txt" '/CreationDate (D:20260921141320Z)'

# No answers: neither in what is shown, nor in what is not.

secrets='SECRET-RATIONALE|Typesetting|example\.org|Unscored|unscored|flow\.svg|dot\.gif|(japanese|hebrew|formulas)'
for part in booklet sheet; do
	for view in c f; do
		plain "$work/$view/$name-$part.pdf" | grep -aE "$secrets" >"$work/found"
		pdftotext "$work/$view/$name-$part.pdf" - | grep -E "$secrets" >>"$work/found"
		none "the $part of view $view holds no key, rationale, domain or name of the author's" "$work/found"
	done
done
flat "$work/f/$name-key.pdf" >"$work/key"
has 'the key has rationales, references, domains and names' "$work/key" SECRET-RATIONALE-latin SECRET-RATIONALE-order \
	SECRET-RATIONALE-whole SECRET-RATIONALE-match 'The guide https://example.org/guide' 'A book, page 12' Typesetting japanese
has 'and the answers, and what does not count' "$work/key" 'Answer: A B D' 'Answer: 1-A 2-B 3-C' 'Unscored' '12 scored, 1 unscored' \
	'Confidential: contains the answers' 'Place 3' 'Matches B' 'Matches no prompt'

if command -v pdftohtml >/dev/null; then
	pdftohtml -xml -i -stdout "$work/f/$name-key.pdf" >"$work/fonts" 2>"$work/log"
	[ "$(grep -c '<b>✓</b>' "$work/fonts")" -eq 12 ] && [ "$(grep -c '>✗<' "$work/fonts")" -gt 20 ] && ! grep -q '<b>✗' "$work/fonts"
	ok $? 'what is right stands out' "$work/fonts"
else
	skip 'what is right stands out' 'there is no pdftohtml'
fi

# The same questions with other answers make the same booklet and sheet, from either view.
copy_bank "$bank" "$work/other"
sed -i 's|<key id="a">short<rationale>[^<]*</rationale></key><distractor id="b">shorter</distractor>|<distractor id="a">short</distractor><key id="b">shorter<rationale>Other.</rationale></key>|' \
	"$work/other/items/scripts.xml"
sed -i 's|<distractor id="d1">\(Print[^<]*\)<rationale>[^<]*</rationale></distractor>|<step id="d1">\1</step>|; s|<step id="s3">Export it.</step>|<distractor id="s3">Export it.</distractor>|
	s|match="r1"|match="r4"|; /<reference/d; /<rationale>SECRET-RATIONALE-whole/d' "$work/other/items/blocks.xml"
sed -i 's|<item ref="matching" scored="no"/>|<item ref="matching"/>|; s|<item ref="korean"/>|<item ref="korean" scored="no"/>|' "$work/other/forms/A.xml"
sed -i 's|Typesetting|Lettering|' "$work/other/exam.xml"
good_export 'the same questions with other answers' "$work/other-out" "$work/other" A --view full --option pdf.part=all
same 'the table of bubbles does not tell which' "$work/c/$name-sheet.csv" "$work/other-out/$name-sheet.csv"
for part in booklet sheet; do
	same "the $part does not tell which" "$work/c/$name-$part.pdf" "$work/other-out/$name-$part.pdf"
done
flat "$work/other-out/$name-key.pdf" >"$work/key"
has 'but the key does' "$work/key" 'Answer: A B C' 'Answer: 1-D 2-B 3-C' Lettering

# What can be read.

book=$work/c/$name-booklet.pdf
flat "$book" >"$work/text"
has 'Latin, Cyrillic and Greek can be read' "$work/text" 'Zażółć gęślą jaźń. „Größe“ naïve café ½ ≤ ∑ √2 → ∞ €' \
	'Что такое кворум в распределённой системе?' 'Ποια είναι η σημασία της' 'An office affair: flux,' 'AΑА'
has 'Japanese, Chinese and Korean can be read' "$work/text" '分散システムにおける合意アルゴリズムの役割は何ですか。' \
	'数据库索引为什么会减少随机读取？' '데이터 복제의 목적은 무엇입니까?'
has 'Hebrew and Arabic can be read' "$work/text" 'מהי מטרת האימות הדו־שלבי?' 'הטובה ביותר' 'הגנה על חשבון המשתמש גם כאשר הסיסמה נחשפה' \
	'النسخ الاحتياطي الكامل' 'الفرق بين' 'النسخ الكامل أبطأ لكنه أسهل عند الاستعادة'
has 'code can be read' "$work/text" 'def retrieve(query: str, *, top_k: int = 5) -> list[Chunk]:' '# 中文注释 emphasis strong' '↪'
pdftotext -raw "$book" "$work/raw"
in_order 'it is in the order in which it is read' "$work/raw" 'Of Presses and Pages' 'Do not open this booklet' 'Before you begin' \
	'Zażółć' 'A short' 'B shorter' 'C a little longer' 'D no' 'A team runs' 'Which change reduces' 'A Set' 'C Use' 'Measurements of a week' \
	'Price per' 'Small' 'Medium' 'Large' 'The diagram' 'From request to answer' 'The roots of' 'Select and order' 'A Lint' 'D Export' \
	'1 Files that' '3 Records' 'A Standard' 'D One zone' 'As of 2026' 'End of the questions'
pdffonts "$book" >"$work/fonts"
awk 'NR > 2 && !/ yes yes yes +[0-9]+ +0$/' "$work/fonts" >"$work/found"
[ "$(wc -l <"$work/fonts")" -gt 12 ] && [ ! -s "$work/found" ]
ok $? 'all fonts are embedded, in part, and tell characters' "$work/fonts"

# What is told to those who do not see it.

pdfinfo -struct-text "$book" >"$work/tree" 2>&1
for tag in H1 H2 H3 P L LI Lbl LBody Table Caption TR TH TD Figure Formula Code Note Link Span; do
	grep -qE "^ *$tag( |:|\$)" "$work/tree" || echo "$tag"
done >"$work/found"
none 'there is an element of each kind' "$work/found"
in_order 'in the order in which they are read' "$work/tree" 'H1 (block)' '"Of Presses and Pages"' '"1"' '"A team runs this function."' \
	'Code (inline)' '"Measurements of a week"' 'TH' '/Scope /Column' '"Model"' '/Scope /Row' '"Small"' 'Figure' 'Formula' '"As of 2026."' '"13"'
has 'spans of cells' "$work/tree" '/RowSpan 2' '/ColSpan 2'
has_not 'lines are not run together' "$work/tree" 'theMOST' 'recordsquality' 'rankedwhile'
has 'title, language, order of tabs, that it is tagged' "$work/plain" '/Lang (en)' '/DisplayDocTitle true' '/Marked true' '/Tabs /S' \
	'/Creator (Itemwright)' '<dc:language><rdf:Bag><rdf:li>en</rdf:li>'
check 'the title is that of exam and form' 0 pdfinfo "$book"
says 'the title is that of exam and form' 'Of Presses and Pages – Form A – Question booklet' 'Tagged:' '1.7'
has 'pictures and formulas have words' "$work/plain" '/Alt (A request goes from the user to a retriever, then to a model)' \
	'/Alt (x equals minus b plus or minus the root of b squared minus 4 a c, over 2 a)' '/Alt (ax^2+bx+c=0)'
has 'questions say their name' "$work/plain" '/ActualText (Question 12)'
has 'text in another language says so' "$work/plain" '/Lang (ja)' '/Lang (zh-Hans)' '/Lang (ar)' '/Lang (he)'
has 'running headers are artifacts, and text from right to left is marked' "$work/plain" '/Artifact BMC' '/ReversedChars BMC'
awk '/ (BDC|BMC)$/ { n += gsub(/B[DM]C/, "&") } /^EMC/ { n -= gsub(/EMC/, "&") }
	/^stream/ { n = 0 } /(^| )(TJ|Tj|Do)$/ && n < 1 && page { print NR ": " $0 } /^%% Contents for page/ { page = 1 } /^endstream/ { page = 0 }' \
	"$work/plain" >"$work/found"
none 'nothing is drawn that belongs nowhere' "$work/found"
[ "$(grep -ac '^  /Title (Question [0-9]*)$' "$work/plain")" -eq 13 ]
ok $? 'each question is in the outline'
plain "$work/f/$name-key.pdf" >"$work/plain-key"
has 'links of the key lead out and within, and belong to elements' "$work/plain-key" '/URI (https://example.org/guide)' '/Type /OBJR' \
	'/Contents (https://example.org/guide)' '/Contents (Question 3)' '/StructParent '
has_not 'links of the booklet stay within' "$work/plain" /URI

# What is on a page stays on it, each word in its place.

for file in "$work"/f/*.pdf; do inside "${file##*/}: nothing is drawn near the edge" "$file"; done

# Formulas: each element of the schema is in the bank, and set.

sed -n 's/.*<xs:element name="\([a-z]*\)".*/\1/p' "$srcdir/schemas/mathml.xsd" | sort -u >"$work/elements"
while read -r e; do grep -qF "<m:$e" "$bank/items/math.xml" || echo "$e"; done <"$work/elements" >"$work/found"
none 'the bank has every element of MathML that the schema has' "$work/found"
export_to "$work/c" "$bank" A
none 'all of them are known' "$work/err"
sed -n '/^ *"6"/,/^ *"7"/p' "$work/tree" >"$work/six"
for token in mi 42 mtext ms n1 d1 n2 d2 s1 s2 b3 i3 st er pd f1 f2 b4 u4 b5 p5 b6 u6 p6 b7 u7 b8 o8 b9 u9 o9 bA uA vA qA t1 t2 t3 sm 12 س; do
	grep -qF -e "$token" "$work/six" || echo "$token"
done >"$work/found"
none 'each of their tokens is there' "$work/found"
grep -E '^ *\".*(ph|NOT-SHOWN)' "$work/six" >"$work/found"
none 'but what is not to be seen' "$work/found"

# Options.

size_of "$book" >"$work/out"
says 'A4' 'A4'
good_export 'Letter and large print' "$work/large" "$bank" A --view full --option pdf.paper=letter --option pdf.size=large --option pdf.part=all
for part in booklet sheet key; do
	check "large print, $part: qpdf finds nothing wrong" 0 qpdf --check "$work/large/$name-$part.pdf"
	size_of "$work/large/$name-$part.pdf" >"$work/out"
	says "large print, $part: Letter" 'letter'
done
plain "$work/large/$name-booklet.pdf" | grep -aoE '^[0-9.]+ 0 0 -[0-9.]+ [0-9.]+ [0-9.]+ Tm' | cut -d ' ' -f 1 | sort -n | uniq -c >"$work/sizes"
awk '{ all += $1 } $2 >= 18 { large += $1 } END { exit !(large > 0.75 * all) }' "$work/sizes"
ok $? 'large print is 18 points, but for scripts and bubbles' "$work/sizes"
for part in booklet sheet key; do inside "large print, $part: nothing is drawn near the edge" "$work/large/$name-$part.pdf"; done
good_export 'large print without formulas and scripts' "$work/small" "$srcdir/tests/banks/small" A --option pdf.size=large
plain "$work/small/small-A-1-booklet.pdf" | awk '/ Tm$/ { n++; if ($1 < 18 && $1 !~ /^11\.[34]/) print } END { if (!n) print "no text" }' >"$work/found"
none 'has no letter that is smaller, but in bubbles' "$work/found"
good_export 'a sans, a publisher and a notice' "$work/sans" "$bank" A --option pdf.typeface=sans --option pdf.publisher='The <Press> & Sons' \
	--option pdf.notice='Do not copy.'
flat "$work/sans/$name-booklet.pdf" >"$work/text-sans"
has 'publisher and notice are on the cover' "$work/text-sans" 'The <Press> & Sons' 'Do not copy.'
pdffonts "$work/sans/$name-booklet.pdf" | grep -E 'NotoSerif-(Regular|Bold)' >"$work/found"
none 'no serif in the text' "$work/found"

# The answer sheet.

sheet=$work/c/$name-sheet.pdf
pdftotext -layout "$sheet" - | tr -s ' ' >"$work/rows"
for row in '1 A B C D' '7 1 A B C D' '2 A B C D' '3 A B C D' '8 1 A B C D' '13 A B C'; do
	grep -qF -e "$row" "$work/rows" || echo "$row"
done >"$work/found"
none 'rows of bubbles for each type' "$work/found"
# A circle is four curves. 80 of the candidate's number, and 4 3 4 2 4 2 3*4 3*4 4 4 3 3 3 of the questions.
[ "$(plain "$sheet" | grep -ac ' c$')" -eq $((4 * (80 + 60))) ]
ok $? 'and not one more'
positions() { # WHAT FOLDER/NAME: the table tells where the letters are, to half a millimetre
	pdftotext -bbox "$2.pdf" - | tr -d '"' | awk -F '[=<> ]+' -v table="$2.csv" '
		$2 == "page" { page++ }
		$2 == "word" && length($11) == 1 { n++; P[n] = page; X[n] = ($4 + $8) / 2; Y[n] = ($6 + $10) / 2; word[n] = $11 }
		END {
			while ((getline line <table) > 0) {
				split(line, field, ",")
				if (!rows++) continue
				for (i = 1; i <= n; i++) {
					dx = X[i] / 72 * 25.4 - field[5]; dy = Y[i] / 72 * 25.4 - field[6]
					if (P[i] == field[1] && word[i] == field[4] && dx * dx + dy * dy < 0.3) break
				}
				if (i > n) print "not there: " line
			}
			print rows
		}' >"$work/out"
	tr -d '\r' <"$work/out" | grep -v '^[0-9]*$' >"$work/found"
	none "$1" "$work/found"
}
positions 'the table of bubbles tells where they are' "$work/c/$name-sheet"
says 'all of them' 141
has 'and for what they stand' "$work/c/$name-sheet.csv" 'page,question,row,letter,x,y' '1,candidate,8,9,' '1,q1,,A,' '1,q7,3,D,' '1,q8,1,A,'
positions 'in large print too' "$work/large/$name-sheet"
pdftoppm -r 25.4 -gray -f 1 -l 1 "$sheet" "$work/sheet"
width=$(sed -n '2{s/ .*//p;q}' "$work/sheet-1.pgm") header=$(head -n 3 "$work/sheet-1.pgm" | wc -c)
pixel() { # X Y in millimetres: its grey
	dd if="$work/sheet-1.pgm" bs=1 skip=$(($header + $2 * $width + $1)) count=1 2>/dev/null | od -An -tu1 | tr -d ' '
}
for at in '12 12' '197 12' '12 284' '197 284' '18 11'; do
	[ "$(pixel $at)" = 0 ] || echo "$at: $(pixel $at)"
done >"$work/found"
[ "$(pixel 20 20)" = 255 ] && [ ! -s "$work/found" ]
ok $? 'registration marks are where docs/pdf.md says' "$work/found"
if command -v zbarimg >/dev/null; then
	pdftoppm -r 200 -f 1 -l 1 -png "$sheet" "$work/scan"
	check 'a scanner reads the bar code' 0 zbarimg -q "$work/scan-1.png"
	says 'it is the form and the page' "CODE-128:$name/1"
else
	skip 'a scanner reads the bar code' 'there is no zbarimg'
fi

# Languages of the pages themselves.

language() { # LANG WORDS...
	lang=$1
	shift
	case ${IW_QUICK:+quick}-$lang in quick-ar | quick-he | -*) ;; *) skip "$lang" IW_QUICK; return ;; esac
	copy_bank "$bank" "$work/bank-$lang"
	sed -i "s/xml:lang=\"en\"/xml:lang=\"$lang\"/" "$work/bank-$lang/exam.xml"
	good_export "$lang: all parts" "$work/out-$lang" "$work/bank-$lang" A --view full --option pdf.part=all
	flat "$work/out-$lang"/*.pdf >"$work/text-$lang"
	has "$lang: its words" "$work/text-$lang" "$@"
	for file in "$work/out-$lang"/*.pdf; do qpdf --check "$file" >"$work/log" 2>&1 || cat "$work/log"; done >"$work/found"
	none "$lang: qpdf finds nothing wrong" "$work/found"
}
language de 'Aufgabenheft' 'Bevor Sie beginnen' 'Antwortbogen' 'Lösungen und Begründungen'
language es 'Cuadernillo de preguntas' 'Hoja de respuestas' 'Clave de respuestas'
language fr 'Cahier de questions' 'Feuille de réponses' 'Corrigé'
language ja '問題冊子' '解答用紙' '正解と解説' '受験番号'
language ar 'كراسة الأسئلة' 'ورقة الإجابة' 'مفتاح الإجابة'
language he 'חוברת שאלות' 'דף תשובות' 'מפתח תשובות'
language pt-BR 'Question booklet' 'Answer sheet'
positions 'ar: the table of bubbles, from right to left' "$work/out-ar/$name-sheet"
awk -F , '$2 == "candidate" { x[$3] = $5 } END { exit !(x[8] - x[1] > 30) }' "$work/out-ar/$name-sheet.csv"
ok $? 'ar: but the number from left to right'
for lang in ar he; do
	plain "$work/out-$lang/$name-booklet.pdf" >"$work/plain"
	has "$lang: pages from right to left" "$work/plain" '/Direction /R2L' "/Lang ($lang)"
done
pdftotext -bbox -f 2 -l 2 "$work/out-ar/$name-booklet.pdf" - | sed -n 's/.*xMin="\([0-9]*\).*>1<.*/\1/p' >"$work/x"
[ "$(head -n 1 "$work/x")" -gt 500 ]
ok $? 'ar: numbers hang on the right' "$work/x"

. "$srcdir/tests/pdf/hard.sh"
. "$srcdir/tests/pdf/marks.sh"

# Other banks.

good_export 'the bank of hard text' "$work/qti" "$srcdir/tests/banks/qti" A --view full --option pdf.part=all
for file in "$work"/qti/*.pdf; do check "${file##*/}: qpdf finds nothing wrong" 0 qpdf --check "$file"; done
flat "$work/qti/3hard-A-1-booklet.pdf" >"$work/text"
has 'its text is as it was written' "$work/text" 'Template {{7*7}} and {{{8*8}}} and {{9*9}} and {{6*6}} and ${{ github.ref }}.' \
	'Markup: <script>alert(1)</script> &amp; "quoted" '"'single'"' ]]> <b>]]&gt;</b> {{5*5}}' 'All times are UTC.'
hostile=$(sed -n 's/.*<form [^>]* id="\([^"]*\)".*/\1/p' "$srcdir/tests/banks/hostile/forms/hostile.xml")
good_export 'names as long as they may be' "$work/long" "$srcdir/tests/banks/hostile" "$hostile"
apart 'stand on no other words' "$work"/long/*-booklet.pdf
pdftotext -raw -l 1 "$work"/long/*-booklet.pdf "$work/out"
says 'the first page says that the booklet is not to be opened yet' 'Do not open this booklet until you are told to.' 'How to answer'
good_export 'the example bank' "$work/aip" "$srcdir/examples/aip-c01" A --view full --option pdf.part=all
for file in "$work"/aip/*.pdf; do check "${file##*/}: qpdf finds nothing wrong" 0 qpdf --check "$file"; done
book=$work/aip/aip-c01-A-1-booklet.pdf
pages=$(pdfinfo "$book" | sed -n 's/^Pages: *//p')
page=2
while [ "$page" -le "$pages" ]; do
	pdftotext -raw -f $page -l $page "$book" - | grep -vE '^(AWS Certified|Form A|aip-c01|Page |Go on)' | head -n 1 | grep -qE '^[0-9]+ |^End of' || echo "page $page"
	page=$((page + 1))
done >"$work/found"
none 'no question is divided that fits on a page' "$work/found"
pdftotext -raw "$book" - | sed -n 's/^\([0-9][0-9]*\) [A-Z].*/\1/p' | awk '$1 == n + 1 { n++ } END { print n + 0 }' >"$work/last"
[ "$(cat "$work/last")" -eq 75 ]
ok $? 'its 75 questions follow one another' "$work/last"
apart 'no word stands on another one' "$book"
apart 'nor on the sheet' "$work/aip/aip-c01-A-1-sheet.pdf"
apart 'nor in the key' "$work/aip/aip-c01-A-1-key.pdf"
pdftotext -raw "$work/aip/aip-c01-A-1-key.pdf" - | tee "$work/key" | grep -E 'https?://[^ ]*-$' >"$work/found"
[ "$(grep -c 'https://' "$work/key")" -gt 75 ] && [ ! -s "$work/found" ]
ok $? 'no address is divided behind a hyphen, which could be taken for one of the page' "$work/found"
inside 'nothing of the example is drawn near the edge' "$book"
grep -rhoE '<rationale>[^<]{45}' "$srcdir/examples/aip-c01/items" | sed 's/<rationale>//' | sort -u >"$work/rationales"
flat "$book" "$work/aip/aip-c01-A-1-sheet.pdf" >"$work/text"
grep -oFf "$work/rationales" "$work/text" >"$work/found"
[ "$(wc -l <"$work/rationales")" -gt 200 ] && [ ! -s "$work/found" ]
ok $? 'no rationale in booklet and sheet' "$work/found"
good_export 'the example bank in large print' "$work/aip-large" "$srcdir/examples/aip-c01" A --option pdf.size=large
pdftotext -layout "$work/aip-large/aip-c01-A-1-booklet.pdf" - | tr -s ' ' >"$work/rows"
has 'what is short in a table is not broken while its head can be' "$work/rows" 'Model A 128,000 84% 1.9 s 1.0'
pdftotext -f 4 -l 4 "$work/aip-large/aip-c01-A-1-booklet.pdf" "$work/out"
says 'a running head is whole where there is room for it' 'AWS Certified Generative AI Developer - Professional'
pdftotext -raw -l 1 "$work/aip-large/aip-c01-A-1-booklet.pdf" "$work/out"
says 'its first page says that it is not to be opened yet' 'Do not open this booklet until you are told to.'
flat "$work/aip/aip-c01-A-1-key.pdf" >"$work/key"
[ "$(grep -oFf "$work/rationales" "$work/key" | wc -l)" -gt 200 ]
ok $? 'they are in the key'

# Other fonts. A plugin reads below its own folder and the system's, so the settings stand there.

fonts=$(fc-list 2>/dev/null | sed -n 's|/DejaVuSerif\.ttf:.*||p' | head -n 1)
mkdir -p "$work/plugins/pdf" && cp "$builddir/plugins/.libs/pdf.so" "$work/plugins" 2>/dev/null
with_fonts() { # FOLDER OUTPUT: export with the fonts of that folder alone
	printf '<?xml version="1.0"?><fontconfig><dir>%s</dir><cachedir>/var/cache/fontconfig</cachedir></fontconfig>\n' "$1" >"$work/plugins/pdf/fonts.conf"
	FONTCONFIG_FILE=$work/plugins/pdf/fonts.conf ITEMWRIGHT_PLUGIN_PATH=$work/plugins export_to "$2" "$bank" A --view full --option pdf.part=all
}
if [ -n "$fonts" ] && [ -s "$work/plugins/pdf.so" ]; then
	with_fonts "$fonts" "$work/dejavu"
	[ "$got" -eq 0 ]
	ok $? 'other fonts will do' "$work/err"
	[ "$(grep -c 'q9: warning: no installed font has the character U+.*fonts-noto-cjk' "$work/err")" -ge 1 ] && [ "$(wc -l <"$work/err")" -lt 40 ]
	ok $? 'what they lack is told, once for each script and question, with a package' "$work/err"
	pdffonts "$work/dejavu/$name-booklet.pdf" | awk 'NR > 2 && !/DejaVu/' >"$work/found"
	none 'no others are used' "$work/found"
	check 'qpdf finds nothing wrong with them' 0 qpdf --check "$work/dejavu/$name-booklet.pdf"
	with_fonts "$work/plugins/pdf" "$work/fontless"
	[ "$got" -eq 1 ] && [ ! -e "$work/fontless" ]
	ok $? 'without fonts there is nothing'
	says 'but the reason' 'no font to set text in: install Noto Serif or DejaVu Serif (Debian: fonts-noto-core'
else
	skip 'other fonts' 'there is no DejaVu Serif, or the plugin is not in the build folder'
fi
finish
