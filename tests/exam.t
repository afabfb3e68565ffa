# SPDX-License-Identifier: Apache-2.0
# The exam plugin: one page in which a person takes a form. The page of the candidate view tells no answer; both are
# valid, ask for nothing from outside, and are taken from beginning to end in a browser (tests/exam).
. "$srcdir/tests/lib.sh"

players=$srcdir/tests/players pages=$work/pages
example=$srcdir/examples/aip-c01 small=$srcdir/tests/banks/small
PLAYERS_DIR=${PLAYERS_DIR:-${builddir:-.}/tests/players}
[ -d "$PLAYERS_DIR/node_modules" ] || PLAYERS_DIR=$players
export PLAYERS_DIR
has_node() { command -v node >/dev/null; }

mkdir "$pages"
export_to() { # NAME BANK OPTION...
	name=$1 bank=$2
	shift 2
	check "$name: is exported" 0 at "$bank" "$IW" export A --to exam -o "$pages/$name" "$@"
}
page_of() { # NAME
	find "$pages/$1" -name '*.html'
}
export_to candidate "$example"
export_to full "$example" --view full
export_to extra "$example" --option exam.extra-time=50
export_to small "$small"
export_to smallFull "$small" --view full --option exam.target=75
export_to strict "$small" --option exam.adjust-time=no
export_to strictMore "$small" --option exam.adjust-time=no --option exam.extra-time=50
export_to fixedFeedback "$small" --view full --option exam.feedback=each
export_to hard "$srcdir/tests/banks/qti" --view full
export_to arabic "$srcdir/tests/exam/arabic"
export_to arabicFull "$srcdir/tests/exam/arabic" --view full
export_to japanese "$srcdir/tests/exam/japanese"
copy_bank "$small" "$work/finnish" && sed 's/xml:lang="en"/xml:lang="fi"/' "$small/exam.xml" >"$work/finnish/exam.xml"
export_to finnish "$work/finnish"
for lang in de fr he; do
	copy_bank "$small" "$work/$lang" && sed "s/xml:lang=\"en\"/xml:lang=\"$lang\"/" "$small/exam.xml" >"$work/$lang/exam.xml"
	export_to $lang "$work/$lang"
	export_to ${lang}Full "$work/$lang" --view full
done
# An item with a line of 100 kB, an override of the direction, and what a spreadsheet takes for a formula.
copy_bank "$small" "$work/heavy"
{
	printf '%s\n' '<items xmlns="urn:itemwright:1"><item id="heavy" domain="d1" task="1.1" status="approved"><stem><p>Read:</p><pre>'
	head -c 100000 /dev/zero | tr '\0' x
	printf '%s\n' '</pre><p>Which?</p></stem><multiple-choice shuffle="no"><key id="a">&#x202E;reversed &#x2067;and nested</key>' \
		'<distractor id="b">=1+1</distractor><distractor id="c">{{7*7}} ]]&gt; &lt;/script&gt;</distractor>' \
		'<distractor id="d">\u003cb\u003e</distractor></multiple-choice></item></items>'
} >"$work/heavy/items/heavy.xml"
sed 's/ref="anchor"/ref="heavy"/' "$small/forms/A.xml" >"$work/heavy/forms/A.xml"
export_to heavy "$work/heavy"

for name in candidate full small smallFull; do
	[ -s "$(page_of $name)" ] || bail "there is no page of $name"
done

# The two pages.
tags() { grep -aoE '<[a-zA-Z][^>]*>' "$1"; }
for view in candidate full; do
	file=$(page_of $view)
	[ "$(find "$pages/$view" -type f | wc -l)" -eq 1 ] && [ "$(basename "$file")" = aip-c01-A-1-exam.html ]
	ok $? "$view: one file"
	tags "$file" | grep -aoE ' (src|srcset|href|action|formaction|poster|data|cite|background)="[^"]*"' |
		grep -avE '="(#[^"]*|data:image/[^"]*)"$' | grep -v '^ href="https\{0,1\}://' >"$work/found"
	none "$view: pictures are in the page, and links lead into it" "$work/found"
	tags "$file" | grep -aiE '^<(link|iframe|object|embed|base)[ >]|[ "]on[a-z]+=|javascript:| style=' >"$work/found"
	none "$view: no style or script on an element" "$work/found"
	sed -n '/<style>/,/<\/style>/p' "$file" | grep -aiE 'url\(|@import|@font-face' >"$work/found"
	none "$view: the style asks for nothing" "$work/found"
	grep -aq "content=\"default-src 'none'; script-src 'sha256-[A-Za-z0-9+/]\{43\}='; style-src 'sha256-[A-Za-z0-9+/]\{43\}='; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'\"" "$file"
	ok $? "$view: the policy allows this script and this style alone"
	[ "$(grep -aoc '<article class="question"' "$file")" -eq 75 ]
	ok $? "$view: 75 questions"
done

# Nothing in the candidate's page may tell an answer, nor that there is a page that does.
file=$(page_of candidate) whole=$(page_of full)
words='rationale|practice|feedback|verdict|distractor|unscored|isScored|answer key|data-key|data-domain|solution'
# Tags, style, and what comes after the questions: the text of items may say anything.
frame() { tags "$1"; sed -n '/<style>/,/<\/style>/p' "$1"; sed -n '/<template id="words"/,$p' "$1"; }
frame "$file" | grep -aoiE "$words" >"$work/found"
none 'candidate: no word of the practice exam, in tags, style, words or script' "$work/found"
[ "$(frame "$whole" | grep -aoiE "$words" | tr A-Z a-z | sort -u | wc -l)" -ge 8 ]
ok $? 'full: they are there'
grep -rhoE '<(item|domain|task) [^>]*id="[^"]*-[^"]*"' "$example/items" "$example/exam.xml" | sed 's/.* id="//; s/"$//' >"$work/secrets"
grep -oE '<task [^>]*><title>[^<]*' "$example/exam.xml" | sed 's/.*<title>//' >>"$work/secrets"
grep -rhoE '<rationale>[^<]{20,}' "$example/items" | sed 's/^<rationale>//' >>"$work/secrets"
grep -rhoE '<reference href="[^"]*"' "$example/items" | sed 's/.*href="//; s/"$//' >>"$work/secrets"
grep -aFf "$work/secrets" "$file" >"$work/found"
none 'candidate: no id, task, rationale or reference' "$work/found"
grep -aqFf "$work/secrets" "$whole"
ok $? 'full: they are there'

# The same form gives the same page; options are checked and taken.
check 'again' 0 at "$example" "$IW" export A --to exam -o "$work/again"
same 'the same bytes' "$file" "$work/again/aip-c01-A-1-exam.html"
check 'a publisher and a notice' 0 at "$small" "$IW" export A --to exam -o "$work/told" --option exam.publisher='A & B <c>' --option exam.notice='Keep it {{7*7}}'
cp "$work/told/small-A-1-exam.html" "$work/out"
says 'are text' 'A &amp; B &lt;c&gt;' 'Keep it {{7*7}}'
for option in target=0 target=101 extra-time=401 target=x adjust-time=perhaps feedback=never; do
	at "$small" "$IW" export A --to exam --view full -o "$work/none" --option "exam.$option" >"$work/out" 2>"$work/err"
	[ $? -ne 0 ] && [ ! -e "$work/none" ] && grep -q "exam.${option%=*}" "$work/err"
	ok $? "exam.$option is refused" "$work/err"
done

# Languages: a file is all that it takes.
mkdir "$work/plugins" && cp -R "$srcdir/plugins/exam" "$srcdir/plugins/share" "$work/plugins" && chmod -R u+w "$work/plugins"
sed 's/^start = .*/start = Aloita koe/' "$srcdir/plugins/exam/words-en.txt" >"$work/plugins/exam/words-fi.txt"
check 'a language more' 0 env ITEMWRIGHT_PLUGIN_PATH="$work/plugins" "$IW" export A --bank "$work/finnish" --to exam -o "$work/fi"
cp "$work/fi/small-A-1-exam.html" "$work/out"
says 'is spoken' 'Aloita koe' '<html lang="fi"'
copy_bank "$small" "$work/german" && sed 's/xml:lang="en"/xml:lang="de-AT"/' "$small/exam.xml" >"$work/german/exam.xml"
check 'a language of a country' 0 at "$work/german" "$IW" export A --to exam -o "$work/de"
cp "$work/de/small-A-1-exam.html" "$work/out"
says 'is that language' 'Prüfung beginnen' '<html lang="de-AT"'
sed -i '/^skip = /d' "$work/plugins/exam/words-fi.txt"
check 'one that lacks a string' 1 env ITEMWRIGHT_PLUGIN_PATH="$work/plugins" "$IW" export A --bank "$work/finnish" --to exam -o "$work/no-fi"
says 'is named with it' 'words-fi.txt has no string "skip"'

# The Nu HTML checker, which needs Java. It takes each data: picture for one that img-src does not allow, wrongly.
vnu=$PLAYERS_DIR/node_modules/vnu-jar/build/dist/vnu.jar
if ! command -v java >/dev/null || [ ! -f "$vnu" ]; then
	skip 'valid HTML' 'java or vnu-jar is not installed'
else
	for name in candidate full arabic japanese fr frFull he heFull; do
		check "$name: valid HTML" 0 java -jar "$vnu" --stdout --filterpattern '.*image “data:.*blocked by “img-src” directive.*' "$(page_of $name)"
		none "$name: without a warning" "$work/out"
	done
fi

# Taken in a browser.
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
export CHROMIUM
if [ -n "$IW_QUICK" ]; then skip 'in a browser' IW_QUICK
elif ! has_node; then skip 'in a browser' 'node is not installed'
elif [ -z "$CHROMIUM" ]; then skip 'in a browser' 'chromium is not installed (CHROMIUM)'
elif [ ! -d "$PLAYERS_DIR/node_modules/axe-core" ]; then skip 'in a browser' 'npm ci --ignore-scripts in tests/players installs what it needs'
else
	node "$srcdir/tests/exam/run.mjs" "$pages" ${EXAM_PARTS-} >"$work/tap" 2>&1 || echo 'not ok 0 - run.mjs ends' >>"$work/tap"
	awk -v n="$n" '/^(not )?ok /{ n++; sub(/ok [0-9]+/, "ok " n); print; next } /^1\.\./{ next } /^#/{ print; next } { print "# " $0 }' "$work/tap"
	n=$((n + $(grep -cE '^(not )?ok ' "$work/tap")))
fi
finish
