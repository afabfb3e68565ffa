# SPDX-License-Identifier: Apache-2.0
# What the qti plugin makes of every element of the text and every type of item (tests/banks/qti).
command -v xmllint >/dev/null || { echo "1..0 # SKIP xmllint is not installed"; exit 0; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
n=0

ok() { # NAME COMMAND...: ok when the command succeeds and says nothing
	n=$((n + 1)); name=$1; shift
	if "$@" >"$work/out" 2>&1 && [ ! -s "$work/out" ]; then echo "ok $n - $name"
	else echo "not ok $n - $name"; sed 's/^/# /' "$work/out" | head -n 20; fi
}
export_form() { # BANK VIEW FOLDER
	( cd "$1" && "$IW" export A --to qti --view "$2" -o "$work/$3" ) >"$work/log" 2>&1 || cat "$work/log"
}
# In an XPath below, *[name] is short for *[local-name()='name'].
get() { # FILE XPATH
	xmllint --nonet --xpath "$(printf %s "$2" | sed "s/\*\[\([A-Za-z][A-Za-z-]*\)\]/*[local-name()='\1']/g")" "$work/$1" 2>&1
}
is() { # NAME FILE XPATH EXPECTED
	n=$((n + 1)); got=$(get "$2" "$3")
	if [ "$got" = "$4" ]; then echo "ok $n - $1"
	else echo "not ok $n - $1"; printf '%s\n' "expected: $4" "got:      $got" | sed 's/^/# /'; fi
}
nowhere() { # PATTERN FOLDER
	! grep -rE -- "$1" "$work/$2"
}

ok "export, candidate view" export_form "$srcdir/tests/banks/qti" candidate c
ok "export, full view" export_form "$srcdir/tests/banks/qti" full f
[ -f "$work/c/items/q8.xml" ] && [ -f "$work/f/items/q8.xml" ] || { echo "Bail out! there is no export to look at"; exit 1; }
ok "nothing else is written" test "$(cd "$work/c" && find . -type f | sort | tr '\n' ' ')" = "./imsmanifest.xml \
./items/q1.xml ./items/q2.xml ./items/q3.xml ./items/q4.xml ./items/q5.xml ./items/q6.xml ./items/q7.xml ./items/q8.xml \
./media/m1.svg ./styles/formulas.css ./tests/form.xml "
ok "pictures are as they were" cmp "$work/c/media/m1.svg" "$srcdir/tests/banks/qti/media/flow.svg"
is "UTF-8 is declared" c/items/q1.xml 'string(/*/@identifier)' q1
ok "with an XML declaration" test "$(head -n 1 "$work/c/items/q1.xml")" = '<?xml version="1.0" encoding="UTF-8"?>'

# Text
joiner=$(printf '\342\201\240') # keeps the braces of an attribute apart
ok "no {{ is left, candidate view" nowhere '\{\{' c/items
ok "no {{ is left, full view" nowhere '\{\{' f/items
is "braces" c/items/q1.xml 'string(//*[qti-item-body]/*[p][1])' \
	'Template {{7*7}} and {{{8*8}}} and {{9*9}} and {{6*6}} and ${{ github.ref }}.'
is "markup as text" c/items/q1.xml 'string(//*[qti-item-body]/*[p][2])' \
	"Markup: <script>alert(1)</script> &amp; \"quoted\" 'single' ]]> <b>]]&gt;</b> {{5*5}} end."
is "the last paragraph is the prompt" c/items/q1.xml 'string(//*[qti-prompt])' \
	'Which of these MOST plainly ab shows אבגשלום (1), é 中 😀 and a link All times are UTC.?'
is "another language and direction" c/items/q1.xml 'concat(//*[span][@dir]/@xml:lang, " ", //*[span][@dir]/@dir)' 'he rtl'
is "a note is small" c/items/q1.xml 'string(//*[small])' 'All times are UTC.'
is "no link in an item" c/items/q1.xml 'count(//*[a])' 0
is "an option is one element" c/items/q1.xml 'string(//*[qti-simple-choice][count(*) = 1 and not(text())][1]/*[span])' 'Use a b chunks {{1+1}}.'
is "or a block" c/items/q1.xml 'string(//*[qti-simple-choice][4]/*[div]/*[p])' 'A paragraph'
is "code keeps its white space" c/items/q2.xml 'string(//*[pre][1])' "job:
    if: a < b && c
	tab \"q\" 'x'
  - \${{ 7*7 }}

end"
is "and its language" c/items/q2.xml 'string(//*[pre][1]/@class)' 'language-yaml'
is "it runs from left to right" c/items/q8.xml 'concat((//*[pre])[1]/@dir, " ", (//*[code])[1]/@dir)' 'ltr ltr'
is "once" c/items/q2.xml 'count(//*[pre]//*[@dir])' 0
is "nested lists" c/items/q2.xml 'string(//*[ul]/*[li]/*[ol]/*[li][2]/*[code])' 'ls -l'
is "a formula in a quotation" c/items/q2.xml 'string(//*[blockquote]/*[span]/*[math])' x
is "a formula in a figure" c/items/q2.xml 'string(//*[figure]/*[div]/*[math])' z
is "a picture" c/items/q2.xml 'string((//*[figure]/*[img])[1]/@src)' ../media/m1.svg
is "its size" c/items/q2.xml 'concat((//*[figure]/*[img])[1]/@width, "x", (//*[figure]/*[img])[1]/@height)' 64x26
is "its description" c/items/q2.xml 'translate((//*[figure]/*[img])[1]/@alt, "'"$joiner"'", "")' 'Flow {{2*2}} "of" data'
is "an empty description" c/items/q2.xml 'count(//*[qti-simple-choice]//*[img][@alt = ""])' 1
is "its caption" c/items/q2.xml 'string(//*[figure][1]/*[figcaption]/*[em])' flow
is "a table's caption" c/items/q2.xml 'string(//*[table][1]/*[caption])' 'Latency {{1*1}}'
is "cells that span" c/items/q2.xml 'concat(//*[td]/@colspan, //*[td]/@rowspan, //*[th]/@scope)' 22col
is "cells that align" c/items/q2.xml 'concat((//*[td]/@align)[1], " ", (//*[td]/@align)[2], " ", (//*[td]/@align)[3])' 'right center left'
is "from right to left" c/items/q8.xml 'concat(/*/@xml:lang, " ", //*[qti-item-body]/@dir, " ", (//*[td]/@align)[1])' 'ar rtl right'

# Formulas
is "a formula without its source" c/items/q3.xml 'count(//*[semantics] | //*[annotation])' 0
is "of MathML's namespace" c/items/q3.xml 'namespace-uri((//*[mfrac])[1])' 'http://www.w3.org/1998/Math/MathML'
is "braces in a formula" c/items/q3.xml 'string(//*[mrow][*[mtext]])' '{{7*7}}'
is "only attributes that are known" c/items/q3.xml 'count(//*[mrow]/@open | //*[mfrac][2]/@linethickness | //*[mstyle]/@mathvariant)' 0
is "truth is true" c/items/q3.xml 'string((//*[math])[1]/@displaystyle)' true
is "fences are operators" c/items/q3.xml 'concat(//*[mrow][*/@fence = "true" and not(@dir)], "|", count(//*[mfenced]))' '{a;b}|0'
is "a long identifier is upright" c/items/q3.xml 'concat(count(//*[mi][string-length() > 1]) = count(//*[mi][string-length() > 1][@mathvariant = "normal"]), (//*[mi][. = "b"])[1]/@mathvariant)' true
is "a style, where there is a formula" c/items/q3.xml 'concat(//*[qti-stylesheet]/@href, " ", count(//*[math][not(@dir = "ltr")]))' '../styles/formulas.css 0'
is "and nowhere else" c/items/q1.xml 'count(//*[qti-stylesheet])' 0
is "manifest: the style" c/imsmanifest.xml 'concat(//*[resource][@identifier = "style-formulas"]/@href, count(//*[dependency][@identifierref = "style-formulas"]))' styles/formulas.css3

# Interactions
is "multiple choice" c/items/q1.xml 'concat(//*[qti-choice-interaction]/@max-choices, //*[qti-choice-interaction]/@min-choices, //*[qti-choice-interaction]/@shuffle)' 10false
is "multiple response" c/items/q2.xml 'concat(//*[qti-choice-interaction]/@max-choices, //*[qti-response-declaration]/@cardinality)' 2multiple
is "options are lettered" c/items/q2.xml 'string((//*[qti-simple-choice]/@identifier)[5])' E
is "ordering, all options" c/items/q4.xml 'concat(count(//*[qti-order-interaction]), //*[qti-response-declaration]/@cardinality)' 1ordered
is "ordering, some options" c/items/q5.xml 'concat(count(//*[qti-gap-text]), count(//*[ol]/*[li]//*[qti-gap]))' 53
is "its places" c/items/q5.xml 'string((//*[qti-gap]/@identifier)[3])' P3
is "ordering, some options with blocks" c/items/q6.xml 'concat(count(//*[qti-simple-match-set][1]/*), count(//*[qti-simple-match-set][2]/*))' 43
is "matching" c/items/q7.xml 'concat(//*[qti-match-interaction]/@max-associations, //*[qti-match-interaction]/@min-associations)' 30
is "prompts" c/items/q7.xml 'concat((//*[qti-simple-match-set])[1]/*[1]/@identifier, (//*[qti-simple-match-set])[1]/*[1]/@match-max)' P11
is "responses" c/items/q7.xml 'concat((//*[qti-simple-match-set])[2]/*[1]/@identifier, (//*[qti-simple-match-set])[2]/*[1]/@match-max)' A3

# Secrecy
ok "no key, no score, no feedback" nowhere 'correct-|processing|modal|FEEDBACK|default-value|normal-|qti-weight|category|label=' c
ok "no name of the author's" nowhere 'order-some|blocks|arabic|flow\.svg|unscored|domain|"(w|r[123]|s[123]|d[01])"' c
ok "no rationale or reference" nowhere 'As a whole|There|Yes\.|It filters|reference|A book|example\.org' c/items
cp -R "$srcdir/tests/banks/qti" "$work/bank" && chmod -R u+w "$work/bank"
export_form "$work/bank" candidate c1
ok "the same form, the same bytes" diff -r "$work/c" "$work/c1"
sed 's/distractor id="x"/KEY id="x"/; s/<key/<distractor/; s/KEY/key/; s,</key>,</distractor>,; s,break</distractor>,break</key>,' \
	"$srcdir/tests/banks/qti/items/text.xml" >"$work/bank/items/text.xml"
sed 's/distractor id="d0"/STEP id="d0"/; s,{{2\*2}}</distractor>,{{2*2}}</step>,; s,step id="s3"\(.*\)</step>,distractor id="s3"\1</distractor>,; s/STEP/step/' \
	"$srcdir/tests/banks/qti/items/order-some.xml" >"$work/bank/items/order-some.xml"
sed 's/match="r1"/match="r3"/; s/ scored="no"//' "$srcdir/tests/banks/qti/items/matching.xml" >"$work/bank/items/matching.xml"
sed 's/ scored="no"//; s/ref="math"/ref="math" scored="no"/' "$srcdir/tests/banks/qti/forms/A.xml" >"$work/bank/forms/A.xml"
ok "other keys can be exported" export_form "$work/bank" candidate c2
ok "other keys, the same bytes" diff -r "$work/c" "$work/c2"
ok "other keys, another full view" export_form "$work/bank" full f2
ok "which tells them" test "$(get f2/items/q1.xml 'string(//*[qti-correct-response])' | tr -d ' \n')" = C

# The full view
is "key" f/items/q1.xml 'normalize-space(//*[qti-correct-response])' B
is "keys" f/items/q2.xml 'normalize-space(//*[qti-correct-response])' 'A C'
is "order" f/items/q4.xml 'normalize-space(//*[qti-correct-response])' 'A B C'
is "order of some" f/items/q5.xml 'normalize-space(//*[qti-correct-response])' 'B P1 C P2 E P3'
is "order of some with blocks" f/items/q6.xml 'normalize-space(//*[qti-correct-response])' 'A P1 C P2 D P3'
is "pairs" f/items/q7.xml 'normalize-space(//*[qti-correct-response])' 'P1 B P2 A P3 A'
is "the bank's name of the item" f/items/q5.xml 'string(/*/@label)' order-some
is "feedback tells the answer" f/items/q7.xml 'normalize-space((//*[qti-modal-feedback])[1]//*[p][1])' '1 → B, 2 → A, 3 → A'
is "and the rationales" f/items/q1.xml 'string((//*[qti-modal-feedback])[2]//*[dd][1])' 'No: {{2+2}}, see there.'
is "with their links" f/items/q1.xml 'string((//*[dd]//*[a])[1]/@href)' 'https://example.org/?a=1&b=2'
is "and references" f/items/q1.xml 'string((//*[qti-modal-feedback])[2]//*[p][*[a]])' 'A {{reference}}'

# Test and manifest
is "time limit" c/tests/form.xml 'string(//*[qti-time-limits]/@max-time)' 1200
is "title" c/tests/form.xml 'string(/*/@title)' 'Hard & harder <exam> {{7*7}}, Form "A" & only'
is "a name that begins with a letter" c/tests/form.xml 'string(/*/@identifier)' form-3hard-A-1
is "navigation" c/tests/form.xml 'concat(//*[qti-test-part]/@navigation-mode, " ", //*[qti-test-part]/@submission-mode)' 'nonlinear simultaneous'
is "items in order" c/tests/form.xml 'concat(count(//*[qti-assessment-item-ref]), //*[qti-assessment-item-ref][8]/@href, //*[qti-ordering]/@shuffle)' 8../items/q8.xmlfalse
is "an unscored item counts nothing" f/tests/form.xml 'concat(//*[@identifier="q7"]/@category, //*[@identifier="q7"]/*/@value)' unscored0
is "a scored one by its domain" f/tests/form.xml 'concat(//*[@identifier="q1"]/@category, //*[@identifier="q1"]/*/@value)' domain-d11
is "the cut" f/tests/form.xml 'string(//*[qti-gte]/*[qti-base-value])' 4.5
is "manifest: items and pictures" c/imsmanifest.xml 'concat(count(//*[resource]), " ", count(//*[@identifier="test"]/*[dependency]))' '11 8'
is "manifest: pictures of an item" c/imsmanifest.xml 'string(//*[@identifier="q2"]/*[dependency]/@identifierref)' media-m1.svg
is "manifest: kinds" c/imsmanifest.xml 'normalize-space(concat(//*[@identifier="q4"]//*[interactionType], " ", //*[@identifier="q5"]//*[interactionType], " ", //*[@identifier="q6"]//*[interactionType]))' \
	'orderInteraction gapMatchInteraction matchInteraction'
echo "1..$n"
