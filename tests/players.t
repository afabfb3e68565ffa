# SPDX-License-Identifier: Apache-2.0
# Items of each kind are played in two players that people use, with the mouse (tests/players/README.md).
# PLAYERS=all plays every item of the example bank, of tests/banks/qti and hostile; else one item of each kind.
players=$srcdir/tests/players
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
skip() { echo "1..0 # SKIP $1"; exit 0; }

[ -z "$IW_QUICK" ] || skip "IW_QUICK"
command -v node >/dev/null || skip "node is not installed"
command -v "${CHROMIUM:-chromium}" >/dev/null || skip "chromium is not installed (CHROMIUM)"
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
PLAYERS_DIR=${PLAYERS_DIR:-${builddir:-.}/tests/players}
export CHROMIUM PLAYERS_DIR
[ -d "$PLAYERS_DIR/node_modules/playwright-core" ] || [ -d "$players/node_modules/playwright-core" ] ||
	skip "the players are not installed: npm ci --ignore-scripts in tests/players"

package() { # BANK FORM NAME: what both views give, as $work/NAME-VIEW
	for view in full candidate; do
		( cd "$1" && "$IW" export "$2" --to qti --view $view -o "$work/$3-$view" ) >"$work/log" 2>&1 ||
			{ sed 's/^/# /' "$work/log"; echo "Bail out! a form cannot be exported"; exit 1; }
	done
}
names() { # FOLDER...: the bank's names of the items of packages, in a list that can be compared
	find "$@" -path '*/items/*.xml' -exec sed -n 's/.*<qti-assessment-item .* label="\([^"]*\)".*/\1/p' {} + | sort
}
package "$srcdir/examples/aip-c01" A aip-c01
package "$srcdir/tests/banks/qti" A qti
n=0
play() { # ARGUMENT...: TAP lines, numbered on
	node "$players/play.mjs" "$@" >"$work/tap" 2>&1 || grep -q '^not ok' "$work/tap" || echo "not ok 0 - play.mjs" >>"$work/tap"
	awk -v n=$n '/^(not )?ok /{ n++; sub(/ok [0-9]+/, "ok " n); print; next } /^1\.\./{ next } /^#/{ print; next } { print "# " $0 }' "$work/tap"
	n=$((n + $(grep -cE '^(not )?ok ' "$work/tap")))
}
agree() { # NAME BANK FORM: itemwright score says of each play what the player said
	"$IW" pack "$3" --bank "$2" -s "$work/k.key" -o "$work/$1-packed" >"$work/log" 2>&1 &&
		"$IW" score --package "$work/$1"-packed/*.key.zip -p "$work/k.pub" -o "$work/$1-scored" "$work/results/$1-full" >>"$work/log" 2>&1
	for f in "$work/results/$1-full"/*.xml; do
		sed -n 's/.*sourcedId="\([^"]*\)".*/\1/p; s/.*identifier="SCORE".*<value>\(.*\)<\/value>.*/\1/p' "$f" | paste -sd ' ' -
	done | sort >"$work/players"
	# A play answers one question, which is scored, or kept among the unscored ones.
	awk -F , '{ sub(/\r$/, "") } FNR == 1 { files++; for (i = 1; i <= NF; i++) right[i] = files == 1 ? $i == "raw" : $i ~ /right$/; next }
		{ for (i = 2; i <= NF; i++) if (right[i]) score[$1] += $i } END { for (c in score) print c, score[c] }' \
		"$work/$1-scored/results.csv" "$work/$1-scored/unscored.csv" 2>>"$work/log" | sort >"$work/ours"
	n=$((n + 1))
	if [ -s "$work/players" ] && diff "$work/players" "$work/ours" >>"$work/log" 2>&1; then
		echo "ok $n - $1: $(grep -c . "$work/ours") plays are scored as the players score them"
	else
		echo "not ok $n - $1: plays are scored as the players score them"
		head -n 30 "$work/log" | sed 's/^/# /'
	fi
}
"$IW" keygen -W "$work/k" 2>"$work/log"
if [ "$PLAYERS" = all ]; then
	# What form A leaves out becomes a form of its own, which need not follow the blueprint.
	cp -R "$srcdir/examples/aip-c01" "$work/bank" && chmod -R u+w "$work/bank"
	find "$work/bank/items" -name '*.xml' -exec sed -n 's/.*<item [^>]*id="\([^"]*\)".*/\1/p' {} + | sort >"$work/bank.names"
	{
		echo '<form xmlns="urn:itemwright:1" id="rest" exam="aip-c01" version="1" seed="1"><title>The rest</title>'
		names "$work/aip-c01-full" | comm -13 - "$work/bank.names" | sed 's,.*,<item ref="&"/>,'
		echo '</form>'
	} >"$work/bank/forms/rest.xml"
	package "$work/bank" rest aip-c01-rest
	names "$work/aip-c01-full" "$work/aip-c01-rest-full" | diff - "$work/bank.names" >"$work/log" ||
		{ sed 's/^/# /' "$work/log"; echo "Bail out! not every item of the bank is on one of the two forms"; exit 1; }
	echo "# $(grep -c . "$work/bank.names") items of the example bank"
	package "$srcdir/tests/banks/hostile" "$(sed -n 's/.*<form [^>]* id="\([^"]*\)".*/\1/p' "$srcdir/tests/banks/hostile/forms/hostile.xml")" hostile
	play --results "$work/results" "$work"/*-full "$work"/*-candidate
	agree aip-c01 "$srcdir/examples/aip-c01" A
	agree qti "$srcdir/tests/banks/qti" A
	echo "1..$n"
	exit
fi
play --sample --results "$work/results" "$work/aip-c01-full" "$work/aip-c01-candidate"
agree aip-c01 "$srcdir/examples/aip-c01" A
# Hostile text; code, tables and pictures; formulas; an ordering item without distractors.
play --only q1,q2,q3,q4 --results "$work/results" "$work/qti-full"
agree qti "$srcdir/tests/banks/qti" A

# The players do compute and show: what is wrong in a package is found.
cp -R "$work/qti-full" "$work/bad"
spoil() { # ITEM SED-SCRIPT
	sed "$2" "$work/qti-full/items/$1.xml" >"$work/bad/items/$1.xml"
}
spoil q1 's,<qti-base-value base-type="float">1<,<qti-base-value base-type="float">0<,'
spoil q2 's,m1\.svg" alt="Flow {,m9.svg" alt="Flow {,'
spoil q3 '/<qti-stylesheet/d'
node "$players/play.mjs" --only q1,q2,q3 "$work/bad" >"$work/tap" 2>&1
said() { # WHAT COUNT PATTERN: there are just so many such lines
	n=$((n + 1))
	if [ "$(grep -c "$3" "$work/tap")" -eq "$2" ]; then echo "ok $n - $1"
	else echo "not ok $n - $1"; sed 's/^/# /' "$work/tap"; fi
}
said "a wrong score is found" 2 '^not ok .* q1 choice key$'
said "a picture that is not there is found" 6 '^# picture not shown: Flow {'
said "formulas that are not laid out are found" 3 '^not ok .* citolab q3 '
echo "1..$n"
