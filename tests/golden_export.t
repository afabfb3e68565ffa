# SPDX-License-Identifier: Apache-2.0
# What each exporter makes of one item of each type (tests/banks/types), in both views, is what tests/golden holds: a
# folder for each plugin and view. Pages are held without style, script and the words that a script shows, with each tag
# on a line of its own; of a PDF there is what pdftotext sees of its layout.
# `make golden-update` (UPDATE=1) writes what is expected; then read git diff.
. "$srcdir/tests/lib.sh"

golden=$srcdir/tests/golden
plugins='text html exam qti'
if "$IW" plugins 2>/dev/null | grep -q '^pdf '; then plugins="$plugins pdf"; fi

page() { # a page, on stdin
	awk '
		{ line = $0 "\n" }
		hide { at = index(line, hide); if (!at) next; line = substr(line, at); hide = "" }
		{
			while (match(line, /<(style|script|template)( [^>]*)?>/)) {
				tag = substr(line, RSTART, RLENGTH); name = tag; sub(/^</, "", name); sub(/[ >].*/, "", name)
				text = text substr(line, 1, RSTART + RLENGTH - 1); line = substr(line, RSTART + RLENGTH)
				at = index(line, "</" name ">")
				if (!at) { hide = "</" name ">"; line = ""; break }
				line = substr(line, at)
			}
			text = text line
		}
		END { gsub(/></, ">\n<", text); printf "%s", text }' | sed 's|[A-Za-z0-9+/]\{43\}=|DIGEST|g'
}
layout() { # a PDF: columns are told apart by three spaces, and there are no empty lines
	pdftotext -layout "$1" - | tr '\f' '\n' | sed 's/^  */ /; s/   */   /g; s/ *$//; /^$/d'
}
readable() { # FROM TO
	mkdir -p "$2"
	(cd "$1" && find . -type f | sort) | while read -r file; do
		mkdir -p "$2/$(dirname "$file")"
		case $file in
		*.html) page <"$1/$file" >"$2/$file" ;;
		*.pdf) layout "$1/$file" >"$2/${file%.pdf}.txt" ;;
		*) cp "$1/$file" "$2/$file" ;;
		esac
	done
}
able() { # PLUGIN VIEW: whether the output can be compared here
	[ "$1" = pdf ] || return 0
	for tool in pdftotext pdffonts; do
		command -v $tool >/dev/null || { why="$tool is not installed"; return 1; }
	done
	why='the fonts of packages.txt are not installed'
	pdffonts "$(find "$work/made/$2/pdf" -name '*booklet.pdf')" >"$work/fonts" 2>&1
	grep -q NotoSerif "$work/fonts" && grep -q NotoSansMono "$work/fonts" && grep -q TeXGyreScholaMath "$work/fonts"
}

for view in candidate full; do
	for plugin in $plugins; do
		part=$([ $plugin-$view != pdf-full ] || echo '--option pdf.part=all')
		check "$plugin, $view: is exported" 0 at "$srcdir/tests/banks/types" "$IW" export A --to $plugin --view $view $part -o "$work/made/$view/$plugin"
		if ! able $plugin $view; then skip "$plugin, $view: as expected" "$why"; continue; fi
		readable "$work/made/$view/$plugin" "$work/$plugin-$view"
		if [ -n "$UPDATE" ]; then
			rm -rf "$golden/$plugin-$view" && mkdir -p "$golden" && cp -R "$work/$plugin-$view" "$golden" || bail "$golden cannot be written"
		fi
		diff -ru "$golden/$plugin-$view" "$work/$plugin-$view" >"$work/difference" 2>&1
		ok $? "$plugin, $view: as expected" "$work/difference"
	done
done

# Folders without a plugin or a view would never be looked at.
for folder in "$golden"/*; do
	case " text html exam qti pdf " in
	*" $(basename "${folder%-*}") "*) case $folder in *-candidate | *-full) continue ;; esac ;;
	esac
	echo "$folder"
done >"$work/found"
none 'nothing else is expected' "$work/found"
[ "$(find "$golden" -type f | wc -l)" -ge 20 ]
ok $? 'what is expected was found'

# The comparison can fail, and a page keeps all but what is left out.
printf '<p>a</p><style>\nb\n</style><script>c</script><template id="t"><i>d</i></template><p>e</p>\n' | page >"$work/out"
printf '<p>a</p>\n<style>\n</style>\n<script>\n</script>\n<template id="t">\n</template>\n<p>e</p>\n' >"$work/wanted"
same 'a page without what is left out' "$work/wanted" "$work/out"
cp -R "$work/text-full" "$work/odd" && sed 's/Key\./Kay./' "$work"/text-full/*.txt >"$work/odd/$(ls "$work/text-full")"
! diff -ru "$golden/text-full" "$work/odd" >"$work/difference" 2>&1
ok $? 'a difference is seen' "$work/difference"
finish
