/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "model/bank.h"

/* As the user would name it: an absolute path for one, else from where they are. Takes over `root`. */
static char *
as_named(char *root, const char *path)
{
	char *here = path[0] == '/' ? NULL : realpath(".", NULL), *relative;

	if (!here)
		return root;
	relative = iw_path_relative(here, root);
	free(here);
	free(root);
	return relative;
}

char *
iw_bank_find(const char *path)
{
	char *dir = realpath(path, NULL), *up;

	if (dir && !iw_dir_exists(dir)) {
		up = iw_path_dir(dir);
		free(dir);
		dir = up;
	}
	for (bool top = false; dir && !top; free(dir), dir = up) {
		char *exam = iw_path_join(dir, "exam.xml");
		bool found = iw_file_exists(exam);

		free(exam);
		if (found)
			return as_named(dir, path);
		top = strcmp(dir, "/") == 0;
		up = iw_path_dir(dir);
	}
	free(dir);
	return NULL;
}
