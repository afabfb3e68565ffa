# SPDX-License-Identifier: Apache-2.0
# The words of plugins, files words-XX.txt (docs/languages.md): each language has all strings, none is of no use, and
# whatever plugin renders a form speaks its language, or English where there is no such file.
. "$srcdir/tests/lib.sh"

plugins=$srcdir/plugins types=$srcdir/tests/banks/types
has_node() { command -v node >/dev/null; }
english() { # PLUGIN: the ids of its strings
	sed -n 's/^\([a-z][a-z0-9.-]*\) = .*/\1/p' "$plugins/$1/words-en.txt"
}
words_of() { # FILE: the strings of the report but `skip`
	sed '1,/^\[report\]/d' "$1" | grep -v -e '^#' -e '^skip = '
}

# The files.
speaking=$(cd "$plugins" && ls -d */words-en.txt | sed 's|/.*||')
[ "$(echo $speaking)" = 'exam html pdf qti text' ]
ok $? "the plugins that speak: $(echo $speaking)"
if has_node; then
	check 'the languages are compared' 0 node "$srcdir/tests/languages.mjs" $(echo $speaking | sed "s|[a-z]*|$plugins/&|g")
	none 'each has what English has, in each plugin' "$work/out"
	mkdir "$work/bad" "$work/good"
	printf 'a = One {n}\nb.one = {n} b\nb.other = {n} b\nc = Two words\n[part]\na = x\n' >"$work/good/words-en.txt"
	printf 'a = Eins\nb.one = ein\nc = Two words\nd = x\ne=x\n[part]\na = y \na = z\n' >"$work/bad/words-de.txt"
	cp "$work/good/words-en.txt" "$work/bad" && cp "$work/good/words-en.txt" "$work/good/words-he.txt"
	check 'and when they are not complete' 0 node "$srcdir/tests/languages.mjs" "$work/bad" "$work/good"
	says 'that is found' 'words-de.txt: "a" fills in nothing, not {n}' 'words-de.txt: no "b.other"' 'words-de.txt: "c" is English' \
		'words-de.txt: "d" is of no use' 'words-de.txt: not "id = text": e=x' 'words-de.txt: not "id = text": a = y ' \
		'good/words-he.txt: no "b.two"' 'good: no words-de.txt' 'bad: no words-he.txt'
	says_not 'and nothing else' '"b.one"' '[part]' 'words-en.txt: "'
else
	skip 'the languages are compared' 'node is not installed'
fi
for file in "$plugins"/html/words-*.txt; do
	words_of "$file" >"$work/page-words"
	words_of "$plugins/pdf/${file##*/}" | diff "$work/page-words" - | sed "s|^|${file##*/}: |"
done >"$work/found"
none 'a score report says the same on a page and on paper' "$work/found"
[ "$(wc -l <"$work/page-words")" -ge 26 ]
ok $? 'which was looked at'

# Each string is asked for somewhere: "how.matching" as it stands, or as 'how.' or "matching" with the rest put to it.
for plugin in $speaking; do
	cat "$plugins/$plugin"/*.xsl "$plugins/$plugin"/*.js "$plugins/$plugin"/*.c "$plugins"/share/*.xsl 2>/dev/null >"$work/sources"
	english $plugin | sed -E 's/\.(zero|one|two|few|many|other|[0-9]+)$//' | sort -u | while read -r id; do
		grep -qE "[\"'\`}>]($id[\"'\`<]|(${id%%.*}|${id%.*}|${id%[.-]*})(\.['\`\"\$]|<))|[}>]${id#*[.-]}[\`<]" "$work/sources" || echo "$plugin: $id"
	done
done >"$work/found"
none 'no string is of no use' "$work/found"

# Numbers: the forms of plurals are those of Unicode.
mkdir -p "$work/plugins/y" && cp -R "$plugins/share" "$work/plugins" && chmod -R u+w,o-w "$work/plugins"
cat >"$work/plugins/y/plugin.xml" <<'E'
<plugin xmlns="urn:itemwright:plugin:1" name="y" version="1" abi="1.0" views="candidate full" summary="a test">
  <output name="{name}.txt" stylesheet="y.xsl"/>
</plugin>
E
cat >"$work/plugins/y/y.xsl" <<'E'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:include href="../share/language.xsl"/>
  <xsl:include href="../share/words.xsl"/>
  <xsl:variable name="words" select="$all-words"/>
  <xsl:template match="/">
    <xsl:for-each select="(//node() | //@*)[position() &lt;= 131]">
      <xsl:call-template name="t"><xsl:with-param name="id" select="'x'"/><xsl:with-param name="n" select="position() - 1"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
E
bank_in() { # LANG [BANK]: a copy in that language
	copy_bank "${2:-$types}" "$work/bank-$1" && sed "s/xml:lang=\"en\"/xml:lang=\"$1\"/" "${2:-$types}/exam.xml" >"$work/bank-$1/exam.xml"
}
export_in() { # LANG TO OPTION...: into $work/LANG, and there into a folder for each where there are several
	export_lang=$1 export_to=$2
	shift 2
	at "$work/bank-$export_lang" "$IW" export A --to $export_to -o "$work/$export_lang" "$@"
}
if has_node; then
	# Once each; again, one of each kind.
	all='am ar be bn cs de en es fa fr gu he hi hy id ja kn ko ms nl pl pt ru sk sv th tr uk vi zh zu'
	[ -z "$IW_QUICK" ] || all='ar cs en fr he ja pl ru'
	for lang in $all; do
		for form in zero one two few many other; do echo "x.$form = {n} $form"; done >"$work/plugins/y/words-$lang.txt"
		[ "$lang" = en ] || cp "$work/plugins/y/words-$lang.txt" "$work/plugins/y/words-en.txt"
		bank_in $lang "$srcdir/tests/banks/small"
		ITEMWRIGHT_PLUGIN_PATH=$work/plugins export_in $lang y >"$work/log" 2>&1 || cat "$work/log"
		node -e 'const r = new Intl.PluralRules(process.argv[1]); for (let n = 0; n <= 130; n++) console.log(n + " " + r.select(n))' $lang |
			diff - "$work/$lang/small-A-1.txt" | sed "s/^/$lang: /"
	done >"$work/found"
	none 'plural forms are those of Unicode' "$work/found"
	printf 'x.5 = five\nx.other = {n} more\n' >"$work/plugins/y/words-en.txt"
	ITEMWRIGHT_PLUGIN_PATH=$work/plugins export_in en y >"$work/log" 2>&1
	sed -n '2p; 6p' "$work/en/small-A-1.txt" | tr '\n' ';' >"$work/found"
	[ "$(cat "$work/found")" = '1 more;five;' ]
	ok $? 'a number of its own comes first, and "other" serves for a form that is not there' "$work/found"
else
	skip 'plural forms are those of Unicode' 'node is not installed'
fi
rm -rf "$work"/bank-* "$work"/??

# What is rendered.
sed -n 's/^[a-z.-]* = \([A-Z][^{}]* [^{}]*\)$/\1/p' "$plugins"/*/words-en.txt | sort -u >"$work/english"
mkdir "$work/pages"
language() { # LANG DIR QUESTION BEGIN ANSWERS: in pages, in text and in QTI
	lang=$1 dir=$2 question=$3 begin=$4 answers=$5
	bank_in $lang
	for view in candidate full; do
		check "$lang, $view: is exported" 0 export_in $lang html,text,qti,exam --view $view
		cp "$work/$lang"/html/*.html "$work/pages/$lang-$view.html"
		cat "$work/$lang"/html/*.html "$work/$lang"/text/*.txt "$work/$lang"/qti/items/*.xml >"$work/out" && : >"$work/err"
		says "$lang, $view: is in that language" "<html lang=\"$lang\" dir=\"$dir\">" "$begin" "$question 3" " title=\"$question 2\""
		grep -aoFf "$work/english" "$work/out" | sort -u >"$work/found"
		none "$lang, $view: nothing of the page is in English" "$work/found"
		grep -o ' lang="en"' "$work/pages/$lang-$view.html" >"$work/found"
		none "$lang, $view: and nothing is marked as English" "$work/found"
	done
	says "$lang: the answers too" "$answers"
	sed '/^\[report\]/,$d' "$plugins/html/words-$lang.txt" >"$work/words"
	sed -n 's/^full\.[a-z.-]* = //p' "$work/words" | while read -r string; do
		case $string in
		*{n}*) ;;
		*) grep -qF -e "$string" "$work/pages/$lang-full.html" || echo "not there: $string" ;;
		esac
		! grep -v '^full' "$work/words" | grep -qF -e "$string" || continue
		! grep -qF -e "$string" "$work/pages/$lang-candidate.html" || echo "for candidates: $string"
	done >"$work/found"
	none "$lang: all words of the full view are there, and none in the candidate view" "$work/found"
}
language ar rtl السؤال 'قبل أن تبدأ' الإجابات
language de ltr Frage 'Bevor Sie beginnen' Lösungen
language es ltr Pregunta 'Antes de empezar' Respuestas
language fr ltr Question 'Avant de commencer' Réponses
language he rtl שאלה 'לפני שמתחילים' תשובות
language ja ltr 問題 始める前に 正解と解説
cat "$work"/??/text/*.txt >"$work/out"
says 'numbers in text' '5 Fragen, 10 Minuten' '5 preguntas, 10 minutos' '5 أسئلة، 10 دقائق' '5 שאלות, 10 דקות' '5 問、10 分'
cp "$work/pages/ar-candidate.html" "$work/out"
says 'numbers in a page' '<bdi>10 دقائق</bdi>' '<span class="count">سؤال واحد</span>' '<span class="count">سؤالان</span>' 'اختر ثلاثة خيارات ورتّبها'
bank_in fi && check 'a language that is not there' 0 export_in fi html,text,qti
cat "$work"/fi/html/*.html "$work"/fi/text/*.txt "$work"/fi/qti/items/*.xml >"$work/out"
says 'is told in English, and marked so' '<html lang="fi" dir="ltr">' '<section class="instructions" aria-labelledby="begin" lang="en" dir="ltr">' \
	'Before you begin' '5 questions, 10 minutes' ' title="Question 2"'
bank_in de-AT && check 'a language of a country' 0 export_in de-AT html,text,qti
cat "$work"/de-AT/html/*.html "$work"/de-AT/text/*.txt "$work"/de-AT/qti/items/*.xml >"$work/out"
says 'is that language' '<html lang="de-AT" dir="ltr">' 'Bevor Sie beginnen' '5 Fragen, 10 Minuten' ' title="Frage 2"'

# Plugins with files of one's own.
mkdir "$work/own" && cp "$builddir/plugins/.libs/text.so" "$work/own" 2>/dev/null
cp -R "$plugins/text" "$plugins/html" "$plugins/share" "$work/own" && chmod -R u+w,o-w "$work/own"
if [ -s "$work/own/text.so" ]; then
	ITEMWRIGHT_PLUGIN_PATH=$work/own
	export ITEMWRIGHT_PLUGIN_PATH
	for plugin in text html; do
		sed 's/^question = .*/question = Kysymys {n}/' "$plugins/$plugin/words-en.txt" >"$work/own/$plugin/words-fi.txt"
		sed 's/^question = .*/question = Frog {n}/' "$plugins/$plugin/words-de.txt" >"$work/own/$plugin/words-de-at.txt"
	done
	check 'a language more is a file more' 0 export_in fi text,html
	cat "$work/fi/text"/*.txt "$work/fi/html"/*.html >"$work/out"
	says 'and is spoken' 'Kysymys 3' '<span class="unseen">Kysymys'
	check 'one of a country' 0 export_in de-AT text,html
	cat "$work/de-AT/text"/*.txt "$work/de-AT/html"/*.html >"$work/out"
	says 'comes first' 'Frog 3' '<span class="unseen">Frog'
	sed -i '/^question = /d; /^table = /d' "$work/own/text/words-fi.txt" "$work/own/html/words-fi.txt"
	check 'strings that are missing' 0 export_in fi text
	[ "$(grep -c warning "$work/err")" -eq 1 ]
	ok $? 'are told once' "$work/err"
	says 'by the first' 'text: warning: words-fi.txt has no string "question": it is told in English'
	cp "$work/fi"/*.txt "$work/out"
	says 'and English stands in their place' 'Question 3' 'Table: Sizes'
	check 'a page with a string missing' 1 export_in fi html
	says 'is not made' 'words-fi.txt has no string "question"'
	printf '\r\n' >>"$work/own/text/words-fi.txt"
	check 'what is not plain text' 1 export_in fi text
	says 'is refused' 'text: error: words-fi.txt is not plain text: save it as UTF-8'
	sed "s/^question = .*/question = $(printf '%600s' x | tr ' ' x)/" "$plugins/text/words-en.txt" >"$work/own/text/words-fi.txt"
	check 'what is too long' 1 export_in fi text
	says 'is refused too' 'words-fi.txt: the string "question" is too long'
	chmod o+w "$work/own/text/words-fi.txt"
	check 'what anyone may write to' 1 export_in fi text
	says 'and why' 'words-fi.txt may be written by anyone'
	unset ITEMWRIGHT_PLUGIN_PATH
else
	skip 'plugins with files of their own' "there is no $builddir/plugins/.libs/text.so"
fi

# Pages that all can read.
players=${PLAYERS_DIR:-$builddir/tests/players}
[ -d "$players/node_modules" ] || players=$srcdir/tests/players
vnu=$players/node_modules/vnu-jar/build/dist/vnu.jar
if ! command -v java >/dev/null || [ ! -f "$vnu" ]; then
	skip 'valid HTML' 'java or vnu-jar is not installed'
else
	check 'valid HTML' 0 java -jar "$vnu" --stdout --filterpattern '.*image “data:.*blocked by “img-src” directive.*' "$work/pages"/*.html
	none 'without a warning' "$work/out"
fi
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
if [ -n "$IW_QUICK" ]; then skip 'in a browser' IW_QUICK
elif ! has_node || [ -z "$CHROMIUM" ]; then skip 'in a browser' 'node or chromium is not installed'
elif [ ! -d "$players/node_modules/axe-core" ]; then skip 'in a browser' 'npm ci --ignore-scripts in tests/players installs what it needs'
else
	export CHROMIUM
	# The pages of all languages are made alike: both directions, both views, letters of other kinds.
	PLAYERS_DIR=$players node "$srcdir/tests/players/page.mjs" "$work/pages"/ar-candidate.html "$work/pages"/de-full.html \
		"$work/pages"/he-full.html "$work/pages"/ja-candidate.html >"$work/found" 2>&1
	none 'axe-core finds nothing, in light, in dark, with forced colours, on a phone' "$work/found"
fi
finish
