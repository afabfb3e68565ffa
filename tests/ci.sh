# SPDX-License-Identifier: Apache-2.0
# What ci.t and ci_servers.t share, after lib.sh: YAML as JSON, and banks in git whose findings are known.
for tool in git jq bash; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP $tool is not installed"; exit 0; }
done
python=
for candidate in /usr/bin/python3 python3; do
	[ -n "$python" ] || ! $candidate -c 'import yaml' 2>/dev/null || python=$candidate
done
[ -n "$python" ] || { echo '1..0 # SKIP there is no python3 with yaml'; exit 0; }
for name in $(env | sed -nE 's/^((GIT|GITHUB|CI|ITEMWRIGHT)_[A-Z0-9_]*)=.*/\1/p'); do unset "$name"; done
GIT_CONFIG_GLOBAL=$work/gitconfig GIT_CONFIG_NOSYSTEM=1 HOME=$work
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM HOME
printf '[user]\n name = a\n email = a@example.org\n[init]\n defaultBranch = main\n[advice]\n detachedHead = false\n' >"$work/gitconfig"
as_installed

to_json() { # YAML on stdin, JSON on stdout; strings as YAML has them
	$python -c 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)' 2>"$work/err"
}
holds() { # WHAT FILE [OPTION...] FILTER: jq says yes
	holds_what=$1 holds_file=$2
	shift 2
	jq -e "$@" "$holds_file" >"$work/held" 2>&1
	ok $? "$holds_what" "$work/held" "$holds_file"
}
commit() { # FOLDER WHAT
	git -C "$1" add -A >"$work/git" 2>&1 && git -C "$1" commit -qm "$2" >"$work/git" 2>&1 || bail "git: $(cat "$work/git")"
}
flawed() { # FOLDER: a bank of five items with an error and a warning
	copy_bank "$srcdir/tests/banks/small" "$1"
	sed 's|</exam>|<terms><out-of-scope>helm</out-of-scope></terms>&|' "$1/exam.xml" >"$work/exam" && cp "$work/exam" "$1/exam.xml"
	sed 's/ alt="A chart[^"]*"//' "$1/items/anchor.xml" >"$work/item" && cp "$work/item" "$1/items/anchor.xml"
}
flaw() { # FOLDER: a third finding, in a file that has none
	sed 's/ alt="A grey sky"//' "$1/items/clouds.xml" >"$work/item" && cp "$work/item" "$1/items/clouds.xml"
}
repository() { # FOLDER: such a bank in git
	flawed "$1" && git -C "$1" init -q . || bail 'no repository'
	commit "$1" 'A bank'
}

hooks=$work/hooks.json action=$work/action.json job=$work/job.json
to_json <"$srcdir/.pre-commit-hooks.yaml" >"$hooks" && to_json <"$srcdir/contrib/github/action.yml" >"$action" &&
	to_json <"$srcdir/contrib/gitlab/itemwright.gitlab-ci.yml" >"$job" || bail "this is not YAML: $(cat "$work/err")"
