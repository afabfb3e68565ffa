# SPDX-License-Identifier: Apache-2.0
# For tests/keyless.t: an XML file of a bank with all changed that candidates may not notice, and nothing else.
# Other options are keys, other items are scored; ids, domains, tasks, rationales, references, comments, allowances
# and names of pictures are others, each with the word "planted". With plain=1 it stays as it is, but for the
# order of the options, which is kept in both (else the keys would decide on it).
BEGIN { RS = "<"; ORS = "" }

function put(name, how) { # the attribute of `tag`, with `how` before its value
	at = match(tag, " " name "=\"")
	if (at) tag = substr(tag, 1, at + length(name) + 2) how substr(tag, at + length(name) + 3)
}
function replace(name, value) {
	gsub(" " name "=\"[^\"]*\"", " " name "=\"" value "\"", tag)
}
function value(t, name) {
	return match(t, " " name "=\"[^\"]*\"") ? substr(t, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
}
function kind(t) { match(t, /^[\/?!]?[A-Za-z-]*/); return substr(t, 1, RLENGTH) }

NR == 1 { start = $0; next }
{
	tags[++count] = substr($0, 1, index($0, ">"))
	texts[count] = substr($0, index($0, ">") + 1)
}

# Before a part is written: which kinds, responses and flags go round.
function look_ahead(i,   j, k) {
	options = responses = 0
	for (j = i + 1; j <= count && kind(tags[j]) != "/" kind(tags[i]); j++) {
		k = kind(tags[j])
		if (k == "key" || k == "distractor") kinds[options++] = k
		if (k == "response") ids[responses++] = value(tags[j], "id")
	}
	option = 0
}
function next_response(id,   j) {
	for (j = 0; j < responses && ids[j] != id; j++) ;
	return ids[(j + 1) % responses]
}
function disguise(k) {
	if (k == "ordering") options = 0
	if (options && (k == "key" || k == "distractor")) {
		now = kinds[(option++ + options - 1) % options]
		sub(/^[a-z]+/, now, tag)
	}
	if (options && (k == "/key" || k == "/distractor")) tag = "/" now ">"
	if (k ~ /^(key|distractor|step|response|prompt)$/) put("id", "planted-")
	if (k == "prompt") replace("match", "planted-" next_response(value(tag, "match")))
	if (k ~ /^(item|domain|task|skill)$/) { put("id", "planted-"); put("domain", "planted-"); put("task", "planted-"); put("skill", "planted-") }
	if (k == "item" || k == "enemy") put("ref", "planted-")
	if (k == "item" && root == "form") { sub(/ scored="no"/, "", tag); if (flags[(item++ + items - 1) % items]) sub(/\/>/, " scored=\"no\"/>", tag) }
	if (k == "item" && root != "form") text = "<?itemwright allow=\"bank/near-duplicate\" reason=\"planted\"?>" text
	if (k == "img") { sub(/src="media\//, "src=\"media/planted-", tag) }
	if (k == "reference") { replace("href", "https://example.org/planted"); text = "A planted reference" }
	if (k == "title" && inside) text = "A planted title"
	if (k == "scoring") replace("passing", "751")
	if (tag ~ /^!--/) tag = "!-- planted -->"
}

END {
	for (i = 1; i <= count; i++)
		if (root == "" && tags[i] !~ /^[?!]/) root = kind(tags[i])
	for (i = 1; i <= count; i++)
		if (root == "form" && kind(tags[i]) == "item") flags[items++] = tags[i] ~ / scored="no"/
	print start
	for (i = 1; i <= count; i++) {
		tag = tags[i]; text = texts[i]; k = kind(tag)
		if (k ~ /^multiple-|^matching$/ && root != "exam") {
			sub(/ shuffle="no"/, "", tag)
			sub(/^[a-z-]+/, "& shuffle=\"no\"", tag)
		}
		if (k == "blueprint") { replace("tolerance", "99"); if (tag !~ / tolerance=/) sub(/>/, " tolerance=\"99\">", tag) }
		if (k ~ /^multiple-|^matching$/) look_ahead(i)
		if (k == "domain") inside = 1
		if (k == "/blueprint") inside = 0
		if (!plain) disguise(k)
		if (k == "rationale" && !plain) {
			print "<" tag "A planted rationale"
			while (i < count && kind(tags[i + 1]) != "/rationale") i++
			continue
		}
		print "<" tag text
	}
}
