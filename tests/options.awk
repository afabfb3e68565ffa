# SPDX-License-Identifier: Apache-2.0
# For tests/form_json.t: the options of an item, a line each: kind, name, match, text. Input is canonical XML
# (xmllint --c14n) of the bank or of QTI; with id=ID only of that item of the bank. Text is without tags and white
# space, and without its rationale; a picture is its alt text.
BEGIN { RS = "<" }
function value(t, name) {
	return match(t, "[ \n]" name "=\"[^\"]*\"") ? substr(t, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
}
function squeeze(t) { gsub(/[ \t\r\n]|&#xD;|\342\201\240/, "", t); return t }
{
	tag = substr($0, 1, index($0, ">") - 1)
	match(tag, /^[\/?!]?[A-Za-z-]*/)
	kind = substr(tag, 1, RLENGTH)
	if (kind == "item") on = id == "" || value(tag, "id") == id
	if (kind == "qti-item-body") on = 1
	if (kind == "/item") on = 0
	if (!on) next
	if (kind ~ /^(key|distractor|step|prompt|response|qti-simple-choice|qti-simple-associable-choice|qti-gap-text)$/) {
		open = kind
		name = value(tag, kind ~ /^qti/ ? "identifier" : "id")
		to = value(tag, "match")
		text = ""
	}
	if (kind == "rationale") hidden = 1
	if (open != "" && !hidden) text = text squeeze(value(tag, "alt")) squeeze(substr($0, index($0, ">") + 1))
	if (kind == "/rationale") hidden = 0
	if (open != "" && kind == "/" open) {
		text = text ""
		after = squeeze(substr($0, index($0, ">") + 1))
		if (after != "") text = substr(text, 1, length(text) - length(after))
		printf "%s\t%s\t%s\t%s\n", open, name, to, text
		open = ""
	}
}
