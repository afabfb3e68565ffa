# SPDX-License-Identifier: Apache-2.0
# itemwright simulate: its responses are as docs/responses.md says and fit the form, come out as the items' parameters say, and
# are the same for a seed.
. "$srcdir/tests/lib.sh"
for tool in jq unzip; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP $tool is not installed"; exit 0; }
done

"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"
answers() { # BANK: what each question takes and its key, into $work/key: number, type, letters, prompts, key
	rm -rf "$work/packed"
	at "$1" "$IW" pack A -s "$work/k.key" -o "$work/packed" >"$work/out" 2>"$work/err" || bail "no package: $(cat "$work/err")"
	unzip -p "$work"/packed/*.key.zip form.json |
		jq -r '.questions | to_entries[] | [.key + 1, .value.type, (.value.options | length), (.value.prompts // {} | length), (.value.key | join(" "))] | map(tostring) | join(",")' >"$work/key"
}
# What no reader of responses would take, and for each question: type, right, wrong, empty, too short.
tally() { # FILE CANDIDATES
	LC_ALL=C awk -F , -v candidates="$2" '
		function bad(what) { print "wrong: " what " in line " FNR ": " $0 }
		NR == FNR { type[$1] = $2; letters[$1] = $3; prompts[$1] = $4; key[$1] = $5; questions++; next }
		!/\r$/ { bad("no CR") }
		{ sub(/\r$/, "") }
		NF != questions + 1 { bad("the number of columns") }
		FNR == 1 { if ($1 != "candidate") bad("the head"); for (i = 1; i <= questions; i++) if ($(i + 1) != "q" i) bad("the head"); next }
		{ lines++; if ($1 != sprintf("sim-%06d", lines)) bad("the name") }
		{
			for (q = 1; q <= questions; q++) {
				given = $(q + 1)
				if (given == "") { empty[q]++; continue }
				n = split(given, part, " ")
				split("", seen)
				for (i = 1; i <= n; i++) {
					letter = part[i]
					if (type[q] == "matching") { if (part[i] !~ "^" i "-[A-Z]$") bad("q" q); sub(/.*-/, "", letter) }
					if (letter !~ /^[A-Z]$/ || index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", letter) > letters[q]) bad("q" q)
					if (type[q] != "matching" && letter in seen) bad("q" q)
					if (type[q] == "multiple-response" && i > 1 && letter < part[i - 1]) bad("q" q)
					seen[letter] = 1
				}
				keys = split(key[q], part, " ")
				if (n > keys || (type[q] != "multiple-response" && n != keys) || n < keys - 1) bad("q" q)
				if (given == key[q]) right[q]++
				else if (n < keys) short[q]++
				else wrong[q]++
			}
		}
		END {
			if (lines != candidates) bad("the number of lines")
			for (q = 1; q <= questions; q++) print q, type[q], right[q] + 0, wrong[q] + 0, empty[q] + 0, short[q] + 0
		}' "$work/key" "$1" >"$work/tally"
}
well_formed() { # WHAT FILE CANDIDATES
	tally "$2" "$3"
	grep '^wrong' "$work/tally" | head -n 5 >"$work/found"
	none "$1" "$work/found"
}

for bank in small qti; do
	answers "$srcdir/tests/banks/$bank"
	check "$bank: 3000 candidates" 0 at "$srcdir/tests/banks/$bank" "$IW" simulate A -n 3000
	cp "$work/out" "$work/$bank.csv"
	says "$bank: it is said that they are simulated" 'itemwright: simulated, no responses of people: 3000 candidates' 'named sim-000001 on, with seed 1' 'by their item'
	well_formed "$bank: a reader takes them" "$work/$bank.csv" 3000
	awk '$3 < 600 || $3 > 2850 || $4 < 50 || $5 < 1 || $5 > 150 { print "question " $0 }' "$work/tally" >"$work/found"
	none "$bank: some are right, some wrong, few empty" "$work/found"
done
answers "$srcdir/examples/aip-c01"
check 'the example form' 0 at "$srcdir/examples/aip-c01" "$IW" simulate A --candidates 2000 --seed 20260501 -o "$work/new/example.csv"
well_formed 'the example: a reader takes them' "$work/new/example.csv" 2000
cut -d ' ' -f 2 "$work/tally" | sort -u | wc -l >"$work/got"
[ "$(cat "$work/got")" -eq 4 ] && awk '$2 == "multiple-response" { n += $6 } END { exit n == 0 }' "$work/tally"
ok $? 'all four types, and multiple responses with an option too few' "$work/got"
[ "$(stat -c %a "$work/new/example.csv")" = 600 ] && [ "$(ls -A "$work/new")" = example.csv ]
ok $? 'the file is for its owner alone, and nothing else is left'

# What a seed gives.
example() { at "$srcdir/examples/aip-c01" "$IW" simulate A "$@" 2>"$work/err"; }
example -n 2000 -s 20260501 >"$work/again.csv"
same 'a seed gives the same bytes' "$work/new/example.csv" "$work/again.csv"
(LC_ALL=C TZ=Asia/Tokyo && export LC_ALL TZ && example -n 500 -s 20260501) >"$work/fewer.csv"
head -n 501 "$work/again.csv" | cmp - "$work/fewer.csv" >"$work/found" 2>&1
none 'a longer run begins with the same candidates' "$work/found"
example -n 2000 -s 2 >"$work/other.csv"
differ 'another seed gives others' "$work/again.csv" "$work/other.csv"
answers "$srcdir/examples/aip-c01"
mean_right() { tally "$1" "$2" && awk -v n="$2" '{ s += $3 } END { printf "%.2f\n", s / n }' "$work/tally"; }
example -n 1000 >"$work/average.csv" && example -n 1000 --mean 1.5 >"$work/able.csv" && example -n 1000 --mean -1.5 --sd 0.5 >"$work/unable.csv"
echo "$(mean_right "$work/unable.csv" 1000) $(mean_right "$work/average.csv" 1000) $(mean_right "$work/able.csv" 1000)" >"$work/got"
awk '{ exit !($1 + 10 < $2 && $2 + 10 < $3 && $2 > 40 && $2 < 60) }' "$work/got"
ok $? 'abler candidates have more right, average ones about two thirds' "$work/got"

# By the parameters: at one ability, each item is right as often as its curve says, of every type and model.
mkdir -p "$work/bank/items" "$work/bank/forms" && cd "$work/bank" || bail 'there is no folder to work in'
cat >exam.xml <<'END'
<exam xmlns="urn:itemwright:1" id="sim" version="1" xml:lang="xx"><title>Sim</title>
  <blueprint scored="9"><domain id="d" weight="100"><title>D</title></domain></blueprint>
  <item-types><multiple-choice/><multiple-response/><ordering/><matching/></item-types>
  <lint><rule id="bank/near-duplicate" severity="off"/></lint></exam>
END
echo '<form xmlns="urn:itemwright:1" id="A" exam="sim" version="1" seed="1"><title>A</title>' >forms/A.xml
number=0
for statistics in 'model="3pl" a="1.7" b="0.2" c="0.25"' 'model="3pl" a="0.4" b="-2" c="0.1"' 'model="3pl" a="1" b="3" c="0.3"' \
	'model="2pl" a="2" b="-0.4"' 'p="0.83"' 'model="rasch" b="1.1"'; do
	number=$((number + 1))
	echo "<item ref=\"i$number\"/>" >>forms/A.xml
	echo "<item xmlns=\"urn:itemwright:1\" id=\"i$number\" domain=\"d\" status=\"approved\"><stem><p>Which is $number?</p></stem><multiple-choice>
		<key>key $number</key><distractor>a $number</distractor><distractor>b $number</distractor><distractor>c $number</distractor>
		</multiple-choice><statistics $statistics/></item>" >items/i$number.xml
done
item() { # ID: the interaction and statistics are on stdin
	echo "<item ref=\"$1\"/>" >>forms/A.xml
	{ echo "<item xmlns=\"urn:itemwright:1\" id=\"$1\" domain=\"d\" status=\"approved\"><stem><p>Which of $1?</p></stem>" && cat && echo '</item>'; } >items/$1.xml
}
item some <<'END'
<multiple-response><key>s</key><key>t</key><distractor>u</distractor><distractor>v</distractor><distractor>w</distractor></multiple-response>
<statistics model="1pl" b="0.3"/>
END
item order <<'END'
<ordering><step>one</step><step>two</step></ordering><statistics model="1pl" b="0.3"/>
END
item match <<'END'
<matching><response id="r1">x</response><response id="r2">y</response><prompt match="r1">left</prompt><prompt match="r2">right</prompt></matching>
<statistics model="1pl" b="0.3"/>
END
echo '</form>' >>forms/A.xml
answers .
curve() { # THETA: P of each, from the formula; a p-value is that of ability 0
	awk -v t="$1" 'function p(a, b, c) { print c + (1 - c) / (1 + exp(-a * (t - b))) }
		BEGIN { p(1.7, .2, .25); p(.4, -2, .1); p(1, 3, .3); p(2, -.4, 0)
			z = (.83 - .25) / .75; p(1, -log(z / (1 - z)), .25); p(1, 1.1, 0); for (i = 0; i < 3; i++) p(1, .3, 0) }'
}
for theta in 0 0.8 -1; do
	check "ability $theta" 0 "$IW" simulate A -n 20000 --mean $theta --sd 0 -o "$work/curve.csv"
	says "ability $theta: eight of nine items have parameters" '8 of 9 questions by their item'
	tally "$work/curve.csv" 20000
	curve $theta | paste -d ' ' - "$work/tally" |
		awk '{ got = $4 / 20000; far = got - $1; if (far * far > 20 * $1 * (1 - $1) / 20000) print "question " $2 ": " got ", not " $1 }' >"$work/found"
	none "ability $theta: right as often as the curves say" "$work/found"
done
for seed in 2 3; do "$IW" simulate A -n 300 -s $seed 2>"$work/err" | cut -d , -f 9 >"$work/order.$seed"; done
differ 'another seed gives others, where all that is known of an item is given' "$work/order.2" "$work/order.3"
# Of the distractors one attracts three times as many as another.
cut -d , -f 4 "$work/curve.csv" | tr -d '\r' | grep '^.$' | sort | uniq -c | sort -n | awk '{ n[NR] = $1 } END { exit !(NR == 4 && n[3] > 2.5 * n[1] && n[3] < 3.5 * n[1]) }'
ok $? 'distractors attract more and less'

# What is wrong is refused before anything is written; what fails leaves the old file.
echo old >"$work/kept.csv"
for wrong in '-n 0' '-n 10000001' '--seed -1' '--seed 4294967296' '--mean x' '--mean nan' '--mean 7' '--sd -0.1' '--sd 0x1'; do
	check "refused: $wrong" 2 "$IW" simulate A $wrong -o "$work/kept.csv"
done
check 'an unknown form' 2 "$IW" simulate B -o "$work/kept.csv"
[ "$(cat "$work/kept.csv")" = old ]
ok $? 'then the old file is as it was'
check 'a folder that is a file' 3 "$IW" simulate A -o "$work/kept.csv/new.csv"
if [ -w /dev/full ]; then
	"$IW" simulate A -n 5000 >/dev/full 2>"$work/err"
	[ $? -eq 3 ] && grep -q 'standard output cannot be written' "$work/err"
	ok $? 'a full disk is told' "$work/err"
fi
sed -i 's/<key>key 3/<key>/' items/i3.xml && sed -i 's/status="approved"/status="draft"/' items/i2.xml
check 'an item that is wrong' 1 "$IW" simulate A
sed -i 's/<key>/<key>key 3/' items/i3.xml
check 'a form in the making' 0 "$IW" simulate A -n 2
finish
