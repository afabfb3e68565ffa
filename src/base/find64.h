/* SPDX-License-Identifier: Apache-2.0 */
/* Where a byte stands among 64: a bit for each. What cuts lines into cells rests on it. */
#ifndef IW_FIND64_H
#define IW_FIND64_H

#include <endian.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* By words of 8 bytes, on any machine. Exact: no carry leaves its byte. */
static inline uint64_t
iw_find64_by_words(const char *bytes, char byte)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), low = 0x7f * ones, each = (unsigned char)byte * ones;
	uint64_t found = 0;

	for (unsigned i = 0; i < 8; i++) {
		uint64_t v;

		memcpy(&v, bytes + 8 * i, 8);
		v = le64toh(v) ^ each;
		v = ~(((v & low) + low) | v | low);
		/* The top bits of 8 bytes, gathered in one byte. */
		found |= ((v >> 7) * UINT64_C(0x0102040810204080) >> 56) << 8 * i;
	}
	return found;
}

static inline uint64_t
iw_find64(const char *bytes, char byte)
{
#ifdef __SSE2__
	const __m128i each = _mm_set1_epi8(byte);
	uint64_t found = 0;

	for (unsigned i = 0; i < 4; i++) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));

		found |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, each)) << 16 * i;
	}
	return found;
#else
	return iw_find64_by_words(bytes, byte);
#endif
}

#endif
