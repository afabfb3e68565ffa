# SPDX-License-Identifier: Apache-2.0
# For tests/pdf.t, after hard.sh: letters that carry marks are read as they are written, in every script, by what goes
# by places on the page (pdftotext) and by what goes by what the document says.
marked_item() { # ID LANG INTERACTION: the stem is on stdin
	item "$1" "$3"
	sed -i "s/ id=\"$1\"/& xml:lang=\"$2\"/" "$hard/items/$1.xml"
}
unmarked() { # FILE: without what marks directions, spaces folded
	tr '\n\f' '  ' <"$1" | LC_ALL=C sed 's/\xe2\x80[\xaa-\xae]//g; s/\xe2\x80\x8f//g; s/\xe2\x81[\xa6-\xa9]//g; s/  */ /g'
}
choice() { # KEY DISTRACTOR
	printf '<multiple-choice shuffle="no"><key id="a">%s</key><distractor id="b">%s</distractor></multiple-choice>' "$1" "$2"
}
reads_back() { # ID LANG TEXT KEY DISTRACTOR WORDS...: the whole text as it stands, each word as it is drawn
	reads_id=$1 reads_text=$3
	printf '<p>Choose one.</p><p>%s</p>' "$3" | marked_item "$1" "$2" "$(choice "$4" "$5")"
	hard_export "$1"
	unmarked "$work/hard.txt" >"$work/as-drawn"
	pdftotext "$hard_pdf" "$work/hard.txt"
	unmarked "$work/hard.txt" >"$work/as-it-stands"
	has "$1: its text" "$work/as-it-stands" "$reads_text" "$4" "$5"
	has "$1: its words, as they are drawn" "$work/as-drawn" $reads_text "$4" "$5"
	inside "$1: on the page" "$hard_pdf"
}
reads_back arabic-marks ar 'مُحَمَّد رَسُولٌ الْعَرَبِيَّةُ لُغَةٌ جَمِيلَةٌ' 'الْعَرَبِيَّةُ' 'مُحَمَّد'
plain "$hard_pdf" >"$work/plain"
# What encloses is as it is read; within, for readers that turn it round, as it is seen.
has 'a word with marks says how it is written' "$work/plain" \
	'<</ActualText <feff0645064f062d064e0645064e0651062f>>> BDC /ReversedChars BMC /Span <</ActualText <feff062f0651064e0645064e062d064f0645>>> BDC'
# The tree has its words in the order in which they are read; poppler shows the letters of each as they are seen.
pdfinfo -struct-text "$hard_pdf" 2>&1 | LC_ALL=C sed 's/\xd9[\x8b-\x92]//g' >"$work/tree"
in_order 'in the structure words stand in the order in which they are read' "$work/tree" \
	دمحم لوسر ةيبرعلا ةغل ةليمج
reads_back arabic-plain ar 'محمد العربية لغة السلام لا إله' 'الإجابة' 'لأن'
reads_back hebrew-points he 'שָׁלוֹם עֲלֵיכֶם בְּרֵאשִׁית בָּרָא' 'שָׁלוֹם' 'בָּרָא'
# Dagesh and vowel change places in the font: each glyph still stands for its own character, as those find who go by
# glyphs alone. That is בָּרָא from its end.
pdfinfo -struct-text "$hard_pdf" >"$work/tree" 2>&1
has 'each glyph stands for its own character' "$work/tree" "$(printf '\327\220\326\270\327\250\326\270\326\274\327\221')"
reads_back hebrew-plain he 'שלום עולם טוב' 'כן' 'לא'
plain "$hard_pdf" >"$work/plain"
has_not 'words without marks tell by their glyphs' "$work/plain" '/ReversedChars BMC /Span'
reads_back vietnamese vi 'Tiếng Việt có dấu x̂ và q̃ᵢ' 'có' 'không'
for script in 'devanagari hi हिन्दी क्षेत्र में किताब' 'thai th ภาษาไทยที่นี่ กำลัง'; do
	set -- $script
	if fc-list ":lang=$2" 2>/dev/null | grep -q .; then
		reads_back "$1" "$2" "$3 $4${5:+ $5}${6:+ $6}" "${6:-$4}" "$3"
	else
		skip "$1" 'no font has it'
	fi
done
# In a line of another script, and where nothing is part of the text: running heads.
printf '<p>An English line with مُحَمَّدٌ and שָׁלוֹם inside it. Which?</p>' | item mixed
hard_export mixed
unmarked "$work/hard.txt" >"$work/as-drawn"
has 'mixed: each word' "$work/as-drawn" ' with مُحَمَّدٌ and שָׁלוֹם inside it.'
sed -i 's|<title>Of Presses and Pages|<title>الْعَرَبِيَّةُ|' "$hard/exam.xml"
hard_export mixed
unmarked "$work/hard.txt" >"$work/as-drawn"
[ "$(grep -o 'الْعَرَبِيَّةُ' "$work/as-drawn" | wc -l)" -eq 2 ]
ok $? 'in a title and in a running head' "$work/as-drawn"
pdfinfo -struct-text "$hard_pdf" >"$work/tree" 2>&1
has 'in the structure' "$work/tree" 'H1'
