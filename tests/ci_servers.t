# SPDX-License-Identifier: Apache-2.0
# The action for GitHub and the job for GitLab, in contrib: their scripts are taken from the YAML and run as these servers
# run them, on banks in git, without the parts that install.
. "$srcdir/tests/lib.sh"
. "$srcdir/tests/ci.sh"

# The action: inputs come by the environment, all that is named is there, and versions are pinned.
holds 'no script has an expression in it' "$action" '[.runs.steps[].run? // empty | select(contains("${{"))] == []'
holds 'scripts are of bash' "$action" '[.runs.steps[] | select(.run) | .shell] | length == 3 and all(. == "bash")'
holds 'other actions are pinned by their major version' "$action" '[.runs.steps[].uses? // empty] | length == 2 and all(test("@v[0-9]+$"))'
holds 'every input tells what it is' "$action" '.inputs | all(.description and (.default | type) == "string")'
jq -r '[.. | strings] | .[]' "$action" | grep -oE 'inputs\.[a-z-]+|steps\.[a-z]+' | sort -u >"$work/named"
jq -r '(.inputs | keys[] | "inputs.\(.)"), (.runs.steps[].id? // empty | "steps.\(.)")' "$action" | sort -u >"$work/there"
same 'every input and every step is used' "$work/there" "$work/named"

base=
step() { # WHAT EXIT FOLDER STEP [NAME=VALUE...]: run that step of the action there, with these inputs, or the defaults
	step_what=$1 step_exit=$2 step_in=$3 step_name=$4
	shift 4
	jq -r --arg step "$step_name" '.runs.steps[] | select(.name == $step) | .run' "$action" >"$work/step"
	jq -r --arg step "$step_name" '
		def given: [$ARGS.positional[] | index("=") as $i | {key: .[:$i], value: .[$i + 1:]}] | from_entries;
		((.inputs | with_entries({key: "inputs.\(.key)", value: .value.default})) + given) as $values |
		.runs.steps[] | select(.name == $step) | .env | to_entries[] |
		(.value | capture("^\\$\\{\\{ (?<name>[a-z._-]+) \\}\\}$").name) as $name |
		if $values | has($name) then "export \(.key)=\($values[$name] | @sh)" else "unknown \($name)" end
	' "$action" --args "$@" >"$work/env" 2>"$work/err" || bail "the environment of a step: $(cat "$work/err")"
	: >"$work/github-output" && : >"$work/github-path"
	rm -rf "$work/temp" && mkdir "$work/temp"
	(
		RUNNER_OS=${runner_os-Linux} RUNNER_TEMP=$work/temp GITHUB_OUTPUT=$work/github-output GITHUB_BASE_REF=$base
		GITHUB_PATH=$work/github-path GITHUB_SERVER_URL=file://$work/server
		export RUNNER_OS RUNNER_TEMP GITHUB_OUTPUT GITHUB_BASE_REF GITHUB_PATH GITHUB_SERVER_URL
		. "$work/env" && cd "$step_in" && exec bash --noprofile --norc -e -o pipefail "$work/step"
	) >"$work/out" 2>"$work/err" </dev/null
	got=$?
	[ $got -eq "$step_exit" ]
	ok $? "$step_what" "$work/err" "$work/out"
}
output() { sed -n "s/^$1=//p" "$work/github-output"; }
all_findings() { # WHAT COUNT
	holds "$1" "$(output sarif)" "[.runs[0].results[] | select(.suppressions == [])] | length == $2"
}
annotated() { # WHAT COUNT
	grep -c '^::\(error\|warning\|notice\) file=' "$work/out" >"$work/count"
	[ "$(cat "$work/count")" -eq "$2" ]
	ok $? "$1" "$work/out"
}

bank=$work/pushed
repository "$bank"
step 'a push' 1 "$bank" Lint
annotated 'the whole bank is annotated' 2
says 'by workflow commands' '::error file=items/anchor.xml,line=6,' '::warning file=items/more.xml,line=21,'
all_findings 'and is in the SARIF file' 2
end=$(sed -n 's/^::stop-commands:://p' "$work/out")
awk -v end="::$end::" '/^::stop-commands::/ { on = 1; next } $0 == end { on = 0 } on' "$work/out" >"$work/log"
(cd "$bank" && "$IW" lint >"$work/text" 2>"$work/err")
same 'the log has all findings, where no commands are taken' "$work/text" "$work/log"
[ "$(sed -n '$p' "$work/out")" = ::endgroup:: ] && [ "${#end}" -eq 32 ]
ok $? 'and then they are taken again' "$work/out"
step 'once more' 1 "$bank" Lint
[ -n "$end" ] && [ "$(sed -n 's/^::stop-commands:://p' "$work/out")" != "$end" ]
ok $? 'by another word each time'
step '--fail-on' 0 "$bank" Lint inputs.fail-on=never
step 'a wrong --fail-on' 2 "$bank" Lint inputs.fail-on=sometimes
says 'is told' '--fail-on takes'
step 'options' 1 "$bank" Lint "inputs.options=--ignore
access/*

--rule=bank/out-of-scope=error
"
annotated 'one a line' 1
all_findings 'for the SARIF file too' 1
step 'no bank' 2 "$bank" Lint inputs.bank=nowhere
[ -z "$(output sarif)" ]
ok $? 'no SARIF file'
(cd "$bank" && "$IW" lint --baseline "$work/known.json" --update-baseline >"$work/out" 2>&1)
step 'a baseline' 0 "$bank" Lint "inputs.baseline=$work/known.json"
annotated 'accepts' 0
says 'and says so' 'not shown: 2 findings in the baseline'
says_not 'an empty log has no group' '::group::'
all_findings 'in the SARIF file they are marked' 0

# What others write is no command: neither in names, nor in inputs, nor in items.
hostile='$(touch pwned) `touch pwned`"; touch pwned; '\''x -y'
mkdir "$work/hostile" && flawed "$work/hostile/$hostile" && git -C "$work/hostile" init -q .
step 'a hostile name' 1 "$work/hostile" Lint "inputs.bank=$hostile"
all_findings 'is that of a bank' 2
for input in fail-on changed-since baseline options version; do
	step "a hostile $input" $(case $input in options | version) echo 1 ;; *) echo 2 ;; esac) "$work/hostile" Lint "inputs.$input=$hostile" "inputs.bank=$hostile"
done
sed 's|Shorten the chain.|\n::error::gotcha\n##[error]gotcha|' "$work/hostile/$hostile/items/anchor.xml" |
	sed 's|id="b">$|&helm |' >"$work/item" && cp "$work/item" "$work/hostile/$hostile/items/anchor.xml"
step 'a hostile item' 1 "$work/hostile" Lint "inputs.bank=$hostile" inputs.options=--select=bank/out-of-scope,access/img-alt,xml/malformed inputs.fail-on=warning
awk '/^::stop-commands::/ { exit } 1' "$work/out" | grep -v '^::\(error\|warning\) file=\|^::group::' >"$work/commands"
none 'gives no command' "$work/commands"
find "$work" -name pwned >"$work/found"
none 'nothing was run' "$work/found"

# A pull request: HEAD is what the server merged, or the tip of the branch; the base has moved on.
request=$work/request
repository "$work/origin"
git -C "$work/origin" switch -q -c topic && flaw "$work/origin" && commit "$work/origin" 'On a branch'
git -C "$work/origin" switch -q main
sed 's/engine/helm/' "$work/origin/items/leave-port.xml" >"$work/item" && cp "$work/item" "$work/origin/items/leave-port.xml"
commit "$work/origin" 'Meanwhile'
git clone -q "$work/origin" "$request" && git -C "$request" switch -q --detach main && git -C "$request" merge -q origin/topic -m 'For the test' >"$work/git"
base=main
step 'a pull request, merged' 1 "$request" Lint
annotated 'what it changes is shown' 1
says 'which is one file' '::error file=items/clouds.xml,'
all_findings 'all are in the SARIF file' 4
step 'another revision' 1 "$request" Lint inputs.changed-since=HEAD~2
annotated 'what differs from that' 2
step 'the whole bank' 1 "$request" Lint inputs.changed-since=
annotated 'all' 4
git -C "$request" switch -q --detach origin/topic
step 'a pull request, not merged' 1 "$request" Lint
annotated 'what it changes is shown' 1
git -C "$request" update-ref -d refs/remotes/origin/main
step 'a checkout without the base' 2 "$request" Lint
says 'how to mend it' '::error::' 'fetch-depth: 0'
git clone -q --depth 1 "file://$work/origin" "$work/shallow" && git -C "$work/shallow" checkout -q --orphan other && commit "$work/shallow" 'Other'
step 'a checkout without a common commit' 2 "$work/shallow" Lint
says 'how to mend it' 'fetch-depth: 0'
base=

# Where its sources are, and what a build is known by.
at_action="github.action_path=$srcdir/contrib/github" in_repository=github.action_repository=owner/itemwright
step 'its own sources' 0 "$work" 'Find the sources' "$at_action" "$in_repository"
[ "$(cd "$(output source)" && pwd -P)" = "$srcdir" ] && output prefix | grep -q "^$work/temp/itemwright-[0-9a-f]\{32\}\$" && output key | grep -q "^itemwright-.*-$(uname -m)-[0-9a-f]\{32\}\$"
ok $? 'are those beside it' "$work/github-output"
cp "$work/github-output" "$work/first"
step 'once more' 0 "$work" 'Find the sources' "$at_action" "$in_repository"
same 'they are known by the same key' "$work/first" "$work/github-output"
server=$work/server/owner/itemwright
mkdir -p "$server/build-aux" "$server/docs" "$server/include" "$server/plugins" "$server/schemas" "$server/src"
for file in Makefile.am bootstrap build-aux/embed.sh configure.ac packages.txt docs/a include/a plugins/a schemas/a src/a; do echo one >"$server/$file"; done
git -C "$server" init -q . && commit "$server" One && git -C "$server" tag v1
echo two >"$server/src/a" && commit "$server" Two
for version in v1 main "$(git -C "$server" rev-parse v1)"; do
	step "version $version" 0 "$work" 'Find the sources' "$at_action" "$in_repository" "inputs.version=$version"
	[ "$(cat "$(output source)/src/a")" = "$([ $version = main ] && echo two || echo one)" ]
	ok $? 'is fetched'
	output key >>"$work/keys"
done
[ "$(sort -u "$work/keys" | wc -l)" -eq 2 ] && [ "$(sed -n 1p "$work/keys")" = "$(sed -n 3p "$work/keys")" ]
ok $? 'each is known by its own key' "$work/keys"
step 'a version that is not there' 128 "$work" 'Find the sources' "$at_action" "$in_repository" inputs.version=v9
step 'a version that looks like an option' 128 "$work" 'Find the sources' "$at_action" "$in_repository" inputs.version=--upload-pack=x
runner_os=Windows
step 'another system' 2 "$work" 'Find the sources' "$at_action" "$in_repository"
says 'is told' '::error::' 'ubuntu-latest'
unset runner_os

# Building stands in for itself: a source whose program is a script.
cat >"$server/bootstrap" <<'END'
#!/bin/sh
cd "$(dirname "$0")" && echo "bootstrap $*" >>"$BUILT" && mkdir -p _build && cp Makefile.built _build/Makefile
END
printf 'install:\n\tmkdir -p "$(DESTDIR)$(BIN)" && cp ../program "$(DESTDIR)$(BIN)/itemwright"\n' >"$server/Makefile.built"
printf '#!/bin/sh\necho "itemwright of the source"\n' >"$server/program"
chmod +x "$server/bootstrap" "$server/program" && cp "$srcdir/packages.txt" "$server/packages.txt"
commit "$server" Three && git -C "$server" tag v3
for tool in apt-get sudo; do printf '#!/bin/sh\n[ "${0##*/}" = sudo ] && exec "$@"\necho "apt-get $*" >>"$BUILT"\n' >"$work/bin/$tool" && chmod +x "$work/bin/$tool"; done
BUILT=$work/built BIN=/usr/local/bin
export BUILT BIN
prefix=$work/prefix
install_step() { step "$1" 0 "$work" Install "steps.source.outputs.source=$server" "steps.source.outputs.prefix=$prefix"; }
did() { # WHAT LINE...: what was built and installed by the last command
	did_what=$1
	shift
	if [ $# -gt 0 ]; then printf '%s\n' "$@"; fi | diff - "$work/built" >"$work/difference" 2>&1
	ok $? "$did_what" "$work/difference"
	: >"$work/built"
}
: >"$work/built"
install_step 'installing'
did 'builds' 'bootstrap build'
same 'the program is found from there on' "$(cat "$work/github-path")/itemwright" "$server/program"
install_step 'installing what is kept'
did 'builds nothing'
[ "$(cat "$work/github-path")" = "$prefix$BIN" ]
ok $? 'and it is found' "$work/github-path"
printf '#!/bin/sh\nexit 127\n' >"$prefix$BIN/itemwright"
install_step 'installing what is kept, and does not run'
did 'gets the libraries, and builds' 'apt-get -q update' "apt-get -q -y --no-install-recommends install $(sed -n \
	'/^## build/,/^## demo/s/^\([a-z][a-z0-9.+-]*\).*/\1/p' "$srcdir/packages.txt" | xargs)" 'bootstrap build'

# The job for GitLab, in sh and in bash.
gitlab() { # WHAT EXIT FOLDER [NAME=VALUE...]: run the scripts of the job there, with these variables besides
	gitlab_what=$1 gitlab_exit=$2 gitlab_in=$3
	shift 3
	jq -r '.itemwright.variables | to_entries[] | "export \(.key)=\(.value | @sh)"' "$job" >"$work/env"
	jq -r '.itemwright | .before_script[], .script[]' "$job" >"$work/script"
	rm -f "$gitlab_in/gl-code-quality-report.json" "$gitlab_in/itemwright-junit.xml"
	jq -nr '$ARGS.positional[] | index("=") as $i | "export \(.[:$i])=\(.[$i + 1:] | @sh)"' --args "$@" >>"$work/env"
	for shell in sh bash; do
		check "$gitlab_what, by $shell" "$gitlab_exit" at "$gitlab_in" $shell -ec '. "$1" && . "$2"' $shell "$work/env" "$work/script"
	done
}
reported() { # WHAT FOLDER COUNT
	[ "$(jq length "$2/gl-code-quality-report.json")" = "$3" ] && [ "$(grep -c '<failure ' "$2/itemwright-junit.xml")" -eq "$3" ]
	ok $? "$1" "$2/gl-code-quality-report.json"
}
holds 'GitLab keeps the reports, also of a job that fails' "$job" '.itemwright.artifacts | .when == "always" and ([.reports[]] | sort) == (.paths | sort)'
holds 'the history is there' "$job" '.itemwright.variables.GIT_DEPTH == "0"'
gitlab 'the main branch' 1 "$bank"
reported 'the reports are of the whole bank' "$bank" 2
says 'so is the log' 'items/anchor.xml:6:13' 'items/more.xml:21:35'
gitlab 'with variables' 0 "$bank" ITEMWRIGHT_FAIL_ON=never
gitlab 'with a baseline' 0 "$bank" "ITEMWRIGHT_BASELINE=$work/known.json" ITEMWRIGHT_FAIL_ON=note
reported 'the reports know it' "$bank" 0
gitlab 'in a folder' 1 "$work/hostile" "ITEMWRIGHT_BANK=$hostile"
git -C "$request" fetch -q && git -C "$request" switch -q --detach origin/topic
gitlab 'a merge request' 1 "$request" "CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git -C "$request" merge-base origin/main origin/topic)"
says 'what it changes is shown' 'items/clouds.xml:6:8' '1 error, 0 warnings'
reported 'the reports are of the whole bank' "$request" 3
git -C "$request" switch -q --detach origin/main && git -C "$request" merge -q origin/topic -m 'For the test' >"$work/git"
gitlab 'a merge request, merged' 1 "$request" "CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git -C "$request" merge-base origin/main origin/topic)" \
	"CI_MERGE_REQUEST_TARGET_BRANCH_SHA=$(git -C "$request" rev-parse origin/main)"
says 'what it changes is shown' 'items/clouds.xml:6:8' '1 error, 0 warnings'
reported 'the reports are of the whole bank' "$request" 4
gitlab 'an unknown commit' 2 "$request" CI_MERGE_REQUEST_DIFF_BASE_SHA=0000000000000000000000000000000000000000

# Where the image does not have the program.
jq -r '.itemwright.before_script[]' "$job" >"$work/script"
for shell in sh bash; do
	without=$work/without-$shell DESTDIR=$work/root-$shell
	export DESTDIR
	mkdir "$without" && cp "$work/bin/apt-get" "$without/"
	for tool in bash sh git make mkdir cp mktemp dirname env; do ln -s "$(command -v $tool)" "$without/$tool"; done
	check "an image without it, by $shell" 0 at "$work" env PATH="$without" ITEMWRIGHT_REPOSITORY="$work/server/owner/itemwright" \
		ITEMWRIGHT_VERSION=v3 $shell -e "$work/script"
	same 'it is installed' "$DESTDIR$BIN/itemwright" "$server/program"
	did 'with what is needed for it' 'apt-get -q update' 'apt-get -q -y --no-install-recommends install ca-certificates git' 'bootstrap build'
done
finish
