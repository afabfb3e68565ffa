/* SPDX-License-Identifier: Apache-2.0 */
#include "base/repository.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"

char *
iw_repository_find(const char *path)
{
	char *dir = realpath(path, NULL), *up;

	for (bool top = false; dir && !top; free(dir), dir = up) {
		char *git = iw_path_join(dir, ".git");
		bool found = iw_dir_exists(git) || iw_file_exists(git);

		free(git);
		if (found)
			return dir;
		top = strcmp(dir, "/") == 0;
		up = iw_path_dir(dir);
	}
	free(dir);
	return NULL;
}
