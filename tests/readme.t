# SPDX-License-Identifier: Apache-2.0
# The tour of README.md is true: its files and commands are taken from there, and give the output shown there.
. "$srcdir/tests/lib.sh"
readme=$srcdir/README.md

keyless() { # a key's id is another each time
	sed 's/key [0-9A-F]\{16\}/key ID/g'
}

as_installed
mkdir -p "$work/http/items" "$work/http/forms" && cd "$work/http" || bail "no folder to work in"
block "$readme" xml 1 >exam.xml
block "$readme" xml 2 >items/stale-page-01.xml
block "$readme" xml 3 >forms/A.xml
for part in 1 2 3 4 5; do
	block "$readme" console $part | keyless >"$work/shown"
	tour "$readme" $part | keyless >"$work/printed"
	diff "$work/shown" "$work/printed" >"$work/difference"
	[ -s "$work/shown" ] && [ ! -s "$work/difference" ]
	ok $? "block $part prints what README.md shows" "$work/difference"
	# After the first, the author mends the item.
	[ $part -ne 1 ] || sed -i '/id="b"/,/distractor>/s/distractor/key/' items/stale-page-01.xml
done
finish
