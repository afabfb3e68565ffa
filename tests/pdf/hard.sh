# SPDX-License-Identifier: Apache-2.0
# For tests/pdf.t: content that is hard to set, one item a form.
hard=$work/hard
mkdir -p "$hard/items" "$hard/forms" "$hard/media"
sed 's/scored="12" unscored="1"/scored="1" unscored="0"/; s/ cut="8.5"//' "$bank/exam.xml" >"$hard/exam.xml"
cat "$bank/media/ramp.png" >"$hard/media/ramp.png"
repeat() { awk -v n="$1" -v s="$2" 'BEGIN { for (i = 1; i <= n; i++) { t = s; gsub(/#/, i, t); printf "%s", t } }'; }
many() { # N CHARACTER
	head -c "$1" /dev/zero | tr '\0' "$2"
}
two='<multiple-choice shuffle="no"><key id="a">first</key><distractor id="b">second</distractor></multiple-choice>'
item() { # ID [INTERACTION]: the stem is on stdin
	{
		printf '<?xml version="1.0" encoding="UTF-8"?>\n<item xmlns="urn:itemwright:1" xmlns:m="http://www.w3.org/1998/Math/MathML" id="%s" domain="d1" status="approved"><stem>' "$1"
		cat
		printf '</stem>%s</item>\n' "${2:-$two}"
	} >"$hard/items/$1.xml"
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<form xmlns="urn:itemwright:1" id="%s" exam="press" version="1" seed="1"><title>T</title><item ref="%s"/></form>\n' \
		"$1" "$1" >"$hard/forms/$1.xml"
}
hard_export() { # ID: its text is in $work/hard.txt, what was said in $work/hard.err
	good_export "$1: exported" "$work/hard-out" "$hard" "$1"
	cp "$work/err" "$work/hard.err"
	hard_pdf=$work/hard-out/press-$1-1-booklet.pdf
	check "$1: qpdf finds nothing wrong" 0 qpdf --check "$hard_pdf"
	pdftotext -raw "$hard_pdf" "$work/hard.txt"
	pages=$(pdfinfo "$hard_pdf" | sed -n 's/^Pages: *//p')
}
count() { grep -o -e "$1" "$work/hard.txt" | wc -l; }

{ printf '<p>Before.</p><pre>'; many 100000 '@'; printf '</pre><p>After.</p>'; } | item line
hard_export line
[ "$(count @)" -eq 100000 ] && [ "$pages" -gt 20 ]
ok $? 'a line of code of 100 kB is all there'
inside 'and on its pages' "$hard_pdf"
{ printf '<p>'; many 60000 '@'; printf '</p>'; } | item word
hard_export word
[ "$(count @)" -eq 60000 ]
ok $? 'so is a word of 60 kB'
{ printf '<table><thead><tr><th>Head</th><th>Other</th></tr></thead><tbody>'; repeat 600 '<tr><td>row-#.</td><td>x</td></tr>'
	printf '</tbody></table>'; } | item table
hard_export table
[ "$(count 'row-[0-9]*\.')" -eq 600 ] && [ "$(tr '\f' '\000' <"$work/hard.txt" | grep -zc 'row-')" -eq "$(count 'Head Other')" ]
ok $? 'a table of 600 rows is all there, its head on every page'
[ "$(pdfinfo -struct-text "$hard_pdf" | grep -c '"Head"')" -eq 1 ]
ok $? 'which is read out once'
{ printf '<table><tr><td>'; repeat 3000 'word# '; printf '</td><td>short</td></tr></table>'; } | item cell
hard_export cell
in_order 'a cell that is longer than a page is all there' "$work/hard.txt" word1 word500 word1000 word1500 word2000 word2500 word3000
{ repeat 150 '<p>Paragraph # of a question that is longer than a page.</p>'; } | item long
hard_export long
[ "$(count 'Paragraph [0-9]* of')" -eq 150 ] && [ "$pages" -ge 5 ]
ok $? 'so is a question that is longer than a page'
printf '<p>Big.</p><figure><img src="media/ramp.png" alt="a ramp" width="4000" height="9000"/></figure>' | item picture
hard_export picture
plain "$hard_pdf" | awk '/\/BBox/ { getline; l = $1; getline; b = $1; getline; r = $1; getline; t = $1; n++; if (l < 30 || b < 30 || r > 565 || t > 812) print l, b, r, t } END { if (!n) print "no box" }' >"$work/found"
none 'a picture that is larger than the page is on it' "$work/found"
{ printf '<p>Markup &lt;b&gt; &amp;amp; {{7*7}} ]]&gt; (/P &lt;&lt; /MCID 0 &gt;&gt; BDC) EMC ET \\( \\ '
	printf '\342\200\256OVERRIDE\342\200\254 \342\201\247unclosed \357\277\274 end</p>'
	printf '<pre>if (admin) { \342\200\256} // \327\251\327\234\327\225\327\235</pre><p>After.</p>'; } | item markup
hard_export markup
has 'markup is text' "$work/hard.txt" 'Markup <b> &amp; {{7*7}} ]]> (/P << /MCID 0 >> BDC) EMC ET' 'if (admin) {' After.
pdfinfo -struct-text "$hard_pdf" >"$work/tree"
has 'and text is no markup' "$work/tree" '"1"' '"first"' '"After."'
{ repeat 20 '<ul><li>level-#'; repeat 20 '</li></ul>'; } | item deep
hard_export deep
in_order 'lists in lists' "$work/hard.txt" level-1 level-10 level-20
# What is wider than there is room for: code in wide letters, a table of many columns, quotations within quotations.
{ printf '<pre>'; repeat 300 '⇒'; echo; repeat 150 '中'; echo; repeat 40 'سلام عليكم '; echo; repeat 80 'ไทย'; printf '</pre><table><tr>'
	repeat 40 '<td>column#</td>'; printf '</tr></table>'; repeat 40 '<blockquote>'; printf '<p>at the bottom</p>'; repeat 40 '</blockquote>'
	printf '<p>%s</p>' '<img src="media/ramp.png" alt="wide" width="9000"/> in a line'; } | item wide
hard_export wide
has 'what is too wide' "$work/hard.txt" 'at the bottom' 'in a line'
tr -d '\n ' <"$work/hard.txt" | sed 's/↪//g' >"$work/flat" && mv "$work/flat" "$work/hard.txt"
[ "$(count '⇒')" -eq 300 ] && [ "$(count '中')" -eq 150 ] && [ "$(count 'ไทย')" -eq 80 ]
ok $? 'is all there'
inside 'and on the page' "$hard_pdf"
has 'and a table of many columns is told of' "$work/hard.err" 'q1: warning: a table is too wide for the page'
printf '<p>Which?</p>' | item letters "<multiple-choice shuffle=\"no\"><key id=\"k\">option 0</key>$(repeat 25 '<distractor id="d#">option #</distractor>')</multiple-choice>"
hard_export letters
tr '\n' ' ' <"$work/hard.txt" >"$work/out"
says '26 options' 'A option 0' 'Z option 25'
good_export 'on the sheet' "$work/hard-out" "$hard" letters --option pdf.part=sheet
pdftotext -layout "$work/hard-out/press-letters-1-sheet.pdf" - | tr -s ' \n' ' ' >"$work/out"
says '26 bubbles' '1 A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'
printf '<p/>' | item empty
hard_export empty
has 'a stem that says nothing' "$work/hard.txt" 'A first'
{ printf '<p><m:math>'; repeat 200 '<m:mi>a</m:mi><m:mo>+</m:mo>'; printf '<m:mi>z</m:mi></m:math></p>'; } | item formula
hard_export formula
[ "$(tr -d ' \n' <"$work/hard.txt" | grep -o 'a+' | wc -l)" -eq 200 ]
ok $? 'a formula that is wider than the page goes on below'
# Each level set twice would be 2^40 times.
{ printf '<p><m:math display="block">'; repeat 40 '<m:munder>'; printf '<m:mo>→</m:mo>'; repeat 40 '<m:mi>x</m:mi></m:munder>'
	printf '<m:mi>a</m:mi><m:mo lspace="-90em">+</m:mo><m:mi>far</m:mi></m:math></p>'; } | item nested
hard_export nested
inside 'formulas in formulas are on the page' "$hard_pdf"
printf '<p>Old \315\270 and older \315\270.</p>' | item glyph
hard_export glyph
has 'a character that no font has stands as its number' "$work/hard.txt" 'Old [U+0378] and older [U+0378].'
has 'and is told of, with the question' "$work/hard.err" 'pdf: q1: warning: no installed font has the character U+0378'
[ "$(grep -c 'U+0378' "$work/hard.err")" -eq 1 ]
ok $? 'once'
# Pictures that are damaged, or that would run, load or repeat something.
refused() { # WHAT FILE REASON: the picture of that name in the bank's media
	printf '<p>%s</p><figure><img src="media/%s" alt="x"/></figure>' "$1" "$2" | item refused
	rm -rf "$work/refused"
	export_to "$work/refused" "$hard" refused
	[ "$got" -eq 1 ] && [ ! -e "$work/refused" ]
	ok $? "$1 ends it"
	says 'and is named, with the reason' "$2: $3"
}
{ head -c 200 "$bank/media/ramp.png"; printf 'broken-broken-broken-broken'; tail -c +228 "$bank/media/ramp.png"; } >"$hard/media/ramp.png"
export_to "$work/broken" "$hard" picture
[ "$got" -eq 1 ] && [ ! -e "$work/broken" ]
ok $? 'a broken picture ends it'
says 'and is named' 'pdf: q1: error: the picture m1.png cannot be shown: it is damaged'
head -c 700 "$bank/media/photo.jpg" >"$hard/media/cut.jpg"
refused 'half of a photograph' cut.jpg 'this JPEG file is damaged'
svg() { # FILE: what it holds is on stdin
	{ printf '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">'; cat; printf '</svg>'; } >"$hard/media/$1"
}
echo '<script>1</script>' | svg script.svg
refused 'a picture with a script' script.svg '<script> has no place'
echo '<image href="file:///etc/passwd" width="9" height="9"/>' | svg load.svg
refused 'a picture that loads another' load.svg "the attribute 'href' of <image> runs or loads something"
printf '<!DOCTYPE svg [<!ENTITY e "x">]><svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>' >"$hard/media/entity.svg"
printf '<p>Entity</p><figure><img src="media/entity.svg" alt="x"/></figure>' | item refused
export_to "$work/refused" "$hard" refused
[ "$got" -eq 1 ] && [ ! -e "$work/refused" ]
ok $? 'so does a picture with entities'
