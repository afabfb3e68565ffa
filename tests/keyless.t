# SPDX-License-Identifier: Apache-2.0
# The keyless proof: of two banks that differ in keys, scored flags, rationales, references, ids, domains, comments,
# allowances, and names of files and pictures, the candidate packages are the same, byte for byte.
. "$srcdir/tests/lib.sh"

"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"
rewrite() { # FROM TO OPTION...: each XML file of a bank through disguise.awk
	from=$1 to=$2
	shift 2
	rm -rf "$to"
	(cd "$from" && find . -name '*.xml') | while read -r file; do
		mkdir -p "$to/$(dirname "$file")"
		awk "$@" -f "$srcdir/tests/disguise.awk" "$from/$file" >"$to/$file"
	done
	cp -R "$from/media" "$to" && chmod -R u+w "$to"
}
# Files get other names and another order; pictures other comments and metadata.
rename_files() { # BANK
	mkdir "$1/renamed" && number=900
	find "$1/items" -name '*.xml' | LC_ALL=C sort | while read -r file; do
		number=$((number - 1)) && mv "$file" "$1/renamed/planted-$number.xml"
	done
	rm -r "$1/items" && mv "$1/renamed" "$1/items" && mv "$1/forms/A.xml" "$1/forms/planted.xml"
	for picture in "$1"/media/*; do
		case $picture in
		*.svg) sed 's|^\(<svg[^>]*>\)|\1<!-- planted --><metadata>planted</metadata>|' "$picture" ;;
		*) LC_ALL=C sed 's/drawn for this project/planted in this pictur/' "$picture" ;;
		esac >"$1/media/planted-${picture##*/}"
		rm "$picture"
	done
}
plugins='html exam text qti'
if "$IW" plugins pdf >/dev/null 2>&1; then plugins="$plugins pdf"; fi
list=$(echo "$plugins" | tr ' ' ,)
sheet() { # BANK OUT
	case $plugins in *pdf*) at "$1" "$IW" export A --to pdf --option pdf.part=sheet -o "$2" ;; esac
}
# All that a candidate, or who delivers to one, is given.
candidate_side() { # BANK OUT
	at "$1" "$IW" pack A -s "$work/k.key" -o "$2" &&
		at "$1" "$IW" export A --to $list -o "$2/candidate" &&
		sheet "$1" "$2/sheet" &&
		at "$1" "$IW" export A --to qti -o "$2/qti.tar" &&
		unzip -q "$2"/*-1.zip -d "$2/unpacked"
}
prove() { # NAME FOLDER-OF-THE-BANK
	name=$1 one=$work/$1.1 two=$work/$1.2 out=$work/$1.out
	rewrite "$2" "$one" -v plain=1
	rewrite "$2" "$two"
	rename_files "$two"
	for which in 1 2; do
		mkdir -p "$out/$which"
		check "$name $which: no errors" 0 "$IW" lint "$work/$name.$which"
		check "$name $which: is packed and exported" 0 candidate_side "$work/$name.$which" "$out/$which"
		check "$name $which: the full view" 0 at "$work/$name.$which" "$IW" export A --to $list --view full -o "$out/full.$which"
	done

	# The banks do differ.
	exam=$(basename "$out/1"/*-1.key.zip .key.zip)
	for which in 1 2; do
		unzip -p "$out/$which/$exam.key.zip" form.json >"$work/form.$which"
		jq -c '.questions[] | [.id, .key]' "$work/form.$which" >"$work/keys.$which"
		jq -c '.questions[] | [.id, .scored]' "$work/form.$which" >"$work/scored.$which"
	done
	changed=$(diff "$work/keys.1" "$work/keys.2" | grep -c '^<')
	[ "$changed" -ge "$(jq '[.questions[] | select(.type != "ordering")] | length' "$work/form.1")" ]
	ok $? "$name: all keys but those of ordering items are others ($changed)"
	differ "$name: other items are scored" "$work/scored.1" "$work/scored.2"
	for word in planted-d planted.xml 'planted rationale' 'planted title' 'planted reference' '!-- planted --' 'reason="planted"' \
		'>planted</metadata>' 'id="planted-' 'media/planted-'; do
		grep -raqF -e "$word" "$two" || find "$two" | grep -qF "$word" || echo "not planted: $word"
	done >"$work/found"
	none "$name: all is planted" "$work/found"
	grep -raiq planted "$out/full.2/html" && grep -raiq planted "$out/full.2/exam" && grep -raiq planted "$out/full.2/text" && grep -raiq planted "$out/full.2/qti"
	ok $? "$name: the full view shows it"
	differ "$name: the scoring packages differ" "$out/1/$exam.key.zip" "$out/2/$exam.key.zip"

	# Candidates cannot tell.
	same "$name: the candidate packages are the same" "$out/1/$exam.zip" "$out/2/$exam.zip"
	same "$name: and their signatures" "$out/1/$exam.zip.minisig" "$out/2/$exam.zip.minisig"
	same "$name: and the archives" "$out/1/qti.tar" "$out/2/qti.tar"
	for plugin in $plugins; do
		same_tree "$name: and what plugin $plugin makes" "$out/1/candidate/$plugin" "$out/2/candidate/$plugin"
	done
	case $plugins in *pdf*) same_tree "$name: and the answer sheets" "$out/1/sheet" "$out/2/sheet" ;; esac
	rm "$out"/[12]/*.key.zip*
	{ grep -ral -i planted "$out/1" "$out/2"; find "$out/1" "$out/2" | grep -i planted; } >"$work/found"
	none "$name: nothing that was planted comes up" "$work/found"
	grep -rhoE '<(item|domain|task)[^>]* id="[^"]*-[^"]*"' "$2"/items "$2/exam.xml" | sed 's/.* id="//; s/"$//' | sort -u >"$work/words"
	grep -rhoE '<rationale>[^<]{12,}' "$2"/items | sed 's/.*>//' >>"$work/words"
	[ -s "$work/words" ] && grep -ralF -f "$work/words" "$out/1" >"$work/found"
	none "$name: no id, domain or rationale comes up" "$work/found"
	find "$out/1/unpacked" -type f | sed "s|$out/1/unpacked/||" |
		grep -vxE 'imsmanifest\.xml|tests/form\.xml|items/q[0-9]+\.xml|media/m[0-9]+\.(svg|png)|styles/formulas\.css' >"$work/found"
	none "$name: names of files are numbers" "$work/found"
	(cd "$out/1/unpacked/items" && sed -n 's/.*<qti-assessment-item.* identifier="\([^"]*\)".*/\1/p' ./*.xml | sort) >"$work/names"
	(cd "$out/1/unpacked/items" && ls | sed 's/\.xml$//' | sort) | cmp - "$work/names" >"$work/found" 2>&1
	none "$name: so are identifiers" "$work/found"
}
prove small "$srcdir/tests/banks/small"
prove example "$srcdir/examples/aip-c01"

# Where options are shuffled, the key decides on the order with the seed. But each order comes up for each key, with
# one seed or another, and then the package is the same: what is shown tells nothing of the key.
order() { # BANK ITEM SEED: a form of that item alone
	printf '%s\n' "<form xmlns=\"urn:itemwright:1\" id=\"A\" exam=\"small\" version=\"1\" seed=\"$3\">" \
		"<title>Form A</title><item ref=\"$2\"/></form>" >"$1/forms/A.xml"
	rm -rf "$1/out" && at "$1" "$IW" export A --to qti -o out >"$work/out" 2>"$work/err"
}
shuffled() { # WHAT ITEM FILE SED-SCRIPT: which changes the answer
	what=$1 one=$work/shuffled.1 two=$work/shuffled.2 seed=0
	rm -rf "$one" "$two"
	copy_bank "$srcdir/tests/banks/small" "$one"
	sed '/<distractor id="x">/d' "$one/items/$3" >"$work/edited" && cp "$work/edited" "$one/items/$3" # four options: 24 orders
	copy_bank "$one" "$two"
	sed "$4" "$one/items/$3" >"$work/edited" && cp "$work/edited" "$two/items/$3"
	order "$one" "$2" 7
	until [ $seed -ge 400 ] || { order "$two" "$2" $seed && diff -r "$one/out" "$two/out" >"$work/difference"; }; do seed=$((seed + 1)); done
	same_tree "$what: another answer and seed $seed, and the same is shown" "$one/out" "$two/out"
	differ "$what: though the answer is another" "$one/items/$3" "$two/items/$3"
}
shuffled 'a choice' reef more.xml 's/<key id="a">\(.*\)<\/key>/<distractor id="a">\1<\/distractor>/
	s/<distractor id="c">\(.*helm.*\)<\/distractor>/<key id="c">\1<\/key>/'
shuffled 'an order' leave-port leave-port.xml 's/Brief the crew/BRIEF/; s/Cast off/Brief the crew/; s/BRIEF/Cast off/'
finish
