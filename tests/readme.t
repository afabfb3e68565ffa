# SPDX-License-Identifier: Apache-2.0
# The tour of README.md is true: its files and commands are taken from there, and give the output shown there.
. "$srcdir/tests/lib.sh"
readme=$srcdir/README.md

block() { # KIND N: the N-th block of that kind
	awk -v kind="$1" -v n="$2" '/^```/ { on = $0 == "```" kind && !on && ++seen == n; next } on' "$readme"
}
keyless() { # a key's id is another each time
	sed 's/key [0-9A-F]\{16\}/key ID/g'
}
tour() { # N: the commands of the N-th console block, with what they print, as they stand in README.md
	block console "$1" | sed -n 's/^\$ //p' | while read -r line; do
		echo "\$ $line"
		eval "$line" 2>&1
	done
}

mkdir -p "$work/bin" "$work/http/items" "$work/http/forms" && cd "$work/http" || bail "no folder to work in"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$IW" >"$work/bin/itemwright" && chmod +x "$work/bin/itemwright"
PATH=$work/bin:$PATH
block xml 1 >exam.xml
block xml 2 >items/stale-page-01.xml
block xml 3 >forms/A.xml
for part in 1 2 3 4; do
	block console $part | keyless >"$work/shown"
	tour $part | keyless >"$work/printed"
	diff "$work/shown" "$work/printed" >"$work/difference"
	[ -s "$work/shown" ] && [ ! -s "$work/difference" ]
	ok $? "block $part prints what README.md shows" "$work/difference"
	# After the first, the author mends the item.
	[ $part -ne 1 ] || sed -i '/id="b"/,/distractor>/s/distractor/key/' items/stale-page-01.xml
done
finish
