# SPDX-License-Identifier: Apache-2.0
# The options of lint: formats and where they go, what is shown and what fails, rules, lists of paths, colours.
. "$srcdir/tests/lib.sh"
unset NO_COLOR
TERM=xterm && export TERM
escape=$(printf '\033')

# One error, one warning and one note, of rules that each find one thing.
bank=$work/bank
mkdir -p "$bank/items/deep" "$bank/media"
cat >"$bank/exam.xml" <<'END'
<exam xmlns="urn:itemwright:1" id="e" version="1" xml:lang="en"><title>E</title>
  <blueprint scored="1"><domain id="d" weight="100"><title>D</title></domain></blueprint>
  <item-types><multiple-choice keys="1" distractors="1.."/></item-types>
  <lint><rule id="item/duplicate-option" severity="note"/></lint>
</exam>
END
item() { # FILE ID OPTIONS
	printf '%s\n' "<item xmlns=\"urn:itemwright:1\" id=\"$2\" domain=\"d\" status=\"approved\">" \
		"<stem><p>Which $2?</p></stem><multiple-choice>$3</multiple-choice></item>" >"$bank/items/$1"
}
yes='<key>Yes</key>' no='<distractor>No</distractor>'
item error.xml two "$yes<key>Yea</key>$no"
item deep/note.xml twice "$yes$no$no"
item good.xml good "$yes$no"
echo 'not a picture' >"$bank/media/spare.png"
few='item/key-count,item/duplicate-option,bank/unused-media'
lint() { # ARGUMENT...: in the bank, with just the rules that find one thing each
	(cd "$bank" && exec "$IW" lint --select "$few" "$@")
}
lists() { # WHAT RULE...: the last command printed JSON that lists just these, in this order
	lists_what=$1
	shift
	jq -r '.findings[].rule' "$work/out" >"$work/rules" 2>&1
	if [ $# -gt 0 ]; then printf '%s\n' "$@"; fi | diff - "$work/rules" >"$work/difference" 2>&1
	ok $? "$lists_what" "$work/difference" "$work/err"
}
note=item/duplicate-option error=item/key-count warning=bank/unused-media

# --show and --fail-on
check 'all levels' 1 lint -f json
lists 'note, error, warning' $note $error $warning
says 'the summary counts them' '1 error, 1 warning, 1 note in 3 items, 0 forms'
says_not 'nothing is hidden' 'not shown'
check '--show note is the default' 1 lint -f json --show note
lists 'all' $note $error $warning
check '--show warning' 1 lint -f json --show warning
lists 'not the note' $error $warning
says 'the note is counted, and said to be hidden' '1 error, 1 warning, 1 note' 'not shown: 1 note by --show warning'
check '--show error' 1 lint -f json --show error
lists 'the error alone' $error
says 'what is hidden' 'not shown: 1 warning, 1 note by --show error'
check '--fail-on never' 0 lint --fail-on never
check '--fail-on error' 1 lint --fail-on error
check '--fail-on error, with less' 0 lint --fail-on error --ignore $error
check '--fail-on warning' 1 lint --fail-on warning --ignore $error
check '--fail-on warning, with less' 0 lint --fail-on warning --select $note --ignore $error,$warning
check '--fail-on note' 1 lint --fail-on note --ignore $error,$warning
check '--fail-on note, with nothing' 0 lint --fail-on note --ignore '*/*'
check 'what is not shown fails too' 1 lint -f json --fail-on note --show error --ignore $error
lists 'nothing is shown'
says 'and it is said' 'not shown: 1 warning, 1 note'
check '--show off' 2 lint --show off
says 'the levels' '--show takes error, warning or note, not '\''off'\'
check '--fail-on off' 2 lint --fail-on off
says 'the levels' '--fail-on takes error, warning, note or never'

# --select, --ignore, --rule
all() { at "$bank" "$IW" lint -f json "$@"; }
check '--select a glob' 1 all --select 'item/*' --ignore 'item/dup*'
lists 'what is selected and not ignored' $error
check '--select several times' 0 all --select $note --select $warning
lists 'both' $note $warning
check '--rule' 1 all --select "$few" --rule "$note=error,$error=off" --rule "bank/*=note"
lists 'two are left' $note $warning
jq -r '.findings[].severity' "$work/out" | tr '\n' ' ' | grep -qx 'error note '
ok $? 'with their new severities' "$work/out"
check '--rule turns on what the exam turned off' 1 all --select $note --rule "$note=error"
check 'an unknown rule' 2 all --select item/key-cuont
says 'the one that is meant' "there is no rule 'item/key-cuont'; did you mean 'item/key-count'?"
check 'no rule' 2 all --ignore ''
check 'a rule without a severity' 2 all --rule $note
check 'a list with a hole' 2 all --ignore "$note,,$error"

# --format
"$IW" lint --format none 2>&1 | sed "s/.*choose //; s/,//g; s/ or / /" | tr ' ' '\n' >"$work/formats"
[ "$(wc -l <"$work/formats")" -ge 2 ]
ok $? 'an unknown format names those there are' "$work/formats"
"$IW" lint --help >"$work/help"
for format in $(cat "$work/formats"); do
	check "--format $format" 1 lint --format "$format"
	cp "$work/out" "$work/printed"
	check "--format $format=FILE" 1 lint --format "$format=$work/written"
	[ ! -s "$work/out" ] && same "$format: the file is what is printed, which it no longer is" "$work/printed" "$work/written"
	grep -qw "$format" "$work/help"
	ok $? "--help tells of $format" "$work/help"
done
lint -f json >"$work/json" 2>"$work/err"
lint -f text >"$work/text" 2>"$work/err"
check 'several formats' 1 lint -f text -f json="$work/new/a.json" --format text="$work/new/a=b.txt"
same 'one is printed' "$work/out" "$work/text"
same 'one is in a file' "$work/new/a.json" "$work/json"
same 'one has an odd name' "$work/new/a=b.txt" "$work/text"
check 'a file next to the bank' 1 lint -f json=out.json
same 'it is where it belongs' "$bank/out.json" "$work/json"
rm "$bank/out.json"
check 'two formats for one output' 2 lint -f text -f json
says 'how to' 'one format is printed; write the others to files, as in --format json=FILE'
check 'two formats for one file' 2 lint -f "text=$work/x" -f "json=$work/x"
says 'the file' "two formats cannot be written to one file, $work/x"
check 'a format for no file' 2 lint -f text=
says 'how to' 'names no file'
[ ! -e "$work/x" ]
ok $? 'wrong usage writes nothing'

# All files or none, and nothing is printed when they cannot be written.
mkdir "$work/folder"
echo old >"$work/first.json"
check 'a file that cannot be written' 3 lint -f text -f "json=$work/first.json" -f "text=$work/folder"
[ ! -s "$work/out" ] && [ "$(cat "$work/first.json")" = old ]
ok $? 'nothing is printed, and the other file is as it was' "$work/out" "$work/first.json"
[ -z "$(find "$work" -name '.*.??????')" ]
ok $? 'no temporary file is left'
check 'a bank that is not there' 2 "$IW" lint -f "json=$work/none.json" "$work/none"
[ ! -e "$work/none.json" ]
ok $? 'no file of it'

# --statistics
check '--statistics' 1 lint --statistics -f "json=$work/with.json" --rule "item/key-count=warning" --rule "$note=error"
cat >"$work/expect" <<'END'
      1  error    item/duplicate-option  two options of an item say the same
      1  warning  item/key-count         the number of keys is not what the exam asks for
      1  warning  bank/unused-media      a file below media/ that no item shows
      3  total
END
same 'a line for each rule, and a total' "$work/out" "$work/expect"
[ "$(jq '.findings | length' "$work/with.json")" = 3 ]
ok $? 'the findings are in the file' "$work/with.json"
item more.xml more "$yes$no$no"
check '--statistics, most first' 1 lint --statistics --show warning --rule "$note=warning"
head -n 1 "$work/out" | grep -q '^ *2  warning  item/duplicate-option'
ok $? 'most first' "$work/out"
rm "$bank/items/more.xml"
check '--statistics of nothing' 0 lint --statistics --ignore '*'
[ "$(cat "$work/out")" = '      0  total' ]
ok $? 'the total alone' "$work/out"
check '--statistics and a format' 2 lint --statistics -f json
says 'how to have both' '--format json=FILE'
check '--statistics and text' 1 lint --statistics -f text

# --quiet
check '--quiet' 1 lint --quiet
same 'the findings' "$work/out" "$work/text"
none 'no summary' "$work/err"
check '-q with an error' 2 lint -q --show nothing
says 'is told' '--show takes'

# Paths on standard input
from() { # TEXT ARGUMENT...: TEXT, a format of printf, is the list
	from_list=$1
	shift
	(cd "$bank" && printf "$from_list" | "$IW" lint -f json --select "$few" "$@")
}
check 'a list of paths' 1 from 'items/error.xml\nitems/good.xml\n' -
lists 'what is in them' $error
check 'without a line end' 0 from 'media\nitems/deep/note.xml' -
lists 'what is in them' $note $warning
check 'between NULs' 0 from 'items/deep/note.xml\0media/spare.png\0' -
lists 'what is in them' $note $warning
cp "$bank/items/error.xml" "$bank/items/line
feed.xml" && mv "$bank/items/error.xml" "$work/error.xml"
check 'a name with a line feed' 1 from 'items/line\nfeed.xml\0' -
lists 'what is in it' $error
check 'a name of one line that is not there' 2 from 'items/line\nfeed.xml\n' -
mv "$work/error.xml" "$bank/items/error.xml" && rm "$bank/items/line
feed.xml"
check 'with a path beside it' 0 from 'media\n' items/deep -
lists 'both' $note $warning
check 'empty lines' 0 from '\n\nmedia\n\n' -
lists 'are no paths' $warning
check 'an empty list' 0 from '' - --fail-on note
lists 'asks for nothing'
says 'the summary' 'no findings in 3 items, 0 forms'
check 'a list of empty lines' 0 from '\n\n' -
lists 'asks for nothing'
check 'an empty list beside a path' 0 from '' media -
lists 'leaves the path' $warning
check 'the bank in a list' 1 from '.\n' -
lists 'is the whole bank' $note $error $warning
(cd "$work" && "$IW" lint - </dev/null >"$work/out" 2>"$work/err")
ok $? 'an empty list where there is no bank' "$work/err"
check 'what is not of the bank' 2 from 'items/good.xml\nREADME\n' -
echo read >"$bank/README"
check 'what is not of the bank, but there' 2 from 'items/good.xml\nREADME\n' -
says 'it is named' 'README is not part of the bank'
check 'two lists' 2 from 'media\n' - -
says 'it is told' "'-' is given twice"
check 'no list' 2 at "$bank" "$IW" lint -- --x

# What CI is told: paths from the root of the repository, or from where lint is run.
paths() { jq -r '.[].location.path' "$work/out" 2>&1; }
check 'in no repository, from the bank' 1 lint -f gitlab
paths >"$work/paths"
grep -qx items/error.xml "$work/paths"
ok $? 'from here' "$work/paths" "$work/out"
check 'in no repository, from above' 1 at "$work" "$IW" lint -f gitlab bank
paths >"$work/paths"
grep -qx bank/items/error.xml "$work/paths"
ok $? 'from here' "$work/paths"
mkdir "$work/.git"
check 'in a repository' 1 lint -f gitlab
paths >"$work/paths"
grep -qx bank/items/error.xml "$work/paths"
ok $? 'from its root' "$work/paths"
rmdir "$work/.git" && echo 'gitdir: elsewhere' >"$bank/.git"
check 'in a linked work tree' 1 at "$work" "$IW" lint -f gitlab bank
paths >"$work/paths"
grep -qx items/error.xml "$work/paths"
ok $? 'from its root' "$work/paths"
rm "$bank/.git"

# Colours and links
coloured() { # WHAT yes|no yes|no: whether the last output has colours, and links
	grep -qF "${escape}[" "$work/out" && has=yes || has=no
	grep -qF "${escape}]8;" "$work/out" && linked=yes || linked=no
	[ "$has $linked" = "$2 $3" ] || echo "colours $has, links $linked" >>"$work/err"
	[ "$has $linked" = "$2 $3" ]
	ok $? "$1" "$work/err"
}
check 'not to a terminal' 1 lint
coloured 'plain' no no
check '--color always' 1 lint --color always -f text -f "text=$work/plain.txt"
coloured 'colours, and no links' yes no
same 'none in files' "$work/plain.txt" "$work/text"
check '--color always, against NO_COLOR' 1 env NO_COLOR=1 TERM=dumb "$IW" lint --color always "$bank"
coloured 'is stronger' yes no
check '--color never' 1 lint --color never
coloured 'plain' no no
check '--color of another kind' 2 lint --color maybe
says 'the kinds' '--color is auto, always or never'
check '--color always, as JSON' 1 lint --color always -f json
coloured 'plain' no no
on_terminal() { # ENVIRONMENT... -- ARGUMENT...: what lint shows there
	(cd "$bank" && script -qec "env $1 '$IW' lint $2" /dev/null >"$work/out" 2>"$work/err" </dev/null)
}
if script -qec true /dev/null >"$work/out" 2>&1 </dev/null; then
	on_terminal 'A=b' ''
	coloured 'a terminal' yes yes
	on_terminal 'NO_COLOR=' ''
	coloured 'NO_COLOR that is empty' yes yes
	on_terminal 'NO_COLOR=1' ''
	coloured 'NO_COLOR' no no
	on_terminal 'TERM=dumb' ''
	coloured 'a dumb terminal' no no
	on_terminal '-u TERM' ''
	coloured 'an unknown terminal' no no
	on_terminal 'NO_COLOR=1' '--color always'
	coloured '--color always, against NO_COLOR' yes yes
	on_terminal 'A=b' '--color never'
	coloured '--color never' no no
	on_terminal 'A=b' '--color auto -f json'
	coloured 'JSON' no no
	on_terminal 'A=b' '--statistics'
	coloured 'statistics' no no
else
	skip 'colours on a terminal' 'there is no script(1) to make one'
fi
finish
