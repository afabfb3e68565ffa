/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/barcode.h"

#include <string.h>

enum { START_B = 104, STOP = 106, MODULUS = 103 };

/* Six widths for each value, seven for the last: bar, space, bar, ... */
static const char patterns[][8] = {
	"212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312",  "132212", "221213", "221312",
	"231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211",  "221132", "221231", "213212",
	"223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",  "212123", "212321", "232121",
	"111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113",  "231311", "112133", "112331",
	"132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113",  "213311", "213131", "311123",
	"311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",  "111224", "111422", "121124",
	"121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112",  "142211", "241211", "221114",
	"413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112",  "124211", "411212", "421112",
	"421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",  "114311", "411113", "411311",
	"113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
};

static void
add(GByteArray *bars, unsigned value)
{
	for (const char *p = patterns[value]; *p; p++) {
		guint8 width = (guint8)(*p - '0');

		g_byte_array_append(bars, &width, 1);
	}
}

GByteArray *
iw_barcode(const char *text)
{
	GByteArray *bars = g_byte_array_new();
	unsigned sum = START_B;

	add(bars, START_B);
	for (unsigned i = 0; text[i]; i++) {
		unsigned value = (unsigned char)text[i] - 32U;

		if (text[i] < 32 || text[i] > 126) {
			g_byte_array_unref(bars);
			return NULL;
		}
		add(bars, value);
		sum += value * (i + 1);
	}
	add(bars, sum % MODULUS);
	add(bars, STOP);
	return bars;
}

unsigned
iw_barcode_width(const GByteArray *bars)
{
	unsigned sum = 0;

	for (guint i = 0; i < bars->len; i++)
		sum += bars->data[i];
	return sum;
}
