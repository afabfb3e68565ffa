/* SPDX-License-Identifier: Apache-2.0 */
/* What the fuzzers share: libFuzzer's functions, and a condition that must hold. */
#ifndef IW_FUZZ_H
#define IW_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

static inline void
must(bool what)
{
	if (!what)
		abort();
}

#endif
