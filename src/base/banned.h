/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions that must not be called. The build includes this file before every source file, so that
 * a call fails to compile; each one has a replacement in src/base.
 */
#ifndef IW_BANNED_H
#define IW_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define IW_BANNED(name) sorry_##name##_is_banned

#undef strcpy
#define strcpy(d, s) IW_BANNED(strcpy)
#undef strcat
#define strcat(d, s) IW_BANNED(strcat)
#undef strncpy
#define strncpy(d, s, n) IW_BANNED(strncpy)
#undef strncat
#define strncat(d, s, n) IW_BANNED(strncat)
#undef sprintf
#define sprintf(...) IW_BANNED(sprintf)
#undef vsprintf
#define vsprintf(...) IW_BANNED(vsprintf)
#undef strtok
#define strtok(s, d) IW_BANNED(strtok)
#undef atoi
#define atoi(s) IW_BANNED(atoi)
#undef atol
#define atol(s) IW_BANNED(atol)
#undef atof
#define atof(s) IW_BANNED(atof)
#undef system
#define system(c) IW_BANNED(system)
#undef popen
#define popen(c, m) IW_BANNED(popen)
#undef mktemp
#define mktemp(t) IW_BANNED(mktemp)
#undef tmpnam
#define tmpnam(s) IW_BANNED(tmpnam)
#undef localtime
#define localtime(t) IW_BANNED(localtime)
#undef ctime
#define ctime(t) IW_BANNED(ctime)

#endif
