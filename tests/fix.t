# SPDX-License-Identifier: Apache-2.0
# lint --fix: what fixes do to files, and what they leave alone.
. "$srcdir/tests/lib.sh"
bank=$work/bank
reset() { rm -rf "$bank" && copy_bank "$srcdir/tests/banks/rules" "$bank"; }
lint() { # WHAT EXIT OPTION...
	lint_what=$1 lint_exit=$2
	shift 2
	check "$lint_what" "$lint_exit" at "$bank" "$IW" lint "$@"
}
item() { # FILE TYPE ATTRIBUTES: the options are on stdin
	{
		printf '%s\n' "<item xmlns=\"urn:itemwright:1\" id=\"$1\" domain=\"wheels\" task=\"w2\">"
		printf '%s\n' "  <stem><p>How wide is the gap between pad and rim of brake $1?</p></stem>" "  <$2$3>"
		cat
		printf '%s\n' "  </$2>" '  <reference href="https://docs.example.org/">Manual</reference>' '</item>'
	} >"$bank/items/$1.xml"
}
choice() {
	item "$1" multiple-choice "$2" <<'XML'
    <distractor id="a">3 mm<rationale>Too far.</rationale></distractor>
    <key id="b">1 mm<rationale>As the manual says.</rationale></key>
    <!-- from a survey -->
    <distractor id="c">9 mm<rationale>Too far.</rationale></distractor>
    <distractor id="d">7 mm<rationale>Too far.</rationale></distractor>
XML
}

reset
lint 'a bank without findings' 0 --fix
says 'nothing is mended' 'mended 0 findings in 0 files' 'no findings'
same_tree 'the bank is as it was' "$srcdir/tests/banks/rules" "$bank"

choice gap-01 ''
chmod 640 "$bank/items/gap-01.xml"
lint 'options out of order' 0
says 'the finding is there' '[writing/option-order]' '= fix: put the options in order'
lint 'options out of order are mended' 0 --fix
says 'it says so' 'mended 1 finding in 1 file' 'no findings'
cat >"$work/expect" <<'XML'
  <multiple-choice shuffle="no">
    <key id="b">1 mm<rationale>As the manual says.</rationale></key>
    <distractor id="a">3 mm<rationale>Too far.</rationale></distractor>
    <!-- from a survey -->
    <distractor id="d">7 mm<rationale>Too far.</rationale></distractor>
    <distractor id="c">9 mm<rationale>Too far.</rationale></distractor>
  </multiple-choice>
XML
sed -n '/<multiple-choice/,/<\/multiple-choice/p' "$bank/items/gap-01.xml" >"$work/now"
same 'options are whole, in order, and stay so on a form' "$work/expect" "$work/now"
[ "$(stat -c %a "$bank/items/gap-01.xml")" = 640 ]
ok $? "the file's mode is kept"
cp "$bank/items/gap-01.xml" "$work/once"
lint 'a second run' 0 --fix
same 'has nothing to do' "$work/once" "$bank/items/gap-01.xml"

# Bytes outside of a fix are left as they are.
reset
choice gap-01 ''
{ printf '\357\273\277' && sed 's/$/\r/' "$bank/items/gap-01.xml"; } >"$work/crlf" && cp "$work/crlf" "$bank/items/gap-01.xml"
lint 'a file with a byte order mark and CRLF' 0 --fix
{ printf '\357\273\277' && sed 's/$/\r/' "$work/once"; } >"$work/expect"
same 'is mended in its places' "$work/expect" "$bank/items/gap-01.xml"

reset
item steps-01 ordering ' shuffle="no"' <<'XML'
    <step id="a">Loosen the nut.<rationale>First.</rationale></step>
    <step id="b">Turn the pad.</step>
    <step id="c">Tighten the nut.</step>
XML
lint 'an ordering item that shows its answer' 0 --select item/ordering-unshuffled --fix
grep -q '<ordering shuffle="yes">' "$bank/items/steps-01.xml"
ok $? 'is shuffled' "$bank/items/steps-01.xml"

allow() { # RULES: an allowance in an item of its own
	item allow-01 multiple-choice '' <<XML
    <?itemwright allow="$1" reason="for the test"?>
    <key id="b">A sheet of paper<rationale>As the manual says.</rationale></key>
    <distractor id="a">A finger<rationale>Too far.</rationale></distractor>
    <distractor id="c">A coin<rationale>Too far.</rationale></distractor>
    <distractor id="d">A thumb<rationale>Too far.</rationale></distractor>
XML
}
reset
allow 'writing/negative-stem'
lint 'an allowance that is not used' 0 --fix --select 'config/*' --rule 'writing/*=warning'
allow 'writing/negative-stem'
lint 'an allowance that is not used, with its rule on' 0 --fix
! grep -q itemwright.allow "$bank/items/allow-01.xml"
ok $? 'is removed' "$bank/items/allow-01.xml"
allow 'writing/negative-stem writing/vague-term'
cp "$bank/items/allow-01.xml" "$work/before"
lint 'one of two rules of an allowance' 0 --fix
same 'is left to the author' "$work/before" "$bank/items/allow-01.xml"

# What is not shown is not mended.
reset
choice gap-01 ''
choice gap-02 ''
lint 'a fix of one file' 0 --fix items/gap-02.xml
grep -q 'shuffle="no"' "$bank/items/gap-02.xml" && ! grep -q 'shuffle="no"' "$bank/items/gap-01.xml"
ok $? 'leaves the other alone'
lint 'a fix of errors alone' 0 --fix --show error
! grep -q 'shuffle="no"' "$bank/items/gap-01.xml"
ok $? 'leaves a warning alone'

finish
