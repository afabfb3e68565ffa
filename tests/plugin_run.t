# SPDX-License-Identifier: Apache-2.0
# What plugins may do, and what becomes of those that fail: their name and reason, exit 1, and no output at all.
. "$srcdir/tests/lib.sh"

bank=$work/bank dir=$work/plugins out=$work/output
copy_bank "$srcdir/tests/banks/small" "$bank"
mkdir "$dir" "$out" && echo old >"$out/x.txt" && cp -R "$out" "$work/before"
ITEMWRIGHT_PLUGIN_PATH=$dir
export ITEMWRIGHT_PLUGIN_PATH

# Plugin x whose render has this body; MEMBERS are put into its stamp.
plugin() { # [MEMBERS]; body on stdin
	{
		echo '#include <itemwright/plugin.h>'
		echo '#include <string.h>'
		echo 'static bool render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form) { (void)form; (void)job; (void)host;'
		cat
		echo '}'
		echo 'IW_PLUGIN(.name = "x", .version = "1", .summary = "a test", .render = render,'
		echo "${1:-.views = IW_VIEW_CANDIDATE | IW_VIEW_FULL});"
	} >"$work/source"
	rm -f "$dir/x.so"
	make_plugin "$dir/x.so" <"$work/source"
	rm -f "$dir/x.c"
}
export_x() { # OPTION...
	at "$bank" "$IW" export A --to x -o "$out" "$@"
}
fails() { # WHAT EXIT OPTION... -- WORDS...
	title=$1 code=$2
	shift 2
	args=
	while [ "$1" != -- ]; do args="$args $1" && shift; done
	shift
	check "$title: exit $code" "$code" export_x $args
	says "$title: says why" "$@"
	same_tree "$title: no output, and the old one is untouched" "$work/before" "$out"
}

# Failing
plugin <<'C'
	host->write(job, "x.txt", "half", 4);
	host->write(job, "more/y.txt", "half", 4);
	return iw_plugin_fail(host, job, NULL, "no %s for today", "ink");
C
fails 'a failure' 1 -- 'x: error: no ink for today' "plugin 'x' failed; nothing was written"
check 'after another plugin that is good' 1 at "$bank" "$IW" export A --to text,x -o "$work/both"
check 'before another one' 1 at "$bank" "$IW" export A --to x,text -o "$work/both"
check 'into an archive' 1 at "$bank" "$IW" export A --to x -o "$work/both.zip"
"$IW" keygen -W "$work/k" 2>"$work/err"
check 'in a package' 1 at "$bank" "$IW" pack A --to x -s "$work/k.key" -o "$work/both"
says 'with its name and reason' 'x: error: no ink for today' "plugin 'x' failed; nothing was written"
[ ! -e "$work/both.zip" ] && [ -s "$work/both/text/small-A-1.txt" ] && [ ! -e "$work/both/x" ]
ok $? 'what others write is there, and nothing of it'
plugin <<'C'
	host->write(job, "x.txt", "half", 4);
	return false;
C
fails 'a silent failure' 1 -- "plugin 'x' failed without saying why"
plugin <<'C'
	host->write(job, "x.txt", "all", 3);
	host->report(job, IW_LEVEL_ERROR, xmlDocGetRootElement(form)->last->children, "the stem is too long");
	return true;
C
fails 'an error, and yet success' 1 -- 'x: q5: error: the stem is too long' "plugin 'x' failed"
plugin <<'C'
	return true;
C
fails 'no output' 1 -- "plugin 'x' wrote nothing"
for name in ../x.txt a/../../x.txt /tmp/x.txt . .. a/./b a//b a/ '' 'a\\b' 'c:b' 'a\nb'; do
	plugin <<C
	host->write(job, "x.txt", "all", 3);
	host->write(job, "$name", "bad", 3);
	return true;
C
	fails "output '$name'" 1 -- 'cannot be the name of an output: it must be a plain relative path' "plugin 'x' failed"
done
plugin <<'C'
	host->write(job, "x.txt", "all", 3);
	host->media(job, "m9.png", "m9.png");
	return true;
C
fails 'a picture that is not there' 1 -- "x: error: m9.png: the form shows no picture 'm9.png'"
for sheet in none.xsl ../y/y.xsl /etc/passwd; do
	plugin <<C
	return host->transform(job, form, "$sheet", NULL, "x.txt");
C
	fails "the stylesheet $sheet" 1 -- 'x: error: x.txt: '
done

# Files of its own
mkdir "$dir/x" && echo there >"$dir/x/words.txt" && echo other >"$dir/x.txt" && : >"$dir/x/empty.txt"
printf 'a\000\377\r\n' >"$dir/x/bytes" && head -c 1048577 /dev/zero >"$dir/x/large" && cp "$dir/x/words.txt" "$dir/x/open.txt"
chmod o+w "$dir/x/open.txt"
mkdir "$dir/x/folder" && echo deep >"$dir/x/folder/words.txt"
reads() { # NAME: the bytes of the file x.txt are those of this file
	plugin <<C
	const void *bytes;
	size_t len;
	return host->size >= sizeof *host && host->file(job, "$1", &bytes, &len) && host->write(job, "x.txt", bytes, len);
C
}
for name in ../x.txt folder/words.txt /etc/passwd . .. ''; do
	reads "$name"
	fails "the file '$name'" 1 -- "x: error: '$name' is not a file of the plugin's folder"
done
reads open.txt
fails 'a file that anyone may write to' 1 -- 'x: error: ' 'x/open.txt may be written by anyone; chmod o-w it if you trust it'
reads large
fails 'a file of more than 1 MiB' 1 -- 'x: error: ' x/large
plugin <<'C'
	const void *bytes;
	size_t len;
	(void)host->file(job, "../x.txt", &bytes, &len);
	return host->write(job, "x.txt", "all", 3);
C
fails 'a refusal that it does not mind' 1 -- 'x: error: '
chmod o+w "$dir/x"
reads words.txt
fails 'a folder that anyone may write to' 1 -- 'x: error: ' 'plugins/x may be written by anyone'
chmod o-w "$dir/x"

plugin '.views = IW_VIEW_CANDIDATE' <<'C'
	return host->write(job, "x.txt", "new\n", 4);
C
fails 'a view that it cannot render' 2 --view full -- "plugin 'x' cannot render the full view; it can render: candidate"
plugin '.views = IW_VIEW_FULL' <<'C'
	return host->write(job, "x.txt", "new\n", 4);
C
fails 'the other view' 2 -- "plugin 'x' cannot render the candidate view; it can render: full"

# Options
plugin '.views = IW_VIEW_CANDIDATE, .options = (const struct iw_option[]){
	{ "text", IW_OPTION_TEXT, NULL, "a text", "help" }, { "flag", IW_OPTION_FLAG, NULL, "no", "help" },
	{ "number", IW_OPTION_NUMBER, NULL, "12", "help" }, { "choice", IW_OPTION_CHOICE, "red|green", "red", "help" }, { 0 } }' <<'C'
	static const char *const names[] = { "text", "flag", "number", "choice", "none" };
	for (int i = 0; i < 5; i++) {
		const char *value = host->option(job, names[i]);
		if (!host->write(job, "x.txt", value ? value : "NULL", value ? strlen(value) : 4) || !host->write(job, "x.txt", ";", 1))
			return false;
	}
	return true;
C
for wrong in flag=maybe flag= flag=YES number=x number= number=-1 number=1.5 number=1000000 choice=blue choice= 'choice=red|green' choice=re; do
	fails "option $wrong" 2 --option "x.$wrong" -- "option x.${wrong%%=*} is "
done
fails 'an unknown option' 2 --option x.none=1 -- "plugin 'x' has no option 'none'"
fails 'an option without a name' 2 --option x.=1 -- "plugin 'x' has no option ''"
fails 'an option without a value' 2 --option x.text -- '--option takes PLUGIN.NAME=VALUE'
fails 'an option of another plugin' 2 --option text.width=80 -- "is for plugin 'text', which is not run"
fails 'an option that is given twice' 2 --option x.text=a --option x.text=b -- 'option x.text is given twice'
check 'defaults' 0 export_x
[ "$(cat "$out/x.txt")" = 'a text;no;12;red;NULL;' ]
ok $? 'are what the plugin declares' "$out/x.txt"
check 'values' 0 export_x --option x.text=a=b. --option x.flag=yes --option x.number=0 --option x.choice=green
[ "$(cat "$out/x.txt")" = 'a=b.;yes;0;green;NULL;' ]
ok $? 'are what the user sets' "$out/x.txt"
check 'an empty text' 0 export_x --option x.text=
[ "$(cat "$out/x.txt")" = ';no;12;red;NULL;' ]
ok $? 'is a text' "$out/x.txt"

# Succeeding
for name in words.txt bytes; do
	reads $name
	check "a file of its own, $name" 0 export_x
	same 'its bytes as they are' "$dir/x/$name" "$out/x.txt"
done
plugin <<'C'
	const void *first = "", *again, *none = "", *empty = NULL;
	size_t first_len, again_len, none_len = 1, empty_len = 1;
	char text[80];
	if (!host->file(job, "words.txt", &first, &first_len) || !host->file(job, "none.txt", &none, &none_len) ||
	    !host->file(job, "folder", &none, &none_len) || !host->file(job, "empty.txt", &empty, &empty_len) ||
	    !host->file(job, "words.txt", &again, &again_len))
		return false;
	snprintf(text, sizeof text, "%d %d %zu %d %zu %.*s", first == again && first_len == again_len, none == NULL, none_len,
	         empty != NULL, empty_len, (int)first_len, (const char *)first);
	return host->write(job, "x.txt", text, strlen(text));
C
check 'files that are not there' 0 export_x
[ "$(cat "$out/x.txt")" = '1 1 0 1 0 there' ]
ok $? 'are told from empty ones, and what was read stays' "$out/x.txt"
plugin <<'C'
	host->report(job, IW_LEVEL_NOTE, NULL, "all is well");
	host->report(job, IW_LEVEL_WARNING, xmlDocGetRootElement(form)->last, "nearly");
	return host->write(job, "deep/er/x.txt", "one ", 4) && host->write(job, "deep/er/x.txt", "two\n", 4) &&
	       host->write(job, "empty", "", 0) && host->media(job, "m2.png", "sky.png");
C
check 'notes and warnings' 0 export_x
says 'are said, with the question' 'x: note: all is well' 'x: q5: warning: nearly'
[ "$(cat "$out/deep/er/x.txt")" = 'one two' ] && [ -f "$out/empty" ] && [ ! -s "$out/empty" ]
ok $? 'outputs are what was written'
check 'the same as an archive' 0 at "$bank" "$IW" export A --to x -o "$work/x.zip"
(cd "$work" && rm -rf x && unzip -q x.zip -d x) && cmp "$work/x/sky.png" "$out/sky.png" && cmp "$work/x/deep/er/x.txt" "$out/deep/er/x.txt"
ok $? 'it holds the same'
grep -aq 'drawn for this project' "$bank/media/sky.png" && ! grep -aq 'drawn for this project' "$out/sky.png"
ok $? 'the picture has lost its comment'
finish
