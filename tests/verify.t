# SPDX-License-Identifier: Apache-2.0
# itemwright verify: nothing that was changed, and nothing that someone else signed, is taken for good; and
# nothing inside is looked at before the signature is good.
. "$srcdir/tests/lib.sh"

bank=$work/bank
copy_bank "$srcdir/tests/banks/small" "$bank"
cd "$work" || bail "no place to work in"
for key in a b c; do "$IW" keygen -W $key 2>"$work/err" || bail "there is no key: $(cat "$work/err")"; done
check 'packages are made' 0 at "$bank" "$IW" pack A -s "$work/a.key" -o "$work/good"
mkdir p
zip=$work/p/small-A-1.zip
fresh() { # the package and its signature as they were made
	rm -rf p && cp -R good p
}
verify() { # WHAT EXIT OPTION...: nothing is extracted unless the exit code is 0
	title=$1 code=$2
	shift 2
	rm -rf x
	check "$title" "$code" "$IW" verify "$zip" -x x "$@"
	if [ "$code" -eq 0 ]; then [ -s x/imsmanifest.xml ]; else [ ! -e x ]; fi
	ok $? "$title: extracted $([ "$code" -eq 0 ] && echo 'it is' || echo 'is nothing')"
}
flip() { # FILE OFFSET: one bit of that byte is changed
	byte=$(od -An -tu1 -j "$2" -N 1 "$1")
	printf '%b' "$(printf '\\0%03o' $((byte & 1 ? byte - 1 : byte + 1)))" |
		dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}
accepted() { # COMMAND...: exit code 0, or not 1, which is what a changed file gets
	"$@" >"$work/out" 2>"$work/err"
	[ $? -ne 1 ]
}

fresh
verify 'a good package' 0 -p a.pub
says 'who signed, and what' 'good signature by key' 'candidate package of exam small, form A, version 1'
check 'the scoring package' 0 "$IW" verify p/small-A-1.key.zip -p a.pub -l
says 'and what it holds' 'scoring package of exam small, form A, version 1' form.json
unzip -q "$zip" -d unzipped
"$IW" verify "$zip" -p a.pub -x x >"$work/out" 2>&1
rm -rf x && "$IW" verify "$zip" -p a.pub -x x >"$work/out" 2>&1
same_tree 'what is extracted is what unzip finds' unzipped x
check 'not into a folder that is there' 2 "$IW" verify "$zip" -p a.pub -x x
says 'it says so' 'x'
same_tree 'which stays as it is' unzipped x
mkdir empty
check 'not into an empty one either' 2 "$IW" verify "$zip" -p a.pub -x empty
[ -z "$(ls -A empty)" ]
ok $? 'which stays empty'

# Every byte counts
rm -rf x
size=$(($(wc -c <"$zip")))
: >found
offset=0
while [ $offset -lt $size ]; do
	cp good/small-A-1.zip "$zip" && flip "$zip" $offset
	accepted "$IW" verify "$zip" -p a.pub -x x && echo "byte $offset of the package" >>found
	[ ! -e x ] || { rm -rf x && echo "extracted in spite of byte $offset" >>found; }
	# All bytes of the first header and of the end record, and some in between.
	if [ $offset -lt 40 ] || [ $offset -ge $((size - 40)) ]; then step=1; else step=$(((size - 80) / 60 + 1)); fi
	offset=$((offset + step))
	if [ $step -gt 1 ] && [ $offset -gt $((size - 40)) ]; then offset=$((size - 40)); fi
done
none 'no byte of the package can be changed' found
# The first line of a signature is an untrusted comment: whatever it says, it counts for nothing.
fresh
first=$(($(head -n 1 "good/small-A-1.zip.minisig" | wc -c)))
last=$(($(wc -c <"good/small-A-1.zip.minisig")))
: >found
offset=$((first - 1))
while [ $offset -lt "$last" ]; do
	cp good/small-A-1.zip.minisig "$zip.minisig" && flip "$zip.minisig" $offset
	accepted "$IW" verify "$zip" -p a.pub -x x && echo "byte $offset of the signature" >>found
	[ ! -e x ] || { rm -rf x && echo "extracted in spite of byte $offset" >>found; }
	offset=$((offset + 1))
done
none 'no byte of the signature can be changed' found
for lost in 1 7 100; do
	fresh && head -c $((size - lost)) "good/small-A-1.zip" >"$zip"
	verify "a package that lacks $lost bytes" 1 -p a.pub
done
fresh && echo >>"$zip"
verify 'a byte more' 1 -p a.pub
says 'it is said to be bad' BAD
fresh && { cat good/small-A-1.zip && cat good/small-A-1.key.zip; } >"$zip"
verify 'a package behind the package' 1 -p a.pub
fresh && : >"$zip"
verify 'an empty package' 1 -p a.pub

# Signatures
fresh && rm "$zip.minisig"
verify 'no signature' 1 -p a.pub
says 'it says so' 'not signed: there is no small-A-1.zip.minisig'
fresh && cp "good/small-A-1.key.zip.minisig" "$zip.minisig"
verify "another package's signature" 1 -p a.pub
fresh && : >"$zip.minisig"
verify 'an empty signature' 1 -p a.pub
fresh && cat "$zip.minisig" "$zip.minisig" >two && mv two "$zip.minisig"
verify 'two signatures in one file' 1 -p a.pub
fresh
verify "another's key" 1 -p b.pub
says 'it says whose it is' 'is not among the keys given with -p' 'NOT verified'
verify 'one of two keys' 0 -p b.pub -p a.pub
sed '1s/.*/untrusted comment: minisign public key 0000000000000000/' a.pub >renamed.pub
verify 'the comment of a key is no matter' 0 -p renamed.pub
fresh && "$IW" sign "$zip" -s b.key >"$work/out" 2>&1
verify 'two signers' 0 -p a.pub -p b.pub --require 2
says 'both are named' "$(sed -n '1s/.* //p' a.pub)" "$(sed -n '1s/.* //p' b.pub)"
verify 'two of three' 0 -p a.pub -p b.pub -p c.pub --require 2
verify 'three of three' 1 -p a.pub -p b.pub -p c.pub --require 3
says 'how many' '2 of the keys given have signed it, and 3 must'
verify 'one of them and a stranger' 1 -p a.pub -p c.pub --require 2
verify 'the second alone' 0 -p b.pub
verify 'the same key twice' 2 -p a.pub -p a.pub --require 2
cp a.pub again.pub
verify 'the same key in two files' 2 -p a.pub -p again.pub --require 2
fresh && cp "$zip.minisig" "$zip.$(sed -n '1s/.* //p' b.pub).minisig"
verify 'the same signer twice' 1 -p a.pub -p b.pub --require 2
says 'counts once' '1 of the keys given have signed it, and 2 must'
fresh
verify 'one signer, two required' 1 -p a.pub -p b.pub --require 2
verify 'none required' 2 -p a.pub --require 0
verify 'more required than there are keys' 2 -p a.pub --require 2

# What is inside matters only after the signature. minisign signs anything.
if command -v minisign >/dev/null; then
	sign() { rm -f "$zip".*minisig && minisign -S -W -s a.key -m "$zip" >"$work/out" 2>&1; }
	echo 'no archive at all' >"$zip" && sign
	verify 'no ZIP, well signed' 1 -p a.pub
	says 'it says so' 'the signature is good, but this is not a canonical package'
	flip "$zip" 3
	verify 'the same with a bad signature' 1 -p a.pub
	sed "s|$work||g" "$work/err" >bad.err
	says_not 'the archive is not mentioned' canonical member header 'not a ZIP'
	fresh && sign && flip "$zip" 3
	verify 'a good ZIP with a bad signature' 1 -p a.pub
	sed "s|$work||g" "$work/err" >zip.err
	same 'what is inside makes no difference' bad.err zip.err
	cp "good/small-A-1.zip" "$zip" && echo >>"$zip" && sign
	verify 'a line behind the ZIP, well signed' 1 -p a.pub
	says 'it says so' 'not a canonical package'
	cp "good/small-A-1.zip" "$zip" && flip "$zip" $((size / 2)) && sign
	verify 'a damaged member, well signed' 1 -p a.pub
	says 'it says so' 'not a canonical package'
	if command -v zip >/dev/null; then
		rm -f "$zip" && (cd unzipped && zip -qr "$zip" .) && sign
		verify 'a ZIP of another program, well signed' 1 -p a.pub
		says 'it says so' 'not a canonical package'
	else
		skip 'a ZIP of another program' 'zip is not installed'
	fi
else
	skip 'other content, well signed' 'minisign is not installed'
fi
finish
