# SPDX-License-Identifier: Apache-2.0
# The scale that pack freezes: a bank with the forms of the worked example (tests/scale, computed apart in R), packed; its
# form.json has the example's tables and sections. And why there is none, where there is none.
. "$srcdir/tests/lib.sh"
for tool in jq unzip; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP $tool is not installed"; exit 0; }
done
example=$srcdir/tests/scale

"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"
mkdir -p "$work/bank/items" "$work/bank/forms" && cd "$work/bank" || bail 'there is no folder to work in'
awk -F , 'function word(n) { return sprintf("%c%c%c%c", 97 + n % 26, 97 + int(n / 26), 97 + n * 7 % 26, 97 + n * 3 % 26) }
	NR > 1 {
		print "<item xmlns=\"urn:itemwright:1\" id=\"" $2 "\" domain=\"d" $3 "\" status=\"approved\"><stem><p>What is called " word(NR) " " word(NR + 300) "?</p></stem>" \
			"<multiple-choice><key>The " word(NR + 1) "</key><distractor>The " word(NR + 2) "</distractor><distractor>The " word(NR + 4) "</distractor></multiple-choice>" \
			"<statistics model=\"3pl\" a=\"" $4 "\" b=\"" $5 "\" c=\"" $6 "\"/></item>" >("items/" $2 ".xml")
		form[$1] = form[$1] "<item ref=\"" $2 "\"/>\n"
	}
	END { for (f in form) print "<form xmlns=\"urn:itemwright:1\" id=\"" f "\" exam=\"scale\" version=\"1\" seed=\"1\"><title>" f "</title>" form[f] "</form>" >("forms/" f ".xml") }
' "$example/example_items.csv"
exam() { # ATTRIBUTES-OF-SCORING [WITHIN-LINT]
	cat >exam.xml <<END
<exam xmlns="urn:itemwright:1" id="scale" version="1" xml:lang="xx">
  <title>Scale</title>
  <blueprint scored="65" tolerance="3">
    <domain id="d1" weight="31"><title>1</title></domain><domain id="d2" weight="26"><title>2</title></domain>
    <domain id="d3" weight="20"><title>3</title></domain><domain id="d4" weight="12"><title>4</title></domain>
    <domain id="d5" weight="11"><title>5</title></domain>
  </blueprint>
  <item-types><multiple-choice/></item-types>
  $(if [ -n "$1" ]; then echo "<scoring minimum=\"100\" maximum=\"1000\" passing=\"750\" $1/>"; fi)
  <lint><rule id="bank/near-duplicate" severity="off"/>$2</lint>
</exam>
END
}
packed() { # FORM: what is packed of it, in $work/$form.json; what was said, in $work/err
	rm -rf "$work/out.d"
	check "form $1 is packed" 0 "$IW" pack "$1" -s "$work/k.key" -o "$work/out.d"
	unzip -p "$work/out.d/scale-$1-1.key.zip" form.json >"$work/$1.json"
	jq -n --slurpfile s "$srcdir/schemas/form.schema.json" --slurpfile d "$work/$1.json" '{schema: $s[0], data: $d[0]}' |
		jq -r -f "$srcdir/tests/schema.jq" >"$work/found" 2>&1
	none "form $1: form.json is as its schema says" "$work/found"
}
# Of simulated candidates as many pass as was computed in R, by the distribution of raw scores at each ability (Lee 2010).
pass_rate() { # FORM
	jq -r '.questions[].key[0]' "$work/$1.json" >"$work/keys"
	"$IW" simulate $1 -n 20000 --seed 3 2>"$work/err" | tr -d '\r' | awk -F , -v cut="$(jq '[.scoring.table[] | select(.pass)][0].raw' "$work/$1.json")" \
		-v wanted="$(jq ".lee_$1.pass_rate" "$example/example.json")" '
		NR == FNR { key[NR] = $0; next }
		FNR > 1 { n++; raw = 0; for (q in key) raw += $(q + 1) == key[q]; passed += raw >= cut }
		END { far = passed / n - wanted; if (n != 20000 || far * far > 16 * wanted * (1 - wanted) / n) print passed " of " n " passed, not " wanted }' \
		"$work/keys" - >"$work/found"
	none "form $1: as many simulated candidates pass as the model says" "$work/found"
}
# Each row and section as the example has them, with the numbers of both side by side; what differs comes out.
compare() { # FORM KIND(linear|dogleg)
	jq -r '.scoring.table[] | [.raw, .theta, .equated, .scaled, .pass, .reported] | map(tostring) | join(",")' "$work/$1.json" >"$work/rows"
	awk -F , -v form="$1" -v kind="$2" '
		function far(a, b) { return a == "" || a == "null" ? (b == "" || b == "null" ? 0 : 1) : (a - b > 5.1e-7 || b - a > 5.1e-7) }
		NR == FNR { got[$1] = $0; next }
		FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$1 == form {
			seen++
			split(got[$2], g, ",")
			if (g[1] != $2 || far(g[2], $at["theta"]) || far(g[3], $at["equated_ref_raw"]) || far(g[4], $at["scale_" kind]) ||
				(g[5] == "true") != $at["pass"] || g[6] != $at["reported_" kind]) print $0 ": " got[$2]
		}
		END { if (seen != 66) print seen + 0 " rows" }' "$work/rows" "$example/example_table.csv" >"$work/found"
	[ "$(wc -l <"$work/rows")" -eq 66 ] || echo 'not 66 rows' >>"$work/found"
	none "form $1: every row is the example's, $2" "$work/found"
	jq -r --arg form "$1" --slurpfile got "$work/$1.json" '
		[.section[] | select(.form == $form)] as $want | $got[0].scoring.sections as $got |
		if ($want | length) != 5 or ($got | length) != 5 then "not five of each" else
		range(5) | select($got[.].domain != "d\(. + 1)" or $got[.].scored != $want[.].items or $got[.].needed != $want[.].meets_if_raw_at_least or
			($got[.].expected - $want[.].expected_at_cut | fabs) > 1e-9) | [$got[.], $want[.]] end' "$example/example.json" >"$work/found" 2>&1
	none "form $1: every section is the example's" "$work/found"
}

for kind in linear two-segment; do
	exam "cut=\"46.37\" reference=\"R\" scale=\"$kind\""
	for form in R N; do
		packed $form
		says "form $form: pack tells what it froze" \
			"itemwright: scale: frozen for 65 scored questions; the raw cut is $(if [ $form = R ]; then echo 47; else echo 46; fi)"
		compare $form $(if [ $kind = linear ]; then echo linear; else echo dogleg; fi)
	done
done
grep -A 2 '"raw": 30,' "$work/N.json" | tr -d ' \n' >"$work/got"
printf '%s' '"raw":30,"theta":-0.7935419842849,"equated":30.7975284103065,' >"$work/wanted"
same 'to the last digit, on every machine' "$work/wanted" "$work/got"
pass_rate R
pass_rate N
# The comparison can fail.
jq '.scoring.table[20].equated += 0.000001 | .scoring.sections[3].expected += 0.00000001' "$work/N.json" >"$work/spoilt" && mv "$work/spoilt" "$work/N.json"
(compare N dogleg) >"$work/spoilt"
[ "$(grep -c '^not ok' "$work/spoilt")" -eq 2 ]
ok $? 'another number is noticed'

# A scale that is not 100, 750, 1000, and a cut with unscored items beside.
exam 'cut="40" reference="R"'
sed -i 's/minimum="100" maximum="1000" passing="750"/minimum="0" maximum="100" passing="70"/' exam.xml
packed R
jq -c '.scoring | [.minimum, .maximum, .passing], (.table | [.[0].reported, .[39].reported, .[40].scaled, .[40].reported, .[52].scaled, .[52].reported, .[65].scaled])' "$work/R.json" >"$work/got"
printf '%s\n' '[0,100,70]' '[22,69,70,70,84.4,84,100]' >"$work/wanted"
same 'another scale: passing at the cut, the highest at the top' "$work/wanted" "$work/got"

# Neither a scale nor its absence shows in what candidates get, and the same bank gives the same bytes.
exam 'cut="46.37" reference="R"'
packed N
cp -R "$work/out.d" "$work/first"
(LC_ALL=C TZ=Asia/Tokyo && export LC_ALL TZ && "$IW" pack N -s "$work/k.key" -o "$work/second" 2>"$work/err" >"$work/out")
same_tree 'the same bytes again' "$work/first" "$work/second"
exam ''
packed N
same 'without a scale candidates get the same package' "$work/first/scale-N-1.zip" "$work/out.d/scale-N-1.zip"
differ 'though the scoring package is another' "$work/first/scale-N-1.key.zip" "$work/out.d/scale-N-1.key.zip"
unzip -p "$work/first/scale-N-1.zip" | grep -aciE 'scaled|equated|theta' >"$work/count"
[ "$(cat "$work/count")" -eq 0 ]
ok $? 'and nothing of the scale'
says 'without <scoring>' 'itemwright: scale: raw scores only: exam.xml has no <scoring>'
jq -e 'has("scoring") | not' "$work/N.json" >"$work/got"
ok $? 'without <scoring>: the package has none'

raw_only() { # WHAT FORM REASON...: no table, the reason in the package and on the terminal, sections that are counted only
	raw_what=$1 raw_form=$2
	shift 2
	packed $raw_form
	says "$raw_what: it is said" 'itemwright: scale: raw scores only: ' "$@"
	jq -r '.scoring["raw-only"]' "$work/$raw_form.json" >"$work/out"
	: >"$work/err"
	says "$raw_what: the package tells why" "$@"
	jq -e '.scoring | (has("table") | not) and (.sections | length) == 5 and all(.sections[]; .expected == null and .needed == null and .scored > 0)' \
		"$work/$raw_form.json" >"$work/got"
	ok $? "$raw_what: no table, and no levels"
}
exam 'scale="linear"'
raw_only 'no cut' R 'exam.xml gives no cut'
exam 'cut="46.37"'
raw_only 'no reference' R 'does not name in reference the form that it was set on'
exam 'cut="46.37" reference="Q"'
raw_only 'an unknown reference' R "the bank has no form 'Q', which the cut was set on"
run "$IW" lint
says 'lint tells of it' '[blueprint/unknown-reference]' "there is no form 'Q'"

# An item of the form without parameters, then all of the reference.
exam 'cut="46.37" reference="R"'
cp -R items "$work/items"
sed -i 's|<statistics[^>]*/>|<statistics p="0.6" r="0.3" n="400"/>|' items/N07.xml
sed -i 's| b="[^"]*"||' items/N11.xml
raw_only 'two items without parameters' N "form 'N' cannot be equated to the reference form 'R'" "of form 'N' N07, N11"
says_not 'no other item is named' N08 R01 more
packed R
compare R linear
sed -i 's|<statistics[^>]*/>||' items/R*.xml
packed R
says 'a reference form without parameters has its scale' 'frozen for 65 scored questions; the raw cut is 47'
jq -c '.scoring | [.table[46, 47, 65] | [.theta, .equated, .reported, .pass]], [.sections[] | .needed], (.sections[0].expected * 65 / 46.37 - 20 | fabs < 1e-9)' "$work/R.json" >"$work/got"
printf '%s\n' '[[null,46,745,false],[null,47,758,true],[null,65,1000,true]]' '[15,13,10,6,5]' true >"$work/wanted"
same 'its sections have their share of the cut' "$work/wanted" "$work/got"
raw_only 'a reference without parameters' N "cannot be equated" "of form 'N' N07, N11; of form 'R' R01, R02, R03, R04, R05, R06, R07, R08, R09, R10 and 55 more"
rm -r items && mv "$work/items" items

# What was never calibrated is of no concern when it is not scored.
sed -i 's|<statistics[^>]*/>||' items/N07.xml
sed -i 's|<item ref="N07"/>|<item ref="N07" scored="no"/>|' forms/N.xml
exam 'cut="46.37" reference="R"' '<rule id="blueprint/unscored-count" severity="off"/><rule id="blueprint/scored-count" severity="off"/>'
packed N
says 'an unscored item needs no parameters' 'frozen for 64 scored questions'
jq -c '.scoring.table | [length, .[64].equated, .[64].reported]' "$work/N.json" >"$work/got"
echo '[65,65,1000]' >"$work/wanted"
same 'a form of another length ends at the same score' "$work/wanted" "$work/got"

# Who answers nothing has not answered all of it.
cp forms/N.xml "$work/N.xml"
sed -i 's|<item ref="\([^"]*\)"[^>]*>|<item ref="\1" scored="no"/>|' forms/N.xml
exam 'cut="46.37" reference="R"' '<rule id="blueprint/unscored-count" severity="off"/><rule id="blueprint/scored-count" severity="off"/><rule id="blueprint/domain-count" severity="off"/>'
check 'a form without scored questions' 0 "$IW" pack N -s "$work/k.key" -o "$work/out.d"
says 'has no scale' "itemwright: scale: raw scores only: form 'N' has no scored questions"
cp "$work/N.xml" forms/N.xml

refused() { # WHAT REASON...: nothing is packed
	refused_what=$1
	shift
	rm -rf "$work/out.d"
	check "$refused_what: is not packed" 1 "$IW" pack ${form:-R} -s "$work/k.key" -o "$work/out.d"
	says "$refused_what: why" "$@"
	[ ! -e "$work/out.d" ]
	ok $? "$refused_what: nothing is written"
}
# What is wrong with the reference form is wrong with each scale that rests on it.
exam 'cut="46.37" reference="R"' '<rule id="blueprint/unscored-count" severity="off"/><rule id="blueprint/scored-count" severity="warning"/>'
cp forms/R.xml "$work/R.xml"
sed -i 's|<item ref="R01"/>|&&|' forms/R.xml
form=N
refused 'a reference form with an item twice' '[form/duplicate-item]' "form 'N' and form 'R', which its scale rests on, have 1 error; nothing was written"
form=
check 'a preview of the other form' 0 "$IW" export N --to text -o "$work/preview"
says_not 'says nothing of it' 'duplicate'
cp "$work/R.xml" forms/R.xml

exam 'cut="65" reference="R"'
refused 'a cut that all must reach' '[blueprint/cut-range]' "form 'R' has 65 scored items"
exam 'cut="65" reference="R"' '<rule id="blueprint/cut-range" severity="off"/>'
refused 'the same, with the rule off' 'the cut is 65, but the reference form has 65 scored questions'
exam 'cut="46.37" reference="R"'
sed -i 's/passing="750"/passing="1000"/' exam.xml
refused 'a scale without room above' 'minimum < passing < maximum'
exam 'cut="46.37" reference="R"'
sed -i 's| c="0"| c="0.8"|' items/R*.xml
refused 'a cut that guessing reaches' 'who only guesses is expected to reach 52 on the reference form'
finish
