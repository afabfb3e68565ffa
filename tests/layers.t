# SPDX-License-Identifier: Apache-2.0
# A layer includes only itself and those below it: include, base, xml, model, then lint, stats, scale, compile, plugin,
# pack and score, which do not include one another, then cli. An output plugin knows nothing but plugin.h,
# itself and what plugins share (plugins/share).
. "$srcdir/tests/lib.sh"

layers='base=1 xml=2 model=3 lint=4 stats=4 scale=4 compile=4 plugin=4 pack=4 score=4 cli=5'

# Includes of the tree $1 that point the wrong way, and those that name no layer.
misplaced() {
	(cd "$1" && find include src plugins -name '*.[ch]' -exec grep -Hn '^[ 	]*#[ 	]*include' {} +) |
		awk -v layers="$layers" '
		BEGIN { for (n = split(layers, l, " "); n; n--) { split(l[n], p, "="); rank[p[1]] = p[2] } }
		{
			file = $0; sub(/:.*/, "", file)
			target = $0; sub(/^[^<"]*[<"]/, "", target); quoted = $0 ~ /include[ \t]*"/; sub(/[>"].*/, "", target)
			split(file, f, "/"); split(target, t, "/")
			from = f[1] == "src" ? f[2] : f[1]; to = t[1]
			own = quoted || (to in rank) || to == "itemwright"
			if (!own) next
			if (to == "itemwright") next
			if (target ~ /(^|\/)\.\.?\//) { print; next }
			if (from == "plugins" && quoted && (t[1] == f[2] || t[1] == "share") && t[2] != "") next # of the same plugin
			if (from == "plugins" || from == "include") { print; next }
			if (!(from in rank) || !(to in rank)) { print; next }
			if (from != to && rank[from] <= rank[to]) print
		}'
}

misplaced "$srcdir" >"$work/found"
none 'includes point down' "$work/found"
(cd "$srcdir" && ls -d src/*/ | sed 's|src/||; s|/$||') >"$work/there"
echo "$layers" | tr ' ' '\n' | sed 's/=.*//' | grep -vxFf - "$work/there" >"$work/found"
none 'each folder below src is a layer of this list' "$work/found"

# The check can fail.
tree=$work/tree
for folder in include/itemwright src/base src/xml src/model src/lint/report src/stats src/scale src/compile src/plugin src/pack src/score src/cli plugins/p plugins/share; do
	mkdir -p "$tree/$folder"
done
try() { # WRONG(0|1) FILE LINE
	printf '%s\n' '#include <stdio.h>' "$3" >"$tree/$2"
	misplaced "$tree" >"$work/found"
	[ "$(grep -c . "$work/found")" -eq "$1" ]
	ok $? "$([ "$1" = 1 ] && echo refused || echo accepted): $3 in $2" "$work/found"
	rm "$tree/$2"
}
try 1 src/base/a.c '#include "xml/node.h"'
try 1 src/xml/a.h '#include <model/bank.h>'
try 1 src/model/a.c '#include "lint/rule.h"'
try 1 src/lint/report/a.c '#include "compile/compile.h"'
try 1 src/stats/a.c '#include "lint/rule.h"'
try 1 src/compile/a.c '#  include "plugin/run.h"'
try 1 src/compile/a.c '#include "scale/scale.h"'
try 1 src/scale/a.c '#include "compile/compile.h"'
try 0 src/scale/a.c '#include "model/bank.h"'
try 1 src/plugin/a.c '#include "pack/zip.h"'
try 1 src/score/a.c '#include "pack/zip.h"'
try 0 src/score/a.c '#include "model/exam.h"'
try 1 src/pack/a.c '#include "lint/rule.h"'
try 1 src/pack/a.c '#include "cli/command.h"'
try 1 src/pack/a.c '#include "../cli/command.h"'
try 1 src/pack/a.c '#include "zip.h"'
try 1 src/model/a.c '#include "score/score.h"'
try 1 plugins/p/a.c '#include "base/buf.h"'
try 1 include/itemwright/a.h '#include "base/buf.h"'
try 0 src/lint/report/a.c '#include "lint/rule.h"'
try 0 src/lint/a.c '#include "model/bank.h"'
try 0 src/stats/a.c '#include "xml/xslt.h"'
try 0 src/plugin/a.c '#include <itemwright/plugin.h>'
try 0 src/cli/a.c '#include "pack/zip.h"'
try 0 plugins/p/a.c '#include <itemwright/plugin.h>'
try 0 plugins/p/a.c '#include <libxml/tree.h>'
try 0 plugins/p/a.c '#include "p/b.h"'
try 1 plugins/p/a.c '#include "q/b.h"'
try 0 plugins/p/a.c '#include "share/b.h"'
try 1 plugins/share/a.c '#include "p/b.h"'
try 1 src/cli/a.c '#include "share/b.h"'
finish
