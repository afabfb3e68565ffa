# SPDX-License-Identifier: Apache-2.0
# Findings are the same, and in the same order, for any number of threads and in every format.
. "$srcdir/tests/lib.sh"

# 300 items in 60 files, of which most have something wrong, in several ways.
bank=$work/bank
copy_bank "$srcdir/tests/banks/small" "$bank"
awk -v items="$bank/items" 'BEGIN {
	for (f = 0; f < 60; f++) {
		file = sprintf("%s/file-%02d.xml", items, f)
		print "<items xmlns=\"urn:itemwright:1\">" >file
		for (i = 0; i < 5; i++) {
			n = f * 5 + i
			print "<item id=\"n" (n % 71 == 0 ? 0 : n) "\" domain=\"d" 1 + n % 3 "\" status=\"approved\">" >file
			if (n % 11 == 0) print "<?itemwright allow=\"item/key-count\"?>" >file
			print "<stem><p>Which of the " n % 50 " masts of ship " n " is made of wood, and why is that so? (Select " (n % 2 ? "TWO" : "THREE") ".)</p>" >file
			if (n % 4 == 0) print "<p><img src=\"media/none-" n ".png\" alt=\"" (n % 8 ? "a mast" : "") "\"/></p>" >file
			print "</stem><multiple-choice><key id=\"a\">Oak " n "</key><distractor id=\"a\">Pine</distractor>" >file
			print "<distractor>" (n % 3 ? "pine" : "Ash") "</distractor><" (n % 5 ? "distractor" : "key") ">Elm</" (n % 5 ? "distractor" : "key") ">" >file
			print "</multiple-choice><enemy ref=\"n" n + 1 "\"/></item>" >file
		}
		print (f % 17 == 3 ? "</item>" : "</items>") >file
		close(file)
	}
}'

# 200 more in 40 files, whose wording is wrong, some of which is allowed.
awk -v items="$bank/items" '
function item(type, stem, options) {
	print "<item id=\"w" n "\" domain=\"d1\">" (n % 7 ? "" : "<?itemwright allow=\"writing/negative-stem writing/vague-term\" reason=\"r" n "\"?>") >file
	print "<stem><p>" stem "</p></stem><" type ">" options "</" type "></item>" >file
	n++
}
function choice(stem, key, a, b, c) {
	item("multiple-choice", stem, "<distractor>" a "</distractor><key>" key "</key><distractor>" b "</distractor><distractor>" c "</distractor>")
}
BEGIN {
	for (f = 0; f < 40; f++) {
		file = sprintf("%s/wording-%02d.xml", items, f)
		print "<items xmlns=\"urn:itemwright:1\">" >file
		choice("Which of the " f " sails is NOT set, sir?", "The sail of jute", "Always the jib", "The royal, usually", "None of the above")
		choice("The " f " men of the watch. All of them sleep.", f + 2, f + 9, f + 1, f + 5)
		choice("Rope " f " is made of ____, and is called a", "hawser that is " f " fathoms long, and was laid by hand", "eyelet", "whitelist", "anchor")
		item("ordering", "Put the steps of watch " f " in order.", "<step>Often reef</step><step>To sail</step><step>To man-hours</step><distractor>Never sleep</distractor>")
		item("matching", "Judge sail " f ".", "<response id=\"t\">True</response><response id=\"f\">False</response><prompt match=\"t\">It seldom flaps</prompt><prompt match=\"f\">Sail " f "</prompt>")
		print "</items>" >file
		close(file)
	}
}'

formats=$("$IW" lint --format '?' "$bank" 2>&1 | sed -n 's/.*choose //p' | sed 's/,//g; s/ or / /')
for format in $formats; do
	for jobs in 1 2 8; do
		check "lint --format $format --jobs $jobs finds errors" 1 at "$bank" "$IW" lint --format "$format" --jobs $jobs
		cp "$work/out" "$work/$format-$jobs"
	done
	same "$format: 2 threads say the same as 1" "$work/$format-1" "$work/$format-2"
	same "$format: 8 threads say the same as 1" "$work/$format-1" "$work/$format-8"
	"$IW" lint --format "$format" --jobs 8 "$bank" >"$work/out" 2>/dev/null
	if [ "$format" = json ]; then same "$format: again, from outside" "$work/$format-1" "$work/out"; fi
done
[ -s "$work/text-8" ] && [ -s "$work/json-8" ] && [ -s "$work/sarif-8" ] && [ -s "$work/junit-8" ]
ok $? "all formats were looked at: $formats"

check 'several formats at once' 1 at "$bank" "$IW" lint --jobs 8 --format json --format "sarif=$work/all.sarif" --format "gcc=$work/all.gcc"
same 'they are what each is alone: json' "$work/json-1" "$work/out"
same 'sarif' "$work/sarif-1" "$work/all.sarif"
same 'gcc' "$work/gcc-1" "$work/all.gcc"

# There was something to say, by many rules.
jq -r '.findings[].rule' "$work/json-1" | sort | uniq -c >"$work/rules"
[ "$(jq '.findings | length' "$work/json-1")" -gt 2000 ] && [ "$(wc -l <"$work/rules")" -ge 20 ] &&
	[ "$(grep -c writing/ "$work/rules")" -ge 14 ]
ok $? 'many findings, by many rules' "$work/rules"
jq -e '.findings | map([.file, .line, .column]) | . == sort' "$work/json-1" >"$work/out" 2>&1
ok $? 'in the order of files, lines and columns' "$work/out"
finish
