# SPDX-License-Identifier: Apache-2.0
# For tests/form_json.t: what of JSON Schema schemas/form.schema.json uses. Input is {schema, data}; output is a
# line for each place where the data is not as the schema says, also for a word of the schema that is unknown here.
def known: ["$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "additionalProperties",
	"properties", "const", "enum", "pattern", "maxLength", "minimum", "minItems", "items", "propertyNames"];
def wrong($at; $what): "\($at): \($what)";
def check($root; $s; $at):
	. as $d |
	(($s | keys_unsorted[]) as $k | select(known | index($k) | not) | wrong($at; "the schema says '\($k)', which is not known here")),
	(if $s["$ref"] then check($root; $root["$defs"][$s["$ref"] | ltrimstr("#/$defs/")]; $at) else empty end),
	(if $s.type then select([$s.type] | flatten | any(. == ($d | type) or (. == "integer" and ($d | type) == "number" and $d == ($d | floor))) | not) |
		wrong($at; "is no \($s.type)") else empty end),
	(if $s | has("minimum") then select(($d | type) == "number" and $d < $s.minimum) | wrong($at; "is below \($s.minimum)") else empty end),
	(if $s | has("const") then select($d != $s.const) | wrong($at; "is not \($s.const)") else empty end),
	(if $s.enum then select($s.enum | index($d) | not) | wrong($at; "is none of \($s.enum)") else empty end),
	(if ($d | type) == "string" then
		(if $s.pattern then select($d | test($s.pattern) | not) | wrong($at; "'\($d)' does not match \($s.pattern)") else empty end),
		(if $s.maxLength then select(($d | length) > $s.maxLength) | wrong($at; "is too long") else empty end)
	elif ($d | type) == "array" then
		(select(($d | length) < ($s.minItems // 0)) | wrong($at; "has too few items")),
		(if $s.items then range($d | length) as $i | $d[$i] | check($root; $s.items; "\($at)[\($i)]") else empty end)
	elif ($d | type) == "object" then
		(($s.required // [])[] as $k | select($d | has($k) | not) | wrong($at; "lacks \($k)")),
		(($d | keys_unsorted[]) as $k |
			(if $s.propertyNames then $k | check($root; $s.propertyNames; "the name \($at).\($k)") else empty end),
			(if ($s.properties // {}) | has($k) then $d[$k] | check($root; $s.properties[$k]; "\($at).\($k)")
			elif $s.additionalProperties == false then wrong($at; "has \($k), which is not allowed")
			elif ($s.additionalProperties | type) == "object" then $d[$k] | check($root; $s.additionalProperties; "\($at).\($k)")
			else empty end))
	else empty end);
.schema as $schema | .data | check($schema; $schema; "form")
