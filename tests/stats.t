# SPDX-License-Identifier: Apache-2.0
# itemwright stats: its figures are right, by hand; its JSON is as the schema says; its page holds no script, asks for
# nothing and can be read by all; hostile text does no harm; the same bytes for any number of threads.
. "$srcdir/tests/lib.sh"
for tool in jq xmllint; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP $tool is not installed"; exit 0; }
done
python=
for candidate in /usr/bin/python3 python3; do
	[ -n "$python" ] || ! $candidate -c 'import jsonschema' 2>/dev/null || python=$candidate
done
figures=$srcdir/tests/banks/figures
twins=$srcdir/tests/banks/twins

json() { # BANK: its figures are left in $work/json
	"$IW" stats --format json "$1" >"$work/json" 2>"$work/err" || bail "there are no figures: $(cat "$work/err")"
}
is() { # WHAT JQ: what it says of $work/json is what stands on stdin
	cat >"$work/wanted"
	# Some versions of jq print 1.0 as it is written.
	jq -c "($2) | walk(if type == \"number\" then . + 0 else . end)" "$work/json" >"$work/got" 2>&1
	diff -u "$work/wanted" "$work/got" >"$work/difference"
	ok $? "$1" "$work/difference"
}
valid() { # WHAT FILE
	[ -n "$python" ] || { skip "$1" 'there is no python3 with jsonschema'; return; }
	"$python" "$srcdir/tests/formats/check.py" schema "$srcdir/schemas/stats.schema.json" "$2" >"$work/found" 2>&1
	none "$1" "$work/found"
}

# Ten items, counted by hand: tests/banks/figures/items/numbers.xml.
json "$figures"
cp "$work/json" "$work/figures.json"
valid 'figures: as the schema says' "$work/json"
tally='[.draft, .review, .approved, .retired, .total]'
is 'the exam' '.version, .exam' <<'END'
1
{"id":"sail","version":"3","title":"Sailing by Numbers","language":"en","minutes":10}
END
is 'items by status' "(.items | $tally), .files" <<'END'
[1,1,7,1,10]
{"items":1,"unread":0}
END
is 'items by type and status' ".types[] | [.type, (.items | $tally)]" <<'END'
["multiple-choice",[1,1,3,1,6]]
["multiple-response",[0,0,2,0,2]]
["ordering",[0,0,1,0,1]]
["matching",[0,0,1,0,1]]
END
is 'items by domain, type and status' ".domains[] | [.id, .title, .weight, (.items | $tally)], (.types[] | select(.items.total > 0) | [.type, (.items | $tally)])" <<'END'
["d1","Ropes",60,[1,1,4,0,6]]
["multiple-choice",[1,1,3,0,5]]
["matching",[0,0,1,0,1]]
["d2","Winds",40,[0,0,2,1,3]]
["multiple-choice",[0,0,0,1,1]]
["multiple-response",[0,0,2,0,2]]
[null,null,null,[0,0,1,0,1]]
["ordering",[0,0,1,0,1]]
END
is 'items by task' ".domains[] | [.id, (.tasks[] | [.id, .title, .items.total]), (.noTask | $tally), (.unknownTask | $tally)]" <<'END'
["d1",["t1","Knots",2],["t2","Splices",2],[1,0,0,0,1],[0,1,0,0,1]]
["d2",[0,0,2,1,3],[0,0,0,0,0]]
[null,[0,0,0,0,0],[0,0,1,0,1]]
END
# A form needs 3 of d1, 2 of d2 and one more; there are 4 and 2.
is 'approved items against the blueprint' '.blueprint | [.scored, .unscored, .approved, .forms], (.supply[] | [.forms, (.domains[] | [.id, .needed, .missing]), .scored, .unscored])' <<'END'
[5,1,6,1]
[1,["d1",3,0],["d2",2,0],{"needed":5,"missing":0},{"needed":1,"spare":1,"missing":0}]
[2,["d1",6,2],["d2",4,2],{"needed":10,"missing":4},{"needed":2,"spare":0,"missing":2}]
[3,["d1",9,5],["d2",6,4],{"needed":15,"missing":9},{"needed":3,"spare":0,"missing":3}]
END
# C of 3; A A B A of 4; A and C, and A, B and C of 5: p is exp(-1), R's pchisq(6, 3, lower.tail = FALSE), and
# exp(-z) (1 + z) with z = 10/3.
is 'key positions' '.keys | (.groups[] | [.type, .options, .items, .positions, .expected, .chiSquare, .degrees, .p, .reliable]), .leftOut' <<'END'
["multiple-choice",3,1,[0,0,1],0.333333,2,2,0.367879,false]
["multiple-choice",4,4,[3,1,0,0],1,6,3,0.11161,false]
["multiple-response",5,2,[2,1,2,0,0],1,6.666667,4,0.154587,false]
0
END
# 10 12 16 20 25 30 40 50 60, of which 10 12 20 50 60 16 25 are approved: six items of 193/7 words.
is 'words to read' '.reading | (.words | [.[]]), (.types[] | [.type, .words.count, .words.mean]), [.histogram[] | [.from, .to, .count]], [.longest[] | [.id, .words]], .longest[0].file, .form' <<'END'
[9,10,16,25,29.222222,40,60]
["multiple-choice",5,22.4]
["multiple-response",2,55]
["ordering",1,16]
["matching",1,25]
[[10,20,3],[20,30,2],[30,40,1],[40,50,1],[50,60,1],[60,70,1]]
[["i7",60],["i6",50],["i5",40],["i4",30],["i10",25],["i3",20],["i9",16],["i2",12],["i1",10]]
"items/numbers.xml"
{"words":165.428571,"wordsPerMinute":238,"minutes":0.695078}
END
is 'statistics' '.statistics | [.items, .of], (.parameters | [.p[]], [.r[]], [.b[]], [.n[]], .a, .c), [.pHistogram[] | select(.count > 0) | [.[]]], [.bHistogram[] | select(.count > 0) | [.[]]], [.low[] | [.id, .r]], .negative' <<'END'
[3,9]
[3,0.5,0.725,0.95,0.816667,0.975,1]
[3,-0.1,0.045,0.19,0.13,0.245,0.3]
[2,-4,-3,-2,-2,-1,0]
[3,100,100,100,133.333333,150,200]
null
null
[[0.5,0.6,1],[0.9,1,2]]
[[null,-3,1],[0,0.5,1]]
[["i2",-0.1],["i3",0.19]]
1
END
is 'no candidates among them' '.enemies | [.compared, .count, .declared, .more, .pairs]' <<'END'
[9,0,0,false,[]]
END

# Of tide-1 and tide-3, 34 of 38 words are shared. Of 6 items that are in use, 1, 2, 3, 5 and 6 have each of 0, 2, 29, 1
# and 2 shared words, and of 2, 1 and 1 others; each weighs ln(1 + 6/n).
json "$twins"
cp "$work/json" "$work/twins.json"
valid 'twins: as the schema says' "$work/json"
weighted=$(awk 'function w(n) { return log(1 + 6 / n) } BEGIN {
	both = 2 * w(4) + 29 * w(3) + w(5) + 2 * w(6); printf "%.5f", both / (both + 2 * w(1) + w(2) + w(3)) }')
is 'enemy candidates, without retired items and declared enemies' '.enemies | (.pairs[] | [.items[0].id, .items[1].id, .degree, (.weighted * 1e5 | round / 1e5), .copy]), [.compared, .count, .copies, .declared, .more]' <<END
["tide-1","tide-2",1,1,true]
["tide-1","tide-3",0.894737,$weighted,false]
["tide-2","tide-3",0.894737,$weighted,false]
[6,3,1,1,false]
END
is 'what differs, option beside option' '.enemies.pairs[2].items[] | .stem, .options[]' <<'END'
["A harbor master sees that the tide ","turns"," at noon and that a loaded barge is still aground. What should the crew do ","first","?"]
["Wait for the next high water"]
["Drop a second anchor astern"]
["Lighten the cargo of the ","barge"]
["Call a tug from the harbor"]
["A harbor master sees that the tide ","falls"," at noon and that a loaded barge is still aground. What should the crew do ","next","?"]
["Wait for the next high water"]
["Drop a second anchor astern"]
["Lighten the cargo of the ","boat"]
["Call a tug from the harbor"]
END

# An exam whose language is not English: how fast it is read is not known. No exam title, no time limit.
copy_bank "$figures" "$work/german"
sed 's/xml:lang="en" time-limit="PT10M"/xml:lang="de"/; s|<title>Sailing by Numbers</title>||' "$figures/exam.xml" >"$work/german/exam.xml"
json "$work/german"
is 'no minutes in a language of which the pace is not known' '.reading.form.minutes, .exam.title, .exam.minutes' <<'END'
null
null
null
END

# Nothing at all, and next to nothing.
mkdir -p "$work/empty"
echo '<exam xmlns="urn:itemwright:1" id="none"/>' >"$work/empty/exam.xml"
for format in text json html; do
	check "an empty bank: $format" 0 "$IW" stats --format $format "$work/empty"
	cp "$work/out" "$work/empty.$format"
	grep -aiE '(^|[^a-z])(nan|inf|infinity)([^a-z]|$)' "$work/out" >"$work/found"
	none "an empty bank: $format says no number that is none" "$work/found"
done
valid 'an empty bank: as the schema says' "$work/empty.json"
mkdir -p "$work/broken/items" && cp "$figures/exam.xml" "$work/broken" && echo '<item' >"$work/broken/items/x.xml"
json "$work/broken"
is 'a file that cannot be read is counted' '.files, .items.total' <<'END'
{"items":1,"unread":1}
0
END
check 'and told of' 0 "$IW" stats "$work/broken"
says 'in the text' '1 file below items/ cannot be read and is left out: run itemwright lint'
echo '<exam' >"$work/broken/exam.xml"
check 'an exam that cannot be read is refused' 2 "$IW" stats "$work/broken"
says 'with what to do' 'itemwright lint says what is wrong with it'
check 'no bank' 2 "$IW" stats "$work"
check 'no such format' 2 "$IW" stats --format xml "$figures"
says 'which there are' 'text, json or html'

# Hostile text, in every place that takes some.
hostile=$work/hostile
mkdir -p "$hostile/items"
override=$(printf '\342\200\256') isolate=$(printf '\342\201\247') next=$(printf '\302\205') long=$(printf '%05000d' 0)
cat >"$hostile/exam.xml" <<END
<exam xmlns="urn:itemwright:1" id="x&lt;/title>&lt;script>" version="&quot;>'" xml:lang="&quot;>&lt;script>" time-limit="PT5M">
<title>${override}A&lt;/style>&lt;/title>&lt;script>alert(1)&lt;/script>&amp;amp;${next}</title>
<blueprint scored="4294967295" unscored="4294967295"><domain id="d&lt;1" weight="50">
<title>$isolate&lt;img src=x onerror=alert(1)></title><task id="&lt;t>"><title>$long</title></task></domain>
<domain weight="50"><title/></domain></blueprint></exam>
END
hostile_item() { # ATTRIBUTES WORD OPTIONS
	cat <<-END
		<item $1 domain="d&lt;1"><stem><p>The &lt;script>alert(1)&lt;/script> of the ${override}gnol $long word is what in the sea of
		ships and of masts $next with $2 and an oar? &amp;lt;b&amp;gt; ]]&gt;</p></stem>
		<multiple-choice>$3</multiple-choice><statistics p="NaN" r="-7" a="1e400" b="99999999999999999999999" c="2" n="-3"/></item>
	END
}
{
	echo '<items xmlns="urn:itemwright:1">'
	hostile_item 'id="a&lt;b>&quot;&apos;&#10;&#9;"' one "<key>&lt;i></key><key>${override}x</key>"
	hostile_item '' two '<key>&lt;i></key><key>z</key>'
	hostile_item "id=' $(printf '%0900d' 0)'" three ''
	hostile_item 'id=""' four "$(yes '<key>q</key>' | head -n 30)"
	echo '<item/><item status="retired"/></items>'
} >"$hostile/items/<b>&\".xml"
hostile_item "xmlns='urn:itemwright:1' id='$override'" five '' >"$(printf '%s/items/\377\033[31m.xml' "$hostile")"
for format in text json html; do
	check "hostile text: $format" 0 "$IW" stats --format $format "$hostile"
	cp "$work/out" "$work/hostile.$format"
done
valid 'hostile text: as the schema says' "$work/hostile.json"
for format in text html; do
	jq -Rr 'select(explode | any((. < 32 and . != 10) or (. >= 127 and . < 160) or (. >= 8232 and . <= 8238) or
		(. >= 8294 and . <= 8297)))' "$work/hostile.$format" >"$work/found" 2>&1
	iconv -f UTF-8 -t UTF-8 "$work/hostile.$format" >/dev/null 2>>"$work/found"
	none "hostile text: no control character in $format, none that turns text, and UTF-8" "$work/found"
	grep -anE '(^|[^a-zA-Z])(NaN|nan|inf|Infinity)([^a-zA-Z]|$)' "$work/hostile.$format" >"$work/found"
	none "hostile text: $format says no number that is none" "$work/found"
done

# The pages: what of them is markup, and what of it is style.
tags() { grep -aoE '<[a-zA-Z][^>]*>' "$1"; }
style() { sed -n '/<style>/,/<\/style>/p' "$1"; }
"$IW" stats --format html "$twins" >"$work/twins.html"
"$IW" stats --format html "$figures" >"$work/figures.html"
for page in figures twins hostile empty; do
	file=$work/$page.html
	tags "$file" | grep -iE '^<(script|link|iframe|object|embed|base|form|img|image|use|foreignobject)|[ "]on[a-z]+=|javascript:| style=| src=| srcset=|url\(' >"$work/found"
	none "$page: nothing runs, embeds, submits or asks for anything" "$work/found"
	tags "$file" | grep -oE ' (xlink:)?href="[^"]*"' | grep -v ' href="#[a-z]*"' >"$work/found"
	none "$page: links lead into the page" "$work/found"
	style "$file" | grep -iE 'url\(|@import|@font-face' >"$work/found"
	none "$page: the style asks for nothing" "$work/found"
	hash=$(sed -n '/<style>/,/<\/style>/p' "$file" | sed 's/.*<style>//; s/<\/style>.*//' | head -c -1 | openssl dgst -sha256 -binary 2>/dev/null | base64)
	if command -v openssl >/dev/null; then
		grep -aqF "default-src 'none'; style-src 'sha256-$hash'; base-uri 'none'; form-action 'none'" "$file"
		ok $? "$page: the policy allows this style and nothing else"
	else
		skip "$page: the policy allows this style and nothing else" 'openssl is not installed'
	fi
	xmllint --nonet --html --noout "$file" 2>&1 | grep -aE 'HTML parser (error|warning)' | grep -avE ' Tag [a-z]+ invalid$' >"$work/found"
	none "$page: it is well-formed" "$work/found"
	grep -aq '<strong>Confidential.</strong>' "$file"
	ok $? "$page: it says that it is confidential"
done
[ "$(grep -ao '<mark>' "$work/twins.html" | wc -l)" -eq 13 ] # three in each of four texts, and one that explains
ok $? 'twins: what differs is marked'
grep -aq '<mark>turns</mark>' "$work/twins.html" && grep -aq '<mark>boat</mark>' "$work/twins.html"
ok $? 'twins: word for word'
grep -aqF '&lt;script&gt;alert(1)&lt;/script&gt; of the' "$work/hostile.html"
ok $? 'hostile text: it is there, as text'
for chart in domains types supply keys-1 words p b; do
	for part in t d; do grep -aqE "<(title|desc) id=\"$chart-(svg-)?$part\">[^<]" "$work/figures.html" || echo "$chart-$part"; done
done >"$work/found"
none 'figures: each chart has a title and a description' "$work/found"

# In a browser, where there is one.
players=${PLAYERS_DIR:-$builddir/tests/players}
[ -d "$players/node_modules" ] || players=$srcdir/tests/players
if [ -n "$IW_QUICK" ]; then
	skip 'the page in a browser' IW_QUICK
elif command -v node >/dev/null && command -v "${CHROMIUM:-chromium}" >/dev/null && [ -d "$players/node_modules/axe-core" ]; then
	CHROMIUM=$(command -v "${CHROMIUM:-chromium}") PLAYERS_DIR=$players \
		node "$srcdir/tests/players/page.mjs" "$work/figures.html" "$work/twins.html" "$work/hostile.html" "$work/empty.html" >"$work/found" 2>&1
	none 'in a browser: axe finds nothing, nothing is asked for or refused, all fits on a phone' "$work/found"
	sed 's/<html lang="en">/<html>/; s/ alt="[^"]*"//; s|<h1>|<h1><img src="https://example.org/x.png">|; s/width="100%"/width="900"/' "$work/twins.html" >"$work/bad.html"
	CHROMIUM=$(command -v "${CHROMIUM:-chromium}") PLAYERS_DIR=$players node "$srcdir/tests/players/page.mjs" "$work/bad.html" >"$work/found" 2>&1
	grep -q 'html-has-lang' "$work/found" && grep -q 'image-alt' "$work/found" && grep -q 'img-src' "$work/found" && grep -q 'too wide' "$work/found"
	ok $? 'in a browser: what is wrong is found' "$work/found"
else
	skip 'the page in a browser' 'there is no node, chromium or axe-core (npm ci --ignore-scripts in tests/players)'
fi

# The same for any number of threads, with many pairs; files that cannot be read by others.
many=$work/many
mkdir -p "$many/items" && cp "$twins/exam.xml" "$many"
awk -v dir="$many/items" 'BEGIN {
	for (i = 0; i < 400; i++) {
		file = sprintf("%s/%02d.xml", dir, i / 8)
		if (i % 8 == 0) print "<items xmlns=\"urn:itemwright:1\">" >file
		print "<item id=\"m" i "\" domain=\"sea\" status=\"approved\"><stem><p>" >file
		for (j = 0; j < 40; j++) printf "w%d ", (i % 40) * 100 + j + (i % 7 == j % 11) * 50 >file
		print "</p></stem><multiple-choice><key>k" i % 3 "</key><distractor>d</distractor></multiple-choice></item>" >file
		if (i % 8 == 7) { print "</items>" >file; close(file) }
	}
}'
for format in text json html; do
	for jobs in 1 2 8; do "$IW" stats --format $format --jobs $jobs "$many" >"$work/$format-$jobs" 2>&1; done
	same "$format: 2 threads say the same as 1" "$work/$format-1" "$work/$format-2"
	same "$format: 8 threads say the same as 1" "$work/$format-1" "$work/$format-8"
	umask 022
	check "$format: is written to a file" 0 "$IW" stats --format $format -o "$work/written/$format" "$many/items"
	same "$format: the same as on standard output" "$work/$format-1" "$work/written/$format"
	[ ! -s "$work/out" ] && [ "$(ls -l "$work/written/$format" | cut -c 1-10)" = -rw------- ]
	ok $? "$format: which its owner alone may read"
done
jq -e '.enemies | .count > 100 and .count == (.pairs | length)' "$work/json-1" >"$work/out" 2>&1
ok $? 'there were many pairs' "$work/out"

# More pairs than are looked for: 200 copies have 19,900.
crowd=$work/crowd
mkdir -p "$crowd/items" && cp "$twins/exam.xml" "$crowd"
awk 'BEGIN {
	print "<items xmlns=\"urn:itemwright:1\">"
	for (i = 0; i < 200; i++) print "<item id=\"c" i "\" domain=\"sea\"><stem><p>All of these are one.</p></stem></item>"
	print "</items>"
}' >"$crowd/items/x.xml"
json "$crowd"
is 'a search that ends at its limit says so' '.enemies | [.count, .copies, .more, (.pairs | length)]' <<'END'
[10000,10000,true,10000]
END
cp "$work/json" "$work/crowd-all"
"$IW" stats --format json --jobs 1 "$crowd" >"$work/crowd-1"
same 'and finds the same for any number of threads' "$work/crowd-1" "$work/crowd-all"
"$IW" stats "$crowd" >"$work/out"
says 'in the text too' 'More than 10000 pairs of items' 'The search ended at 10000 pairs' '9980 more, which'
"$IW" stats --format html "$crowd" >"$work/out"
says 'and on the page' 'there are more than' 'The 500 most alike are shown here'

# What docs/stats.md shows.
as_installed
block "$srcdir/docs/stats.md" console 1 >"$work/shown"
copy_bank "$twins" "$work/shown.bank" && cd "$work/shown.bank" && tour "$srcdir/docs/stats.md" 1 >"$work/printed"
[ -s "$work/shown" ]
ok $? 'docs/stats.md has an example'
same 'which prints what is shown there' "$work/shown" "$work/printed"
finish
