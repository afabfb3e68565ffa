/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/git.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/spawn.h"

static const size_t MOST_PRINTED = (size_t)1 << 30;

/* git -C FOLDER ARGUMENT... PATH...; each list ends with NULL, `paths` may be NULL. */
struct question {
	const char *folder;
	const char *const *arguments, *const *paths;
	const struct iw_buf *input;
};

static size_t
length(const char *const *list)
{
	size_t n = 0;

	while (list && list[n])
		n++;
	return n;
}

/* Free with free(). Optional locks are not taken: we only look, and somebody may be committing. */
static const char **
command_line(const struct question *q)
{
	const char *const first[] = { "git", "--no-optional-locks", "--literal-pathspecs", "-C", q->folder, NULL };
	const char *const *const parts[] = { first, q->arguments, q->paths };
	const char **argv = iw_alloc(length(first) + length(q->arguments) + length(q->paths) + 1, sizeof *argv);
	size_t n = 0;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (size_t j = 0; j < length(parts[i]); j++)
			argv[n++] = parts[i][j];
	return argv;
}

static enum iw_status
run(const struct question *q, struct iw_buf *out, struct iw_buf *err, int *code, struct iw_error *e)
{
	static const char *const of_hooks[] = { "GIT_DIR",    "GIT_WORK_TREE",  "GIT_INDEX_FILE",
		                                "GIT_PREFIX", "GIT_COMMON_DIR", NULL };
	const char **argv = command_line(q);
	enum iw_status status =
		iw_spawn(&(struct iw_spawn){ argv, of_hooks, q->input, MOST_PRINTED }, out, err, code, e);

	free(argv);
	if (status == IW_UNUSABLE)
		return iw_fail(e, IW_UNUSABLE,
		               "there is no git here to ask what has changed; install it, or put it in PATH");
	return status;
}

/* What git said, in one line. */
static void
first_line(struct iw_buf *said)
{
	said->len = strcspn(said->len ? said->data : "", "\n");
	for (size_t i = 0; i < said->len; i++)
		if ((unsigned char)said->data[i] < ' ' || said->data[i] == 0x7f)
			said->data[i] = ' ';
	if (said->cap)
		said->data[said->len] = '\0';
}

/* Ask, and take no for a failure that git explains. */
static enum iw_status
ask(const struct question *q, struct iw_buf *out, struct iw_error *e)
{
	struct iw_buf err = IW_BUF_INIT;
	int code = 0;
	enum iw_status status = run(q, out, &err, &code, e);

	if (status == IW_OK && code != 0) {
		first_line(&err);
		status = iw_fail(e, IW_UNUSABLE, "git %s failed in %s: %s", q->arguments[0], q->folder, err.data);
	}
	iw_buf_release(&err);
	return status;
}

/* Whether git printed the id of one thing, and what it is. */
static bool
read_id(const char *text, size_t len, char id[IW_GIT_ID_SIZE])
{
	if ((len != 40 && len != 64) || strspn(text, "0123456789abcdef") < len)
		return false;
	memcpy(id, text, len);
	id[len] = '\0';
	return true;
}

static bool
is_shallow(const char *folder)
{
	const char *const arguments[] = { "rev-parse", "--is-shallow-repository", NULL };
	struct iw_buf out = IW_BUF_INIT;
	bool shallow = ask(&(struct question){ .folder = folder, .arguments = arguments }, &out, NULL) == IW_OK &&
	               strcmp(out.data, "true\n") == 0;

	iw_buf_release(&out);
	return shallow;
}

static enum iw_status
no_commit(const char *folder, const char *revision, struct iw_error *e)
{
	if (is_shallow(folder))
		return iw_fail(e, IW_UNUSABLE,
		               "there is no revision '%s' here, for this is a shallow clone; fetch more of its "
		               "history first, with git fetch --unshallow or, in CI, by its depth of cloning",
		               revision);
	return iw_fail(e, IW_UNUSABLE,
	               "there is no revision '%s' in this repository; name a commit, a branch or a tag, as "
	               "origin/main",
	               revision);
}

enum iw_status
iw_git_commit(const char *folder, const char *revision, char id[IW_GIT_ID_SIZE], struct iw_error *e)
{
	char *commit = iw_printf("%s^{commit}", revision);
	const char *const arguments[] = { "rev-parse", "--verify", "--quiet", commit, NULL };
	struct iw_buf out = IW_BUF_INIT, err = IW_BUF_INIT;
	enum iw_status status = IW_OK;
	int code = 0;

	/* What begins with "-" would be an option; git allows no such name. */
	if (*revision == '-' || !*revision)
		status = iw_fail(e, IW_UNUSABLE, "'%s' is no revision; name a commit, a branch or a tag", revision);
	if (status == IW_OK)
		status = run(&(struct question){ .folder = folder, .arguments = arguments }, &out, &err, &code, e);
	if (status == IW_OK && code > 1) {
		first_line(&err);
		status = iw_fail(e, IW_UNUSABLE, "git cannot say what '%s' is in %s: %s", revision, folder, err.data);
	} else if (status == IW_OK && (code == 1 || !read_id(out.data, out.len - (out.len > 0), id))) {
		status = no_commit(folder, revision, e);
	}
	iw_buf_release(&err);
	iw_buf_release(&out);
	free(commit);
	return status;
}

/* Take over `path`. */
static struct iw_git_change *
add(struct iw_git_changes *changes, char *path)
{
	IW_GROW(changes->at, changes->count, changes->cap);
	changes->at[changes->count] = (struct iw_git_change){ .path = path };
	return &changes->at[changes->count++];
}

void
iw_git_changes_release(struct iw_git_changes *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		free(changes->at[i].path);
	free(changes->at);
	*changes = (struct iw_git_changes){ 0 };
}

/* ":100644 100644 OLD NEW M" NUL PATH NUL; files have a mode that begins with 100, links and sub-modules another. */
static void
read_tracked(const struct iw_buf *raw, struct iw_git_changes *changes)
{
	const char *end = raw->data + raw->len;

	for (const char *p = raw->data; p < end && *p == ':';) {
		const char *path = p + strlen(p) + 1, *old = p + strlen(":100644 100644 ");
		struct iw_git_change *change;

		if (path >= end)
			return;
		change = add(changes, iw_strdup(path));
		if (path - p > 80 && strncmp(p, ":100", 4) == 0)
			(void)read_id(old, strcspn(old, " "), change->old);
		p = path + strlen(path) + 1;
	}
}

/* PATH NUL; a repository within the work tree ends in a slash. */
static void
read_untracked(const struct iw_buf *raw, struct iw_git_changes *changes)
{
	for (const char *p = raw->data, *end = p + raw->len; p < end; p += strlen(p) + 1) {
		size_t len = strlen(p);

		add(changes, iw_strndup(p, len && p[len - 1] == '/' ? len - 1 : len));
	}
}

enum iw_status
iw_git_changed(const char *folder, const char *commit, const char *const *paths, struct iw_git_changes *changes,
               struct iw_error *e)
{
	const char *const diff[] = { "diff",
		                     "--raw",
		                     "-z",
		                     "--no-abbrev",
		                     "--no-renames",
		                     "--no-ext-diff",
		                     "--no-textconv",
		                     "--no-color",
		                     "--ignore-submodules=none",
		                     "--relative",
		                     commit,
		                     "--",
		                     NULL };
	const char *const others[] = { "ls-files", "-z", "--others", "--", NULL };
	struct iw_buf out = IW_BUF_INIT;
	enum iw_status status = ask(&(struct question){ folder, diff, paths, NULL }, &out, e);

	*changes = (struct iw_git_changes){ 0 };
	if (status == IW_OK) {
		read_tracked(&out, changes);
		iw_buf_clear(&out);
		status = ask(&(struct question){ folder, others, paths, NULL }, &out, e);
	}
	if (status == IW_OK)
		read_untracked(&out, changes);
	else
		iw_git_changes_release(changes);
	iw_buf_release(&out);
	return status;
}

/* "ID blob SIZE" LF bytes LF. Moves behind it; false when git does not have it. */
static bool
read_blob(const char **p, const char *end, struct iw_git_bytes *bytes)
{
	const char *line = *p, *lf = memchr(line, '\n', (size_t)(end - line)), *kind;
	size_t size;

	*p = lf ? lf + 1 : end;
	kind = lf ? memmem(line, (size_t)(lf - line), " blob ", 6) : NULL;
	if (!kind)
		return false;
	size = strtoul(kind + 6, NULL, 10);
	if (size >= (size_t)(end - *p))
		return false;
	*bytes = (struct iw_git_bytes){ *p, size };
	*p += size + 1;
	return true;
}

enum iw_status
iw_git_old_bytes(const char *folder, const struct iw_git_changes *changes, struct iw_git_bytes *old, struct iw_buf *all,
                 struct iw_error *e)
{
	const char *const arguments[] = { "cat-file", "--batch", NULL };
	struct iw_buf ids = IW_BUF_INIT;
	enum iw_status status = IW_OK;
	const char *p;

	for (size_t i = 0; i < changes->count; i++)
		if (changes->at[i].old[0])
			iw_buf_printf(&ids, "%s\n", changes->at[i].old);
	if (ids.len)
		status = ask(&(struct question){ folder, arguments, NULL, &ids }, all, e);
	p = all->data;
	for (size_t i = 0; i < changes->count && status == IW_OK; i++) {
		old[i] = (struct iw_git_bytes){ NULL, 0 };
		if (changes->at[i].old[0] && !read_blob(&p, all->data + all->len, &old[i]))
			status = iw_fail(e, IW_UNUSABLE,
			                 "git does not have what %s was at that revision; is the clone whole?",
			                 changes->at[i].path);
	}
	iw_buf_release(&ids);
	return status;
}
