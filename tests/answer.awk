# SPDX-License-Identifier: Apache-2.0
# For tests/form_json.t: the answer of a question, from its options in the bank (the first file) and as they are
# shown (the second), both as options.awk writes them. Prints the key and the author's names, as compact JSON.
BEGIN { FS = "\t" }
NR == FNR {
	n++
	kind[n] = $1; name[n] = $2 == "" ? "#" n : $2; to[n] = $3; side = $1 == "prompt" ? "prompt" : "option"
	if ((side, $4) in place) twice = 1
	place[side, $4] = n
	if ($1 == "step") step[++steps] = n
	next
}
{
	side = $2 ~ /^P[0-9]+$/ ? "prompt" : "option"
	# Where not all options are steps of the order, each place may be a row of a table: P1 is the first.
	if (side == "prompt" && steps) { places++; next }
	if (!((side, $4) in place)) { unknown = unknown " " $2; next }
	at = place[side, $4]
	if (side == "prompt") { prompts++; prompt[substr($2, 2)] = at } else { shown++; letters[shown] = $2; letter[at] = $2; of[shown] = at }
}
function add(list, s) { return list (list == "" ? "" : ",") "\"" s "\"" }
END {
	if (unknown != "" || twice || shown + prompts != n || (places && places != steps)) { print "not the options of the item:" unknown; exit }
	for (i = 1; i <= shown; i++) if (kind[of[i]] == "key") key = add(key, letters[i])
	for (i = 1; i <= steps; i++) key = add(key, letter[step[i]])
	for (p = 1; p <= prompts; p++) {
		for (i = 1; i <= n; i++) if (kind[i] == "response" && name[i] == to[prompt[p]]) key = add(key, p "-" letter[i])
		numbers = numbers (p > 1 ? "," : "") "\"" p "\":\"" name[prompt[p]] "\""
	}
	for (i = 1; i <= shown; i++) options = options (i > 1 ? "," : "") "\"" letters[i] "\":\"" name[of[i]] "\""
	print "[[" key "],{" options "}" (prompts ? ",{" numbers "}" : ",null") "]"
}
