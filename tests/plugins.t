# SPDX-License-Identifier: Apache-2.0
# What is not a sound plugin is not loaded: export says why and writes nothing, and `plugins` lists the reason.
. "$srcdir/tests/lib.sh"

bank=$work/bank dir=$work/plugins
copy_bank "$srcdir/tests/banks/small" "$bank"
mkdir "$dir"
ITEMWRIGHT_PLUGIN_PATH=$dir
export ITEMWRIGHT_PLUGIN_PATH

# The plugin of $dir is refused, in both commands, for the same reason.
refused() { # WHAT NAME WORDS...
	title=$1 name=$2
	shift 2
	check "$title: not run" 2 at "$bank" "$IW" export A --to "$name" -o "$work/out.d"
	says "$title: says why" "$@"
	run "$IW" plugins
	[ "$got" -eq 0 ] && grep -F -A1 "$dir/$name" "$work/out" | grep -qF "    refused: "
	ok $? "$title: listed as refused" "$work/out" "$work/err"
	says "$title: with the reason" "$@"
	[ ! -e "$work/out.d" ]
	ok $? "$title: nothing is written"
	rm -rf "${dir:?}"/*
}
# A plugin x in C, which writes one output. The arguments are put into its stamp; what stands on stdin, before.
plugin() { # MEMBERS
	cat >"$work/before.h"
	make_plugin "$dir/${2:-x}.so" <<C
#include <itemwright/plugin.h>
$(cat "$work/before.h")
static bool render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form)
{
	(void)form;
	return host->write(job, "x.txt", "x\n", 2);
}
IW_PLUGIN(.name = "x", .version = "1", .summary = "a test", .views = IW_VIEW_CANDIDATE | IW_VIEW_FULL, .render = render $1);
C
	rm -f "$dir/${2:-x}.c"
}
# A plugin of stylesheets, y, which works.
sheet() { # [FOLDER]
	mkdir -p "${1:-$dir}/y"
	cat >"${1:-$dir}/y/plugin.xml" <<-'E'
	<plugin xmlns="urn:itemwright:plugin:1" name="y" version="1" abi="1.0" views="candidate full" summary="a test">
	  <option name="paper" type="choice" choices="a4|letter" default="a4">the paper</option>
	  <output name="y.txt" stylesheet="y.xsl"/>
	</plugin>
	E
	cat >"${1:-$dir}/y/y.xsl" <<-'E'
	<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
	  <xsl:output method="text"/>
	  <xsl:template match="/">y</xsl:template>
	</xsl:stylesheet>
	E
}
edit() { # SED-SCRIPT: plugin.xml of y
	sed "$1" "$dir/y/plugin.xml" >"$work/edited" && mv "$work/edited" "$dir/y/plugin.xml"
}

# First, the plugins that the others are made of are good.
plugin '' </dev/null
sheet
check 'a sound plugin in C' 0 at "$bank" "$IW" export A --to x -o "$work/good"
check 'a sound plugin of stylesheets' 0 at "$bank" "$IW" export A --to y -o "$work/good"
[ "$(cat "$work/good/x.txt")" = x ] && [ "$(cat "$work/good/y.txt")" = y ]
ok $? 'both write'
check 'what one is' 0 "$IW" plugins y
says 'its options, with values, default and help' 'views: candidate, full' '--option y.paper=a4|letter  default: a4' '    the paper'
says_not 'it alone' 'x 1  a test'
edit 's/abi="1.0"/abi="1.1"/; s/y.xsl"/y.xsl" media-type="text\/plain"/'
plugin ', .media_types = "text/csv image/png"' </dev/null
check 'what two are' 0 "$IW" plugins x y
says 'what they write, and that there are no options' 'writes: text/csv image/png' 'no options' 'writes: text/plain'
plugin ', .abi_minor = 0, .size = offsetof(struct iw_plugin, media_types), .media_types = "not/read"' </dev/null
check 'one that was built for an earlier minor version' 0 "$IW" plugins x
says_not 'fields that it cannot have are not read' writes: not/read
check 'what is not there' 2 "$IW" plugins x nope
says 'is named' "there is no plugin 'nope'"
rm -rf "${dir:?}"/*

# Stamps
make_plugin "$dir/x.so" <<-'C'
	int unused;
C
rm -f "$dir/x.c"
refused 'no symbol' x "exports no 'itemwright_plugin'"
plugin ', .abi_major = 9' </dev/null
refused 'another major version' x 'another major version of the plugin ABI'
plugin ', .abi_minor = 999' </dev/null
refused 'a newer minor version' x 'needs a newer itemwright'
plugin ', .size = 24' </dev/null
refused 'a damaged size' x 'its struct is too small'
plugin ', .libxml = LIBXML_VERSION < 21400 ? 21400 : 20914' </dev/null
refused 'another libxml2' x 'incompatible libxml2'
plugin ', .size = sizeof(struct iw_plugin) + 64' </dev/null
check 'a longer struct of this version is accepted' 0 at "$bank" "$IW" export A --to x -o "$work/good"
plugin ', .name = "other"' </dev/null
refused 'another name than its file' x "calls itself 'other'"
plugin ', .views = 0' </dev/null
refused 'no views' x 'declares no view'
plugin ', .render = NULL' </dev/null
refused 'no render callback' x 'has no render callback'
plugin ', .name = NULL' </dev/null
refused 'no name' x 'has no name, version or summary'
plugin ', .version = NULL' </dev/null
refused 'no version' x 'has no name, version or summary'
option() { # OPTION
	plugin ", .options = (const struct iw_option[]){ { $1 }, { 0 } }"
}
option '"o", (enum iw_option_type)77, NULL, "", "help"' </dev/null
refused 'an option of no type' x "option 'o' is of no type that is known"
option '"o", IW_OPTION_TEXT, NULL, NULL, "help"' </dev/null
refused 'an option without a default' x "option 'o' has no default"
option '"o", IW_OPTION_CHOICE, NULL, "a", "help"' </dev/null
refused 'a choice without choices' x "option 'o' has no choices"
option '"o", IW_OPTION_NUMBER, NULL, "1e3", "help"' </dev/null
refused 'a default that is no number' x "option x.o is a whole number, not '1e3'"
option '"o", IW_OPTION_TEXT, NULL, "", NULL' </dev/null
check 'an option without help is accepted' 0 "$IW" plugins x
says 'and shown' '--option x.o=TEXT'
option '"o", IW_OPTION_TEXT, NULL, nowhere, "help"' <<-'C'
	extern const char nowhere[];
C
refused 'an undefined symbol' x 'undefined symbol: nowhere'
echo 'not an object' >"$dir/x.so"
refused 'no shared object' x "$dir/x.so cannot be loaded"
: >"$dir/x.so"
refused 'an empty file' x "$dir/x.so cannot be loaded"

# Who could have written it
plugin '' </dev/null
chmod o+w "$dir/x.so"
refused 'a file that anyone may write' x "$dir/x.so may be written by anyone; chmod o-w"
plugin '' </dev/null
chmod 1777 "$dir/x.so"
refused 'such a file with the sticky bit' x "$dir/x.so may be written by anyone"
plugin '' </dev/null
chmod 0777 "$dir"
refused 'a folder that anyone may write' x "$dir may be written by anyone"
chmod 1777 "$dir"
plugin '' </dev/null
check 'a sticky folder is accepted' 0 at "$bank" "$IW" export A --to x -o "$work/good"
chmod 0755 "$dir" && rm -f "$dir/x.so"
sheet && chmod 0777 "$dir/y"
refused 'a folder of stylesheets that anyone may write' y "$dir/y may be written by anyone"
sheet && chmod 0666 "$dir/y/plugin.xml"
refused 'a plugin.xml that anyone may write' y "$dir/y/plugin.xml may be written by anyone"
if [ "$(id -u)" -eq 0 ]; then
	plugin '' </dev/null
	chown 65534 "$dir/x.so"
	refused "another's file" x "$dir/x.so belongs to another user"
	plugin '' </dev/null
	chown 65534 "$dir"
	refused "another's folder" x "$dir belongs to another user"
	chown 0 "$dir"
else
	skip "another's file" 'only root can give a file away'
fi

# plugin.xml
sheet && edit 's|</plugin>|</plugim>|'
refused 'broken XML' y "$dir/y/plugin.xml:4:10: "
sheet && edit '1s/^/<!DOCTYPE plugin>/'
refused 'a DOCTYPE' y "$dir/y/plugin.xml:1:1: the file has a document type declaration"
sheet && edit 's/plugin:1/plugin:2/'
refused 'another namespace' y 'the outermost element is <plugin xmlns="urn:itemwright:plugin:1">'
sheet && edit 's/ abi="1.0"//'
refused 'no abi' y '<plugin> has no abi'
for abi in 2.0 0.9 1.999 one 1 1.x 1.0.0 ''; do
	sheet && edit "s/ abi=\"1.0\"/ abi=\"$abi\"/"
	refused "abi \"$abi\"" y "$dir/y/plugin.xml:1:1: "
done
sheet && edit 's/name="y" version/name="z" version/'
refused 'another name than its folder' y "calls itself 'z'"
sheet && edit 's/candidate full//'
refused 'no views' y 'views is one or more of candidate, full, report'
sheet && edit 's/candidate full/candidate fuller/'
refused 'an unknown view' y 'views is one or more of candidate, full, report'
sheet && edit 's/ summary="a test"//'
refused 'no summary' y 'has a name, a version and a summary'
sheet && edit '/<output/d'
refused 'no output' y 'has an <output>'
sheet && edit 's/ stylesheet="y.xsl"//'
refused 'an output without a stylesheet' y 'an output has a name and a stylesheet'
sheet && edit 's/type="choice"/type="colour"/'
refused 'an unknown type of option' y 'type is one of text, flag, number, choice'
sheet && edit 's/ default="a4"//'
refused 'an option without a default' y 'an option has a name and a default'
sheet && edit 's/default="a4"/default="a5"/'
refused 'a default that is no choice' y 'option y.paper is one of a4|letter'
sheet && edit 's/<output/<input/'
refused 'an unknown element' y '<plugin> holds <option> and <output>'

# Of two plugins of one name the first is taken, also when it is refused.
first=$work/first
mkdir "$first"
sheet "$first" && sheet
sed 's/>y</>first</' "$first/y/y.xsl" >"$work/edited" && mv "$work/edited" "$first/y/y.xsl"
ITEMWRIGHT_PLUGIN_PATH=$first:$dir
check 'two of one name: one is run' 0 at "$bank" "$IW" export A --to y -o "$work/two"
[ "$(cat "$work/two/y.txt")" = first ]
ok $? 'the first' "$work/two/y.txt"
run "$IW" plugins
says 'the other is refused' "$dir/y" "refused: another plugin of this name was found first: $first/y/plugin.xml"
sed 's/abi="1.0"/abi="2.0"/' "$first/y/plugin.xml" >"$work/edited" && mv "$work/edited" "$first/y/plugin.xml"
check 'a first that is refused hides the second' 2 at "$bank" "$IW" export A --to y -o "$work/three"
run "$IW" plugins
says 'the list says so too' "refused: $first/y/plugin.xml:1:1" "refused: another plugin of this name was found first: $first/y"
run "$IW" plugins
says_not 'neither is listed as loaded' "from: $first" "from: $dir"
ITEMWRIGHT_PLUGIN_PATH=
check 'an empty path of plugins' 0 "$IW" plugins
ITEMWRIGHT_PLUGIN_PATH=$work/nowhere::/dev/null
check 'folders that are not there' 0 "$IW" plugins
says_not 'nothing is said of them' refused
for name in '' . .. x/y ../x .x 'a b/'; do
	check "'$name' is no name" 2 at "$bank" "$IW" export A --to "$name" -o "$work/out.d"
done
finish
