# SPDX-License-Identifier: Apache-2.0
# For tests/pdf.t, after lib.sh: to export, and to look into what came of it.
bank=$srcdir/tests/pdf/bank name=press-A-1
export_to() { # FOLDER BANK FORM OPTION...: the exit code is in $got, what was said in $work/err
	export_dir=$1 export_bank=$2 export_form=$3
	shift 3
	run at "$export_bank" "$IW" export "$export_form" --to pdf "$@" -o "$export_dir"
}
good_export() { # WHAT FOLDER BANK FORM OPTION...
	good_what=$1
	shift
	export_to "$@"
	[ "$got" -eq 0 ]
	ok $? "$good_what" "$work/err"
}
plain() { # FILE: all of a document that can be read as text, streams too
	qpdf --qdf --object-streams=disable "$1" - 2>&1
}
flat() { # FILE...: their text on one line, without what marks directions
	for f in "$@"; do pdftotext "$f" -; done | tr '\n\f' '  ' | LC_ALL=C sed 's/\xe2\x80[\xaa-\xae]//g; s/\xe2\x81[\xa6-\xa9]//g; s/  */ /g'
}
has() { # WHAT FILE WORDS...: the file has each of them
	has_what=$1 has_file=$2
	shift 2
	: >"$work/missing"
	for has_words in "$@"; do grep -qaF -e "$has_words" "$has_file" || echo "not there: $has_words" >>"$work/missing"; done
	[ ! -s "$work/missing" ]
	ok $? "$has_what" "$work/missing"
}
has_not() { # WHAT FILE WORDS...
	has_what=$1 has_file=$2
	shift 2
	: >"$work/found"
	for has_words in "$@"; do grep -aFn -e "$has_words" "$has_file" >>"$work/found"; done
	[ ! -s "$work/found" ]
	ok $? "$has_what" "$work/found"
}
in_order() { # WHAT FILE WORDS...: each comes behind the one before
	order_what=$1 order_file=$2
	shift 2
	printf '%s\n' "$@" | awk -v file="$order_file" '
		BEGIN { while ((getline line <file) > 0) text = text line "\n" }
		{ i = index(text, $0); if (!i) { print "not behind the one before: " $0; bad = 1; exit } text = substr(text, i + length($0)) }
		END { exit bad }' >"$work/missing"
	ok $? "$order_what" "$work/missing"
}
inside() { # WHAT FILE: no ink in the outer 24 points of a page, nor outside of it
	inside_what=$1
	plain "$2" | awk '/^  \/MediaBox \[/ { print; for (i = 0; i < 4; i++) { getline v; $0 = v; print i < 2 ? -200 : $1 + 200 } next } { print }' >"$work/wide.qdf"
	fix-qdf "$work/wide.qdf" >"$work/wide.pdf" 2>"$work/log"
	set -- $(size_of "$2" | sed 's/\([0-9]*\)[0-9.]* x \([0-9]*\).*/\1 \2/')
	# At 36 dots an inch a dot is two points.
	for inside_strip in "-W 2000 -H 112" "-W 2000 -y $((($2 + 176) / 2))" "-W 112 -H 2000" "-x $((($1 + 176) / 2)) -H 2000"; do
		pdftoppm -r 36 -gray $inside_strip "$work/wide.pdf" 2>>"$work/log" | tr -d '\377' | grep -avE '^(P5|[0-9]+ [0-9]+|255)$' | sed "s/.*/something at $inside_strip/" | head -n 1
	done >"$work/found"
	[ -s "$work/wide.pdf" ] && [ ! -s "$work/found" ]
	ok $? "$inside_what" "$work/found"
}
apart() { # WHAT FILE: no word stands on another one, of its first twelve pages
	pdftotext -bbox -l 12 "$2" "$work/boxes" && tr -d '"' <"$work/boxes" | awk -F '[=<> ]+' '
		$2 == "page" { n = 0 }
		$2 == "word" {
			l = $4; t = $6; r = $8; b = $10
			for (i = n > 150 ? n - 150 : 0; i < n; i++) {
				w = (r < R[i] ? r : R[i]) - (l > L[i] ? l : L[i])
				h = (b < B[i] ? b : B[i]) - (t > T[i] ? t : T[i])
				area = (r - l) * (b - t)
				if (w > 0 && h > 0 && w * h > 0.2 * area) print $0, "stands on", word[i]
			}
			L[n] = l; T[n] = t; R[n] = r; B[n] = b; word[n++] = $11; all++
		}
		END { if (!all) print "there are no words" }' >"$work/found"
	none "$1" "$work/found"
}
size_of() { # FILE: its paper
	pdfinfo "$1" | sed -n 's/^Page size: *//p'
}
