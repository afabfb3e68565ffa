# SPDX-License-Identifier: Apache-2.0
# Every element, attribute and type of schemas/*.xsd is documented, and each schema stands alone for an editor.
n=0
ok() { # RESULT NAME [TEXT that explains]
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then echo "ok $n - $2"; return; fi
	echo "not ok $n - $2"
	printf '%s\n' "$3" | head -n 20 | sed 's/^/# /'
}

if ! command -v xmllint >/dev/null 2>&1; then echo "1..0 # SKIP xmllint is not there"; exit 0; fi
xs='*[namespace-uri()="http://www.w3.org/2001/XMLSchema"'
text='*[local-name()="annotation"]/*[local-name()="documentation"][string-length(normalize-space()) >= 5]'
for file in "$srcdir"/schemas/*.xsd; do
	name=$(basename "$file")
	for kind in element attribute complexType simpleType group attributeGroup; do
		bare=$(xmllint --nonet --xpath "//$xs and local-name()='$kind'][@name][not($text)]/@name" "$file" 2>/dev/null)
		ok "$([ -z "$bare" ]; echo $?)" "$name: every $kind has its documentation" "$bare"
	done
	top=$(xmllint --nonet --xpath "count(/$xs and local-name()='schema']/$text)" "$file" 2>&1)
	ok "$([ "$top" -ge 1 ] 2>/dev/null; echo $?)" "$name says what it is" "$top"
	# Any document will do: only a schema that cannot be compiled makes xmllint end with 5.
	log=$(xmllint --nonet --noout --schema "$file" "$file" 2>&1)
	ok "$([ $? -ne 5 ]; echo $?)" "$name compiles from its folder" "$log"
	found=$(xmllint --nonet --xpath "//@schemaLocation" "$file" 2>/dev/null | grep -E '/|\.\.')
	ok "$([ -z "$found" ]; echo $?)" "$name loads only its neighbours" "$found"
done
ok "$([ "$(ls "$srcdir"/schemas/*.xsd | wc -l)" -ge 9 ]; echo $?)" "all schemas were looked at"
echo "1..$n"
