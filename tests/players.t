# SPDX-License-Identifier: Apache-2.0
# Items of each kind are played in two players that people use, with the mouse (tests/players/README.md).
# PLAYERS=all plays the whole form and tests/banks/qti; else one item of each kind.
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

for view in full candidate; do
	for bank in examples/aip-c01 tests/banks/qti; do
		( cd "$srcdir/$bank" && "$IW" export A --to qti --view $view -o "$work/$(basename $bank)-$view" ) >"$work/log" 2>&1 ||
			{ sed 's/^/# /' "$work/log"; echo "Bail out! a form cannot be exported"; exit 1; }
	done
done
if [ "$PLAYERS" = all ]; then
	node "$players/play.mjs" "$work"/*-full "$work"/*-candidate
	exit
fi
n=0
play() { # ARGUMENT...: TAP lines, numbered on
	node "$players/play.mjs" "$@" >"$work/tap" 2>&1 || grep -q '^not ok' "$work/tap" || echo "not ok 0 - play.mjs" >>"$work/tap"
	awk -v n=$n '/^(not )?ok /{ n++; sub(/ok [0-9]+/, "ok " n); print; next } /^1\.\./{ next } /^#/{ print; next } { print "# " $0 }' "$work/tap"
	n=$((n + $(grep -cE '^(not )?ok ' "$work/tap")))
}
play --sample "$work/aip-c01-full" "$work/aip-c01-candidate"
play --only q1,q4 "$work/qti-full" # hostile text; an ordering item without distractors

# The players do compute: a package whose right answers score 0 must fail.
n=$((n + 1))
sed 's,<qti-base-value base-type="float">1<,<qti-base-value base-type="float">0<,' "$work/aip-c01-full/items/q1.xml" >"$work/q1.xml"
cp "$work/q1.xml" "$work/aip-c01-full/items/q1.xml"
node "$players/play.mjs" --only q1 "$work/aip-c01-full" >"$work/tap" 2>&1
if [ "$(grep -c '^not ok .* key$' "$work/tap")" -eq 2 ]; then echo "ok $n - a wrong score is found"
else echo "not ok $n - a wrong score is found"; sed 's/^/# /' "$work/tap"; fi
echo "1..$n"
