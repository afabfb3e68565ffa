# SPDX-License-Identifier: Apache-2.0
# Text that means something to whoever reads an output - markup, templates, formulas of spreadsheets, directions that
# are never closed, letters of every kind, a line of 100 kB - comes out of every exporter as it was written (the bank is
# tests/banks/hostile; literal.txt there says what is to be read). Directions that a text opens and never closes (U+202E
# and its like) end with the element that they stand in:
#   text         what an element has left open is closed behind it
#   html, exam   a block is a paragraph of its own; code and titles are isolated
#   qti          code is isolated (dir); an option, a cell, a paragraph is an element of its own
#   pdf          paragraphs, cells and options are laid out each for itself
. "$srcdir/tests/lib.sh"

bank=$work/bank players=$srcdir/tests/players literal=$srcdir/tests/banks/hostile/literal.txt
copy_bank "$srcdir/tests/banks/hostile" "$bank"
form=$(sed -n 's/.*<form [^>]* id="\([^"]*\)".*/\1/p' "$bank/forms/hostile.xml")
plugins='text html exam qti'
if "$IW" plugins | grep -q '^pdf'; then plugins="$plugins pdf"; fi

# A line of 100 kB, and a word of 20 kB in an option.
{
	sed -n 's/.*<domain id="\([^"]*\)".*/<item xmlns="urn:itemwright:1" id="long" domain="\1" status="approved"><stem><pre>/p' "$bank/exam.xml"
	head -c 100000 /dev/zero | tr '\0' x
	printf 'END-OF-LINE</pre><p>Which?</p></stem><multiple-choice shuffle="no"><key id="a"><code>'
	head -c 20000 /dev/zero | tr '\0' y
	printf 'END-OF-WORD</code></key><distractor id="b">two</distractor><distractor id="c">three</distractor><distractor id="d">four</distractor></multiple-choice></item>\n'
} >"$bank/items/long.xml"
sed 's|</form>|<item ref="long"/></form>|' "$srcdir/tests/banks/hostile/forms/hostile.xml" >"$bank/forms/hostile.xml"

# The same bank without what markup is made of: what is written of it has the same elements and attributes.
copy_bank "$bank" "$work/tame"
for file in "$bank"/exam.xml "$bank"/items/*.xml "$bank"/forms/*.xml; do
	sed 's/&lt;/x/g; s/&gt;/x/g; s/&amp;/x/g; s/&quot;/x/g; s/]]/xx/g' "$file" >"$work/tame/${file#"$bank"/}"
done

options() { # PLUGIN VIEW
	case $1-$2 in
	text-*) echo '--option text.width=400' ;;
	pdf-full) echo '--option pdf.part=all' ;;
	esac
}
for view in candidate full; do
	for plugin in $plugins; do
		check "$plugin, $view: is exported" 0 at "$bank" timeout 60 "$IW" export "$form" --to $plugin --view $view $(options $plugin $view) -o "$work/$plugin-$view"
		check "$plugin, $view: of the tame bank, too" 0 at "$work/tame" timeout 60 "$IW" export "$form" --to $plugin --view $view $(options $plugin $view) -o "$work/tame-$plugin-$view"
		find "$work/$plugin-$view" -type f -size +1200k >"$work/found"
		none "$plugin, $view: no file is many times as large as the bank" "$work/found"
	done
done

# What an output says, for whoever reads it as what it is.
say() { # PLUGIN VIEW
	case $1 in
	text) cat "$work/$1-$2"/*.txt ;;
	html | exam) xmllint --html --xpath 'string(/html/body)' "$work/$1-$2"/*.html 2>/dev/null ;;
	qti) find "$work/$1-$2/items" "$work/$1-$2/tests" -name '*.xml' -exec xmllint --nonet --xpath 'concat(string(/), /*/@title)' {} \; ;;
	pdf) for file in "$work/$1-$2"/*.pdf; do pdftotext -raw "$file" -; done ;;
	esac
}
bare() { tr -d ' \t\n\r\f'; }
says_all() { # PLUGIN VIEW KIND...: each text of those kinds is said; $work/found names those that are not
	says_plugin=$1 says_view=$2
	shift 2
	say "$says_plugin" "$says_view" | bare >"$work/said"
	for kind in "$@"; do
		sed -n "s/^$kind	//p" "$literal" | while IFS= read -r line; do
			printf %s "$line" | bare >"$work/line"
			grep -qaFf "$work/line" "$work/said" || printf '%s\n' "$kind: $line"
		done
	done >"$work/found"
	for end in END-OF-LINE END-OF-WORD; do
		grep -qaF "$end" "$work/said" || echo "$end" >>"$work/found"
	done
}
for plugin in $plugins; do
	kinds='both title rtl invisible'
	case $plugin in
	text) kinds="$kinds alt" ;;
	pdf) kinds='both title' ;; # what is drawn from right to left, and marks that pile up, have an order of their own
	esac
	if [ $plugin = pdf ] && ! command -v pdftotext >/dev/null; then skip "$plugin: is read" 'pdftotext is not installed'; continue; fi
	if [ $plugin != pdf ] && ! command -v xmllint >/dev/null; then skip "$plugin: is read" 'xmllint is not installed'; continue; fi
	says_all $plugin candidate $kinds
	none "$plugin, candidate: each text is read as it was written" "$work/found"
	says_all $plugin full $kinds full
	none "$plugin, full: each text is read as it was written" "$work/found"
done
says_all text candidate full
[ "$(grep -c '^full: ' "$work/found")" -eq "$(grep -c '^full	' "$literal")" ]
ok $? 'a text that is not there is missed' "$work/found"

# Nothing of a text becomes markup.
skeleton() { # FOLDER [OPTION]: the elements of its files, with the names of their attributes
	(cd "$1" && find . -name '*.html' -o -name '*.xml' | sort) | while read -r file; do
		echo "$file"
		xmllint --nonet $2 "$1/$file" 2>/dev/null | tr '\n' ' ' | grep -aoE '<[a-zA-Z/][^<>]*>' | sed 's/="[^"]*"//g'
	done
}
if command -v xmllint >/dev/null; then
	for view in candidate full; do
		for plugin in html exam qti; do
			option=$([ $plugin = qti ] || echo '--html --xmlout')
			skeleton "$work/$plugin-$view" "$option" >"$work/skeleton"
			skeleton "$work/tame-$plugin-$view" "$option" >"$work/tame.skeleton"
			[ "$(wc -l <"$work/skeleton")" -gt 100 ] && diff "$work/tame.skeleton" "$work/skeleton" >"$work/found"
			ok $? "$plugin, $view: the same elements and attributes as without markup in texts" "$work/found"
		done
		find "$work/qti-$view" \( -name '*.xml' -o -name '*.svg' \) -exec xmllint --nonet --noout {} + >"$work/found" 2>&1
		none "qti, $view: well-formed" "$work/found"
	done
	sed 's|<em>{</em>|<em><strong>{</strong></em>|' "$work/html-full"/*.html >"$work/odd.html"
	mkdir "$work/odd" && mv "$work/odd.html" "$work/odd/$(basename "$work/html-full"/*.html)"
	skeleton "$work/odd" '--html --xmlout' >"$work/skeleton"
	skeleton "$work/tame-html-full" '--html --xmlout' >"$work/tame.skeleton"
	differ 'an element more is found' "$work/skeleton" "$work/tame.skeleton"
else
	skip 'nothing of a text becomes markup' 'xmllint is not installed'
fi

# The policy of the exam page still names its script and its style, and no other.
part() { # FILE ELEMENT: its content; the elements stand on lines of their own
	awk -v open="<$2>" -v end="</$2>" '
		on && (at = index($0, end)) { printf "%s", substr($0, 1, at - 1); exit }
		on { print }
		!on && (at = index($0, open)) { on = 1; rest = substr($0, at + length(open)); if (i = index(rest, end)) { printf "%s", substr(rest, 1, i - 1); exit } print rest }' "$1"
}
if command -v openssl >/dev/null; then
	for view in candidate full; do
		for element in script style; do
			hash=$(part "$work/exam-$view"/*.html $element | openssl dgst -sha256 -binary | openssl base64)
			grep -aqF "$element-src 'sha256-$hash';" "$work/exam-$view"/*.html
			ok $? "exam, $view: the policy fits the $element"
		done
	done
else
	skip 'exam: the policy fits' 'openssl is not installed'
fi

# Text: UTF-8, no line is cut, and directions end with the element that opened them.
file=$(find "$work/text-candidate" -type f)
iconv -f UTF-8 -t UTF-8 "$file" >"$work/out" 2>"$work/err"
same 'text: UTF-8' "$file" "$work/out"
[ "$(wc -L <"$file")" -eq 100011 ]
ok $? 'text: a line of 100 kB is whole'
cp "$file" "$work/out"
says 'text: directions are closed' \
	"$(printf 'Run \342\200\256command\342\200\254 SENTINEL-A, then \342\201\251\342\200\254\342\201\247other\342\201\251 SENTINEL-B.')" \
	"$(printf '\342\200\256cell\342\200\254 | SENTINEL-D |')" "$(printf 'A. \342\200\256option\342\200\254')" \
	"$(printf '\342\201\247isolate \342\200\255nested\342\200\254\342\201\251')" "$(printf '\342\201\251\342\201\251\342\200\254\342\200\254closed')"

# QTI: what could leave its element stands in one of its own, code in one that isolates.
if command -v xmllint >/dev/null; then
	count() { # XPATH, of question 2; *[name] is short for *[local-name()='name']
		xmllint --nonet --xpath "count($(printf %s "$1" | sed "s/\*\[\([a-z-]*\)\]/*[local-name()='\1']/g"))" "$work/qti-full/items/q2.xml" 2>&1
	}
	[ "$(count '//*[code][not(@dir = "ltr")]')" -eq 0 ] && [ "$(count '//*[code]')" -eq 2 ] && [ "$(count '//*[qti-simple-choice]/text()')" -eq 0 ]
	ok $? 'qti: directions end with their element'
fi

# PDF: whole files, in which what follows an open direction runs from left to right.
case $plugins in
*pdf)
	if command -v qpdf >/dev/null; then
		for file in "$work"/pdf-*/*.pdf; do qpdf --check "$file" >"$work/out" 2>&1 || cat "$work/out"; done >"$work/found"
		none 'pdf: sound' "$work/found"
	else
		skip 'pdf: sound' 'qpdf is not installed'
	fi
	if command -v pdftotext >/dev/null; then
		say pdf full >"$work/said"
		for letter in C D E F G H I J K; do grep -qaF "SENTINEL-$letter" "$work/said" || echo "SENTINEL-$letter"; done >"$work/found"
		none 'pdf: directions end with their element' "$work/found"
	fi
	;;
esac

# In a browser, where it counts.
PLAYERS_DIR=${PLAYERS_DIR:-${builddir:-.}/tests/players}
[ -d "$PLAYERS_DIR/node_modules" ] || PLAYERS_DIR=$players
vnu=$PLAYERS_DIR/node_modules/vnu-jar/build/dist/vnu.jar
if ! command -v java >/dev/null || [ ! -f "$vnu" ]; then
	skip 'valid HTML' 'java or vnu-jar is not installed'
else
	check 'valid HTML' 0 java -jar "$vnu" --stdout --errors-only --filterpattern '.*image “data:.*blocked by “img-src” directive.*' "$work"/html-*/*.html "$work"/exam-*/*.html
	none 'without an error' "$work/out"
fi
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
export CHROMIUM PLAYERS_DIR
if [ -n "$IW_QUICK" ]; then skip 'in a browser' IW_QUICK
elif ! command -v node >/dev/null; then skip 'in a browser' 'node is not installed'
elif [ -z "$CHROMIUM" ]; then skip 'in a browser' 'chromium is not installed (CHROMIUM)'
elif [ ! -d "$PLAYERS_DIR/node_modules/axe-core" ]; then skip 'in a browser' 'npm ci --ignore-scripts in tests/players installs what it needs'
else
	check 'in a browser' 0 timeout 300 node "$players/hostile.mjs" "$literal" "$work"/html-*/*.html "$work"/exam-*/*.html
	none 'in a browser: as it was written, nothing runs, and nothing is turned around' "$work/out"
	# What must be found: a text that is not there, a dialog, a direction that leaks.
	mkdir "$work/bad-full"
	sed 's/javascript:alert(1)/javascript:alert(2)/; s|</body>|<p>\&#x202e;x SENTINEL-Z</p></body>|' "$work/html-full"/*.html >"$work/bad-full/bad.html"
	check 'in a browser, a page that is wrong' 0 timeout 300 node "$players/hostile.mjs" "$literal" "$work/bad-full/bad.html"
	says 'is found to be' 'not shown: javascript:alert(1)' 'SENTINEL-Z runs backwards'
fi
finish
