# SPDX-License-Identifier: Apache-2.0
# What the qti plugin writes is valid by 1EdTech's schemas. They are under 1EdTech's copyright and no
# part of the project: QTI_XSD_DIR names the folder that holds qtiv3p0/.
xsd=${QTI_XSD_DIR:-$srcdir/../shared/reference/qti/xsd}/qtiv3p0
item_xsd=$(ls "$xsd"/imsqti_asiv3p0_*.xsd 2>/dev/null | head -n 1)
package_xsd=$xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd
command -v xmllint >/dev/null || { echo "1..0 # SKIP xmllint is not installed"; exit 0; }
[ -f "$item_xsd" ] && [ -f "$package_xsd" ] || { echo "1..0 # SKIP no QTI 3.0 schemas (QTI_XSD_DIR)"; exit 0; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
n=0

result() { # NAME COMMAND...: ok when the command succeeds and says nothing
	n=$((n + 1)); name=$1; shift
	if "$@" >"$work/out" 2>&1 && [ ! -s "$work/out" ]; then echo "ok $n - $name"
	else echo "not ok $n - $name"; sed 's/^/# /' "$work/out" | head -n 20; fi
}
export_form() { # BANK VIEW FOLDER
	form=$(cat "$1"/forms/*.xml | sed -n 's/.*<form [^>]*id="\([^"]*\)".*/\1/p')
	( cd "$1" && "$IW" export "$form" --to qti --view "$2" -o "$work/$3" ) >"$work/log" 2>&1 || cat "$work/log"
}
valid() { # FOLDER LOG: each file of the folder was found valid
	[ -f "$work/$1/imsmanifest.xml" ] || { echo "nothing was exported"; return 1; }
	find "$work/$1" -name '*.xml' | sort | while read -r f; do
		grep -qxF "$f validates" "$work/valid" || grep -F "$f" "$work/valid"
	done
}
invalid() { # FILE
	grep -qxF "$work/$1 fails to validate" "$work/valid" || echo "$1 was found valid"
}

for view in candidate full; do
	result "aip-c01 can be exported, $view" export_form "$srcdir/examples/aip-c01" $view aip-$view
	result "a hard bank can be exported, $view" export_form "$srcdir/tests/banks/qti" $view hard-$view
	result "a hostile bank can be exported, $view" export_form "$srcdir/tests/banks/hostile" $view hostile-$view
done
# Files that must fail, for each schema: an interaction without its choices, a resource without its type.
sed 's/qti-simple-choice/qti-choice/g' "$work/aip-full/items/q1.xml" | sed 's/<qti-item-body>/<qti-item-body><nonsense\/>/' >"$work/bad-item.xml"
sed 's/ type="webcontent"//; s/ type="imsqti_item_xmlv3p0"//' "$work/aip-full/imsmanifest.xml" >"$work/bad-manifest.xml"

# Compiling a schema takes seconds: one call each.
find "$work" -name '*.xml' ! -name 'imsmanifest.xml' ! -name 'bad-manifest.xml' -exec \
	xmllint --nonet --noout --schema "$item_xsd" {} + >"$work/valid" 2>&1
find "$work" -name '*manifest.xml' -exec \
	xmllint --nonet --noout --schema "$package_xsd" {} + >>"$work/valid" 2>&1

for view in candidate full; do
	result "aip-c01 is valid, $view" valid aip-$view
	result "the hard bank is valid, $view" valid hard-$view
	result "the hostile bank is valid, $view" valid hostile-$view
done
result "a wrong item is found" invalid bad-item.xml
result "a wrong manifest is found" invalid bad-manifest.xml
echo "1..$n"
