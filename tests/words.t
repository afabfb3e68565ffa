# SPDX-License-Identifier: Apache-2.0
# The word lists of the rules: a bank adds to them and takes from them, and rules that need words are silent in a
# language that has none.
. "$srcdir/tests/lib.sh"

bank() { # LANGUAGE LINT: a bank with one item of each flaw that is looked for; its lists are changed as LINT says
	copy_bank "$srcdir/tests/banks/rules" "$work/bank"
	sed -e "s| xml:lang=\"en\"| $1|" -e "s|</terms>|</terms><lint>$2</lint>|" "$srcdir/tests/banks/rules/exam.xml" \
		>"$work/bank/exam.xml"
}
item() { # ATTRIBUTES STEM KEY DISTRACTOR: the item that is looked at, in place of the last one
	cat >"$work/bank/items/example.xml" <<-EOF
	<item xmlns="urn:itemwright:1" id="x" domain="wheels" $1>
	<stem><p>$2</p></stem>
	<multiple-choice>
	<key>$3<rationale>So.</rationale></key>
	<distractor>$4<rationale>So.</rationale></distractor>
	<distractor>A chain<rationale>So.</rationale></distractor>
	<distractor>A pedal<rationale>So.</rationale></distractor>
	</multiple-choice>
	<reference>Manual</reference>
	</item>
	EOF
}
finds() { # WHAT [RULE...]: just these findings, by rule, in the bank
	finds_what=$1
	shift
	at "$work/bank" "$IW" lint --format json >"$work/json" 2>"$work/err"
	jq -r '.findings[].rule' "$work/json" | sort >"$work/found"
	for rule in "$@"; do echo "$rule"; done | sort | diff - "$work/found" >"$work/difference" 2>&1
	ok $? "$finds_what" "$work/difference" "$work/json" "$work/err"
}
message() { # WHAT WORDS: a finding of the last run says so
	jq -r '.findings[] | .message + " | " + .help' "$work/json" >"$work/out"
	: >"$work/err"
	says "$1" "$2"
}

# Words, phrases, and words that have an advice.
bank 'xml:lang="en"' ''
item '' 'What squeaks?' 'Usually a pad' 'A whitelist'
finds 'words of two lists' writing/vague-term writing/sensitive-term
message 'the advice is told' "'whitelist' may offend or shut out; say: allow list"

bank 'xml:lang="en"' '<words list="vague-term" remove="usually"/><words list="sensitive-term" remove="Whitelist"/>'
finds 'removed words are not looked for'
item '' 'What squeaks?' 'Often a pad' 'A blacklist'
finds 'the other words of the lists still are' writing/vague-term writing/sensitive-term

bank 'xml:lang="en"' '<words list="vague-term" add="now and then, on  the whole"/>'
item '' 'What squeaks?' 'A pad, now and then' 'On the whole, a rim'
finds 'phrases are added' writing/vague-term writing/vague-term
message 'a phrase is told as it stands' "'now and then' is vague"
item '' 'What squeaks?' 'A pad for now' 'The whole rim'
finds 'a part of a phrase is none'

bank 'xml:lang="en"' '<words list="sensitive-term" add="grandfathered,man cave"/>'
item '' 'Which rim is grandfathered?' 'That of the man-cave' 'A rim'
finds 'a word and a phrase are added, in stem and option' writing/sensitive-term writing/sensitive-term
message 'an added word has no advice' "'grandfathered' may offend or shut out |"
message 'a hyphen joins the words of a phrase' "'man-cave' may offend or shut out |"

bank 'xml:lang="en"' '<words list="sensitive-term" remove="man hours"/>'
item '' 'What takes two man-hours?' 'A pad' 'A rim'
finds 'a phrase is removed'

bank 'xml:lang="en"' '<words list="vague-term" remove="usually"/><words list="vague-term" add="usually"/>'
item '' 'What squeaks?' 'Usually a pad' 'A rim'
finds 'later changes win' writing/vague-term
bank 'xml:lang="en"' '<words list="vague-term" add="usually" remove="usually"/>'
finds 'of one change, what it removes'
bank 'xml:lang="en"' '<words list="absolute-term" add="usually"/>'
item '' 'What squeaks?' 'A pad' 'Usually a rim'
finds 'a word may be on two lists' writing/vague-term writing/absolute-term
bank 'xml:lang="en"' '<words list="stop-word" add="saddle"/>'
item '' 'A saddle creaks. What is loose?' 'The saddle clamp' 'A rim'
finds 'a word that is no clue'
bank 'xml:lang="en"' ''
finds 'which it was' writing/word-repeat

bank 'xml:lang="en"' '<words list="vague" add="a rim"/><words list="vague-term" add="a rim"/>'
item '' 'What squeaks?' 'A pad' 'A rim'
finds 'an unknown list is reported, a known one beside it is used' config/unknown-words writing/vague-term
message 'by its name' "there is no list of words 'vague'"
bank 'xml:lang="en"' '<words list="vague-term"/><words list="vague-term" add="" remove=","/>'
finds 'changes that change nothing'

# Every list can be named, and docs/words.md names them all.
(cd "$srcdir/src/lint/words/en" && ls) | sed 's/\.txt$//' | sort >"$work/lists"
sed -n 's/^| `\([a-z-]*\)` .*/\1/p' "$srcdir/docs/words.md" | sort | diff "$work/lists" - >"$work/found" 2>&1
none 'docs/words.md has each list' "$work/found"
bank 'xml:lang="en"' "$(sed 's|.*|<words list="&" add="zzz"/>|' "$work/lists" | tr '\n' ' ')"
item '' 'What squeaks?' 'A pad' 'A rim'
finds 'each list can be named'
grep -rhv '^#' "$srcdir/src/lint/words" | grep -E '[A-Z].*=|^[^=]*[A-Z]|^ | $|	|^$' >"$work/found"
none 'lists are in lower case, one phrase a line' "$work/found"
for list in "$srcdir"/src/lint/words/*/*.txt; do
	grep -v '^#' "$list" | sed 's/ *=.*//' | sort | uniq -d | sed "s|^|${list##*/}: |"
done >"$work/found"
none 'no phrase stands twice' "$work/found"

# Languages. The German item has what the rules without words look for, and English words that others would find.
neutral='writing/fill-in-blank writing/longest-key'
flawed() { # ATTRIBUTES
	item "$1" 'Which ____ is NOT needed?' 'Usually the rim that the pads of this brake touch' 'Never a rim'
}
all='writing/absolute-term writing/negative-stem writing/vague-term'
bank 'xml:lang="de"' ''
flawed ''
finds 'a German bank: wording is left alone, the rest is not, and it is said once' config/no-words $neutral
message 'which language it is' "there are no word lists for 'de'"
item '' 'Wie dick?' '5 mm' '2 mm'
sed 's/A chain/1 mm/; s/A pedal/4 mm/; s/<rationale>So.<.rationale>//; /<reference>/d' "$work/bank/items/example.xml" \
	>"$work/numbers" && mv "$work/numbers" "$work/bank/items/example.xml"
finds 'numbers, rationales and references of a German bank' config/no-words writing/option-order \
	writing/missing-rationale writing/missing-reference
flawed 'xml:lang="en-GB"'
finds 'an English item of a German bank' config/no-words $neutral
bank 'xml:lang="de-AT"' '<words list="vague-term" add="rim"/><rule id="config/no-words" severity="off"/>'
finds 'the note can be turned off; words that are added change nothing' $neutral

bank 'xml:lang="en"' ''
flawed 'xml:lang="de"'
finds 'a German item of an English bank' $neutral
flawed ''
finds 'an English bank' $neutral $all
flawed 'xml:lang="en-GB"'
finds 'a British item of an English bank' $neutral $all
for language in 'xml:lang="en-US"' 'xml:lang="EN"' ''; do
	bank "$language" ''
	flawed ''
	finds "English too: '$language'" $neutral $all
done
bank 'xml:lang="en-US"' ''
flawed 'xml:lang="en-GB"'
finds 'a British item of an American bank' $neutral $all
finish
