#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Keys and signatures of itemwright and of minisign are each other's, in both directions. Needs IW, the
# program. Protected keys take a few seconds each: that is their purpose; IW_QUICK leaves them out.
command -v minisign >/dev/null || { echo "1..0 # SKIP minisign is not installed"; exit 0; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work" || exit 1
n=0 bad=0

# check WHAT STATUS COMMAND...: the command ends with just this exit code.
check() {
	what=$1 want=$2
	shift 2
	"$@" </dev/null >out 2>err
	got=$?
	report "$what" "$got" "$want"
}
report() {
	n=$((n + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1: exit $2, not $3"
		sed 's/^/# /' out err
		bad=1
	fi
}
# says WHAT PATTERN: the last command said it.
says() {
	n=$((n + 1))
	if cat out err | grep -q -e "$2"; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		sed 's/^/# /' out err
		bad=1
	fi
}
# answer WHAT TEXT STATUS COMMAND...: the same, with the text on stdin, which is where passwords come from.
answer() {
	what=$1 text=$2 want=$3
	shift 3
	printf "$text" | "$@" >out 2>err
	report "$what" $? "$want"
}
# zip NAME: a canonical package that holds the empty file NAME, which has one letter.
zip() {
	printf 'PK\003\004\012\0\0\0\0\0\0\0\041\0\0\0\0\0\0\0\0\0\0\0\0\0\001\0\0\0%s' "$1"
	printf 'PK\001\002\012\003\012\0\0\0\0\0\0\0\041\0\0\0\0\0\0\0\0\0\0\0\0\0\001\0\0\0\0\0\0\0\0\0\0\0\244\201\0\0\0\0%s' "$1"
	printf 'PK\005\006\0\0\0\0\001\0\001\0\057\0\0\0\037\0\0\0\0\0'
}

echo hello >f
: >empty
zip a >p.zip
head -c 300000 /dev/zero >large

# Keys without a password
check "keygen -W" 0 "$IW" keygen -W iw
check "keygen replaces no key" 2 "$IW" keygen -W iw
report "the secret key is the owner's alone" "$(stat -c %a iw.key)" 600
check "minisign -G -W" 0 minisign -G -W -p ms.pub -s ms.key
check "another key" 0 "$IW" keygen -W other

for f in f empty p.zip large; do
	check "$f: we sign" 0 "$IW" sign $f -s iw.key
	check "$f: we verify ours" 0 "$IW" verify $f -p iw.pub
	check "$f: minisign verifies ours" 0 minisign -V -H -p iw.pub -m $f
	check "$f: not with another key" 1 "$IW" verify $f -p other.pub
	cp $f.minisig keep && "$IW" sign $f -s iw.key >out 2>err && cmp keep $f.minisig >>out
	report "$f: signing again gives the same bytes" $? 0
	rm $f.minisig
	check "$f: minisign signs with our key" 0 minisign -S -s iw.key -m $f
	check "$f: we verify it" 0 "$IW" verify $f -p iw.pub
	rm $f.minisig
	check "$f: minisign signs" 0 minisign -S -s ms.key -m $f -t "a comment	of our own"
	check "$f: we verify minisign's" 0 "$IW" verify $f -p ms.pub
	rm $f.minisig
	check "$f: we sign with minisign's key" 0 "$IW" sign $f -s ms.key
	check "$f: minisign verifies it" 0 minisign -V -p ms.pub -m $f
	check "$f: we do too" 0 "$IW" verify $f -p ms.pub
	rm $f.minisig
done

# What must not verify
check "no signature" 1 "$IW" verify f -p iw.pub
check "minisign signs in the old way" 0 minisign -S -l -s ms.key -m f
check "which is refused" 1 "$IW" verify f -p ms.pub
rm f.minisig
check "signed" 0 "$IW" sign f -s iw.key
cp f.minisig good
echo hallo >f
check "a changed file" 1 "$IW" verify f -p iw.pub
says "is said to be bad" BAD
echo hello >f
sed 's/$/\r/' good >f.minisig
check "CRLF" 1 "$IW" verify f -p iw.pub
{ cat good; echo; } >f.minisig
check "a line more" 1 "$IW" verify f -p iw.pub
sed 's/size=6/size=7/' good >f.minisig
check "another trusted comment" 1 "$IW" verify f -p iw.pub
sed '1s/.*/untrusted comment: anything/' good >f.minisig
check "another untrusted comment is nothing" 0 "$IW" verify f -p iw.pub
rm f.minisig
check "minisign signs claims like ours, which are wrong" 0 minisign -S -s ms.key -m f -t "itemwright=1	size=7	sha256=0"
check "they are refused" 1 "$IW" verify f -p ms.pub
rm f.minisig

# Several signers
check "the first signer" 0 "$IW" sign p.zip -s iw.key
check "the second signer" 0 "$IW" sign p.zip -s ms.key
check "both are there" 0 ls p.zip.minisig "p.zip.$(sed -n '1s/.* //p' ms.pub | tr -d '\n' | sed 's/^/0000000000000000/; s/.*\(.\{16\}\)$/\1/').minisig"
check "two of two" 0 "$IW" verify p.zip -p iw.pub -p ms.pub --require 2
check "two of three" 0 "$IW" verify p.zip -p iw.pub -p ms.pub -p other.pub --require 2
check "three of three" 1 "$IW" verify p.zip -p iw.pub -p ms.pub -p other.pub --require 3
cp iw.pub copy.pub
check "one key twice is one key" 2 "$IW" verify p.zip -p iw.pub -p copy.pub --require 2
check "more than there are" 2 "$IW" verify p.zip -p iw.pub --require 2
check "none" 2 "$IW" verify p.zip -p iw.pub --require 0
check "no such key" 2 "$IW" verify p.zip -p none.pub
check "a secret key is no public key" 2 "$IW" verify p.zip -p iw.key
check "no such file" 2 "$IW" verify none.zip -p iw.pub

# A signed ZIP must be a package
{ cat p.zip; echo; } >q.zip
check "we do not sign another ZIP" 1 "$IW" sign q.zip -s iw.key
check "minisign does" 0 minisign -S -s ms.key -m q.zip
check "it does not verify" 1 "$IW" verify q.zip -p ms.pub

# Keys with a password
[ -z "$IW_QUICK" ] || { echo "1..$n"; exit $bad; }
answer "keygen" 'secret\nsecret\n' 0 "$IW" keygen locked
answer "keygen, two passwords" 'secret\nSecret\n' 2 "$IW" keygen never
report "makes no key" "$(ls never.* 2>/dev/null | wc -l)" 0
answer "we sign with it" 'secret\n' 0 "$IW" sign f -s locked.key
check "minisign verifies it" 0 minisign -V -p locked.pub -m f
rm f.minisig
answer "minisign signs with it" 'secret\n' 0 minisign -S -s locked.key -m f
check "we verify it" 0 "$IW" verify f -p locked.pub
answer "not with a wrong password" 'wrong\n' 2 "$IW" sign empty -s locked.key
report "which writes nothing" "$(ls empty.* 2>/dev/null | wc -l)" 0
answer "minisign -G" 'geheim\ngeheim\n' 0 minisign -G -p mslocked.pub -s mslocked.key
answer "we sign with minisign's key" 'geheim\n' 0 "$IW" sign large -s mslocked.key
check "minisign verifies ours" 0 minisign -V -p mslocked.pub -m large
answer "nor with minisign's key and a wrong password" 'Geheim\n' 2 "$IW" sign empty -s mslocked.key
says "it says so" 'password is wrong'

echo "1..$n"
exit $bad
