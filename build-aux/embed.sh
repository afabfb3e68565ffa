#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# embed.sh TABLE FOLDER FILE...: C source of a table that holds files below FOLDER, named relative to it.
set -eu
LC_ALL=C
export LC_ALL
table=$1 folder=$2
shift 2
echo '/* Made by build-aux/embed.sh. */'
echo '#include "base/builtin.h"'
n=0
for f in "$@"; do
	n=$((n + 1))
	echo "static const unsigned char file$n[] = {"
	od -An -v -tu1 "$folder/$f" | sed 's/  *\([0-9][0-9]*\)/\1,/g'
	echo '};'
done
echo "const struct iw_builtin $table[] = {"
n=0
for f in "$@"; do
	n=$((n + 1))
	echo "	{ \"$f\", (const char *)file$n, sizeof file$n },"
done
echo '	{ NULL, NULL, 0 },'
echo '};'
