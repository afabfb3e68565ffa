# SPDX-License-Identifier: Apache-2.0
# lint --baseline: what was there is accepted until its text is touched, and what is gone is found.
. "$srcdir/tests/lib.sh"

bank=$work/bank
copy_bank "$srcdir/tests/banks/small" "$bank"
base=$bank/base.json
cat >"$bank/items/own.xml" <<'END'
<items xmlns="urn:itemwright:1">
<item id="own-1" domain="d1"><stem><p>Which sail is hoisted first?</p></stem>
<multiple-choice><key>Main</key><distractor>Jib</distractor><distractor>Jib</distractor><distractor>Kite</distractor></multiple-choice></item>
<item id="own-2" domain="d1"><stem><p>Which rope hoists it?</p></stem>
<multiple-choice><key>A halyard</key><distractor>A sheet</distractor><distractor>A sheet</distractor><distractor>A sheet</distractor></multiple-choice></item>
</items>
END
echo 'not a picture' >"$bank/media/spare.png"
# By rules whose findings are of old, so that new ones change nothing here.
rules='--select item/*,bank/unused-media,bank/duplicate-*,xml/*,form/*,config/*'
lint() { (cd "$bank" && exec "$IW" lint $rules --baseline base.json "$@"); }
found() { # WHAT WORDS...: of the findings that the last command printed as JSON, each its item or file, and its rule
	found_what=$1
	shift
	jq -r '.findings[] | "\(.item // .file) \(.rule)"' "$work/out" 2>&1 | LC_ALL=C sort >"$work/found"
	if [ $# -gt 0 ]; then printf '%s\n' "$@"; fi | diff - "$work/found" >"$work/difference" 2>&1
	ok $? "$found_what" "$work/difference" "$work/err"
}
entries() { jq -r '.findings[] | "\(.item // .file) \(.rule) \(.count)"' "$base" >"$work/entries" 2>&1; }

# A baseline is made
check 'a baseline that is not there' 2 lint
says 'how to make it' 'base.json: there is no such file; make it with itemwright lint --baseline base.json --update-baseline'
check 'to update no baseline' 2 at "$bank" "$IW" lint --update-baseline
says 'what is missing' '--baseline FILE says where the baseline is'
check 'a baseline without a name' 2 at "$bank" "$IW" lint --baseline ''
check 'without one, errors' 1 at "$bank" "$IW" lint $rules -f json
found 'what there is' 'media/spare.png bank/unused-media' 'own-1 item/duplicate-option' \
	'own-2 item/duplicate-option' 'own-2 item/duplicate-option'
check 'it is made' 0 lint --update-baseline
[ ! -s "$work/out" ] && [ "$(cat "$work/err")" = 'itemwright: base.json: 3 entries added, 0 removed; 3 in all' ]
ok $? 'and says how much it holds' "$work/out" "$work/err"
entries
printf '%s\n' 'media/spare.png bank/unused-media 1' 'own-1 item/duplicate-option 1' 'own-2 item/duplicate-option 2' |
	diff - "$work/entries" >"$work/difference"
ok $? 'an entry for each item, rule and content' "$work/difference" "$base"
jq -e '.version == 1 and (keys == ["findings", "version"]) and all(.findings[]; .content | test("^[0-9a-f]{16}$"))' "$base" >"$work/jq" 2>&1
ok $? 'in the form that is documented' "$base"
[ "$(grep -c '"rule"' "$base")" -eq 3 ] && [ "$(wc -l <"$base")" -eq 8 ]
ok $? 'one entry a line' "$base"
cp "$base" "$work/made.json"
check 'again' 0 lint --update-baseline
says 'nothing is added' '0 entries added, 0 removed; 3 in all'
same 'the same bytes' "$base" "$work/made.json"
[ "$(stat -c %a "$base")" = 644 ]
ok $? 'it can be read by all'

# What is known is not shown
check 'with it' 0 lint -f json --fail-on note
found 'nothing is found'
says 'the summary tells of it' 'no findings in 7 items, 1 form' 'not shown: 4 findings in the baseline'
check 'quietly' 0 lint -q
[ ! -s "$work/out" ] && [ ! -s "$work/err" ]
ok $? 'nothing at all'
check 'for formats that show what is known' 0 lint -f sarif
jq -e '[.runs[].results[] | .baselineState] == ["unchanged", "unchanged", "unchanged", "unchanged"]' "$work/out" >"$work/jq" 2>&1
ok $? 'it is marked' "$work/out"
check 'from elsewhere' 0 at "$work" "$IW" lint $rules --baseline bank/base.json bank --fail-on note
check 'by a sub-folder' 0 at "$bank/items" "$IW" lint $rules --baseline ../base.json --fail-on note
for jobs in 1 2 8; do check "with $jobs threads" 0 lint --jobs $jobs --fail-on note; done

# It is about the text, not the place
mkdir "$bank/items/moved"
sed -e '/own-2/,/<\/item>/d' "$bank/items/own.xml" >"$work/one" && sed -e '/own-1/,/<\/item>/d' -e 's/^/\n   /' "$bank/items/own.xml" >"$work/two"
mv "$work/one" "$bank/items/own.xml" && mv "$work/two" "$bank/items/moved/two.xml"
check 'moved to another file, and laid out anew' 0 lint -f json --fail-on note
found 'is still known'
sed -i 's/A halyard/A thin halyard/' "$bank/items/moved/two.xml"
check 'another option of the item is changed' 0 lint -f json --fail-on note
sed -i 's/A sheet/A thin sheet/g' "$bank/items/moved/two.xml"
check 'the text itself is changed' 1 lint -f json
found 'it is found again, and the entry is not needed' 'base.json config/stale-baseline' \
	'own-2 item/duplicate-option' 'own-2 item/duplicate-option'
jq -e '.findings[] | select(.rule == "config/stale-baseline") | .line == 6 and .column == 5 and .severity == "warning"' \
	"$work/out" >"$work/jq" 2>&1
ok $? 'at the line of the entry' "$work/out"
sed -i 's/A thin sheet/A sheet/g' "$bank/items/moved/two.xml"
sed -i 's/<\/multiple-choice>/<distractor>Jib<\/distractor>&/' "$bank/items/own.xml"
check 'one more of the same' 1 lint -f json
found 'shows, once' 'own-1 item/distractor-count' 'own-1 item/duplicate-option'

# Which entries are stale
sed -i 's/<distractor>Jib<\/distractor><\/multiple/<\/multiple/; s/Jib/Genoa/' "$bank/items/own.xml"
rm "$bank/media/spare.png"
sed -i '0,/A sheet/s//A tack/' "$bank/items/moved/two.xml"
check 'mended' 0 lint
says 'each is told' "base.json:4:5: warning: 'media/spare.png' no longer has this finding of 'bank/unused-media'" \
	"base.json:5:5: warning: 'own-1' no longer has this finding of 'item/duplicate-option'" \
	"base.json:6:5: warning: 1 of 2 findings of 'item/duplicate-option' in 'own-2' are gone"
says 'what to do' '--update-baseline'
check 'as errors' 1 lint --rule config/stale-baseline=error
stale() { # WHAT COUNT ARGUMENT...: how many are stale then
	stale_what=$1 stale_count=$2
	shift 2
	run lint -f json "$@"
	[ "$(jq '[.findings[] | select(.rule == "config/stale-baseline")] | length' "$work/out")" = "$stale_count" ]
	ok $? "$stale_what: $stale_count" "$work/out" "$work/err"
}
stale 'all of them' 3
stale 'without the rule itself' 0 --ignore config/stale-baseline
stale 'without one rule' 2 --ignore bank/unused-media
stale 'without another' 1 --rule item/duplicate-option=off
stale 'without a group' 1 --ignore 'item/*'
stale 'for one file' 1 items/own.xml
stale 'for a folder' 1 items/moved
stale 'for a file without any' 0 items/anchor.xml
stale 'for the baseline' 3 base.json
stale 'for nothing' 0 -
cp "$bank/items/moved/two.xml" "$work/two.xml" && echo '<items' >"$bank/items/moved/two.xml"
stale 'with a file that cannot be read, of items there are' 1
cp "$work/two.xml" "$bank/items/moved/two.xml"
cp "$bank/exam.xml" "$work/exam.xml" && echo '<exam' >"$bank/exam.xml"
stale 'without an exam' 0
cp "$work/exam.xml" "$bank/exam.xml"
sed -i 's/<stem><p>Which sail/<?itemwright allow="config\/stale-baseline" reason="x"?>&/' "$bank/items/own.xml"
stale 'not by an allowance' 3
sed -i 's/<?itemwright[^?]*?>//' "$bank/items/own.xml"
check 'it is updated' 0 lint --update-baseline
says 'what changed' 'base.json: 0 entries added, 2 removed, 1 changed; 1 in all'
entries
[ "$(cat "$work/entries")" = 'own-2 item/duplicate-option 1' ]
ok $? 'one is left' "$work/entries"
check 'then' 0 lint --fail-on note

# What is allowed needs no entry
sed -i 's/<stem><p>Which rope/<?itemwright allow="item\/duplicate-option" reason="on purpose"?>&/' "$bank/items/moved/two.xml"
check 'an allowance for what is known' 0 lint -f json
found 'makes its entry stale' 'base.json config/stale-baseline'
check 'it is updated' 0 lint --update-baseline
[ "$(jq -c .findings "$base")" = '[]' ]
ok $? 'and is empty' "$base"
sed -i 's/<?itemwright[^?]*?>//' "$bank/items/moved/two.xml"

# A part of the bank
sed -i 's/Genoa/Kite/' "$bank/items/own.xml"
echo x >"$bank/media/spare.png"
check 'to accept one file alone' 0 lint --update-baseline items/own.xml
says 'one entry' '1 entry added, 0 removed; 1 in all'
check 'the rest is found' 1 lint -f json
found 'as before' 'media/spare.png bank/unused-media' 'own-2 item/duplicate-option'
check 'to accept the findings of one rule' 0 lint --update-baseline --ignore item/duplicate-option
says 'the entry of another rule stays' '1 entry added, 0 removed; 2 in all'
check '--show narrows what is shown, not what is accepted' 0 lint --update-baseline --show error --rule item/duplicate-option=note
says 'one more' '1 entry added, 0 removed; 3 in all'

# Files
same_as_base() { cmp -s "$base" "$work/kept.json"; }
cp "$base" "$work/kept.json"
check 'in a new folder' 0 at "$bank" "$IW" lint $rules --baseline "$work/new/base.json" --update-baseline
same 'it is made' "$work/new/base.json" "$base"
check 'outside of the bank' 0 at "$bank" "$IW" lint $rules --baseline "$work/new/base.json" --fail-on note
check 'a format in the same file' 2 lint -f json=base.json
says 'is refused' 'base.json is the baseline'
check 'an update with a format, which cannot be written' 3 lint --update-baseline -f json="$bank/items" --ignore bank/unused-media
same_as_base
ok $? 'leaves the baseline' "$base"
check 'an update with a format' 0 lint --update-baseline -f json="$work/report.json"
[ "$(jq -c .findings "$work/report.json")" = '[]' ]
ok $? 'which has nothing to tell' "$work/report.json"
printf 'name\377.png' >"$work/odd" && echo x >"$bank/media/$(cat "$work/odd")" && echo x >"$bank/media/two
lines.png"
check 'files with odd names' 0 lint --update-baseline
check 'are known again' 0 lint --fail-on note
rm "$bank/media/$(cat "$work/odd")" "$bank/media/two
lines.png"
cp "$work/kept.json" "$base"

# Hostile and damaged files: refused, with the place, and never written over
refused() { # WHAT WORDS TEXT: TEXT, a format of printf, is the baseline
	printf "$3" >"$base" && cp "$base" "$work/kept.json"
	check "$1" 2 lint
	says "$1: why" "$2"
	says_not "$1: nothing of it goes to the terminal" "$(printf '\033')"
	check "$1: an update" 2 lint --update-baseline
	same_as_base
	ok $? "$1: is left as it is"
}
refused 'an empty file' 'base.json is no baseline' ''
refused 'a file of another kind' 'base.json is no baseline' '<exam/>'
refused 'an object of another kind' 'base.json is no baseline' '{"name":"x"}'
refused 'a damaged file' 'base.json:4: ' '{"version":1,\n"findings":[\n{"item":"a","rule":\n'
refused 'a later version' 'is not of version 1' '{"version":9,"findings":[]}'
refused 'an unfinished merge' 'base.json:2: the marks of an unfinished merge' '{"version":1,"findings":[\n<<<<<<< ours\n]}'
refused 'control characters' 'base.json:2: ' '{"version":1,"findings":[\n\033[31m]}'
refused 'what is not UTF-8' 'base.json:2: ' '{"version":1,"findings":[\n{"item":"\377"}]}'
refused 'an entry of another kind' 'base.json:2: an entry has' \
	'{"version":1,"findings":[\n{"item":"a","rule":"a/b","content":"0123456789abcdef","count":1,"why":"x"}]}'
refused 'an entry twice' 'base.json:3: the same item' \
	'{"version":1,"findings":[\n{"item":"a","rule":"a/b","content":"0123456789abcdef","count":1},\n{"item":"a","rule":"a/b","content":"0123456789abcdef","count":2}]}'
rm "$base" && mkdir "$base"
check 'a folder' 2 lint
says 'it is named' 'base.json: not a regular file'
check 'a folder cannot be updated' 2 lint --update-baseline
rmdir "$base"
[ -z "$(find "$work" -name '.*.??????')" ]
ok $? 'no temporary file is left'
finish
