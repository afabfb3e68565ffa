# SPDX-License-Identifier: Apache-2.0
# The scoring package: form.json is as its schema says, and its keys are right. They are worked out once more, from
# the bank's XML and the texts of the candidate package, for each question of the example.
. "$srcdir/tests/lib.sh"
for tool in jq xmllint unzip; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP $tool is not installed"; exit 0; }
done

"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"
violations() { # FORM.JSON
	jq -n --slurpfile s "$srcdir/schemas/form.schema.json" --slurpfile d "$1" '{schema: $s[0], data: $d[0]}' |
		jq -r -f "$srcdir/tests/schema.jq" 2>&1
}
options_of() { # FILE [ID]
	xmllint --nonet --c14n "$1" 2>/dev/null | LC_ALL=C awk -v id="$2" -f "$srcdir/tests/options.awk"
}
try() { # NAME FOLDER
	name=$1 bank=$2 out=$work/$1
	check "$name: is packed" 0 at "$bank" "$IW" pack A -s "$work/k.key" -o "$out"
	unzip -q "$out"/*.key.zip -d "$out/scoring" && rm "$out"/*.key.zip && unzip -q "$out"/*.zip -d "$out/candidate"
	json=$out/scoring/form.json
	[ "$(find "$out/scoring" -type f)" = "$json" ]
	ok $? "$name: the scoring package holds form.json alone"
	violations "$json" >"$work/found"
	none "$name: it is as the schema says" "$work/found"

	grep -o '<item [^>]*>' "$bank/forms/A.xml" | awk '{
		ref = $0; sub(/.* ref="/, "", ref); sub(/".*/, "", ref)
		printf "q%d %s %s\n", NR, ref, / scored="no"/ ? "false" : "true" }' >"$work/wanted"
	jq -r '.questions[] | "\(.id) \(.item) \(.scored)"' "$json" >"$work/given"
	same "$name: questions, items and scored flags are the form's" "$work/wanted" "$work/given"
	[ "$(find "$out/candidate/items" -name 'q*.xml' | wc -l)" -eq "$(wc -l <"$work/wanted")" ]
	ok $? "$name: the candidate package has as many"

	: >"$work/wrong"
	while read -r id item scored; do
		file=$(grep -rlE "<item [^>]*id=\"$item\"" "$bank/items")
		options_of "$file" "$item" >"$work/bank.options"
		options_of "$out/candidate/items/$id.xml" '' >"$work/shown.options"
		LC_ALL=C awk -f "$srcdir/tests/answer.awk" "$work/bank.options" "$work/shown.options" >"$work/answer"
		jq -c ".questions[] | select(.id == \"$id\") | [.key, .options, .prompts]" "$json" >"$work/given"
		cmp -s "$work/answer" "$work/given" || { echo "$id, item $item, scored $scored:"; cat "$work/answer" "$work/given"; } >>"$work/wrong"
		start=$(xmllint --nonet --c14n "$file" | tr '\n' ' ' | grep -oE "<item [^>]*id=\"$item\"[^>]*>")
		jq -r ".questions[] | select(.id == \"$id\") | \" domain=\\\"\(.domain)\\\"\", (.task // empty | \" task=\\\"\(.)\\\"\")" "$json" |
			while read -r attribute; do
				case $start in *" $attribute"*) ;; *) echo "$id: $attribute" ;; esac
			done >>"$work/wrong"
	done <"$work/wanted"
	none "$name: each key, each name, each domain and task is right" "$work/wrong"
}
try small "$srcdir/tests/banks/small"
try qti "$srcdir/tests/banks/qti"
try example "$srcdir/examples/aip-c01"
jq -r '.questions[].type' "$json" | sort | uniq -c | sed 's/^ *//' >"$work/types"
[ "$(wc -l <"$work/types")" -eq 4 ] && [ "$(jq '.questions | length' "$json")" -eq 75 ]
ok $? 'the example has 75 questions, of all four types' "$work/types"
jq -e '[.questions[] | select(.scored)] | length == 65' "$json" >"$work/out"
ok $? '65 of them are scored'
jq -e '[.questions[] | select(.type == "multiple-choice") | .key[0]] | group_by(.) | map(length) | length == 4 and max - min <= 3' "$json" >"$work/out"
ok $? 'no letter is the key much more often than another'

# The checks can fail.
spoil() { # WHAT JQ
	jq "$2" "$json" >"$work/spoilt.json"
	violations "$work/spoilt.json" >"$work/found"
	[ -s "$work/found" ]
	ok $? "the schema refuses $1"
}
spoil 'another version' '.version = 2'
spoil 'a missing key' 'del(.questions[3].key)'
spoil 'an empty key' '.questions[3].key = []'
spoil 'a key that is no letter' '.questions[3].key = ["a"]'
spoil 'a number for a flag' '.questions[3].scored = 1'
spoil 'something more' '.questions[3].more = 1'
spoil 'a name that is no letter' '.questions[3].options.AA = "x"'
spoil 'an unknown type' '.questions[3].type = "essay"'
spoil 'a seed as a number' '.form.seed = 1'
spoil 'a table of one row' '.scoring.table |= .[:1]'
spoil 'a row without its score' 'del(.scoring.table[3].scaled)'
spoil 'a reported score that is not whole' '.scoring.table[3].reported = 168.5'
spoil 'no score' '.scoring.table[3].scaled = null'
spoil 'a section with less than nothing' '.scoring.sections[1].scored = -1'
spoil 'a section without a number needed' 'del(.scoring.sections[1].needed)'
spoil 'no questions' '.questions = []'
spoil 'a long id' '.exam.id = "x" * 65'
options_of "$bank/items" none >"$work/nothing"
LC_ALL=C awk -f "$srcdir/tests/answer.awk" "$work/nothing" "$work/shown.options" | grep -q '^not the options'
ok $? 'options that are not the item'"'"'s are noticed'
finish
