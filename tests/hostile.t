# SPDX-License-Identifier: Apache-2.0
# What is meant to take long does not: megabytes of what rules look for, thousands of options, files of one line. Where
# the work grew with the square of its size, this would take minutes.
. "$srcdir/tests/lib.sh"
size=1000000
[ -z "${IW_QUICK-}" ] || size=300000

start() { # NAME: a bank without items
	bank=$work/$1
	mkdir -p "$bank/items"
	cp "$srcdir/tests/banks/small/exam.xml" "$bank"
}
finishes() { # WHAT ITEMS: lint reads all of them, and its findings have messages of some length and places in one line
	run "$IW" lint --format json "$bank"
	[ "$got" -le 1 ] || echo "exit $got" >>"$work/err"
	grep -qF "in $2 item" "$work/err" || echo "not all items were read" >>"$work/err"
	jq -e '.findings | all((.message | length) < 1100 and .line >= 1 and .column >= 1 and .endLine >= .line)' \
		"$work/out" >/dev/null && grep -qF "in $2 item" "$work/err" && [ "$got" -le 1 ]
	ok $? "$1" "$work/err"
	cp "$work/out" "$work/json"
	run "$IW" lint --quiet "$bank"
	[ "$got" -le 1 ] && [ "$(grep -c 'help: ' "$work/out")" -eq "$(jq '.findings | length' "$work/json")" ]
	ok $? "$1, as text" "$work/err"
}

# One text of each piece, as the stem and as an option, with something to be found behind it.
start texts
texts=0
while IFS= read -r piece; do
	texts=$((texts + 1))
	PIECE=$piece awk -v size=$((size / 2)) -v n=$texts 'BEGIN {
		piece = ENVIRON["PIECE"]
		for (text = piece; length(text) < size; text = text text);
		print "<items xmlns=\"urn:itemwright:1\"><item id=\"s" n "\" domain=\"d1\"><stem><p>" text "</p><p>Which of these is not in all cases wrong?</p></stem>"
		print "<multiple-choice><key>wrong case</key><distractor>in all cases</distractor></multiple-choice></item>"
		print "<item id=\"o" n "\" domain=\"d1\"><stem><p>Which word is always wrong?</p></stem><multiple-choice><key>a word</key>"
		print "<distractor>" text " never in all cases</distractor></multiple-choice></item>"
		print "<item id=\"q" n "\" domain=\"d1\"><stem><p>So " substr(text, 1, size / 2 - size / 2 % length(piece)) "which is it?</p></stem><multiple-choice/></item></items>"
	}' >"$bank/items/text-$texts.xml"
done <<'PIECES'
often 
always 
`
` ``` 
](
![
_
a_
$a 
" 
“
, 
(
(select 
[ 
which is 
except (
in&lt;
select the x that 
a
A. 
'a
www.
1,
PIECES
finishes 'megabytes of a word, of a mark' $((3 * texts))

# Options, all on one line.
start options
for kind in often same all keys empty ids pairs; do
	awk -v kind=$kind -v n=$((size / 50)) 'BEGIN {
		printf "<item xmlns=\"urn:itemwright:1\" id=\"%s\" domain=\"d1\"><stem><p>", kind
		for (i = 0; i < n; i++) printf "which how "
		printf "thing is it?</p></stem>"
		type = kind == "pairs" ? "matching" : "multiple-response"
		printf "<%s>", type
		for (i = 0; i < n; i++) {
			if (kind == "often") printf "<distractor>often %d</distractor>", i
			if (kind == "same") printf "<distractor>the same</distractor>"
			if (kind == "all") printf "<distractor>All of the above</distractor>"
			if (kind == "keys") printf "<key>thing %d</key>", i
			if (kind == "empty") printf "<distractor/>"
			if (kind == "ids") printf "<distractor id=\"a\">%d</distractor>", i
			if (kind == "pairs") printf "<response id=\"r%d\">%d</response><prompt match=\"q%d\">x %d</prompt>", i, i, i, i
		}
		printf "</%s></item>\n", type
	}' >"$bank/items/$kind.xml"
done
finishes 'thousands of options, and a long stem' 7

# Columns of one long line are right: there, the file has what was found.
start line
awk -v n=$((size / 200)) 'BEGIN {
	printf "<items xmlns=\"urn:itemwright:1\">"
	for (i = 0; i < n; i++)
		printf "<item id=\"i%d\" domain=\"d1\"><stem><p>Welche Größe, which %d?</p></stem><multiple-choice><key>so</key><distractor>often</distractor></multiple-choice></item>", i, i
	print "</items>"
}' >"$bank/items/line.xml"
finishes 'thousands of items on one line' $((size / 200))
jq -r '[.findings[] | select(.rule == "writing/vague-term") | .column] | length, .[0], .[-1]' "$work/json" >"$work/columns"
sed -n 1p "$work/columns" >"$work/count"
echo $((size / 200)) | cmp -s - "$work/count"
ok $? 'each of them has its finding' "$work/columns"
sed 's/ö/o/g; s/ß/s/g' "$bank/items/line.xml" | awk 'NR == FNR { at[NR] = $1; next } { print substr($0, at[2], 5); print substr($0, at[3], 5) }' \
	"$work/columns" - >"$work/found"
printf 'often\noften\n' | cmp -s - "$work/found"
ok $? 'the first and the last one stand where they are said to' "$work/found" "$work/columns"
finish
