# SPDX-License-Identifier: Apache-2.0
# lint --changed-since: of a bank that is checked as a whole, what is found on items that are not as they were.
. "$srcdir/tests/lib.sh"
command -v git >"$work/git" || {
	skip 'changes since a revision' 'git is not here'
	finish
	exit 0
}
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX
GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org
GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org HOME=$work
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL HOME

# A bank in a sub-folder of a repository. Each item has two distractors that are alike, so that what is shown tells
# which items are taken to be changed.
top=$work/top bank=$work/top/exams/one
mkdir -p "$bank/items" "$bank/forms" "$bank/media"
cat >"$bank/exam.xml" <<'END'
<exam xmlns="urn:itemwright:1" id="e" version="1" xml:lang="en"><title>E</title>
  <blueprint scored="1"><domain id="d" weight="99"><title>D</title></domain></blueprint>
  <item-types><multiple-choice keys="1" distractors="1.."/></item-types>
</exam>
END
cat >"$bank/forms/A.xml" <<'END'
<form xmlns="urn:itemwright:1" id="A" exam="e" version="1" seed="1"><title>A</title>
  <item ref="none"/>
</form>
END
echo 'not a picture' >"$bank/media/spare.png"
item() { # ID [WORD]
	printf '<item xmlns="urn:itemwright:1" id="%s" domain="d">\n<stem><p>Which of the %s is it?</p></stem>\n' "$1" "${2:-$1}"
	printf '<multiple-choice><key>Yes</key><distractor>No</distractor>\n<distractor>No</distractor></multiple-choice>\n</item>\n'
}
items() { # ID...
	echo '<items xmlns="urn:itemwright:1">'
	for id; do item "$id"; done
	echo '</items>'
}
item a >"$bank/items/a.xml"
item b >"$bank/items/b.xml"
items c d e >"$bank/items/many.xml"
git() { command git -C "$top" -c init.defaultBranch=main "$@"; }
commit() { { git add -A && git commit -qm "$1"; } >"$work/git.log" 2>&1 || bail "git: $(cat "$work/git.log")"; }
git init -q . >"$work/git.log" 2>&1 || bail "git: $(cat "$work/git.log")"
commit one

lint() { (cd "$bank" && exec "$IW" lint -f json --select 'item/dup*,bank/dup*,bank/unused*,form/unk*,blueprint/wei*,xml/*,config/*' "$@"); }
shows() { # WHAT REVISION WHO...: whose findings are shown: of which items, or files
	shows_what=$1 shows_since=$2
	shift 2
	run lint --changed-since "$shows_since" --fail-on never $with
	jq -r '.findings[] | "\(.item // .file) \(.rule)"' "$work/out" 2>&1 | sed 's/ item\/duplicate-option$//' | LC_ALL=C sort >"$work/shown"
	if [ $# -gt 0 ]; then printf '%s\n' "$@"; fi | diff - "$work/shown" >"$work/difference" 2>&1 && [ "$got" -eq 0 ]
	ok $? "$shows_what" "$work/difference" "$work/err"
}
with=
back() { { git reset -q --hard && git clean -qfdx; } >"$work/git.log" 2>&1; }

check 'without it' 1 lint
[ "$(jq '.findings | length' "$work/out")" = 8 ]
ok $? 'there is enough to find' "$work/out"
shows 'nothing has changed' HEAD
says 'the summary tells of the rest' 'no findings in 5 items, 1 form' 'not shown: 8 findings on what is as in HEAD'
check 'it is no failure' 0 lint --changed-since HEAD

# What is a change of an item
item a other >"$bank/items/a.xml"
shows 'another text' HEAD a
check 'it is a failure' 1 lint --changed-since HEAD
git add -A
shows 'that is staged' HEAD a
commit two
shows 'that is committed' HEAD~1 a
shows 'not since then' HEAD
shows 'by a branch' main
git tag v1 HEAD~1 && shows 'by a tag' v1 a
git tag -a -m x v2 HEAD~1 && shows 'by a tag of its own' v2 a
shows 'by a part of its id' "$(git rev-parse --short HEAD~1)" a
item new >"$bank/items/new.xml"
shows 'a new file' HEAD new
git add -A
shows 'a new file that is staged' HEAD new
echo 'new.xml' >"$bank/items/.gitignore"
git reset -q
shows 'a new file that git ignores' HEAD new
back
{ sed 's/id="d"/id="d" task="t"/' "$bank/items/many.xml" && echo '<!-- end -->'; } >"$work/many" && mv "$work/many" "$bank/items/many.xml"
shows 'one of several in a file' HEAD d
items c f d e >"$bank/items/many.xml"
shows 'one more between others' HEAD f
items e >"$bank/items/many.xml"
shows 'fewer in a file' HEAD
sed -i 's/^/   /; s/   <items/<items/' "$bank/items/many.xml"
shows 'space within items is a change' HEAD e
back
touch "$bank/items/a.xml" && shows 'a file that was only touched' HEAD
sed -i 's/$/\r/' "$bank/items/many.xml"
shows 'line ends are no change' HEAD
back

# Items that move
git mv -k "$bank/items/b.xml" "$bank/items/moved.xml"
shows 'a file that was renamed' HEAD
back
mkdir "$bank/items/deep" && mv "$bank/items/b.xml" "$bank/items/deep/b.xml"
shows 'and git not told' HEAD
back
items b c d e >"$bank/items/many.xml" && rm "$bank/items/b.xml"
shows 'an item that moved to another file' HEAD
back
cp "$bank/items/b.xml" "$bank/items/copy.xml"
shows 'an item that was copied' HEAD b 'b bank/duplicate-id' 'b bank/duplicate-item'
jq -e '[.findings[].file] | unique == ["items/copy.xml"]' "$work/out" >"$work/jq" 2>&1
ok $? 'the copy is new, not what it was made of' "$work/out"
back
mkdir "$bank/items/0" && item new a >"$bank/items/0/new.xml" && item a >"$bank/items/a.xml" && commit three
back
item z a >"$bank/items/z.xml" && commit 'four'
item late b >"$bank/items/0/late.xml"
shows 'a copy that stands first: the finding is on the old one' HEAD 'b bank/duplicate-item' late
{ git reset -q --hard HEAD~2 && git clean -qfdx; } >"$work/git.log" 2>&1

# What is not an item
echo ' ' >>"$bank/exam.xml"
shows 'the exam' HEAD 'exam.xml blueprint/weight-sum'
echo ' ' >>"$bank/forms/A.xml"
shows 'a form' HEAD 'exam.xml blueprint/weight-sum' 'forms/A.xml form/unknown-item'
back
echo x >>"$bank/media/spare.png" && cp "$bank/media/spare.png" "$bank/media/new.png"
shows 'pictures' HEAD 'media/new.png bank/unused-media' 'media/spare.png bank/unused-media'
back
sed -i '1s/$/<?itemwright allow="item\/duplicate-option" reason="x"?>/' "$bank/items/many.xml"
shows 'what stands between items' HEAD 'items/many.xml config/unused-allow'
back
sed -i 's/<\/stem>//' "$bank/items/many.xml"
shows 'a file that cannot be read' HEAD 'items/many.xml xml/malformed'
commit broken
shows 'one that could not, and still cannot' HEAD
git checkout -q HEAD~1 -- . && shows 'one that could not, and now can' HEAD c d e
{ git reset -q --hard HEAD~1 && git clean -qfdx; } >"$work/git.log" 2>&1
sed -i 's/<stem>/<stem x="y">/' "$bank/items/many.xml" && commit schema
sed -i 's/Which of the d/Which d/' "$bank/items/many.xml"
shows 'of what the schema says, what is within the item' HEAD d 'items/many.xml xml/schema'
{ git reset -q --hard HEAD~1 && git clean -qfdx; } >"$work/git.log" 2>&1
items b >"$top/elsewhere.xml" && echo '<item/>' >"$bank/items.xml" && mkdir "$bank/other" && item x >"$bank/other/x.xml"
shows 'what is not of the bank' HEAD
back

# Names
for name in 'two words' 'line
feed' '-x' 'quote"s' 'star*' ':(top)' "$(printf 'bytes\377')" 'ümlaut'; do
	mkdir -p "$bank/items/$name" && item a other >"$bank/items/$name/$name.xml"
done
rm "$bank/items/a.xml"
commit names
back
shows 'odd names' HEAD
for f in "$bank"/items/*/*.xml; do sed -i 's/other/another/' "$f"; done
run lint --changed-since HEAD
[ "$(jq '[.findings[] | select(.rule == "item/duplicate-option")] | length' "$work/out")" = 8 ]
ok $? 'odd names, changed' "$work/out" "$work/err"
git reset -q --hard HEAD~1

# With a baseline, and with paths
item a third >"$bank/items/a.xml" && item b third >"$bank/items/b.xml" && item n >"$bank/items/n.xml"
with=items/b.xml
shows 'one of the paths' HEAD b 'b bank/duplicate-item'
with='media'
shows 'a path without changes' HEAD
lint --baseline base.json --update-baseline items/n.xml >"$work/out" 2>"$work/err"
[ "$(jq -r '.findings[].item' "$bank/base.json")" = n ]
ok $? 'a baseline of one item' "$bank/base.json"
with='--baseline base.json'
shows 'what is not in the baseline' HEAD a b 'b bank/duplicate-item'
commit base
shows 'nothing since then' HEAD
item n | sed '0,/No</s//Nope</' >"$bank/items/n.xml"
shows 'an item that is mended: its entry' HEAD 'base.json config/stale-baseline'
back
rm "$bank/items/n.xml" && commit gone
shows 'an entry whose item is gone' HEAD
echo >>"$bank/base.json"
shows 'in a baseline that changed' HEAD 'base.json config/stale-baseline'
back
mv "$bank/base.json" "$top/base.json" && commit moved
with='--baseline ../../base.json'
shows 'in a baseline beside the bank' HEAD
echo >>"$top/base.json"
shows 'which changed' HEAD '../../base.json config/stale-baseline'
mv "$top/base.json" "$top/*.json" && commit star && echo x >"$top/x.json"
with='--baseline ../../*.json' # no pattern, neither to the shell nor to git
set -f
shows 'whose name looks like a pattern' HEAD
set +f
mv "$top/*.json" "$work/base.json"
with="--baseline $work/base.json"
shows 'in a baseline outside of the repository' HEAD '../../../base.json config/stale-baseline'
with=
back

# Where the bank is
check 'from above' 0 at "$work" "$IW" lint top/exams/one --changed-since HEAD
check 'from within' 0 at "$bank/items" "$IW" lint --changed-since HEAD
item a again >"$bank/items/a.xml"
check 'from above, changed' 1 at "$top" "$IW" lint exams/one --select 'item/*' --changed-since HEAD
check 'through a link' 1 sh -c "ln -s '$bank' '$work/link' && '$IW' lint --select 'item/*' --changed-since HEAD '$work/link'"
hook() { (cd "$top" && GIT_DIR=.git GIT_INDEX_FILE=.git/index GIT_PREFIX= && export GIT_DIR GIT_INDEX_FILE GIT_PREFIX && exec "$@"); }
check 'in a hook' 1 hook "$IW" lint exams/one --select 'item/*' --changed-since HEAD
back
check 'in a hook, without a change' 0 hook "$IW" lint exams/one --select 'item/*' --changed-since HEAD
git worktree add -q "$work/tree" HEAD >"$work/git.log" 2>&1 || bail "git: $(cat "$work/git.log")"
item a once >"$work/tree/exams/one/items/a.xml"
shows 'another work tree has its own changes' HEAD
bank=$work/tree/exams/one && shows 'which are found there' HEAD a
bank=$top/exams/one
command git init -q "$bank/items/sub" && item s >"$bank/items/sub/s.xml"
shows 'a repository within the bank' HEAD s
sub() { command git -C "$bank/items/sub" "$@" >"$work/git.log" 2>&1; }
sub add -A && sub commit -qm s && git add -A 2>"$work/git.log" && commit sub
shows 'that is a sub-module' HEAD
git config diff.ignoreSubmodules all && item s other >"$bank/items/sub/s.xml"
shows 'that changed' HEAD s
sub commit -qam other
shows 'to another commit' HEAD s
git config --unset diff.ignoreSubmodules
rm -rf "$bank/items/sub" && commit 'no sub'
(cd "$bank" && command git init -q . && command git add -A && command git commit -qm own) >"$work/git.log" 2>&1
item b own >"$bank/items/b.xml"
shows 'a bank that is a repository' HEAD b
rm -rf "$bank/.git" && back

# A merge that is not finished
git checkout -q -b side && item a side >"$bank/items/a.xml" && commit side
git checkout -q main && item a main >"$bank/items/a.xml" && commit main
git merge side >"$work/git.log" 2>&1
shows 'a file in conflict' HEAD 'items/a.xml xml/malformed'
item a solved >"$bank/items/a.xml"
shows 'and solved' HEAD a
{ git merge --abort || git reset -q --hard; } >"$work/git.log" 2>&1

# Git's settings do not matter
git config diff.external false && git config diff.renames copies && git config color.ui always && git config diff.noprefix true
git config core.quotePath true && git config status.relativePaths false && git config diff.relative false
item a set >"$bank/items/a.xml" && mv "$bank/items/b.xml" "$bank/items/bb.xml" && git add -A
sed -i 's/Which of the d/Which d/' "$bank/items/many.xml"
shows 'with settings of git' HEAD a d
GIT_EXTERNAL_DIFF=false GIT_PAGER=false && export GIT_EXTERNAL_DIFF GIT_PAGER
shows 'with an environment for git' HEAD a d
unset GIT_EXTERNAL_DIFF GIT_PAGER
back

# Errors
refused() { # WHAT REVISION WORDS...
	check "$1" 2 lint --changed-since "$2"
	shift 2
	says 'why' "$@"
}
refused 'an unknown revision' none "there is no revision 'none' in this repository"
refused 'an option' --output=x "'--output=x' is no revision"
refused 'no revision' '' '--changed-since needs a value'
refused 'what is no commit' 'HEAD:exams' "there is no revision 'HEAD:exams'"
refused 'a range' 'HEAD~1..HEAD' 'there is no revision'
refused 'what is not reachable' '^HEAD' 'there is no revision'
command git clone -q --depth 1 "file://$top" "$work/shallow" >"$work/git.log" 2>&1 || bail "git: $(cat "$work/git.log")"
check 'a shallow clone' 2 "$IW" lint "$work/shallow/exams/one" --changed-since HEAD~1
says 'how to mend it' 'this is a shallow clone; fetch more of its history'
check 'what it has' 0 "$IW" lint "$work/shallow/exams/one" --changed-since HEAD
cp -R "$bank" "$work/alone"
check 'in no repository' 2 "$IW" lint "$work/alone" --changed-since HEAD
says 'why' 'is in no git repository'
mkdir "$work/alone/.git"
check 'in what only looks like one' 2 "$IW" lint "$work/alone" --changed-since HEAD
says 'what git says' "git cannot say what 'HEAD' is in $work/alone: fatal: not a git repository"
rmdir "$work/alone/.git" && command git init -q "$work/alone" && command git -C "$work/alone" symbolic-ref HEAD refs/heads/none
check 'before the first commit' 2 "$IW" lint "$work/alone" --changed-since HEAD
says 'why' "there is no revision 'HEAD'"
mkdir "$work/bin"
for tool in sh dirname sed env; do ln -s "$(command -v $tool)" "$work/bin/$tool"; done
check 'without git' 2 env PATH="$work/bin" "$IW" lint "$bank" --changed-since HEAD
says 'why' 'there is no git here'
finish
