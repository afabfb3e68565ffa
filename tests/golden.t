# SPDX-License-Identifier: Apache-2.0
# Golden cases of the command line. Each folder below tests/cases holds
#     cmd          a piece of sh, run in the bank; `iw` is the program, `there FILE` says whether there is one
#     bank         a bank of the case's own, or a file with the name of one below tests/banks; none: an empty folder
#     over/        files that are put over the bank
#     expect.out   standard output, and `exit N` as the last line
#     expect.err   standard error
# `make golden-update` (UPDATE=1) writes what is expected; then read git diff.
. "$srcdir/tests/lib.sh"

iw() { "$IW" "$@"; }
there() { if [ -e "$1" ]; then echo "$1 is there"; else echo "$1 is not there"; fi; }

# Places of this machine become words.
places() {
	sed -e "s|$work/case/bank|BANK|g" -e "s|$work/case|WORK|g" -e "s|$builddir|TREE|g" -e "s|$srcdir|TREE|g"
}

set_up() { # CASE: its bank becomes $work/case/bank
	rm -rf "$work/case" && mkdir -p "$work/case/bank" || bail "no place to work in"
	if [ -f "$1/bank" ]; then copy_bank "$srcdir/tests/banks/$(cat "$1/bank")" "$work/case/bank"; fi
	if [ -d "$1/bank" ]; then copy_bank "$1/bank" "$work/case/bank"; fi
	if [ -d "$1/over" ]; then copy_bank "$1/over" "$work/case/bank"; fi
}
play() { # CASE
	set_up "$1"
	(cd "$work/case/bank" && . "$1/cmd") >"$work/raw.out" 2>"$work/raw.err" </dev/null
	echo "exit $?" >>"$work/raw.out"
	places <"$work/raw.out" >"$work/out"
	places <"$work/raw.err" >"$work/err"
}

for case in "$srcdir"/tests/cases/*/; do
	case=${case%/}
	play "$case"
	if [ -n "$UPDATE" ]; then
		cp "$work/out" "$case/expect.out" && cp "$work/err" "$case/expect.err" || bail "$case cannot be written"
	fi
	{
		diff -u "$case/expect.out" "$work/out" && diff -u "$case/expect.err" "$work/err"
	} >"$work/difference" 2>&1
	ok $? "$(basename "$case")" "$work/difference"
done
[ "$n" -ge 50 ]
ok $? 'the cases were found'

# The runner can fail: a case that expects something else.
mkdir "$work/wrong" && echo 'iw lint' >"$work/wrong/cmd" && play "$work/wrong"
[ "$(tail -n 1 "$work/out")" = 'exit 2' ] && [ -s "$work/err" ]
ok $? 'exit codes and messages are seen' "$work/out" "$work/err"
finish
