# SPDX-License-Identifier: Apache-2.0
# The html plugin: one page that asks for nothing from outside, and a candidate's page without answers.
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
name=aip-c01-A-1.html
n=0

ok() { # RESULT NAME [FILE that explains]
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then echo "ok $n - $2"; return; fi
	echo "not ok $n - $2"
	if [ -n "$3" ]; then head -n 20 "$3" | cut -c 1-200 | sed 's/^/# /'; fi
}
run() { # NAME COMMAND...: the command succeeds
	what=$1; shift
	"$@" >"$work/log" 2>&1
	ok $? "$what" "$work/log"
}
none() { # NAME: $work/found, into which the caller has written what should not be, is empty
	[ ! -s "$work/found" ]
	ok $? "$1" "$work/found"
}
export_to() { # DIR OPTION...
	mkdir "$work/$1" && dir=$work/$1 && shift &&
	( cd "$srcdir/examples/aip-c01" && "$IW" export A --to html "$@" -o "$dir" )
}

# What of a page is markup, and what of it is style: the text of items may say anything.
tags() { grep -aoE '<[a-zA-Z][^>]*>' "$1"; }
style() { sed -n '/<style>/,/<\/style>/p' "$1"; }
addresses() { tags "$1" | grep -oE ' (src|srcset|href|action|formaction|poster|data|cite|background)="[^"]*"'; }

run 'the candidate view is exported' export_to candidate
run 'the full view is exported' export_to full --view full
page=$work/candidate/$name
whole=$work/full/$name
if [ ! -s "$page" ] || [ ! -s "$whole" ]; then
	find "$work" -type f | sed "s|$work/|# |"; echo "Bail out! there is no $name"; exit 1
fi

for view in candidate full; do
	file=$work/$view/$name
	find "$work/$view" -mindepth 1 ! -path "$file" >"$work/found"
	none "$view: one file"
	addresses "$file" | grep -vE '="(#[^"]*|data:image/[^"]*)"$' | grep -v '^ href="https\{0,1\}://' >"$work/found"
	none "$view: pictures are in the page, and links lead into it"
	style "$file" | grep -iE 'url\(|@import|@font-face' >"$work/found"
	none "$view: the style asks for nothing"
	tags "$file" | grep -iE '^<(script|link|iframe|object|embed|base|form|svg)|[ "]on[a-z]+=|javascript:| style=' >"$work/found"
	none "$view: nothing runs, embeds or submits"
	run "$view: a policy forbids what is not in the page" grep -aq \
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;" "$file"
	run "$view: an HTML page in the exam's language" grep -aq '^<html lang="en" dir="ltr">' "$file"
	[ "$(grep -ao '<article class="question"' "$file" | wc -l)" -eq 75 ]
	ok $? "$view: 75 questions"
done

# Nothing in the candidate's page may tell an answer, nor that there is a page that does.
addresses "$page" | grep 'href="http' >"$work/found"
none 'candidate: no link leads out'
{ tags "$page" | grep -oE ' (class|id|aria-[a-z]+by)="[^"]*"'; style "$page"; } |
	grep -iE 'rationale|(^|[^a-z])(key|why|wrong)|distractor|domain|score|solution|correct|answer|reference|banner|confidential' >"$work/found"
none 'candidate: no class, id or style of the answers'
grep -aiE 'answer key|>(rationale|references|answers|scored|unscored)<|distractor' "$page" >"$work/found"
none 'candidate: no words of the answers'
grep -rhoE '<item [^>]*id="[^"]*"' "$srcdir/examples/aip-c01/items" | sed 's/.*id="//; s/"$//' >"$work/ids"
grep -aFf "$work/ids" "$page" >"$work/found"
none 'candidate: no id of an item'
grep -oE '<task [^>]*><title>[^<]*' "$srcdir/examples/aip-c01/exam.xml" | sed 's/.*<title>//' >"$work/tasks"
grep -aFf "$work/tasks" "$page" >"$work/found"
none 'candidate: no task'
grep -aoE '<div class="why">[^<]{40,}' "$whole" | sed 's/^[^>]*>//' >"$work/why"
grep -aFf "$work/why" "$page" >"$work/found"
none 'candidate: no rationale'

# The full page has all of it, so that the checks above have something to look for.
[ -s "$work/ids" ] && [ -s "$work/tasks" ] && [ -s "$work/why" ]
ok $? 'full: rationales are there, and the bank has items and tasks'
run 'full: it says that it is confidential' grep -aq '<aside class="banner"' "$whole"
[ "$(grep -ao '<article class="answer"' "$whole" | wc -l)" -eq 75 ]
ok $? 'full: 75 answers'
run 'full: references are links' grep -aq '<a href="https://[^"]*" rel="noreferrer">' "$whole"
for words in ids tasks; do
	while read -r line; do if grep -aqF "$line" "$whole"; then echo "$line"; fi; done <"$work/$words" >"$work/seen"
	[ -s "$work/seen" ]
	ok $? "full: $words are there"
done
[ "$(grep -ao '<td><span class="badge unscored"' "$whole" | wc -l)" -eq 10 ]
ok $? 'full: ten questions are unscored'

run 'the candidate view is exported again' export_to again
run 'the same form gives the same bytes' cmp "$page" "$work/again/$name"
run 'options are taken' export_to options --option html.paper=letter --option html.publisher='A & B <c>'
run 'options: the paper' grep -aq '^@page { size: letter;' "$work/options/$name"
run 'options: text is text' grep -aq 'A &amp; B &lt;c&gt;' "$work/options/$name"
echo "1..$n"
