/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The main function of the fuzzers where there is no libFuzzer: each file of the fuzzer's corpus as it is, each of its
 * beginnings, and each with one byte that is wrong. Reports as TAP; what does not hold ends the program.
 */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "fuzz.h"

enum { MOST = 1 << 20, MOST_CHANGES = 300 };

#pragma weak LLVMFuzzerInitialize

/* For a fuzzer's own mutator, which nobody calls here. */
size_t
LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most)
{
	(void)data;
	(void)most;
	return size;
}

/* A copy of its own each time, so that a sanitizer sees what is read behind it. */
static void
try(const char *bytes, size_t len)
{
	uint8_t *copy = iw_alloc(len, 1);

	if (len)
		memcpy(copy, bytes, len);
	(void)LLVMFuzzerTestOneInput(copy, len);
	free(copy);
}

static void
try_all(struct iw_buf *seed)
{
	size_t step = seed->len / MOST_CHANGES + 1;

	try(seed->data, seed->len);
	for (size_t at = 0; at < seed->len; at += step) {
		char was = seed->data[at];

		try(seed->data, at);
		seed->data[at] = (char)(was ^ (1 << at % 8));
		try(seed->data, seed->len);
		seed->data[at] = was;
	}
}

static void
replay(const char *folder, const char *name, size_t number)
{
	char *path = iw_path_join(folder, name);
	struct iw_buf seed = IW_BUF_INIT;
	struct iw_error e;
	bool read = iw_file_read(path, MOST, &seed, NULL, &e) == IW_OK;

	if (read)
		try_all(&seed);
	printf("%sok %zu - %s\n", read ? "" : "not ", number, name);
	iw_buf_release(&seed);
	free(path);
}

int
main(int argc, char **argv)
{
	const char *srcdir = getenv("srcdir"), *slash = strrchr(argv[0], '/');
	const char *name = (slash ? slash + 1 : argv[0]) + strlen("fuzz_");
	char *folder = iw_printf("%s/tests/fuzz/corpus/%s", srcdir ? srcdir : ".", name);
	struct iw_paths seeds = IW_PATHS_INIT;
	struct iw_error e;

	if (LLVMFuzzerInitialize)
		(void)LLVMFuzzerInitialize(&argc, &argv);
	try("", 0);
	puts("ok 1 - nothing");
	(void)iw_paths_below(&seeds, folder, ".", NULL, &e);
	for (size_t i = 0; i < seeds.count; i++)
		replay(folder, seeds.path[i], i + 2);
	printf("1..%zu\n", seeds.count + 1);
	iw_paths_release(&seeds);
	free(folder);
	return 0;
}
