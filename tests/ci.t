# SPDX-License-Identifier: Apache-2.0
# docs/ci.md is true: its commands are run, its snippets are read. And the hook of pre-commit: what it would be handed.
# The scripts for servers are in ci_servers.t.
. "$srcdir/tests/lib.sh"
. "$srcdir/tests/ci.sh"
page=$srcdir/docs/ci.md

# The page, in one repository from its first command to its last.
repository "$work/exams"
cd "$work/exams" || bail 'no folder to work in'
handled=0
part() { # KIND: the next block of it, in $work/block; false when there is none
	[ "$kind" = "$1" ] || nth=0
	kind=$1 nth=$((nth + 1))
	block "$page" "$kind" $nth >"$work/block"
	[ -s "$work/block" ] || return 1
	handled=$((handled + 1))
}
while part console; do
	tour "$page" $nth >"$work/printed"
	diff "$work/block" "$work/printed" >"$work/difference"
	ok $? "docs/ci.md, console $nth: prints what is shown" "$work/difference"
done
# What the page's commands pipe into: it says what it was given.
cat >"$work/bin/reviewdog" <<'END'
#!/bin/sh
echo "reviewdog $*"
grep -c '<error '
END
chmod +x "$work/bin/reviewdog"
flaw . && git add items/clouds.xml
part sh
check 'docs/ci.md: the hook of git fails' 1 sh -e "$work/block"
says 'it shows what is staged' 'items/clouds.xml:6:8: error' '1 error, 0 warnings'
git restore --staged items/clouds.xml
check 'docs/ci.md: and passes when nothing is' 0 sh -e "$work/block"
part sh
check 'docs/ci.md: reviewdog' 0 sh -e "$work/block"
[ "$(sed -n 2p "$work/out")" = 1 ]
ok $? 'it is given what has changed' "$work/out"
git checkout -q items/clouds.xml
part sh
mkdir "$work/several" && flawed "$work/several/exams/harbour" && copy_bank "$srcdir/tests/banks/small" "$work/several/exams/weather"
check 'docs/ci.md: several banks' 1 at "$work/several" sh -e "$work/block"
says 'each is checked' 'exams/harbour/items/anchor.xml:6:13: error' 'no findings in 5 items'
flawed "$work/several/exams/weather" && copy_bank "$srcdir/tests/banks/small" "$work/several/exams/harbour"
check 'docs/ci.md: several banks, the last with findings' 1 at "$work/several" sh -e "$work/block"
copy_bank "$srcdir/tests/banks/small" "$work/several/exams/weather"
check 'docs/ci.md: several banks, all good' 0 at "$work/several" sh -e "$work/block"
! part sh
ok $? 'docs/ci.md: no sh is left'

while part groovy; do
	sed -n "s/^ *sh '\(.*\)'\$/\1/p" "$work/block" >"$work/script"
	[ -s "$work/script" ]
	ok $? "docs/ci.md, groovy $nth: it has commands"
	check "docs/ci.md, groovy $nth: they run" 0 sh -e "$work/script"
	for file in $(grep -o "'[a-z]*\.xml'" "$work/block" | tr -d "'"); do
		[ -s "$file" ]
		ok $? "docs/ci.md, groovy $nth: $file is made"
	done
done
makeprg=$(sed -n 's/.*`:set makeprg=\([^`]*\)`.*/\1/p' "$page" | sed 's/\\ / /g')
check "docs/ci.md: Vim's command" 1 $makeprg
says 'it prints lines of a compiler' 'items/anchor.xml:6:13: error: '

part 'xml exam.xml'
awk 'NR == FNR { lint = lint $0 "\n"; next } /<\/exam>/ { sub(/<\/exam>/, lint "&") } 1' "$work/block" exam.xml >"$work/exam" && cp "$work/exam" exam.xml
check 'docs/ci.md: severities in exam.xml' 1 itemwright lint --format json --select 'xml/*,config/*,access/*'
holds 'they are understood' "$work/out" '[.findings[].rule] == ["access/img-alt"]'
git checkout -q exam.xml
part 'xml item'
awk 'NR == FNR { allow = allow $0; next } /<stem>/ && !done { print allow; done = 1 } 1' "$work/block" items/anchor.xml >"$work/item" && cp "$work/item" items/anchor.xml
check 'docs/ci.md: an allowance' 1 itemwright lint --format json --select 'xml/*,config/*,access/*,writing/*'
holds 'it is understood' "$work/out" '[.findings[].rule] | sort == ["access/img-alt", "config/unused-allow"]'
git checkout -q items/anchor.xml

# Snippets of pre-commit: the hook is there, and its arguments are taken.
while part 'yaml .pre-commit-config.yaml'; do
	to_json <"$work/block" >"$work/config"
	ok $? "docs/ci.md, pre-commit $nth: YAML" "$work/err"
	holds 'its hooks are there' "$work/config" --slurpfile hooks "$hooks" '[.repos[].hooks[].id] | length > 0 and . - [$hooks[0][].id] == []'
	cp "$work/config" "$work/config-$nth"
	jq -r '.repos[].hooks[].args // [] | map(@sh) | join(" ")' "$work/config" | while read -r arguments; do
		eval "itemwright lint --fail-on never $arguments items/anchor.xml" >"$work/out" 2>"$work/err" </dev/null || echo "refused: $arguments"
	done >"$work/refused"
	none 'its arguments are taken' "$work/refused"
done

# Snippets of workflows: what they say to actions is known to these, and what they run runs.
while part 'yaml .github/workflows/items.yml'; do
	to_json <"$work/block" >"$work/workflow"
	ok $? "docs/ci.md, GitHub $nth: YAML" "$work/err"
	holds 'its inputs are those of the action' "$work/workflow" --slurpfile action "$action" \
		'[.. | objects | select((.uses? // "") | test("^OWNER/itemwright/contrib/github@")) | .with | keys[]] - ($action[0].inputs | keys) == []'
	jq -r '.. | objects | .run? // empty' "$work/workflow" >"$work/script"
	check 'its commands run' 0 sh -e "$work/script"
done
grep -o '^| `[a-z-]*` |' "$page" | tr -d '|` ' | sort >"$work/listed"
jq -r '.inputs | keys[]' "$action" | sort >"$work/inputs"
same 'docs/ci.md: every input is listed' "$work/inputs" "$work/listed"

while part 'yaml .gitlab-ci.yml'; do
	to_json <"$work/block" >"$work/pipeline"
	ok $? "docs/ci.md, GitLab $nth: YAML" "$work/err"
	file=$(jq -r '.include[0].file' "$work/pipeline")
	[ -f "$srcdir/$file" ]
	ok $? 'what it includes is there' "$work/pipeline"
	holds 'its variables are those of the job' "$work/pipeline" --slurpfile job "$job" \
		'(.itemwright.variables | keys) - ($job[0].itemwright.variables | keys) == []'
done
[ "$(grep -c '^ *```' "$page")" -eq $((2 * handled)) ]
ok $? 'docs/ci.md: all blocks were tried'
sed -n 's/.*](\([^):]*\)).*/\1/p' "$page" | while read -r link; do [ -f "$srcdir/docs/$link" ] || echo "$link"; done >"$work/missing"
none 'docs/ci.md: links lead to files' "$work/missing"
# What it says of failures is said.
sed -n '/^| it says/,/^$/s/^| \([^|`]*\) |.*/\1/p' "$page" | grep -v 'it says\|^---\|dubious ownership' >"$work/sayings"
while read -r saying; do grep -rqF "$(echo "$saying" | cut -c 1-24)" "$srcdir/src" || echo "$saying"; done <"$work/sayings" >"$work/missing"
none 'docs/ci.md: messages are those of the program' "$work/missing"

# The hook: what pre-commit would hand to it, all of it is taken, and nothing of a bank is left out.
holds 'the hook is run once, by name' "$hooks" 'length == 1 and (.[0] | .id == "itemwright-lint" and .entry == "itemwright lint"
	and .language == "system" and .require_serial == true and (has("pass_filenames") | not))'
exclude='^$'
matching() { # the paths on stdin, between NULs, that the hook is for
	$python -c 'import re, sys
files, exclude = map(re.compile, sys.argv[1:])
for path in filter(None, sys.stdin.buffer.read().split(b"\0")):
    name = path.decode("utf-8", "surrogateescape")
    if files.search(name) and not exclude.search(name): sys.stdout.buffer.write(path + b"\0")' "$(jq -r '.[0].files' "$hooks")" "$exclude"
}
hooked() { # FOLDER [ARGUMENT...]: what pre-commit does there before a commit; leaves the exit code in $work/code
	hooked_in=$1
	shift
	rm -f "$work/code"
	(cd "$hooked_in" && git diff --cached --name-only --no-ext-diff -z --diff-filter=ACMRTUXB | matching |
		xargs -0 -r sh -c 'code=$1 && shift && "$@"; echo $? >"$code"' sh "$work/code" $(jq -r '.[0].entry' "$hooks") "$@") >"$work/out" 2>"$work/err"
	[ -f "$work/code" ] || echo skipped >"$work/code"
}
ends() { # WHAT CODE
	[ "$(cat "$work/code")" = "$2" ]
	ok $? "$1" "$work/code" "$work/err" "$work/out"
}
odd=$work/odd
flawed "$odd"
mkdir -p "$odd/items/deep/er" "$odd/items/.hidden" "$odd/forms/old" "$odd/media/sets/one" "$odd/media/.cache" "$odd/docs"
cp "$odd/items/anchor.xml" "$odd/items/deep/er/a b.xml"
cp "$odd/items/anchor.xml" "$odd/items/deep/er/é ' \"\$(x).xml"
for name in items/.hidden/x.xml items/.x.xml items/deep/.x.xml media/.gitkeep media/.cache/x media/sets/.x items/README.md \
	items/deep/notes.xml~ README.md docs/exam.xml.bak forms/old/x.txt .gitignore; do
	cp "$odd/items/more.xml" "$odd/$name"
done
cp "$odd/forms/A.xml" "$odd/forms/old/Z.xml" && cp "$odd/media/chart.svg" "$odd/media/sets/one/-x.svg"
(cd "$odd" && find . -type f | sed 's|^\./||') | LC_ALL=C sort >"$work/files"
while read -r file; do
	(cd "$odd" && "$IW" lint --fail-on never "$file" >"$work/out" 2>&1 </dev/null) && echo "$file"
done <"$work/files" >"$work/taken"
tr '\n' '\0' <"$work/files" | matching | tr '\0' '\n' >"$work/matched"
same 'the pattern matches what lint takes' "$work/taken" "$work/matched"
[ "$(wc -l <"$work/taken")" -eq 12 ]
ok $? 'which is all files of the bank' "$work/taken"
sed 's|^|exams/a/|' "$work/files" | tr '\n' '\0' | matching | tr '\0' '\n' | sed 's|^exams/a/||' >"$work/matched"
same 'in a sub-folder too' "$work/taken" "$work/matched"

repository "$work/hooked"
hooked "$work/hooked"
ends 'nothing is staged' skipped
echo '# Exams' >"$work/hooked/README.md" && git -C "$work/hooked" add README.md
hooked "$work/hooked"
ends 'nothing of the bank is staged' skipped
flaw "$work/hooked" && git -C "$work/hooked" add items/clouds.xml
hooked "$work/hooked"
ends 'an error is staged' 1
says 'it is shown' 'items/clouds.xml:6:8: error' '1 error, 0 warnings, 0 notes in 5 items'
says_not 'and nothing else' items/anchor.xml items/more.xml
git -C "$work/hooked" reset -q --hard
sed 's/heavy/stiff/' "$work/hooked/items/more.xml" >"$work/item" && cp "$work/item" "$work/hooked/items/more.xml"
git -C "$work/hooked" add -A
hooked "$work/hooked"
ends 'a warning is staged' 0
says 'it is shown' 'items/more.xml:21:35: warning'
hooked "$work/hooked" --fail-on warning
ends 'with an argument' 1
sed 's/Buoy/Mark/' "$work/hooked/items/anchor.xml" >"$work/item" && cp "$work/item" "$work/hooked/items/anchor.xml"
sed 's/engine/motor/' "$work/hooked/items/leave-port.xml" >"$work/item" && cp "$work/item" "$work/hooked/items/leave-port.xml"
git -C "$work/hooked" add -A
hooked "$work/hooked" --format gcc
ends 'several files are staged' 1
[ "$(wc -l <"$work/out")" -eq 2 ]
ok $? 'all of them are shown, in one run' "$work/out"
git -C "$work/hooked" reset -q --hard && git -C "$work/hooked" rm -q items/leave-port.xml
hooked "$work/hooked"
ends 'a file is deleted' skipped
git -C "$work/hooked" reset -q --hard && git -C "$work/hooked" mv items/anchor.xml 'items/an chor.xml'
hooked "$work/hooked"
ends 'a file is renamed' 1
says 'it is known by its new name' 'items/an chor.xml:6:13: error'

# Two banks: each hook of the page takes the files of its bank, and only these.
git -C "$work/several" init -q . && git -C "$work/several" add -A
hooked "$work/several"
ends 'two banks are one too many' 2
jq -r '.repos[].hooks[].exclude' "$work/config-2" >"$work/excludes"
[ "$(wc -l <"$work/excludes")" -eq 2 ]
ok $? 'the page has a hook for each'
flawed "$work/several/exams/weather" && git -C "$work/several" add -A
exclude=$(sed -n 1p "$work/excludes") && hooked "$work/several"
ends 'the first bank is good' 0
exclude=$(sed -n 2p "$work/excludes") && hooked "$work/several"
ends 'the second has findings' 1
finish
