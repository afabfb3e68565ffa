# SPDX-License-Identifier: Apache-2.0
# Stylesheets of plugins read nothing but their folder, write nothing but their result, and come to an end.
# Those that try fail with the reason, and leave no output.
. "$srcdir/tests/lib.sh"

bank=$work/bank dir=$work/plugins out=$work/output
copy_bank "$srcdir/tests/banks/small" "$bank"
mkdir -p "$dir/y" "$dir/z" "$out" && echo old >"$out/y.txt" && cp -R "$out" "$work/before"
ITEMWRIGHT_PLUGIN_PATH=$dir
export ITEMWRIGHT_PLUGIN_PATH
secret='<secret>open sesame</secret>'
echo "$secret" >"$dir/y/secret.xml"
echo "$secret" >"$dir/z/secret.xml"
for folder in y z; do
	cat >"$dir/$folder/shared.xsl" <<-'E'
	<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
	  <xsl:template name="shared">shared</xsl:template>
	</xsl:stylesheet>
	E
done
cat >"$dir/y/plugin.xml" <<'E'
<plugin xmlns="urn:itemwright:plugin:1" name="y" version="1" abi="1.0" views="candidate full" summary="a test">
  <option name="text" type="text" default="a default">a text</option>
  <output name="y.txt" stylesheet="y.xsl"/>
</plugin>
E
sheet() { # what stands in <xsl:stylesheet>, on stdin
	{
		echo '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:iw="urn:itemwright:xslt:1"'
		echo ' xmlns:c="urn:itemwright:1" xmlns:exsl="http://exslt.org/common" xmlns:saxon="http://icl.com/saxon"'
		echo ' xmlns:xt="http://www.jclark.com/xt" extension-element-prefixes="exsl saxon xt">'
		cat
		echo '<xsl:output method="text"/></xsl:stylesheet>'
	} >"$dir/y/y.xsl"
}
template() { # what stands in the template of the root, on stdin
	{ echo '<xsl:template match="/">' && cat && echo '</xsl:template>'; } | sheet
}
fails() { # WHAT WORDS...
	title=$1
	shift
	check "$title: fails" 1 at "$bank" "$IW" export A --to y -o "$out"
	says "$title: says why" 'y: error: y.txt: ' "plugin 'y' failed; nothing was written" "$@"
	says_not "$title: tells no secret" sesame root:
	same_tree "$title: no output, and the old one is untouched" "$work/before" "$out"
}

# Reading
for uri in secret.xml "$dir/y/secret.xml" "file://$dir/y/secret.xml" ../z/secret.xml /etc/passwd http://127.0.0.1:9/x.xml; do
	echo "x<xsl:value-of select=\"document('$uri')\"/>" | template
	fails "document('$(echo "$uri" | sed "s|$dir|DIR|")')"
done
echo "x<xsl:value-of select=\"document('secret.xml', document(''))\"/>" | template
fails 'document() with a base'
for uri in ../z/shared.xsl "$dir/z/shared.xsl" "file://$dir/z/shared.xsl" ../y/../z/shared.xsl http://127.0.0.1:9/shared.xsl none.xsl; do
	for how in include import; do
		printf '%s\n' "<xsl:$how href=\"$uri\"/>" '<xsl:template match="/">x<xsl:call-template name="shared"/></xsl:template>' | sheet
		fails "$how $(echo "$uri" | sed "s|$dir|DIR|")"
	done
done
mkdir "$dir/y/sub" && cp "$dir/z/shared.xsl" "$dir/y/sub"
for uri in sub/shared.xsl secret.xml y.xsl; do
	printf '%s\n' "<xsl:include href=\"$uri\"/>" '<xsl:template match="/">x</xsl:template>' | sheet
	fails "include $uri"
done
printf '%s\n' '<!DOCTYPE x [<!ENTITY s SYSTEM "secret.xml">]>' "$secret" >"$dir/y/y.xsl"
fails 'a DOCTYPE' 'document type declaration'

# Files of its own folder
for uri in ../z/secret.xml "$dir/y/secret.xml" "file://$dir/y/secret.xml" ./secret.xml sub/secret.xml /etc/passwd '' .; do
	echo "x<xsl:value-of select=\"iw:file('$uri', 'none')\"/>" | template
	fails "file('$(echo "$uri" | sed "s|$dir|DIR|")')" 'is not a file of the plugin'
done
echo "x<xsl:value-of select=\"iw:file('page.js')\"/>" | template
fails 'a file that is not there' "there is no file 'page.js' in a folder 'y'"
mkdir "$dir/y/page.js"
fails 'a folder' "there is no file 'page.js'"
rmdir "$dir/y/page.js"
head -c 1048577 /dev/zero | tr '\0' x >"$dir/y/page.js"
fails 'a file of more than 1 MiB' 'page.js'
echo 'let a = "<>"' >"$dir/y/page.js"
chmod o+w "$dir/y/page.js"
fails 'a file that anyone may write' "$dir/y/page.js may be written by anyone"
chmod o-w "$dir/y/page.js"
check 'the same file when only its owner may' 0 at "$bank" "$IW" export A --to y -o "$work/good"
[ "$(tr -d '\n' <"$work/good/y.txt")" = 'xlet a = "<>"' ]
ok $? 'its text is there' "$work/good/y.txt"

# The folder "share" beside it
mkdir "$dir/share" && sed 's/shared/common/g' "$dir/z/shared.xsl" >"$dir/share/common.xsl"
printf '%s\n' '<xsl:include href="../share/common.xsl"/>' '<xsl:template match="/"><xsl:call-template name="common"/></xsl:template>' | sheet
check 'an include of what is shared' 0 at "$bank" "$IW" export A --to y -o "$work/good"
grep -qx common "$work/good/y.txt"
ok $? 'is there' "$work/good/y.txt"
chmod o+w "$dir/share"
fails 'a shared folder that anyone may write to' "$dir/share may be written by anyone"
chmod o-w "$dir/share"

# Writing
for element in exsl:document/href xsl:document/href saxon:output/file xt:document/href; do
	tag=${element%/*} attribute=${element#*/}
	for place in stolen.txt "$work/stolen.txt" "file://$work/stolen.txt"; do
		echo "x<$tag $attribute=\"$place\" method=\"text\">stolen</$tag>" | template
		fails "$tag to $(echo "$place" | sed "s|$work|DIR|")"
	done
done
find "$work" . -name 'stolen*' >"$work/found"
none 'nothing was written elsewhere' "$work/found"

# Going on for ever
sheet <<'E'
<xsl:template match="/"><xsl:call-template name="again"/></xsl:template>
<xsl:template name="again">x<xsl:call-template name="again"/></xsl:template>
E
fails 'a template that calls itself for ever'
sheet <<'E'
<xsl:template match="/"><xsl:apply-templates select="."/></xsl:template>
E
fails 'a template that applies itself for ever'
sheet <<'E'
<xsl:template match="/"><xsl:call-template name="count"><xsl:with-param name="n" select="0"/></xsl:call-template></xsl:template>
<xsl:template name="count"><xsl:param name="n"/><xsl:value-of select="$n"/>
<xsl:if test="$n &lt; 1000000"><xsl:call-template name="count"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template></xsl:if>
</xsl:template>
E
fails 'a template that counts to a million'
sheet <<'E'
<xsl:variable name="a" select="$b"/><xsl:variable name="b" select="$a"/>
<xsl:template match="/">x<xsl:value-of select="$a"/></xsl:template>
E
fails 'variables that need each other'

# Errors
echo 'x<xsl:message terminate="yes">no ink for today</xsl:message>' | template
fails 'a message that ends it' 'no ink for today'
echo 'x<xsl:value-of select="none:such()" xmlns:none="urn:none"/>' | template
fails 'an unknown function'
echo 'x<xsl:value-of select="$none"/>' | template
fails 'an unknown variable'
echo "x<xsl:value-of select=\"iw:data-uri('m9.png')\"/>" | template
fails 'a picture that is not there' "there is no picture 'm9.png'"
echo 'x<xsl:none/>' | template
fails 'an unknown element'
echo 'x<b>' | template
fails 'broken XML' "$dir/y/y.xsl:"
echo '<html/>' >"$dir/y/y.xsl"
fails 'no stylesheet'
rm "$dir/y/y.xsl"
fails 'none at all' "there is no stylesheet 'y.xsl'"
echo x | template
chmod o+w "$dir/y/y.xsl"
fails 'a stylesheet that anyone may write' "$dir/y/y.xsl may be written by anyone"
chmod o-w "$dir/y/y.xsl"

# What is allowed works, so that the failures above have their own reasons.
check 'the same stylesheet when only its owner may' 0 at "$bank" "$IW" export A --to y -o "$out"
printf '%s\n' '<xsl:include href="shared.xsl"/><xsl:param name="text"/>' \
	'<xsl:template match="/"><xsl:call-template name="shared"/>, <xsl:value-of select="$text"/>, ' \
	"<xsl:value-of select=\"count(//c:question)\"/>, <xsl:value-of select=\"substring(iw:data-uri('m2.png'), 1, 22)\"/></xsl:template>" |
	sheet
check 'an include, an option, a picture' 0 at "$bank" "$IW" export A --to y -o "$out"
[ "$(tr -d '\n' <"$out/y.txt")" = 'shared, a default, 5, data:image/png;base64,' ]
ok $? 'all there' "$out/y.txt"
check 'an option is a string, and no XPath' 0 at "$bank" "$IW" export A --to y -o "$out" --option "y.text=' or document('secret.xml')"
grep -qF "' or document('secret.xml')" "$out/y.txt"
ok $? 'whatever it holds' "$out/y.txt"
printf '' | template
check 'an empty result' 0 at "$bank" "$IW" export A --to y -o "$out"
finish
