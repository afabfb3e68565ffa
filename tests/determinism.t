# SPDX-License-Identifier: Apache-2.0
# The same bank gives the same bytes: whatever the time zone, locale, umask, user, folder, home, time, number
# of processors and order of the files on the disk.
. "$srcdir/tests/lib.sh"

umask 022
chmod a+rx "$work"
"$IW" keygen -W "$work/k" 2>"$work/err" || bail "there is no key: $(cat "$work/err")"
chmod a+r "$work/k.key"
archives='zip tar tar.gz tgz tar.zst tar.xz'

# Pack and export the bank $1 into $2; the rest is what the program runs in.
build() { # BANK OUT [COMMAND...]
	from=$1 to=$2
	shift 2
	(
		cd "$from" && "$@" "$IW" pack A -s "$work/k.key" -o "$to" &&
			"$@" "$IW" export A --to html,qti,text -o "$to/candidate" &&
			"$@" "$IW" export A --to html,qti,text --view full -o "$to/full" || exit
		for ending in $archives; do "$@" "$IW" export A --to qti,text -o "$to/form.$ending" || exit; done
	) >"$work/out" 2>"$work/err"
}
again() { # WHAT BANK [COMMAND...]: a build in this way is the same as the first one
	again_what=$1 again_bank=$2
	shift 2
	rm -rf "$work/again" && mkdir "$work/again" && chmod a+rwx "$work/again"
	build "$again_bank" "$work/again" "$@"
	ok $? "$again_what: builds" "$work/err"
	same_tree "$again_what: the same bytes" "$work/first" "$work/again"
}

bank=$work/bank
copy_bank "$srcdir/tests/banks/small" "$bank"
build "$bank" "$work/first"
ok $? 'the first build' "$work/err"
ls "$work/first" >"$work/files"
[ "$(wc -l <"$work/files")" -eq 12 ]
ok $? 'packages, signatures, archives, folders' "$work/files"
again 'later' "$bank"
again 'a time zone' "$bank" env TZ=Pacific/Kiritimati SOURCE_DATE_EPOCH=1700000000
again 'another time zone' "$bank" env TZ=UTC+11
for locale in $(locale -a 2>/dev/null | head -n 40) tr_TR.UTF-8; do
	[ "$locale" = C ] || again "LC_ALL=$locale" "$bank" env LC_ALL="$locale" LANG="$locale" LANGUAGE=tr
done
again 'no locale and no home' "$bank" env -u LC_ALL -u LANG -u HOME
again 'another home' "$bank" env HOME=/nonexistent XDG_CONFIG_HOME=/nonexistent TMPDIR=/nonexistent
(umask 077 && again 'a strict umask' "$bank") >"$work/tap"
cat "$work/tap" && n=$((n + $(grep -c '^ok\|^not ok' "$work/tap")))
find "$work/again" -name '*.minisig' -o -name 'small-A-1.zip' | xargs ls -l | cut -c 1-10 | sort -u >"$work/modes"
[ "$(cat "$work/modes")" = '-rw-r--r--' ]
ok $? 'a strict umask: what is handed out is readable' "$work/modes"
find "$work/again" -name '*.key.zip' | xargs ls -l | cut -c 1-10 >"$work/modes"
[ "$(cat "$work/modes")" = '-rw-------' ]
ok $? 'what is secret is not' "$work/modes"

# Another folder, in which the files were made in another order at another time.
other="$work/an other/plÄce/of work"
mkdir -p "$other"
(cd "$bank" && find . -type d) | while read -r folder; do mkdir -p "$other/$folder"; done
(cd "$bank" && find . -type f | sort -r) | while read -r file; do
	cp "$bank/$file" "$other/$file" && touch -d '1999-12-31 23:59:59' "$other/$file"
done
again 'another folder' "$other"
again 'from below it' "$other/items"
if command -v taskset >/dev/null; then again 'one processor' "$bank" taskset 1; else skip 'one processor' 'there is no taskset'; fi

if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null &&
	setpriv --reuid=65534 --regid=65534 --clear-groups "$IW" --version >"$work/out" 2>&1; then
	again 'another user' "$bank" setpriv --reuid=65534 --regid=65534 --clear-groups
else
	skip 'another user' 'only root can become another user, who must be able to run the program'
fi

# The example bank, with all of it different at once.
example=$work/example
copy_bank "$srcdir/examples/aip-c01" "$example"
cp -R "$example" "$other/example"
check 'the example is packed' 0 at "$example" "$IW" pack A -s "$work/k.key" -o "$work/example.1"
(umask 077 && at "$other/example/items" env TZ=Asia/Kathmandu LC_ALL=C.UTF-8 HOME=/nonexistent "$IW" pack A \
	-s "$work/k.key" -o "$work/example.2") >"$work/out" 2>"$work/err"
same_tree 'and again, the same bytes' "$work/example.1" "$work/example.2"

# What should make a difference does.
sed 's/seed="[0-9]*"/seed="1"/' "$bank/forms/A.xml" >"$work/form" && cp "$work/form" "$bank/forms/A.xml"
build "$bank" "$work/seeded"
differ 'another seed gives another candidate package' "$work/first/small-A-1.zip" "$work/seeded/small-A-1.zip"
differ 'and another scoring package' "$work/first/small-A-1.key.zip" "$work/seeded/small-A-1.key.zip"
for ending in $archives; do
	differ "and another .$ending" "$work/first/form.$ending" "$work/seeded/form.$ending"
done

# Archives hold what the folder holds, and their times tell nothing.
mkdir "$work/unpacked" && cp -R "$work/first/candidate" "$work/folder" && rm -r "$work/folder/html"
for ending in tar tar.gz tgz tar.xz tar.zst; do
	rm -rf "$work/unpacked" && mkdir "$work/unpacked"
	if [ $ending = tar.zst ] && ! command -v zstd >/dev/null; then skip ".$ending" 'zstd is not installed' && continue; fi
	tar -xf "$work/first/form.$ending" -C "$work/unpacked" 2>"$work/err"
	same_tree ".$ending holds what the folder holds" "$work/folder" "$work/unpacked"
	tar -tvf "$work/first/form.$ending" --utc | grep -v ' 1970-01-01 00:00 ' >"$work/found"
	none ".$ending has no times" "$work/found"
done
rm -rf "$work/unpacked" && unzip -q "$work/first/form.zip" -d "$work/unpacked"
same_tree '.zip holds what the folder holds' "$work/folder" "$work/unpacked"
finish
